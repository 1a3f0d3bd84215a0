"""Who cannot be a party to an act by the syntax around it, whatever the encoder thinks."""

from __future__ import annotations

from memcon.ontology.codebook import codebook
from memcon.ontology.words import words

from ..coreference.cast import Cast
from ..grammar.dependents import SUBJECTS, child, is_verb
from ..grammar.noun_phrases import is_only_a_flag, is_only_of_make
from ..grammar.parsed import Parsed
from ..grammar.syntax import grammatical_subject, is_passive, objects, prepositional, subject, support
from ..grammar.verbs_of_acts import types_of
from ..parties.doers_before_deeds import DOERS
from ..triggers.slots import answers_with
from ..triggers.triggers import Trigger
from .owners import ROADS
from .rescuers import only_rescues
from .who_only_tells import only_tells
from .who_would_act import would_act

_BROKERING = frozenset("broker facilitate mediate negotiate".split())
_BROKERED = frozenset(("brokered", "mediated"))
_SECURING = frozenset("broker mediate facilitate secure obtain arrange win verify monitor guarantee".split())  # what others do
_ARRANGING = frozenset("arrange broker facilitate mediate".split())
_BREAKING = frozenset("break breach violate reject cite condemn criticise criticize denounce scrap undermine".split())
_TELLING = frozenset("condemn deplore denounce criticise criticize mention welcome praise demand urge".split())
_SPARKING = frozenset("set trigger spark prompt provoke cause ignite touch".split())
_MOMENTS = frozenset("time moment hour day night eve start outbreak".split())
_CLEARING = frozenset("acquit absolve clear exonerate".split())
_AVERTING = frozenset("avert prevent resolve settle de-escalate defuse foil thwart quell".split())
_FLEEING = frozenset("flee escape survive evade dodge witness withstand".split())
_ENDING = frozenset("end stop halt finish cease".split())
_KEPT_BY_OTHERS = frozenset("truce ceasefire cease-fire fire exchange swap release".split())
_MOVING = frozenset(("move", "shift", "return", "relocate", "switch", "transfer"))
_WANTING = frozenset("demand seek want propose advocate request suggest favour favor".split())
_OF_FORCE = frozenset(("ASSAULT", "COERCE", "RETREAT"))
_OF_BOTH = frozenset(("AGREE", "RETREAT", "SUPPORT", "COOPERATE"))


def no_actor(p: Parsed, trigger: Trigger, token: int, cast: Cast) -> bool:
    """Whether somebody only tells of an act, brokered an agreement or breaks it, or is of those whom an act befell."""
    if p.lemmas[token] in words("documents"):  # "the warrant charged Rey"
        return True
    brokers = not is_verb(p, trigger.head) and token in brokering_too(p, trigger)
    beside = brokers or only_tells(p, trigger, token, cast) or _is_beside_an_agreement(p, trigger, token)
    return (
        beside
        or _is_of_the_sufferers(p, trigger, token, cast)
        or _is_of_what_tells_of_it(p, trigger, token)
        or _sparks_it(p, trigger, token)
        or _ends_it(p, trigger, token)
        or _flees_it(p, trigger, token)
        or _is_cleared_of_it(p, trigger, token)
        or _is_where_power_changed(p, trigger, token, cast)
        or _is_answered(p, trigger, token)
        or _calls_for_its_end(p, trigger, token)
        or _is_accused_beside(p, trigger, token)
        or _only_names_a_deal(p, trigger, token, cast)
        or does_the_deed_behind(p, trigger, token)
        or _befell_fighters(p, trigger, token, cast)
        or _only_made_it(p, trigger, token)
        or only_rescues(p, trigger, token, cast)
    )


def _befell_fighters(p: Parsed, trigger: Trigger, token: int, cast: Cast) -> bool:
    """ "The militia attacked the base. Twenty militants were killed": fighters did not kill their like, if nobody is said to have."""
    verb = trigger.head
    if trigger.entry.type != "ASSAULT" or not is_verb(p, verb) or p.sentence_of[token] == p.sentence_of[verb]:
        return False
    fell = not subject(p, verb) if is_passive(p, verb) else p.lemmas[verb] == "die"
    whom = grammatical_subject(p, verb) if fell else []
    fighters = bool(whom) and all(p.lemmas[t] in words("class_rebels") and p.tags[t] == "NNS" for t in whom)
    return fighters and any(cast.entities[n].kind == "armed_group" for n in cast.of(token))


