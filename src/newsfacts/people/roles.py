"""Titles, ranks and functions beside a name, and the organisation that each belongs to.

Phases: 1. `direct` and `before` read what stands before a name: stacked titles ("Investigator PC"), an organisation before them
("Papua Police spokesperson"), an apposition ("the captain of the harbour unit, …"); 2. `behind` reads the apposition behind it.
Everything is given as written, with its place in the article. Not here: which person a name is; see `persons.py`.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from newsfacts.people.pieces import Scene
from newsfacts.people.words import PeopleWords, TitleKind, TitleWord
from newsfacts.record import Part

__all__ = ["RoleDraft", "Titles"]

_DETERMINERS = frozenset({"the", "a", "an", "its", "his", "her", "their", "our", "my", "another", "one", "some"})
_OF = frozenset({"of", "at", "in", "for", "with", "from", "on"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_REACH = 26
"""Words that an apposition may be long; the longest read in translated releases had 22."""


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


class Titles:
    """Read titles beside names."""

    def __init__(self, words: PeopleWords) -> None:
        """Take the words."""
        self._words = words

    def direct(self, scene: Scene, first: int) -> str | None:
        """Say what kind of title stands right before a piece: one of TitleKind, or None."""
        if not scene.tight(first):
            return None
        found = self._words.titles.before(scene.pieces, first)
        return found[1].kind if found else None

    def before(self, scene: Scene, first: int) -> list[RoleDraft]:
        """Read the titles that stand before a piece, in text order."""
        drafts: list[RoleDraft] = []
        at = first
        while at > 0 and scene.tight(at):
            found = self._words.titles.before(scene.pieces, at)
            if found is None:
                break
            draft, at = self._build(scene, found[0], at, found[1], "role.direct")
            if draft:
                drafts.insert(0, draft)
            if at and scene.pieces[at - 1].fold == "and" and scene.tight(at):
                more = self._words.titles.before(scene.pieces, at - 1)
                if more and more[1].kind == TitleKind.TITLE:
                    draft, at = self._build(scene, more[0], at - 1, more[1], "role.direct")
                    drafts[:0] = [draft] if draft else []
        if at > 0 and scene.gap(at) in ("), ", ") "):
            at = self._bracketed(scene, at, drafts)
        if at > 0 and (scene.gap(at) in (", ", ",", ": ", " – ", " - ", "), ") or (at == first and at > 1)):
            drafts[:0] = self._apposition(scene, at)
        return drafts

    def behind(self, scene: Scene, last: int, after: int | None) -> list[RoleDraft]:
        """Read the apposition behind a name that ends before a piece; `after` is where its age ends."""
        pieces = scene.pieces
        at = last
        if after is not None:
            while at < len(pieces) and pieces[at].start < after:
                at += 1
        if at >= len(pieces):
            return []
        gap = scene.gap(at)
        if scene.tight(at) or (after is not None and gap.strip(" )],") == "" and pieces[at].fold in ("of", "from")):
            return list(self._from(scene, at))
        if gap.strip() not in (",", "(", "),", "–", "-", "—", ")", "],") or (gap.strip() == ")" and after is None):
            return []
        if gap.strip() == "(" and pieces[at].text.isupper() and scene.gap(at + 1).startswith(")"):
            return []
        drafts: list[RoleDraft] = []
        while at < len(pieces) and len(drafts) < 3:
            draft, stop = self._title_ahead(scene, at)
            if draft is None:
                break
            drafts.append(draft)
            at = stop
            if (at < len(pieces) and scene.gap(at).strip() == "," and pieces[at].fold == "and") or (at < len(pieces) and scene.tight(at) and pieces[at].fold == "and"):
                at += 1
            elif at >= len(pieces) or scene.gap(at).strip() != ",":
                break
        return drafts or list(self._from(scene, at))

    # ---- what stands before ------------------------------------------------------------
    def _build(self, scene: Scene, first: int, last: int, word: TitleWord, rule: str) -> tuple[RoleDraft | None, int]:
        """Make a draft of a title phrase with its modifiers and the organisation before it; gives where that begins."""
        pieces, words = scene.pieces, self._words
        if word.kind == TitleKind.ADDRESS:
            return None, first
        start = self._modifiers(scene, first, word)
        if start > 0 and scene.linked(start) and pieces[start].fold == "police" and pieces[start].capital:
            rest = words.titles.at(pieces, start + 1, last)
            if rest and rest[0] == last and pieces[start - 1].capital and self._organisation_word(scene, start - 1):
                start += 1
        begin = self._organisation_before(scene, start)
        organisation = scene.text(begin, start) or None
        if organisation and all(words.things.get(p.fold) == "nationality" for p in pieces[begin:start]):
            organisation = None
        draft = RoleDraft(
            pieces[start].start,
            pieces[last - 1].end,
            scene.text(start, last),
            word.rank,
            organisation,
            word.part,
            word.role,
            word.gender,
            rule,
            pieces[last - 1].fold.endswith("s") and word.kind in (TitleKind.TITLE, TitleKind.RANK),
        )
        return draft, begin

    def _modifiers(self, scene: Scene, first: int, word: TitleWord) -> int:
        pieces, words = scene.pieces, self._words
        start = first
        while start > 0 and first - start < 5 and scene.tight(start):
            before = pieces[start - 1]
            loose = (
                word.kind == TitleKind.TITLE
                and not before.capital
                and before.text.isalpha()
                and scene.tag(start - 1) in ("NN", "JJ", "NNS")
                and before.fold not in words.things
                and before.fold not in words.kin
            )
            if (
                before.fold in words.modifiers
                or before.fold.split("-")[0] in ("ex", "vice", "anti", "co", "self")
                or loose
            ):
                start -= 1
            else:
                break
        while (
            start < first
            and words.things.get(pieces[start].fold) == "place"
            and start > 0
            and scene.linked(start)
            and pieces[start - 1].capital
            and self._organisation_word(scene, start - 1)
        ):
            start += 1
        return start

    def _organisation_word(self, scene: Scene, index: int) -> bool:
        piece = scene.pieces[index]
        if not piece.capital or self._words.things.get(piece.fold) in ("function", "time"):
            return False
        return self._words.titles.before(scene.pieces, index + 1) is None

    def _organisation_before(self, scene: Scene, start: int) -> int:
        pieces = scene.pieces
        begin = start
        while begin > 0 and scene.linked(begin):
            if self._organisation_word(scene, begin - 1):
                begin -= 1
            elif (
                begin > 1
                and begin < start
                and pieces[begin - 1].fold in ("of", "and", "for", "&")
                and scene.linked(begin - 1)
                and self._organisation_word(scene, begin - 2)
            ):
                begin -= 2
            else:
                break
        return begin

    def _bracketed(self, scene: Scene, at: int, drafts: list[RoleDraft]) -> int:
        """Read "Public Relations Officer (PRO), ": the phrase and its short form are titles both."""
        short = scene.pieces[at - 1]
        if not (short.text.isupper() and "(" in short.gap and at > 1):
            return at
        found = self._words.titles.before(scene.pieces, at - 1)
        if found is None:
            return at
        draft, begin = self._build(scene, found[0], at - 1, found[1], "role.direct")
        if draft is None:
            return at
        second = RoleDraft(
            short.start, short.end, short.text, draft.rank, None, draft.part, True, "", "role.short_form"
        )
        drafts[:0] = [draft, second]
        return begin

    def _apposition(self, scene: Scene, at: int) -> list[RoleDraft]:
        """Read "the leader of the club, NAME": the title ends before the comma, or a phrase of its organisation does."""
        pieces, words = scene.pieces, self._words
        best: list[RoleDraft] = []
        commas = 0
        for stop in range(at, max(0, at - _REACH), -1):
            gap = scene.gap(stop)
            if stop < at:
                if any(mark in gap for mark in ';:“”"!?') or (scene.tag(stop) in _FINITE and not pieces[stop].capital):
                    break
                commas += "," in gap
                if commas > 1 or (commas and not self._all_capital(scene, stop, at)):
                    break
            found = words.titles.before(pieces, stop)
            if found is None or found[1].kind not in (TitleKind.TITLE, TitleKind.RANK):
                continue
            if stop < at and not (pieces[stop].fold in _OF and scene.tight(stop)) and "," not in gap:
                continue
            if stop == at and scene.tight(at):
                continue
            draft = self._apposed(scene, found[0], stop, at, found[1])
            if draft:
                best = [draft]
        return best

    def _all_capital(self, scene: Scene, first: int, last: int) -> bool:
        return all(p.capital or p.fold in ("of", "and", "state", "branch", "the") for p in scene.pieces[first:last])

    def _apposed(self, scene: Scene, first: int, stop: int, at: int, word: TitleWord) -> RoleDraft | None:
        pieces = scene.pieces
        draft, begin = self._build(scene, first, stop, word, "role.apposition_before")
        if draft is None or draft.plural:
            return None
        determined = begin > 0 and pieces[begin - 1].fold in _DETERMINERS and scene.tight(begin)
        if not (determined or begin == 0 or draft.organisation or pieces[first].capital):
            return None
        if (
            determined
            and begin > 1
            and "," in scene.gap(begin - 1)
            and (pieces[begin - 2].capital or pieces[begin - 2].text.isdigit())
        ):
            return None
        organisation = draft.organisation
        if stop < at:
            head = stop + 1 if pieces[stop].fold in _OF else stop
            organisation = self._organisation_text(scene, head, at) or organisation
        return RoleDraft(
            draft.start, draft.end, draft.title, draft.rank, organisation, draft.part, draft.role, "", draft.rule
        )

    def _organisation_text(self, scene: Scene, first: int, last: int) -> str | None:
        pieces = scene.pieces
        while first < last and pieces[first].fold in _DETERMINERS:
            first += 1
        for index in range(first, last):
            if pieces[index].fold == "in" and index + 1 < last and pieces[index + 1].fold == "charge":
                last = index
                break
        return scene.text(first, last) or None

    # ---- what stands behind ------------------------------------------------------------
    def _title_ahead(self, scene: Scene, at: int) -> tuple[RoleDraft | None, int]:
        pieces, words = scene.pieces, self._words
        first = self._skip_determiners(scene, at)
        for head in range(first, min(first + 9, len(pieces))):
            if head > first and not (scene.linked(head) or scene.gap(head) == "-"):
                return None, at
            found = words.titles.at(pieces, head, len(pieces))
            if found is None or found[1].kind == TitleKind.ADDRESS:
                if pieces[head].fold in _OF or (not pieces[head].capital and scene.tag(head) in _FINITE):
                    return None, at
                continue
            last, word = found
            while last < len(pieces) and scene.tight(last):
                more = words.titles.at(pieces, last, len(pieces))
                if more is None:
                    break
                last, word = more
            if word.kind == TitleKind.STYLE and first == at and not pieces[at].capital:
                return None, at
            if (
                last < len(pieces)
                and scene.tight(last)
                and pieces[last].capital
                and pieces[last].fold not in words.things
            ):
                return None, at
            return self._ahead(scene, first, head, last, word)
        return None, at

    def _skip_determiners(self, scene: Scene, at: int) -> int:
        pieces = scene.pieces
        while at < len(pieces) and (
            pieces[at].fold in _DETERMINERS
            or pieces[at].fold in ("who", "is", "was", "also", "himself", "herself", "of")
        ):
            if pieces[at].fold == "of" and pieces[at - 1].fold != "one":
                break
            at += 1
        return at

    def ahead(self, scene: Scene, at: int) -> tuple[RoleDraft | None, int]:
        """Read the title that begins at a piece, with its organisation; gives the index behind them."""
        return self._title_ahead(scene, at)

    def _ahead(self, scene: Scene, first: int, head: int, last: int, word: TitleWord) -> tuple[RoleDraft, int]:
        pieces, words = scene.pieces, self._words
        start = max(first, self._modifiers(scene, head, word))
        organisation: str | None = None
        split = start
        for index in range(first, head):
            if words.things.get(pieces[index].fold) in ("organisation", "place") and pieces[index].fold not in (
                words.modifiers if not pieces[index].capital else ()
            ):
                split = max(start if index < start else index + 1, index + 1)
        capitals = [i for i in range(first, start) if pieces[i].capital]
        if split > first and split != start:
            organisation, start = scene.text(first, split), split
        elif capitals or split > first:
            organisation = scene.text(first, start)
        if organisation and all(words.things.get(p.fold) == "nationality" for p in pieces[first:start]):
            organisation = None
        end = last
        if last < len(pieces) and scene.tight(last) and pieces[last].fold in _OF:
            stop = self.organisation_end(scene, last + 1)
            text = self._organisation_text(scene, last + 1, stop)
            if text and not self._is_time(scene, last + 1):
                organisation, end = text, stop
        draft = RoleDraft(
            pieces[start].start, pieces[last - 1].end, scene.text(start, last), word.rank, organisation, word.part,
            word.role, word.gender, "role.apposition_behind",
        )  # fmt: skip
        return draft, end

    def _is_time(self, scene: Scene, index: int) -> bool:
        pieces = scene.pieces
        return index < len(pieces) and (
            self._words.things.get(pieces[index].fold) == "time" or pieces[index].text[0].isdigit()
        )

    def organisation_end(self, scene: Scene, first: int) -> int:
        """Find the index behind the noun phrase that begins at a piece: an organisation, a place, a team."""
        pieces = scene.pieces
        index = first
        while index < len(pieces) and index - first < 16:
            piece = pieces[index]
            if index > first and not (scene.linked(index) or scene.gap(index) in (" (", ") ", " & ", "-", "/")):
                break
            if not piece.capital and not piece.text[0].isdigit() and not self._inside(scene, index, first):
                break
            index += 1
        while index > first and not pieces[index - 1].capital and scene.tag(index - 1)[:2] not in ("NN", "JJ", "VB"):
            index -= 1
        return index

    def _inside(self, scene: Scene, index: int, first: int) -> bool:
        piece, pieces = scene.pieces[index], scene.pieces
        if piece.fold in ("of", "for"):
            return index > first
        if piece.fold in ("and", "in", "on"):
            return index > first and index + 1 < len(pieces) and pieces[index + 1].capital
        if piece.fold in _DETERMINERS:
            return index == first or pieces[index - 1].fold in ("of", "for")
        return scene.tag(index)[:2] in ("NN", "JJ") or scene.tag(index) == "VBG"

    def _from(self, scene: Scene, at: int) -> Iterator[RoleDraft]:
        """Read "NAME of the Harbour Unit", "NAME, from the clinic in Ayr": an organisation without a title."""
        pieces = scene.pieces
        if at >= len(pieces) or pieces[at].fold not in ("of", "from", "at", "with"):
            return
        first = at + 1
        stop = self.organisation_end(scene, first)
        while first < stop and pieces[first].fold in _DETERMINERS:
            first += 1
        if stop <= first:
            return
        known = any(
            self._words.things.get(piece.fold) == "organisation" or (piece.text.isupper() and len(piece.text) > 1)
            for piece in pieces[first:stop]
        )
        text = scene.text(first, stop)
        street = self._words.things.get(pieces[stop - 1].fold) == "place"
        if known and text and not street:
            yield RoleDraft(
                pieces[first].start, pieces[stop - 1].end, None, None, text, Part.OTHER, True, "", "role.from"
            )
