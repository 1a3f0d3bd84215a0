"""What is cried, who goes along, who "he" and "the cleric" are, what an accusation holds, and when a visit is that is still to come."""

import pytest

from memcon.model import Event, Record, Report
from memcon.reading.parse.sentences import sentences
from memcon.reading.pipeline import read


def _read(text: str) -> Record:
    return read(Report("r", text, published="2016-05-10"))


def _told(text: str, word: str) -> Event:
    return next(e for e in _read(text).events if any(word in t.quote for t in e.triggers))


def _names(event: Event, role: str) -> list[str]:
    return [p.name for p in event.parties(role)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Togolese students chanting ``Freedom! Freedom!'' blocked the port.", 1),
        ('Rebels shouting "Down with Rey! Down!" marched to the palace.', 1),
        ("The crowd cried “Leave! Leave!” and went home.", 1),
        ('"Leave! Leave!" They went home.', 3),
        ('"It is over. Leave!" he said.', 2),
    ],
)
def test_what_is_cried_ends_no_sentence_that_goes_on(text: str, count: int) -> None:
    assert len(sentences(text)) == count


def test_a_cry_is_nobody_who_acts() -> None:
    assert _names(_told("Togolese students chanting ``Freedom! Freedom!'' blocked the port of Lome.", "blocked"), "actor") == [
        "Togolese students"
    ]


def test_with_one_and_with_another() -> None:
    event = _told("Ann Rey will travel to Chad on Thursday with her husband and with Ivan Dahl, a Togolese lawyer.", "travel")
    assert _names(event, "companion") == ["Ann Rey's husband", "Ivan Dahl"]
    assert not _names(event, "recipient")


def test_a_journey_is_not_what_the_journey_is_about() -> None:
    event = _told("Ann Rey traveled with Ivan Dahl on his short trip to Lima on Wednesday.", "traveled")
    assert not event.about


def test_he_blames_for_what_another_is_in() -> None:
    text = "Mr Rey criticised Peru on Monday. He also criticised Chad for refusing to hand over the cleric."
    last = next(e for e in _read(text).events if "Chad" in _names(e, "recipient"))
    assert _names(last, "actor") == ["Rey"]


def test_the_cleric_is_the_one_told_of_where_no_pronoun_is_above() -> None:
    text = "Mr Rey criticised Peru on Monday. The cleric also met Ann Dahl."
    assert _names(_told(text, "met"), "actor") == ["Rey"]


def test_who_is_accused_of_failing_to_condemn_a_coup_staged_none() -> None:
    text = "Ivan Rey accused Togo and Peru of refusing to denounce the coup."
    assert _names(_told(text, "accused"), "recipient") == ["Togo", "Peru"]
    assert not [e for e in _read(text).events if e.type == "ASSAULT" and e.parties("actor")]
    assert _names(_told("Mr Rey accused the rebels of staging an attack.", "attack"), "actor") == ["the rebels"]


def test_confidence_in_a_union_is_not_there() -> None:
    text = "Idriss Moussa said that Chadians lost trust in the EU."
    assert not any(e.where for e in _read(text).events)
    assert _names(_told("Western capitals deplored the raid.", "deplored"), "actor") == ["Western capitals"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("A Togolese trade delegation will discuss cotton during its visit to Chad.", "planned"),
        ("A Togolese trade delegation discussed cotton during its visit to Chad.", "happened"),
    ],
)
def test_a_visit_during_which_something_will_be_is_still_to_come(text: str, status: str) -> None:
    assert _told(text, "visit").status == status


def test_his_attack_is_his_who_carried_it_out() -> None:
    text = "Just after Amadou Sow carried out his deadly attack on guests at a hotel, Ivan Dahl called for change."
    assert _names(_told(text, "attack"), "actor") == ["Amadou Sow"]
    assert _names(_told("After ending his trip to Chad, Ivan Dahl flew to Lima.", "trip"), "actor") == ["Ivan Dahl"]
    assert _names(_told("After the court rejected his plea, Ivan Dahl flew to Lima.", "flew"), "actor") == ["Ivan Dahl"]


