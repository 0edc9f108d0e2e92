"""What a percentage alone in brackets, or in an item of a list, goes by: the words in front of it, or the lead-in.

"41 of these (28%)" is a share, "robberies fell (5%)" a fall; "two arrests (12%)" says no change even where the next
clause does.
"""

from newsfacts.figures.percentage.match import Look, Trigger
from newsfacts.figures.percentage.nouns import behind_percent, noun_before
from newsfacts.figures.percentage.scene import Scene
from newsfacts.figures.percentage.words import UP_DOWN
from newsfacts.language.phrases import is_verb
from newsfacts.lexicons.function_words import function_words
from newsfacts.record import Direction

__all__ = ["in_brackets", "in_list"]

_FROM_OR_TO = function_words("from or to")
_CLAUSE_JOINER = function_words("clause joiner")
_FINITE_BE_HAVE = function_words("finite be", "have")
_THROUGH_A_PERIOD = function_words("through a period")


def in_brackets(scene: Scene) -> Trigger | None:
    """Read a percentage alone in brackets by what it stands behind."""
    bracket = scene.bracket
    if bracket is None or scene.first != bracket[0] + 1:
        return None
    if scene.last < len(scene.tokens) and scene.tokens[scene.last].text not in (")", "）", "]", ",", ";", ".", "/"):
        return None
    direction = _bracket_direction(scene, bracket[0])
    return Trigger(direction, Look.BRACKET, bracket[0])


def _bracket_direction(scene: Scene, opened: int) -> Direction:
    """Say which way a percentage in brackets goes, by the words in front of the bracket."""
    tokens, words = scene.tokens, scene.words
    ahead = tokens[opened - 1] if opened else None
    beside = ahead is not None and words.adverbs.get(ahead.lower) if ahead and ahead.lower in ("up", "down") else None
    if beside:
        return beside
    if ahead is not None and is_verb(ahead) and words.change(ahead) in UP_DOWN:
        return words.verbs[words.lemma(ahead.lower, ahead.tag)]
    phrase = _phrase_start(scene, opened)
    numbered = next((p for p in range(phrase, opened) if tokens[p].tag == "CD"), None)
    if numbered is not None and scene.word(numbered - 1) not in _FROM_OR_TO:
        near = scene.change_before(numbered, max(scene.left, numbered - 2))
        return near[1] if near else Direction.SHARE
    if any(tokens[p].lower in words.quantifiers for p in range(phrase, opened)):
        return Direction.SHARE
    found = scene.change_before(opened, scene.clause)
    if found is not None and not _cut_off(scene, found[0], opened):
        return found[1]
    following = _verb_after_bracket(scene)
    if following in UP_DOWN and found is None:
        return following
    before = scene.before
    if before is not None and scene.same_sentence and before.look is Look.BRACKET:
        return before.direction if not scene.finite(scene.left, opened) else Direction.SHARE
    return _led_in(scene) or Direction.SHARE


def _phrase_start(scene: Scene, opened: int) -> int:
    """Give the position at which the noun phrase in front of a bracket begins."""
    place = opened
    while place > scene.left and (
        scene.tokens[place - 1].tag not in ("VBD", "VBZ", "VBP", "VB", "MD", ",", ":", ".", "WDT", "WP", "WRB")
        and scene.tokens[place - 1].lower not in _CLAUSE_JOINER
    ):
        place -= 1
    return place


def _cut_off(scene: Scene, pivot: int, opened: int) -> bool:
    """See a verb of another clause between a word of change and a bracket: "thefts fell and most (58%) lock"."""
    for place in range(pivot + 1, opened):
        token = scene.tokens[place]
        if token.tag in ("VBD", "VBZ", "VBP", "MD", "VB") or (
            token.lower in _THROUGH_A_PERIOD and is_verb(scene.tokens[pivot])
        ):
            return True
    verb = is_verb(scene.tokens[pivot])
    return verb and not _governs(scene, pivot, opened)


def _governs(scene: Scene, verb: int, opened: int) -> bool:
    """See that the noun in front of a bracket hangs on a verb of change, or a colon leads in its list."""
    if any(t.text == ":" for t in scene.tokens[verb:opened]):
        return True
    if any(t.lower == "to" for t in scene.tokens[verb:opened]) and scene.tokens[opened - 1].tag == "CD":
        return True
    noun = noun_before(scene.sentence, opened - 1)
    return noun is not None and verb in tuple(scene.sentence.ancestors(noun))[:4]


def _verb_after_bracket(scene: Scene) -> Direction | None:
    """Give the direction of the first verb behind the bracket: "Burglary (12%) and robbery (5%) fell"."""
    if scene.bracket is None:
        return None
    for token in scene.tokens[scene.bracket[1] :]:
        if is_verb(token) and token.lower not in _FINITE_BE_HAVE:
            return scene.words.change(token)
        if token.text in (";", "."):
            return None
    return None


def _led_in(scene: Scene) -> Direction | None:
    """Give the direction of the words before a colon, of this unit or of the lead-in of its list."""
    colon = next((p for p in range(scene.first - 1, -1, -1) if scene.tokens[p].text == ":"), None)
    if colon is not None:
        found = scene.change_before(colon, 0)
        if found is not None:
            return found[1]
    if scene.lead is not None:
        changes = [c for c in map(scene.words.change, scene.lead.tokens) if c is not None]
        if changes and len(set(changes)) == 1:
            return changes[0]
    return None


def in_list(scene: Scene) -> Trigger | None:
    """Read the figure of a list item by what leads the list in."""
    direction = _led_in(scene)
    if direction is None or behind_percent(scene.sentence, scene.node) < scene.last - 1:
        return None
    return Trigger(direction, Look.LABEL)
