"""Counts whose noun is not said again: "35 were solved", "of which 1,250", "down from 980", "the other nine".

The rules are tried in order on a number that no noun follows; each names where the noun is: an earlier count, the
subject of a change, the nearest plural. A number that no rule knows counts nothing. Not here: the noun phrase behind a
number (`counted.py`).
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from newsfacts import lexicons
from newsfacts.figures.numbers import Form, Number
from newsfacts.language.phrases import VERB_TAGS, is_noun, is_plural, is_verb, noun_compound, noun_phrase
from newsfacts.language.pipeline import Sentence, Token

__all__ = ["Elided", "ElidedReader", "Place", "reader"]

Lemma = Callable[[str, str], str]
"""Gives the base form of a word with its tag."""

_AMOUNTING = frozenset(
    {"be", "number", "total", "reach", "stand", "exceed", "come", "amount", "remain", "put", "estimate", "hit"}
)
_TOTALS = frozenset({"number", "numbers", "total", "figure", "count", "tally"})
_AGES = frozenset({"age", "ages"})
_CROWDS = frozenset({"crowd", "toll", "crime", "population", "attendance", "turnout"})
_COMPARED = re.compile(
    r"\b(?:(?:as\s+)?against|compared?\s+(?:with|to)|(?:up|down)\s+from|versus|vs\.?|than)(?:\s+(?:the|only|just|about))?\s*$",
    re.IGNORECASE,
)
_CHANGED = re.compile(r"\b(?P<word>to|from)\s*$", re.IGNORECASE)
_OF_PRONOUN = re.compile(r"\bof\s+(?:which|whom|these|those|them),?\s*$", re.IGNORECASE)
_REST = re.compile(r"\b(?:other|remaining)\s*$", re.IGNORECASE)
_POINTED = re.compile(
    r"\b(?:the|these|those|this|that|his|her|their|our|my|all|both|first|last|other|no)\s*$", re.IGNORECASE
)
_OPENING = re.compile(r"\s*(?:out\s+)?(?:of|among)\b", re.IGNORECASE)
_OF_THE = re.compile(r"\W*(?:out\s+)?of\s+(?:the|these|those)\s+", re.IGNORECASE)
_JOINED = re.compile(
    r"(?:,|\band|,\s*and|\bwith|\bwhile|\bor|\bbut)\s+(?:another|a\s+further|an\s+additional|a)?\s*$", re.IGNORECASE
)
_NO_ANTECEDENT = frozenset(
    {"police", "yuan", "years", "months", "days", "weeks", "hours", "minutes", "kinds", "types", "pounds", "dollars"}
)
_PRONOUNS = frozenset({"them", "whom", "which", "those", "these"})
_PREPOSITIONS = frozenset({"for", "on", "in", "from", "at", "by", "with", "to", "after", "over"})


@dataclass(frozen=True, slots=True)
class Elided:
    """Hold the noun that a bare number counts."""

    noun: str
    """Head noun with its compound."""
    noun_phrase: str
    """The whole noun phrase."""
    rule: str
    """Id of the rule of `facts/count.py`."""
    anchor: int
    """Position of the word whose predicate is the count's."""
    subset: bool = False
    """It is part of the count before it."""
    changes: bool = False
    """It is the later figure of a from–to pair, the count before it the earlier one."""
    compared: bool = False
    """It is the earlier figure that the count before it is compared with."""


@dataclass(frozen=True, slots=True)
class Place:
    """Hold a bare number where it stands."""

    sentence: Sentence
    """The unit."""
    earlier: Sequence[Sentence]
    """The units before it, nearest last."""
    number: Number
    """The number."""
    start: int
    """Index of its first character, bounding words included."""
    anchor: int
    """Position of its last token."""
    following: int
    """Position behind it, bounding words included."""
    known: Sequence[Elided]
    """Nouns of the counts of this unit, in order."""
    before: Elided | None
    """Noun of the last count, in this unit or ahead of it."""

    @property
    def ahead(self) -> str:
        """Give the text of the unit in front of the number."""
        return self.sentence.slice(self.sentence.start, self.start)

    @property
    def word(self) -> Token | None:
        """Give the token behind the number."""
        tokens = self.sentence.tokens
        return tokens[self.following] if self.following < len(tokens) else None


