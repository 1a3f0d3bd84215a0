"""Attributions of the encoder beside those of the rules."""

import json
from collections.abc import Sequence

import pytest

from memcon import Report
from memcon.coder import Attribution, Piece
from memcon.reading.claims.attribution import Claim, claims
from memcon.reading.grammar.parsed import Parsed
from memcon.reading.parse.parsing import parser
from memcon.reading.pipeline import read

TEXT = "Peru, so the ministry in Lima has it, bought boats. Chile said that it would sell more."


class _Heard:
    """What an encoder would say: some attributions, and how likely words are where that is not told by these."""

    def __init__(self, text: str, *heard: Attribution, doubted: Sequence[str] = (), likely: Sequence[str] = ()) -> None:
        self.attributions = heard
        self._text, self._doubted, self._likely = text, doubted, likely

    def whole(self, layer: str, start: int, end: int) -> float:
        return 0.9 if self._text[start:end] in self._likely else 0.0

    def within(self, layer: str, start: int, end: int) -> float:
        return 0.0 if self._text[start:end] in self._doubted else 0.9


def _heard(cue: str, source: str | None, content: str, p: float = 0.9, text: str = TEXT) -> Attribution:
    def piece(words: str, label: str) -> Piece:
        return Piece(text.index(words), text.index(words) + len(words), label, p)

    return Attribution(piece(cue, "cue"), (piece(source, "source"),) if source else (), (piece(content, "content"),), p)


def _words(p: Parsed, claim: Claim, part: str) -> str:
    return " ".join(p.phrase(a, b) for a, b in getattr(claim, part))


def _told(
    *heard: Attribution, text: str = TEXT, doubted: Sequence[str] = (), likely: Sequence[str] = ()
) -> list[tuple[str, str, float | None]]:
    p = parser().parse(text)
    found = claims(p, _Heard(text, *heard, doubted=doubted, likely=likely))
    return [(_words(p, one, "source"), _words(p, one, "told"), one.p) for one in found]


ALONE = ("Chile", "that it would sell more", None)


def test_what_the_rules_lack_comes_with_its_probability() -> None:
    assert _told() == [ALONE]
    heard = _heard("has it", "the ministry in Lima", "bought boats")
    assert _told(heard) == [("the ministry in Lima", "bought boats", 0.9), ALONE]


@pytest.mark.parametrize(
    "heard",
    [
        _heard("has it", "the ministry in Lima", "bought boats", 0.3),
        Attribution(None, (Piece(0, 4, "source", 0.9),), (Piece(38, 44, "content", 0.9),), 0.9),
        Attribution(Piece(900, 905, "cue", 0.9), (Piece(900, 905, "source", 0.9),), (Piece(900, 905, "content", 0.9),), 0.9),
    ],
    ids=["unsure", "no cue", "outside the parse"],
)
def test_what_is_let_be(heard: Attribution) -> None:
    assert _told(heard) == [ALONE]


def test_its_kind_is_read_as_of_any_source() -> None:
    p = parser().parse(TEXT)
    first = claims(p, _Heard(TEXT, _heard("has it", "the ministry in Lima", "bought boats")))[0]
    assert (first.kind, first.stance, first.group, first.lemma) == ("institution", "asserts", "say", "have")


def test_a_cue_that_the_encoder_sees_nothing_in_is_none() -> None:
    assert _told(doubted=["said"]) == []


def test_a_cue_whose_source_the_rules_miss_is_given_the_encoder_s() -> None:
    text = "Okonjo, for his part, said he wanted more."
    heard = _heard("said", "Okonjo", "he wanted more", text=text)
    assert _told(text=text, likely=["he wanted more"])[0][0] == ""
    assert _told(heard, text=text, likely=["he wanted more"]) == [("Okonjo", "he wanted more", 0.9)]


def test_hearsay_is_not_doubted() -> None:
    text = "The envoy reportedly left Lima."
    assert len(_told(text=text, doubted=["reportedly"])) == 1


LONG = "Chile's new minister Ana Rey, who came from Lima, said that it would sell boats, which Peru had bought in May."
SHORT = _heard("said", "Chile's new minister Ana Rey", "that it would sell boats", text=LONG)


def test_the_likelier_words_of_the_two_are_told() -> None:
    assert _told(SHORT, text=LONG) == [("Chile's new minister Ana Rey", "that it would sell boats", 0.9)]
    rules = ["Chile's new minister Ana Rey, who came from Lima,", "that it would sell boats, which Peru had bought in May"]
    assert _told(SHORT, text=LONG, likely=rules) == [(*rules, None)]


def test_what_stands_behind_the_words_told_is_on_the_source_s_word_still() -> None:
    p = parser().parse(LONG)
    (one,) = claims(p, _Heard(LONG, SHORT))
    assert _words(p, one, "content") == "that it would sell boats, which Peru had bought in May"


def test_a_noun_keeps_the_source_that_its_preposition_names() -> None:
    text = "The senator shrugged at complaints from her Peruvian colleague that boats were cheap."
    heard = _heard("complaints", "The senator", "that boats were cheap", text=text)
    assert _told(heard, text=text) == [("her Peruvian colleague", "that boats were cheap", None)]


def test_a_source_that_falls_apart_is_not_taken() -> None:
    text = "Chile and Peru said that boats were cheap."
    apart = _heard("said", "Chile", "that boats were cheap", text=text)
    both = Attribution(apart.cue, (*apart.sources, Piece(10, 14, "source", 0.9)), apart.contents, 0.9)
    assert _told(both, text=text) == [("Chile and Peru", "that boats were cheap", None)]


def test_words_that_name_nobody_are_no_source() -> None:
    heard = _heard("said", "would sell", "that it would sell more")
    assert _told(heard) == [ALONE]


def test_an_event_s_source_holds_its_words() -> None:
    """Whatever bounds the encoder draws: the content of the attribution that an event stands on holds its trigger."""
    text = (
        "Exports are below those of the year before the siege, which began with the bombing of Lima in March, Mr Rey said on Monday. "
        "The ministry says it arrested two men who had attacked a convoy near the town of Lota in May. Chile has since withdrawn, it said."
    )
    record = json.loads(read(Report("r", text, published="2019-06-03")).to_json())
    contents = {one["id"]: one["content"] for one in record["attributions"]}
    told = [(event["triggers"], contents[source["attribution"]]) for event in record["events"] for source in event["sources"]]
    assert told
    for triggers, content in told:
        assert any(span["start"] <= one["start"] and one["end"] <= span["end"] for one in triggers for span in content)
