"""Contacts of one with several in turn, each a contact of its own: "held separate talks with Rey and Fox", "phoned both Rey and Fox".

In the annotated windows, passages and reports of our own, test part left out, what is said to be separate is nearly always several events;
two who are met or called in one breath mostly are one.
"""

from __future__ import annotations

from dataclasses import replace

from ..acts.acts import Act
from ..grammar.dependents import is_verb
from ..grammar.parsed import Parsed
from ..grammar.syntax import prepositions, support
from ..roles.filled import Filled
from ..setting.dating import Dated

_SEPARATE = frozenset("separate separately individually respectively".split())
_EACH_ITS_OWN = frozenset("call conversation audience".split())  # of which several people have one each: "calls with Rey and Fox"
_SHARED = frozenset("joint trilateral three-way tripartite conference quadrilateral together jointly trilaterally".split())
_OCCASION = frozenset(("in", "during", "at", "by", "over", "through"))


def in_turn(p: Parsed, act: Act) -> list[Act]:
    """The contacts that one word tells, one for each who was met, called or written to; the act alone where it tells one."""
    if act.type != "CONSULT" or act.mode not in ("meeting", "call", "message", "") or act.status.value == "denied":
        return [act]
    around = _around(p, act)
    first = p.sentences[p.sentence_of[act.trigger.head]][0]  # "Separately, Rey met": apart from what was told before
    beside = {p.lower[c] for t in around for c in p.children[t] if c != first} | {p.lower[t] for t in around}
    actors, whom = _of(p, act, "actor"), _of(p, act, "recipient")
    apart = bool(beside & _SEPARATE)
    if beside & _SHARED or not actors:
        return [act]
    if len(whom) > 1 and (apart or _have_one_each(p, around) or _is_both(p, act, whom) or _governed_apart(p, act, whom)):
        return _parted(p, act, whom)
    if len(whom) == 1 and len(actors) > 1 and apart and all(f.token < act.trigger.head for f in actors):
        return _parted(p, act, actors)
    return [act]


def _of(p: Parsed, act: Act, role: str) -> list[Filled]:
    """The parties in a role, in the order of the text, each word once."""
    found = {f.token: f for f in act.parties if f.role == role and p.sentence_of[f.token] == p.sentence_of[act.trigger.head]}
    return [found[t] for t in sorted(found)]


def _around(p: Parsed, act: Act) -> list[int]:
    """The words of a contact, the verb that carries it and the occasion that it had: "discussed it in separate calls with"."""
    head = act.trigger.head
    verb, how = (head, "") if is_verb(p, head) else support(p, head)
    carrying = verb is not None and (how in ("", "obj") or how in _OCCASION) and is_verb(p, verb)
    occasion = [noun for word, noun in prepositions(p, verb) if word in _OCCASION] if verb is not None and carrying else []
    return [*act.trigger.tokens, *([verb] if verb is not None and carrying else []), *occasion]


def _have_one_each(p: Parsed, around: list[int]) -> bool:
    """Whether a word is for several contacts that each are with one: "in phone calls with Rey and Fox"."""
    return any(p.lemmas[t] in _EACH_ITS_OWN and p.tags[t] == "NNS" for t in around)


def _is_both(p: Parsed, act: Act, whom: list[Filled]) -> bool:
    """Whether each of two was called: "phoned both Rey and Fox"."""
    return act.mode == "call" and any(p.lower[t] == "both" for t in range(act.trigger.head, whom[0].token + 1))


def _governed_apart(p: Parsed, act: Act, whom: list[Filled]) -> bool:
    """Whether each stands behind a preposition of its own: "spoke to Rey and, an hour later, to Fox", "on Monday with Rey and on Tuesday
    with Fox"."""
    links = [p.heads[f.token] for f in whom]
    same = len({p.lower[link] for link in links}) == 1 and len(set(links)) == len(links)
    paused = all("," in p.words[one.token : link] for one, link in zip(whom, links[1:], strict=False))  # not "with Rey and with Fox"
    return (
        same
        and (paused or bool(_days_before(p, act, whom)))
        and all(p.lower[link] in ("to", "with") and p.deps[f.token] == "pobj" for link, f in zip(links, whom, strict=True))
    )


def _days_before(p: Parsed, act: Act, each: list[Filled]) -> list[tuple[Dated, ...]]:
    """The days told in front of each of several, where each has his own there: "on Monday with Rey and on Tuesday with Fox"."""
    starts = [act.trigger.head, *(one.token for one in each)]
    found = [
        tuple(d for d in act.dates if p.starts[start] <= d.start < p.starts[one.token]) for start, one in zip(starts, each, strict=False)
    ]
    return found if all(found) else []


def _are_respective(p: Parsed, act: Act, each: list[Filled]) -> bool:
    """Whether each of several has a day of his own in their order: "with Rey and with Fox on Monday and Tuesday respectively"."""
    first, end = p.sentences[p.sentence_of[act.trigger.head]]
    return len(act.dates) == len(each) and "respectively" in p.lower[first:end]


def _parted(p: Parsed, act: Act, each: list[Filled]) -> list[Act]:
    """One act for each of several, with the days told beside that one where there are several days."""
    rest = tuple(f for f in act.parties if f not in each and f.entity not in {one.entity for one in each})
    ends = [*(one.token for one in each[1:]), len(p)]
    starts = [0, *(f.token for f in each[:-1])]
    before = _days_before(p, act, each)
    found = []
    for one, start, end in zip(each, starts, ends, strict=True):
        first, last = p.starts[start], p.starts[end] if end < len(p) else len(p.text) + 1
        if _are_respective(p, act, each):
            found.append(replace(act, parties=(one, *rest) if one.role == "actor" else (*rest, one), dates=(act.dates[each.index(one)],)))
            continue
        days = tuple(d for d in act.dates if first <= d.start < last) if len(act.dates) > 1 else ()
        days = before[each.index(one)] if before else days
        found.append(replace(act, parties=(one, *rest) if one.role == "actor" else (*rest, one), dates=days or act.dates))
    return found
