"""Runs of name words and the witnesses that speak for and against each being a person.

Phases: 1. `runs` cuts the name words of a sentence into candidates; 2. `observe` gathers what it says about each.
The decision is in `witnesses.py`. Names in text without capitals are found by their titles, ages and the model alone.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from newsfacts.people.before import direct_title, titles_before
from newsfacts.people.behind import titles_behind
from newsfacts.people.marks import Mark
from newsfacts.people.pieces import Case, Scene, fold
from newsfacts.people.titles import RoleDraft, TitlePhrases
from newsfacts.people.witnesses import score
from newsfacts.people.words import Cue, PeopleWords, TitleKind

__all__ = ["Candidate", "Lemma", "Observer", "runs"]

Lemma = Callable[[str, str], str]
"""Base form of a word with its Penn Treebank tag."""

AGE_BEHIND = re.compile(
    r"""
    \s*(?: [,(\[–—-]\s* | \s )(?:now\s|then\s|aged\s|age\s|who\ is\s|is\s|an?\s){0,2}(?P<age>[1-9]\d{0,2})
    (?: (?= \s*(?:[,;.:)\]–—]|$) (?![.,]\d) ) | (?=\s(?:and\sof|of|from|and\s\d|was|were|is|who|has|had)\b)
      | (?:[-\s](?:plus\s)?)?(?:years?|yrs?)[-\s]*old\b | \s*years\sof\sage\b | \s?years\) | \s?yrs?\b )
    | \s*[,(]\s*(?:DOB|D\.O\.B\.)[:\s]
    """,
    re.VERBOSE,
)
_AGE_LATER = re.compile(
    r"(?:,\s(?:an?|who\s(?:is|was)|the)\s(?:(?!of\b|with\b|to\b|for\b|from\b|by\b)[a-z-]+\s){0,5}?"
    r"|\s(?:is|was)\s(?:already\s|now\s|then\s|only\s|just\s)?(?:an?\s)?|\s?\((?:fe)?male,\s)"
    r"(\d{1,3})[-\s]years?[-\s]old\b"
)
_AGE_BEFORE = re.compile(
    r"\b(\d{1,3})[-\s]+years?[-\s]+old\s+(?:(?!an?\b|the\b|\w+ed\b)[a-z]+\s+){0,2}$|\baged\s(\d{1,3})\s+$"
)
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
_QUOTE_OPEN = re.compile(r"\s[\"“‘'(]{1,2}\Z")
_QUOTE_CLOSE = re.compile(r"[\"”’')]{1,2}\s\Z")


@dataclass
class Candidate:
    """Hold one run of name words while it is weighed."""

    scene: int
    """Index of the sentence."""
    first: int
    """Index of the first piece."""
    last: int
    """Index behind the last piece."""
    text: str
    start: int
    end: int
    folds: tuple[str, ...]
    """The words in lower case, without particles' full stops."""
    nickname: str | None = None
    ids: set[str] = field(default_factory=set)
    """Witnesses that speak."""
    aliases: list[str] = field(default_factory=list)
    roles: list[RoleDraft] = field(default_factory=list)
    age: int | None = None
    weight: float = 0.0

    def weight_now(self) -> float:
        """Add up the witnesses that have spoken so far."""
        return score(self.ids)

    @property
    def single(self) -> bool:
        """See whether it is one word."""
        return len(self.folds) == 1


def runs(number: int, scene: Scene, marks: Sequence[int], words: PeopleWords) -> Iterator[Candidate]:
    """Cut the name words of a sentence into candidates, in order."""
    index = 0
    pieces = scene.pieces
    while index < len(pieces):
        if marks[index] != Mark.NAME:
            index += 1
            continue
        last, nickname = _extend(scene, marks, index, words)
        folds = tuple(piece.fold for piece in pieces[index:last])
        if any(len(word) > 1 for word in folds):
            yield Candidate(
                number, index, last, scene.text(index, last), pieces[index].start, pieces[last - 1].end, folds, nickname
            )
        index = last


def _extend(scene: Scene, marks: Sequence[int], first: int, words: PeopleWords) -> tuple[int, str | None]:
    pieces = scene.pieces
    nickname: str | None = None
    last = first + 1
    while last < len(pieces):
        if scene.tight(last) and marks[last] == Mark.NAME and not _stop_between(scene, last):
            last += 1
            continue
        jump = last
        while (
            jump < len(pieces) and scene.tight(jump) and not pieces[jump].capital and pieces[jump].fold in words.inner
        ):
            jump += 1
        if last < jump < len(pieces) and scene.tight(jump) and marks[jump] == Mark.NAME:
            last = jump + 1
            continue
        closing = _closing(scene, last)
        if closing and marks[closing] == Mark.NAME:
            nickname = scene.text(last, closing)
            last = closing + 1
            continue
        break
    if (
        last < len(pieces)
        and marks[last] == Mark.BEHIND
        and pieces[last].fold in ("jr", "sr", "snr", "jnr", "ii", "iii")
    ):
        last += 1
    return last, nickname


def _stop_between(scene: Scene, index: int) -> bool:
    """See a full stop in the gap that is no sign of an abbreviation: "met Roe. Tan said"."""
    before = scene.pieces[index - 1]
    return scene.pieces[index].gap.startswith(".") and len(before.text) > 2


def _closing(scene: Scene, index: int) -> int | None:
    if not _QUOTE_OPEN.match(scene.pieces[index].gap):
        return None
    for stop in range(index + 1, min(index + 4, len(scene.pieces))):
        if _QUOTE_CLOSE.match(scene.pieces[stop].gap):
            return stop
        if not scene.tight(stop):
            return None
    return None


class Observer:
    """Gather the witnesses for candidates."""

    def __init__(self, words: PeopleWords, titles: TitlePhrases) -> None:
        """Take the words and the reader of titles."""
        self._words = words
        self._titles = titles

    def observe(self, candidate: Candidate, scene: Scene, marks: Sequence[int], lemma: Lemma) -> None:
        """Add what one sentence says about a candidate to it."""
        self._by_words(candidate, scene)
        self._by_model(candidate, scene, marks)
        self._before(candidate, scene, marks)
        self._behind(candidate, scene, marks, lemma)

    def _by_words(self, candidate: Candidate, scene: Scene) -> None:
        words, folds, ids = self._words, candidate.folds, candidate.ids
        known_given = [word in words.given or word.split("-")[0] in words.given for word in folds]
        if candidate.single:
            word = folds[0]
            ids.add("single")
            if word in words.famous:
                ids.add("famous")
            if known_given[0] and word not in words.given_common:
                ids.add("single_given")
            elif word in words.surnames:
                ids.add("single_surname")
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
        if scene.case == Case.CAPITALS or (scene.case == Case.TITLE and len(scene.pieces) > len(folds) + 2):
            ids.add("heading_case")
        if candidate.text.isupper():
            ids.add("capitals")

    def _initials(self, candidate: Candidate, scene: Scene) -> bool:
        """See "K. Roe", "Ann M Roe", not "C Shift"."""
        known = any(word in self._words.given or word in self._words.surnames for word in candidate.folds)
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

    def _before(self, candidate: Candidate, scene: Scene, marks: Sequence[int]) -> None:
        first, pieces, ids = candidate.first, scene.pieces, candidate.ids
        candidate.roles.extend(titles_before(self._titles, scene, first))
        start = min([candidate.start, *(draft.start for draft in candidate.roles if draft.start < candidate.start)])
        text_before = scene.sentence.text[max(0, start - scene.sentence.start - 60) : start - scene.sentence.start]
        age = _AGE_BEFORE.search(text_before)
        if age:
            ids.add("age_before")
            candidate.age = int(age[1] or age[2])
        direct = direct_title(self._titles, scene, first)
        known = ids & _KNOWN
        if direct == TitleKind.TITLE and scene.case in (Case.TITLE, Case.CAPITALS) and not known:
            pass  # "Deputy Administrators", "Defendant Receives Life": headings capitalise everything
        elif direct:
            ids.add("title_before" if direct == TitleKind.TITLE else "rank_before")
        elif candidate.roles:
            ids.add("title_behind")
        if first == 0:
            return
        before = pieces[first - 1]
        cue = self._words.cues.before(pieces, first)
        if cue and cue[1] == Cue.INTRODUCE and (scene.tight(first) or scene.gap(first) in (": ", " (", ", ", " - ")):
            ids.add("cue_before")
        if before.fold in self._words.kin and (scene.tight(first) or scene.gap(first) == ", "):
            ids.add("kin_before")
        place = self._words.things.get(before.fold) == "place" or self._words.is_place(before.fold)
        if place and scene.gap(first) == ", " and marks[first - 1] == Mark.THING:
            ids.add("place_chain")
        if "&" in scene.gap(first):
            ids.add("ampersand")
        if scene.tight(first) and before.fold == "of" and first > 1 and pieces[first - 2].fold in self._words.nouns:
            ids.add("person_verb")
        if direct == TitleKind.ADDRESS and first > 1 and pieces[first - 2].fold == "the" and scene.tight(first - 1):
            ids.add("article_before")
        if scene.tight(first):
            if before.fold == "the":
                ids.add("article_before")
            elif before.fold in self._words.place_prepositions:
                ids.add("place_preposition_single" if candidate.single else "place_preposition")
            elif before.fold == "from" and candidate.single:
                ids.add("place_preposition_single")
            elif before.fold == "to" and first > 1 and pieces[first - 2].fold == "according":
                ids.add("speech")
            if marks[first - 1] == Mark.THING:
                thing = self._words.things.get(before.fold) == "thing" or before.fold == "st"
                ids.add("thing_before" if thing else "organisation_before")

    def _behind(self, candidate: Candidate, scene: Scene, marks: Sequence[int], lemma: Lemma) -> None:
        last, pieces, ids = candidate.last, scene.pieces, candidate.ids
        gap = scene.gap(last)
        if "&" in gap:
            ids.add("ampersand")
        if scene.tight(last) and not gap.startswith(".") and marks[last] in (Mark.THING, Mark.TITLE):
            ids.add("organisation_behind")
        after = scene.sentence.text[candidate.end - scene.sentence.start :]
        age = AGE_BEHIND.match(after[:40])
        if age:
            ids.add("age_behind")
            if age["age"]:
                candidate.age = int(age["age"])
        weak = candidate.single and not candidate.ids & {"single_given", "single_surname", "famous"}
        later = None if age or weak else _AGE_LATER.match(after[:90])
        if later:
            ids.add("age_behind")
            candidate.age = int(later[1])
        drafts = titles_behind(self._titles, scene, last, age.end() + candidate.end if age else None)
        if drafts:
            candidate.roles.extend(drafts)
            if any(draft.title for draft in drafts):
                ids.add("title_behind")
        if last < len(pieces):
            following = pieces[last]
            place = scene.tight(last) and not following.capital and self._words.things.get(following.fold) == "place"
            if place and scene.tag(last).startswith("NN"):
                ids.add("place_noun_behind")
            if following.fold in ("who", "whose") and "," in gap:
                ids.add("pronoun_behind")
            if following.fold in ("of", "from") and gap.startswith(","):
                ids.add("residence_behind")
            cue = self._words.cues.at(pieces, last, len(pieces))
            if cue and cue[1] == Cue.ALIAS and len(gap) < 4:
                ids.add("alias_behind")
            short = "".join(word[0] for word in candidate.folds) == following.fold
            if short and len(following.text) > 1 and gap.startswith((" (", "(")) and following.text.isupper():
                ids.add("acronym")
        self._by_verb(candidate, scene, lemma)

    def _by_verb(self, candidate: Candidate, scene: Scene, lemma: Lemma) -> None:
        token = scene.token(scene.pieces[candidate.last - 1])
        verbs = self._words.verbs
        if token is None:
            return
        tokens = scene.sentence.tokens
        following = tokens[token.position + 1] if token.position + 1 < len(tokens) else None
        preceding = scene.token(scene.pieces[candidate.first - 1]) if candidate.first else None
        head = tokens[token.head]
        heads = [head] if token.dep in ("nsubj", "nsubjpass", "dobj") else []
        for verb, before in ((following, False), (preceding, True), *((one, False) for one in heads)):
            if verb is None or not verb.tag.startswith("VB"):
                continue
            known = verbs.get(lemma(verb.lower, verb.tag))
            if known is None:
                continue
            if known.speech and (not before or (following is not None and not following.text[0].isalpha())):
                candidate.ids.add("speech")
            elif (not known.speech and not before) or (verb in heads and not known.speech):
                weak = candidate.single and not candidate.ids & {"single_given", "single_surname", "famous"}
                candidate.ids.add("person_verb_single" if weak else "person_verb")


def known_text(text: str) -> str:
    """Give a name with single spaces and in lower case, for comparison."""
    return " ".join(fold(text).split())
