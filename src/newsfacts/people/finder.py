"""Find the people of an article: the flow from sentences to persons.

Phases: 1. sentences become scenes and marks; 2. runs of name words are observed and weighed; 3. what lists, repetition
and the layout add is weighed again; 4. names become persons; 5. roles, parts and ages are read off.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from pathlib import Path

from newsfacts.language.reading import Reading
from newsfacts.people.identity.aliases import aliases_behind, join_aliases, join_bearers
from newsfacts.people.identity.persons import Draft, gather
from newsfacts.people.identity.references import Reference, references
from newsfacts.people.names.around import is_mail
from newsfacts.people.names.beside import Mark
from newsfacts.people.names.candidates import Candidate, Lemma, cut_offices, cut_places, runs
from newsfacts.people.names.list_ages import give_ages, give_column_ages, give_surname_ages
from newsfacts.people.names.listed import join_listed, share_bodies
from newsfacts.people.names.lower import foreign_runs, lower_runs, marks_of
from newsfacts.people.names.marks import mark
from newsfacts.people.names.observer import Observer
from newsfacts.people.names.person import Form, NameReader, name_reader
from newsfacts.people.names.single import Attested
from newsfacts.people.names.witnesses import THRESHOLD
from newsfacts.people.parts.acronyms import spelled_out
from newsfacts.people.parts.bystanders import stand_aside
from newsfacts.people.parts.lead import Meant, group_of_lead, meant_by_lead
from newsfacts.people.parts.observations import Seen
from newsfacts.people.parts.part import PartReader, part_of
from newsfacts.people.parts.part import reader as part_reader
from newsfacts.people.parts.testimony import Testimony
from newsfacts.people.parts.votes import votes_of
from newsfacts.people.pieces import Case, Scene, split_words
from newsfacts.people.roles.bearers import bearers
from newsfacts.people.roles.before import titles_of_place
from newsfacts.people.roles.contest import contest
from newsfacts.people.roles.context import Company, company_of, context_roles, stated_age
from newsfacts.people.roles.credits import credit_roles, signed
from newsfacts.people.roles.customary import laid_down
from newsfacts.people.roles.described import described_age, described_roles
from newsfacts.people.roles.employer import employed, force_of
from newsfacts.people.roles.impersonal import impersonal
from newsfacts.people.roles.titles import RoleDraft, TitlePhrases, singular
from newsfacts.people.roles.told_ages import told_ages
from newsfacts.people.words import PeopleWords, people_words
from newsfacts.record import Mention, OrganisationSource, Part, Person, Role, SectionKind
from newsfacts.weigh import Choice

__all__ = ["PeopleFinder", "finder"]

_PLACES = frozenset({"place_preposition", "place_preposition_single", "place_chain"})
_SURE = frozenset({"rank_before", "title_before", "title_behind", "age_behind", "age_before", "speech", "given_first"})
_TOLD = frozenset({"rank_before", "title_before", "age_behind", "age_before", "kin_before", "byline", "credit"})
"""Witnesses that no ship, dog or paper has."""
_MADE = frozenset({"credit", "byline", "name_line"})
"""Witnesses of those who made a text or its pictures."""
_BEFORE_TOWN = (",", "–", "—", "-")
"""What stands between an author and the town."""
_SIGNERS = 5
"""More names than that in one bracket are no signature."""
_LOWER_WORD = re.compile(r"(?<![^\W_])[^\W\d_A-Z][^\W\d_]{2,}")


@dataclass(frozen=True, slots=True)
class _Story:
    """Hold what the whole text tells when one person is written down."""

    company: Company
    """Who is named in each sentence."""
    scenes: Sequence[Scene]
    roles: Sequence[RoleDraft]
    """Roles of this person that stand away from the name."""
    votes: Testimony
    """What speaks for the part of this person."""
    names: frozenset[str]
    """Every name in the text, in lower case."""
    meant: Meant | None
    """What the lead tells of this person before it is named."""
    age: int | None
    """The age that a sentence tells which does not name this person."""
    force: str | None
    """The one force whose news the article is."""
    court: bool
    """Whether the article tells of a court."""
    letters: Mapping[str, str]
    """What the letters of bodies stand for, as the article spells them out."""


class PeopleFinder:
    """Find people in articles; holds the compiled lexicons and no state of any article."""

    def __init__(self, words: PeopleWords, names: NameReader, parts: PartReader, attested: Attested) -> None:
        """Take the words, what decides on names and parts, and the dictionary; `finder` reads them."""
        self.words = words
        self._names = names
        self._parts = parts
        self._titles = TitlePhrases(words)
        self._attested = attested
        self._observer = Observer(words, self._titles, attested)

    def find(self, reading: Reading, lemma: Lemma) -> list[Person]:
        """Find the people of an article, in order of first mention."""
        return [person for person, _ in self.decided(reading, lemma)]

    def decided(self, reading: Reading, lemma: Lemma) -> list[tuple[Person, Choice[Part]]]:
        """Find the people of an article with how their parts were decided, in order of first mention."""
        scenes = [Scene(sentence) for sentence in reading.sentences]
        candidates = self._candidates(reading, scenes, lemma)
        if not candidates:
            return []
        self._second_look(candidates, scenes, reading)
        forms = self._names.decide(candidates)
        full = [c for c in candidates if not c.single and forms[c.folds].value]
        single = [c for c in candidates if c.single]
        for candidate in single:
            if not forms[candidate.folds].value:
                candidate.ids.add("weak")
        drafts = gather(full, single, scenes, self.words)
        aliases_behind(drafts, scenes, self.words)
        drafts = join_bearers(drafts)
        roles = context_roles(drafts, scenes, self._titles)
        names = frozenset(name.text.lower() for draft in drafts for name in draft.names)
        stand_aside(drafts, scenes, self.words)
        votes = votes_of(drafts, scenes, reading, self.words, lemma)
        who = bearers(drafts, scenes, self.words)
        for draft, role in described_roles(who, self._titles, votes, lemma):
            if not all(name.ids & _MADE for name in draft.names):  # who took the picture is not in it
                roles.setdefault(id(draft), []).append(role)
        meant = meant_by_lead(drafts, scenes, votes, self.words, lemma)
        for key, told in meant.items():
            votes[key].add("reference", [told.part])
        for key, part in group_of_lead(drafts, scenes, votes, self.words, lemma).items():
            votes[key].add("reference", [part])
        company, ages = company_of(drafts), told_ages(who)
        force, court = force_of(scenes, self.words), self._parts.is_court_news(scenes)
        letters = spelled_out(scenes)
        people = []
        for number, draft in enumerate(drafts):
            key = id(draft)
            story = _Story(
                company, scenes, roles.get(key, []), votes[key], names, meant.get(key), ages.get(key), force, court,
                letters,
            )  # fmt: skip
            first = draft.names[0]
            read = partial(self._person, number, draft, story)
            people.append(reading.bulkhead.ask("persons", (first.start, first.end), read) or _only_named(number, draft))
        return people

    def forms(self, reading: Reading, lemma: Lemma) -> Mapping[Form, Choice[Form]]:
        """Decide which runs of name words are people, by their folded words: what fitting compares with gold."""
        scenes = [Scene(sentence) for sentence in reading.sentences]
        candidates = self._candidates(reading, scenes, lemma)
        self._second_look(candidates, scenes, reading)
        return self._names.decide(candidates)

    def references(self, reading: Reading, people: Sequence[Person]) -> list[Reference]:
        """List every place that means one of the people; knows genders of given names, unlike the bare function."""
        return references(reading, people, self.words.given)

    def _candidates(self, reading: Reading, scenes: Sequence[Scene], lemma: Lemma) -> list[Candidate]:
        """Propose the names of all sentences, and leave those that something else speaks for."""
        found: list[Candidate] = []
        small = sum(scene.case == Case.LOWER for scene in scenes) > len(scenes) / 2
        for number, scene in enumerate(scenes):
            span = (scene.sentence.start, scene.sentence.end)
            read = partial(
                self._in_small if small and scene.case == Case.LOWER else self._in_scene, number, scene, lemma
            )
            found.extend(reading.bulkhead.ask("people", span, read) or ())
        found = [candidate for candidate in found if not is_mail(reading.text, candidate.end)]
        for candidate in found:
            kind = scenes[candidate.scene].sentence.unit.kind
            if kind in (SectionKind.CREDIT, SectionKind.CONTACT):
                candidate.ids.add(kind.value)
            if any(start <= candidate.start and candidate.end <= end for start, end in reading.layout.bylines):
                candidate.ids.add(_in_byline(candidate, scenes[candidate.scene]))
        self._signed(found, scenes)
        laid_down(found, scenes, self.words)
        return found

    def _in_scene(self, number: int, scene: Scene, lemma: Lemma) -> list[Candidate]:
        if scene.case == Case.LOWER:
            return list(lower_runs(number, scene, self.words, self._titles))
        marks = mark(scene, self.words, self._attested)
        if Mark.NAME not in marks:
            return []
        here: list[Candidate] = []
        for candidate in runs(number, scene, marks, self.words):
            self._observer.observe(candidate, scene, marks, lemma)
            here.append(candidate)
        return list(join_aliases(here, scene, self.words))

    def _in_small(self, number: int, scene: Scene, lemma: Lemma) -> list[Candidate]:
        """Find candidates in a sentence of an article without capitals."""
        here = list(foreign_runs(number, scene, self.words, self._attested))
        marks = marks_of(scene, here, self.words)
        for candidate in here:
            self._observer.observe(candidate, scene, marks, lemma)
        return list(join_aliases(here, scene, self.words))

    def _signed(self, found: Sequence[Candidate], scenes: Sequence[Scene]) -> None:
        """See who signs below a text, or below one of its items."""
        for number, group in groupby(found, key=lambda candidate: candidate.scene):
            signers = list(group)
            if len(signers) < _SIGNERS and signed(scenes[number], signers, final=number == len(scenes) - 1):
                for candidate in signers:
                    candidate.ids.add("byline")

    def _second_look(self, candidates: Sequence[Candidate], scenes: Sequence[Scene], reading: Reading) -> None:
        """Add the witnesses that need the whole text: repetition, lower-case use, lists."""
        for candidate, place in cut_places(candidates, scenes, self.words):
            before = [role for role in candidate.roles if role.start < candidate.start]
            again = titles_of_place(self._titles, scenes[candidate.scene], candidate.first, before, place)
            candidate.roles[:] = [*again, *(role for role in candidate.roles if role.start > candidate.start)]
        cut_offices(candidates, scenes)
        alone = Counter(candidate.folds[0] for candidate in candidates if candidate.single)
        whole = Counter(candidate.folds for candidate in candidates)
        places = {c.folds for c in candidates if c.ids & _PLACES}
        lower = frozenset(_LOWER_WORD.findall(reading.text))
        for candidate in candidates:
            if not candidate.single and (alone[candidate.folds[-1]] or whole[candidate.folds] > 1):
                candidate.ids.add("repeated")
            if candidate.folds in places and not candidate.ids & _SURE:
                candidate.ids.add("place_elsewhere")
            if candidate.ids & {"given_first", "initials", "age_behind"} or scenes[candidate.scene].case == Case.LOWER:
                continue
            if any(word in lower and word not in self.words.given for word in candidate.folds):
                candidate.ids.add("lower_elsewhere")
        _name_once(candidates)
        by_scene: dict[int, list[Candidate]] = {}
        for candidate in candidates:
            by_scene.setdefault(candidate.scene, []).append(candidate)
        give_column_ages(candidates, scenes)
        give_surname_ages(candidates, scenes)
        for group in by_scene.values():
            credit_roles(group, scenes, self._titles)
            scene = scenes[group[0].scene]
            join_listed(group, scene)
            contest([candidate for candidate in group if candidate.weight_now() >= THRESHOLD])
            give_ages(group, scene, self.words.numbers)
            share_bodies(group, scene)

    def _person(self, number: int, draft: Draft, story: "_Story") -> tuple[Person, Choice[Part]]:
        """Make a person of what was gathered: name, age, roles, part and mentions."""
        ages = [name.age for name in draft.names if name.age is not None]
        age = ages[0] if ages else stated_age(draft, story.company, story.scenes)
        if age is None and story.meant:
            age = story.meant.age
        if age is None:
            age = described_age(story.roles, story.scenes)
        if age is None:
            age = story.age
        mentions = _mentions(draft)
        told = [*(role for name in draft.names for role in name.roles), *story.roles]
        roles = [impersonal(role, story.names, self.words) for role in told]
        forms: dict[str, str] = {}
        for text in [mention.text for mention in mentions] + draft.aliases:
            if text.lower() != draft.name.lower():
                forms.setdefault(text.lower(), text)
        choice = self._parts.choose(Seen(draft, roles, story.votes, story.scenes, story.court, story.letters))
        part, sure = part_of(choice)
        written = list(self._roles(roles))
        if part is Part.POLICE and story.force:
            written = employed(written, story.force)
        person = Person(
            person_id=f"p{number}",
            name=draft.name,
            aliases=list(forms.values()),
            part=part,
            age=age if age is not None and 0 < age < 120 else None,
            part_confidence=sure,
            roles=written,
            mentions=mentions,
        )
        return person, choice

    def _roles(self, drafts: Iterable[RoleDraft]) -> Iterable[Role]:
        """Make roles in text order, each title once; a later mention may add the organisation."""
        kept: dict[str, RoleDraft] = {}
        for draft in sorted(drafts, key=lambda role: role.start):
            if not draft.role:
                continue
            title = singular(draft.title) if draft.plural and draft.title else draft.title
            key = (title or draft.organisation or "").lower()
            known = kept.get(key)
            if known is None or (known.organisation is None and draft.organisation):
                kept[key] = draft
        organisations: set[str] = set()
        for draft in sorted(kept.values(), key=lambda role: role.start):
            organisation = draft.organisation
            if organisation and organisation.lower() in organisations:
                if draft.title is None:
                    continue
                organisation = None
            if organisation and not self._is_body(organisation):
                organisation = None
            if draft.title is None and organisation is None:
                continue
            if organisation:
                organisations.add(organisation.lower())
            text = draft.title or draft.organisation or ""
            yield Role(
                title=singular(draft.title) if draft.plural and draft.title else draft.title,
                rank=draft.rank,
                organisation=organisation,
                organisation_source=OrganisationSource.STATED if organisation else None,
                place=organisation if organisation and self._is_place(organisation) else None,
                text=text,
                start_char=draft.start,
                end_char=draft.end,
                rule=draft.rule,
            )

    def _is_body(self, text: str) -> bool:
        """Tell an organisation from a letter and from a bare word for any place: "County"."""
        return len(text) > 1 and self.words.things.get(text.lower()) not in ("place", "function", "time")

    def _is_place(self, text: str) -> bool:
        folds = split_words(text)
        things = self.words.things
        return all(
            things.get(word) == "place" or self.words.is_place(word) for word in folds if word not in ("of", "the")
        )


def _name_once(candidates: Sequence[Candidate]) -> None:
    """See "the retired police dog X" in one mention: X is the dog in all, where none is told as people are."""
    things = {candidate.folds for candidate in candidates if "named_after" in candidate.ids}
    people = {candidate.folds for candidate in candidates if candidate.ids & _TOLD}
    for candidate in candidates:
        if candidate.folds in things - people:
            candidate.ids.add("named_after")


def _in_byline(candidate: Candidate, scene: Scene) -> str:
    """Name what a line of authors makes of a candidate: "From Ann Roe, Ayr" tells the author and the town."""
    if candidate.single and candidate.first and scene.gap(candidate.first).strip() in _BEFORE_TOWN:
        return "place_chain"
    return "name_line" if len(scene.pieces) == len(candidate.folds) else "byline"


def _mentions(draft: Draft) -> list[Mention]:
    return [Mention(text=name.text, start_char=name.start, end_char=name.end) for name in draft.names]


def _only_named(number: int, draft: Draft) -> tuple[Person, Choice[Part]]:
    """Write down a person of whom nothing but the name could be read."""
    person = Person(
        person_id=f"p{number}", name=draft.name, aliases=[], part=Part.OTHER, part_confidence=None, age=None, roles=[],
        mentions=_mentions(draft),
    )  # fmt: skip
    return person, Choice(None, 0.0, None, 0.0, ())


def finder(
    extra: tuple[Path, ...] = (), weights: tuple[Path, ...] = (), attested: Attested = lambda _: False
) -> PeopleFinder:
    """Read the lexicons, with the rows that the folder `extra` adds, and the weights, and make a finder.

    `attested` is the model's dictionary of English (`Language.attested`); without one no word is known to be a word.

    Raises:  LexiconError, WeightsError for a malformed line.
    """
    words = people_words(extra)
    return PeopleFinder(words, name_reader(weights), part_reader(words, weights), attested)
