"""What shows that one whom the encoder names is no party of an act: who rules on it, is told elsewhere, only owns, is where it is."""

from __future__ import annotations

from memcon.ontology.lexicon import lexicon
from memcon.ontology.words import words

from ..coreference.cast import Cast
from ..factuality.assertion import is_another
from ..grammar.dependents import child, coordinated, is_verb
from ..grammar.parsed import Parsed
from ..grammar.relative_clauses import owner_of
from ..grammar.syntax import clause, grammatical_subject, is_passive, objects, subject, support, verb_above
from ..triggers.told_about import is_discussed
from ..triggers.triggers import Trigger
from .no_attackers import NO_ATTACKERS
from .not_aimed_at import not_aimed_at
from .only_spoken_of import NO_DOERS, is_its_messenger, only_hears_of_it, only_tells_of_it
from .own_missions import is_own_mission
from .owners import is_undergone
from .unlikely_parties import does_the_deed_behind, only_flags_it, only_then

_BRINGING_ABOUT = frozenset("cause fuel lead prompt provoke result spark trigger".split())
_HELPING = frozenset("aid assist enable help".split())


def _is_a_topic(p: Parsed, trigger: Trigger, token: int) -> bool:
    return trigger.entry.type == "CONSULT" and is_discussed(p, token)


def _rules_on(p: Parsed, trigger: Trigger, token: int) -> bool:
    """Whether a party only forbids, allows or breaks up a protest: "the mayor banned a rally"."""
    if trigger.entry.type != "PROTEST" or is_verb(p, trigger.head):
        return False
    verb, how = support(p, trigger.head)
    rules = verb is not None and how == "obj" and p.lemmas[verb] in words("ruling_verbs")
    return rules and verb is not None and token in subject(p, verb)


def does_another_deed(p: Parsed, trigger: Trigger, token: int) -> bool:
    """Whether a party is the agent of a participle or passive beside an act: "shot down drones that were launched by Togo"."""
    while p.deps[token] == "conj":
        token = p.heads[token]
    verb = p.heads[p.heads[token]]
    if p.deps[p.heads[token]] != "agent" or p.sentence_of[verb] != p.sentence_of[trigger.head]:
        return False
    described = p.heads[verb] if p.deps[verb] == "acl" and p.tags[verb] == "VBN" else verb
    if described == trigger.head or {verb, described} & set(p.ancestors(trigger.head)):
        return False
    while p.deps[verb] in ("conj", "xcomp", "ccomp") and verb not in trigger.tokens:  # "kidnapped and presumed killed by rebels"
        if p.deps[verb] == "conj" and _is_told_of_itself(p, verb):
            return True
        verb = p.heads[verb]
    return verb not in trigger.tokens


def is_of_the_last_such(p: Parsed, trigger: Trigger, token: int) -> bool:
    """Whether a clause with "since" parts a party from an act: "ten were shot, the worst loss since four agents died in a raid"."""
    here, there = (_since(p, t) for t in (trigger.head, token))
    return here != there


def _since(p: Parsed, token: int) -> int | None:
    """The verb of the clause with "since" that a token stands in, None where it stands in none."""
    inside = (t for t in (token, *p.ancestors(token)) if p.deps[t] == "advcl")
    return next((t for t in inside if any(p.lower[c] == "since" and p.deps[c] == "mark" for c in p.children[t])), None)


def _only_took_him(p: Parsed, trigger: Trigger, token: int) -> bool:
    """Whether police or gunmen only took somebody who was sentenced next: "was seized by officers in May and sentenced to death"."""
    verb = p.heads[trigger.head]
    if (trigger.entry.type, trigger.entry.mode) != ("SANCTION", "convict") or p.deps[trigger.head] != "conj" or not is_passive(p, verb):
        return False
    while p.deps[token] == "conj":
        token = p.heads[token]
    agent = p.deps[token] == "pobj" and p.deps[p.heads[token]] == "agent" and p.heads[p.heads[token]] == verb
    return agent and p.lemmas[token] in _TAKERS and not p.tags[token].startswith("NNP")


_TAKERS = frozenset("agent fighter force gendarme gunman guard man militant officer police policeman rebel soldier trooper troop".split())


def _is_told_of_itself(p: Parsed, verb: int) -> bool:
    """Whether the verb before has a phrase of its own, so that the agent behind is not its: "was seized in May and freed by Chad"."""
    between = [c for c in p.children[p.heads[verb]] if p.heads[verb] < c < verb]
    return any(p.deps[c] in ("npadvmod", "advcl") or (p.deps[c] == "prep" and child(p, c, "pobj", "pcomp") is not None) for c in between)


