"""Tags that the tree or the rest of a text shows to be wrong, put right between spaCy's parser and what goes by tags (lemmas, names)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .analysis import Analysed

_FINITE = (("ed", "VBD"), ("s", "VBZ"))
_CLAUSES = frozenset(("ROOT", "ccomp", "advcl", "relcl", "conj", "parataxis"))
_NO_NAMES = frozenset(("NN", "NNS", "RB", "JJ", "UH", "FW", "VB"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass", "advmod"))
_NOUNS = frozenset(("NN", "NNS"))
_PLACES = frozenset(("nsubj", "nsubjpass", "dobj", "pobj", "poss", "conj", "appos"))


def retag(found: Analysed) -> None:
    """A word that the parser makes a clause's verb, with a subject of its own, is one whatever the tagger says ("it balked", "he arrives");
    a sentence's first word, or a noun, that the text elsewhere has as a name, and never in small letters, is that name ("Nkosi refused").

    The tagger sees few words; the tree and the whole text know more. What follows (lemmas) goes by the tag.
    The lists of `found` are changed in place.

    >>> from memcon.reading.parse.analysis import Analysed
    >>> words = "They met Nkosi . Nkosi left . Lees met Nkosi . They told Lees .".split()
    >>> tags = "PRP VBD NNP . RB VBD . NNP VBD NNP . PRP VBD NNS .".split()
    >>> deps = "nsubj ROOT dobj punct nsubj ROOT punct nsubj ROOT dobj punct nsubj ROOT dobj punct".split()
    >>> heads = [1, 1, 1, 1, 5, 5, 5, 8, 8, 8, 8, 12, 12, 12, 12]
    >>> retag(Analysed(words, tags, deps, heads, frozenset((0, 4, 7, 11))))
    >>> tags[4], tags[13]
    ('NNP', 'NNP')
    """
    words, tags, deps, heads = found.words, found.tags, found.deps, found.heads
    for at, (word, tag, dep) in enumerate(zip(words, tags, deps, strict=True)):
        if dep in _CLAUSES and tag.startswith("NN") and word.islower():
            finite = next((finite for ending, finite in _FINITE if word.endswith(ending)), None)
            if finite is not None and any(heads[n] == at and deps[n] == "nsubj" for n in range(at)):
                tags[at] = finite
    _rights_reserved(found)
    small = {word for word in words if word.islower()}
    names = zip(words, tags, deps, strict=True)
    named = {word for word, tag, dep in names if tag == "NNP" and dep != "compound" and word[1:].islower()}
    for at, (word, tag, dep) in enumerate(zip(words, tags, deps, strict=True)):
        if word in named and word.lower() not in small:
            opens = at in found.openings
            if (opens and tag in _NO_NAMES and dep in _SUBJECTS) or (not opens and tag in _NOUNS and dep in _PLACES):
                tags[at] = "NNP"


def _rights_reserved(found: Analysed) -> None:
    """ "Peru reserves the right to respond", read as reserves of Peru."""
    words, tags, heads = found.words, found.tags, found.heads
    for at in range(1, len(words) - 2):
        if words[at] != "reserves" or tags[at] == "VBZ" or words[at + 1 : at + 3] != ["the", "right"]:
            continue
        if heads[at - 1] == at and tags[at - 1].startswith(("N", "PRP")):
            tags[at], found.deps[at - 1] = "VBZ", "nsubj"
            heads[at + 2], found.deps[at + 2] = at, "dobj"
