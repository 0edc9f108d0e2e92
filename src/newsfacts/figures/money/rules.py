"""The rules by which amounts of money are found; `reader.py` names one in every amount."""

from newsfacts.rules.rule import Rule

__all__ = ["RULES"]

RULES = (
    Rule(
        "money.symbol-before",
        "SYMBOL NUMBER",
        "most amounts in English news: £300, US$1.2m",
        yes=(
            "Magistrates fined him [£85].",
            "The fund lost [$3.5 bln].",
            "He faces a fine of [up to $250,000].",
        ),
        no=(
            "He paid 85 euros.",
            "They took 500 €.",
            "The $ sign was painted on the door.",
        ),
    ),
    Rule(
        "money.prefix-before",
        "PREFIX NUMBER",
        "letters that stand for a currency: Rs.5,000, RM50, N2m",
        yes=(
            "The court fined the driver [N20,000].",
            "The helmetless rider paid a fine of [Rs.500].",
            "The widow was paid [R20 000] in compensation.",
        ),
        no=(
            "The officers were given N95 masks.",
            "The lorry broke down on the N7 near the toll gate.",
            "Unit N4 of the barracks was searched.",
        ),
    ),
    Rule(
        "money.code-before",
        "CODE NUMBER",
        "ISO codes lead the amount in financial style: USD 5m",
        yes=(
            "The firm paid [CAD 4,438].",
            "Losses reached [USD34.6 million].",
            "The art dealer was fined [EUR 12,000].",
        ),
        no=(
            "The firm paid 4,438 CAD.",
            "ALL 12 men fled.",
            "The TRY 7 rugby shirts were fakes.",
        ),
    ),
    Rule(
        "money.word-after",
        "NUMBER [of] WORD",
        "names follow the amount: 70 million yuan, thousands of pounds",
        yes=(
            "He asked the driver for [20 quid].",
            "The tourist was robbed of [300 euros].",
            "Each fake bottle was sold at [300 to 450 yuan].",
        ),
        no=(
            "The 135-pound dog bit the burglar.",
            "Deputies found 200 pounds of marijuana.",
            "The suspect asked for his share in naira.",
        ),
    ),
    Rule(
        "money.code-after",
        "NUMBER CODE",
        "ISO codes behind the amount: 300 CHF",
        yes=(
            "The fund reported losses of [30 MUSD].",
            "He paid [4,438 CAD] for the boat.",
            "They won [300 CHF].",
        ),
        no=(
            "The firm paid CAD 4,438.",
            "The courier carried 500 EUR.",
            "He paid 300 in CAD.",
            "They burned 300 KGS of leaf.",
        ),
    ),
    Rule(
        "money.symbol-after",
        "NUMBER SYMBOL",
        "continental habit: 500 €",
        yes=(
            "The drivers were fined [300元] each.",
            "The courier carried [500 €].",
            "The ticket cost [12€].",
        ),
        no=(
            "The ticket cost £12.",
            "They held 12 men, $40 each.",
            "The drivers paid in €.",
        ),
    ),
    Rule(
        "money.minor-after",
        "NUMBER MINOR",
        "hundredths are written as such: 40p, 50 cents",
        yes=(
            "The tea was sold at [40p] a cup.",
            "The driver was charged [50 cents] for a bag.",
            "He stole [20 pence] from the tray.",
        ),
        no=(
            "He came at 4 p.m.",
            "The shop shut at 4p.m. on Friday.",
            "The clip was shot in 720p.",
            "He had 40 per cent of it.",
            "See p40 of the report.",
        ),
    ),
    Rule(
        "money.coordinated",
        "NUMBER and AMOUNT",
        "two numbers share the currency named once: 60m and 200 million yuan",
        yes=(
            "The two lost [60 million] and 200 million yuan.",
            "The fines were [300] and 500 euros.",
            "They were robbed of [2,000], 3,000 and 5,000 rupees.",
        ),
        no=(
            "They held 60 men and 200 million yuan.",
            "In 2019, and 500 yuan were paid.",
            "They came at 9, and 200 yuan was paid.",
            "The fines were 300 euros and 500 euros.",
            "They lost 60 kg and 200 yuan.",
        ),
    ),
    Rule(
        "money.range",
        "AMOUNT to AMOUNT",
        "both ends of a range may carry the currency: £2,000-£3,000",
        yes=(
            "Rewards of [£500–£1,000] are on offer.",
            "He earned [from €900 to €1,200] a month.",
            "The bail for such offences is [between $10,000 and $20,000].",
        ),
        no=(
            "He paid £500 and £1,000.",
            "The fine rose from £500 to £1,000.",
            "Fines of £3-5 are rare.",
        ),
    ),
)
