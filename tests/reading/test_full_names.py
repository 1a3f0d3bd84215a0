"""People whose full name or surname the recogniser takes for something else are one party by both."""

from __future__ import annotations

import pytest

from memcon.model import Report
from memcon.reading.pipeline import read


@pytest.mark.parametrize(
    ("text", "verb", "name"),
    [
        ("The minister told the UNHCR's Ron Redfern that the gate would open. Redfern condemned Chad.", "condemned", "Ron Redfern"),
        ("Hamas's Mousa Abu Zahr met Chad's Bo Fahl on Monday. Zahr thanked Fahl.", "thanked", "Mousa Abu Zahr"),
        ("Volker Türk, the rights chief, spoke in Lima. Mr Türk urged Chad to free the men.", "urged", "Volker Türk"),
        ("The panel, led by Yasmin Sokol, wrote to Chad. In Lima, Ms Sokol urged Chad to free the men.", "urged", "Yasmin Sokol"),
        ("Maria Lima, the trade minister, met Rey on Monday. Lima urged Chad to lift the ban.", "urged", "Maria Lima"),
        ("Sultan al-Arad, the governor, met the envoy in Lima. Al-Arad called on Togo to help.", "called on", "al-Arad"),
        (
            "She handed it to Foreign Minister Dominic Hail on Monday. Senator Hail told the committee so. He apologised to Togo.",
            "apologised",
            "Dominic Hail",
        ),
    ],
)
def test_a_surname_is_whom_the_report_names_in_full(text: str, verb: str, name: str) -> None:
    record = read(Report("names", text, published="2024-05-14"))
    (act,) = [e for e in record.events if e.triggers[0].quote == verb]
    assert [p.name for p in act.participants if p.role == "actor"] == [name]


def test_a_body_and_who_is_of_it_are_two() -> None:
    record = read(
        Report("names", "The MILF's Edd Kabul spoke of a raid on Monday. Teresa Dahl met the MILF in Lima.", published="2024-05-14")
    )
    assert {"Edd Kabul", "Moro Islamic Liberation Front"} <= {e.name for e in record.entities}
    record = read(Report("names", "Chad's National Assembly rejected the bill. The Assembly met on Monday.", published="2024-05-14"))
    assert not [e for e in record.entities if e.kind == "person"]


def test_what_a_body_has_is_another_body() -> None:
    record = read(Report("names", "Chad joined NATO's Partnership for Trust. Togo condemned NATO.", published="2024-05-14"))
    (one,) = [e for e in record.entities if any(m.quote == "NATO" for m in e.mentions)]
    assert not [words for words in (one.name, *(m.quote for m in one.mentions)) if "Partnership" in words]


def test_a_surname_is_no_town_where_nothing_else_is_called_so() -> None:
    text = "Luis Toledo, a fisherman, was arrested on Monday. Toledo was beaten in custody, his lawyer said."
    beaten = next(e for e in read(Report("r", text)).events if e.type == "ASSAULT")
    assert ([p.name for p in beaten.participants], beaten.where) == (["Luis Toledo"], None)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Police in Ankara are hunting Temel Okcuz. Okcuz denounced the coup.", "Temel Okcuz"),
        ("The court freed Bidzo Tvalade. Tvalade denied the claims.", "Bidzo Tvalade"),
    ],
)
def test_two_words_of_which_the_second_goes_alone_are_a_person(text: str, name: str) -> None:
    assert [e.name for e in read(Report("r", text)).entities if e.kind == "person"] == [name]


@pytest.mark.parametrize("line", ["By Elena Ruiz in Lima", "By ELENA RUIZ and Bo Fox", "by Elena Ruiz"])
def test_who_wrote_a_report_is_nobody_in_it(line: str) -> None:
    text = f"Mission saves deal\n\n{line}\n\nAnn Lee was met by the United Nations envoy, Carlos Ruiz Massieu. Ruiz thanked her."
    names = {p.name for e in read(Report("r", text)).events for p in e.participants}
    assert names == {"Carlos Ruiz Massieu", "Ann Lee"}
