"""Which way a percentage goes: the rules, in the order in which they are asked.

Each looks at a `Scene` and gives a `Trigger` or nothing; the first that gives one decides. What touches the percentage
comes before what governs it in the parse, since the parse errs in headlines, lists and translated text. A word of
change counts only where it belongs to this percentage: behind the one before it, with no verb of another clause
between. Not here: what is measured (`measure.py`), and what it is compared with (`bases.py`).
"""

import re

from newsfacts.figures.numbers import Form
from newsfacts.figures.percentage.match import Look, Trigger
from newsfacts.figures.percentage.nouns import (
    behind_percent,
    has_article,
    is_share_verb,
    is_subject,
    noun_before,
)
from newsfacts.figures.percentage.scene import Scene
from newsfacts.figures.percentage.words import UP_DOWN
from newsfacts.language.phrases import VERB_TAGS, is_noun, is_verb
from newsfacts.record import Direction
from newsfacts.rules.rule import Rule

__all__ = ["BARE", "RULES", "SIGNED", "change_noun_behind"]

_BETWEEN = ("JJ", "JJR", "VBN", "VBG", "NN", "HYPH", "RB", "-", "CC", "IN", "CD", "NNP")
"""Tags that may stand between a percentage and its change noun: "22% year-on-year decrease"."""
_LINKS = frozenset({"of", "by", "at", "to", "with", ":", "—", "–", "--"})
"""What may stand between a change noun, with what it is a change of, and its percentage."""
_NOT_LEVEL = frozenset({"compared", "due", "according", "close", "contrast", "similar", "equal", "relative", "thanks",
                        "opposed", "up", "owing", "next", "equivalent"})  # fmt: skip
"""Words with which "to" is part of a preposition."""
_LEVEL_WORDS = frozenset({"at", "above", "below", "over", "under"})
_PRONOUNS = frozenset({"them", "which", "whom", "it", "these", "those", "us"})
_FAR = 12
"""Words between a change noun and its percentage: "an increase in calls to the control room of 20 percent"."""


def change_noun_behind(scene: Scene) -> tuple[int, Direction] | None:
    """Give the noun of change that a percentage stands before: "a 22% year-on-year decrease in thefts"."""
    tokens = scene.tokens
    for place in range(scene.last, min(scene.last + 6, len(tokens))):
        token = tokens[place]
        direction = scene.words.noun(token)
        if direction is None and token.tag in ("VB", "VBP", "VBZ") and has_article(tokens, scene.first):
            direction = scene.words.nouns.get(token.lower)  # "a 5% rise", tagged as a verb
        if direction in UP_DOWN:
            return place, direction
        if token.tag not in _BETWEEN or (token.tag == "IN" and token.lower not in ("on", "over")):
            return None
    return None


def _noun_after(scene: Scene) -> Trigger | None:
    found = change_noun_behind(scene)
    return Trigger(found[1], Look.CHANGE_NOUN, found[0]) if found else None


def _adverb(scene: Scene) -> Trigger | None:
    """Read "down 7 percent", "down 100 or 25%", "0.2 points higher", "12% fewer burglaries"."""
    tokens, words = scene.tokens, scene.words
    before = scene.first - 1
    if scene.word(before) == "by":
        before -= 1
    if scene.word(before) == "or":
        before = _adverb_of_count(scene, before)
    if scene.word(before) in ("up", "down") and before >= scene.left:
        made = tokens[before].dep == "prt" and scene.word(before - 1) in ("make", "makes", "made", "making")
        return None if made else Trigger(words.adverbs[tokens[before].lower], Look.BESIDE, before)
    behind = words.adverbs.get(scene.word(scene.last))
    if scene.word(scene.last) in ("up", "down") and scene.noun_within(scene.last + 1, scene.last + 2):
        return None  # a ten percent down payment
    if behind is not None and not (scene.word(scene.last) in ("above", "below") and not _compares(scene)):
        return Trigger(behind, Look.BESIDE, scene.last)
    return None


def _adverb_of_count(scene: Scene, place: int) -> int:
    """Step from "or" over a number with its noun to "up" or "down", over "fewer" behind a number to itself."""
    for position in range(place - 1, max(scene.left, place - 5) - 1, -1):
        if scene.word(position) in ("up", "down"):
            return position
        if is_verb(scene.tokens[position]):
            break
    return place


