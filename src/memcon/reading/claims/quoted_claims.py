"""Direct speech: quotations that go on over sentences and paragraphs belong to the speaker of the cue beside them."""

from __future__ import annotations

from memcon.ontology.cues import Cue, cues

from ..grammar.dependents import is_verb
from ..grammar.parsed import Parsed
from ..grammar.quotations import paragraphs
from ..grammar.syntax import agents
from .draft import Draft, Range, is_negated, name_before, noun_span, overlapping, quoted_speaker, subject_spans, verb_group

_BETWEEN = 9  # words that may stand between a cue and the quotation that it opens: "told reporters in Paris on Monday: ..."
_SPEECH = 5  # tokens with their marks: a shorter quotation quotes words, not a sentence


def is_speech(p: Parsed, quote: Range) -> bool:
    """Whether a quotation holds a clause and not just words."""
    return quote[1] - quote[0] > _SPEECH and any(is_verb(p, t) or p.tags[t] == "MD" for t in range(*quote))


def in_speech(p: Parsed, token: int, quotes: tuple[Range, ...]) -> bool:
    """Whether a token stands in direct speech."""
    return any(a < token < b and is_speech(p, (a, b)) for a, b in overlapping(quotes, (token, token + 1)))


def continue_quotations(p: Parsed, drafts: list[Draft], quotes: tuple[Range, ...]) -> None:
    """Give each quotation that no claim holds yet to the claim whose cue stands next to it."""
    holders: dict[int, list[Draft]] = {}
    for d in drafts:
        for i in {i for span in d.content for i in range(*span)}:
            holders.setdefault(i, []).append(d)
    paragraph_of = {i: n for n, (a, b) in enumerate(paragraphs(p)) for i in range(a, b)}
    in_sentence: dict[int, list[Draft]] = {}
    in_paragraph: dict[int, list[Draft]] = {}
    for d in drafts:
        in_sentence.setdefault(p.sentence_of[d.head], []).append(d)
        in_paragraph.setdefault(paragraph_of[d.head], []).append(d)
    for quote in quotes:
        if not is_speech(p, quote):
            continue
        inside = list({id(d): d for i in range(*quote) for d in holders.get(i, ())}.values())
        covered = sum(i in holders for i in range(*quote))
        if covered >= 0.9 * (quote[1] - quote[0]):
            continue
        if inside:
            nearest = max(inside, key=lambda d: (d.tag, -abs(d.head - quote[0])))
            if any(a <= quote[0] < b or a == quote[0] + 1 for a, b in nearest.content):
                nearest.content.append(quote)
            continue
        before = in_sentence.get(p.sentence_of[quote[0]] - 1, [])
        owner = _neighbour(p, before, in_paragraph.get(paragraph_of[quote[0]] - 1, []), quote, paragraph_of)
        if owner is not None:
            owner.content.append(quote)
            owner.quoted = True


def opened_quotations(p: Parsed, drafts: list[Draft], quotes: tuple[Range, ...]) -> list[Draft]:
    """The claims of cues that stand directly before or behind a quotation that no claim holds: "He said: ...", "..., the source said"."""
    own = {i for d in drafts for span in d.content for i in range(*span)}
    used = {d.head for d in drafts}
    found: list[Draft] = []
    for first, end in quotes:
        if sum(i in own for i in range(first, end)) > 0.5 * (end - first) or end - first < 3:
            continue
        cue = _cue_before(p, first, used) or _cue_behind(p, end, used)
        if cue is None:
            continue
        verb, entry = cue
        used.add(verb)
        group = verb_group(p, verb)
        quoted = quoted_speaker(p, verb)
        source, speaker = ([noun_span(p, quoted)], quoted) if quoted is not None else subject_spans(p, verb)
        if source and not (source[0][1] <= first or source[0][0] >= end):
            source, speaker = [], None
        if not source:
            source, speaker = name_before(p, group[0])
        found.append(Draft(group, verb, entry, source, speaker, [(first, end)], p.lemmas[verb], is_negated(p, verb), quoted=True))
        if quoted is not None:
            found += _medium(p, drafts, p.heads[p.heads[verb]], verb, (first, end))
    return found


def _medium(p: Parsed, drafts: list[Draft], cue: int, saying: int, quote: Range) -> list[Draft]:
    """Give a quotation to who quotes it as well: "...," Tass quoted him as saying; the claim, if there is none yet: he "was quoted as
    saying by Tass"."""
    known = next((d for d in drafts if d.head == cue), None)
    if known is not None:
        known.content.append(quote)
        return []
    by = agents(p, cue) or agents(p, saying)
    entry = next(iter(cues().get((p.lemmas[cue], "v"), ())), None)
    if not by or entry is None:
        return []
    return [Draft(verb_group(p, cue), cue, entry, [noun_span(p, by[0])], by[0], [quote], p.lemmas[cue], quoted=True)]


