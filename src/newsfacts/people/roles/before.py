"""What stands before a name: stacked titles, titles with brackets, appositions, and "a driver surnamed"."""

from collections.abc import Sequence
from dataclasses import replace

from newsfacts.people.pieces import Case, Scene
from newsfacts.people.roles.apposition import apposition, name_like
from newsfacts.people.roles.cuts import is_letters
from newsfacts.people.roles.titles import DETERMINERS, FINITE, FOR, RoleDraft, RoleForm, TitlePhrases
from newsfacts.people.words import Cue, TitleKind, TitleWord
from newsfacts.record import Part

__all__ = ["direct_title", "titles_before", "titles_of_place"]

_PAUSES = frozenset({", ", ",", " (", ": ", " – ", " - ", " — ", "), ", ") "})
_FRONTING = frozenset({"IN", "VBG", "TO"})
"""Tags of what opens a phrase before its clause: "According to", "In a statement by"."""


def direct_title(phrases: TitlePhrases, scene: Scene, first: int) -> str | None:
    """Say what kind of title stands right before a piece: one of TitleKind, or None."""
    first -= _numbered(phrases, scene, first)
    if scene.tight(first):
        found = phrases.before(scene, first)
        if found:
            return found[1].kind
    bracket = _bracket(phrases, scene, first) or _territory(phrases, scene, first)
    return bracket[1].kind if bracket else None


def _numbered(phrases: TitlePhrases, scene: Scene, first: int) -> bool:
    """See "PC 596 NAME": officers carry a number behind their rank."""
    if not (first > 1 and scene.tight(first) and scene.tight(first - 1) and scene.pieces[first - 1].text.isdigit()):
        return False
    found = phrases.before(scene, first - 1)
    return found is not None and found[1].kind == TitleKind.RANK


def titles_before(phrases: TitlePhrases, scene: Scene, first: int) -> list[RoleDraft]:
    """Read the titles that stand before a piece, in text order."""
    drafts: list[RoleDraft] = []
    at = _before_address(phrases, scene, _before_naming(phrases, scene, first))
    while at > 0 and (_joins(scene, at) or _bracket(phrases, scene, at)):
        step = _step(phrases, scene, at)
        if step is None:
            break
        found, at = step
        if found and drafts and _is_body(phrases, found[0], drafts[0]):
            drafts[0] = replace(drafts[0], organisation=_whole(scene, found[0], drafts[0]))
        else:
            drafts[:0] = found
        at = _conjoined(phrases, scene, at, drafts)
    drafts[:0] = _inverted(phrases, scene, at)
    if drafts and at > 1 and scene.pieces[at - 1].fold == "the" and scene.gap(at - 1) == ", " and scene.tight(at):
        at -= 1  # "the pastor, the Rev Roe"
    if at > 0 and scene.gap(at) in ("), ", ") "):
        at = _short_form(phrases, scene, at, drafts)
    if (
        at > 0
        and (scene.gap(at) in _PAUSES or _opens_pause(scene, at))
        and not (_reports(phrases, scene, first, at) or _fronted(phrases, scene, first, at))
    ):
        drafts[:0] = apposition(phrases, scene, at, ":" in scene.gap(at))
    if drafts and not any(draft.organisation for draft in drafts):
        drafts[:0] = _leading(phrases, scene, at)
    return drafts


def titles_of_place(
    phrases: TitlePhrases, scene: Scene, first: int, roles: Sequence[RoleDraft], place: str
) -> list[RoleDraft]:
    """Read the titles before a name again from which a place was cut: "Mayor of Ayr NAME", "SDPO Ayr NAME".

    `roles` are those that were read before the place; where nothing better is read they are of that place.
    """
    found = titles_before(phrases, scene, first)
    if found:
        return found
    direct = (role.form is RoleForm.DIRECT and role.organisation is None for role in roles)
    return [replace(role, organisation=place) if own else role for role, own in zip(roles, direct, strict=True)]


