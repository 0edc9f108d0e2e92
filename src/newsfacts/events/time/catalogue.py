"""What may speak when the time of a fact is weighed: the catalogue of the decision `time`.

The candidates are the expressions of the article that a reader could take for the fact's: those of its sentence, of the
sentences before it, of the headline and the lead, and of the sentences behind a headline. Those of one interval are one
candidate. Not here: how the evidence is seen (`evidence.py`), how candidates are found (`line.py`).
"""

from newsfacts.weigh import Decision, Evidence

__all__ = ["DECISION"]

DECISION = Decision(
    "time",
    "which expression of time says when a fact holds",
    (
        Evidence("nearest", "the time nearest by tree and text is the fact's most often", "Six died [today]."),
        Evidence("nearest told", "what is told in the present or as a plan has other times", "Six [now] play."),
        Evidence("no nearest", "where no time is near, none is more often right", "Six were held."),
        Evidence("own", "how the time hangs together with the fact in the tree", "Police held six [on Monday]."),
        Evidence("barred", "the time of a statement, a comparison, a noun", "Police said [on Monday] six had died."),
        Evidence("weak", "what says how often, or only at what hour, says less", "Six were held [every year]."),
        Evidence("back", "a time holds for some sentences", "[On Monday] they came. Police held six."),
        Evidence("frames", "the time of a main clause frames what follows", "[On Monday] they came. Police held six."),
        Evidence("setting", "the last time that set the scene holds until another does", "[Today] he came. Six fled."),
        Evidence("lead-in", "what leads to a list holds for all its items", "[On Monday]: – six held – two hurt"),
        Evidence("other item", "items of a list have their own times", "– Six held [on Monday] – Two fined"),
        Evidence("nested", "the finest of nested times is meant", "[Last year], on June 4, six were held."),
        Evidence("opens", "a time that opens its sentence sets the scene", "[On Monday] they came. Police held six."),
        Evidence("lines", "a new paragraph may be another time", "[On Monday] they came.\nPolice held six."),
        Evidence("ahead", "a headline tells the news before its time", "Police Hold Six\nIt was [on Monday]."),
        Evidence("top", "the lead's time is the story's", "[On Monday] they came. … Police held six."),
        Evidence("top period", "a report of figures names its period first", "[Last year] crime fell. … Theft: 6%."),
        Evidence("takes up", "a pronoun goes on with what was told", "[On Monday] they came. They held six."),
        Evidence("refers", "what is told of it behind gives its time", "Six were hurt. It happened [on Monday]."),
        Evidence("stages", "the deed, the raid and the trial have other days", "Jailed [today], he stole. Six held."),
        Evidence("own stages", "so have they in one sentence", "Jailed [today], he had stolen six cars."),
        Evidence("commas", "commas part a time from what it is not of", "[On Monday], he said, six were held."),
        Evidence("rank", "the only time of a sentence is of all it tells", "Six were held [on Monday]."),
        Evidence("hangs", "a clause beside the fact's may have its own time", "Six came to see Roe, who died [today]."),
        Evidence("story", "a report is of the period that it names first", "Crime [in 2024] … Theft fell 6%."),
        Evidence("having", "what somebody has goes on", "She was freed [on Monday]. She has six sons."),
        Evidence("recency", "a report is of its latest period", "[In 2024] 12 fell, in 2023 9. Fire killed six."),
        Evidence("told there", "the time of a statement is of what follows as a last resort", "He said [on Monday] …"),
        Evidence("of a noun", "the date of a noun is not the sentence's", "The [2019] riots … Six were held."),
        Evidence("limit", "a bound of a plan or a state is no scene", "He is held [until Monday]. Six came."),
        Evidence("kind", "times that point back or compare do less", "That is up [on last year]. Theft: 6%."),
        Evidence("precision", "single facts happen on days, figures are of periods", "Theft fell 6% [in 2019]."),
        Evidence("unresolved", "what no date can be given of says little", "[During the raids] six were held."),
        Evidence("to come", "what is told as done does not lie ahead", "Six were held; court is [on Monday]."),
        Evidence("others between", "a nearer time outranks it", "[On Monday] they met. Today they came. Six fled."),
        Evidence("figures between", "a figure between takes the time for itself", "In [2019] there were 9, now 6."),
        Evidence("base", "what a figure is compared with is of the period compared with", "[Last year] … from 9."),
        Evidence("named", "a time that the article names again is the story's", "[On Monday] … It was Monday when …"),
        Evidence("alone", "the only time of an article is of all it tells", "[On Monday] they came. … Six were held."),
        Evidence("shared words", "sentences of the same words tell of one thing", "The [May] raid … the raid."),
        Evidence("since told", "what is told in the past goes on, a plan does not", "They came [on Monday]."),
        Evidence("tense", "present, future and noun phrases have a time less often", "Six are in the club."),
        Evidence("own times", "a sentence with own times seldom looks elsewhere", "Six were held, he said today."),
        Evidence("shape", "what a gerund tells was before", "He was held [on Monday] for stealing six cars."),
        Evidence("share", "figures that are compared are of a period", "Theft fell 6%."),
        Evidence("place", "headings and quotations tell their time elsewhere", "Police Hold Six"),
        Evidence("times", "an article without dates has none to give", "Six were held."),
    ),
    least=0.5,
)
"""Times of the article against none."""
