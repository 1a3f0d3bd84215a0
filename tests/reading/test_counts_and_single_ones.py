"""Those whom a report counts, one of a people or party, what opens a headline with a colon, what was not done as something else was."""

import pytest

from memcon.model import Record, Report
from memcon.reading.parse.parsing import DEFAULT_MODEL, RULES, parser
from memcon.reading.pipeline import read


def _read(text: str, model: str = RULES) -> Record:
    return read(Report("r", text, published="2016-05-04"), model)


def _parties(text: str, word: str, role: str, model: str = RULES) -> list[str]:
    event = next(e for e in _read(text, model).events if any(word in t.quote for t in e.triggers))
    return [p.name for p in event.parties(role)]


@pytest.mark.parametrize(
    ("text", "word", "harmed"),
    [
        ("At least 27 miners were killed and 13 wounded in Lima.", "killed", ["27 miners"]),
        ("Twelve soldiers were killed and dozens injured in the attack.", "killed", ["Twelve soldiers"]),
        ("Rebels killed ten men and wounded six in Karo.", "killed", ["ten men"]),
        ("Police said the hotel attack left ten dead.", "attack", ["ten"]),
        ("The attack left 30 miners dead and 12 nuns wounded.", "attack", ["30 miners", "12 nuns"]),
        ("A mine killed as many as 16 monks.", "killed", ["16 monks"]),
        ("The blast killed ten men and wounded six women.", "killed", ["ten men", "six women"]),
    ],
)
def test_the_killed_and_the_hurt_are_those_whom_it_befell(text: str, word: str, harmed: list[str]) -> None:
    assert _parties(text, word, "recipient") == harmed
    assert _parties(text, word, "recipient", DEFAULT_MODEL)[:1] == harmed[:1]


def test_who_is_hurt_hurts_nobody() -> None:
    text = "The bombing left 30 people dead and 12 wounded."
    assert all(p.role != "actor" for model in (RULES, DEFAULT_MODEL) for e in _read(text, model).events for p in e.participants)


def test_two_counts_are_two_parties() -> None:
    text = "Seventeen people were arrested on Friday. The bombings killed 224 people in May."
    assert _parties(text, "arrested", "recipient") == ["Seventeen people"]
    assert _parties(text, "killed", "recipient") == ["224 people"]


def test_a_headlines_bare_number_is_of_the_people_counted_below() -> None:
    text = "Mine kills nine near Lima\n\nA mine killed nine people near Lima on Tuesday. It went off at noon. None held."
    assert len({p.entity for e in _read(text).events for p in e.parties("recipient")}) == 1


@pytest.mark.parametrize(
    ("text", "word", "who"),
    [
        ("Bulgaria's Ivan Rey flew to Lima on Monday. The Bulgarian met Ann Fox.", "met", ["Ivan Rey"]),
        ("Senator Ben Lee met Ann Fox in Lima. The Republican accused Togo of cheating.", "accused", ["Ben Lee"]),
        ("Georgian striker Ben Lee left Lima. The Georgian accused Togo of cheating.", "accused", ["Ben Lee"]),
        ("The Russians rejected the offer.", "rejected", ["Russia"]),
        ("The British accused Togo of cheating.", "accused", ["United Kingdom"]),
        ("A Togolese accused Peru of cheating.", "accused", ["A Togolese"]),
    ],
)
def test_one_of_a_people_is_a_person_and_all_of_them_are_the_state(text: str, word: str, who: list[str]) -> None:
    assert _parties(text, word, "actor") == who


@pytest.mark.parametrize("model", [RULES, DEFAULT_MODEL])
def test_what_opens_a_headline_does_nothing_that_it_tells(model: str) -> None:
    text = "Togolese Ministers: Truck Bomb Kills Nine Near Lima. A truck bomb exploded near Lima on Monday. It killed nine. None held."
    event = next(e for e in _read(text, model).events if e.type == "ASSAULT")
    assert not list(event.parties("actor"))
    assert any(s.source is not None and s.source.quote == "Togolese Ministers" for s in event.sources)