def _leading(phrases: TitlePhrases, scene: Scene, at: int) -> list[RoleDraft]:
    """Read the body of "the Anti-Theft Squad, led by CSP NAME": whom the bearer of a title leads."""
    pieces, organisations = scene.pieces, phrases.organisations
    if not (at > 2 and scene.tight(at) and scene.tight(at - 1) and pieces[at - 1].fold == "by"):
        return []
    stop = at - 2
    if pieces[stop].fold not in phrases.words.lead_verbs or scene.gap(stop) not in (" ", ", "):
        return []
    begin = organisations.begin(scene, stop)
    if begin == stop or not organisations.is_headed(scene, begin, stop):
        return []
    text = organisations.text(scene, begin, stop)
    if text is None or not any(piece.capital for piece in pieces[begin:stop]):
        return []
    return [RoleDraft(pieces[begin].start, pieces[stop - 1].end, None, None, text, Part.OTHER, True, "", "role.leads")]


def _before_address(phrases: TitlePhrases, scene: Scene, at: int) -> int:
    """Step over the bracket of "Dr (Mrs) Roe": how a doctor is addressed."""
    if at < 2 or at >= len(scene.pieces) or scene.gap(at).strip(" .") != ")" or "(" not in scene.gap(at - 1):
        return at
    found = phrases.words.titles.before(scene.pieces, at)
    return at - 1 if found and found[0] == at - 1 and found[1].kind == TitleKind.ADDRESS else at


def _reports(phrases: TitlePhrases, scene: Scene, first: int, at: int) -> bool:
    """See "…, Inspector Roe said": what stands before the comma is what was said, a clause with its own verb."""
    said = next((index for index in range(at, 0, -1) if any(mark in scene.gap(index) for mark in '"”“')), 0)
    if first >= len(scene.pieces) or not any(scene.tag(index) in FINITE for index in range(said, at)):
        return False
    token = scene.token(scene.pieces[first])
    tokens = scene.sentence.tokens
    while token is not None and token.dep in ("compound", "appos", "nmod") and token.head > token.position:
        token = tokens[token.head]
    if token is None or token.dep != "nsubj" or token.head < token.position:
        return False
    between = scene.sentence.slice(token.end, tokens[token.head].start)
    return "," not in between and phrases.words.says(tokens[token.head].lower)


def _fronted(phrases: TitlePhrases, scene: Scene, first: int, at: int) -> bool:
    """See "According to the commissioner, NAME was held": the title ends a fronted phrase, the name opens the clause.

    Shape:   a preposition opens the sentence, no comma and no verb stand before that of the name, and none behind it.
             "In a statement by its spokesman, NAME said" more often lost a comma than not: there the title is of NAME.
    """
    if first >= len(scene.pieces) or not scene.pieces or scene.tag(0) not in _FRONTING:
        return False
    if any("," in scene.gap(index) or scene.tag(index) in FINITE for index in range(1, at)):
        return False
    token, tokens = scene.token(scene.pieces[first]), scene.sentence.tokens
    while token is not None and token.dep in ("compound", "nmod") and token.head > token.position:
        token = tokens[token.head]
    if token is None or token.dep not in ("nsubj", "nsubjpass") or token.head < token.position:
        return False
    behind = scene.sentence.slice(token.end, tokens[token.position + 1].end).strip()
    speaks = token.dep == "nsubj" and phrases.words.says(tokens[token.head].lower)
    return behind[:1] != "," and (not speaks or tokens[0].lower == "according")


def _is_body(phrases: TitlePhrases, left: RoleDraft, right: RoleDraft) -> bool:
    """See "Kent District Attorney Financial Investigator NAME": the office stands for its body."""
    stands = (left.title or "").lower() in phrases.words.offices and left.organisation is not None
    return (
        stands and right.organisation is None and not right.plural and not right.rank and 0 < right.start - left.end < 3
    )


def _whole(scene: Scene, left: RoleDraft, right: RoleDraft) -> str:
    text = scene.sentence.slice(left.start, left.end)
    return f"{left.organisation} {text}"


def _joins(scene: Scene, at: int) -> bool:
    """See what stands right before; behind the last word of a line that goes on, and before "(Mrs)", too."""
    return scene.tight(at) or at == len(scene.pieces) or scene.gap(at).strip(" .") == "("


def _opens_pause(scene: Scene, at: int) -> bool:
    return scene.gap(at).strip() in (",", ":", ")", "(")


