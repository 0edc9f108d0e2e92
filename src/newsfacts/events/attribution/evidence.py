"""The evidence of the decision who tells a fact: names, reasons, examples."""

from newsfacts.weigh import Decision, Evidence

__all__ = ["DECISION"]

DECISION = Decision(
    "attribution",
    "who tells a fact",
    (
        Evidence("form", "how a source is named says how far its word reaches", "According to police, [six men] fled."),
        Evidence("verb", "verbs of one class speak, those of another only may", "Police denied that [six men] fled."),
        Evidence("clause", "the part of the clause in which the fact stands", "Police said that [six men] fled."),
        Evidence("states", "a verb of statement has a clause that is stated", "Officers found [six bags] in the car."),
        Evidence("perceives", "officers find things, studies find that it is so", "Officers found [six bags]."),
        Evidence(
            "passive participle", "a participle behind a noun states nothing", "A gang, said to be [six men], fled."
        ),
        Evidence("order", "a source behind a fact tells it, or the next one", "[Six men] fled, police said."),
        Evidence("distance", "the longer the way, the likelier another clause", "[Six men] fled, police said."),
        Evidence("side", "offices and sides of a case tell, others may", "The driver said [six men] fled."),
        Evidence("named", "a person with a name or a pronoun tells", "She said [six men] fled."),
        Evidence("subject", "what has a number, or does what is told, is no source", "77% said [six men] fled."),
        Evidence(
            "rank", "of several in a sentence the first that governs tells", "Ann Roe said police said [six men] fled."
        ),
        Evidence("inside quote", "what stands in direct speech is its speaker's", "“[Six men] fled,” Ann Roe said."),
        Evidence("alone", "nobody else in the sentence tells anything", "Police said so. [Six men] fled."),
        Evidence("back", "who told the sentence before may still be telling", "Police said so. [Six men] fled."),
        Evidence("same line", "a paragraph has one teller", "Police said so. [Six men] fled."),
        Evidence("same sentence", "parts of one sentence have one teller", "Police said six died; [four men] fled."),
        Evidence("goes on", "words that add go on with what was told", "Police said so. [Six men] also fled."),
        Evidence("first person", "we and our are of somebody who speaks", "Ann Roe spoke. We held [six men]."),
        Evidence("told", "most sentences of a report of a speech are told", "Police said so. [Six men] fled."),
        Evidence("before", "what somebody told before in the text", "He added: We know. [Six men] fled."),
        Evidence("statement", "a comment clause without a subject of its own", "[Six men] fled, it said."),
    ),
    least=0.4,
)
"""Candidates are the sources of the sentence, the speaker of the quote, and who told the sentences around."""
