"""Title phrases in pieces: where one is, what belongs to it on its left, how far an organisation reaches on its right.

The ground for `before.py` and `behind.py`, which say where beside a name a title may stand. Everything is as written.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from newsfacts.lexicons.function_words import cue_words, function_words
from newsfacts.people.pieces import Case, Scene
from newsfacts.people.roles.organisations import DETERMINERS, Organisations
from newsfacts.people.words import PeopleWords, TitleKind, TitleWord
from newsfacts.record import Part

__all__ = ["DETERMINERS", "FINITE", "FOR", "OF", "RoleDraft", "RoleForm", "TitlePhrases", "singular"]

OF = function_words("of a post")
FOR = function_words("for a field")
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_OFFICERS = cue_words("officer")
_PREFIXES = cue_words("title prefix")
_HEADS = cue_words("head of a body")
_VOWELS = frozenset("aeiouy")
"""A word without any of them is letters of a body."""
_ALLEGED = ("alleged", "suspected")


class RoleForm(StrEnum):
    """Say how a role was said of its bearer."""

    DIRECT = "direct"
    """Its title stands before the name without a comma: Detective Ann Roe."""
    SERVING = "serving"
    """A body behind "of" or "from", which may be a home: Ann Roe of the Ayr Agency."""
    DESCRIBED = "described"
    """A noun phrase elsewhere: the 44-year-old teacher."""
    OTHER = "other"
    """Any other way."""


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
    alone: bool = False
    """Whether one person bears the plural: one of the clerks."""
    left: bool = False
    """Whether the office was left: former, dismissed."""
    form: RoleForm = RoleForm.OTHER
    """How it was said, where that decides between two readings."""


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
        self.organisations = Organisations(words)

    def at(self, scene: Scene, index: int) -> tuple[int, TitleWord] | None:
        """Find the title that begins at a piece; gives the index behind it."""
        found = self.words.titles.at(scene.pieces, index, len(scene.pieces))
        if found and found[0] == index + 1 and self._common(scene, index):
            found = None
        return found or (self.words.is_occupation(scene.pieces[index]) and (index + 1, OCCUPATION)) or None

    def before(self, scene: Scene, index: int) -> tuple[int, TitleWord] | None:
        """Find the title that ends just before a piece; gives its first index."""
        found = self.words.titles.before(scene.pieces, index)
        if (
            found
            and found[0] == index - 1
            and (
                self._common(scene, index - 1)
                or self._given(scene, index - 1, found[1])
                or self.words.is_clock(scene.pieces, index - 1)
            )
        ):
            return None
        if found and found[1].kind == TitleKind.RANK and index - found[0] > 1:
            first, last = scene.pieces[found[0]], scene.pieces[index - 1]
            if last.capital and not first.capital:  # "department chief Supt Roe": two titles
                found = self.words.titles.before(scene.pieces, index, index - 1) or found
        if found or index == 0:
            return found
        return (self.words.is_occupation(scene.pieces[index - 1]) and (index - 1, OCCUPATION)) or None

    def _common(self, scene: Scene, index: int) -> bool:
        """See a rank in lower case that is a common word: "a major supplier", "the elder Roe"."""
        piece = scene.pieces[index]
        return scene.case != Case.LOWER and not piece.capital and piece.fold in self.words.proper

    def _given(self, scene: Scene, index: int, word: TitleWord) -> bool:
        """See "Sergeant Hunter Roe": a trade in capitals that is a given name, behind a title of another kind."""
        piece = scene.pieces[index]
        both = word.kind == TitleKind.TITLE and piece.text.istitle() and piece.fold in self.words.given
        return both and index > 0 and scene.tight(index) and self.words.titles.before(scene.pieces, index) is not None

    def build(self, scene: Scene, span: tuple[int, int], word: TitleWord, rule: str) -> tuple[RoleDraft | None, int]:
        """Make a draft of a title with its modifiers and the organisation before it; gives where that begins."""
        first, last = span
        if word.kind == TitleKind.ADDRESS:
            return None, first
        start = self.split_police(scene, self.modifiers(scene, first, word), last)
        start += start < last - 1 and self.in_organisation(scene, start)
        begin = self.organisations.begin(scene, start)
        if scene.case == Case.NORMAL and not scene.possessive(start):
            start = self.organisations.cut(scene, begin, start)
            begin = min(begin, start)
        organisation = self.organisations.text(scene, begin, start)
        lives = organisation and self.organisations.only_place(scene, begin, start, word)
        if lives and not self.generic(scene, start, last):
            organisation = None  # "Gloucester drug dealer", "Munich lawyer": where one lives, not whom one serves
        draft = self.draft(scene, (start, last), word, organisation, rule)
        if organisation and self._divides(scene, begin, start):
            begin -= 1  # "Deputy FBI Director": the body stands inside the title
            draft = replace(draft, start=scene.pieces[begin].start, title=f"{scene.pieces[begin].text} {draft.title}")
        while begin > 0 and scene.linked(begin) and self._describes(scene.pieces[begin - 1].fold):
            begin -= 1
        return draft, begin

    def _divides(self, scene: Scene, begin: int, start: int) -> bool:
        """See "Deputy FBI Director": who stands in for the bearer of an office, right before the body of the office."""
        if begin == 0 or not scene.tight(begin) or scene.possessive(start) or scene.case != Case.NORMAL:
            return False
        deputy = scene.pieces[begin - 1]
        found = self.words.titles.before(scene.pieces, begin)
        return deputy.capital and deputy.fold in self.words.modifiers and found is not None and found[0] == begin - 1

    def _describes(self, word: str) -> bool:
        return word in self.words.praise or word in self.words.passing

    def in_organisation(self, scene: Scene, index: int) -> bool:
        """See "Assembly" in "House of Assembly member": the word behind "of" is the organisation's."""
        pieces = scene.pieces
        if index < 2 or pieces[index - 1].fold != "of" or not (pieces[index].capital and pieces[index - 2].capital):
            return False
        return self.words.things.get(pieces[index].fold) == "organisation"

    def draft(
        self, scene: Scene, span: tuple[int, int], word: TitleWord, organisation: str | None, rule: str
    ) -> RoleDraft:
        """Make a draft of the pieces from the first of `span` to before its second."""
        start, last = span
        title = scene.text(start, last)
        if word.rank and word.part is Part.POLICE and self._civil(scene, start, last):
            word = word._replace(rank=None, part=Part.OFFICIAL)
        if word.rank and organisation and scene.pieces[last - 1].fold == "chief" and not self._of_police(organisation):
            word = word._replace(rank=None, part=Part.OFFICIAL)
        if word.capital and word.rank and self._clerk(scene, start, last):
            word = word._replace(rank=None)
        if word.capital and not scene.pieces[last - 1].capital and scene.case != Case.LOWER:
            word = OCCUPATION
        fold = " ".join(piece.fold for piece in scene.pieces[start:last])
        generic = self.generic(scene, start, last)
        head = next((p.fold for p, q in pairwise(scene.pieces[start:last]) if q.fold in FOR), fold)
        plural = (
            word.kind in (TitleKind.TITLE, TitleKind.RANK) and head.endswith(("s", "men")) and not head.endswith("ss")
        )
        role = word.role and not fold.startswith(_ALLEGED) and not self._is_kin(scene, last)
        if fold == "lead" and not (last < len(scene.pieces) and scene.pieces[last].fold in FOR):
            role = False  # "the Ayr lead in the first minute": only who leads on something has an office
        return RoleDraft(
            scene.pieces[start].start, scene.pieces[last - 1].end, title, word.rank, organisation, word.part,
            role, word.gender, rule, plural, generic,
        )  # fmt: skip

    def _of_police(self, organisation: str) -> bool:
        """See a force, or a place alone, whose chief is that of its police; not "Chief of the Appeals Bureau"."""
        last = organisation.rsplit(maxsplit=1)[-1]
        named = self.words.things.get(last.lower()) != "organisation" and not (last.isupper() and len(last) > 2)
        return named or self.words.is_police(organisation)

    def _clerk(self, scene: Scene, start: int, last: int) -> bool:
        """See "communications officer", "war chief": what stands before it makes another office of it."""
        officer = scene.pieces[last - 1].fold in _OFFICERS
        return officer and any(piece.fold not in self.words.duties for piece in scene.pieces[start : last - 1])

    def _is_kin(self, scene: Scene, last: int) -> bool:
        """See "a married father": only with a capital is it the style of a priest."""
        head = scene.pieces[last - 1]
        return scene.case != Case.LOWER and not head.capital and head.fold in self.words.kin

    def _civil(self, scene: Scene, start: int, last: int) -> bool:
        """See "Insurance Commissioner", "Commissioner of Health": an office with a field that is not the police's."""
        folds = [piece.fold for piece in scene.pieces[max(0, start - 1) : last]]
        return "police" not in folds and any(fold in self.words.civil for fold in folds)

    def generic(self, scene: Scene, start: int, last: int) -> bool:
        """See a title that says nothing of whom it serves: captain, director."""
        found = self.words.titles.before(scene.pieces, last, start)
        head = found[0] if found else last - 1  # "police and crime commissioner" is more than a commissioner
        folds = [piece.fold for piece in scene.pieces[start:last]]
        firsts = (0, *range(1, head - start + 1))
        return any(" ".join(folds[first:]) in self.words.generic for first in firsts)

    def is_surname(self, scene: Scene, index: int) -> bool:
        """See the Baker of "Nancy Baker, Jack Carson": a family name that is an occupation, behind a given name."""
        piece, words = scene.pieces[index], self.words
        named = piece.capital and piece.fold in words.surnames and scene.tight(index)
        return named and scene.pieces[index - 1].capital and scene.pieces[index - 1].fold in words.given

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
        if "&" in scene.gap(index) and index < len(pieces):
            return last  # "Chair of the Eastern Area Sports & Social Club"
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
            if before.fold in words.fields and start > 1 and pieces[start - 2].fold in FOR:
                break  # "Head of Crime Detective Superintendent Roe"
            if word.kind == TitleKind.RANK and pieces[first].capital and self._ends_title(scene, start):
                break
            if before.capital and self._names_on(scene, start - 1, lower=not pieces[first].capital):
                break  # "Dhaka University sociology teacher": the capital is the organisation's
            if self._is_deed(scene, start - 1):
                break
            prefix = before.fold.split("-")[0] in _PREFIXES
            if before.fold in words.modifiers or prefix or self._noun_before(scene, start - 1, word):
                start -= 1
            else:
                break
        while (
            start < first
            and words.things.get(pieces[start].fold) == "place"
            and start > 0
            and scene.linked(start)
            and self.organisations.is_name_word(scene, start - 1)
        ):
            start += 1
        return start

    def _is_deed(self, scene: Scene, index: int) -> bool:
        """See "The council suspended Sergeant Roe": a verb with its subject before it, no "suspended sergeant"."""
        verb = scene.tag(index) in ("VBD", "VBN") and not scene.pieces[index].capital
        subject = index > 0 and scene.linked(index) and scene.tag(index - 1)[:2] in ("NN", "PR")
        return verb and subject and not scene.pieces[index - 1].fold.endswith(("’s", "'s"))

    def _names_on(self, scene: Scene, index: int, *, lower: bool) -> bool:
        """See a word of an organisation that goes on a name; before a title in capitals only one that is no field."""
        words, fold = self.words, scene.pieces[index].fold
        field = fold in words.fields or fold in words.territories or fold == "press"
        known = words.things.get(fold) == "organisation" and (lower or not field)
        joined = index > 0 and self.organisations.joins(scene, index)
        return known and joined and self.organisations.is_name_word(scene, index - 1)

    def _ends_title(self, scene: Scene, index: int) -> bool:
        """See "department chief Supt Roe": a title in lower case ends before the capital of a rank."""
        piece = scene.pieces[index - 1]
        return not piece.capital and scene.case == Case.NORMAL and piece.fold in _HEADS

    def _noun_before(self, scene: Scene, index: int, word: TitleWord) -> bool:
        piece, words = scene.pieces[index], self.words
        if scene.case == Case.LOWER and (word.kind == TitleKind.RANK or _VOWELS.isdisjoint(piece.fold)):
            return False  # "anti-terrorist squad dig roe", "rss spokesman roe": there a body is in small letters, too
        return (
            (word.kind == TitleKind.TITLE or not scene.pieces[index + 1].capital)
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
        if index == 0 or not scene.linked(index):
            return True
        before = scene.pieces[index - 1]
        pair = kind == "organisation" and not before.capital and self.words.things.get(before.fold) == "organisation"
        return not (pair or self.organisations.is_name_word(scene, index - 1))

    def split_police(self, scene: Scene, start: int, last: int) -> int:
        """Give "police" to the force in "Papua Police spokesperson", to the title in "police spokesperson"."""
        pieces = scene.pieces
        shared = pieces[start].fold in self.words.territories
        if not (start > 0 and scene.linked(start) and shared and pieces[start].capital) or scene.possessive(start + 1):
            return start
        region = self.words.things.get(pieces[start - 1].fold) == "place" or self.words.is_place(pieces[start - 1].fold)
        if pieces[start - 1].text.isupper() and scene.case == Case.NORMAL and not region:
            return start  # "NYPD Police Officer Roe"
        rest = self.words.titles.at(pieces, start + 1, last)
        return start + 1 if rest and rest[0] == last and self.organisations.is_name_word(scene, start - 1) else start


OCCUPATION = TitleWord(TitleKind.TITLE, Part.OTHER, None, True, "")
