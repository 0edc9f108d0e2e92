"""The witnesses for and against a run of name words: its own words, the model's labels, and its neighbours.

The neighbours are read in `in_front.py` and `behind.py`; the decision is in `witnesses.py`. Names in text without
capitals are found by their titles, ages and the model alone, in `lower.py`.
"""

import re
from collections.abc import Sequence

from newsfacts.lexicons.function_words import cue_words
from newsfacts.people.names.around import Around
from newsfacts.people.names.behind import Behind
from newsfacts.people.names.beside import Mark
from newsfacts.people.names.candidates import Candidate, Lemma
from newsfacts.people.names.in_front import InFront
from newsfacts.people.names.single import Attested
from newsfacts.people.pieces import Case, Scene
from newsfacts.people.roles.titles import TitlePhrases
from newsfacts.people.words import PeopleWords

__all__ = ["Observer"]


_CAMEL = re.compile(r"\A(?!Mc|Mac|De|Di|La|Le|Du|Fitz|Van|Al|El|Abd|O)[A-Z][a-z]+[A-Z][a-z]|\A[A-Z]{2,}[a-z]{3}")
"""A capital inside one word, behind no prefix that family names have."""
_NAME_WORDS = frozenset(
    {"given_first", "given_common", "given_inside", "surname_last", "surname_first", "east_asian", "initials"}
    | {"particle", "single_given", "single_surname", "famous"}
)
"""Witnesses of the words themselves."""
_SHORT_GIVEN = cue_words("short given name")
_COMMON_TAGS = frozenset({"NN", "NNS", "JJ", "CD"})
"""Tags of words that are no verbs and no names."""


