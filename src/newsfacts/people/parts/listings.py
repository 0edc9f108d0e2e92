"""What opens the list that a name stands in: "the suspects are", "arrested were:".

Gives the part of those listed, or None. Not here: which names one list joins, that is `votes.py`; the lines of
rosters, they are in `rosters.py`; the predicate behind a list, that is `closings.py`.
"""

from collections.abc import Sequence

from newsfacts.lexicons.function_words import cue_words, function_words
from newsfacts.page.sections import Layout
from newsfacts.people.names.candidates import Candidate, Lemma
from newsfacts.people.parts.governors import token_votes
from newsfacts.people.parts.in_front import told_in_front
from newsfacts.people.parts.unreal import is_unreal
from newsfacts.people.pieces import Piece, Scene, split_words
from newsfacts.people.roles.titles import DETERMINERS
from newsfacts.people.words import PeopleWords
from newsfacts.record import CASE_PARTS, Part

__all__ = ["enumerated", "gapped", "headed_by", "opened_by", "said_to_be"]

_FOR_OR_AGAINST = function_words("for or against")
_DENYING = function_words("denying")
_HAVE = function_words("have")
_WAS = function_words("be")
_AGES = cue_words("of an age")
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_BE = function_words("finite be") | {"been", "being"}
_BE_TOO = _BE | _HAVE | {"be"}
_TO_BE = 7
"""Words behind the verb in which "as the suspect" must stand."""
_TO_BE_LINKS = function_words("as the") | cue_words("as the too")
_DEFINITE = cue_words("definite head")
_BACK = function_words("back to several")
"""Words that point back to a group: "They include: NAME", "Others are: NAME"."""
_LISTED = cue_words("lists")
"""Words that open a list behind a word that points back: "They are: NAME", "gave their names as NAME"."""
_COPULAS = function_words("links a list")
"""Openers of a list behind its head."""
_SERVED = function_words("in the service of")
"""Words before a head that is not the one listed: "counsel for the accused were"."""
_SERVICES = cue_words("helps victims")
_ONE_OF_THEM = "one of them"
_MODIFIERS = 5
"""Words before the head of a list, its article among them."""
_NAMING = function_words("leads to a name")
_BODY = 7
"""Words of the name of a body at most."""
_LIST_OPENERS = cue_words("opens names")


def _list_head(scene: Scene, last: int, words: PeopleWords) -> str | None:
    """Find what opens a list of names: "the suspects are", "the arrested have been identified as", "Charged were:"."""
    pieces = scene.pieces
    at = _before_titles(scene, last, words)
    opened = at > 0 and (pieces[at - 1].fold in _LIST_OPENERS or ":" in scene.gap(at) or ":" in scene.gap(last))
    for index in range(last - 1, max(0, last - (30 if opened else 10)) - 1, -1):
        piece = pieces[index]
        if piece.fold == "as" and gapped(scene, index + 1, at):
            return None  # "named the dead man as A and the driver as NAME"
        if (piece.fold == "by" and not opened) or (piece.fold == "that" and scene.tag(index) == "IN"):
            return None  # "sentenced by Justice NAME", "told reporters that NAME was"
        if scene.possessive(index + 1):
            return None  # "the defendant’s counsel, NAME"
        if piece.fold == "of" and pieces[index - 1].fold in words.nouns:
            return None  # "charged with the murder of his mother, NAME": one who was done to
        if piece.fold in words.list_heads and not _of_service(scene, index):
            other = _serves(scene, index, words) or _another(
                scene, index, at, words
            )  # "counsel to the defendants, NAME"
            ended = index > 0 and "," in scene.gap(at) and pieces[index - 1].fold in _WAS
            if not opened and (ended or _begins(scene, index, last)):
                return (
                    None  # "where Roe was arrested, NAME said", "to subdue the suspect, NAME lay down": a clause ends
                )
            return None if other else words.list_heads[piece.fold]
        if not opened and not (piece.fold in words.list_links or _beside(scene, index, words)):
            return None
    return None


def _before_titles(scene: Scene, last: int, words: PeopleWords) -> int:
    """Step back from a name over titles, relatives and articles, to what may open a list."""
    at = last
    while at > 0 and (_beside(scene, at - 1, words) or scene.pieces[at - 1].fold.isdigit()):
        if scene.pieces[at - 1].fold in _LIST_OPENERS:
            break
        at -= 1
    return _before_body(scene, at, words)


