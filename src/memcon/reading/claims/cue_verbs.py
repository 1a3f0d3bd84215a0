"""Claims that a verb introduces: "said that", "urged Israel to", "accused them of", "is believed to"."""

from __future__ import annotations

from memcon.ontology.cues import Cue, cues

from ..grammar.dependents import child, is_verb
from ..grammar.parsed import Parsed
from ..grammar.syntax import agents, is_passive
from .content_ends import outer_cue
from .content_frames import Found, clause_range, content, edges_behind, infinitive, object_clause
from .draft import Draft, Range, is_negated, name_before, noun_span, quoted_speaker, subject_spans, verb_group


def verb_claims(p: Parsed, token: int) -> Draft | None:
    """The claim that the verb at a token introduces, or None.

    >>> from memcon.reading.parse.parsing import parser
    >>> parsed = parser().parse("Iran said that it would withdraw.")
    >>> verb_claims(parsed, 1).content
    [(2, 6)]
    """
    if not is_verb(p, token) or p.deps[token] in ("aux", "auxpass", "amod", "compound"):
        return None
    entries = cues().get((p.lemmas[token], "v"), ())
    passive = is_passive(p, token)
    group = verb_group(p, token)
    for entry in entries:
        found = _sourceless(p, token, entry, group, passive)
        if found is not None:
            source, speaker = _agent(p, token)
            return Draft(found[1], token, entry, source, speaker, found[0], p.lemmas[token], is_negated(p, token))
    outer = outer_cue(p, token) if not passive and child(p, token, "nsubj") is None else None
    for entry in entries:
        found = content(p, token, entry, group, passive)
        if found is not None:
            quoted = quoted_speaker(p, token)
            if quoted is not None:
                return Draft(found[1], token, entry, [noun_span(p, quoted)], quoted, found[0], p.lemmas[token])
            source, speaker = _agent(p, token) if passive else subject_spans(p, token if outer is None else outer)
            if not source and not passive and p.tags[token] in ("VBD", "VBZ", "VBP"):
                source, speaker = name_before(p, group[0])
            return Draft(found[1], token, entry, source, speaker, found[0], p.lemmas[token], is_negated(p, token))
    return None


def quoted_by(p: Parsed, token: int) -> Draft | None:
    """The outer claim of "was quoted by Tass as saying that ...": the medium's; the inner one is the speaker's.

    >>> from memcon.reading.parse.parsing import parser
    >>> parsed = parser().parse("He was quoted by Tass as saying that talks would go on.")
    >>> quoted_by(parsed, 2).content
    [(0, 1), (5, 12)]
    """
    if p.lemmas[token] not in ("quote", "cite") or not is_passive(p, token):
        return None
    prep = next((c for c in p.children[token] if p.lower[c] == "as" and c > token), None)
    by = agents(p, token)
    subject = child(p, token, "nsubjpass")
    if prep is None or not by or subject is None:
        return None
    entry = next(e for e in cues()[p.lemmas[token], "v"])
    first, end = p.edges[prep]
    held = [noun_span(p, subject), (first, end)] if not p.tags[subject].startswith("W") else [(first, end)]
    return Draft(verb_group(p, token), token, entry, [noun_span(p, by[0])], by[0], held, p.lemmas[token])


def _agent(p: Parsed, verb: int) -> tuple[list[Range], int | None]:
    by = agents(p, verb)
    return ([noun_span(p, by[0])], by[0]) if by else ([], None)


def _sourceless(p: Parsed, verb: int, entry: Cue, group: Range, passive: bool) -> Found | None:
    """What is claimed by nobody in particular: the grammatical subject belongs to the content."""
    frames = entry.frames
    if not passive:
        return None
    subject = child(p, verb, "nsubjpass", "nsubj")
    expletive = subject is not None and p.lower[subject] == "it"
    clause = object_clause(p, verb)
    if "it-that" in frames and clause is not None and clause > verb and (expletive or subject is None):
        if child(p, verb, "auxpass") is None:
            return None
        return clause_range(p, verb, clause, group), group
    if child(p, verb, "auxpass") is None and p.deps[verb] not in ("acl",):
        return None
    if "passive-to" in frames:
        found = _with_subject(p, verb, group, infinitive(p, verb))
        if found is not None:
            return found
    for word in ("as", "of", "for", "with"):
        if f"passive-{word}" in frames:
            prep = next((c for c in p.children[verb] if p.deps[c] == "prep" and p.lower[c] == word and c > verb), None)
            if prep is not None:
                return _with_subject(p, verb, group, prep, inner=word != "as")
    return None


def _with_subject(p: Parsed, verb: int, group: Range, rest: int | None, inner: bool = False) -> Found | None:
    if rest is None:
        return None
    subject = child(p, verb, "nsubjpass", "nsubj")
    if subject is None and p.deps[verb] == "acl" and p.heads[verb] < verb:
        subject = p.heads[verb]
        first = noun_span(p, subject)[0]
        return [(first, group[0]), edges_behind(p, rest, group[1])], group
    if subject is None or subject > verb:
        return ([edges_behind(p, rest, group[1])], group) if p.deps[verb] in ("xcomp", "conj", "relcl") else None
    first, end = noun_span(p, subject)
    if p.tags[subject].startswith("W"):
        return [edges_behind(p, rest, group[1])], group
    cue = (group[0], rest + 1) if inner and rest == group[1] else group
    return [(first, min(end, group[0])), edges_behind(p, rest, cue[1])], cue
