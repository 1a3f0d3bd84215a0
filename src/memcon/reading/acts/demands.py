"""Demands and refusals that no verb of asking names: "Qatar must mediate", "we will not leave until the siege ends" (CODEBOOK 1.1)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import cache

from memcon.ontology.lexicon import lexicon

from ..claims.attribution import Claim
from ..grammar.dependents import child, coordinated, is_verb
from ..grammar.parsed import Parsed
from ..grammar.syntax import grammatical_subject, is_passive, objects, prepositional
from ..repairs.kinds_of_words import is_people

_SPEAKING = frozenset(("say", "ask", "report"))
_DUTIES = frozenset(("must", "should", "ought"))
_OWING = frozenset(("have", "need", "ought"))
_READY = frozenset(("ready", "prepared", "willing"))
_FIRST_PERSON = frozenset(("i", "we", "me", "us", "myself", "ourselves"))
_THINGS = frozenset(("it", "this", "that", "there", "what"))
_OWN_PRONOUNS = _FIRST_PERSON | {"he", "she", "it", "they"}
# Nobody is asked to do what these verbs tell: they say what befalls the subject, or what it knows.
_UNASKED = frozenset(
    "be have get receive win lose know expect fear worry suffer die exist live become remain feel benefit survive seem".split()
)
# What stands among the acts that are asked for because it is asked that they be left undone.
_ASKED_UNDONE = frozenset("attack escalate retaliate inflame provoke fire kill execute".split())
_INSISTING = frozenset("insist stress underline underscore emphasize emphasise".split())
_TERMS = frozenset(("until", "till", "unless", "before", "without", "despite"))
_ASKED = frozenset("call demand request appeal plea pressure ultimatum deadline condition urge ask threat insistence bow".split())


@dataclass(frozen=True, slots=True)
class Demand:
    """What a claim asks of another party, or refuses.

    `type` is REQUEST or REJECT and `mode` its mode; `verb` is the token of what is asked for or refused. `recipient` is the token of the
    party that it is asked of (for a refusal of the party that is refused, None where the words name none).
    """

    type: str
    mode: str
    verb: int
    recipient: int | None


def demand(p: Parsed, claim: Claim, is_party: Callable[[int], bool], speaker_heads: Collection[int]) -> Demand | None:
    """The first demand on another party, or refusal of what was asked, that the main clauses of a claim's content hold.

    `is_party` tells whether a party stands at a token, `speaker_heads` are the tokens that speak of the speaker (its mentions, pronouns
    included, where they are known); what speakers ask of themselves is no demand.

    >>> from memcon.reading.claims.attribution import claims
    >>> from memcon.reading.parse.parsing import parser
    >>> p = parser().parse("The envoy said that Qatar must withdraw its troops.")
    >>> found = demand(p, claims(p)[0], lambda token: p.words[token] == "Qatar", ())
    >>> (found.type, found.mode, p.words[found.recipient], p.words[found.verb])
    ('REQUEST', 'yield', 'Qatar', 'withdraw')
    """
    if not claim.clausal or claim.stance == "denies" or claim.group not in _SPEAKING:
        return None
    for top in main_verbs(p, claim):
        found = _asked(p, top, is_party, speaker_heads) or _refused(p, top, is_party, speaker_heads)
        if found is None and claim.lemma in _INSISTING and _is_to_be(p, top):
            found = Demand("REQUEST", mode_of(p, top), top, None)
        if found is not None:
            return found
    return None


def naming_word(p: Parsed, verb: int) -> int:
    """The word of a claim's content that names a demand, refusal, threat or blame, where the cue is a bare "said" (CODEBOOK 1.6): what
    makes a verb a duty, else what "be" tells of the subject, else the verb.

    >>> from memcon.reading.parse.parsing import parser
    >>> p = parser().parse("Minsk must withdraw its troops. Any ship would be a legitimate target.")
    >>> [p.words[naming_word(p, p.words.index(verb))] for verb in ("withdraw", "be")]
    ['must', 'target']
    """
    duty = next((c for c in p.children[verb] if p.deps[c] == "aux" and p.lemmas[c] in _DUTIES), None)
    if duty is None and p.deps[verb] == "xcomp" and p.lemmas[p.heads[verb]] in _OWING:
        duty = p.heads[verb]
    told = child(p, verb, "attr", "acomp") if p.lemmas[verb] == "be" else None
    return next((t for t in (duty, told) if t is not None), verb)


def main_verbs(p: Parsed, claim: Claim) -> Iterator[int]:
    """The verbs of the main clauses of what is said, with those coordinated with them, in text order."""
    content = {t for first, end in claim.content for t in range(first, end)}
    tops = [t for t in sorted(content) if (is_verb(p, t) or p.tags[t] == "MD") and (p.heads[t] == t or p.heads[t] not in content)]
    for top in tops:
        if p.deps[top] in ("aux", "auxpass", "acl", "relcl", "advcl", "amod"):
            continue
        mark = child(p, top, "mark")
        if mark is not None and p.lower[mark] in ("if", "whether"):
            continue
        yield top
        # Joined clauses: "talks will go on, but Minsk must free the prisoners", also where a comma joins them.
        yield from (c for c in p.children[top] if c in content and is_verb(p, c) and p.deps[c] in ("conj", "ccomp", "parataxis"))


def _asked(p: Parsed, top: int, is_party: Callable[[int], bool], speaker_heads: Collection[int]) -> Demand | None:
    verb = _duty(p, top) or _time_to(p, top)
    if verb is None:
        return None
    ready = next((c for c in p.children[verb] if p.deps[c] == "acomp" and p.lemmas[c] in _READY), None)
    inner = child(p, ready, "xcomp") if ready is not None and p.lemmas[verb] == "be" else None
    owner, verb = verb, inner if inner is not None else verb
    if p.lemmas[verb] in _UNASKED or is_passive(p, verb):
        return None
    subjects = [s for s in (grammatical_subject(p, top if owner == verb and p.deps[verb] == "xcomp" else owner)) if s != verb]
    recipient = next((r for s in subjects if (r := other_party(p, s, is_party, speaker_heads)) is not None), None)
    if recipient is None or (recipient not in subjects and _is_judged(p, verb, subjects)):
        return None
    mode = mode_of(p, verb)
    if _negated(p, top) or _negated(p, verb):
        if p.lemmas[verb] not in _ASKED_UNDONE:  # "Chile must not fail": no act is asked for
            return None
        mode = "yield"
    return Demand("REQUEST", mode, verb, recipient)


def _is_to_be(p: Parsed, top: int) -> bool:
    """Whether a clause behind "insisted that" says what is to be, of whatever it speaks: "the road be opened", "any deal must last"."""
    if child(p, top, "nsubj", "nsubjpass") is None or _negated(p, top):
        return False
    helpers = [c for c in p.children[top] if p.deps[c] in ("aux", "auxpass")]
    if any(p.lower[c] in ("must", "should") for c in helpers):
        return not any(p.lemmas[c] == "have" for c in helpers)
    return (p.tags[top] == "VB" and not helpers) or (len(helpers) == 1 and p.lower[helpers[0]] == "be")


def _is_judged(p: Parsed, verb: int, subjects: Collection[int]) -> bool:
    """Whether a thing of somebody's is to do something to somebody, which asks nobody for it: "her use of it should disqualify her"."""
    things = not any(is_people(p.lemmas[s]) for s in subjects)
    return things and any(p.tags[n] in ("PRP", "NNP", "NNPS") for n in objects(p, verb))


