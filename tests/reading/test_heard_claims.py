"""Attributions of the encoder beside those of the rules."""

import pytest

from memcon.coder import Attribution, Piece
from memcon.reading.attribution import Claim, claims
from memcon.reading.parsing import parser

TEXT = "Peru, so the ministry in Lima has it, bought boats. Chile said that it would sell more."


def _piece(words: str, label: str, p: float) -> Piece:
    start = TEXT.index(words)
    return Piece(start, start + len(words), label, p)


def _heard(cue: str, source: str | None, content: str, p: float = 0.9) -> Attribution:
    sources = (_piece(source, "source", p),) if source else ()
    return Attribution(_piece(cue, "cue", p), sources, (_piece(content, "content", p),), p)


def _told(*heard: Attribution) -> list[tuple[str, str, float | None]]:
    p = parser().parse(TEXT)

    def words(claim: Claim, part: str) -> str:
        return " ".join(p.phrase(a, b) for a, b in getattr(claim, part))

    return [(words(one, "source"), words(one, "content"), one.p) for one in claims(p, heard)]


def test_what_the_rules_lack_comes_with_its_probability() -> None:
    (alone,) = _told()
    assert alone == ("Chile", "that it would sell more", None)
    assert _told(_heard("has it", "the ministry in Lima", "bought boats")) == [("the ministry in Lima", "bought boats", 0.9), alone]


@pytest.mark.parametrize(
    "heard",
    [
        _heard("said", "Peru", "it would sell more"),  # a cue that the rules have
        _heard("has it", "the ministry in Lima", "bought boats", 0.3),
        _heard("has it", None, "bought boats"),
        Attribution(None, (_piece("Peru", "source", 0.9),), (_piece("bought", "content", 0.9),), 0.9),
    ],
    ids=["known", "unsure", "nobody's", "no cue"],
)
def test_what_is_let_be(heard: Attribution) -> None:
    assert len(_told(heard)) == 1


def test_its_kind_is_read_as_of_any_source() -> None:
    p = parser().parse(TEXT)
    first = claims(p, [_heard("has it", "the ministry in Lima", "bought boats")])[0]
    assert (first.kind, first.stance, first.group, first.lemma) == ("institution", "asserts", "say", "have")


def test_pieces_outside_the_parse_bring_nothing() -> None:
    far = Piece(900, 905, "cue", 0.9)
    assert len(_told(Attribution(far, (far,), (far,), 0.9))) == 1


def test_a_cue_whose_source_the_rules_miss_is_given_the_encoder_s() -> None:
    text = "Okonjo, for his part, said he wanted more."
    p = parser().parse(text)

    def piece(words: str, label: str) -> Piece:
        return Piece(text.index(words), text.index(words) + len(words), label, 0.9)

    heard = Attribution(piece("said", "cue"), (piece("Okonjo", "source"),), (piece("he wanted more", "content"),), 0.9)
    (alone, *_), (both, *_) = claims(p), claims(p, [heard])
    assert (alone.lemma, alone.source) == ("say", ())
    assert [p.phrase(*span) for span in both.source] == ["Okonjo"]
    assert (both.lemma, both.p) == ("say", 0.9)  # the evidence tells that the source is the encoder's
