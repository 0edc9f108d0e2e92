"""What one mention of a run of words shows: witnesses that it is a person, and the impression that they make.

Every witness is data: an id, a weight, a line of why, an example. The weights here make the first impression of one
mention, by which lists are read; they were set by reading results on police news of six countries. Whether a form is a
person is decided over all its mentions, with fitted weights, in `person.py`.
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
    example: str
    """A text in which it speaks; the mention stands in [brackets]."""


WITNESSES = (
    Witness("kin_behind", 2, "X’s mother: only people have kin", "[Tolliver]’s mother left."),
    Witness("owns", 0.25, "X’s: people own, but places and firms do, too", "[Tolliver]’s car burned."),
    Witness("acts", 0.25, "the subject of a verb, in one sentence at least", "[Tolliver] opened the door."),
    Witness("done_to", 0.25, "the object of a verb", "They saw [Tolliver]."),
    Witness("opens", 0, "the first word of a sentence has a capital whatever it is", "[Tolliver] left."),
    Witness("tag_common", -0.5, "the tagger calls it a common noun, a number or an adjective", "[Statistics] rose."),
    Witness("tag_verb", -1, "the tagger calls it a verb or a function word", "[Skip] to the story."),
    Witness("capital_before", -1, "a capitalised word that is no title stands before it", "[Lanka] in Sri Lanka"),
    Witness("capital_behind", -0.5, "a capitalised word that is no part of it follows", "[Queen] Street Market"),
    Witness("of_name", -1.5, "the end of a name with “of” in it", "the Forest of [Dean]"),
    Witness("pinyin", 0.5, "one word of pinyin syllables, or a Chinese family name", "[Xu] left."),
    Witness("byline", 4, "the layout found an author's line there", "By [Ann Roe]"),
    Witness("credit", 1.5, "stands in a part of the page that names its makers", "Web editor: [Ann Roe]"),
    Witness("contact", 1, "stands in a part of the page that says whom to call", "Contact: [Ann Roe]"),
    Witness("name_line", 4, "an author’s line with the name alone: who posts a release is no reporter", "[Ann Roe]"),
    Witness("rank_before", 3, "only people have ranks and are addressed with Mr, Dr, Alhaji", "[Sgt Ann Roe] spoke."),
    Witness(
        "title_before",
        2.5,
        "a function stands before it: director, spokesman, suspect",
        "The director [Ann Roe] spoke.",
    ),
    Witness(
        "title_behind", 2.5, "a function stands behind it between commas", "[Ann Roe], director of the port, spoke."
    ),
    Witness("age_behind", 3, "an age stands behind it: (21), , 31,", "[Ann Roe], 31, left."),
    Witness("age_before", 3, "23-year-old stands before it", "The 23-year-old [Ann Roe] left."),
    Witness("cue_before", 2, "one X, named X, identified as X, surnamed X", "A man named [Roe] left."),
    Witness(
        "cue_person", 1, "surnamed X, identified only as X: so only people are introduced", "A man surnamed [Roe] left."
    ),
    Witness("office_before", 1, "a title in a capital right before one word", "Senator [Roe] left."),
    Witness("kin_own", 1, "his brother, X, with a pause behind", "His brother, [Roe], left."),
    Witness("kin_before", 2.5, "his wife X", "His wife [Ann] left."),
    Witness(
        "kin_of", 0, "son of X: a person, but not the one of whom the sentence tells", "The son of [Ann Roe] left."
    ),
    Witness("alias_behind", 3, "X alias Y: only people have aliases in police news", "[Ann Roe] alias Queen left."),
    Witness("speech", 2, "X said, said X, according to X, X told", "[Roe] said so."),
    Witness("person_verb", 1.5, "X was arrested, X pleaded guilty", "[Ann Roe] was arrested."),
    Witness(
        "person_verb_single",
        0.5,
        "the same for one word that no lexicon knows; places and firms do things too",
        "[Tolliver] was arrested.",
    ),
    Witness("pronoun_behind", 1.5, "X, who …", "[Ann Roe], who left, is back."),
    Witness("residence_behind", 1, "X, of Nelson Street", "[Ann Roe], of Nelson Street, left."),
    Witness("list", 2, "stands in a list with names that are believed", "Bo Tan and [Ann Roe] left."),
    Witness("rank_listed", 3, "PCs X and Y: the rank is that of both", "PCs Tan and [Roe] left."),
    Witness("repeated", 0.5, "its last word stands alone elsewhere in the text", "[Ann Roe] left. Roe ran."),
    Witness("model_person", 2, "the model calls exactly this run a person", "[Ann Roe] left."),
    Witness("model_person_single", 1.5, "the model calls one word a person; it often errs on brands", "[Roe] left."),
    Witness("model_person_partly", 1, "the model calls a part of it, or more than it, a person", "[Ann Roe Tan] left."),
    Witness(
        "model_organisation",
        -1,
        "the model calls it an organisation; often wrong for African and Asian names",
        "[Ayo Oni] left.",
    ),
    Witness(
        "model_place", -0.5, "the model calls it a place; often wrong for African and Asian names", "[Ayo Oni] left."
    ),
    Witness("model_thing", -1.5, "the model calls it a building, product, work or event", "[Roe Bridge] shut."),
    Witness("given_first", 2, "begins with a given name", "[Ann Roe] left."),
    Witness("given_common", 1, "begins with a given name that is an everyday word or a month too", "[May Roe] left."),
    Witness("given_inside", 1.5, "a later word is a given name: Sakamoto Ai, Adeleke Ayotunde", "[Sakamoto Ai] left."),
    Witness("surname_last", 1.5, "ends in a family name", "[Bo Smith] left."),
    Witness("surname_first", 1, "begins with a family name", "[Smith Bo] left."),
    Witness(
        "east_asian",
        3,
        "a Chinese, Korean or Vietnamese family name with syllables of a given name behind it",
        "[Xu Minhao] left.",
    ),
    Witness("initials", 2, "holds an initial: K. Ramesh", "[K. Ramesh] left."),
    Witness("particle", 1.5, "holds bin, van, s/o", "[Ali bin Said] left."),
    Witness("nickname", 2, "holds a nickname in quotation marks", "[Ann “Queen” Roe] left."),
    Witness("shape", 0.5, "two or three words, each capitalised", "[Ann Roe] left."),
    Witness("long", -1, "five or six words", "[Ann May Sue Lee Roe] left."),
    Witness("endless", -6, "seven words or more: a heading in another language", "[Ann May Sue Lee Kim Liz Roe] left."),
    Witness("famous", 2.5, "news names this person by one word", "[Obama] left."),
    Witness("single_given", 1, "one word that is a given name", "[Ann] left."),
    Witness("single_surname", 1, "one word that is a family name", "[Smith] left."),
    Witness("single", -0.5, "one word alone says little", "[Tolliver] left."),
    Witness(
        "organisation_before",
        -1.5,
        "follows a word of an organisation or place in the same run",
        "Ayr Police [Roe Tan] left.",
    ),
    Witness("thing_before", -4, "Operation X, Project X, Toyota X, St. X", "Operation [Roe] ended."),
    Witness(
        "named_after",
        -8,
        "Jalan Tun X, the ferry Queen X, Operation Oom X: streets, ships and actions",
        "They met in Jalan [Tun Roe].",
    ),
    Witness(
        "organisation_behind",
        -6,
        "X Road, X Police, X Hospital: the run goes on into an organisation or place",
        "He lives in [Ann Roe] Road.",
    ),
    Witness("place_noun_behind", -2.5, "the X hotel, X neighbourhood", "The [Roe] hotel shut."),
    Witness("gazetteer", -1, "is a town, county or country of the gazetteer", "[Makurdi] is wet."),
    Witness("lower", 0, "stands in a text without capitals", "police arrested [ann roe]."),
    Witness("place_known", -2, "is a place that is well known", "[Preston] is wet."),
    Witness(
        "menu",
        -1.5,
        "stands in a line of a few capitals, as entries of a menu do, and no word is a known name",
        "[Late Finals]",
    ),
    Witness("namesake", -5, "a make, a shop, a breed that is called like a person", "A [Harley Davidson] was stolen."),
    Witness("place_preposition", -3, "in X, at X, near X", "He lives in [Ann Roe]."),
    Witness("place_preposition_single", -2.5, "in X, at X where X is one word", "He lives in [Roe]."),
    Witness(
        "inside",
        -6,
        "in X, and nothing that X has or is: people are in places",
        "He was held in [Ann Roe].",
    ),
    Witness("group_behind", -4, "the X family: all who bear the name, and no one person", "The [Roe] family left."),
    Witness("camel", -3, "one word with a capital inside: sites, papers and firms", "[RoeReporters] wrote so."),
    Witness(
        "place_named",
        -5,
        "in X Park, on X Lane: behind a preposition the last word says that it is a place",
        "They met in [Ann Roe Park].",
    ),
    Witness(
        "residence",
        -6,
        "X, 41, Y, pleaded guilty; X, 31, of Y: what stands behind an age says where X lives",
        "Bo Tan, 41, [Santa Rosa], pleaded guilty.",
    ),
    Witness(
        "place_chain", -3, "Nelson Street, X: the chain of an address goes on", "He lives in Nelson Street, [Roe]."
    ),
    Witness(
        "place_elsewhere",
        -2,
        "the same words follow in or at elsewhere in the text, and nothing calls them a person",
        "[Roe] is wet. He lives in Roe.",
    ),
    Witness("article_before", -3, "the X: people have no article", "The [Roe] shut."),
    Witness("heading_word", -3, "holds a word that headings capitalise", "[Roe Appeal]"),
    Witness(
        "heading_case",
        -1,
        "stands in a headline, where everything is capitalised",
        "Man Sought After [Roe] Theft in Ayr Town",
    ),
    Witness("capitals", -0.5, "is written in capitals", "[ANN ROE] left."),
    Witness("ampersand", -3, "X & Y: a firm", "[Roe] & Tan shut."),
    Witness(
        "acronym",
        -3,
        "an acronym, or a name spelled out before its acronym in brackets",
        "[Ayr River Club] (ARC) shut.",
    ),
    Witness(
        "lower_elsewhere",
        -1.5,
        "one of its words stands in lower case elsewhere in the text",
        "[Bridge] shut. The bridge is old.",
    ),
    Witness("dictionary", -1, "English words, and no known name", "A [Pump Action] was found."),
    Witness("dictionary_last", -0.5, "ends in an English word that is no known name", "They met in [Vudu Lounge]."),
    Witness("dictionary_part", 0, "begins with such a word, or holds one", "[Pump Roe] left."),
    Witness("area_behind", -5, "X local government area: a place", "He lives in [Roe] local government area."),
    Witness("body_before", -2, "charity X, newspaper X: the noun says that it is a body", "The charity [Roe] helps."),
    Witness("which_behind", -5, "X, which: so things are taken up", "[Terra Roe], which is a bank, shut."),
    Witness("body_apposed", -2, "another gang, X: the noun says that it is a body", "Another gang, [Gran Roe], fled."),
    Witness("body_comma", -1, "Ayr College, X: where the college is", "She studies at Ayr College, [Roe]."),
    Witness(
        "sited_comma", -5, "Ayr College, X: where the college is, if no word is a name", "At Ayr College, [Tolliva]."
    ),
    Witness("office_of", -1, "leader of X: what is led is seldom one person", "The leader of [Ilana Roe] spoke."),
    Witness("beside_place", -5, "parallel to X, a man from X: a place", "A man from [Roe] fell."),
    Witness("place_instances", -5, "areas including X: a place", "Towns such as [Roe] and Ayr flooded."),
    Witness("personal_behind", 1, "X’s death, X’s body: so only people have them", "[Tolliver]’s body was found."),
    Witness("number_before", -5, "40 X: what is counted", "Nearly 40 [Miles]."),
    Witness("taken_up", 0.5, "a pronoun for somebody takes it up", "[Tolliver] shot his wife."),
    Witness("quoted", -1, "stands by itself in quotation marks, as titles and slogans do", "“[Roe]” is a song."),
)

_WEIGHTS = {witness.id: witness.weight for witness in WITNESSES}


def score(ids: Iterable[str]) -> float:
    """Add up the weights of the witnesses that speak."""
    return sum([_WEIGHTS[name] for name in ids])
