"""From annotated articles to weights: which decisions are weighed, how their candidates are compared with gold.

`decisions.py` lists every weighed decision with its *collector*, a function that proposes what the extractor would
propose in an annotated article and says which candidates gold accepts. `studies.py` reads annotated articles,
`run.py` fits all decisions on them. Collectors have a module each, named as their decision. What is fitted and how it
is checked knows nothing of articles and lives in `newsfacts/weigh`.
"""
