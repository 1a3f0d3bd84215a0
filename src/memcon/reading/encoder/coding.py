"""The encoder beside the rules: acts that it takes for none are let go, acts that the rules lack are added, doubtful ones are named anew.

How sure it must be was chosen on texts that it was not made from (docs/decisions/0011-the-encoder-beside-the-rules.md, 0013 to 0022).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache

from memcon.coder import Coder, Happening, Sight
from memcon.coder.labels import labels
from memcon.ontology.codebook import codebook
from memcon.ontology.lexicon import Entry, lexicon
from memcon.ontology.words import words

from ..factuality.status import BY_ENCODER, Status
from ..grammar.asked import ONLY_ASKED
from ..grammar.dependents import is_verb
from ..grammar.headlines import headline_end
from ..grammar.parsed import Parsed
from ..grammar.syntax import support
from ..triggers.slots import fill
from ..triggers.triggers import Trigger
from .no_act_of_its_own import COMPLETING, no_act_of_its_own
from .plain_words import gives_way, leaves_nothing_open, status_is_told, type_is_told

_OF_FORCE = frozenset(("ASSAULT", "COERCE"))
LEAST = 0.1
"""What the encoder gives less than this is no act to it at all, and none to the record."""
VETO = 0.3  # how little the encoder may give a single word that a line takes for an act, and no mere cue
ADD, ADD_TYPE = 0.6, 0.4  # how sure of an act, and of its type, the encoder adds one
WAVERS, FAVOUR = 0.75, 3.0  # below which share of its acts' types it wavers, and what a type counts that the lexicon has for the word
RETYPE, RIVAL = 0.6, 0.2  # how sure of another type it names an act anew, and how little the rules' type may have
MODE = 0.3  # how sure of a mode it gives an act any
REMODE = 0.7  # how sure of another mode of the same type it gives an act that mode
OFFERED, UNLIKE_ANY = 0.4, 0.5  # how sure of an act where somebody offers something; below which share of each type one gives way by it
CALL = 0.95  # how sure of a call where no word of the sentence speaks of one
STOPPED, FIRMLY = 0.7, 0.85  # how sure of an act in words that the lexicon takes for none here; of force, or carried by a verb
INSISTS, ASKED = 0.75, 0.9  # how sure of an act that the rules take for one that nobody does, or that is only asked for
TOLD = 0.5  # how sure of what a sentence tells was said to somebody, by whom it does not tell
UNATTENDED, UNATTENDED_FIRMLY = 0.7, 0.8  # how sure of an act of which nobody is told; of force or an agreement
SAID, MERELY_SAID = 0.5, 0.2  # how sure of a cue as an event, though its words hold others; below which a bare one ("said") is none
SURE, DEFAULT = 0.9, 0.5  # how often the rules' status is taken for right: of their own acts where a rule says so, and else
STATED = 0.8  # how sure of another status the encoder gives it, whatever the rules say
ON_TERMS = "rule:threat.terms"  # what is threatened unless others give way: the threat was made
BY, JUDGED, BY_MODE = BY_ENCODER, "model:status", "model:mode"
Alike = Callable[[int, int], float]
"""How alike the encoder finds the words of two triggers (their head tokens): a cosine, at most 1."""
_CARRYING = frozenset(("xcomp", "ccomp", "obj", "on", "to"))  # where the act stands that a line of the lexicon takes a verb to carry


def seen(p: Parsed, encoder: Coder) -> Sight:
    """The encoder's one pass over a parsed text."""
    return encoder.see(p.text, [(p.starts[first], p.ends[end - 1]) for first, end in p.sentences if end > first])


def alike(p: Parsed, sight: Sight, triggers: Sequence[Trigger]) -> Alike:
    """How alike the encoder finds the words of two triggers (by their heads)."""
    spans = [(t.coded.trigger.start, t.coded.trigger.end) if t.coded is not None else (p.starts[t.head], p.ends[t.head]) for t in triggers]
    cosines, number = sight.alike(spans), {t.head: n for n, t in enumerate(triggers)}
    return lambda one, other: float(cosines[number[one], number[other]])


