"""What makes a percentage a share of a whole or a rate that something has, or one more of the kind before it.

Each function looks at a `Scene` and gives a `Trigger` or nothing; `direction.py` says in which order.
"""

import re

from newsfacts.figures.numbers import Form
from newsfacts.figures.percentage.match import Look, Trigger
from newsfacts.figures.percentage.nouns import is_share_verb, is_subject, noun_before
from newsfacts.figures.percentage.scene import Scene
from newsfacts.figures.percentage.words import UP_DOWN
from newsfacts.language.phrases import VERB_TAGS, is_noun, is_verb
from newsfacts.lexicons.function_words import function_words
from newsfacts.record import Direction

__all__ = [
    "changed_with_count",
    "compared_with",
    "degree",
    "joined_on",
    "make_up",
    "part_of",
    "ranked_behind",
    "rate_noun",
    "rate_verb",
    "said_again",
    "share_as_subject",
    "share_of_whole",
    "share_verb",
]

_BEFORE_A_SHARE = function_words("before a share") | {",", "–"}
_TO_A_SHARE = function_words("to a share")
_AGAINST = function_words("against")
_FROM_OR_TO = function_words("from or to")
_LEVEL_WORDS = function_words("level")
_PRONOUNS = function_words("partitive") | {"it", "us"}


def part_of(scene: Scene) -> Trigger | None:
    """Read shares of what was named before: "of which 63.5%", "68 per cent of them", "301, or 28%, were jailed"."""
    following = [scene.word(scene.behind), scene.word(scene.behind + 1)]
    ahead = [scene.word(scene.first - 2), scene.word(scene.first - 1)]
    pronoun = following[0] == "of" and following[1] in _PRONOUNS
    if pronoun or (ahead[0] == "of" and ahead[1] in _PRONOUNS and scene.first - 2 >= scene.left):
        return Trigger(Direction.SHARE, Look.WHOLE)
    if ahead[1] == "or":
        return Trigger(Direction.SHARE, Look.BRACKET, scene.first - 1)
    if is_subject(scene.sentence, scene.node) and following[0] == "of":
        return Trigger(Direction.SHARE, Look.WHOLE)
    if ahead == ["of", "the"] and scene.first == 2:
        return Trigger(Direction.SHARE, Look.WHOLE)  # "Of the 65 percent with drugs in their system, …"
    return None


def changed_with_count(scene: Scene) -> Trigger | None:
    """Read "increased from 364 to 439, or 21%"."""
    changed = _changed_count(scene) if scene.word(scene.first - 1) == "or" else None
    if changed is None:
        return None
    return Trigger(changed[1], Look.VERB if is_verb(scene.tokens[changed[0]]) else Look.CHANGE_NOUN, changed[0])


def _changed_count(scene: Scene) -> tuple[int, Direction] | None:
    """Give the change that a count and its percentage tell together: "increased from 364 to 439, or 21%"."""
    number = next(
        (p for p in range(scene.first - 2, max(scene.left, scene.first - 8) - 1, -1) if scene.tokens[p].tag == "CD"),
        None,
    )
    if number is None:
        return None
    for place in range(number - 1, max(scene.clause, number - 5) - 1, -1):
        direction = scene.words.change(scene.tokens[place])
        linked = any(t.lower in _FROM_OR_TO for t in scene.tokens[place:number])
        if direction is not None and linked:
            return place, direction
        if is_verb(scene.tokens[place]):
            return None
    return None


def compared_with(scene: Scene) -> Trigger | None:
    """Read the percentage that one is compared with: "15.3% were poor, compared to 12.2% the year before"."""
    if not scene.ends or scene.before is None or scene.before.direction is Direction.NONE:
        return None
    ahead = (scene.word(scene.first - 2), scene.word(scene.first - 1))
    compared = ahead[0] in ("compared", "opposed") and ahead[1] in ("to", "with")
    if (compared or ahead[1] in _AGAINST) and scene.word(scene.behind) != "of":
        return Trigger(scene.before.direction, Look.JOINED)
    if ahead[0] in ("up", "down") and ahead[1] == "from" and scene.before.direction is Direction.SHARE:
        return Trigger(Direction.SHARE, Look.JOINED)  # "21% of crime, up from 18% a year ago"
    return None


