"""Questions to a parse: who is the deep subject, what is the object, what stands behind which preposition.

Passives, relative clauses, participles, control and coordination are undone here, so that the steps above ask for slots and not for
labels. All functions take and give token numbers.
"""

from __future__ import annotations

from memcon.ontology.words import words

from .controllers import controller, whose_undertaking
from .dependents import CLIMB, SUBJECTS, child, coordinated, gapped, is_verb
from .parsed import Parsed, remembered
from .relative_clauses import antecedent, called, counted_of, described, fronted, of_the_first, row_of
from .resolutions import body_of_clause

_ALONE = frozenset(("protest", "react", "respond", "retaliate"))  # "protested and recalled its envoy"
_RELATIVE = frozenset("who which that whom".split())
# Clauses that carry no subject of their own take that of the clause above them.
_SUBJECTLESS = ("xcomp", "advcl", "conj", "ccomp", "pcomp", "parataxis", "dep", "acomp", "oprd")


def is_passive(p: Parsed, verb: int) -> bool:
    """Whether a verb form is passive, reduced relatives ("the man killed by ...") included."""
    if any(p.deps[c] in ("nsubjpass", "auxpass") for c in p.children[verb]):
        return True
    if p.tags[verb] in ("VBN", "VBD") and p.deps[verb] == "ccomp" and p.lemmas[p.heads[verb]] in _WANTING:
        marked = any(p.deps[c] in ("mark", "aux", "dobj") for c in p.children[verb])
        return not marked and child(p, verb, "nsubj") is not None  # "ordered Rey held without bail"
    if p.tags[verb] != "VBN" or any(p.deps[c] == "aux" for c in p.children[verb]):
        return False
    if p.deps[verb] in ("acl", "amod"):
        return True
    if p.deps[verb] == "advcl" and child(p, verb, "nsubj") is not None:  # "two men, both of them accused of spying, were freed"
        return child(p, verb, "dobj") is None
    above = p.heads[verb]
    if p.deps[verb] == "conj" and child(p, verb, "nsubj") is not None:  # "two men were killed and six arrested"
        return child(p, verb, "dobj") is None and is_verb(p, above) and child(p, above, "auxpass") is not None
    if p.deps[verb] in ("conj", "advcl") and child(p, verb, *SUBJECTS) is None:
        return p.deps[verb] == "advcl" or (is_verb(p, above) and is_passive(p, above))
    return False


_WANTING = frozenset(("order", "want", "request"))
# Whose object does not do what the infinitive behind it tells: "promised him to come", "telephoned her to tell her".
_OWN_AIM = frozenset("promise threaten vow meet telephone phone ring visit contact receive".split())


