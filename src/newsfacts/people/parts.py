"""The part a person plays: from titles, and from the verbs, nouns and list heads around each mention.

Every observation is a vote. A title of police, office or press decides unless the person is the one who was arrested
or charged; then votes decide, suspect before victim before witness.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from newsfacts.language import Token
from newsfacts.people.names import Candidate, Lemma
from newsfacts.people.persons import Draft
from newsfacts.people.pieces import Scene
from newsfacts.people.titles import DETERMINERS, RoleDraft
from newsfacts.people.words import PeopleWords
from newsfacts.record import Part

__all__ = ["Votes", "part_of", "votes_of"]

Votes = dict[int, Counter[str]]
"""Votes for parts by id() of the person's draft."""

_LIST_OPENERS = frozenset({"as", "are", "is", "were", "was", "include", "including", "identified"})
_SHARED = ("suspect", "victim")
_CLIMB = frozenset({"conj", "appos", "compound", "nmod"})


def votes_of(drafts: Sequence[Draft], scenes: Sequence[Scene], words: PeopleWords, lemma: Lemma) -> Votes:
    """Gather the votes of every mention, of list heads and of pronouns that mean one person."""
    votes: Votes = {id(draft): Counter() for draft in drafts}
    by_scene: dict[int, list[tuple[Candidate, Draft]]] = {}
    pairs = sorted(((name, draft) for draft in drafts for name in draft.names), key=lambda pair: pair[0].start)
    for name, draft in pairs:
        by_scene.setdefault(name.scene, []).append((name, draft))
    lines: dict[int, str | None] = {}
    for group in _lists(pairs, scenes, words):
        found: Counter[str] = Counter()
        for place, (name, draft) in enumerate(group):
            own = Counter(_verb_votes(scenes[name.scene], name.last - 1, words, lemma))
            head = _opened_by(scenes, name, (words, lemma, lines)) if place == 0 else None
            if head:
                own[head] += 2
            own.update(_beside_name(scenes[name.scene], name, words))
            found.update(own)
            votes[id(draft)].update(own)
        for _, draft in group[1:] if len(group) > 1 else ():
            votes[id(draft)].update({part: 1 for part in _SHARED if found[part]})
        if len(group) > 1:
            votes[id(group[0][1])].update({part: 1 for part in _SHARED if found[part]})
    _pronouns(by_scene, scenes, votes, words, lemma)
    return votes


def _lists(
    pairs: Sequence[tuple[Candidate, Draft]], scenes: Sequence[Scene], words: PeopleWords
) -> Iterator[list[tuple[Candidate, Draft]]]:
    """Group the mentions that one list joins, also over the semicolons that cut a sentence into units."""
    group: list[tuple[Candidate, Draft]] = []
    for pair in pairs:
        if group and _joined(group[-1][0], pair[0], scenes, words):
            group.append(pair)
            continue
        if group:
            yield group
        group = [pair]
    if group:
        yield group


def _joined(left: Candidate, right: Candidate, scenes: Sequence[Scene], words: PeopleWords) -> bool:
    one, other = scenes[left.scene], scenes[right.scene]
    if one.sentence.unit.sentence_start != other.sentence.unit.sentence_start or right.start - left.end > 140:
        return False
    if any(role.rank or role.part is Part.OFFICIAL for role in (*left.roles, *right.roles)):
        return False
    if one is other:
        between = one.pieces[left.last : right.first]
        gaps = "".join(one.gap(index) for index in range(left.last, right.first + 1))
    else:
        between = [*one.pieces[left.last :], *other.pieces[: right.first]]
        gaps = ";"
    if any(piece.fold in words.breaks for piece in between) or "”" in gaps or "“" in gaps:
        return False
    rest = [piece.fold for piece in between if not piece.fold.isdigit()]
    return any(mark in gaps for mark in ",;") or (len(rest) < 4 and any(word in ("and", "alias", "&") for word in rest))


def part_of(draft: Draft, found: Counter[str], roles: Sequence[RoleDraft], words: PeopleWords) -> Part:
    """Decide on the part of a person by titles and votes."""
    if any("byline" in name.ids for name in draft.names):
        return Part.JOURNALIST
    for part in (Part.OFFICIAL, Part.OTHER):
        if found[part] >= 5:
            return part
    case_words = [role.part for role in roles if not role.role]
    for part in (Part.SUSPECT, Part.VICTIM, Part.WITNESS):
        if part in case_words:
            return part
    strong = _strong(roles, words)
    left_office = any(
        role.left or (role.title or "").lower().startswith(("former", "ex-", "dismissed", "suspended"))
        for role in roles
    )
    speaks = any("speech" in name.ids for name in draft.names)
    needed = 1 if left_office else 3 if speaks else 2
    if strong and found["suspect"] < needed:
        return strong
    suspect_title = next((role.part for role in roles if role.part in (Part.SUSPECT, Part.VICTIM, Part.WITNESS)), None)
    if suspect_title is Part.SUSPECT or (found["suspect"] and found["suspect"] >= found["victim"]):
        return Part.SUSPECT
    for name in ("victim", "suspect", "witness", "journalist"):
        if found[name]:
            return Part(name)
    if strong or suspect_title:
        return strong or suspect_title or Part.OTHER
    famous = words.famous.get(draft.words[-1]) or words.famous.get(draft.words[0])
    if famous and len(draft.words) < 3:
        return Part(famous)
    if not roles and found["police"]:
        return Part.POLICE
    return Part.OTHER


