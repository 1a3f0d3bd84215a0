"""Sentences of news with the values that they must have."""

import time
from datetime import date, datetime

import pytest

from memcon.times import Timex, find

DAY = "2022-03-05"


def read(text: str, published: str | None = DAY) -> list[tuple[str, str | None]]:
    return [(t.quote, t.edtf) for t in find(text, published)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The envoy flew in on Saturday.", [("Saturday", "2022-03-05")]),
        ("The envoy flew in on Friday.", [("Friday", "2022-03-04")]),
        ("The council is set to meet on Friday.", [("Friday", "2022-03-11")]),
        ("They met Monday and will meet again Thursday.", [("Monday", "2022-02-28"), ("Thursday", "2022-03-10")]),
        ("He could leave as early as Tuesday.", [("Tuesday", "2022-03-08")]),
        ("The truce must be signed by Tuesday.", [("Tuesday", "2022-03-08")]),
        ("Until Tuesday, they had not spoken.", [("Tuesday", "2022-03-01")]),
        ("It was not until Tuesday that they met.", [("Tuesday", "2022-03-01")]),
        ("He landed on Wendsday.", [("Wendsday", "2022-03-02")]),
        ("Mr Munday met him.", []),
        (
            "He has hailed the vote to leave, telling reporters on a visit to Oslo on Friday that others will go.",
            [("Friday", "2022-03-04")],
        ),
        ("They failed to agree on a plan to stop the fighting on Friday.", [("Friday", "2022-03-04")]),
        ("In a speech on Friday that may anger Moscow, he praised the deal.", [("Friday", "2022-03-04")]),
        ("They called off a planned meeting Friday with the king.", [("Friday", "2022-03-04")]),
        ("Despite Friday's vote, the ban will stay.", [("Friday", "2022-03-04")]),
        ("The two are to meet on Friday.", [("Friday", "2022-03-11")]),
        ("The king arrives ahead of Friday's summit.", [("Friday", "2022-03-11")]),
        ("They leave a summit on May 2, 2021; he landed on Friday.", [("May 2, 2021", "2021-05-02"), ("Friday", "2022-03-04")]),
        ("The Sunday Times said so.", []),
        ("Signed by Ann and Jan Smith.", []),
        ("He flew on Tuesday to a base in the north at 18:00 UTC.", [("Tuesday", "2022-03-01"), ("18:00 UTC", "2022-03-01T18:00Z")]),
        (
            "A guard from 1 May 2022 was agreed on Wednesday, to stay until 30 June. That evening he flew home.",
            [("1 May 2022", "2022-05-01"), ("Wednesday", "2022-03-02"), ("30 June", "2022-06-30"), ("That evening", "2022-03-02")],
        ),
        (
            "He came on Wednesday and a vote is due on 12 June. The same day he flew home.",
            [("Wednesday", "2022-03-02"), ("12 June", "2022-06-12"), ("The same day", "2022-03-02")],
        ),
        ("He will land on Tuesday and will leave the same day.", [("Tuesday", "2022-03-08"), ("the same day", "2022-03-08")]),
        ("They spoke last week.", [("last week", "2022-02-21/2022-02-27")]),
        ("They will speak next week.", [("next week", "2022-03-07/2022-03-13")]),
        ("They spoke earlier this week.", [("earlier this week", "2022-02-28/2022-03-04")]),
        ("He is due later this year.", [("later this year", "2022")]),
        ("He left recently and returns soon.", [("recently", None), ("soon", None)]),
        ("They met last summer.", [("last summer", "2021-22")]),
        ("The war broke out seven years ago.", [("seven years ago", "2015")]),
        ("It began a decade ago.", [("a decade ago", "2012")]),
        ("It began half a century ago.", [("half a century ago", "1972")]),
        (
            "In the winter of 1944, on 5 May 1945 and in June 1946",
            [("the winter of 1944", "1944-24"), ("5 May 1945", "1945-05-05"), ("June 1946", "1946-06")],
        ),
        ("He called on 24 February; three days later he came.", [("24 February", "2022-02-24"), ("three days later", "2022-02-27")]),
        ("He called on Wednesday. The day before, he flew home.", [("Wednesday", "2022-03-02"), ("The day before", "2022-03-01")]),
        ("He called on Wednesday, the day before the vote.", [("Wednesday", "2022-03-02"), ("the day before", None)]),
        ("The war is in its tenth day on Saturday.", [("tenth day on Saturday", "2022-02-24/..")]),
        ("He left in the early hours of Saturday morning.", [("the early hours of Saturday morning", "2022-03-05")]),
        ("He left at 4 a.m. on Saturday.", [("4 a.m.", "2022-03-05T04"), ("Saturday", "2022-03-05")]),
        ("At 5:30 p.m. Friday it ended.", [("5:30 p.m. Friday", "2022-03-04T17:30")]),
        ("Talks ran from April 3 to 6, 2021.", [("April 3", "2021-04-03"), ("6, 2021", "2021-04-06")]),
        ("May said that he may go in May.", [("May", "2022-05")]),
        ("They met on 3 May and on 4 May they left.", [("3 May", "2022-05-03"), ("4 May", "2022-05-04")]),
        ("Only some 20 May Day marchers came; 12 may go.", [("May Day", "2022-05-01")]),
        ("After the Sept. 11 attacks they met.", [("Sept. 11", "2001-09-11")]),
        ("He killed 2014 people and left in 2014.", [("2014", "2014")]),
        ("The sun rose. He sat.", []),
        ("The 38-year-old minister resigned.", []),
        ("It lost three quarters of its land.", []),
    ],
)
def test_edtf(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("a three-hour meeting", "DURATION", "PT3H"),
        ("for two weeks", "DURATION", "P2W"),
        ("a 90-minute call", "DURATION", "PT90M"),
        ("half an hour", "DURATION", "PT30M"),
        ("an hour and a half", "DURATION", "PT1.5H"),
        ("several months", "DURATION", "PXM"),
        ("a two-decade war", "DURATION", "P20Y"),
        ("the past five millennia", "DURATION", "P5000Y"),
        ("eight trading days", "DURATION", "P8D"),
        ("twice a week", "SET", "P1W"),
        ("every Friday", "SET", "XXXX-WXX-5"),
        ("every other day", "SET", "P2D"),
        ("the 1990s", "DATE", "199"),
        ("the 20th century", "DATE", "19"),
        ("this morning", "TIME", "2022-03-05TMO"),
        ("tonight", "TIME", "2022-03-05TNI"),
        ("last night", "TIME", "2022-03-04TNI"),
        ("over the weekend", "DATE", "2022-W09-WE"),
        ("this weekend", "DATE", "2022-W09-WE"),
        ("in the third quarter of 2021", "DATE", "2021-Q3"),
    ],
)
def test_timeml_value(text: str, kind: str, value: str) -> None:
    assert [(t.type, t.value) for t in find(text, DAY)] == [(kind, value)]


