"""What stands around a run of name words in a wider reach: lists of places, addresses, bodies, animals, e-mail.

`in_front.py` and `behind.py` read the neighbours of a candidate; here is what a reader sees a few words away: the noun
that a list belongs to ("areas including X and Y"), the school before a comma ("Ayr College, X"), the pronoun that takes
the name up again. Each observation adds the id of a witness; nothing is decided here.
"""

import re
from collections.abc import Sequence

from newsfacts.lexicons.function_words import function_words
from newsfacts.people.names.beside import Mark
from newsfacts.people.names.candidates import Candidate
from newsfacts.people.names.single import Attested
from newsfacts.people.pieces import Case, Scene
from newsfacts.people.words import PeopleWords

__all__ = ["Around", "is_mail"]

_MAIL = re.compile(r"[.\w-]*@\w")
_LIST = 24
"""Pieces of a list of places before a candidate."""
_ADDRESS = 8
"""Words of an address between an age and a candidate."""
_NOUNS = 3
"""Words in lower case between a name and the noun of a place: "X local government area"."""
_TO_A_PLACE = function_words("to a place")
_FOR_INSTANCE = function_words("for instance")
_OF_ONE = function_words("inside a name")
"""Words by which a body belongs to an office that stands before it."""
_TOOK_UP = function_words("of somebody")


def is_mail(text: str, end: int) -> bool:
    """See a word that goes on as an address of electronic mail: "Ann" in "Ann.Roe@ayr.example"."""
    return text[end : end + 1] in (".", "_", "-", "@") and _MAIL.match(text, end) is not None


