"""Other names of somebody who was just named: nicknames in quotation marks, alias, also known as."""

import re
from collections.abc import Sequence

from newsfacts.lexicons.function_words import function_words
from newsfacts.people.ages import AGE_BEHIND
from newsfacts.people.identity.persons import Draft
from newsfacts.people.names.candidates import Candidate
from newsfacts.people.pieces import Scene, split_words
from newsfacts.people.words import Cue, PeopleWords

__all__ = ["aliases_behind", "aliases_end", "join_aliases", "join_bearers"]

_KNOWN_AS = function_words("known as")
_OR_ALIAS = function_words("or alias")
_NEAR = 6
"""Words from a name to the end of its cue for another: "also known to many as"."""
_AT = "@"
"""Between two names it means alias: "Al Roe @ Master"."""
_OPEN = re.compile(r"[\s\"“‘'(:]*\Z")
_QUOTED = re.compile(r",? ?[\"“‘']\Z")


def aliases_behind(drafts: Sequence[Draft], scenes: Sequence[Scene], words: PeopleWords) -> None:
    """Add to each person the other names that alias cues and quotation marks give."""
    for draft in drafts:
        for name in draft.names:
            draft.aliases.extend(name.aliases)
            if name.nickname:
                draft.aliases.append(name.nickname)
            scene = scenes[name.scene]
            found = _behind(scene, name.last, words)
            draft.aliases.extend(found)
            if found and name.age is None:
                name.age = _age_behind(scene, found[-1], name.end)


def join_bearers(drafts: Sequence[Draft]) -> list[Draft]:
    """Make one of a person and of whom a text later calls by that person's alias alone, in text order.

    "Ann Roe, also known as Andie, …" and below "Andie ran", or "Andie held" in the headline: one who was told of as a
    person of its own is the bearer of the alias, where just one bears it.
    """
    bearers: dict[tuple[str, ...], list[Draft]] = {}
    for draft in drafts:
        for alias in dict.fromkeys(map(split_words, draft.aliases)):
            bearers.setdefault(alias, []).append(draft)
    kept: list[Draft] = []
    for draft in drafts:
        owners = bearers.get(draft.words, [])
        if len(owners) == 1 and owners[0] is not draft and not draft.aliases:
            owners[0].names.extend(draft.names)
            owners[0].names.sort(key=lambda name: name.start)
        else:
            kept.append(draft)
    return sorted(kept, key=lambda draft: draft.start)


def aliases_end(scene: Scene, name: Candidate) -> int:
    """Give the index behind the other names that stand behind a name: what comes then is told of its bearer."""
    pieces, last = scene.pieces, name.last
    for alias in name.aliases:
        folds = split_words(alias)
        near = range(last, min(last + _NEAR, len(pieces)))
        at = next((i for i in near if tuple(piece.fold for piece in pieces[i : i + len(folds)]) == folds), None)
        last = at + len(folds) if at is not None else last
    return last


def join_aliases(candidates: Sequence[Candidate], scene: Scene, words: PeopleWords) -> list[Candidate]:
    """Fold "alias Y (32)" into the candidate X before it: the age and the roles behind Y are those of X."""
    kept: list[Candidate] = []
    for candidate in candidates:
        start = candidate.first
        while start > 0 and scene.tight(start) and words.titles.before(scene.pieces, start):
            start = words.titles.before(scene.pieces, start)[0]  # type: ignore[index]
        cue = words.cues.before(scene.pieces, start)
        near = kept and cue and cue[1] == Cue.ALIAS and cue[0] - kept[-1].last < 5 and len(scene.gap(start)) < 4
        if not near and not (kept and start == kept[-1].last and scene.gap(start).strip() == _AT):
            kept.append(candidate)
            continue
        owner = kept[-1]
        owner.ids.add("alias_behind")
        owner.ids.update(candidate.ids & {"age_behind", "pronoun_behind", "residence_behind"})
        owner.age = owner.age if owner.age is not None else candidate.age
        owner.roles.extend(role for role in candidate.roles if role.start > candidate.start)
        owner.aliases.append(candidate.text)
    return kept


def _behind(scene: Scene, last: int, words: PeopleWords) -> list[str]:
    """Read the other names that stand behind a name: alias, also known as, or."""
    pieces = scene.pieces
    for at in range(last, min(last + 10, len(pieces))):
        cue = words.cues.at(pieces, at, len(pieces))
        stop = cue[0] if cue and cue[1] == Cue.ALIAS else _known_to(scene, at)
        if stop:
            found: list[str] = []
            index = stop
            if index < len(pieces) and pieces[index].fold == "as":
                index += 1
            while index < len(pieces) and pieces[index].capital:
                stop = index + 1
                while stop < len(pieces) and scene.tight(stop) and pieces[stop].capital:
                    stop += 1
                if not found and not _OPEN.match(scene.gap(index)):
                    break
                found.append(scene.text(index, stop))
                index = _next_alias(scene, stop, known=pieces[at].fold != "alias")
            return found
        if pieces[at].capital or ";" in scene.gap(at):
            return []
    return []


def _next_alias(scene: Scene, stop: int, *, known: bool) -> int:
    """Find where one more alias begins behind one: "alias B alias C", "also known as B and C", "alias “B”, “C”".

    Gives the end of the sentence where none does: "A alias “B”, Ann Roe and Bo Tan" goes on to other people.
    """
    pieces, end = scene.pieces, len(scene.pieces)
    if stop >= end:
        return end
    fold = pieces[stop].fold
    if fold in _OR_ALIAS and (fold != "and" or (known and scene.tight(stop))):
        return stop + 1
    return stop if "," in scene.gap(stop) and _QUOTED.search(scene.gap(stop)) else end


def _age_behind(scene: Scene, alias: str, start: int) -> int | None:
    """Read the age behind the last alias: "alias Master alias M.S. Sir (41)"."""
    text = scene.sentence.text
    at = text.find(alias, start - scene.sentence.start)
    stop = text.find(" ", at + len(alias)) if at >= 0 else -1
    for end in (at + len(alias), stop, text.find(" ", stop + 1)):
        age = AGE_BEHIND.match(text, end) if 0 <= at < end else None
        if age and age["age"]:
            return int(age["age"])
    return None


def _known_to(scene: Scene, at: int) -> int | None:
    """Read "known to many people as": gives the index behind "as"."""
    pieces = scene.pieces
    if pieces[at].fold != "known" or at + 1 >= len(pieces) or pieces[at + 1].fold not in _KNOWN_AS:
        return None
    return next((i + 1 for i in range(at + 1, min(at + 7, len(pieces))) if pieces[i].fold == "as"), None)
