"""The evidence of the decision what an amount of money is in the story: names, reasons, examples."""

from collections.abc import Mapping

from newsfacts.record import MoneyRole
from newsfacts.weigh import Decision, Evidence

__all__ = ["DECISION", "MARKS", "PLACES", "SAID"]

PLACES = (
    Evidence("modified", "a noun takes the amount as its measure", "He got a [£300] fine."),
    Evidence("as", "what money is given as is said behind it", "He took [£50] as a bribe."),
    Evidence("named", "a noun in front says what the amount is", "She was held on bail of [$500,000]."),
    Evidence(
        "participle", "a participle behind says what was done to it", "There was [£150,000] seized from the gang."
    ),
    Evidence("verb", "the verb that governs the amount", "Thieves stole [£50]."),
    Evidence("verb above", "a verb over that one, where that one tells nothing", "They stole goods which made [£50]."),
    Evidence(
        "in front", "the nearest word of its clause that tells a role", "The theft, which ran to [£50], was found."
    ),
    Evidence("behind", "the nearest word behind that tells a role", "It is thought that [£50] went in the theft."),
    Evidence(
        "sentence", "any word of the sentence that tells a role", "In the theft two men of Ayr who had [£50] ran."
    ),
    Evidence("unit ahead", "what the sentence before tells of last", "They were robbed. The men had [£50]."),
)
"""Places where a role may be told, nearest first; each is evidence for the role told there."""

_GENERAL = (
    Evidence("topic", "the article tells of a crime that has its own money", "A boy was kidnapped. They got [£50]."),
    Evidence("topic alone", "what nothing near tells, the topic does", "A boy was kidnapped. They asked for [£50]."),
    Evidence("role", "some roles are common, whatever is told", "The men had [£50]."),
    Evidence("said", "words of one role stand by amounts of another: a loss is also stolen", "They lost [£50]."),
    Evidence("nothing told", "where no word tells a role, some are likelier", "The men had [£50]."),
    Evidence(
        "valued", "what is worth an amount is a thing, and its own part decides", "Rings worth [£50] were stolen."
    ),
    Evidence("each", "an amount for one of many is a price, a wage or a reward", "They sold it at [£50] per gram."),
    Evidence("cash", "notes and coins are found, taken and kept", "Officers found [£50] in cash."),
    Evidence("modal", "what can or must be paid is a fine, a bail or an offer", "Drivers may be fined [£50]."),
    Evidence("asked", "who asks for money is a kidnapper or a claimant", "The gang demanded [£50]."),
    Evidence("listed", "things in a list with money are things found or taken", "They took rings, phones and [£50]."),
    Evidence("subject", "an amount that does or suffers something is a total", "[£50] went to the council."),
)

DECISION = Decision("money_role", "what an amount of money is in the story", (*PLACES, *_GENERAL), may_be_none=False)
"""Every amount has a role; OTHER is one of them."""

_TAKEN = (MoneyRole.STOLEN, MoneyRole.LOSS, MoneyRole.INVOLVED)
_FOUND = (MoneyRole.SEIZED, MoneyRole.RECOVERED, MoneyRole.PRICE)
_GIVEN = (MoneyRole.PAID, MoneyRole.PRICE, MoneyRole.OTHER)

SAID: Mapping[MoneyRole, tuple[MoneyRole, ...]] = {
    MoneyRole.STOLEN: _TAKEN,
    MoneyRole.LOSS: (*_TAKEN, MoneyRole.RECOVERED, MoneyRole.DAMAGE),
    MoneyRole.INVOLVED: (*_TAKEN, MoneyRole.OTHER),
    MoneyRole.RECOVERED: _FOUND,
    MoneyRole.SEIZED: (*_FOUND, MoneyRole.INVOLVED, MoneyRole.OTHER),
    MoneyRole.PRICE: (*_GIVEN, *_FOUND),
    MoneyRole.PAID: (*_GIVEN, MoneyRole.FINE, MoneyRole.REWARD, MoneyRole.RANSOM, MoneyRole.BRIBE),
    MoneyRole.OTHER: (*_GIVEN, MoneyRole.LOSS, MoneyRole.INVOLVED),
    MoneyRole.FINE: (MoneyRole.PAID,),
    MoneyRole.REWARD: (MoneyRole.PAID,),
    MoneyRole.BRIBE: (MoneyRole.STOLEN,),
    MoneyRole.DAMAGE: (MoneyRole.LOSS,),
    MoneyRole.BAIL: (),
    MoneyRole.RANSOM: (),
}
"""For what the nearest telling place says: the other roles that such words stand by as well."""

MARKS: Mapping[str, tuple[MoneyRole, ...]] = {
    "nothing told": (*_GIVEN, MoneyRole.INVOLVED, MoneyRole.RANSOM, MoneyRole.SEIZED),
    "valued": (
        MoneyRole.PRICE,
        MoneyRole.SEIZED,
        MoneyRole.DAMAGE,
        MoneyRole.STOLEN,
        MoneyRole.PAID,
        MoneyRole.INVOLVED,
    ),
    "each": (MoneyRole.PRICE, MoneyRole.PAID, MoneyRole.REWARD),
    "cash": (MoneyRole.SEIZED, MoneyRole.STOLEN, MoneyRole.RECOVERED, MoneyRole.BAIL),
    "modal": (MoneyRole.FINE, MoneyRole.OTHER, MoneyRole.PAID, MoneyRole.PRICE, MoneyRole.INVOLVED),
    "asked": (MoneyRole.RANSOM, MoneyRole.BRIBE, MoneyRole.PRICE),
    "listed": (MoneyRole.RECOVERED, MoneyRole.SEIZED),
    "subject": (MoneyRole.LOSS, MoneyRole.PAID),
}
"""For each mark of an amount: the roles that it speaks for or against."""
