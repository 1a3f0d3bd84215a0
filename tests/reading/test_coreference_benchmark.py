"""The benchmark of coreference counts right, and pronouns do not sink below what they reached."""

from pathlib import Path

import pytest
from benchmarks import clusters
from benchmarks import coreference as bench

from memcon.reading.coreference.identities import Identified
from memcon.reading.parse.parsing import parser

ROOT = Path(__file__).parents[2]
DATA = ROOT.parent / "shared" / "data" / "coreference"
needs_data = pytest.mark.skipif(not DATA.exists(), reason="needs ../shared/data/coreference, which is not part of the project")


def test_each_name_is_one_decision() -> None:
    she = {"Pronoun": "she", "A-coref": "TRUE", "B-coref": "FALSE"}
    him = {"Pronoun": "him", "A-coref": "FALSE", "B-coref": "FALSE"}
    figures = bench.gap_figures([she, him], [(True, False), (True, False)])
    assert figures["overall"] == {"precision": 0.5, "recall": 1.0, "f1": 0.6667}
    assert figures["feminine"]["f1"] == 1.0
    assert figures["masculine"]["f1"] == 0.0


def test_halves_are_the_same_each_time() -> None:
    rows = [{"ID": str(n)} for n in range(9)]
    first, second = bench.halves(rows)
    assert sorted([*first, *second]) == list(range(9))
    assert bench.halves(rows) == (first, second)


def test_a_pronoun_is_asked_of_the_cast() -> None:
    text = "Ingrid Halvorsen met Jonas Lund before she flew home."
    row = {"Pronoun": "she", "Pronoun-offset": str(text.index("she")), "A": "Ingrid Halvorsen", "A-offset": "0"}
    row |= {"B": "Jonas Lund", "B-offset": str(text.index("Jonas"))}
    assert bench.gap_guess(row, parser().parse(text)) == (True, False)


def test_a_state_is_compared_by_its_code_though_it_has_an_id() -> None:
    state = Identified("Chad", "state", "Q657", "TCD", None, None, "registry", 1.0)
    person = Identified("Ann Lee", "person", "Q1", "TCD", None, None, "registry", 1.0)
    assert bench.told(state) == bench.target("Chad", {"Chad": "Q657"}) == "state:TCD"
    assert bench.told(person) == "Q1"


def test_cluster_scores() -> None:
    # the example of Luo (2005): 12 mentions, the first and second clusters of the response run together
    key = [frozenset(range(1, 6)), frozenset((6, 7)), frozenset(range(8, 13))]
    response = [frozenset(range(1, 6)), frozenset(range(6, 13))]
    figures = clusters.scores([(key, response)])
    assert figures["muc"] == pytest.approx(0.947, abs=0.001)
    assert figures["b_cubed"] == pytest.approx(0.865, abs=0.001)
    assert figures["ceaf_e"] == pytest.approx(0.733, abs=0.001)


def test_assignment_is_the_best_and_not_the_greedy() -> None:
    key = [frozenset("abc"), frozenset("de")]
    response = [frozenset("abd"), frozenset("c"), frozenset("e")]
    assert clusters.ceaf(key, response)[0] == pytest.approx(2 * 2 / 6 + 2 / 3)


@needs_data
def test_gap_does_not_sink() -> None:
    rows = bench.gap_rows(DATA / "gap-development.tsv")[::8]
    guesses = [bench.gap_guess(row, parser().parse(row["Text"])) for row in rows]
    assert bench.gap_figures(rows, guesses)["overall"]["f1"] > 0.64


@needs_data
def test_offsets_of_gum_are_those_of_the_text() -> None:
    document = bench.gum_document(DATA / "gum_news", "GUM_news_korea")
    heads = {document.text[a:b] for a, b in (m.head for m in document.mentions) if b > a}
    assert {"Korea", "Seoul"} & heads
    assert document.published is not None
