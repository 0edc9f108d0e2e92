"""The phrase with commas in front of a name: "the leader of the club, NAME", "two inspectors, NAME and NAME"."""

from collections.abc import Sequence
from dataclasses import replace

from newsfacts.lexicons.function_words import cue_words
from newsfacts.people.pieces import Case, Scene
from newsfacts.people.roles.titles import DETERMINERS, FINITE, FOR, OF, RoleDraft, TitlePhrases
from newsfacts.people.words import TitleKind, TitleWord
from newsfacts.record import CASE_PARTS, Part

__all__ = ["apposition", "name_like"]

_INSIDE = cue_words("inside an organisation")
_FIELDS = 8
"""Words of what an office is for, between commas."""
_REACH = 26
"""Words that an apposition may be long; the longest read in translated releases had 22."""


def apposition(phrases: TitlePhrases, scene: Scene, at: int, colon: bool) -> list[RoleDraft]:
    """Read "the leader of the club, NAME": the title ends before the comma, or a phrase of its organisation does."""
    fielded = None if colon else _fielded(phrases, scene, at)
    return [fielded] if fielded else _phrase(phrases, scene, at, colon)


def _phrase(phrases: TitlePhrases, scene: Scene, at: int, colon: bool) -> list[RoleDraft]:
    """Find the title in the phrase before a comma or colon, its organisation behind it or not."""
    pieces = scene.pieces
    best: list[RoleDraft] = []
    taken = -1
    commas = 0
    for stop in range(at, max(0, at - _REACH), -1):
        gap = scene.gap(stop)
        if stop < at:
            if _is_end(phrases, scene, stop, at):
                break
            commas += "," in gap
            if commas > 1 or (commas and not _organisation_only(phrases, scene, stop, at)):
                break
        found = phrases.before(scene, stop)
        if found is None or found[1].kind not in (TitleKind.TITLE, TitleKind.RANK) or found[0] == taken:
            continue
        if stop - found[0] == 1 and phrases.is_surname(scene, found[0]):
            continue
        territory = stop < at and (
            (found[1].kind == TitleKind.RANK and _is_territory(phrases, scene, stop, at))
            or _is_unit(phrases, scene, stop, at)
        )
        if stop < at and not (_reaches(scene, stop) or _joined(scene, (found[0], stop), best) or territory):
            continue
        draft = _apposed(phrases, scene, (found[0], stop, at), found[1])
        if draft and colon and not pieces[found[0]].capital and scene.case != Case.LOWER:
            draft = None  # "Obstructing a constable: NAME"
        if draft:
            best, taken = [draft, *(best if best and _goes_on(scene, draft, best[0]) else ())], found[0]
        if colon:
            break
    return best


def _reaches(scene: Scene, stop: int) -> bool:
    """See "of" behind a title, or a comma: what it is of stands there."""
    return "," in scene.gap(stop) or (scene.pieces[stop].fold in OF and scene.tight(stop))


def _joined(scene: Scene, title: tuple[int, int], best: Sequence[RoleDraft]) -> bool:
    """See "Lagos Attorney-General and" before an office that was read; not the field of "Minister of Justice and"."""
    pieces, (first, stop) = scene.pieces, title
    if pieces[stop].fold != "and" or not best or best[0].start != pieces[stop + 1].start:
        return False
    return first == 0 or pieces[first - 1].fold not in FOR


def _fielded(phrases: TitlePhrases, scene: Scene, at: int) -> RoleDraft | None:
    """Read "the Director, Media and Advocacy, NAME": commas part an office and what it is for, all in capitals.

    A body may stand between the field and the name: "the Director, Media and Advocacy, Ayr Agency, NAME".
    """
    pieces, fields = scene.pieces, phrases.words.fields
    stop, end = at, 0
    while stop > 0 and at - stop < _FIELDS:
        gap = scene.gap(stop)
        if gap not in (" ", ", ", " & ") or (stop == at and gap != ", "):
            return None
        found = phrases.before(scene, stop) if gap == ", " and end and pieces[stop].fold != "and" else None
        if found:
            return _with_fields(phrases, scene, (found[0], stop, end, at), found[1])
        if not (pieces[stop - 1].capital or pieces[stop - 1].fold in ("and", "of")):
            return None
        if not end and gap == ", " and pieces[stop - 1].fold in fields and not _is_body_segment(phrases, scene, stop):
            end = stop
        stop -= 1
    return None


def _is_body_segment(phrases: TitlePhrases, scene: Scene, stop: int) -> bool:
    """See "Ministry of Justice" between commas: what ends in a field is the name of a body."""
    first = stop - 1
    while first > 0 and scene.tight(first):
        first -= 1
    return phrases.organisations.is_headed(scene, first, stop)


