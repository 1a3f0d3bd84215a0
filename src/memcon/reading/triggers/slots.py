"""The slots of a frame (ontology/data/lexicon/README.md): which nouns stand in "subj", "poss", "with", "support-to" of a trigger."""

from __future__ import annotations

from memcon.ontology.words import words

from ..grammar.dependents import child, coordinated, is_verb
from ..grammar.parsed import Parsed
from ..grammar.relative_clauses import antecedent
from ..grammar.syntax import agents, grammatical_subject, is_passive, objects, prepositional, prepositions, subject, support
from ..grammar.verbs_of_acts import types_of
from .told_about import is_topic_of

# These belong to the noun they stand with: "condemned the invasion of Peru".
_OWN_ONLY = ("of", "in", "by")
_TOPIC = ("in", "on", "of", "about", "over", "regarding")
_DEEP = ("with", "between", "among")
_AGAINST = ("with", "against", "on", "from")
_INTO = ("in", "inside", "into", "across")  # "will strike deep inside Chad"
_OF_PARTICIPLES = ("by", "on", "against", "to")
_COUNTERPARTS = ("with", "to", "between", "against", "for", "of", "from", "on", "by", "among")
# A subject that carries a noun of action by one of these prepositions takes part in it: "arrived for talks", "met at a summit".
_AT_ANOTHER_TIME = frozenset("after before since until over about".split())
_MOVING = frozenset(("move", "shift", "return", "relocate", "switch", "transfer"))
_MEANING = frozenset(("point", "lead", "amount", "contribute", "testify"))
_BROKERED = frozenset(("brokered", "mediated", "negotiated", "facilitated", "backed", "sponsored"))
_JOINS = frozenset("for in at during to on into after following".split())


def fill(p: Parsed, token: int, slot: str, tokens: tuple[int, ...] = ()) -> list[int]:
    """The heads of the nouns in a slot of the verb or noun at `token`; `tokens` are all words of the trigger, none if it is no act."""
    if is_verb(p, token):
        return _of_verb(p, token, slot, tokens or (token,))
    found = _of_noun(p, token, slot, tokens or (token,))
    if not found and tokens and slot in _OF_PARTICIPLES:
        return [n for verb in _carried_out(p, token) for n in prepositional(p, verb, slot)]
    return found


def support_lemma(p: Parsed, noun: int) -> str:
    """The lemma of the verb that carries a noun ("" if none), or of the noun that undoes it: "the lifting of the embargo"."""
    if p.deps[noun] == "pobj" and p.lower[p.heads[noun]] == "of" and (undone := _UNDOING.get(p.lemmas[p.heads[p.heads[noun]]])):
        return undone
    verb, how = support(p, noun)
    return p.lemmas[verb] if verb is not None and how in ("obj", "attr", "in", "into", "to", "subj", "with") else ""


def answers_with(p: Parsed, verb: int, how: str) -> bool:
    """Whether what stands behind a verb is what somebody answers with: "responded with airstrikes", "retaliated with a raid"."""
    return how == "with" and p.lemmas[verb] in _ANSWERING


def _is_aside(p: Parsed, noun: int, how: str) -> bool:
    """Whether a verb has its own goal beside a noun of action: "flew to Lima for talks", "went to Lima at her request"."""
    verb, _ = support(p, noun)
    if verb is not None and (p.lemmas[verb] in words("travel_verbs") or (how == "subj" and p.lemmas[verb] in _MOVING | _MEANING)):
        return True  # "the talks moved to China", "the raid points to the weakness of Chad"
    return how == "for" or (how in ("at", "on", "upon") and p.lemmas[noun] in words("behest"))


_UNDOING = {"lifting": "lift", "easing": "ease", "removal": "remove", "suspension": "suspend", "relaxation": "relax", "waiver": "waive"}
_ANSWERING = frozenset("answer react reply respond retaliate".split())
_SPANS = frozenset("hour minute day week month year".split())  # "called her hours after", which the parser takes for a predicate


