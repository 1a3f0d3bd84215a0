"""Words that may be a place though no gazetteer has them and no rule takes them for one: "the control tower", "at Nasib", a dateline.

Whether they are the place of an event is for `likely_setting` to tell.
"""

from __future__ import annotations

from collections.abc import Container, Sequence

from memcon.ontology.words import words

from ..encoder.coding import tokens_of
from ..grammar.parsed import Parsed
from ..joining.group import Group
from ..parties.mentions import Mentions
from ..setting.place_phrases import AT, TOWARDS, Spot
from ..setting.unlisted_places import only_country
from .unnamed_places import place_of_words

_LINKS = AT | TOWARDS | frozenset("on through from along around by past behind opposite beside under onto aboard outside".split())
_OBJECTS = ("dobj", "nsubjpass")
LISTS = ("scenes", "scenes_besides", "sites", "sites_hit", "place_nouns", "targets", "whose_places")
"""Lists of nouns that are places, or may be."""
_NO_PLACE = frozenset("DATE TIME NORP PERSON MONEY PERCENT CARDINAL ORDINAL QUANTITY LANGUAGE LAW EVENT WORK_OF_ART PRODUCT".split())
_TOLD_AGAIN = frozenset("city town village province region country".split())  # which one is for `place_phrases` to tell
_SITES = ("GPE", "LOC", "FAC")
_HEARD = 0.1


def possible_places(p: Parsed, groups: Sequence[Group], spots: Sequence[Spot], mentions: Mentions) -> list[Spot]:
    """The nouns in the sentences of events that stand where places do, or that the encoder hears as one; not what is a place already."""
    taken = {t for s in spots for t in range(s.first, s.end)} | {t for g in groups for a in g.acts for t in a.trigger.tokens}
    heard = _heard(p, groups)
    country = only_country(mentions, (s.place for s in spots))
    found = []
    for sentence in sorted({p.sentence_of[a.trigger.head] for g in groups for a in g.acts}):
        for noun in range(*p.sentences[sentence]):
            if noun in taken or not p.tags[noun].startswith("NN") or p.labels[noun] in _NO_PLACE or not _may_be(p, noun, heard):
                continue
            if mentions.kind(noun) in ("person", "group") or p.lemmas[noun] in _TOLD_AGAIN:
                continue
            found.append(place_of_words(p, noun, p.lower[p.heads[noun]] if p.deps[noun] == "pobj" else "", country))
    return found


def _heard(p: Parsed, groups: Sequence[Group]) -> frozenset[int]:
    """The tokens that the encoder hears, be it ever so faintly, as the place of an act."""
    coded = (a.trigger.coded for g in groups for a in g.acts)
    pieces = (one for c in coded if c is not None for one in c.arguments if one.label == "where" and one.p >= _HEARD)
    return frozenset(t for one in pieces for t in tokens_of(p, one.start, one.end))


def _may_be(p: Parsed, noun: int, heard: Container[int]) -> bool:
    """Whether a noun stands where a place does: a name or a word for one behind a preposition, a word for one as what is acted on."""
    listed = any(p.lemmas[noun].lower() in words(some) for some in LISTS)
    behind = p.deps[noun] == "pobj" and p.lower[p.heads[noun]] in _LINKS
    if behind:
        named = p.tags[noun].startswith("NNP") and (p.lower[p.heads[noun]] != "on" or p.labels[noun] in _SITES)  # not "on MSNBC"
        return listed or named or (noun in heard and not p.tags[noun].startswith("NNP"))
    return (p.deps[noun] in _OBJECTS and listed) or (noun in heard and p.heads[noun] not in heard)
