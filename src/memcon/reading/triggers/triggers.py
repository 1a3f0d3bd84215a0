"""Words that name an act: the lexicon matched against a parse."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace

from memcon.coder import Happening
from memcon.ontology.lexicon import Condition, Entry, Lexicon
from memcon.ontology.words import words as words_of

from ..grammar.dependents import counted, is_verb
from ..grammar.parsed import Parsed
from ..grammar.syntax import objects, subject, support
from ..triggers import slots

_GAP = 3  # words that may stand between a verb and its particle: "played expectations down"


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word or phrase that names an act: its head token, all its tokens in order, the line of the lexicon, what the encoder says.

    `remoded` marks a line to which the encoder gave another mode.
    """

    head: int
    tokens: tuple[int, ...]
    entry: Entry
    coded: Happening | None = None
    remoded: bool = False


KindOf = Callable[[int], str]
"""What a noun is as a party: "person", "state", "organisation", "armed_group", "group", "place", or "" for no party."""

ClassOf = Callable[[int], str]
"""To which class of party nouns (ontology.lexicon.PARTY_CLASSES) a named party belongs, or ""."""


CountryOf = Callable[[int], str | None]
"""The country (ISO3) of a party, None where it has none that is known."""


def _unclassed(token: int) -> str:  # noqa: ARG001
    return ""