@remembered
def grammatical_subject(p: Parsed, verb: int) -> list[int]:
    """The surface subject, own or inherited, with all that is coordinated with it."""
    at = verb
    for _ in range(CLIMB):
        own = next((c for c in p.children[at] if p.deps[c] in SUBJECTS and c != fronted(p, at)), None)
        if own is None:  # "The Emirates had earlier invited him", with the subject hung on the auxiliary
            own = next((s for c in p.children[at] if p.deps[c] == "aux" and (s := child(p, c, *SUBJECTS)) is not None), None)
        if own is not None:
            if p.lower[own] in _RELATIVE and p.tags[own].startswith("W"):
                noun = antecedent(p, at, own)
                return described(p, at, noun) if noun != at else []
            if (of_whom := counted_of(p, own)) is not None:
                noun = antecedent(p, at, of_whom)
                every = p.lower[own] in ("all", "both")  # "Rey and Fox, both of whom left"
                return (row_of(p, noun) if every else [noun]) if noun != at else []
            return [*coordinated(p, own), *_gapped(p, at)]
        label, head = p.deps[at], p.heads[at]
        if head == at:
            return body_of_clause(p, at)
        if label == "acl" and p.tags[at] == "VB" and p.lemmas[head] in words("own_undertakings"):
            above, owners = p.heads[head], whose_undertaking(p, head)
            if owners is not None:
                return owners
            return grammatical_subject(p, above) if p.deps[head] == "dobj" and is_verb(p, above) and not is_passive(p, above) else []
        if label in ("acl", "relcl") and (first := of_the_first(p, at)) is not None:
            at = first
            continue
        if label in ("acl", "relcl") and (raised := _raising(p, at)) is not None:
            at = raised
            continue
        if label == "acl" and (uttered := _uttering(p, at)) is not None:
            return subject(p, uttered)
        if label in ("acl", "relcl"):
            return [] if label == "relcl" or p.tags[at] in ("VB", "TO") else coordinated(p, head)
        if label == "amod":
            return [head]
        if label == "xcomp" or (label == "ccomp" and p.tags[at] == "VB") or (label == "advcl" and _is_sent(p, at, head)):
            held = child(p, head, "dobj", "dative")
            told_to = p.tags[at] != "VBN" or any(p.tags[c] == "TO" for c in p.children[at])  # "ordered three men to be held"
            if held is not None and told_to and p.lemmas[head] not in _OWN_AIM:
                whom = antecedent(p, head, held) if p.tags[held].startswith("W") and p.lower[held] in _RELATIVE else held
                return coordinated(p, whom)  # "the envoy whom Chad sent to mediate"
            if is_passive(p, head):
                return grammatical_subject(p, head)
        if (
            label == "advcl"
            and p.tags[at] == "VBG"
            and p.lemmas[at] in words("harm_verbs")
            and (is_passive(p, head) or _comes_under(p, head))
        ):
            return agents(p, head)  # "was hit by a rocket, killing two"
        if label not in _SUBJECTLESS and label != "prep":
            return []
        at = head
        if label == "pcomp":  # "before meeting Putin, Bennett flew": up through the preposition
            at = p.heads[head]
            if (done_to := controller(p, at, p.lower[head])) is not None:
                return coordinated(p, done_to)
            if p.lemmas[at] in words("own_aims"):  # "its interest in meeting him", "has plans for meeting him"
                owner = child(p, at, "poss")
                if owner is not None:
                    return coordinated(p, owner)
                at = p.heads[at] if p.deps[at] == "dobj" else at
            if not (is_verb(p, at) or p.tags[at] == "MD"):
                return []
    return []


def _is_sent(p: Parsed, verb: int, sending: int) -> bool:
    """Whether who is sent does it for himself: "sent Rey to meet her", not "sent teams to build a hospital"."""
    held = child(p, sending, "dobj")
    if held is None or p.tags[verb] != "VB" or p.lemmas[sending] not in words("sending_verbs"):
        return False
    return p.tags[held] == "NNP" or p.lower[held] == "whom" or p.lemmas[held] in words("office_nouns")


def _comes_under(p: Parsed, verb: int) -> bool:
    """Whether a verb tells that its subject is shot at: "a convoy came under fire, killing two"."""
    return p.lemmas[verb] == "come" and any(p.lemmas[n] in words("raids") | {"fire"} for n in prepositional(p, verb, "under"))


def _raising(p: Parsed, verb: int) -> int | None:
    """The verb by which somebody gets those who are to do something: "assembled a force to round up migrants"."""
    noun = p.heads[verb]
    above = p.heads[noun]
    to = p.tags[verb] == "VB" and any(p.tags[c] == "TO" for c in p.children[verb]) and p.deps[noun] == "dobj"
    return above if to and p.lemmas[above] in words("raising_verbs") and is_verb(p, above) else None


def _uttering(p: Parsed, verb: int) -> int | None:
    """The verb by which somebody gives out the text that does something: "issued a statement vowing", "a resolution was passed urging"."""
    noun = p.heads[verb]
    above = p.heads[noun]
    text = p.tags[verb] == "VBG" and p.lemmas[noun] in words("texts") | words("documents") and p.deps[noun] in ("dobj", "nsubjpass")
    return above if text and is_verb(p, above) and p.lemmas[above] in words("uttering_verbs") else None


def _gapped(p: Parsed, verb: int) -> list[int]:
    """Those who do the same to others, in a clause that leaves out the verb: "Mali expelled two envoys and Niger three"."""
    objects_told = [c for c in p.children[verb] if p.deps[c] in ("dobj", "dative", "prep")]
    near = [verb, *objects_told, *(g for c in objects_told for g in p.children[c] if p.deps[g] == "pobj")]
    return [c for at in near for c in p.children[at] if gapped(p, c)]


