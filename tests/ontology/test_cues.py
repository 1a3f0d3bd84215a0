"""The tables of cues and of nouns for speakers."""

import pytest

from memcon.ontology.codebook import codebook
from memcon.ontology.cues import cues, parse_cue, parse_source_noun, source_nouns

_FRAMES = frozenset(
    "that obj-that to obj-to ing obj obj-as obj-of obj-for obj-with quote it-that passive-to passive-as passive-of passive-for "
    "passive-with of about".split()
)


def test_frames_are_known() -> None:
    for rows in cues().values():
        for cue in rows:
            assert {f for f in cue.frames if not f.startswith("prep:")} <= _FRAMES, cue


def test_no_row_is_there_twice() -> None:
    for rows in cues().values():
        assert len({(c.frames, c.group) for c in rows}) == len(rows)
    for nouns in source_nouns().values():
        assert len({n.words for n in nouns}) == len(nouns)


def test_kinds_are_those_of_the_codebook() -> None:
    kinds = {noun.kind for nouns in source_nouns().values() for noun in nouns}
    assert kinds <= set(codebook().source_kinds) - {"outlet", "unknown"}


def test_every_row_has_its_source() -> None:
    assert all(cue.origin for rows in cues().values() for cue in rows)
    assert all(noun.origin for nouns in source_nouns().values() for noun in nouns)


def test_the_longest_noun_comes_first() -> None:
    assert [n.words for n in source_nouns()["officer"]] == sorted((n.words for n in source_nouns()["officer"]), key=lambda w: -len(w))


@pytest.mark.parametrize(
    "line", ["say\tv\tthat\tsay", "say\tx\tthat\tsay\t\t\town", "say\tv\tthat\tsay\tmaybe\t\town", "\tv\tthat\tsay\t\t\town"]
)
def test_a_broken_cue_is_told(line: str) -> None:
    with pytest.raises(ValueError, match=r"cues\.tsv"):
        parse_cue(line)


def test_a_broken_noun_is_told() -> None:
    with pytest.raises(ValueError, match=r"source_nouns\.tsv"):
        parse_source_noun("press secretary\t\town")
