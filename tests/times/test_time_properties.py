"""What must hold of every text."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from memcon.times import Interval, Timex, bounded, find, interval, ranges
from memcon.times.edtf import after, before, closed, opened
from memcon.times.lexicon import words
from memcon.times.rules import grammar

WORDS = (
    "on Monday Saturday last next this week month year March May 5 31 2014 30 the a three two days ago later earlier before after since "
    "until by from to and between today yesterday tomorrow morning night noon 10 p.m. first tenth day quarter summer Christmas every daily "
    "of in , . - will met said recently now half hour century decade 1990s BC Easter weekend within months 14:30 GMT Q3 '98 "
    "winter fall plans planned who is ( ) was plus all"
).split()
LEXICON = tuple(word for members in words().values() for word in members)
MIXED = st.lists(st.sampled_from(WORDS) | st.sampled_from(LEXICON).map(str.title), min_size=1, max_size=9).map(" ".join)
EXTREMES = st.sampled_from([date.min, date.max, date(1900, 2, 28), date(2000, 2, 29)])
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=14).map(" ".join)
DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1))
RELATIVE = [
    "They met on Monday.",
    "They will meet on Friday.",
    "They met last week.",
    "They met two weeks ago.",
    "They met ten days ago.",
    "They met yesterday.",
    "He leaves tomorrow night.",
    "He left this morning.",
    "They met over the weekend.",
    "They met earlier this week.",
    "They meet next week.",
    "They met on Tuesday; three days later he left.",
    "It was in its tenth day on Saturday.",
    "He left last Friday night.",
    "They meet within three weeks.",
    "They met at 5 p.m. on Thursday.",
    "They met Thursday last week.",
]


def days_of(timex: Timex) -> list[date]:
    ends = interval(timex.edtf) if timex.edtf else None
    return [day for day in (ends.first, ends.last) if day is not None] if ends else []


@given(TEXTS, st.none() | DAYS)
def test_offsets_order_and_intervals(text: str, published: date | None) -> None:
    found = find(text, published)
    for timex in found:
        assert text[timex.start : timex.end] == timex.quote
        assert timex.type in ("DATE", "TIME", "DURATION", "SET")
        if timex.edtf is not None:
            ends = interval(timex.edtf)
            assert ends.first is None or ends.last is None or ends.first <= ends.last
    assert all(a.end <= b.start for a, b in pairwise(found))


@given(TEXTS | MIXED)
def test_what_a_rule_matches_has_some_of_all_that_it_needs(text: str) -> None:
    classes = grammar().alphabet.tokens(text).classes
    for rule in grammar().rules:
        if rule.regex.search(classes):
            assert not any(chars.isdisjoint(classes) for chars in rule.needed), rule.name


@given(st.text(max_size=80), st.none() | DAYS)
@settings(max_examples=200)
def test_any_text_is_read(text: str, published: date | None) -> None:
    for timex in find(text, published):
        assert text[timex.start : timex.end] == timex.quote


@given(MIXED, st.none() | DAYS | EXTREMES)
@settings(max_examples=300)
def test_bounds_and_ranges_of_any_words(text: str, published: date | None) -> None:
    found = find(text, published)
    for edtf in [*(bounded(text, timex) for timex in found), *(pair.edtf for pair in ranges(text, found))]:
        ends = interval(edtf) if edtf else None
        assert ends is None or ends.first is None or ends.last is None or ends.first <= ends.last


@given(TEXTS, TEXTS, DAYS)
def test_a_value_does_not_hang_on_later_paragraphs(text: str, more: str, published: date) -> None:
    before = find(text + ".\n\n", published)
    assert find(text + ".\n\n" + more, published)[: len(before)] == before


@given(st.sampled_from(RELATIVE), DAYS)
def test_a_week_later_every_relative_value_is_a_week_later(text: str, published: date) -> None:
    here, there = find(text, published), find(text, published + timedelta(7))
    assert [t.quote for t in here] == [t.quote for t in there]
    for a, b in zip(here, there, strict=True):
        assert [day + timedelta(7) for day in days_of(a)] == days_of(b)
        assert bool(days_of(a)) or not a.anchored


@given(st.integers(1, 9999), st.integers(21, 24))
def test_seasons_follow_one_another(year: int, season: int) -> None:
    edtf = f"{year:04d}-{season}"
    here, earlier, later = interval(edtf), before(edtf), after(edtf)
    assert here.first is not None
    assert here.last is not None
    assert here.first <= here.last
    assert earlier is None or interval(earlier).last == here.first - timedelta(1)
    assert later is None or interval(later).first == here.last + timedelta(1)
    assert interval(opened(edtf) or "") == Interval(here.first, None)
    assert interval(closed(edtf) or "") == Interval(None, here.last)


@given(st.dates(), st.sampled_from(["spring", "summer", "autumn", "winter"]))
def test_the_last_season_is_over_and_the_next_is_ahead(published: date, season: str) -> None:
    last, coming = find(f"They met last {season} and will meet next {season}.", published)
    if last.edtf:
        assert (interval(last.edtf).last or date.max) < published
    if coming.edtf:
        assert (interval(coming.edtf).first or date.min) > published


@given(MIXED, st.none() | DAYS | EXTREMES)
def test_every_time_with_an_edtf_has_a_precision(text: str, published: date | None) -> None:
    for timex in find(text, published):
        assert (timex.precision is None) == (timex.edtf is None)


@given(st.lists(st.integers(0, 10**9).map(str) | st.sampled_from(["-", "/", ":", ".", ",", "%", "'98"]), max_size=30).map(" ".join))
def test_a_text_of_numbers_is_read(text: str) -> None:
    for published in (None, date.min, date(2022, 3, 5), date.max):
        find(text, published)


@given(TEXTS)
def test_without_a_date_nothing_is_worked_out_from_one(text: str) -> None:
    assert find(text, None) == find(text, None)
    assert not any(t.edtf and t.anchored for t in find(text.replace("2014", "").replace("'98", ""), None))
