"""Words that tell an act apart from an event of its type: "another bomb", "three other dealers", "two hours after the blast".

What their numbers tell is in `counted_apart`; what holds of attacks alone, towns and counts of the dead, in `incidents`.
"""

from __future__ import annotations

from collections.abc import Sequence

from memcon.ontology.words import words

from ..acts.acts import Act
from ..acts.own_victims import whole_around
from ..coreference.cast import Cast
from ..factuality.assertion import is_another
from ..grammar.dependents import child, coordinated, is_verb
from ..grammar.noun_phrases import commemorated
from ..grammar.parsed import Parsed, remembered
from ..grammar.syntax import clause, grammatical_subject, objects, prepositional, subject, support
from ..roles.filled import HEARD
from ..triggers.retaliation import answers_what_went_before
from ..triggers.told_about import is_topic_of
from .between_others import between_others
from .comparing import cover, like
from .counted_apart import counted_apart, heads, number_of
from .group import Group
from .leads import SPEECH
from .once import ONCE
from .sides_of_fights import befalls_its_doers, by_the_other_side, war_and_capture
from .years_told import of_a_year_before_the_news, of_another_year

_FIGHTS = frozenset("battle clash combat fighting firefight gunfight skirmish".split())
_LETTERS = frozenset(("letter", "cable", "telegram"))
_MEASURES = frozenset(("SANCTION", "COERCE", "AID"))
_KNOWN = frozenset("the this that these those both".split())


def told_apart(p: Parsed, told: Sequence[Act], group: Group, cast: Cast) -> bool:
    """Whether words that tell one act say that an event of its type is another one."""
    if told[0].type != group.type or heads(told) & heads(group.acts):
        return False
    return any(rule(p, told, group.acts) for rule in _OF_BOTH) or any(rule(p, told, group, cast) for rule in _OF_PARTIES)


def _long_before_or_after(p: Parsed, told: Sequence[Act], others: Sequence[Act]) -> bool:
    """Whether one is told to have been so long before or after the other."""
    one, other = heads(told), heads(others)
    return any(not other.isdisjoint(left_behind(p, a)) for a in one) or any(not one.isdisjoint(left_behind(p, b)) for b in other)


def _named_among_several(p: Parsed, told: Sequence[Act], others: Sequence[Act]) -> bool:
    """Whether one is named as an example of the other."""
    return any(whole_around(p, head) in heads(others) for head in heads(told))


def _on_its_anniversary(p: Parsed, told: Sequence[Act], others: Sequence[Act]) -> bool:
    """Whether one is told to have come when the other was remembered: "the attack came on the anniversary of the coup"."""
    return any(_is_day_of(p, a, b) or _is_day_of(p, b, a) for a in heads(told) for b in heads(others))


def _is_day_of(p: Parsed, remembered: int, head: int) -> bool:
    """Whether what is remembered tells the day of an act: "came on the anniversary of the coup"."""
    if not commemorated(p, remembered) or p.sentence_of[remembered] != p.sentence_of[head]:
        return False
    day = p.heads[p.heads[remembered]]
    verb = p.heads[p.heads[day]]
    on = p.deps[day] == "pobj" and p.lower[p.heads[day]] == "on" and is_verb(p, verb)
    return on and head in (verb, *grammatical_subject(p, verb))


@remembered
def left_behind(p: Parsed, head: int) -> list[int]:
    """What an act is told to have come so long before or after, or ahead of: "shot three days after the blast", "phoned ahead of talks"."""
    found: list[int] = []
    verb = head if is_verb(p, head) else support(p, head)[0]
    for at in {head, head if verb is None else verb}:
        for c in p.children[at]:
            if p.lower[c] in ("after", "before") and p.deps[c] == "prep" and _is_measured(p, c):
                found += [n for held in p.children[c] if p.deps[held] in ("pobj", "pcomp") for n in coordinated(p, held)]
            elif p.lower[c] == "ahead":
                found += [n for held in prepositional(p, c, "of") for n in coordinated(p, held)]
            elif p.deps[c] == "advcl":
                mark = next((m for m in p.children[c] if p.lower[m] in ("after", "before") and p.deps[m] in ("mark", "prep")), None)
                if mark is not None and _is_measured(p, mark):
                    found.append(c)
    return found


def _is_measured(p: Parsed, word: int) -> bool:
    """Whether a time stands before "after" or "before": "three days after", "shortly before"."""
    before = word - 1
    if before < 0:
        return False
    beside = [c for c in p.children[word] if c < word]
    return p.lower[before] in words("measures_of_time") or any(p.lower[c] in ("shortly", "soon", "just", "long") for c in beside)


