"""A claim in the making, and the spans that its parts cover."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from memcon.ontology.cues import Cue
from memcon.ontology.words import words

from ..grammar.dependents import child, is_verb
from ..grammar.parsed import Parsed
from ..grammar.relative_clauses import antecedent
from ..grammar.syntax import grammatical_subject, is_passive

Range = tuple[int, int]
_EDGE = frozenset([",", ".", ";", ":", "—", "–", "--", "-", "!", "…"])
_QUOTES = frozenset(['"', "“", "”", "''", "``", "‘", "’", "'", "«", "»"])
_LONGEST_CUE = 6  # tokens between "issued" and "saying"
_LEFT_OF_CUE = ("aux", "auxpass", "neg", "advmod")
_CATENATIVE = frozenset(
    "go continue decline refuse begin start keep come want try seek seem appear fail use rush move prepare agree proceed".split()
)


@dataclass(slots=True)
class Draft:
    """One claim before it is put in order: ranges are half-open token ranges, `speaker` the token that heads the source."""

    cue: Range
    head: int
    entry: Cue
    source: list[Range]
    speaker: int | None
    content: list[Range]
    lemma: str
    negated: bool = False
    tag: bool = False
    quoted: bool = False
    follows: bool = False  # holds what the sentence's other cue holds: "..., Reuters said, citing officials"
    outer: Draft | None = None  # the claim that this one stands in, where the content does not show it
    p: float | None = None  # how sure the encoder is, where it alone has found the claim, or its source
    told: list[Range] | None = None  # the words put forward, where the encoder draws their bounds otherwise than `content`


def verb_group(p: Parsed, verb: int) -> Range:
    """A verb with its auxiliaries, negation, adverbs and particle, and the verbs that it is chained to ("went on to say").

    >>> from memcon.reading.parse.parsing import parser
    >>> parsed = parser().parse("He has not yet said that.")
    >>> verb_group(parsed, parsed.words.index("said"))
    (1, 5)
    """
    first = verb
    limit = p.sentences[p.sentence_of[verb]][0]
    while first - 1 >= limit and p.heads[first - 1] == verb and p.deps[first - 1] in _LEFT_OF_CUE and p.tags[first - 1][:1] not in ("W",):
        first -= 1
    end = verb + 1
    particle = child(p, verb, "prt")
    if particle == end:
        end += 1
    above = p.heads[verb]
    if p.deps[verb] == "xcomp" and above < first and p.lemmas[above] in _CATENATIVE and first - above <= 2:
        first = verb_group(p, above)[0]
    if issued := issuing(p, verb):  # "issued a statement saying"
        first = verb_group(p, issued)[0]
    return first, end


def issuing(p: Parsed, verb: int) -> int | None:
    """The verb that tells who puts out a text, of what that text says: "issued" of "saying" in "issued a statement saying that"."""
    text = p.heads[verb]
    if p.deps[verb] != "acl" or p.tags[verb] != "VBG" or p.lemmas[text] not in words("texts") or p.deps[text] != "dobj":
        return None
    above = p.heads[text]
    return None if is_passive(p, above) or verb - above > _LONGEST_CUE else above


def is_negated(p: Parsed, verb: int) -> bool:
    """Whether a verb is negated: "did not say", "never said", "declined to say"."""
    if any(p.deps[c] == "neg" or p.lower[c] == "never" for c in p.children[verb]):
        return True
    return p.deps[verb] == "xcomp" and p.lemmas[p.heads[verb]] in ("decline", "refuse", "fail")


def subject_spans(p: Parsed, verb: int) -> tuple[list[Range], int | None]:
    """The words of a verb's subject, own or inherited, and the token that heads them (for "who": what it stands for)."""
    at = verb
    for _ in range(8):
        own = child(p, at, "nsubj", "nsubjpass")
        if own is not None:
            if p.tags[own].startswith("W"):
                return [(own, own + 1)], antecedent(p, at, own)
            return [noun_span(p, own)], own
        if p.deps[at] in ("conj", "xcomp", "advcl") and is_verb(p, p.heads[at]):
            if p.deps[at] == "xcomp" and child(p, p.heads[at], "dobj") is not None:
                break
            at = p.heads[at]
            continue
        if p.deps[at] == "pcomp" and is_verb(p, p.heads[p.heads[at]]):  # "he ended by saying"
            at = p.heads[p.heads[at]]
            continue
        if p.deps[at] == "acl" and p.tags[at] == "VBG" and p.lemmas[p.heads[at]] in words("texts"):
            text = p.heads[at]
            if p.deps[text] == "dobj" and not is_passive(p, p.heads[text]):  # "issued a statement saying that"
                at = p.heads[text]
                continue
            return [(p.edges[text][0], min(p.edges[at][0], verb))], text
        break
    heads = grammatical_subject(p, verb)
    if not heads:
        return [], None
    return [noun_span(p, heads[0])], heads[0]


def quoted_speaker(p: Parsed, verb: int) -> int | None:
    """Who speaks in "quoted officials as saying" (for the token "saying")."""
    above = p.heads[verb]
    if p.lower[verb] != "saying" or p.lower[above] != "as":
        return None
    cue = p.heads[above]
    if p.lemmas[cue] not in ("quote", "cite"):
        return None
    held = child(p, cue, "dobj")
    if held is None and any(p.deps[c] == "auxpass" for c in p.children[cue]):
        held = child(p, cue, "nsubjpass")
    return held


