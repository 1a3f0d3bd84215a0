"""Relative clauses: which nouns they describe, and which of their words the pronoun is."""

from __future__ import annotations

from memcon.ontology.lexicon import lexicon
from memcon.ontology.words import words

from .dependents import CLIMB, SUBJECTS, child, coordinated, is_verb
from .parsed import Parsed

_SINGULAR = ("has", "is", "was", "does")


def antecedent(p: Parsed, verb: int, pronoun: int) -> int:
    """The noun that a relative clause with this verb describes (the verb itself when there is none).

    Where the parser did not see the clause as relative ("Scholz - who visited last week"), the noun just before the pronoun.
    """
    start = p.sentences[p.sentence_of[pronoun]][0]
    before = next(
        (t for t in range(pronoun - 1, max(start, pronoun - 4) - 1, -1) if p.tags[t][:1].isalpha() and p.tags[t] not in ("IN", "TO")), None
    )
    at = verb
    for _ in range(CLIMB):
        if p.deps[at] == "relcl":
            noun = p.heads[at]
            if p.lower[pronoun] in ("which", "that") and (attack := _attack_on(p, verb, noun)) is not None:
                return attack
            named = before is not None and p.tags[before].startswith("NNP") and not p.tags[noun].startswith("NNP")
            person = p.lower[pronoun] in ("who", "whom", "whose")
            if person and p.labels[noun] == "GPE" and (office := _office_of(p, noun)) is not None:
                return office  # "the minister of Peru, who": not Peru
            known = p.labels[noun] in ("GPE", "NORP", "LOC") and p.lower[pronoun] != "whose"
            if known and person and (theirs := _those_from(p, noun)) is not None:
                return theirs
            if person and p.labels[noun] == "ORG" and (member := _member_of(p, noun)) is not None:
                return member  # "a journalist with Radio Lima who was jailed"
            if person and named and before is not None and p.labels[before] != "PERSON" and p.lemmas[noun] in words("office_nouns"):
                return noun
            if not person and before is not None and _is_body_of(p, before, noun, pronoun):
                return before  # "a member of the junta that seized power"
            if p.tags[noun] == "NNS" and _is_plural(p, verb):
                return noun  # "delegations of Norway and Chile, which have met"
            if named and before is not None:
                return before  # "fears of North Korea, which"
            return max(t for t in coordinated(p, noun) if t < pronoun) if _form(p, verb) in _SINGULAR and noun < pronoun else noun
        if p.heads[at] == at:
            break
        at = p.heads[at]
    return before if before is not None and p.tags[before].startswith("N") else verb


def _those_from(p: Parsed, place: int) -> int | None:
    """Those told of by where they are from, of whom "who" speaks rather than of a place: "nine nuns from Togo, who were seized"."""
    link = p.heads[place]
    who = p.heads[link]
    if p.tags[who].startswith("VB"):  # "freed nine nuns from Togo", read as freed from there
        who = next((c for c in p.children[who] if p.deps[c] == "dobj" and c == link - 1), who)
    behind = p.deps[place] == "pobj" and p.lower[link] == "from" and who < link
    return who if behind and p.tags[who] in ("NN", "NNS") and p.lemmas[who] not in words("place_nouns") else None


def _member_of(p: Parsed, body: int) -> int | None:
    """The person told by the body that somebody works for or comes from: "a journalist with Radio Lima"."""
    link = p.heads[body]
    who = p.heads[link]
    beside = p.deps[body] == "pobj" and p.lower[link] in ("with", "from", "for", "at", "of") and p.tags[who] == "NN"
    human = p.lemmas[who] in words("office_nouns") | words("human_nouns") or p.lemmas[who].endswith(_OF_PERSONS)
    return who if beside and human else None


_OF_PERSONS = ("er", "or", "ist", "ian", "man", "woman", "ant")


