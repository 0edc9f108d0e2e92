"""The nine tables, derived from the models; `article_id` joins them all."""

from newsfacts.record import FACTS, NUMBERS, Event, EventPerson, Failure, Person, Record, Role, Section
from newsfacts.tables.columns import Column, Table, Type, columns_of, merge

__all__ = ["TABLES", "table"]

_ARTICLE = next(column for column in columns_of(Record) if column.name == "article_id")
_PERSON = next(column for column in columns_of(Person) if column.name == "person_id")
_EVENT = next(column for column in columns_of(Event) if column.name == "event_id")
_ROLE = Column("role_index", Type.INTEGER, False, "Place among the person's roles, from 0.")


def _columns(name: str) -> tuple[Column, ...]:
    """Give the columns of the kinds of fact that a table holds, side by side."""
    return merge([columns_of(model) for model in FACTS if model.table == name])


TABLES: tuple[Table, ...] = (
    Table(
        "articles",
        "One row an article that has a record.",
        columns_of(Record, without=("sections", "people", "events", "facts")),
        ("article_id",),
    ),
    Table("sections", "One row a section.", (_ARTICLE, *columns_of(Section)), ("article_id", "section_id")),
    Table(
        "people",
        "One row a person who is named in an article; the same person in two articles is two rows.",
        (_ARTICLE, *columns_of(Person, without=("roles",))),
        ("article_id", "person_id"),
    ),
    Table(
        "roles",
        "One row a role of a person: title, rank, organisation.",
        (_ARTICLE, _PERSON, _ROLE, *columns_of(Role)),
        ("article_id", "person_id", "role_index"),
    ),
    Table(
        "events",
        "One row a happening that an article tells of; `event_id` of facts and quotes names it within the article.",
        (_ARTICLE, *columns_of(Event, without=("people", "fact_ids"))),
        ("article_id", "event_id"),
    ),
    Table(
        "event_people",
        "One row a person who takes part in a happening.",
        (_ARTICLE, _EVENT, *columns_of(EventPerson)),
        ("article_id", "event_id", "person_id"),
    ),
    Table(
        "facts",
        f"One row a fact with a number ({', '.join(sorted(NUMBERS))}); columns of other kinds are null.",
        (_ARTICLE, *_columns("facts")),
        ("fact_id",),
    ),
    Table("quotes", "One row a piece of direct speech.", (_ARTICLE, *_columns("quotes")), ("fact_id",)),
    Table(
        "failures",
        "One row an article without a record, and one for each number that does not fit DECIMAL(38, 6).",
        columns_of(Failure),
        (),
    ),
)
"""All tables, in the order in which they refer to each other."""


def table(name: str) -> Table:
    """Find a table by its name."""
    return next(candidate for candidate in TABLES if candidate.name == name)
