"""Days that the hour makes one: an evening in Washington is the next day in Seoul, but a second call is a second call."""

from dataclasses import replace

import pytest
from tests.merging.merging_cases import span, tells

import memcon
from memcon.merging import Told, Witness, could_meet, merge_all, weigh
from memcon.merging.hours import filed
from memcon.model import When

WASHINGTON, LONDON, MOSCOW, DELHI, SEOUL = -5.1, 0.0, 2.5, 5.1, 8.5
MONDAY, TUESDAY = "2022-03-07", "2022-03-08"
RAID = ("ASSAULT/aerial", "Israel > Iran")
_REPORTS = [0]


def told(
    day: str, zone: float | None, when: str = "", act: str = "CONSULT/call", who: str = "USA > China", place: str = "", words: str = ""
) -> Told:
    """A report filed in that zone, which tells of an act on that day in words."""
    _REPORTS[0] += 1
    number = _REPORTS[0]
    one = tells(f"m r{number} {TUESDAY} | {act} happened | {who} | {day} | {place}", words)
    event = replace(one.event, when=When(day, span(when or day)))
    return Told.of(f"{number:04d}", event, one.witness, zone)


ONE = [
    (told(MONDAY, WASHINGTON), told(TUESDAY, SEOUL)),
    (told(MONDAY, WASHINGTON, "late on Monday"), told(TUESDAY, SEOUL)),
    (told(MONDAY, None, "Monday evening"), told(TUESDAY, None)),  # by the homes of those who phone
    (told(MONDAY, None), told(TUESDAY, SEOUL, "Tuesday morning")),
    (told(MONDAY, WASHINGTON, "late on Monday", who="USA > India"), told(TUESDAY, DELHI, who="USA > India")),
    (told(MONDAY, None, "late on Monday", who="Israel > Iran"), told(TUESDAY, None, "early on Tuesday", who="Israel > Iran")),
    (told(MONDAY, None, "overnight", *RAID, "Odesa"), told(TUESDAY, None, "before dawn", *RAID, "Odesa")),
    (told("2022-03-07T20:00-05:00", None), told(TUESDAY, SEOUL)),
]  # fmt: skip
TWO = [
    (told(MONDAY, SEOUL), told(TUESDAY, WASHINGTON)),  # the wrong way round
    (told(MONDAY, None), told(TUESDAY, None)),
    (told(MONDAY, WASHINGTON), told(TUESDAY, WASHINGTON)),
    (told(MONDAY, WASHINGTON, "Monday morning"), told(TUESDAY, SEOUL, "Tuesday evening")),
    (told(MONDAY, WASHINGTON, "early on Monday"), told(TUESDAY, SEOUL)),
    (told(MONDAY, LONDON, "late on Monday", who="France > Ukraine"), told(TUESDAY, MOSCOW, who="France > Ukraine")),  # near zones
    (told(MONDAY, WASHINGTON, who="USA > Russia"), told(TUESDAY, MOSCOW, who="USA > Russia")),  # nobody phones at four in the morning
    (told(MONDAY, WASHINGTON, words="called;tariffs"), told(TUESDAY, SEOUL, words="called;hostages")),
    (told(MONDAY, WASHINGTON), told(TUESDAY, SEOUL, act="CONSULT/meeting")),
    (told(MONDAY, WASHINGTON), told(TUESDAY, SEOUL, who="USA > China, India")),
    (told(MONDAY, WASHINGTON), told("2022-03-09", SEOUL)),
    (told(MONDAY, WASHINGTON, act="CONSULT/meeting", place="Paris"), told(TUESDAY, SEOUL, act="CONSULT/meeting", place="Berlin")),
    # talks of two days in Paris, told from New York and from Moscow: Paris has one day with both while people are awake
    (told(MONDAY, WASHINGTON, act="CONSULT/meeting", place="Paris"), told(TUESDAY, MOSCOW, act="CONSULT/meeting", place="Paris")),
    (told(MONDAY, None, "late on Monday", *RAID), told(TUESDAY, None, "early on Tuesday", *RAID)),
    (told(MONDAY, WASHINGTON, act="ACCUSE"), told(TUESDAY, SEOUL, act="ACCUSE")),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b"), ONE)
def test_one_event_on_two_days(a: Told, b: Told) -> None:
    assert could_meet(a, b)
    assert could_meet(b, a)
    assert weigh(a, b).one, weigh(a, b)
    assert weigh(a, b) == weigh(b, a)
    assert any("hours apart" in reason or "late on the one day" in reason for reason in weigh(a, b).reasons)
    assert len(merge_all([a, b])) == 1


@pytest.mark.parametrize(("a", "b"), TWO)
def test_two_events_on_two_days(a: Told, b: Told) -> None:
    assert not weigh(a, b).one
    assert not weigh(b, a).one


def test_the_same_day_is_the_nearer() -> None:
    """Who has both days to choose from stays with its own."""
    first, second, far = told(MONDAY, WASHINGTON), told(TUESDAY, WASHINGTON), told(TUESDAY, SEOUL)
    assert sorted(map(sorted, merge_all([first, second, far]))) == sorted([[first.id], sorted([second.id, far.id])])


REPORTS = {
    "wire": (
        "2026-03-03",
        "WASHINGTON (AP) - U.S. President Donald Trump met South Korean President Lee Jae-myung at the White House late on Monday to "
        "discuss tariffs, officials said.",
    ),
    "yonhap": (
        "2026-03-03",
        "SEOUL, March 3 (Yonhap) - President Lee Jae-myung and U.S. President Donald Trump held talks at the White House on Tuesday "
        "(Korean time) to discuss tariffs, his office said.",
    ),
    "announced": ("2026-03-01", "U.S. President Donald Trump will meet Lee Jae-myung at the White House on Monday."),
    "brief": ("2026-03-03", "Donald Trump met Lee Jae-myung at the White House on Monday about tariffs."),
    "another": ("2026-03-05", "WASHINGTON (AP) - Donald Trump met Lee Jae-myung at the White House on Wednesday to discuss tariffs."),
}


def test_reports_of_one_evening_from_two_continents() -> None:
    tolds = {}
    for name, (published, text) in REPORTS.items():
        record = memcon.read(text, published=published, model="rules")
        (event,) = (one for one in record.events if one.type == "CONSULT")
        tolds[name] = Told.of(name, event, Witness(name, published=published), filed(record))
    assert [tolds[name].zone for name in REPORTS] == [-5.1, 8.5, None, None, -5.1]
    assert merge_all(tolds.values()) == [["announced", "brief", "wire", "yonhap"], ["another"]]
