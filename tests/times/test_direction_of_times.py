"""Before or after publication: weekdays, months and edges of a year by the words around them."""

import pytest

from memcon.times import find
from memcon.times.tense import tense

DAY = "2022-03-05"  # a Saturday


def read(text: str, published: str = DAY) -> list[tuple[str, str | None]]:
    return [(t.quote, t.edtf) for t in find(text, published)]


@pytest.mark.parametrize(
    ("text", "quote", "edtf"),
    [
        # a date that is what is said of something, in the present
        ("The cut-off is Nov. 12, the board said.", "Nov. 12", "2022-11-12"),
        ("The concert is Thursday.", "Thursday", "2022-03-10"),
        ("The hearing is on Thursday in Oslo.", "Thursday", "2022-03-10"),
        ("The envoys are still aiming for early August.", "early August", "2022-08"),
        ("She is flying on Thursday.", "Thursday", "2022-03-10"),
        ("The pass is now closed through October.", "October", "2022-10"),
        ("Officers are examining a fire on Thursday.", "Thursday", "2022-03-03"),
        ("He expects an answer Thursday.", "Thursday", "2022-03-10"),
        # words of the future that are no verbs
        ("The king studied plans Thursday.", "Thursday", "2022-03-03"),
        ("They debated the road ahead on Thursday.", "Thursday", "2022-03-03"),
        ("They debated the upcoming vote Thursday.", "Thursday", "2022-03-03"),
        ("The firm plans a sale on Thursday.", "Thursday", "2022-03-10"),
        # clauses that stand between
        ("On Thursday, the duke -- who had backed a rival -- will speak.", "Thursday", "2022-03-10"),
        ("On Thursday, the duke, who had backed a rival, will speak.", "Thursday", "2022-03-10"),
        ("On Thursday, the duke (who had backed a rival) will speak.", "Thursday", "2022-03-10"),
        ("On Thursday, the duke, who will retire, spoke.", "Thursday", "2022-03-03"),
        ("The bank will meet the duke (who resigned) on Thursday.", "Thursday", "2022-03-10"),
        # what was intended and called off is the nearer one
        ("A march planned for Friday was cancelled.", "Friday", "2022-03-04"),
        ("A march planned for Monday was cancelled.", "Monday", "2022-03-07"),
        ("A march planned for Friday will go on.", "Friday", "2022-03-11"),
        ("The march was planned for Friday.", "Friday", "2022-03-11"),
        # a relative clause tells when
        ("They will debate the raid on Thursday that killed two.", "Thursday", "2022-03-03"),
        ("They will debate the raid on Thursday, which killed two.", "Thursday", "2022-03-03"),
        ("They will say on Thursday that the raid failed.", "Thursday", "2022-03-10"),
        # the nearer month where nothing tells
        ("The congress in May", "May", "2022-05"),
        ("The congress in November", "November", "2021-11"),
        ("He is bent on winning before the congress in May, but a rival has organized well.", "May", "2022-05"),
    ],
)
def test_direction(text: str, quote: str, edtf: str) -> None:
    assert (quote, edtf) in read(text)


@pytest.mark.parametrize(
    ("text", "published", "edtf"),
    [
        ("The fund was larger at year's end.", "2022-01-06", "2021"),
        ("The fund was larger at the end of the year.", "2022-01-06", "2021"),
        ("The fund will be larger at year's end.", "2022-01-06", "2022"),
        ("The fund was larger at year's end.", "2022-06-06", "2022"),
        ("The post fell at the end of the month.", "2022-03-03", "2022-02"),
    ],
)
def test_the_end_of_a_year_that_has_just_begun(text: str, published: str, edtf: str) -> None:
    assert [t.edtf for t in find(text, published)] == [edtf]


def test_a_day_that_was_named_keeps_its_year() -> None:
    text = "The tunnel is to open by Nov. 12, 2022. There are fines for each day that it was shut beyond Nov. 12."
    assert [e for q, e in read(text) if q.startswith("Nov")] == ["2022-11-12", "2022-11-12"]
    assert read("He was born on Nov. 12, 1950, and died on Nov. 12.")[-1] == ("Nov. 12", "2021-11-12")
    assert read("They met on Nov. 12, 2021, and will meet on Nov. 12.")[-1] == ("Nov. 12", "2022-11-12")


def test_a_weekday_that_was_named_is_the_same_one() -> None:
    assert read("Doors open on Monday, March 7. Monday in brief:")[-1] == ("Monday", "2022-03-07")


@pytest.mark.parametrize(
    ("text", "published", "edtf"),
    [
        ("With the winter season near, prices rise.", "2021-11-26", "2021-24"),
        ("It snowed in the winter.", "2022-03-05", "2021-24"),
        ("Votes will be held in the spring.", "2021-11-26", "2022-21"),
        ("They met last winter.", "2022-01-10", "2020-24"),
        ("They met this winter.", "2022-01-10", "2021-24"),
        ("They met this winter.", "2022-03-10", "2021-24"),
        ("She will need them in the fall.", "2022-06-09", "2022-23"),
        ("They met in the fall of 2016.", "2022-06-09", "2016-23"),
    ],
)
def test_seasons(text: str, published: str, edtf: str) -> None:
    assert [t.edtf for t in find(text, published)] == [edtf]


@pytest.mark.parametrize(
    "text", ["( who", "monday , who", "monday - - who", ") monday (", "monday that", "monday , which", "planned for monday", "'s plans"]
)
def test_odd_words_have_some_tense(text: str) -> None:
    words = text.split()
    for first in range(len(words)):
        assert tense(words, first, first + 1) in ("", "past", "future", "near")
