"""How a sentence presents an act: stated, presupposed, asked for, habitual; a noun of action known or new."""

from __future__ import annotations

from collections.abc import Mapping

from memcon.ontology.words import words

from ..grammar.dependents import child, is_verb
from ..grammar.parsed import Parsed
from ..grammar.syntax import clause, grammatical_subject, support
from ..triggers.triggers import Trigger
from .rows_of_clauses import cue_of_a_row

_ASKING = frozenset(("REQUEST", "REJECT", "THREATEN"))
_ASK_PREPOSITIONS = frozenset("for to of from against with into on".split())


def asked_for(p: Parsed, trigger: Trigger, heads: Mapping[int, Trigger]) -> bool:
    """Whether an act is only the content of a demand, a refusal or a threat ("urged Israel to withdraw", "called for talks")."""
    at = trigger.head
    for _ in range(5):
        label, head = p.deps[at], p.heads[at]
        if head == at:
            return False
        above = head
        if label in ("pobj", "pcomp"):
            if p.lower[head] not in _ASK_PREPOSITIONS:
                return False
            above = p.heads[head]
        elif label not in ("xcomp", "ccomp", "dobj", "acl", "conj", "advcl", "nsubj"):
            return False
        asker = heads.get(above)
        asks = asker is not None and (asker.entry.type in _ASKING or asker.entry.mode == "expel")  # "told the envoy to leave"
        asks = asks and not _prevailed(p, above)
        if asks and above != trigger.head and label != "nsubj":
            if label == "conj":
                return False
            if is_verb(p, trigger.head):
                return label in ("pcomp", "dobj") or p.tags[trigger.head] in ("VB", "VBG") or _subjunctive(p, trigger.head)
            return not definite(p, trigger)
        if is_verb(p, at) and label in ("advcl", "nsubj"):
            return False
        at = above
    return False


def _prevailed(p: Parsed, verb: int) -> bool:
    """Whether one is told to have had one's way: "persuaded them to meet", not "tried to persuade them", "failed to convince them"."""
    if p.lemmas[verb] not in _PREVAILING or p.tags[verb] not in ("VBD", "VBN"):
        return False
    kin = p.children[verb]
    return not any(p.deps[c] == "neg" or p.tags[c] == "MD" for c in kin) and p.deps[verb] != "amod"


_PREVAILING = frozenset(("coax", "convince", "induce", "persuade"))


def called_for(p: Parsed, noun: int) -> bool:
    """Whether a noun of action only tells what the noun right behind it asks for or is about: "a ceasefire call", "withdrawal talks"."""
    behind = noun + 1
    if is_verb(p, noun) or behind >= len(p):
        return False
    if p.lower[behind] in ("talks", "negotiations"):  # "truce talks resume"
        return True
    if p.lemmas[behind] not in words("nouns_of_asking"):
        return False
    return p.tags[behind].startswith("NN") or p.tags[behind] == "VB"  # so the parser takes the "call" of a headline


def _subjunctive(p: Parsed, verb: int) -> bool:
    kin = p.children[verb]
    base = any(p.deps[c] == "auxpass" and p.tags[c] == "VB" for c in kin) and not any(p.tags[c] in ("MD", "TO") for c in kin)
    return base or any(p.deps[c] == "aux" and p.lemmas[c] in ("should", "must") for c in kin)


def meant(p: Parsed, trigger: Trigger, heads: Mapping[int, Trigger]) -> bool:
    """Whether an act is only what another one is for: "a vote meant to condemn the invasion", "talks aimed at ending the war"."""
    above = p.heads[trigger.head]
    if p.deps[trigger.head] == "pcomp":
        above = p.heads[above]
    if p.lemmas[above] not in _MEANT or p.tags[above] not in ("VBN", "VBD") or p.deps[trigger.head] not in ("xcomp", "pcomp", "ccomp"):
        return False
    subject = child(p, above, "nsubj", "nsubjpass")
    means = p.heads[above] if subject is None else subject
    return means in heads and not is_verb(p, means)


_MEANT = frozenset("mean intend design aim".split())


def introduces(p: Parsed, noun: int) -> bool:
    """Whether a noun of action brings up another act: "a meeting"; not what names one that was told ("this was a targeted attack")."""
    return not _is_what_was_told(p, noun) and any(p.deps[c] == "det" and p.lower[c] in ("a", "an", "another") for c in p.children[noun])


def _is_what_was_told(p: Parsed, noun: int) -> bool:
    """Whether a noun only says what an act that was told is: "this was a planned attack", "it is an act of terror"."""
    verb = p.heads[noun]
    if p.deps[noun] != "attr" or p.lemmas[verb] != "be" or any(p.deps[c] == "neg" for c in p.children[verb]):
        return False
    return any(p.deps[c] == "nsubj" and p.lower[c] in ("this", "it", "that") for c in p.children[verb])


