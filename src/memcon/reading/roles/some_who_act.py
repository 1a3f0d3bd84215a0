"""Who acts by a word that names nobody: "many in Lima welcomed the deal", "most of his rivals called for calm"."""

from __future__ import annotations

from memcon.ontology.codebook import codebook
from memcon.ontology.words import words

from ..coreference.cast import Cast
from ..grammar.dependents import is_verb
from ..grammar.parsed import Parsed
from ..grammar.syntax import grammatical_subject, is_passive, prepositional, subject
from ..parties.mention import Mention
from ..triggers.triggers import Trigger
from .filled import Filled, named, once

_SPOKEN = frozenset(("SUPPORT", "PROTEST", "VOTE"))


def some_who_act(p: Parsed, trigger: Trigger, cast: Cast) -> list[Filled]:
    """The actors of words or of a protest whose subject is only a word for some of many, those of whom they are where this is told."""
    verb = trigger.head
    if trigger.entry.type not in codebook().speech | _SPOKEN or not is_verb(p, verb) or is_passive(p, verb):
        return []
    found: list[Filled] = []
    for token in grammatical_subject(p, verb):
        if p.lower[token] not in words("some_of_many") or p.tags[token].startswith("PRP"):
            continue
        whole = named("actor", prepositional(p, token, "of") or _among(p, token), cast, "some-of")
        if whole:
            found += whole
            continue
        first, end = p.edges[token]
        inner = next((t for t in range(token, end) if p.deps[t] == "punct"), end)
        name = (min(first, token), max(inner, token + 1))
        number = cast.plain(token, Mention(token, name[0], name[1], name, "group", "noun", None, True, False))
        if number is not None:
            found.append(Filled("actor", number, token, "some"))
    return once(found)


def _among(p: Parsed, token: int) -> list[int]:
    """Who is told of as one of some: "Rey was among those who sued"."""
    link = p.heads[token]
    verb = p.heads[link]
    among = p.deps[token] == "pobj" and p.lower[link] in ("among", "of") and is_verb(p, verb) and p.lemmas[verb] == "be"
    return subject(p, verb) if among else []
