"""Where a pronoun cannot point: the syntax of "he", "him", "his", "himself".

Chomsky's binding conditions as Lappin and Leass (1994, Computational Linguistics 20:535-561, section 2.1) cast them for a parser: an
object pronoun is no argument of its own verb, a subject pronoun is nobody named below it, a possessor is not what is possessed.
"""

from __future__ import annotations

from memcon.ontology.words import words

from ..grammar.dependents import child, coordinated, is_verb
from ..grammar.parsed import Parsed
from ..grammar.syntax import agents, clause, grammatical_subject, is_passive
from .genders import noun_gender

REFLEXIVES = frozenset("himself herself itself themselves".split())
SUBJECTS = ("nsubj", "nsubjpass")
_OBJECTS = ("dobj", "dative", "iobj", "nsubjpass", "oprd")
# Behind these the subject of the clause may well be meant: "she took her daughter with her".
_LOCAL = frozenset("with around behind before after beside above below near between among without".split())
# Who does one of these "with him" does it with another.
_CONTACTS = frozenset("discuss exchange hold raise review share".split())
_WORDS_GIVEN = frozenset("promise pledge word commitment vow undertaking obligation".split())
# Behind which links what is told of an answering verb's object is the object's own.
_ANSWERS = dict.fromkeys(("for", "over", "about", "on"), "judging_verbs") | dict.fromkeys(("in", "with"), "helping_verbs")
_DEATHS = frozenset("assassination beheading burial death execution funeral hanging killing lynching murder slaying".split())
_INTO = frozenset("about by for into of on over".split())
# Whoever does one of these to a death does it to the own one.
_OF_ONES_OWN = frozenset("await die face fake fear find foresee meet plan predict stage survive".split())
_COPULAS = frozenset(("be", "become", "remain"))


def is_possessive(p: Parsed, token: int) -> bool:
    """Whether a pronoun stands for a possessor ("his", "her book")."""
    return p.tags[token] == "PRP$" or p.deps[token] == "poss"


def barred(p: Parsed, pronoun: int) -> frozenset[int]:
    """The tokens of the pronoun's sentence whose parties it cannot speak of.

    >>> from memcon.reading.parse.parsing import parser
    >>> p = parser().parse("Scholz met Macron before Draghi called him.")
    >>> sorted(p.words[i] for i in barred(p, p.words.index("him")))
    ['Draghi']
    """
    verb = clause(p, pronoun)
    found: set[int] = set()
    if is_possessive(p, pronoun):
        found |= _possessed(p, pronoun, verb)
    elif p.lower[pronoun] not in REFLEXIVES:
        found |= _arguments(p, pronoun, verb) | _leaders(p, pronoun, verb)
    if p.deps[pronoun] in SUBJECTS:
        found |= {t for t in p.subtree(verb) if t > pronoun}
        if p.deps[verb] == "relcl" and p.heads[pronoun] == verb and not any(p.tags[t] == "WP$" for t in p.subtree(verb)):
            found |= set(coordinated(p, p.heads[verb]))  # "the man he had attacked"
        found |= accusers(p, verb)
    found.discard(pronoun)
    return frozenset(found)


def accusers(p: Parsed, verb: int) -> set[int]:
    """Whose accusation the clause of a verb tells.

    >>> from memcon.reading.parse.parsing import parser
    >>> p = parser().parse("Togo rejected allegations by Chad that it had bombed a camp.")
    >>> [p.words[t] for t in accusers(p, 8)]
    ['Chad']
    """
    noun = p.heads[verb]
    if (
        p.deps[verb] not in ("acl", "ccomp", "relcl")
        or p.lemmas[noun] not in words("accusations") | {"complaint"}
        or child(p, verb, "mark") is None
    ):
        return set()
    links = [c for c in p.children[noun] if p.deps[c] in ("prep", "agent") and p.lower[c] in ("by", "from")]
    return {t for c in links if (held := child(p, c, "pobj")) is not None for t in coordinated(p, held)}


def _leaders(p: Parsed, pronoun: int, verb: int) -> set[int]:
    """Who leads those who do something to somebody, and so is not that one: "a delegation led by Rey talked with her"."""
    subjects = grammatical_subject(p, verb) if is_verb(p, verb) and p.deps[pronoun] not in SUBJECTS else []
    led = [c for s in subjects for c in p.children[s] if p.deps[c] in ("acl", "relcl") and p.lemmas[c] in ("lead", "head", "chair")]
    return {t for c in led for by in agents(p, c) for t in coordinated(p, by)}


def _arguments(p: Parsed, pronoun: int, verb: int) -> set[int]:
    """The other arguments of the pronoun's verb, and what the pronoun's own phrase is part of."""
    found: set[int] = set()
    at, preposition = pronoun, ""
    while at != verb and p.heads[at] != at:
        at = p.heads[at]
        if p.tags[at] in ("IN", "TO", "RP"):
            preposition = p.lower[at]
        elif p.tags[at].startswith("N"):
            return {at}  # "a picture of him": only not the picture
    with_whom = preposition == "with" and (child(p, verb, "dobj") is None or p.lemmas[verb] in _CONTACTS)
    if not is_verb(p, verb) or (preposition in _LOCAL and not with_whom):
        return found
    if p.deps[pronoun] not in SUBJECTS:
        found |= set(grammatical_subject(p, verb))
    for c in p.children[verb]:
        if p.deps[c] in _OBJECTS or (p.deps[c] in SUBJECTS and p.deps[pronoun] not in SUBJECTS):
            found |= set(coordinated(p, c))
        elif p.deps[c] in ("prep", "agent") and (p.deps[pronoun] in (*SUBJECTS, *_OBJECTS)) and c > pronoun:
            held = child(p, c, "pobj")
            if held is not None:
                found |= set(coordinated(p, held))
        elif p.deps[c] == "attr":
            found.add(c)
    return found