def test_the_offsets_give_the_quote() -> None:
    text = "Ünruh é — “Saturday”, said the envoy’s aide; next week he’d go."
    for timex in find(text, DAY):
        assert text[timex.start : timex.end] == timex.quote
    assert len(find(text, DAY)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "on Monday",
        "last week",
        "today",
        "this year",
        "seven years ago",
        "in March",
        "on March 5",
        "last summer",
        "at 5 p.m.",
        "the 15th, he left on the 15th.",
    ],
)
def test_without_a_publication_date_nothing_is_guessed(text: str) -> None:
    found = find(text)
    assert found
    assert all(t.edtf is None and "X" in t.value and not t.anchored for t in found)


def test_full_dates_need_no_publication_date() -> None:
    assert read("Signed on 13 September 1993.", None) == [("13 September 1993", "1993-09-13")]


@pytest.mark.parametrize("text", ["on February 30", "on Feb. 29, 2023", "31 June 2020", "2024-02-30", "on 31.02.2022"])
def test_impossible_dates_are_marked_and_not_resolved(text: str) -> None:
    assert [(t.value, t.edtf) for t in find(text, DAY)] == [("XXXX-XX-XX", None)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n",
        "12345 67890 0 00 000 1 2 3 99 100 999 1000 9999 10000",
        "0/0/0 99/99/9999 00:00 24:00 99:99",
        "5000 years ago",
        "9999999 centuries later",
        "in 0999",
        "٣ مارس ٢٠٢٢",
        "²³ years ago",
        "the 0th of May",
        "on February 29",
        "the 999th day on Saturday",
        "A" * 10000,
    ],
)
def test_odd_input_gives_no_traceback(text: str) -> None:
    for published in (None, DAY, "0001-01-01", "9999-12-31"):
        for timex in find(text, published):
            assert text[timex.start : timex.end] == timex.quote


@pytest.mark.parametrize(
    "published", [date(2022, 3, 5), datetime(2022, 3, 5, 23, 59), "2022-03-05", "2022-03-05T10:00:00Z", " 2022-03-05 "]
)
def test_publication_dates_of_all_kinds(published: date | str) -> None:
    assert [t.value for t in find("today", published)] == ["2022-03-05"]


@pytest.mark.parametrize("published", ["yesterday", "", "2022-13-01", "5 March 2022"])
def test_a_publication_date_that_is_none_is_refused(published: str) -> None:
    with pytest.raises(ValueError, match="published must be a date"):
        find("today", published)


def test_today_is_the_day_of_the_dateline() -> None:
    text = "WASHINGTON, March 3 (Reuters) - The envoy left today."
    assert [(t.quote, t.value) for t in find(text, "2022-03-04")] == [("March 3", "2022-03-03"), ("today", "2022-03-03")]


def test_a_date_says_what_it_was_counted_from() -> None:
    text = "He called on Wednesday; three days later he came, and he leaves next week."
    found = find(text, DAY)
    assert [(t.value, t.counted_from) for t in found] == [("2022-03-02", None), ("2022-03-05", text.index("Wednesday")), ("2022-W10", None)]


def test_a_timex_is_frozen() -> None:
    timex = find("today", DAY)[0]
    assert isinstance(timex, Timex)
    with pytest.raises(AttributeError):
        timex.value = "2022"  # type: ignore[misc]


@pytest.mark.parametrize("unit", ["one ", "and one ", "last year ", "Monday , ", "1998 - ", "to "])
def test_time_grows_no_faster_than_the_text(unit: str) -> None:
    """A page of number words once took minutes; ten seconds is far more than any of these needs."""
    begun = time.perf_counter()
    find(unit * 5000, DAY)
    assert time.perf_counter() - begun < 10
