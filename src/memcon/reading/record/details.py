"""What else a report tells of an act: how long, about what, to what end, before or after which other act, for or against."""

from __future__ import annotations

from collections.abc import Sequence

from memcon.model import Span
from memcon.ontology.words import words
from memcon.times import Timex

from ..grammar.dependents import child, is_verb
from ..grammar.parsed import Parsed
from ..grammar.syntax import support
from ..joining.group import Group
from ..triggers.hosts import Hosts
from ..triggers.settling import token_range
from ..triggers.triggers import Trigger

_TOPIC = frozenset("about on over regarding concerning".split())
_FOR = frozenset("for favor favour support back endorse approve side adopt pass yes".split())
_AGAINST = frozenset("against oppose reject no veto".split())


_FROM_ANOTHER = frozenset("after before ago earlier later since".split())
"""What tells that words of a length are a distance: "three hours after the vote"."""


def durations(p: Parsed, found: Sequence[Timex], hosts: Hosts) -> dict[int, Timex]:
    """Trigger number -> the duration that belongs to it ("a three-hour meeting")."""
    held: dict[int, Timex] = {}
    for timex in found:
        if timex.type == "DURATION" and timex.value.startswith("P") and "X" not in timex.value:
            first, end = token_range(p, timex.start, timex.end)
            if end < len(p) and p.lower[end] in _FROM_ANOTHER:
                continue
            head = next((t for t in range(first, end) if not first <= p.heads[t] < end), first)
            measured = p.deps[head] in ("compound", "amod", "nmod", "npadvmod", "nummod") or (
                p.deps[head] == "pobj" and p.lower[p.heads[head]] in ("for", "of")
            )
            if measured or (p.deps[head] == "dobj" and p.lemmas[p.heads[head]] == "last"):
                for number in hosts.of(first, end, time=True, near=True):
                    held.setdefault(number, timex)
    return held


def topics(p: Parsed, group: Group) -> tuple[Span, ...]:
    """What the parties spoke about, or what they agreed to or promised, verbatim."""
    spans: list[Span] = []
    told = {t for act in group.acts for t in act.trigger.tokens}  # "met on a visit" is not about the visit
    for act in group.acts:
        if act.type not in ("CONSULT", "AGREE", "STATEMENT", "COOPERATE"):
            continue
        anchors = [act.trigger.head, *(t for t in act.trigger.tokens if t != act.trigger.head)]
        for anchor in anchors:
            for c in p.children[anchor]:
                if p.deps[c] == "prep" and p.lower[c] in _TOPIC:
                    held = child(p, c, "pobj")
                    if (
                        held is not None
                        and held not in told
                        and p.lemmas[held] not in _WEEKDAYS
                        and p.tags[held] != "CD"
                        and p.labels[held] not in ("DATE", "TIME")
                    ):
                        spans.append(_phrase(p, held))
                if is_verb(p, c) and p.lemmas[c] in words("discussing_verbs") and p.deps[c] in ("advcl", "acl", "xcomp", "conj"):
                    held = child(p, c, "dobj")
                    if held is not None:
                        spans.append(_phrase(p, held))
        if act.type == "AGREE" and not spans:
            spans += [_phrase(p, c) for anchor in anchors for c in _promised(p, anchor) if c not in told]
        verb, how = support(p, act.trigger.head) if not is_verb(p, act.trigger.head) else (None, "")
        if verb is not None and how in ("in", "at", "during") and p.lemmas[verb] in words("discussing_verbs"):
            held = child(p, verb, "dobj")
            if held is not None:
                spans.append(_phrase(p, held))
    return _distinct(spans)


def _promised(p: Parsed, anchor: int) -> list[int]:
    """The heads of the words that say what was agreed or promised: "to return the ship", "to talks", "that it leave"."""
    found = []
    for c in p.children[anchor]:
        infinitive = p.tags[c] == "VB" and p.deps[c] in ("xcomp", "acl") and any(p.tags[g] == "TO" for g in p.children[c])
        again = p.lemmas[c] == "do" and any(p.lower[g] in ("so", "it", "this", "that") for g in p.children[c])
        if c > anchor and not again and (infinitive or (p.deps[c] == "ccomp" and is_verb(p, anchor))):
            found.append(c)
        held = child(p, c, "pobj") if p.deps[c] == "prep" and p.lower[c] == "to" and is_verb(p, anchor) else None
        if held is not None and p.tags[held] in ("NN", "NNS"):
            found.append(held)
    return found


_WEEKDAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday day week weekend month year eve anniversary sideline".split()
)


