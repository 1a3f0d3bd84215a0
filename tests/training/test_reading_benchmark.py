"""The benchmark of reading counts what a reader would."""

import pytest
from benchmarks.reading import compared, events, measure, who_whom
from training.corpora import Marked

from memcon.coder import available
from memcon.model import Report
from memcon.reading.pipeline import read

TEXT = "Norway condemned Chile. Oslo also called Lima on Friday."


def _gold(kind: str, trigger: str, actor: str, recipient: str, mode: str = "") -> dict[str, object]:
    def at(words: str) -> tuple[int, int]:
        return TEXT.index(words), TEXT.index(words) + len(words)

    parties = [{"role": "actor", "mention": at(actor)}, {"role": "recipient", "mention": at(recipient)}]
    return {"type": kind, "mode": mode, "status": "happened", "triggers": [at(trigger)], "participants": parties, "sources": []}


GOLD = [_gold("ACCUSE", "condemned", "Norway", "Chile", "disapprove"), _gold("CONSULT", "called", "Oslo", "Lima", "call")]


def test_a_party_is_known_by_any_of_its_mentions() -> None:
    tally = compared(TEXT, GOLD, events(read(Report("r", TEXT, published="2016-03-05"))))
    counted = {"gold": 2, "read": 2, "found": 2, "typed": 2, "who-whom": 2, "status": 2, "mode": 2}
    assert tally == counted | {"when read": 1}


def test_the_wrong_way_round_is_wrong_but_in_a_call() -> None:
    turned = [_gold("ACCUSE", "condemned", "Chile", "Norway", "disapprove"), _gold("CONSULT", "called", "Lima", "Oslo", "call")]
    found = events(read(Report("r", TEXT, published="2016-03-05")))
    assert [who_whom(gold, one) for gold, one in zip(turned, found, strict=True)] == [False, True]


def test_days_places_and_sources_are_compared_by_their_words() -> None:
    text = "Norway condemned Chile in Lima on Friday, Ann Lee said. On Friday Peru bombed Togo, the army denied."

    def at(words: str, first: int = 0) -> tuple[int, int]:
        return text.index(words, first), text.index(words, first) + len(words)

    def one(trigger: str, **more: object) -> dict[str, object]:
        return {"type": "FIGHT", "mode": "", "status": "happened", "triggers": [at(trigger)], "participants": [], "sources": []} | more

    second = at("Friday", 40)
    gold = [
        one("condemned", when={"span": second}, where={"span": at("in Lima")}, sources=[{"stance": "asserts", "source": at("Ann Lee")}]),
        one("bombed", when={"span": second}, sources=[{"stance": "denies", "source": at("the army")}]),
    ]
    read = [
        one("condemned", when={"span": at("Friday")}, where={"span": at("Lima")}, sources=[{"stance": "asserts", "source": at("Lee")}]),
        one("bombed", where={"span": at("Lima")}, sources=[{"stance": "asserts", "source": at("the army")}]),
    ]
    tally = compared(text, gold, read)
    assert {name: n for name, n in tally.items() if name.split()[0] in ("when", "where", "sources")} == {
        "when gold": 2, "when read": 1, "when right": 1, "where gold": 1, "where read": 2, "where right": 1,
        "sources gold": 2, "sources read": 2, "sources right": 1,
    }  # fmt: skip


@pytest.mark.parametrize("way", ["rules", "coder", "both"])
def test_every_way_of_reading_is_measured(way: str) -> None:
    if way != "rules" and not available():
        pytest.skip("the encoder's weights are not in this installation")
    rules = measure([Marked("a", TEXT, events=GOLD)], "rules")
    figures = measure([Marked("a", TEXT, events=GOLD)], way)
    assert figures["events"] == 2
    assert figures["typed"] > 0.5
    assert measure([Marked("a", TEXT, events=GOLD)], "rules") == rules  # nothing stays changed
