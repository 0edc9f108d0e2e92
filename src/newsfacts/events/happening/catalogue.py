"""The evidence of the decision whether two sentences tell of one happening: names, reasons, examples."""

from newsfacts.weigh import Decision, Evidence

__all__ = ["DECISION"]

DECISION = Decision(
    "event",
    "whether two sentences tell of one happening",
    (
        Evidence("near", "the nearer, the likelier the same", "Police held four men. [Two guns] were found."),
        Evidence("line", "a paragraph or item is about one thing", "Police held four men. [Two guns] were found."),
        Evidence(
            "section", "sections are about different things", "Four men were held. ■ Fraud ■ [Two men] were fined."
        ),
        Evidence(
            "lead", "what headline and lead tell the body tells again", "Four held. He said [four men] were held."
        ),
        Evidence("items", "items of a list are alike: all of one set, or each its own", "• Four held • [Two] fined"),
        Evidence(
            "statistics", "figures of a period and single deeds are apart", "Thefts fell by 4%. [Two men] were held."
        ),
        Evidence(
            "told", "what tells its own time is a happening of its own", "On May 1 four men ran. On May 9 [two] hid."
        ),
        Evidence("time", "one happening has one time", "In 2019 thefts fell by 4%. In 2010 they rose by [9%]."),
        Evidence("place", "one happening has one place", "In Ayr four men ran. In Oban [two] hid."),
        Evidence("type", "one happening seldom has two events of a kind", "Four men were held. The [four men] ran."),
        Evidence("nouns", "the same things are counted again", "Four men were held. The [four men] ran."),
        Evidence("tied", "a part, a change or a repeated figure is of its whole's event", "Four men ran. [Two] hid."),
        Evidence("people", "one happening has the same people", "Roe held four men. Roe found [two guns]."),
        Evidence("tellers", "one happening is told by the same people", "Roe said four men ran. Roe said [two] hid."),
        Evidence(
            "status", "what was done and what is planned are apart", "Four men were held. [Two men] will be tried."
        ),
        Evidence("cue", "words that begin another happening or go on with it", "In another raid [two men] were held."),
        Evidence("begins", "what is named anew begins, what is taken up goes on", "They had [two guns]."),
    ),
    least=0.56,
)
"""The one candidate is that they do. Happenings are joined where the strongest third of what ties them is likelier than
the threshold; B-cubed on articles and on sources left out was best near this one."""