def noun_span(p: Parsed, noun: int) -> Range:
    """A noun with all that hangs on it, appositions and relative clauses too; the comma that closes an apposition counts.

    >>> from memcon.reading.parse.parsing import parser
    >>> parsed = parser().parse("John Kirby, a spokesman, said so.")
    >>> noun_span(parsed, 1)
    (0, 6)
    """
    first, end = p.edges[noun]
    start, stop = p.sentences[p.sentence_of[noun]]
    first, end = max(first, start), min(end, stop)
    while first < noun and (p.words[first] in _EDGE or p.words[first] in _QUOTES or p.deps[first] in ("cc", "mark")):
        first += 1
    while end > noun + 1 and (p.words[end - 1] in _EDGE or p.words[end - 1] in _QUOTES):
        end -= 1
    if end < stop and p.words[end] == "," and any(p.words[i] == "," for i in range(noun, end)):
        end += 1
    return first, end


def name_before(p: Parsed, at: int) -> tuple[list[Range], int | None]:
    """The noun phrase that stands directly before a token, where the parse knows no subject."""
    start = p.sentences[p.sentence_of[at]][0]
    end = at
    last = end - 1
    if last > start and p.words[last] == ")":
        while last > start and p.words[last] != "(":
            last -= 1
        last -= 1
    if p.words[last] == "," and (head := _opening_name(p, start, last)) is not None:
        return [(start, at)], head
    first = last
    while first >= start and p.tags[first].startswith(("NN", "DT", "JJ", "PRP", "POS", "CD")) and p.deps[first] != "npadvmod":
        first -= 1
    first += 1
    if first > last or not p.tags[last].startswith(("NN", "PRP")):
        return [], None
    return [(first, end)], last


_LINKS = frozenset("And But Yet Still So However Meanwhile Also".split())
_NOMINAL = ("NN", "DT", "JJ", "PRP$", "POS", "CD")


def _opening_name(p: Parsed, start: int, comma: int) -> int | None:
    """The head of a noun phrase that opens a sentence and is parted from its verb by what stands between commas."""
    at = start
    while (at < comma and p.tags[at].startswith(_NOMINAL)) or p.words[at] in ("of", "the"):
        at += 1
    if start < at < comma and p.words[at] == "," and p.tags[at - 1].startswith("NN"):
        return at - 1
    return None


def trim(p: Parsed, span: Range, quotes: Sequence[Range]) -> Range | None:
    """A content's range without the punctuation around it, with the whole of a quotation that it breaks into; None if nothing is left."""
    first, end = span
    near = overlapping(quotes, span)
    for a, b in near:
        if a < first < b and first - a <= 1:
            first = a
        if first <= a < end < b:
            end = b
    inside = {i for a, b in near if first <= a and b <= end for i in (a, b - 1)}
    while first < end and first not in inside and (p.words[first] in _EDGE or p.words[first] in _QUOTES):
        first += 1
    while end > first and (end - 1) not in inside and (p.words[end - 1] in _EDGE or p.words[end - 1] in _QUOTES):
        end -= 1
    if first < end and p.words[first] in _LINKS and (first + 1 == end or p.words[first + 1] == ","):
        first = min(first + 2, end)
    return (first, end) if first < end else None


def overlapping(ranges: Sequence[Range], span: Range) -> list[Range]:
    """Those of some ranges, in order and apart from each other, that meet or touch a span.

    >>> overlapping([(0, 2), (4, 6), (8, 9)], (5, 8))
    [(4, 6), (8, 9)]
    """
    at = bisect_left(ranges, span[0], key=lambda r: r[1])
    found = []
    while at < len(ranges) and ranges[at][0] <= span[1]:
        found.append(ranges[at])
        at += 1
    return found


_CONNECTIVES = frozenset("and but or which that who whom because although though while as if when where whether since so".split())


def own_clause(p: Parsed, before: Range, after: Range | None) -> list[Range]:
    """The parts of a content that a cue interrupts: none before it, where a connective opens the clause that goes on behind the cue."""
    last = before[1] - 1
    while last > before[0] and p.words[last] == ",":
        last -= 1
    opens = after is not None and (before[0] >= before[1] or p.lower[last] in _CONNECTIVES)
    if after is not None and p.deps[after[0]] == "conj" and before[0] <= p.heads[after[0]] < before[1] and is_verb(p, after[0]):
        after = None  # "bombed two villages, according to the army, sent troops and ...": each on its own word
    return [span for span in (None if opens else before, after) if span is not None and span[0] < span[1]]


def without(span: Range, holes: Iterable[Range]) -> list[Range]:
    """What is left of a range without some others.

    >>> without((0, 10), [(3, 5), (9, 12)])
    [(0, 3), (5, 9)]
    """
    left = [span]
    for a, b in holes:
        left = [part for first, end in left for part in ((first, min(end, a)), (max(first, b), end)) if part[0] < part[1]]
    return left