def _compares(scene: Scene) -> bool:
    """See that "above" and "below" compare with something: "83.4% above the five year average"."""
    return scene.last + 1 < len(scene.tokens) and scene.tokens[scene.last + 1].tag in ("DT", "PRP$", "NN", "JJ", "CD", "WP")


def _noun_before(scene: Scene) -> Trigger | None:
    """Read "a drop of 22%", "an increase in calls of 20 percent", "the largest decline in homicides at 41%"."""
    tokens, words = scene.tokens, scene.words
    link = scene.word(scene.first - 1)
    if link not in _LINKS or scene.first - 2 < scene.left:
        return None
    if link == "of" and scene.first >= 2 and words.noun(tokens[scene.first - 2]) is Direction.RATE:
        changed = scene.first >= 3 and words.nouns.get(scene.word(scene.first - 3))
        if changed in UP_DOWN:
            return Trigger(changed, Look.CHANGE_NOUN, scene.first - 3)  # "a growth rate of 5%"
        return None
    for place in range(scene.first - 2, max(scene.clause, scene.first - _FAR) - 1, -1):
        token = tokens[place]
        if (is_verb(token) and (token.tag not in ("VBG", "VBN") or words.change(token) is not None)) or token.tag == "MD":
            return None
        direction = words.noun(token)
        if direction in UP_DOWN:
            return Trigger(direction, Look.CHANGE_NOUN, place) if link != "to" or place == scene.first - 2 else None
        if token.lower == "to" and place < scene.first - 2 and scene.word(place + 1) and link == "by":
            return None
    return None


def _level(scene: Scene) -> Trigger | None:
    """Read "to 87.4%" and "from 9%" beside a change as levels."""
    tokens, words = scene.tokens, scene.words
    if scene.word(scene.first - 1) == ":" and re.match(r"in\s(?:19|20)\d\d", scene.sentence.slice(scene.mention.end, scene.sentence.end).lstrip()):
        found = scene.change_before(scene.first - 1, scene.clause)  # "has risen: 58% in 2023, 69% in 2024"
        return Trigger(Direction.RATE, Look.VERB, found[0]) if found else None
    link = scene.word(scene.first - 1)
    if link not in ("to", "from") or (link == "to" and scene.word(scene.first - 2) in _NOT_LEVEL):
        return None
    for place in range(scene.first - 2, -1, -1):
        token = tokens[place]
        lemma = words.lemma(token.lower, token.tag)
        if words.change(token) is not None or (is_verb(token) and lemma in words.moving):
            return Trigger(Direction.RATE, Look.CHANGE_NOUN if is_noun(token) else Look.VERB, place)
        if token.lower in ("up", "down"):
            return Trigger(Direction.RATE, Look.BESIDE, place)
        if token.text in (";", "."):
            break
    return None


def _signed(scene: Scene) -> Trigger | None:
    """Read the sign of "robberies (-8.2%)", "Burglary: +4%"."""
    sign = scene.mention.sign
    if sign is None:
        return None
    if scene.bracket is not None and scene.first == scene.bracket[0] + 1:
        return Trigger(sign, Look.BRACKET, scene.bracket[0])
    ahead = scene.tokens[scene.first - 1] if scene.first else None
    if ahead is None or ahead.text in (":", "–", "-", "—", ",", ";") or (scene.first <= 6 and is_noun(ahead)):
        return Trigger(sign, Look.LABEL, scene.first - 1 if scene.first else None)
    return None


def _bracket(scene: Scene) -> Trigger | None:
    """Read a percentage alone in brackets by what it stands behind."""
    bracket = scene.bracket
    if bracket is None or scene.first != bracket[0] + 1:
        return None
    if scene.last < len(scene.tokens) and scene.tokens[scene.last].text not in (")", "）", "]", ",", ";", ".", "/"):
        return None
    direction = _bracket_direction(scene, bracket[0])
    return Trigger(direction, Look.BRACKET, bracket[0])


