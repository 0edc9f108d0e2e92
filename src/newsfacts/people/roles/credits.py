"""Credits: "(Web editor: A, B)", "(Photo by A/Xinhua)", "XINING (Xinhua, by A)", "Fox News' A and B contributed".

A label with a colon gives its title to every name behind it; an agency beside a name in a credit, or as its owner, is
whom it works for. Labels that are no title ("Story:", "with inputs from") and a bracket of nothing but names behind a
text say that those named made it. Not here: bylines, which the page knows.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from newsfacts.lexicons.function_words import cue_words
from newsfacts.people.names.candidates import Candidate
from newsfacts.people.pieces import Case, Scene
from newsfacts.people.roles.titles import RoleDraft, TitlePhrases, singular
from newsfacts.record import Part

__all__ = ["credit_roles", "signed"]

_OPENS = frozenset({"(", "[", "|", "–", "—", "-", "―", "/"})
"""What a credit begins behind, but for a line's begin."""
_MORE = cue_words("more by")
"""Words before a label: "with additional reporting by"."""
_SIGNING = cue_words("signing")
_JOINT = re.compile(r"\s*(?:,|;|&|/|,?\s+and)\s*\Z")
_NAME = r"[A-Z][\w.&-]*(?:\s[A-Z][\w.&-]*){0,3}"
_BEFORE = re.compile(rf"(?:\A|[(\s])({_NAME})(?:\s*\)\s*\((?:[\w ]+:\s*)?|/(?:by )?|,\s*by\s+)\Z")
"""An agency before a name in a credit: "(Xinhua/NAME", "(Xinhua, by NAME", "(Xinhua) (Journalist: NAME"."""
_DATELINE = re.compile(rf"(?:\A|[(\s])({_NAME}),[^()]{{0,60}}\((?:[\w ]+:\s*)\Z")
"""An agency that opens a dateline: "Xinhua News Agency, Harbin, reported July 26th (Correspondent: NAME"."""
_BEHIND = re.compile(rf"\s?/\s?({_NAME})")
"""An agency behind a name: "(Photo by NAME/Xinhua)"."""


def credit_roles(group: Sequence[Candidate], scenes: Sequence[Scene], titles: TitlePhrases) -> None:
    """Add the roles that a credit gives to the candidates of one sentence, which stand in order."""
    number = group[0].scene
    scene, above = scenes[number], scenes[number - 1].sentence.text if number else ""
    start, text = scene.sentence.start, scene.sentence.text
    for place, first in enumerate(group):
        run = _run(group, place, text, start)
        before = text[: first.start - start]
        label = _label(first, scene, titles)
        behind = _BEHIND.match(text, run[-1].end - start)
        if label and before.lstrip("( ").count("(") == 0 and above.endswith(")"):
            before = f"{above} {before}"  # a dateline is cut off as a sentence of its own
        agency = _BEFORE.search(before) or (_DATELINE.search(before) if label else None) or behind
        media = agency is not None and (_is_media(agency[1], titles) or _captioned(first, behind, scene, titles))
        body = agency[1] if agency and media else _owner(first, scene, titles)
        if label is not None or (agency and body == agency[1]) or _made(first, scene, titles):
            for candidate in run:
                candidate.ids.add("credit")
        if label is None and body is None:
            continue
        for candidate in run:
            _give(candidate, label, body)


def _run(group: Sequence[Candidate], place: int, text: str, start: int) -> list[Candidate]:
    """List the names of one credit: those that commas and "and" join to the first."""
    run = [group[place]]
    for candidate in group[place + 1 :]:
        if not _JOINT.match(text[run[-1].end - start : candidate.start - start]):
            break
        run.append(candidate)
    return run