def _one_is_a_coup(p: Parsed, told: Sequence[Act], others: Sequence[Act]) -> bool:
    """Whether one is told as a coup and the other as a raid: "a coup toppled Rey ... the incursion"."""
    ours, theirs = ({p.lemmas[h] for h in heads(some)} for some in (told, others))
    coups = [bool(some & words("coups")) for some in (ours, theirs)]
    return coups[0] != coups[1] and bool((theirs if coups[0] else ours) & words("raids"))


def _one_is_an_abduction(p: Parsed, told: Sequence[Act], others: Sequence[Act]) -> bool:
    """Whether one is told as an abduction and the other as a fight: "took a soldier captive ... the clash"."""
    ours, theirs = ({p.lemmas[h] for h in heads(some)} for some in (told, others))
    taken = ["abduct" in {a.mode for a in some} for some in (told, others)]
    return taken[0] != taken[1] and bool((theirs if taken[0] else ours) & _FIGHTS) and not ours & theirs


def _one_is_a_letter(p: Parsed, told: Sequence[Act], others: Sequence[Act]) -> bool:
    """Whether one is told as a letter and the other as a call or a meeting: "spoke by phone with Rey ... rejected the letter"."""
    ours, theirs = (any(p.lemmas[h] in _LETTERS for h in heads(some)) for some in (told, others))
    modes = {a.mode for a in (others if ours else told)}
    return ours != theirs and bool(modes & {"call", "meeting"})


def _is_no_meeting(p: Parsed, told: Sequence[Act], others: Sequence[Act]) -> bool:
    """Whether one is a meeting and the other contacts kept up: "contacts continued through Oslo ... called the meeting a fraud"."""
    ours, theirs = ({p.lemmas[h] for h in heads(some)} for some in (told, others))
    return any(one <= _OCCASIONS and other <= _CONTACTS for one, other in ((ours, theirs), (theirs, ours)))


_OCCASIONS = frozenset("meeting summit session encounter visit".split())
_CONTACTS = frozenset("contact channel communication exchange".split())


def _is_one_of_the_worst(p: Parsed, told: Sequence[Act], others: Sequence[Act]) -> bool:
    """Whether one opens a sentence as the worst of many, and the other was told before: "In one of the worst massacres, ten died"."""
    here = min(p.sentence_of[a.trigger.head] for a in told)
    before = all(p.sentence_of[a.trigger.head] < here for a in others)
    return before and any(_opens_as_the_worst(p, a.trigger.head) for a in told)


def _opens_as_the_worst(p: Parsed, noun: int) -> bool:
    of = p.heads[noun]
    one = p.heads[of]
    worst = p.deps[noun] == "pobj" and p.lower[of] == "of" and p.lower[one] == "one" and any(p.tags[c] == "JJS" for c in p.children[noun])
    return worst and p.deps[one] == "pobj" and p.lower[p.heads[one]] in ("in", "during") and p.heads[one] < p.heads[p.heads[one]]


def _what_the_other_is_about(p: Parsed, told: Sequence[Act], others: Sequence[Act]) -> bool:
    """Whether one is what those spoke of who had the other: "briefed him on the outcome of the talks"."""
    return any(is_topic_of(p, a, b) or is_topic_of(p, b, a) for a in heads(told) for b in heads(others))


def _brought_on_the_other(p: Parsed, told: Sequence[Act], others: Sequence[Act]) -> bool:
    """Whether one is what people protested over, and the other befell those in whose sentence that is told: "detained forty since protests
    broke out over the jailing of a poet"."""
    one, other = heads(told), heads(others)
    return any(_protested_over(p, a, other) for a in one) or any(_protested_over(p, b, one) for b in other)


def _protested_over(p: Parsed, noun: int, heads_of_other: set[int]) -> bool:
    link = p.heads[noun]
    if is_verb(p, noun) or p.deps[noun] != "pobj" or p.lower[link] not in ("about", "against", "at", "over"):
        return False
    above = p.heads[link]
    protest = {above, *grammatical_subject(p, above)} if is_verb(p, above) else {above}
    outside = [t for t in heads_of_other if p.sentence_of[t] == p.sentence_of[noun] and t not in p.subtree(noun)]
    return any(p.lemmas[t] in _PROTESTS for t in protest) and any(is_verb(p, t) for t in outside)


def _answers_the_other(p: Parsed, told: Sequence[Act], others: Sequence[Act]) -> bool:
    return any(answers_what_went_before(p, max(a, b), min(a, b)) for a in heads(told) for b in heads(others))


_PROTESTS = frozenset("demonstrate demonstration march outcry protest rally riot unrest uprising".split())


