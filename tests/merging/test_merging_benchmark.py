"""The benchmark's scores on cases worked out by hand, and its two layouts."""

import json
from pathlib import Path
from random import Random

import pytest
from benchmarks.clusters import scores
from benchmarks.merging import apart, clusters, conll, ecb, figures, lea, main

KEY = [frozenset("abc"), frozenset("defg")]
RESPONSE = [frozenset("ab"), frozenset("cd"), frozenset("fghi"), frozenset("e")]


def test_the_papers_example_of_lea() -> None:
    # Moosavi & Strube 2016, section 4: key {a,b,c}, {d,e,f,g}; response {a,b}, {c,d}, {f,g,h,i}: recall (3 * 1/3 + 4 * 1/6) / 7
    assert lea(KEY, RESPONSE[:3]) == pytest.approx((3 * 1 / 3 + 4 * 1 / 6) / 7)
    assert lea(RESPONSE[:3], KEY) == pytest.approx((2 * 1 + 2 * 0 + 4 * 1 / 6) / 8)


def test_singletons_have_a_link_to_themselves() -> None:
    assert lea([frozenset("a"), frozenset("b")], [frozenset("a"), frozenset("b")]) == 1
    assert lea([frozenset("a"), frozenset("b")], [frozenset("ab")]) == 0


def test_by_hand() -> None:
    key, response = [frozenset("abc"), frozenset("d")], [frozenset("ab"), frozenset("cd")]
    found = figures(key, response)
    assert found["muc"] == 0.5  # one link of two found, one of two given right
    # B-cubed: recall (2/3 + 2/3 + 1/3 + 1) / 4, precision (1 + 1 + 1/2 + 1/2) / 4
    assert found["b_cubed"] == pytest.approx(2 * (2 / 3) * 0.75 / (2 / 3 + 0.75), abs=1e-4)
    assert found["ceaf_e"] == pytest.approx((4 / 5 + 2 / 3) / 2, abs=1e-4)  # 2*2/(3+2) for abc-ab, 2*1/(1+2) for d-cd
    assert found["conll"] == pytest.approx((found["muc"] + found["b_cubed"] + found["ceaf_e"]) / 3, abs=1e-4)
    # LEA: recall (3 * 1/3 + 0) / 4, precision (2 * 1 + 2 * 0) / 4
    assert (found["lea_recall"], found["lea_precision"]) == (0.25, 0.5)


def test_scoring_in_parts_changes_nothing() -> None:
    for seed in range(20):
        random = Random(seed)
        key = clusters([random.randrange(9) for _ in range(30)])
        response = clusters([random.randrange(20) if seed % 2 else (random.randrange(3), n // 6) for n in range(30)])
        assert scores(apart(key, response)) == scores([(key, response)])


def test_conll_columns(tmp_path: Path) -> None:
    lines = [
        "#begin document (t/one); part 000",
        *(f"t/one 0 {n} {word} {cell}" for n, (word, cell) in enumerate((("Leaders", "(1)"), ("met", "(2|(3)"), ("twice", "2)")))),
        "",
        "t/one 0 0 Talks (3)",
        "#end document",
        "#begin document (t/two); part 000",
        "t/two 0 0 Meeting - - - - - - - (3)",
        "#end document",
    ]
    path = tmp_path / "topic.conll"
    path.write_text("\n".join(lines), "utf-8")
    corpus = conll([path])
    assert list(corpus.documents.values()) == [[["Leaders", "met", "twice"], ["Talks"]], [["Meeting"]]]
    assert [(m.tokens, m.chain) for m in corpus.mentions] == [
        ((0,), "topic 1"), ((1,), "topic 3"), ((1, 2), "topic 2"), ((3,), "topic 3"), ((0,), "topic 3"),
    ]  # fmt: skip


def test_ecb_layout_and_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [("1_1", 0, n, w) for n, w in enumerate("Leaders met in Paris".split())]
    rows += [("1_2", 1, n, w) for n, w in enumerate("The meeting of leaders in Paris ended".split())]
    (tmp_path / "barhom_ECB_Dev_corpus.txt").write_text("\n" + "\n".join("\t".join(map(str, (*r, "-"))) for r in rows), "utf-8")
    marked = [("1_1", 0, [1]), ("1_2", 1, [1])]
    gold = [{"doc_id": d, "sent_id": s, "tokens_number": t, "coref_chain": "A"} for d, s, t in marked]
    (tmp_path / "barhom_ECB_Dev_Event_gold_mentions.json").write_text(json.dumps(gold), "utf-8")
    assert [m.tokens for m in ecb(tmp_path, "Dev").mentions] == [(1,), (1,)]
    main([str(tmp_path), "--part", "dev"])
    found = json.loads(capsys.readouterr().out)["ecb_plus_dev"]
    assert (found["mentions"], found["chains"]) == (2, 1)
