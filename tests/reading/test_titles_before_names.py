"""Titles before names: written in short, of bodies, and of those who share a surname."""

from __future__ import annotations

import pytest
from tests.reading.parties_meant import meant

from memcon.model import Report
from memcon.reading.pipeline import read


@pytest.mark.parametrize(
    ("text", "word", "nth", "names"),
    [
        ("Police Capt. Bo Fox said the army arrested two men.", "Fox", 0, ["Bo Fox"]),
        ("Army Sgt. Ivan Rey was killed on Monday.", "Rey", 0, ["Ivan Rey"]),
        ("When police, including Sgt. Bo Fox, arrived, the man attacked them.", "police", 0, ["police", "Bo Fox"]),
        ("When police, including Sgt. Bo Fox, arrived, the man attacked them.", "Fox", 0, ["Bo Fox"]),
        ("U.S. Amb. Ann Rey met the envoy on Monday.", "Rey", 0, ["Ann Rey"]),
        ("Lt. Col. Bo Fox said the army arrested two men.", "Lt.", 0, []),
        ("Gov. Fox met Sec. Rey on Monday. Secretary Ann Rey praised Governor Bo Fox.", "Fox", 0, ["Bo Fox"]),
        ("Gov. Fox met Sec. Rey on Monday. Secretary Ann Rey praised Governor Bo Fox.", "Rey", 0, ["Ann Rey"]),
        ("Former AG Fox spoke in Lima. Former Attorney General Bo Fox accused Chad of lying.", "Fox", 0, ["Bo Fox"]),
        ("Trooper Bo Fox arrested a man.", "Fox", 0, ["Bo Fox"]),
    ],
)
def test_a_title_in_short_is_of_the_name_behind_it(text: str, word: str, nth: int, names: list[str]) -> None:
    assert meant(text, word, nth) == names


@pytest.mark.parametrize(
    ("text", "nth", "names"),
    [
        ("Bill Rey and Ann Rey met envoys on Monday. Mrs. Rey accused Chad of lying. Mr. Rey praised Togo.", 2, ["Ann Rey"]),
        ("Bill Rey and Ann Rey met envoys on Monday. Mrs. Rey accused Chad of lying. Mr. Rey praised Togo.", 3, ["Bill Rey"]),
        ("Former Secretary Rey met envoys. President Bill Rey praised Togo. On Monday Rey visited Chad.", 2, ["Rey"]),
        # Who is named only below is nobody's bare surname before.
        (
            "Chad sent Ivan Rey home. The mayor defended the step to send Rey home. Rey left. His father, Juan Carlos Rey, wept.",
            1,
            ["Ivan Rey"],
        ),
        ("Ivan Rey met the mayor. Rey praised Togo. Ivan was glad. His father, Juan Carlos Rey, wept.", 1, ["Ivan Rey"]),
        ("Maria Luz Fernandez was arrested on Monday. Fernandez was tried in May.", 0, ["Maria Luz Fernandez"]),
    ],
)
def test_of_those_who_share_a_surname_title_and_place_tell_which(text: str, nth: int, names: list[str]) -> None:
    word = "Fernandez" if "Fernandez" in text else "Rey"
    assert meant(text, word, nth) == names


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Police arrested Workers' Freedom Movement (WFM) leader Ann Lee.", ["Ann Lee"]),
        ("The envoy met African Union (AU) special envoy Bo Fox and United Nations (UN) mediator Ann Lee.", ["Bo Fox", "Ann Lee"]),
        ("The king met the Palestine Liberation Organization (PLO) chairman.", ["the Palestine Liberation Organization (PLO) chairman"]),
        ("The army arrested ten People's Freedom Army (PFA) rebels.", ["ten People's Freedom Army (PFA) rebels"]),
        ("Chad praised the African Development Bank (ADB) executive secretary Ann Lee.", ["Ann Lee"]),
    ],
)
def test_who_holds_an_office_is_meant_behind_a_body_and_its_letters(text: str, whom: list[str]) -> None:
    (event,) = read(Report("r", text, published="2024-05-06")).events
    assert [p.name for p in event.participants if p.role == "recipient"] == whom


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("General Secretary of the Workers' Party and President of Peru Bo Fox met Ana Rey.", ["Bo Fox"]),
        ("Member of the State Council and Minister of Defence Bo Fox met Ana Rey.", ["Bo Fox"]),
        (
            "Secretary-General of the United Nations and Peruvian President Bo Fox met Ana Rey.",
            ["Secretary-General of the United Nations", "Bo Fox"],
        ),
    ],
)
def test_an_office_with_its_body_and_another_before_a_name_are_of_one(text: str, actors: list[str]) -> None:
    (event,) = read(Report("titles", text, published="2024-05-14")).events
    assert [p.name for p in event.parties("actor")] == actors
