"""Words in which the encoder sees an act that are none of their own: they help, complete, describe or tell the aim of another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from memcon.ontology.lexicon import lexicon

from ..grammar.dependents import is_verb
from ..grammar.parsed import Parsed

_NO_WORDS_OF_ACTS = frozenset(("DT", "PRP", "PRP$", "CC", ",", ".", ":"))
_SHORTEST = 4  # letters of a word that may be an act behind a hyphen
_STILL_TO_COME = ("planned", "offered", "possible")
COMPLETING = ("oprd", "acomp", "attr")
_OF_APPEALS = frozenset("reject heed ignore dismiss spurn rebuff renew reiterate repeat echo endorse back defy resist support".split())
_BEFORE_A_NOUN = ("amod", "compound", "det", "nmod", "nummod", "poss")


def no_act_of_its_own(p: Parsed, head: int, tokens: Sequence[int], kind: str, named: Mapping[int, str]) -> bool:
    """Whether words (their head and all tokens) of an act of some type belong to another; `named` tells the type of each act's tokens."""
    if (
        _is_half_a_word(p, tokens)
        or all(p.tags[t] in _NO_WORDS_OF_ACTS and p.lower[t] != "no" for t in tokens)
        or _is_helper(p, tokens, kind, named)
        or _to_be(p, head)
        or _tells_of_a_place(p, head)
        or _stands_in_a_picture(p, head)
    ):
        return True
    if _only_offers(p, head, kind, named) or _is_aim(p, head, kind, named):
        return True
    if kind == "CONSULT" and _is_a_call_to_do(p, head):
        return True
    if kind == "REJECT" and _only_tells_that_it_failed(p, head, named):
        return True
    if _only_answers(p, head, named) or _completes(p, head, kind, named) or _tells_only_whether(p, head, kind, named):
        return True
    if _only_carries(p, head, named):
        return True
    return p.deps[head] in _BEFORE_A_NOUN and p.heads[head] not in tokens and p.heads[head] in named


def _only_tells_that_it_failed(p: Parsed, head: int, named: Mapping[int, str]) -> bool:
    """Whether words only tell that an act came to nothing: "failed to broker a truce", "tried in vain to mediate"."""
    if p.lemmas[head] == "fail":
        return any(p.heads[t] == head and p.deps[t] == "xcomp" for t in named)
    return p.lower[head] == "vain" and p.lower[head - 1] == "in" and any(p.heads[t] in p.ancestors(head) for t in named)


def _stands_in_a_picture(p: Parsed, head: int) -> bool:
    """Whether a word only tells where somebody stands in a picture: "Ann Lee, left, and Sam Fox", "Ann Lee, second left,"."""
    first = head - (head > 0 and p.lower[head - 1] in ("second", "third", "fourth", "far", "front", "back", "top", "bottom"))
    before, after = first - 1, head + 1
    marks = (",", "(", ")", ";", ".")
    return p.lower[head] == "left" and before >= 0 and after < len(p) and p.words[before] in marks[:2] and p.words[after] in marks


def _is_half_a_word(p: Parsed, tokens: Sequence[int]) -> bool:
    """Whether words are only the first half of one with a hyphen: "about-", of "about-face" or "-in", of "weigh-in"."""
    ends = p.words[tokens[0]] in ("-", "‑") and all(len(p.words[t]) < _SHORTEST for t in tokens)
    return p.words[tokens[-1]] in ("-", "‑") or ends


def _is_helper(p: Parsed, tokens: Sequence[int], kind: str, named: Mapping[int, str]) -> bool:
    """Whether words only help a verb that is an act of that type, or no threat: "would", of "would not accept", "would hold their fire"."""
    alike = (kind, "RETREAT") if kind == "THREATEN" else (kind,)
    return all(p.deps[t] in ("aux", "auxpass", "neg") and named.get(p.heads[t]) in alike for t in tokens)


