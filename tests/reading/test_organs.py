"""Ministries, parliaments and navies of several states in one report."""

from __future__ import annotations

from memcon.model import Record, Report
from memcon.reading.pipeline import read


def _read(text: str) -> Record:
    return read(Report("organs", text, published="2024-05-14"))


def _bodies(record: Record) -> dict[str, list[str]]:
    return {e.name: [m.quote for m in e.mentions] for e in record.entities if e.kind == "organisation"}


def test_two_ministries_of_one_name_are_two_parties() -> None:
    record = _read("Peru's Foreign Ministry recalled its envoy on Monday. Chad's Foreign Ministry condemned the step.")
    assert set(_bodies(record)) == {"Peru's Foreign Ministry", "Chad's Foreign Ministry"}
    who = {e.type: [p.name for p in e.participants if p.role == "actor"] for e in record.events}
    assert who["ACCUSE"] == ["Chad's Foreign Ministry"]


def test_a_body_is_known_however_its_state_is_told() -> None:
    record = _read("The Ministry of Foreign Affairs of Togo condemned Chad. Togo's Foreign Ministry later summoned the envoy of Chad.")
    assert [name for name in _bodies(record) if "Foreign" in name] == ["Ministry of Foreign Affairs of Togo"]


def test_the_navy_of_and_the_adjective() -> None:
    record = _read("The Navy of New Zealand attacked a pirate ship. New Zealand's Navy said the Kenyan Navy had attacked another one.")
    assert [name for name in _bodies(record) if "Navy" in name] == ["Navy of New Zealand", "Kenyan Navy"]


def test_a_body_without_its_state_is_the_one_told_of_last_or_of_the_capital_beside_it() -> None:
    told = "Peru's Foreign Ministry condemned the attack. Chad's Foreign Ministry rejected that. "
    record = _read(told + "The Foreign Ministry summoned an envoy.")
    assert "The Foreign Ministry" in _bodies(record)["Chad's Foreign Ministry"]
    record = _read(told + "The Foreign Ministry in Lima protested.")
    assert any(quote.startswith("The Foreign Ministry") for quote in _bodies(record)["Peru's Foreign Ministry"])


def test_a_body_named_right_behind_what_it_is() -> None:
    for text, name in (
        ("The regional bloc ECOWAS condemned the raid.", "Economic Community of West African States"),
        ("Troops deployed by the regional bloc SADC attacked the rebels.", "Southern African Development Community"),
        ("The news agency SANA condemned the raid.", "SANA"),
    ):
        record = _read(text)
        (body,) = [e for e in record.entities if e.kind == "organisation" and e.name != "Troops"]
        assert (body.name, len(body.mentions)) == (name, 2), text


def test_a_group_with_a_name_like_a_persons() -> None:
    for text, name in (
        ("Rebel group Ansar Zuhd attacked a village.", "Ansar Zuhd"),
        ("The aid group Manos Verdes condemned Chad.", "Manos Verdes"),
    ):
        (who,) = [p for p in _read(text).events[0].participants if p.role == "actor"]
        assert (who.name, who.kind in ("organisation", "armed_group")) == (name, True), text


def test_somebody_s_own_congress_is_not_the_best_known() -> None:
    text = "The United States praised Congress for the vote. Peru's President Ana Rey will stay away because her Congress refused."
    names = {p.name for e in read(Report("r", text)).events if e.type == "REJECT" for p in e.participants if p.role == "actor"}
    assert names == {"Congress"}