def _nowhere(token: int) -> str | None:  # noqa: ARG001
    return None


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the conditions of the lexicon ask about the nouns around a trigger."""

    kind: KindOf
    party_class: ClassOf = _unclassed
    country: CountryOf = _nowhere


def triggers(p: Parsed, lexicon: Lexicon, around: Surroundings) -> list[Trigger]:
    """All triggers of a text in order; of overlapping ones the longest.

    >>> from memcon.ontology.lexicon import lexicon
    >>> from memcon.reading.parse.parsing import parser
    >>> [t.entry.type for t in triggers(parser().parse("Talks were held."), lexicon(), Surroundings(lambda token: ""))]
    ['CONSULT']
    """
    return [t for t in matched(p, lexicon, around) if not t.entry.stops]


def matched(p: Parsed, lexicon: Lexicon, around: Surroundings) -> list[Trigger]:
    """The triggers and, among them, the words of which a line of the lexicon says that they are none here."""
    found = [t for token in range(len(p)) if (t := trigger_at(p, token, lexicon, around)) is not None]
    found += _told_again(p, found)
    taken: set[int] = set()
    kept: list[Trigger] = []
    for one in sorted(found, key=lambda t: (-len(t.tokens), t.head)):
        if not taken.intersection(one.tokens):
            taken.update(one.tokens)
            kept.append(one)
    return sorted(kept, key=lambda t: t.head)


def _told_again(p: Parsed, found: list[Trigger]) -> list[Trigger]:
    """Nouns that point back to an act by its own word and say when or where it was: "called him ... The call took place on Sunday"."""
    named = {t.head for t in found}
    again: list[Trigger] = []
    for token in range(len(p)):
        if token in named or not p.tags[token].startswith("NN") or not any(p.lower[c] == "the" for c in p.children[token]):
            continue
        verb, how = support(p, token)
        if verb is not None and how == "subj" and p.lemmas[verb] in words_of("happen_verbs"):
            before = [t for t in found if t.head < token and p.lemmas[t.head] == p.lemmas[token] and not t.entry.stops]
            again += [Trigger(token, (token,), replace(before[-1].entry, conditions=()))] if before else []
    return again


def trigger_at(p: Parsed, token: int, lexicon: Lexicon, around: Surroundings) -> Trigger | None:
    """The best line of the lexicon for the word at `token` (a stop line too), or None."""
    tag, lemma, form = p.tags[token], p.lemmas[token], p.lower[token]
    if is_verb(p, token) and p.deps[token] not in ("aux", "auxpass", "compound"):
        candidates, match = lexicon.verbs.get(lemma, ()), _verb_tokens
    elif tag.startswith("N") or tag == "VBG":
        candidates, match = lexicon.nouns.get(lemma, ()) or lexicon.nouns.get(form, ()), _noun_tokens
        if p.deps[token] == "compound":  # "war hero", "attack helicopter"
            return None
    else:
        candidates, match = lexicon.others.get(lemma, ()) or lexicon.others.get(form, ()), _verb_tokens
    best: tuple[tuple[int, int, bool], Trigger] | None = None
    for entry in candidates:
        tokens = match(p, token, entry.words)
        if tokens is None or not all(holds(p, token, tokens, c, lexicon, around) for c in entry.conditions):
            continue
        rank = (len(entry.words), len(entry.conditions), entry.stops)
        if best is None or rank > best[0]:
            best = (rank, Trigger(token, tokens, entry))
    if best is None and is_verb(p, token):
        return _plainest(p, token, candidates, around)
    return best[1] if best else None


_MOSTLY = 0.8
# Words for force are used figuratively ("hijacked the House"): they need a line that knows their surroundings.
_FIGURATIVE = ("ASSAULT", "COERCE", "PROTEST", "MOBILIZE")
_ACT = "act"
_OWN = "own"  # "its ambassador"
_SEVERAL = "several"
_OPEN = ("obj", "against", "on", "with", "to", "at")


def _plainest(p: Parsed, token: int, candidates: tuple[Entry, ...], around: Surroundings) -> Trigger | None:
    """A verb whose lines nearly all name one type, between two parties, though no line knows just these surroundings."""
    named = [e for e in candidates if len(e.words) == 1]
    acts = [e for e in named if not e.stops]
    if len(acts) < 2 or any(c.test == "cue" for e in acts for c in e.conditions):  # what is said decides: "announced", "warned"
        return None
    kind, count = Counter(e.type for e in acts).most_common(1)[0]
    if count < _MOSTLY * len(named) or kind in _FIGURATIVE or not _has_party(p, token, "subj", around):
        return None
    if not any(_has_party(p, token, slot, around) for slot in _OPEN):
        return None
    mode, often = Counter(e.mode for e in acts if e.type == kind).most_common(1)[0]
    line = min((e for e in acts if e.type == kind), key=lambda e: (len(e.conditions), e.rule))
    entry = replace(line, mode=mode if often >= _MOSTLY * count else "", conditions=(), rule=f"{line.rule}:open")
    return Trigger(token, (token,), entry)


def _has_party(p: Parsed, token: int, slot: str, around: Surroundings) -> bool:
    return any(_fits(around.kind(f), "party") for f in slots.fill(p, token, slot))


def _verb_tokens(p: Parsed, token: int, words: tuple[str, ...]) -> tuple[int, ...] | None:
    """The tokens of a verb phrase: the verb, then its further words near it (a particle may stand behind the object)."""
    tokens = [token]
    end = p.sentences[p.sentence_of[token]][1]
    for n, word in enumerate(words[1:]):
        window = range(tokens[-1] + 1, min(end, tokens[-1] + 2 + (_GAP if n == 0 else 1)))
        said = [i for i in window if word in (p.lemmas[i], p.lower[i]) and not _opens_a_time(p, i)]
        near = next((i for i in said if _between_is_light(p, tokens[-1], i, token)), None)
        if near is None:
            far = ("prt",) if word in words_of("particles") else ("prep", "prt", "agent")
            hung = [c for c in p.children[token] if c > token and p.lower[c] == word and (p.deps[c] in far or _says_how_it_is(p, c))]
            near = next((c for c in hung if not _opens_a_time(p, c)), None)
        if near is None:
            return None
        tokens.append(near)
    return tuple(tokens)


def _says_how_it_is(p: Parsed, token: int) -> bool:
    """Whether a participle or adjective tells how somebody is kept: "kept the envoy informed"."""
    kept = p.lemmas[p.heads[token]] == "keep" and p.deps[token] in ("oprd", "ccomp", "advcl", "acomp")
    return kept and p.tags[token] in ("VBN", "JJ") and p.tags[token - 1] != "IN"


def _opens_a_time(p: Parsed, token: int) -> bool:
    """Whether a preposition only says when: "fly to Riga in May" is no "fly in"."""
    return p.deps[token] == "prep" and any(p.labels[c] in ("DATE", "TIME") for c in p.children[token] if p.deps[c] == "pobj")


def _between_is_light(p: Parsed, last: int, at: int, verb: int) -> bool:
    """Whether only adverbs, determiners and adjectives stand between, or the word is the verb's own particle."""
    if p.heads[at] == verb and p.deps[at] in ("prt", "prep"):
        return True
    return all(p.tags[i] in ("RB", "DT", "JJ", "PRP$", "RBR", "CD") for i in range(last + 1, at))


def _noun_tokens(p: Parsed, token: int, words: tuple[str, ...]) -> tuple[int, ...] | None:
    """The tokens of a noun phrase whose last word is at `token`; hyphens may stand between."""
    tokens = [token]
    for word in reversed(words[:-1]):
        before = tokens[0] - 1
        if before >= 0 and p.words[before] in ("-", "‑"):
            before -= 1
        if before < 0 or word not in (p.lemmas[before], p.lower[before]):
            return None
        tokens.insert(0, before)
    return tuple(tokens)


