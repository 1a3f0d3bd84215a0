"""The parties of an act by rules and encoder together."""

import pytest
from tests.reading.encoder_stand_in import Encoder, parties_of, told

import memcon.reading.pipeline as pipeline
from memcon.coder import Happening, Piece
from memcon.coder.labels import labels
from memcon.model import Report
from memcon.reading.pipeline import read


def test_who_says_the_words_of_an_accusation_accuses_those_whom_they_tell_of(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Angela Merkel said that Peru had cheated Chile."
    (event,) = told(monkeypatch, text, ("cheated", "ACCUSE", "allege", ()))
    assert parties_of(event) == {("actor", "Angela Merkel"), ("recipient", "Peru")}
    assert parties_of(told(monkeypatch, "Peru had cheated Chile.", ("cheated", "ACCUSE", "allege", ()))[0]) == {
        ("actor", "Peru"),
        ("recipient", "Chile"),
    }


def test_who_loses_lives_undergoes_it(monkeypatch: pytest.MonkeyPatch) -> None:
    (event,) = told(monkeypatch, "Four officers lost their lives on Monday.", ("lost", "ASSAULT", "", ()))
    assert parties_of(event) == {("recipient", "Four officers")}


def test_who_is_said_to_be_displeased_accuses(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not who says so, where the verb is one of displeasure itself."""
    text = "Angela Merkel said that Peru regretted the step by Chile."
    (event,) = told(monkeypatch, text, ("regretted", "ACCUSE", "disapprove", (("recipient", "Chile", 0.9),)))
    assert parties_of(event) == {("actor", "Peru"), ("recipient", "Chile")}


@pytest.mark.parametrize(
    ("heard", "actors"),
    [
        ((("actor", "Norway", 0.9),), {"Norway"}),  # surer of another
        ((("actor", "Norway", 0.6),), {"Chile"}),  # not sure enough
        ((("actor", "Norway", 0.9), ("actor", "Chile", 0.4)), {"Chile"}),  # one of theirs may be right
        ((("actor", "Norway", 0.9), ("actor", "Peru", 0.5)), {"Norway"}),  # a further one, far less sure
    ],
)
def test_the_encoder_s_party_takes_the_place_of_one_that_it_does_not_see(
    monkeypatch: pytest.MonkeyPatch, heard: tuple[tuple[str, str, float], ...], actors: set[str]
) -> None:
    text = "Peru told Norway that Chile attacked Bolivia on Monday."
    (event,) = told(monkeypatch, text, ("attacked", "ASSAULT", "", (*heard, ("recipient", "Bolivia", 0.9))))
    assert parties_of(event) == {("recipient", "Bolivia"), *(("actor", name) for name in actors)}


def test_a_party_that_changes_its_role_leaves_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Chile attacked Bolivia on Monday."
    heard = (("actor", "Bolivia", 0.9), ("recipient", "Chile", 0.9))
    (event,) = told(monkeypatch, text, ("attacked", "ASSAULT", "", heard))
    assert parties_of(event) == {("actor", "Bolivia"), ("recipient", "Chile")}


def test_what_is_no_party_of_itself_acts_and_is_befallen(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Off the cape gunboats sank and burned; three trawlers were the targets."
    heard = (("actor", "gunboats", 0.9), ("recipient", "three trawlers", 0.6))
    (event,) = told(monkeypatch, text, ("sank", "ASSAULT", "", heard))
    assert parties_of(event) == {("actor", "gunboats"), ("recipient", "three trawlers")}


def test_a_capital_is_only_a_journey_s_goal(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Angela Merkel flew to Moscow on Monday."
    (event,) = told(monkeypatch, text, ("flew", "CONSULT", "visit", (("actor", "Angela Merkel", 0.9), ("recipient", "Moscow", 0.9))))
    assert parties_of(event) == {("actor", "Angela Merkel")}
    assert event.where is not None
    assert event.where.name == "Moscow"


def test_a_person_stands_not_beside_the_own_state(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Angela Merkel spoke about Germany and France, for which go-betweens were found."
    heard = (("recipient", "Angela Merkel", 0.8), ("recipient", "Germany", 0.9), ("recipient", "France", 0.9))
    (event,) = (e for e in told(monkeypatch, text, ("go-betweens", "CONSULT", "mediation", heard)) if e.mode == "mediation")
    assert parties_of(event) == {("recipient", "Germany"), ("recipient", "France")}


def test_whom_support_is_against_is_not_supported(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Angela Merkel vouched for Peru against Chile."
    heard = (("actor", "Angela Merkel", 0.9), ("recipient", "Peru", 0.9), ("recipient", "Chile", 0.9))
    (event,) = told(monkeypatch, text, ("vouched", "SUPPORT", "", heard))
    assert parties_of(event) == {("actor", "Angela Merkel"), ("recipient", "Peru")}


def test_two_who_talk_to_each_other_talk_to_nobody_else(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Angela Merkel and Barack Obama discussed the release of ten fishermen."
    at = text.index("discussed")
    fishermen = Piece(text.index("ten"), len(text) - 1, "recipient", 0.99)
    types = tuple(float(one == "CONSULT") for one in labels().types)
    talked = Happening(Piece(at, at + 9, "CONSULT", 0.9), "CONSULT", "meeting", "happened", 0.9, 0.9, 0.9, (fishermen,), types)
    monkeypatch.setattr(pipeline, "available", lambda: True)
    monkeypatch.setattr(pipeline, "coder", lambda: Encoder(talked))
    (event,) = pipeline.read(Report("r", text, published="2015-03-05")).events
    assert {one.name for one in event.participants} == {"Angela Merkel", "Barack Obama"}


@pytest.mark.parametrize(("p", "actors"), [(0.3, []), (0.9, ["Norway"])])
def test_a_role_is_filled_only_where_the_encoder_takes_the_words_for_an_act(
    monkeypatch: pytest.MonkeyPatch, p: float, actors: list[str]
) -> None:
    text = "Norway attended a vote meant to condemn Chile."
    at = text.index("condemn")
    types = tuple(float(one == "ACCUSE") for one in labels().types)
    given = (Piece(0, 6, "actor", 0.99),)
    said = Happening(Piece(at, at + 7, "ACCUSE", p), "ACCUSE", "disapprove", "happened", p, 0.9, 0.9, given, types)
    monkeypatch.setattr(pipeline, "available", lambda: True)
    monkeypatch.setattr(pipeline, "coder", lambda: Encoder(said))
    events = [e for e in pipeline.read(Report("r", text, published="2015-03-05")).events if e.type == "ACCUSE"]
    assert [one.name for e in events for one in e.participants if one.role == "actor"] == actors


def test_one_of_two_named_together_is_no_party_without_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Norway and Chile have resumed talks, a move welcomed by Peru and Bolivia."
    heard = (("actor", "Peru", 0.9), ("actor", "Bolivia", 0.9), ("recipient", "Norway", 0.4), ("recipient", "Chile", 0.6))
    event = next(e for e in told(monkeypatch, text, ("welcomed", "SUPPORT", "", heard)) if e.type == "SUPPORT")
    assert parties_of(event) == {("actor", "Peru"), ("actor", "Bolivia"), ("recipient", "Norway"), ("recipient", "Chile")}


def test_who_reports_an_inquiry_accuses_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Norway expelled five Chileans who had been questioned by the army, a newspaper reported."
    heard = (("actor", "the army", 0.9), ("recipient", "five Chileans", 0.9))
    event = next(e for e in told(monkeypatch, text, ("questioned", "ACCUSE", "investigate", heard)) if e.type == "ACCUSE")
    assert parties_of(event) == {("actor", "the army"), ("recipient", "Chileans")}


@pytest.mark.parametrize(
    ("text", "sure", "events"),
    [
        ("Ann Lee was charged with murder.", 0.6, 1),
        ("Ann Lee was charged with murder.", 0.4, 0),
        ("The town was full of men charged with murder.", 0.6, 0),  # told by the way
    ],
)
def test_what_a_sentence_tells_was_said_of_somebody_needs_no_speaker(
    monkeypatch: pytest.MonkeyPatch, text: str, sure: float, events: int
) -> None:
    assert len(told(monkeypatch, text, ("charged", "ACCUSE", "allege", ()), sure=sure)) == events


@pytest.mark.parametrize(
    ("text", "actor", "kept"),
    [
        ("The bombing was years ago when Norway thanked Peru.", "Norway", False),
        ("The bombing that Norway says destroyed the town went on.", "Norway", False),
        ("Norway thanked Peru after the bombing.", "Norway", True),
    ],
)
def test_who_only_stands_in_a_clause_below_a_noun_does_not_act(monkeypatch: pytest.MonkeyPatch, text: str, actor: str, kept: bool) -> None:
    events = told(monkeypatch, text, ("bombing", "ASSAULT", "", (("actor", actor, 0.7),)))
    assert [("actor", actor) in parties_of(e) for e in events if e.type == "ASSAULT"] == [kept]


def test_what_the_next_verb_befalls_this_one_does_not(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Norway shut its border with Peru and cut supplies to Chile."
    heard = (("actor", "Norway", 0.9), ("recipient", "Peru", 0.9), ("recipient", "Chile", 0.8))
    event = next(e for e in told(monkeypatch, text, ("shut", "COERCE", "restrict", heard)) if e.mode == "restrict")
    assert parties_of(event) == {("actor", "Norway"), ("recipient", "Peru")}


@pytest.mark.parametrize(
    ("text", "act", "role", "party", "taken"),
    [
        ("The army shot down drones that were launched by Togo overnight.", ("shot down", "ASSAULT"), "recipient", "Togo", False),
        ("Chad apologised for a shot fired by Togo.", ("apologised", "CONCEDE"), "recipient", "Togo", False),
        ("Depots used by Togo were struck overnight.", ("struck", "ASSAULT"), "actor", "Togo", False),
        ("A teacher was kidnapped and apparently killed by Togo.", ("kidnapped", "ASSAULT"), "actor", "Togo", True),
        ("Chad complained to Togo of the noise.", ("complained", "ACCUSE"), "recipient", "Togo", True),
    ],
)
def test_who_does_another_deed_or_only_hears_of_it_is_no_party(
    monkeypatch: pytest.MonkeyPatch, text: str, act: tuple[str, str], role: str, party: str, taken: bool
) -> None:
    (event,) = told(monkeypatch, text, (*act, "", ((role, party, 0.9),)))
    assert ((role, party) in parties_of(event)) == taken


def test_who_undergoes_what_the_rules_take_him_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "The general got eighty years on Monday."
    (event,) = told(monkeypatch, text, ("got eighty years", "SANCTION", "convict", (("recipient", "The general", 0.9),)))
    assert parties_of(event) == {("recipient", "The general")}
    text = "Chad finalised with Egypt a protocol on arms."
    (event,) = told(monkeypatch, text, ("finalised", "SUPPORT", "", (("actor", "Chad", 0.9), ("recipient", "Egypt", 0.9))))
    assert parties_of(event) == {("actor", "Chad"), ("actor", "Egypt")}


@pytest.mark.parametrize(("sure", "befallen"), [(0.8, {"Togo"}), (0.6, set())])
def test_whom_it_befalls_is_told_of_an_act_that_the_encoder_half_believes(
    monkeypatch: pytest.MonkeyPatch, sure: float, befallen: set[str]
) -> None:
    text = "The lifting of the Chadian embargo to Togo pleased Ana Rey."
    (event,) = told(monkeypatch, text, ("lifting", "CONCEDE", "", (("recipient", "Togo", sure),)), sure=0.6)
    assert {name for role, name in parties_of(event) if role == "recipient"} == befallen


@pytest.mark.parametrize(("of", "befallen"), [("Peru", set()), ("Chile", {"Chile"})])
def test_who_speaks_for_a_state_says_nothing_to_it(monkeypatch: pytest.MonkeyPatch, of: str, befallen: set[str]) -> None:
    text = f"Peru's foreign minister stressed that {of} had waited."
    (event,) = told(monkeypatch, text, ("stressed", "STATEMENT", "", (("recipient", f"that {of}", 0.9),)))
    assert {name for role, name in parties_of(event) if role == "recipient"} == befallen


def test_both_sides_are_those_told_of_one_by_one() -> None:
    text = (
        "The Sarrati side pledged a grant. The Kenbaran side thanked it. Both sides condemned the attack on the mission in Gao on Monday."
    )
    event = next(e for e in read(Report("r", text, published="2024-06-06")).events if e.type == "ACCUSE")
    assert [p.name for p in event.parties("actor")] == ["The Sarrati side", "The Kenbaran side"]