def _of_another_weapon(p: Parsed, told: Sequence[Act], _: Sequence[Act]) -> bool:
    """ "Another bomb was found", "a truck hit a second mine"."""
    return told[0].type == "ASSAULT" and any(is_verb(p, head) and _takes_another_weapon(p, head) for head in heads(told))


def _takes_another_weapon(p: Parsed, verb: int) -> bool:
    used = {
        *grammatical_subject(p, verb),
        *subject(p, verb),
        *objects(p, verb),
        *(n for w in ("by", "with", "in") for n in prepositional(p, verb, w)),
    }
    return any(p.lemmas[n] in words("explosive_things") and (is_another(p, n) or _is_further(p, n)) for n in used)


def _is_further(p: Parsed, noun: int) -> bool:
    """Whether a noun is of further ones: "three other dealers", "another man", "two more"; not "the other"."""
    said = {p.lower[c] for c in p.children[noun]}
    return not said & _KNOWN and bool(said & {"other", "another", "more", "further"})


def _befalls_others(p: Parsed, told: Sequence[Act], group: Group, cast: Cast) -> bool:
    """Whether it befalls others than those whom the event befell: "three other dealers were arrested", "two men ... Bo Fox"."""
    if (group.type, group.mode) not in ONCE:
        return False
    sentences = {p.sentence_of[a.trigger.head] for a in group.acts}
    known = [f for a in group.acts for f in a.parties if f.role == "recipient"]
    for act in told:
        verb = act.trigger.head
        if is_verb(p, verb) and any(_in_another_clause(p, act, other, cast) for other in group.acts):
            return True
        if not is_verb(p, verb) or p.sentence_of[verb] in sentences:
            continue
        if any(_is_further(p, n) for n in objects(p, verb)):
            return True
        whom = [f for f in act.parties if f.role == "recipient"]
        counts = {number_of(p, f.token) for f in whom} - {""}
        others = {number_of(p, f.token) for f in known}
        if counts and others and "" not in others and not counts & others:
            return True  # "arrested 30 suspects ... four people were arrested in one house"
        single = len(whom) == 1 and cast.entities[whom[0].entity].named and p.tags[whom[0].token] == "NNP"
        if single and known and all(f.entity != whom[0].entity and p.tags[f.token] in ("NNS", "CD") for f in known):
            return True
    return False


def _in_another_clause(p: Parsed, act: Act, other: Act, cast: Cast) -> bool:
    """Whether two passive clauses beside each other have each its own subject: "Rey was released and two priests were freed"."""
    one, two = act.trigger.head, other.trigger.head
    if p.heads[one] != two and p.heads[two] != one and p.heads[one] != p.heads[two]:
        return False
    if p.deps[max(one, two)] not in ("conj", "ccomp", "ROOT") or any(child(p, t, "nsubjpass") is None for t in (one, two)):
        return False
    mine, theirs = ({f.entity for f in a.parties if f.role == "recipient" and f.slot in ("obj", "subj")} for a in (act, other))
    return bool(mine and theirs) and not mine & theirs and not cover(mine, theirs, cast)


def _befalls_many_or_one(p: Parsed, told: Sequence[Act], group: Group, cast: Cast) -> bool:
    """Whether the one is told of "those arrested" and the other of a single person: "put the number of those arrested at 340"."""
    if (group.type, group.mode) not in ONCE:
        return False
    return any(
        _is_of_those(p, a.trigger.head) and _is_of_one(b, cast) for x, y in ((told, group.acts), (group.acts, told)) for a in x for b in y
    )


def _is_of_those(p: Parsed, verb: int) -> bool:
    return is_verb(p, verb) and p.deps[verb] == "acl" and p.lower[p.heads[verb]] == "those"


def _is_of_one(act: Act, cast: Cast) -> bool:
    whom = [f for f in act.parties if f.role == "recipient"]
    return len(whom) == 1 and cast.entities[whom[0].entity].kind == "person" and cast.entities[whom[0].entity].named


def _by_others(p: Parsed, told: Sequence[Act], group: Group, cast: Cast) -> bool:
    """Whether a noun says by whom, and that is nobody who did the event: "a search by Chad", "sanctions enacted by Chad"."""
    known = group.of_role("actor")
    if group.type == "ASSAULT":  # "some blame rebels": who did it is what sources differ about
        return False
    for act in told:
        head = act.trigger.head
        if is_verb(p, head) or (act.type == "AID" and any(a.trigger.head == p.heads[head] for a in group.acts)):
            continue  # "offered the union's help"
        said = {f.entity for f in act.parties if f.role == "actor" and _hangs_by(p, f.token, head)}
        if said and known and not any(like(x, y, cast) for x in said for y in known):
            return True
    return False


