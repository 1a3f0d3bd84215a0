"""What a headline leaves out, put back on a small parser's arrays: "Envoy expelled over remarks" tells whom it befell, not who did it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from memcon.ontology.words import words as word_list

from .above import above

_CLOSED = frozenset((".", "?", "!", "…"))
_QUOTES = frozenset(('"', "”", "'", "’", "''", ")"))
_OPENING = frozenset(("as", ".", "?", "!", ":", ";", "—", "–", "--", "|", "•", '"', "“"))
_LONGEST = 20  # tokens of a headline
_PLURALS = ("police", "taliban")
_ALWAYS_TO_SOMEBODY = frozenset("abduct arrest charge convict deport detain expel extradite indict jail kidnap oust sentence".split())


def headline_end(words: Sequence[str], first_sentence: int) -> int:
    """Where a text's headline ends: with its first sentence (of so many tokens), if that is short and has no stop; else 0.

    >>> headline_end("Envoy expelled He left .".split(), 2), headline_end("He left .".split(), 3)
    (2, 0)
    """
    end = first_sentence
    while end and words[end - 1] in _QUOTES:
        end -= 1
    return first_sentence if 1 < end <= _LONGEST and words[end - 1] not in _CLOSED else 0


def passives_in_headlines(tags: list[str], deps: list[str], heads: Sequence[int], lemmas: Sequence[str], end: int, closed: int = 0) -> None:
    """A headline's past form without object becomes the passive that it is, in place: "Four soldiers shot dead near border".

    `end` is where the headline ends; `closed` is where a first sentence with a stop does, in which only what is always done to somebody is
    turned ("Lima man arrested in robbery."). Headlines tell in the present what somebody did ("Troops shoot four"), in the past only what
    was done.

    >>> tags, deps = "NN NN VBD IN NNP".split(), "compound nsubj ROOT prep pobj".split()
    >>> passives_in_headlines(tags, deps, [1, 2, 2, 2, 3], "aid convoy attack in Togo".split(), 5)
    >>> tags[2], deps[1]
    ('VBN', 'nsubjpass')
    """
    for verb in range(end or closed):
        if (heads[verb] != verb and deps[verb] != "conj") or tags[verb] not in ("VBD", "VBN"):
            continue
        if not end and lemmas[verb] not in _ALWAYS_TO_SOMEBODY:
            continue
        stranded = any(
            deps[c] == "prep" and heads[c] == verb and c not in heads for c in range(verb, (end or closed) - 1)
        )  # "Convoy fired on near Kolo"
        if lemmas[verb] not in word_list("undergone_in_headlines") and not stranded:
            continue
        below = [c for c in range(end or closed) if heads[c] == verb and c != verb]
        subjects = [c for c in below if deps[c] == "nsubj" and c < verb]
        if subjects and not any(deps[c] in ("dobj", "ccomp", "aux", "auxpass", "dative") for c in below):
            tags[verb] = "VBN"
            for subject in subjects:
                deps[subject] = "nsubjpass"


def verbs_in_headlines(
    words: Sequence[str], tags: list[str], deps: list[str], heads: list[int], end: int, acts: Callable[[str], bool]
) -> None:
    """A verb behind a plural that is read as a noun before others becomes one, in place: "Rebels attack aid convoy in Togo".

    `end` is where the headline ends; `acts` tells which words can be verbs that name an act. A headline with a verb is left as it is.

    >>> words, tags = "Rebels attack aid convoy".split(), "NNS NN NN NN".split()
    >>> deps, heads = "compound compound compound ROOT".split(), [3, 3, 3, 3]
    >>> verbs_in_headlines(words, tags, deps, heads, 4, lambda word: word == "attack")
    >>> tags[1], deps, heads
    ('VBP', ['nsubj', 'ROOT', 'compound', 'dobj'], [1, 1, 3, 1])
    """
    if any(tag.startswith(("VBD", "VBZ", "VBP", "MD")) for tag in tags[:end]):
        return
    if end > 3:
        _name_no_cry(words, tags)
    plural = [t for t in range(1, end - 1) if tags[t - 1] in ("NNS", "NNPS") or words[t - 1].lower() in _PLURALS]
    several = [t for t in range(1, end - 1) if t in plural or _two_before(words, tags, t) is not None]
    verb = next((t for t in several if (tags[t] == "NN" or _is_free(words, tags, t)) and acts(words[t])), None)
    if verb is None or deps[verb] not in ("compound", "nmod", "ROOT", "appos", "conj", "amod"):
        return
    root = verb
    for _ in heads:
        root = heads[root]
    subject = verb - 1
    for token in range(subject):
        heads[token] = min(heads[token], subject)
    if root != verb:
        heads[root], deps[root] = verb, "dobj" if root > verb else "dep"
    for token in range(verb + 1, end):
        if heads[token] == subject and deps[token] == "appos":  # "Rebels free hostages", as "rebels, free hostages"
            heads[token], deps[token] = verb, "dobj"
    heads[subject], deps[subject] = verb, "nsubj"
    tags[verb], heads[verb], deps[verb] = "VBP", verb, "ROOT"


def _is_free(words: Sequence[str], tags: Sequence[str], token: int) -> bool:
    """Whether "free", read as an adjective, stands before those whom somebody lets go."""
    return words[token] == "free" and tags[token] == "JJ" and tags[token + 1].startswith(("NN", "CD", "JJ", "DT", "PRP$"))


def two_before_a_plural_verb(words: Sequence[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Two nouns with a comma between them before a verb of several, as headlines have them, act both, in place: "Chad, Togo agree to talk".

    So do two names before what is to be: "Chad, Togo to sign accord", and two behind "as", whose verb is none of the main clause then:
    "Council backs plan as Chad, Togo abstain". A name that opens a line is no interjection.

    >>> words, tags = "Chad , Togo agree".split(), "UH , NNP VBP".split()
    >>> deps, heads = "npadvmod punct nsubj ROOT".split(), [3, 3, 3, 3]
    >>> two_before_a_plural_verb(words, tags, deps, heads)
    >>> tags[0], deps, heads
    ('NNP', ['nsubj', 'punct', 'conj', 'ROOT'], [3, 0, 0, 3])
    >>> words, tags = "Chad , Togo to talk".split(), "NNP , NNP TO VB".split()
    >>> deps, heads = "nsubj punct appos aux ROOT".split(), [4, 2, 0, 4, 4]
    >>> two_before_a_plural_verb(words, tags, deps, heads)
    >>> deps, heads
    (['nsubj', 'punct', 'conj', 'aux', 'ROOT'], [4, 0, 0, 4, 4])
    """
    for verb in range(3, len(words)):
        to_be = tags[verb] == "VB" and tags[verb - 1] == "TO" and deps[verb] == "ROOT" and verb > 3
        bare = tags[verb] == "VB" and deps[verb] == "ROOT" and tags[verb - 1].startswith("NN")  # "Ana Rey, Peru premier discuss peace"
        if tags[verb] != "VBP" and not to_be and not bare:
            continue
        end = verb - 1 if to_be else verb
        _name_no_cry(words, tags)
        comma = _two_before(words, tags, end)
        if comma is None or any((deps[t], heads[t]) == ("conj", comma - 1) for t in range(comma + 1, end - 1)):
            continue
        one, other = comma - 1, end - 1
        if to_be and tags[one] == tags[other] == "NNP":
            deps[other], heads[other] = "nsubj", verb
        if (deps[one], heads[one], deps[other], heads[other]) == ("nsubj", verb, "appos", one):  # "Rey, Peru premier meet"
            deps[other], heads[comma], tags[verb] = "conj", one, "VBP"
            continue
        if deps[other] != "nsubj" or heads[other] != verb:
            continue
        if (heads[one] in (verb, other) and deps[one] in ("npadvmod", "dep", "nmod", "advmod", "nsubj")) or deps[one] == "intj":
            heads[one], heads[comma], heads[other], deps[other], deps[one] = verb, one, one, "conj", "nsubj"
        elif deps[one] == "pobj" and heads[one] == one - 1 and words[one - 1].lower() == "as":
            link = one - 1
            main = next((t for t in (link, *above(link, heads)) if heads[t] in (t, verb)), link)
            if heads[main] != verb or main == link:
                continue
            for other_word, head in enumerate(heads):
                if head == verb and other_word < link:
                    heads[other_word] = main
            heads[main], deps[main] = (main if deps[verb] == "ROOT" else heads[verb]), deps[verb]
            heads[verb], deps[verb], heads[link], deps[link] = main, "advcl", verb, "mark"
            heads[one], heads[comma], heads[other], deps[other], deps[one] = verb, one, one, "conj", "nsubj"