def _strong(roles: Sequence[RoleDraft], words: PeopleWords) -> Part | None:
    """Find the part that office gives: a rank, or a title with a police organisation, makes police."""
    parts = [role.part for role in roles if role.role]
    if any(role.rank for role in roles if role.part is Part.POLICE):
        specific = [role.part for role in roles if role.part is Part.OFFICIAL and not role.generic]
        return Part.OFFICIAL if specific else Part.POLICE
    for role in roles:
        text = f"{role.title or ''} {role.organisation or ''}".lower()
        open_ = role.part is Part.POLICE or role.generic or role.title is None
        if open_ and role.part in (Part.OFFICIAL, Part.OTHER, Part.POLICE) and words.is_police(text):
            return Part.POLICE
        if role.generic and words.is_state(text):
            return Part.OFFICIAL
    for part in (Part.POLICE, Part.OFFICIAL, Part.JOURNALIST):
        if part in parts:
            return part
    return None


def _list_head(scene: Scene, last: int, words: PeopleWords) -> str | None:
    """Find what opens a list of names: "the suspects are", "the arrested have been identified as", "Charged were:"."""
    pieces = scene.pieces
    at = last
    while at > 0 and (_beside(scene, at - 1, words) or pieces[at - 1].fold.isdigit()):
        if pieces[at - 1].fold in _LIST_OPENERS:
            break
        at -= 1
    opened = at > 0 and (pieces[at - 1].fold in _LIST_OPENERS or ":" in scene.gap(at) or ":" in scene.gap(last))
    for index in range(last - 1, max(0, last - (30 if opened else 10)) - 1, -1):
        piece = pieces[index]
        if piece.fold in words.list_heads:
            return words.list_heads[piece.fold]
        if not opened and not (piece.fold in words.list_links or _beside(scene, index, words)):
            return None
    return None


def _opened_by(
    scenes: Sequence[Scene], name: Candidate, known: tuple[PeopleWords, Lemma, dict[int, str | None]]
) -> str | None:
    """Find what opens the list that a name begins, in its own sentence or in the one that "them" points back to."""
    words, lemma, lines = known
    scene = scenes[name.scene]
    if "speech" in name.ids or any(role.rank for role in name.roles):
        return None
    if name.first == 0 and "age_behind" in name.ids and name.age:
        lines[name.scene] = _line_above(scenes, name, words, lines)
        return lines[name.scene]
    found = _list_head(scene, name.first, words) or _verb_before(scene, name.first, words, lemma)
    if found or not any(piece.fold in ("them", "their") for piece in scene.pieces[max(0, name.first - 6) : name.first]):
        return found
    for number in range(name.scene - 1, max(-1, name.scene - 3), -1):
        for piece in reversed(scenes[number].pieces):
            if piece.fold in words.list_heads:
                return words.list_heads[piece.fold]
    return None


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
        if any(piece.fold.isdigit() for piece in pieces[1:6]) and pieces[0].capital and len(pieces) < 14:
            continue
        for piece in reversed(pieces):
            if piece.fold in words.list_heads:
                return words.list_heads[piece.fold]
        if len(pieces) > 6:
            return None
    return None


def _verb_before(scene: Scene, last: int, words: PeopleWords, lemma: Lemma) -> str | None:
    """Find "arraigned the director of a firm, NAME": a verb with only nouns between it and the name."""
    pieces = scene.pieces
    if last and pieces[last - 1].fold in ("of", "by", "and"):
        return None
    for index in range(last - 1, max(-1, last - 13), -1):
        tag = scene.tag(index)
        if tag in ("VBD", "VBN", "VBG", "VBZ") and not pieces[index].capital:
            known = words.verbs.get(lemma(pieces[index].fold, tag))
            passive = index > 0 and pieces[index - 1].fold in ("was", "were", "been", "being", "be")
            return known.object if known and known.object and not passive else None
        if tag[:2] not in ("NN", "JJ", "DT", "PR", "CD") and pieces[index].fold not in ("of", "in", "one"):
            return None
    return None


