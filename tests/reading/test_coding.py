"""The encoder's word on the acts of the rules."""

import pytest

import memcon.reading.pipeline as pipeline
from memcon.actors import registry
from memcon.coder import Coded, Happening, Piece
from memcon.model import Report
from memcon.ontology.lexicon import lexicon
from memcon.places import gazetteer
from memcon.reading.coding import allowed
from memcon.reading.mentions import Mentions
from memcon.reading.parsing import parser
from memcon.reading.triggers import Surroundings, triggers

TEXT = "Peru courted Chile on Monday. Angela Merkel met Barack Obama in Berlin."


def _happening(words: str) -> Happening:
    piece = Piece(TEXT.index(words), TEXT.index(words) + len(words), "CONSULT", 0.9)
    return Happening(piece, "CONSULT", "", "happened", 0.9, 0.9, 0.9, ())


@pytest.mark.parametrize(("seen", "left"), [("met", ["met"]), ("courted", []), ("Berlin", [])])
def test_an_act_of_the_rules_goes_where_the_encoder_sees_none(seen: str, left: list[str]) -> None:
    p = parser().parse(TEXT)
    mentions = Mentions(p, registry(), None, gazetteer().is_place)
    found = triggers(p, lexicon(), Surroundings(mentions.kind, mentions.party_class))
    assert [p.words[t.head] for t in found] == ["met"]
    assert [p.words[t.head] for t in allowed(p, found, Coded((), (_happening(seen),), ()))] == left


def test_words_outside_the_parse_allow_nothing() -> None:
    p = parser().parse("They met.")
    found = triggers(p, lexicon(), Surroundings(lambda token: "person"))
    far = Happening(Piece(500, 503, "CONSULT", 0.9), "CONSULT", "", "happened", 0.9, 0.9, 0.9, ())
    assert allowed(p, found, Coded((), (far,), ())) == []


class _Blind:
    """An encoder that sees no act anywhere."""

    sha256 = "0" * 64

    def read(self, text: str, sentences: object, least: float) -> Coded:
        return Coded((), (), ())


def test_the_rules_alone_are_not_asked_of_the_encoder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "available", lambda: True)
    monkeypatch.setattr(pipeline, "coder", _Blind)
    report = Report("r", TEXT, published="2015-03-05")
    assert pipeline.read(report).events == ()
    assert ("coder", _Blind.sha256) in pipeline.read(report).made_by.models
    rules = pipeline.read(report, pipeline.RULES)
    assert [event.type for event in rules.events] == ["CONSULT"]
    assert "coder" not in dict(rules.made_by.models)
