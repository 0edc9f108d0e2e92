"""Print one hash of the records of each set of articles, to show that a change of the code changed no record.

    python bench/same_bytes.py corpus/articles FILE.jsonl … [--limit N] [--keep FOLDER]

Each argument is anything that `newsfacts extract` reads. With --keep the records are written to FOLDER, one file a set,
so that two runs can be compared line by line. The articles of corpus/ are told no date, so that the hash needs no gold.
"""

import argparse
import hashlib
from itertools import islice
from pathlib import Path

import newsfacts
from newsfacts.record import Failure, Record, to_json
from newsfacts.sources import ReadOptions, read


def line_of(extractor: newsfacts.Extractor, article: newsfacts.Article | Failure) -> str:
    """Give the line that a run writes for an article, of the record or of the failure."""
    if isinstance(article, Failure):
        return to_json(article)
    found: Record | Failure = next(iter(extractor.pipe([article])))
    return to_json(found)


def main() -> None:
    """Read, extract, print."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("inputs", nargs="+")
    arguments.add_argument("--limit", type=int, help="read no more articles than these of each input")
    arguments.add_argument("--keep", type=Path, help="write the records there")
    given = arguments.parse_args()
    extractor = newsfacts.load()
    for each in given.inputs:
        lines = [line_of(extractor, article) for article in islice(read([each], ReadOptions()), given.limit)]
        text = "".join(f"{line}\n" for line in lines)
        print(f"{hashlib.sha256(text.encode()).hexdigest()}  {len(lines):>6}  {each}")
        if given.keep:
            given.keep.mkdir(parents=True, exist_ok=True)
            (given.keep / f"{Path(each).name.split('.')[0]}.jsonl").write_text(text, "utf-8")


if __name__ == "__main__":
    main()
