"""Claims with a speech tag: the words before and after "..., an official said"."""

from __future__ import annotations

from memcon.ontology.cues import Cue, cues

from ..grammar.dependents import child
from ..grammar.parsed import Parsed
from .draft import Draft, Range, own_clause, subject_spans, verb_group

_COMMAS = frozenset([",", ";", "—", "–", "--", "-"])
_QUOTES = frozenset(['"', "”", "“", "''", "``", "'", "’", "»"])
_GOES_ON = frozenset("and but or while although though whereas".split())
_AFTER_SPEAKER = frozenset(
    "on in over during at after before late early later earlier last this when while as about through via through by".split()
)
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday today yesterday".split())


def tag_claims(p: Parsed, tag: Range, quotes: tuple[Range, ...]) -> Draft | None:
    """The claim whose source and cue stand in a speech tag; its content is the rest of the sentence and the quotation that ends there.

    >>> from memcon.reading.parse.parsing import parser
    >>> parsed = parser().parse("Israel will help, the ministry said.")
    >>> tag_claims(parsed, parsed.speech_tags[0], ()).content
    [(0, 3)]
    """
    found = _cue(p, tag)
    if found is None:
        return None
    verb, entry = found
    group = verb_group(p, verb)
    group = (max(group[0], tag[0]), group[1])
    while group[0] < verb and (group[0] == tag[0] or p.words[group[0]][:1].isupper()):  # a name taken for an auxiliary
        group = (group[0] + 1, group[1])
    source, speaker = _source(p, tag, verb, group)
    sentence = p.sentences[p.sentence_of[tag[0]]]
    before = _before(p, tag, sentence, quotes)
    after = _after(p, tag, sentence)
    if after is None and ";" in p.words[before[0] : before[1]]:  # "troops left; Rey may follow, the paper said"
        before = (max(t for t in range(*before) if p.words[t] == ";") + 1, before[1])
    if after is not None:
        before = _last_clause(p, before)
        opens = p.words[after[0]] in _QUOTES and before[0] < before[1] and p.words[before[1] - 1] not in _QUOTES
        if opens and not _is_clause(p, before):  # "Asked why, he said, "..."
            before = (after[0], after[0])
    if after is not None and p.words[before[1] - 1] in _QUOTES and p.words[after[0]] not in _QUOTES:
        after = None
    content = own_clause(p, before, after)
    return Draft(group, verb, entry, source, speaker, content, p.lemmas[verb], tag=True)


def _cue(p: Parsed, tag: Range) -> tuple[int, Cue] | None:
    """The verb of saying in a tag: its main verb rather than one that tells of the speaker ("an aide briefed on the plan said")."""
    found: list[tuple[int, Cue]] = []
    for token in range(*tag):
        if p.tags[token].startswith(("VB", "NN")) or token == tag[0]:
            for entry in cues().get((p.lemmas[token], "v"), ()):
                if entry.frames & {"that", "quote", "obj-that"} and (p.heads[token] == token or p.tags[token].startswith("VB")):
                    found.append((token, entry))
    return next((one for one in found if p.heads[one[0]] == one[0]), found[0] if found else _taken_for_a_noun(p, tag))


def _is_clause(p: Parsed, before: Range) -> bool:
    """Whether words hold a main clause of their own: "the army left, he said, "with all its guns"."""
    return any(p.heads[t] == t and child(p, t, "nsubj", "nsubjpass") is not None for t in range(*before))


def _taken_for_a_noun(p: Parsed, tag: Range) -> tuple[int, Cue] | None:
    """The verb at the end of a tag that the parser takes for a noun: "the press office of the head of state reports"."""
    last = next((t for t in range(tag[1] - 1, tag[0], -1) if p.words[t][:1].isalpha()), tag[0])
    known = cues().get((p.lemmas[last], "v"), ()) if p.tags[last] == "NNS" else ()
    return next(((last, entry) for entry in known if entry.frames & {"that", "quote", "obj-that"}), None)


