"""Rosters and logs: what stands behind a name, an age and a home says why somebody is listed.

"NAME, 34, of Mill Lane – two years for theft" is a charge list's line, and "ROE, ANN, 41, of Holm. Theft. Bond $500." a
jail's: there the charges are sentences of their own on the line. Not here: what opens a list; that is `listings.py`.
"""

from collections.abc import Iterator, Sequence

from newsfacts.lexicons.function_words import function_words
from newsfacts.people.ages import AGE_HOME
from newsfacts.people.names.candidates import Candidate
from newsfacts.people.pieces import Scene
from newsfacts.people.roles.honours import honours_end
from newsfacts.people.words import PeopleWords
from newsfacts.record import SectionKind

__all__ = ["beside_name"]

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_BE_TOO = function_words("be", "have")
_HAVE = function_words("have")
_CHARGED_WITH = function_words("behind a charge")
"""Words behind a participle without an agent of its own: "arrested for", "wanted on"."""


def beside_name(scenes: Sequence[Scene], name: Candidate, words: PeopleWords) -> Iterator[tuple[str, str]]:
    """Read "NAME, prosecuting," and charge lists, "NAME, 33, of Mill Lane – two years for theft": kind and part."""
    scene = scenes[name.scene]
    pieces = scene.pieces
    if name.first and scene.gap(name.first) == ", " and pieces[name.first - 1].fold in words.participles:
        yield "in court", words.participles[pieces[name.first - 1].fold]
    last = honours_end(scene, name.last, words)
    if last < len(pieces) and "," in scene.gap(last) and pieces[last].fold in words.participles:
        yield "in court", words.participles[pieces[last].fold]
    if _charged(scene, name, words) or _charged_below(scenes, name, words):
        yield "list", "suspect"


def _charged(scene: Scene, name: Candidate, words: PeopleWords) -> bool:
    """Read what stands behind a name in a court list or log: "NAME, 34, of Mill Lane, arrested on a warrant"."""
    home = AGE_HOME.match(scene.sentence.text, name.end - scene.sentence.start) is not None
    if ":" in scene.gap(name.first) and home:
        return True  # "Handling stolen goods: NAME, 63, of Mill Lane": a court list
    if not (home or "age_behind" in name.ids) or any(role.role for role in name.roles):
        return False
    opens = name.first == 0 or scene.sentence.unit.kind is SectionKind.ITEM
    return opens and _tells_charge(scene, name.last, words) is True


def _charged_below(scenes: Sequence[Scene], name: Candidate, words: PeopleWords) -> bool:
    """Read the charges on a roster's line that are sentences of their own: "ROE, ANN, 41, of Holm. Theft."."""
    scene = scenes[name.scene]
    if name.first or "age_behind" not in name.ids or any(role.role for role in name.roles):
        return False
    if _tells_charge(scene, name.last, words) is not None:
        return False
    for number in range(name.scene + 1, len(scenes)):
        if scenes[number].sentence.unit.line != scene.sentence.unit.line:
            return False
        told = _tells_charge(scenes[number], 0, words)
        if told is not None:
            return told
    return False


def _tells_charge(scene: Scene, first: int, words: PeopleWords) -> bool | None:
    """See a charge or penalty behind a piece; False where somebody's verb comes before it, None without both."""
    pieces = scene.pieces
    for index in range(first, len(pieces)):
        fold = pieces[index].fold
        verb = scene.tag(index) in _FINITE
        if fold in words.charge_words and not (verb and index and pieces[index - 1].fold in ("who", "and")):
            after = pieces[index + 1].fold if index + 1 < len(pieces) else ""
            return after in _CHARGED_WITH or not verb
        if verb and (
            fold not in _BE_TOO or (index + 1 < len(pieces) and scene.tag(index + 1) == "VBN" and fold in _HAVE)
        ):
            return False  # "NAME, 34, of Mill Lane, told officers that", "has lived here for 25 years": somebody acts
        if fold in words.offences or fold in words.punishments:
            return True
    return None
