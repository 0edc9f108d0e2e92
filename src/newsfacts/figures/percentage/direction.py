"""Which way a percentage goes: the rules, in the order in which they are asked.

Each looks at a `Scene` and gives a `Trigger` or nothing; the first that gives one decides. What touches the percentage
comes before what governs it in the parse, since the parse errs in headlines, lists and translated text. Not here: what
is measured (`measure.py`), and what it is compared with (`bases.py`).
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
    changed_with_count,
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
    "percentage.signed", "[+ | -] PERCENT", "a sign in a bracket, a label or a cell is the direction", find=by_sign,
    yes=("Declines came in robberies ([-8.2%]) and arson.", "Burglary: [-14%]", "Shoplifting: [+20%]"),
    no=("Robberies fell by 8.2%.", "Growth was -1.28% in the north.", "A loan at 5-7% was offered."),
)  # fmt: skip
"""The one rule for which the sign is no part of the value."""

RULES = (
    SIGNED,
    Rule(
        "percentage.change-noun-after", "PERCENT CHANGE-NOUN",
        "a change is named behind its size: a 22% decrease in …",
        find=change_noun_after,
        yes=("There was a [22%] decrease in thefts.", "Emergency calls – 3,310 ([12%] rise)",
             "A [7 per cent] drop pleased them."),
        no=("Thefts decreased by 22%.", "About 22% of thefts were solved.", "The 22% who replied were young."),
    ),
    Rule(
        "percentage.change-adverb", "PERCENT higher | down PERCENT",
        "adverbs beside a figure: 12% fewer, down 7 percent",
        find=change_adverb,
        yes=("Overall crime was down [7 percent].", "The squad made [13%] fewer arrests.",
             "Ayr saw six raids, up [20%]."),
        no=("He made a 10% down payment.", "Crime fell by 7 percent.", "Up to 70% of the victims are old."),
    ),
    Rule(
        "percentage.restated", "FRACTION … PERCENT", "a percentage says a fraction of its sentence again",
        find=said_again,
        yes=("Five of seven reviews were wrong – [71 percent].", "Six out of ten drivers were fined – [60%].",
             "Seven out of eight alarms were false – [87.5%]."),
        no=("Five of seven reviews were wrong, up 20%.", "Crime fell by 71 percent.",
            "About 60% of drivers were fined."),
    ),
    Rule(
        "percentage.bracket", "NOUN ( PERCENT )", "brackets give the figure of the noun or clause before them",
        find=in_brackets,
        yes=("Most victims ([58%]) now lock their sheds.", "Two in three ([66%]) agreed.",
             "Increases were seen in felony assault ([6.9%]) and fraud."),
        no=("Nearly 58% of victims lock their sheds.", "Thefts fell (by 8% in May).",
            "Arson is up (down 3% in Hull)."),
    ),
    Rule(
        "percentage.change-noun-before", "CHANGE-NOUN of PERCENT", "a change is named in front of its size",
        find=change_noun_before,
        yes=("The town reported a drop of [64%] in false alarms.", "Pickpocketing saw a rise of [12.4%].",
             "There was an increase in calls of [20 percent]."),
        no=("There was a detection rate of 64%.", "A share of 12% was sold.", "Alarms dropped by 64%."),
    ),
    Rule(
        "percentage.compared", "PERCENT compared with PERCENT", "what one is compared with is of the same kind",
        find=compared_with,
        yes=("Some 15.3% were poor, compared to [12.2%] in 2020.", "Crime fell 5%, compared with [3%] nationally.",
             "In Ayr 8% were fined, as opposed to [2%] in Hull."),
        no=("Compared to 2020, 12.2% more were poor.", "Crime fell 5% and theft by 3%.", "It rose to 5%."),
    ),
    Rule(
        "percentage.level", "CHANGE to PERCENT | from PERCENT",
        "the end point of a change is a level, not a change",
        find=end_of_change,
        yes=("The clearance rate rose to [87.4%].", "Turnout fell from [63%] to 58%.",
             "Satisfaction climbed to [91%]."),
        no=("The rate rose by 3%.", "Compared to 12% in May, arrests were few.", "Thefts fell 3%."),
    ),
    Rule(
        "percentage.change-count", "CHANGE to NUMBER, or PERCENT",
        "a percentage behind 'or' says a change of a count again",
        find=changed_with_count,
        yes=("Cases rose from 364 to 439, or [21%].", "Fraud fell from 90 to 45, or [50%].",
             "It was a drop of 45, or [12%]."),
        no=("Judges jailed 301, or 28%.", "Cases rose by 21%.", "He was down 100 or 25%."),
    ),
    Rule(
        "percentage.part-of", "of which PERCENT | NUMBER, or PERCENT", "a share of what was named before",
        find=part_of,
        yes=("The drivers were tested and [8 percent] of them failed.", "Judges jailed 301 of them, or [28%].",
             "Certificates are issued at night, of which [63.5%] are handled online."),
        no=("The firm owns 8 percent of the bank.", "Cases rose from 364 to 439, or 21%.",
            "He was down 100 or 25%."),
    ),
    Rule(
        "percentage.make-up", "PERCENT PEOPLE", "what part of a group some people are", find=make_up,
        yes=("The audience comprised [70 per cent] women.", "Visitors were [33 per cent] male.",
             "The staff is [12%] Hispanic."),
        no=("About 70 per cent of women replied.", "The shop gave a 10% discount.",
            "A 5% rise in male visitors was seen."),
    ),
    Rule(
        "percentage.ranked", "NOUN VERB at PERCENT", "what ranks behind a figure is a figure of the same kind",
        find=ranked_behind,
        yes=("Leeds saw a drop in thefts of 41%. Hull tied for second at [40%].",
             "Leeds saw a drop in thefts of 41%. Ayr followed at [38%].",
             "Leeds saw a drop in thefts of 41%. York ranked third with [31%]."),
        no=("The rate stood at 40%.", "Leeds saw a drop of 41%.", "He was followed by 40% of the fans."),
    ),
    Rule(
        "percentage.joined", "PERCENT , NOUN by PERCENT", "the members of a list share the verb of the first",
        find=joined_on,
        yes=("Burglaries fell by 18%, larcenies by [7%].", "Thefts rose 16% in Ayr and [2%] in Hull.",
             "Of those asked, 38% were fined, [40%] with points."),
        no=("Burglaries fell by 18% and larcenies rose by 7%.", "Thefts fell 5%.",
            "Arson was down 4% and fraud up 2%."),
    ),
    Rule(
        "percentage.change-verb", "CHANGE-VERB [by] PERCENT", "the verb of the measured thing says how it moved",
        find=change_verb,
        yes=("Robberies fell by [11.8%].", "Homicides rose [4 percent] statewide.",
             "The cameras reduced speeding by [35 per cent]."),
        no=("Some 65% fall under theft.", "He lost 70 per cent of his herd.", "Eleven of 13 categories dropped."),
    ),
    Rule(
        "percentage.share-verb", "accounts for PERCENT", "verbs of being a part", find=share_verb,
        yes=("Young men accounted for [42%] of the arrests.", "Tourists make up [12 percent] of the victims.",
             "Scams represent [more than 50 per cent] of reported crime."),
        no=("The firm represents a 98 per cent success rate.", "Some 42% of the arrests were at night.",
            "Thefts made a 3% rise."),
    ),
    Rule(
        "percentage.share-of", "PERCENT of NOUN", "a share names its whole behind 'of'", find=share_of_whole,
        yes=("Handguns were used in [70%] of the killings.", "He kept [15%] of the ransom for himself.",
             "Cameras cover [55 percent] of the old town."),
        no=("Killings fell by 70%.", "There was a rise of 15%.", "Interest of 15% was charged."),
    ),
    Rule(
        "percentage.rate-noun", "RATE-NOUN of PERCENT | PERCENT NOUN", "a rate names itself", find=rate_noun,
        yes=("The force has a vacancy rate of [9 percent].", "The shop gave officers a [10%] discount.",
             "Agents charged a commission of [12%] on every transfer."),
        no=("A rise of 9 percent was seen.", "About 10% of shops closed.", "Thefts fell 12%."),
    ),
    Rule(
        "percentage.certain", "PERCENT ADJECTIVE", "a degree of something: 100 per cent certain", find=degree,
        yes=("She is [100 per cent] certain that he is the man.", "The lab found that the powder was [84%] pure.",
             "We are [100%] committed to it."),
        no=("About 84% of the powder was pure.", "A 58 percent pre-trial detention rate is low.",
            "Purity rose by 84%."),
    ),
    Rule(
        "percentage.rate-verb", "NOUN is | at PERCENT", "a level that something has", find=rate_verb,
        yes=("The clearance rate stood at [87.4%].", "The satisfaction rate reached [98.6 percent].",
             "Helmet use was at [91%] in Haldigarh."),
        no=("The clearance rate rose by 87.4%.", "About 91% of riders wore helmets.", "The rate rose to 91%."),
    ),
    Rule(
        "percentage.share-subject", "PERCENT VERB", "the share is itself the subject: 40 per cent were women",
        find=share_as_subject,
        yes=("The residents replied, and [68 per cent] said they would pay more.",
             "The riders were asked, and [75%] refused.",
             "Of the 480 constables in the county, [38%] live outside it."),
        no=("The rate is 68 per cent.", "Crime fell 75%.", "About 38% of constables live outside it."),
    ),
    Rule(
        "percentage.listed", "LEAD-IN : LABEL PERCENT", "the items of a list go the way that its lead-in says",
        find=in_list,
        yes=("Falls were recorded in:\n* Arson [4%]\n* Burglary 9%",
             "Offences that rose:\n- Fraud [2%]\n- Arson 3%",
             "Increases since May:\n* Robbery – [7%]\n* Theft – 8%"),
        no=("Results:\n* Arson 4%\n* Burglary 9%", "Arson fell 4%.", "Turnout: 48%"),
    ),
)  # fmt: skip

BARE = Rule(
    "percentage.bare", "PERCENT", "nothing near says what it is",
    yes=("Result: [48%]", "“You gave us [80%],” he told them.", "What share is it? [Fifty-seven percent]."),
    no=("Crime fell by 48%.", "About 80% of them came.", "The rate was 57 percent."),
)  # fmt: skip
"""The rule of what no other finds."""