def _bracket_direction(scene: Scene, opened: int) -> Direction:
    tokens, words = scene.tokens, scene.words
    ahead = tokens[opened - 1] if opened else None
    beside = ahead is not None and words.adverbs.get(ahead.lower) if ahead and ahead.lower in ("up", "down") else None
    if beside:
        return beside
    if ahead is not None and is_verb(ahead) and words.change(ahead) in UP_DOWN:
        return words.verbs[words.lemma(ahead.lower, ahead.tag)]
    phrase = _phrase_start(scene, opened)
    numbered = next((p for p in range(phrase, opened) if tokens[p].tag == "CD"), None)
    if numbered is not None and scene.word(numbered - 1) not in ("to", "by", "of", "from"):
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
        and scene.tokens[place - 1].lower not in ("and", "but", "or", "while", "as")
    ):
        place -= 1
    return place


def _cut_off(scene: Scene, pivot: int, opened: int) -> bool:
    """See a verb of another clause between a word of change and a bracket: "thefts have dropped and most (58%) lock"."""
    for place in range(pivot + 1, opened):
        token = scene.tokens[place]
        if token.tag in ("VBD", "VBZ", "VBP", "MD", "VB") or (token.lower in ("over", "during", "since") and is_verb(scene.tokens[pivot])):
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
        if is_verb(token) and token.lower not in ("has", "have", "had", "is", "are", "was", "were"):
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


def _part_of(scene: Scene) -> Trigger | None:
    """Read shares of what was named before: "of which 63.5%", "68 per cent of them", "301, or 28%, were jailed"."""
    following = [scene.word(scene.behind), scene.word(scene.behind + 1)]
    ahead = [scene.word(scene.first - 2), scene.word(scene.first - 1)]
    pronoun = following[0] == "of" and following[1] in _PRONOUNS
    if pronoun or (ahead[0] == "of" and ahead[1] in _PRONOUNS and scene.first - 2 >= scene.left):
        return Trigger(Direction.SHARE, Look.WHOLE)
    if ahead[1] == "or":
        changed = _changed_count(scene)
        if changed is not None:
            return Trigger(changed[1], Look.VERB if is_verb(scene.tokens[changed[0]]) else Look.CHANGE_NOUN, changed[0])
        return Trigger(Direction.SHARE, Look.BRACKET, scene.first - 1)
    if is_subject(scene.sentence, scene.node) and following[0] == "of":
        return Trigger(Direction.SHARE, Look.WHOLE)
    if ahead == ["of", "the"] and scene.first == 2:
        return Trigger(Direction.SHARE, Look.WHOLE)  # "Of the 65 percent with drugs in their system, …"
    return None


def _changed_count(scene: Scene) -> tuple[int, Direction] | None:
    """Give the change that a count and its percentage tell together: "increased from 364 to 439, or 21%"."""
    number = next((p for p in range(scene.first - 2, max(scene.left, scene.first - 8) - 1, -1) if scene.tokens[p].tag == "CD"), None)
    if number is None:
        return None
    for place in range(number - 1, max(scene.clause, number - 5) - 1, -1):
        direction = scene.words.change(scene.tokens[place])
        linked = any(t.lower in ("to", "from", "by", "of") for t in scene.tokens[place:number])
        if direction is not None and linked:
            return place, direction
        if is_verb(scene.tokens[place]):
            return None
    return None


def _compared(scene: Scene) -> Trigger | None:
    """Read the percentage that one is compared with: "15.3% were poor, compared to 12.2% the year before"."""
    if not scene.ends or scene.before is None or scene.before.direction is Direction.NONE:
        return None
    ahead = (scene.word(scene.first - 2), scene.word(scene.first - 1))
    compared = ahead[0] in ("compared", "opposed") and ahead[1] in ("to", "with")
    if (compared or ahead[1] in ("against", "versus", "vs")) and scene.word(scene.behind) != "of":
        return Trigger(scene.before.direction, Look.JOINED)
    return None


def _restated(scene: Scene) -> Trigger | None:
    """Read "five of seven were wrong – 71 percent": the share that a fraction told before."""
    before = scene.before
    if before is None or not scene.same_sentence or not before.figure.number.form is Form.FRACTION:
        return None
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


def _joined(scene: Scene) -> Trigger | None:
    """Read the second of two that share a verb: "fell by 18%, larcenies by 7%", "16% in Ayr, 2% in Hull"."""
    if _elided(scene) and scene.word(scene.behind) != "of":
        return Trigger(Direction.SHARE, Look.SUBJECT)
    if not scene.continues or scene.before is None or scene.before.direction is Direction.NONE:
        return None
    if scene.word(scene.behind) == "of" or _is_named(scene) or any(t.lower.startswith("account") for t in scene.gap()):
        return None
    rates = scene.before.direction is Direction.RATE
    linked = scene.word(scene.first - 1) in ("by", "at", "with", "and", "or", ",", "to", "for", "–", "in", "a", "an")
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


