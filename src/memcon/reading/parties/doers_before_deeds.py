"""Who does what a noun tells, by the noun before it: "a rebel attack", "a police raid", "a government offensive"."""

from __future__ import annotations

from collections.abc import Callable

from memcon.actors import Identity
from memcon.ontology.lexicon import lexicon
from memcon.ontology.words import words

from ..grammar.parsed import Parsed
from .mention import Mention

_DEEDS = frozenset(("ASSAULT", "COERCE", "MOBILIZE", "PROTEST"))
DOERS = {
    lemma: kind
    for kind, name in (("armed_group", "armed_doers"), ("organisation", "bodies_as_doers"), ("group", "people_as_doers"))
    for lemma in words(name)
}
"""The kind of those whom each word stands for."""


def before_a_deed(p: Parsed, token: int, resolve: Callable[[str], Identity | None]) -> Mention | None:
    """The party that a noun before the noun of a deed stands for, None for other words; `resolve` tells what words are of a party.

    >>> from memcon.actors import registry
    >>> from memcon.reading.parse.parsing import parser
    >>> parsed = parser().parse("A rebel attack killed ten people.")
    >>> doer = before_a_deed(parsed, 1, registry().resolve)
    >>> doer is not None and doer.kind
    'armed_group'
    """
    noun, lemma = p.heads[token], p.lower[token]
    if p.deps[token] not in ("compound", "nmod", "amod") or lemma not in DOERS:
        return None
    if p.tags[token] not in ("NN", "JJ") or p.tags[noun] not in ("NN", "NNS") or p.lemmas[noun] in words("befalling_nouns"):
        return None
    if not any(entry.type in _DEEDS for entry in lexicon().nouns.get(p.lemmas[noun], ())):
        return None
    identity = resolve(f"{lemma}s") or resolve(lemma)
    if identity is None:
        return None
    return Mention(token, token, token + 1, (token, token + 1), DOERS[lemma], "noun", identity, plural=True, definite=True)