def _only_made_it(p: Parsed, trigger: Trigger, token: int) -> bool:
    """ "Was killed in a Chinese-made drone strike"."""
    return is_only_of_make(p, token) and token + 2 not in trigger.tokens


def _is_cleared_of_it(p: Parsed, trigger: Trigger, token: int) -> bool:
    """ "Was cleared of the murder", "was acquitted of bombing the mosque"."""
    link = p.heads[trigger.head]
    verb = p.heads[link]
    cleared = p.deps[trigger.head] in ("pobj", "pcomp") and p.lower[link] == "of" and p.lemmas[verb] in _CLEARING
    return cleared and is_verb(p, verb) and token in objects(p, verb)


def _is_answered(p: Parsed, trigger: Trigger, token: int) -> bool:
    """ "Rebels shelled the town and the army answered with air strikes": those are the army's."""
    verb, how = support(p, trigger.head) if not is_verb(p, trigger.head) else (None, "")
    if verb is None or not answers_with(p, verb, how) or child(p, verb, "nsubj") is None:
        return False
    return token not in {t for one in grammatical_subject(p, verb) for t in p.subtree(one)}


def _calls_for_its_end(p: Parsed, trigger: Trigger, token: int) -> bool:
    """ "Rejected calls from Chad and Togo to free Rey, whom it has held since May": neither holds him."""
    while p.deps[token] == "conj":
        token = p.heads[token]
    link = p.heads[token]
    call = p.heads[link]
    asks = p.deps[token] == "pobj" and p.lower[link] in ("by", "from", "of") and p.lemmas[call] in words("requests_by_name")
    return asks and trigger.entry.type in _OF_FORCE and p.sentence_of[trigger.head] == p.sentence_of[token] and trigger.head > token


def _is_accused_beside(p: Parsed, trigger: Trigger, token: int) -> bool:
    """ "Put the number of those arrested at 340 and accused Togo of sending thugs": Togo arrested nobody."""
    verb = p.heads[token]
    accused = trigger.entry.type == "COERCE" and p.deps[token] == "dobj" and "ACCUSE" in types_of(p.lemmas[verb])
    return accused and trigger.head not in p.subtree(verb) and trigger.head < verb


def _only_names_a_deal(p: Parsed, trigger: Trigger, token: int, cast: Cast) -> bool:
    """ "The Pretoria accord", "the Bangkok meeting": the town where it was made."""
    mention = cast.mention(token)
    named = mention is not None and mention.capital and p.tags[token].startswith("NNP")
    meant = trigger.entry.type == "AGREE" or (trigger.entry.type == "CONSULT" and trigger.entry.mode != "mediation")
    return named and meant and p.deps[token] == "compound" and p.heads[token] in trigger.tokens


def _is_where_power_changed(p: Parsed, trigger: Trigger, token: int, cast: Cast) -> bool:
    """ "Chad expelled the envoy after a coup that toppled Rey": a state has a coup, and does none."""
    coup = any(p.lemmas[t] in words("coups") for t in (trigger.head, *grammatical_subject(p, trigger.head)))
    return coup and trigger.entry.type == "ASSAULT" and any(cast.entities[n].kind == "state" for n in cast.of(token))


def _ends_it(p: Parsed, trigger: Trigger, token: int) -> bool:
    """ "Egypt is trying to end the war in Togo", "a plan to prevent attacks"."""
    noun = trigger.head
    verb = p.heads[noun]
    if trigger.entry.type != "ASSAULT" or is_verb(p, noun) or p.deps[noun] != "dobj" or child(p, noun, "poss") is not None:
        return False
    ends = p.lemmas[verb] in _AVERTING or (p.lemmas[verb] in _ENDING and p.tags[verb] == "VB")
    return ends and token in grammatical_subject(p, verb)


