"""Talks between two that a third hosts: "Peru hosted talks between Chad and Togo" is Peru's mediation between them.

In the annotated windows, passages and reports of our own, test part left out, eight of nine such talks are a mediation of the host's, and
nine of twelve that stand with who brokered, hosted or chaired them ("Chad and Togo held talks chaired by Peru").
"""

from __future__ import annotations

from dataclasses import replace

from memcon.ontology.words import words

from ..coreference.cast import Cast
from ..grammar.dependents import coordinated, is_verb
from ..grammar.parsed import Parsed
from ..grammar.syntax import agents, is_passive, subject, support
from ..grammar.verbs_of_acts import mediating_verbs
from ..triggers.slots import fill
from ..triggers.triggers import Trigger
from .filled import Filled, named, once

_AMONG = ("between", "among")
_TWO = 2
_ARRANGING = frozenset(("arrange", "organise", "organize", "set"))
_GIVING = frozenset(("host", "give", "offer", "convene"))
_MODES = ("", "meeting", "multilateral", "mediation")


def hosted_by_a_third(p: Parsed, trigger: Trigger, parties: tuple[Filled, ...], cast: Cast) -> tuple[Trigger, tuple[Filled, ...]]:
    """A contact told by a noun, and its parties; as a mediation by who hosts it, where that is none of those between whom it is."""
    entry, noun = trigger.entry, trigger.head
    if entry.type != "CONSULT" or entry.mode not in _MODES or is_verb(p, noun):
        return trigger, parties
    if (others := _brokered(p, trigger, parties, cast)) is not None:
        return replace(trigger, entry=replace(entry, mode="mediation")), others
    parties = _at_a_hosts(p, trigger, parties, cast)
    verb, how = support(p, noun)
    if verb is None or how != "obj" or not is_verb(p, verb):
        return trigger, parties
    met = once(f for word in _AMONG for f in named("recipient", fill(p, noun, word, trigger.tokens), cast, word))
    if not met:  # "hosted US-Iranian talks"
        sides = once(named("recipient", fill(p, noun, "mod", trigger.tokens), cast, "mod"))
        met = sides if len(sides) == _TWO else []
    hosts = [f for f in named("actor", subject(p, verb), cast, "support") if p.lemmas[f.token] not in words("place_nouns")]
    if p.lemmas[verb] not in words("hosting_verbs") or not met or not hosts or {f.entity for f in met} & {f.entity for f in hosts}:
        return trigger, _without_brokers(p, verb, parties, cast)
    principals = {f.entity for f in (*hosts, *met)}
    rest = (f for f in parties if f.role not in ("actor", "recipient") and f.entity not in principals)
    return replace(trigger, entry=replace(entry, mode="mediation")), (*hosts, *met, *rest)


def _without_brokers(p: Parsed, verb: int, parties: tuple[Filled, ...], cast: Cast) -> tuple[Filled, ...]:
    """Those of a contact without the one by whom it was brokered or arranged: "The talks were brokered by Peru"."""
    if not is_passive(p, verb) or p.lemmas[verb] not in (_brokering() | _ARRANGING) - {"chair"}:
        return parties
    brokers = {n for by in agents(p, verb) for t in coordinated(p, by) for n in cast.of(t)}
    return tuple(f for f in parties if f.role != "actor" or f.entity not in brokers)


def _brokering() -> frozenset[str]:
    return words("hosting_verbs") | mediating_verbs() | {"chair"}


def _at_a_hosts(p: Parsed, trigger: Trigger, parties: tuple[Filled, ...], cast: Cast) -> tuple[Filled, ...]:
    """The parties of a contact behind which stands who hosted it, with that host: "attended a dinner hosted by Peru's envoy"."""
    verbs = [c for c in p.children[trigger.head] if p.deps[c] == "acl" and is_passive(p, c) and p.lemmas[c] in _GIVING]
    hosts = once(f for verb in verbs for f in named("recipient", (t for by in agents(p, verb) for t in coordinated(p, by)), cast, "by"))
    if not hosts or {f.entity for f in hosts} & {f.entity for f in parties} or any(f.role == "recipient" for f in parties):
        return parties
    if any(f.role == "actor" for f in parties):
        return (*parties, *hosts)
    return (*(replace(f, role="actor") for f in hosts), *parties)


def _brokered(p: Parsed, trigger: Trigger, parties: tuple[Filled, ...], cast: Cast) -> tuple[Filled, ...] | None:
    """The parties of a contact behind which stands by whom it was mediated, hosted or chaired: him, and those who met."""
    verbs = [c for c in p.children[trigger.head] if p.deps[c] in ("acl", "relcl") and is_passive(p, c) and p.lemmas[c] in _brokering()]
    hosts = once(f for verb in verbs for f in named("actor", (t for by in agents(p, verb) for t in coordinated(p, by)), cast, "by"))
    who = {f.entity for f in hosts}
    met = once(replace(f, role="recipient") for f in parties if f.role in ("actor", "recipient") and f.entity not in who)
    if not hosts or len(met) < _TWO or any(f.slot == "brought_together" for f in met):  # "the talks, hosted by Peru, involved two"
        return None
    return (*hosts, *met, *(f for f in parties if f.role not in ("actor", "recipient") and f.entity not in who))
