"""Claims that no finite verb introduces: "according to", "reportedly", "the claim that", "hopeful that", "Officials: ..."."""

from __future__ import annotations

from memcon.ontology.cues import Cue, cues

from ..grammar.dependents import child, is_verb
from ..grammar.parsed import Parsed
from ..grammar.syntax import clause
from .draft import Draft, Range, noun_span, own_clause, subject_spans, verb_group
from .source_kinds import speaks_for_itself

_ACCORDING = Cue("according to", "p", frozenset({"clause"}), "say", False, False, "own")
_HEADLINE = Cue(":", "p", frozenset({"clause"}), "say", False, False, "own")
# An attribution alone, be it to nobody, leaves the status as it is (CODEBOOK 1.2); doubt does not.
_HEARSAY = {
    word: Cue(word, "r", frozenset({"clause"}), "report", False, doubted, "own")
    for word, doubted in {
        "reportedly": False, "allegedly": False, "purportedly": False, "supposedly": True, "rumouredly": True, "ostensibly": True,
    }.items()
}  # fmt: skip
_CITING = Cue("cite", "v", frozenset({"clause"}), "say", False, False, "own")
_IN_WORDS = frozenset("view opinion word account telling estimation assessment judgment judgement count tally reckoning version".split())
_LONGEST_HEADLINE_SOURCE = 6
_OWN_SUBJECT = ("nsubj", "nsubjpass", "expl")
_DASHES = ("-", "–", "—", "--")
_OWN_WORD = frozenset("although though but whereas while".split())  # what stands behind is not on the same word


def according_to(p: Parsed, token: int) -> Draft | None:
    """The claim of "according to X" and "in X's view".

    >>> from memcon.reading.parse.parsing import parser
    >>> parsed = parser().parse("Troops crossed the border, according to officials.")
    >>> according_to(parsed, 5).content
    [(0, 5)]
    """
    start, stop = p.sentences[p.sentence_of[token]]
    if p.lower[token] == "according" and token + 1 < stop and p.lower[token + 1] == "to":
        cue = (token, token + 2)
        speaker = child(p, token + 1, "pobj") if p.deps[token + 1] == "prep" else None
        if speaker is None:
            speaker = next((t for t in range(token + 2, stop) if p.tags[t].startswith(("N", "PRP"))), None)
        if speaker is None:
            return None
        source = noun_span(p, speaker)
        source = (max(source[0], cue[1]), source[1])
    elif p.lower[token] in ("in", "by") and (held := child(p, token, "pobj")) is not None and p.lemmas[held] in _IN_WORDS:
        owner = child(p, held, "poss")
        if owner is None:
            return None
        cue, speaker, source = (token, held + 1), owner, _owner(p, owner)
    else:
        return None
    end = max(source[1], cue[1])
    source = _cut(p, source, token, start)
    dash = next(
        (i for i in range(speaker, source[1]) if p.words[i] in ("—", "–", "--") or (p.words[i] == "-" and p.ends[i - 1] < p.starts[i])),
        None,
    )
    source = source if dash is None else (source[0], dash)
    end = max(source[1], cue[1])
    content: list[Range] = []
    if token - start <= 1:
        content = [(end, stop)]
    else:
        head = clause(p, p.heads[token]) if p.heads[token] != token else None
        while head is not None and p.deps[head] == "conj" and p.words[token - 1] == "," and child(p, head, *_OWN_SUBJECT) is None:
            head = p.heads[head]  # "Rey agreed but asked for time, according to ..." is one clause
        first = start
        if head is not None and p.deps[head] in ("conj", "relcl", "ccomp", "advcl") and p.edges[head][0] < token:
            first = max(start, p.edges[head][0])
        comma = end < stop and p.words[end] == ","
        linked = comma or p.lower[token - 1] in ("and", "but")
        goes_on = stop - end > 3 and linked and p.lower[end + comma] not in _OWN_WORD
        content = own_clause(p, (first, token), (end + comma, stop) if goes_on else None)
    return Draft(cue, token, _ACCORDING, [source], speaker, content, "according to")


def _cut(p: Parsed, source: Range, cue: int, start: int) -> Range:
    """A source behind an opening "according to" ends at the comma before the main clause."""
    if cue - start > 1:
        return source
    first, end = source
    for i in range(first, end):
        if p.words[i] == "," and any(p.deps[k] in ("nsubj", "nsubjpass", "expl") and p.heads[k] >= end for k in range(i, end)):
            return first, i
    return source


def _owner(p: Parsed, owner: int) -> Range:
    return p.edges[owner]