def is_told_elsewhere(p: Parsed, trigger: Trigger, token: int, cast: Cast) -> bool:
    """Whether a party is of a later sentence than an act whose own names somebody, or, before "another raid", of the raid told earlier."""
    here, there = p.sentence_of[trigger.head], p.sentence_of[token]
    if here > there:
        return trigger.entry.type == "ASSAULT" and is_another(p, trigger.head) and not _does_something(p, token)
    if trigger.entry.type == "ASSAULT" and p.lemmas[p.heads[token]] in words("harm_verbs"):
        return False  # "hit a bus. Two women were killed"
    return here < there and any(cast.of(t) for t in range(*p.sentences[here]))


def _does_something(p: Parsed, token: int) -> bool:
    """Whether a word does what a verb or noun of its sentence tells: "Chad attacked", "the Chadian attack"."""
    return p.deps[token] in ("nsubj", "poss", "amod", "compound", "nmod")


def _is_affected(p: Parsed, trigger: Trigger, token: int) -> bool:
    """Whether an act does something to a party, as its verb's subject: "the murder of Rey angered Togo"."""
    noun = trigger.head
    return not is_verb(p, noun) and p.deps[noun] == "nsubj" and p.deps[token] == "dobj" and p.heads[token] == p.heads[noun]


def is_of_the_cause(p: Parsed, trigger: Trigger, token: int) -> bool:
    """Whether a party belongs to what brought an act about: "the invasion of Togo by Chad led to sanctions"."""
    noun, link = trigger.head, p.heads[trigger.head]
    verb = p.heads[link] if p.deps[noun] == "pobj" else link
    if is_verb(p, noun) or p.deps[noun] not in ("pobj", "dobj") or p.lemmas[verb] not in _BRINGING_ABOUT:
        return False
    return any(token != s and token in p.subtree(s) for s in grammatical_subject(p, verb))


def names_the_attack(p: Parsed, token: int, cast: Cast) -> bool:
    """Whether a capital's name only says which attack or which talks are meant, and stands for no state: "condemned the Lima bombing",
    "praised the Lima talks", not "Moscow-Kyiv talks"."""
    mention, noun = cast.mention(token), p.heads[token]
    if mention is None or not mention.capital or p.deps[token] not in ("compound", "nmod") or is_verb(p, noun):
        return False
    told = {e.type for e in lexicon().nouns.get(p.lemmas[noun], ())}
    if "CONSULT" in told and token + 1 == noun:
        return token == 0 or p.words[token - 1] not in ("-", "–", "‑", "and", "/")
    return "ASSAULT" in told and not any(p.lower[c] in ("on", "against", "at") for c in p.children[noun])


def is_where(p: Parsed, trigger: Trigger, token: int, cast: Cast) -> bool:
    """Whether a state is only where people protest or force is used: "the fighting in Togo", "Togo protests: police fire tear gas".

    So is one behind the "in" of a passive, whatever the act: "is being offered in Togo".
    """
    mention = cast.mention(token)
    if mention is not None and mention.kind == "state" and p.deps[token] == "pobj" and p.lower[p.heads[token]] == "in":
        verb = p.heads[p.heads[token]]
        if is_verb(p, verb) and is_passive(p, verb):
            return True
    if trigger.entry.type not in ("ASSAULT", "PROTEST") or mention is None or mention.kind not in ("state", "place"):
        return False
    if p.deps[token] == "pobj":
        return p.lower[p.heads[token]] == "in" and p.heads[p.heads[token]] in trigger.tokens
    beside = p.deps[token] in ("compound", "nmod") and p.heads[token] in trigger.tokens
    return trigger.entry.type == "PROTEST" and beside and p.tags[token] == "NNP"


def _befallen_before(p: Parsed, trigger: Trigger, token: int) -> bool:
    """Whether a party is the object of a clause of time or reason with its own subject: "shelled Kano after Chad arrested a general"."""
    verb = p.heads[token]
    mark = child(p, verb, "mark", "advmod")
    told = mark is not None and p.lower[mark] in ("after", "before", "when", "because", "since", "as")
    own = p.deps[token] == "dobj" and p.deps[verb] == "advcl" and child(p, verb, "nsubj") is not None
    return told and own and p.heads[verb] in trigger.tokens


def _of_the_other_verb(p: Parsed, trigger: Trigger, token: int) -> bool:
    """Whether a party stands with a verb that is coordinated with the trigger: "shut its border and cut supplies to Togo"."""
    return any(token in p.subtree(c) for c in _verbs_behind(p, trigger)) or _befell_by_another(p, trigger, token)


