"""People who are named only to say who somebody else is: "A, son of B, was held", "A, manager of Mr B, stole".

The verbs and participles of the sentence belong to A; of B they say nothing. Reads the words before a name, for the
tree often hangs a participle on the nearest name. Not here: nouns that tell B's own part, "the murder of B".
"""

from collections.abc import Collection, Iterable, Sequence

from newsfacts.lexicons.function_words import function_words
from newsfacts.people.identity.persons import Draft
from newsfacts.people.names.candidates import Candidate
from newsfacts.people.pieces import Scene
from newsfacts.people.words import PeopleWords
from newsfacts.record import CASE_PARTS

__all__ = ["bystanders", "owns", "stand_aside"]

_SERVING = function_words("serving somebody")
_CHILD_OF = function_words("child of")
_OWNED = function_words("in the hands of")
_KNOWN = function_words("article", "possessive")
_LONGEST = 6
"""Words between a comma and the noun that tells whose somebody is: "a long-serving personal aide to"."""


def bystanders(names: Iterable[Candidate], scenes: Sequence[Scene], words: PeopleWords) -> Collection[int]:
    """Find the mentions that tell whose child, friend or servant another is, by id().

    Shape:   `names` in text order. Both parents count: "a son of B and C".
    """
    found: set[int] = set()
    before: tuple[Candidate, str] | None = None
    for name in names:
        scene = scenes[name.scene]
        relation = _relation(scene, name.first, words)
        if relation is None and before and before[1] in words.children and _and(scene, before[0], name, words):
            relation = before[1]
        if relation is not None:
            found.add(id(name))
        before = (name, relation) if relation is not None else None
    return found


def stand_aside(drafts: Iterable[Draft], scenes: Sequence[Scene], words: PeopleWords) -> None:
    """Take away, in place, what behind such a mention calls one accused or hurt: "A, son of B, accused of rape"."""
    names = sorted((name for draft in drafts for name in draft.names), key=lambda name: name.start)
    aside = bystanders(names, scenes, words)
    for name in names:
        if id(name) in aside:
            name.roles[:] = [role for role in name.roles if role.start < name.end or role.part not in CASE_PARTS]


def owns(scene: Scene, name: Candidate) -> bool:
    """See "Roe’s brother", not the quotation mark that ends “Roe” or ‘Roe’."""
    spelled = "s" in scene.gap(name.last) or name.folds[-1].endswith("s")
    return scene.possessive(name.last) and spelled


def _relation(scene: Scene, first: int, words: PeopleWords) -> str | None:
    """Give the noun that says what somebody else is to the name that begins at a piece, or None."""
    at = _before_titles(scene, first, words)
    pieces = scene.pieces
    if at and scene.tight(at) and pieces[at - 1].fold in _CHILD_OF:
        return "child"
    if at > 1 and scene.tight(at) and pieces[at - 1].fold == "by" and pieces[at - 2].fold in _OWNED:
        return pieces[at - 2].fold  # "the caretaker of a house owned by NAME, was held"
    if at < 2 or pieces[at - 1].fold not in _SERVING or not (scene.tight(at) and scene.tight(at - 1)):
        return None
    noun = pieces[at - 2].fold
    if noun in words.kin and pieces[at - 1].fold == "of":
        return noun
    if noun in words.nouns or noun in words.list_heads:
        return None  # "the killer of NAME", "the victim of NAME" tell the part of NAME
    known = noun in words.kin or noun in words.serving or words.titles.before(pieces, at - 1) is not None
    known = known or words.is_occupation(pieces[at - 2])
    return noun if known and not pieces[at - 2].capital and _apposed(scene, at - 2) else None


def _before_titles(scene: Scene, at: int, words: PeopleWords) -> int:
    """Step back over "the late Chief", "businessman", "one" before a name."""
    pieces = scene.pieces
    while at > 1 and scene.tight(at):
        found = words.titles.before(pieces, at)
        fold = pieces[at - 1].fold
        if found is not None:
            at = found[0]
        elif (
            words.is_occupation(pieces[at - 1]) or fold in words.modifiers or fold in words.praise or fold in _KNOWN
        ) and fold not in _SERVING:
            at -= 1
        else:
            break
    return at


def _apposed(scene: Scene, noun: int) -> bool:
    """See a phrase behind a name or an age and a comma, "Roe, 31, a former driver of": it tells who Roe is."""
    for index in range(noun, max(0, noun - _LONGEST), -1):
        gap = scene.gap(index).strip()
        if gap in (",", "(", "),", "–", "—", "-"):
            before = scene.pieces[index - 1]
            return before.capital or before.text[-1].isdigit()
        if index < noun and scene.tag(index)[:2] not in ("NN", "JJ", "DT", "PR", "CD", "HY", "VB", "RB"):
            return False
    return False


def _and(scene: Scene, left: Candidate, right: Candidate, words: PeopleWords) -> bool:
    """See two names of one scene with "and" and titles between them, and no comma."""
    if left.scene != right.scene:
        return False
    at = _before_titles(scene, right.first, words)
    return at == left.last + 1 and scene.pieces[left.last].fold == "and" and scene.tight(left.last)
