"""Governments that are their states, whose the deeds are that a verb answers, and who is meant by "they" and by a surname."""

import pytest

from memcon.model import Event, Report
from memcon.reading.parse.parsing import RULES
from memcon.reading.pipeline import read


def _event(text: str, word: str) -> Event:
    record = read(Report("r", text, published="2016-05-04"), RULES)
    return next(e for e in record.events if any(word in t.quote for t in e.triggers))


def _who(text: str, word: str, role: str = "actor") -> list[str]:
    return [party.name for party in _event(text, word).parties(role)]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("The Peruvian government condemned Togo.", ["Peru"]),
        ("The government of Chad condemned Togo.", ["Chad"]),
        ("Peru's new government condemned Togo.", ["Peru"]),
        ("The government in Lima condemned Togo.", ["Peru"]),
        ("The Government and people of Chad condemned Togo.", ["Chad"]),
        ("Peru's government and people condemned Togo.", ["Peru"]),
        ("The Party, Parliament, Government and people of Chad condemned Togo.", ["Chad"]),
        ("The army and the government of Peru condemned Togo.", ["The army", "Peru"]),
        ("The army and the police of Peru condemned Togo.", ["The army", "the police of Peru"]),
        ("The Kabul government condemned Togo.", ["Afghanistan"]),
        ("The Peruvian government's envoy left. The Peruvian and Chadian governments condemned Togo.", ["Peru", "Chad"]),
        # of a part, no longer, not at home
        ("The regional government of Lima condemned Togo.", ["The regional government of Lima"]),
        ("The former Chadian government condemned Togo.", ["The former Chadian government"]),
        ("Chad's government in exile condemned Togo.", ["Chad's government in exile"]),
    ],
)
def test_a_government_is_the_state_that_it_acts_for(text: str, actors: list[str]) -> None:
    assert _who(text, "condemned") == actors


def test_a_state_spoken_of_as_its_government_is_one_party_and_of_the_sector_of_governments() -> None:
    (actor,) = _event("Chad wants peace. The Chadian government condemned Togo.", "condemned").parties("actor")
    assert (actor.kind, actor.wikidata, actor.sector, actor.mention.quote) == ("state", "Q657", "GOV", "The Chadian government")


@pytest.mark.parametrize(
    ("text", "word", "actors"),
    [
        ("Peru condemned Togo over its attack on Chad.", "attack", ["Togo"]),
        ("Peru helped Togo in its fight against rebels.", "fight", ["Togo"]),
        ("Peru will keep the sanctions imposed on Chad after its 1987 invasion of Togo.", "invasion", ["Chad"]),
        ("Peru threatened Togo over its mediation between Chad and Mali.", "mediation", ["Peru"]),
        ("Peru condemned Togo after its attack on Chad.", "attack", ["Peru"]),
    ],
)
def test_whose_deed_a_verb_answers(text: str, word: str, actors: list[str]) -> None:
    assert _who(text, word) == actors


def test_they_are_all_who_are_the_subject_together() -> None:
    assert _who("The police and some soldiers said on Monday they had arrested four men.", "arrested") == [
        "The police",
        "some soldiers",
    ]


def test_who_is_called_by_the_first_name_is_not_the_one_called_by_the_surname() -> None:
    text = "Ivan Rey, a boy of six, lived with an aunt. Juan Rey, his father, came on Monday. Rey demanded that Ivan return to Chad."
    assert _who(text, "demanded") == ["Juan Rey"]


@pytest.mark.parametrize(
    ("text", "word", "role", "name"),
    [
        ("The Peruvians refused to help Togo.", "refused", "actor", "Peru"),
        ("Chad held talks with the Peruvians.", "talks", "recipient", "Peru"),
        ("Chad and the Danes condemned Togo.", "condemned", "actor", "Denmark"),
        ("Togo thanked the Peruvians.", "thanked", "recipient", "Peru"),
        # some of a people, and what befalls or moves a people itself
        ("Some Peruvians condemned Togo.", "condemned", "actor", "Peruvians"),
        ("Rebels attacked the Peruvians.", "attacked", "recipient", "Peruvians"),
        ("The Peruvians demonstrated against Togo on Monday.", "demonstrated", "actor", "Peruvians"),
    ],
)
def test_a_whole_people_is_its_state_where_it_does_what_states_do(text: str, word: str, role: str, name: str) -> None:
    assert name in _who(text, word, role)


@pytest.mark.parametrize(
    "text",
    [
        "Chadian President Bo Fox said his government had sent troops to Togo.",
        "Chad's president, Bo Fox, whose government has sent troops to Togo, left.",
        "Chadian President Bo Fox said his country had sent troops to Togo.",
    ],
)
def test_somebody_s_own_government_is_his_state(text: str) -> None:
    assert _who(text, "sent", "actor") == ["Chad"]
