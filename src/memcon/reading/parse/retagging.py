"""Tags that the tree or the rest of a text shows to be wrong, put right between spaCy's parser and what goes by tags (lemmas, names)."""

from __future__ import annotations

from typing import Any

_FINITE = (("ed", "VBD"), ("s", "VBZ"))
_CLAUSES = frozenset(("ROOT", "ccomp", "advcl", "relcl", "conj", "parataxis"))
_NO_NAMES = frozenset(("NN", "NNS", "RB", "JJ", "UH", "FW", "VB"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass", "advmod"))
_NOUNS = frozenset(("NN", "NNS"))
_PLACES = frozenset(("nsubj", "nsubjpass", "dobj", "pobj", "poss", "conj", "appos"))


def retag(doc: Any) -> None:
    """A word that the parser makes a clause's verb, with a subject of its own, is one whatever the tagger says ("it balked", "he arrives");
    a sentence's first word, or a noun, that the text elsewhere has as a name, and never in small letters, is that name ("Nkosi refused").

    The tagger sees few words; the tree and the whole text know more. What follows (lemmas) goes by the tag.
    `doc` is a spaCy Doc, changed in place.

    >>> from spacy.tokens import Doc
    >>> from spacy.vocab import Vocab
    >>> words = "They met Nkosi . Nkosi left . Lees met Nkosi . They told Lees .".split()
    >>> tags = "PRP VBD NNP . RB VBD . NNP VBD NNP . PRP VBD NNS .".split()
    >>> deps = "nsubj ROOT dobj punct nsubj ROOT punct nsubj ROOT dobj punct nsubj ROOT dobj punct".split()
    >>> doc = Doc(Vocab(), words=words, tags=tags, deps=deps, heads=[1, 1, 1, 1, 5, 5, 5, 8, 8, 8, 8, 12, 12, 12, 12])
    >>> retag(doc)
    >>> doc[4].tag_, doc[13].tag_
    ('NNP', 'NNP')
    """
    for token in doc:
        if token.tag_.startswith("NN") and token.dep_ in _CLAUSES and token.text.islower():
            tag = next((tag for ending, tag in _FINITE if token.text.endswith(ending)), None)
            if tag is not None and any(c.dep_ == "nsubj" and c.i < token.i for c in token.children):
                token.tag_ = tag
    _rights_reserved(doc)
    small = {token.text for token in doc if token.text.islower()}
    named = {token.text for token in doc if token.tag_ == "NNP" and token.dep_ != "compound" and token.text[1:].islower()}
    for token in doc:
        opens = token.is_sent_start and token.tag_ in _NO_NAMES and token.dep_ in _SUBJECTS
        stands = not token.is_sent_start and token.tag_ in _NOUNS and token.dep_ in _PLACES
        if (opens or stands) and token.text in named and token.text.lower() not in small:
            token.tag_ = "NNP"


def _rights_reserved(doc: Any) -> None:
    """ "Peru reserves the right to respond", read as reserves of Peru."""
    for token in doc[1:-2]:
        right = doc[token.i + 2]
        if token.text != "reserves" or token.tag_ == "VBZ" or (doc[token.i + 1].text, right.text) != ("the", "right"):
            continue
        owner = doc[token.i - 1]
        if owner.head == token and owner.tag_.startswith(("N", "PRP")):
            token.tag_, owner.dep_ = "VBZ", "nsubj"
            right.head, right.dep_ = token, "dobj"