class ElidedReader:
    """Find the nouns of bare numbers; make one with `reader`."""

    def __init__(
        self, people: frozenset[str], person_verbs: frozenset[str], changing: frozenset[str], nouns: frozenset[str]
    ) -> None:
        """Take the nouns and verbs for people, and the verbs and nouns of change."""
        self.people, self._person_verbs, self.changing, self._change_nouns = people, person_verbs, changing, nouns

    def read(self, place: Place, lemma: Lemma) -> Elided | None:
        """Find the noun that a bare number counts."""
        for rule in (
            self._total,
            self._pronoun,
            self._compared,
            self._changed,
            self._amounting,
            self._part,
            self._rest,
            self._bare,
        ):
            found = rule(place, lemma)
            if found is not None:
                return found
        return None

    def _total(self, place: Place, lemma: Lemma) -> Elided | None:
        """Read "Bicycle theft has decreased by 9% (1,072 in total)" as a count of the subject."""
        after = place.sentence.text[place.number.end - place.sentence.start :]
        if not place.ahead.rstrip().endswith("(") or not re.match(r"\s*in\s+total\b", after):
            return None
        tokens = place.sentence.tokens
        subject = next((t for t in tokens if t.dep in ("nsubj", "nsubjpass") and is_noun(t)), None)
        noun = subject or next((t for t in reversed(tokens[: place.anchor]) if is_noun(t)), None)
        if noun is None:
            return None
        text = noun_compound(place.sentence, noun.position)
        return Elided(text, noun_phrase(place.sentence, noun.position), "count.copula", noun.position)

    def _pronoun(self, place: Place, lemma: Lemma) -> Elided | None:
        """Read "six of whom were …", "2,000 of them", "of which 1,250", "24 of the 33"."""
        tokens, word = place.sentence.tokens, place.word
        behind = tokens[place.following + 1 : place.following + 4] if word is not None and word.lower == "of" else ()
        pronoun = bool(behind) and behind[0].lower in _PRONOUNS
        number = len(behind) > 1 and behind[0].tag in ("DT", "PRP$") and behind[1].tag == "CD"
        if not (pronoun or number or _OF_PRONOUN.search(place.ahead)):
            return None
        if place.number.value == 1 and place.number.form is Form.WORDS:
            return None
        noun: tuple[str, str] | None
        if pronoun and _complement(behind[1:]):
            noun = (behind[1].text, behind[1].text)  # "11 of them minors"
        elif place.known:
            noun = (place.known[-1].noun, place.known[-1].noun_phrase)
        else:
            noun = self._antecedent(place) if not number else None
        if noun is None and place.before is not None:
            noun = (place.before.noun, place.before.noun_phrase)
        return Elided(*noun, "count.elided-partitive", place.anchor, subset=place.before is not None) if noun else None

    def _compared(self, place: Place, lemma: Lemma) -> Elided | None:
        """Read "121 people, up from 109", "9,846 cases as against 10,412 in 2023"."""
        if not place.known or not _COMPARED.search(place.ahead) or self._single(place):
            return None
        before = place.known[-1]
        return Elided(before.noun, before.noun_phrase, "count.compared", place.anchor, compared=True)

    def _changed(self, place: Place, lemma: Lemma) -> Elided | None:
        """Read "cases jumped from 1,204 to 1,689", "rising from 611 offences to 666"."""
        match = _CHANGED.search(place.ahead)
        if match is None or self._single(place):
            return None
        verb = self._change_before(place, lemma)
        if verb is None:
            return None
        later = match["word"].lower() == "to"
        before = place.known[-1] if place.known else None
        if later and before is not None:
            return Elided(before.noun, before.noun_phrase, "count.change", before.anchor, changes=True)
        noun = self._subject_of_change(place.sentence, verb)
        if noun is None:
            return None
        sentence = place.sentence
        return Elided(noun_compound(sentence, noun), noun_phrase(sentence, noun), "count.change", noun)

    def _change_before(self, place: Place, lemma: Lemma) -> int | None:
        for token in reversed(place.sentence.tokens[: place.anchor]):
            if is_verb(token) and lemma(token.lower, token.tag) in self.changing:
                return token.position
            if is_noun(token) and lemma(token.lower, "NNS") in self._change_nouns:
                return token.position
            if token.text == ";":
                return None
        return None

    def _subject_of_change(self, sentence: Sentence, position: int) -> int | None:
        tokens = sentence.tokens
        for _ in range(6):
            for child in sentence.children[position]:
                if tokens[child].dep in ("nsubj", "nsubjpass") and is_noun(tokens[child]):
                    return self._counted(sentence, child)
                if tokens[child].dep == "prep" and tokens[child].lower in ("in", "of") and is_noun(tokens[position]):
                    below = [b for b in sentence.children[child] if tokens[b].dep == "pobj" and is_plural(tokens[b])]
                    if below:
                        return below[0]
            if tokens[position].head == position:
                break
            position = tokens[position].head
        for token in reversed(tokens[:position]):
            if is_plural(token):
                return token.position
        return None

    def _counted(self, sentence: Sentence, noun: int) -> int | None:
        """Give what a subject counts: "the number of arrests" counts arrests."""
        tokens = sentence.tokens
        if tokens[noun].lower in _TOTALS:
            of = [c for c in sentence.children[noun] if tokens[c].lower == "of"]
            below = [b for c in of for b in sentence.children[c] if tokens[b].dep == "pobj"]
            return below[0] if below else None
        if tokens[noun].lower in _AGES:
            return None
        return noun if is_plural(tokens[noun]) or tokens[noun].lower in _CROWDS else None

    def _amounting(self, place: Place, lemma: Lemma) -> Elided | None:
        """Read "the number of arrests was 45", "arrests totalled 45", "the crowd at about 35,000"."""
        sentence = place.sentence
        verb, preposition = _verb_above(sentence, place.anchor)
        if verb is None or self._single(place):
            return None
        token = sentence.tokens[verb]
        word = lemma(token.lower, token.tag)
        if (
            word not in _AMOUNTING
            or preposition not in ("", "at", "to", "as")
            or (not preposition and word in ("come", "put"))
        ):
            return None
        wanted = ("dobj",) if word in ("put", "estimate") else ("nsubj", "nsubjpass")
        for child in sentence.children[verb]:
            candidate = sentence.tokens[child]
            if candidate.dep in wanted and child != place.anchor and is_noun(candidate):
                noun = self._counted(sentence, child)
                if noun is not None and not (word == "be" and sentence.tokens[place.anchor].dep == "nummod"):
                    return Elided(noun_compound(sentence, noun), noun_phrase(sentence, noun), "count.copula", noun)
        return None

    def _part(self, place: Place, lemma: Lemma) -> Elided | None:
        """Read "Of the 54 murders, we have detected 52"."""
        word = place.word
        if (
            _OF_THE.fullmatch(place.ahead)
            and word is not None
            and word.tag == "VBN"
            and self._is_person_verb(word, lemma)
        ):
            return Elided("people", "people", "count.elided-part", place.anchor)
        if not _OPENING.match(place.sentence.text) or _POINTED.search(place.ahead):
            return None
        if word is not None and (is_noun(word) or word.tag in ("JJ", "CD", "$")) and word.text != ",":
            return None
        if not place.known:
            noun = next((t for t in place.sentence.tokens[: place.anchor] if is_plural(t)), None)
            text = noun_compound(place.sentence, noun.position) if noun else ""
            return Elided(text, text, "count.elided-part", place.anchor) if noun else None
        whole = place.known[0]
        return Elided(whole.noun, whole.noun_phrase, "count.elided-part", place.anchor, subset=True)

    def _rest(self, place: Place, lemma: Lemma) -> Elided | None:
        """Read "the other nine", "the remaining four"."""
        if not _REST.search(place.ahead) or self._single(place) or place.before is None:
            return None
        return Elided(place.before.noun, place.before.noun_phrase, "count.elided-rest", place.anchor)

    def _bare(self, place: Place, lemma: Lemma) -> Elided | None:
        """Read "35 were solved", "Police arrested 28", "… and 16 for theft"."""
        if (place.number.form is Form.DIGITS and place.number.value < 2) or _POINTED.search(place.ahead):
            return None
        rule = self._elision(place, lemma)
        if rule is None:
            return None
        of_people = self._undergone_by_people(place, lemma)
        noun = self._noun_of_bare(place, of_people=of_people)
        if noun is None:
            return None
        single = noun[0].lower() == "person" and place.number.value > 1
        return (
            Elided("persons", "persons", rule, place.anchor) if single else Elided(noun[0], noun[1], rule, place.anchor)
        )

    def _noun_of_bare(self, place: Place, *, of_people: bool) -> tuple[str, str] | None:
        before = place.before
        if of_people:
            if before is not None and before.noun.split()[-1].lower() in self.people:
                return before.noun, before.noun_phrase
            return "people", "people"
        if place.known:
            return place.known[-1].noun, place.known[-1].noun_phrase
        return self._antecedent(place, far=before is not None)

    def _elision(self, place: Place, lemma: Lemma) -> str | None:
        tokens, word, token = place.sentence.tokens, place.word, place.sentence.tokens[place.anchor]
        subject = token.dep in ("nsubj", "nsubjpass")
        if word is not None and (
            word.lower in ("were", "are", "have", "had") or (word.tag in ("VBD", "VBP") and subject)
        ):
            return "count.elided-subject"
        if (
            word is not None
            and word.tag == "VBN"
            and (subject or token.dep in ("ROOT", "attr", "nummod", "dep", "conj"))
        ):
            return "count.elided-subject"
        if word is not None and word.tag == "MD" and subject and place.known:
            return "count.elided-subject"
        if word is not None and word.lower in ("was", "is") and place.known and place.number.value == 1:
            return "count.elided-subject"
        if not self._ends(place):
            return None
        head = tokens[token.head]
        previous = tokens[place.anchor - 1] if place.anchor else None
        if token.dep in ("dobj", "nsubjpass") and is_verb(head) and self._is_person_verb(head, lemma):
            return "count.elided-object"
        if previous is not None and previous.tag in VERB_TAGS | {"NNS"} and self._is_person_verb(previous, lemma):
            return "count.elided-object"
        joined = place.known and _JOINED.search(place.ahead)
        if joined and word is not None and word.lower in _PREPOSITIONS:
            return "count.elided-coordination"
        return None

    def _ends(self, place: Place) -> bool:
        word = place.word
        if word is not None and word.lower == "more":  # "injuring 45 more."
            following = place.sentence.tokens[place.following + 1 :]
            word = following[0] if following else None
        if word is None or word.text in (",", ".", ";", ":", ")"):
            return True
        return word.tag in ("IN", "TO", "CC", "RB", "WDT", "WP") or word.lower in ("including", "after")

    def _single(self, place: Place) -> bool:
        return place.number.value < 2 and place.number.form is Form.WORDS

    def _antecedent(self, place: Place, *, far: bool = True) -> tuple[str, str] | None:
        """Give the nearest plural noun in front ("the men fired and two of them …"), in the sentence if not `far`."""
        for sentence in (place.sentence, *reversed(place.earlier)):
            if not far and sentence.unit.sentence_start != place.sentence.unit.sentence_start:
                return None
            stop = place.anchor if sentence is place.sentence else len(sentence.tokens)
            verb = (
                next((a for a in sentence.ancestors(place.anchor) if is_verb(sentence.tokens[a])), -1)
                if far and sentence is place.sentence
                else -1
            )
            for token in reversed(sentence.tokens[:stop]):
                if token.dep == "nsubj" and token.head == verb:
                    continue  # "pupils had tied 2,000 of them": not of the pupils
                if is_plural(token) and token.text[0].isalpha() and token.lower not in _NO_ANTECEDENT:
                    return noun_compound(sentence, token.position), noun_compound(sentence, token.position)
        return None

    def _undergone_by_people(self, place: Place, lemma: Lemma) -> bool:
        tokens = place.sentence.tokens
        near = [
            *tokens[max(0, place.anchor - 1) : place.anchor],
            *tokens[place.following : place.following + 4],
            tokens[tokens[place.anchor].head],
        ]
        return any(self._is_person_verb(t, lemma) for t in near if is_verb(t) or t.tag in ("JJ", "NNS", "NN"))

    def _is_person_verb(self, token: Token, lemma: Lemma) -> bool:
        base = lemma(token.lower, token.tag if token.tag in VERB_TAGS else "VBP")
        return base in self._person_verbs or lemma(token.lower, "VBZ") in self._person_verbs