def _before_naming(phrases: TitlePhrases, scene: Scene, first: int) -> int:
    """Step over "surnamed" and "by the name of" where a title stands before them: "a driver surnamed Bang"."""
    pieces = scene.pieces
    if _numbered(phrases, scene, first):
        return first - 1
    if first > 1 and scene.tight(first) and pieces[first - 1].fold == "one" and scene.gap(first - 1) == ", ":
        return first - 1
    if (
        first > 1
        and scene.tight(first)
        and pieces[first - 1].fold in phrases.words.naming
        and phrases.before(scene, first - 1)
    ):
        return first - 1
    cue = phrases.words.cues.before(pieces, first)
    if cue and cue[1] != Cue.ALIAS and pieces[first - 1].fold == "of":
        start = cue[0]
        while start > 0 and pieces[start - 1].fold in ("by", "the"):
            start -= 1
        return start if phrases.before(scene, start) else first
    return first


def _direct(
    phrases: TitlePhrases, scene: Scene, span: tuple[int, int], word: TitleWord
) -> tuple[RoleDraft | None, int]:
    """Build the draft of a title right before its name, and say where it begins."""
    draft, begin = phrases.build(scene, span, word, "role.direct")
    return draft and replace(draft, form=RoleForm.DIRECT), begin


def _step(phrases: TitlePhrases, scene: Scene, at: int) -> tuple[list[RoleDraft], int] | None:
    """Read one title in front of a name, or of the titles read before; give its roles and where it begins."""
    found = phrases.before(scene, at) if _joins(scene, at) else None
    field = _direct_field(phrases, scene, at) if scene.tight(at) and at > 2 else None
    if field and not (found and field[0] and scene.pieces[found[0]].start <= field[0][0].start):
        return field
    if found:
        draft, begin = _direct(phrases, scene, (found[0], at), found[1])
        return ([draft] if draft else []), begin
    bracket = _bracket(phrases, scene, at)
    if bracket:
        draft, begin = phrases.build(scene, (bracket[0], bracket[2]), bracket[1], "role.bracket")
        if draft:
            end = scene.pieces[at - 1].end + 1
            text = scene.sentence.slice(draft.start, end)
            draft = replace(draft, end=end, title=text)
        return ([draft] if draft else []), begin
    territory = _territory(phrases, scene, at)
    if territory:
        first, word, stop = territory
        return [phrases.draft(scene, (first, stop), word, scene.text(stop, at), "role.territory")], first
    return None


def _direct_field(phrases: TitlePhrases, scene: Scene, at: int) -> tuple[list[RoleDraft], int] | None:
    """Read "Minister of Justice NAME", "president of the traders' alliance NAME", "Mayor of Ayr NAME": no comma."""
    pieces, words = scene.pieces, phrases.words
    ends = pieces[at - 1].fold
    letters = scene.case == Case.NORMAL and is_letters(words, pieces[at - 1].text)  # "Commissioner of BMP NAME"
    serves = words.things.get(ends) == "organisation" or (words.is_place(ends) and pieces[at - 1].capital) or letters
    if ends not in words.fields and not serves:
        return None
    whole = phrases.before(scene, at)
    for stop in range(at - 2, max(0, at - 9), -1):
        if not scene.linked(stop + 1):
            return None
        if pieces[stop].fold not in FOR or not scene.tight(stop):
            continue
        found = phrases.before(scene, stop)
        if found and whole and whole[0] <= found[0]:
            return None  # "Acting Inspector General of Police": one title of the lexicon
        if found is None and pieces[stop - 1].capital:
            continue  # "for the Northern District of Ayr": the body goes on
        if found is None or found[1].kind not in (TitleKind.TITLE, TitleKind.RANK):
            return None
        field = phrases.field_end(scene, stop, at)
        if field != at and not serves:
            return None
        draft, begin = _direct(phrases, scene, (found[0], at if field == at else stop), found[1])
        if draft is not None and field != at:
            draft = replace(draft, organisation=phrases.organisations.text(scene, stop + 1, at))
        return ([draft] if draft else []), begin
    return None


