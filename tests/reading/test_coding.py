"""The encoder's view laid beside the rules': acts added, dropped and named otherwise, and the parties around them."""

from dataclasses import replace

import pytest

from memcon.actors import registry
from memcon.coder import Coded, Happening, Piece
from memcon.ontology.codebook import codebook
from memcon.ontology.lexicon import lexicon
from memcon.places import gazetteer
from memcon.reading.cast import Cast
from memcon.reading.coding import BY_MODEL, Opinion, Weighing, beside, opinions, parties, settled
from memcon.reading.mentions import Mentions
from memcon.reading.parsed import Parsed
from memcon.reading.parsing import parser
from memcon.reading.roles import Filled
from memcon.reading.triggers import Surroundings, Trigger, triggers

ASKED = Weighing(add=0.5, keep=0.05, retype=0.7, mode=0.6, status=0.8, party=0.5)
TEXT = "Peru courted Chile on Monday. Angela Merkel met Barack Obama in Berlin."


def _at(words: str, label: str, p: float) -> Piece:
    return Piece(TEXT.index(words), TEXT.index(words) + len(words), label, p)


def _happening(words: str, kind: str, p: float, *arguments: Piece, mode: str = "", p_mode: float = 0.9) -> Happening:
    types = tuple(p if one == kind else 0.0 for one in codebook().types)
    return Happening(_at(words, kind, p), kind, mode, "happened", p, p_mode, 0.9, arguments, types)


def _read(*events: Happening) -> tuple[Parsed, list[Trigger], tuple[Opinion, ...]]:
    p = parser().parse(TEXT)
    mentions = Mentions(p, registry(), None, gazetteer().is_place)
    found = triggers(p, lexicon(), Surroundings(mentions.kind, mentions.party_class))
    return p, found, opinions(p, Coded((), events, ()))


def _words(p: Parsed, found: list[Trigger]) -> list[tuple[str, str, str]]:
    return [(p.words[t.head], t.entry.type, t.entry.rule) for t in found]


def test_an_act_that_only_the_encoder_knows_is_added_if_it_is_sure() -> None:
    for sure, there in ((0.9, True), (0.3, False)):
        p, found, views = _read(_happening("courted", "CONSULT", sure), _happening("met", "CONSULT", 0.9, mode="meeting"))
        assert (("courted", "CONSULT", BY_MODEL) in _words(p, beside(p, found, views, ASKED))) is there


def test_an_act_of_the_rules_goes_where_the_encoder_sees_none() -> None:
    p, found, views = _read(_happening("courted", "CONSULT", 0.9))
    assert [w for w, *_ in _words(p, found)] == ["met"]
    assert [w for w, *_ in _words(p, beside(p, found, views, ASKED))] == ["courted"]


def test_another_type_needs_a_sure_encoder() -> None:
    for sure, kind in ((0.95, "ACCUSE"), (0.4, "CONSULT")):
        p, found, views = _read(_happening("met", "ACCUSE", sure))
        assert [k for w, k, _ in _words(p, beside(p, found, views, ASKED)) if w == "met"] == [kind]


def test_another_mode_is_said_by_its_rule() -> None:
    p, found, views = _read(_happening("met", "CONSULT", 0.9, mode="multilateral"))
    (kept,) = beside(p, found, views, ASKED)
    assert (kept.entry.mode, kept.entry.rule.endswith("model:mode")) == ("multilateral", True)


def test_parties_that_the_cast_knows() -> None:
    met = _happening(
        "met", "CONSULT", 0.9, _at("Angela Merkel", "actor", 0.9), _at("Barack Obama", "recipient", 0.8), _at("Berlin", "recipient", 0.2)
    )
    p, _, views = _read(met)
    cast = Cast(p, Mentions(p, registry(), None, gazetteer().is_place), lambda token: ())
    found = parties(p, cast, views[0], Weighing(party=0.5))
    assert [(f.role, cast.entities[f.entity].name) for f in found] == [("actor", "Angela Merkel"), ("recipient", "Barack Obama")]


@pytest.mark.parametrize(
    ("ours", "theirs", "roles"),
    [
        ([("actor", 1), ("recipient", 2)], [], [("actor", 1), ("recipient", 2)]),
        ([("actor", 1), ("recipient", 2)], [("actor", 2)], [("actor", 2)]),
        ([("actor", 1), ("companion", 3)], [("actor", 4), ("recipient", 1)], [("actor", 4), ("recipient", 1), ("companion", 3)]),
    ],
)
def test_settled(ours: list[tuple[str, int]], theirs: list[tuple[str, int]], roles: list[tuple[str, int]]) -> None:
    def filled(pairs: list[tuple[str, int]]) -> list[Filled]:
        return [Filled(role, entity, 0, "") for role, entity in pairs]

    assert [(f.role, f.entity) for f in settled(filled(ours), filled(theirs))] == roles


def test_words_outside_the_parse_are_passed_over() -> None:
    p, _, views = _read()
    assert views == ()
    far = replace(_happening("met", "CONSULT", 0.9), trigger=Piece(len(TEXT) + 5, len(TEXT) + 9, "CONSULT", 0.9))
    assert opinions(p, Coded((), (far,), ())) == ()