def _name_no_cry(words: Sequence[str], tags: list[str]) -> None:
    """A capitalised cry with a comma between it and a name opens a line as a name does, in place: "Trump, Fox meet"."""
    if tags[0] == "UH" and words[0][:1].isupper() and words[1] == "," and tags[2] == "NNP" and tags[3] in ("VBP", "NN", "TO"):
        tags[0] = "NNP"


def _two_before(words: Sequence[str], tags: Sequence[str], verb: int) -> int | None:
    """The comma between two bare noun phrases that are all that stands before a verb in its line; None where they are not."""
    first, commas = verb, []
    while first > 0 and (tags[first - 1].startswith(("NN", "JJ")) or words[first - 1] == ","):
        first -= 1
        commas += [first] if words[first] == "," else []
    opens = first == 0 or words[first - 1] in _OPENING
    told = opens and len(commas) == 1 and first < commas[0] < verb - 1
    return commas[0] if told and tags[verb - 1].startswith("NN") and tags[commas[0] - 1].startswith("NN") else None


def verbs_before_peoples(
    words: Sequence[str],
    tags: list[str],
    deps: list[str],
    heads: list[int],
    end: int,
    acts: Callable[[str], bool],
    is_people: Callable[[str], bool],
) -> None:
    """A headline's verb before an adjective of a people, read as a plural noun, becomes one, in place: "Togo expels Chadian envoys".

    `end` is where the headline ends; `acts` tells which words can be verbs that name an act, `is_people` which name a people.

    >>> words, tags = "Togo expels Chadian envoys over row".split(), "NNP NNS VBP NNS IN NN".split()
    >>> deps, heads = "compound nsubj ROOT dobj prep pobj".split(), [1, 2, 2, 2, 2, 4]
    >>> verbs_before_peoples(words, tags, deps, heads, 6, lambda word: word == "expel", lambda word: word == "Chadian")
    >>> tags[1:3], deps, heads
    (['VBZ', 'JJ'], ['nsubj', 'ROOT', 'amod', 'dobj', 'prep', 'pobj'], [1, 1, 3, 1, 1, 4])
    """
    for verb in range(1, end - 2):
        people, word = verb + 1, words[verb]
        held = next((t for t in range(people + 1, end) if not tags[t].startswith("NN")), end) - 1
        plural = tags[verb] == "NNS" and tags[verb - 1] in ("NNP", "NNPS", "NN") and word.islower() and acts(word.removesuffix("s"))
        if not plural or held <= people or not is_people(words[people]):
            continue
        if any(tags[t] in ("VBD", "VBZ", "VBP", "MD") for t in range(held + 1) if t != people):
            continue
        top = next((t for t in range(end) if heads[t] == t), verb)
        for t in range(end):
            if t not in range(people, held) and heads[t] in (top, people, verb):
                heads[t] = verb
        tags[verb], deps[verb], heads[verb] = "VBZ", "ROOT", verb
        deps[verb - 1], heads[verb - 1] = "nsubj", verb
        tags[people], deps[people], heads[people] = "JJ", "amod", held
        deps[held], heads[held] = "dobj", verb