def said_again(scene: Scene) -> Trigger | None:
    """Read "five of seven were wrong – 71 percent": the share that a fraction told before."""
    before = scene.before
    if before is None or not scene.same_sentence or before.figure.number.form is not Form.FRACTION:
        return None
    if any(token.text == ":" for token in scene.gap()):
        return None  # what a colon leads in is told apart
    near = before.figure.value is not None and scene.mention.figure.value is not None
    if near and abs(before.figure.value - scene.mention.figure.value) <= 1 and before.direction is Direction.SHARE:  # type: ignore[operator]
        return Trigger(Direction.SHARE, Look.JOINED)
    return None


def _elided(scene: Scene) -> bool:
    """See a share whose verb is said once: "10% were wasting, and 9% from stunting", "38% with pills, 40% with pot"."""
    before = scene.before
    if before is None or not scene.ends or before.direction is not Direction.SHARE:
        return False
    follows = scene.tokens[scene.last].tag if scene.last < len(scene.tokens) else ""
    return scene.word(scene.first - 1) in (",", "and", ";", "or") and follows in ("IN", "TO", ",", ".", "RB")


def joined_on(scene: Scene) -> Trigger | None:
    """Read the second of two that share a verb: "fell by 18%, larcenies by 7%", "16% in Ayr, 2% in Hull"."""
    if _elided(scene) and scene.word(scene.behind) != "of":
        return Trigger(Direction.SHARE, Look.SUBJECT)
    if not scene.continues or scene.before is None or scene.before.direction is Direction.NONE:
        return None
    if scene.word(scene.behind) == "of" or _is_named(scene) or any(t.lower.startswith("account") for t in scene.gap()):
        return None
    if scene.mention.fraction and scene.word(scene.first - 1) != "by":
        return None
    if scene.word(scene.first - 1) == "of" and scene.words.noun(scene.tokens[scene.first - 2]) is Direction.RATE:
        return None  # "against a national average of 64%"
    rates = scene.before.direction is Direction.RATE
    linked = scene.word(scene.first - 1) in _BEFORE_A_SHARE
    if rates and not linked and scene.noun_within(scene.left, scene.first):
        return None
    follows_verb = scene.last < len(scene.tokens) and scene.tokens[scene.last].tag in ("VBD", "VBZ", "VBP", "MD")
    if follows_verb and scene.before.direction in UP_DOWN:
        return None
    return Trigger(scene.before.direction, Look.JOINED)


def _is_named(scene: Scene) -> bool:
    """See a noun of rate behind: "a 5% rise to a 40% success rate"."""
    for token in scene.tokens[scene.last : scene.last + 3]:
        if not is_noun(token) and token.tag not in ("JJ", "VBG"):
            return False
        if scene.words.noun(token) is Direction.RATE:
            return True
    return False


def share_verb(scene: Scene) -> Trigger | None:
    """Read "young men accounted for 42% of the arrests"."""
    verb = scene.verb
    if _is_named(scene):
        return None
    told = scene.tokens[verb] if verb is not None and scene.tokens[scene.node].dep != "nsubj" else None
    if told is not None and scene.words.verb(told) is Direction.SHARE and is_share_verb(scene.sentence, told):
        return Trigger(Direction.SHARE, Look.WHOLE, verb)
    for token in scene.tokens[max(scene.clause, scene.first - 5) : scene.first]:  # where the tagger or parser errs
        known = scene.words.verbs.get(scene.words.lemma(token.lower, "VBZ" if token.lower.endswith("s") else "VBD"))
        if known is Direction.SHARE and is_share_verb(scene.sentence, token) and token.lower.startswith("account"):
            return Trigger(Direction.SHARE, Look.WHOLE, token.position)
    return None


def share_of_whole(scene: Scene) -> Trigger | None:
    """Read "70% of the killings", and fractions that are no change."""
    if scene.word(scene.behind) == "of" or (scene.mention.fraction and _is_plain_share(scene)):
        return Trigger(Direction.SHARE, Look.WHOLE)
    return None


def _is_plain_share(scene: Scene) -> bool:
    return scene.word(scene.first - 1) != "by"


def make_up(scene: Scene) -> Trigger | None:
    """Read "70 per cent women", "67 per cent female": a make-up of people."""
    for place in range(scene.last, min(scene.last + 3, len(scene.tokens))):
        token = scene.tokens[place]
        if token.lower in scene.words.groups or (token.tag == "NNS" and token.lower in scene.words.people):
            return Trigger(Direction.SHARE, Look.WHOLE, place)
        if token.tag not in ("JJ", "HYPH", "NN"):
            return None
    return None


