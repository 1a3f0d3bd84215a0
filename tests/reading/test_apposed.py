"""Who is named behind those of whom it is told, and what a noun is of."""

import pytest

from memcon.model import Event, Report
from memcon.reading.parse.parsing import RULES
from memcon.reading.pipeline import read


def _events(text: str) -> tuple[Event, ...]:
    return read(Report("r", text, published="2024-03-05"), RULES).events


def _names(text: str, role: str, mode: str | None = None) -> list[str]:
    """The names of those in a role of the first event (of a mode)."""
    first = next(e for e in _events(text) if mode is None or e.mode == mode)
    return [p.name for p in first.parties(role)]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        # a row of names behind those who serve somebody, or who lead several states, is those
        ("Two aides to President Leo Cruz, adviser Ann Lee and secretary Ivan Rey, left for Chad.", ["Ann Lee", "Ivan Rey"]),
        ("Two top aides to Cruz, political adviser Ann Lee and Cabinet Secretary Ivan Rey, left for Chad.", ["Ann Lee", "Ivan Rey"]),
        ("The leaders of Chad and Togo, Ann Lee and Ivan Rey, met in Lima.", ["Ann Lee", "Ivan Rey"]),
        ("Prime Ministers Ann Lee of Chad, Leo Waldes of Togo and Ivan Rey of Peru met in Lima.", ["Ann Lee", "Leo Waldes", "Ivan Rey"]),
        # without the comma that ends the row, they are whom the others serve
        ("Lawyers for Ann Lee, Leo Cruz and Ivan Rey met prosecutors in Lima.", ["Lawyers for Ann Lee, Leo Cruz and Ivan Rey"]),
        # who is told behind an aside stands beside the one of whom it tells
        ("Ann Lee, Peru's president, and Ivan Rey, the leader of the opposition, met on Friday.", ["Ann Lee", "Ivan Rey"]),
        ("Ann Lee, a spokeswoman for the ministry, and Ivan Rey, an adviser to the president, visited Togo.", ["Ann Lee", "Ivan Rey"]),
        ("Chad, an ally of Peru, and Togo signed a treaty.", ["Chad", "Togo"]),
        ("Chad's army chief, Gen. Leo Paz, and the leader of the PFP rebels, Ivan Rey, signed a pact.", ["Leo Paz", "Ivan Rey"]),
        # a capital office behind a name is no second person
        ("Ann Lee, the Foreign Ministry Spokeswoman, criticised Chad on Friday.", ["Ann Lee"]),
    ],
)
def test_names_beside_words_for_their_bearers(text: str, actors: list[str]) -> None:
    assert _names(text, "actor") == actors


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Leo Paz, a Peruvian journalist, and his wife were arrested in Chad.", ["Leo Paz", "Leo Paz's wife"]),
        ("The Libyan, Ivan Rey, was arrested in Chad.", ["Ivan Rey"]),
        ("Ann Lee met the president of the World Bank, Leo Paz, in Lima.", ["Leo Paz"]),
        ("Israel said it had arrested a Hamas commander, Leo Paz.", ["Leo Paz"]),
        ("Chad freed two journalists and three others on Monday.", ["two journalists", "three others"]),
        ("The mayor of Lima, Ann Lee, and 20 others were arrested on Monday.", ["Ann Lee", "20 others"]),
        ("Chad expelled two Peruvian diplomats, military attache Leo Paz and first secretary Ivan Rey.", ["Leo Paz", "Ivan Rey"]),
        ("The president met the last ally who still trusts him, Prime Minister Ann Lee.", ["Ann Lee"]),
        ("The president met with the man who opposed the deal, Peruvian Foreign Minister Ivan Rey.", ["Ivan Rey"]),
    ],
)
def test_one_who_is_named_last_is_the_one_told_of(text: str, recipients: list[str]) -> None:
    assert _names(text, "recipient") == recipients


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Commanders of the Togolese Army met Ann Lee in Lima.", "Commanders of the Togolese Army"),
        ("Top aides to President Ann Lee met rebels in Togo.", "Top aides to President Ann Lee"),
        ("Supporters of the man who founded the party clashed with police in Lima.", "Supporters of the man"),
    ],
)
def test_parties_are_told_with_what_they_are_of(text: str, actor: str) -> None:
    assert _names(text, "actor")[0] == actor


