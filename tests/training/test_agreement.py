"""Two readings are compared event by event."""

from training.agreement import compare, pair

TEXT = "Scholz met Macron and Biden called Xi, an aide said."


def event(kind: str, trigger: tuple[int, int], actor: tuple[int, int], recipient: tuple[int, int], **more: object) -> dict[str, object]:
    parties = [{"role": "actor", "mention": list(actor)}, {"role": "recipient", "mention": list(recipient)}]
    return {"type": kind, "mode": "", "status": "happened", "triggers": [list(trigger)], "participants": parties, "sources": []} | more


MET = event("CONSULT", (7, 10), (0, 6), (11, 17), mode="meeting")
CALLED = event("CONSULT", (28, 34), (22, 27), (35, 37), mode="call")


def test_a_reader_agrees_with_himself() -> None:
    figures = compare([(TEXT, [MET, CALLED], [CALLED, MET])])
    assert figures["found"] == figures["typed"] == figures["who-whom"] == figures["status"] == figures["mode"] == figures["source"] == 1.0


def test_what_each_level_counts() -> None:
    turned = event("CONSULT", (7, 10), (11, 17), (0, 6), mode="meeting")
    assert compare([(TEXT, [MET], [turned])])["who-whom"] == 1.0  # a meeting has no direction
    accused = event("ACCUSE", (28, 34), (22, 27), (35, 37), status="planned")
    figures = compare([(TEXT, [MET, CALLED], [MET, accused])])
    assert (figures["found"], figures["typed"], figures["status"]) == (1.0, 0.5, 0.5)
    assert compare([(TEXT, [MET, CALLED], [MET])])["found"] == 0.667


def test_sources_by_stance_and_words() -> None:
    told = MET | {"sources": [{"kind": "official", "stance": "asserts", "source": [39, 46], "cue": None}]}
    denied = MET | {"sources": [{"kind": "official", "stance": "denies", "source": [39, 46], "cue": None}]}
    assert compare([(TEXT, [told], [told])])["source_stated"] == 1.0
    assert compare([(TEXT, [told], [denied])])["source"] == 0.0


def test_an_event_is_paired_once() -> None:
    both = MET | {"triggers": [[7, 10], [28, 34]]}
    assert pair(TEXT, [both], [MET, CALLED]) == [(0, 0)]
