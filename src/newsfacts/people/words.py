"""The words that people rules speak of, read once from the lexicons."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from newsfacts.lexicons import read
from newsfacts.lexicons.function_words import cue_words
from newsfacts.people.pieces import Phrases, Piece, fold, split_words
from newsfacts.people.title_words import TitleKind, TitleWord, plural, read_titles

__all__ = ["Cue", "PeopleWords", "TitleKind", "TitleWord", "VerbWord", "people_words"]

_SAID = cue_words("reports speech")


class Cue:
    """Name what a cue before a name does."""

    INTRODUCE, PERSON, ALIAS = "introduce", "person", "alias"


class VerbWord(NamedTuple):
    """Say what a verb tells of people."""

    subject: str
    """Part of the one who does it, or empty."""
    object: str
    """Part of the one to whom it is done, or empty."""
    speech: bool
    """Whether it reports speech."""


@dataclass(frozen=True)
class PeopleWords:
    """Hold every word class that the people rules know."""

    given: Mapping[str, str]
    """Given name to gender."""
    numbers: Mapping[str, int]
    """Words of numbers below a hundred."""
    short_names: frozenset[tuple[str, str]]
    """Short forms of given names with the full form."""
    given_common: frozenset[str]
    """Given names that are everyday words too."""
    surnames: frozenset[str]
    family_first: frozenset[str]
    pinyin: frozenset[str]
    titles: Phrases[TitleWord]
    modifiers: frozenset[str]
    things: Mapping[str, str]
    """Words of organisations, places, things, times, nationalities and functions to their kind."""
    places: Phrases[str]
    headings: frozenset[str]
    harmed: frozenset[str]
    """Past forms of verbs of harm: shot, killed."""
    bereaved: frozenset[str]
    """Nouns for those who mourn somebody, and have much else to do: "family"."""
    mourning: frozenset[str]
    """Words of a sentence about those who mourn: "informed", "tribute"."""
    patient_verbs: frozenset[str]
    """Base forms of verbs of harm that cannot be without their object."""
    acts: frozenset[str]
    """Base forms of verbs for what happens in news."""
    verbs: Mapping[str, VerbWord]
    nouns: Mapping[str, str]
    kin: Mapping[str, str]
    famous: Mapping[str, str]
    inner: frozenset[str]
    behind: frozenset[str]
    counsel: frozenset[str]
    """Those that are the title of a barrister: KC, SC."""
    suffixes: frozenset[str]
    """Those that tell a son from his father: Jr, III."""
    cues: Phrases[str]
    credits: Phrases[str]
    """Labels of those who made a text, to what stands behind them: a colon or the name itself."""
    namesakes: Phrases[str]
    """Things whose names look like those of people: makes, shops, breeds."""
    place_prepositions: frozenset[str]
    single_places: frozenset[str]
    towns: frozenset[str]
    """Names of towns of size, counties and countries: evidence, no verdict."""
    list_heads: Mapping[str, str]
    """Words that open a list of names, to the part of those listed."""
    list_headings: Mapping[str, str]
    """Words of headings and lead-ins over lists of people, to the part of those listed: arrests, missing."""
    offences: frozenset[str]
    """Nouns of what people are charged with."""
    charge_words: frozenset[str]
    """Participles behind a name in a log: booked, cited."""
    list_links: frozenset[str]
    """Words between such a word and the list."""
    pobj: Mapping[str, str]
    """Verb and preposition to the part of the person behind them."""
    deeds: Mapping[str, str]
    """Verb and the noun that it acts on to the part of the one who does it: "face charge"."""
    states: Mapping[str, str]
    """Words that say in what state somebody is, to the part: wanted, dead."""
    role_verbs: Mapping[str, str]
    """Forms of verbs that give a role to what it is: work, join, appoint, become, be."""
    offices: frozenset[str]
    """Offices that stand for their body before another title: District Attorney."""
    army_ranks: frozenset[str]
    """Canonical ranks that no police has, in lower case."""
    military: frozenset[str]
    """Words of armies."""
    lawyers: frozenset[str]
    """Last words of titles of those who speak for others in court."""
    courts: frozenset[str]
    """Words by which news of a court is known."""
    homes: frozenset[str]
    """Words before "of" and a place: resident, outskirts."""
    media: frozenset[str]
    """Words of newspapers, stations and agencies."""
    lead_verbs: frozenset[str]
    punishments: frozenset[str]
    participles: Mapping[str, str]
    """Participles behind a name to the part: "NAME, prosecuting,"."""
    breaks: frozenset[str]
    """Words that end a list of names."""
    state: frozenset[str]
    """Words of organisations of the state."""
    spokes: frozenset[str]
    territories: frozenset[str]
    """First words of a title that belong to the organisation when a name stands before them: County, Police."""
    force_tails: frozenset[str]
    """Words behind the head of a force's name: Department, Service."""
    force_heads: frozenset[str]
    """Words that make a name that of a force: Police, Constabulary."""
    police: frozenset[str]
    """Words of police organisations."""
    police_phrases: tuple[str, ...]
    """Words that together tell of police work: public security."""
    generic: frozenset[str]
    endings: tuple[str, ...]
    """Endings of words for occupations."""
    occupations: frozenset[str]
    """Nouns for what people do for a living, one and many; titles in lower case only."""
    praise: frozenset[str]
    """Adjectives before a title that judge or describe and are no part of it."""
    fields: frozenset[str]
    """Last words of what an office is for: Minister of Justice, adviser on security."""
    civil: frozenset[str]
    """Those fields that no police office has: health, insurance."""
    aged: Mapping[str, str]
    """Nouns behind an age, with their gender."""
    minors: frozenset[str]
    """Those of them that mean a child."""
    children: Mapping[str, str]
    """Words of kin for a child, with their gender."""
    duties: frozenset[str]
    """Words before "officer" that leave it a rank: patrol, arresting."""
    proper: frozenset[str]
    """Ranks that are common adjectives and nouns in lower case: major, general."""
    units: frozenset[str]
    """Words behind a crime that make a unit of police: unit, squad."""
    serving: frozenset[str]
    """Nouns for what somebody is to another person, beside kin and trades: ally, landlord."""
    chieftaincies: frozenset[str]
    """Words of countries where "Chief" is a customary title: Lagos, cedi."""
    members: frozenset[str]
    """Nouns of anybody in a group, two of which may mean the same people: employee, official."""
    affairs: frozenset[str]
    """Nouns behind the name of an event: case, trial."""
    led: Mapping[str, str]
    """Groups whose leader is a suspect."""
    private: frozenset[str]
    """Words of organisations whose officers are no officials: union, club, company."""
    nations: frozenset[str]
    """Those of them that mean a whole state where no name goes with them: the Federation."""
    streets: frozenset[str]
    """Words for streets, quarters and warships that stand before their name: Jalan, Rue, Barangay, HMS."""
    dwellings: frozenset[str]
    left: frozenset[str]
    """Words of an office that was left: former, dismissed."""
    passing: frozenset[str]
    """Words of when an office is or was held: then, interim."""
    naming: frozenset[str]
    """Participles between a noun for a person and the name: surnamed."""
    posts: frozenset[str]
    """Words behind "police" that make a place or a part of a force: station."""
    families: frozenset[str]
    """Words behind a surname for all who bear it: brothers."""
    vessels: frozenset[str]
    """Lower-case words before the name of a ship."""
    storms: frozenset[str]
    """Words before the name of a storm: hurricane, cyclone."""
    animals: frozenset[str]
    """Words before the name of an animal, which is nobody: dog, PD."""
    heading: frozenset[str]
    """Offices of those who head or belong to a body, before "of": leader, member, chairman."""
    personal: frozenset[str]
    """Nouns of what only people have: death, body, family."""
    sited: frozenset[str]
    """Words of bodies that stand somewhere: college, court, headquarters."""
    nearness: frozenset[str]
    """Words before "to" or "with" and a place: parallel, junction."""
    trust: frozenset[str]
    """Words before "in" and a person: faith, believe."""
    titled: frozenset[str]
    """Nouns of things that have a name in quotation marks beside them: song, operation."""
    agents: tuple[str, ...]
    """Endings of plural nouns: those who do something."""
    colours: frozenset[str]
    labels: frozenset[str]
    """Words before a number that names something: phase, gate, block."""
    goods: frozenset[str]
    """Nouns of things that are made and sold, one of them: watch, handbag."""

    def is_state(self, text: str) -> bool:
        """See whether an organisation is one of the state: a ministry, a council, a court."""
        return any(word in self.state for word in split_words(text))

    def is_occupation(self, piece: Piece) -> bool:
        """See a word of an occupation: "cellist", but "Baker"; and one with the ending of one: "beekeeper"."""
        if not piece.capital and piece.fold in self.occupations:
            return True
        if piece.capital and piece.fold in self.surnames:
            return False  # "Roe Smith"
        return piece.fold.removesuffix("s").endswith(self.endings) and piece.fold not in self.things

    def is_private(self, text: str) -> bool:
        """See whether an organisation is one of citizens or of trade; "the Federation" without a name is a state."""
        told = split_words(text)
        if len(told) == 1 and told[0] in self.nations:
            return False
        return any(word in self.private or word.removesuffix("s") in self.private for word in told)

    def says(self, word: str) -> bool:
        """See a form of a verb that reports speech: "said", "added"."""
        stems = (word, word.removesuffix("s"), word.removesuffix("ed"), word.removesuffix("d"))
        known = any(stem in self.verbs and self.verbs[stem].speech for stem in stems)
        return known or word in _SAID

    def is_medium(self, text: str) -> bool:
        """See whether an organisation is a paper, a station or an agency of news."""
        return any(word in self.media for word in split_words(text))

    def is_lawyer(self, title: str) -> bool:
        """See a title of one who speaks for others in court."""
        return any(word in self.lawyers for word in split_words(title))

    def is_military(self, text: str) -> bool:
        """See whether a title or body is of an army, not of police."""
        return any(word in self.military for word in split_words(text))

    def is_spokes(self, title: str) -> bool:
        """See whether a title is that of one who speaks for a force."""
        return any(word in self.spokes for word in split_words(title))

    def is_proper(self, piece: Piece) -> bool:
        """See a capitalised word that is no function word and no time."""
        return piece.capital and self.things.get(piece.fold) not in ("function", "time")

    def is_done_to(self, verb: str, behind: str) -> bool:
        """See a verb that is never without somebody to whom it is done: arrest, kill, but not "shot at police"."""
        return self.is_arrest(verb) or (verb in self.patient_verbs and behind != "at")

    def is_arrest(self, verb: str) -> bool:
        """See a verb of police or courts whose object is a suspect: arrest, jail."""
        known = self.verbs.get(verb)
        return known is not None and known.subject in ("police", "official") and known.object == "suspect"

    def phrasal(self, verb: str, particle: str | None) -> VerbWord | None:
        """Find what a verb with a particle tells: "pick up"."""
        part = self.pobj.get(f"{verb} {particle}") if particle else None
        return VerbWord("", part, False) if part else None

    def is_police(self, text: str) -> bool:
        """See whether an organisation or title is one of the police."""
        folds = split_words(text)
        if any(word in self.police for word in folds) or any(told in " ".join(folds) for told in self.police_phrases):
            return True
        crime = any(word in self.offences or word in ("crime", "crimes") for word in folds[:-1])
        return crime and folds[-1] in self.units and not any(word.startswith("attorney") for word in folds)

    def is_clock(self, pieces: Sequence[Piece], index: int) -> bool:
        """See the "PM" of "5 PM" or in lower case: a time of day, where "PM Roe" is a prime minister."""
        if self.things.get(pieces[index].fold) != "time":
            return False
        return not pieces[index].text.isupper() or (index > 0 and pieces[index - 1].text[-1].isdigit())

    def is_place(self, word: str) -> bool:
        """See whether one word is a place that is well known."""
        return word in self.single_places


