"""Dates of publication in the forms that files have: read, known in part, open in their order, or no date at all."""

import datetime
from decimal import Decimal
from typing import Any

import pytest

from newsfacts.article import Article
from newsfacts.article.published import DateOrder, Period, parse, prove_order
from newsfacts.errors import InputError

NINTH = datetime.date(2021, 11, 9)

DAYS: list[Any] = [
    *("2021-11-09", "2021-11-09T23:59:59Z", "2021-11-09 08:15", "2021-11-09T08:15:00.123+05:30", "20211109"),
    *("2021/11/9", "2021.11.09", "2021-11-09 08:15:00 UTC", "2021-11-09 08:15 PM", "2021-W45-2"),
    *("Tue, 09 Nov 2021 08:15:00 GMT", "Tue, 9 Nov 2021 08:15:00 -0500 (EST)", "9 Nov 21 08:15 +0000"),
    *("November 9, 2021", "Nov. 9, 2021", "Tuesday, November 9th, 2021 8:15 am", "nov 9 2021 at 8:15 pm"),
    *("9 November 2021", "9th of November, 2021", "the 9th November 2021", "09-Nov-2021", "2021 Nov 9"),
    *("Tue Nov  9 08:15:00 2021", "Tue Nov 09 08:15:00 EST 2021", "  9 NOVEMBER 2021 "),
    *("1636445700", 1636445700, 1636445700.25, "1636445700000", 1636445700000, 1636445700000000, Decimal(1636445700)),
    *(1636445700000000000, {"$date": "2021-11-09T08:15:00Z"}, {"$date": {"$numberLong": "1636445700000"}}),
    *("Published: 9 November 2021", "Last updated on Nov. 9, 2021, 8 a.m.", "Posted | Tuesday, 9 Nov 2021"),
    *(
        "November 9, 2021 at 8 p.m.",
        "November 9, 2021 - 8:15 a.m. ET",
        "20211109081500",
        "20211109T0815Z",
        "2021-11-09Z",
    ),
    *("/Date(1636445700000)/", "/Date(1636445700000+0000)/", '"2021-11-09"', '["2021-11-09"]', ["9 November 2021"]),
    *(datetime.date(2021, 11, 9), datetime.datetime(2021, 11, 9, 8, 15), 20211109),
]
"""Each of these is the ninth of November 2021."""


@pytest.mark.parametrize("value", DAYS, ids=str)
def test_a_day_is_read_in_every_form(value: Any) -> None:
    found = parse(value)
    assert found is not None
    assert (found.day, found.period, found.open_order) == (NINTH, None, False)


PERIODS = {
    "2019": Period(2019), "2019-04": Period(2019, 4), "2019/4": Period(2019, 4), "04/2019": Period(2019, 4),
    "April 2019": Period(2019, 4), "Apr. 2019": Period(2019, 4), "april, 2019": Period(2019, 4),
    "2019 April": Period(2019, 4), 2019.0: Period(2019),
}  # fmt: skip


@pytest.mark.parametrize(("value", "period"), PERIODS.items(), ids=str)
def test_a_year_or_month_is_known_and_no_day_is_made_of_it(value: Any, period: Period) -> None:
    found = parse(value)
    assert found is not None
    assert (found.day, found.period) == (None, period)


NONE: list[Any] = [
    *("soon", "May", "n/a", "2019-13-01", "2019-02-30", "30 February 2019", "99/99/2019", "12:30", "0000", "9999"),
    *("1", 7, -5, True, float("inf"), [2019], {"day": 9}, "3 of 12", "2019-04-01 to 2019-04-05", "1" * 5000),
    *("Feb 30, 2019", "issue 12 of 2019", "before 2019", "20211309081500", ["2019-04-01", "2019-04-02"], "/Date()/"),
    *("9" * 15 + "x", "April", "Tuesday", "12345", {"$date": None}, b"2019"),
]


@pytest.mark.parametrize("value", NONE, ids=lambda value: str(value)[:20])
def test_what_is_no_date_is_none_and_is_kept_as_it_was(value: Any) -> None:
    found = parse(value)
    assert found is not None
    assert (found.day, found.period) == (None, None)
    assert 0 < len(found.text) <= 101


@pytest.mark.parametrize("value", [None, "", "  ", float("nan")], ids=repr)
def test_nothing_given_is_nothing(value: Any) -> None:
    assert parse(value) is None


ORDERS = [
    ("07/08/2022", None, None),
    ("07/08/2022", DateOrder.DMY, datetime.date(2022, 8, 7)),
    ("07/08/2022", DateOrder.MDY, datetime.date(2022, 7, 8)),
    ("7.8.22 10:30", DateOrder.DMY, datetime.date(2022, 8, 7)),
    ("27-08-2022", None, datetime.date(2022, 8, 27)),
    ("08/27/2022", None, datetime.date(2022, 8, 27)),
    ("08/27/2022", DateOrder.DMY, datetime.date(2022, 8, 27)),  # the one way in which it is a date
    ("08/08/2022", None, datetime.date(2022, 8, 8)),  # the same either way
    ("Posted on 08/27/2022", None, datetime.date(2022, 8, 27)),
    ("Updated: 07/08/2022", DateOrder.DMY, datetime.date(2022, 8, 7)),
    ("31/31/2022", DateOrder.DMY, None),
]


@pytest.mark.parametrize(("text", "order", "day"), ORDERS)
def test_the_order_of_numbers_is_told_or_left_open(text: str, order: DateOrder | None, day: Any) -> None:
    found = parse(text, order)
    assert found is not None
    assert found.day == day


PROOFS: list[tuple[list[Any], DateOrder | None]] = [
    (["07/08/2022", "27/08/2022"], DateOrder.DMY),
    (["07/08/2022", "08/27/2022 10:00", None, 5], DateOrder.MDY),
    (["07/08/2022", "2022-08-27"], None),
    (["27/08/2022", "08/27/2022"], None),
    ([], None),
    (["99/08/2022"], None),
]


@pytest.mark.parametrize(("values", "order"), PROOFS)
def test_other_rows_prove_the_order(values: list[Any], order: DateOrder | None) -> None:
    assert prove_order(values) is order


def test_an_article_takes_what_can_be_read_and_refuses_the_rest() -> None:
    assert Article("a", "Text.", published="9 November 2021").published == NINTH
    known = Article("a", "Text.", published="2021-11")
    assert (known.published, known.published_text, known.published_period) == (None, "2021-11", Period(2021, 11))
    assert Article("a", "Text.").published_period is None
    for given, reason in (("07/08/2022", "may be read in two ways"), ("soon", "cannot be read"), (True, "cannot be")):
        with pytest.raises(InputError, match=reason):
            Article("a", "Text.", published=given)


@pytest.mark.parametrize(("article_id", "text"), [("", "Text."), ("a", " \n"), (5, "Text."), ("a", None)])
def test_an_article_without_id_or_text_is_refused(article_id: Any, text: Any) -> None:
    with pytest.raises(InputError, match=r"expected some text|give each article a name"):
        Article(article_id, text)
