"""Whether a claim over a speech act is that act itself, which so has no source of its own (CODEBOOK 1.6, Sources): "Rey said that Chad
would not sign" is the refusal; "Rey said that Chad had refused" tells of one."""

from __future__ import annotations

from memcon.ontology.codebook import codebook
from memcon.ontology.words import words

from ..acts.acts import Act
from ..claims.attribution import Claim
from ..coreference.cast import Cast
from ..factuality.status import BY_ENCODER
from ..grammar.dependents import is_verb
from ..grammar.parsed import Parsed
from ..grammar.syntax import grammatical_subject, is_passive
from .group import Group

_SPEAKING = ("person", "institution")
"""The kinds of sources that speak for themselves or their state; spokesmen, aides and papers tell what others say."""
_OF_OTHERS = ("according to", "report")
_NOW = ("VBZ", "VBP", "MD")
_OVER = frozenset("had 'd has have 've having was were".split())


def is_words(p: Parsed, group: Group) -> bool:
    """Whether an event is an utterance, of which its speaker is no source: praise and thanks too, not what is signed."""
    if group.type == "SUPPORT":
        return not any(p.lemmas[t] in words("signing_verbs") for a in group.acts for t in a.trigger.tokens)
    return group.type in codebook().speech and group.mode != "investigate"


def is_recalled(p: Parsed, act: Act, cast: Cast, speakers: set[int]) -> bool:
    """Whether words are said to have been said before: "had warned", "has rejected"; of blame, only if the speaker himself blamed ("he said
    that he had been betrayed" blames now)."""
    verb = act.trigger.head
    before = any(p.deps[c] == "aux" and p.lower[c] in ("had", "'d", "has", "have", "'ve") for c in p.children[verb])
    if not before or act.type != "ACCUSE":
        return before
    return not is_passive(p, verb) and any(speakers & set(cast.of(s)) for s in grammatical_subject(p, verb))


def is_own_utterance(p: Parsed, group: Group, act: Act, claim: Claim, cast: Cast, speakers: set[int]) -> bool:
    """Whether a speaker, with what is said, does himself what the act says; `speakers` are the entities of the claim's source."""
    if claim.kind not in _SPEAKING or claim.group != "say" or claim.lemma in _OF_OTHERS or not is_words(p, group):
        return False
    if act.status.value in ("planned", "offered", "ongoing"):  # "said that Chad would complain to the council", "has been blaming"
        return False
    actors = group.of_role("actor")
    if act.type == "ACCUSE" and act.trigger.entry.rule == BY_ENCODER:
        return not is_recalled(p, act, cast, speakers)  # words that are no verb of blame: "said it was a disgrace"
    if act.type == "ACCUSE" and not actors and not is_verb(p, act.trigger.head):
        return True
    return _speaks_for(cast, speakers, actors) and _is_now(p, act.trigger.head)


def _speaks_for(cast: Cast, speakers: set[int], actors: set[int]) -> bool:
    """Whether a speaker is one of those who act, or of their state."""
    countries = {cast.entities[n].country for n in actors} - {None}
    return bool(speakers & actors) or bool(countries & {cast.entities[n].country for n in speakers})


def _is_now(p: Parsed, verb: int) -> bool:
    """Whether a verb tells what is or will be: "Chad rejects it", "Chad would not sign"; not "has rejected", "had refused"."""
    if not is_verb(p, verb):
        return False
    helpers = [c for c in p.children[verb] if p.deps[c] in ("aux", "auxpass")]
    if any(p.lower[c] in _OVER for c in helpers):
        return False
    return any(p.tags[c] in _NOW for c in (verb, *helpers))
