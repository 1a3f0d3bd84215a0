"""How much each mention of a person speaks for being meant by "he" or "she".

Weights by grammatical role and distance after Lappin and Leass (1994, Computational Linguistics 20:535-561); parallel roles after
Kameyama (1986) and Webster et al. (2018, TACL 6:605-617), who find that parallelism is the strongest simple cue; pronouns before
their noun only in what stands before a subject above them (Reinhart 1983).
"""

from __future__ import annotations

from memcon.ontology.cues import is_saying
from memcon.ontology.words import words

from ..grammar.dependents import is_verb
from ..grammar.parsed import Parsed
from ..grammar.syntax import clause, grammatical_subject, main_subject
from .binding import SUBJECTS, in_row_before, is_possessive, responded_to

SENTENCES_BACK = 4
DECAY = 0.55  # from one sentence to the next
_ROLES = {"nsubj": 1.0, "nsubjpass": 1.0, "ROOT": 0.7, "dobj": 0.75, "dative": 0.7, "pobj": 0.55, "poss": 0.5, "appos": 0.6, "attr": 0.5}
_REST = 0.35
INSIDE = 0.2  # a name before a noun: "the Bennett plan"
LOWER = 0.92  # the subject of a clause below
NOUN = 0.8
PARALLEL_SUBJECT = 0.35
PARALLEL_OBJECT = 0.25
SAME = 0.3  # the pronoun's own sentence
OWN_SUBJECT = 0.5  # "his" and the subject of its clause
ABOVE = 0.2  # a subject above the pronoun
DIRECTLY = 0.5  # the subject of the verb that the pronoun's clause hangs on: "said that Rey left before he was shot"
RELATIVE = 0.6
OF_DEED = 1.4
ANSWERED = 1.0  # whose deed a verb answers: "Lee thanked Rey for his help"
FRONTED = 1.7
IN_ROW = 1.0  # who stands in one row with what is owned: "Lee met Rey and his wife"
TAG = 0.5
OF_SUBJECT = 0.7
JUST_BEFORE = 0.4  # the subject of the sentence before, of the subject of the next
TAKEN = 1.0  # who was taken, of one who is let go
INDEFINITE = 0.6
NEAR = 40
BESIDE = 8  # so near at most is who says what the pronoun tells, however long the clauses between: "Lee, who ..., said she would"
GOES_ON = 0.8  # the subject of the sentence before words that "he said" stands behind
_TAKING = frozenset("abduct arrest capture detain hold imprison jail kidnap nab seize take".split())
_LETTING_GO = frozenset("free let release rescue swap trade".split())
_DEEDS = frozenset("address appearance interview meeting remark speech stint talk tenure testimony".split())


def role(p: Parsed, token: int) -> float:
    """The weight of a mention's place in its clause."""
    label = p.deps[token]
    hops = 0
    while label == "conj" and hops < 4 and p.heads[token] != token:
        token, hops = p.heads[token], hops + 1
        label = p.deps[token]
    if label in ("compound", "amod", "nmod"):
        return INSIDE
    if label == "appos" and p.deps[p.heads[token]] in (*SUBJECTS, "attr"):  # "the go-between was a Chadian, Bo Rey"
        return 0.9
    if label == "poss" and p.deps[p.heads[token]] in SUBJECTS:
        return OF_SUBJECT
    weight = _ROLES.get(label, _REST)
    if label == "pobj" and p.deps[p.heads[token]] == "agent":
        weight = 0.7
    if label in SUBJECTS and not _main(p, p.heads[token]):
        weight = LOWER
    return weight * (0.9 if hops else 1.0)


def _main(p: Parsed, verb: int) -> bool:
    return p.deps[verb] in ("ROOT", "conj", "ccomp", "parataxis")


def fronted(p: Parsed, token: int) -> bool:
    """Whether the token stands before the subject of its sentence's main clause, in a phrase or clause of its own.

    >>> from memcon.reading.parse.parsing import parser
    >>> p = parser().parse("After his speech, Bennett left.")
    >>> fronted(p, 1), fronted(p, 4)
    (True, False)
    """
    subjects = main_subject(p, token)
    return bool(subjects) and token < min(p.edges[s][0] for s in subjects)