def _is_body_of(p: Parsed, body: int, noun: int, pronoun: int) -> bool:
    """Whether the noun right before "that" or "which" is a body that a person is of, whom the parser takes to be described."""
    if p.lower[pronoun] not in ("which", "that") or p.tags[body] != "NN" or p.deps[body] != "pobj" or p.lower[p.heads[body]] != "of":
        return False
    whose = p.heads[p.heads[body]]
    people = p.lemmas[noun] in words("office_nouns") or p.lemmas[noun] in ("member", "founder", "deputy")
    return people and p.lemmas[body] in words("bodies_of_people") and whose in coordinated(p, noun)


def _attack_on(p: Parsed, verb: int, noun: int) -> int | None:
    """The attack that kills, where the clause hangs on what is attacked: "bombings at embassies in Chad and Mali, which killed ten"."""
    for _ in range(CLIMB if p.lemmas[verb] in words("harm_verbs") and is_verb(p, verb) else 0):
        if any(e.type == "ASSAULT" for e in lexicon().nouns.get(p.lemmas[noun], ())):
            return noun
        link = p.heads[noun]
        if p.deps[noun] == "pobj" and p.lower[link] in ("at", "on", "in", "against", "near", "of", "outside"):
            noun = p.heads[link]
        elif p.deps[noun] == "conj":
            noun = link
        else:
            return None
    return None


def described(p: Parsed, verb: int, noun: int) -> list[int]:
    """The nouns that a relative clause describes, by its antecedent: with a plural verb the whole row, "two men and a boy who were"."""
    if _form(p, verb) in _SINGULAR:
        return [noun]
    while p.deps[noun] == "conj" and p.tags[noun] in ("NN", "NNP") and _is_plural(p, verb) and not is_verb(p, p.heads[noun]):
        noun = p.heads[noun]
    return coordinated(p, noun)


def row_of(p: Parsed, noun: int) -> list[int]:
    """All nouns of the row that a noun stands in, wherever in it: "Rey, Fox and Lee"."""
    while p.deps[noun] == "conj" and p.tags[noun][:2] == "NN" and not is_verb(p, p.heads[noun]):
        noun = p.heads[noun]
    return coordinated(p, noun)


def _form(p: Parsed, verb: int) -> str:
    """The first of a verb and its auxiliaries."""
    return p.lower[min((c for c in p.children[verb] if p.deps[c] in ("aux", "auxpass")), default=verb)]


def _is_plural(p: Parsed, verb: int) -> bool:
    """Whether the first form of a verb and its auxiliaries tells that several do it."""
    return _form(p, verb) in ("are", "were", "have", "do") or (p.tags[verb] == "VBP" and _form(p, verb) == p.lower[verb])


def owner_of(p: Parsed, noun: int) -> int | None:
    """The noun whose something is by a relative clause: "Chad" of the "army" in "Chad, whose army shelled the town"; None elsewhere."""
    whose = next((c for c in p.children[noun] if p.tags[c] == "WP$"), None)
    verb = next((t for t in p.ancestors(noun) if is_verb(p, t)), None) if whose is not None else None
    if whose is None or verb is None:
        return None
    found = antecedent(p, verb, whose)
    return found if found != verb else None


def of_the_first(p: Parsed, verb: int) -> int | None:
    """The "is" or "became" of what somebody is the first, last or only one to do, for its infinitive; None elsewhere.

    >>> from memcon.reading.parse.parsing import parser
    >>> p = parser().parse("Rey is the first African leader to visit Chad.")
    >>> of_the_first(p, p.words.index("visit"))
    1
    """
    noun = p.heads[verb]
    if p.tags[verb] != "VB" or p.deps[verb] not in ("relcl", "acl") or p.deps[noun] != "attr":
        return None
    ranked = any(p.lemmas[c] in RANKS and p.deps[c] in ("amod", "nummod") for c in p.children[noun]) or p.lemmas[noun] in RANKS
    above = p.heads[noun]
    return above if ranked and p.lemmas[above] in ("be", "become") and child(p, above, *SUBJECTS) is not None else None


RANKS = ("first", "second", "third", "last", "only", "latest")


