"""Who does what a noun tells, by the noun before it: "a rebel attack", "a police raid", "a government offensive"."""

from __future__ import annotations

from collections.abc import Callable

from memcon.actors import Identity
from memcon.ontology.lexicon import lexicon
from memcon.ontology.words import words

from ..grammar.parsed import Parsed
from .mention import Mention

_DEEDS = frozenset(("ASSAULT", "COERCE", "MOBILIZE", "PROTEST"))
_OF_STATES = ("state.demonym", "state.name", "state.abbreviation", "group.name")
DOERS = {
    lemma: kind
    for kind, name in (("armed_group", "armed_doers"), ("organisation", "bodies_as_doers"), ("group", "people_as_doers"))
    for lemma in words(name)
}
"""The kind of those whom each word stands for."""
BODIES = frozenset((*DOERS, "military"))
"""And of those whom words stand for behind whose they are: "Israeli military strikes"; "military strikes" are nobody's."""


def before_a_deed(p: Parsed, token: int, resolve: Callable[[str], Identity | None]) -> Mention | None:
    """The party that a noun before the noun of a deed stands for, None for other words; `resolve` tells what words are of a party.

    >>> from memcon.actors import registry
    >>> from memcon.reading.parse.parsing import parser
    >>> parsed = parser().parse("A rebel attack killed ten people.")
    >>> doer = before_a_deed(parsed, 1, registry().resolve)
    >>> doer is not None and doer.kind
    'armed_group'
    """
    if _is_theirs(p, token, resolve):
        token += 1  # "Chadian" in "a Chadian army offensive" is of those who lead it
    noun, lemma = p.heads[token], p.lower[token]
    theirs = bool(token) and _is_theirs(p, token - 1, resolve)
    if p.deps[token] not in ("compound", "nmod", "amod") or (lemma not in DOERS and not theirs):
        return None
    if p.tags[token] not in ("NN", "JJ") or p.tags[noun] not in ("NN", "NNS") or p.lemmas[noun] in words("befalling_nouns"):
        return None
    if not any(entry.type in _DEEDS for entry in lexicon().nouns.get(p.lemmas[noun], ())):
        return None
    if theirs:
        whose, name = p.phrase(token - 1, token), (token - 1, token + 1)
        if lemma == "military" or lemma in words("government_nouns"):  # "U.S. military action" is the United States'
            return Mention(token, *name, name, "state", "noun", resolve(whose), definite=True)
        identity = resolve(f"{whose} {lemma}s") or resolve(f"{whose} {lemma}")
        return Mention(token, *name, name, DOERS.get(lemma, "organisation"), "noun", identity, plural=True, definite=True)
    identity = resolve(f"{lemma}s") or resolve(lemma)
    if identity is None:
        return None
    return Mention(token, token, token + 1, (token, token + 1), DOERS[lemma], "noun", identity, plural=True, definite=True)


def _is_theirs(p: Parsed, token: int, resolve: Callable[[str], Identity | None]) -> bool:
    """Whether a state's adjective is of the body after it, both before one noun: "a Chadian army offensive"."""
    after, first = token + 1, p.heads[token] if p.deps[token] == "conj" else token  # "Russian and Syrian government attacks"
    noun = p.heads[first]
    if after >= len(p) or noun not in (p.heads[after], after) or p.lower[after] not in BODIES:
        return False
    return p.tags[token].startswith(("JJ", "NNP")) and (known := resolve(p.words[token])) is not None and known.how in _OF_STATES