def _before_body(scene: Scene, at: int, words: PeopleWords) -> int:
    """Step back over "driver of the Ayr College" behind what opens a list: a trade and where somebody follows it."""
    pieces, index = scene.pieces, at
    while index > 1 and at - index < _BODY and scene.tight(index):
        if pieces[index - 1].fold in ("of", "at") and words.titles.before(pieces, index - 1) is not None:
            first = words.titles.before(pieces, index - 1)[0]  # type: ignore[index]
            return first if pieces[first - 1].fold in _LIST_OPENERS else at
        if not (pieces[index - 1].capital or pieces[index - 1].fold in DETERMINERS):
            break
        index -= 1
    return at


def _in_office(scene: Scene, last: int, words: PeopleWords) -> bool:
    """See "to fight criminals, some governors, including NAME": those who are listed hold an office."""
    at = _before_titles(scene, last, words) - 1
    if at < 1 or scene.pieces[at].fold not in _LIST_OPENERS or scene.tag(at - 1) != "NNS":
        return False
    title = words.titles.before(scene.pieces, at)
    return title is not None and title[1].part in (Part.OFFICIAL, Part.POLICE)


def gapped(scene: Scene, begin: int, end: int) -> bool:
    """See "A and the driver as B": one verb names two people, each as what stands before his own "as".

    Shape:   `begin` is at or behind the earlier "as", `end` is behind the later one; a conjunction and a noun phrase
             without a verb stand between.
    """
    pieces = scene.pieces
    at = end - 2
    if at <= begin or pieces[end - 1].fold != "as":
        return False
    while at > begin and pieces[at].fold not in ("and", "while") and end - at <= _MODIFIERS + 1:
        if scene.tag(at)[:2] not in ("NN", "JJ", "DT", "PR", "CD", "HY"):
            return False
        at -= 1
    return at < end - 2 and pieces[at].fold in ("and", "while")


def _begins(scene: Scene, head: int, first: int) -> bool:
    """See that a name behind a comma is the subject of a verb, and the head before it the object of another."""
    if "," not in scene.gap(first):
        return False
    noun, name = scene.token(scene.pieces[head]), scene.token(scene.pieces[first])
    while name is not None and name.dep == "compound":
        name = scene.sentence.tokens[name.head]
    return noun is not None and name is not None and noun.dep in ("dobj", "pobj") and name.dep == "nsubj"


def _of_service(scene: Scene, index: int) -> bool:
    """See "Victim Witness Specialist NAME", "victim support": those who help victims."""
    return index + 1 < len(scene.pieces) and scene.pieces[index + 1].fold in _SERVICES


def _another(scene: Scene, head: int, begin: int, words: PeopleWords) -> bool:
    """See "the victim was hit by a driver identified as NAME": a noun of its own, in front of the opener, is named."""
    pieces = scene.pieces
    opener = next((i for i in range(begin - 1, head + 1, -1) if pieces[i].fold in _NAMING), None)
    if opener is not None and scene.tag(opener - 1) == "RB":
        opener -= 1  # "otherwise known as"
    if opener is None or scene.tag(opener - 1)[:2] != "NN" or pieces[opener - 1].fold in words.list_heads:
        return False
    return any(scene.tag(index) in _FINITE for index in range(head + 1, opener))


def _serves(scene: Scene, index: int, words: PeopleWords) -> bool:
    """See "counsel for the first accused", not "cases for the accused": somebody is for or against the head."""
    at = index - 1
    while at > 0 and scene.tag(at) in ("DT", "JJ", "CD", "PRP$", "RB") and index - at < _MODIFIERS:
        at -= 1
    if at < 1 or scene.pieces[at].fold not in _FOR_OR_AGAINST:
        return False
    return f"{scene.pieces[at - 1].fold} against" not in words.pobj


