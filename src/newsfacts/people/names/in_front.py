"""What stands in front of a run of name words: titles, ages, cues, kin, prepositions, the begin of another name.

Each observation adds the id of a witness to the candidate, or its age and roles; nothing is decided here.
"""

from collections.abc import Sequence

from newsfacts.lexicons.function_words import cue_words, function_words
from newsfacts.people.ages import AGE_APPOSED, AGE_BEFORE, AGE_BEHIND, AGE_NAMED, ages_in_digits
from newsfacts.people.names.beside import Mark
from newsfacts.people.names.candidates import Candidate
from newsfacts.people.pieces import Case, Scene
from newsfacts.people.roles.before import direct_title, titles_before
from newsfacts.people.roles.titles import TitlePhrases
from newsfacts.people.words import Cue, PeopleWords, TitleKind

__all__ = ["InFront"]

_TO_A_PLACE = function_words("to a place")
_KNOWN = frozenset(
    {
        "given_first",
        "given_common",
        "given_inside",
        "surname_last",
        "surname_first",
        "east_asian",
        "initials",
        "particle",
    }
    | {"single_given", "single_surname", "famous", "model_person"}
)
"""Witnesses that know the words themselves."""

_AFTER_CUE = frozenset({": ", " (", ", ", " - ", ' "', " “", " '", " ‘"})
"""What may stand between "known only as" and a name."""
_OPERATION = cue_words("operation")
_OWN = function_words("possessive") - {"its"}
"""Words before a word of kin that say whose."""


