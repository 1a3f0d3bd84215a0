"""Reports as they are written: six on one meeting, with the call of the day before, the next meeting and another pair of ministers."""

import pytest

import memcon
from memcon.merging import Context, Told, Witness, merge_all

REPORTS = {
    "wire": (
        "2022-03-06",
        "Israeli Prime Minister Naftali Bennett met Russian President Vladimir Putin at the Kremlin on Saturday to discuss the war in "
        "Ukraine, his spokesman said. The meeting lasted three hours.",
    ),
    "dateline": (
        "2022-03-06",
        "MOSCOW — Vladimir Putin and Naftali Bennett held talks in Moscow on March 5 about the fighting in Ukraine, the Kremlin said. "
        "The two had spoken by phone on Friday. They will meet again in Jerusalem on March 12.",
    ),
    "evening": (
        "2022-03-05",
        "The Israeli prime minister, Naftali Bennett, is in Moscow for talks with Putin on Saturday, Israeli media reported.",
    ),
    "analysis": (
        "2022-03-07",
        "Last Saturday's meeting between Mr Bennett and Mr Putin was coordinated with Washington, Berlin and Paris, "
        "a senior Israeli official said.",
    ),
    "preview": (
        "2022-03-05",
        "Bennett will meet Putin in Moscow later on Saturday, an Israeli official said. The prime minister called Putin on Friday.",
    ),
    "brief": ("2022-03-06", "Naftali Bennett met with Vladimir Putin in the Russian capital on Saturday."),
    "elsewhere": (
        "2022-03-06",
        "Israel's Foreign Minister Yair Lapid met US Secretary of State Antony Blinken in Riga on Saturday.",
    ),
}


@pytest.fixture(scope="module")
def told() -> dict[str, Told]:
    found = {}
    for name, (published, text) in REPORTS.items():
        contacts = [event for event in memcon.read(text, published=published, model="rules").events if event.type == "CONSULT"]
        for event in contacts:
            one = f"{name}/{event.id}"
            found[one] = Told.of(one, event, Witness(name, published=published), context=Context.of(text))
    return found


def test_six_styles_one_meeting_and_its_neighbours(told: dict[str, Told]) -> None:
    clusters = [[told[i] for i in ids] for ids in merge_all(told.values())]
    by_day = {(c[0].mode, c[0].edtf, frozenset(p.name for p in c[0].principals)): {t.report for t in c} for c in clusters}
    pair = frozenset(("Naftali Bennett", "Vladimir Putin"))
    assert by_day == {
        ("meeting", "2022-03-05", pair): {"wire", "dateline", "evening", "analysis", "preview", "brief"},
        ("call", "2022-03-04", pair): {"dateline", "preview"},
        ("meeting", "2022-03-12", pair): {"dateline"},
        ("meeting", "2022-03-05", frozenset(("Yair Lapid", "Antony Blinken"))): {"elsewhere"},
    }


def test_the_merged_meeting_is_planned_for_one_and_happened_for_five(told: dict[str, Told]) -> None:
    meeting = next(c for c in merge_all(told.values()) if len(c) == 6)
    assert sorted(told[i].status for i in meeting) == ["happened"] * 5 + ["planned"]