def opened_by(
    scenes: Sequence[Scene], name: Candidate, known: tuple[PeopleWords, Lemma, dict[int, str | None]]
) -> str | None:
    """Find what opens the list that a name begins, in its own sentence or in the one that "them" points back to."""
    words, lemma, lines = known
    scene = scenes[name.scene]
    if "speech" in name.ids or _owns_body(scene, name.last, words):
        return None
    if any(role.rank for role in name.roles):
        return enumerated(scene, name.first, words)
    if name.first == 0 and "age_behind" in name.ids and name.age:
        lines[name.scene] = _line_above(scenes, name, words, lines)
        return lines[name.scene]
    if _in_office(scene, name.first, words):
        return None
    found = (
        _list_head(scene, name.first, words)
        or _one_of(scene, name.first, words)
        or _one_of_them(scenes, name, words)
        or told_in_front(scene, name.first, words, lemma)
    )
    token = scene.token(scene.pieces[name.last - 1]) if found == "suspect" else None
    if token is not None and is_unreal(scene, token, words, lemma):
        return None  # "denied that it had arrested NAME"
    found = found or _before_colon(scene, name.first, words, lemma)
    if found or not _points_back(scene, name.first, words):
        return found
    for number in range(name.scene - 1, max(-1, name.scene - 4), -1):
        for piece in reversed(scenes[number].pieces):
            if piece.fold in words.list_heads:
                return words.list_heads[piece.fold]
    return None


def _before_colon(scene: Scene, first: int, words: PeopleWords, lemma: Lemma) -> str | None:
    """Read "injuring five people: NAME": what is told of the many whom a colon sets before their names."""
    at = _before_titles(scene, first, words)
    token = scene.token(scene.pieces[at - 1]) if at and ":" in scene.gap(at) else None
    if token is None or token.tag != "NNS":
        return None
    told = {part for part in token_votes(scene, token, words, lemma) if part in CASE_PARTS}
    return told.pop() if len(told) == 1 else None


def enumerated(scene: Scene, index: int, words: PeopleWords) -> str | None:
    """Find the head of an open list before a piece: "Those arrested are Constable A, Constable B and their driver C".

    Gives the part of those listed, whatever their ranks, or None: no verb may stand between the opener and the piece.
    """
    pieces = scene.pieces
    for at in range(index - 1, 0, -1):
        if pieces[at].fold in _COPULAS and pieces[at - 1].fold in words.list_heads:
            served = {other.fold for other in pieces[max(0, at - 3) : at - 1]} & _SERVED
            return None if served else words.list_heads[pieces[at - 1].fold]
        if scene.tag(at) in _FINITE and not pieces[at].capital:
            return None
    return None


def headed_by(layout: Layout, text: str, name: Candidate, words: PeopleWords) -> str | None:
    """Find what the lead-in or the heading over a list says of a name that opens an item: "The following were booked:".

    Only names without an office that open a line and have an age: others in an item may be anybody.
    """
    if name.first or "age_behind" not in name.ids or "speech" in name.ids or any(role.role for role in name.roles):
        return None
    section = layout.section_at(name.start)
    lead = layout.lead_in(name.start)
    for over in (text[lead[0] : lead[1]] if lead else "", section.subheading or "", section.heading or ""):
        told = {words.list_headings[word] for word in split_words(over) if word in words.list_headings}
        if len(told) == 1:
            return next(iter(told))
    return None


def _owns_body(scene: Scene, last: int, words: PeopleWords) -> bool:
    """See "accused the Roe government": the body is meant, not Roe."""
    if last >= len(scene.pieces) or not scene.tight(last):
        return False
    piece = scene.pieces[last]
    return not piece.capital and words.things.get(piece.fold) == "organisation"


def _points_back(scene: Scene, last: int, words: PeopleWords) -> bool:
    """See "Among them were NAME", "They include: NAME"; not "Their father, NAME", "They sold it to NAME"."""
    pieces = scene.pieces
    opened = ":" in scene.gap(last)
    for index in range(last - 1, max(-1, last - 7), -1):
        opened = opened or pieces[index].fold in _LISTED
        if pieces[index].fold in _BACK:
            behind = pieces[index + 1].fold if index + 1 < len(pieces) else ""
            return opened and (index > 0 or behind not in words.kin)
        if scene.tag(index) in _FINITE and pieces[index].fold not in _LISTED:
            return False
    return False


def _one_of(scene: Scene, last: int, words: PeopleWords) -> str | None:
    """Find "One of the victims, a retired teacher surnamed Roe": words of description stand between."""
    pieces = scene.pieces
    for index in range(last - 2, max(2, last - 10), -1):
        before = [piece.fold for piece in pieces[index - 3 : index]]
        if pieces[index].fold in words.list_heads and before[:2] == ["one", "of"]:
            between = range(index + 1, last)
            described = all(scene.tag(i)[:2] in ("NN", "JJ", "DT", "CD", "HY", "VB", "NF") for i in between)
            finite = any(scene.tag(i) in ("VBD", "VBZ", "VBP", "MD") for i in between)
            return words.list_heads[pieces[index].fold] if described and not finite else None
    return None


