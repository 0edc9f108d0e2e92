"""The rules by which roles are found; the modules beside this one name them in every role."""

from newsfacts.rules.rule import Rule

__all__ = ["RULES"]

RULES = (
    Rule(
        "role.direct",
        "[ORGANISATION] TITLE NAME",
        "the ordinary way: Ayr police spokesman Inspector Roe",
        yes=(
            "[Detective] Matt Guzman took the call.",
            "[Councillor] Derek Omanford agreed.",
            "[Editor] Chu Chaowen sent a letter.",
        ),
        no=(
            "Suspect Karen Whitlow fled.",
            "Mr Tom Chisley was pleased.",
            "The clerk, Rosalind Pilchard, spoke.",
        ),
    ),
    Rule(
        "role.bracket",
        "TITLE ( BRANCH ) NAME",
        "forces put the branch behind the rank: ACP (Cyber Crime) Roe",
        yes=(
            "[DIG (East)] Tariq Mehmood spoke.",
            "[DCP (Traffic)] Farhan Saiyed spoke.",
            "[ACP (Cyber Crime)] Meenal Deshkar spoke.",
        ),
        no=(
            "DIG Tariq Mehmood spoke.",
            "The driver (Farhan Saiyed) spoke.",
            "Tariq Mehmood (East) spoke.",
        ),
    ),
    Rule(
        "role.territory",
        "RANK PLACE NAME",
        "South Asian ranks take their territory along: SSP South Roe",
        yes=(
            "[SSP] South Tariq Mehmood spoke.",
            "[SP] City Meenal Deshkar spoke.",
            "[DSP] East Farhan Saiyed spoke.",
        ),
        no=(
            "SSP Tariq Mehmood spoke.",
            "DIG (East) Tariq Mehmood spoke.",
            "Singer South Tariq Mehmood spoke.",
        ),
    ),
    Rule(
        "role.short_form",
        "TITLE ( SHORT ) NAME",
        "a title with its short form: Superintendent of Police (SP) Roe",
        yes=(
            "The Police Public Relations Officer ([PPRO]), ASP Sunday Abubakar, spoke.",
            "The Superintendent of Police ([SP]) Tariq Mehmood spoke.",
            "The Divisional Police Officer ([DPO]), CSP Bamidele Jobi, spoke.",
        ),
        no=(
            "ASP (South) Sunday Abubakar spoke.",
            "Sunday Abubakar (SP) spoke.",
            "The Traders Union (TU) chairman Doubara Alagoa spoke.",
        ),
    ),
    Rule(
        "role.apposition_before",
        "the TITLE [of ORGANISATION], NAME",
        "a phrase with commas in front of the name",
        yes=(
            "The [pastor], the Rev Hugh Lindow, was there.",
            "The [Minister of Works], Sadiya Farouk, spoke.",
            "The [leader] of the gang, Abbey Fagbohun, fled.",
        ),
        no=(
            "The victim, Kimball Hartley, ran away.",
            "Hugh Lindow, the pastor, was there.",
            "The pastor met Hugh Lindow.",
        ),
    ),
    Rule(
        "role.one_of",
        "one of the TITLES, NAME",
        "a plural that one person bears: one of the clerks, Ann Roe",
        yes=(
            "One of the [clerks], Rosalind Pilchard, 61, spoke.",
            "One of the [drivers], Colin Harwood, fled.",
            "One of the [teachers], Helen Marwick, was hurt.",
        ),
        no=(
            "One of the victims, Rosalind Pilchard, spoke.",
            "The clerk, Rosalind Pilchard, spoke.",
            "The clerks met Rosalind Pilchard.",
        ),
    ),
    Rule(
        "role.apposition_behind",
        "NAME, TITLE [of ORGANISATION]",
        "a phrase with commas behind the name",
        yes=(
            "Graham Fulmer, a [former city official], spoke.",
            "Peggy Strandley, a [nurse] from Marl Bay, spoke.",
            "Gu Hanfei, [editor] of the Riverside Press, spoke.",
        ),
        no=(
            "Peggy Strandley, a victim, spoke.",
            "In a letter to Peggy Strandley, the minister referred to it.",
            "The pastor, Hugh Lindow, was there.",
        ),
    ),
    Rule(
        "role.copula",
        "NAME is a TITLE",
        "the sentence itself says what somebody is",
        yes=(
            "[Presiding judge] is Henrike Sussmilch.",
            "Peggy Strandley is a [nurse].",
            "Helen Marwick is the [head] of the school.",
        ),
        no=(
            "Peggy Strandley is a victim.",
            "Helen Marwick is not a nurse.",
            "Peggy Strandley, a nurse, is here.",
        ),
    ),
    Rule(
        "role.leads",
        "NAME, who LEADS ORGANISATION",
        "a verb of leading stands for the title",
        yes=(
            "Sgt. Paula Winters, who supervises the [auto theft squad], spoke.",
            "Superintendent Noh Jae-min, who heads the [harbour crime unit], spoke.",
            "Sergeant Mark Fennimore, who led the inquiry for the [rural crime team], spoke.",
        ),
        no=(
            "Sgt. Paula Winters, who heads home, spoke.",
            "Paula Winters, who leads a quiet life, spoke.",
            "Paula Winters, who left the auto theft squad, spoke.",
        ),
    ),
    Rule(
        "role.from",
        "NAME of | from ORGANISATION",
        "an organisation without a title",
        yes=(
            "Inspector Paul Frazer of the [Wakely City NPT] spoke.",
            "Detective Constable Wallace Dixon at [Marl Bay CID] spoke.",
            "Sergeant Craig Flavel, from the [Rural Support Team], spoke.",
        ),
        no=(
            "Paul Frazer, from Marl Bay, spoke.",
            "Paul Frazer, 31, of Institute Street, spoke.",
            "Paul Frazer took it from his house.",
        ),
    ),
    Rule(
        "role.unit",
        "NAME, UNIT",
        "a unit or force between commas, without a title",
        yes=(
            "Inspector Paul Frazer, [Wakely Police], spoke.",
            "Wallace Dixon, [Marl Bay CID], spoke.",
            "Sergeant Craig Flavel, [Rural Crime Team], spoke.",
        ),
        no=(
            "Paul Frazer, Marl Bay, spoke.",
            "Paul Frazer, Helen Marwick and the team spoke.",
            "Sergeant Craig Flavel, from the Rural Crime Team, spoke.",
        ),
    ),
    Rule(
        "role.party",
        "NAME ( PARTY )",
        "politicians carry their party in brackets",
        yes=(
            "Derek Omanford ([SNP]) spoke.",
            "Councillor Derek Omanford ([LD]) agreed.",
            "Helen Marwick ([BJP]) lost her seat.",
        ),
        no=(
            "Derek Omanford (22) spoke.",
            "Derek Omanford (left) spoke.",
            "Derek Omanford (Ayr) spoke.",
        ),
    ),
    Rule(
        "role.line",
        "NAME / TITLE",
        "contact blocks give the title a line of its own below the name",
        yes=(
            "Man held after raid\nBy Philippa Thorne\n[Senior Reporter]\n\nA man was held.",
            "A man was held.\n\nPhilippa Thorne\n[Press Officer]\n01234 567890",
            "Contact:\nPhilippa Thorne\n[Public Information Officer]",
        ),
        no=(
            "A man was held.\n\nPhilippa Thorne\nMarl Bay",
            "A man was held.\n\nPhilippa Thorne\n31",
            "A man was held.\n\nPhilippa Thorne, Press Officer",
        ),
    ),
    Rule(
        "role.told",
        "NAME VERB as TITLE | for ORGANISATION",
        "a verb tells the role: she worked as a clerk for Roe",
        yes=(
            "Colin Harwood volunteers as a [lifeguard].",
            "Ifeoma Bassey joined the [Ekwa Police Command] in May.",
            "The council appointed Petra Novik as [interim chief executive].",
        ),
        no=(
            "Colin Harwood works as hard as he can.",
            "Ifeoma Bassey joined the march.",
            "Colin Harwood worked as actress Petra Novik slept.",
        ),
    ),
    Rule(
        "role.credit",
        "LABEL : NAME | MEDIUM ’s NAME",
        "the press signs: (Web editor: Roe), Kent News’ Roe",
        yes=(
            "Two men were fined. ([Web editor]: Helen Marwick)",
            "A man was held. ([Reporter]: Colin Harwood)",
            "Kent News Digital's [Julia Bonham] and Michael Ruskin contributed to this report.",
        ),
        no=(
            "The victims: Helen Marwick",
            "The bank's Helen Marwick spoke.",
            "Ayr's Helen Marwick won.",
        ),
    ),
    Rule(
        "role.described",
        "a TITLE … NAME",
        "news describes before it names: A teacher was jailed. Roe, 40, …",
        yes=(
            "An [estate agent] has been jailed. Colin Harwood, 39, took loans.",
            "A [teacher] has been fined. Helen Marwick, 41, drove too fast.",
            "A [bus driver] has been charged. Colin Harwood, 39, will be in court on Monday.",
        ),
        no=(
            "A teacher met a nurse. Colin Harwood and Helen Marwick left.",
            "Two teachers have been jailed. Colin Harwood, 39, took loans.",
            "A victim has been found. Colin Harwood, 39, was dead.",
        ),
    ),
    Rule(
        "role.force",
        "FORCE … SPOKESPERSON NAME",
        "a spokesperson speaks for the force named last",
        yes=(
            "Marl Bay Police held a man. [Police spokesman] Colin Harwood said he was 31.",
            "Marl Bay Police held a man. A [police spokesperson], Helen Marwick, said he was 31.",
            "The Ekwa Police Command held a man. [Police spokesperson] Ifeoma Bassey said he was 31.",
        ),
        no=(
            "A man was held. Police spokesman Colin Harwood said he was 31.",
            "Marl Bay Police held a man. Bank spokesman Colin Harwood spoke.",
            "Marl Bay Police held a man. Singer Helen Marwick was pleased.",
        ),
    ),
)
