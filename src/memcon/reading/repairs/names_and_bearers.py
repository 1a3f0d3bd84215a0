"""What a small parser and its recogniser get wrong about names and those who bear them, put right on its arrays."""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence

from memcon.ontology.words import words as word_list

from ..grammar.personal_names import GRAMMATICAL, PARTICLES, is_personal

_LONGEST_REST = 4  # tokens of a name behind what the recogniser knows of it


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
        if words[held].lower() in word_list("office_nouns") and labels.get(token) == "PERSON":
            continue  # "a call on the Minister of Trade, Ann Lee"
        field = labels.get(token) == "PERSON" and held not in labels
        if not field and labels.get(held) not in ("GPE", "ORG", "LOC", "NORP"):
            continue
        unknown = token not in labels and tags[token] == tags[token - 1] == "NNP" and heads[token - 1] == token
        office = heads[heads[held]]
        if field and words[office].lower() not in word_list("office_nouns"):  # "the release of the tycoon Ann Lee"
            continue
        if (unknown or labels.get(token) == "PERSON") and deps[heads[held]] == "prep" and tags[office] == "NN" and office < held:
            heads[token] = office


def holders_behind_offices(
    words: Sequence[str], tags: Sequence[str], deps: list[str], heads: list[int], names: Sequence[tuple[int, int, str]]
) -> None:
    """A name behind an office and what that is of takes the office's place, in place: "Director of the Bureau of Inquiry Ann Lee said".

    >>> words, tags = "Director of Inquiry Ann Lee said".split(), "NNP IN NNP NNP NNP VBD".split()
    >>> deps, heads = "nsubj prep compound compound pobj ROOT".split(), [5, 0, 4, 4, 1, 5]
    >>> holders_behind_offices(words, tags, deps, heads, [(3, 5, "PERSON")])
    >>> deps, heads
    (['nmod', 'prep', 'pobj', 'compound', 'nsubj', 'ROOT'], [4, 0, 1, 4, 5, 5])
    """
    bodies = {end - 1 for _, end, label in names if label in ("GPE", "ORG")}
    for first, end, label in names:
        name = end - 1
        if label != "PERSON" or not first or not (tags[first - 1].startswith("NNP") or words[first - 1] == ")"):
            continue
        subjects = (t for t in range(first) if heads[t] == heads[name] and deps[t] == "nsubj")
        beside = next(subjects, None) if deps[name] == "nsubj" else None  # both read as the subject
        office = beside if beside is not None else _office_above(name, first, tags, deps, heads)
        if office is None or "," in words[office:first] or words[office + 1].lower() not in ("of", "to", "for"):
            continue
        if words[office].lower() not in word_list("office_nouns") and words[office] != "General":
            continue
        if not tags[office].startswith("NNP") and (tags[office] != "NN" or first - 1 not in bodies):
            continue  # "envoy to Chad Ann Lee", not "the supporters of president Ann Lee"
        if beside is None:
            of = heads[name]
            inner = [t for t in range(office, first) if heads[t] == name]
            for token in inner:
                heads[token] = inner[-1]
            if inner:
                heads[inner[-1]], deps[inner[-1]] = of, "pobj"
            heads[name], deps[name] = (heads[office] if heads[office] != office else name), deps[office]
        heads[office], deps[office] = name, "nmod"


def _office_above(name: int, first: int, tags: Sequence[str], deps: Sequence[str], heads: Sequence[int]) -> int | None:
    """The noun that a name hangs on by "of", perhaps over another: "Director" of "Director of the Bureau of Inquiry Ann Lee"."""
    at = name
    while deps[at] == "pobj" and deps[heads[at]] == "prep" and heads[heads[at]] < min(first, at):
        at = heads[heads[at]]
    return at if at != name and tags[at].startswith("NN") else None


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