def holds(p: Parsed, token: int, tokens: tuple[int, ...], condition: Condition, lexicon: Lexicon, around: Surroundings) -> bool:
    """Whether one condition of a lexicon line holds at a trigger."""
    return _holds(p, token, tokens, condition, lexicon, around) != condition.negated


def _holds(p: Parsed, token: int, tokens: tuple[int, ...], condition: Condition, lexicon: Lexicon, around: Surroundings) -> bool:
    slot, test, values = condition.slot, condition.test, condition.values
    if test == "cue":
        return True
    if test == "quote":
        end = p.sentences[p.sentence_of[token]][1]
        return any(w in ('"', "“", "”", "''", "``") for w in p.words[token:end])
    if test == "sent":
        start, end = p.sentences[p.sentence_of[token]]
        return any(p.lemmas[i] in values or p.lower[i] in values for i in range(start, end))
    if slot == "under":
        return p.deps[token] == "pobj" and p.lower[p.heads[token]] in values
    if slot == "support":
        return slots.support_lemma(p, token) in values
    fillers = slots.fill(p, token, slot, tokens)
    if test == "has":
        return bool(fillers)
    if test == "is" and _ACT in values:
        return any(_tells_an_act(p, filler, lexicon, around) for filler in fillers)
    if test == "is" and _OWN in values:
        whose = [p.lower[c] for filler in fillers for c in p.children[filler] if p.deps[c] == "poss" and p.tags[c] == "PRP$"]
        speaks = any(p.lower[s] in ("i", "we") for s in subject(p, token))
        return any(speaks or one not in ("my", "our") for one in whose)  # "they summoned our envoy" is not of their own
    if test == "is" and _SEVERAL in values:
        return sum(_fits(around.kind(f), "party") for f in fillers) > 1
    if test == "is":
        kinds = {around.kind(f) for f in fillers}
        return any(_fits(kind, value) for kind in kinds for value in values)
    if slot == "comp-subj" and "it" in values and any(_is_own(p, token, filler, around) for filler in fillers):
        return True
    return any(_is_word(p, filler, values, slot) or around.party_class(filler) in condition.classes for filler in fillers)


def _is_own(p: Parsed, verb: int, other: int, around: Surroundings) -> bool:
    """Whether a noun in a clause stands for the side of the one who speaks above it: "Peru's minister warned that Peru (or his country)
    would retaliate"."""
    if p.lemmas[other] in _SIDES:
        return any(p.deps[c] == "poss" and p.tags[c] == "PRP$" for c in p.children[other])
    ours = {around.country(t) for s in subject(p, verb) for t in range(*p.edges[s])} - {None}
    return around.kind(other) == "state" and around.country(other) in ours


_SIDES = frozenset("country government nation state army side movement group administration".split())


def _tells_an_act(p: Parsed, token: int, lexicon: Lexicon, around: Surroundings) -> bool:
    """Whether a word or what it is done to is an act by the lexicon: "(agreed to) meet", "(agreed to) resume talks"."""
    told = (trigger_at(p, t, lexicon, around) for t in (token, *objects(p, token)) if t != token or is_verb(p, t))
    return any(one is not None and not one.entry.stops for one in told)


def _fits(kind: str, value: str) -> bool:
    if value == "party":
        return kind not in ("", "place")
    return kind == value or (value == "place" and kind == "state") or (value == "person" and kind == "group")


def _is_word(p: Parsed, filler: int, values: frozenset[str], slot: str) -> bool:
    """The filler's lemma or form, or a word directly before it, is one of the values."""
    inner = counted(p, filler)
    near = [filler, inner, *(c for c in p.children[inner] if p.deps[c] in ("compound", "amod", "nmod") and slot != "mod")]
    if (part_of := _portioned(p, inner)) is not None:
        near += [part_of, *(c for c in p.children[part_of] if p.deps[c] in ("compound", "amod", "nmod"))]
    return any(p.lemmas[i] in values or p.lower[i] in values for i in near)


def _portioned(p: Parsed, token: int) -> int | None:
    """Of what a word only tells how much or which part it is: "the first of six ships", "two thirds of the debt", "40 tons of rice"."""
    if p.tags[token] != "CD" and p.lemmas[token] not in words_of("portions") and p.lower[token] not in words_of("portions"):
        return None
    held = [c for of in p.children[token] if p.deps[of] == "prep" and p.lower[of] == "of" for c in p.children[of] if p.deps[c] == "pobj"]
    return counted(p, held[0]) if held else None
