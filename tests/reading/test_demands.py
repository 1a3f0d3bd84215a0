"""Demands with "must" and "should", and refusals, in what a party says."""

from collections.abc import Callable

import pytest
from tests.reading.events_told import events_of, one_of, trigger_words

from memcon.model import Report
from memcon.reading.acts.demands import Demand, demand, mode_of
from memcon.reading.claims.attribution import claims
from memcon.reading.grammar.parsed import Parsed
from memcon.reading.parse.parsing import parser
from memcon.reading.pipeline import read

PARTIES = frozenset(("Qatar", "Minsk", "Oslo", "rebels", "Parliament", "bloc", "Tehran", "Lima", "Quito", "government"))


def _party(p: Parsed) -> Callable[[int], bool]:
    return lambda token: p.words[token] in PARTIES


def _read(text: str) -> tuple[Parsed, Demand | None]:
    p = parser().parse(text)
    for claim in claims(p):
        speakers = [t for first, end in claim.source for t in range(first, end)]
        found = demand(p, claim, _party(p), speakers)
        if found is not None:
            return p, found
    return p, None


@pytest.mark.parametrize(
    ("text", "recipient", "verb", "mode"),
    [
        ("The ambassador said on Tuesday that Qatar must mediate with its neighbour.", "Qatar", "mediate", "meet"),
        ("The minister said the rebels should lay down their arms.", "rebels", "lay", "yield"),
        ("Minsk must release the prisoners, the chancellor said.", "Minsk", "release", "yield"),
        ("“The rebels have to withdraw from the valley,” the general said.", "rebels", "withdraw", "yield"),
        ("The envoy said Minsk needs to amend its electoral law.", "Minsk", "amend", "change"),
        ("The envoy said that Minsk will have to reopen the crossing.", "Minsk", "reopen", "yield"),
        ("The president said that it is time for Minsk to withdraw its troops.", "Minsk", "withdraw", "yield"),
        ("The premier said that the bloc must provide more money.", "bloc", "provide", "assist"),
        ("The minister said that the bloc must be ready to mediate.", "bloc", "mediate", "meet"),
        ("The envoy said that Minsk should begin to withdraw its troops.", "Minsk", "begin", "yield"),
        ("The envoy said that Minsk should hold talks with the strikers.", "Minsk", "hold", "meet"),
        ("The chancellor said that Minsk must not attack the convoy.", "Minsk", "attack", "yield"),
        ("The senator suggested that Oslo should review the treaty.", "Oslo", "review", "change"),
        ("The king said the work would go on but Minsk must free the hostages.", "Minsk", "free", "yield"),
    ],
)
def test_demands_on_another_party(text: str, recipient: str, verb: str, mode: str) -> None:
    p, found = _read(text)
    assert found is not None
    assert found.recipient is not None
    assert (found.type, p.words[found.recipient], p.words[found.verb], found.mode) == ("REQUEST", recipient, verb, mode)


@pytest.mark.parametrize(
    "text",
    [
        "Minsk said that Minsk met its neighbours.",
        "The premier said that we must defend the valley.",
        "The envoy said that the weather should improve.",
        "The envoy said that Minsk should have released the prisoners.",
        "The envoy said that Minsk must be proud of its record.",
        "The envoy said that the rebels must be disarmed.",
        "The envoy asked whether Minsk should withdraw.",
        "The envoy denied that Minsk must withdraw.",
        "The envoy said that Minsk had to withdraw its troops.",
        "The envoy said he was glad that Minsk must not fail.",
        "The envoy said that Minsk must never fail.",
        "The envoy said there must be a ceasefire.",
        "The envoy said that Minsk has authority to withdraw its troops.",
        "The envoy said that it should shock Minsk.",
    ],
)
def test_no_demands(text: str) -> None:
    assert _read(text)[1] is None


def test_what_speakers_ask_of_themselves_is_no_demand() -> None:
    p = parser().parse("The rebels said that they must withdraw their troops.")
    pronoun = p.words.index("they")
    (claim,) = claims(p)
    assert demand(p, claim, lambda token: token in (1, pronoun), (1, pronoun)) is None
    assert demand(p, claim, lambda token: token in (1, pronoun), (1,)) == Demand("REQUEST", "yield", p.words.index("withdraw"), pronoun)


def test_a_partys_belongings_stand_for_it() -> None:
    p, found = _read("The envoy said that Minsk's tanks must leave the valley.")
    assert found is not None
    assert found.recipient is not None
    assert (p.words[found.recipient], found.mode) == ("Minsk", "yield")


@pytest.mark.parametrize(
    ("text", "verb", "mode", "recipient"),
    [
        ("Tehran said it will not lift the ban until the fine is paid.", "lift", "yield", None),
        ("The rebels said they would never negotiate with Minsk unless the siege ends.", "negotiate", "meet", "Minsk"),
        ("“We will not withdraw,” the general said, rejecting calls for a truce.", "withdraw", "yield", None),
        ("The general said that no troops will be withdrawn until the siege ends.", "withdrawn", "yield", None),
    ],
)
def test_refusals(text: str, verb: str, mode: str, recipient: str | None) -> None:
    p, found = _read(text)
    assert found is not None
    assert (found.type, p.words[found.verb], found.mode) == ("REJECT", verb, mode)
    assert (None if found.recipient is None else p.words[found.recipient]) == recipient


@pytest.mark.parametrize(
    "text",
    [
        "The general said it will not rain until Sunday.",
        "The premier said he would not withdraw.",
        "The premier said he would not attack unless he was attacked.",
        "The premier said that Minsk will not withdraw until Sunday.",
    ],
)
def test_no_refusals(text: str) -> None:
    assert _read(text)[1] is None


def test_the_lexicon_decides_the_mode() -> None:
    p = parser().parse("They should share intelligence and agree to negotiations.")
    assert [mode_of(p, p.words.index(w)) for w in ("share", "agree")] == ["assist", "meet"]


def test_what_one_demands_that_somebody_refuse_is_not_refused() -> None:
    text = "Thousands of people marched to the parliament to demand that Prime Minister Ana Rey refuse any deal that frees officials."
    assert {e.type for e in read(Report("t", text, published="2026-11-27")).events} == {"PROTEST", "REQUEST"}


@pytest.mark.parametrize(
    ("text", "kind", "word"),
    [
        ("The Omani foreign minister said on Friday that Eritrea must hand over the two pilots.", "REQUEST", "must"),
        ("The rebels' spokesman said any ship that enters the port would be a legitimate target.", "THREATEN", "target"),
        ("The Kremlin said Latvia would pay the price of its betrayal.", "THREATEN", "pay"),
    ],
)
def test_the_word_that_names_it_is_no_bare_cue(text: str, kind: str, word: str) -> None:
    event = one_of(text, kind)
    assert trigger_words(event) == [word]
    assert event.sources == ()


@pytest.mark.parametrize(
    "text",
    [
        "Oman's foreign minister insists that the monitors' mandate be extended to the coast.",
        "Oman's foreign minister insisted that any accord must be put to a vote.",
        "Oman's foreign minister stressed that the fighters must be separated from the refugees.",
    ],
)
def test_who_insists_that_something_be_done_asks_for_it(text: str) -> None:
    assert one_of(text, "REQUEST").mode == "change"


@pytest.mark.parametrize(
    "text",
    ["Oman's foreign minister insists that the talks go on.", "Oman's foreign minister insists that the ridge is held by his army."],
)
def test_who_insists_that_something_is_so_asks_for_nothing(text: str) -> None:
    assert "REQUEST" not in {e.type for e in events_of(text)}
