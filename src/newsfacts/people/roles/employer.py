"""The force whose news a document is: an officer without a stated force serves it.

A force's own release and a local report name one force, often in full only once, and its officers by rank alone. Where
a document names one force only and opens with it, or one far more often than all others, that is the one. A force that
is named in passing is not, nor "District Police", which is any district's. Not here: what is stated beside a title;
that comes first.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from newsfacts.lexicons.function_words import cue_words
from newsfacts.people.pieces import Case, Scene
from newsfacts.people.words import PeopleWords, TitleKind
from newsfacts.record import OrganisationSource, Role

__all__ = ["employed", "force_of"]

_SHARE = 0.75
"""Share of the mentions of forces that the one force must have where others are named."""
_LEAST = 3
"""Mentions that it must have there."""
_OPENING = 4
"""Sentences, headlines among them, in which a document says whose news it is."""
_LONGEST = 6
_ANYBODY = ("nationality", "place")
"""Kinds of words that name no force of their own: "Nigerian Police", "District Police"."""
_LEFT = tuple(sorted(cue_words("left the force")))


def employed(roles: Sequence[Role], force: str) -> list[Role]:
    """Give the force to an officer whose roles name no organisation; former officers get none."""
    if any(role.organisation for role in roles):
        return list(roles)
    found = list(roles)
    for number, role in enumerate(found):
        if role.rank and not (role.title or "").lower().startswith(_LEFT) and _fits(role.rank, force):
            found[number] = role.model_copy(
                update={"organisation": force, "organisation_source": OrganisationSource.DOCUMENT}
            )
            break
    return found


def _fits(rank: str, force: str) -> bool:
    """See that a sheriff serves a sheriff’s office, and nobody else's deputy a police force's."""
    return ("sheriff" in force.lower()) or "sheriff" not in rank.lower()


def force_of(scenes: Sequence[Scene], words: PeopleWords) -> str | None:
    """Find the one force whose news a document is, as written the first time; None where there is no such one."""
    seen: Counter[str] = Counter()
    first: dict[str, str] = {}
    opening: set[str] = set()
    for number, scene in enumerate(scenes):
        if scene.case in (Case.LOWER, Case.CAPITALS):
            continue
        for text in _forces(scene, words):
            key = _key(text, words)
            seen[key] += 1
            opening |= {key} if number < _OPENING else set()
            if key not in first or (len(text) > len(first[key]) and scene.case == Case.NORMAL):
                first[key] = text
    if not seen:
        return None
    best, count = seen.most_common(1)[0]
    alone = len(seen) == 1 and (best in opening or count >= _LEAST)
    leads = count >= _LEAST and count >= _SHARE * sum(seen.values())
    return first[best] if alone or leads else None


def _forces(scene: Scene, words: PeopleWords) -> Iterator[str]:
    """List the forces that a sentence names: "Ayr Police", "Kent County Sheriff’s Office", "Ayr Constabulary"."""
    pieces = scene.pieces
    for index, piece in enumerate(pieces):
        if not (piece.capital and piece.fold in words.force_heads):
            continue
        first, last = index, index + 1
        while first > 0 and scene.tight(first) and _proper(scene, first - 1, words) and index - first < _LONGEST:
            first -= 1
        while (
            last < len(pieces)
            and scene.linked(last)
            and pieces[last].capital
            and pieces[last].fold in words.force_tails
        ):
            last += 1
        goes_on = last < len(pieces) and scene.tight(last) and pieces[last].capital
        if goes_on and last == index + 1 and (_proper(scene, last, words) or _many(scene, last, words)):
            continue  # "Kent Police Federation", "Ayr Police Chiefs’ Association"
        bare = last == index + 1 and piece.fold.startswith("sheriff")  # the man, not his office
        if first < index and not bare and not all(words.things.get(p.fold) in _ANYBODY for p in pieces[first:index]):
            yield scene.text(first, last)


def _many(scene: Scene, index: int, words: PeopleWords) -> bool:
    """See a plural title behind a force's name, which may go on to name an association of them."""
    found = words.titles.at(scene.pieces, index, len(scene.pieces))
    owned = found is not None and scene.pieces[found[0] - 1].fold.endswith("s'")
    return owned or scene.pieces[index].fold.endswith("s'") or (found is not None and scene.possessive(found[0]))


def _proper(scene: Scene, index: int, words: PeopleWords) -> bool:
    piece = scene.pieces[index]
    return words.is_proper(piece) and piece.fold not in words.force_heads and not _is_title(scene, index, words)


def _is_title(scene: Scene, index: int, words: PeopleWords) -> bool:
    found = words.titles.at(scene.pieces, index, len(scene.pieces))
    return found is not None and found[1].kind != TitleKind.ADDRESS  # "Sri Lanka Police"


def _key(text: str, words: PeopleWords) -> str:
    """Give what two names of one force share: "Ayr Police Department" and "Ayr Police"."""
    folds = [word for word in re.findall(r"\w+", text.lower()) if word not in words.force_tails and word != "s"]
    return " ".join(word for word in folds if word not in words.force_heads)
