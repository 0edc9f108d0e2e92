"""The one place where it is decided whether a run of words is a person: witnesses, their weights, and the threshold.

Every witness is data: an id, a weight, and a line of why. A name is believed when the weights of the witnesses that
speak add up to the threshold. The weights were set by reading results on police news of six countries, not fitted.
"""

from collections.abc import Iterable
from dataclasses import dataclass

__all__ = ["THRESHOLD", "WITNESSES", "Witness", "score"]

THRESHOLD = 2.5
"""A bare two-word run that the model calls a person just passes; else it takes a title, an age or a known name."""


@dataclass(frozen=True, slots=True)
class Witness:
    """Say what one observation is worth."""

    id: str
    """Name of the observation."""
    weight: float
    """Positive speaks for a person, negative against."""
    why: str
    """Reason."""


WITNESSES = (
    Witness("byline", 4, "the layout found an author's line there"),
    Witness("name_line", 4, "an author’s line with the name alone: who posts a release is no reporter"),
    Witness("rank_before", 3, "only people have ranks and are addressed with Mr, Dr, Alhaji"),
    Witness("title_before", 2.5, "a function stands before it: director, spokesman, suspect"),
    Witness("title_behind", 2.5, "a function stands behind it between commas"),
    Witness("age_behind", 3, "an age stands behind it: (21), , 31,"),
    Witness("age_before", 3, "23-year-old stands before it"),
    Witness("cue_before", 2, "one X, named X, identified as X, surnamed X"),
    Witness("kin_before", 2.5, "his wife X"),
    Witness("kin_of", 0, "son of X: a person, but not the one of whom the sentence tells"),
    Witness("alias_behind", 3, "X alias Y: only people have aliases in police news"),
    Witness("speech", 2, "X said, said X, according to X, X told"),
    Witness("person_verb", 1.5, "X was arrested, X pleaded guilty"),
    Witness("person_verb_single", 0.5, "the same for one word that no lexicon knows; places and firms do things too"),
    Witness("pronoun_behind", 1.5, "X, who …"),
    Witness("residence_behind", 1, "X, of Nelson Street"),
    Witness("list", 2, "stands in a list with names that are believed"),
    Witness("rank_listed", 3, "PCs X and Y: the rank is that of both"),
    Witness("repeated", 0.5, "its last word stands alone elsewhere in the text"),
    Witness("model_person", 2, "the model calls exactly this run a person"),
    Witness("model_person_single", 1.5, "the model calls one word a person; it often errs on brands"),
    Witness("model_person_partly", 1, "the model calls a part of it, or more than it, a person"),
    Witness("model_organisation", -1, "the model calls it an organisation; often wrong for African and Asian names"),
    Witness("model_place", -0.5, "the model calls it a place; often wrong for African and Asian names"),
    Witness("model_thing", -1.5, "the model calls it a building, product, work or event"),
    Witness("given_first", 2, "begins with a given name"),
    Witness("given_common", 1, "begins with a given name that is an everyday word or a month too"),
    Witness("given_inside", 1.5, "a later word is a given name: Sakamoto Ai, Adeleke Ayotunde"),
    Witness("surname_last", 1.5, "ends in a family name"),
    Witness("surname_first", 1, "begins with a family name"),
    Witness("east_asian", 3, "a Chinese, Korean or Vietnamese family name with syllables of a given name behind it"),
    Witness("initials", 2, "holds an initial: K. Ramesh"),
    Witness("particle", 1.5, "holds bin, van, s/o"),
    Witness("nickname", 2, "holds a nickname in quotation marks"),
    Witness("shape", 0.5, "two or three words, each capitalised"),
    Witness("long", -1, "five or six words"),
    Witness("endless", -6, "seven words or more: a heading in another language"),
    Witness("famous", 2.5, "news names this person by one word"),
    Witness("single_given", 1, "one word that is a given name"),
    Witness("single_surname", 1, "one word that is a family name"),
    Witness("single", -0.5, "one word alone says little"),
    Witness("organisation_before", -1.5, "follows a word of an organisation or place in the same run"),
    Witness("thing_before", -4, "Operation X, Project X, Toyota X, St. X"),
    Witness("named_after", -8, "Jalan Tun X, the ferry Queen X, Operation Oom X: streets, ships and actions"),
    Witness("organisation_behind", -6, "X Road, X Police, X Hospital: the run goes on into an organisation or place"),
    Witness("place_noun_behind", -2.5, "the X hotel, X neighbourhood"),
    Witness("place_known", -2, "is a place that is well known"),
    Witness("menu", -1.5, "stands in a line of a few capitals, as entries of a menu do, and no word is a known name"),
    Witness("namesake", -5, "a make, a shop, a breed that is called like a person"),
    Witness("place_preposition", -3, "in X, at X, near X"),
    Witness("place_preposition_single", -2.5, "in X, at X where X is one word"),
    Witness("residence", -6, "X, 41, Y, pleaded guilty; X, 31, of Y: what stands behind an age says where X lives"),
    Witness("place_chain", -3, "Nelson Street, X: the chain of an address goes on"),
    Witness(
        "place_elsewhere", -2, "the same words follow in or at elsewhere in the text, and nothing calls them a person"
    ),
    Witness("article_before", -3, "the X: people have no article"),
    Witness("heading_word", -3, "holds a word that headings capitalise"),
    Witness("heading_case", -1, "stands in a headline, where everything is capitalised"),
    Witness("capitals", -0.5, "is written in capitals"),
    Witness("ampersand", -3, "X & Y: a firm"),
    Witness("acronym", -3, "an acronym, or a name spelled out before its acronym in brackets"),
    Witness("lower_elsewhere", -1.5, "one of its words stands in lower case elsewhere in the text"),
    Witness("quoted", -1, "stands by itself in quotation marks, as titles and slogans do"),
)

_WEIGHTS = {witness.id: witness.weight for witness in WITNESSES}


def score(ids: Iterable[str]) -> float:
    """Add up the weights of the witnesses that speak."""
    return sum(_WEIGHTS[name] for name in ids)