def _duty(p: Parsed, top: int) -> int | None:
    """The verb that "must", "should", "ought to", "has to" or "needs to" makes a duty."""
    helpers = [c for c in p.children[top] if p.deps[c] == "aux"]
    if any(p.lemmas[c] in _DUTIES for c in helpers):
        first = min(c for c in helpers if p.lemmas[c] in _DUTIES)
        subject = child(p, top, "nsubj")
        if any(p.lemmas[c] == "have" for c in helpers) or (subject is not None and first < subject):
            return None  # "should have left"; "should Chile leave, ..."
        return top
    if p.lemmas[top] in _OWING and p.tags[top] in ("VBZ", "VBP", "VB", "MD"):
        held = child(p, top, "xcomp") if child(p, top, "dobj") is None else None  # "has authority to act"
        return held if held is not None and any(p.tags[c] == "TO" for c in p.children[held]) else None
    return None


def _time_to(p: Parsed, top: int) -> int | None:
    """ "It is time for Chile to withdraw"."""
    time = next((c for c in p.children[top] if p.deps[c] == "attr" and p.lemmas[c] == "time"), None)
    if time is None or p.lemmas[top] != "be":
        return None
    held = [c for at in (time, top) for c in p.children[at] if is_verb(p, c) and p.deps[c] in ("relcl", "acl", "advcl", "xcomp", "ccomp")]
    return next((c for c in held if child(p, c, "nsubj") is not None), None)