def _verbs_behind(p: Parsed, trigger: Trigger) -> list[int]:
    verb = trigger.head
    return [c for c in p.children[verb] if p.deps[c] == "conj" and is_verb(p, c)] if is_verb(p, verb) else []


def _befell_by_another(p: Parsed, trigger: Trigger, token: int) -> bool:
    """Whether it is what the verb behind tells of, or the object of the one before: "wounded ten soldiers and killed two"."""
    verb = trigger.head
    if not is_verb(p, verb):
        return False
    if clause(p, token) in _verbs_behind(p, trigger) and child(p, verb, "dobj", "nsubjpass") is not None:
        return True
    before = p.heads[verb] if p.deps[verb] == "conj" else verb
    own, told = child(p, verb, "dobj", "nsubjpass"), child(p, before, "dobj", "nsubjpass")
    return before != verb and is_verb(p, before) and own is not None and row(p, token)[0] == told


def _of_a_sentence_before(p: Parsed, trigger: Trigger, token: int) -> bool:
    """Whether a party stands in another sentence than an attack whose own verb says whom it harmed: "a bomb in Kano killed ten"."""
    verb, how = support(p, trigger.head) if trigger.entry.type == "ASSAULT" and not is_verb(p, trigger.head) else (None, "")
    harmed = verb is not None and how == "subj" and p.lemmas[verb] in words("harm_verbs") and child(p, verb, "dobj") is not None
    return harmed and p.sentence_of[token] != p.sentence_of[trigger.head]


def _of_a_sentence_before_its_object(p: Parsed, trigger: Trigger, token: int) -> bool:
    """Whether a party stands in a sentence before a verb of force with an object: "killed seven soldiers. Later jets hit targets"."""
    verb = trigger.head
    if trigger.entry.type not in ("ASSAULT", "COERCE") or not is_verb(p, verb) or p.sentence_of[token] >= p.sentence_of[verb]:
        return False
    own = child(p, verb, "dobj")
    if own is None or own in trigger.tokens or p.lemmas[verb] in _SHOOTING:
        return False  # "followers fought outside. Police fired 80 rounds"
    return p.tags[own] in ("NN", "NNS", "NNP", "NNPS")


_SHOOTING = frozenset("detonate drop explode fire hurl launch lob open shoot throw use".split())


def _of_a_participle_before(p: Parsed, trigger: Trigger, token: int) -> bool:
    """Whether a participle of the verb before tells of a party: "overran a camp, killing ten, and shelled a bridge"."""
    verb = trigger.head
    before = p.heads[verb] if p.deps[verb] == "conj" else verb
    if before == verb or not is_verb(p, verb) or child(p, verb, "dobj", "nsubjpass") is None:
        return False
    behind = [c for c in p.children[before] if c < verb and p.deps[c] == "advcl" and p.tags[c] == "VBG"]
    return any(token in p.subtree(c) for c in behind)


def _is_freed_by_it(p: Parsed, trigger: Trigger, token: int) -> bool:
    """Whether a party is freed by force that has another object: "bombed the hideouts, freeing 76 hostages"."""
    freeing = p.heads[token]
    if trigger.entry.type != "ASSAULT" or p.deps[token] != "dobj" or p.tags[freeing] != "VBG" or freeing in trigger.tokens:
        return False
    behind = p.deps[freeing] in ("advcl", "xcomp") and p.heads[freeing] in trigger.tokens
    return behind and p.lemmas[freeing] in ("free", "liberate", "rescue", "release") and child(p, trigger.head, "dobj") is not None


def _only_owns(p: Parsed, trigger: Trigger, token: int) -> bool:
    """Whether a party is only whose soil an act is on, or whose release or trial is asked for."""
    noun = p.heads[token]
    return p.deps[token] in ("poss", "amod", "compound") and (p.lemmas[noun] in words("soil") or is_undergone(p, trigger, noun))


def _owns_a_party(p: Parsed, trigger: Trigger, token: int) -> bool:
    """Whether a party is only told by whose somebody is who does or undergoes an act: "Rey, whose brother was arrested"."""
    if not is_verb(p, trigger.head):
        return False
    own = (owner_of(p, c) for c in p.children[trigger.head] if p.deps[c] in ("nsubj", "nsubjpass", "dobj"))
    return token in own


def _does_not_give_the_words(p: Parsed, trigger: Trigger, token: int) -> bool:
    """Whether words that someone gives say it, and a party is the subject of a clause above: "arrested Rey, who gave talks faulting X"."""
    verb = trigger.head
    noun = p.heads[verb]
    given = p.deps[verb] == "acl" and p.tags[verb] == "VBG" and p.deps[noun] == "dobj" and is_verb(p, p.heads[noun])
    if not given or not (speakers := subject(p, p.heads[noun])) or token in speakers:
        return False
    above = [v for v in p.ancestors(p.heads[noun]) if is_verb(p, v)]
    return any(token in grammatical_subject(p, v) for v in above)