def speech_before(p: Parsed, draft: Draft, quotes: tuple[Range, ...]) -> Range | None:
    """The direct speech that ends right before a speaker and cue: "“...,” the king told a crowd that ..."."""
    if not draft.source or draft.source[-1][1] != draft.cue[0] or "quote" not in draft.entry.frames:
        return None
    first = draft.source[0][0]
    ends = (",", "—", "--")
    if p.tags[draft.head] not in ("VBD", "VBZ", "VBP") or any(a < draft.cue[1] or a in _marks(p, (a, a + 1)) for a, _ in draft.content):
        return None
    return next(
        (q for q in overlapping(quotes, (first - 1, first)) if q[1] == first and is_speech(p, q) and p.words[q[1] - 2] in ends), None
    )


def _quoting(p: Parsed, token: int) -> Cue | None:
    if not is_verb(p, token):
        return None
    return next((entry for entry in cues().get((p.lemmas[token], "v"), ()) if "quote" in entry.frames), None)


def _cue_before(p: Parsed, first: int, used: set[int]) -> tuple[int, Cue] | None:
    sentence = p.sentence_of[first]
    start = p.sentences[sentence][0]
    if first == start and sentence and p.words[first - 1] == ":":  # "He told them:" and the speech in a paragraph of its own
        start = p.sentences[sentence - 1][0]
    direct = first > start and p.words[first - 1] in (",", ":")
    for token in range(first - 1, max(start, first - _BETWEEN) - 1, -1):
        entry = _quoting(p, token)
        if entry is not None:
            return (token, entry) if token not in used and (direct or token == first - 1) else None
        if is_verb(p, token) or (p.tags[token] in ("MD", "IN") and p.lower[token] == "that"):
            return None
    return None


def _cue_behind(p: Parsed, end: int, used: set[int]) -> tuple[int, Cue] | None:
    if end >= len(p) or (p.words[end - 2] not in (",", "?", "!") and p.words[end] != ","):
        return None
    stop = p.sentences[p.sentence_of[end - 1]][1]
    for token in range(end, min(stop, end + _BETWEEN)):
        entry = _quoting(p, token)
        if entry is not None:
            return (token, entry) if token not in used else None
        passed = p.lemmas[token] in ("quote", "cite") or p.deps[token] in ("aux", "auxpass")
        if not passed and (is_verb(p, token) or p.words[token] in (".", ";")):
            return None
    return None


_BREAKS_OFF = frozenset("when after before as during in on at while during according".split())


def within_marks(p: Parsed, span: Range, quotes: tuple[Range, ...]) -> Range:
    """A content that opens with direct speech and runs over its end ("“We’ll see,” when asked ...") cut at the closing mark."""
    for first, end in overlapping(quotes, span):
        runs_over = span[0] == first and end < span[1] and is_speech(p, (first, end))
        if runs_over and p.words[end - 2] in (",", ".", "?", "!") and p.lower[end] in _BREAKS_OFF:
            return first, end
    return span


def _neighbour(p: Parsed, before: list[Draft], above: list[Draft], quote: Range, paragraph_of: dict[int, int]) -> Draft | None:
    """The claim that a quotation goes on with: of the sentence before it, or of the paragraph above."""
    first, end = quote
    if first > p.sentences[p.sentence_of[first]][0] + 1:
        return None
    speaking = [d for d in before if d.entry.group in ("say", "deny", "ask", "accuse", "praise")]
    if speaking and paragraph_of[speaking[-1].head] == paragraph_of[first]:
        return next((d for d in reversed(speaking) if d.tag or d.quoted), speaking[-1])
    # A paragraph that is all quotation goes on with the direct speech that ends right before it.
    if first > 0 and paragraph_of[first - 1] == paragraph_of[first] - 1 and paragraph_of.get(end) != paragraph_of[first]:
        speech = [d for d in above if d.quoted or d.tag]
        if speech and any(a in _marks(p, span) for span in speech[-1].content for a in span[:1]):
            return speech[-1]
    return None


def _marks(p: Parsed, span: Range) -> set[int]:
    """The tokens of a range that are quotation marks."""
    return {t for t in range(*span) if p.words[t] in ('"', "“", "''", "``", "”", "‘", "«")}
