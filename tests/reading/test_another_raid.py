"""Acts told beside others: another raid, those killed in return, talks that a third party mediates."""

from __future__ import annotations

from memcon.model import Event, Report
from memcon.reading.pipeline import read


def _events(text: str) -> list[Event]:
    return list(read(Report("raid", text, published="2024-05-14")).events)


def _of(event: Event, role: str) -> list[str]:
    return [p.name for p in event.participants if p.role == role]


def _told_by(events: list[Event], word: str) -> Event:
    return next(e for e in events if any(t.quote == word for t in e.triggers))


def test_another_raid_has_victims_of_its_own() -> None:
    events = _events("A Togolese strike on Kano killed four people. Another raid targeted a car near Lome, killing its driver.")
    assert _of(_told_by(events, "raid"), "recipient") == ["Togo's driver"]
    events = _events("The army struck a boat off Peru on Monday, killing three people. A second strike sank a vessel near Chile.")
    assert _told_by(events, "struck") is not _told_by(events, "strike")


def test_attackers_killed_in_return_are_another_event() -> None:
    events = _events(
        "Gunmen ambushed an army unit in Togo, killing 34. Dozens of the assailants were killed in retaliation, a minister said."
    )
    assert _of(_told_by(events, "ambushed"), "actor") == ["Gunmen"]
    assert _of(_told_by(events, "killed"), "recipient") == ["Dozens of the assailants"]


def test_parties_of_the_next_sentence_are_not_mediated() -> None:
    events = _events("The captain was released after talks brokered by Norway. Peru and Chile began a naval exercise on Monday.")
    (mediation,) = [e for e in events if e.mode == "mediation"]
    assert (_of(mediation, "actor"), _of(mediation, "recipient")) == (["Norway"], [])


def test_mediated_talks_are_one_mediation() -> None:
    (event,) = _events("Talks between Chad and Togo mediated by Qatar failed.")
    assert (event.mode, _of(event, "actor"), _of(event, "recipient")) == ("mediation", ["Qatar"], ["Chad", "Togo"])


def test_whom_an_act_angers_did_not_do_it() -> None:
    (event,) = [e for e in _events("The assassination of Ivan Rey angered Togo.") if e.type == "ASSAULT"]
    assert (_of(event, "actor"), _of(event, "recipient")) == ([], ["Ivan Rey"])


def test_those_of_the_cause_are_not_those_of_what_it_led_to() -> None:
    (event,) = [e for e in _events("The invasion of Togo by Chad in 1990 led to sanctions.") if e.type == "SANCTION"]
    assert not event.participants


def test_those_named_among_others_are_told_too() -> None:
    for text, names in (
        ("Police arrested 40 people, among them the journalist Olga Petrova.", ["40 people", "Olga Petrova"]),
        ("The army killed nine militants, including their commander, Abu Hamza.", ["nine militants", "Abu Hamza"]),
    ):
        (event,) = _events(text)
        assert _of(event, "recipient") == names
    (event,) = _events("Countries such as Norway and Chile condemned Togo.")
    assert _of(event, "actor") == ["Norway", "Chile"]


def test_two_surnames_behind_between_are_two() -> None:
    (event,) = _events("A meeting between Otieno and Kamau is planned for Monday.")
    assert _of(event, "actor") == ["Otieno", "Kamau"]


def test_a_title_is_rather_the_subjects() -> None:
    events = _events(
        "Foreign Minister Ana Ruiz of Peru met her Chilean counterpart, Foreign Minister Juan Pena, in Lima on Monday. "
        "The Foreign Minister then flew to Quito."
    )
    assert _of(_told_by(events, "flew"), "actor") == ["Ana Ruiz"]


def test_some_of_them_are_of_those_seized() -> None:
    events = _events("Gunmen took 12 hostages from a school on Monday. Two of them were killed.")
    assert all("Gunmen" not in _of(e, "recipient") for e in events)


def test_a_state_before_protests_is_where_they_are() -> None:
    events = _events("Thousands marched in Lima on Monday as the Peru protests spread. Police arrested 40 people.")
    assert all("Peru" not in _of(e, "actor") for e in events if e.type == "PROTEST")


def test_those_killed_in_the_next_sentence_are_of_the_attack() -> None:
    (event,) = _events("On Monday the rebels hit a minibus in Kano with a drone. Two women, 46 and 59, were killed.")
    assert _of(event, "recipient") == ["Two women"]
