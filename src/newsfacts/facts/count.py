"""Counts: a number and the things that it counts.

Phases: 1. the rules are tried in order on a number that nothing else claimed: brackets, partitives ("three of the nine"),
hyphens, the noun phrase behind it, copulas ("the number of arrests was 45"); 2. where no noun stands there, an elided one is
resolved from an earlier count or from a verb that only people undergo; 3. "no" and a noun is a count of zero. `NounReader` (in
`counted.py`) finds the head of the noun phrase. Not here: predicate and agent (`context/predicate.py`), and numbers
that count nothing (`decoys.py`).
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from newsfacts import lexicons
from newsfacts.comparators import Bound, BoundReader, IsPreposition
from newsfacts.counted import Noun, NounReader
from newsfacts.decoys import DecoyReader
from newsfacts.figures import Figure, figure
from newsfacts.language import Sentence, Token
from newsfacts.numbers import Form, Number
from newsfacts.phrases import VERB_TAGS, is_noun, is_plural, is_verb, noun_compound, noun_phrase
from newsfacts.record import Comparator
from newsfacts.rules import Rule

__all__ = ["RULES", "CountMatch", "CountReader", "reader"]

RULES = (
    Rule("count.bracket", "( NUMBER ) NOUN", "charge sheets put the number of counts in brackets"),
    Rule("count.partitive", "NUMBER of the NOUN", "three of the nine stolen bicycles: the noun stands once, behind"),
    Rule(
        "count.elided-partitive",
        "NUMBER of them | of which NUMBER",
        "a pronoun stands for the noun of an earlier count",
    ),
    Rule("count.hyphen", "NUMBER-NOUN", "a 37-count indictment, a 12-member gang"),
    Rule("count.noun-phrase", "NUMBER [MODIFIER…] NOUN", "the ordinary way: 12 storage and sales dens"),
    Rule("count.indefinite", "MAGNITUDE of NOUN", "dozens of officers"),
    Rule("count.copula", "number of NOUN was NUMBER", "the noun stands before the number with a verb of amounting"),
    Rule("count.change", "NOUN fell from NUMBER to NUMBER", "both ends of a change count the same things"),
    Rule("count.elided-subject", "NUMBER were VERBED", "a bare number as subject of a plural verb"),
    Rule("count.elided-object", "VERBED NUMBER", "a bare number as object of a verb that people undergo"),
    Rule(
        "count.elided-coordination", "COUNT … and NUMBER for …", "the second of two coordinated counts drops the noun"
    ),
    Rule("count.zero", "no NOUN", "a denied thing is a count of zero"),
)

Lemma = Callable[[str, str], str]
"""Gives the base form of a word with its tag."""

_AMOUNTING = frozenset(
    "be number total reach stand rise fall drop climb increase decrease decline exceed come amount remain grow put estimate hit go".split()
)
_CHANGING = frozenset(
    "rise fall drop climb increase decrease decline grow jump go come dip surge soar plunge shrink".split()
)


@dataclass(frozen=True, slots=True)
class CountMatch:
    """Hold one count."""

    figure: Figure
    """The number."""
    noun: str
    """Head noun with its compound."""
    noun_phrase: str
    """The whole noun phrase without the number."""
    anchor: int
    """Position in the sentence of the word whose predicate is the count's: the noun, or the number itself."""
    rule: str
    """Id of the rule."""
    subset: bool = False
    """It is part of the count before it."""
    changes: bool = False
    """It is the later figure of a from–to pair, the count before it the earlier one."""