def without_stances(words: Sequence[str], heads: list[int], names: Sequence[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """The names without what tells how others stand to them, which hangs on them then, in place in the parse: "an anti-Peruvian rally".

    >>> heads = [0, 4, 4, 4, 0]
    >>> without_stances("held anti - Peruvian rallies".split(), heads, [(1, 4, "NORP")]), heads
    ([(3, 4, 'NORP')], [0, 3, 3, 4, 0])
    """
    found = []
    for first, end, label in names:
        if end - first > 2 and words[first].lower() in ("anti", "pro") and words[first + 1] in ("-", "‑"):
            if (above := heads[first]) >= end:  # the name hung on the stance, or beside it
                heads[end - 1] = above
            heads[first] = heads[first + 1] = end - 1
            found.append((first + 2, end, label))
        else:
            found.append((first, end, label))
    return found


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


def whole_persons(
    words: Sequence[str], tags: Sequence[str], deps: Sequence[str], heads: Sequence[int], names: Sequence[tuple[int, int, str]]
) -> list[tuple[int, int, str]]:
    """The names, a person's with the rest that the recogniser left out or took for a place: "Abdel Fattah el-Sissi", "Ana van der Rey".

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
        end = head + 1 if whole else end  # noqa: PLW2901
        found.append((first, _beyond_particles(words, tags, end) if label == "PERSON" else end, label))
    return [one for n, one in enumerate(found) if not n or one[0] >= found[n - 1][1]]


def names_from_the_first(
    words: Sequence[str],
    tags: Sequence[str],
    deps: Sequence[str],
    heads: Sequence[int],
    names: Sequence[tuple[int, int, str]],
    titles: Container[str],
) -> list[tuple[int, int, str]]:
    """The names, a surname's with the given names before it that the recogniser left out, as a person's: "Anna Rey".

    What stands alone before a person's surname and is none of the `titles` (in small letters) is a given name, known or not.

    >>> words, tags = "Envoy Anna Rey left".split(), "NNP NNP NNP VBD".split()
    >>> names_from_the_first(words, tags, "compound compound nsubj ROOT".split(), [2, 2, 3, 3], [(2, 3, "ORG")], {"envoy"})
    [(1, 3, 'PERSON')]
    >>> names_from_the_first(["Ruvo", "Rey", "left"], tags[1:], ["compound", "nsubj", "ROOT"], [1, 2, 2], [(1, 2, "PERSON")], ())
    [(0, 2, 'PERSON')]
    """
    taken = {token for first, end, _ in names for token in range(first, end)}
    found: list[tuple[int, int, str]] = []
    for first, end, label in names:
        start = first
        single = end - first == 1 or words[first] in GRAMMATICAL
        alone = single and words[first][:1].isupper() and not words[first].isupper() and tags[first] == "NNP"
        while (
            alone
            and label in ("PERSON", "ORG", "GPE")
            and start > 0
            and start - 1 not in taken
            and tags[start - 1] == "NNP"
            and deps[start - 1] == "compound"
            and first <= heads[start - 1] < end
            and (
                is_personal(words[start - 1 : end])
                or (label == "PERSON" and start == first and _stands_alone(words, tags, start - 1, titles))
            )
        ):
            start -= 1
        found.append((start, end, "PERSON" if start < first else label))
    return found


def _stands_alone(words: Sequence[str], tags: Sequence[str], token: int, titles: Container[str]) -> bool:
    """Whether a capitalised word, no title, has no other name right before it."""
    word = words[token]
    return word.istitle() and word.isalpha() and word.lower() not in titles and not (token and tags[token - 1] in ("NNP", "NNPS", "HYPH"))


def _beyond_particles(words: Sequence[str], tags: Sequence[str], end: int) -> int:
    """Where a person's name ends that its particles go on with: after "Rey" in "Ana van der Rey"."""
    last = end
    while last < len(words) and words[last] in PARTICLES:
        last += 1
    goes_on = last < len(words) and (last > end or words[end - 1] in PARTICLES) and tags[last].startswith("NNP")
    return last + 1 if goes_on and words[last][:1].isupper() else end