def _is_aim(p: Parsed, head: int, kind: str, named: Mapping[int, str]) -> bool:
    """Whether a verb tells what an act of the same type, above it, is for: "to help them", "that will help them"."""
    if p.tags[head] != "VB" or p.deps[head] not in ("acl", "advcl", "relcl", "xcomp"):
        return False
    return any(named.get(t) == kind for t in (p.heads[head], p.heads[p.heads[head]]))


def _tells_only_whether(p: Parsed, head: int, kind: str, named: Mapping[int, str]) -> bool:
    """Whether a verb only tells how sure or near an act of the same type is: "is expected to visit", "plans to send"."""
    below = [c for c in p.children[head] if p.deps[c] == "xcomp" and named.get(c) == kind]
    governs = lexicon().governors.get(p.lemmas[head], ())
    return bool(below) and any(g.construction == "xcomp" and g.status in _STILL_TO_COME for g in governs)


def _only_offers(p: Parsed, head: int, kind: str, named: Mapping[int, str]) -> bool:
    """Whether a verb only tells that an act of another type, its object, is offered: "offered its mediation"."""
    held = [c for c in p.children[head] if p.deps[c] in ("dobj", "nsubjpass")]
    governs = lexicon().governors.get(p.lemmas[head], ()) if is_verb(p, head) else ()
    return any(named.get(c, kind) != kind for c in held) and any(g.construction == "obj" and g.status == "offered" for g in governs)


def _completes(p: Parsed, head: int, kind: str, named: Mapping[int, str]) -> bool:
    """Whether words only complete a verb of the same type: "called the move dangerous", "described it as a plot"."""
    above = p.heads[head]
    verb = p.heads[above] if p.deps[head] in ("pobj", "amod") and p.lower[above] == "as" else above if p.deps[head] in COMPLETING else None
    if verb is not None and p.lower[above] == "as" and p.deps[verb] == "dobj":  # "rejected the claim as baseless"
        verb = p.heads[verb]
    if verb is not None and {named.get(verb), kind} == {"ACCUSE", "SUPPORT"} and p.deps[head] == "oprd":
        return True  # "called the ruling brave": what it is called decides whether it is praised
    return verb is not None and named.get(verb) == kind


def _only_answers(p: Parsed, head: int, named: Mapping[int, str]) -> bool:
    """Whether a verb only tells that an act is an answer: "retaliated by expelling a consul"."""
    if p.lemmas[head] not in ("retaliate", "respond", "react", "reply", "answer"):
        return False
    links = [c for c in p.children[head] if p.deps[c] == "prep" and p.lower[c] == "by"]
    return any(p.deps[g] == "pcomp" and g in named for c in links for g in p.children[c])


def _only_carries(p: Parsed, head: int, named: Mapping[int, str]) -> bool:
    """Whether a light verb only carries the noun of an act: "carried out joint flights", "conducted strikes"."""
    light = is_verb(p, head) and p.lemmas[head] in ("conduct", "launch", "mount", "stage", "undertake", "wage")
    light = light or (p.lemmas[head] == "carry" and any(p.lower[c] == "out" for c in p.children[head]))
    return light and any(p.deps[c] == "dobj" and c in named for c in p.children[head])


def _is_a_call_to_do(p: Parsed, head: int) -> bool:
    """Whether a call is an appeal by what becomes of it: "rejected the call", "heeded his call"."""
    return p.lemmas[head] == "call" and p.deps[head] in ("dobj", "nsubjpass") and p.lemmas[p.heads[head]] in _OF_APPEALS


def _to_be(p: Parsed, head: int) -> bool:
    """Whether an adjective tells what somebody is only to be: "expected him to be more supportive"."""
    return p.tags[head].startswith("JJ") and any(p.tags[c] == "TO" for c in p.children[p.heads[head]])


def _tells_of_a_place(p: Parsed, head: int) -> bool:
    """Whether a noun only says what a place is: "will meet her in Riga, a stop on her tour"."""
    if is_verb(p, head):
        return False
    first = min((c for c in p.children[head] if p.deps[c] == "det"), default=head)
    return first > 1 and p.words[first - 1] == "," and p.labels[first - 2] in ("GPE", "LOC", "FAC")
