"""Whole reports: one event with all its mentions, roles, sources; the laws that every record obeys."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import memcon
from memcon.model import Event, Record, Report
from memcon.reading.pipeline import read
from memcon.verification import verify

EXAMPLES = Path(__file__).parents[2] / "examples"


def _read(text: str, published: str | None = "2022-03-05") -> Record:
    return read(Report("r", text, published=published))


def _one(text: str, kind: str, **given: str) -> Event:
    found = [e for e in _read(text, **given).events if e.type == kind]
    assert len(found) == 1, [(e.type, e.mode, [t.quote for t in e.triggers]) for e in _read(text, **given).events]
    return found[0]


def _names(event: Event, role: str) -> set[str]:
    return {p.name for p in event.parties(role)}


def test_two_mentions_of_a_meeting_are_one_event() -> None:
    event = _one("Norway's prime minister Jonas Gahr Store met Olaf Scholz in Berlin on Friday. The meeting lasted two hours.", "CONSULT")
    assert [t.quote for t in event.triggers] == ["met", "meeting"]
    assert event.when is not None
    assert event.when.edtf == "2022-03-04"
    assert event.where is not None
    assert (event.where.country, event.duration) == ("DEU", "PT2H")


def test_meetings_on_two_days_are_two_events() -> None:
    record = _read("Olaf Scholz met Emmanuel Macron in Paris on Tuesday. Scholz met Macron again in Berlin on Thursday.")
    assert [e.when.edtf for e in record.events if e.when] == ["2022-03-01", "2022-03-03"]


def test_a_call_is_not_the_meeting() -> None:
    record = _read("Olaf Scholz met Emmanuel Macron on Tuesday and later spoke by phone with Boris Johnson.")
    assert [(e.mode, _names(e, "recipient")) for e in record.events] == [("meeting", {"Emmanuel Macron"}), ("call", {"Boris Johnson"})]
    assert [(o.relation, o.event) for o in record.events[1].order] == [("after", "e1")]


def test_the_traveller_is_the_actor_not_the_meeting() -> None:
    record = _read("After his meeting with Emmanuel Macron, Olaf Scholz headed to Madrid for talks with Pedro Sanchez.")
    talks = next(e for e in record.events if "talks" in [t.quote for t in e.triggers])
    assert _names(talks, "actor") == {"Olaf Scholz"}
    assert talks.status == "planned"
    assert talks.where is not None
    assert talks.where.country == "ESP"


def test_an_offer_at_another_s_request() -> None:
    event = _one("Turkey, at the request of Volodymyr Zelensky, has offered to mediate between Russia and Ukraine.", "CONSULT")
    assert (event.mode, event.status) == ("mediation", "offered")
    assert {p.country for p in event.parties("recipient")} == {"RUS", "UKR"}
    assert {p.wikidata for p in event.parties("requested_by")} == {"Q3874799"}


def test_company_and_interpreter() -> None:
    text = "Olaf Scholz met Emmanuel Macron in Paris. He was accompanied by his finance minister, Christian Lindner."
    assert _names(_one(text, "CONSULT"), "companion") == {"Christian Lindner"}


def test_a_warning_about_the_world_is_no_threat() -> None:
    record = _read("Olaf Scholz warned that the conflict in Ukraine could escalate.")
    assert {e.type for e in record.events if any(t.quote == "warned" for t in e.triggers)} == {"STATEMENT"}


def test_what_is_demanded_is_no_event() -> None:
    record = _read("Germany urged Russia to withdraw its troops.")
    assert [(e.type, e.mode) for e in record.events] == [("REQUEST", "yield")]


def test_a_denial_is_a_stance() -> None:
    record = _read("France denied that its forces had bombed the village of Bounti.")
    (event,) = [e for e in record.events if e.type == "ASSAULT"]
    assert event.status == "denied"
    assert [s.stance for s in event.sources] == ["denies"]


def test_sources_are_on_whose_word() -> None:
    event = _one("Olaf Scholz met Emmanuel Macron, a German official said.", "CONSULT")
    assert [(s.kind, s.source.quote) for s in event.sources if s.source] == [("official", "a German official")]


def test_who_denies_own_words_is_a_source() -> None:
    event = _one("Ivan Rey denied that he had asked Peru for arms.", "REQUEST")
    assert [(s.name, s.stance) for s in event.sources] == [("Ivan Rey", "denies")]


def test_who_was_briefed_speaks() -> None:
    event = _one("Peru has expelled two envoys of Chile, three people briefed on the matter said.", "SANCTION")
    assert [s.source.quote for s in event.sources if s.source] == ["three people briefed on the matter"]


def test_a_state_speaks_as_a_state() -> None:
    """Whatever the recogniser takes its name for, and by its own name where the report has only its people or capital."""
    (killed,) = (
        e for e in _read("Armenia said that two soldiers had been killed by a Turkish drone strike.").events if e.type == "ASSAULT"
    )
    assert [(s.kind, s.name) for s in killed.sources] == [("institution", "Armenia")]
    text = "Manila summoned the Chinese ambassador. Beijing said its coast guard had rammed a Vietnamese boat."
    assert {(s.kind, s.name) for e in _read(text).events for s in e.sources} == {("institution", "China")}


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("The leaders of Peru and Chile agreed on Sunday to resume work on a railway link.", ["AGREE"]),
        ("Peru and Chile agreed to resume talks.", ["CONSULT"]),
        ("Washington imposed visa restrictions on four commanders.", ["SANCTION"]),
        ("Washington called the move dangerous.", ["ACCUSE"]),
    ],
)
def test_an_act_is_told_once(text: str, types: list[str]) -> None:
    assert [e.type for e in _read(text).events] == types


@pytest.mark.parametrize(
    "text",
    [
        "Iraq and Oman hosted several rounds of talks between Saudi Arabia and Iran in 2021.",
        "Oman mediated talks between Saudi Arabia and Iran.",
    ],
)
def test_talks_that_a_third_party_hosts_are_one_mediation(text: str) -> None:
    (event,) = _read(text, "2023-03-10").events
    assert (event.type, event.mode) == ("CONSULT", "mediation")
    assert "Oman" in _names(event, "actor")
    assert _names(event, "recipient") == {"Saudi Arabia", "Iran"}


def test_talks_of_years_apart_are_two_events() -> None:
    text = "Talks were held in Beijing from March 6 to 10 between Saudi Arabia and Iran. Saudi Arabia and Iran had held talks in 2021."
    found = [e for e in _read(text, "2023-03-10").events if e.type == "CONSULT"]
    assert [e.when.edtf for e in found if e.when] == ["2023-03-06/2023-03-10", "2021"]


def test_two_who_say_it_together_are_both_named() -> None:
    (aid,) = (e for e in _read("Germany and Sweden said they would give 12 million euros to Chad.").events if e.type == "AID")
    assert [s.name for s in aid.sources] == ["Germany and Sweden"]


def test_a_refusal_is_not_denied_by_its_own_words() -> None:
    (refusal,) = (
        e for e in _read("Turkey said on Tuesday it would not ratify the NATO membership of Sweden.").events if e.type == "REJECT"
    )
    assert refusal.status == "happened"


def test_a_preposition_before_a_time_is_no_part_of_a_verb() -> None:
    (visit,) = _read("Jens Stoltenberg is expected to fly to Ankara in February.", "2023-01-24").events
    assert [t.quote for t in visit.triggers] == ["fly"]


def test_no_publication_date_leaves_relative_days_open() -> None:
    event = _one("Olaf Scholz met Emmanuel Macron on Friday.", "CONSULT", published=None)
    assert event.when is None


def test_never_the_publication_date_by_default() -> None:
    assert _one("Olaf Scholz met Emmanuel Macron.", "CONSULT").when is None


def test_a_text_without_events_is_an_empty_record() -> None:
    record = _read("The weather was mild and the harbour quiet.")
    assert record.events == ()
    assert verify(record) == []


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.txt")), ids=lambda p: p.stem)
def test_examples_verify_and_read_twice_the_same(path: Path) -> None:
    text = path.read_text("utf-8")
    first, second = (read(Report("r", text, published="2023-05-20")).to_json() for _ in range(2))
    assert first == second
    assert verify(json.loads(first)) == []
    assert len(json.loads(first)["events"]) >= 8


JUMBLE = (
    "Bennett met Putin in Moscow , who said that \" he will not attack Ukraine on Friday . The talks with the rebels ' failed ; Israel's "
    "offer was rejected by Kyiv ( an official told \n\n “ them ” ) after 3 March 2022 – and U.S. troops left ! ? 30 February"
)
WORDS = st.lists(st.sampled_from(JUMBLE.split(" ")), max_size=40)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(WORDS)
def test_any_jumble_gives_a_record_that_verifies(words: list[str]) -> None:
    assert verify(_read(" ".join(words))) == []


def test_a_record_is_the_same_after_json() -> None:
    record = _read("Olaf Scholz met Emmanuel Macron in Paris on Friday.")
    assert record.made_by.models
    assert Record.from_json(record.to_json()) == record


def test_a_report_is_read_as_its_text_is() -> None:
    report = Report("r", "Olaf Scholz met Emmanuel Macron in Paris on Friday.", published="2022-03-05")
    record = memcon.read(report, model="rules")
    assert record.events == memcon.read(report.text, published="2022-03-05", model="rules").events
    assert record.report == report
    later = memcon.read(report, published="2022-03-12", outlet="Ynet", model="rules")
    assert (later.report.published, later.report.outlet) == ("2022-03-12", "Ynet")
    assert [one.when.edtf for one in later.events if one.when] == ["2022-03-11"]
