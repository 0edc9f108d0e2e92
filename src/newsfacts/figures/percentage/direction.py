"""Which way a percentage goes: the rules, in the order in which they are asked.

Each looks at a `Scene` and gives a `Trigger` or nothing; the first that gives one decides. What touches the percentage
comes before what governs it in the parse, since the parse errs in headlines, lists and translated text. A word of
change counts only where it belongs to this percentage: behind the one before it, with no verb of another clause
between. Not here: what is measured (`measure.py`), and what it is compared with (`bases.py`).
"""

from newsfacts.figures.percentage.brackets import in_brackets, in_list
from newsfacts.figures.percentage.changes import (
    by_sign,
    change_adverb,
    change_noun_after,
    change_noun_before,
    change_verb,
    end_of_change,
)
from newsfacts.figures.percentage.shares import (
    compared_with,
    degree,
    joined_on,
    make_up,
    part_of,
    ranked_behind,
    rate_noun,
    rate_verb,
    said_again,
    share_as_subject,
    share_of_whole,
    share_verb,
)
from newsfacts.rules.rule import Rule

__all__ = ["BARE", "RULES", "SIGNED"]

SIGNED = Rule(
    "percentage.signed", "[+ | -] PERCENT", "a sign in a bracket, a label or a cell is the direction", find=by_sign
)

RULES = (
    SIGNED,
    Rule("percentage.change-noun-after", "PERCENT CHANGE-NOUN", "a 22% decrease in thefts", find=change_noun_after),
    Rule("percentage.change-adverb", "PERCENT higher | down PERCENT", "0.2 points higher, down 7 percent", find=change_adverb),
    Rule("percentage.restated", "FRACTION … PERCENT", "a percentage says a fraction of its sentence again", find=said_again),
    Rule("percentage.bracket", "NOUN ( PERCENT )", "brackets give the figure of the noun or clause before them", find=in_brackets),
    Rule("percentage.change-noun-before", "CHANGE-NOUN of PERCENT", "a drop of 4.5%", find=change_noun_before),
    Rule("percentage.level", "CHANGE to PERCENT | from PERCENT", "the end point of a change is a level, not a change", find=end_of_change),
    Rule("percentage.part-of", "of which PERCENT | NUMBER, or PERCENT", "a share of what was named before", find=part_of),
    Rule("percentage.make-up", "PERCENT PEOPLE", "what part of a group some people are", find=make_up),
    Rule("percentage.compared", "PERCENT compared with PERCENT", "what one is compared with is of the same kind", find=compared_with),
    Rule("percentage.ranked", "NOUN VERB at PERCENT", "what ranks behind a figure is a figure of the same kind", find=ranked_behind),
    Rule("percentage.joined", "PERCENT , NOUN by PERCENT", "the members of a list share the verb of the first", find=joined_on),
    Rule("percentage.change-verb", "CHANGE-VERB [by] PERCENT", "robberies fell by 11.8%", find=change_verb),
    Rule("percentage.share-verb", "accounts for PERCENT", "verbs of being a part", find=share_verb),
    Rule("percentage.share-of", "PERCENT of NOUN", "a share names its whole behind 'of'", find=share_of_whole),
    Rule("percentage.rate-noun", "RATE-NOUN of PERCENT | PERCENT NOUN", "a rate names itself", find=rate_noun),
    Rule("percentage.certain", "PERCENT ADJECTIVE", "a degree of something: 100 per cent certain", find=degree),
    Rule("percentage.rate-verb", "NOUN is | at PERCENT", "a level that something has", find=rate_verb),
    Rule("percentage.share-subject", "PERCENT VERB", "the share is itself the subject: 40 per cent were women", find=share_as_subject),
    Rule("percentage.listed", "LEAD-IN : LABEL PERCENT", "the items of a list go the way that its lead-in says", find=in_list),
)  # fmt: skip

BARE = Rule("percentage.bare", "PERCENT", "nothing near says what it is")
"""The rule of what no other finds."""
