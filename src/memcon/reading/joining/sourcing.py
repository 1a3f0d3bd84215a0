"""On whose word: the claims that assert or deny an event, as its sources (CODEBOOK 1.6 and 2)."""

from __future__ import annotations

from collections.abc import Sequence

from memcon.model import Evidence, Source
from memcon.ontology.lexicon import lexicon
from memcon.ontology.words import words

from ..acts.acts import Act
from ..claims.attribution import Claim, claim_heads
from ..claims.draft import noun_span
from ..claims.source_kinds import kind_of
from ..coreference.cast import Cast
from ..factuality.false_reports import called_untrue, denies_report
from ..grammar.dependents import child
from ..grammar.parsed import Parsed
from ..grammar.syntax import clause
from ..parties.entity import Entity
from .group import Group
from .own_utterances import is_own_utterance, is_recalled, is_words

_SPEAKERS = ("PERSON", "ORG", "GPE", "NORP")
_NEGATIONS = frozenset("not n't n’t never no nobody none nothing neither nor without cannot".split())
HEARD = "model:attribution"


def sources(p: Parsed, group: Group, claims: Sequence[Claim], cast: Cast) -> tuple[tuple[Source, ...], list[Evidence]]:
    """The sources of an event in text order, a nesting's outermost first, one for each attribution that asserts or denies it. With the
    evidence for those that only the encoder has found; the others are plain from their spans.

    A speaker is no source of its own words, unless the report has it recall or deny them ("said that he had warned").
    """
    found: dict[tuple[int, str], tuple[Source, float | None]] = {}
    actors = group.of_role("actor")
    speakers = actors if is_words(p, group) else set()
    on_own_word = any(a.asserted and not a.claims for a in group.acts)
    for act, numbers in [*((a, a.claims) for a in group.acts), (group.lead, tuple(group.denied_by))]:
        for number in numbers:
            claim = claims[number]
            if on_own_word and not act.asserted and claim.stance == "asserts":
                continue  # told in passing by somebody, and by the report itself elsewhere
            heads = claim_heads(p, claim)
            entities = {n for h in heads for n in cast.of(h)}
            author = next((a for h in heads if (a := author_of(p, h)) is not None), None)
            if author is not None and not any(cast.entities[n].named for n in entities):
                entities = set(cast.of(author))
            if author is None and (before := _who_spoke(p, claim, claims)) is not None:
                author, entities = before, set(cast.of(before))
            if _is_nobodys(p, claim, claims, entities) or (claim.group, claim.lemma) == ("promise", "agree"):
                continue  # who agrees on what is to be vouches for nothing
            if entities and claim.parent in act.claims and entities <= speakers_of(claims[claim.parent or 0], p, cast):
                continue  # "it said it had told them that": once
            stance = "denies" if number in group.denied_by else _stance(p, claim, act)
            if entities & speakers and not is_recalled(p, act, cast, entities) and stance != "denies":
                continue
            innermost = stance != "denies" and not any(claims[n].parent == number for n in act.claims)
            if innermost and is_own_utterance(p, group, act, claim, cast, entities):
                continue
            ahead = act.status.value in ("planned", "offered")
            if ahead and entities & actors and claim.lemma not in words("pledging_cues"):
                governed = lexicon().governors.get(claim.lemma, ())
                if any(g.status in ("planned", "offered") and g.pos == "v" for g in governed):
                    continue  # who offers or plans an act does it and is no source of it
            if any(first <= t < end for first, end in claim.cue for a in group.acts for t in a.trigger.tokens):
                continue
            if author is not None and p.deps[author] in ("compound", "nmod"):  # "a Kremlin readout" is named as it stands
                author, entities = None, {n for h in heads for n in cast.of(h)}
            found.setdefault((number, stance), (_source(p, number, claim, cast, entities, stance, author), claim.p))
    evidence = [
        Evidence(f"/sources/{n}", (one.cue,) if one.cue else (), HEARD, round(sure, 3))
        for n, (one, sure) in enumerate(found.values())
        if sure is not None
    ]
    return tuple(one for one, _ in found.values()), evidence


def _who_spoke(p: Parsed, claim: Claim, claims: Sequence[Claim]) -> int | None:
    """Who spoke last, where a claim goes on with that: "Bio telephoned the general, his office said. He would brief the bloc, it added"."""
    if (
        claim.lemma != "add"
        or len(claim.source) != 1
        or claim.source[0][1] - claim.source[0][0] != 1
        or p.lower[claim.source[0][0]] != "it"
    ):
        return None
    here = claim.source[0][0]
    before = [c for c in claims if c.source and c.source[0][0] < here and c.group == "say" and c is not claim]
    last = max(before, key=lambda c: c.cue[0][0], default=None)
    head = claim_heads(p, last)[-1:] if last is not None and p.sentence_of[here] - p.sentence_of[last.cue[0][0]] <= 1 else []
    if not head or p.lemmas[head[0]] in words("texts") or not p.tags[head[0]].startswith("NN") or p.labels[head[0]] == "PERSON":
        return None  # whose a text is "it" stands for already
    return head[0]


def speakers_of(claim: Claim, p: Parsed, cast: Cast) -> set[int]:
    """Whose word a claim is, by their numbers in the cast."""
    return {n for h in claim_heads(p, claim) for n in cast.of(h)}


_NOBODY = frozenset(("neither", "no", "nobody", "none"))