def _of_verb(p: Parsed, verb: int, slot: str, tokens: tuple[int, ...]) -> list[int]:
    held: int | None
    match slot:
        case "subj":
            return subject(p, verb) or _before_hyphen(p, verb)
        case "obj":
            found = [o for o in objects(p, verb) if o not in tokens]
            told = child(p, verb, "nsubj") if p.deps[verb] == "relcl" and not found and child(p, verb, "dobj") in tokens else None
            return [p.heads[verb]] if told is not None and not p.tags[told].startswith("W") else found  # "a nurse they took hostage"
        case "iobj":
            held = child(p, verb, "dative")
            if held is None:  # "was handed a letter"; who is paid is aided by nobody
                two = is_passive(p, verb) and child(p, verb, "dobj") is not None and p.lemmas[verb] != "pay"
                return grammatical_subject(p, verb) if two else []
            if p.tags[held] in ("IN", "TO"):
                inner = child(p, held, "pobj")
                return coordinated(p, inner) if inner is not None else []
            return coordinated(p, held)
        case "xcomp":
            return [c for c in p.children[verb] if _is_infinitive(p, c)]
        case "ccomp":
            return [c for c in p.children[verb] if p.deps[c] == "ccomp" and not _is_infinitive(p, c)]
        case "oprd":
            return [c for c in p.children[verb] if p.deps[c] == "oprd" and p.lemmas[c] not in _SPANS]
        case "comp-subj":
            below = child(p, verb, "ccomp", "xcomp")
            return _doers(p, below) if below is not None else []
        case "comp-by":
            below = child(p, verb, "ccomp")
            return prepositional(p, below, "by") if below is not None and child(p, below, "nsubjpass") is not None else []
        case "comp-obj":
            below = child(p, verb, "xcomp", "ccomp")
            own = objects(p, below) if below is not None else []
            held_by = [] if below is None else [below, *own]
            within = _INTO if below is not None and not own and "ASSAULT" in types_of(p.lemmas[below]) else ()
            return [*own, *(n for one in held_by for word in (*_AGAINST, *within) for n in prepositional(p, one, word))]
        case "for-to":
            return [n for n in prepositional(p, verb, "for") if p.edges[n][1] < len(p) and p.lower[p.edges[n][1]] == "to"]
        case "neg":
            around = (*p.children[verb], p.heads[verb])
            return [c for c in around if (p.deps[c] == "neg" and p.lower[c - 1] != "or") or p.lower[c] == "without"]  # not "whether or not"
        case "mod" | "poss" | "support":
            return []
    found = prepositional(p, verb, slot)
    found = [antecedent(p, verb, n) if p.lower[n] in ("whom", "which") else n for n in found]  # "to whom she promised it"
    if not found:
        # The parser often hangs the counterpart on the object ("discussed the war with Putin") or on a word of the phrase.
        near = [*(objects(p, verb) if slot not in _OWN_ONLY else ()), *(t for t in tokens if t != verb)]
        found = [n for o in near if o not in tokens or p.heads[o] != o for n in prepositional(p, o, slot)]
    if not found and slot in _DEEP:
        # Or deeper: "coordinating efforts in the crisis with France", "mediate in the conflict between X and Y", "hosted rounds of talks
        # between X and Y".
        nouns = [*objects(p, verb), *(noun for word, noun in prepositions(p, verb) if word in _TOPIC or word in ("by", "via"))]
        nouns += [noun for one in nouns for word, noun in prepositions(p, one) if word in _TOPIC or (word == "of" and slot != "with")]
        nouns = [noun for noun in nouns if p.lemmas[noun] != "interview"]  # "said in an interview with a newspaper"
        found = [n for noun in nouns if not is_verb(p, noun) for n in prepositional(p, noun, slot)]
    return found


def _before_hyphen(p: Parsed, verb: int) -> list[int]:
    """Who does what a participle before a noun tells: "Peru-mediated talks", "a Chilean-brokered truce"."""
    joined = p.deps[verb] == "amod" and p.tags[verb] == "VBN" and verb > 1 and p.words[verb - 1] in ("-", "‑")
    return [verb - 2] if joined and p.heads[verb - 2] == verb else []


def _doers(p: Parsed, below: int) -> list[int]:
    """Who does what a clause tells, if it has a subject: in "demanded that Lee be freed by Peru" Peru, in "wants Lee freed" nobody."""
    if child(p, below, "nsubj", "nsubjpass") is None:
        return []
    undergone = p.tags[below] == "VBN" and not any(p.deps[c] == "aux" for c in p.children[below])
    return agents(p, below) if undergone else subject(p, below)


def _stance(p: Parsed, token: int) -> str:
    """How a noun stands to what stands before it behind a hyphen: "anti-Peruvian", "pro-government"; "" where nothing tells."""
    before = p.lower[token - 2] if token > 1 and p.words[token - 1] in ("-", "‑") else ""
    return before if before in ("anti", "pro") else ""


def _is_infinitive(p: Parsed, token: int) -> bool:
    if p.deps[token] == "xcomp":
        return True
    to = any(p.deps[c] == "aux" and p.tags[c] == "TO" for c in p.children[token])
    return p.deps[token] in ("ccomp", "advcl") and p.tags[token] == "VB" and to