def _one_of_them(scenes: Sequence[Scene], name: Candidate, words: PeopleWords) -> str | None:
    """Find whom "One of them, a farmer surnamed Roe" means: the last group that the two sentences before name."""
    pieces = scenes[name.scene].pieces
    at = next((i for i in range(2, name.first) if _folds(scenes[name.scene], i - 2, i + 1) == _ONE_OF_THEM), None)
    if at is None or name.first - at > _MODIFIERS + 1 or any(piece.fold == "and" for piece in pieces[at : name.first]):
        return None
    for number in range(name.scene - 1, max(-1, name.scene - 3), -1):
        for piece in reversed(scenes[number].pieces):
            if piece.fold in words.list_heads and piece.fold.endswith("s"):
                return words.list_heads[piece.fold]
    return None


def _folds(scene: Scene, first: int, end: int) -> str:
    return " ".join(piece.fold for piece in scene.pieces[first:end])


def _line_above(
    scenes: Sequence[Scene], name: Candidate, words: PeopleWords, lines: dict[int, str | None]
) -> str | None:
    """Find what opens a list of one name a line: the line above it that begins with no name and age."""
    own = scenes[name.scene]
    if any(own.tag(index) in ("VBD", "VBZ") for index in range(name.last, len(own.pieces))):
        return None
    for number in range(name.scene - 1, max(-1, name.scene - 8), -1):
        if number in lines:
            return lines[number]
        pieces = scenes[number].pieces
        if _is_entry(pieces) and len(pieces) < 14:
            continue
        if _goes_on(scenes, number):
            return None  # "ROE, AL, 45. Theft. Victim is his wife.": of the entry above
        for piece in reversed(pieces):
            if piece.fold in words.list_heads:
                return words.list_heads[piece.fold]
        if len(pieces) > 6:
            return None
    return None


def _is_entry(pieces: Sequence[Piece]) -> bool:
    """See the line of a list that begins with a name and an age."""
    return pieces[0].capital and any(piece.fold.isdigit() for piece in pieces[1:6])


def _goes_on(scenes: Sequence[Scene], number: int) -> bool:
    """See a later sentence of a line that begins with a name and an age."""
    line, first = scenes[number].sentence.unit.line, number
    while first and scenes[first - 1].sentence.unit.line == line:
        first -= 1
    return first < number and _is_entry(scenes[first].pieces)


def said_to_be(scene: Scene, name: Candidate, words: PeopleWords) -> str | None:
    """Read "NAME is the suspect", "NAME has been identified as the victim", "NAME is on the run"."""
    pieces = scene.pieces
    be = next((i for i in range(name.last, min(name.last + 8, len(pieces))) if pieces[i].fold in _BE), None)
    if be is None or any(scene.tag(i) in _FINITE and pieces[i].fold not in _BE_TOO for i in range(name.last, be)):
        return None
    for index in range(be + 1, min(be + _TO_BE, len(pieces))):
        fold = pieces[index].fold
        if fold in _DENYING:
            return None  # "who is not the complainant"
        if fold in words.list_heads and (pieces[index - 1].fold in _DEFINITE or fold in ("run", "large")):
            definite = pieces[index - 1].fold in _DEFINITE or pieces[index - 1].fold == "at"
            return words.list_heads[fold] if definite else None
        if fold not in _TO_BE_LINKS and scene.tag(index) not in ("VBN", "RB", "JJ", "NN"):
            return None
    return None


def _beside(scene: Scene, index: int, words: PeopleWords) -> bool:
    """See a word that may stand between the head of a list and its names: a title, a relative, an article."""
    fold = scene.pieces[index].fold
    known = (
        fold in DETERMINERS
        or words.things.get(fold) == "nationality"
        or fold in words.kin
        or fold in words.aged
        or fold in words.homes
        or fold in words.modifiers
        or fold in _LIST_OPENERS
        or fold in _AGES
        or fold.endswith("-old")
    )
    return known or words.titles.before(scene.pieces, index + 1) is not None
