"""What kind of event a count tells: a closed set, from the predicate and the class of the counted noun.

Phases: 1. the noun's class from `lexicons/event_nouns.tsv`; 2. the row of `event_types.tsv` for verb and class, else
for the verb; 3. where no verb decides, nouns that name an event themselves ("69 arrests", "12 convictions"). Not
here: finding the verb (`predicate.py`).
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from newsfacts.lexicons import read
from newsfacts.record import EventType, GkgType

__all__ = ["EventReader", "noun_class", "noun_classes", "reader"]

_NAMED = {
    "arrest": EventType.ARREST,
    "charge": EventType.CHARGE,
    "conviction": EventType.CONVICTION,
    "sentence": EventType.SENTENCE,
    "death": EventType.DEATH,
    "injury": EventType.INJURY,
    "rescue": EventType.RESCUE,
    "seizure": EventType.SEIZURE,
    "recovery": EventType.RECOVERY,
    "inspection": EventType.INSPECTION,
    "award": EventType.AWARD,
    "call": EventType.REPORT,
}
"""Classes whose nouns name the event themselves."""
_DECIDED = frozenset({"arrest", "charge", "conviction", "seizure", "death", "injury", "recovery"})
"""Classes whose nouns name the event whatever the verb is: police make, record, see arrests."""


@dataclass(frozen=True, slots=True)
class EventReader:
    """Hold the tables that say what kind of event a count tells."""

    types: Mapping[tuple[str, str], EventType]
    """Event type by verb and noun class."""
    classes: Mapping[str, str]
    """Noun class by noun."""
    phrasals: Mapping[str, Sequence[tuple[str, re.Pattern[str]]]]
    """Words that go with a verb, each with the pattern of the two, by verb."""
    gkg: Mapping[tuple[EventType, str, str], GkgType]
    """GKG type by event type, noun class and verb."""

    def event_type(
        self, predicate: str | None, noun: str, noun_phrase: str, sentence_text: str
    ) -> tuple[EventType, GkgType | None]:
        """Tell the kind of event, and its GKG type where there is one.

        Example:
            >>> reader().event_type("recover", "pistols", "five pistols", "Police recovered five pistols.")[0]
            <EventType.SEIZURE: 'seizure'>
        """
        noun_class = "" if _of_theirs(noun, sentence_text) else self.noun_class(noun)
        verb = (predicate or "").lower()
        found = self._phrasal(verb, noun, sentence_text) or self._type(verb, noun_class, noun_phrase.lower())
        for key in ((found, noun_class, verb), (found, "", verb), (found, noun_class, ""), (found, "", "")):
            if key in self.gkg:
                return found, self.gkg[key]
        return found, None

    def noun_class(self, noun: str) -> str:
        """Give the class of a counted noun, by its last word that has one; "" where none has."""
        return noun_class(noun, self.classes)

    def _phrasal(self, verb: str, noun: str, sentence: str) -> EventType | None:
        """Tell the kind of event of a verb with what belongs to it: "shot dead", "carried out", "fatally injured"."""
        near = [
            (match.end(), word) for word, pattern in self.phrasals.get(verb, ()) if (match := pattern.search(sentence))
        ]
        state = next((word for word, _ in self.phrasals.get(verb, ()) if self._is_left(noun, word, sentence)), None)
        if not near and state is None:
            return None
        phrase = f"{verb} {state or min(near)[1]}"  # the nearest: "pleaded not guilty"
        return self.types.get((phrase, self.noun_class(noun))) or self.types.get((phrase, ""))

    def _is_left(self, noun: str, word: str, sentence: str) -> bool:
        """See the state in which the verb leaves what is counted: "left two people dead and three others injured"."""
        if word not in self.classes or not noun:
            return False
        head = re.escape(noun.rsplit(maxsplit=1)[-1])
        return re.search(rf"\b{head}\s(?:\w+ly\s)?{word}\b", sentence, re.IGNORECASE) is not None

    def _type(self, verb: str, noun_class: str, phrase: str) -> EventType:
        if noun_class in _DECIDED and (verb, noun_class) not in self.types:
            return _NAMED[noun_class]
        if "stolen" in phrase and self.types.get((verb, "")) is EventType.RECOVERY:
            return EventType.RECOVERY
        for key in (
            (verb, noun_class),
            (verb, ""),
            (verb.split(" ", maxsplit=1)[0], noun_class),
            (verb.split(" ", maxsplit=1)[0], ""),
        ):
            if verb and key in self.types:
                return self.types[key]
        if not verb and noun_class == "police":
            return EventType.DEPLOYMENT  # "ten officers at the scene": they were sent there
        return _NAMED.get(noun_class, EventType.OTHER)


def _of_theirs(noun: str, sentence: str) -> bool:
    """See that it befell what people have, not them: "18 people had their vehicles seized"."""
    return " their " in sentence and re.search(rf"\b{re.escape(noun)}\sha\w+\stheir\s", sentence) is not None


def noun_class(noun: str, classes: Mapping[str, str]) -> str:
    """Give the class of a counted noun, by its last word; "" where it has none.

    Example:
        >>> noun_class("stolen bicycles", {"bicycle": "vehicle"})
        'vehicle'
    """
    words = noun.lower().replace("-", " ").split()
    return next((classes[form] for form in _singulars(words[-1]) if form in classes), "") if words else ""


def _phrasals(lemmas: Iterable[str]) -> dict[str, list[tuple[str, re.Pattern[str]]]]:
    """Make the patterns of verbs with a second word; an inflected verb keeps its first letter.

    A state in which people are left stands behind them, nearer than other words: "left [seriously] injured"; a
    noun stands behind a preposition: "beaten to death".
    """
    found: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
    known = sorted(set(lemmas))
    states = {word for verb, _, word in (lemma.partition(" ") for lemma in known) if verb == "leave"}
    for lemma in known:
        verb, _, word = lemma.partition(" ")
        if word and " " not in word:
            between = r"(?:\w+ly\s|with\s(?:\w+\s)?)?" if word in states else r"(?:[\w,’'-]+\s){0,2}?"
            behind = rf"\b{verb[0]}\w+\s{between}{word}s?\b"
            pattern = re.compile(rf"{behind}|\b{word}\s{verb[0]}\w+", re.IGNORECASE)
            found.setdefault(verb, []).append((word, pattern))
    return found


def _singulars(word: str) -> list[str]:
    """List what the singular of a noun may be."""
    forms = [word]
    if word.endswith("men"):
        forms.append(word[:-2] + "an")
    if word.endswith("ies"):
        forms.append(word[:-3] + "y")
    if word.endswith("ves"):
        forms.extend((word[:-3] + "fe", word[:-3] + "f"))
    if word.endswith("es"):
        forms.append(word[:-2])
    if word.endswith("s"):
        forms.append(word[:-1])
    return forms


def noun_classes(extra: tuple[Path, ...] = ()) -> dict[str, str]:
    """Read the classes of counted nouns, singular; names of peoples count persons ("Three Colombians were held")."""
    peoples = read("country_names", extra).words(level="people")
    return {**{people.lower(): "person" for people in peoples}, **read("event_nouns", extra).mapping("class")}


def reader(extra: tuple[Path, ...] = ()) -> EventReader:
    """Build the reader from the lexicons, to which the folder `extra` may add."""
    types = {(row["lemma"], row["noun_class"]): EventType(row["type"]) for row in read("event_types", extra).rows}
    gkg = {
        (EventType(row["type"]), row["noun_class"], row["lemma"]): GkgType(row["gkg_type"])
        for row in read("gkg_types", extra).rows
    }
    classes = noun_classes(extra)
    return EventReader(types, classes, _phrasals(lemma for lemma, _ in types), gkg)