class Around:
    """Observe what stands around candidates."""

    def __init__(self, words: PeopleWords, attested: Attested) -> None:
        """Take the words and the dictionary."""
        self._words = words
        self._attested = attested
        self._to_places = words.place_prepositions | _TO_A_PLACE

    def observe(self, candidate: Candidate, scene: Scene, marks: Sequence[int]) -> None:
        """Add what stands around a candidate to it."""
        given = candidate.folds[0] in self._words.given and candidate.folds[0] not in self._words.given_common
        if not given and " ".join(candidate.folds) in self._words.towns:
            candidate.ids.add("gazetteer")
        self._by_dictionary(candidate)
        self._area_behind(candidate, scene)
        if candidate.first:
            self._before(candidate, scene, marks)
        self._taken_up(candidate, scene)
        if scene.possessive(candidate.last) and scene.pieces[candidate.last].fold in self._words.personal:
            candidate.ids.add("personal_behind")

    def _by_dictionary(self, candidate: Candidate) -> None:
        """See words of English that are no known names: "[Pump Action] rifle", "[Vudu Lounge]".

        Behind a rank, before an age, behind a known given name a family name may be any word: "Officer Banks".
        """
        words, folds = self._words, candidate.folds
        known = candidate.single and (folds[0] in words.famous or "cue_before" in candidate.ids)
        introduced = candidate.roles or candidate.age is not None or known
        if introduced or (len(folds) > 1 and folds[0] in words.given and folds[0] not in words.given_common):
            return
        told = [
            word not in words.given and word not in words.surnames and word not in words.family_first
            and len(word) > 2 and self._attested(word)
            for word in folds
        ]  # fmt: skip
        if all(told):
            candidate.ids.add("dictionary")
            if "cue_person" not in candidate.ids:
                candidate.ids.discard("cue_before")  # "one Locally Made Pistol": a number
        elif told[-1] and "model_person" not in candidate.ids:
            candidate.ids.add("dictionary_last")
        elif any(told[:-1]):
            candidate.ids.add("dictionary_part")

    def _area_behind(self, candidate: Candidate, scene: Scene) -> None:
        """See "Roe local government area", "Roe and Tan estates" where words stand before the noun of the place."""
        pieces, at = scene.pieces, candidate.last
        for index in range(at, min(at + _NOUNS, len(pieces))):
            if pieces[index].capital or not scene.tight(index) or not scene.tag(index).startswith(("NN", "JJ")):
                return
            if index > at and self._words.things.get(pieces[index].fold) == "place":
                candidate.ids.add("area_behind")
                return

    def _before(self, candidate: Candidate, scene: Scene, marks: Sequence[int]) -> None:
        """Collect what the word in front of a run of capitals says of it."""
        first, pieces, ids = candidate.first, scene.pieces, candidate.ids
        before, tight = pieces[first - 1], scene.tight(first)
        kind = self._words.things.get(before.fold)
        self._bodies_before(candidate, scene, marks, kind)
        if tight and candidate.single and before.text.isdigit() and not candidate.roles:
            ids.add("number_before")
        if tight and before.fold == "of" and self._heads(scene, first - 1):
            ids.add("office_of")
        if tight and first > 1 and self._beside(pieces[first - 2].fold, before.fold):
            ids.add("beside_place")
        if self._instances(candidate, scene):
            ids.add("place_instances")
        if self._in_address(candidate, scene, marks):
            ids.add("residence")
        if self._animal(candidate, scene):
            ids.add("named_after")

    def _bodies_before(self, candidate: Candidate, scene: Scene, marks: Sequence[int], kind: str | None) -> None:
        """See the noun or name of a body in front of a run of capitals; `kind` is that of the word before it."""
        first, pieces, ids = candidate.first, scene.pieces, candidate.ids
        before, tight = pieces[first - 1], scene.tight(first)
        lower = scene.case == Case.LOWER  # there "police station roe tan" tells whom he serves
        body = kind == "organisation" and before.fold not in self._words.police and not lower
        body = body or before.fold == "themselves"  # "insurgents calling themselves X"
        if tight and not before.capital and body and not self._words.titles.before(pieces, first):
            ids.add("body_before")
            if before.fold in self._words.media and not self._known(candidate):
                ids.add("named_after")  # "the Bangla daily X"
        if scene.gap(first) == ", " and before.capital and kind == "organisation" and marks[first - 1] == Mark.THING:
            ids.add("sited_comma" if before.fold in self._words.sited and not self._known(candidate) else "body_comma")
        bracket = scene.gap(first) == " (" and scene.gap(candidate.last).startswith(")")
        if bracket and candidate.single and kind == "organisation" and not self._known(candidate):
            ids.add("acronym")  # "the Rapid Action Battalion (Rab)"
        if self._apposed_to_body(scene, first) and not candidate.roles:
            ids.add("body_apposed")

    def _apposed_to_body(self, scene: Scene, first: int) -> bool:
        """See "another gang, X,", "radio station, X.": the noun of a body and a comma; not "head of the gang, X"."""
        pieces = scene.pieces
        noun = pieces[first - 1]
        if noun.capital or scene.gap(first) != ", " or self._words.things.get(noun.fold) != "organisation":
            return False
        if noun.fold in self._words.police or noun.fold in self._words.families:
            return False
        at = first - 1
        while at > 0 and scene.tight(at) and scene.tag(at - 1)[:2] in ("DT", "JJ", "NN", "VB", "PR"):
            at -= 1
        return at == 0 or pieces[at - 1].fold not in _OF_ONE

    def _known(self, candidate: Candidate) -> bool:
        """See a candidate of which a word is a known name, or which has a rank, an age or a cue."""
        words = self._words
        named = any(fold in words.given or fold in words.surnames for fold in candidate.folds)
        return named or not candidate.ids.isdisjoint(("rank_before", "cue_before", "age_behind"))

    def _heads(self, scene: Scene, of: int) -> bool:
        """See an office of one who heads something before "of": "leader of X"; not "aide of X"."""
        return of > 0 and scene.tight(of) and scene.pieces[of - 1].fold in self._words.heading

    def _beside(self, word: str, before: str) -> bool:
        """See "parallel to X", "the junction with X", "a man from X"."""
        if before == "from":
            return word in self._words.aged
        return before in ("to", "with") and word in self._words.nearness

    def _instances(self, candidate: Candidate, scene: Scene) -> bool:
        """See "areas including X", "towns such as Y, X and Z": what a list of places gives as instances."""
        pieces, at = scene.pieces, candidate.first - 1
        least = max(0, at - _LIST)
        while at > least and (pieces[at].capital or pieces[at].fold == "and") and not pieces[at].fold.isdigit():
            at -= 1
        if at == 0 or scene.possessive(candidate.last):
            return False
        if pieces[at].fold == "of" and pieces[at - 1].fold in self._words.homes:
            if pieces[at - 1].capital or (scene.tight(candidate.first) and at < candidate.first - 1):
                return False  # "Attorney for the Northern District of Illinois Roe"
            return self._words.things.get(pieces[at - 1].fold.removesuffix("s")) == "place"  # "the village of X"
        if pieces[at].fold not in _FOR_INSTANCE:
            return False
        noun = pieces[at - 1].fold if pieces[at - 1].fold != "such" or at < 2 else pieces[at - 2].fold
        words = self._words
        many = noun.endswith("s") and words.things.get(noun.removesuffix("s")) == "place"
        return many or (noun.endswith("s") and noun in words.homes) or words.things.get(noun) == "place"

    def _in_address(self, candidate: Candidate, scene: Scene, marks: Sequence[int]) -> bool:
        """See the second part of an address: "Bo Tan, 39, of Brackley, X, was jailed"."""
        pieces, first = scene.pieces, candidate.first
        if scene.gap(first) != ", " or not pieces[first - 1].capital:
            return False
        at = first - 1
        while at > max(0, first - _ADDRESS) and pieces[at].capital:
            at -= 1
        if at < 1 or pieces[at].fold not in ("of", "from"):
            return False
        if pieces[at - 1].fold in self._words.homes:
            # "a resident of Brackley, X"; not "a resident of Ayr, Bo Tan, said"
            return candidate.single and not self._known(candidate) and "speech" not in candidate.ids
        name = at - 2 if pieces[at - 1].text.isdigit() else at - 1
        paused = name == at - 2 or scene.gap(at) == ", "  # "Bo Tan, of Brackley, X, denied it"
        return name >= 0 and paused and marks[name] in (Mark.NAME, Mark.BEHIND)

    def _animal(self, candidate: Candidate, scene: Scene) -> bool:
        """See "police dog X", "PD X", "a cat named X", "the puppy, X,": who has a name and is no person."""
        pieces, first, words = scene.pieces, candidate.first, self._words
        cue = words.cues.before(pieces, first)
        at = cue[0] if cue else first
        near = scene.gap(first).strip(" ,\"'“‘") == ""
        return near and at > 0 and pieces[at - 1].fold in words.animals

    def _taken_up(self, candidate: Candidate, scene: Scene) -> None:
        """See "Roe shot his wife", "Roe said she": a pronoun behind the name takes it up."""
        token = scene.token(scene.pieces[candidate.last - 1]) if candidate.single else None
        if token is None or token.dep not in ("nsubj", "nsubjpass", "dobj", "poss"):
            return
        pieces, at = scene.pieces, candidate.last
        while at < len(pieces) and (not pieces[at].capital or pieces[at - 1].fold in self._to_places):
            if pieces[at].fold in _TOOK_UP:
                candidate.ids.add("taken_up")
                return
            at += 1