def reader(extra: Path | None = None) -> ElidedReader:
    """Make a reader from the lexicons `person_nouns`, `person_verbs` and `change_words`."""
    changes = lexicons.read("change_words", extra)
    way = [row for row in changes.rows if row["direction"] in ("increase", "decrease")]
    verbs = frozenset(row["word"] for row in way if row["class"] == "verb") | {"go", "come", "move", "swing"}
    nouns = frozenset(row["word"] for row in way if row["class"] == "noun")
    people, person_verbs = lexicons.read("person_nouns", extra), lexicons.read("person_verbs", extra)
    return ElidedReader(people.words(), person_verbs.words(), verbs, nouns)


def _verb_above(sentence: Sentence, anchor: int) -> tuple[int | None, str]:
    """Give the verb that a bare number hangs on, and the preposition between."""
    tokens = sentence.tokens
    position, preposition = anchor, ""
    for _ in range(4):
        token = tokens[position]
        head = tokens[token.head]
        if head.position == position:
            return None, preposition
        if token.dep == "pobj":
            preposition = head.lower
        if is_verb(head):
            return head.position, preposition
        if token.dep not in (
            "pobj",
            "prep",
            "nummod",
            "quantmod",
            "attr",
            "npadvmod",
            "dep",
            "conj",
            "appos",
            "advmod",
            "acomp",
        ):
            return None, preposition
        position = head.position
    return None, preposition


def _complement(tokens: Sequence[Token]) -> bool:
    """See that a plural noun stands alone behind "of them", which says what those counted are."""
    alone = len(tokens) < 2 or tokens[1].text in (",", ".", ";", ")") or tokens[1].lower in ("and", "aged")
    return bool(tokens) and tokens[0].tag == "NNS" and alone
