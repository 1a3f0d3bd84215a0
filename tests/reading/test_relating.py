"""What a source does to a target: the act of the rules that fits both, the encoder's word, and what is no relation at all."""

import numpy as np
import pytest

import memcon
from memcon.coder.labels import ROOTS
from memcon.model import Event, Report
from memcon.reading import relating
from memcon.reading.parse.parsing import RULES
from memcon.reading.pipeline import read
from memcon.reading.relating import TOLD, fitting, relate, root_of, told


def _spans(marked: str) -> tuple[str, tuple[int, int], tuple[int, int]]:
    """The words, and the spans of the source in <> and the target in []."""
    plain = marked.translate(str.maketrans("", "", "<>[]"))

    def of(opening: str, closing: str) -> tuple[int, int]:
        source = marked[marked.index(opening) + 1 : marked.index(closing)]
        return plain.index(source), plain.index(source) + len(source)

    return plain, of("<", ">"), of("[", "]")


@pytest.mark.parametrize(
    ("marked", "kind", "root"),
    [
        ("<Chad> condemned [Togo] over the raid.", "ACCUSE", "ACCUSE"),
        ("[Togo] was condemned by <Chad> over the raid.", "ACCUSE", "ACCUSE"),
        ("<Chad> will send food aid to [Togo].", "AGREE", "AGREE"),
        ("<Chad> sent food aid to [Togo].", "AID", "AID"),
        ("<Chad> withdrew its troops from [Togo].", "RETREAT", "YIELD"),
        ("<Chad> met the president of [Togo] and condemned Benin.", "CONSULT", "CONSULT"),
        ("Togo met Benin, and <Chad> condemned [Mali].", "ACCUSE", "ACCUSE"),
    ],
)
def test_the_rules_alone(marked: str, kind: str, root: str) -> None:
    found = relate(*_spans(marked), RULES)
    assert (found.type, found.root) == (kind, root)
    assert found.by.startswith(("lexicon:", "rule:"))
    assert 0 < found.p <= 1


def test_no_act_is_no_relation() -> None:
    found = relate(*_spans("<Chad> is larger than [Togo]."), RULES)
    assert (found.type, found.mode, found.root, found.p) == ("", "", "", 0.0)


@pytest.mark.parametrize("span", [(3, 3), (-1, 4), (0, 99), (5, 2)])
def test_what_is_no_span_is_refused(span: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="no span"):
        memcon.relation("Chad met Togo.", span, (9, 13))
    with pytest.raises(ValueError, match="no span"):
        memcon.relation("Chad met Togo.", (0, 4), span)


@pytest.mark.parametrize(
    ("kind", "status", "position", "root"),
    [
        ("CONSULT", "offered", None, "AGREE"),
        ("CONSULT", "happened", None, "CONSULT"),
        ("CONCEDE", "planned", None, "YIELD"),
        ("VOTE", "happened", "against", "REJECT"),
        ("VOTE", "happened", None, "SUPPORT"),
        ("STATEMENT", "happened", None, "STATEMENT"),
    ],
)
def test_roots(kind: str, status: str, position: str | None, root: str) -> None:
    assert root_of(Event("e1", kind, "", status, (), position=position)) == root


class _Sure:
    """An encoder that is sure of one root."""

    def __init__(self, root: str) -> None:
        self.root = root
        self.told: list[float] = []

    def relation(self, text: str, sentences: object, source: object, target: object, told: "np.ndarray") -> "np.ndarray":
        self.told = told.tolist()
        return np.where(np.arange(len(ROOTS)) == ROOTS.index(self.root), 0.86, 0.01).astype(np.float32)


@pytest.mark.parametrize(
    ("root", "kind", "mode"),
    [("CONSULT", "CONSULT", "meeting"), ("ACCUSE", "ACCUSE", "disapprove"), ("AID", "AID", ""), ("YIELD", "CONCEDE", "")],
)
def test_the_encoder_decides_and_the_rules_name_the_mode(monkeypatch: pytest.MonkeyPatch, root: str, kind: str, mode: str) -> None:
    text, source, target = _spans("<Chad> met the president of [Togo] and condemned Togo.")
    record = read(Report("r", text), RULES)
    sure = _Sure(root)
    monkeypatch.setattr(relating, "available", lambda: True)
    monkeypatch.setattr(relating, "coder", lambda: sure)
    monkeypatch.setattr(relating, "read", lambda report, model: record)
    found = relate(text, source, target)
    assert (found.type, found.mode, found.root, found.by, found.p) == (kind, mode, root, "model:relation", 0.86)
    assert len(sure.told) == TOLD
    assert memcon.relation(text, source, target) == (kind, mode)


def test_what_the_rules_tell_the_encoder() -> None:
    text, source, target = _spans("<Chad> will send food aid to [Togo].")
    heard = told(fitting(read(Report("r", text), RULES), source, target))
    assert heard[ROOTS.index("AGREE")] == 1
    assert heard[len(ROOTS) + 2 : len(ROOTS) + 6].tolist() == [1, 1, 1, 0]
    nothing = told([])
    assert nothing.sum() == nothing[len(ROOTS)] == 1