def other_party(p: Parsed, subject: int, is_party: Callable[[int], bool], speaker_heads: Collection[int]) -> int | None:
    """The party other than the speaker that a subject names, or that it belongs to ("Chile's troops")."""
    if subject in speaker_heads or p.lower[subject] in _FIRST_PERSON | _THINGS:
        return None
    if is_party(subject):
        return subject
    owner = child(p, subject, "poss")
    if owner is None or owner in speaker_heads or not p.tags[owner].startswith("N"):
        return None
    return next((o for o in coordinated(p, owner) if is_party(o)), None)


def _refused(p: Parsed, top: int, is_party: Callable[[int], bool], speaker_heads: Collection[int]) -> Demand | None:
    """ "It will not lift the ban until ...": the speaker's own act, of a kind that is asked for, on terms or against a demand."""
    future = any(p.deps[c] == "aux" and p.lower[c] in ("will", "would", "wo", "'ll", "’ll", "shall") for c in p.children[top])
    if not future or p.lemmas[top] in _ASKED_UNDONE:
        return None
    subjects = grammatical_subject(p, top)
    if is_passive(p, top):
        if not any(_has_no(p, s) for s in subjects):
            return None
    elif not _negated(p, top) or not any(s in speaker_heads or p.lower[s] in _OWN_PRONOUNS for s in subjects):
        return None
    mode = mode_of(p, top)
    if mode == "change" or not _answers(p, top):
        return None
    named = [n for word in ("with", "to") for n in prepositional(p, top, word) if is_party(n) and n not in speaker_heads]
    return Demand("REJECT", mode, top, named[0] if named else None)


def _answers(p: Parsed, verb: int) -> bool:
    """Whether the words answer a demand: they set terms ("until", "unless"), or the sentence speaks of what was asked."""
    terms = any(p.lower[t] in _TERMS and p.deps[t] in ("mark", "prep", "advmod") for t in p.subtree(verb))
    start, end = p.sentences[p.sentence_of[verb]]
    return terms or any(p.lemmas[t] in _ASKED for t in range(start, end))


def _negated(p: Parsed, verb: int) -> bool:
    held = [verb, *(c for c in p.children[verb] if p.deps[c] == "aux")]
    return any(p.deps[c] == "neg" or p.lower[c] == "never" for h in held for c in p.children[h])


def _has_no(p: Parsed, noun: int) -> bool:
    return any(p.deps[c] == "det" and p.lower[c] == "no" for c in p.children[noun])


@cache
def _modes(slot: str) -> dict[str, str]:
    """Word -> mode, as the lexicon's lines of `urge` tell what is asked for."""
    lines = [e for e in lexicon().verbs["urge"] if len(e.words) == 1 and e.type == "REQUEST"]
    sets = [(e.mode, c.values) for e in reversed(lines) for c in e.conditions if c.slot == slot and c.test == "in" and not c.negated]
    return {word: mode for mode, values in sets for word in values}


def mode_of(p: Parsed, verb: int) -> str:
    """The mode of a request for what a verb names: assist, yield, meet, or else change.

    The verb decides, then the verb below it ("begin to withdraw"), then its object ("agree to talks", "hold elections").

    >>> from memcon.reading.parse.parsing import parser
    >>> p = parser().parse("They must stop the attack. They must hold talks. They must amend the law.")
    >>> [mode_of(p, p.words.index(w)) for w in ("stop", "hold", "amend")]
    ['yield', 'meet', 'change']
    """
    by_verb, by_object = _modes("xcomp"), _modes("obj")
    below = [c for c in p.children[verb] if p.deps[c] == "xcomp" and is_verb(p, c)]
    for one in (verb, *below):
        if p.lemmas[one] in by_verb:
            return by_verb[p.lemmas[one]]
    held = [*objects(p, verb), *prepositional(p, verb, "to"), *prepositional(p, verb, "on"), *prepositional(p, verb, "in")]
    return next((by_object[p.lemmas[n]] for n in held if p.lemmas[n] in by_object), "change")