def _inverted(phrases: TitlePhrases, scene: Scene, at: int) -> list[RoleDraft]:
    """Read "Presiding judge is NAME": the title is the subject."""
    pieces = scene.pieces
    if not (at > 1 and scene.tight(at) and scene.tight(at - 1) and pieces[at - 1].fold in ("is", "was")):
        return []
    found = phrases.before(scene, at - 1)
    if found is None or found[1].kind != TitleKind.TITLE:
        return []
    draft, begin = phrases.build(scene, (found[0], at - 1), found[1], "role.copula")
    if scene.case != Case.NORMAL or (at < len(pieces) and scene.tag(at)[:2] not in ("NN", "JJ", "FW")):
        return []  # "Eyewitness Was Improper", "Victim was Stabbed"
    opens = begin == 0 or pieces[begin - 1].fold in DETERMINERS
    return [draft] if draft and opens else []


def _bracket(phrases: TitlePhrases, scene: Scene, at: int) -> tuple[int, TitleWord, int] | None:
    """Read "ACP (Cyber Crime) NAME": the first index, the word, and the index behind the phrase."""
    if not 1 < at < len(scene.pieces) or scene.gap(at) != ") ":
        return None
    for index in range(at - 1, max(at - 5, 0), -1):
        if scene.gap(index).endswith("("):
            found = phrases.words.titles.before(scene.pieces, index)
            if found and found[1].kind in (TitleKind.RANK, TitleKind.TITLE):
                short = index == at - 1 and scene.pieces[index].text.isupper() and index - found[0] > 1
                return None if short else (found[0], found[1], index)
            return None
    return None


def _territory(phrases: TitlePhrases, scene: Scene, at: int) -> tuple[int, TitleWord, int] | None:
    """Read "SSP South NAME", "SP Traffic Unit NAME": a rank, words of a place or unit, the name."""
    pieces, words = scene.pieces, phrases.words
    stop = at
    while stop > 0 and scene.tight(stop) and at - stop < 5:
        fold = pieces[stop - 1].fold
        plain = pieces[stop - 1].capital and (fold in words.things or words.is_place(fold))
        if not plain and (stop == at or not (fold in words.modifiers or "-" in fold)):
            break
        if words.things.get(fold) in ("function", "time"):
            break
        stop -= 1
    if stop in (at, 0) or not scene.tight(stop):
        return None
    found = words.titles.before(pieces, stop)
    return (found[0], found[1], stop) if found and found[1].kind == TitleKind.RANK else None


def _conjoined(phrases: TitlePhrases, scene: Scene, at: int, drafts: list[RoleDraft]) -> int:
    """Read the first of "singer and songwriter NAME"."""
    pieces = scene.pieces
    if at > 1 and drafts and pieces[at - 1].fold == "and" and scene.tight(at) and scene.tight(at - 1):
        more = phrases.before(scene, at - 1)
        if more and more[1].kind == TitleKind.TITLE and not _of_another(phrases, scene, more):
            draft, at = _direct(phrases, scene, (more[0], at - 1), more[1])
            drafts[:0] = [draft] if draft else []
    return at


def _of_another(phrases: TitlePhrases, scene: Scene, more: tuple[int, TitleWord]) -> bool:
    """See "A B, bureau chief and attorney C D": the first title belongs to A B."""
    start = phrases.modifiers(scene, more[0], more[1])
    return start > 0 and "," in scene.gap(start) and name_like(phrases, scene, start - 1)


def _short_form(phrases: TitlePhrases, scene: Scene, at: int, drafts: list[RoleDraft]) -> int:
    """Read "Public Relations Officer (PRO), ": the phrase and its short form are titles both."""
    short = scene.pieces[at - 1]
    if not (short.text.isupper() and "(" in short.gap and at > 1):
        return at
    found = phrases.before(scene, at - 1)
    if found is None:
        return at
    draft, begin = _direct(phrases, scene, (found[0], at - 1), found[1])
    if draft is None:
        return at
    second = replace(
        draft,
        start=short.start,
        end=short.end,
        title=short.text,
        organisation=None,
        rule="role.short_form",
        form=RoleForm.OTHER,
    )
    drafts[:0] = [draft, second]
    return begin