def test_what_one_is_accused_of_is_no_part_of_him() -> None:
    (event,) = (e for e in _events("The Peruvian side accused the Chadian side of lying.") if e.type == "ACCUSE")
    assert [p.mention.quote for p in event.parties("recipient") if p.mention] == ["the Chadian side"]


def test_who_holds_an_office_is_known_by_the_state_of_the_pronoun() -> None:
    events = [e for e in _events("Ivan Rey visited Germany in May and met its chancellor.") if e.mode == "meeting"]
    assert [p.wikidata for p in events[0].parties("recipient")] == ["Q61053"]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Chadian President Leo Paz left. Togolese President Ivan Rey left. The presidents of Chad and Togo signed a treaty.", "Paz Rey"),
        (
            "Chadian President Leo Paz left. Togolese President Ivan Rey left. The Chadian and Togolese presidents signed a treaty.",
            "Paz Rey",
        ),
        ("Chadian Minister Leo Paz left. Togolese Minister Ivan Rey left. The ministers of Chad and Togo signed a treaty.", "Togo"),
    ],
)
def test_holders_of_one_office_in_several_states(text: str, actors: str) -> None:
    signed = next(e for e in _events(text) if "signed" in [t.quote for t in e.triggers])
    assert " ".join(p.name.split()[-1] for p in signed.parties("actor")) == actors


def test_where_an_envoy_is_sent_is_no_place_of_what_he_does() -> None:
    (event,) = _events("American ambassador to Kenya Ann Lee met Ivan Rey on Friday.")
    assert ([p.name for p in event.participants], event.where) == (["Ann Lee", "Ivan Rey"], None)


def test_the_same_in_fewer_words() -> None:
    events = _events("A team of heart surgeons left for Chad on Monday. The team arrived in Togo on Tuesday.")
    assert len({p.entity for e in events for p in e.parties("actor")}) == 1


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("The Chadian government thanked Peru.", "state", "Chad"),
        ("The government of Chad thanked Peru.", "state", "Chad"),
        ("The government in Lima thanked Chad.", "state", "Peru"),
        ("The former government of Chad thanked Peru.", "organisation", "The former government of Chad"),
        ("The Taliban government thanked Peru.", "organisation", "The Taliban government"),
    ],
)
def test_a_government_is_its_state(text: str, kind: str, name: str) -> None:
    (event,) = _events(text)
    (actor,) = event.parties("actor")
    assert (actor.kind, actor.name, actor.sector) == (kind, name, "ELI" if "former" in text else "GOV")


def test_a_name_behind_the_last_office_of_a_row_is_its_holder() -> None:
    text = "Chinese charge d'affaires Liu Bo and Togo's humanitarian affairs minister, Ama Kofi, signed an agreement in Lima."
    events = [e for e in read(Report("r", text, published="2016-03-05")).events if e.type == "SUPPORT"]
    assert [[p.name for p in e.participants if p.role == "actor"] for e in events] == [["Liu Bo", "Ama Kofi"]]


def test_who_is_named_behind_a_field_holds_the_office() -> None:
    text = "Chad sent its special envoy for Andean affairs, Bo Rey, to Lima and Quito to mediate."
    (mediation,) = read(Report("field", text, published="2024-03-05")).events
    assert [p.name for p in mediation.participants if p.role == "actor"] == ["Bo Rey"]


def test_a_name_before_its_only_verb_hosts_those_behind_it() -> None:
    (visit,) = read(Report("hosts", "Chad hosted ministers from Peru and Togo in Abeche.", published="2024-03-05")).events
    assert {p.role: p.name for p in visit.participants} == {"actor": "ministers from Peru and Togo", "recipient": "Chad"}


@pytest.mark.parametrize(
    ("who", "parties"),
    [
        ("Representatives of the Republic of Congo and the LMB rebel group", ["Republic of the Congo", "the LMB rebel group"]),
        ("Officials from Chad and the rebels", ["Chad", "the rebels"]),
        ("Delegates of the government and the rebels", ["the government", "the rebels"]),
        ("Negotiators for Chad and for the rebels", ["Chad", "the rebels"]),
        ("The embassies of Chad, the Netherlands and Togo", ["Chad", "Netherlands", "Togo"]),
    ],
)
def test_those_sent_are_whose_they_are(who: str, parties: list[str]) -> None:
    (event,) = read(Report("r", f"{who} held a second day of talks in Doha on Wednesday.", published="2024-05-15")).events
    assert [p.name for p in event.participants] == parties
