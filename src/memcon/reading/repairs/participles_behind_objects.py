"""What befell people told of as an object, in commas behind them, put right on a parser's arrays: "freed nine miners, kidnapped in May"."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from memcon.ontology.words import words as word_list


def participles_behind_objects(
    words: Sequence[str],
    tags: list[str],
    deps: list[str],
    heads: list[int],
    lemmas: Sequence[str],
    names: Sequence[tuple[int, int, str]],
    is_somebody: Callable[[str], bool],
) -> None:
    """A participle right behind a comma and the people whom a verb concerns is said of them and not of who acts, in place; what stands
    behind the comma that closes it belongs to the verb again.

    >>> words, tags = "Police freed miners , kidnapped in May , in Lima".split(), "NNS VBD NNS , VBN IN NNP , IN NNP".split()
    >>> deps, heads = "nsubj ROOT dobj punct advcl prep pobj punct prep pobj".split(), [1, 1, 1, 1, 1, 4, 5, 4, 4, 8]
    >>> participles_behind_objects(words, tags, deps, heads, "police free miner , kidnap in May , in Lima".split(), [], lambda word: True)
    >>> deps[4], heads[4], heads[8]
    ('acl', 2, 1)
    """
    undergone = word_list("undergone_in_headlines")
    for did, label in enumerate(deps):
        verb = heads[did]
        if label != "advcl" or tags[did] not in ("VBN", "VBD") or verb + 2 >= did or lemmas[did] not in undergone:
            continue
        below = [c for c, head in enumerate(heads) if head == did and c != did]
        whom = next((c for c in range(verb + 1, did - 1) if heads[c] == verb and deps[c] == "dobj"), None)
        if (
            whom is None
            or words[did - 1] != ","
            or words[did - 2] == ","
            or not (is_somebody(lemmas[whom]) or any(end == whom + 1 and kind == "PERSON" for _, end, kind in names))
        ):
            continue
        alone = all(_under(heads, t, whom) for t in range(whom, did - 1))
        if not alone or any(deps[c] in ("nsubj", "nsubjpass", "aux", "auxpass", "mark", "dobj", "dative") for c in below):
            continue
        tags[did], deps[did], heads[did] = "VBN", "acl", whom
        closed = next((c for c in below if words[c] == "," and c > did), None)
        for c in below:
            if closed is not None and c > closed and deps[c] in ("prep", "npadvmod"):
                heads[c] = verb


def _under(heads: Sequence[int], token: int, top: int) -> bool:
    while token != top and heads[token] != token:
        token = heads[token]
    return token == top