def states_in_headlines(
    words: Sequence[str], tags: Sequence[str], deps: list[str], heads: list[int], end: int, is_state: Callable[[Sequence[str]], bool]
) -> None:
    """Two states side by side in a headline are a row, in place: "Chad, Togo ministers meet", "South Sudan and Chad leaders meet",
    "Envoys of Chad, Togo meet".

    `end` is where the headline ends; `is_state` tells the names of states and peoples.

    >>> words, tags = "Chad , Togo ministers meet".split(), "NNP , NNP NNS VBP".split()
    >>> deps, heads = "nsubj punct nmod conj ROOT".split(), [4, 0, 3, 0, 4]
    >>> states_in_headlines(words, tags, deps, heads, 5, lambda name: name in (["Chad"], ["Togo"]))
    >>> deps, heads
    (['nmod', 'punct', 'conj', 'nsubj', 'ROOT'], [3, 0, 0, 4, 4])
    """
    for link in range(1, end - 2):
        first, last = _state_before(words, link, is_state), _state_behind(words, link, end, is_state)
        if words[link] not in (",", "and") or first is None or last is None:
            continue
        one, noun = link - 1, _last_noun(tags, last, end)
        if first == 0 and noun > last and tags[noun] == "NNS":
            _bear_one_name(deps, heads, (one, link, last, noun), end)
        elif (
            words[link] == ","
            and deps[one] == "pobj"
            and deps[last] == "nsubj"
            and any(heads[t] == heads[last] and deps[t] == "nsubj" for t in range(one))
        ):
            deps[last], heads[last], heads[link] = "conj", one, one