def _with_fields(
    phrases: TitlePhrases, scene: Scene, place: tuple[int, int, int, int], word: TitleWord
) -> RoleDraft | None:
    """Make the role of an office with its fields; `place` is where it begins and ends, where they end, the name."""
    first, stop, end, at = place
    if word.kind not in (TitleKind.TITLE, TitleKind.RANK) or not scene.pieces[first].capital:
        return None
    if end < at and not _organisation_only(phrases, scene, end, at):
        return None
    draft, _ = phrases.build(scene, (first, stop), word, "role.apposition_before")
    if draft is None or draft.plural:
        return None
    if draft.part is Part.POLICE and any(piece.fold in phrases.words.civil for piece in scene.pieces[stop:end]):
        draft = replace(draft, rank=None, part=Part.OFFICIAL)  # "the Commissioner, Health, NAME"
    close = scene.pieces[end - 1].end
    body = phrases.organisations.text(scene, end, at) if end < at else None
    title = scene.sentence.slice(draft.start, close)
    return replace(draft, end=close, title=title, organisation=body or draft.organisation)


def _organisation_only(phrases: TitlePhrases, scene: Scene, first: int, last: int) -> bool:
    """See "Kwara State Command": what stands between two commas is an organisation's name."""
    pieces = scene.pieces[first:last]
    words = phrases.words
    return all(p.capital or p.fold in _INSIDE for p in pieces) and any(
        p.fold in words.things or words.is_place(p.fold) for p in pieces
    )


def _apposed(phrases: TitlePhrases, scene: Scene, place: tuple[int, int, int], word: TitleWord) -> RoleDraft | None:
    """Make the role of a title before a comma and a name; `place` is its first piece, its end, and the name's first."""
    first, stop, at = place
    stop = phrases.field_end(scene, stop, at)
    draft, begin = phrases.build(scene, (first, stop), word, "role.apposition_before")
    if draft is None or (draft.plural and not _several(scene, begin)):
        return None
    while begin > 1 and scene.linked(begin) and scene.pieces[begin - 1].fold.endswith("-old"):
        begin -= 1  # "a 76-year-old businessman, NAME"
    if _kin_of(phrases, scene, begin) or (word.part in CASE_PARTS and _counsel_for(phrases, scene, begin)):
        return None
    if draft.organisation is None:
        draft = replace(draft, organisation=_antecedent(phrases, scene, begin))
    if _one_of(scene, begin):
        draft = replace(draft, rule="role.one_of", alone=True)
    if _is_determined(scene, begin, first, draft):
        if begin > 1 and "," in scene.gap(begin - 1) and name_like(phrases, scene, begin - 2):
            return None
    elif not (_opens(scene, begin, first) or draft.organisation or _second_office(phrases, scene, begin)):
        return None
    if stop < at and scene.pieces[stop].fold == "and":
        return draft  # "the Minister of Justice and Attorney General of Ayr, NAME": two offices
    return draft if stop == at else _with_body(phrases, scene, (stop, at), draft, word)


def _goes_on(scene: Scene, one: RoleDraft, other: RoleDraft) -> bool:
    """See two offices that "and" joins, and nothing else but the body of the first."""
    between = scene.sentence.slice(one.end, other.start).strip()
    served = one.organisation is not None and between.startswith("of ") and one.organisation in between
    return between == "and" or (served and between.endswith(f"{one.organisation} and"))


def _opens(scene: Scene, begin: int, first: int) -> bool:
    """See a title that opens a sentence or stands behind a comma, and one with a capital."""
    return begin == 0 or scene.gap(begin) == ", " or scene.pieces[first].capital


def _second_office(phrases: TitlePhrases, scene: Scene, begin: int) -> bool:
    """See "the director of the club and" before "chairman of the board, NAME"."""
    if begin < 1 or scene.pieces[begin - 1].fold != "and":
        return False
    return any(phrases.before(scene, stop) for stop in range(begin - 1, max(0, begin - 1 - _FIELDS), -1))


def _antecedent(phrases: TitlePhrases, scene: Scene, begin: int) -> str | None:
    """Read the body before "whose registrar, NAME" and before one who speaks for it: "Ayr Police, spokesman, NAME"."""
    pieces, organisations = scene.pieces, phrases.organisations
    whose = begin > 1 and pieces[begin - 1].fold == "whose" and scene.tight(begin)
    stop = begin - whose
    if not (stop > 1 and scene.gap(stop) == ", " and (whose or phrases.words.is_spokes(pieces[begin].fold))):
        return None
    first = organisations.begin(scene, stop - 1)
    return organisations.text(scene, first, stop) if organisations.is_headed(scene, first, stop) else None


def _is_determined(scene: Scene, begin: int, first: int, draft: RoleDraft) -> bool:
    """See an article, an owner or a plural: the phrase tells of somebody known."""
    if begin > 0 and scene.pieces[begin - 1].fold in DETERMINERS and scene.tight(begin):
        return True
    return draft.plural or any(scene.possessive(index) for index in range(max(begin, 1), first + 1))


