"""What a small parser gets wrong about words between commas, put right on its arrays."""

from __future__ import annotations

from collections.abc import Callable, Sequence

_SUBJECTS = ("nsubj", "nsubjpass")


def asides_as_clauses(words: Sequence[str], deps: list[str], heads: list[int]) -> None:
    """A relative clause between commas, read as what is said, goes to its noun, the infinitive behind it to the verb, in place.

    >>> text = "asked Chad , where she went , to wait".split()
    >>> deps, heads = "ROOT dobj punct advmod nsubj ccomp punct aux advcl".split(), [0, 0, 0, 5, 5, 0, 5, 8, 5]
    >>> asides_as_clauses(text, deps, heads)
    >>> deps[5], heads[5], deps[8], heads[8]
    ('relcl', 1, 'xcomp', 0)
    """
    for aside, label in enumerate(deps):
        verb = heads[aside]
        if label != "ccomp" or verb >= aside:
            continue
        first = next((c for c in range(verb + 1, aside) if heads[c] == aside and words[c].lower() in ("who", "which", "where")), 0)
        noun = first - 2
        if not first or words[first - 1] != "," or noun <= verb or deps[noun] != "dobj" or heads[noun] != verb:
            continue
        deps[aside], heads[aside] = "relcl", noun
        for token in range(aside + 1, len(words)):
            to = next((c for c in range(aside, token) if heads[c] == token and deps[c] == "aux" and words[c].lower() == "to"), 0)
            if heads[token] == aside and deps[token] in ("advcl", "ccomp", "xcomp") and to and words[to - 1] == ",":
                deps[token], heads[token] = "xcomp", verb


def participles_behind_asides(words: Sequence[str], tags: Sequence[str], deps: Sequence[str], heads: list[int]) -> None:
    """A participle behind an aside with a subject of its own hangs on the verb that the aside does, in place.

    >>> words, tags = "It voted , with two abstaining , demanding talks".split(), "PRP VBD , IN CD VBG , VBG NNS".split()
    >>> deps, heads = "nsubj ROOT punct prep nsubj pcomp punct advcl dobj".split(), [1, 1, 1, 1, 5, 3, 5, 5, 7]
    >>> participles_behind_asides(words, tags, deps, heads)
    >>> heads[7]
    1
    """
    for token, label in enumerate(deps):
        aside = heads[token]
        if label != "advcl" or tags[token] != "VBG" or deps[aside] != "pcomp" or not 0 < aside < token or words[token - 1] != ",":
            continue
        link = heads[aside]
        if words[link].lower() == "with" and any(heads[t] == aside and deps[t] == "nsubj" for t in range(link, aside)):
            heads[token] = heads[link]


def participles_in_asides(words: Sequence[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """A participle between commas, read as what the subject before it does, is said of it, in place: "Rey, shot dead in May, was old".

    >>> words, tags = "Rey , shot dead in May , was old".split(), "NNP , VBD JJ IN NNP , VBD JJ".split()
    >>> deps, heads = "nsubj punct advcl oprd prep pobj punct ROOT acomp".split(), [2, 2, 7, 2, 2, 4, 7, 7, 7]
    >>> participles_in_asides(words, tags, deps, heads)
    >>> tags[2], deps[2], heads[2], deps[0], heads[0]
    ('VBN', 'acl', 0, 'nsubj', 7)
    """
    below: dict[int, set[str]] = {}
    for token, head in enumerate(heads):
        below.setdefault(head, set()).add(deps[token])
    for verb in range(2, len(words)):
        noun, main = verb - 2, heads[verb]
        if tags[verb] not in ("VBD", "VBN") or words[verb - 1] != "," or deps[noun] not in _SUBJECTS or heads[noun] != verb:
            continue
        own, others = below.get(verb, set()), below.get(main, set())
        behind = deps[verb] in ("advcl", "ccomp", "parataxis", "dep") and main > verb and "," in words[verb:main]
        if behind and not own & {"aux", "auxpass", "dobj"} and not others & {*_SUBJECTS, "csubj", "expl"}:
            heads[noun], deps[noun] = main, "nsubjpass" if "auxpass" in others else "nsubj"
            tags[verb], deps[verb], heads[verb] = "VBN", "acl", noun


def what_one_is(words: Sequence[str], tags: Sequence[str], deps: list[str], heads: list[int], body: Callable[[str], bool]) -> None:
    """What a name is told to be, read as another one of a row, is said of the name, in place: "Chad, the host, and Peru left".

    A `body` is one of the row: "Rey, the army, and Fox".

    >>> words, tags = "Chad , the former host , and Peru left".split(), "NNP , DT JJ NN , CC NNP VBD".split()
    >>> deps, heads = "nsubj punct det amod conj punct cc conj ROOT".split(), [8, 0, 4, 4, 0, 4, 4, 4, 8]
    >>> what_one_is(words, tags, deps, heads, lambda word: False)
    >>> deps[4], heads[7], heads[6]
    ('appos', 0, 0)
    """
    for told, label in enumerate(deps):
        name = heads[told]
        if label != "conj" or tags[told] != "NN" or tags[name] != "NNP" or name > told or body(words[told].lower()):
            continue
        first = next((c for c in range(name + 1, told) if heads[c] == told and deps[c] == "det"), 0)
        beside = ((told, "conj"), (heads[name], deps[name]))  # "Chad, the host, and Peru", with Peru as another subject
        other = next((c for c in range(told + 1, len(words)) if (heads[c], deps[c]) in beside), 0)
        link = next((c for c in range(told + 1, other) if heads[c] == told and deps[c] == "cc"), 0)
        if first != name + 2 or words[name + 1] != "," or words[first].lower() != "the" or not link or words[link - 1] != ",":
            continue
        if tags[other] == "NNP":
            deps[told], deps[other], heads[other], heads[link] = "appos", "conj", name, name
