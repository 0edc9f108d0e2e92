"""What may speak when the place of a fact is weighed: the catalogue of the decision `place`.

The candidates are the places of the fact's sentence, of those before it, of headline and lead, the dateline, and the
place that the article names most; those of one name are one candidate. Not here: how the evidence is seen
(`evidence.py`), how candidates are found (`map.py`).
"""

from newsfacts.weigh import Decision, Evidence

__all__ = ["DECISION"]

DECISION = Decision(
    "place",
    "which place says where a fact holds",
    (
        Evidence("nearest", "the place nearest by tree and text is the fact's most often", "Six were held in [Ayr]."),
        Evidence("nearest told", "what is told in the present or as a plan has other places", "He lives in [Ayr]."),
        Evidence("no nearest", "where no place is near, none is more often right", "Six were held."),
        Evidence("setting", "where something was before, not who was from where", "A raid in [Ayr]. Six were held."),
        Evidence("own", "how the place hangs together with the fact in the tree", "Police held six in [Ayr]."),
        Evidence("own kind", "what is there is told near by, what is only named must be nearer", "Six fled [Ayr]."),
        Evidence(
            "figured", "of areas with figures of their own the last one named has the next", "Ayr had 5, [Troon] 6."
        ),
        Evidence("barred", "a place of an organisation, of a statement", "[Ayr] police held six."),
        Evidence("kind", "something is there, somebody is from there, a thing is called by it", "A man of [Ayr] died."),
        Evidence("far", "what is elsewhere a place once is one for all", "Ayr police … A raid in [Ayr] … Six died."),
        Evidence("behind", "prepositions tell location, origin and destination apart", "He fled to [Ayr]."),
        Evidence("back", "a place holds for some sentences", "They came to [Ayr]. Police held six."),
        Evidence("lines", "a new paragraph may be another place", "It was in [Ayr].\nPolice held six."),
        Evidence("ahead", "a headline tells the news before its place", "Police Hold Six\nIt was in [Ayr]."),
        Evidence("top", "the lead names the place of the story", "A raid in [Ayr] … Police held six."),
        Evidence("lead-in", "what leads to a list holds for all its items", "[In Ayr]: – six held – two hurt"),
        Evidence("takes up", "a pronoun goes on with what was told", "A mob came to [Ayr]. They hurt six."),
        Evidence("refers", "what is told of it behind gives its place", "Six were hurt. It happened in [Ayr]."),
        Evidence("shared words", "sentences of the same words tell of one thing", "The raid in [Ayr] … the raid."),
        Evidence("there", "the word points to the place told", "A mob came to [Ayr]. Six were hurt there."),
        Evidence("told there", "where something is said is not where it was", "He told reporters in [Ayr] of six."),
        Evidence("dateline", "the dateline is where the story was written or was", "[AYR] – Police held six."),
        Evidence("main", "the place that the article names most is that of what has no other", "[Ayr] … [Ayr] …"),
        Evidence(
            "force", "what a force reports was in its area", "Police in [Kent] … Theft fell 6%, Kent Police said."
        ),
        Evidence("named", "a place named often is the story's", "[Ayr] … in Ayr …"),
        Evidence("area", "areas hold for many facts, roads and houses for few", "Police held six in [Kent]."),
        Evidence("level", "countries and states are background more often than towns", "[Scotland]"),
        Evidence("others between", "a nearer place outranks it", "It was in [Ayr]. Then in Troon. Six died."),
        Evidence("figures between", "a figure between them takes the place for itself", "In [Ayr] 9, in Troon 6."),
        Evidence("ranked", "where something is the highest of all is a wider place", "The safest town in [Kent]."),
        Evidence("scope", "figures of a report are of the area that its top names", "Crime in [Kent] … Theft fell 6%."),
        Evidence("shape", "what a gerund or participle tells was elsewhere", "Held in [Ayr] for stealing six cars."),
        Evidence("alone", "the only place of an article is of all it tells", "In [Ayr] … Six were held."),
        Evidence("wide", "figures of the whole country are not of a town", "Nationwide, 6,000 were held."),
        Evidence("row", "a name before a colon or a dash labels the figures behind it", "[Ayr]: 5"),
        Evidence("tense", "present, future and noun phrases have a place less often", "He owes £50."),
        Evidence("own places", "a sentence with places of its own seldom looks elsewhere", "Ayr police held six."),
        Evidence("share", "figures that are compared are of an area", "Theft fell 6%."),
        Evidence("stands", "headings and quotations tell their place elsewhere", "Police Hold Six"),
        Evidence("nowhere", "what somebody has, owes or may get is nowhere", "He faces up to ten years."),
        Evidence("testimony", "what is told in court did not happen there", "The jury heard that six were there."),
        Evidence("places", "an article without places has none to give", "Six were held."),
    ),
    nested=True,
    least=0.5,
)
"""Places of the article against none."""
