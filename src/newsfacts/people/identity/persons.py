"""From names to people: which names are one person, and what that person is called.

Phases: 1. the full names that agree become one person; 2. single names hang on the nearest person who bears them, else
stand alone; 3. people are put in the order of their first mention. Two people of one family name stay two.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from newsfacts.lexicons.function_words import cue_words
from newsfacts.people.identity.relatives import apart, namesakes, speakers
from newsfacts.people.names.candidates import Candidate
from newsfacts.people.pieces import Scene
from newsfacts.people.roles.titles import RoleDraft, RoleForm, singular
from newsfacts.people.words import PeopleWords

__all__ = ["Draft", "gather"]


_FAMILIAR = cue_words("familiar before a surname")
_LONG = 7
"""Letters of a surname at least that may be misspelt; of shorter ones many differ by one."""
_VOWELS = frozenset("aeiou")
"""Letters that transliterations exchange: Muhammed, Mohammed."""


@dataclass
class Draft:
    """Hold one person while the names are gathered."""

    words: tuple[str, ...]
    """Fullest name, folded."""
    name: str
    names: list[Candidate] = field(default_factory=list)
    """Every mention, in text order once all are in."""
    aliases: list[str] = field(default_factory=list)
    """Nicknames and other names that an alias cue gives."""

    @property
    def start(self) -> int:
        """Give the index of the first mention's first character."""
        return self.names[0].start


def gather(
    full: Sequence[Candidate], single: Sequence[Candidate], scenes: Sequence[Scene], words: PeopleWords
) -> list[Draft]:
    """Make people of believed names; `full` have two words or more, `single` have one."""
    drafts: list[Draft] = []
    told: dict[tuple[str, ...], Draft] = {}
    bearing: dict[str, list[int]] = {}
    places: dict[int, int] = {}
    two = apart(full)
    for name in full:
        draft = told.get(name.folds)
        if draft is None:
            near = (drafts[place] for place in _alike(bearing, name.folds))
            near = (known for known in near if frozenset((known.words, name.folds)) not in two)
            draft = next((known for known in near if _same_person(known.words, name.folds, words)), None)
        if draft is None:
            draft = Draft(name.folds, name.name)
            places[id(draft)] = len(drafts)
            _register(bearing, name.folds, len(drafts))
            drafts.append(draft)
        elif len(name.folds) > len(draft.words):
            draft.words, draft.name = name.folds, name.name
            _register(bearing, name.folds, places[id(draft)])
        told[name.folds] = draft
        draft.names.append(name)
    alone: dict[tuple[str, ...], Draft] = {}
    bearers, last_words = _bearers(drafts), frozenset(draft.words[-1] for draft in drafts)
    relatives = _Relatives(namesakes(full, single, scenes, words), speakers(full, single, scenes, words))
    misspelt = _Misspelt(drafts)
    for name in single:
        draft = _owner(name, bearers, last_words, relatives) or alone.get(name.folds)
        draft = draft or misspelt.bearer(name, words)
        if draft is None:
            if not name.ids & {"weak"}:
                alone[name.folds] = Draft(name.folds, name.name, [name])
            continue
        draft.names.append(name)
    people = _without_familiar([*drafts, *alone.values()])
    for draft in people:
        draft.names.sort(key=lambda name: name.start)
    return sorted(people, key=lambda draft: draft.start)


def _without_familiar(people: Sequence[Draft]) -> list[Draft]:
    """Make one of "Gao Tianyi" and "Xiao Gao", where one person bears that family name: little Gao."""
    kept: list[Draft] = []
    families: dict[str, list[Draft]] = {}
    for draft in people:
        if len(draft.words) > 1:
            families.setdefault(draft.words[0], []).append(draft)
    for draft in people:
        called = len(draft.words) == 2 and draft.words[0] in _FAMILIAR
        bearers = families.get(draft.words[1], []) if called else []
        if len(bearers) == 1:
            bearers[0].names.extend(draft.names)
        else:
            kept.append(draft)
    return kept