class CountReader:
    """Find counts; make one with `reader`."""

    def __init__(self, nouns: NounReader, decoys: DecoyReader, bounds: BoundReader, extra: Path | None = None) -> None:
        """Take the readers below, and the lexicons of nouns and verbs for people."""
        self._nouns, self._decoys, self._bounds = nouns, decoys, bounds
        self._people = lexicons.read("person_nouns", extra).words()
        self._person_verbs = lexicons.read("person_verbs", extra).words()
        self._hyphen_nouns = lexicons.read("hyphen_nouns", extra).words()
        uncounted = lexicons.read("uncounted_nouns", extra)
        self._zero = {r["word"] for r in uncounted.rows if r["class"] == "zero"}
        self._one = {r["word"] for r in uncounted.rows if r["class"] == "one"}
        self._units = {row["word"] for row in uncounted.rows if row["class"] == "unit"}
        self._measures = decoys.nouns("duration") | decoys.nouns("frequency")
        self._no = re.compile(r"\b(?:no|zero)\s+(?=[\w“\"])", re.IGNORECASE)

    def find(
        self, sentence: Sentence, numbers: Sequence[Number], lemma: Lemma, is_preposition: IsPreposition | None,
        before: CountMatch | None,
    ) -> list[CountMatch]:  # fmt: skip
        """Find the counts among the numbers of a sentence; `before` is the last count ahead of it, for elided nouns."""
        found: list[CountMatch] = []
        for number in self._pairs(sentence, numbers, lemma):
            bound = self._bound(sentence, number, is_preposition)
            if self._decoys.reason(sentence, number, bounded=bound.start < number.start or bound.end > number.end):
                continue
            if number.form is Form.FRACTION or not number.integral:
                continue
            match = self._read(sentence, number, bound, lemma, found[-1] if found else before, inside=bool(found))
            if match is not None:
                found.append(match)
        return sorted([*found, *self._denied(sentence, lemma)], key=lambda match: match.figure.start)

    def _pairs(self, sentence: Sentence, numbers: Sequence[Number], lemma: Lemma) -> list[Number]:
        """Take "from 1,240 to 980" apart where something changed."""
        single: list[Number] = []
        for number in numbers:
            ahead = sentence.text[max(0, number.start - sentence.start - 6) : number.start - sentence.start].lower()
            change = any(is_verb(t) and lemma(t.lower, t.tag) in _CHANGING for t in sentence.tokens)
            if number.form is Form.RANGE and number.parts and ahead.endswith("from ") and change:
                single.extend(number.parts)
            else:
                single.append(number)
        return single

    def _bound(self, sentence: Sentence, number: Number, is_preposition: IsPreposition | None) -> Bound:
        offset = sentence.start
        bound = self._bounds.read(sentence.text, number.start - offset, number.end - offset, is_preposition)
        return replace(bound, start=bound.start + offset, end=bound.end + offset)

    def _read(
        self, sentence: Sentence, number: Number, bound: Bound, lemma: Lemma, before: CountMatch | None, *, inside: bool
    ) -> CountMatch | None:
        inside_tokens = sentence.tokens_in(number.start, number.end)
        if not inside_tokens:
            return None
        last = sentence.token_at(bound.end - 1)
        following = (last.position if last else inside_tokens[-1].position) + 1
        anchor = inside_tokens[-1].position
        for look in (self._bracketed, self._partitive, self._hyphenated, self._phrase):
            noun = look(sentence, number, following)
            if noun is not None:
                return (
                    self._match(sentence, number, bound, noun)
                    if self._counts(sentence, number, noun, following)
                    else None
                )
        if self._measured(sentence, following):
            return None
        pronoun = self._of_pronoun(sentence, number, bound, following, before)
        if pronoun is not None:
            return pronoun
        copula = self._copula(sentence, number, bound, anchor, lemma, before)
        return copula or self._elided(sentence, number, bound, anchor, following, lemma, before, inside=inside)

    def _match(self, sentence: Sentence, number: Number, bound: Bound, noun: Noun) -> CountMatch:
        end = sentence.tokens[noun.head].end
        span = replace(bound, end=max(bound.end, end))
        text = noun.text or noun_compound(sentence, noun.head, noun.first)
        phrase = sentence.words(noun.first, noun.head + 1) or text
        including = re.search(
            r"\b(?:including|among them|of (?:which|whom))\s+(?:at least\s+)?$",
            sentence.slice(sentence.start, bound.start)[-30:],
            re.IGNORECASE,
        )
        return CountMatch(figure(number, span), text, phrase, noun.head, noun.rule, subset=bool(including))

    def _counts(self, sentence: Sentence, number: Number, noun: Noun, following: int) -> bool:
        """Say no to durations and frequencies, and to "one" that only points."""
        if noun.head < 0:
            return False  # a hyphenated describer such as "nine-year sentence"
        head, first = sentence.tokens[noun.head], sentence.tokens[noun.first]
        timed = next((t for t in sentence.tokens[noun.first : noun.head + 1] if is_noun(t)), first)
        if timed.lower in self._measures and (timed is head or is_plural(timed) or number.value == 1):
            return False
        if not head.text[0].isalpha() or noun_compound(sentence, noun.head, noun.first).lower() in self._units:
            return False
        if number.value != 1 or number.form is Form.RANGE:
            return True
        before = sentence.tokens[following - 2].lower if following > 1 else ""
        if number.form is Form.WORDS and (
            noun.rule == "count.partitive"
            or before in ("no", "any", "every", "each", "which", "number", "day")
            or head.lower in self._one
        ):
            return False
        proper = first.tag == "NNP" and first.text[:1].isupper() and not sentence.text.isupper() and head.tag == "NNP"
        return not (number.form is Form.WORDS and (proper or is_plural(head) and head.lower not in self._people))

    def _measured(self, sentence: Sentence, following: int) -> bool:
        return following < len(sentence.tokens) and sentence.tokens[following].lower in self._measures

    def _bracketed(self, sentence: Sentence, number: Number, following: int) -> Noun | None:
        """Read "(56) Forgery" at the start of a line."""
        tokens = sentence.tokens
        if (
            following >= len(tokens) - 1
            or tokens[following].text != ")"
            or following > 3
            or number.form is not Form.DIGITS
        ):
            return None
        noun = self._nouns.read(sentence, following + 1, plural=False)
        return replace(noun, rule="count.bracket") if noun else None

    def _partitive(self, sentence: Sentence, number: Number, following: int) -> Noun | None:
        tokens = sentence.tokens
        if number.form is Form.INDEFINITE or following + 1 >= len(tokens) or tokens[following].lower != "of":
            return None
        begin = following + 1
        if tokens[begin].lower in ("all", "both"):
            begin += 1
        if (
            begin >= len(tokens)
            or tokens[begin].tag not in ("DT", "PRP$")
            and tokens[begin].lower not in ("those", "these")
        ):
            return None
        noun = self._nouns.read(sentence, begin + 1, plural=True)
        return replace(noun, rule="count.partitive") if noun else None

    def _hyphenated(self, sentence: Sentence, number: Number, following: int) -> Noun | None:
        end = number.end - sentence.start
        match = re.compile(r"[-‐‑]([A-Za-z]+)").match(sentence.text, end)
        if match is None or match[1].lower() in ("strong", "odd", "plus"):
            return None
        token = sentence.token_at(number.end + 1)
        if match[1].lower() not in self._hyphen_nouns or token is None:
            return Noun(-1, -1, "count.hyphen") if match[1].lower() not in self._people else None
        return Noun(token.position, token.position, "count.hyphen", match[1])

    def _phrase(self, sentence: Sentence, number: Number, following: int) -> Noun | None:
        tokens = sentence.tokens
        indefinite = number.form is Form.INDEFINITE or sentence.slice(number.start, number.end).lower().endswith(
            "couple"
        )
        if indefinite and following < len(tokens) and tokens[following].lower == "of":
            begin = following + 1
            while begin < len(tokens) and tokens[begin].tag in ("DT", "PRP$"):
                begin += 1
            noun = self._nouns.read(sentence, begin, plural=True)
            return replace(noun, rule="count.indefinite") if noun else None
        single = number.value == 1 and number.form is not Form.RANGE
        return self._nouns.read(sentence, following, plural=not single)

    def _of_pronoun(
        self, sentence: Sentence, number: Number, bound: Bound, following: int, before: CountMatch | None
    ) -> CountMatch | None:
        """Read "11 of them minors", "six of whom were …", "of which 1,250"."""
        tokens = sentence.tokens
        ahead = sentence.slice(sentence.start, bound.start)[-20:].lower()
        pronoun = tokens[following + 1].lower if following + 1 < len(tokens) and tokens[following].lower == "of" else ""
        if pronoun in ("them", "whom", "which", "those") or re.search(
            r"\bof\s+(?:which|whom|these|those|them),?\s*$", ahead
        ):
            if number.value == 1 and number.form is Form.WORDS:
                return None
            begin = following + 2 if pronoun else following
            noun = self._nouns.read(sentence, begin, plural=True) if pronoun == "them" else None
            if noun is not None:
                match = self._match(sentence, number, bound, noun)
                return replace(match, rule="count.elided-partitive", subset=True, figure=figure(number, bound))
            if before is not None:
                anchor = sentence.token_at(number.start)
                return CountMatch(figure(number, bound), before.noun, before.noun_phrase, anchor.position if anchor else 0, "count.elided-partitive", True)  # fmt: skip
        return None

    def _copula(
        self, sentence: Sentence, number: Number, bound: Bound, anchor: int, lemma: Lemma, before: CountMatch | None
    ) -> CountMatch | None:
        """Read "the number of arrests was 45", "the crowd at about 35,000", "fell from 1,240 to 980"."""
        tokens = sentence.tokens
        if number.value < 2 and number.form is Form.WORDS:
            return None
        verb, preposition = _verb_above(sentence, anchor)
        if verb is None or lemma(tokens[verb].lower, tokens[verb].tag) not in _AMOUNTING:
            return None
        word = lemma(tokens[verb].lower, tokens[verb].tag)
        if preposition not in ("", "at", "to", "from") or (preposition == "" and word in ("go", "come", "put")):
            return None
        noun = self._amounting_noun(sentence, verb, anchor, word)
        if noun is None:
            return None
        change = preposition in ("to", "from") and word in _CHANGING
        text = noun_compound(sentence, noun)
        later = (
            change
            and preposition == "to"
            and before is not None
            and before.rule == "count.change"
            and before.noun == text
        )
        rule = "count.change" if change else "count.copula"
        return CountMatch(figure(number, bound), text, noun_phrase(sentence, noun), noun, rule, changes=bool(later))

    def _amounting_noun(self, sentence: Sentence, verb: int, anchor: int, word: str) -> int | None:
        tokens = sentence.tokens
        wanted = ("dobj",) if word in ("put", "estimate") else ("nsubj", "nsubjpass")
        for child in sentence.children[verb]:
            if tokens[child].dep not in wanted or child == anchor or not is_noun(tokens[child]):
                continue
            if tokens[child].lower in ("number", "numbers", "total", "figure", "count"):
                of = [c for c in sentence.children[child] if tokens[c].lower == "of"]
                below = [b for c in of for b in sentence.children[c] if tokens[b].dep == "pobj"]
                return below[0] if below else None
            counted = is_plural(tokens[child]) or tokens[child].lower in (
                "crowd",
                "toll",
                "crime",
                "population",
                "attendance",
                "turnout",
            )
            if counted and not (word == "be" and tokens[anchor].dep == "nummod"):
                return child
        return None

    def _elided(
        self, sentence: Sentence, number: Number, bound: Bound, anchor: int, following: int, lemma: Lemma,
        before: CountMatch | None, *, inside: bool,
    ) -> CountMatch | None:  # fmt: skip
        tokens = sentence.tokens
        word = tokens[following] if following < len(tokens) else None
        if (
            number.form is Form.DIGITS
            and number.value < 2
            or (word and word.lower in ("of", "in", "out") and number.value == 1)
        ):
            return None
        rule = self._elision(sentence, anchor, following, lemma, number, before, inside=inside)
        if rule is None:
            return None
        noun = (
            before.noun
            if before is not None and self._same_kind(sentence, anchor, following, before, lemma, inside)
            else None
        )
        if noun is None and not self._undergone_by_people(sentence, anchor, following, lemma):
            return None
        text = noun or "people"
        return CountMatch(figure(number, bound), text, before.noun_phrase if noun and before else text, anchor, rule)

    def _elision(
        self,
        sentence: Sentence,
        anchor: int,
        following: int,
        lemma: Lemma,
        number: Number,
        before: CountMatch | None,
        *,
        inside: bool,
    ) -> str | None:
        tokens = sentence.tokens
        word = tokens[following] if following < len(tokens) else None
        token = tokens[anchor]
        if word is not None and (
            word.lower in ("were", "are", "have", "had")
            or word.tag in ("VBD", "VBP")
            and token.dep in ("nsubj", "nsubjpass")
        ):
            return "count.elided-subject"
        if word is not None and word.tag == "VBN" and token.dep in ("nsubj", "nsubjpass", "ROOT", "nummod", "dep"):
            return "count.elided-subject"
        if word is not None and word.lower in ("was", "is") and inside and number.value == 1:
            return "count.elided-subject"
        head = tokens[token.head]
        ends = (
            word is None
            or word.text in (",", ".", ";", ":", ")")
            or word.tag in ("IN", "TO", "CC", "RB", "WDT", "WP")
            or word.lower in ("including", "after")
        )
        if token.dep in ("dobj", "nsubjpass") and is_verb(head) and ends and self._is_person_verb(head, lemma):
            return "count.elided-object"
        previous = tokens[anchor - 1] if anchor else None
        if (
            ends
            and previous is not None
            and previous.tag in VERB_TAGS | {"NNS"}
            and self._is_person_verb(previous, lemma)
        ):
            return "count.elided-object"
        joined = re.search(
            r"(?:,|\band|,\s*and|\bwith|\bwhile|\bor|\bbut)\s+(?:another|a further|an additional|a)?\s*$",
            sentence.slice(sentence.start, number.start),
            re.IGNORECASE,
        )
        if (
            joined
            and inside
            and before is not None
            and word is not None
            and word.lower in ("for", "on", "in", "from", "at", "by", "with", "to")
        ):
            return "count.elided-coordination"
        return None

    def _same_kind(
        self, sentence: Sentence, anchor: int, following: int, before: CountMatch, lemma: Lemma, inside: bool
    ) -> bool:
        """Tell whether an elided noun may be that of the count before: of people for a verb that people undergo."""
        person = before.noun.split()[-1].lower() in self._people
        return person if self._undergone_by_people(sentence, anchor, following, lemma) else True

    def _undergone_by_people(self, sentence: Sentence, anchor: int, following: int, lemma: Lemma) -> bool:
        tokens = sentence.tokens
        near = [*tokens[max(0, anchor - 1) : anchor], *tokens[following : following + 4], tokens[tokens[anchor].head]]
        return any(
            self._is_person_verb(token, lemma) for token in near if is_verb(token) or token.tag in ("JJ", "NNS", "NN")
        )

    def _is_person_verb(self, token: Token, lemma: Lemma) -> bool:
        base = lemma(token.lower, token.tag if token.tag in VERB_TAGS else "VBP")
        return base in self._person_verbs or lemma(token.lower, "VBZ") in self._person_verbs

    def _denied(self, sentence: Sentence, lemma: Lemma) -> list[CountMatch]:
        """Read "no arrests", "no obvious signs"."""
        found = []
        for match in self._no.finditer(sentence.text):
            start = match.start() + sentence.start
            token = sentence.token_at(start)
            if token is None or token.position + 1 >= len(sentence.tokens):
                continue
            noun = self._nouns.read(sentence, token.position + 1, plural=False)
            if noun is None or sentence.tokens[noun.first].lower in (
                "one",
                "longer",
                "more",
                "fewer",
                "less",
                "doubt",
                "matter",
            ):
                continue
            head = sentence.tokens[noun.head]
            if (
                head.tag not in ("NN", "NNS")
                or head.lower in self._zero
                or head.lower in self._measures
                or sentence.text.isupper()
            ):
                continue
            if head.lower != lemma(head.lower, "NNS") and lemma(head.lower, "NNS") in self._zero:
                continue
            end = head.end
            number = Number(start, start + len(match[0].rstrip()), Decimal(0), Form.WORDS)
            text = noun_compound(sentence, noun.head, noun.first)
            phrase = sentence.words(noun.first, noun.head + 1)
            bound = Bound(start, end, Comparator.EQ)
            found.append(CountMatch(figure(number, bound), text, phrase, noun.head, "count.zero"))
        return found


def reader(decoys: DecoyReader, bounds: BoundReader, extra: Path | None = None) -> CountReader:
    """Make a reader from the lexicons of nouns and verbs for people."""
    people = lexicons.read("person_nouns", extra).words()
    return CountReader(NounReader(decoys.nouns("duration"), people), decoys, bounds, extra)


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
        if token.dep not in ("pobj", "prep", "nummod", "quantmod", "attr", "npadvmod", "dep", "conj", "appos"):
            return None, preposition
        position = head.position
    return None, preposition
