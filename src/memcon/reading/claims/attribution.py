"""Who claims what: source, cue and content of every attribution (CODEBOOK 2)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..grammar.dependents import coordinated, leaves_open
from ..grammar.parsed import Parsed
from ..grammar.quotations import quotations
from ..grammar.relative_clauses import antecedent
from .called_lies import with_denial
from .claims_of_turns import claims_of_turns
from .cue_phrases import according_to, adjective_claims, as_said, citing, headline, hearsay, noun_claims
from .cue_tags import tag_claims
from .cue_verbs import quoted_by, verb_claims
from .draft import Draft, Range, overlapping, trim, without
from .heard_claims import Heard, weighed
from .pleas import plea
from .quoted_claims import continue_quotations, in_speech, opened_quotations, speech_before, within_marks
from .responsibility import deed_claims
from .source_kinds import kind_of


@dataclass(frozen=True, slots=True)
class Claim:
    """One attribution. `source`, `cue`, `content` and `told` are half-open token ranges, in text order.

    `content` is all that stands on the source's word, `told` the words put forward: with ", which began in March" behind them, which the
    source need not have said, they end before it. Both are the same where no encoder draws the bounds otherwise.
    `kind` is the source's kind; `parent` the index of the claim whose content this one stands in; `stance` "asserts" or "denies";
    `hedge` "possible" where the cue itself leaves the content open, "unsaid" where it is not said, else None; `lemma` the cue's lemma and
    `group` its sort of speech act (say, deny, ask, promise, refuse, accuse, praise, think, know, report, show; own, of who claims a deed).
    `clausal` says that the content is put forward (a clause, an infinitive, a quotation); otherwise the words are only spoken of, or
    presupposed ("criticised the deal"). `p` is how sure the encoder is of a claim, or of its source, that it alone has found, else None.
    """

    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...]
    kind: str
    parent: int | None
    stance: str
    hedge: str | None
    lemma: str
    group: str = "say"
    clausal: bool = True
    p: float | None = None
    told: tuple[Range, ...] = ()


def claim_heads(p: Parsed, claim: Claim) -> list[int]:
    """The head tokens of a claim's source, of "Chile and Peru" both; of "who" the noun that it stands for."""
    tops = [(t, end) for first, end in claim.source for t in range(first, end) if not first <= p.heads[t] < end or p.heads[t] == t]
    heads = [c for top, end in tops for c in coordinated(p, top) if c < end]
    return [antecedent(p, p.heads[t], t) if p.tags[t].startswith("W") else t for t in heads]


def claims(parsed: Parsed, heard: Heard | None = None) -> tuple[Claim, ...]:
    """All attributions of a text, in the order of their cues; `heard` is what the encoder makes of them, if it is there.

    >>> from memcon.reading.parse.parsing import parser
    >>> [(c.kind, c.lemma) for c in claims(parser().parse("Bennett met Putin, an Israeli official said."))]
    [('official', 'say')]
    """
    quotes = quotations(parsed)
    drafts = [with_denial(parsed, d) for d in _drafts(parsed, quotes)]
    drafts = [d for d in drafts if not in_speech(parsed, d.head, quotes)]
    drafts = sorted([*drafts, *opened_quotations(parsed, drafts, quotes)], key=lambda d: (d.cue, d.head))
    continue_quotations(parsed, drafts, quotes)
    kept = _kept(parsed, drafts, quotes)
    return _claims(parsed, kept if heard is None else weighed(parsed, kept, heard))


def _drafts(p: Parsed, quotes: tuple[Range, ...]) -> list[Draft]:
    tagged = {i for tag in p.speech_tags for i in range(*tag)}
    drafts = [d for tag in p.speech_tags if (d := tag_claims(p, tag, quotes)) is not None]
    heads = {d.head for d in drafts}
    of_turns = claims_of_turns(p)
    drafts += of_turns
    heads |= {d.head for d in of_turns}
    drafts += [d for sentence in p.sentences if (d := headline(p, sentence)) is not None and d.head not in heads]
    for token in range(len(p)):
        if token in heads:
            continue
        for find in (citing, as_said, quoted_by, deed_claims, plea, verb_claims, noun_claims, adjective_claims, according_to, hearsay):
            draft = find(p, token)
            if draft is not None:
                drafts.append(draft)
                break
    for d in drafts:
        if not d.tag and p.tags[d.head] == "VBG" and d.head not in tagged:
            _lend_source(p, d, drafts)
    drafts = [d for d in drafts if d.source or not _bare(p, d)]
    for d in drafts:
        if not d.tag and d.entry.group == "say" and (quote := speech_before(p, d, quotes)) is not None:
            d.content, d.quoted = [quote], True
    for d in drafts:
        if d.follows:
            _share_content(p, d, drafts)
    return sorted(drafts, key=lambda d: (d.cue, d.head))


def _share_content(p: Parsed, draft: Draft, drafts: Iterable[Draft]) -> None:
    """ "Citing officials, the paper reported that ...": the officials claim what the paper reports."""
    near = [d for d in drafts if not d.follows and d.entry.group == "say" and p.sentence_of[d.head] == p.sentence_of[draft.head]]
    near = [d for d in near if d.tag or p.heads[draft.head] == d.head or d.head < draft.head]
    if near:
        outer = min(near, key=lambda d: (p.heads[draft.head] != d.head, abs(d.head - draft.head)))
        draft.content = list(outer.content)
        draft.outer = outer