class Observer:
    """Gather the witnesses for candidates."""

    def __init__(self, words: PeopleWords, titles: TitlePhrases, attested: Attested) -> None:
        """Take the words, the reader of titles and the dictionary."""
        self._words = words
        self._in_front = InFront(words, titles)
        self._behind = Behind(words, titles)
        self._around = Around(words, attested)

    def observe(self, candidate: Candidate, scene: Scene, marks: Sequence[int], lemma: Lemma) -> None:
        """Add what one sentence says about a candidate to it."""
        self._by_words(candidate, scene)
        self._by_model(candidate, scene, marks)
        self._in_front.observe(candidate, scene, marks)
        self._behind.observe(candidate, scene, marks, lemma)
        self._around.observe(candidate, scene, marks)

    def _by_words(self, candidate: Candidate, scene: Scene) -> None:
        """Collect what the words of a run of capitals say by themselves: given names, surnames, things."""
        words, folds, ids = self._words, candidate.folds, candidate.ids
        known_given = [word in words.given or word.split("-")[0] in words.given for word in folds]
        if candidate.single:
            self._by_word(candidate, scene, known=known_given[0])
        else:
            if known_given[0]:
                ids.add("given_common" if folds[0] in words.given_common else "given_first")
            if any(known_given[1:]):
                ids.add("given_inside")
            if folds[-1] in words.surnames or folds[-1].split("-")[-1] in words.surnames:
                ids.add("surname_last")
            elif folds[0] in words.surnames:
                ids.add("surname_first")
            if self._east_asian(folds):
                ids.add("east_asian")
            if self._initials(candidate, scene):
                ids.add("initials")
            if any(word in words.inner for word in folds[1:]):
                ids.add("particle")
            ids.add("shape" if len(folds) < 5 else "long" if len(folds) < 7 else "endless")
        if candidate.nickname:
            ids.add("nickname")
        if not known_given[0] and any(word in words.headings for word in folds):
            ids.add("heading_word")
        if words.places.at(scene.pieces, candidate.first, candidate.last):
            ids.add("place_known")
        if not candidate.ids & _NAME_WORDS and self._menu(scene):
            ids.add("menu")
        if words.namesakes.at(scene.pieces, candidate.first, candidate.last):
            ids.add("namesake")
        if scene.case == Case.CAPITALS or (scene.case == Case.TITLE and len(scene.pieces) > len(folds) + 2):
            ids.add("heading_case")
        if candidate.text.isupper():
            ids.add("capitals")

    def _by_word(self, candidate: Candidate, scene: Scene, *, known: bool) -> None:
        """Add what a single word says; `known` tells that it is a given name."""
        words, word, ids = self._words, candidate.folds[0], candidate.ids
        ids.add("single")
        if word in words.famous:
            ids.add("famous")
        if word in words.family_first or self._syllables(word):
            ids.add("pinyin")
        if _CAMEL.search(candidate.text):
            ids.add("camel")
        if candidate.first == 0:
            ids.add("opens")
        tag = scene.tag(candidate.first)
        if tag in _COMMON_TAGS:
            ids.add("tag_common")
        elif tag not in ("NNP", "NNPS", "FW"):
            ids.add("tag_verb")
        if known and word not in words.given_common:
            ids.add("single_given")
        elif word in words.surnames:
            ids.add("single_surname")

    def _menu(self, scene: Scene) -> bool:
        """See a line of a few capitalised words and no more: an entry of a menu."""
        pieces = scene.pieces
        short = len(pieces) < 5 and scene.tail.strip() == ""
        return short and all(piece.capital and not any(map(str.isdigit, piece.text)) for piece in pieces)

    def _initials(self, candidate: Candidate, scene: Scene) -> bool:
        """See "K. Roe", "Ann M Roe", "Md Roe", not "C Shift"."""
        if candidate.folds[0] in _SHORT_GIVEN and scene.pieces[candidate.first].text.istitle():
            return True
        known = any(word in self._words.given or word in self._words.surnames for word in candidate.folds)
        known = known or scene.case == Case.LOWER  # no letter stands alone there but those of names
        places = range(candidate.first, candidate.last)
        return any(
            len(scene.pieces[index].text) == 1 and (known or scene.gap(index + 1).startswith(".")) for index in places
        )

    def _east_asian(self, folds: Sequence[str]) -> bool:
        words = self._words
        if folds[0] not in words.family_first or len(folds) > 3:
            return False
        rest = [part for word in folds[1:] for part in word.split("-")]
        if len(folds) == 2 and len(rest) == 1:
            return self._syllables(rest[0])
        return len(rest) == 2 and all(len(part) < 7 for part in rest) and not any(p in words.headings for p in rest)

    def _syllables(self, word: str) -> bool:
        """See one or two syllables of pinyin written as one word."""
        syllables = self._words.pinyin
        plain = word.replace("'", "")
        return plain in syllables or any(plain[:cut] in syllables and plain[cut:] in syllables for cut in range(1, 7))

    def _by_model(self, candidate: Candidate, scene: Scene, marks: Sequence[int]) -> None:
        sentence = scene.sentence
        for entity in sentence.entities:
            start, end = sentence.tokens[entity.first].start, sentence.tokens[entity.last - 1].end
            if start >= candidate.end or end <= candidate.start:
                continue
            if entity.label == "PERSON":
                if self._same_run(start, end, candidate, scene, marks):
                    candidate.ids.add("model_person_single" if candidate.single else "model_person")
                elif not candidate.single:
                    candidate.ids.add("model_person_partly")
            elif start <= candidate.start and end >= candidate.end:
                kind = {"ORG": "organisation", "GPE": "place", "LOC": "place", "NORP": "place"}.get(
                    entity.label, "thing"
                )
                known = candidate.single and candidate.ids & {"single_given", "single_surname", "famous"}
                if entity.label not in ("DATE", "CARDINAL", "TIME") and not known:
                    candidate.ids.add(f"model_{kind}")

    @staticmethod
    def _same_run(start: int, end: int, candidate: Candidate, scene: Scene, marks: Sequence[int]) -> bool:
        """See whether an entity is the candidate, but for titles before it and a possessive behind it."""
        if end < candidate.end or end > candidate.end + 2:
            return False
        if start >= candidate.start:
            return start == candidate.start
        return all(
            marks[i] in (Mark.TITLE, Mark.FUNCTION, Mark.KIN)
            for i in range(candidate.first)
            if scene.pieces[i].end > start
        )
