"""What kind of source speaks (CODEBOOK 2), from its own words."""

from __future__ import annotations

from memcon.ontology.cues import source_nouns
from memcon.ontology.words import words as word_list

from ..grammar.parsed import Parsed

Range = tuple[int, int]
_PRONOUNS = {
    **dict.fromkeys(("he", "she", "i", "him", "her", "his"), "one"),
    **dict.fromkeys(("they", "we", "their", "our"), "many"),
    **dict.fromkeys(("it", "its"), "thing"),
}
_HUMAN = ("spokesperson", "official", "person")
_LABELS = {
    "PERSON": "person",
    "ORG": "institution",
    "GPE": "institution",
    "LOC": "institution",
    "NORP": "institution",
    "FAC": "institution",
}
_PERSONAL = ("er", "or", "ist", "ian", "ant", "man", "woman", "ee", "eer")


def kind_of(p: Parsed, source: Range, head: int, earlier: str | None = None) -> str:
    """The kind of the source that stands at a token range and is headed by a token; `earlier` is the kind that a pronoun carries on.

    >>> from memcon.reading.parse.parsing import parser
    >>> parsed = parser().parse("An Israeli official said so.")
    >>> kind_of(parsed, (0, 3), 2)
    'official'
    """
    word = p.lower[head]
    if word in _PRONOUNS:
        return _pronoun(_PRONOUNS[word], earlier)
    nouns = [head, *(c for c in _appositions(p, head) if source[0] <= c < source[1])]
    kinds = [kind for noun in nouns if (kind := _noun_kind(p, noun, source))]
    titled = [
        kind
        for token in range(*source)
        if token < head and (kind := _noun_kind(p, token, source)) and p.deps[token] in ("compound", "nmod", "amod")
    ]
    named = _known_label(p, head)
    if "spokesperson" in kinds or "spokesperson" in titled:
        return "spokesperson"
    if kinds and kinds[0] == "media" and not (head > source[0] and p.labels[head] == p.labels[head - 1] == "PERSON"):  # "Ana Sun"
        return "media"
    if named == "PERSON" or any(_known_label(p, noun) == "PERSON" for noun in nouns):
        return "person"
    if kinds:
        return kinds[0]
    if "person" in titled and p.words[head][:1].isupper():
        return "person"
    if any(p.lower[t] == "who" and p.tags[t] == "WP" for c in p.children[head] if p.deps[c] == "relcl" for t in p.children[c]):
        return "person"
    if named in _LABELS:
        return _LABELS[named]
    if p.tags[head].startswith("NNP"):
        return "person" if any(p.labels[t] == "PERSON" for t in range(*source)) else "institution"
    if p.lemmas[head] in word_list("texts"):
        return "institution"
    if p.lemmas[head] in word_list("recordings"):
        return "unknown"
    if p.tags[head] in ("NNS", "CD", "DT", "JJ", "WP", "JJS"):
        return "person"
    return "institution" if p.tags[head] == "NN" and not word.endswith(_PERSONAL) else "person"


def speaks_for_itself(p: Parsed, source: Range, head: int) -> bool:
    """Whether a noun phrase names somebody who can speak (and not evidence: "citing the weather")."""
    return p.labels[head] in ("PERSON", "ORG", "GPE", "NORP") or _noun_kind(p, head, source) is not None


def _pronoun(sort: str, earlier: str | None) -> str:
    if sort == "one":
        return earlier if earlier in _HUMAN else "person"
    if sort == "thing":
        return earlier if earlier in ("institution", "media") else "institution"
    return earlier or "person"


def _known_label(p: Parsed, token: int) -> str:
    """A name's label; a surname that is a person's elsewhere in the text is one here."""
    return "PERSON" if p.words[token] in p.surnames and p.words[token][:1].isupper() else p.labels[token]


def _appositions(p: Parsed, head: int) -> list[int]:
    found = [c for c in p.children[head] if p.deps[c] == "appos"]
    return found + [d for c in found for d in _appositions(p, c)]


def _noun_kind(p: Parsed, token: int, source: Range) -> str | None:
    """The kind of the longest entry of the table that ends at a token."""
    for last in dict.fromkeys((p.lower[token], p.lemmas[token])):
        for noun in source_nouns().get(last, ()):
            if _ends_with(p, token, source[0], noun.words):
                return noun.kind
    return None


def _ends_with(p: Parsed, token: int, first: int, words: tuple[str, ...]) -> bool:
    at = token - 1
    for word in reversed(words[:-1]):
        while at >= first and p.words[at] in ("-", "‑", "–"):
            at -= 1
        if at < first or word not in (p.lower[at].replace("’", "'"), p.lemmas[at]):
            return False
        at -= 1
    return True