def counted_of(p: Parsed, token: int) -> int | None:
    """The relative pronoun in words for some of those just named: "whom" in "three of whom"."""
    of = child(p, token, "prep") if p.tags[token] in ("CD", "DT", "JJ", "JJS", "NN") else None
    held = child(p, of, "pobj") if of is not None and p.lower[of] == "of" else None
    return held if held is not None and p.lower[held] in ("whom", "which") else None


def has_relative_subject(p: Parsed, verb: int) -> bool:
    """Whether "who" or "which" is the subject of a verb: "rebels, which in turn blamed the army"."""
    pronoun = child(p, verb, "nsubj")
    return p.deps[verb] == "relcl" and pronoun is not None and p.tags[pronoun] in ("WDT", "WP")


def fronted(p: Parsed, verb: int) -> int | None:
    """A relative pronoun before another subject, which the parser takes for one too: "the man who police say troops arrested"."""
    both = [c for c in p.children[verb] if p.deps[c] in SUBJECTS]
    if len(both) < 2 or not p.tags[both[0]].startswith("W") or child(p, verb, "dobj") is not None:
        return None
    return both[0]


def called(p: Parsed, verb: int) -> int | None:
    """Whom a verb befalls by what somebody calls it behind "what": "struck what it described as rebel camps", "what they say is a depot".

    >>> from memcon.reading.parse.parsing import parser
    >>> p = parser().parse("Chad struck what it described as rebel camps.")
    >>> p.words[called(p, 1)]
    'camps'
    """
    calls = next((c for c in p.children[verb] if p.deps[c] == "ccomp" and p.lemmas[c] in words("naming_verbs")), None)
    if calls is None or not any(p.lower[c] == "what" and c < calls for c in p.children[calls]):
        return None
    link = next((c for c in p.children[calls] if p.lower[c] == "as" and c > calls), None)
    return child(p, calls, "oprd") if link is None else child(p, link, "pobj")


def _office_of(p: Parsed, place: int) -> int | None:
    """The noun for a person that a place's name stands below: "minister" in "minister of foreign affairs of Peru"."""
    at = place
    for _ in range(CLIMB):
        if p.deps[at] != "pobj" or p.lower[p.heads[at]] not in ("of", "for", "to"):
            break
        at = p.heads[p.heads[at]]
    return at if at != place and p.lemmas[at] in words("office_nouns") else None


def told_apart(p: Parsed, noun: int, *labels: str) -> bool:
    """Whether what hangs on a noun by these labels tells which one is meant: a clause does behind it, and none behind a comma.

    What somebody is accused of does not: "accused the firm of fraud".

    >>> from memcon.reading.parse.parsing import parser
    >>> told_apart(parser().parse("The men who shot Rey fled."), 1, "relcl")
    True
    >>> told_apart(parser().parse("The men, who shot Rey, fled."), 1, "relcl")
    False
    """
    behind = [c for c in p.children[noun] if p.deps[c] in labels]
    aside = (c for c in behind if p.deps[c] in ("relcl", "acl") and p.words[noun + 1] == ",")
    return len(behind) > len([*aside, *(c for c in behind if is_charge(p, c))])


def is_charge(p: Parsed, link: int) -> bool:
    """Whether a preposition tells what somebody is accused of, robbed of or thanked for, though it hangs on the word for who that is.

    >>> from memcon.reading.parse.parsing import parser
    >>> p = parser().parse("Chad accused the head of the firm.")
    >>> is_charge(p, 4)
    False
    """
    if p.deps[link] != "prep":
        return False
    charged = p.lemmas[p.heads[p.heads[link]]] in _CHARGING and p.deps[p.heads[link]] in ("dobj", "nsubjpass")
    held = [g for g in p.children[link] if p.deps[g] == "pobj"]
    deed = charged and any(p.tags[g] == "NN" and all(p.deps[c] not in ("det", "poss") for c in p.children[g]) for g in held)
    return deed or any(p.deps[g] == "pcomp" for g in p.children[link])


_CHARGING = frozenset("accuse suspect convict acquit clear rob strip deprive".split())