def _bare(p: Parsed, draft: Draft) -> bool:
    """Whether a cue is an infinitive or participle that nobody is said to do: "it is too soon to say"."""
    return p.tags[draft.head] in ("VB", "VBG") or (p.tags[draft.head] == "VBN" and p.deps[draft.head] == "conj")


def _lend_source(p: Parsed, draft: Draft, drafts: Iterable[Draft]) -> None:
    """ "..., he said, adding that ...": the speaker of the tag before goes on."""
    before = [d for d in drafts if d.tag and d.cue[1] <= draft.cue[0] and p.sentence_of[d.head] == p.sentence_of[draft.head]]
    tag_ends = {t for _, end in p.speech_tags for t in (end, end + 1)}
    if before and (not draft.source or draft.cue[0] in tag_ends):
        draft.source, draft.speaker = list(before[-1].source), before[-1].speaker


def _kept(p: Parsed, drafts: list[Draft], quotes: tuple[Range, ...]) -> list[Draft]:
    according = [(d.cue[0], max(d.cue[1], *(b for _, b in d.source))) for d in drafts if d.lemma == "according to"]
    kept: list[Draft] = []
    for d in drafts:
        holes = [d.cue, *d.source]
        holes += [tag for span in d.content for tag in overlapping(p.speech_tags, span) if not tag[0] <= d.head < tag[1]]
        if d.lemma != "according to":
            holes += [hole for span in d.content for hole in overlapping(according, span) if hole[0] > d.cue[0]]
        pieces = [piece for span in d.content for piece in without(span, holes)]
        trimmed = [t for piece in pieces if (t := trim(p, piece, quotes)) is not None]
        d.content = _merged([within_marks(p, span, quotes) for span in trimmed])
        if d.content:
            kept.append(d)
    return kept


def _merged(spans: list[Range]) -> list[Range]:
    out: list[Range] = []
    for first, end in sorted(set(spans)):
        if out and first < out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((first, end))
    return out


def _claims(p: Parsed, drafts: list[Draft]) -> tuple[Claim, ...]:
    drafts = [d for d in drafts if not leaves_open(p, d.head)]
    drafts = [d for d in drafts if d.entry.group != "outlet" or (d.speaker is not None and kind_of(p, d.source[0], d.speaker) == "media")]
    parents = _parents(drafts)
    found: list[Claim] = []
    earlier: str | None = None
    for d, parent in zip(drafts, parents, strict=True):
        kind = "unknown"
        if d.source and d.speaker is not None:
            kind = kind_of(p, d.source[0], d.speaker, earlier)
            earlier = kind
            if _own_voice(p, d, kind):
                kind = "outlet"
        found.append(
            Claim(
                source=tuple(d.source),
                cue=(d.cue,),
                content=tuple(d.content),
                kind=kind,
                parent=parent,
                stance="denies" if d.entry.denies and not d.negated else "asserts",
                hedge="unsaid" if d.negated and d.entry.group in ("say", "show", "think") else "possible" if d.entry.possible else None,
                lemma=d.lemma,
                group=d.entry.group,
                clausal=_clausal(p, d),
                p=d.p,
                told=tuple(d.told if d.told is not None else d.content),
            )
        )
    return tuple(found)


def _clausal(p: Parsed, draft: Draft) -> bool:
    """Whether a content holds a finite verb, an infinitive or a quotation of its own level, and is no bare noun phrase."""
    if draft.tag or draft.quoted or draft.entry.pos in ("p", "r") or draft.entry.group == "own":
        return True
    inside = {t for span in draft.content for t in range(*span)}
    tops = [t for t in inside if p.heads[t] not in inside or p.heads[t] == t]
    quoted = any(p.lower[t] == "as" and p.lower[t + 1] == "saying" for t in tops if t + 1 < len(p))
    return quoted or any(p.tags[t].startswith("VB") or p.tags[t] in ("MD", "TO") for t in tops)


def _own_voice(p: Parsed, draft: Draft, kind: str) -> bool:
    """Whether a report speaks of itself: "Ynet has learned", "this newspaper understands"."""
    words = p.phrase(*draft.source[0]).lower()
    if kind == "media" and words.startswith(("this ", "our ")):
        return True
    perfect = any(p.lower[t] in ("has", "have", "'ve") for t in range(*draft.cue))
    named = p.tags[draft.speaker or draft.head].startswith("NNP")
    if draft.lemma == "learn":
        return perfect and (kind == "media" or (kind == "institution" and named))
    return kind == "media" and draft.entry.group == "outlet"


def _parents(drafts: list[Draft]) -> list[int | None]:
    """For each claim the one with the shortest content that holds its cue; never in a circle."""
    sizes = [sum(b - a for a, b in d.content) for d in drafts]
    holders: dict[int, list[int]] = {}
    for number, d in enumerate(drafts):
        for token in {t for span in d.content for t in range(*span)}:
            holders.setdefault(token, []).append(number)
    numbers = {id(d): number for number, d in enumerate(drafts)}
    parents: list[int | None] = []
    for number, d in enumerate(drafts):
        above = [n for n in holders.get(d.head, ()) if n != number]
        parent = numbers.get(id(d.outer)) if d.outer is not None else min(above, key=lambda n: (sizes[n], n), default=None)
        at = parent
        while at is not None and at != number:
            at = parents[at] if at < len(parents) else None
        parents.append(None if at == number else parent)
    return parents
