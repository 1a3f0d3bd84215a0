"""Of whom something is asked, and who asks, where the words around the request tell it."""

import pytest

from memcon.model import Event, Report
from memcon.reading.parse.parsing import RULES
from memcon.reading.pipeline import read


def _requests(text: str) -> list[Event]:
    return [e for e in read(Report("r", text, published="2016-03-05"), RULES).events if e.type == "REQUEST"]


def _parties(event: Event) -> set[tuple[str, str]]:
    return {(p.role, p.name) for p in event.participants}


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("The opposition in Togo demanded a caretaker government.", {("actor", "The opposition in Togo")}),
        ("Ana Rey called for an independent commission.", {("actor", "Ana Rey")}),
        ("Ana Rey demanded an apology from Chad.", {("actor", "Ana Rey"), ("recipient", "Chad")}),
        ("Ana Rey wants a minister to resign.", {("actor", "Ana Rey"), ("recipient", "a minister")}),
    ],
)
def test_what_is_wanted_is_not_asked(text: str, parties: set[tuple[str, str]]) -> None:
    assert [_parties(e) for e in _requests(text)] == [parties]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "Bo Fox called for the complete lifting of sanctions imposed by Chad and Peru on Togo.",
            {("actor", "Bo Fox"), ("recipient", "Chad"), ("recipient", "Peru")},
        ),
        ("Ana Rey demanded the release of two reporters held by Togo.", {("actor", "Ana Rey"), ("recipient", "Togo")}),
        ("Ana Rey called for the return of goods bought by Togo.", {("actor", "Ana Rey")}),
    ],
)
def test_who_holds_is_asked_to_let_go(text: str, parties: set[tuple[str, str]]) -> None:
    assert [_parties(e) for e in _requests(text)] == [parties]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Bo Fox said that Ana Rey had been invited to Lima.", {("actor", "Peru"), ("recipient", "Ana Rey")}),
        (
            "Malaysia's minister Ana Rey said Chad had been asked to free the men. Malaysia has waited for months.",
            {("actor", "Malaysia"), ("recipient", "Chad")},
        ),
        ("Bo Fox said Chad had been asked by Togo to free the men.", {("actor", "Togo"), ("recipient", "Chad")}),
    ],
)
def test_who_asks_where_the_words_do_not_say(text: str, parties: set[tuple[str, str]]) -> None:
    assert [_parties(e) for e in _requests(text)] == [parties]


def test_who_opens_an_occasion_with_a_plea_makes_it() -> None:
    (plea,) = _requests("Ana Rey opened the summit on Friday with a plea for a ceasefire.")
    assert ("actor", "Ana Rey") in _parties(plea)


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ('Peter Foxden, the deputy leader of Rey\'s party, called from exile for "regime change".', {("actor", "Peter Foxden")}),
        (
            "Chad, for its part, said that the filling would go ahead, and invited Peru to send engineers.",
            {("actor", "Chad"), ("recipient", "Peru")},
        ),
        ("Bo Fox said the accord was late and proposed that Chad wait.", {("actor", "Bo Fox"), ("recipient", "Chad")}),
    ],
)
def test_the_main_verb_of_a_sentence_has_its_subject(text: str, parties: set[tuple[str, str]]) -> None:
    assert parties in [{one for one in _parties(e) if one != ("recipient", "exile")} for e in _requests(text)]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Many in Togo urged Chad to free the men.", "Many in Togo"),
        ("Most of his rivals called for a bigger army.", "his rivals"),
        ("Ana Rey was among those who urged Chad to free the men.", "Ana Rey"),
        ("Some called for a boycott of the vote, and others urged Chad to wait.", "Some"),
    ],
)
def test_some_of_many_ask_too(text: str, actor: str) -> None:
    assert ("actor", actor) in _parties(_requests(text)[0])


def test_who_requests_that_something_be_done_asks() -> None:
    assert [_parties(e) for e in _requests("Chad requests that Peru respect the border.")] == [{("actor", "Chad"), ("recipient", "Peru")}]
