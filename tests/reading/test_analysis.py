"""Sentences parsed side by side: the same trees as by the pipeline one after another, for words in any order."""

from itertools import accumulate
from typing import Any

import numpy as np
import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from memcon.reading.parse.analysis import USUAL, Analysed, Analysis
from memcon.reading.parse.parsing import DEFAULT_MODEL, _loaded
from memcon.reading.parse.retagging import retag
from memcon.reading.parse.word_vectors import WordVectors

WORDS = "the envoy Ann Lee of Chad met , who said that talks in Lima had failed and left for Peru on Monday . it was to \n ; U.N. ''".split(
    " "
)
SENTENCES = [
    "The envoy who met Ann Lee in Lima on Monday said talks had failed .".split(),
    "She left ,".split(),
    "and the ministers of Chad , Togo and Benin , who had been told , stayed .".split(),
    ["No"],
]


def _nlp() -> Any:
    return _loaded(DEFAULT_MODEL)._nlp


def _ours() -> Analysis:
    nlp = _nlp()
    return Analysis(nlp, frozenset(name for name in nlp.pipe_names if name not in USUAL))


def _both(sentences: list[list[str]]) -> tuple[Analysed, Analysed]:
    """What we make of sentences, and the pipeline's own parts with its tags put right as ours are."""
    words, sizes = [word for sentence in sentences for word in sentence], [len(sentence) for sentence in sentences]
    found, _ = _ours()(words, sizes)
    openings = frozenset((0, *accumulate(sizes[:-1])))
    doc = Doc(_nlp().vocab, words=words, sent_starts=[at in openings for at in range(len(words))])
    for name in USUAL:
        doc = _nlp().get_pipe(name)(doc)
    theirs = Analysed(words, [t.tag_ for t in doc], [t.dep_ for t in doc], [t.head.i for t in doc], openings)
    retag(theirs)
    return found, theirs


def test_sentences_with_clauses_and_rows() -> None:
    found, theirs = _both(SENTENCES)
    assert found == theirs
    assert [at for at, head in enumerate(found.heads) if head == at][:2] == [10, 16]
    assert set(found.openings) == {0, 15, 18, 35}


@settings(deadline=None)  # the parser is slow on a busy machine
@given(st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12), min_size=1, max_size=5))
def test_as_the_pipeline_parses_them(sentences: list[list[str]]) -> None:
    found, theirs = _both(sentences)
    assert found == theirs


def test_no_words() -> None:
    found, doc = _ours()([], [])
    assert (found.tags, found.heads, len(doc)) == ([], [], 0)


def test_another_pipeline_is_run_as_it_is() -> None:
    """One with a part more than the usual: its document has what that part gives, and the tags that were put right."""
    nlp = _nlp()
    words = [word for sentence in SENTENCES for word in sentence]
    found, doc = Analysis(nlp, frozenset(name for name in nlp.pipe_names if name not in (*USUAL, "ner")))(
        words, [len(s) for s in SENTENCES]
    )
    usual, bare = _ours()(words, [len(s) for s in SENTENCES])
    assert found == usual
    assert doc.ents
    assert not bare.ents
    assert [token.tag_ for token in doc] == found.tags


def test_a_pipeline_without_a_parser() -> None:
    found, _ = Analysis(spacy.blank("en"), frozenset())(["Bo", "left"], [2])
    assert (found.tags, found.heads) == (["", ""], [0, 1])


def _vectors() -> WordVectors:
    found = WordVectors.of(_nlp().vocab, _nlp().get_pipe("tok2vec").model)
    assert found is not None
    return found


def test_vectors_of_the_pipeline() -> None:
    words = [word for sentence in SENTENCES for word in sentence]
    theirs = _nlp().get_pipe("tok2vec").predict([Doc(_nlp().vocab, words=words)])[0]
    assert np.allclose(_vectors()(words), theirs, atol=1e-4)


def test_what_was_asked_before_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    fresh, used = _vectors(), _vectors()
    for sentence in reversed(SENTENCES):
        used(sentence)
    assert np.array_equal(used(SENTENCES[2]), fresh(SENTENCES[2]))
    monkeypatch.setattr("memcon.reading.parse.word_vectors._MOST", 3)  # forgets each time
    assert np.array_equal(used(SENTENCES[0]), fresh(SENTENCES[0]))


def test_networks_of_another_kind_are_left_alone() -> None:
    assert WordVectors.of(_nlp().vocab, _nlp().get_pipe("parser").model) is None
    assert WordVectors.of(_nlp().vocab, _nlp().get_pipe("tagger").model) is None
