"""Who does what a gerund behind a preposition tells, where that is whom the verb above is done to: "thanked Chad for hosting them"."""

from __future__ import annotations

from memcon.ontology.words import words

from .dependents import child, coordinated, is_verb
from .parsed import Parsed

# Whose object does what the gerund behind a preposition tells: "thanked Chad for hosting them", "accused it of failing to act".
_CONTROL = {"for": "judging_verbs", "from": "hindering_verbs", "into": "driving_verbs", "of": "suspecting_verbs"}

_WEIGHING = frozenset("back hail question regret support welcome".split())


def controller(p: Parsed, above: int, preposition: str) -> int | None:
    """Who does what a gerund tells, where that is whom the verb above it is done to; the parser may hang the preposition on that noun."""
    kind = _CONTROL.get(preposition)
    if kind is None:
        return None
    verb = p.heads[above] if p.deps[above] == "dobj" else above
    if preposition == "for" and (met := _met_by_a_measure(p, above)) is not None:
        return met
    if preposition == "for" and (thanked := _thanked(p, verb)) is not None:
        return thanked
    if not is_verb(p, verb) or p.lemmas[verb] not in words(kind):
        return None
    return above if verb != above else child(p, verb, "dobj", "dative", "nsubjpass")


def _thanked(p: Parsed, verb: int) -> int | None:
    """Whom one thanks: "expressed its gratitude to Togo for hosting talks"."""
    thanks = child(p, verb, "dobj")
    if thanks is None or p.lemmas[thanks] not in ("gratitude", "thanks", "appreciation"):
        return None
    links = [c for at in (thanks, verb) for c in p.children[at] if p.deps[c] in ("prep", "dative") and p.lower[c] == "to"]
    return next((held for link in links if (held := child(p, link, "pobj")) is not None), None)


def whose_undertaking(p: Parsed, noun: int) -> list[int] | None:
    """Those who decide or try what a noun with an infinitive tells, by its own words: "Chad's bid to join", "a Chadian offer to mediate",
    "the decision of Chad to leave"; nobody known for what others judge or answer ("condemned a decision to expel them"), None where no
    word tells.

    >>> from memcon.reading.parse.parsing import parser
    >>> p = parser().parse("Togo condemned a Chadian decision to expel the envoys.")
    >>> whose_undertaking(p, p.words.index("decision")) == [p.words.index("Chadian")]
    True
    """
    owner = child(p, noun, "poss")
    if owner is not None and p.lower[owner] == "whose":  # "Rey, whose offer to mediate was turned down"
        clause = next((t for t in p.ancestors(noun) if p.deps[t] == "relcl"), None)
        return [p.heads[clause]] if clause is not None else None
    if owner is not None:
        return coordinated(p, owner)
    names = {t for first, end, label in p.names if label in ("ORG", "GPE", "NORP", "PERSON") for t in range(first, end)}
    before = [c for c in p.children[noun] if p.deps[c] in ("compound", "amod", "nmod") and c < noun]
    told = [c for c in before if c in names or p.lemmas[c] in words("government_nouns") | words("class_parliament")]
    if told:
        return told
    of = [g for c in p.children[noun] if p.lower[c] == "of" for g in p.children[c] if p.deps[g] == "pobj" and p.tags[g].startswith("NN")]
    if of:  # "the decision of the council to withdraw"
        return coordinated(p, of[0])
    above = p.heads[noun]
    judged = p.deps[noun] == "dobj" and p.lemmas[above] in words("judging_verbs") | words("answering_verbs") | _WEIGHING
    return [] if judged else None


def _met_by_a_measure(p: Parsed, above: int) -> int | None:
    """Whom a measure meets that the word above "for" imposes or names: "imposed sanctions on Rey for arming rebels"."""
    while p.deps[above] == "pobj" or (p.deps[above] == "prep" and p.lower[above] in ("on", "against")):
        above = p.heads[above]  # "sanctions on two banks for financing it", with "for" hung on the banks
    noun = above if p.lemmas[above] in words("measures_against") else child(p, above, "dobj", "nsubjpass")
    if noun is None or p.lemmas[noun] not in words("measures_against"):
        return None
    verb = p.heads[noun] if p.deps[noun] in ("dobj", "nsubjpass") else noun
    links = [c for at in (noun, verb) for c in p.children[at] if p.deps[c] == "prep" and p.lower[c] in ("on", "against")]
    return next((t for link in links if (t := child(p, link, "pobj")) is not None), None)