def test_a_town_is_no_president_of_that_name_in_a_report_without_a_day() -> None:
    record = read(Report("r", "Amadou Sow shot ten guests at a hotel in Orlando. The speech addressed the attacks in Orlando."))
    assert not [p for e in record.events for p in e.participants if "Orlando" in p.name]


@pytest.mark.parametrize("text", ["The Embassy bombing killed ten people.", "Ten people died in the Mosque attack."])
def test_where_a_bomb_went_off_did_not_set_it_off(text: str) -> None:
    assert not [p for e in _read(text).events for p in e.parties("actor")]


def test_be_careful_when_visiting_tells_of_no_visit() -> None:
    assert not _read("New announcements suggest that Peruvians exercise caution when visiting Chad.").events
    assert _told("Ivan Dahl was arrested when visiting Chad.", "visiting").status == "happened"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Rey has invited Ivan Dahl to meet with ministers in Lima on Thursday.", "2016-05-12"),
        ("Rey and Dahl have agreed to meet ministers in Lima on Thursday.", "2016-05-12"),
        ("Ivan Dahl met with ministers in Lima on Thursday.", "2016-05-05"),
    ],
)
def test_what_somebody_is_still_asked_to_do_is_to_come(text: str, day: str) -> None:
    event = next(e for e in _read(text).events if e.type == "CONSULT")
    assert event.when is not None
    assert event.when.edtf == day


def test_juan_carlos_is_who_is_named_in_full() -> None:
    record = _read("Juan Carlos Dahl criticised Peru on Monday. Protesters denounced Juan Carlos on Tuesday.")
    assert record.events[-1].parties("recipient")[0].name == "Juan Carlos Dahl"


def test_a_separate_meeting_is_another() -> None:
    text = "Ann Rey will meet Ivan Dahl on Thursday. Rey, Dahl and Idriss Moussa will also hold a separate meeting."
    assert [len(e.participants) for e in _read(text).events] == [2, 3]


def test_little_havana_is_no_havana() -> None:
    event = _told("Protesters marched in Little Havana on Friday.", "marched")
    assert event.where is not None
    assert event.where.country == "USA"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Jimmy Carter flew to Lima on Monday. The former president met ministers.", "Jimmy Carter"),
        ("Tony Blair flew to Lima on Monday. The former prime minister met ministers.", "Tony Blair"),
        ("Tony Blair flew to Lima on Monday. The former president met ministers.", "The former president"),
    ],
)
def test_the_former_president_is_who_the_registry_knows_to_have_been_president(text: str, name: str) -> None:
    assert _names(_told(text, "met"), "actor") == [name]


def test_a_mark_glued_to_who_said_it_closes_what_was_said() -> None:
    text = 'Rey condemned the raid as "barbarity". "Chad will help the port of Lome. It will send tents, "he said.'
    event = _told(text, "help")
    assert [s.name for s in event.sources] == ["Rey"]


def test_what_rioters_loot_and_burn_is_one_riot() -> None:
    (event,) = read(Report("riot", "Protesters ransacked and firebombed the Saudi embassy in Lima.")).events
    assert (event.type, [t.quote for t in event.triggers]) == ("PROTEST", ["ransacked", "firebombed"])


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("A strike killed nine members of the family in Khan Younis.", []),
        ("A crackdown launched by Kenya in 2003 killed more than 2,800 people.", ["Kenya"]),
    ],
)
def test_a_strike_or_crackdown_that_kills_is_an_attack(text: str, actors: list[str]) -> None:
    (event,) = read(Report("killing", text)).events
    assert event.type == "ASSAULT"
    assert [p.name for p in event.participants if p.role == "actor"] == actors
