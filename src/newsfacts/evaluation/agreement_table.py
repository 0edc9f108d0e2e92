"""Write how far two annotators agree: a table, JSON, or the differences one by one."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from newsfacts.evaluation.agreement import Agreement, Difference

__all__ = ["format_agreement", "format_agreement_json", "format_differences"]

_FEW = 10
"""Pairs below which a share says little."""


def format_agreement(agreement: Agreement) -> str:
    """Lay agreement out as a table of text; n/a stands for a share of nothing and for alpha without chance."""
    lines = [f"{agreement.articles} article{'' if agreement.articles == 1 else 's'} that A and B both have"]
    lines += [f"{'items':26}{'A':>7}{'B':>7}{'both':>7}{'F1':>7}"]
    for name, score in agreement.found.items():
        if score.wanted or score.given:
            lines.append(f"{name:26}{score.wanted:7d}{score.given:7d}{score.right:7d}{_share(score.f1)}")
    if agreement.events.facts:
        lines.append(f"{'events (B-cubed)':26}{'':14}{agreement.events.facts:7d}{_share(agreement.events.f1)}")
    lines.append(f"{'fields, of items of both':26}{'pairs':>7}{'agreed':>7}{'share':>7}{'alpha':>7}")
    for name, told in sorted(agreement.fields.items()):
        few = "  few" if len(told.pairs) < _FEW else ""
        lines.append(f"{name:26}{len(told.pairs):7d}{told.agreed:7d}{_share(told.share)}{_share(told.alpha)}{few}")
    for side, names in (("A", agreement.only_one), ("B", agreement.only_other)):
        lines += [f"only {side} has: {name}" for name in names]
    return "\n".join(lines)


def _share(share: float | None) -> str:
    return f"{'n/a':>7}" if share is None else f"{share:7.3f}"


def format_differences(differences: Sequence[Difference]) -> str:
    """Write differences, a line each, under the article they are in."""
    lines, before = [], None
    for one in differences:
        if one.article_id != before:
            before = one.article_id
            lines.append(f"{before}:")
        place = "" if one.start is None else f"{one.start}-{one.end} "
        text = json.dumps(" ".join(one.text.split()), ensure_ascii=False) if one.text else ""
        said = (f"A: {one.one or 'nothing'}", f"B: {one.other or 'nothing'}")
        lines.append("  " + " | ".join(filter(None, (one.name, f"{place}{text}".strip(), *said))))
    return "\n".join(lines) if lines else "no differences"


def format_agreement_json(agreement: Agreement) -> str:
    """Write agreement as one JSON object, with the differences; a share of nothing is null."""
    written: dict[str, Any] = {
        "articles": agreement.articles,
        "items": {
            name: {"a": score.wanted, "b": score.given, "both": score.right, "f1": score.f1}
            for name, score in agreement.found.items()
        },
        "events": {"facts": agreement.events.facts, "f1": agreement.events.f1 if agreement.events.facts else None},
        "fields": {
            name: {"pairs": len(told.pairs), "agreed": told.agreed, "share": told.share, "alpha": told.alpha}
            for name, told in sorted(agreement.fields.items())
        },
        "differences": [asdict(one) for one in agreement.differences],
        "only_a": agreement.only_one,
        "only_b": agreement.only_other,
    }
    return json.dumps(written, ensure_ascii=False)