def coded(p: Parsed, sight: Sight, found: Iterable[Trigger]) -> list[Happening]:
    """What may be an act to the encoder, in the order of the text, with what stands around those that it or a rule takes for one."""
    return [_ruled(p, one) for one in sight.acts(LEAST, [(p.starts[t], p.ends[t]) for one in found for t in one.tokens])]


def _ruled(p: Parsed, heard: Happening) -> Happening:
    """What is heard, a siege as the codebook rules (1.6): it withholds, and is no attack."""
    tokens = tokens_of(p, heard.trigger.start, heard.trigger.end)
    if heard.type != "ASSAULT" or heard.mode == "abduct" or not any(p.lemmas[t] in words("sieges") for t in tokens):
        return heard
    kinds, one, other = list(heard.types), labels().types.index("ASSAULT"), labels().types.index("COERCE")
    if kinds:
        kinds[one], kinds[other] = kinds[other], kinds[one]
    return replace(heard, type="COERCE", types=tuple(kinds), mode="withhold", p_mode=heard.p_type)


def revised(p: Parsed, found: Iterable[Trigger], said: Sequence[Happening]) -> list[Trigger]:
    """The triggers of both, each with what the encoder says of it, in the order of the text.

    Words of which the lexicon says that they are no act here bring none ("coordinated the trip with Berlin"), unless the encoder is sure.
    """
    kept: list[Trigger] = []
    taken: dict[int, str] = {}
    heard = _ByToken(p, said)
    heard_of = [(one, heard.at(one.tokens) if one.entry.stops else _seen(p, one, heard)) for one in found]
    acts = {t: act.type for act in said if likelihood(act) >= INSISTS for t in tokens_of(p, act.trigger.start, act.trigger.end)}
    acts |= {t: one.entry.type for one, known in heard_of if not one.entry.stops and known is not None for t in one.tokens}
    for one, known in heard_of:
        if known is not None and not one.entry.stops:
            kept.append(_named(p, one, known))
        if known is None or not one.entry.stops or _is_stopped(p, one, known, acts):
            taken.update(dict.fromkeys(one.tokens, one.entry.type))
    kept += _added(p, said, taken)
    kept = [one for one in kept if not _only_commits(p, one, kept)]
    return sorted(kept, key=lambda one: one.head)


def _required(p: Parsed, one: Trigger) -> float:
    """How likely the encoder must find an act of the rules; a line of several words knows better than one of a single word.

    Of headlines, which it has hardly read, the rules know more.
    """
    headline = p.sentence_of[one.head] == 0 and headline_end(p.words, p.sentences[0][1]) > 0
    return LEAST if len(one.tokens) > 1 or is_cue(one) or headline else VETO


class _ByToken:
    """What the encoder takes for acts, by the tokens in which it stands."""

    def __init__(self, p: Parsed, said: Sequence[Happening]) -> None:
        self._said = said
        self._at: dict[int, list[int]] = {}
        for number, one in enumerate(said):
            for token in tokens_of(p, one.trigger.start, one.trigger.end):
                self._at.setdefault(token, []).append(number)

    def at(self, tokens: Iterable[int], kind: str | None = None) -> Happening | None:
        """The surest act, of a type if one is given, in one of some tokens."""
        own = (self._said[number] for number in sorted({n for token in tokens for n in self._at.get(token, ())}))
        return max((one for one in own if kind in (None, one.type)), key=likelihood, default=None)


def _seen(p: Parsed, one: Trigger, heard: _ByToken) -> Happening | None:
    """What the encoder says of an act of the rules, if it does not veto it."""
    own = heard.at(one.tokens)
    return _completing(p, one, heard) if own is not None and likelihood(own) < _required(p, one) else own


def _completing(p: Parsed, one: Trigger, heard: _ByToken) -> Happening | None:
    """The act of a verb's own type that the encoder sees in what completes it: "called the move dangerous", "described it as a plot"."""
    best = heard.at([*fill(p, one.head, "as"), *(c for c in p.children[one.head] if p.deps[c] in COMPLETING)], one.entry.type)
    return best if best is not None and likelihood(best) >= _required(p, one) else None