def _flees_it(p: Parsed, trigger: Trigger, token: int) -> bool:
    """ "Ten rebels fleeing the raid", "Rey survived the attack", "those who escaped from the shelling"."""
    noun = trigger.head
    verb = p.heads[p.heads[noun]] if p.deps[noun] == "pobj" and p.lower[p.heads[noun]] == "from" else p.heads[noun]
    if trigger.entry.type != "ASSAULT" or is_verb(p, noun) or p.deps[noun] not in ("dobj", "pobj") or p.lemmas[verb] not in _FLEEING:
        return False
    return token in grammatical_subject(p, verb) or (p.deps[verb] in ("acl", "relcl") and token == p.heads[verb])


def _is_of_what_tells_of_it(p: Parsed, trigger: Trigger, token: int) -> bool:
    """ "A Russian draft condemning the killing of civilians"."""
    noun = p.heads[token]
    if p.deps[token] not in ("amod", "compound", "poss", "nmod") or trigger.entry.type in codebook().speech:
        return False
    telling = [c for c in p.children[noun] if p.deps[c] == "acl" and is_verb(p, c) and c != trigger.head]
    return any(trigger.head in p.subtree(c) and p.lemmas[c] in _TELLING for c in telling)


def _sparks_it(p: Parsed, trigger: Trigger, token: int) -> bool:
    """ "A court jailed Rey, setting off clashes": what they did is no clash."""
    verb = p.heads[trigger.head]
    if is_verb(p, trigger.head) or p.deps[trigger.head] != "dobj" or p.deps[verb] != "advcl" or p.tags[verb] != "VBG":
        return False
    return p.lemmas[verb] in _SPARKING and p.deps[token] in ("dobj", *SUBJECTS) and p.heads[token] == p.heads[verb]


def no_recipient(p: Parsed, trigger: Trigger, token: int) -> bool:
    """Whether one is only whom a likeness shows, to whom is done what a request serves, a fellow broker, or from where one fires."""
    verb = trigger.head
    fired_from = trigger.entry.type in ("ASSAULT", "MOBILIZE") and is_verb(p, verb) and token in prepositional(p, verb, "from")
    tests = (
        _is_shown, _in_what_failed, _undergoes_what_it_serves, befalls_whom_it_names, does_the_deed_behind, only_then, is_wanted_itself,
        _is_where_it_moved, befalls_another, is_where_they_march, only_flags_it, _is_means, would_act
    )  # fmt: skip
    near = any(test(p, trigger, token) for test in tests)
    return fired_from or near or token in brokering_too(p, trigger) or _is_fought_by_them(p, verb, token)


def _is_means(p: Parsed, _: Trigger, token: int) -> bool:
    """ "Lodged a protest through its embassy": who of one's own passes something on is not whom it is for."""
    own = any(p.tags[c] == "PRP$" for c in p.children[token])
    return own and p.deps[token] == "pobj" and p.lower[p.heads[token]] in ("through", "via")


def befalls_another(p: Parsed, trigger: Trigger, token: int) -> bool:
    """ "Chad struck a camp and Togo shot down two jets": whom another clause's verb befalls, where this one befalls something."""
    while p.deps[token] in ("compound", "amod", "nmod") and p.heads[token] > token:
        token = p.heads[token]
    verb, other = trigger.head, p.heads[token]
    if trigger.entry.type not in _OF_FORCE or not is_verb(p, verb) or p.deps[token] not in ("dobj", "nsubjpass") or other == verb:
        return False
    own = [t for t in objects(p, verb) if t not in trigger.tokens]
    does = is_verb(p, other) and child(p, other, "nsubj", "nsubjpass") is not None and p.lemmas[other] not in words("harm_verbs")
    return bool(own) and does and p.lemmas[verb] not in words("harm_verbs") and token not in own


def befalls_whom_it_names(p: Parsed, trigger: Trigger, token: int) -> bool:
    """ "Called for Lee to be freed", "demanded that Lee be tried", "Lee should be punished": what is asked for befalls him."""
    token = p.heads[token] if p.deps[token] == "poss" else token  # "called for Togo's camps to be bombed"
    verb = p.heads[token]
    if trigger.entry.type != "REQUEST" or p.deps[token] != "nsubjpass":
        return False
    # not "Lee is expected to be told to leave", "the cabinet has been fooled and should resign"
    return (p.heads[trigger.head] == verb and p.deps[trigger.head] in ("aux", "mark")) or trigger.head in p.ancestors(verb)


