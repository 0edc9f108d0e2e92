"""The evidence of the decision which happening a fact belongs to: names, reasons, examples."""

from newsfacts.weigh import Decision, Evidence

__all__ = ["DECISION"]

DECISION = Decision(
    "event",
    "which of the happenings told so far a fact belongs to",
    (
        Evidence("turn", "a story goes on with what it told last", "Four men were held. [Two guns] were found."),
        Evidence(
            "lead", "what headline and lead tell the body tells again", "Four held. He said [four men] were held."
        ),
        Evidence("near", "the nearer, the likelier the same", "Police held four men and found [two guns]."),
        Evidence("line", "a paragraph or item is about one thing", "Police held four men. [Two guns] were found."),
        Evidence(
            "section", "sections are about different things", "Four men were held. ■ Fraud ■ [Two men] were fined."
        ),
        Evidence("items", "items of a list are happenings of their own", "• Four men held • [Two men] fined"),
        Evidence("type", "one happening seldom has two events of a kind", "Four men were held. The [four men] ran."),
        Evidence("families", "kinds of event go together or apart", "Four men were held and [two guns] seized."),
        Evidence(
            "kinds", "statistics are told in percentages, incidents in counts", "Thefts fell by 4%, fraud by [2%]."
        ),
        Evidence(
            "statistics", "figures of a period and single deeds are apart", "Thefts fell by 4%. [Two men] were held."
        ),
        Evidence("nouns", "the same things are counted again", "Four men were held. The [four men] ran."),
        Evidence(
            "tied", "a part, a change or a repeated figure is of its whole's event", "Four men, [two] of them armed"
        ),
        Evidence("value", "the same number of the same thing is the same figure", "Four men ran. The [four men] hid."),
        Evidence("words", "sentences about one thing share words", "A bus hit a tree. The bus had [two men] in it."),
        Evidence("names", "sentences about one thing share names", "A raid in Ayr. [Two men] of Ayr were held."),
        Evidence("people", "one happening has the same people", "Roe held four men. Roe found [two guns]."),
        Evidence("agents", "the same people do what belongs together", "Roe held four men. Roe found [two guns]."),
        Evidence(
            "times", "what has its own time is a happening of its own", "On May 1 four men ran. On May 9 [two] hid."
        ),
        Evidence(
            "places", "what has its own place is a happening of its own", "In Ayr four men ran. In Oban [two] hid."
        ),
        Evidence("definite", "the definite article points back", "Four men ran. The [four men] hid."),
        Evidence("cue", "words that begin another happening or go on with it", "In another raid [two men] were held."),
        Evidence(
            "status", "what was done and what is planned are apart", "Four men were held. [Two men] will be tried."
        ),
        Evidence("tellers", "one happening is told by the same people", "Roe said four men ran. Roe said [two] hid."),
        Evidence("share", "most facts of an article are of its main happening", "Four men ran. [Two guns] were found."),
        Evidence("main", "a text with one happening so far may have one only", "Four men ran. [Two guns] were found."),
        Evidence("new", "what begins a paragraph may begin a happening", "Four men ran.\n[Two men] were fined."),
        Evidence("sums", "in a text of statistics all are of one set", "Thefts fell by 4%. Fraud rose by [2%]."),
        Evidence("set", "statistics among deeds are a set of their own", "Four men ran. Thefts fell by [4%]."),
        Evidence("begins", "what is named anew begins, what is taken up goes on", "They had [two guns]."),
    ),
    least=0.5,
)
"""Candidates are the happenings that are open; none begins a new one. B-cubed is best on articles left out where a fact
joins only what is likelier than not: two happenings put together cost more facts than one told in two pieces."""