def is_another(p: Parsed, noun: int) -> bool:
    """Whether a noun of action says that it is none of the acts told before: "another raid", "a separate meeting", "a second strike"."""
    if is_verb(p, noun):
        return False
    said = {p.lower[c] for c in p.children[noun]}
    ranked = said & {"second", "third", "fourth", "fifth", "further"} and not said & {"the", "this", "that"}
    return bool(said & {"another", "separate"} or ranked)


def definite(p: Parsed, trigger: Trigger) -> bool:
    """Whether a noun of action points to a known act: "the meeting", "their talks", "Moscow's offensive"."""
    if is_verb(p, trigger.head):
        return False
    return _is_what_was_told(p, trigger.head) or any(
        p.deps[c] == "poss" or (p.deps[c] == "det" and p.lower[c] in ("the", "this", "that", "these", "those"))
        for c in p.children[trigger.head]
    )


_BESIDE_VERBS = frozenset(("neg", "acomp", "prep", "prt", "advmod"))
_GOING_ON = frozenset(("begin", "start", "continue", "end", "resume", "come", "conclude", "last"))
_PUTTING = frozenset(("place", "put"))  # "was put on alert"
_QUOTING = frozenset(("quote", "cite"))  # "was quoted as saying"
_BACKGROUND = frozenset("after before since as when where while following during despite until once".split())


def asserts(p: Parsed, trigger: Trigger) -> bool:
    """Whether the sentence states the act itself, and does not merely presuppose it ("after the meeting", "who visited last week")."""
    at = trigger.head
    if not is_verb(p, at) and p.deps[at] in _BESIDE_VERBS:  # "is *not* happy with", "vowed to sit *in*"
        at = clause(p, at)
    else:
        told = _told_by(p, trigger)
        if told is None:
            return False
        at = told
    for _ in range(10):
        label, head = p.deps[at], p.heads[at]
        if any(p.deps[c] in ("nsubj", "nsubjpass") and p.tags[c] in ("WP", "WDT") for c in p.children[at]):
            if not (_is_cleft(p, at) or _identifies(p, at)):
                return False
            at = head if label == "ccomp" else p.heads[head]
            continue
        if head == at:
            return True
        if (cue := cue_of_a_row(p, at)) is not None:
            at = cue
            continue
        if label in ("relcl", "acl") and p.tags[at] != "VB" and not _is_told_by_noun(p, at):
            return False
        if label == "advcl" and not _goes_on(p, at):
            mark = child(p, at, "mark", "advmod")
            word = p.lower[mark] if mark is not None else ""
            if word in _BACKGROUND or (word in ("if", "unless") and definite(p, trigger)):
                return False
        if label == "pcomp" and p.lower[head] in _BACKGROUND and p.lemmas[p.heads[head]] not in _QUOTING:
            return False
        at = head
    return True


def _told_by(p: Parsed, trigger: Trigger) -> int | None:
    """The verb that states the act of a noun; None where the act is only spoken of."""
    noun = trigger.head
    if is_verb(p, noun):
        return noun
    if (guilty := _held_guilty(p, noun)) is not None:
        return guilty
    verb, how = support(p, noun)
    if verb is None or not is_verb(p, verb):
        return None
    if how == "behind" and p.lemmas[verb] == "be":
        return verb  # who "was behind the attack" is the news, known though the attack is
    new = introduces(p, noun)
    if _is_of_another(p, noun) or (how == "obj" and p.lemmas[verb] in words("discussing_verbs")):
        return None
    if _is_nobodys(p, noun, verb) or (definite(p, trigger) and _is_said_of(p, noun, verb)):
        return None
    # "the strike took place on Sunday", "the talks will go ahead", "the offer still stands"
    still = any(p.lower[c] in ("still", "ahead") for c in p.children[verb])
    tells_of_it = how == "subj" and (still or p.lemmas[verb] in words("happen_verbs") | _GOING_ON)
    told_anew = how == "obj" or tells_of_it
    if how == "subj" and not (new or tells_of_it or p.lemmas[verb] in words("telling_verbs")):
        return None
    carried = how in ("obj", "subj", "attr", "for", "to", "in", "into", "with") or (
        how == "on" and (new or p.lemmas[verb] in _PUTTING or p.lemmas[verb] == "be")  # "were on hunger strike"
    )
    return verb if carried and (told_anew or not definite(p, trigger)) else None


