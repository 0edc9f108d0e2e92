"""Every error that newsfacts raises on purpose.

    NewsfactsError
    ├── InputError          a text, file or line that cannot be read as an article
    ├── ModelError          the spaCy pipeline is missing or is not usable
    ├── LexiconError        a line of a lexicon is malformed (raised at load)
    ├── RuleError           a rule is malformed (raised at load)
    ├── PackError           a pack lacks something, or holds what nobody reads (raised at load)
    ├── OutputError         a result cannot be written
    ├── EvaluationError     gold or records that cannot be compared
    └── WeightsError        a table of weights is missing or malformed, or evidence is in no catalogue

A message says where, what was found and what would be right, and names the command that helps where there is one.
"""

__all__ = [
    "EvaluationError",
    "InputError",
    "LexiconError",
    "ModelError",
    "NewsfactsError",
    "OutputError",
    "PackError",
    "RuleError",
    "WeightsError",
]


class NewsfactsError(Exception):
    """Be the root of all errors that newsfacts raises on purpose."""


class InputError(NewsfactsError):
    """Say that a text, file or line cannot be read as an article."""


class ModelError(NewsfactsError):
    """Say that the spaCy pipeline is missing or cannot be used."""


class LexiconError(NewsfactsError):
    """Say that a lexicon line is malformed, with its file and line number."""


class RuleError(NewsfactsError):
    """Say that a rule is malformed, with its id."""


class PackError(NewsfactsError):
    """Say that a pack lacks something or holds what nobody reads, with the file."""


class OutputError(NewsfactsError):
    """Say that a result cannot be written, and where."""


class EvaluationError(NewsfactsError):
    """Say that gold annotations and records cannot be compared."""


class WeightsError(NewsfactsError):
    """Say that a table of weights is missing or malformed, or that evidence stands in no catalogue."""
