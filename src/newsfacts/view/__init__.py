"""Records to look at and to correct: one page, in one file, that needs nothing else.

Phases: records and, where given, their texts (`reading.py`) → an index in columns, by which the page lists, filters and
draws (`index.py`), and a line for each article, parsed when somebody opens it (`lines.py`) → with the fields that may
be corrected (`forms.py`) and the files of `page/` into one file of HTML (`report.py`).

Texts and titles are strangers': they travel as JSON in which `<` is escaped, the page puts them in as text and never as
HTML, and its policy lets no script and no style run but its own, whose hashes it names, and nothing be fetched.
"""

from newsfacts.view.reading import read_records, texts_of
from newsfacts.view.report import MADE_BY, Report, report

__all__ = ["MADE_BY", "Report", "read_records", "report", "texts_of"]