def _change_verb(scene: Scene) -> Trigger | None:
    """Climb to a verb of change that belongs to this percentage, or take the nearest one in front of it."""
    verb = _own_verb(scene)
    if verb is None:
        return None
    direction = scene.words.verb(scene.tokens[verb])
    if direction not in UP_DOWN or verb >= scene.last:
        return None  # "11 of 13 categories dropped" is no drop of 11
    if verb < scene.left and scene.word(scene.last) and scene.tokens[scene.last].tag in ("VBD", "VBZ", "VBP", "MD"):
        return None  # "65% fall under theft, while 35% pertain to drugs"
    if scene.word(verb + 1) in ("under", "within", "into", "victim", "short"):
        return None
    of_object = scene.tokens[scene.node].dep == "dobj" and scene.word(scene.behind) == "of"
    if of_object and scene.word(scene.behind + 1) == "its":
        return Trigger(direction, Look.WHOLE)  # "the coin lost 99% of its value"
    if of_object or scene.word(scene.first - 1) in ("at", "in", "within", "among", "for", "of"):
        return None  # "lost 70 per cent of his herd" is a share of the herd
    return Trigger(direction, Look.VERB, verb)


def _own_verb(scene: Scene) -> int | None:
    """Give the verb above, unless another one stands nearer and says the change."""
    verb = scene.verb
    near = next((p for p in reversed(scene.verbs(scene.clause, scene.first))), None)
    if near is not None and (verb is None or not scene.clause <= verb <= near) and scene.words.change(scene.tokens[near]):
        return near
    return verb


def _share_verb(scene: Scene) -> Trigger | None:
    verb = scene.verb
    if _is_named(scene):
        return None
    if verb is not None and scene.words.verb(scene.tokens[verb]) is Direction.SHARE:
        if is_share_verb(scene.sentence, scene.tokens[verb]) and scene.tokens[scene.node].dep != "nsubj":
            return Trigger(Direction.SHARE, Look.WHOLE, verb)
    for token in scene.tokens[max(scene.clause, scene.first - 5) : scene.first]:  # where the tagger or parser errs
        known = scene.words.verbs.get(scene.words.lemma(token.lower, "VBZ" if token.lower.endswith("s") else "VBD"))
        if known is Direction.SHARE and is_share_verb(scene.sentence, token) and token.lower.startswith("account"):
            return Trigger(Direction.SHARE, Look.WHOLE, token.position)
    return None


def _share_of(scene: Scene) -> Trigger | None:
    if scene.word(scene.behind) == "of" or (scene.mention.fraction and _is_plain_share(scene)):
        return Trigger(Direction.SHARE, Look.WHOLE)
    return None


def _is_plain_share(scene: Scene) -> bool:
    return scene.word(scene.first - 1) != "by"


def _people(scene: Scene) -> Trigger | None:
    """Read "70 per cent women", "67 per cent female": a make-up of people."""
    for place in range(scene.last, min(scene.last + 3, len(scene.tokens))):
        token = scene.tokens[place]
        if token.lower in scene.words.groups or (token.tag == "NNS" and token.lower in scene.words.people):
            return Trigger(Direction.SHARE, Look.WHOLE, place)
        if token.tag not in ("JJ", "HYPH", "NN"):
            return None
    return None


def _rate_noun(scene: Scene) -> Trigger | None:
    tokens = scene.tokens
    if scene.last < len(tokens) and is_noun(tokens[scene.last]):
        return Trigger(Direction.RATE, Look.NAMED, scene.last)
    if scene.word(scene.first - 1) == "of" and scene.first >= 2:
        noun = noun_before(scene.sentence, scene.first - 2)
        if noun is not None and noun >= scene.left:
            return Trigger(Direction.RATE, Look.NAMED, noun)
    return None


def _certain(scene: Scene) -> Trigger | None:
    """Leave "100 per cent certain" without a direction."""
    tokens, last = scene.tokens, scene.last
    if last < len(tokens) and tokens[last].tag == "JJ" and not scene.noun_within(last + 1, last + 4):
        return Trigger(Direction.NONE, Look.NOWHERE)
    return None