@remembered
def subject(p: Parsed, verb: int) -> list[int]:
    """Who does it: the subject of an active form, the "by" phrase of a passive."""
    if is_passive(p, verb):
        return agents(p, verb)
    return grammatical_subject(p, verb)


def agents(p: Parsed, verb: int) -> list[int]:
    """The nouns of a passive's "by" phrase."""
    for c in p.children[verb]:
        if p.deps[c] == "agent" or (p.deps[c] == "prep" and p.lower[c] == "by"):
            held = child(p, c, "pobj")
            if held is not None:
                return [*coordinated(p, held), *_by_too(p, held)]
    return []


def _by_too(p: Parsed, held: int) -> list[int]:
    """The nouns of a second "by" phrase, wherever the parser hung it: "by the church and by Ann Lee"."""
    end = p.edges[held][1]
    if end + 2 < len(p) and [w.lower() for w in p.words[end : end + 2]] == ["and", "by"] and p.heads[end + 1] != held:
        other = child(p, end + 1, "pobj")
        return coordinated(p, other) if other is not None else []
    return []


@remembered
def objects(p: Parsed, verb: int) -> list[int]:
    """To whom it is done: the direct object, or the subject of a passive."""
    if is_passive(p, verb):
        return grammatical_subject(p, verb)
    own = child(p, verb, "dobj")
    own = fronted(p, verb) if own is None else own
    if own is None and (what := called(p, verb)) is not None:
        return coordinated(p, what)
    if own is not None and p.tags[own].startswith("W"):  # "the man whom troops arrested"
        noun = antecedent(p, verb, own)
        return coordinated(p, noun) if noun != verb else []
    if own is not None:
        return coordinated(p, own)
    if p.deps[verb] == "relcl":  # "the man whom they met", "the man they met"
        who = child(p, verb, *SUBJECTS)
        if who is not None and not p.tags[who].startswith("W") and child(p, verb, "prep") is None:
            return [p.heads[verb]]
    twin = child(p, verb, "conj")  # "supports and wants X"
    if twin is not None and twin - verb <= 2 and is_verb(p, twin) and p.lemmas[verb] not in _ALONE:
        return objects(p, twin)
    small = child(p, verb, "ccomp", "xcomp")  # "urged Israel to stop", parsed as a clause with its own subject
    if small is not None:
        held = child(p, small, "nsubj")
        if held is not None and p.tags[small] in ("VB", "VBG") and child(p, small, "mark") is None:
            return coordinated(p, held)
    return []


def prepositional(p: Parsed, token: int, word: str) -> list[int]:
    """The nouns behind a preposition that hangs on the token: "with France and Germany"."""
    found: list[int] = []
    for c in p.children[token]:
        if word == "for" and is_verb(p, c) and any(p.deps[g] == "mark" and p.lower[g] == "for" for g in p.children[c]):
            who = child(p, c, *SUBJECTS)  # "calls for X to accept"
            found += coordinated(p, who) if who is not None else []
        if p.deps[c] in ("prep", "dative", "agent", "prt") and p.lower[c] == word:
            for held in p.children[c]:
                if p.deps[held] in ("pobj", "nsubj"):
                    found += coordinated(p, held)
                elif p.deps[held] == "pcomp" and is_verb(p, held):
                    found.append(held)
                elif p.deps[held] == "conj" and p.deps[c] == "prep" and p.lower[held] == word:  # "with France and with Germany"
                    also = child(p, held, "pobj")
                    found += coordinated(p, also) if also is not None else []
                elif p.deps[held] == "conj" and p.deps[c] == "prep" and not is_verb(p, held):
                    found += [] if p.deps[held] == "prep" else coordinated(p, held)
    return found


def prepositions(p: Parsed, token: int) -> list[tuple[str, int]]:
    """Each preposition on the token and the noun behind it."""
    pairs: list[tuple[str, int]] = []
    for c in p.children[token]:
        if p.deps[c] in ("prep", "agent", "dative"):
            held = child(p, c, "pobj", "pcomp")
            if held is not None:
                pairs.append((p.lower[c], held))
    return pairs


