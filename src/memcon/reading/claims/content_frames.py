"""How the content of a claim hangs on a verb: one reader a frame of the table of cues."""

from __future__ import annotations

from collections.abc import Callable

from memcon.ontology.cues import Cue
from memcon.ontology.words import words

from ..grammar.dependents import child, is_verb
from ..grammar.parsed import Parsed
from ..grammar.syntax import agents
from .content_ends import coordinated_end
from .draft import Range, noun_span, verb_group

_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday yesterday today".split())
_PARTING = frozenset([",", '"', "”", "''", "'", "’", "—", "--", "–", "?", "!"])
_PHRASAL_CUES = frozenset("point brush rule shoot play".split())  # "pointed out", "brushed off"
_NEAR = 14  # words behind a cue within which its "that" is looked for
_NO_ADJUNCT = frozenset("about of for from with nearly almost more some most many all among".split())
Found = tuple[list[Range], Range]
"""The content's ranges and the cue's range."""


def content(p: Parsed, verb: int, entry: Cue, group: Range, passive: bool) -> Found | None:
    """The content of a cue by the first of its entry's frames that the parse shows; `group` is the range of the verb with its auxiliaries.

    >>> from memcon.ontology.cues import cues
    >>> from memcon.reading.parse.parsing import parser
    >>> parsed = parser().parse("Norway urged Chile to withdraw.")
    >>> content(parsed, 1, cues()["urge", "v"][0], (1, 2), False)
    ([(2, 5)], (1, 2))
    """
    if entry.denies and passive and (turned_down := _denied_before(p, verb, group)) is not None:
        return turned_down
    for frame, read in _READERS:
        if frame in entry.frames and not (frame.startswith("obj") and _phrasal(p, verb)):
            found = read(p, verb, group, passive)
            if found is not None:
                return [_before_next_cue(p, verb, span) for span in found[0]], found[1]
    for frame in sorted(entry.frames):
        if frame.startswith("prep:"):
            found = _preposition(p, verb, group, frame[5:])
            if found is not None:
                return found
    if not entry.denies or passive:
        return None
    if "obj" in entry.frames or p.lemmas[p.heads[verb]] in words("accusations"):
        return _denied_relative(p, verb, group) or (_dismissed(p, verb, group) if "obj" not in entry.frames else None)
    return _dismissed(p, verb, group)


def _denied_before(p: Parsed, verb: int, group: Range) -> Found | None:
    """What was said, before the passive of a verb of denial: "reports of a raid were denied by Chile", "a charge rejected by Chile"."""
    told = p.heads[verb] if p.deps[verb] == "acl" else child(p, verb, "nsubjpass")
    if told is None or told > verb or p.lemmas[told] not in words("accusations"):
        return None
    says = next((c for c in p.children[told] if is_verb(p, c) and c != verb and child(p, c, "mark") is not None), told)
    first, end = p.edges[says]
    return [(first, min(end, group[0]))], group


def _dismissed(p: Parsed, verb: int, group: Range) -> Found | None:
    """What was said, as the object of a verb that turns down other things too: "rejected the charge", "dismissed the reports"."""
    held = child(p, verb, "dobj")
    told = held is not None and held > verb and p.lemmas[held] in words("accusations")
    return ([edges_behind(p, held, group[1])], group) if held is not None and told else None


def _denied_relative(p: Parsed, verb: int, group: Range) -> Found | None:
    """What is denied in a relative clause: "the report, which Chile denies", "a charge Chile denies"."""
    own, subject = child(p, verb, "dobj"), child(p, verb, "nsubj")
    if p.deps[verb] != "relcl" or subject is None or p.tags[subject].startswith("W"):
        return None
    if own is None:
        return [noun_span(p, p.heads[verb])], group
    # the parser takes some "that" for a conjunction
    return ([(own, own + 1)], group) if own < subject and p.lower[own] in ("which", "that") else None


def object_clause(p: Parsed, verb: int) -> int | None:
    """The clause that a verb takes as its object, before or after it, with its own subject or a "that"."""
    found = [
        c
        for c in p.children[verb]
        if p.deps[c] == "ccomp" and (is_verb(p, c) or p.tags[c] in ("MD", "TO") or child(p, c, "nsubj", "nsubjpass", "mark") is not None)
    ]
    return next((c for c in found if c > verb), found[0] if found else None)


def infinitive(p: Parsed, verb: int) -> int | None:
    """The infinitive with "to" that hangs on a verb, behind it."""
    for c in p.children[verb]:
        if p.deps[c] in ("xcomp", "ccomp", "advcl") and c > verb and any(p.lower[g] == "to" and p.deps[g] == "aux" for g in p.children[c]):
            return c
    return None


def edges_behind(p: Parsed, token: int, after: int) -> Range:
    """The reach of a dependent that stands behind a token."""
    first, end = p.edges[token]
    return max(first, after), max(end, after)