def _rate_verb(scene: Scene) -> Trigger | None:
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
    if link in ("at", "with", "to", "by") and told not in ("VBN", "VBG"):
        noun = noun_before(scene.sentence, scene.first - 2) if scene.first >= 2 else None
        if noun is not None:
            return Trigger(Direction.RATE, Look.NAMED, noun)
    last = scene.last
    if last < len(tokens) and tokens[last].tag in ("NN", "NNS", "JJ", "VBG") and scene.noun_within(last, last + 3):
        return Trigger(Direction.RATE, Look.NAMED, last)
    return None


def _ranked(scene: Scene) -> Trigger | None:
    """Read "Hull tied for second at 40%" behind "Leeds saw the largest fall, at 41%": one more of the same."""
    if scene.before is None or scene.before.direction is Direction.NONE or scene.word(scene.first - 1) not in ("at", "with"):
        return None
    if any(scene.words.lemma(t.lower, t.tag) in scene.words.ranking for t in scene.gap() if is_verb(t)):
        return Trigger(scene.before.direction, Look.JOINED)
    return None


def _as_subject(scene: Scene) -> Trigger | None:
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


def _listed(scene: Scene) -> Trigger | None:
    """Read the figure of a list item by what leads the list in."""
    direction = _led_in(scene)
    if direction is None or behind_percent(scene.sentence, scene.node) < scene.last - 1:
        return None
    return Trigger(direction, Look.LABEL)


SIGNED = Rule("percentage.signed", "[+ | -] PERCENT", "a sign in a bracket, a label or a cell is the direction", find=_signed)

RULES = (
    SIGNED,
    Rule("percentage.change-noun-after", "PERCENT CHANGE-NOUN", "a 22% decrease in thefts", find=_noun_after),
    Rule("percentage.change-adverb", "PERCENT higher | down PERCENT", "0.2 points higher, down 7 percent", find=_adverb),
    Rule("percentage.restated", "FRACTION … PERCENT", "a percentage says a fraction of its sentence again", find=_restated),
    Rule("percentage.bracket", "NOUN ( PERCENT )", "brackets give the figure of the noun or clause before them", find=_bracket),
    Rule("percentage.change-noun-before", "CHANGE-NOUN of PERCENT", "a drop of 4.5%", find=_noun_before),
    Rule("percentage.level", "CHANGE to PERCENT | from PERCENT", "the end point of a change is a level, not a change", find=_level),
    Rule("percentage.part-of", "of which PERCENT | NUMBER, or PERCENT", "a share of what was named before", find=_part_of),
    Rule("percentage.make-up", "PERCENT PEOPLE", "what part of a group some people are", find=_people),
    Rule("percentage.compared", "PERCENT compared with PERCENT", "what one is compared with is of the same kind", find=_compared),
    Rule("percentage.ranked", "NOUN VERB at PERCENT", "what ranks behind a figure is a figure of the same kind", find=_ranked),
    Rule("percentage.joined", "PERCENT , NOUN by PERCENT", "the members of a list share the verb of the first", find=_joined),
    Rule("percentage.change-verb", "CHANGE-VERB [by] PERCENT", "robberies fell by 11.8%", find=_change_verb),
    Rule("percentage.share-verb", "accounts for PERCENT", "verbs of being a part", find=_share_verb),
    Rule("percentage.share-of", "PERCENT of NOUN", "a share names its whole behind 'of'", find=_share_of),
    Rule("percentage.rate-noun", "RATE-NOUN of PERCENT | PERCENT NOUN", "a rate names itself", find=_rate_noun),
    Rule("percentage.certain", "PERCENT ADJECTIVE", "a degree of something: 100 per cent certain", find=_certain),
    Rule("percentage.rate-verb", "NOUN is | at PERCENT", "a level that something has", find=_rate_verb),
    Rule("percentage.share-subject", "PERCENT VERB", "the share is itself the subject: 40 per cent were women", find=_as_subject),
    Rule("percentage.listed", "LEAD-IN : LABEL PERCENT", "the items of a list go the way that its lead-in says", find=_listed),
)  # fmt: skip

BARE = Rule("percentage.bare", "PERCENT", "nothing near says what it is")
"""The rule of what no other finds."""