def support(p: Parsed, noun: int) -> tuple[int | None, str]:
    """The verb that carries a noun of action, and how: "obj" (held talks), "subj" (talks took place), or the preposition ("for talks")."""
    at = noun
    for _ in range(CLIMB):
        label, head = p.deps[at], p.heads[at]
        if head == at:
            return None, ""
        if label in ("dobj", "nsubjpass"):
            return head, "obj"
        if label == "nsubj":
            return head, "subj"
        if label == "attr":
            return head, "attr"
        if label == "pobj":
            prep, above = p.lower[head], p.heads[head]
            if is_verb(p, above):
                return above, prep
            counted_out = prep == "in" and any(p.deps[c] == "nummod" or p.tags[c] == "$" for c in p.children[above])  # "$2 million in aid"
            if p.lemmas[above] in words("those_of_acts"):
                return None, ""  # "victims of the attack were brought back"
            if (prep in ("of", "for") or counted_out) and p.tags[above].startswith(("N", "CD", "$")):  # "a round of talks"
                at = above
                continue
            return None, ""
        if label in ("conj", "appos", "compound"):
            at = head
            continue
        return None, ""
    return None, ""


def clause(p: Parsed, token: int) -> int:
    """The verb of the innermost clause that the token stands in (itself, if it is one; the sentence's root if there is none)."""
    if is_verb(p, token) and p.deps[token] != "amod":
        return token
    last = token
    for at in p.ancestors(token):
        last = at
        if is_verb(p, at) and p.deps[at] not in ("amod", "aux", "auxpass"):
            return at
    return last


def governor(p: Parsed, token: int) -> int:
    """What the head of words of time hangs on; the verb, where the parser hung it on the subject.

    "The ministry this year has begun ...", "On Saturday Poland left". Between a word of saying and the subject of what is said, nothing
    tells of what is said: "said on Friday he had met him the day before".
    """
    head = p.heads[token]
    above = p.heads[head]
    if p.deps[head] == "ccomp" and above < token < head and p.deps[token] in ("prep", "npadvmod", "tmod"):
        who = child(p, head, *SUBJECTS)
        behind = p.sentences[p.sentence_of[token]][0] <= above and all(p.deps[t] not in ("mark", "punct") for t in range(above + 1, token))
        if who is not None and token < who and behind:
            return above
    if p.deps[head] not in ("nsubj", "nsubjpass"):
        return head
    if p.deps[token] in ("npadvmod", "tmod") and head < token < p.heads[head]:
        return p.heads[head]
    if p.deps[token] in ("compound", "nmod") and token and p.deps[token - 1] == "prep" and token < head:
        return p.heads[head]
    return head


def tense(p: Parsed, verb: int) -> str:
    """past, pluperfect, perfect, present or future; empty for a form without."""
    helpers = [p.lower[c] for c in p.children[verb] if p.deps[c] in ("aux", "auxpass")]
    if any(h in ("will", "would", "'ll", "shall", "may", "might", "can", "could", "should", "must") for h in helpers):
        return "future"
    if "had" in helpers:
        return "pluperfect"
    if any(h in ("has", "have", "'ve") for h in helpers):
        return "perfect"
    if any(h in ("was", "were", "did") for h in helpers) or p.tags[verb] == "VBD":
        return "past"
    if any(h in ("is", "are", "'re", "does", "do", "am") for h in helpers) or p.tags[verb] in ("VBZ", "VBP"):
        return "present"
    return ""


def verb_above(p: Parsed, token: int) -> int:
    """The nearest verb at or above a token; the token itself where there is none."""
    return next((at for at in (token, *p.ancestors(token)) if is_verb(p, at)), token)


def main_subject(p: Parsed, token: int) -> list[int]:
    """The surface subject of the main clause of a token's sentence, with all that is coordinated with it."""
    at = token
    for above in p.ancestors(token):
        at = above
    return grammatical_subject(p, at) if is_verb(p, at) else []


def before_subject(p: Parsed, token: int) -> bool:
    """Whether a token stands before the subject of its sentence's main clause: "After *his* meeting, Rey flew"."""
    subjects = main_subject(p, token)
    return bool(subjects) and token < min(subjects)
