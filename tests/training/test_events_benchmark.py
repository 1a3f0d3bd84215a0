"""The benchmark of the heads counts right."""

from collections import Counter

from benchmarks.events import count, figures, same

from memcon.coder import Happening, Piece

TEXT = "Scholz met Macron in Paris. Later Macron spoke."
GOLD = {
    "type": "CONSULT",
    "mode": "meeting",
    "status": "happened",
    "triggers": [[7, 10]],
    "participants": [{"role": "actor", "mention": [0, 6]}, {"role": "recipient", "mention": [11, 17]}],
    "where": {"span": [21, 26]},
    "sources": [],
}


def ours(trigger: tuple[int, int], kind: str, *arguments: tuple[str, int, int]) -> Happening:
    pieces = tuple(Piece(a, b, role, 0.9) for role, a, b in arguments)
    return Happening(Piece(*trigger, kind, 0.9), kind, "meeting", "happened", 0.9, 0.9, 0.9, pieces)


def score(*found: Happening) -> dict[str, object]:
    tally: Counter[tuple[str, ...]] = Counter()
    count(TEXT, [GOLD], found, tally)
    return figures(tally)


def test_all_right() -> None:
    found = score(ours((7, 10), "CONSULT", ("actor", 0, 6), ("recipient", 11, 17), ("where", 21, 26)))
    assert found["found"] == found["typed"] == found["who-whom"] == {"precision": 1.0, "recall": 1.0, "f1": 1.0}
    assert (found["mode"], found["status"], found["status_macro_f1"]) == (1.0, 1.0, 1.0)
    assert found["arguments"] == {"f1": 1.0, "actor": 1.0, "recipient": 1.0, "where": 1.0}


def test_a_wrong_type_an_invented_trigger_and_a_lost_party() -> None:
    found = score(ours((7, 10), "ACCUSE", ("actor", 0, 6)), ours((41, 46), "CONSULT", ("actor", 34, 40)))
    assert found["found"]["f1"] == 0.667  # type: ignore[index]
    assert found["typed"]["f1"] == found["who-whom"]["f1"] == 0.0  # type: ignore[index]
    assert found["arguments"]["actor"] == 1.0  # type: ignore[index]
    assert found["arguments_all"]["actor"] == 0.667  # type: ignore[index]
    assert found["arguments_all"]["recipient"] == 0.0  # type: ignore[index]


def test_a_later_mention_of_the_same_name_is_the_same_party() -> None:
    assert same(TEXT, (11, 17), (34, 40))
    assert not same(TEXT, (11, 17), (0, 6))
    assert not same(TEXT, (7, 10), (41, 46))