def _is_told_of_in_words_rebuffed(p: Parsed, trigger: Trigger, token: int) -> bool:
    """Whether a party is only of the words that are rebuffed, which are another's: "rejected the claim that Chad had armed rebels"."""
    verb = trigger.head
    if trigger.entry.type != "ACCUSE" or not is_verb(p, verb) or p.lemmas[verb] not in _REBUFFING:
        return False
    claims = [o for o in objects(p, verb) if p.lemmas[o] in words("accusations") | {"suggestion", "notion", "idea"}]
    clauses = [c for o in claims for c in p.children[o] if p.deps[c] in ("acl", "ccomp", "relcl") and child(p, c, "mark") is not None]
    return any(token in p.subtree(c) for c in clauses)


def _only_comes_there(p: Parsed, trigger: Trigger, token: int) -> bool:
    """Whether a party does what a participle's noun undergoes otherwise: "a convoy entered besieged Alma"."""
    deed, noun = trigger.head, p.heads[trigger.head]
    described = p.deps[deed] == "amod" and p.tags[deed] == "VBN" and trigger.entry.type in ("ASSAULT", "COERCE")
    described = described and p.deps[noun] in ("dobj", "pobj")
    verb = verb_above(p, noun)
    if not described or not is_verb(p, verb) or p.lemmas[verb] in ("have", "be") or verb in trigger.tokens:
        return False  # "claim to have stolen code"
    return any(token in p.subtree(s) for s in subject(p, verb))


def _tells_what_was_fired(p: Parsed, trigger: Trigger, token: int) -> bool:
    """ "Fired eight missiles at Lima, six of them ballistic ones"."""
    arms = p.heads[token]
    firing = trigger.entry.type == "ASSAULT" and p.deps[token] == "appos" and p.deps[arms] == "dobj" and p.heads[arms] == trigger.head
    return firing and p.lemmas[trigger.head] in ("fire", "launch", "drop", "hurl", "shoot", "lob")


def _is_whose_word_is_passed_on(p: Parsed, trigger: Trigger, token: int) -> bool:
    """ "Relayed the concern of the Quint countries", "conveyed the greetings of the king"."""
    link = p.heads[token]
    of = (trigger.entry.type, trigger.entry.mode) == ("CONSULT", "message") and p.deps[token] == "pobj" and p.lower[link] == "of"
    return of and p.deps[p.heads[link]] == "dobj" and p.heads[p.heads[link]] == trigger.head


_REBUFFING = frozenset("reject dismiss deny refute rebut dispute".split())


def _is_met_by_whom_one_helps(p: Parsed, trigger: Trigger, token: int) -> bool:
    """ "Helped Chad fight Togo", "helped them to retake the town from the rebels": help is given to who does that."""
    verb = trigger.head
    below = child(p, verb, "xcomp", "ccomp") if is_verb(p, verb) and p.lemmas[verb] in _HELPING else None
    if below is None or not is_verb(p, below):
        return False
    own = child(p, below, "nsubj")
    helped = child(p, verb, "dobj") is not None or own is not None
    return helped and token in p.subtree(below) and (own is None or token not in p.subtree(own))


NO_ACTORS = (
    *NO_DOERS,
    _rules_on,
    _is_affected,
    _owns_a_party,
    *NO_ATTACKERS,
    _does_not_give_the_words,
    _only_comes_there,
    _only_took_him,
)
_BEHIND_ANOTHER = (_of_a_participle_before, _of_a_sentence_before, _of_a_sentence_before_its_object, _befallen_before)
NO_RECIPIENTS = (
    _is_a_topic,
    _is_met_by_whom_one_helps,
    is_own_mission,
    _owns_a_party,
    _only_owns,
    _of_the_other_verb,
    not_aimed_at,
    *_BEHIND_ANOTHER,
    _is_freed_by_it,
    _is_told_of_in_words_rebuffed,
    only_tells_of_it,
    only_hears_of_it,
    is_its_messenger,
    _tells_what_was_fired,
    _is_whose_word_is_passed_on,
)
NOT_HIT = (_only_owns, _befell_by_another, does_the_deed_behind, only_then, only_flags_it, *_BEHIND_ANOTHER)


def row(p: Parsed, token: int) -> list[int]:
    """All that a token is coordinated with, itself among them."""
    while p.deps[token] == "conj" and not is_verb(p, p.heads[token]):
        token = p.heads[token]
    return coordinated(p, token)
