"""Who or what is called something, where a small parser takes it for a part of that, put right on its arrays."""

from __future__ import annotations

from collections.abc import Sequence

from memcon.ontology.cues import is_saying
from memcon.ontology.words import words as word_list


def object_of_a_call(words: Sequence[str], tags: Sequence[str], deps: list[str], heads: list[int]) -> None:
    """A name behind "called" that is read as what someone is called becomes whom, where nobody else is, in place: "called Ann Lee".

    >>> deps = ["nsubj", "ROOT", "compound", "oprd"]
    >>> object_of_a_call("Bo called Ann Lee".split(), ["NNP", "VBD", "NNP", "NNP"], deps, [1, 1, 3, 1])
    >>> deps[-1]
    'dobj'
    """
    for token, label in enumerate(deps):
        verb = heads[token]
        if (
            label != "oprd"
            or words[verb].lower() not in word_list("spoken_calls")
            or not tags[token].startswith("NNP")
            or not tags[verb].startswith("VB")
        ):
            continue
        if not any(deps[c] in ("dobj", "nsubjpass") and heads[c] == verb for c in range(len(deps))):
            deps[token] = "dobj"


def what_deeds_are_called(words: Sequence[str], tags: Sequence[str], deps: list[str], heads: list[int]) -> None:
    """Deeds that are called something, read as told before the noun for it, are what is called so, in place: "called the attacks murder".

    >>> deps, heads = ["nsubj", "ROOT", "det", "compound", "dobj"], [1, 1, 4, 4, 1]
    >>> what_deeds_are_called("Bo called the attacks murder".split(), ["NNP", "VBD", "DT", "NNS", "NN"], deps, heads)
    >>> deps, heads
    (['nsubj', 'ROOT', 'det', 'dobj', 'oprd'], [1, 1, 3, 1, 1])
    """
    for named, label in enumerate(deps):
        verb, deed = heads[named], named - 1
        if label != "dobj" or words[verb].lower() not in word_list("spoken_calls") or tags[named] not in ("NN", "NNS") or named < 2:
            continue
        if deps[deed] != "compound" or heads[deed] != named or tags[deed] != "NNS" or tags[deed - 1] not in ("DT", "PRP$"):
            continue
        deps[named], deps[deed], heads[deed] = "oprd", "dobj", verb
        for c, head in enumerate(heads):
            if head == named and c < deed:
                heads[c] = deed


def what_is_said_of_one(words: Sequence[str], tags: Sequence[str], deps: list[str], heads: list[int]) -> None:
    """Words in quotation marks right behind somebody who is called, read as told beside him, are what he is called, in place.

    >>> words, tags = 'Bo called Ann Lee " a brave woman "'.split(), "NNP VBD NNP NNP `` DT JJ NN ''".split()
    >>> deps, heads = "nsubj ROOT compound dobj punct det amod appos punct".split(), [1, 1, 3, 1, 3, 7, 7, 3, 3]
    >>> what_is_said_of_one(words, tags, deps, heads)
    >>> deps[7], heads[7]
    ('oprd', 1)
    """
    for mark in range(2, len(words) - 1):
        whom = mark - 1
        verb = heads[whom]
        if words[mark] not in _OPENING or deps[whom] != "dobj" or words[verb].lower() not in word_list("spoken_calls"):
            continue
        told = next((t for t in range(mark + 1, min(mark + 8, len(words))) if heads[t] in (whom, verb) or words[t] in _OPENING), mark)
        if deps[told] in _TOLD_BESIDE and tags[told][:2] in ("NN", "JJ"):
            deps[told], heads[told] = "oprd", verb


_OPENING = frozenset(('"', "“", "``", "''", "‘", "'", "”"))
_TOLD_BESIDE = frozenset(("appos", "dobj", "attr", "npadvmod", "conj", "dep", "ccomp", "oprd", "acomp"))


def what_is_dismissed_as_untrue(words: Sequence[str], tags: list[str], deps: list[str], heads: list[int], lemmas: Sequence[str]) -> None:
    """What is dismissed, behind what it is dismissed as, is what is dismissed so, in place: "dismissed as lies reports that it fired".

    >>> words, tags = "Bo dismissed as lies reports that it fired".split(), "NNP VBD IN NNS VBZ IN PRP VBD".split()
    >>> deps, heads = "nsubj ROOT mark nsubj advcl mark nsubj ccomp".split(), [1, 1, 4, 4, 1, 7, 7, 4]
    >>> what_is_dismissed_as_untrue(words, tags, deps, heads, "bo dismiss as lie report that it fire".split())
    >>> deps[2:5], deps[7], heads
    (['prep', 'pobj', 'dobj'], 'acl', [1, 1, 1, 2, 1, 7, 7, 4])
    """
    for link in range(1, len(words) - 3):
        verb = link - 1
        if words[link].lower() != "as" or lemmas[verb] not in _DISMISSING or not tags[verb].startswith("VB"):
            continue
        told = next((t for t in range(link + 2, min(link + 6, len(words) - 1)) if lemmas[t] in word_list("accusations")), None)
        if told is None or words[told + 1].lower() not in ("that", "of"):
            continue
        name = next((t for t in range(told - 1, link, -1) if lemmas[t] in word_list("untrue")), None)
        if name is None or any(words[t] in (",", ".") for t in range(link, told)):
            continue
        heads[link], deps[link] = verb, "prep"
        heads[name], deps[name] = link, "pobj" if tags[name].startswith("N") else "amod"
        heads[told], deps[told] = verb, "dobj"
        tags[told] = "NNS" if words[told].lower().endswith("s") else "NN"
        for t in range(link + 1, told):
            if t != name:
                heads[t] = name if t < name else told
        clause = heads[told + 1]
        if words[told + 1].lower() == "of":
            heads[told + 1], deps[told + 1] = told, "prep"
        elif clause > told + 1:
            heads[clause], deps[clause] = told, "acl"