def as_said(p: Parsed, token: int) -> Draft | None:
    """The claim of "As X noted, ..." and "..., as X has said": the rest of the sentence.

    >>> from memcon.reading.parse.parsing import parser
    >>> parsed = parser().parse("As the ministry noted, trade has fallen.")
    >>> as_said(parsed, 3).content
    [(5, 9)]
    """
    if not is_verb(p, token) or p.deps[token] not in ("advcl", "ROOT", "ccomp"):
        return None
    entry = next((e for e in cues().get((p.lemmas[token], "v"), ()) if e.group in ("say", "show") and "that" in e.frames), None)
    subject = child(p, token, "nsubj")
    if entry is None or subject is None or subject > token:
        return None
    source = noun_span(p, subject)
    mark = source[0] - 1
    start, stop = p.sentences[p.sentence_of[token]]
    if mark < start or p.lower[mark] != "as" or child(p, token, "dobj", "ccomp") is not None:
        return None
    comma = next((t for t in range(token + 1, min(stop, token + 10)) if p.words[t] == ","), None)
    cue = verb_group(p, token)
    if mark == start or p.lower[start] in ("but", "and", "however"):
        if comma is None:
            return None
        return Draft(cue, token, entry, [source], subject, [(comma + 1, stop)], p.lemmas[token], quoted=True)
    if p.words[mark - 1] != ",":
        return None
    content = [(start, mark)] if comma is None else [(start, mark), (comma + 1, stop)]
    return Draft(cue, token, entry, [source], subject, content, p.lemmas[token], quoted=True)


def citing(p: Parsed, token: int) -> Draft | None:
    """The claim of "citing X" beside another cue or alone: the sentence's content on X's word.

    >>> from memcon.reading.parse.parsing import parser
    >>> parsed = parser().parse("Citing officials, the paper reported that a deal was near.")
    >>> citing(parsed, 0).source
    [(1, 2)]
    """
    if p.lower[token] not in ("citing", "quoting"):
        return None
    held = child(p, token, "dobj", "pobj")
    if held is None or p.tags[held].startswith("W"):
        return None
    source = noun_span(p, held)
    if not speaks_for_itself(p, source, held):
        return None
    start, stop = p.sentences[p.sentence_of[token]]
    end = max(source[1], token + 1)
    content = [(start, token), (end, stop)] if token > start + 1 else [(end, stop)]
    return Draft((token, token + 1), token, _CITING, [source], held, content, "cite", follows=True)


def hearsay(p: Parsed, token: int) -> Draft | None:
    """The claim of an adverb that vouches for nothing: "reportedly", "allegedly"."""
    entry = _HEARSAY.get(p.lower[token])
    if entry is None:
        return None
    above = p.heads[token]
    first, end = p.edges[above]
    if is_verb(p, above) and p.deps[above] == "relcl":
        first = max(first, token if first < p.heads[above] else first)
    if p.deps[above] == "conj" and is_verb(p, above):
        first = max(first, min(p.subtree(above)))
    return Draft((token, token + 1), token, entry, [], None, [(first, token), (token + 1, end)], entry.lemma)


def noun_claims(p: Parsed, token: int) -> Draft | None:
    """The claim that a noun introduces: "Iran's claim that ...", "a report by AP that ...", "hopes of peace".

    >>> from memcon.reading.parse.parsing import parser
    >>> parsed = parser().parse("Iran's claim that it won is false.")
    >>> draft = noun_claims(parsed, 2)
    >>> draft.source, draft.content
    ([(0, 2)], [(3, 6)])
    """
    if not p.tags[token].startswith("NN") or p.tags[token].startswith("NNP") or p.deps[token] == "compound":
        return None
    for entry in cues().get((p.lemmas[token], "n"), ()):
        rest = _noun_content(p, token, entry)
        if rest is not None:
            source, speaker = _noun_source(p, token)
            first = max(rest[0], token + 1)
            cue_end = first if "that" not in entry.frames and first - token == 2 else token + 1
            if p.deps[first - 1] == "prep" and first - 1 == token + 1:
                cue_end = first
            return Draft((token, cue_end), token, entry, source, speaker, [(first, rest[1])], p.lemmas[token])
    return None


