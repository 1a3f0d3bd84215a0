"""Arrays that wind on their way, a word hanging on itself by way of others, are put right in a time that ends."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from memcon.reading.repairs.putting_right import put_right

WORDS = (
    "In a call to Fox , Council backs plan as Chad , Togo abstain 14:12 GMT the May 5 , 2015 bombing called attacks murder of lying ."
).split()
TAGS = "IN DT NN TO NNP , NNP VBZ NN IN NNP , NNP VBP CD NNP DT NNP CD , CD VBG VBD NNS NN IN VBG .".split()
LABELS = "prep det pobj prep pobj punct nsubj ROOT dobj appos conj compound amod advcl relcl pcomp nmod npadvmod cc oprd".split()
SIZE = len(WORDS)


@settings(deadline=None)
@given(st.lists(st.integers(0, SIZE - 1), min_size=SIZE, max_size=SIZE), st.lists(st.sampled_from(LABELS), min_size=SIZE, max_size=SIZE))
def test_whatever_a_tree_is_it_is_put_right_and_winds_no_more(heads: list[int], deps: list[str]) -> None:
    names = [(4, 5, "PERSON"), (6, 7, "ORG"), (10, 11, "GPE"), (12, 13, "GPE")]
    put_right(WORDS, list(TAGS), deps, heads, [w.lower() for w in WORDS], names, [False] * SIZE, SIZE)
    for token in range(SIZE):
        for _ in range(SIZE):
            token = heads[token]  # noqa: PLW2901
        assert heads[token] == token
