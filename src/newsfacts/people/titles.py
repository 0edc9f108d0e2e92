"""Title phrases in pieces: where one is, what belongs to it on its left, how far an organisation reaches on its right.

The ground for `before.py` and `behind.py`, which say where beside a name a title may stand. Everything is as written.
"""

from dataclasses import dataclass
from itertools import pairwise

from newsfacts.people.pieces import Case, Scene
from newsfacts.people.words import PeopleWords, TitleKind, TitleWord
from newsfacts.record import Part

__all__ = ["DETERMINERS", "FINITE", "FOR", "OF", "RoleDraft", "TitlePhrases", "singular"]

DETERMINERS = frozenset({"the", "a", "an", "its", "his", "her", "their", "our", "my", "another", "one", "some", "this"})
OF = frozenset({"of", "at", "in", "for", "with", "from", "on", "to"})
FOR = frozenset({"of", "on", "for"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_TEMPORAL = frozenset(
    {"former", "then", "current", "late", "retired", "acting", "top", "senior", "one", "ex", "suspended", "interim"}
)
_ALLEGED = ("alleged", "suspected")
_ORDINALS = frozenset({"first", "second", "third", "only"})
_LINKS = frozenset({"of", "and", "for"})
_LONGEST_ORGANISATION = 16
"""Words; the longest organisation read in translated releases had 13."""


@dataclass(frozen=True, slots=True)
class RoleDraft:
    """Hold one role as it was read beside a name."""

    start: int
    end: int
    title: str | None
    rank: str | None
    organisation: str | None
    part: Part
    role: bool
    """Whether it is a title; "suspect" only tells the part."""
    gender: str
    rule: str
    plural: bool = False
    generic: bool = False
    """Whether the title says nothing of whom it serves: captain, director, spokesman."""
    left: bool = False
    """Whether the office was left: former, dismissed."""


def singular(title: str) -> str:
    """Give the title that a plural gives to each of its bearers.

    Example:
        >>> singular("Deputy District Attorneys")
        'Deputy District Attorney'
    """
    if title.endswith("men"):
        return title[:-3] + "man"
    if title.endswith("ies"):
        return title[:-3] + "y"
    return title[:-2] if title.endswith(("sses", "xes", "ches")) else title.removesuffix("s")


class TitlePhrases:
    """Find title phrases and what belongs to them."""

    def __init__(self, words: PeopleWords) -> None:
        """Take the words."""
        self.words = words

    def at(self, scene: Scene, index: int) -> tuple[int, TitleWord] | None:
        """Find the title that begins at a piece; gives the index behind it."""
        found = self.words.titles.at(scene.pieces, index, len(scene.pieces))
        return found or (self._ending(scene, index) and (index + 1, OCCUPATION)) or None

    def before(self, scene: Scene, index: int) -> tuple[int, TitleWord] | None:
        """Find the title that ends just before a piece; gives its first index."""
        found = self.words.titles.before(scene.pieces, index)
        if found and found[1].kind == TitleKind.RANK and index - found[0] > 1:
            first, last = scene.pieces[found[0]], scene.pieces[index - 1]
            if last.capital and not first.capital:  # "department chief Supt Roe": two titles
                found = self.words.titles.before(scene.pieces, index, index - 1) or found
        if found or index == 0:
            return found
        return (self._ending(scene, index - 1) and (index - 1, OCCUPATION)) or None

    def _ending(self, scene: Scene, index: int) -> bool:
        piece = scene.pieces[index]
        return piece.fold.removesuffix("s").endswith(self.words.endings) and piece.fold not in self.words.things

    def build(self, scene: Scene, span: tuple[int, int], word: TitleWord, rule: str) -> tuple[RoleDraft | None, int]:
        """Make a draft of a title with its modifiers and the organisation before it; gives where that begins."""
        first, last = span
        if word.kind == TitleKind.ADDRESS:
            return None, first
        start = self._split_police(scene, self.modifiers(scene, first, word), last)
        begin = self._organisation_before(scene, start)
        organisation = self.organisation(scene, begin, start)
        if organisation and not self._generic(scene, start, last) and self.only_place(scene, begin, start, word):
            organisation = None  # "Gloucester drug dealer", "Munich lawyer": where one lives, not whom one serves
        draft = self.draft(scene, (start, last), word, organisation, rule)
        while begin > 0 and scene.linked(begin) and scene.pieces[begin - 1].fold in self.words.praise:
            begin -= 1
        return draft, begin

    def draft(
        self, scene: Scene, span: tuple[int, int], word: TitleWord, organisation: str | None, rule: str
    ) -> RoleDraft:
        """Make a draft of the pieces from the first of `span` to before its second."""
        start, last = span
        title = scene.text(start, last)
        if word.rank and word.part is Part.POLICE and self._civil(scene, start, last):
            word = word._replace(rank=None, part=Part.OFFICIAL)
        if word.capital and not scene.pieces[last - 1].capital and scene.case != Case.LOWER:
            word = OCCUPATION
        fold = " ".join(piece.fold for piece in scene.pieces[start:last])
        generic = self._generic(scene, start, last)
        head = next((p.fold for p, q in pairwise(scene.pieces[start:last]) if q.fold in FOR), fold)
        plural = (
            word.kind in (TitleKind.TITLE, TitleKind.RANK) and head.endswith(("s", "men")) and not head.endswith("ss")
        )
        return RoleDraft(
            scene.pieces[start].start, scene.pieces[last - 1].end, title, word.rank, organisation, word.part,
            word.role and not fold.startswith(_ALLEGED), word.gender, rule, plural, generic,
        )  # fmt: skip

    def _civil(self, scene: Scene, start: int, last: int) -> bool:
        """See "Insurance Commissioner", "Commissioner of Health": an office with a field that is not the police's."""
        folds = [piece.fold for piece in scene.pieces[max(0, start - 1) : last]]
        return any(fold in self.words.civil for fold in folds)

    def _generic(self, scene: Scene, start: int, last: int) -> bool:
        head = start
        while head < last - 1 and scene.pieces[head].fold in self.words.modifiers:
            head += 1
        folds = [piece.fold for piece in scene.pieces[start:last]]
        return not {" ".join(folds), " ".join(folds[head - start :])}.isdisjoint(self.words.generic)

    def organisation(self, scene: Scene, first: int, last: int) -> str | None:
        """Give the text of an organisation; none for a bare nationality."""
        pieces = scene.pieces
        while first < last and (pieces[first].fold in DETERMINERS or self._describes(pieces[first].fold)):
            first += 1
        while last > first and (self._describes(pieces[last - 1].fold) or pieces[last - 1].fold in _ORDINALS):
            last -= 1  # "Nigeria's first female", "the region's leading"
        for index in range(first, last - 1):
            if pieces[index].fold == "in" and pieces[index + 1].fold == "charge":
                last = index
                break
        if not self._names_something(scene, first, last):
            return None
        text = scene.text(first, last)
        if "(" in text and ")" not in text:
            text = text[: text.index("(")].rstrip()  # its short form stands in brackets behind it
        end = pieces[last - 1].end
        saint = any(piece.fold in ("st", "saint") for piece in pieces[first:last])
        if saint and scene.gap(last)[:2] in ("’s", "'s"):
            text = scene.sentence.slice(pieces[first].start, end + 2)
        return text or None

    def _describes(self, word: str) -> bool:
        return word in _TEMPORAL or word in self.words.praise

    def _names_something(self, scene: Scene, first: int, last: int) -> bool:
        """See a name or a word of an organisation; "of the victim", "of the bus", "initial" name none."""
        pieces, things = scene.pieces[first:last], self.words.things
        if not pieces or all(things.get(piece.fold) in ("nationality", "function") for piece in pieces):
            return False
        if len(pieces) == 1 and first == 0 and scene.tag(0) in ("VB", "VBP"):
            return False  # "Meet Deputy District Attorney Roe"
        if scene.case == Case.LOWER:
            return True
        return any(
            piece.capital or "organisation" in (things.get(piece.fold), things.get(piece.fold.removesuffix("s")))
            for piece in pieces
        )

    def field_end(self, scene: Scene, last: int, limit: int | None = None) -> int:
        """Find the index behind "of Justice" in "Minister of Justice": what an office is for belongs to its title."""
        pieces = scene.pieces
        limit = min(limit or len(pieces), len(pieces), last + 8)
        if not (last + 1 < limit and scene.tight(last) and pieces[last].fold in FOR):
            return last
        index = last + 1
        while index < limit and scene.tight(index):
            plain = pieces[index].capital or scene.tag(index)[:2] in ("NN", "JJ")
            if not plain and pieces[index].fold not in ("and", "the", "&"):
                break
            if index > last + 1 and self.at(scene, index) and not self._goes_on(scene, index):
                break
            index += 1
        while index > last + 1 and pieces[index - 1].fold in ("and", "the"):
            index -= 1
        definite = index > last + 1 and pieces[last + 1].fold == "the"
        fields = self.words.civil if definite else self.words.fields  # "of the Interior", but "of the police"
        return index if index > last + 1 + definite and pieces[index - 1].fold in fields else last

    def _goes_on(self, scene: Scene, index: int) -> bool:
        return scene.pieces[index].fold in self.words.fields

    def modifiers(self, scene: Scene, first: int, word: TitleWord) -> int:
        """Find where the modifiers of a title begin: "full-time deputy" before "director"."""
        pieces, words = scene.pieces, self.words
        start = first
        while start > 0 and first - start < 5 and scene.tight(start) and word.kind != TitleKind.STYLE:
            before = pieces[start - 1]
            if word.kind == TitleKind.RANK and pieces[first].capital and self._ends_title(scene, start):
                break
            prefix = before.fold.split("-")[0] in ("ex", "vice", "anti", "co", "self", "first", "second", "third")
            if before.fold in words.modifiers or prefix or self._noun_before(scene, start - 1, word):
                start -= 1
            else:
                break
        while (
            start < first
            and words.things.get(pieces[start].fold) == "place"
            and start > 0
            and scene.linked(start)
            and self._capital_word(scene, start - 1)
        ):
            start += 1
        return start

    def _ends_title(self, scene: Scene, index: int) -> bool:
        """See "department chief Supt Roe": a title in lower case ends before the capital of a rank."""
        piece = scene.pieces[index - 1]
        return not piece.capital and scene.case == Case.NORMAL and piece.fold in ("chief", "head", "leader", "police")

    def _noun_before(self, scene: Scene, index: int, word: TitleWord) -> bool:
        piece, words = scene.pieces[index], self.words
        return (
            word.kind == TitleKind.TITLE
            and not piece.capital
            and piece.text.replace("-", "").isalpha()
            and scene.tag(index) in ("NN", "JJ", "NNS", "HYPH")
            and piece.fold not in words.praise
            and self._in_title(scene, index)
            and piece.fold not in words.kin
            and words.titles.before(scene.pieces, index + 1) is None
        )

    def _in_title(self, scene: Scene, index: int) -> bool:
        """See "boat owner", "bank teller"; but in "Moji customs chief" the word is the organisation's."""
        kind = self.words.things.get(scene.pieces[index].fold)
        if kind not in ("thing", "organisation"):
            return kind is None
        return not (index > 0 and scene.linked(index) and self._capital_word(scene, index - 1))

    def _split_police(self, scene: Scene, start: int, last: int) -> int:
        """Give "police" to the force in "Papua Police spokesperson", to the title in "police spokesperson"."""
        pieces = scene.pieces
        shared = pieces[start].fold in self.words.territories
        if not (start > 0 and scene.linked(start) and shared and pieces[start].capital):
            return start
        rest = self.words.titles.at(pieces, start + 1, last)
        return start + 1 if rest and rest[0] == last and self._capital_word(scene, start - 1) else start

    def _capital_word(self, scene: Scene, index: int) -> bool:
        piece = scene.pieces[index]
        if not piece.capital or self.words.things.get(piece.fold) in ("function", "time"):
            return False
        return self.words.titles.before(scene.pieces, index + 1) is None

    def _organisation_before(self, scene: Scene, start: int) -> int:
        pieces = scene.pieces
        begin = start
        if start > 0 and scene.possessive(start) and not pieces[start - 1].capital:
            begin -= 1
            while begin > 0 and scene.linked(begin) and self._inside_before(scene, begin - 1):
                begin -= 1
            return begin
        while begin > 0 and scene.linked(begin):
            if self._capital_word(scene, begin - 1):
                begin -= 1
            elif (
                1 < begin < start
                and pieces[begin - 1].fold in _LINKS
                and scene.linked(begin - 1)
                and self._capital_word(scene, begin - 2)
            ):
                begin -= 2
            else:
                break
        if begin > 0 and scene.tight(begin) and self.words.titles.before(pieces, begin):
            things = self.words.things
            if not any(p.fold in things or self.words.is_place(p.fold) for p in pieces[begin:start]):
                return start  # "Reporter A B Correspondent C D": A B is a name
        return begin

    def _inside_before(self, scene: Scene, index: int) -> bool:
        piece = scene.pieces[index]
        if piece.capital:
            return self._capital_word(scene, index)
        return scene.tag(index) in ("NN", "NNS", "JJ") and piece.fold not in DETERMINERS

    def organisation_end(self, scene: Scene, first: int) -> int:
        """Find the index behind the noun phrase that begins at a piece: an organisation, a place, a team."""
        pieces = scene.pieces
        index = first
        while index < len(pieces) and index - first < _LONGEST_ORGANISATION:
            gap = scene.gap(index)
            if index > first and not (scene.linked(index) or gap in (" (", ") ", " & ", "-", "/", ")-")):
                break
            if gap == " (" and pieces[index].fold.isdigit():
                break
            if not pieces[index].capital and not self._inside(scene, index, first):
                break
            if pieces[index].capital and index > first and self.words.things.get(pieces[index].fold) == "time":
                break
            index += 1
        while index > first and not pieces[index - 1].capital and scene.tag(index - 1)[:2] not in ("NN", "JJ", "VB"):
            index -= 1
        return index

    def _inside(self, scene: Scene, index: int, first: int) -> bool:
        pieces = scene.pieces
        fold = pieces[index].fold
        following = pieces[index + 1] if index + 1 < len(pieces) else None
        if fold in ("of", "for"):
            return index > first
        if fold in ("and", "in"):
            return index > first and following is not None and following.capital and self.at(scene, index + 1) is None
        if fold in DETERMINERS:
            return index == first or pieces[index - 1].fold in ("of", "for")
        tag = scene.tag(index)
        return tag[:2] in ("NN", "JJ") or tag in ("VBG", "HYPH") or (tag == "VBN" and index == first)

    def only_place(self, scene: Scene, first: int, last: int, word: TitleWord) -> bool:
        """See "a tailor in Ayr": where an occupation is practised is no organisation."""
        pieces = scene.pieces[first:last]
        return word.part is Part.OTHER and not any(self.words.things.get(p.fold) == "organisation" for p in pieces)

    def is_time(self, scene: Scene, index: int) -> bool:
        """See whether a piece is a weekday, a month or a number."""
        piece = scene.pieces[index] if index < len(scene.pieces) else None
        return piece is not None and (self.words.things.get(piece.fold) == "time" or piece.text[0].isdigit())


OCCUPATION = TitleWord(TitleKind.TITLE, Part.OTHER, None, True, "")