def clause_range(p: Parsed, verb: int, clause: int, group: Range) -> list[Range]:
    """The words of a clause that is a verb's content; nothing, if it stands before the verb and nothing parts the two."""
    first, end = p.edges[clause]
    if clause > verb:
        end = coordinated_end(p, verb, clause, end)
        first = max(first, group[1])
        # "said about half of it was lost": a parser hangs the clause's first words on the cue
        if first > group[1] and child(p, clause, "mark") is None and p.lower[group[1]] in _NO_ADJUNCT:
            first = group[1]
        return [*_described(p, verb, group), (_past_day(p, first, end) if first == group[1] else first, end)]
    subject = child(p, verb, "nsubj")
    edge = min(group[0], p.edges[subject][0] if subject is not None and subject > clause else group[0])
    if end < edge - 1 or not (p.words[edge - 1] in _PARTING or p.words[end - 1] in _PARTING):
        return []
    return [(first, min(end, group[0]))]


def _described(p: Parsed, verb: int, group: Range) -> list[Range]:
    """The noun of which a relative clause claims something: "bombardments that residents say destroyed the town"."""
    noun, subject = p.heads[verb], child(p, verb, "nsubj")
    if p.deps[verb] != "relcl" or subject is None or not noun < subject < group[0] or p.tags[subject].startswith("W"):
        return []
    between = [p.lower[t] for t in range(noun + 1, p.edges[subject][0])]
    if between not in (["that"], ["which"], [",", "which"]) and between:
        return []
    first = noun
    while first > 0 and p.heads[first - 1] == noun and p.deps[first - 1] in ("det", "amod", "compound", "nummod", "poss"):
        first -= 1
    return [(first, noun + 1)]


def _past_day(p: Parsed, first: int, end: int) -> int:
    """Past the day on which it was said: "said on Monday it had ..."."""
    at = first + (p.lower[first] == "on")
    if at + 1 < end and p.lower[at] in _DAYS:
        at += 1
        while at < end and p.lower[at] in ("morning", "afternoon", "evening", "night"):
            at += 1
        return at
    return first


def _phrasal(p: Parsed, verb: int) -> bool:
    """Whether a particle makes another verb of a cue: "called off a trip"."""
    return p.lemmas[verb] not in _PHRASAL_CUES and child(p, verb, "prt") is not None


def _before_next_cue(p: Parsed, verb: int, span: Range) -> Range:
    """A content without a second deed of the same speaker that a parser coordinated with it: "accused Kyiv of lying and called on ...",
    "said that it would expel ten, and closed the border"."""
    first, end = span
    for t in range(first + 1, end):
        if (
            p.deps[t] == "conj"
            and p.tags[t] == p.tags[verb]
            and p.tags[t] in ("VBD", "VBZ", "VBP")
            and child(p, t, "nsubj", "nsubjpass") is None
        ):
            above = p.heads[t]
            if is_verb(p, above) and p.tags[above] in ("VBG", "VB") and above >= first:
                before = verb_group(p, t)[0]
                return first, before - 1 if p.deps[before - 1] == "cc" else before
    return span


def _loose_that(p: Parsed, verb: int, group: Range) -> Found | None:
    """A clause with "that" near behind a cue, which a parser hung on another word: "rallied voters by warning that ..."."""
    stop = p.sentences[p.sentence_of[verb]][1]
    for at in range(group[1], min(stop, group[1] + _NEAR)):
        if p.lower[at] == "that" and p.deps[at] == "mark":
            end = p.edges[p.heads[at]][1]
            return ([(at, end)], group) if p.heads[at] > at else None
        if is_verb(p, at) or p.words[at] in (",", ";", ":"):
            return None
    return None


def _that(p: Parsed, verb: int, group: Range, passive: bool) -> Found | None:
    clause = object_clause(p, verb)
    if clause is None:
        return _loose_that(p, verb, group)
    if passive and child(p, verb, "nsubjpass") is not None:
        return None
    ranges = clause_range(p, verb, clause, group)
    return (ranges, group) if ranges else None


def _object_that(p: Parsed, verb: int, group: Range, passive: bool) -> Found | None:
    clause = object_clause(p, verb)
    if clause is None:
        return _loose_that(p, verb, group)
    if clause < verb and passive:
        return None
    if clause < verb:
        ranges = clause_range(p, verb, clause, group)
        return (ranges, group) if ranges else None
    first, end = p.edges[clause]
    end = coordinated_end(p, verb, clause, end)
    held = child(p, verb, "dobj", "dative")
    if held is not None and held < clause:
        first = max(first, p.edges[held][1] if p.edges[held][1] <= clause else held + 1)
    else:
        first = _past_addressee(p, clause, max(first, group[1]))
    return [(max(first, group[1]), end)], group