def _state_before(words: Sequence[str], end: int, is_state: Callable[[Sequence[str]], bool]) -> int | None:
    return next((a for a in range(max(0, end - _LONGEST_STATE), end) if is_state(words[a:end])), None)


def _state_behind(words: Sequence[str], link: int, end: int, is_state: Callable[[Sequence[str]], bool]) -> int | None:
    """The last word of a state's name behind a comma."""
    return next((b for b in range(min(end, link + _LONGEST_STATE), link, -1) if is_state(words[link + 1 : b + 1])), None)


_LONGEST_STATE = 3  # words


def _bear_one_name(deps: list[str], heads: list[int], row: tuple[int, int, int, int], end: int) -> None:
    """Hang a row of two states on the noun behind them, and that where any of them hung."""
    one, link, last, noun = row
    above = next((t for t in (noun, last, one) if not heads[t] <= noun), None)
    if above is not None:
        deps[noun], heads[noun] = deps[above], heads[above]
    elif heads[noun] != noun:
        deps[noun], heads[noun] = "ROOT", noun
    for t in range(end):
        if t < one:
            deps[t], heads[t] = "compound", one
        elif link < t < last:
            deps[t], heads[t] = "compound", last
        elif (last < t < noun or t > noun) and heads[t] in (one, link, last):
            heads[t] = noun
    deps[one], heads[one] = "nmod", noun
    deps[last], heads[last], heads[link] = "conj", one, one


def _last_noun(tags: Sequence[str], token: int, end: int) -> int:
    """The last of the adjectives and nouns that go on from a token."""
    while token + 1 < end and tags[token + 1].startswith(("NN", "JJ")):
        token += 1
    return token


_COURSES = frozenset("begin start open resume continue stall collapse fail end drag".split())


def talks_in_headlines(words: Sequence[str], tags: list[str], deps: list[str], heads: list[int], end: int) -> None:
    """A headline's "talks", read as a verb before what they do, become the noun, in place: "Truce talks stall in Lome".

    >>> words, tags = "Truce talks stall in Lome".split(), "NN VBZ NN IN NNP".split()
    >>> deps, heads = "nsubj ROOT dobj prep pobj".split(), [1, 1, 1, 1, 3]
    >>> talks_in_headlines(words, tags, deps, heads, 5)
    >>> tags, deps, heads
    (['NN', 'NNS', 'VBP', 'IN', 'NNP'], ['compound', 'nsubj', 'ROOT', 'prep', 'pobj'], [1, 2, 2, 2, 3])
    """
    for noun in range(1, end - 1):
        verb = noun + 1
        read_as_verb = words[noun] == "talks" and tags[noun] == "VBZ" and tags[noun - 1].startswith("NN")
        if not read_as_verb or tags[verb] != "NN" or words[verb] not in _COURSES or heads[verb] != noun:
            continue
        for t in range(end):
            if heads[t] == noun and t > verb:
                heads[t] = verb
            elif heads[t] == noun and t < noun and deps[t] == "nsubj":
                deps[t] = "compound"
        tags[noun], tags[verb] = "NNS", "VBP"
        deps[verb], heads[verb] = deps[noun], heads[noun] if heads[noun] != noun else verb
        deps[noun], heads[noun] = "nsubj", verb