def test_a_title_with_small_words_is_a_title() -> None:
    text = "Togo Envoy Condemns Raid that Killed One Nun. The raid on Karo was on Monday. An envoy said so. The nun was killed."
    parsed = parser().parse(text)
    assert parsed.tags[2] == "VBZ"
    assert _parties(text, "Condemns", "actor") == ["Togo Envoy"]


def test_an_abbreviations_hyphen_parts_words() -> None:
    assert _parties("A U.S.-led raid on Chad began in May 2003.", "raid", "actor") == ["United States"]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Ivan Rey went home instead of meeting Ann Lee.", "meeting"),
        ("Ivan Rey wrote to Togo rather than meet Ann Lee in Lima.", "meet"),
        ("The police fined the marchers instead of arresting them.", "arresting"),
    ],
)
def test_what_was_passed_over_was_not_done(text: str, word: str) -> None:
    assert all(e.status == "denied" for e in _read(text).events if any(word in t.quote for t in e.triggers))


def test_a_list_of_a_body_is_not_the_body() -> None:
    text = "The FBI's 12 Coldest Cases List names him. The FBI arrested Ivan Rey on Monday."
    assert _parties(text, "arrested", "actor") == ["Federal Bureau of Investigation"]


@pytest.mark.parametrize(
    ("text", "word", "actors"),
    [
        ("A Peruvian leader visited Chad.", "visited", ["A Peruvian leader"]),
        ("A president of Chile visited Chad.", "visited", ["A president of Chile"]),
        ("The president of Chile visited Chad.", "visited", ["Gabriel Boric"]),
    ],
)
def test_who_is_nobody_in_particular_is_not_who_holds_the_office(text: str, word: str, actors: list[str]) -> None:
    record = read(Report("r", text, published="2024-05-15"), RULES)
    known = {one.id: one for one in record.entities}
    event = next(e for e in record.events if any(word in t.quote for t in e.triggers))
    assert [known[p.entity or ""].name for p in event.parties("actor")] == actors


def test_a_people_of_two_states_is_neither() -> None:
    record = _read("Hundreds of Peruvian-Chileans met the minister in Lima. The Chileans met Ann Lee.")
    assert {p.country for e in record.events[:1] for p in e.parties("actor") if p.kind == "state"} == set()


@pytest.mark.parametrize(
    "text",
    ["Ivan Rey, the first Togolese envoy to visit Chad since 1980, met Ann Lee.", "Ivan Rey visited Chad for the first time since 2010."],
)
def test_since_the_one_before_is_no_day_of_the_first(text: str) -> None:
    assert all(e.when is None for e in _read(text).events)


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("Moscow has not ruled out a meeting between Ivan Rey and Ann Lee.", "meeting", "possible"),
        ("Ivan Rey did not rule out sending troops to Chad.", "sending", "possible"),
    ],
)
def test_what_is_not_ruled_out_is_possible(text: str, word: str, status: str) -> None:
    assert [e.status for e in _read(text, DEFAULT_MODEL).events if any(word in t.quote for t in e.triggers)] == [status]


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Washington will provide Chad with $200 million in military aid.", "military"),
        ("Togo gave Chad two million dollars in food aid.", "humanitarian"),
        ("Togo gave Chad two million dollars.", "economic"),
    ],
)
def test_aid_is_of_the_kind_that_a_sum_is_given_in(text: str, mode: str) -> None:
    assert [e.mode for e in _read(text).events if e.type == "AID"] == [mode]


@pytest.mark.parametrize(
    ("text", "word", "befallen"),
    [
        ("Chad freed 227 women and children held by rebels on Monday.", "freed", ["227 women and children"]),
        ("Twelve teachers and nurses were arrested in Togo.", "arrested", ["Twelve teachers and nurses"]),
        ("Chad arrested 12 doctors and 3 nurses.", "arrested", ["12 doctors", "3 nurses"]),
        ("Chad arrested women and children.", "arrested", ["women", "children"]),
    ],
)
def test_those_whom_one_number_counts_are_one_party(text: str, word: str, befallen: list[str]) -> None:
    assert _parties(text, word, "recipient") == befallen