def what_one_is_told(words: Sequence[str], tags: list[str], deps: list[str], heads: list[int], lemmas: Sequence[str]) -> None:
    """What somebody is told, read as a clause that tells more of him, is what is told, in place: "warned the envoy that rebels were near".

    >>> words, tags = "Bo warned him that they were near".split(), "NNP VBD PRP WDT PRP VBD JJ".split()
    >>> deps, heads = "nsubj ROOT dobj mark nsubj relcl acomp".split(), [1, 1, 1, 5, 5, 2, 5]
    >>> what_one_is_told(words, tags, deps, heads, "bo warn he that they be near".split())
    >>> tags[3], deps[5], heads[5]
    ('IN', 'ccomp', 1)
    """
    for mark, label in enumerate(deps):
        told = heads[mark]
        noun = heads[told]
        if label != "mark" or words[mark].lower() != "that" or deps[told] not in ("relcl", "acl") or not noun < mark < told:
            continue
        verb = heads[noun]
        subject = any(heads[c] == told and deps[c] in ("nsubj", "nsubjpass", "expl") for c in range(mark, told))
        if deps[noun] == "dobj" and lemmas[verb] in _TELLING and subject and lemmas[noun] not in word_list("accusations"):
            tags[mark], deps[told], heads[told] = "IN", "ccomp", verb


def what_reports_say(words: Sequence[str], tags: list[str], deps: list[str], heads: list[int], lemmas: Sequence[str]) -> None:
    """The "that" which opens what a report says, read as an object of its verb, is no object, in place: "reports there that he had left".

    >>> words, tags = "denied reports there that he had asked".split(), "VBD NNS RB IN PRP VBD VBN".split()
    >>> deps, heads = "ROOT dobj advmod dobj nsubj aux acl".split(), [0, 0, 1, 6, 6, 6, 1]
    >>> what_reports_say(words, tags, deps, heads, "deny report there that he have ask".split())
    >>> deps[3]
    'mark'
    """
    for mark, label in enumerate(deps):
        verb = heads[mark]
        if label == "mark" and words[mark].lower() == "that" and deps[verb] == "relcl" and mark < verb:
            _of_the_report(words, deps, heads, lemmas, verb)
        if label not in ("dobj", "pobj", "dative") or words[mark].lower() != "that" or not mark < verb:
            continue
        clause = deps[verb] == "acl" or (deps[verb] == "relcl" and tags[mark] == "IN")  # not "the reports that he wrote"
        said = clause and lemmas[heads[verb]] in word_list("accusations")
        if said and any(heads[c] == verb and deps[c] in ("nsubj", "nsubjpass") for c in range(mark + 1, verb)):
            tags[mark], deps[mark] = "IN", "mark"


def _of_the_report(words: Sequence[str], deps: list[str], heads: list[int], lemmas: Sequence[str], verb: int) -> None:
    """Hang what those say whose report it is on the report: "allegations by nuns and aid workers that they had killed ten"."""
    held = heads[verb]
    while deps[held] == "conj":
        held = heads[held]
    link = heads[held]
    if deps[held] == "pobj" and words[link].lower() in ("by", "from") and lemmas[heads[link]] in word_list("accusations"):
        heads[verb], deps[verb] = heads[link], "acl"


_TELLING = frozenset("advise alert assure inform notify promise remind tell warn".split())
_DISMISSING = frozenset("brand condemn denounce deny describe dismiss reject scorn".split())


def what_is_said_in_a_text(words: Sequence[str], tags: Sequence[str], deps: list[str], heads: list[int], lemmas: Sequence[str]) -> None:
    """What somebody says in a text, read as a clause about the text, is what is said, in place, and so is a second clause of it: "said in a
    post that troops had fired and that they had left".

    >>> words = "Bo said in a post that troops fired and that they left".split()
    >>> tags = "NNP VBD IN DT NN IN NNS VBD CC IN PRP VBD".split()
    >>> deps, heads = "nsubj ROOT prep det pobj mark nsubj relcl cc mark nsubj conj".split(), [1, 1, 1, 4, 2, 7, 7, 4, 1, 11, 11, 1]
    >>> what_is_said_in_a_text(words, tags, deps, heads, "bo say in a post that troop fire and that they leave".split())
    >>> deps[7], heads[7], heads[11]
    ('ccomp', 1, 7)
    """
    for mark, label in enumerate(deps):
        said = heads[mark]
        link = heads[heads[said]]
        verb = heads[link]
        if deps[verb] == "pobj" and deps[link] == "prep":  # "in a post on X"
            link, verb = heads[verb], heads[heads[verb]]
        opens = label == "mark" or (label == "dobj" and tags[mark] == "IN")
        if not opens or words[mark].lower() != "that" or deps[said] not in ("relcl", "acl") or not verb < link < mark < said:
            continue
        if deps[link] != "prep" or words[link].lower() != "in" or not is_saying(lemmas[verb]):
            continue
        if not any(heads[c] == said and deps[c] in ("nsubj", "nsubjpass", "expl") for c in range(mark, said)):
            continue
        deps[mark], deps[said], heads[said] = "mark", "ccomp", verb
        for other in range(said + 1, len(deps)):
            that = any(heads[c] == other and deps[c] == "mark" and words[c].lower() == "that" for c in range(said + 1, other))
            if heads[other] == verb and deps[other] == "conj" and that:
                heads[other] = said
                for c in range(said + 1, other):
                    heads[c] = said if heads[c] == verb and deps[c] == "cc" else heads[c]
