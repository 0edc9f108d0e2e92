"""The rules by which direct speech and its speaker are found; `reader.py` names one in every quote."""

from newsfacts.rules.rule import Rule

__all__ = ["RULES"]

RULES = (
    Rule(
        "quote.cue_before",
        "SPEAKER SAID: QUOTE",
        "the word of saying leads: Roe said: “…”",
        yes=(
            "Tia Dorn shouted, [“Put the knife down!”]",
            "Ulf Enns replied, [“I never saw the money.”]",
            "A police spokesman said: [“The search goes on.”]",
        ),
        no=(
            "“Is anybody hurt?” Yves Imre asked.",
            "Ulf Enns said the “Blue Ghost” had sunk.",
            "Tia Dorn called it a “big mistake”.",
        ),
    ),
    Rule(
        "quote.cue_after",
        "QUOTE, SPEAKER SAID",
        "the word of saying follows its speaker behind the quote: “…,” Roe said",
        yes=(
            "[“Is anybody hurt?”] Yves Imre asked.",
            "[“We heard two bangs,”] Vera Fitch said.",
            "[“There was blood on the stairs,”] a neighbour said.",
        ),
        no=(
            "“We saw smoke,” said neighbour Lia Vance.",
            "The “Blue Ghost” said to be lost was found.",
            "The bar “Red Lion” Vera Fitch owned is shut.",
        ),
    ),
    Rule(
        "quote.cue_inverted",
        "QUOTE, SAID SPEAKER",
        "British and wire style turn the two round: “…,” said Roe",
        yes=(
            "[“He is my son,”] sobbed Joan Tarr, 52.",
            "[“We found him,”] said Roe Tan, a diver.",
            "[“It could have been worse,”] said a spokesman for the force.",
        ),
        no=(
            "“We heard two bangs,” Vera Fitch said.",
            "The boat “Blue Ghost”, said Roe Tan, was lost.",
            "His song “Red Star” was sung by Roe Tan.",
        ),
    ),
    Rule(
        "quote.goes_on",
        "QUOTE / QUOTE",
        "a paragraph that opens with a mark goes on with the speech that none closed",
        yes=(
            "Vera Fitch said: “There was smoke.\n\n[“We ran out of the house and called the police.”]",
            (
                "“The road is closed,” said Roe Tan. “We are looking for a car.\n\n"
                "[“It was seen near the bridge on Monday night.”]"
            ),
            (
                "Sergeant Eve Lund said: “He was drunk and he fell.\n\n"
                "[“His friends carried him home and put him to bed.”]"
            ),
        ),
        no=(
            "Vera Fitch said: “There was smoke.”\n\nThe police came at noon.",
            "Vera Fitch said: “There was smoke.”\n\n“We ran out of the house,” said Roe Tan.",
            "Vera Fitch said: “There was smoke.”\n\nThe bar “Red Lion” is shut.",
        ),
    ),
    Rule(
        "quote.same_speaker",
        "QUOTE, SPEAKER SAID. QUOTE",
        "what follows in the same paragraph is said by the same",
        yes=(
            "“We heard two bangs,” Vera Fitch said. [“Then we ran out of the house.”]",
            "“He is my son,” sobbed Joan Tarr. [“I want him to come home.”]",
            "“The road is closed,” Eve Lund said on Monday. [“It will open again at noon.”]",
        ),
        no=(
            "“We heard two bangs,” Vera Fitch said. “We ran,” said Roe Tan.",
            "“We heard two bangs,” Vera Fitch said. She owns the “Red Lion”.",
            "“We saw smoke,” said neighbour Lia Vance, “and then we ran away.”",
        ),
    ),
    Rule(
        "quote.colon",
        "SENTENCE: QUOTE",
        "a colon stands for the word of saying: Roe took a deep breath: “…”",
        yes=(
            "Vera Fitch took a deep breath: [“We heard two bangs.”]",
            "Roe Tan shook his head: [“I never saw the money.”]",
            "Joan Tarr was in tears: [“He is my son.”]",
        ),
        no=(
            "Vera Fitch said: “We heard two bangs.”",
            "Roe Tan has two boats: “Blue Ghost” and “Red Star”",
            "The sign was red: “No Way Out”",
        ),
    ),
    Rule(
        "quote.headed",
        "[MESSAGE] from NAME / QUOTE",
        "a line above the speech says whom it is from: A message from the chief constable, Roe Tan",
        yes=(
            "From the desk of Vera Fitch, Chief of Police\n\n[“Patrols have never mattered more than this year.”]",
            "A message from Sheriff Roe Tan:\n\n[“We will not stop until he is found.”]",
            "Statement from Mayor Joan Tarr\n[“The road is closed until the bridge has been repaired.”]",
        ),
        no=(
            "Officers took three boxes from Vera Fitch.\n\n“We heard two bangs,” said Roe Tan.",
            "From the desk of Vera Fitch\n\n“We heard two bangs,” said Roe Tan.",
            "A message from Vera Fitch's lawyer\n\n“We heard two bangs last night.”",
        ),
    ),
    Rule(
        "quote.beside",
        "QUOTE SENTENCE",
        "who acts in the sentence behind has spoken: “…!” Roe's voice was firm.",
        yes=(
            "[“I will never give up!”] Vera Fitch's voice was firm.",
            "[“I will never give up!”] Joan Tarr was in tears.",
            "[“You will not get away with it!”] Roe Tan ran to the door.",
        ),
        no=(
            "“We have lost all our money!” Joan Tarr wept.",
            "“Blue Ghost” Roe Tan was beaten in the ring.",
            "“Red Lion” The bar was shut on Monday.",
        ),
    ),
    Rule(
        "quote.story",
        "SENTENCE. QUOTE",
        "in a story who acted last speaks: Roe was furious. “…”",
        yes=(
            "Roe Tan was furious. [“I will never give them my money!”]",
            "Vera Fitch opened the door.\n\n[“There is a man in my kitchen!”]",
            "Joan Tarr ran to the river.\n\n[“My son is in the water!”]",
        ),
        no=(
            "Roe Tan was furious. “I will never give up,” he said.",
            "Roe Tan bought a boat. “Blue Ghost” is red.",
            "Roe Tan left. “No Way Out”",
        ),
    ),
    Rule(
        "quote.turn",
        "QUOTE / QUOTE / QUOTE",
        "in a dialogue two speak in turn: “Did he?” asked Roe. / “He did.” / “When?”",
        yes=(
            (
                "“I was at home,” Roe Tan said.\n\n"
                "“Did anybody see you?” Vera Fitch asked.\n\n"
                "[“My mother saw me there.”]"
            ),
            (
                "“It is in the yard,” said Roe Tan.\n\n"
                "“Who has got the keys?” asked Vera Fitch.\n\n"
                "[“They are on the table.”]"
            ),
            (
                "“He came home late,” said Joan Tarr.\n\n"
                "“Was he alone?” asked the judge.\n\n"
                "[“He had his dog with him.”]"
            ),
        ),
        no=(
            "“Where is the car?” asked Roe Tan.\n\n“It is in the yard,” said Vera Fitch.\n\n“It is the red one.”",
            "“Did you see the man?” asked Roe Tan.\n\n“I saw him at the gate.”",
            ("“It is in the yard,” said Roe Tan.\n\n“Who has got the keys?” asked Vera Fitch.\n\nHe did not answer."),
        ),
    ),
    Rule(
        "quote.alone",
        "QUOTE",
        "a paragraph of speech with nobody named",
        yes=(
            "[“We have never seen such a flood in this town.”]",
            "The town was under water.\n\n[“We have never seen such a flood in this town.”]",
            "The bridge was shut.\n\n[“I can no longer get to my work in time.”]",
        ),
        no=(
            "“The Long Way Home”",
            "“We have never seen such a flood,” said Vera Fitch.",
            "Vera Fitch opened the door.\n\n“There is a man in my kitchen!”",
        ),
    ),
)