def rate_noun(scene: Scene) -> Trigger | None:
    """Read "a vacancy rate of 9 percent", "a 10% discount", "Solved rate: 17.3%"."""
    tokens = scene.tokens
    labelled = scene.word(scene.first - 1) == ":" and scene.first > 1 and is_noun(tokens[scene.first - 2])
    if labelled and scene.words.noun(tokens[scene.first - 2]) is Direction.RATE:
        return Trigger(Direction.RATE, Look.NAMED, scene.first - 2)
    if scene.last < len(tokens) and is_noun(tokens[scene.last]):
        return Trigger(Direction.RATE, Look.NAMED, scene.last)
    if scene.word(scene.first - 1) == "of" and scene.first >= 2:
        noun = noun_before(scene.sentence, scene.first - 2)
        if noun is not None and noun >= scene.left:
            return Trigger(Direction.RATE, Look.NAMED, noun)
    return None


def degree(scene: Scene) -> Trigger | None:
    """Leave "100 per cent certain" without a direction."""
    tokens, last = scene.tokens, scene.last
    following = tokens[last + 1 : last + 2]
    goes_on = bool(following) and (is_noun(following[0]) or following[0].tag in ("JJ", "HYPH"))
    if last < len(tokens) and tokens[last].tag == "JJ" and not goes_on:
        return Trigger(Direction.NONE, Look.NOWHERE)
    return None


def rate_verb(scene: Scene) -> Trigger | None:
    """Read "the rate stood at 87.4%"; where the subject is a noun of change the figure is the change."""
    tokens, verb = scene.tokens, scene.verb
    link = scene.word(scene.first - 1)
    if verb is not None and link in _LEVEL_WORDS and noun_before(scene.sentence, scene.first - 2) is None:
        return Trigger(Direction.RATE, Look.VERB, verb)
    if verb is not None and not is_subject(scene.sentence, scene.node):
        known = scene.words.verb(tokens[verb])
        if known is Direction.RATE:
            subject = next((c for c in scene.sentence.children[verb] if tokens[c].dep == "nsubj"), None)
            change = scene.words.change(tokens[subject]) if subject is not None else None
            if subject is not None and change is not None:
                return Trigger(change, Look.CHANGE_NOUN, subject)  # "the growth was 3.6%"
            return Trigger(Direction.RATE, Look.VERB, verb)
    told = tokens[scene.last].tag if scene.last < len(tokens) else ""
    if link in _TO_A_SHARE and told not in ("VBN", "VBG"):
        noun = noun_before(scene.sentence, scene.first - 2) if scene.first >= 2 else None
        if noun is not None:
            return Trigger(Direction.RATE, Look.NAMED, noun)
    last = scene.last
    if last < len(tokens) and tokens[last].tag in ("NN", "NNS", "JJ", "VBG") and scene.noun_within(last, last + 3):
        return Trigger(Direction.RATE, Look.NAMED, last)
    return None


def ranked_behind(scene: Scene) -> Trigger | None:
    """Read "Hull tied for second at 40%" behind "Leeds saw the largest fall, at 41%": one more of the same."""
    if (
        scene.before is None
        or scene.before.direction is Direction.NONE
        or scene.word(scene.first - 1) not in ("at", "with")
    ):
        return None
    if any(scene.words.lemma(t.lower, t.tag) in scene.words.ranking for t in scene.gap() if is_verb(t)):
        return Trigger(scene.before.direction, Look.JOINED)
    return None


def share_as_subject(scene: Scene) -> Trigger | None:
    """Read "40 per cent were women", "bail was refused in 61%"."""
    tokens, behind = scene.tokens, scene.behind
    if is_subject(scene.sentence, scene.node) or (behind < len(tokens) and tokens[behind].tag in VERB_TAGS | {"MD"}):
        return Trigger(Direction.SHARE, Look.SUBJECT)
    if scene.word(scene.first - 1) == "in":
        return Trigger(Direction.SHARE, Look.SUBJECT, scene.first - 1)
    if _fronted(scene):
        return Trigger(Direction.SHARE, Look.SUBJECT)
    return None


def _fronted(scene: Scene) -> bool:
    """See "Of the 320 apprentices, 46% …" at the start of the sentence."""
    return scene.word(0) == "of" and bool(re.match(r"of\s", scene.sentence.text, re.IGNORECASE))
