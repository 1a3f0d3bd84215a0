"""The benchmark of status maps, counts and reads right; the encoder judges given words; the head learns from what is left open."""

import json
from pathlib import Path

import numpy as np
import pytest
from benchmarks.status import (
    CLASSES,
    Mention,
    by_coder,
    by_rules,
    class_of,
    classes,
    errors,
    figures,
    main,
    mentions,
    product,
    read_by_rules,
)

from memcon.coder import Coder
from memcon.coder.decoding import Floats
from memcon.coder.heads import NAMES, Heads
from memcon.coder.labels import labels
from memcon.coder.pieces import Ints, Tokeniser
from memcon.coder.session import Settings, Weights

TEXT = "Envoys met . They will visit Minsk . Aides did not call . Rebels may attack ."
SENTENCES = ("Envoys met .", "They will visit Minsk .", "Aides did not call .", "Rebels may attack .")
EVENTS = {
    "met": ("POS", "CERTAIN", "NON_FUTURE"),
    "visit": ("POS", "CERTAIN", "FUTURE"),
    "call": ("NEG", "CERTAIN", "NON_FUTURE"),
    "attack": ("UNDERSPECIFIED", "POSSIBLE", "FUTURE"),
    "Minsk": ("", "", ""),
    "Aides": ("UNDERSPECIFIED", "UNDERSPECIFIED", "UNDERSPECIFIED"),
}
WORDS = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "met", "visit", "call", "attack", "will", ".")


def corpus(folder: Path) -> Path:
    tokens, marks = [], []
    for number, sentence in enumerate(SENTENCES):
        for word in sentence.split():
            tokens.append(f'<token t_id="{len(tokens) + 1}" sentence="{number}">{word}</token>')
            if word in EVENTS:
                asked = zip(("polarity", "certainty", "time"), EVENTS[word], strict=True)
                given = " ".join(f'{name}="{value}"' for name, value in asked if value)
                marks.append(f'<EVENT_MENTION m_id="{len(marks)}" {given}><token_anchor t_id="{len(tokens)}"/></EVENT_MENTION>')
    markup = f'<Document doc_name="made-up">{"".join(tokens)}<Markables>{"".join(marks)}</Markables></Document>'
    for topic in ("corpus_envoys", "corpus_rebels"):
        (folder / topic).mkdir(parents=True)
        (folder / topic / "1_made_up.xml").write_text(markup, "utf-8")
    return folder


def mention(number: int, topic: str, gold: str) -> Mention:
    return Mention(number, topic, "d", "They met.", ((0, 9),), 5, 8, gold)


def sure_of(*kinds: str) -> Floats:
    return np.eye(len(CLASSES), dtype=np.float32)[[CLASSES.index(kind) for kind in kinds]]


class Told:
    """An engine whose state of a piece says which word it is."""

    def __init__(self) -> None:
        self.windows: list[int] = []

    def run(self, ids: Ints, shapes: Ints) -> tuple[Floats, Floats]:
        self.windows.append(len(ids))
        return np.eye(len(WORDS), dtype=np.float32)[ids], np.zeros((len(ids), 1), dtype=np.float32)


def fake(folder: Path) -> tuple[Coder, Told]:
    """A coder for which "met" has happened, "visit" is planned, "call" denied, and "attack" is possible where "will" is near."""
    (folder / "vocab.txt").write_text("\n".join(WORDS) + "\n", "utf-8")
    names = labels().statuses
    arrays = {name: np.zeros((1, 1) if name.endswith("weight") else 1, dtype=np.float32) for name in NAMES}
    own, around = np.zeros((2, len(names), len(WORDS)), dtype=np.float32)
    for word, status in (("met", "happened"), ("visit", "planned"), ("call", "denied"), ("attack", "happened")):
        own[names.index(status), WORDS.index(word)] = 5
    around[names.index("possible"), WORDS.index("will")] = 60
    arrays |= {"status.own.weight": own, "status.around.weight": around, "status.own.bias": np.zeros(6, dtype=np.float32)}
    arrays |= {"status.out.weight": np.eye(6, dtype=np.float32), "status.out.bias": np.zeros(6, dtype=np.float32)}
    engine = Told()
    return Coder(Weights(engine, Heads.of(arrays), Tokeniser(folder / "vocab.txt"), Settings({}, {}), "0" * 64)), engine


@pytest.mark.parametrize(
    ("attributes", "gold"),
    [
        (("POS", "CERTAIN", "NON_FUTURE"), "happened"),
        (("POS", "CERTAIN", "UNDERSPECIFIED"), "happened"),
        (("POS", "CERTAIN", "FUTURE"), "planned"),
        (("POS", "PROBABLE", "FUTURE"), "possible"),
        (("POS", "UNDERSPECIFIED", "NON_FUTURE"), "possible"),
        (("UNDERSPECIFIED", "CERTAIN", "FUTURE"), "possible"),
        (("NEG", "UNDERSPECIFIED", "FUTURE"), "denied"),
        (("POS", "CERTAIN", ""), None),
        (("", "", ""), None),
        (("UNDERSPECIFIED", "UNDERSPECIFIED", "UNDERSPECIFIED"), None),
    ],
)
def test_the_map(attributes: tuple[str, str, str], gold: str | None) -> None:
    assert class_of(dict(zip(("polarity", "certainty", "time"), attributes, strict=True))) == gold
    assert class_of({}) is None