def _beside_name(scene: Scene, name: Candidate, words: PeopleWords) -> dict[str, int]:
    """Read "NAME, prosecuting," and charge lists: "NAME, 33, of Mill Lane – two years for theft"."""
    pieces = scene.pieces
    if name.last < len(pieces) and "," in scene.gap(name.last):
        participle = words.participles.get(pieces[name.last].fold)
        if participle:
            return {participle: 5}
    if name.first == 0 and name.ids & {"age_behind", "residence_behind"} and len(pieces) > name.last + 2:
        finite = any(scene.tag(index) in ("VBD", "VBZ", "VBP", "MD") for index in range(name.last, len(pieces)))
        if not finite and any(piece.fold in words.punishments for piece in pieces[name.last :]):
            return {"suspect": 2}
    return {}


def _beside(scene: Scene, index: int, words: PeopleWords) -> bool:
    """See a word that may stand between the head of a list and its names: a title, a relative, an article."""
    fold = scene.pieces[index].fold
    known = fold in DETERMINERS or fold in words.kin or fold in words.modifiers or fold in _LIST_OPENERS
    return known or words.titles.before(scene.pieces, index + 1) is not None


def _verb_votes(scene: Scene, index: int, words: PeopleWords, lemma: Lemma) -> list[str]:
    """List the parts that the sentence of one mention votes for."""
    token = scene.token(scene.pieces[index])
    return [vote for vote in _token_votes(scene, token, words, lemma) if vote] if token else []


def _token_votes(scene: Scene, token: Token, words: PeopleWords, lemma: Lemma) -> list[str]:
    tokens = scene.sentence.tokens
    climbed, steps = token, 0
    while climbed.dep in _CLIMB and climbed.head != climbed.position and steps < 12:
        climbed, steps = tokens[climbed.head], steps + 1
    head = tokens[climbed.head]
    if climbed.dep == "poss":
        return [words.nouns[head.lower]] if head.lower in words.nouns else []
    if climbed.dep == "pobj" and head.head != head.position:
        noun = tokens[head.head]
        if head.lower in ("by", "from") and words.nouns.get(noun.lower) == "journalist":
            return ["journalist"]
        if head.lower in ("of", "against", "for", "on", "to") and noun.lower in words.nouns:
            return [words.nouns[noun.lower]]
        if noun.tag.startswith("VB"):
            known = words.verbs.get(lemma(noun.lower, noun.tag))
            if head.lower in ("alongside", "with"):
                passive = any(
                    scene.sentence.tokens[i].dep in ("auxpass", "nsubjpass")
                    for i in scene.sentence.children[noun.position]
                )
                return [known.object] if known and passive else []
            if head.lower == "by":
                return [known.subject] if known else []
            if head.lower in ("from", "against", "to", "on"):
                return [words.pobj.get(f"{lemma(noun.lower, noun.tag)} {head.lower}", "")]
        return []
    if not head.tag.startswith("VB"):
        return []
    return _by_verb(scene, climbed, head, words, lemma)


def _by_verb(scene: Scene, token: Token, verb: Token, words: PeopleWords, lemma: Lemma) -> list[str]:
    found: list[str] = []
    tokens = scene.sentence.tokens
    for one in (
        verb,
        *(tokens[i] for i in scene.sentence.children[verb.position] if tokens[i].dep in ("conj", "xcomp")),
    ):
        known = words.verbs.get(lemma(one.lower, one.tag))
        below = [tokens[i] for i in scene.sentence.children[one.position]]
        passive = one.tag == "VBN" and any(other.dep == "auxpass" for other in below)
        passive = passive or token.dep == "nsubjpass"
        punished = any(
            other.lower in words.punishments and other.dep in ("dobj", "oprd", "attr", "acomp") for other in below
        )
        if any(other.lower in ("missing", "dead") for other in below) or (
            one.lower == "seen" and any(other.lower == "last" for other in below)
        ):
            found.append("victim")
        phrasal = next((other.lower for other in below if other.dep == "prt"), None)
        known = words.phrasal(lemma(one.lower, one.tag), phrasal) or known
        if punished and token.dep != "dobj":
            found.append("suspect")
        elif known is not None and (passive or token.dep == "dobj"):
            found.append(known.object)
        elif known is not None and token.dep == "nsubj":
            reflexive = any(other.lower in ("himself", "herself", "themselves") for other in below)
            found.append(known.object if reflexive else known.subject)
    return found


def _pronouns(
    by_scene: dict[int, list[tuple[Candidate, Draft]]],
    scenes: Sequence[Scene],
    votes: Votes,
    words: PeopleWords,
    lemma: Lemma,
) -> None:
    """Let "He was charged" vote for the one person that the sentences before named."""
    open_: Draft | None = None
    since = 0
    for number, scene in enumerate(scenes):
        people = {id(draft): draft for _, draft in by_scene.get(number, ())}
        if open_ is not None and since < 3 and not people:
            for token in scene.sentence.tokens[:12]:
                if token.lower in ("he", "she") and token.dep in ("nsubj", "nsubjpass"):
                    votes[id(open_)].update(
                        v for v in _token_votes(scene, token, words, lemma) if v not in ("", "police")
                    )
                    break
        if len(people) == 1:
            open_, since = next(iter(people.values())), 0
        elif people:
            open_ = None
        else:
            since += 1
