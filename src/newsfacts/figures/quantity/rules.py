"""The rules by which quantities are found; `reader.py` names one in every quantity."""

from newsfacts.rules.rule import Rule

__all__ = ["RULES"]

RULES = (
    Rule(
        "quantity.unit-after",
        "NUMBER UNIT",
        "units follow their number: 3 kg, two tonnes, 104-degree",
        yes=(
            "Customs found [3 kg] of cocaine.",
            "The knife was [18 cm] long.",
            "The scooter can do [60 kph].",
        ),
        no=(
            "The driver lost 200 pounds at the races.",
            "Five stone walls fell.",
            "The dealer sold wraps and tablets by the kilo.",
        ),
    ),
    Rule(
        "quantity.unit-glued",
        "NUMBERUNIT",
        "symbols are often glued on: 100kg",
        yes=(
            "Officers seized [850g] of crack cocaine.",
            "The van was clocked at [127mph].",
            "The child had a fever of [39.4°C].",
        ),
        no=(
            "The mast sends 5G to the valley.",
            "The dealer was fined £20m.",
            "Volunteers gave out 10k leaflets.",
        ),
    ),
    Rule(
        "quantity.fraction",
        "FRACTION [of] a UNIT",
        "parts of a unit: half a kilo, a quarter of a kilogram",
        yes=(
            "The thief ran [half a mile] in his socks.",
            "[Half a kilo] of heroin was hidden in a loaf.",
            "The courier carried [a quarter of a kilogram] of opium.",
        ),
        no=(
            "Half a million messages were sent.",
            "Half of the men fled.",
            "He did half a year in jail.",
        ),
    ),
    Rule(
        "quantity.article",
        "[BOUND] a UNIT [DIRECTION]",
        "an article tells one unit under a bound or before a direction: over a tonne, about a mile north",
        yes=(
            "The buggy was found [about a mile] north of the village.",
            "Divers found [more than a tonne] of copper.",
            "They hid [less than a kilo] of heroin in a loaf.",
        ),
        no=(
            "Onions sold at 80 rupees a kilo.",
            "The dealer sold it by the kilo, a pound at most a day.",
            "They caused a ton of trouble.",
        ),
    ),
    Rule(
        "quantity.symbol",
        "NUMBER SYMBOL",
        "a symbol in mixed letters behind a number is a unit, known or not: 30 dBm",
        yes=(
            "The relay sends [30 dBm].",
            "The set draws [12 kVAr].",
            "The flask held [5 mCi] of iodine.",
        ),
        no=(
            "The gang sold 12 iPads.",
            "The set draws 12 kW.",
            "He sold four kVAr meters.",
        ),
    ),
    Rule(
        "quantity.coordinated",
        "NUMBER and QUANTITY",
        "two numbers share the unit named once: 22 and 26 grammes",
        yes=(
            "The bags held [22] and 26 grammes of heroin.",
            "The walls were [two] and three metres high.",
            "The parcels weighed [3], 4 and 5 kilos.",
        ),
        no=(
            "They held two men and 3 kg of tea.",
            "In 2019 and 3 kg of tea were found.",
            "On May 22 and 26 grammes of tea were found.",
            "The bags held 22 grammes and 26 grammes.",
        ),
    ),
)