def _label(first: Candidate, scene: Scene, titles: TitlePhrases) -> RoleDraft | None:
    """Read "Web editor:" before a name: a title of the press with a colon, opening a bracket or a line."""
    at = first.first
    if at == 0 or ":" not in scene.gap(at):
        return None
    found = titles.before(scene, at)
    if found is None:
        return None
    draft, begin = titles.build(scene, (found[0], at), found[1], "role.credit")
    press = draft is not None and (draft.part is Part.JOURNALIST or "editor" in (draft.title or "").lower())
    opens = begin == 0 or scene.gap(begin).strip()[-1:] in ("(", ")", "|", "[")
    if draft is None or not (press and (opens or draft.part is Part.JOURNALIST)):
        return None
    title = singular(draft.title) if draft.plural and draft.title else draft.title
    return replace(draft, title=title, part=Part.JOURNALIST, plural=False)


def _made(first: Candidate, scene: Scene, titles: TitlePhrases) -> bool:
    """See "Story:", "— Reports by", "(With inputs from": a label of those who made a text opens a line or a bracket."""
    at, pieces = first.first, scene.pieces
    found = titles.words.credits.before(pieces, at)
    if found is None or not (scene.tight(at) if found[1] == "by" else ":" in scene.gap(at)):
        return False
    begin = found[0]
    while begin > 0 and scene.tight(begin) and pieces[begin - 1].fold in _MORE:
        begin -= 1
    return begin == 0 or scene.gap(begin).strip()[-1:] in _OPENS


def signed(scene: Scene, group: Sequence[Candidate], *, final: bool) -> bool:
    """See who signs: a bracket of nothing but names, a place behind them too; a dash does, too, in a `final` line."""
    opening = scene.gap(0).strip()
    if opening != "(" and not (final and opening in _OPENS):
        return False
    if not final and not scene.tail.strip().startswith(")"):
        return False
    full = [candidate for candidate in group if not candidate.single]
    named = {index for candidate in full for index in range(candidate.first, candidate.last)}
    rest = [index for index in range(len(scene.pieces)) if index not in named]
    if full and full[-1].last < len(scene.pieces) and scene.gap(full[-1].last) == ", ":
        while rest and rest[-1] >= full[-1].last and scene.pieces[rest[-1]].capital:
            rest.pop()  # "(Ann Roe, Ayr)"
    return bool(full) and all(scene.pieces[index].fold in _SIGNING for index in rest)


def _captioned(first: Candidate, behind: re.Match[str] | None, scene: Scene, titles: TitlePhrases) -> bool:
    """See "Caption: ANN ROE/AYR DEMOCRAT": a label, a name, a stroke and a body are the whole line."""
    if behind is None or scene.sentence.text[behind.end() :].strip() or titles.at(scene, first.last):
        return False
    return first.first < 2 and (first.first == 0 or ":" in scene.gap(first.first))


def _owner(first: Candidate, scene: Scene, titles: TitlePhrases) -> str | None:
    """Read "CNN's NAME", "Fox News' NAME": the paper or station owns its reporter."""
    at, pieces = first.first, scene.pieces
    if not scene.possessive(at) or scene.case == Case.LOWER:
        return None
    begin = at
    while begin > 0 and pieces[begin - 1].capital and (begin == at or scene.tight(begin)) and at - begin < 5:
        begin -= 1
    text = scene.text(begin, at)
    if begin < at and scene.gap(at).startswith(("'s", "’s")) and pieces[at - 1].fold.endswith("s'"):
        text = text[:-1]
    return text if _is_media(text, titles) else None


def _is_media(text: str, titles: TitlePhrases) -> bool:
    folds = [word.strip(".").lower() for word in text.split()]
    return any(fold in titles.words.media for fold in folds)


def _give(candidate: Candidate, label: RoleDraft | None, body: str | None) -> None:
    own = [role for role in candidate.roles if role.title]
    if label is not None:
        same = [role for role in own if (role.title or "").lower() == (label.title or "").lower()]
        candidate.roles[:] = [role for role in candidate.roles if role not in same]
        body = body or next((role.organisation for role in same), None)
        candidate.roles.append(replace(label, organisation=body))
        return
    for number, role in enumerate(candidate.roles):
        if role.title and role.organisation is None and body:
            candidate.roles[number] = replace(role, organisation=body)
            return
    if body and not own and not any(role.organisation for role in candidate.roles):
        candidate.roles.append(
            RoleDraft(candidate.start, candidate.end, None, None, body, Part.JOURNALIST, True, "", "role.credit")
        )