def _of_noun(p: Parsed, noun: int, slot: str, tokens: tuple[int, ...]) -> list[int]:
    match slot:
        case "poss":
            held = child(p, noun, "poss")
            if held is not None and p.lower[held] == "whose":
                return _whose(p, noun, held)
            return coordinated(p, held) if held is not None else []
        case "mod":
            beside = [c for t in dict.fromkeys((noun, *tokens)) for c in p.children[t]]  # "Chilean truce talks"
            before = [c for c in beside if p.deps[c] in ("amod", "compound", "nmod") and c not in tokens and not _stance(p, c)]
            before = [c for c in before if not any(c < b < noun and p.lower[b] in _BROKERED for b in before)]  # "a U.S. brokered truce"
            return [i for c in before for i in sorted((c, *_named_within(p, c)))]
        case "anti":
            return [c for c in p.children[noun] if c < noun and _stance(p, c) == "anti"]
        case "of-poss" | "of-mod" | "of-on" | "of-against" | "of-to":
            return [n for held in prepositional(p, noun, "of") for n in _of_noun(p, held, slot.removeprefix("of-"), (held,))]
        case "support":
            verb, how = support(p, noun)
            carries = verb is not None and (how in ("obj", "attr") or how in _JOINS or answers_with(p, verb, how))
            if verb is None or not carries or is_topic_of(p, noun, verb):
                return []  # "briefed her on the talks"
            return subject(p, verb) if is_verb(p, verb) else []
        case "comp-subj":
            return [n for c in p.children[noun] if p.deps[c] in ("acl", "ccomp") and child(p, c, "mark") is not None for n in _doers(p, c)]
        case "xcomp":
            return [c for c in p.children[noun] if p.deps[c] in ("acl", "xcomp", "advcl") and p.tags[c] == "VB"]
        case "ccomp":
            return [c for c in p.children[noun] if p.deps[c] in ("acl", "ccomp", "relcl") and child(p, c, "mark") is not None]
    if slot.startswith("support-"):
        verb, how = support(p, noun)
        if verb is None or not is_verb(p, verb) or how in _AT_ANOTHER_TIME or (slot == "support-to" and _is_aside(p, noun, how)):
            return []
        if slot == "support-on" and p.lemmas[verb] == "blame":
            return []  # "blamed the raid on the weakness of Chad"
        return [n for n in _of_verb(p, verb, slot.removeprefix("support-"), (verb,)) if n != noun]
    found = prepositional(p, noun, slot)
    if found and slot == "with":
        found += _also_with(p, noun, found[-1])
    if not found and slot == "between" and p.deps[noun] == "nsubjpass":  # "a deal was struck on Friday between X and Y"
        found = prepositional(p, p.heads[noun], slot)
    above = p.heads[p.heads[noun]]
    if not found and slot != "of" and p.deps[noun] == "pobj" and p.lemmas[above] in _SPANS:  # "six months of detention for X"
        found = prepositional(p, above, slot)
    if not found and slot in _COUNTERPARTS:  # "a meeting in Geneva on Monday with X", "talks in Doha between X and Y"
        for c in p.children[noun]:
            inner = child(p, c, "pobj") if p.deps[c] == "prep" else None
            if inner is not None:
                found += [n for n in prepositional(p, inner, slot) if slot in ("with", "between", "among")]
    return found


def _whose(p: Parsed, noun: int, word: int) -> list[int]:
    """For whom "whose" stands with a noun: "Rey, whose visit to Chad ended"."""
    verb = next((t for t in p.ancestors(noun) if p.deps[t] == "relcl"), None)
    return [antecedent(p, verb, word)] if verb is not None else []


def _also_with(p: Parsed, noun: int, last: int) -> list[int]:
    """Further ones that the parser hung on the verb: "held talks with Ann Lee, with Bo Fox and with the envoys"."""
    verb, how = support(p, noun)
    links = p.children[verb] if verb is not None and how == "obj" else ()
    behind = [c for c in links if c > last and p.lower[c] == "with" and p.deps[c] in ("prep", "conj")]
    return [t for c in behind for link in (c, *(g for g in p.children[c] if p.lower[g] == "with")) for t in _held(p, link)]


def _held(p: Parsed, preposition: int) -> list[int]:
    held = child(p, preposition, "pobj")
    return coordinated(p, held) if held is not None else []


def _named_within(p: Parsed, word: int) -> list[int]:
    """What else stands in a word before a noun: "a Chilean and Peruvian raid", "a U.S.-led raid"."""
    labels = ("npadvmod",) if p.lower[word] == "led" else ("conj", "compound", "amod")
    return [c for c in p.children[word] if p.deps[c] in labels]


def _carried_out(p: Parsed, noun: int) -> list[int]:
    """The passive verbs behind a noun of action that tell who did it, and to whom: "the raid led by Rey", "sanctions, imposed on Chad"."""
    behind = (c for c in p.children[noun] if p.deps[c] == "relcl" or (p.deps[c] == "acl" and p.tags[c] == "VBN"))
    return [c for c in behind if p.lemmas[c] in words("carrying_out_verbs") and is_passive(p, c)]
