"""Bounds, ranges, counts and intervals."""

from datetime import date

import pytest

from memcon.times import Interval, bounded, find, finer, interval, open_from, ranges, relation, start_of_count
from memcon.times.calendar import Period
from memcon.times.edtf import after, before, closed, opened, point


@pytest.mark.parametrize(
    ("text", "name", "edtf"),
    [
        ("The ban has stood since 2014.", "since", "2014/.."),
        ("The crisis that began in 2008 goes on.", "since", "2008/.."),
        ("It must end by May 2019.", "by", "../2019-05"),
        ("It stays until 31 March 2018.", "until", "../2018-03-31"),
        ("They met before 2018.", "before", "../2017"),
        ("They met after 2018.", "after", "2019/.."),
        ("They met after Tuesday's vote.", None, "2018-04-03"),
        ("They met in 2014.", None, "2014"),
        ("It must go before the end of the year.", "before", "../2018"),
        ("The ban takes effect from 1 May 2018.", "since", "2018-05-01/.."),
        ("It holds from January 2017 on.", "since", "2017-01/.."),
        ("Troops will leave within six months.", "by", "../2018-10"),
    ],
)
def test_relation_and_bound(text: str, name: str | None, edtf: str) -> None:
    timex = find(text, "2018-04-04")[0]
    assert (relation(text, timex), bounded(text, timex)) == (name, edtf)


def test_open_from_keeps_the_grain() -> None:
    assert [open_from(t) for t in find("last week; soon", "2022-03-05")] == ["2022-02-21/..", None]


@pytest.mark.parametrize(
    ("text", "quote", "edtf"),
    [
        ("They met from Monday to Thursday.", "Monday to Thursday", "2022-02-28/2022-03-03"),
        ("They met between April 3 and 6, 2021.", "April 3 and 6, 2021", "2021-04-03/2021-04-06"),
        ("They met 3-6 April 2021.", "3-6 April 2021", "2021-04-03/2021-04-06"),
        ("He ruled from 1990 to 2001.", "1990 to 2001", "1990/2001"),
        ("The 2014-15 war", "2014-15", "2014/2015"),
        ("It ran from November to February.", "November to February", "2021-11/2022-02"),
    ],
)
def test_ranges(text: str, quote: str, edtf: str) -> None:
    assert [(r.quote, r.edtf) for r in ranges(text, find(text, "2022-03-05"))] == [(quote, edtf)]


def test_two_days_in_a_list_are_no_range() -> None:
    text = "They met on Monday and Thursday."
    assert ranges(text, find(text, "2022-03-05")) == []


def test_the_second_end_of_a_range_is_not_before_the_first() -> None:
    text = "They will meet from Thursday to Monday."
    assert [r.edtf for r in ranges(text, find(text, "2022-03-01"))] == ["2022-03-03/2022-03-07"]


def test_start_of_count() -> None:
    assert start_of_count(date(2022, 3, 5), 10) == date(2022, 2, 24)
    assert start_of_count(date(2022, 3, 5), 2, "week") == date(2022, 2, 26)
    with pytest.raises(ValueError, match="begins with 1"):
        start_of_count(date(2022, 3, 5), 0)


@pytest.mark.parametrize("edtf", ["", "..", "soon", "2022-13", "2022-03-05/x", "1/2/3", "2022-02-30"])
def test_what_is_no_edtf_is_refused(edtf: str) -> None:
    with pytest.raises(ValueError, match="not an EDTF"):
        interval(edtf)


def test_intervals_compare() -> None:
    week, day = interval("2022-02-21/2022-02-27"), interval("2022-02-24")
    assert week.contains(day)
    assert not day.contains(week)
    assert week.overlaps(interval("../2022-02-21"))
    assert not week.overlaps(interval("2022-02-28/.."))
    assert interval("2022-03-05T04") == Interval(date(2022, 3, 5), date(2022, 3, 5))
    assert finer("2022-02-24/..", "2022-02") == "2022-02"
    assert (before("0001"), after("9999")) == (None, None)


def test_seasons_are_the_northern_ones_of_meteorology() -> None:
    winter = interval("2015-24")
    assert winter == Interval(date(2015, 12, 1), date(2016, 2, 29))
    assert winter.contains(interval("2016-01"))
    assert (before("2015-24"), after("2015-24")) == ("../2015-23", "2016-21/..")
    assert (opened("2016-21"), closed("2016-21")) == ("2016-21/..", "../2016-21")
    assert finer("2016-22", "2016") == "2016-22"
    assert (before("0001-21"), after("9999-24")) == (None, None)
    assert point("9999-24") == Period("season", date(9999, 12, 1))
    with pytest.raises(ValueError, match="not an EDTF"):
        interval("2016-25")


def test_bounds_of_a_season() -> None:
    text = "The ban has stood since last summer and must end by next spring."
    assert [bounded(text, timex) for timex in find(text, "2016-01-30")] == ["2015-22/..", "../2016-21"]