def is_wanted_itself(p: Parsed, trigger: Trigger, token: int) -> bool:
    """ "Demanded a caretaker government", "called for an independent commission": what is yet to be is not asked."""
    link = p.heads[token]
    verb = p.heads[link] if p.deps[token] == "pobj" and p.lower[link] == "for" else link
    if trigger.entry.type != "REQUEST" or p.deps[token] not in ("dobj", "pobj") or verb not in trigger.tokens or not is_verb(p, verb):
        return False
    wants = p.deps[token] == "pobj" or p.lemmas[verb] in _WANTING
    below = any(p.deps[c] in ("xcomp", "ccomp", "relcl", "acl") for c in (*p.children[verb], *p.children[token]))
    return wants and not below and any(p.lower[c] in ("a", "an") for c in p.children[token])


def only_flags_it(p: Parsed, _: Trigger, token: int) -> bool:
    """ "Fired at a Liberian-flagged tanker"."""
    return is_only_a_flag(p, token)


def is_where_they_march(p: Parsed, trigger: Trigger, token: int) -> bool:
    """ "Thousands poured into the streets of Lima, Cusco and Puno", "gathered outside parliament"."""
    if trigger.entry.type == "PROTEST" and p.lower[token - 1] in ("outside", "near") and token:
        return True
    while p.deps[token] == "conj" and p.heads[token] != token:
        token = p.heads[token]
    link = p.heads[token]
    of = trigger.entry.type == "PROTEST" and p.deps[token] == "pobj" and p.lower[link] == "of"
    return of and p.lemmas[p.heads[link]] in ROADS


def _is_where_it_moved(p: Parsed, trigger: Trigger, token: int) -> bool:
    """ "The talks moved to China"."""
    noun, verb = trigger.head, p.heads[p.heads[token]]
    moved = trigger.entry.type == "CONSULT" and not is_verb(p, noun) and p.lemmas[verb] in _MOVING and noun in grammatical_subject(p, verb)
    return moved and p.deps[token] == "pobj" and p.lower[p.heads[token]] == "to"


def does_the_deed_behind(p: Parsed, trigger: Trigger, token: int) -> bool:
    """ "Plotted a putsch during student protests": who stands before the noun of another deed does that one."""
    before = p.deps[token] in ("compound", "nmod", "amod") and p.lower[token] in DOERS
    deed = p.heads[token]
    return before and deed not in trigger.tokens and p.heads[deed] not in trigger.tokens  # "a police raid killed two"


def _in_what_failed(p: Parsed, trigger: Trigger, token: int) -> bool:
    """ "Welcomed the failure of talks between Chad and Togo"."""
    if trigger.entry.type != "SUPPORT" or trigger.head not in p.ancestors(token):
        return False
    between = [t for t in p.ancestors(token) if trigger.head in p.ancestors(t)]
    return any(p.lemmas[t] in words("failing") and not is_verb(p, t) for t in between)


def only_then(p: Parsed, trigger: Trigger, token: int) -> bool:
    """ "Guests were dancing at the hour of the blast", "pressed the president since the war": an act that only tells when."""
    noun = trigger.head
    link = p.heads[noun]
    if is_verb(p, noun) or p.deps[noun] != "pobj":
        return False
    above = p.heads[link]
    if p.lower[link] == "of" and p.lemmas[above] in _MOMENTS and p.deps[above] == "pobj":
        above = p.heads[p.heads[above]]
    elif p.lower[link] not in ("since", "until", "before"):
        return False
    if not is_verb(p, above) or p.lemmas[above] in words("harm_verbs") | words("suffering_verbs"):
        return False
    return token in grammatical_subject(p, above) or token in objects(p, above)


def _is_fought_by_them(p: Parsed, verb: int, token: int) -> bool:
    """ "Chad arms militias battling the rebels"."""
    above = p.heads[token]
    below = p.deps[token] == "dobj" and p.deps[above] in ("acl", "relcl") and is_verb(p, above)
    return below and above != verb and is_verb(p, verb) and p.heads[above] in objects(p, verb)


