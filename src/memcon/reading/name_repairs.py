"""What a small parser and its recogniser get wrong about names and those who bear them, put right on its arrays."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from memcon.ontology.words import words as word_list

_LONGEST_ROW = 12  # tokens from one office of a row to the next
_LONGEST_REST = 4  # tokens of a name behind what the recogniser knows of it


def part_dates_from_names(words: Sequence[str], tags: Sequence[str], deps: list[str], heads: list[int]) -> None:
    """A date and the name behind it, read as one ("On 5 May 2015 David Cameron met ..."), become the day and the subject, in place.

    >>> words, tags = "On 5 May Ann Lee left".split(), "IN CD NNP NNP NNP VBD".split()
    >>> deps, heads = "prep nummod compound compound pobj ROOT".split(), [5, 4, 4, 4, 0, 5]
    >>> part_dates_from_names(words, tags, deps, heads)
    >>> deps, heads
    (['prep', 'nummod', 'pobj', 'compound', 'nsubj', 'ROOT'], [5, 2, 0, 4, 5, 5])
    """
    for at, word in enumerate(words):
        if word not in _MONTHS or at == 0:
            continue
        first = at - 1 if tags[at - 1] == "CD" else at
        end = at + 1
        while end < len(words) and tags[end] == "CD":
            end += 1
        lead = first - 1
        if end >= len(words) or tags[end] not in ("NNP", "NNPS") or lead < 0 or tags[lead] != "IN" or first == at == end - 1:
            continue
        name = _top(end, heads, end)
        verb = heads[lead]
        if not any(heads[token] >= end for token in range(first, end)) or not tags[verb].startswith("V") or verb <= name:
            continue
        heads[at], deps[at] = lead, "pobj"
        for token in range(first, end):
            if token != at:
                heads[token], deps[token] = at, "nummod"
        if heads[name] == lead:
            heads[name], deps[name] = verb, "nsubj"


def two_names_as_one(words: Sequence[str], tags: Sequence[str], deps: list[str], heads: list[int], people: Callable[[str], bool]) -> None:
    """Two names with "and" between them, the first read as what the second is called, become two that are coordinated, in place.

    So do two nouns for `people`: "rebels and government forces".

    >>> words, tags = "met Bo Lee and Ann Fox".split(), "VBD NNP NNP CC NNP NNP".split()
    >>> deps, heads = "ROOT compound nmod cc compound dobj".split(), [0, 2, 5, 2, 5, 0]
    >>> two_names_as_one(words, tags, deps, heads, lambda word: False)
    >>> deps, heads
    (['ROOT', 'compound', 'dobj', 'cc', 'compound', 'conj'], [0, 2, 0, 2, 5, 2])
    """
    for link, word in enumerate(words):
        one, other = heads[link], heads[heads[link]]
        if word.lower() != "and" or deps[link] != "cc" or one != link - 1 or deps[one] not in ("nmod", "compound") or other < link + 2:
            continue
        named = all(tags[t].startswith("NNP") for t in (one - 1, one, other - 1, other)) and not words[one - 1].islower()
        named = one > 0 and named and heads[one - 1] == one and heads[other - 1] == other
        several = tags[one] == tags[other] == "NNS" and people(words[one].lower()) and people(words[other].lower())
        if named or several:
            for token in range(link + 1, other):
                if heads[token] == one:
                    heads[token], deps[token] = other, "compound"
            heads[one], deps[one] = (heads[other] if heads[other] != other else one), deps[other]
            heads[other], deps[other] = one, "conj"


def offices_behind_names(words: Sequence[str], tags: Sequence[str], deps: Sequence[str], heads: list[int]) -> None:
    """An office behind a name that is read as said of another word becomes its bearer's, in place: "told by Ann Lee, then envoy, who left".

    >>> words, tags = "told by Ann Lee , then envoy".split(), "VBN IN NNP NNP , RB NN".split()
    >>> deps, heads = "ROOT agent compound pobj punct advmod appos".split(), [0, 0, 3, 1, 0, 6, 0]
    >>> offices_behind_names(words, tags, deps, heads)
    >>> heads[6]
    3
    """
    for token, label in enumerate(deps):
        first = token
        while first > 0 and heads[first - 1] == token and deps[first - 1] in ("advmod", "det", "amod", "compound"):
            first -= 1
        name = first - 2
        behind = (
            name >= 0 and words[first - 1] == "," and tags[name] == "NNP" and deps[name] in ("nsubj", "nsubjpass", "dobj", "pobj", "conj")
        )
        if label == "appos" and tags[token] == "NN" and behind and heads[token] not in range(name, token):
            heads[token] = name


def offices_in_a_row(words: Sequence[str], deps: list[str], heads: list[int], lemmas: Sequence[str]) -> None:
    """An office behind an office, read as said of it, becomes one of several, in place: "the chancellor, army chief and envoy of Peru".

    >>> words = lemmas = "the chancellor , army chief and envoy".split()
    >>> deps, heads = "det ROOT punct compound appos cc conj".split(), [1, 1, 1, 4, 1, 4, 4]
    >>> offices_in_a_row(words, deps, heads, lemmas)
    >>> deps[4]
    'conj'
    """
    offices = word_list("office_nouns")
    for token, label in enumerate(deps):
        held = heads[token]
        if label != "appos" or lemmas[token] not in offices or lemmas[held] not in offices:
            continue
        own = any(heads[c] == token and deps[c] in ("det", "poss") for c in range(held, token))
        behind = range(token + 1, min(len(deps), token + 1 + _LONGEST_ROW))
        listed = any(heads[c] == token and deps[c] == "conj" and lemmas[c] in offices for c in behind)
        if listed and not own and words[token].islower() and words[held].islower():
            deps[token] = "conj"


def offices_of_states(tags: Sequence[str], deps: list[str], heads: list[int], names: Sequence[tuple[int, int, str]]) -> None:
    """States behind those who are of the first of them are told with it, in place: "the ministers of Peru, Chile and Cuba".

    >>> tags, deps = "NNS IN NNP , NNP CC NNP VBD".split(), "nsubj prep pobj punct conj cc conj ROOT".split()
    >>> heads = [7, 0, 1, 0, 0, 4, 4, 7]
    >>> offices_of_states(tags, deps, heads, [(2, 3, "GPE"), (4, 5, "GPE"), (6, 7, "GPE")])
    >>> deps[4], heads[4]
    ('conj', 2)
    """
    states = {end - 1: first for first, end, label in names if label == "GPE"}
    for state, first in states.items():
        of = heads[state]
        office = heads[of]
        if deps[state] != "pobj" or deps[of] != "prep" or of >= first or tags[office] != "NNS" or not deps[office].startswith("nsubj"):
            continue
        second = next((t for t in range(state + 1, min(state + 6, len(tags))) if t in states), None)
        if second is None or states[second] - state > 3 or tags[state + 1] not in (",", "CC"):
            continue
        if (deps[second] == "conj" and heads[second] == office) or (deps[second] == "nsubj" and heads[second] == heads[office]):
            deps[second], heads[second] = "conj", state


def named_office_holders(
    words: Sequence[str], tags: Sequence[str], deps: Sequence[str], heads: list[int], names: Sequence[tuple[int, int, str]]
) -> None:
    """A person named beside what an office is of becomes its holder, in place: "the envoy for Sudan, Ann Lee" is no Sudan.

    >>> words, tags = "The envoy for Sudan , Ann Lee".split(), "DT NN IN NNP , NNP NNP".split()
    >>> deps, heads = "det ROOT prep pobj punct compound appos".split(), [1, 1, 1, 2, 3, 6, 3]
    >>> named_office_holders(words, tags, deps, heads, [(3, 4, "GPE"), (5, 7, "PERSON")])
    >>> heads[6]
    1
    """
    labels = {token: label for first, end, label in names for token in range(first, end)}
    for token, label in enumerate(deps):
        held = heads[token]
        if label != "appos" or deps[held] != "pobj":
            continue
        field = labels.get(token) == "PERSON" and held not in labels and words[held].lower() not in word_list("office_nouns")
        if not field and labels.get(held) not in ("GPE", "ORG", "LOC", "NORP"):
            continue
        unknown = token not in labels and tags[token] == tags[token - 1] == "NNP" and heads[token - 1] == token
        office = heads[heads[held]]
        if (unknown or labels.get(token) == "PERSON") and deps[heads[held]] == "prep" and tags[office] == "NN" and office < held:
            heads[token] = office


def names_as_verbs(tags: list[str], deps: list[str], heads: list[int], names: Sequence[tuple[int, int, str]]) -> None:
    """A person's name that is read as a verb with its object becomes who speaks or acts, in place: "Chase Rey, the envoy, said".

    >>> tags, deps = "VB NNP , DT NN , VBD".split(), "advcl dobj punct det nsubj punct ROOT".split()
    >>> heads = [6, 0, 6, 4, 6, 6, 6]
    >>> names_as_verbs(tags, deps, heads, [(0, 2, "PERSON")])
    >>> deps, heads
    (['compound', 'nsubj', 'punct', 'det', 'appos', 'punct', 'ROOT'], [1, 6, 6, 4, 1, 6, 6])
    """
    for first, end, label in names:
        name, verb = end - 1, heads[first]
        misread = label == "PERSON" and end - first > 1 and tags[first].startswith("VB") and heads[name] == first and deps[name] == "dobj"
        if not misread or not tags[verb].startswith("VB") or verb < end:
            continue
        tags[first], deps[first], heads[first] = "NNP", "compound", name
        for token, head in enumerate(heads):
            if deps[token] in ("nsubj", "nsubjpass") and head == verb and token > name:
                deps[name], deps[token], heads[token] = deps[token], "appos", name
                break
        else:
            deps[name] = "nsubj"
        heads[name] = verb


def whole_names(words: Sequence[str], names: Sequence[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """The names of a text, "Group of" and the number behind it made one, "Delegations of Peru" cut to Peru.

    >>> whole_names("the Group of Seven met".split(), [(1, 3, "ORG"), (3, 4, "CARDINAL")])
    [(1, 4, 'ORG')]
    """
    found: list[tuple[int, int, str]] = []
    sent = word_list("sent_nouns")
    for first, end, label in names:
        if label == "CARDINAL" and first > 1 and words[first - 1] == "of" and words[first - 2] == "Group" and words[first][:1].isupper():
            found = [one for one in found if one[1] <= first - 2]
            first, label = first - 2, "ORG"  # noqa: PLW2901
        elif end - first > 2 and words[first].lower().removesuffix("s") in sent and words[first + 1] in ("of", "from"):
            first, label = first + 2, "GPE"  # noqa: PLW2901
        found.append((first, end, label))
    return found


def persons_beside_titles(
    words: Sequence[str], tags: Sequence[str], deps: list[str], heads: list[int], names: Sequence[tuple[int, int, str]]
) -> None:
    """A person's name that is read as said of the office behind "and" becomes one of two, in place: "met Rey and Peruvian President Lee".

    >>> words, tags = "met Rey and Peruvian President Lee".split(), "VBD NNP CC JJ NNP NNP".split()
    >>> deps, heads = "ROOT amod cc conj compound dobj".split(), [0, 5, 1, 1, 5, 0]
    >>> persons_beside_titles(words, tags, deps, heads, [(1, 2, "PERSON"), (3, 4, "NORP"), (5, 6, "PERSON")])
    >>> deps, heads
    (['ROOT', 'dobj', 'cc', 'amod', 'compound', 'conj'], [0, 0, 1, 5, 5, 1])
    """
    for _, end, label in names:
        one, link = end - 1, end
        if label != "PERSON" or link + 2 >= len(words) or words[link].lower() != "and" or deps[one] not in ("amod", "nmod", "compound"):
            continue
        other = heads[one]
        if other <= link + 1 or not tags[other].startswith("NN"):
            continue
        for token in range(link + 1, other):
            if heads[token] == one:
                heads[token], deps[token] = other, "amod"
        for token in range(one):
            if heads[token] == other:
                heads[token] = one
        heads[link] = one
        heads[one], deps[one] = (heads[other] if heads[other] != other else one), deps[other]
        heads[other], deps[other] = one, "conj"


def states_of_one_name(
    words: Sequence[str], deps: list[str], heads: list[int], names: Sequence[tuple[int, int, str]]
) -> list[tuple[int, int, str]]:
    """The names, two states in one of them told apart, in place in the parse: "North and South Korea".

    >>> words = "talks between North and South Korea".split()
    >>> deps, heads = "ROOT prep nmod cc conj pobj".split(), [0, 0, 5, 2, 2, 1]
    >>> states_of_one_name(words, deps, heads, [(2, 6, "GPE")])
    [(2, 3, 'GPE'), (4, 6, 'GPE')]
    >>> deps, heads
    (['ROOT', 'prep', 'pobj', 'cc', 'compound', 'conj'], [0, 0, 1, 2, 5, 2])
    """
    found: list[tuple[int, int, str]] = []
    for first, end, label in names:
        parts = [w.lower() for w in words[first : end - 1]]
        if label != "GPE" or end - first != 4 or parts[1] != "and" or not {parts[0], parts[2]} < _SIDES_OF_THE_WORLD:
            found.append((first, end, label))
            continue
        other, last = first + 2, end - 1
        deps[first], heads[first] = deps[last], heads[last] if heads[last] != last else first
        heads[first + 1], heads[other], deps[other] = first, last, "compound"
        deps[last], heads[last] = "conj", first
        found += [(first, first + 1, label), (other, end, label)]
    return found


_SIDES_OF_THE_WORLD = frozenset(("north", "south", "east", "west"))


def whole_persons(
    words: Sequence[str], tags: Sequence[str], deps: Sequence[str], heads: Sequence[int], names: Sequence[tuple[int, int, str]]
) -> list[tuple[int, int, str]]:
    """The names, a person's with the rest of it that the recogniser left out: "Abdel Fattah el-Sissi".

    >>> words, tags = "Abdel Fattah el - Sissi left".split(), "NNP NNP NNP HYPH NNP VBD".split()
    >>> deps, heads = "compound compound compound punct nsubj ROOT".split(), [4, 4, 4, 4, 5, 5]
    >>> whole_persons(words, tags, deps, heads, [(0, 2, "PERSON")])
    [(0, 5, 'PERSON')]
    """
    taken = {token for first, end, _ in names for token in range(first, end)}
    found: list[tuple[int, int, str]] = []
    for first, end, label in names:
        head = heads[end - 1]
        rest = range(end, head + 1)
        whole = label == "PERSON" and deps[end - 1] == "compound" and 0 < len(rest) <= _LONGEST_REST and tags[head].startswith("NNP")
        whole = whole and all(t not in taken and (tags[t].startswith("NNP") or words[t] == "-") for t in rest)
        found.append((first, head + 1 if whole else end, label))
    return found


def _top(token: int, heads: Sequence[int], least: int) -> int:
    """The highest token above this one that is not before `least` and not a verb's governor of it."""
    while least <= heads[token] != token and heads[token] - token <= 3:
        token = heads[token]
    return token


_MONTHS = frozenset(
    "January February March April May June July August September October November December Jan. Feb. Aug. Sept. Oct. Nov. Dec.".split()
)