class InFront:
    """Observe what stands in front of candidates."""

    def __init__(self, words: PeopleWords, titles: TitlePhrases) -> None:
        """Take the words and the reader of titles."""
        self._words = words
        self._titles = titles

    def observe(self, candidate: Candidate, scene: Scene, marks: Sequence[int]) -> None:
        """Add what stands in front of a candidate to it."""
        first, ids = candidate.first, candidate.ids
        candidate.roles.extend(titles_before(self._titles, scene, first))
        start = min([candidate.start, *(draft.start for draft in candidate.roles if draft.start < candidate.start)])
        text_before = scene.sentence.text[max(0, start - scene.sentence.start - 80) : start - scene.sentence.start]
        if scene.case == Case.CAPITALS:
            text_before = text_before.lower()
        text_before = ages_in_digits(text_before, self._words.numbers)
        age = AGE_BEFORE.search(text_before) or AGE_NAMED.search(text_before)
        if age and not self._man_of(candidate, scene):
            ids.add("age_before")
            candidate.age = int(next(filter(None, age.groups())))
        elif start == candidate.start and scene.gap(candidate.last)[:1] in (",", ";", ")", "."):
            apposed = AGE_APPOSED.search(text_before)
            if apposed and not AGE_BEHIND.match(scene.sentence.text, candidate.end - scene.sentence.start):
                ids.add("age_before")
                candidate.age = int(apposed[1])
        direct = direct_title(self._titles, scene, first)
        known = ids & _KNOWN
        if direct == TitleKind.TITLE and scene.case in (Case.TITLE, Case.CAPITALS) and not known:
            pass  # "Deputy Administrators", "Defendant Receives Life": headings capitalise everything
        elif direct:
            ids.add("title_before" if direct == TitleKind.TITLE else "rank_before")
        elif candidate.roles:
            ids.add("title_behind")
        if first:
            self._words_before(candidate, scene, marks, direct)

    def _words_before(self, candidate: Candidate, scene: Scene, marks: Sequence[int], direct: str | None) -> None:
        """Add what the words right before a candidate say."""
        first, ids = candidate.first, candidate.ids
        self._cues(candidate, scene)
        self._offices(candidate, scene, direct)
        self._kin(candidate, scene)
        self._chains(candidate, scene, marks)
        if scene.tight(first):
            self._prepositions(candidate, scene)
            self._thing_before(candidate, scene, marks)
        if self._ends_in_place(candidate, scene, marks):
            ids.add("place_named")
        if scene.linked(first):
            self._capital_before(candidate, scene, marks)
        if not scene.tight(first) or scene.pieces[first - 1].fold == "and":
            self._place_list(candidate, scene)

    def _cues(self, candidate: Candidate, scene: Scene) -> None:
        """See "known only as NAME", "one NAME, who"."""
        first = candidate.first
        cue = self._words.cues.before(scene.pieces, first)
        if cue and cue[1] != Cue.ALIAS and (scene.tight(first) or scene.gap(first) in _AFTER_CUE):
            candidate.ids.add("cue_before")
            if cue[1] == Cue.PERSON or self._one_apart(candidate, scene):
                candidate.ids.add("cue_person")

    @staticmethod
    def _offices(candidate: Candidate, scene: Scene, direct: str | None) -> None:
        """See "President NAME", and "the Rev NAME", where an article stands before a form of address."""
        first, pieces = candidate.first, scene.pieces
        capital = pieces[first - 1].capital and scene.case == Case.NORMAL
        if direct == TitleKind.TITLE and candidate.single and capital:
            candidate.ids.add("office_before")
        if direct == TitleKind.ADDRESS and first > 1 and pieces[first - 2].fold == "the" and scene.tight(first - 1):
            candidate.ids.add("article_before")

    def _kin(self, candidate: Candidate, scene: Scene) -> None:
        """See "his mother, NAME,", "the mother of NAME", "the body of NAME"."""
        first, pieces, ids = candidate.first, scene.pieces, candidate.ids
        before, tight = pieces[first - 1].fold, scene.tight(first)
        if before in self._words.kin and (tight or scene.gap(first) == ", "):
            ids.add("kin_before")
            if first > 1 and pieces[first - 2].fold in _OWN and scene.gap(candidate.last)[:1] in (",", ".", ";", ")"):
                ids.add("kin_own")
        if before == "of" and tight and first > 1:
            if pieces[first - 2].fold in self._words.kin:
                ids.update(("kin_before", "kin_of"))
            if pieces[first - 2].fold in self._words.nouns:
                ids.add("person_verb")

    def _chains(self, candidate: Candidate, scene: Scene, marks: Sequence[int]) -> None:
        """See what goes on from something before: "Ayr, NAME", "NAME, 41, of Ayr", "Roe & NAME"."""
        first = candidate.first
        before = scene.pieces[first - 1].fold
        place = self._words.things.get(before) == "place" or self._words.is_place(before)
        if place and scene.gap(first) == ", " and marks[first - 1] == Mark.THING:
            candidate.ids.add("place_chain")
        if self._lives_there(candidate, scene, marks):
            candidate.ids.add("residence")
        if "&" in scene.gap(first):
            candidate.ids.add("ampersand")

    def _prepositions(self, candidate: Candidate, scene: Scene) -> None:
        """See an article, a preposition of place or "according to" right before a candidate."""
        first, pieces = candidate.first, scene.pieces
        before, earlier = pieces[first - 1].fold, pieces[first - 2].fold if first > 1 else ""
        home = before == "of" and earlier in self._words.homes
        if before == "the" or (before in ("a", "an") and self._noun_follows(candidate, scene)):
            candidate.ids.add("article_before")
        elif before == "in" and earlier in self._words.trust:
            pass  # "faith in Ann Roe": nobody is in a place there
        elif before in self._words.place_prepositions or (before == "from" and candidate.single) or home:
            candidate.ids.add("place_preposition_single" if candidate.single else "place_preposition")
            if before == "in" and self._inside(candidate, scene):
                candidate.ids.add("inside")
        elif before == "to" and earlier == "according":
            candidate.ids.add("speech")

    @staticmethod
    def _noun_follows(candidate: Candidate, scene: Scene) -> bool:
        """See "a Linda Roe collision", "a Roe plan": the name only says which."""
        last = candidate.last
        return scene.tight(last) and not scene.pieces[last].capital and scene.tag(last).startswith("NN")

    @staticmethod
    def _inside(candidate: Candidate, scene: Scene) -> bool:
        """See "arrested in Homer Glen."; not "in Ann Roe's car", "in Ann Roe murder"."""
        last = candidate.last
        if candidate.single or scene.possessive(last) or scene.case != Case.NORMAL:
            return False
        if scene.tag(candidate.first - 1) != "IN":
            return False  # "brought in Ann Roe"
        return not scene.tight(last) or not scene.tag(last).startswith(("NN", "JJ", "CD", "VBG"))

    def _ends_in_place(self, candidate: Candidate, scene: Scene, marks: Sequence[int]) -> bool:
        """See "in Mary Roe Park", "in Lady Lane": a place's word ends the run behind a preposition of place."""
        pieces, first, last = scene.pieces, candidate.first, candidate.last
        if first > 1 and scene.tight(first) and marks[first - 1] == Mark.TITLE:
            first -= 1
        before = pieces[first - 1].fold
        where = before in self._words.place_prepositions or before in _TO_A_PLACE
        whole = last - first > 1 and not (candidate.single and scene.possessive(last))
        return scene.tight(first) and where and whole and self._words.things.get(pieces[last - 1].fold) == "place"

    @staticmethod
    def _one_apart(candidate: Candidate, scene: Scene) -> bool:
        """See "one Roe, who", "one Roe alias Ben": "one" introduces somebody unknown, and a pause follows."""
        before = scene.pieces[candidate.first - 1]
        return (
            before.fold == "one"
            and scene.tight(candidate.first)
            and scene.gap(candidate.last)[:1] in (",", ";", ".", ")")
        )

    @staticmethod
    def _capital_before(candidate: Candidate, scene: Scene, marks: Sequence[int]) -> None:
        """See "Sri Lanka", "Forest of Dean", "New Year’s Eve": something's name has begun before the candidate."""
        first, pieces = candidate.first, scene.pieces
        serving = scene.case == Case.CAPITALS and marks[first - 1] == Mark.FUNCTION  # "AND ANN ROE"
        named = marks[first - 1] in (Mark.THING, Mark.FUNCTION, Mark.NONE, Mark.BEHIND) and not serving
        if pieces[first - 1].capital and named:
            candidate.ids.add("capital_before")
        if pieces[first - 1].fold == "of" and first > 1 and scene.tight(first - 1) and pieces[first - 2].capital:
            candidate.ids.add("of_name")

    def _lives_there(self, candidate: Candidate, scene: Scene, marks: Sequence[int]) -> bool:
        """See "NAME, 41, Santa Rosa, pleaded guilty" and "NAME, 31, of Hope,": where the one of that age lives."""
        pieces, first, last = scene.pieces, candidate.first, candidate.last
        of = scene.tight(first) and pieces[first - 1].fold in ("of", "from")
        age = first - 2 if of else first - 1
        if of and age > 1 and pieces[age].fold == "and" and pieces[age - 1].text.isdigit():
            return True  # "Roe, aged 54 and from Hope"
        if age < 1 or not pieces[age].text.isdigit() or marks[age - 1] not in (Mark.NAME, Mark.BEHIND):
            return False
        if not scene.gap(age).lstrip(".").startswith((", ", " (")) or (
            scene.gap(age + 1)[:1] not in (",", ")") and not of
        ):
            return False
        if of:
            return True
        told = last < len(pieces) and scene.gap(last) == ", " and scene.tag(last) in ("VBD", "VBZ", "VBP", "MD")
        return told and AGE_BEHIND.match(scene.sentence.text[candidate.end - scene.sentence.start :][:60]) is None

    def _place_list(self, candidate: Candidate, scene: Scene) -> None:
        """See "in Ayr, Irvine and Kings Roe": a list of places behind one preposition."""
        token = scene.token(scene.pieces[candidate.last - 1])
        if token is None or token.dep != "conj":
            return
        tokens, climbed, steps = scene.sentence.tokens, token, 0
        while climbed.dep in ("conj", "appos") and climbed.head != climbed.position and steps < 12:
            climbed, steps = tokens[climbed.head], steps + 1
        if climbed.dep == "pobj" and tokens[climbed.head].lower in self._words.place_prepositions:
            candidate.ids.add("place_preposition_single" if candidate.single else "place_preposition")

    def _man_of(self, candidate: Candidate, scene: Scene) -> bool:
        """See "A 54-year-old Poole man": the word behind the age says where from."""
        last = candidate.last
        noun = scene.tight(last) and not scene.pieces[last].capital and scene.tag(last) == "NN"
        return candidate.single and noun

    def _thing_before(self, candidate: Candidate, scene: Scene, marks: Sequence[int]) -> None:
        """See "Operation Roe", "the trawler Ann Roe", "Jalan Tun Roe"; titles may stand between."""
        at, words, pieces = candidate.first, self._words, scene.pieces
        before = pieces[at - 1]
        if marks[at - 1] == Mark.THING:
            thing = words.things.get(before.fold) == "thing" or before.fold == "st"
            candidate.ids.add("thing_before" if thing else "organisation_before")
        while at > 1 and marks[at - 1] in (Mark.TITLE, Mark.KIN) and scene.tight(at - 1):
            at -= 1
        before = pieces[at - 1]
        street = before.fold in words.streets and before.capital
        operation = before.fold in _OPERATION and at < candidate.first
        if (before.fold in words.vessels and not before.capital) or street or operation:
            candidate.ids.add("named_after")