def _keys(folds: Sequence[str]) -> Iterator[str]:
    """Yield what two full names that agree have in common.

    That is a whole word; only where initials stand for every word of the shorter name it is the first letter alone.
    """
    yield from folds
    yield f"{sum(len(word) == 1 for word in folds) > 0}{folds[0][0]}"


def _register(bearing: dict[str, list[int]], folds: Sequence[str], place: int) -> None:
    """Write down under which words a person is found again; `place` is that among the people."""
    for key in set(_keys(folds)):
        bearing.setdefault(key, []).append(place)


def _alike(bearing: Mapping[str, Sequence[int]], folds: Sequence[str]) -> list[int]:
    """List, in order, the people whose name may agree with a name: those that share a word or, with initials, a letter.

    A text of very many names is so read in one pass, instead of comparing each name with all before it.
    """
    keys = set(_keys(folds)) - {f"False{folds[0][0]}"} | {f"True{folds[0][0]}"}
    if any(len(word) == 1 for word in folds):
        keys.add(f"False{folds[0][0]}")
    return sorted({place for key in keys for place in bearing.get(key, ())})


class _Relatives(NamedTuple):
    """Hold the full names, folded, of relatives of those whom a surname alone means."""

    namesakes: Collection[tuple[str, ...]]
    """Never meant by their surname alone."""
    speakers: Collection[tuple[str, ...]]
    """Meant by it only where they speak, or nobody else bears it."""

    def but_relatives(self, name: Candidate, bearers: Sequence[Draft]) -> Sequence[Draft]:
        """Leave out the relatives whom a surname does not mean."""
        word = name.folds[0]
        left = [draft for draft in bearers if word != draft.words[-1] or draft.words not in self.namesakes]
        if "speech" in name.ids:
            return left
        silent = [draft for draft in left if draft.words not in self.speakers]
        return silent or left


class _Misspelt:
    """Find whom a surname means that is spelt otherwise than where its bearer was named in full."""

    def __init__(self, drafts: Sequence[Draft]) -> None:
        """Index the people by how their last name begins."""
        self._by_opening: dict[str, list[Draft]] = {}
        for draft in drafts:
            if len(draft.words[-1]) >= _LONG:
                self._by_opening.setdefault(_opening(draft.words[-1]), []).append(draft)

    def bearer(self, name: Candidate, words: PeopleWords) -> Draft | None:
        """Give the one person named before whose last name is a letter apart; a given name means another."""
        word = name.folds[0]
        if len(word) < _LONG or (word in words.given and word not in words.surnames):
            return None
        near = self._by_opening.get(_opening(word), ())
        found = [draft for draft in near if draft.start < name.start and _spelling(draft.words[-1], word)]
        return found[0] if len(found) == 1 else None


def _opening(word: str) -> str:
    """Give the first two letters, any vowel behind the first as one: transliterations exchange them."""
    return word[0] + ("~" if word[1] in _VOWELS else word[1])


def _owner(
    name: Candidate, bearers_of: Mapping[str, Sequence[Draft]], last_words: frozenset[str], relatives: _Relatives
) -> Draft | None:
    """Find the one person whose name holds this word; the nearest before it where several were named so far."""
    word = name.folds[0]
    if word.endswith("s") and word not in bearers_of and word[:-1] in last_words:
        word = word[:-1]  # an apostrophe was lost
    bearers: Sequence[Draft] = [draft for draft in bearers_of.get(word, ()) if len(word) > 3 or word in draft.words]
    bearers = relatives.but_relatives(name, bearers)
    if name.age is not None and len(bearers) > 1:
        bearers = [draft for draft in bearers if all(one.age in (None, name.age) for one in draft.names)] or bearers
    if len(bearers) > 1 and name.roles:
        bearers = [draft for draft in bearers if _alike_titled(name, draft)] or bearers
    if len(bearers) > 1:
        last = [draft for draft in bearers if word in (draft.words[-1], draft.words[0])]
        bearers = last or bearers
    if len(bearers) > 1:
        named = [draft for draft in bearers if draft.start < name.start]
        return max(named, key=lambda draft: _nearest(draft, name.start)) if named else bearers[0]
    return bearers[0] if bearers else None