def _with_body(
    phrases: TitlePhrases, scene: Scene, place: tuple[int, int], draft: RoleDraft, word: TitleWord
) -> RoleDraft:
    """Add the body between a title and the name: "the leader of the club, NAME"; `place` is where both begin."""
    stop, at = place
    pieces, organisations = scene.pieces, phrases.organisations
    preposition = pieces[stop].fold
    head = stop + 1 if preposition in OF else stop
    if preposition == "in" and organisations.only_place(scene, head, at, word):
        return draft
    if preposition in ("from", "in") and draft.organisation and not organisations.is_body(scene, head, at):
        return draft  # "Congress Party MP from Ayr, NAME"
    split = next((i for i in range(head + 1, at - 1) if scene.pieces[i].fold == "at" and scene.tight(i)), None)
    if split and preposition in FOR:  # "the director of Public Relations at the Army, NAME": the field is the title's
        end = scene.pieces[split - 1].end
        body = organisations.text(scene, split + 1, at)
        return replace(draft, end=end, title=scene.sentence.slice(draft.start, end), organisation=body)
    other = (i for i in range(head + 1, at - 1) if pieces[i].fold == "and" and phrases.at(scene, i + 1))
    stop = next((i for i in other if not organisations.ends_in_body(scene, i + 1)), at)
    stop = min(stop, max(organisations.end(scene, head), head + 1))
    return replace(draft, organisation=organisations.text(scene, head, stop) or draft.organisation)


def _is_territory(phrases: TitlePhrases, scene: Scene, first: int, last: int) -> bool:
    """See "the then SSP South, NAME": what stands between a rank and the comma is a place or a unit."""
    return all(scene.tight(index) for index in range(first, last)) and all(
        piece.capital and (piece.fold in phrases.words.things or phrases.words.is_place(piece.fold))
        for piece in scene.pieces[first:last]
    )


def _is_unit(phrases: TitlePhrases, scene: Scene, first: int, last: int) -> bool:
    """See "the Commander Abia State Command of the agency, NAME": a body without "of"."""
    pieces = scene.pieces
    alike = pieces[first].capital and pieces[first - 1].capital and scene.tight(first) and last - first > 1
    return alike and phrases.organisations.is_headed(scene, first, last)


def _is_end(phrases: TitlePhrases, scene: Scene, stop: int, at: int) -> bool:
    """See a word that no title before it reaches over: the phrase before the comma means somebody else."""
    pieces = scene.pieces
    if pieces[at - 1].fold in phrases.words.kin:
        return True  # "a man accused of the killing of his brother, NAME": the brother is meant
    if pieces[stop].fold == "by" and _tells_doer(phrases, scene, at):
        return True  # "the accused in a case filed by his rival, NAME": the rival is meant
    if any(mark in scene.gap(stop) for mark in ';:“”"!?'):
        return True
    return scene.tag(stop) in FINITE and not pieces[stop].capital


def _tells_doer(phrases: TitlePhrases, scene: Scene, at: int) -> bool:
    """See what one person, and no body, is called before a comma: "filed by his rival, NAME"; not "by police"."""
    noun = scene.pieces[at - 1]
    return scene.tag(at - 1) == "NN" and not noun.capital and noun.fold not in phrases.words.things


def _several(scene: Scene, begin: int) -> bool:
    """See "two inspectors, A and B", "the officers, A and B": a plural that a list of names explains."""
    before = scene.pieces[begin - 1] if begin > 0 else None
    return before is not None and scene.tight(begin) and (scene.tag(begin - 1) == "CD" or before.fold in DETERMINERS)


def _counsel_for(phrases: TitlePhrases, scene: Scene, begin: int) -> bool:
    """See "counsel for the first accused, NAME": named is who speaks for the accused."""
    at = begin - 1
    while at > 0 and scene.tag(at) in ("DT", "JJ", "CD", "PRP$"):
        at -= 1
    served = at > 0 and scene.pieces[at].fold in ("for", "to")
    return served and scene.pieces[at - 1].fold in phrases.words.lawyers


def _kin_of(phrases: TitlePhrases, scene: Scene, begin: int) -> bool:
    """See "the widow of the guard, NAME": she is named, and the guard's title is not hers."""
    at = begin - 1 - (begin > 0 and scene.pieces[begin - 1].fold in DETERMINERS)
    return at > 0 and scene.pieces[at].fold == "of" and scene.pieces[at - 1].fold in phrases.words.kin


def _one_of(scene: Scene, begin: int) -> bool:
    """See "one of the clerks, NAME": a plural that one bears."""
    pieces = scene.pieces
    return begin > 2 and pieces[begin - 2].fold == "of" and pieces[begin - 3].fold == "one"


def name_like(phrases: TitlePhrases, scene: Scene, index: int) -> bool:
    """See a name or an age before ", a teacher, NAME": the title belongs to the one before."""
    piece = scene.pieces[index]
    words = phrases.words
    if index and words.is_place(piece.fold) and scene.pieces[index - 1].fold in words.place_prepositions:
        return False  # "In Ayr, the commissioner, NAME"
    return piece.text.isdigit() or (piece.capital and index > 0 and piece.fold not in words.things)