def _hangs_by(p: Parsed, token: int, noun: int) -> bool:
    """Whether a token is the possessor of a noun, or behind its "by", or does what carries it out: "Chad imposed sanctions"."""
    at = token
    while p.deps[at] in ("conj", "compound", "appos") and p.heads[at] != at:
        at = p.heads[at]
    above = p.heads[at]
    carried = p.heads[noun] if p.deps[noun] == "nsubjpass" else noun  # "a search was launched by Chad"
    if p.deps[at] == "nsubj" and p.deps[noun] == "dobj":
        return above == p.heads[noun] and p.lemmas[above] in words("carrying_out_verbs")
    behind = p.heads[p.heads[above]] == noun and p.lemmas[p.heads[above]] in words("carrying_out_verbs")  # "a search launched by Chad"
    return (p.deps[at] == "poss" and above == noun and p.tags[at] != "PRP$") or (
        p.deps[at] == "pobj" and p.lower[above] == "by" and (behind or p.heads[above] in (noun, carried))
    )


def _told_beside(p: Parsed, told: Sequence[Act], group: Group, cast: Cast) -> bool:
    """Whether the two stand in two clauses of one sentence that say who did, or what was done."""
    return any(_has_another_subject(p, a, b, cast) or _is_described_beside(p, a, b) for a in told for b in group.acts)


def _has_another_subject(p: Parsed, act: Act, other: Act, cast: Cast) -> bool:
    """Whether both stand with verbs of one sentence that have subjects of their own: "Rey condemned it, while Fox deplored it"."""
    one, two = (a.trigger.head if is_verb(p, a.trigger.head) else support(p, a.trigger.head)[0] for a in (act, other))
    if one is None or two is None or one == two or p.sentence_of[one] != p.sentence_of[two]:
        return False
    if any(p.deps[t] in ("ccomp", "xcomp") and p.heads[t] in (one, two) for t in (one, two)):  # "let them go"
        return False
    mine, theirs = ({f.entity for f in a.parties if f.role == "actor" and f.slot in ("subj", "support")} for a in (act, other))
    own = all(child(p, t, "nsubj") is not None for t in (one, two))
    return own and bool(mine and theirs) and not mine & theirs and not cover(mine, theirs, cast)


def _is_said_to_others(p: Parsed, told: Sequence[Act], group: Group, cast: Cast) -> bool:
    """Whether two verbs of one sentence put words to others: "called on both sides to wait and demanded that the rebels leave"."""
    if group.type not in SPEECH | _MEASURES:
        return False
    return any(_to_others(p, a, b, cast) for a in told for b in group.acts)


def _to_others(p: Parsed, act: Act, other: Act, cast: Cast) -> bool:
    one, two = act.trigger.head, other.trigger.head
    if p.sentence_of[one] != p.sentence_of[two] or not is_verb(p, one) or not is_verb(p, two) or p.lemmas[one] == p.lemmas[two]:
        return False
    sure = act.type in SPEECH  # of measures the encoder hears well whom they are against
    mine, theirs = ({f.entity for f in a.parties if f.role == "recipient" and (f.slot != HEARD or not sure)} for a in (act, other))
    each = not sure and all(p.tags[t] in ("VBD", "VBZ", "VBP") and child(p, t, "dobj") is not None for t in (one, two))
    return bool(mine and theirs) and not mine & theirs and (each or not cover(mine, theirs, cast))


def _is_described_beside(p: Parsed, act: Act, other: Act) -> bool:
    """Whether a noun is told by what was done there, in another clause than a noun before: "the raid ... the attack in which ten died"."""
    one, two = act.trigger.head, other.trigger.head
    if p.sentence_of[one] != p.sentence_of[two] or is_verb(p, one) or is_verb(p, two) or child(p, max(one, two), "relcl") is None:
        return False
    here, there = clause(p, one), clause(p, two)
    own = child(p, here, "nsubj", "nsubjpass") is not None and child(p, there, "nsubj", "nsubjpass") is not None
    return here != there and own and one not in p.subtree(two) and two not in p.subtree(one)


_OF_BOTH = (
    _long_before_or_after,
    _on_its_anniversary,
    _named_among_several,
    _what_the_other_is_about,
    _is_no_meeting,
    _one_is_a_letter,
    _one_is_a_coup,
    _one_is_an_abduction,
    _brought_on_the_other,
    _answers_the_other,
    of_another_year,
    of_a_year_before_the_news,
    _of_another_weapon,
    _is_one_of_the_worst,
    war_and_capture,
    counted_apart,
)
_OF_PARTIES = (
    _befalls_others, _befalls_many_or_one, _by_others, by_the_other_side, _told_beside, befalls_its_doers, _is_said_to_others,
    between_others,
)  # fmt: skip
