"""The words that the rules of direct speech speak of, read once from the lexicons."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from newsfacts.lexicons import read
from newsfacts.lexicons.function_words import cue_words, function_words

__all__ = ["Gender", "Words", "words"]

_PERSON = tuple(sorted(cue_words("person ending")))


class Gender:
    """Name the genders that a pronoun or a word of address shows."""

    MALE, FEMALE = "male", "female"


@dataclass(frozen=True, slots=True)
class Words:
    """Hold the words of speech, all in lower case."""

    uses: Mapping[str, str]
    """Form of a reporting verb, to its use (say, tell, weak, phrase)."""
    classes: Mapping[str, str]
    """Word beside a quotation, to its class (name_of, manner, pronoun, …)."""
    genders: Mapping[str, str]
    """Given name, word of address, kin word or pronoun, to its gender."""
    human: frozenset[str]
    """Nouns for people: occupations, ranks, relatives and others."""
    bodies: frozenset[str]
    """Nouns for organisations."""

    def is_a(self, word: str, name: str) -> bool:
        """Say whether a word belongs to a class of the lexicon of speech words."""
        return self.classes.get(word.lower()) == name

    def may_speak(self, noun: str) -> bool:
        """Say whether a noun stands for somebody who can be heard: a person or an organisation.

        Example:
            >>> known = words()
            >>> known.may_speak("driver"), known.may_speak("police"), known.may_speak("notebook")
            (True, True, False)
        """
        return noun in self.human or noun in self.bodies or noun.endswith(_PERSON)

    def gender(self, phrase: str) -> str | None:
        """Tell the gender that a name or a description shows by its first or its last word that shows one."""
        parts = [
            part.strip(".,'’s") if part.endswith(("'s", "’s")) else part.strip(".,") for part in phrase.lower().split()
        ]
        for part in parts:
            if part in self.genders:
                return self.genders[part]
        last = parts[-1] if parts else ""
        if last.endswith("woman"):
            return Gender.FEMALE
        return Gender.MALE if last.endswith("man") else None


def words(extra: tuple[Path, ...] = ()) -> Words:
    """Read the words of speech; `extra` is a folder with further rows."""
    speech = read("speech_words", extra)
    titles = [*read("titles", extra).words(), *read("ranks", extra).words(), *read("kin_words", extra).words()]
    own = speech.words(**{"class": "man"}) | speech.words(**{"class": "woman"}) | speech.words(**{"class": "person"})
    genders = {
        **read("given_names", extra).mapping("gender"),
        **read("honorifics", extra).mapping("gender"),
        **read("kin_words", extra).mapping("gender"),
        **dict.fromkeys(speech.words(**{"class": "man"}) | function_words("male"), Gender.MALE),
        **dict.fromkeys(speech.words(**{"class": "woman"}) | {"she", "her"}, Gender.FEMALE),
    }
    return Words(
        uses=read("reporting_verbs", extra).mapping("use"),
        classes=speech.mapping("class"),
        genders={word.strip("."): gender for word, gender in genders.items()},
        human=frozenset({_head(title, speech.words(**{"class": "preposition"})) for title in titles} | own),
        bodies=read("organisation_words", extra).words(kind="organisation"),
    )


def _head(title: str, prepositions: frozenset[str]) -> str:
    """Give the noun of a title: "chief" of "police chief", "head" of "head of department"."""
    words = title.split()
    return words[next((place for place, word in enumerate(words) if place and word in prepositions), len(words)) - 1]