def _possessed(p: Parsed, pronoun: int, verb: int) -> set[int]:
    """The noun possessed, what it is in apposition to, and of whom it is predicated ("X is his friend")."""
    found: set[int] = set()
    at = pronoun
    while p.heads[at] != at and not is_verb(p, p.heads[at]):
        at = p.heads[at]
        if p.tags[at] in ("IN", "TO"):
            break
        found |= {at, *(c for c in p.children[at] if p.deps[c] in ("appos", "compound"))}
        if p.deps[at] in ("conj", "poss"):
            break
        if p.deps[at] == "appos":
            found.add(p.heads[at])
            break
    possessed = p.heads[pronoun]
    own = any(p.lower[c] == "own" for c in p.children[possessed])
    at_ones_behest = p.lemmas[possessed] in words("behest") and p.deps[possessed] == "pobj" and p.lower[p.heads[possessed]] == "at"
    if _outlives(p, possessed, verb) or (at_ones_behest and not is_passive(p, verb)):  # "Rey received the envoy at his request"
        found |= {t for s in grammatical_subject(p, verb) for t in (s, *(c for c in p.children[s] if p.deps[c] == "appos"))}
    if p.deps[possessed] == "attr" and p.lemmas[verb] in _COPULAS and not own and _is_person(p, possessed):
        found |= set(grammatical_subject(p, verb))
    return found


def _outlives(p: Parsed, noun: int, verb: int) -> bool:
    """Whether a verb tells what somebody says or does about a death, which is another's: "mourned his death", "a probe into his murder"."""
    if p.lemmas[noun] not in _DEATHS or p.lemmas[verb] in _OF_ONES_OWN:
        return False
    return p.deps[noun] == "dobj" or (p.deps[noun] == "pobj" and p.lower[p.heads[noun]] in _INTO)


def _is_person(p: Parsed, noun: int) -> bool:
    word = p.lemmas[noun]
    return (
        bool(noun_gender(word))
        or word.endswith(("er", "or", "ist", "ant", "friend", "ate"))
        or word in ("child", "ally", "spouse", "cousin")
    )


def responded_to(p: Parsed, possessive: int, token: int) -> bool:
    """Whether a verb answers what its object did, and a possessive says whose deed that was: "Peru condemned Togo over its attack".

    Deeds are nouns: "accused Togo of violating its borders" leaves open whose borders. A word is broken by who gave it: "accused Togo of
    breaking its promise".

    >>> from memcon.reading.parse.parsing import parser
    >>> p = parser().parse("Peru condemned Togo over its attack.")
    >>> responded_to(p, 4, 2), responded_to(p, 4, 0)
    (True, False)
    """
    held = p.heads[possessive]
    link = p.heads[held]
    if p.lemmas[held] in _WORDS_GIVEN and p.deps[held] == "dobj" and p.deps[link] == "pcomp" and p.tags[link] == "VBG":
        return p.deps[token] == "dobj" and p.heads[token] == p.heads[p.heads[link]] and token < link
    verb = p.heads[link]
    if p.deps[p.heads[possessive]] != "pobj" or p.deps[token] != "dobj" or p.heads[token] != verb or not token < link:
        return False
    name = _ANSWERS.get(p.lower[link])
    return name is not None and p.lemmas[verb] in words(name)


def within_participle(p: Parsed, possessive: int, token: int) -> bool:
    """Whether a possessive and a noun before it stand behind one participle: "sanctions imposed on Togo after its attack"."""
    verb = clause(p, possessive)
    return p.deps[verb] == "acl" and p.tags[verb] == "VBN" and verb < token < possessive and clause(p, token) == verb


def in_row_before(p: Parsed, possessive: int, token: int) -> bool:
    """Whether a token stands in one row with what a possessive owns, right before it: "Rey met Fox and his wife" is Fox's.

    >>> from memcon.reading.parse.parsing import parser
    >>> p = parser().parse("Rey met Fox and his wife.")
    >>> in_row_before(p, 4, 2), in_row_before(p, 4, 0)
    (True, False)
    """
    held = p.heads[possessive]
    return p.tags[possessive] == "PRP$" and p.deps[held] == "conj" and p.heads[held] == token and p.tags[token].startswith("N")


_ABOVE = 0.3


def for_clause_above(p: Parsed, pronoun: int, mention: int) -> float:
    """How much speaks for a mention in the clause right above that of a pronoun that begins it: "Lee sanctioned Chad after it attacked".

    >>> from memcon.reading.parse.parsing import parser
    >>> p = parser().parse("Lee said that Rey sanctioned Chad after it attacked Mali.")
    >>> [p.words[t] for t in range(len(p)) if p.tags[t] == "NNP" and for_clause_above(p, p.words.index("it"), t)]
    ['Rey', 'Chad']
    """
    verb = p.heads[pronoun]
    if p.deps[pronoun] not in ("nsubj", "nsubjpass") or p.deps[verb] != "advcl" or not mention < pronoun:
        return 0.0
    return _ABOVE if clause(p, mention) == clause(p, p.heads[verb]) else 0.0