def people_words(extra: tuple[Path, ...] = ()) -> PeopleWords:
    """Read the lexicons of people, with the rows that the folder `extra` adds.

    Raises:  LexiconError for a malformed line.
    """
    given = read("given_names", extra)
    particles = read("name_particles", extra)
    verbs = read("part_verbs", extra)
    heads = read("part_words", extra)
    places = read("known_places", extra).words()
    kin, aged = read("kin_words", extra), read("aged_nouns", extra)
    decoys = read("decoy_words", extra)
    return PeopleWords(
        given={fold(row["name"]): row["gender"] for row in given.rows},
        numbers={row["word"]: int(row["value"]) for row in read("number_words", extra).rows},
        short_names=frozenset((row["word"], row["name"]) for row in read("short_names", extra).rows),
        given_common=frozenset(map(fold, given.words(common="yes"))),
        surnames=frozenset(map(fold, read("surnames", extra).words())),
        family_first=read("family_first", extra).words(),
        pinyin=read("pinyin", extra).words(),
        titles=read_titles(extra),
        modifiers=frozenset(map(fold, read("title_modifiers", extra).words())),
        things=read("organisation_words", extra).mapping("kind"),
        places=Phrases((word, "place") for word in sorted(places)),
        namesakes=Phrases((word, "thing") for word in sorted(read("named_things", extra).words())),
        place_prepositions=heads.words(kind="where"),
        single_places=places,
        towns=read("gazetteer", extra).words(),
        list_heads=heads.mapping("part", kind="head"),
        list_headings=heads.mapping("part", kind="list heading"),
        offences=heads.words(kind="offence"),
        charge_words=heads.words(kind="charge word"),
        list_links=heads.words(kind="link"),
        pobj=heads.mapping("part", kind="object"),
        breaks=heads.words(kind="break"),
        participles=heads.mapping("part", kind="participle"),
        punishments=heads.words(kind="punishment"),
        deeds=heads.mapping("part", kind="deed"),
        states=heads.mapping("part", kind="state word"),
        role_verbs=read("role_verbs", extra).mapping("class"),
        offices=heads.words(kind="office"),
        army_ranks=heads.words(kind="army rank"),
        military=heads.words(kind="military"),
        lawyers=heads.words(kind="lawyer"),
        courts=heads.words(kind="court"),
        homes=heads.words(kind="home"),
        media=heads.words(kind="media"),
        lead_verbs=heads.words(kind="lead"),
        state=heads.words(kind="state"),
        spokes=heads.words(kind="spokes"),
        territories=heads.words(kind="territory"),
        force_tails=heads.words(kind="force"),
        force_heads=heads.words(kind="force head"),
        police=heads.words(kind="police"),
        police_phrases=tuple(sorted(heads.words(kind="police phrase"))),
        generic=heads.words(kind="generic"),
        endings=tuple(sorted(heads.words(kind="ending"))),
        occupations=frozenset(form for word in read("occupations", extra).words() for form in (word, plural(word))),
        praise=heads.words(kind="praise"),
        fields=heads.words(kind="field"),
        civil=heads.words(kind="field", part="official"),
        aged={row["word"]: row["gender"] for row in aged.rows},
        minors=aged.words(child="yes"),
        children={row["word"]: row["gender"] for row in kin.rows if row["child"] == "yes"},
        duties=heads.words(kind="duty"),
        proper=heads.words(kind="proper"),
        units=heads.words(kind="unit"),
        serving=heads.words(kind="serving"),
        chieftaincies=heads.words(kind="chieftaincy"),
        members=heads.words(kind="one of many"),
        affairs=heads.words(kind="affair"),
        led=heads.mapping("part", kind="led"),
        private=heads.words(kind="private"),
        nations=heads.words(kind="nation"),
        streets=heads.words(kind="street"),
        dwellings=heads.words(kind="dwelling"),
        left=heads.words(kind="left"),
        passing=heads.words(kind="passing"),
        naming=heads.words(kind="naming"),
        posts=heads.words(kind="post"),
        families=heads.words(kind="family"),
        vessels=heads.words(kind="vessel"),
        storms=heads.words(kind="storm"),
        animals=heads.words(kind="animal"),
        heading=heads.words(kind="heading a body"),
        personal=heads.words(kind="had by people"),
        sited=heads.words(kind="sited"),
        nearness=heads.words(kind="nearness"),
        trust=heads.words(kind="trust"),
        titled=heads.words(kind="titled"),
        agents=tuple(sorted(heads.words(kind="agents"))),
        colours=heads.words(kind="colour"),
        labels=decoys.words(**{"class": "label"}) | decoys.words(**{"class": "weak label"}),
        goods=read("event_nouns", extra).words(**{"class": "goods"}) | heads.words(kind="garment"),
        headings=read("heading_words", extra).words(),
        harmed=heads.words(kind="harmed"),
        bereaved=heads.words(kind="bereaved"),
        mourning=heads.words(kind="mourning"),
        patient_verbs=heads.words(kind="patient verb"),
        acts=frozenset(row["lemma"] for row in read("event_types", extra).rows),
        verbs={row["word"]: VerbWord(row["subject"], row["object"], row["speech"] == "yes") for row in verbs.rows},
        nouns=read("part_nouns", extra).mapping("part"),
        kin={row["word"]: row["gender"] for row in kin.rows},
        famous=read("famous_names", extra).mapping("part"),
        credits=Phrases((row["word"], row["kind"]) for row in read("credit_labels", extra).rows),
        inner=particles.words(kind="inner"),
        behind=particles.words(kind="behind") | particles.words(kind="suffix") | particles.words(kind="counsel"),
        counsel=particles.words(kind="counsel"),
        suffixes=particles.words(kind="suffix"),
        cues=Phrases((row["word"], row["kind"]) for row in read("name_cues", extra).rows),
    )