def _alike_titled(name: Candidate, draft: Draft) -> bool:
    """See "Justice Roe" below "Justice A. Roe" and "Roe Bello": who bears the title is meant."""
    titles = {_of_one(role) for role in name.roles if role.start < name.start and role.form is RoleForm.DIRECT}
    borne = {_of_one(role) for one in draft.names for role in one.roles if role.start < one.start}
    return not titles.isdisjoint(borne - {""})


def _of_one(role: RoleDraft) -> str:
    """Give the title that a role gives to one bearer, in small letters; "" where it has none."""
    title = (role.title or "").lower()
    return singular(title) if role.plural else title


def _bearers(drafts: Sequence[Draft]) -> dict[str, list[Draft]]:
    """List for each word, and each part of a hyphenated one, the people who bear it, in order."""
    found: dict[str, list[Draft]] = {}
    for draft in drafts:
        for word in dict.fromkeys((*draft.words, *_parts(draft.words), *_joined(draft.words))):
            found.setdefault(word, []).append(draft)
    return found


def _nearest(draft: Draft, before: int) -> int:
    return max((name.start for name in draft.names if name.start < before), default=-1)


def _joined(folds: Sequence[str]) -> list[str]:
    """Give two family names as one with a hyphen: "Roe-Tan" is "Ann Roe Tan"."""
    return ["-".join(folds[-2:])] if len(folds) > 2 else []


def _parts(folds: Sequence[str]) -> list[str]:
    return [part for word in folds if "-" in word for part in word.split("-")]


def _same_person(known: Sequence[str], new: Sequence[str], words: PeopleWords) -> bool:
    """See whether two full names agree: equal, one inside the other, an initial, or one letter of spelling apart."""
    if tuple(known) == tuple(new):
        return True
    shorter, longer = sorted((tuple(known), tuple(new)), key=len)
    if len(shorter) < len(longer):
        near = len(shorter) > 1 and shorter[-1] == longer[-1] and len(longer) < 4
        return _inside(shorter, longer) or (near and _same_first(shorter[0], longer[0], words))
    if sorted(known) == sorted(new):
        return True
    if len(known) != len(new):
        return False
    unlike = [(a, b) for a, b in zip(known, new, strict=True) if a != b]
    if len(unlike) != 1:
        return False
    return _spelling(*unlike[0]) or (known[0] != new[0] and _is_short(known[0], new[0], words))


def _is_short(one: str, other: str, words: PeopleWords) -> bool:
    """See "Dave" for "David", "Benn" for "Ben": short forms of one given name."""
    short, long = sorted((one, other), key=len)
    if not words.short_names.isdisjoint({(short, long), (long, short)}):
        return True
    genders = {words.given.get(word, "") for word in (one, other)} - {"", "unisex"}
    return len(short) > 2 and long.startswith(short) and len(genders) < 2


def _same_first(one: str, other: str, words: PeopleWords) -> bool:
    return min(len(one), len(other)) > 3 and (_spelling(one, other) or _is_short(one, other, words))


def _inside(shorter: Sequence[str], longer: Sequence[str]) -> bool:
    """See "Aaron James" in "Aaron Levi James": the same first word and the rest in order."""
    if not _agrees(shorter[0], longer[0]) and not all(word in longer for word in shorter):
        return False
    place = 0
    for word in shorter:
        while place < len(longer) and not _agrees(word, longer[place]):
            place += 1
        if place == len(longer):
            return False
        place += 1
    return True


def _agrees(one: str, other: str) -> bool:
    return one == other or (len(one) == 1 and other.startswith(one)) or (len(other) == 1 and one.startswith(other))


def _spelling(one: str, other: str) -> bool:
    """See two spellings of one word: an initial, or one letter more, less or other behind the first."""
    if _agrees(one, other):
        return True
    if min(len(one), len(other)) < 4 or one[0] != other[0]:
        return False
    if len(one) == len(other):
        unlike = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
        swapped = len(unlike) == 2 and unlike[0] == unlike[1][::-1]  # "Micheal"
        return (len(unlike) == 1 or swapped) and len(one) > 4 and one[-1] == other[-1]
    shorter, longer = sorted((one, other), key=len)
    return len(longer) - len(shorter) == 1 and any(longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer)))
