"""Which language a text is in, so that nothing is read out of a text that the rules do not know.

Phases: 1. windows over the text; 2. a window with enough of the words that only English has is English, at the cost of
one regular expression; 3. any other is shown to py3langid (naive Bayes over byte n-grams, BSD, one file of 4.5 MB, no
network, no pickle; lingua's models weigh many times as much, for short texts, which are not judged here). A text is
foreign only where most of its windows are, and where it is long enough to tell: headlines, lists of names and lines of
a police log stay English.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from newsfacts import lexicons

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

__all__ = ["ENGLISH", "Languages", "languages"]

ENGLISH = "en"

_WINDOW = 1_200
"""Characters of a window; prose of that length has some fifty of the words of the lexicon."""
_WINDOWS = 5
"""Windows over a long text: pages of one language stand in menus and footers of another."""
_ENGLISH_SHARE = 0.08
"""Share of English words from which a window is English. Of 13,973 English articles two had less, menus and a headline;
of 60 other languages none had more than 0.03."""
_LEAST_WORDS = 12
"""Words that a window needs before it may be called foreign."""
_LEAST_LETTERS = 10
"""Letters of another script that a text needs before it may be called foreign."""
_ENGLISH_AT_MOST = 0.02
"""Probability of English up to which the detector is believed that a window is not; neighbours may share the rest."""
_NAMES_SHARE = 0.7
"""Share of title-case words from which a window is a list of names, which tell nothing; German headlines have 0.6."""
_LATIN_SHARE = 0.25
"""Share of Latin letters from which a text that is mostly in another script is asked for English words."""

_WORD = re.compile(r"[^\W\d_]+")
_LETTER = re.compile(r"[^\W\d_]")
_BEYOND = re.compile(r"[^\x00-\x7f]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_LATIN_WORD = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]+")
_KANA = re.compile("[\u3040-\u30ff]")
_HANGUL = re.compile("[\uac00-\ud7af]")
_HAN = re.compile("[\u3400-\u9fff]")
_MACRO = {"wuu": "zh", "yue": "zh", "nb": "no", "nn": "no"}
"""Codes of the detector that ISO 639-1 has under a wider name."""

_NONE = ("zxx", "und")
"""Codes for what is in no language: markup, numbers."""


@dataclass(frozen=True)
class Languages:
    """Tell the language of texts; make one with `languages`."""

    _english: frozenset[str]

    def of(self, text: str) -> str:
        """Give the language of a text as an ISO 639-1 code (ISO 639-3 where there is none); English where it is unsure.

        Example:
            >>> languages().of("Polizei nimmt nach der Razzia in der Altstadt am Montag zwei junge Männer fest.")
            'de'
            >>> languages().of("2 held")
            'en'
        """
        windows = list(_windows(text))
        sample = "\n".join(windows)
        if sum(map(_is_other_letter, _BEYOND.findall(sample))) >= _LEAST_LETTERS:
            letters, latin = len(_LETTER.findall(sample)), len(_LATIN.findall(sample))
        else:
            letters = latin = 0  # not counted: most texts have next to no other letters
        if letters - latin > latin and letters - latin >= _LEAST_LETTERS:
            own = _LATIN_WORD.findall(sample)
            if latin < letters * _LATIN_SHARE or len(own) < _LEAST_WORDS or self._share(own) < 2 * _ENGLISH_SHARE:
                return _of_script(sample)
            return ENGLISH
        votes: Counter[str] = Counter(code for window in windows if (code := self._of_window(window)))
        foreign = sum(votes.values()) - votes[ENGLISH]
        if foreign <= votes[ENGLISH]:
            return ENGLISH
        return min((code for code in votes if code != ENGLISH), key=lambda code: (-votes[code], code))

    def _of_window(self, window: str) -> str | None:
        """Give the language of a window, None where it has too few words to tell."""
        words = _WORD.findall(window)
        if len(words) < _LEAST_WORDS:
            return None
        if self._share(words) >= _ENGLISH_SHARE:
            return ENGLISH
        if sum(map(str.istitle, words)) > len(words) * _NAMES_SHARE:
            return ENGLISH
        ranked = _detector().rank(window.lower())
        code = str(ranked[0][0])
        if code in _NONE or dict(ranked)[ENGLISH] > _ENGLISH_AT_MOST:
            return ENGLISH
        return _MACRO.get(code, code)

    def _share(self, words: list[str]) -> float:
        return sum(map(self._english.__contains__, map(str.lower, words))) / len(words)


def languages(extra: tuple[Path, ...] = ()) -> Languages:
    """Build it from the lexicon of English words, to which the folder `extra` may add."""
    return Languages(lexicons.read("english_words", extra).words())


def _is_other_letter(character: str) -> bool:
    """See a letter of another script than the Latin one."""
    return _LETTER.match(character) is not None and _LATIN.match(character) is None


def _windows(text: str) -> Iterator[str]:
    """Yield pieces of a long text, evenly spread, else the whole of it."""
    if len(text) <= _WINDOW * _WINDOWS:
        for start in range(0, len(text), _WINDOW):
            yield text[start : start + _WINDOW]
        return
    for number in range(_WINDOWS):
        start = (len(text) - _WINDOW) * number // (_WINDOWS - 1)
        yield text[start : start + _WINDOW]


def _of_script(sample: str) -> str:
    """Name the language of a text that is not in Latin letters."""
    if _KANA.search(sample):
        return "ja"
    if _HANGUL.search(sample):
        return "ko"
    if _HAN.search(sample):
        return "zh"
    code, _ = _detector().classify(sample)
    return "und" if code == ENGLISH else _MACRO.get(code, code)


@cache
def _detector() -> "LanguageIdentifier":
    """Load the detector when the first text needs it; most runs never do. It keeps nothing of what it reads."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
