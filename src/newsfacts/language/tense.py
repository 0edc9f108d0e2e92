"""How the clause of a span tells: its tense, and whether its sentence compares figures.

Not here: what follows from it for time, place or status.
"""

from newsfacts.language.clauses import Position
from newsfacts.language.once import once
from newsfacts.language.pipeline import Sentence
from newsfacts.lexicons.function_words import cue_words

__all__ = ["is_share", "shape_of", "tense_of"]

_HELP = frozenset({"aux", "auxpass"})
_SHARE = cue_words("share word") | {"%"}


@once
def is_share(unit: Sentence) -> bool:
    """See figures that are compared: a share, "up from", "fell to"."""
    return not _SHARE.isdisjoint(unit.lowers)


def shape_of(unit: Sentence, fact: Position) -> str:
    """Say how the clause of a fact is put: finite, past perfect, gerund, "to have done", infinitive, relative, none.

    What is told in a gerund ("held for stealing six cars") or with "had" happened before what its sentence tells.
    """
    if not fact.verbs:
        return "none"
    verb = unit.tokens[fact.verbs[0]]
    helpers = [unit.tokens[child] for child in unit.children[verb.position] if unit.tokens[child].dep in _HELP]
    words = {helper.lower for helper in helpers}
    if "to" in words:
        return "to have" if "have" in words else "infinitive"
    if "had" in words:
        return "past perfect"
    if verb.tag == "VBG" and not any(helper.dep == "aux" for helper in helpers):
        return "gerund"
    if verb.dep in ("relcl", "acl"):
        return "relative"
    return "finite"


def tense_of(unit: Sentence, fact: Position, statements: frozenset[str]) -> str:
    """Give the tense of the clause of a fact: past, perfect, present, modal, or none where it has no finite verb."""
    for place in fact.verbs:
        verb = unit.tokens[place]
        if verb.lower in statements:
            continue
        helpers = [unit.tokens[child] for child in unit.children[place] if unit.tokens[child].dep in ("aux", "auxpass")]
        if any(helper.tag == "MD" for helper in helpers):
            return "modal"
        finite = next((token for token in (*helpers, verb) if token.tag in ("VBD", "VBZ", "VBP")), None)
        if finite is not None:
            if finite.tag == "VBD":
                return "past"
            helps = finite is not verb and finite.lower in ("has", "have", "'ve", "’ve")
            return "perfect" if helps else "present"
    return "none"