def _is_stopped(p: Parsed, one: Trigger, heard: Happening, acts: Mapping[int, str]) -> bool:
    """Whether words that the lexicon takes for no act bring none, whatever the encoder thinks.

    It is to be sure, and they are not to tell how an act is done ("in violation of the rules") nor to carry one ("agreed to resume talks").
    `acts` are the tokens of what is one, with its type.
    """
    carried = any(c.slot == "support" for c in one.entry.conditions)  # "signed the deal": the verb is the act
    firmly = carried or heard.type in _OF_FORCE  # "fighting for custody"
    if likelihood(heard) < (FIRMLY if firmly else STOPPED) or any(c.slot == "under" for c in one.entry.conditions):
        return True
    figure = any(c.slot == "obj" and c.test == "in" and not c.negated for c in one.entry.conditions)
    if heard.type in _OF_FORCE and figure:  # "is fighting the ruling", "took refuge"
        return True
    verb = support(p, one.head)[0] if carried else None
    if verb is not None and acts.get(verb) in ("CONCEDE", "RETREAT", "SANCTION"):
        return True  # "the sanctions were lifted", "gave up mediating": that is the act
    carries = any(c.slot in _CARRYING for c in one.entry.conditions)
    return carries and any(t in acts and t not in one.tokens and _carried(p, t, one.head) for t in p.subtree(one.head))


def _carried(p: Parsed, token: int, verb: int) -> bool:
    """Whether a word stands in what a verb is done to or leads to, not in what is told beside it: "hosts refugees since the war"."""
    while token != verb:
        above, dep = p.heads[token], p.deps[token]
        beside = above == verb and (dep == "conj" or (dep == "prep" and p.lower[token] not in _CARRYING))
        if beside or dep in ("advcl", "acl", "relcl"):
            return False
        token = above
    return True


def _only_commits(p: Parsed, one: Trigger, others: Sequence[Trigger]) -> bool:
    """Whether a promise only tells of the status of the act that is promised (CODEBOOK 1.1): "promising to send tents"."""
    if one.entry.type != "AGREE" or p.lemmas[one.head] not in words("pledging_cues") or not is_verb(p, one.head):
        return False
    return any(p.heads[o.head] == one.head and p.deps[o.head] in ("xcomp", "ccomp") for o in others if o is not one)


def _added(p: Parsed, said: Iterable[Happening], taken: Mapping[int, str]) -> list[Trigger]:
    """The acts that the encoder alone is sure of, in words that are not taken (with the types of the acts that they are of).

    Of "the last call" the first words are no act beside it, nor is what an act of the same type is for ("set up a clinic to help them").
    """
    sure: dict[int, tuple[tuple[int, ...], Happening]] = {}
    named = dict(taken)
    for one in said:
        tokens = tokens_of(p, one.trigger.start, one.trigger.end)
        if not tokens or named.keys() & set(tokens):
            continue
        head = _head(p, tokens)
        heard = _as_known(p, head, one)
        if _is_offered(p, head, heard) and max(heard.types, default=1.0) < UNLIKE_ANY:
            kinds = tuple(float(kind == "CONCEDE") for kind in labels().types)
            heard = replace(heard, type="CONCEDE", p_type=likelihood(heard), types=kinds, mode="", p_mode=0.0)
        if (likelihood(heard) >= ADD and one.p_type >= ADD_TYPE) or _is_offered(p, head, heard):
            named.update(dict.fromkeys(tokens, heard.type))
            sure[head] = tokens, heard
    for head in [h for h in sure if _only_tells_that_offered(p, h, sure[h][1], named)]:
        for token in sure.pop(head)[0]:
            named.pop(token)
    return [
        Trigger(head, tokens, _entry(p, head, heard), heard)
        for head, (tokens, heard) in sure.items()
        if not no_act_of_its_own(p, head, tokens, heard.type, named)
    ]


