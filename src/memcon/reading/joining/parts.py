"""Acts that are only a part of an event told before, or its words once more: "met to discuss", "a blast that killed ten"."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from memcon.ontology.words import words

from ..acts.acts import Act
from ..grammar.dependents import SUBJECTS, child, counted, is_verb
from ..grammar.parsed import Parsed
from ..grammar.syntax import grammatical_subject, is_passive, prepositional, subject, support
from ..grammar.verbs_of_acts import types_of
from .group import Group
from .leads import SPEECH

_WRECKING = frozenset("damage destroy ignite set sink wreck".split())
_RIGHT_BEHIND = 3  # tokens: "shot down and destroyed"
_BY_ITSELF = frozenset(("abduct", "beat", "torture", "sexual"))
Fits = Callable[[Group], bool]
"""Whether an act is a part of an event; None where the rule is for acts of another kind."""


def part_of(p: Parsed, act: Act, groups: Sequence[Group]) -> Group | None:
    """The event that an act is only a part of or tells once more, by the first rule that fits: "discuss" in "met to discuss the war"."""
    for rule in _RULES:
        fits = rule(p, act)
        among: Iterable[Group] = reversed(groups) if rule in (_harm_beside, _harm_told_behind, _called_anew, _answered_anew) else groups
        found = next((g for g in among if fits(g)), None) if fits is not None else None
        if found is not None:
            return found
    return None


def _noun_beside(p: Parsed, act: Act) -> Fits | None:
    """ "A truce and ceasefire"."""
    head = act.trigger.head
    if head < 2 or p.lower[head - 1] not in ("and", "or") or is_verb(p, head) or is_verb(p, head - 2):
        return None
    return lambda g: (act.type, act.mode) == (g.acts[-1].type, g.acts[-1].mode) and g.acts[-1].trigger.head == head - 2


def _verb_beside(p: Parsed, act: Act) -> Fits | None:
    """ "Attacked and destroyed a post", "intercepted and downed ten drones"; who is abducted and killed befalls two things."""
    head = act.trigger.head
    first = p.heads[head]
    beside = act.type == "ASSAULT" and p.deps[head] == "conj" and 0 < head - first <= _RIGHT_BEHIND and p.lower[head - 1] == "and"
    if not beside or child(p, first, "dobj") is not None or act.mode in _BY_ITSELF:
        return None
    if any(p.deps[t] != "prt" for t in range(first + 1, head - 1)):  # "shot first and hit a school"
        return None
    return lambda g: g.type == act.type and any(a.trigger.head == first and a.mode not in _BY_ITSELF for a in g.acts)


def _aim_of_aid(p: Parsed, act: Act) -> Fits | None:
    """ "Send teams to set up a hospital"."""
    head = act.trigger.head
    aim = p.deps[head] in ("advcl", "xcomp", "conj") and p.tags[head] == "VB" and not is_passive(p, head)
    return (lambda g: g.type == "AID" and _has(g, p.heads[head])) if act.type == "AID" and aim else None


def _aid_as_noun(p: Parsed, act: Act) -> Fits | None:
    """ "Pledged two million dollars in aid"."""
    verb, how = _carrier(p, act, "AID")
    return (lambda g: g.type == "AID" and _has(g, verb)) if how in ("obj", "in") else None


def _means_of_attack(p: Parsed, act: Act) -> Fits | None:
    """ "Hit them in airstrikes", "fired warning shots"."""
    verb, how = _carrier(p, act, "ASSAULT")

    def fits(group: Group) -> bool:
        means = how in ("in", "with", "by") and act.of_role("actor") <= group.of_role("actor")
        own = how == "obj" and act.principals <= group.of_role("actor", "recipient")
        return group.type == "ASSAULT" and (means or own) and _has(group, verb)

    return fits if verb is not None else None


def _told_of_a_noun(p: Parsed, act: Act) -> Fits | None:
    """ "A deal that Chad struck", "the attack in which ten were killed", "a complaint that accuses Rey"."""
    verb = act.trigger.head
    if not is_verb(p, verb):
        return None
    nouns = {n for n in subject(p, verb) if act.type in SPEECH and p.deps[n] == "nsubj" and p.tags[n] in ("NN", "NNS")}
    if p.deps[verb] == "relcl":
        inside = [c for c in p.children[verb] if p.lower[c] in ("that", "which") and p.deps[c] == "dobj"]
        where = [c for c in p.children[verb] if p.lower[c] == "where" or (p.deps[c] == "prep" and "which" in p.lower[c + 1 : c + 2])]
        made = act.type != "ASSAULT" and (bool(inside) or child(p, verb, "dobj", "nsubjpass") is None)
        nouns |= {p.heads[verb]} if where or made else set()
    return lambda g: g.type == act.type and any(a.trigger.head in nouns and not is_verb(p, a.trigger.head) for a in g.acts)


def _put_into_words(p: Parsed, act: Act) -> Fits | None:
    """ "Voiced anger", "renewed its demand": the noun is what the verb tells."""
    noun = act.trigger.head
    verb = p.heads[noun]
    put = act.type in SPEECH and p.deps[noun] == "dobj" and p.lemmas[verb] in words("putting_into_words")
    return (lambda g: g.type == act.type and _has(g, verb)) if put else None


def _of_one_protest(p: Parsed, act: Act) -> Fits | None:
    """ "Students chanting slogans blocked roads and occupied a square", "rioters looted the shop and burned it"."""
    verb = act.trigger.head
    wrecks = act.type == "ASSAULT" and act.mode in ("", "destroy", "primitive") and p.lemmas[verb] not in words("harm_verbs")
    if not (act.type == "PROTEST" or wrecks) or not is_verb(p, verb):
        return None
    first = verb
    while p.deps[first] == "conj" and is_verb(p, p.heads[first]) and child(p, first, *SUBJECTS) is None:
        first = p.heads[first]
    beside = {first, *((p.heads[first],) if p.deps[first] == "advcl" and p.tags[first] == "VBG" else ())} - {verb}
    who = child(p, first, "nsubj")
    cries = (
        {c for n in (who, counted(p, who)) for c in p.children[n] if p.deps[c] == "acl" and p.tags[c] == "VBG"}
        if who is not None
        else set()
    )

    def fits(group: Group) -> bool:
        if wrecks:
            riots = group.type == "PROTEST" and group.mode in ("riot", "vandalize") and _has(group, *beside)
            return riots and act.of_role("actor") <= group.of_role("actor")
        if group.type != "PROTEST" or _has(group, *cries):
            return group.type == "PROTEST" and group.mode in ("", "demo")
        return act.mode == group.mode and _has(group, *beside) and act.of_role("actor") <= group.of_role("actor", "recipient")

    return fits


def _measure_taken(p: Parsed, act: Act) -> Fits | None:
    """ "Reinstated its ban on flights": the measure is what the verb imposes."""
    verb, how = _carrier(p, act, "SANCTION")
    return (lambda g: g.type == "SANCTION" and _has(g, verb)) if how == "obj" else None


def _way_of_contact(p: Parsed, act: Act) -> Fits | None:
    """ "Briefed the ministers in a video conference", "hosted talks between Chile and Peru", "will host a round of the talks"."""
    verb, how = _carrier(p, act, "CONSULT")

    def fits(group: Group) -> bool:
        way = how in ("in", "during", "over", "by") and group.mode in ("", act.mode)
        hosts = verb is not None and act.mode != "call" and p.lemmas[verb] in words("hosting_verbs")
        hosted = how == "obj" and (group.mode == "mediation" or hosts)
        everyone = group.of_role("actor", "recipient")
        return group.type == "CONSULT" and _has(group, verb) and (way or hosted) and (hosts or act.principals <= everyone)

    return fits if verb is not None else None


def _told_by_its_governor(p: Parsed, act: Act) -> Fits | None:
    """ "Is set to leave": the word above is heard as the act."""
    head = act.trigger.head
    below = act.type == "CONSULT" and p.deps[head] == "xcomp" and is_verb(p, head)
    return (lambda g: g.type == "CONSULT" and g.acts[-1].trigger.head == p.heads[head] and g.mode == act.mode) if below else None


def _attended(p: Parsed, act: Act) -> Fits | None:
    """ "Attended the summit"."""
    verb, how = _carrier(p, act, "CONSULT")
    there = verb is not None and how == "obj" and p.lemmas[verb] == "attend"
    return (lambda g: g.type == "CONSULT" and _has(g, verb) and act.of_role("actor") <= g.of_role("actor")) if there else None


def _talks_brokered(p: Parsed, act: Act) -> Fits | None:
    """ "Are brokering talks, said those at the talks"."""
    head = act.trigger.head
    if act.type != "CONSULT" or is_verb(p, head) or not act.definite or p.deps[head] != "pobj":
        return None

    def fits(group: Group) -> bool:
        near = any(p.sentence_of[a.trigger.head] == p.sentence_of[head] for a in group.acts)
        brokered = group.type == "CONSULT" and group.mode == "mediation"
        return near and brokered and act.principals <= group.of_role("actor", "recipient")

    return fits


def _talks_mediated(p: Parsed, act: Act) -> Fits | None:
    """ "Talks mediated by Chile", "Peru-brokered talks": the talks are what is mediated."""
    head = act.trigger.head
    if act.type != "CONSULT":
        return None
    if act.mode == "mediation" and p.deps[head] == "acl" and p.tags[head] == "VBN":
        return lambda g: g.type == "CONSULT" and g.mode == "meeting" and _has(g, p.heads[head])
    before = [c for c in p.children[head] if p.deps[c] == "amod" and p.tags[c] == "VBN"] if act.mode in ("", "meeting") else []
    return (lambda g: g.type == "CONSULT" and g.mode == "mediation" and _has(g, *before)) if before else None


def _aim_of_contact(p: Parsed, act: Act) -> Fits | None:
    """ "Met to discuss the war"."""
    head = act.trigger.head
    aim = act.type == "CONSULT" and act.mode in ("", "meeting") and p.deps[head] in ("advcl", "xcomp", "acl") and p.tags[head] == "VB"

    def fits(group: Group) -> bool:
        contact = group.type == "CONSULT" and group.mode != "visit" and _has(group, p.heads[head])
        return contact and not act.of_role("recipient") - group.of_role("actor", "recipient")

    return fits if aim else None


def _harm_beside(p: Parsed, act: Act) -> Fits | None:
    """ "Shelled a hospital, killing 20"; "was accused of shelling a hospital, killing 20", where it hangs on the verb of telling."""
    head = act.trigger.head
    first = p.heads[head] if p.deps[head] == "conj" else head
    harms = p.lemmas[head] in words("harm_verbs") or p.lemmas[head] in _WRECKING  # "fired a missile at a ship, setting it ablaze"
    harm = act.type == "ASSAULT" and p.tags[head] == "VBG" and harms and p.deps[first] == "advcl"
    above = p.heads[first]
    told = {t for t in p.subtree(above) if t < head and t != above} if harm and "ASSAULT" not in types_of(p.lemmas[above]) else set()
    return (lambda g: g.type == "ASSAULT" and _has(g, first, above, *told)) if harm else None


def _hurt_beside_killed(p: Parsed, act: Act) -> Fits | None:
    """ "Ten were killed and 30 wounded"."""
    head = act.trigger.head
    above = p.heads[head]
    harms = act.type == "ASSAULT" and p.deps[head] == "conj" and {p.lemmas[head], p.lemmas[above]} <= words("harm_verbs")
    return (lambda g: g.type == "ASSAULT" and _has(g, above) and act.of_role("actor") <= g.of_role("actor")) if harms else None


def _said_again(p: Parsed, act: Act) -> Fits | None:
    """ "Said that Chad was behind it, an allegation that ..."."""
    head = act.trigger.head
    if p.deps[head] != "appos" or is_verb(p, head) or act.definite:
        return None
    above = {t for t in p.ancestors(head) if is_verb(p, t)}
    return lambda g: g.type == act.type and _has(g, *above) and act.principals <= g.of_role("actor", "recipient")


def _answered_anew(p: Parsed, act: Act) -> Fits | None:
    """ "Fox criticised the cabinet. The minister rejected the criticism": what is rejected is what was told before."""
    head = act.trigger.head
    verb = p.heads[head]
    if act.type != "ACCUSE" or is_verb(p, head) or not act.definite or p.deps[head] not in ("dobj", "nsubjpass") or act.of_role("actor"):
        return None
    if p.lemmas[verb] not in ("reject", "dismiss", "deny", "rebuff", "refute") or any(p.deps[c] == "prep" for c in p.children[head]):
        return None
    here = p.sentence_of[head]
    return lambda g: g.type == act.type and not _has(g, verb) and 0 <= here - p.sentence_of[g.acts[-1].trigger.head] <= 2


def _called_anew(p: Parsed, act: Act) -> Fits | None:
    """ "Gunmen killed ten, an attack claimed by the rebels": what the sentence has just told, in a word for it."""
    head = act.trigger.head
    if act.type != "ASSAULT" or is_verb(p, head) or p.deps[head] not in ("appos", "npadvmod", "dep", "ROOT"):
        return None
    first = min((c for c in p.children[head] if c < head), default=head)
    if p.lower[first] not in ("a", "an") or first == 0 or p.words[first - 1] not in (",", "—", "–", "--"):
        return None
    return lambda g: g.type == act.type and p.sentence_of[g.acts[-1].trigger.head] == p.sentence_of[head]


def _cyber_attack_again(p: Parsed, act: Act) -> Fits | None:
    """ "Hackers knocked out the website ... the attack was traced to Chad"."""
    head = act.trigger.head
    if act.type != "ASSAULT" or p.lemmas[head] not in ("attack", "assault") or not act.definite or act.principals or act.mode:
        return None
    here = p.sentence_of[head]
    return lambda g: (g.type, g.mode) == ("COERCE", "cyber") and 0 <= here - p.sentence_of[g.acts[-1].trigger.head] <= 1


def _cause_in_clause(p: Parsed, act: Act) -> Fits | None:
    """ "Ten were killed when a drone struck"."""
    head = act.trigger.head
    above = p.heads[head]
    opener = child(p, head, "mark", "advmod") if act.type == "ASSAULT" and p.deps[head] == "advcl" and is_verb(p, head) else None
    if opener is None or p.lower[opener] not in ("when", "as", "after"):
        return None
    harmed = p.lemmas[above] in words("harm_verbs") and is_passive(p, above)
    return lambda g: g.type == "ASSAULT" and harmed and _has(g, above) and not g.of_role("actor") - act.of_role("actor")


def _cause_as_noun(p: Parsed, act: Act) -> Fits | None:
    """ "The bombing that killed 20", "killed in the attack"."""
    head = act.trigger.head
    if act.type != "ASSAULT" or not is_verb(p, head) or act.of_role("actor"):
        return None
    causes = {*grammatical_subject(p, head), *subject(p, head), *(n for w in ("in", "by", "during") for n in prepositional(p, head, w))}
    nouns = {t for t in causes if not is_verb(p, t)}
    return lambda g: g.type == "ASSAULT" and _has(g, *nouns)


def _harm_told_behind(p: Parsed, act: Act) -> Fits | None:
    """ "A blast tore through the market, killing 20": the last attack of the sentence that a noun tells."""
    head = act.trigger.head
    if act.type != "ASSAULT" or not is_verb(p, head) or act.of_role("actor") or p.lemmas[head] not in words("harm_verbs"):
        return None

    def fits(group: Group) -> bool:
        told = [a.trigger.head for a in group.acts if p.sentence_of[a.trigger.head] == p.sentence_of[head]]
        return group.type == "ASSAULT" and any(not is_verb(p, t) and p.lemmas[t] not in words("lasting_nouns") for t in told)

    return fits


_RULES: tuple[Callable[[Parsed, Act], Fits | None], ...] = (
    _noun_beside,
    _verb_beside,
    _aim_of_aid,
    _aid_as_noun,
    _means_of_attack,
    _told_of_a_noun,
    _put_into_words,
    _of_one_protest,
    _measure_taken,
    _way_of_contact,
    _told_by_its_governor,
    _attended,
    _talks_brokered,
    _talks_mediated,
    _aim_of_contact,
    _harm_beside,
    _hurt_beside_killed,
    _said_again,
    _answered_anew,
    _called_anew,
    _cyber_attack_again,
    _cause_in_clause,
    _cause_as_noun,
    _harm_told_behind,
)


def _has(group: Group, *heads: int | None) -> bool:
    """Whether an event has a mention at one of these words."""
    return any(a.trigger.head in heads for a in group.acts)


def _carrier(p: Parsed, act: Act, kind: str) -> tuple[int | None, str]:
    """The verb that carries a noun for an act of a type, and how; (None, "") for all other acts."""
    return support(p, act.trigger.head) if act.type == kind and not is_verb(p, act.trigger.head) else (None, "")