def test_mentions_of_a_document(tmp_path: Path) -> None:
    found = mentions(corpus(tmp_path))
    assert [one.number for one in found] == list(range(8))
    assert {one.topic for one in found} == {"envoys", "rebels"}
    here = [one for one in found if one.topic == "envoys"]
    assert [(one.text[one.start : one.end], one.gold) for one in here] == [
        ("met", "happened"), ("visit", "planned"), ("call", "denied"), ("attack", "possible"),
    ]  # fmt: skip
    assert [one.text[a:b].split()[0] for one in here[:1] for a, b in one.sentences] == ["Envoys", "They", "Aides", "Rebels"]
    assert [one.topic for one in mentions(tmp_path / "corpus_rebels")] == ["rebels"] * 4


def test_figures() -> None:
    chosen = [mention(0, "a", "happened"), mention(1, "a", "happened"), mention(2, "a", "denied"), mention(3, "b", "planned")]
    found = figures(chosen, sure_of("happened", "planned", "happened", "planned"))
    assert found["accuracy"] == 0.5
    assert found["classes"]["happened"] == {"precision": 0.5, "recall": 0.5, "f1": 0.5}
    assert found["classes"]["planned"] == {"precision": 0.5, "recall": 1.0, "f1": 0.667}
    assert found["classes"]["denied"]["f1"] == 0.0
    assert found["macro_f1"] == 0.389  # of the three classes that are annotated
    assert found["macro_f1_by_topic"] == {"a": 0.25, "b": 1.0}
    assert found["macro_f1_mean_of_topics"] == 0.625
    assert found["confusion"]["denied"] == {"happened": 1, "planned": 0, "possible": 0, "denied": 0}
    assert list(errors(chosen, sure_of("happened", "happened", "happened", "planned"))) == ["a\tdenied\thappened\tThey [met]."]


def test_rules(tmp_path: Path) -> None:
    chosen = mentions(corpus(tmp_path))
    sure = by_rules(chosen)
    assert np.allclose(sure.sum(axis=1), 1)
    assert figures(chosen, sure)["macro_f1"] == 1.0
    assert read_by_rules("They met.", [(4, 5)])[0].firm is False  # no word stands there


def test_both_follow_the_surer() -> None:
    rules = np.array([[0.9, 0.04, 0.03, 0.03], [0.4, 0.2, 0.2, 0.2]], dtype=np.float32)
    encoder = np.array([[0.3, 0.6, 0.05, 0.05], [0.1, 0.8, 0.05, 0.05]], dtype=np.float32)
    found = product(rules, encoder)
    assert found.argmax(axis=1).tolist() == [0, 1]
    assert np.allclose(found.sum(axis=1), 1)
    assert np.allclose(product(rules, np.zeros_like(rules)), rules, atol=1e-6)


def test_statuses_of_given_words(tmp_path: Path) -> None:
    reader, engine = fake(tmp_path)
    text = "met visit. will attack. call"
    cut = [(0, 10), (11, 23)]
    words = [(0, 3), (4, 9), (16, 22), (24, 28)]
    sure = reader.statuses(text, cut, words)
    assert sure.shape == (4, 6)
    assert [labels().statuses[at] for at in sure[:3].argmax(axis=1)] == ["happened", "planned", "possible"]
    assert np.allclose(sure[:3].sum(axis=1), 1)
    assert not sure[3].any()  # it stands in no sentence
    assert len(engine.windows) == 1
    assert np.allclose(reader.statuses(text, cut, words[::-1]), sure[::-1])
    assert reader.statuses(text, cut, []).shape == (0, 6)


def test_the_encoder_over_documents(tmp_path: Path) -> None:
    chosen = mentions(corpus(tmp_path / "meantime"))
    sure = classes(by_coder(chosen, fake(tmp_path)[0]))
    ours = [CLASSES[at] for at in sure.argmax(axis=1)]
    assert ours == ["happened", "possible", "denied", "happened"] * 2  # "will" is near "visit", not near "attack"


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main([str(corpus(tmp_path)), "--errors", str(tmp_path / "errors.tsv")])
    found = json.loads(capsys.readouterr().out)
    assert (found["mentions"], found["rules"]["accuracy"]) == (8, 1.0)
    assert (tmp_path / "errors.tsv").read_text("utf-8") == ""
    with pytest.raises(SystemExit, match="--model rules"):
        main([str(tmp_path), "--by", "coder", "--weights", str(tmp_path)])
    (tmp_path / "empty").mkdir()
    with pytest.raises(SystemExit, match="no mentions"):
        main([str(tmp_path / "empty")])


def test_a_head_is_taught_what_is_left_open() -> None:
    pytest.importorskip("torch", reason="needs PyTorch: pip install -e '.[train]'")
    from training.statuses import Example, counts, fitted, heated, learn, left_open, scores

    assert left_open(0.5) == ("planned", "offered", "possible")
    assert left_open(2.2) == left_open(-1.2) == ()
    chance = np.random.default_rng(0)
    width = 384
    signs = {"happened": 0, "planned": 1, "denied": 2}

    def example(status: str, source: str, names: tuple[str, ...], likely: str = "") -> Example:
        own = chance.normal(0, 0.1, width).astype(np.float32)
        own[signs[status] * 20 : signs[status] * 20 + 20] += 1
        return Example(own, np.zeros(width, dtype=np.float32), counts(names, likely), status, source, "t")

    some = [example(status, "own", (status,)) for status in signs for _ in range(60)]
    some += [example("planned", "facts", ("planned", "possible"), "planned") for _ in range(60)]
    some += [example("happened", "meantime", ("happened", "ongoing")) for _ in range(60)]
    arrays = learn(some, members=2)
    found = scores(arrays, some)
    right = [labels().statuses[at] == one.kind for one, at in zip(some, found.argmax(axis=1), strict=True)]
    assert np.mean(right) > 0.95
    assert all(np.array_equal(value, arrays[name]) for name, value in learn(some, members=2).items())
    heat = fitted(arrays, some)
    assert np.allclose(scores(heated(arrays, heat, 1.0), some), found / heat, atol=1e-4)