def weigh(p: Parsed, pronoun: int, mention: int, form: str) -> float | None:
    """The weight of one mention for one pronoun; None where the mention stands too far back or after it."""
    back = p.sentence_of[pronoun] - p.sentence_of[mention]
    if not 0 <= back <= SENTENCES_BACK:
        return None
    if mention > pronoun:
        return FRONTED if form == "name" and _before_its_subject(p, pronoun, mention) and not _is_owned(p, pronoun) else None
    weight = role(p, mention)
    held = p.heads[mention] if p.deps[mention] == "appos" and p.deps[p.heads[mention]] in SUBJECTS else mention  # "the envoy, Bo Rey, left"
    subject = p.deps[held] in SUBJECTS
    indefinite = any(p.lower[c] in ("a", "an", "one") for c in p.children[mention])
    if (form == "noun" or indefinite) and _says_what_one_is(p, mention, form):
        return None
    if form == "noun":
        weight *= INDEFINITE if indefinite else NOUN
    if p.deps[pronoun] in SUBJECTS and subject:
        weight += PARALLEL_SUBJECT
    elif p.deps[pronoun] in ("dobj", "dative", "pobj") and p.deps[mention] in ("dobj", "dative", "pobj"):
        weight += PARALLEL_OBJECT
    if _was_taken(p, pronoun, mention):
        weight += TAKEN
    if back:
        more = 0.0
        if back == 1 and form == "name":
            speaks = subject and _speaks_on(p, pronoun, mention)
            more = max(GOES_ON * speaks, JUST_BEFORE * _goes_on(p, pronoun, mention))
        return float(weight * DECAY**back) + more
    says = subject and p.deps[pronoun] in SUBJECTS and _says(p, pronoun, mention)
    weight += SAME - min(pronoun - mention, BESIDE if says else NEAR) / NEAR
    if is_possessive(p, pronoun):
        if mention in grammatical_subject(p, clause(p, pronoun)):
            weight += OWN_SUBJECT
        if responded_to(p, pronoun, mention):
            weight += ANSWERED
        if in_row_before(p, pronoun, mention):
            weight += IN_ROW
    elif subject and any(v == p.heads[held] for v in p.ancestors(pronoun)):
        weight += ABOVE
        own = clause(p, pronoun)
        if p.deps[own] == "advcl" and p.heads[own] == p.heads[held]:
            weight += DIRECTLY
    if _of_relative(p, pronoun, mention):
        weight += RELATIVE
    if _of_deed(p, pronoun, mention):
        weight += OF_DEED
    if _tag(p, pronoun) != _tag(p, mention):
        weight *= TAG
    return weight


def _speaks_on(p: Parsed, pronoun: int, mention: int) -> bool:
    """Whether "he said" stands behind words in a sentence behind one whose main subject somebody is: "Rey denied it. "I left," he said"."""
    main = p.deps[p.heads[mention]] == "ROOT" or p.heads[p.heads[mention]] == p.heads[mention]
    return main and p.deps[pronoun] in SUBJECTS and _tag(p, pronoun) >= 0 and _tag(p, mention) < 0


def _goes_on(p: Parsed, pronoun: int, mention: int) -> bool:
    """Whether both are subjects of their sentences' main clauses: "Rey, a spokesman, said no. He suggested talks"."""
    subjects = (pronoun, p.heads[mention] if p.deps[mention] == "appos" else mention)
    return all(p.deps[t] in SUBJECTS and p.heads[p.heads[t]] == p.heads[t] for t in subjects)


def _says(p: Parsed, pronoun: int, mention: int) -> bool:
    """Whether a pronoun begins what somebody says: "Lee, who met Rey, said she would leave"."""
    told = p.heads[pronoun]
    return p.deps[told] == "ccomp" and p.heads[told] == p.heads[mention] and is_saying(p.lemmas[p.heads[told]])


def _says_what_one_is(p: Parsed, mention: int, form: str) -> bool:
    """Whether words say what somebody is and not who: "Du Xi was an adviser", "As a Catholic, he said"."""
    if p.deps[mention] == "pobj":
        return p.lower[p.heads[mention]] in ("as", "while")
    return form == "noun" and p.deps[mention] == "attr"


def _before_its_subject(p: Parsed, pronoun: int, mention: int) -> bool:
    """Whether a pronoun stands in what comes before the subject of a clause above it: "after his meeting, Bennett ..."."""
    if fronted(p, pronoun) and mention in main_subject(p, pronoun):
        return True
    below = pronoun
    for at in p.ancestors(pronoun):
        if is_verb(p, at) and p.deps[mention] in SUBJECTS and p.heads[mention] == at and p.deps[below] in ("prep", "advcl", "npadvmod"):
            return p.edges[below][1] <= mention
        below = at
    return False


def _is_owned(p: Parsed, pronoun: int) -> bool:
    """Whether "his" stands behind a name that is the subject of its own clause: "as Ivan Rey ended his trip, Bennett left"."""
    own = grammatical_subject(p, clause(p, pronoun)) if is_possessive(p, pronoun) else []
    return any(s < pronoun and p.tags[s] == "NNP" and p.labels[s] in ("PERSON", "") and pronoun not in p.subtree(s) for s in own)


def _tag(p: Parsed, token: int) -> int:
    return next((n for n, (a, b) in enumerate(p.speech_tags) if a <= token < b), -1)


def _of_relative(p: Parsed, pronoun: int, mention: int) -> bool:
    """Whether the pronoun stands in a relative clause or participle that describes the mention: "Bennett, who lost his seat"."""
    at = pronoun
    for above in p.ancestors(pronoun):
        if above == mention:
            return p.deps[at] in ("relcl", "acl")
        at = above
    return False


def _of_deed(p: Parsed, pronoun: int, mention: int) -> bool:
    """Whether the pronoun is the subject of what is told of a deed of the mention's: "Ann Rey's visit to Chad in which she met rebels"."""
    deed = p.heads[mention]
    if p.deps[mention] != "poss" or p.deps[pronoun] not in SUBJECTS or p.lemmas[deed] not in words("journeys") | _DEEDS:
        return False
    verb = p.heads[pronoun]
    return p.deps[verb] == "relcl" and deed in p.ancestors(verb) and mention < pronoun


def _was_taken(p: Parsed, pronoun: int, mention: int) -> bool:
    """Whether somebody was taken of whom a pronoun may tell that he was let go: "rebels seized a teacher; he was freed"."""
    freed = p.deps[pronoun] in ("nsubjpass", "dobj") and p.lemmas[p.heads[pronoun]] in _LETTING_GO
    return freed and p.deps[mention] in ("dobj", "nsubjpass") and p.lemmas[p.heads[mention]] in _TAKING
