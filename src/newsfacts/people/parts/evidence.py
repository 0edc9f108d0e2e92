"""The evidence of the decision which part a person plays: names, reasons, examples.

An observation speaks for one part: a rank for the police, "was arrested" for a suspect. That part is proposed, with the
observation as its evidence. What an observation says against the other parts is evidence of theirs, with the part
behind "=": "office=suspect". The common parts are always proposed, with "unspoken" where nothing speaks for them.
Not here: how anything is observed; that is `observations.py`.
"""

from collections.abc import Mapping
from typing import NamedTuple

from newsfacts.record import CASE_PARTS, Part
from newsfacts.weigh import Decision, Evidence

__all__ = ["DECISION", "MARKS", "TITLES", "WITNESSES", "Mark"]

_MAIN = (Part.POLICE, Part.OFFICIAL, Part.SUSPECT, Part.VICTIM, Part.OTHER)


class Mark(NamedTuple):
    """Describe one observation."""

    name: str
    why: str
    example: str
    speaks: Part | None
    """The part that it proposes; None where it only marks the parts that others propose."""
    marks: tuple[Part, ...]
    """The parts that it is evidence for or against."""


TITLES = (
    Mark("police rank", "who has a rank of the police is police", "[Sergeant Roe] spoke.", Part.POLICE, _MAIN),
    Mark("bare chief", "a chief without a force may be one of a village", "[Chief Roe] spoke.", Part.POLICE, _MAIN),
    Mark("police title", "a title of police work is of police", "[Roe, a police officer,] left.", Part.POLICE, _MAIN),
    Mark("police body", "a force or squad employs police", "[Ann Roe of the Kent Police] spoke.", Part.POLICE, _MAIN),
    Mark("military", "ranks of an army look like those of police", "[Army Sergeant Roe] spoke.", Part.OFFICIAL, _MAIN),
    Mark("office", "ministers, judges and prosecutors are officials", "[Judge Roe] spoke.", Part.OFFICIAL, _MAIN),
    Mark("state body", "agencies employ officials", "[Roe of the council] spoke.", Part.OFFICIAL, _MAIN),
    Mark("head of state body", "its heads, too", "[Roe, head of the council,] spoke.", Part.OFFICIAL, _MAIN),
    Mark("head of private body", "a club has no officials", "[Roe, head of the club,] spoke.", Part.OTHER, _MAIN),
    Mark("head", "a general title tells not of whom", "[The director, Roe,] spoke.", Part.OTHER, _MAIN),
    Mark("spokes", "who speaks for a body is of it", "[Spokesman Roe] spoke.", Part.OFFICIAL, _MAIN),
    Mark("private body", "a firm or school employs others", "[Ann Roe of Roe Ltd] spoke.", Part.OTHER, _MAIN),
    Mark("occupation", "a trade is of private people", "[Ann Roe, a baker,] spoke.", Part.OTHER, _MAIN),
    Mark("lawyer", "counsel speak for others", "[Roe’s lawyer, Al Tan,] spoke.", Part.OTHER, _MAIN),
    Mark("left office", "who left an office may be anything", "[Former minister Roe] was held.", None, _MAIN),
    Mark("press", "reporters and editors are journalists", "[Reporter Roe] asked.", Part.JOURNALIST, (Part.OTHER,)),
    Mark("medium", "papers employ journalists", "[CNN’s Ann Roe] asked.", Part.JOURNALIST, (Part.OTHER,)),
)
MARKS = (
    Mark("signs", "who signs a text is a journalist", "By [Ann Roe]", Part.JOURNALIST, (Part.OTHER,)),
    Mark("credit", "who made a page is named on it", "Editor: [Ann Roe]", Part.JOURNALIST, (Part.OTHER, Part.OFFICIAL)),
    Mark("asked for", "whom readers shall ask for is police", "Ask for [Ann Roe] on 101.", Part.POLICE, (Part.OTHER,)),
    Mark("contact", "who answers for a release may be police", "Contact: [Ann Roe]", Part.POLICE, (Part.OTHER,)),
    Mark("age", "those whose ages are told are in the case", "[Roe, 24,] left.", None, _MAIN),
    Mark("age in court news", "court news tells ages of the accused", "[Roe, 24,] stood in court.", None, _MAIN),
    Mark("home", "police tell where the accused live", "[Roe, 24, of Mill Lane,] left.", None, _MAIN),
    Mark("speaks", "who is quoted is seldom accused or dead", "[Roe] said: “Yes.”", None, _MAIN),
    Mark("kin", "relatives stand beside victims and accused", "[His mother, Ann Roe,] left.", None, _MAIN),
    Mark("often named", "who is named often is of the case", "[Roe] … Roe … Roe", None, CASE_PARTS),
)
WITNESSES: Mapping[str, tuple[str, str]] = {
    "famous": ("well-known people are what they are known for", "[Obama] left."),
    "called": ("the text calls the person so", "[The defendant, Roe,] left."),
    "verb": ("what somebody does or suffers", "[Roe] was arrested."),
    "again": ("what two sentences say holds", "[Roe] was arrested. Roe admitted it."),
    "doubtful": ("a surname that two bear may mean either", "Al and Bo Roe left. [Roe] was arrested."),
    "list": ("what opens or heads a list, or ends its lines, says it of all", "The suspects are: [Al Roe]"),
    "said to be": ("the sentence says what somebody is", "[Roe] was identified as the suspect."),
    "in court": ("a participle tells who speaks for whom", "[Ann Roe, prosecuting,] spoke."),
    "predicate behind": ("what stands behind a list says it of all", "[Al Roe; Bo Tan;] who were all arrested"),
    "shared": ("what is said of one in a list is true of its neighbours", "[Al Roe] and Bo Tan were held."),
    "reference": ("a pronoun, or the description at the top, that means one person", "[Roe] left. He was charged."),
}
"""Who may speak for a part; the weight is that of the witness, and more or less by the part that it speaks for."""

_GENERAL = (
    Evidence("part", "how common a part is, whatever is told", "[Ann Roe] is here."),
    Evidence("unspoken", "nothing speaks for this part", "[Ann Roe] is here."),
    Evidence("alone", "no other part is spoken for", "[Judge Roe] spoke."),
    Evidence("said suspect", "what a part has against it where suspicion is told", "[Judge Roe] was arrested."),
    Evidence("said victim", "what a part has against it where harm is told", "[Judge Roe] was shot."),
)

DECISION = Decision(
    "part",
    "which part a person plays in the story",
    (
        *_GENERAL,
        *(Evidence(mark.name, mark.why, mark.example) for mark in (*TITLES, *MARKS)),
        *(Evidence(name, why, example) for name, (why, example) in WITNESSES.items()),
        *(Evidence(f"{name} for", f"{why}, by part", example) for name, (why, example) in WITNESSES.items()),
    ),
    may_be_none=False,
)
"""Everybody has a part; OTHER is always proposed."""