def _held_guilty(p: Parsed, noun: int) -> int | None:
    """The verb that says who did a deed: "were responsible for the attack", known though the attack is; None where none does."""
    adjective = p.heads[p.heads[noun]]
    if p.deps[noun] != "pobj" or p.lower[p.heads[noun]] not in ("for", "of") or p.deps[adjective] != "acomp":
        return None
    return p.heads[adjective] if p.lemmas[adjective] in words("guilty") and child(p, p.heads[adjective], "neg") is None else None


def _is_nobodys(p: Parsed, noun: int, verb: int) -> bool:
    """Whether nobody owns a deed, which is known all the same: "no group has claimed responsibility for the attack"."""
    owned = p.deps[noun] == "pobj" and p.lemmas[p.heads[p.heads[noun]]] in words("owned")
    none = any(p.lower[t] in ("no", "nobody", "none") for s in grammatical_subject(p, verb) for t in (s, *p.children[s]))
    return owned and (none or child(p, verb, "neg") is not None)


def _is_said_of(p: Parsed, noun: int, verb: int) -> bool:
    """Whether a known act is only what something is said not to be of: "the arrests were not linked to the protest"."""
    passive = p.deps[noun] == "nsubjpass" and p.heads[noun] == verb
    return passive and child(p, verb, "neg") is not None and p.lemmas[verb] not in words("light_verbs") | words("carrying_out_verbs")


def _is_of_another(p: Parsed, noun: int) -> bool:
    """Whether a noun only tells of what another is: "the protocol of the talks", not "a round of talks"."""
    link, above = p.heads[noun], p.heads[p.heads[noun]]
    part = p.lemmas[above] in words("rounds") | words("owned") or not p.tags[above].startswith("N")
    return p.deps[noun] == "pobj" and p.lower[link] in ("of", "for") and not part


def _goes_on(p: Parsed, verb: int) -> bool:
    """Whether a clause with "when" or "while" behind the main one tells how it went on: "was parked there when it blew up", "killing 40
    while wounding 90"."""
    mark, above = child(p, verb, "mark", "advmod"), p.heads[verb]
    if mark is None or not above < mark:
        return False
    if p.lower[mark] == "while":
        return p.tags[verb] == "VBG" and child(p, verb, "aux") is None
    under_way = any(p.lower[c] in ("was", "were") for c in p.children[above]) and p.tags[above] in ("VBG", "VBN")
    was_there = p.lower[above] in ("was", "were")  # "was on her way home when she was shot"
    befell = p.tags[verb] == "VBN" and any(p.lower[c] in ("was", "were") for c in p.children[verb] if p.deps[c] == "auxpass")
    return p.lower[mark] == "when" and (under_way or was_there) and (p.tags[verb] == "VBD" or befell)


def _identifies(p: Parsed, verb: int) -> bool:
    """Whether a relative clause tells who somebody is found to be: "Lee is the man who planted the bomb"."""
    noun = p.heads[verb]
    return p.deps[verb] == "relcl" and p.deps[noun] == "attr" and p.lemmas[p.heads[noun]] == "be"


def _is_cleft(p: Parsed, verb: int) -> bool:
    """ "It was X who asked": the clause tells the news, though it is relative in form."""
    noun = p.heads[verb]
    above = noun if p.deps[verb] == "ccomp" else p.heads[noun]  # the parser hangs the clause on "was" or on X
    it = child(p, above, "nsubj", "expl")
    told = p.deps[noun] == "attr" if p.deps[verb] == "relcl" else p.deps[verb] == "ccomp" and child(p, above, "attr") is not None
    return told and p.lemmas[above] == "be" and it is not None and p.lower[it] == "it"


def _is_told_by_noun(p: Parsed, verb: int) -> bool:
    """Whether a clause is what a noun says, and does not tell more of it: "suspicion that agents had bombed it"."""
    return p.deps[verb] == "acl" and any(p.deps[c] == "mark" and p.lower[c] == "that" for c in p.children[verb])


def background(p: Parsed, token: int) -> int | None:
    """The verb of the clause around a word that only tells what is known: "after he was arrested"; None where none does.

    A claim made within the clause asserts the word: "hours after police say they arrested him".
    """
    for at in (token, *p.ancestors(token)):
        mark = child(p, at, "mark", "advmod") if p.deps[at] == "advcl" else None
        if mark is not None and mark < at and p.lower[mark] in _BACKGROUND:
            return at
    return None


def described(p: Parsed, token: int) -> int | None:
    """The noun that the relative clause around a word tells of; None outside of one. A claim made within the clause asserts the word:
    "the men who police say attacked the embassy"."""
    for at in (token, *p.ancestors(token)):
        if p.deps[at] in ("relcl", "acl") and not _is_told_by_noun(p, at):
            return p.heads[at]
    return None