def purposes(p: Parsed, group: Group) -> tuple[Span, ...]:
    """The stated aims, verbatim: "to discuss the war", "with the aim of obtaining a ceasefire"."""
    spans: list[Span] = []
    for act in group.acts:
        verb = act.trigger.head if is_verb(p, act.trigger.head) else support(p, act.trigger.head)[0]
        if verb is None:
            continue
        for c in p.children[verb]:
            infinitive = p.deps[c] == "advcl" and p.tags[c] == "VB" and any(p.tags[g] == "TO" for g in p.children[c])
            if infinitive and c > verb:
                spans.append(_phrase(p, c))
            held = child(p, c, "pobj") if p.deps[c] == "prep" and p.lower[c] in ("with", "in") else None
            if held is not None and p.lemmas[held] in ("aim", "goal", "hope", "purpose", "bid", "effort", "attempt"):
                spans.append(_phrase(p, held))
    return _distinct(spans)


def _phrase(p: Parsed, token: int) -> Span:
    """The words of a phrase from its first to its last word within the sentence, without a comma at its end."""
    first, end = p.edges[token]
    while end - 1 > first and (p.tags[end - 1] in (",", ".", ":", "''") or p.deps[end - 1] == "punct"):
        end -= 1
    while first < end - 1 and p.deps[first] == "punct":
        first += 1
    return p.span(first, end - 1)


def _distinct(spans: Sequence[Span]) -> tuple[Span, ...]:
    kept: list[Span] = []
    for one in sorted(set(spans)):
        if not any(k.overlaps(one) for k in kept):
            kept.append(one)
    return tuple(kept)


def position(p: Parsed, trigger: Trigger) -> tuple[str, tuple[int, ...]] | None:
    """For a vote: for, against or abstain, and the words that say so."""
    start, end = p.sentences[p.sentence_of[trigger.head]]
    near = [trigger.head, *trigger.tokens, *p.children[trigger.head]]
    verb, _ = support(p, trigger.head) if not is_verb(p, trigger.head) else (None, "")
    near += [verb, *p.children[verb]] if verb is not None else []
    for token in near:
        if token is None or not start <= token < end:
            continue
        lemma = p.lemmas[token]
        inner = [p.lemmas[c] for c in p.children[token]] if p.deps[token] == "prep" else []
        if lemma in ("abstain", "abstention"):
            return "abstain", (token,)
        if lemma in _AGAINST:
            return "against", (token,)
        if lemma in _FOR or any(i in _FOR for i in inner):
            return "for", (token,)
    return None


_AFTER = frozenset("after following since".split())
_BEFORE = frozenset("before ahead until".split())


def orders(p: Parsed, groups: Sequence[Group]) -> dict[int, list[tuple[str, int]]]:
    """Event number -> (relation, event number): "After the meeting he called", "met X and later spoke with Y"."""
    by_head = {a.trigger.head: n for n, g in enumerate(groups) for a in g.acts}
    found: dict[int, list[tuple[str, int]]] = {}

    def add(one: int, relation: str, other: int) -> None:
        if one != other and all(o != other for _, o in found.get(one, [])):
            found.setdefault(one, []).append((relation, other))

    for number, group in enumerate(groups):
        for act in group.acts:
            head = act.trigger.head
            link = _link(p, head)
            if link is not None:
                relation, above = link
                main = _nearest(p, above, by_head)
                if main is not None:
                    add(main, relation, number)
            above = p.heads[head]
            later = any(p.lower[c] in ("later", "then", "afterwards", "subsequently") for c in p.children[head])
            if is_verb(p, head) and p.deps[head] == "conj" and later and above in by_head:
                add(number, "after", by_head[above])
    return found


def _link(p: Parsed, token: int) -> tuple[str, int] | None:
    """The word "after" or "before" that the act stands under, as the relation of what is above it, and what is above it."""
    at = token
    for _ in range(3):
        label, head = p.deps[at], p.heads[at]
        if label in ("pobj", "pcomp") and p.lower[head] in _AFTER | _BEFORE:
            return ("after" if p.lower[head] in _AFTER else "before"), p.heads[head]
        mark = child(p, at, "mark")
        if label == "advcl" and mark is not None and p.lower[mark] in _AFTER | _BEFORE:
            return ("after" if p.lower[mark] in _AFTER else "before"), head
        if not is_verb(p, at) and label in ("dobj", "nsubj", "nsubjpass") and is_verb(p, head):
            at = head
            continue
        return None
    return None


def _nearest(p: Parsed, token: int, by_head: dict[int, int]) -> int | None:
    if token in by_head:
        return by_head[token]
    return next((by_head[c] for c in p.children[token] if c in by_head and p.deps[c] in ("dobj", "xcomp", "nsubjpass")), None)