def _past_addressee(p: Parsed, clause: int, first: int) -> int:
    """Past the addressee that a parser took for the clause's subject: "told reporters Israel would ..."."""
    subject = child(p, clause, "nsubj", "nsubjpass")
    if subject is None or first >= subject:
        return first
    mark = child(p, clause, "mark")
    return mark if mark is not None and first < mark < subject else first


def _to(p: Parsed, verb: int, group: Range, passive: bool) -> Found | None:
    rest = infinitive(p, verb)
    if rest is None or passive:
        return None
    if child(p, rest, "nsubj") is not None or ((held := child(p, verb, "dobj")) is not None and held < rest):
        return None
    return [edges_behind(p, rest, group[1])], group


def _object_to(p: Parsed, verb: int, group: Range, passive: bool) -> Found | None:
    rest = infinitive(p, verb)
    if rest is None:
        return None
    first, end = edges_behind(p, rest, group[1])
    held = child(p, verb, "dobj", "dative")
    if passive:
        subject = child(p, verb, "nsubjpass")
        if subject is None:
            return None
        own = noun_span(p, subject)
        return [(own[0], min(own[1], group[0])), (first, end)], group
    if held is not None and group[1] <= held < rest:
        first = min(first, p.edges[held][0])
    elif child(p, rest, "nsubj") is None:
        return None
    return [(max(first, group[1]), end)], group


def _ing(p: Parsed, verb: int, group: Range, passive: bool) -> Found | None:
    rest = next((c for c in p.children[verb] if p.deps[c] in ("xcomp", "ccomp") and p.tags[c] == "VBG" and c > verb), None)
    return None if rest is None or passive else ([edges_behind(p, rest, group[1])], group)


def _object(p: Parsed, verb: int, group: Range, passive: bool) -> Found | None:
    if passive:
        subject = child(p, verb, "nsubjpass")
        if subject is None or p.tags[subject].startswith("W") or child(p, verb, "auxpass") is None or not agents(p, verb):
            return None
        first, end = noun_span(p, subject)
        return [(first, min(end, group[0]))], group
    held = child(p, verb, "dobj")
    if held is None or held < verb or p.tags[held].startswith("W"):
        return None
    return [edges_behind(p, held, group[1])], group


def _predicated(*links: str) -> Callable[[Parsed, int, Range, bool], Found | None]:
    """An object and what is said of it: "described him as", "called it a crime", "accused them of lying"."""

    def read(p: Parsed, verb: int, group: Range, passive: bool) -> Found | None:
        if passive:
            found = _object(p, verb, group, True)
            named = child(p, verb, "oprd")
            if found is not None and named is not None and named > verb:
                found[0].append(edges_behind(p, named, group[1]))
            return found
        held = child(p, verb, "dobj")
        rest = [c for c in p.children[verb] if c > verb and p.deps[c] in ("prep", "oprd", "xcomp", "advcl") and _takes(p, c, links)]
        small = next((c for c in p.children[verb] if p.deps[c] == "ccomp" and c > verb), None)
        named = child(p, verb, "oprd")
        if held is None and "as" in links and (small is not None or (named is not None and named > verb)):
            return [(group[1], p.edges[small if small is not None else named or 0][1])], group
        if (
            held is not None and held < verb and p.tags[held].startswith("W") and rest and not passive
        ):  # "Togo, which Chad accuses of lying"
            return [edges_behind(p, rest[0], group[1])], group
        if held is None or held < verb or p.tags[held].startswith("W"):
            return None
        first, end = edges_behind(p, held, group[1])
        for c in rest:
            end = max(end, p.edges[c][1])
        return [(first, end)], group

    return read


def _takes(p: Parsed, token: int, links: tuple[str, ...]) -> bool:
    return p.lower[token] in links or ("as" in links and p.deps[token] in ("oprd", "xcomp"))


def _preposition(p: Parsed, verb: int, group: Range, word: str) -> Found | None:
    """The noun behind a preposition; the preposition belongs to the cue: "called for"."""
    prep = next((c for c in p.children[verb] if p.deps[c] == "prep" and p.lower[c] == word and c > verb), None)
    if prep is None or child(p, prep, "pobj", "pcomp") is None or prep - group[1] > 3:
        return None
    end = max(p.edges[prep][1], prep + 1)
    rest = infinitive(p, verb) if word in ("on", "for", "to", "with") else None
    if rest is not None and 0 <= p.edges[rest][0] - end <= 1:
        end = p.edges[rest][1]
    return [(prep + 1, end)], (group[0], prep + 1)


_READERS: tuple[tuple[str, Callable[[Parsed, int, Range, bool], Found | None]], ...] = (
    ("obj-that", _object_that),
    ("that", _that),
    ("to", _to),
    ("obj-to", _object_to),
    ("ing", _ing),
    ("obj-as", _predicated("as")),
    ("obj-of", _predicated("of")),
    ("obj-for", _predicated("for", "as")),
    ("obj-with", _predicated("with")),
    ("obj", _object),
)
