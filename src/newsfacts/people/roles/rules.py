"""The rules by which roles are found; the modules beside this one name them in every role."""

from newsfacts.rules.rule import Rule

__all__ = ["RULES"]

RULES = (
    Rule("role.direct", "[ORGANISATION] TITLE NAME", "the ordinary way: Ayr police spokesman Inspector Roe"),
    Rule("role.bracket", "TITLE ( BRANCH ) NAME", "forces put the branch behind the rank: ACP (Cyber Crime) Roe"),
    Rule("role.territory", "RANK PLACE NAME", "South Asian ranks take their territory along: SSP South Roe"),
    Rule("role.short_form", "TITLE ( SHORT ) NAME", "a title with its short form: Superintendent of Police (SP) Roe"),
    Rule("role.apposition_before", "the TITLE [of ORGANISATION], NAME", "a phrase with commas in front of the name"),
    Rule("role.one_of", "one of the TITLES, NAME", "a plural that one person bears: one of the clerks, Ann Roe"),
    Rule("role.apposition_behind", "NAME, TITLE [of ORGANISATION]", "a phrase with commas behind the name"),
    Rule("role.copula", "NAME is a TITLE", "the sentence itself says what somebody is"),
    Rule("role.leads", "NAME, who LEADS ORGANISATION", "a verb of leading stands for the title"),
    Rule("role.from", "NAME of | from ORGANISATION", "an organisation without a title"),
    Rule("role.unit", "NAME, UNIT", "a unit or force between commas, without a title"),
    Rule("role.party", "NAME ( PARTY )", "politicians carry their party in brackets"),
    Rule("role.line", "NAME / TITLE", "contact blocks give the title a line of its own below the name"),
    Rule(
        "role.told",
        "NAME VERB as TITLE | for ORGANISATION",
        "a verb tells the role: she worked as a clerk for Roe",
    ),
    Rule(
        "role.credit",
        "LABEL : NAME | MEDIUM ’s NAME",
        "the press signs: (Web editor: Roe), Kent News’ Roe",
        yes=("Two men were fined. ([Web editor]: Helen Marwick)",),
        no=("The victims: Helen Marwick",),
    ),
    Rule(
        "role.described",
        "a TITLE … NAME",
        "news describes before it names: A teacher was jailed. Roe, 40, …",
        yes=("An [estate agent] has been jailed. Colin Harwood, 39, took loans.",),
        no=("A teacher met a nurse. Colin Harwood and Helen Marwick left.",),
    ),
    Rule("role.force", "FORCE … SPOKESPERSON NAME", "a spokesperson speaks for the force named last"),
)
