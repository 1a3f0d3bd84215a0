"""Lengths, stretches, clock times and words that only look like times."""

import pytest

from memcon.times import find

DAY = "2022-03-05"


def values(text: str, published: str | None = DAY) -> list[tuple[str, str, str]]:
    return [(t.quote, t.type, t.value) for t in find(text, published)]


@pytest.mark.parametrize(
    ("text", "quote", "edtf"),
    [
        ("Exports rose in the last two months of 2021.", "the last two months of 2021", "2021-11/2021-12"),
        ("Exports rose in the first two weeks of April 2021.", "the first two weeks of April 2021", "2021-04-01/2021-04-14"),
        ("Exports rose in the final three months of last year.", "the final three months of last year", "2021-10/2021-12"),
        ("Exports fell in the last two weeks of the campaign.", "the last two weeks", None),
        ("Exports fell in the last forty weeks of April 2021.", "the last forty weeks of April 2021", None),
        ("He will stay for the next month.", "the next month", "2022-03-05/2022-04-05"),
        ("It grew over the last year.", "the last year", "2021-03/2022-03"),
        ("It grew in the past week.", "the past week", "2022-02-26/2022-03-05"),
        ("They meet next month.", "next month", "2022-04"),
    ],
)
def test_stretches(text: str, quote: str, edtf: str | None) -> None:
    assert [(t.quote, t.edtf) for t in find(text, DAY)] == [(quote, edtf)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("for five-plus weeks", [("five-plus weeks", "DURATION", "P5W")]),
        ("for 30-odd years", [("30-odd years", "DURATION", "P30Y")]),
        ("six fewer hours", [("six fewer hours", "DURATION", "PT6H")]),
        ("He swam it in 2 hours, 3 minutes and 4 seconds after a fall.", [("2 hours, 3 minutes and 4 seconds", "DURATION", "PT2H3M4S")]),
        ("a term of a year and two months", [("a year and two months", "DURATION", "P1Y2M")]),
        ("for two months and two weeks", [("two months and two weeks", "DURATION", "P2M14D")]),
        ("The 2 years and 3 months old girl left.", []),
        ("five days and two years", [("five days", "DURATION", "P5D"), ("two years", "DURATION", "P2Y")]),
        ("It will take a matter of weeks.", [("a matter of weeks", "DURATION", "PXW")]),
        ("Weeks passed.", [("Weeks", "DURATION", "PXW")]),
        ("It may be weeks before he knows.", [("weeks", "DURATION", "PXW")]),
        ("It snowed all night.", [("all night", "DURATION", "P1D")]),
        ("He stayed the whole month.", [("the whole month", "DURATION", "P1M")]),
        ("He stayed throughout the week.", [("the week", "DURATION", "P1W")]),
        ("She trains everyday.", [("everyday", "SET", "P1D")]),
        ("an everyday matter", []),
        ("They cook two meals a day.", [("a day", "SET", "P1D")]),
        ("They see one or two a month.", [("a month", "SET", "P1M")]),
        ("He sold the firm two years back.", [("two years back", "DATE", "2020")]),
        ("If by that time none is named, it ends.", []),
        ("They meet on 7 March; by that time he knows.", [("7 March", "DATE", "2022-03-07"), ("that time", "DATE", "2022-03-07")]),
    ],
)
def test_lengths_and_what_was_missed(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "quote", "value"),
    [
        ("He fell on Tuesday night, March 1.", "Tuesday night, March 1", "2022-03-01TNI"),
        ("He fell on Tuesday night March 1.", "Tuesday night March 1", "2022-03-01TNI"),
        ("He fell in the early morning hours of March 1, 2021.", "the early morning hours of March 1, 2021", "2021-03-01TMO"),
        ("He fell in the late evening hours of Tuesday.", "the late evening hours of Tuesday", "2022-03-01TEV"),
        ("He fell on a recent Tuesday.", "a recent Tuesday", "XXXX-WXX-2"),
        ("He fell on a recent Tuesday night.", "a recent Tuesday night", "XXXX-WXX-2TNI"),
        ("He fell on a recent morning.", "a recent morning", "XXXX-XX-XXTMO"),
    ],
)
def test_one_expression_with_its_part_of_the_day(text: str, quote: str, value: str) -> None:
    assert [(t.quote, t.value) for t in find(text, DAY)] == [(quote, value)]