def _is_offered(p: Parsed, head: int, heard: Happening) -> bool:
    """Whether a verb offers what no other word names as an act, of whatever type: "offered the union three percent", "offered to pay"."""
    return p.lemmas[head] == "offer" and is_verb(p, head) and heard.status == "offered" and likelihood(heard) >= OFFERED


def _only_tells_that_offered(p: Parsed, head: int, heard: Happening, named: Mapping[int, str]) -> bool:
    """Whether what is offered is an act of its own: "offered to pay"."""
    return _is_offered(p, head, heard) and any(p.heads[t] == head and p.deps[t] == "xcomp" for t in named)


def _known(p: Parsed, head: int) -> set[str]:
    """The types of acts for which the lexicon has a word, in surroundings other than these."""
    table = lexicon().verbs if is_verb(p, head) else lexicon().nouns
    return {entry.type for entry in table.get(p.lemmas[head], ()) if entry.type}


def _as_known(p: Parsed, head: int, heard: Happening) -> Happening:
    """What is heard, of the likelier type where the encoder wavers: one that the lexicon has for the word counts more."""
    if max(heard.types, default=1.0) >= WAVERS:
        return heard
    known, names = _known(p, head), labels().types
    best = max(range(len(names)), key=lambda n: heard.types[n] * (FAVOUR if names[n] in known else 1.0))
    if names[best] == heard.type:
        return heard
    return replace(heard, type=names[best], p_type=likelihood(heard) * heard.types[best], mode="", p_mode=0.0)


def _head(p: Parsed, tokens: Sequence[int]) -> int:
    """The word of an act's words that the others hang on; of "on the line" the noun."""
    head = next((t for t in tokens if p.heads[t] not in tokens or p.heads[t] == t), tokens[0])
    return next((c for c in p.children[head] if p.deps[c] == "pobj" and c in tokens), head) if p.tags[head] == "IN" else head


def surely_said(trigger: Trigger) -> bool:
    """Whether the encoder takes a cue for an event of its own, whatever else its words hold."""
    return trigger.coded is not None and trigger.coded.type == "STATEMENT" and likelihood(trigger.coded) >= SAID


def hardly_said(p: Parsed, trigger: Trigger) -> bool:
    """Whether a bare cue is no event of its own to the encoder; of "adding that", which goes with another act, it is to be sure."""
    if trigger.coded is None:
        return False
    return likelihood(trigger.coded) < (SAID if p.tags[trigger.head] == "VBG" else MERELY_SAID)


def insists(trigger: Trigger, least: float = INSISTS) -> bool:
    """Whether the encoder takes words for an act of the type that the record gives it, and is so sure of an act there."""
    return trigger.coded is not None and trigger.coded.type == trigger.entry.type and likelihood(trigger.coded) >= least


def is_cue(trigger: Trigger) -> bool:
    """Whether a trigger is a mere cue ("said"), which makes a statement only when nothing else is said."""
    return any(c.test == "cue" for c in trigger.entry.conditions)


def likelihood(heard: Happening) -> float:
    """The probability that the words name an act of any type."""
    return heard.p_type / (heard.types[labels().types.index(heard.type)] if heard.types else 1.0)


def _named(p: Parsed, one: Trigger, heard: Happening) -> Trigger:
    sure = gives_way(p, one, heard) or (heard.p_type >= RETYPE and heard.types[labels().types.index(one.entry.type)] <= RIVAL)
    if heard.type != one.entry.type and sure and not type_is_told(p, one, heard.type):
        return Trigger(one.head, one.tokens, _entry(p, one.head, heard), heard)
    told = one.entry.mode == "call" or heard.type != one.entry.type  # a line for calls has words that speak of one
    mode = one.entry.mode if told or heard.p_mode < REMODE else _mode(p, one.head, heard)
    frame = "mediate" if mode == "mediation" and one.entry.frame == "host" else one.entry.frame  # who hosts two sides is no one's guest
    return Trigger(one.head, one.tokens, replace(one.entry, mode=mode, frame=frame), heard, remoded=mode != one.entry.mode)


