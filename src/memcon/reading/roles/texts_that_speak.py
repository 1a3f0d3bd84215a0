"""Who urges or accuses where a text does: those whose letter, motion or report it is, told beside it or before."""

from __future__ import annotations

from memcon.ontology.codebook import codebook
from memcon.ontology.words import words

from ..coreference.cast import Cast
from ..grammar.dependents import child, is_verb
from ..grammar.parsed import Parsed
from ..grammar.syntax import agents, grammatical_subject, is_passive, main_subject, prepositional
from ..scene import Scene
from ..triggers.triggers import Trigger
from .filled import Filled, named

_REACH = 4
"""So many sentences before a text that speaks it may be told whose it is."""
_OF_BODIES = frozenset(("bill", "motion", "resolution", "paper", "lawsuit", "suit", "filing", "manifesto", "proposal", "draft", "verdict"))
_ISSUING = (words("uttering_verbs") | frozenset("carry draft file introduce present sponsor table unveil".split())) - {
    "back",
    "put",
    "read",
}
_WROTE = {"letter": "write", "tweet": "tweet", "lawsuit": "sue", "suit": "sue"}
_NO_TEXTS = frozenset(("video", "recording", "audio", "interview", "speech", "warrant", "notice"))
_POINTING = frozenset(("the", "that", "this", "its"))


def whose_text(scene: Scene, trigger: Trigger) -> list[Filled]:
    """The actors of words that a text says: "Rey sent a letter. The letter accuses Togo of lies"."""
    p, verb = scene.p, trigger.head
    if trigger.entry.type not in (*codebook().speech, "SUPPORT") or not is_verb(p, verb) or is_passive(p, verb):
        return []
    for subject in grammatical_subject(p, verb):
        noun = _told_as_it(scene, subject) if p.lower[subject] == "it" else subject
        if noun is not None and _is_text(p, noun) and not scene.cast.of(subject):
            return _authors(p, noun, scene.cast)
    return []


def _is_text(p: Parsed, noun: int) -> bool:
    return p.tags[noun] == "NN" and p.lemmas[noun] in (words("texts") | _OF_BODIES) - _NO_TEXTS


def _told_as_it(scene: Scene, pronoun: int) -> int | None:
    """The text that the sentence before has for its subject, and "it" for another word."""
    p = scene.p
    before = p.sentence_of[pronoun] - 1
    if before < 0:
        return None
    return next((s for s in main_subject(p, p.sentences[before][0]) if _is_text(p, s)), None)


def _authors(p: Parsed, noun: int, cast: Cast) -> list[Filled]:
    """Those whose text a noun is by its own words, else by the last words that tell of such a text, if it points back."""
    if own := named("actor", _beside(p, noun), cast, "text"):
        return own
    if not any(p.deps[c] == "det" and p.lower[c] in _POINTING for c in p.children[noun]):
        return []
    start = p.sentences[max(0, p.sentence_of[noun] - _REACH)][0]
    for token in range(noun - 1, start - 1, -1):
        if p.lemmas[token] == p.lemmas[noun]:
            told = [*_beside(p, token), *_issuers(p, token)]
        elif p.lemmas[token] == _WROTE.get(p.lemmas[noun]) and is_verb(p, token) and not is_passive(p, token):
            told = grammatical_subject(p, token)
        else:
            continue
        if found := named("actor", told, cast, "text"):
            return found
    return []


def _beside(p: Parsed, noun: int) -> list[int]:
    """Whose text it is by the words that hang on it: "Rey's letter", "a letter by Rey", "a letter signed by Rey"."""
    whose = [c for c in p.children[noun] if p.deps[c] == "poss"]
    by = [t for word in ("by", "from") for t in prepositional(p, noun, word)]
    signed = [c for c in p.children[noun] if p.deps[c] in ("acl", "relcl") and p.lemmas[c] in _ISSUING and is_passive(p, c)]
    return [*whose, *by, *(t for verb in signed for t in agents(p, verb))]


def _issuers(p: Parsed, noun: int) -> list[int]:
    """Who issues a text: "Rey signed a letter", "the motion was tabled by Rey"."""
    verb = p.heads[noun]
    if not is_verb(p, verb) or p.lemmas[verb] not in _ISSUING:
        return []
    if p.deps[noun] == "nsubjpass":
        return agents(p, verb)
    return grammatical_subject(p, verb) if p.deps[noun] == "dobj" and child(p, verb, "neg") is None else []
