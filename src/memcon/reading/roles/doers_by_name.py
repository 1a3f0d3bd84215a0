"""Who acts by words that neither registry nor recogniser knows: "the Presidency accused the unions", "twenty-two voted for it"."""

from __future__ import annotations

from collections.abc import Iterable

from memcon.ontology.codebook import codebook

from ..coreference.cast import Cast
from ..grammar.dependents import is_verb
from ..grammar.parsed import Parsed
from ..grammar.syntax import agents, grammatical_subject, is_passive
from ..triggers.triggers import Trigger
from .filled import Filled, once

_DONE_BY_WILL = frozenset(("SUPPORT", "PROTEST", "VOTE", "AGREE", "CONSULT", "AID", "CONCEDE", "COOPERATE", "SANCTION"))
_NOBODY = frozenset(("DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "LAW", "EVENT", "LANGUAGE"))
_BESIDE_NAMES = {"VOTE": "CD", "PROTEST": "NNS"}  # "twenty-two voted against", "hooded youths blocked the road"


def with_doers_by_name(p: Parsed, trigger: Trigger, parties: Iterable[Filled], cast: Cast) -> tuple[Filled, ...]:
    """The parties; if nobody acts, with the subject of words, or of what only somebody can do, that is a name of no party so far.

    In the annotated windows, passages and reports of our own, test part left out, they are the actors 15 times of 21, and nobody is once.
    Of force they are not: "Rey died". Whoever stands behind "by" does it, whatever it is.
    """
    told, verb, kind = tuple(parties), trigger.head, trigger.entry.type
    if any(f.role == "actor" for f in told) or not is_verb(p, verb):
        return told
    passive = is_passive(p, verb)
    if not passive and kind not in codebook().speech | _DONE_BY_WILL:
        return told
    tags = ("NNP", "NNPS", *(() if passive else (_BESIDE_NAMES.get(kind, "NNP"),)))
    found = (t for t in (agents(p, verb) if passive else grammatical_subject(p, verb)) if p.tags[t] in tags and p.labels[t] not in _NOBODY)
    return (*once(Filled("actor", n, t, "subj") for t in found if not cast.of(t) and (n := cast.plain(t)) is not None), *told)
