"""Whom words mean that come before the name, or after it."""

from __future__ import annotations

import pytest

from memcon.model import Event, Record, Report
from memcon.reading.pipeline import read


def _read(text: str, on: str = "2024-03-05") -> Record:
    return read(Report("news", text, published=on))


def _of(event: Event, role: str) -> list[str | None]:
    return [p.name for p in event.participants if p.role == role]


@pytest.mark.parametrize(
    ("text", "role", "names"),
    [
        (
            "Two journalists were arrested in Mali on Monday. Police detained Moussa Traore and Awa Diallo at their homes.",
            "recipient",
            ["Moussa Traore", "Awa Diallo"],
        ),
        (
            "Police in Kenya arrested three activists on Monday. John Otieno, Mary Wanjiru and Peter Kamau were held at their homes.",
            "recipient",
            ["John Otieno", "Mary Wanjiru", "Peter Kamau"],
        ),
        (
            "A journalist was shot dead in Mexico on Monday. Gunmen killed Carlos Mendez outside his home in Veracruz.",
            "recipient",
            ["Carlos Mendez"],
        ),
        (
            "Two ministers resigned in Israel on Monday. Energy Minister Dana Levi and Trade Minister Avi Cohen left over the war.",
            "actor",
            ["Dana Levi", "Avi Cohen"],
        ),
        (
            "Two UN officials urged Chad to open the border on Monday. John Smith and Mary Jones said aid was running out.",
            "actor",
            ["John Smith", "Mary Jones"],
        ),
    ],
)
def test_people_counted_first_and_named_below_are_one(text: str, role: str, names: list[str]) -> None:
    (event,) = _read(text).events
    assert _of(event, role) == names


@pytest.mark.parametrize(
    "text",
    [
        "Two soldiers were killed on Monday. The army chief met Ana Rey and Leo Fox in Lima.",
        "Two men were arrested on Monday. Two women were also held. Police detained John Otieno and Peter Kamau at a rally.",
        "A soldier was killed in the north of Mali on Monday. In Niger, gunmen also shot Ali Musa, a teacher.",
    ],
)
def test_others_named_below_are_not_those_counted(text: str) -> None:
    events = _read(text).events
    assert len(events) > 1
    assert not set(_of(events[0], "recipient")) & {"Ana Rey", "John Otieno", "Ali Musa"}


def test_a_surname_that_begins_a_sentence_is_its_bearers() -> None:
    told = "Jeff Radke, a State Department official, said talks would resume. Radke also urged both armies to wait."
    assert _of(_read(told).events[-1], "actor") == ["Jeff Radke"]


def test_the_group_is_the_one_that_is_named_near() -> None:
    told = (
        "Chad turns down a plea to hand over gunmen as Abuja accuses the group of a suicide bombing.\n"
        "Nigeria wants Chad to arrest two leaders of Boko Haram, who came for a truce, since a suicide bombing was blamed on the group."
    )
    bombing = next(e for e in _read(told).events if e.type == "ASSAULT")
    assert _of(bombing, "actor") == ["Boko Haram"]
    denied = _read("The Blue Front shelled a town on Monday. The group has fought the army since 2012. The militants denied the attack.")
    assert next(e.name for e in denied.entities if "The militants" in [m.quote for m in e.mentions]) == "Blue Front"


def test_the_administration_is_the_one_told_before() -> None:
    told = _read("The Obama administration signed a deal with Iran. Tehran said the administration kept its word.")
    assert next(e.name for e in told.entities if "the administration" in [m.quote for m in e.mentions]) == "The Obama administration"


def test_the_administration_of_a_leader_is_not_the_state_told_before() -> None:
    invasion = _read("Egypt praised Chad. The Bush administration invaded Iraq.").events[-1]
    assert _of(invasion, "actor") == ["The Bush administration"]


def test_whom_a_description_means_under_he_where_a_reason_is_given() -> None:
    told = "Trump said he was unhappy with Cameron because the British premier had criticised the U.S. candidate."
    cast = next(e for e in _read(told, "2016-05-16").events if e.type == "ACCUSE")
    assert _of(cast, "recipient") == ["Donald Trump"]


@pytest.mark.parametrize(
    "text",
    [
        "Police arrested a man in Lima on Monday. The suspect, identified as Ivan Rey, attacked a bank.",
        "Police arrested a man in Lima on Monday. The suspect, Ivan Rey, attacked a bank.",
        "A man was arrested in Chad on Monday. Envoys met a judge. Officials praised the step. Nobody was hurt. The army left. It said it "
        "arrested Ivan Rey at the airport.",
        "Police say a woman who hoped to win back her husband attacked him. Police say 29-year-old Helen Rey wanted to talk.",
        "Kano man arrested in failed theft\nA Kano man has been arrested after a theft.\nA nurse was grabbed.\nA customer left."
        "\nThe army left.\nBo D. Rey, 52, was arrested for robbery.",
    ],
)
def test_somebody_with_whom_a_report_opens_is_named_below(text: str) -> None:
    assert not [e for e in _read(text).entities if e.kind == "person" and e.name.lower().endswith((" man", "a woman", "suspect"))]


def test_another_man_is_not_the_one_named() -> None:
    text = "A man was arrested on Monday for shooting another man. Envoys met. Ivan Rey, 41, was killed at his home."
    assert [e.name for e in _read(text).entities if e.name == "A man"]