def _source(p: Parsed, tag: Range, verb: int, group: Range) -> tuple[list[Range], int | None]:
    if group[0] > tag[0]:  # "the official said"
        speaker = subject_spans(p, verb)[1]
        known = speaker is not None and tag[0] <= speaker < group[0]
        top = next((t for t in range(tag[0], group[0]) if p.heads[t] == t), group[0] - 1)
        return [(tag[0], group[0])], speaker if known else top
    first, end = group[1], tag[1]
    stop = first
    while stop < end and not _leaves(p, stop, first, verb):
        stop += 1
    while stop > first and (p.words[stop - 1] in _COMMAS or p.words[stop - 1] in (".", ":") or p.words[stop - 1] in _QUOTES):
        stop -= 1
    if stop <= first:
        return [], None
    return [(first, stop)], _head(p, first, stop)


def _leaves(p: Parsed, at: int, first: int, verb: int) -> bool:
    """Whether a word behind "said X" no longer belongs to X: a day, or a phrase that hangs on the verb."""
    low = p.lower[at]
    if at > first and low in _DAYS and p.heads[at] == verb:
        return True
    return (
        at > first and low in _AFTER_SPEAKER and p.deps[at] in ("prep", "advmod", "mark") and (p.heads[at] == verb or p.deps[at] != "prep")
    )


def _head(p: Parsed, first: int, end: int) -> int:
    """The token in a range that hangs outside it, else the first noun."""
    for token in range(first, end):
        if not first <= p.heads[token] < end and p.tags[token].startswith(("N", "PRP", "CD", "DT", "JJ")):
            return token
    return next((t for t in range(first, end) if p.tags[t].startswith("N")), first)


def _before(p: Parsed, tag: Range, sentence: Range, quotes: tuple[Range, ...]) -> Range:
    first, end = sentence[0], tag[0]
    for a, b in p.speech_tags:
        if sentence[0] <= a and b <= tag[0] and not _beside(p, b, tag[0]):
            first = b
    while end > first and p.words[end - 1] in _COMMAS:
        end -= 1
    for a, b in quotes:
        began_before = a < first < b and b >= end - 1
        opened_here = first < a and abs(b - end) <= 1 and p.words[a - 1] in (":", ".")  # "... with a caveat: "It will fail," he said."
        if began_before or opened_here:
            first = a
    return first, end


def _beside(p: Parsed, end: int, first: int) -> bool:
    """Whether nothing is said between two tags, so that both tell of the same words: "..., he said, Reuters reported"."""
    return all(word in _COMMAS for word in p.words[end:first])


def _last_clause(p: Parsed, before: Range) -> Range:
    """What a tag within a clause interrupts: not what stands before a dash or semicolon."""
    first, end = before
    for at in range(end - 1, first, -1):
        if p.words[at] in (";", "—", "--", "–") or (p.words[at] == "-" and p.ends[at - 1] < p.starts[at] and at + 1 < end):
            start = at + 1 + (at + 1 < end and p.lower[at + 1] in ("and", "but"))
            return (start, end) if start < end else before
    return before


def _after(p: Parsed, tag: Range, sentence: Range) -> Range | None:
    first, end = tag[1], sentence[1]
    apart = first < end and p.words[first] == ";"
    if first < end and p.words[first] in _COMMAS:
        first += 1
    if apart and any(p.deps[t] in ("ROOT", "conj") and (p.lemmas[t], "v") in cues() for t in range(first, end)):
        return None  # "..., Chile said; Peru denied it"
    if end - first < 2 or p.lower[first] in _GOES_ON:
        return None
    if p.words[first].endswith("ing") and p.words[first].islower():  # "..., he said, adding that"
        return None
    if any(first <= a < end for a, _ in p.speech_tags):
        end = min(a for a, _ in p.speech_tags if first <= a < end)
        if end - first < 3:
            return None
    return first, end