def _noun_content(p: Parsed, noun: int, entry: Cue) -> Range | None:
    for c in p.children[noun]:
        if c < noun:
            continue
        marked = any(p.lower[g] == "that" and p.deps[g] in ("mark", "nsubj", "dobj", "det") for g in p.children[c])
        if "that" in entry.frames and p.deps[c] in ("acl", "ccomp", "relcl") and marked:
            mark = next(g for g in p.children[c] if p.lower[g] == "that")
            if p.deps[mark] == "mark" or p.deps[c] == "ccomp":
                return p.edges[c]
        if "to" in entry.frames and p.deps[c] in ("acl", "xcomp") and any(p.lower[g] == "to" and p.deps[g] == "aux" for g in p.children[c]):
            return p.edges[c]
        if p.deps[c] == "prep" and p.lower[c] in entry.frames and (child(p, c, "pobj", "pcomp")) is not None:
            return c + 1, p.edges[c][1]
    return None


_GIVERS = frozenset(
    "make issue give express voice repeat reject deny dismiss have offer face raise release publish deliver hold share".split()
)


def _noun_source(p: Parsed, noun: int) -> tuple[list[Range], int | None]:
    owner = child(p, noun, "poss")
    if owner is not None:
        return [_owner(p, owner)], owner
    for c in p.children[noun]:
        if p.deps[c] == "prep" and p.lower[c] in ("by", "from", "among") and (held := child(p, c, "pobj")) is not None:
            return [noun_span(p, held)], held
    above = p.heads[noun]
    if p.deps[noun] == "dobj" and p.lemmas[above] in _GIVERS - {"reject", "deny", "dismiss", "face"}:
        return subject_spans(p, above)
    for c in p.children[noun]:
        if p.deps[c] in ("compound", "amod", "nmod") and any(
            a <= c < b and kind in ("ORG", "PERSON", "GPE", "NORP") for a, b, kind in p.names
        ):
            return [(c, c + 1)], c
    return [], None


def adjective_claims(p: Parsed, token: int) -> Draft | None:
    """The claim that an adjective introduces: "is confident that", "wary of"."""
    if not p.tags[token].startswith(("JJ", "VBN")):
        return None
    for entry in cues().get((p.lemmas[token], "a"), ()) or cues().get((p.lower[token], "a"), ()):
        verb = p.heads[token]
        if p.deps[token] != "acomp" or not is_verb(p, verb):
            continue
        for c in p.children[token]:
            end = p.edges[c][1]
            if p.deps[c] == "ccomp" and "that" in entry.frames and c > token:
                cue_end, first = token + 1, max(p.edges[c][0], token + 1)
            elif p.deps[c] == "prep" and p.lower[c] in entry.frames and child(p, c, "pobj", "pcomp") is not None:
                cue_end, first = c + 1, c + 1
            else:
                continue
            source, speaker = subject_spans(p, verb)
            if speaker is not None and not (source and source[0][1] <= verb):
                continue
            return Draft((min(verb, token), cue_end), token, entry, source, speaker, [(first, end)], entry.lemma)
    return None


def headline(p: Parsed, sentence: Range) -> Draft | None:
    """The claim of a headline: "Officials: talks to resume"."""
    first, end = sentence
    for colon in range(first + 1, min(end - 2, first + _LONGEST_HEADLINE_SOURCE + 1)):
        if p.words[colon] != ":":
            continue
        before = range(first, colon)
        if any(is_verb(p, t) or p.tags[t] in ("IN", "CD", "MD", "RB") or p.words[t] in (",", '"') for t in before):
            return None
        if p.words[end - 1] in (".", "!") and end - colon > 25:
            return None
        if not any(p.tags[t].startswith(("NNP", "NNS")) for t in before) or not any(is_verb(p, t) for t in range(colon + 1, end)):
            return None
        return Draft((colon, colon + 1), colon, _HEADLINE, [(first, colon)], colon - 1, [(colon + 1, end)], ":")
    return _behind_a_dash(p, first, end) if first == 0 else None


def _behind_a_dash(p: Parsed, first: int, end: int) -> Draft | None:
    """The claim of a headline with its source at the end: "Blast kills 20 in Lima - police"."""
    for dash in range(end - 2, max(first + 2, end - _LONGEST_HEADLINE_SOURCE), -1):
        if p.words[dash] in _DASHES and p.ends[dash - 1] < p.starts[dash]:
            last = end - 1
            told = any(is_verb(p, t) for t in range(first, dash))
            named = told and p.words[last] not in (".", "!", "?") and speaks_for_itself(p, (dash + 1, end), last)
            plain = named and not any(is_verb(p, t) or p.tags[t] == "IN" for t in range(dash + 1, end))
            return Draft((dash, dash + 1), dash, _HEADLINE, [(dash + 1, end)], last, [(first, dash)], "-") if plain else None
    return None