def tokens_of(p: Parsed, start: int, end: int) -> tuple[int, ...]:
    """The tokens of a stretch of text."""
    return tuple(range(bisect_right(p.ends, start), bisect_left(p.starts, end)))


def _entry(p: Parsed, head: int, heard: Happening) -> Entry:
    """A line as the lexicon would have it: the encoder's type and mode, the frame that most words of this type have."""
    pos = "v" if is_verb(p, head) else "n"
    mode = _mode(p, head, heard)
    frames, kind = _frames(), f"{heard.type}/{mode}"
    keys = ((kind, pos, p.lemmas[head]), (heard.type, pos, p.lemmas[head]), (kind, pos, ""), (heard.type, pos, ""))
    frame = next((frames[key] for key in keys if key in frames), "none")
    if _is_offered(p, head, heard):
        frame = "act-to"
    if frame == "act-obj" and heard.type == "ASSAULT":
        frame = "act-into"  # no line says which word it is, "poured" or "crossed"
    if heard.type == "ASSAULT" and pos == "v" and p.lemmas[head] in words("suffering_verbs"):
        frame = "suffer"  # "lost their lives"
    return Entry((p.lemmas[head],), pos, heard.type, mode, frame, (), "", BY)


def _mode(p: Parsed, head: int, heard: Happening) -> str:
    """The encoder's mode, but a call only where words speak of one or it is very sure."""
    if heard.p_mode < MODE:
        return ""
    return heard.mode if heard.mode != "call" or heard.p_mode >= CALL or _from_afar(p, head) else ""


def _from_afar(p: Parsed, head: int) -> bool:
    """Whether the sentence has a word for speaking from afar."""
    return any(p.lemmas[t] in words("calling_words") for t in range(*p.sentences[p.sentence_of[head]]))


@cache
def _frames() -> dict[tuple[str, str, str], str]:
    """The commonest frame of each type's verbs and nouns, of those of each mode ("CONSULT/visit"), and of each word among them."""
    counts: dict[tuple[str, str, str], Counter[str]] = {}
    for entry in lexicon().entries:
        if entry.type:
            word = entry.words[0] if len(entry.words) == 1 else ""
            for kind, key in {(kind, key) for kind in (entry.type, f"{entry.type}/{entry.mode}") for key in ("", word)}:
                counts.setdefault((kind, entry.pos, key), Counter())[entry.frame] += 1
    return {key: max(sorted(count), key=lambda frame: count[frame]) for key, count in counts.items()}


def judged(trigger: Trigger, ours: Status) -> Status:
    """The status of an act: the likeliest by the rules (right so often where a rule says so, and by default) and the encoder together.

    Where the encoder takes the words for an act of another type, it judges that one ("will not attend", a refusal that happened).
    """
    heard = trigger.coded
    if trigger.entry.rule == ON_TERMS:
        return Status("happened", "threat.terms", trigger.tokens)
    if heard is None or not heard.statuses:
        return ours
    rivals = heard.type == trigger.entry.type and heard.status != ours.value
    if rivals and heard.p_status >= STATED and not status_is_told(ours.rule, heard.status):
        return Status(heard.status, JUDGED, trigger.tokens)
    if trigger.entry.type in codebook().speech:  # "must withdraw", which the encoder takes for a demand, was said
        asks = trigger.entry.rule == BY and ours.rule.startswith("modal.")
        return Status(heard.status, JUDGED, trigger.tokens) if asks else ours
    if leaves_nothing_open(ours.rule) or (heard.type != trigger.entry.type and ours.firm):
        return ours
    known = labels().statuses
    sure = SURE if ours.firm and trigger.entry.rule != BY else DEFAULT
    both = [p * (sure if name == ours.value else (1 - sure) / (len(known) - 1)) for name, p in zip(known, heard.statuses, strict=True)]
    best = known[both.index(max(both))]
    return (
        ours
        if best == ours.value or (ours.rule == ONLY_ASKED and status_is_told(ours.rule, best))
        else Status(best, JUDGED, trigger.tokens)
    )
