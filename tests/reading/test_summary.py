from dataclasses import replace

import pytest

from memcon.model import Event, Order, Party, Source, Span, When, Where
from memcon.ontology.codebook import codebook
from memcon.reading.record.summary import _phrases, _verbs, summary

WORD = Span(0, 1, "x")


def who(role, *names, kind="state"):
    return tuple(Party(role, name, kind, WORD) for name in names)


def event(kind, mode, status, *parties, trigger="x", **more):
    return Event("e1", kind, mode, status, (Span(0, len(trigger), trigger),), tuple(p for group in parties for p in group), **more)


ISRAEL, UKRAINE, TWO = who("actor", "Israel"), who("recipient", "Ukraine"), who("recipient", "Russia", "Ukraine")
BENNETT, PUTIN = who("actor", "Bennett", kind="person"), who("recipient", "Putin", kind="person")


@pytest.mark.parametrize(
    ("one", "sentence"),
    [
        (
            event(
                "CONSULT",
                "meeting",
                "happened",
                BENNETT,
                PUTIN,
                who("companion", "Zeev Elkin", kind="person"),
                where=Where("Kremlin", WORD, "Moscow"),
                when=When("2022-03-05", WORD),
            ),
            "Bennett met Putin in the Kremlin (Moscow) on Sat 5 Mar 2022, with Zeev Elkin.",
        ),
        (event("RETREAT", "release", "happened", ISRAEL, who("recipient", "the crew", kind="group")), "Israel released the crew."),
        (
            event("RETREAT", "release", "happened", ISRAEL, who("recipient", "Two Norwegian fishermen", kind="group")),
            "Israel released two Norwegian fishermen.",
        ),
        (
            event("RETREAT", "release", "happened", ISRAEL, who("recipient", "One Azerbaijani sergeant", kind="person")),
            "Israel released one Azerbaijani sergeant.",
        ),
        (
            event("CONSULT", "meeting", "planned", who("actor", "The ministers of Peru and Togo", kind="group")),
            "The ministers of Peru and Togo plan to meet.",
        ),
        (event("RETREAT", "release", "happened", ISRAEL), "Israel released (whom or what is not said)."),
        (
            event("CONSULT", "mediation", "offered", ISRAEL, TWO, who("requested_by", "Zelensky", kind="person")),
            "Israel offered to mediate between Russia and Ukraine, at the request of Zelensky.",
        ),
        (event("CONSULT", "mediation", "happened", ISRAEL, UKRAINE), "Israel mediated with Ukraine."),
        (
            event(
                "AID",
                "humanitarian",
                "planned",
                ISRAEL,
                UKRAINE,
                who("beneficiary", "refugees", kind="group"),
                when=When("2022-03-07/2022-03-13", WORD),
            ),
            "Israel plans to send humanitarian aid to Ukraine, 7–13 Mar 2022, for refugees.",
        ),
        (event("CONSULT", "call", "possible", BENNETT, PUTIN), "Bennett may speak by phone with Putin."),
        (event("CONSULT", "visit", "denied", BENNETT, UKRAINE), "Bennett did not visit Ukraine."),
        (event("CONSULT", "visit", "happened", BENNETT, where=Where("Moscow", WORD)), "Bennett travelled to Moscow."),
        (event("CONSULT", "visit", "happened", BENNETT, UKRAINE, where=Where("Ukraine", WORD)), "Bennett visited Ukraine."),
        (
            event("ASSAULT", "", "ongoing", who("actor", "Russia"), UKRAINE, when=When("2022-02-24/..", WORD)),
            "Russia has been attacking Ukraine since Thu 24 Feb 2022.",
        ),
        (event("ASSAULT", "", "happened", who("actor", "Russia"), UKRAINE, trigger="invaded"), "Russia invaded Ukraine."),
        (
            event("CONSULT", "", "ongoing", BENNETT, who("recipient", "United States", "France"), trigger="coordinating"),
            "Bennett is coordinating with the United States and France.",
        ),
        (event("AGREE", "", "planned", who("actor", "France", "Germany")), "France and Germany plan to agree."),
        (event("SANCTION", "", "ongoing", UKRAINE), "Sanctions against Ukraine (ongoing; by whom is not said)."),
        (event("SANCTION", "expel", "happened", ISRAEL, who("recipient", "Russia")), "Israel expelled representatives of Russia."),
        (event("SANCTION", "expel", "happened", ISRAEL, who("recipient", "two diplomats", kind="group")), "Israel expelled two diplomats."),
        (event("VOTE", "", "happened", ISRAEL, position="for"), "Israel voted in favour."),
        (event("VOTE", "", "happened", ISRAEL, position="abstain"), "Israel abstained."),
        (event("ACCUSE", "disapprove", "ongoing", ISRAEL, UKRAINE), "Israel has repeatedly criticised Ukraine."),
        (
            event(
                "ASSAULT",
                "explosives",
                "denied",
                who("actor", "French forces", kind="group"),
                sources=(Source("institution", "France", stance="denies"),),
            ),
            "France denied that French forces bombed (whom or what is not said).",
        ),
        (event("RETREAT", "withdraw", "happened", ISRAEL, where=Where("Lebanon", WORD)), "Israel pulled forces back from Lebanon."),
        (event("REQUEST", "assist", "happened", ISRAEL), "Israel asked for help."),
        (event("REQUEST", "assist", "happened", ISRAEL, UKRAINE), "Israel asked Ukraine for help."),
        (event("CONSULT", "meeting", "happened", BENNETT, PUTIN, duration="PT3H"), "Bennett met Putin for 3 hours."),
    ],
)
def test_sentences(one, sentence):
    assert summary(one) == sentence


@pytest.mark.parametrize("status", codebook().statuses)
@pytest.mark.parametrize("kind", codebook().types)
def test_every_type_and_mode_makes_a_sentence(kind, status):
    for mode in ("", *codebook().types[kind]):
        assert (kind, mode) in _phrases()
        for parties in ((ISRAEL, UKRAINE), (ISRAEL, TWO), (ISRAEL,), (UKRAINE,), ()):
            said = summary(event(kind, mode, status, *parties))
            assert said.endswith(".")
            assert said[0].isupper()
            assert not set("{}[]") & set(said)
            assert "  " not in said
            for party in (p for group in parties for p in group):
                assert party.name in said or (kind, mode) == ("RETREAT", "resign") or kind == "VOTE"


def test_every_verb_fills_its_pattern():
    for (kind, form), phrase in _verbs().items():
        said = summary(event(kind, "", "happened", ISRAEL, UKRAINE, trigger=form))
        assert phrase.past in said
        assert not set("{}[]") & set(said)
        assert kind in codebook().types


def test_the_order_of_other_events_changes_nothing():
    assert summary(event("AGREE", "", "happened", ISRAEL, order=(Order("after", "e2"),))) == "Israel agreed."


def test_captives_are_no_ground():
    captured = Span(0, 8, "captured")
    pilots = who("recipient", "two pilots", kind="group")
    assert summary(replace(event("ASSAULT", "abduct", "happened", ISRAEL, pilots), triggers=(captured,))) == "Israel abducted two pilots."
    assert summary(replace(event("ASSAULT", "", "happened", ISRAEL), triggers=(captured,))) == "Israel captured ground."
