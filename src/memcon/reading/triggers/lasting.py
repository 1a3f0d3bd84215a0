"""What lasts: what has gone on until now, what is said again and again, what goes on "for a third day", what stands so now."""

from __future__ import annotations

from memcon.ontology.words import words

from ..grammar.dependents import child
from ..grammar.parsed import Parsed


def lasting(p: Parsed, verb: int, auxiliaries: list[int], speech: bool) -> tuple[str, tuple[int, ...]] | None:
    """What has gone on until now: "have been lobbying"; said again and again, "has repeatedly said", "have accused for years" (1.2, 2)."""
    if not any(p.lemmas[c] == "have" and p.tags[c] in ("VBZ", "VBP") for c in auxiliaries):
        return None
    if p.tags[verb] == "VBG":
        return "aspect.perfect_progressive", tuple(auxiliaries)
    if not speech:
        return None
    below = [c for link in p.children[verb] for c in p.children[link] if p.deps[c] == "pcomp"]  # "accused X of lying since May"
    often = [c for c in p.children[verb] if _again(p, c)] + [c for one in (verb, *below) for c in p.children[one] if _for_long(p, c)]
    return ("aspect.repeated", (often[0], *auxiliaries)) if often else None


def _again(p: Parsed, token: int) -> bool:
    return p.deps[token] in ("advmod", "npadvmod") and p.lower[token] in words("repetition")


def _for_long(p: Parsed, token: int) -> bool:
    if p.lower[token] == "since" and p.deps[token] == "prep":
        return True
    span = child(p, token, "pobj") if p.deps[token] == "prep" and p.lower[token] in ("for", "over", "in") else None
    if span is None or p.tags[span] != "NNS" or p.lemmas[span] not in words("spans_of_time"):
        return False
    return p.lower[token] != "in" or any(p.lower[c] in ("recent", "past") for c in p.children[span])


def counted_on(p: Parsed, verb: int) -> int | None:
    """The further day or hour that an act is told to last into: "blocked the road for a third day"; a night is over by the report."""
    for link in p.children[verb]:
        unit = child(p, link, "pobj") if p.deps[link] == "prep" and p.lower[link] == "for" else None
        further = unit is not None and any(p.deps[c] == "amod" and p.lower[c] in _ORDINALS for c in p.children[unit])
        if unit is not None and further and p.lemmas[unit] in ("hour", "day", "week", "month"):
            return unit
    return None


_ORDINALS = frozenset("second third fourth fifth sixth seventh eighth ninth tenth".split())


def stands(p: Parsed, verb: int) -> int | None:
    """The "is" of what stands so now: "the town is surrounded by the army"."""
    alone = all(p.deps[c] != "aux" for c in p.children[verb])
    return next((c for c in p.children[verb] if alone and p.deps[c] == "auxpass" and p.tags[c] in ("VBZ", "VBP")), None)