def _is_nobodys(p: Parsed, claim: Claim, claims: Sequence[Claim], entities: set[int]) -> bool:
    """Whether a claim is nobody's word: "a story that says", "did not say whether", "neither has confirmed", "denied *reports* that"."""
    if claim.source:
        first = claim.source[0][0]
        numbered = "".join(p.words[first + 1 : first + 2])[:1].isdigit()  # "No 10 said"
        if p.lower[first] in _NOBODY and not numbered:
            return True
        relative = not entities and any(p.tags[t].startswith("W") for first, end in claim.source for t in range(first, end))
        return relative or claim.hedge == "unsaid"
    above = p.heads[claim.cue[0][0]]
    return any(other.stance == "denies" and any(first <= above < end for first, end in other.cue) for other in claims)


def _stance(p: Parsed, claim: Claim, act: Act) -> str:
    """What a claim says of an act: words that tell that it is not so deny it, whatever the cue ("said that nobody would be sent").

    Who tells that an act came to nothing asserts that ("said that the talks were called off", "said that they failed to agree").
    """
    inside = any(first <= t < end for t in act.status.tokens for first, end in claim.content)
    untrue = called_untrue(p, act.trigger.head)
    if act.status.value == "denied" and inside and (untrue or _is_negated(p, act)):
        return "denies"
    return "denies" if untrue and denies_report(p, claim, untrue) else claim.stance


def _is_negated(p: Parsed, act: Act) -> bool:
    """Whether a word of negation stands in the clause of an act that is told as not having been."""
    around = p.subtree(clause(p, act.trigger.head))
    return any(p.lower[t] in _NEGATIONS or p.lemmas[t] in words("untrue") for t in (*act.status.tokens, *around))


def _of_state(entity: Entity) -> str | None:
    """The name of a state, which the report may call by its people or capital alone."""
    known = (m.identity.name for m in entity.mentions if m.identity is not None and m.identity.kind == "state" and m.identity.name)
    return next(known, None) if entity.kind == "state" else None


def _without_clause(p: Parsed, claim: Claim) -> str:
    """The words of a source up to a clause about it: "an elder" for "an elder, who took part"."""
    first, end = claim.source[0][0], claim.source[-1][1]
    stop = next((t for t in range(first + 1, end) if p.tags[t] in ("WP", "WDT", "WP$")), end)
    while stop > first + 1 and p.words[stop - 1] == ",":
        stop -= 1
    return p.phrase(first, stop)


def _name(p: Parsed, entity: Entity) -> str:
    """The fullest name that the report gives a party: "Ann Lee" for "Peru's premier Ann Lee"."""
    return p.phrase(*entity.best.name) if entity.best.form == "name" else entity.name


def author_of(p: Parsed, text: int) -> int | None:
    """Whose a text is that tells something: "a statement today by Ann Lee", "the ministry's letter"; "the letter" is the last one told of.

    >>> from memcon.reading.parse.parsing import parser
    >>> p = parser().parse("A letter from Peru arrived. The letter said nothing.")
    >>> p.words[author_of(p, 7)]
    'Peru'
    """
    if p.lemmas[text] not in words("texts"):
        return None
    told = _own_author(p, text)
    if told is not None or not any(p.lower[c] in ("the", "this", "that") for c in p.children[text]):
        return told
    earlier = (t for t in range(text - 1, -1, -1) if p.lemmas[t] == p.lemmas[text])
    return next((a for t in earlier if (a := _own_author(p, t)) is not None), None)


def _own_author(p: Parsed, text: int) -> int | None:
    owner = next((c for c in p.children[text] if p.deps[c] in ("poss", "compound", "nmod") and p.labels[c] in _SPEAKERS), None)
    if (owner := owner if owner is not None else child(p, text, "poss")) is not None and not p.tags[owner].startswith("PRP"):
        return owner
    by = (child(p, c, "pobj") for c in p.children[text] if p.deps[c] in ("prep", "agent") and p.lower[c] in ("by", "from"))
    found = next((held for held in by if held is not None and p.labels[held] not in ("DATE", "TIME")), None)
    if found is not None:
        return found
    above = p.heads[text]
    issued = p.deps[text] == "dobj" and p.lemmas[above] in words("light_verbs") | {"release", "publish"}
    return child(p, above, "nsubj") if issued else None


def _source(p: Parsed, number: int, claim: Claim, cast: Cast, entities: set[int], stance: str, author: int | None = None) -> Source:
    span = p.span(claim.source[0][0], claim.source[-1][1] - 1) if claim.source else None
    cue = p.span(claim.cue[0][0], claim.cue[0][1] - 1) if claim.cue else None
    name = _without_clause(p, claim) if span else None
    kind = claim.kind
    if entities and span is not None and p.tags[claim.source[0][0]] in ("WP", "WDT", "WP$", "PRP"):  # "who", "she": whom it stands for
        entity = cast.entities[min(entities)]
        best = entity.best
        name = entity.name if entity.named else p.phrase(best.first, best.end)
        if not entity.named and best.form == "noun":
            kind = kind_of(p, (best.first, best.end), best.head)
    if author is not None:
        kind, name = kind_of(p, noun_span(p, author), author), p.phrase(*noun_span(p, author))
    if len(entities) == 1 and kind in ("person", "institution", "media", "outlet"):
        entity = cast.entities[next(iter(entities))]
        if entity.named:
            name = _of_state(entity) or _name(p, entity)
            if kind == "person" and entity.kind == "state":  # a name that the recogniser takes for a person's
                kind = "institution"
            if kind == "institution" and entity.kind == "person":  # a surname that the words alone do not tell from a ministry's name
                kind = "person"
    elif len(entities) == 1 and (entity := cast.entities[next(iter(entities))]).named and entity.kind == "person":
        name = _name(p, entity)  # "Ann Lee, an army spokeswoman"
    return Source(kind, name, f"a{number + 1}", span, cue, stance)
