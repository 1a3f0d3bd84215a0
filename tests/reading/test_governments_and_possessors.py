"""Governments that are their states, whose the deeds are that a verb answers, and who else is meant by a surname or a noun."""

import pytest

from memcon.model import Event, Report
from memcon.reading.parsing import RULES
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
        ("The Kabul government condemned Togo.", ["Afghanistan"]),
        ("The Peruvian government's envoy left. The Peruvian and Chadian governments condemned Togo.", ["Peru", "Chad"]),
        # of a part, no longer, not at home
        ("The regional government of Lima condemned Togo.", ["The regional government of Lima"]),
        ("The former Chadian government condemned Togo.", ["The former Chadian government"]),
        ("Chad's government in exile condemned Togo.", ["Chad's government"]),
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


def test_whose_release_is_announced_is_who_is_named_behind_the_noun() -> None:
    text = "Ann Lee surprised all when she announced the release of the tycoon Ivan Rey."
    assert (_who(text, "release"), _who(text, "release", "recipient")) == (["Ann Lee"], ["Ivan Rey"])


def test_who_announces_an_act_does_it() -> None:
    text = "Peru announced sanctions on Togo."
    assert (_who(text, "sanctions"), _who(text, "sanctions", "recipient")) == (["Peru"], ["Togo"])


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


def test_where_a_report_was_filed_is_nobody_whom_a_pronoun_means() -> None:
    text = "BAKU -- Russia, which brokered a truce, urged both neighbours to pull back their guns."
    assert _who(text, "urged", "recipient") == ["both neighbours"]
    assert "Peru" not in [p.name for e in read(Report("r", "LIMA / QUITO – They condemned Chad."), RULES).events for p in e.participants]


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Thousands staged an anti-Chinese protest in Hanoi.", ["China"]),
        ("Anti-Chadian protests broke out in Lima.", ["Chad"]),
        ("A pro-Peruvian protest was staged in Lima against Togo.", ["Togo"]),
    ],
)
def test_whom_a_rally_is_against(text: str, recipients: list[str]) -> None:
    (event,) = [e for e in read(Report("r", text), RULES).events if e.type == "PROTEST"]
    assert [party.name for party in event.parties("recipient")] == recipients


def test_a_bracket_in_a_name_is_whole() -> None:
    assert _who("The tents, blankets and stoves (TBS) movement condemned Chad.", "condemned") == ["(TBS) movement"]


def test_a_common_noun_is_no_name_whatever_the_recogniser_takes_it_for() -> None:
    assert _who("Peru's navy seized a trawler and detained nine sailors.", "detained") == ["Peru's navy"]


def test_who_demands_behind_an_aside_is_the_subject() -> None:
    text = "The Security Council adopted the text, with Peru and Chad abstaining, demanding that Togo withdraw its forces."
    assert (_who(text, "demanding"), _who(text, "demanding", "recipient")) == (["Security Council"], ["Togo"])
