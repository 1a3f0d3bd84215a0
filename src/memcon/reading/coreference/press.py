"""Newspapers, stations and agencies of news, to which others say things."""

from __future__ import annotations

from memcon.ontology.cues import source_nouns

from ..grammar.parsed import Parsed
from .cast import Cast


def is_of_the_press(p: Parsed, cast: Cast, token: int) -> bool:
    """Whether a word names a newspaper, a station, an agency of news: "told broadcaster NTV".

    >>> from memcon.actors import registry
    >>> from memcon.places import gazetteer
    >>> from memcon.reading.parse.parsing import parser
    >>> from memcon.reading.parties.mentions import Mentions
    >>> p = parser().parse("The colonel told Reuters by telephone that he had left.")
    >>> is_of_the_press(p, Cast(p, Mentions(p, registry(), None, gazetteer().is_place), lambda token: ()), 3)
    True
    """
    known = any(m.identity is not None and m.identity.sector == "MED" for n in cast.of(token) for m in cast.entities[n].mentions)
    mention = cast.mention(token)
    said = range(mention.first, mention.end) if mention is not None else (token,)
    return known or any(noun.kind == "media" for t in said for noun in source_nouns().get(p.lemmas[t], ()) if len(noun.words) == 1)