def brokering_too(p: Parsed, trigger: Trigger) -> list[int]:
    """Those with whom somebody brokers what others keep: "Qatar, which brokered the truce with Egypt".

    Of a deal they may be a party ("brokered a deal with Iran"), of a truce or an exchange they are none.
    """
    noun = trigger.head
    if is_verb(p, noun):
        verb = noun
        noun = next((t for t in objects(p, verb) if p.lemmas[t] in _KEPT_BY_OTHERS), -1)
    else:
        verb = p.heads[noun] if p.deps[noun] == "dobj" else noun
    if noun < 0 or verb == noun or p.lemmas[verb] not in ("broker", "mediate") or p.lemmas[noun] not in _KEPT_BY_OTHERS:
        return []
    return [*prepositional(p, verb, "with"), *prepositional(p, noun, "with")]


def is_arranged(p: Parsed, trigger: Trigger, verb: int) -> bool:
    """Whether a verb tells that somebody gets others to lay down arms: "worked out a truce", "a plan to bring about a ceasefire"."""
    if trigger.entry.mode != "ceasefire":
        return False
    particle = {"work": "out", "bring": "about"}.get(p.lemmas[verb])
    return p.lemmas[verb] in _ARRANGING or any(p.lower[c] == particle for c in p.children[verb])


def _is_beside_an_agreement(p: Parsed, trigger: Trigger, token: int) -> bool:
    """ "Kenya violated the agreement brokered by Norway", "Qatar, which secured the release of two", "a Norwegian-brokered truce"."""
    noun = trigger.head
    if is_verb(p, noun) or trigger.entry.type not in _OF_BOTH:
        return False
    behind = [c for c in p.children[noun] if p.deps[c] in ("acl", "relcl") and p.lemmas[c] in _BROKERING]
    if any(token in subject(p, c) for c in behind):
        return True
    brokered = [c for c in p.children[noun] if p.deps[c] == "amod" and p.lower[c] in _BROKERED]
    if any(token < c for c in brokered) and noun in p.ancestors(token):  # "a U.S. brokered truce"
        return True
    if p.heads[p.heads[token]] == noun and p.deps[token] == "npadvmod" and p.lower[p.heads[token]] in _BROKERED:
        return True
    verb = p.heads[noun]
    if p.deps[noun] != "dobj":
        return False
    given = (trigger.entry.type == "RETREAT" and p.lemmas[verb] in _SECURING) or is_arranged(p, trigger, verb)
    by = p.heads[p.heads[verb]] if given and p.deps[verb] == "pcomp" else verb  # "made an effort by brokering a truce"
    return (given or p.lemmas[verb] in _BREAKING) and any(token in subject(p, v) for v in (verb, by) if is_verb(p, v))


def _is_of_the_sufferers(p: Parsed, trigger: Trigger, token: int, cast: Cast) -> bool:
    """ "Peru recalled its envoy after two Peruvians were arrested"."""
    verb = trigger.head
    above = p.heads[verb]
    told = is_verb(p, verb) and p.deps[verb] == "advcl" and child(p, verb, "nsubjpass") is not None
    if not told or token not in grammatical_subject(p, above):
        return False
    own = {m.identity.country for t in objects(p, verb) if (m := cast.mention(t)) is not None and m.identity is not None} - {None}
    return any(cast.entities[n].country in own for n in cast.of(token))


def _is_shown(p: Parsed, trigger: Trigger, token: int) -> bool:
    """ "A statue of a president", "waved Peruvian flags"; who burns a flag or an effigy is against whose it is."""
    if p.lemmas[trigger.head] in words("defiling_verbs"):
        return False
    above = p.heads[token]
    thing = p.heads[above] if p.deps[token] == "pobj" and p.lower[above] in ("of", "to") else above
    return thing != token and p.lemmas[thing] in words("likenesses") and p.deps[token] in ("pobj", "amod", "compound", "nmod")


def _undergoes_what_it_serves(p: Parsed, trigger: Trigger, token: int) -> bool:
    """ "Iceland defied Japan by urging a ban"."""
    verb, link = trigger.head, p.heads[trigger.head]
    by = trigger.entry.type == "REQUEST" and p.deps[verb] == "pcomp" and p.lower[link] == "by"
    return by and p.deps[token] == "dobj" and p.heads[token] == p.heads[link]
