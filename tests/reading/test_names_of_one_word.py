"""Names of one word that nobody knows, that towns bear too, or that the parser reads with what stands beside them or as other words."""

import pytest

from memcon.model import Record, Report
from memcon.reading.parse.parsing import RULES, parser
from memcon.reading.pipeline import read


def _read(text: str) -> Record:
    return read(Report("r", text, published="2016-05-04"), RULES)


def _parties(text: str, word: str, role: str) -> list[str]:
    event = next(e for e in _read(text).events if any(word in t.quote for t in e.triggers))
    return [p.name for p in event.parties(role)]


@pytest.mark.parametrize("name", ["Bradford", "Weston", "Houston", "Preston"])
def test_who_does_what_persons_do_is_a_person_though_a_town_is_called_so(name: str) -> None:
    assert _parties(f"{name} met the rebels in May.", "met", "actor") == [name]
    (event,) = [e for e in _read(f"{name} landed in Lima on Monday. He met the rebels.").events if e.mode == "meeting"]
    assert [(p.name, p.kind) for p in event.parties("actor")] == [(name, "person")]


def test_a_town_stays_a_town() -> None:
    record = _read("Troops shelled Bradford in May. Bradford warned of floods. Rebels met in Bradford.")
    assert all(p.name != "Bradford" for e in record.events for p in e.participants)
    assert [e.where.place for e in record.events if e.where] == ["Bradford", "Bradford"]


def test_somebody_stays_in_a_town_and_in_no_person() -> None:
    record = _read("African Union envoy Leo Obasa arrived in Goma on Monday. The former Nigerian president urged the rebels to leave.")
    assert [p.name for e in record.events if e.type == "REQUEST" for p in e.parties("actor")] == ["Leo Obasa"]


@pytest.mark.parametrize(
    ("text", "word", "role", "name"),
    [
        ("Okello apologized for the offense.", "apologized", "actor", "Okello"),
        ("Rey accused Wickden of taking bribes.", "accused", "recipient", "Wickden"),
        ("Rey's attacks on Curwen killed nobody.", "attacks", "recipient", "Curwen"),
    ],
)
def test_a_name_that_nobody_knows_is_a_party_where_parties_stand(text: str, word: str, role: str, name: str) -> None:
    assert _parties(text, word, role) == [name]


def test_a_name_that_nobody_knows_is_none_where_something_was() -> None:
    assert _parties("Rebels killed two men near Curwen.", "killed", "recipient") == ["two men"]


@pytest.mark.parametrize(
    ("text", "word", "role", "state"),
    [
        ("LIMA, 4 May 2016 - Bolivia arrested two envoys on Monday.", "arrested", "actor", "Bolivia"),
        ("Rebels attacked the Central African Republic at Kano on Monday.", "attacked", "recipient", "Central African Republic"),
    ],
)
def test_a_state_is_no_part_of_the_day_or_place_beside_it(text: str, word: str, role: str, state: str) -> None:
    assert state in _parties(text, word, role)


@pytest.mark.parametrize("name", ["ECOWAS", "IGAD"])
def test_an_acronym_is_no_verb(name: str) -> None:
    parsed = parser().parse(f"{name} froze Chad's assets on Monday.")
    assert (parsed.words[0], parsed.lemmas[0], parsed.tags[0]) == (name, name.lower(), "NNP")
    assert parsed.words[parsed.heads[0]] == "froze"
    assert parsed.text[parsed.starts[0] : parsed.ends[0]] == name


def test_a_word_in_capitals_is_no_acronym() -> None:
    assert parser().parse("BREAKING: Troops killed ten men.").tags[0] != "NNP"
    assert parser().parse("PERU CONDEMNS ATTACK ON EMBASSY").words[0] == "Peru"
    assert parser().parse("Two men were killed near MOSUL by troops.").labels[5] != "ORG"


@pytest.mark.parametrize("some", ["Several", "Some", "Many", "Four"])
def test_some_of_whom_no_noun_is_given_are_those_whom_it_befell(some: str) -> None:
    assert _parties(f"{some} were arrested by police in Lima.", "arrested", "recipient") == [some]
    assert _parties(f"{some} were beaten by guards.", "beaten", "recipient") == [some]


def test_what_one_is_says_nothing_of_who() -> None:
    text = "Ivan Moro spoke on Sunday. As a Catholic, he said, he would pray. He accused Peru of lying."
    assert _parties(text, "accused", "actor") == ["Ivan Moro"]


def test_who_is_called_as_a_capital_and_bears_a_title_is_a_person() -> None:
    (event,) = _read("Minister Berlin met Ana Rey in Lima.").events
    assert [(p.name, p.kind) for p in event.parties("actor")] == [("Berlin", "person")]