@pytest.mark.parametrize(
    "text",
    [
        "How long ago did he leave, and how soon is he back?",
        "the now-closed gate and the soon-to-close shop",
        "about a quarter, of its clubs",
        "a quarter of its clubs and one-quarter of ours",
        "He asked 2013 likely voters and 1996 adults.",
        "They joined the March for Peace and the March on Rome.",
        "20th Century Fox and 21st Century Insurance",
        "She sang in A Christmas Carol beside a Christmas tree.",
        "He drove a 1998 Toyota Corolla behind her 2004 Ford.",
    ],
)
def test_what_only_looks_like_a_time(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("In 1996 adults were few.", ["1996"]),
        ("They left in March for Rome.", ["March"]),
        ("In the 20th century he ruled.", ["the 20th century"]),
        ("Christmas is near.", ["Christmas"]),
        ("A 2003 Senate report said so.", ["2003"]),
        ("It fell a quarter ago, in the first quarter.", ["a quarter ago", "the first quarter"]),
    ],
)
def test_what_still_is_a_time(text: str, quotes: list[str]) -> None:
    assert [t.quote for t in find(text, DAY)] == quotes


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The van crashed on Tuesday. He was found at 5:30 a.m. by a farmer.", "2022-03-01T05:30"),
        ("The van crashed on Tuesday. It is repaired. It burned. Rain fell. He was found at 5:30 a.m. by a farmer.", "2022-03-05T05:30"),
        ("The van crashed on Tuesday. The inquest will begin at 5:30 a.m. in Oslo.", "2022-03-05T05:30"),
        ("It lands at 6:40 p.m. (GMT +8).", "2022-03-05T18:40+08:00"),
        ("It lands at 18:40 UTC+5:30.", "2022-03-05T18:40+05:30"),
        ("It lands at 18:40 GMT.", "2022-03-05T18:40Z"),
    ],
)
def test_clock_times(text: str, edtf: str) -> None:
    assert find(text, DAY)[-1].edtf == edtf


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("at 5 p.m.", "time"), ("on Tuesday night", "time"), ("on Tuesday", "day"), ("last week", "week"), ("the past week", "interval"),
        ("in May 2019", "month"), ("in the summer of 2019", "season"), ("in the third quarter of 2019", "quarter"),
        ("in the first half of 2019", "half"), ("in 2019", "year"), ("in the 1990s", "decade"), ("in the 20th century", "century"),
        ("over the weekend", "interval"), ("within six months", "open"), ("recently", None), ("for two weeks", None),
    ],
)  # fmt: skip
def test_precision(text: str, precision: str | None) -> None:
    assert [t.precision for t in find(text, DAY)] == [precision]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("From 13 May to 15 May 2016 he was in Lima.", ["2016-05-13", "2016-05-15"]),
        ("He was there between November and March 2014.", ["2013-11", "2014-03"]),
        ("In March, April and June 2014 he met her.", ["2014-03", "2014-04", "2014-06"]),
        ("On 29 February and 2 March 2014 he met her.", ["2020-02-29", "2014-03-02"]),
        ("He left in May. March 2014 was cold.", ["2022-05", "2014-03"]),
    ],
)
def test_a_year_said_once_is_that_of_what_stands_beside(text: str, days: list[str]) -> None:
    assert [t.edtf for t in find(text, "2022-03-05")] == days


@pytest.mark.parametrize(
    ("text", "quote", "edtf"),
    [
        ("A deal of January 2014 was broken. In May that year they met.", "May that year", "2014-05"),
        ("They signed on 27 April 2019. On July 5 of that year it fell.", "July 5 of that year", "2019-07-05"),
        ("They signed in 2019. On 5 July of the same year it fell.", "5 July of the same year", "2019-07-05"),
    ],
)
def test_months_of_the_year_told_last(text: str, quote: str, edtf: str) -> None:
    assert [(t.quote, t.edtf) for t in find(text, DAY)][-1] == (quote, edtf)
