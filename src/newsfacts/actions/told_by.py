"""Who did it, where a phrase with "by" says so: of the act itself, or of the last of verbs that share it.

Not here: the other ways from an act to who did it (`actors.py`).
"""

from collections.abc import Iterator

from newsfacts.actions.deed import Act, Actor
from newsfacts.language import syntax
from newsfacts.language.phrases import is_noun, is_verb

__all__ = ["shared_by", "told_by"]

_BY = 14
"""Tokens behind a passive among which its "by" stands."""
_CLOSING = frozenset({",", ";", ":"})


def told_by(act: Act) -> Iterator[Actor]:
    """Give the noun of the "by" phrase of the act, also where the parser hung it lower."""
    if act.here is not None:
        place = syntax.by_phrase(act.sentence, act.here)
        if place is None and act.voice == "passive":
            place = _by_further_on(act, act.here)
        if place is not None and not _is_means(act, place):
            yield Actor(act.sentence, place)


def _is_means(act: Act, place: int) -> bool:
    """Tell a means from a doer: a thing in the singular without any word before it, "cheated by [phone]"."""
    token = act.tokens[place]
    somebody = token.lower in act.words.people or token.lower in act.words.police or token.lower in act.words.bodies
    return token.tag == "NN" and not somebody and not any(c < place for c in act.sentence.children[place])


def _by_further_on(act: Act, verb: int) -> int | None:
    """Find a "by" that the parser hung lower, up to the next verb: "were tested for drugs in blood by [policemen]"."""
    for token in act.tokens[verb + 1 : verb + _BY]:
        if token.text in _CLOSING or (syntax.is_clause_verb(token) and token.tag != "VBN"):
            return None
        if token.lower == "by":
            if act.tokens[token.head].lower in act.words.nouns:
                return None  # "charged with theft by deception": the theft's own
            return next((c for c in act.sentence.children[token.position] if is_noun(act.tokens[c])), None)
    return None


def shared_by(act: Act) -> Iterator[Actor]:
    """Follow "130 are killed and 26,000 are injured by drivers" from the first verb to the last one's "by"."""
    if act.here is None:
        return
    for child in act.sentence.children[act.here]:
        if act.tokens[child].dep in ("conj", "oprd", "xcomp", "acomp") and is_verb(act.tokens[child]):
            for place in (child, *syntax.complements(act.sentence, child)):
                by = syntax.by_phrase(act.sentence, place)
                if by is not None:
                    yield Actor(act.sentence, by)
