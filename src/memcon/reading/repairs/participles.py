"""Participles behind a noun that a small parser takes for something else, put right on its arrays."""

from __future__ import annotations

from collections.abc import Sequence

from memcon.ontology.cues import is_saying
from memcon.ontology.words import words as word_list


def misread_participles(words: Sequence[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Participles behind a noun that are read otherwise become what is said of it, in place: "two men shot dead", "a nun held prisoner".

    >>> words, tags = "met a nun held prisoner".split(), "VBD DT NN VBN NN".split()
    >>> deps, heads = "ROOT det npadvmod amod dobj".split(), [0, 4, 3, 4, 0]
    >>> misread_participles(words, tags, deps, heads)
    >>> deps, heads
    (['ROOT', 'det', 'dobj', 'acl', 'oprd'], [0, 2, 0, 2, 3])

    So does "dead" behind "shot", read as said of whom it stands before: "shot dead six men".
    """
    for token, label in enumerate(deps):
        if label == "amod" and words[token] == "dead" and words[token - 1].lower() in ("shot", "shoot", "shoots", "shooting"):
            heads[token], deps[token] = token - 1, "oprd"
        if (
            label == "acl"
            and tags[token] == "VBD"
            and not any(h == token and deps[c] in ("nsubj", "nsubjpass") for c, h in enumerate(heads))
        ):
            tags[token] = "VBN"
        kept = (
            token > 1
            and words[token].lower() in word_list("captives")
            and words[token - 1].lower() in word_list("keeping_forms")
            and heads[token - 1] == token
        )
        if kept and tags[token - 2] in ("NN", "NNS") and heads[token - 2] in (token - 1, token):
            noun, verb = token - 2, token - 1
            for other, head in enumerate(heads):
                if head == token and other < noun:
                    heads[other] = noun
                elif head == token and other > token:
                    heads[other] = verb
            heads[noun], deps[noun] = (heads[token] if heads[token] != token else noun), deps[token]
            tags[verb], deps[verb], heads[verb] = "VBN", "acl", noun
            deps[token], heads[token] = "oprd", verb


def what_one_is_accused_of(tags: Sequence[str], deps: Sequence[str], heads: list[int], lemmas: Sequence[str]) -> None:
    """What somebody is accused of, read as said of a noun within those words, hangs on the verb, in place: "accused aides of Rey of lying".

    >>> lemmas, tags = "accuse an aide of Rey of lie".split(), "VBD DT NN IN NNP IN VBG".split()
    >>> deps, heads = "ROOT det dobj prep pobj prep pcomp".split(), [0, 2, 0, 2, 3, 4, 5]
    >>> what_one_is_accused_of(tags, deps, heads, lemmas)
    >>> heads[5]
    0
    """
    for did, label in enumerate(deps):
        link = heads[did]
        if label != "pcomp" or tags[did] != "VBG" or lemmas[link] != "of" or deps[link] != "prep":
            continue
        noun = heads[link]
        while deps[noun] in ("pobj", "prep", "poss", "conj", "appos") and heads[noun] < noun:
            noun = heads[noun]
        if deps[noun] == "dobj" and noun != heads[link] and lemmas[heads[noun]] in word_list("verbs_with_of"):
            heads[link] = heads[noun]


def deeds_before_victims(words: Sequence[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """A deed that only tells of which victims or suspects a word speaks, read as a verb, is part of their name, in place.

    "Paid tribute on Monday to bombing victims".

    >>> words, tags = "spoke to bombing victims in Lima".split(), "VBD IN VBG NNS IN NNP".split()
    >>> deps, heads = "ROOT prep pcomp dobj prep pobj".split(), [0, 0, 1, 2, 2, 4]
    >>> deeds_before_victims(words, tags, deps, heads)
    >>> tags[2], deps, heads
    ('NN', ['ROOT', 'prep', 'compound', 'pobj', 'prep', 'pobj'], [0, 0, 3, 1, 3, 4])
    """
    for deed in range(1, len(words) - 1):
        noun = deed + 1
        read_as_verb = tags[deed] == "VBG" and deps[deed] in ("pcomp", "xcomp") and heads[deed] == deed - 1
        if not read_as_verb or heads[noun] != deed or deps[noun] != "dobj" or words[noun].lower() not in _BY_A_DEED:
            continue
        for other, head in enumerate(heads):
            if head == deed and other != noun:
                heads[other] = noun
        heads[noun], deps[noun] = heads[deed], "pobj" if deps[deed] == "pcomp" else "dobj"
        tags[deed], deps[deed], heads[deed] = "NN", "compound", noun


_BY_A_DEED = frozenset("casualties survivors suspects victims".split())


def participles_as_clauses(tags: list[str], deps: list[str], heads: list[int], lemmas: Sequence[str]) -> None:
    """A participle behind whom it befell, read as the clause that is another verb's subject, is said of them, in place.

    >>> tags, deps = "NNS VBN IN NNP VBD VBN".split(), "nsubj csubjpass prep pobj auxpass ROOT".split()
    >>> heads = [1, 5, 1, 2, 5, 5]
    >>> participles_as_clauses(tags, deps, heads, "boy deport to Togo be free".split())
    >>> deps[:2], heads[:2]
    (['nsubjpass', 'acl'], [5, 0])
    """
    for verb, label in enumerate(deps):
        if label not in ("csubj", "csubjpass", "ROOT") or tags[verb] not in ("VBN", "VBD"):
            continue
        if lemmas[verb] not in word_list("undergone_in_headlines"):
            continue
        below = [c for c, head in enumerate(heads) if head == verb and c != verb]
        noun = next((c for c in below if deps[c].startswith("nsubj") and tags[c].startswith("NN")), None)
        if noun is None or noun > verb or any(deps[c] in ("aux", "auxpass", "dobj", "mark") for c in below):
            continue
        above = heads[verb] if label != "ROOT" else _clause_without_subject(tags, deps, heads, verb, below)
        if above is None:
            continue
        passive = label == "csubjpass" or any(deps[c] == "auxpass" for c, head in enumerate(heads) if head == above)
        if label == "ROOT":
            deps[above], heads[above] = "ROOT", above
            for c in below:
                if c > above:
                    heads[c] = above
        deps[noun], heads[noun] = "nsubjpass" if passive else "nsubj", above
        tags[verb], deps[verb], heads[verb] = "VBN", "acl", noun


def participles_before_verbs(tags: Sequence[str], deps: list[str], heads: list[int]) -> None:
    """A participle with a doer, read as what is said beside the verb that has its noun for subject, is said of that noun, in place: "said
    rockets fired by rebels struck a school".

    >>> tags, deps = "PRP VBD NNS VBN IN NNS VBD NN".split(), "nsubj ROOT nsubj ccomp agent pobj ccomp dobj".split()
    >>> heads = [1, 1, 3, 1, 3, 4, 1, 6]
    >>> participles_before_verbs(tags, deps, heads)
    >>> deps[2:4], heads[2:4]
    (['nsubj', 'acl'], [6, 2])
    """
    for doer, label in enumerate(deps):
        verb = heads[doer]
        if label != "agent" or tags[verb] != "VBN" or deps[verb] != "ccomp" or not verb or deps[verb - 1] != "nsubj":
            continue
        noun, above = verb - 1, heads[verb]
        told = next((t for t in range(doer + 1, len(deps)) if heads[t] == above and deps[t] == "ccomp"), None)
        if heads[noun] != verb or told is None or tags[told] not in ("VBD", "VBZ", "VBP"):
            continue
        if any(heads[t] == told and deps[t].startswith("nsubj") for t in range(len(deps))):
            continue
        heads[noun], deps[verb], heads[verb] = told, "acl", noun


def participles_behind_marks(words: Sequence[str], tags: list[str], deps: list[str], heads: list[int], lemmas: Sequence[str]) -> None:
    """A participle behind whom it befell, read as the verb of a clause whose own verb stands behind, is said of them, in place: "unless the
    men seized in May are freed".

    >>> words, tags = "left unless men seized then are freed".split(), "VBD IN NNS VBD RB VBP VBN".split()
    >>> deps, heads = "ROOT mark nsubj advcl advmod auxpass conj".split(), [0, 3, 3, 0, 3, 6, 0]
    >>> participles_behind_marks(words, tags, deps, heads, "leave unless man seize then be free".split())
    >>> deps, heads
    (['ROOT', 'mark', 'nsubjpass', 'acl', 'advmod', 'auxpass', 'advcl'], [0, 6, 6, 2, 3, 6, 0])
    """
    for verb in range(2, len(words) - 2):
        noun = verb - 1
        if (
            deps[verb] not in ("advcl", "ccomp")
            or tags[verb] not in ("VBD", "VBN")
            or lemmas[verb] not in word_list("undergone_in_headlines")
        ):
            continue
        below = [c for c, head in enumerate(heads) if head == verb and c != verb]
        mark = next((c for c in below if deps[c] == "mark" and c < noun), None)
        if (
            mark is None
            or heads[noun] != verb
            or not deps[noun].startswith("nsubj")
            or any(deps[c] in ("aux", "auxpass", "dobj") for c in below)
        ):
            continue
        over = (heads[verb], heads[heads[verb]])
        real = next((c for c in range(verb + 1, len(words)) if heads[c] in over and deps[c] in ("conj", "dep") and tags[c] == "VBN"), None)
        if real is None or any(words[t] in (",", ";", ".", "and", "or", "but") for t in range(verb, real)):
            continue
        own = [c for c, head in enumerate(heads) if head == real]
        if any(deps[c].startswith("nsubj") for c in own) or not any(deps[c] == "auxpass" and c > verb for c in own):
            continue
        deps[real], heads[real], heads[mark] = deps[verb], heads[verb], real
        deps[noun], heads[noun] = "nsubjpass", real
        tags[verb], deps[verb], heads[verb] = "VBN", "acl", noun


def _clause_without_subject(tags: Sequence[str], deps: Sequence[str], heads: Sequence[int], verb: int, below: Sequence[int]) -> int | None:
    """A finite verb below another one that has neither a subject of its own nor a word that joins it; None where there is none."""
    for one in below:
        if one < verb or deps[one] not in ("conj", "advcl", "ccomp", "dep") or not tags[one].startswith("VB"):
            continue
        own = [c for c, head in enumerate(heads) if head == one and c != one]
        finite = tags[one] in ("VBZ", "VBP") or any(deps[c] in ("aux", "auxpass") and tags[c] in ("VBD", "VBZ", "VBP", "MD") for c in own)
        joined = any(deps[c] in ("mark", "cc", "advmod") or deps[c].startswith(("nsubj", "expl")) for c in own if c < one)
        if finite and not joined and not any(deps[c] in ("cc", "punct") and verb < c < one for c in below):
            return one
    return None


def guests_who_are_told(words: Sequence[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """A guest told of by "visiting", read as what is told to do or what a meal is for, is whom it is told or for, in place.

    "Told visiting envoy Rey that", "a dinner for visiting President Fox".

    >>> words, tags = "told visiting envoy Rey that it left".split(), "VBD VBG NN NNP IN PRP VBD".split()
    >>> deps, heads = "ROOT xcomp compound dobj mark nsubj ccomp".split(), [0, 0, 3, 1, 6, 6, 1]
    >>> guests_who_are_told(words, tags, deps, heads)
    >>> deps[:4], heads
    (['ROOT', 'amod', 'compound', 'dobj'], [0, 3, 3, 0, 6, 6, 0])
    """
    for token, word in enumerate(words):
        above = token - 1
        if word != "visiting" or tags[token] != "VBG" or above < 0 or heads[token] != above:
            continue
        guest = next((c for c in range(token + 1, len(words)) if heads[c] == token and deps[c] == "dobj"), None)
        if guest is None or tags[token + 1] in ("DT", "PRP$"):
            continue
        told = tags[above].startswith("VB") and deps[token] in ("xcomp", "advcl", "ccomp", "dobj")
        titled = any(word.lower() in word_list("office_nouns") for word in words[token + 1 : guest])
        beside = deps[token] == "pcomp" and tags[heads[above]].startswith("NN") and titled  # "a dinner for visiting President Fox"
        if not told and not beside:
            continue
        for c in range(token + 1, len(words)):
            if heads[c] == token:
                heads[c] = above
        if beside:
            deps[guest] = "pobj"
        heads[token], deps[token], tags[token] = guest, "amod", "JJ"


def guests_who_act(words: Sequence[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Guests told of by a "visiting" that opens the sentence, read as whom somebody visits, do what it tells, in place.

    >>> words, tags = "Visiting Chadian ministers left".split(), "VBG JJ NNS VBD".split()
    >>> deps, heads = "csubj amod dobj ROOT".split(), [3, 2, 0, 3]
    >>> guests_who_act(words, tags, deps, heads)
    >>> tags[0], deps, heads
    ('JJ', ['amod', 'amod', 'nsubj', 'ROOT'], [2, 2, 3, 3])
    """
    for token, word in enumerate(words):
        above = heads[token]
        if word != "Visiting" or deps[token] != "csubj" or not tags[above].startswith(("VBD", "VBZ", "VBP")):
            continue
        guest = next((c for c in range(token + 1, above) if heads[c] == token and deps[c] == "dobj"), None)
        if guest is None or tags[token + 1] in ("DT", "PRP$"):
            continue
        if not any(one.lower().removesuffix("s") in word_list("office_nouns") for one in words[token + 1 : guest + 1]):
            continue
        for c in range(token + 1, len(words)):
            if heads[c] == token:
                heads[c] = above
        heads[guest], deps[guest] = above, "nsubj"
        heads[token], deps[token], tags[token] = guest, "amod", "JJ"


def about_to_as_clause(words: Sequence[str], tags: Sequence[str], deps: list[str], heads: list[int]) -> None:
    """What one was about to do, read as said of the verb above, becomes a clause of its own, in place: "held as he was about to flee".

    >>> words, tags = "held as he was about to flee".split(), "VBN IN PRP VBD JJ TO VB".split()
    >>> deps, heads = "ROOT mark nsubj aux prep aux xcomp".split(), [0, 3, 3, 4, 0, 6, 4]
    >>> about_to_as_clause(words, tags, deps, heads)
    >>> deps[3:5], heads[3:5]
    (['advcl', 'acomp'], [0, 3])
    """
    for at, word in enumerate(words[1:], 1):
        was = at - 1
        if word.lower() != "about" or deps[at] != "prep" or heads[was] != at or not tags[was].startswith("VB"):
            continue
        deps[was], heads[was] = "advcl", heads[at]
        deps[at], heads[at] = "acomp", was
        for token in range(was):
            if heads[token] == at:
                heads[token] = was


def sayings_without_that(tags: list[str], deps: list[str], heads: list[int], lemmas: Sequence[str]) -> None:
    """A verb of saying between two subjects of one verb, read as said of the second, has the first, in place: "Rey added police lied".

    >>> tags, deps, heads = "NNP VBN NNS VBD".split(), "nsubj amod nsubj ROOT".split(), [3, 2, 3, 3]
    >>> sayings_without_that(tags, deps, heads, "rey add police lie".split())
    >>> tags[1], deps, heads
    ('VBD', ['nsubj', 'ROOT', 'nsubj', 'ccomp'], [1, 1, 3, 1])
    """
    for cue in range(1, len(tags) - 1):
        speaker, other = cue - 1, heads[cue]
        if deps[cue] != "amod" or tags[cue] not in ("VBN", "VBD") or not is_saying(lemmas[cue]) or not cue < other:
            continue
        verb = heads[other]
        both = deps[speaker] == deps[other] == "nsubj" and heads[speaker] in (verb, cue) and verb > other
        if not both or not tags[verb].startswith("VB"):
            continue
        tags[cue], deps[cue] = "VBD", deps[verb]
        heads[cue] = heads[verb] if heads[verb] != verb else cue
        deps[verb], heads[verb], heads[speaker] = "ccomp", cue, cue


def praised_by_somebody(words: Sequence[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """A participle behind a comma with "by" behind it, read as one more verb of the clause, is said of the noun before, in place.

    >>> words, tags = "Rey signed the pact , hailed then by Fox".split(), "NNP VBD DT NN , VBD RB IN NNP".split()
    >>> deps, heads = "nsubj ROOT det dobj punct conj advmod agent pobj".split(), [1, 1, 3, 1, 1, 1, 5, 5, 7]
    >>> praised_by_somebody(words, tags, deps, heads)
    >>> tags[5], deps[5], heads[5]
    ('VBN', 'acl', 3)
    """
    for token, label in enumerate(deps):
        verb = heads[token]
        if (
            label != "conj"
            or tags[token] not in ("VBD", "VBN")
            or token < 2
            or words[token - 1] != ","
            or not tags[token - 2].startswith("NN")
        ):
            continue
        below = [c for c in range(len(words)) if heads[c] == token and c != token]
        linked = any(heads[c] == verb and deps[c] == "cc" and verb < c < token for c in range(len(words)))
        others = any(deps[c] in ("nsubj", "nsubjpass", "dobj", "aux", "auxpass") for c in below)
        if not linked and not others and any(words[c].lower() == "by" and c > token and deps[c] == "agent" for c in below):
            tags[token], deps[token], heads[token] = "VBN", "acl", token - 2
