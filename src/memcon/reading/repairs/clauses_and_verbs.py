"""What a small parser gets wrong about clauses and verbs, in ways that the words themselves show, put right on its arrays."""

from __future__ import annotations

from collections.abc import Sequence

from memcon.ontology.words import words as word_list

_FINITE = ("VBD", "VBZ", "VBP")
_HELPERS = (*_FINITE, "MD")
# Verbs of speech that by these words ask of their own accord.
_TURNING = {"called": ("for", "on", "upon"), "asked": ("for",), "pressed": ("for",), "pushed": ("for",)}


def part_at_semicolons(words: Sequence[str], tags: Sequence[str], deps: list[str], heads: list[int]) -> None:
    """Two sentences with a semicolon between them, read as "that ..., he said", become two that are coordinated, in place.

    What stands before the first one's verb is the first one's: "On Saturday Poland expelled ten; Bulgaria expelled two".

    >>> words, tags = "Poland left ; Chile stayed".split(), "NNP VBD : NNP VBD".split()
    >>> deps, heads = "nsubj ccomp punct nsubj ROOT".split(), [1, 4, 4, 4, 4]
    >>> part_at_semicolons(words, tags, deps, heads)
    >>> deps, heads
    (['nsubj', 'ROOT', 'punct', 'nsubj', 'conj'], [1, 1, 4, 4, 1])
    """
    for mark, word in enumerate(words):
        if word != ";":
            continue
        for first in range(mark - 1, -1, -1):
            second = heads[first]
            if deps[first] != "ccomp" or second <= mark or deps[second] != "ROOT":
                continue
            helped = any(heads[c] == first and deps[c] in ("aux", "auxpass") and tags[c] in _HELPERS for c in range(mark))
            if helped or tags[first] in _FINITE:
                heads[first], deps[first] = first, "ROOT"
                for token in range(first):
                    if heads[token] == second:
                        heads[token] = first
                heads[second], deps[second] = first, "conj"
                break


def verbs_as_participles(words: Sequence[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """The only verb of a sentence, read as said of its subject, becomes the main verb, in place: "A string of rebels condemned Chad."

    >>> words, tags = "The envoy condemned Chad .".split(), "DT NN VBN NNP .".split()
    >>> deps, heads = "det ROOT acl dobj punct".split(), [1, 1, 1, 2, 1]
    >>> verbs_as_participles(words, tags, deps, heads)
    >>> deps, heads
    (['det', 'nsubj', 'ROOT', 'dobj', 'punct'], [1, 2, 2, 2, 2])

    So does one between a name and whom it is done to: "Chad hosted ministers from Peru.", and one that opens a sentence of notes.
    """
    for verb, label in enumerate(deps):
        if label == "amod" and _opens_a_note(words, tags, deps, heads, verb):  # "Chad: Expelled the envoy. Banned Peruvian lorries."
            tags[verb], deps[verb] = "VBD", "ROOT"
            deps[heads[verb]], heads[heads[verb]], heads[verb] = "dobj", verb, verb
            continue
        noun, name = heads[verb], verb - 1
        done_to = label == "amod" and verb and noun == verb + 1 and deps[noun] == "ROOT" and tags[noun] == "NNS"
        by_name = tags[name] == "NNP" and heads[name] in (verb, noun) and deps[name] in ("npadvmod", "compound", "nmod", "nsubj")
        if done_to and by_name and tags[verb] in ("VBN", "VBD"):
            tags[verb], deps[verb], heads[verb], deps[noun], heads[noun] = "VBD", "ROOT", verb, "dobj", verb
            deps[name], heads[name] = "nsubj", verb
            continue
        if label != "acl" or tags[verb] not in ("VBN", "VBD") or deps[noun] != "ROOT" or noun > verb or not tags[noun].startswith("N"):
            continue
        below = {deps[c] for c in range(len(deps)) if heads[c] == verb}
        links = {words[c].lower() for c in range(verb + 1, len(deps)) if heads[c] == verb and deps[c] == "prep"}
        turns = any(word in links for word in _TURNING.get(words[verb].lower(), ()))  # "Rey, the deputy leader, called for a truce"
        active = below & {"dobj", "ccomp"} or turns or words[verb].lower() in word_list("past_without_object")
        if (
            not active
            or below & {"agent", "nsubj", "nsubjpass"}
            or any(heads[c] == noun and tags[c] in _HELPERS for c in range(len(deps)) if c != verb)
        ):
            continue
        tags[verb], deps[verb], heads[verb] = "VBD", "ROOT", verb
        for token in range(verb + 1, len(words)):
            if heads[token] == noun:
                heads[token] = verb
        deps[noun], heads[noun] = "nsubj", verb


def _opens_a_note(words: Sequence[str], tags: Sequence[str], deps: Sequence[str], heads: Sequence[int], verb: int) -> bool:
    """Whether a participle with a capital stands, behind a stop or a colon, before a name or counted people that make up the rest."""
    noun = heads[verb]
    if not verb or words[verb - 1] not in (".", ":", "-", "–", "—", "!") or not words[verb][:1].isupper() or noun <= verb:
        return False
    told = tags[verb + 1] in ("CD", "NNP", "PRP$") or (tags[verb + 1] == "JJ" and words[verb + 1][:1].isupper())
    return told and tags[verb] in ("VBN", "VBD") and deps[noun] == "ROOT" and tags[noun] in ("NNS", "NNP", "NNPS")


def subject_as_object(words: Sequence[str], tags: Sequence[str], deps: list[str], heads: list[int]) -> None:
    """A noun behind "and", read as a second object, becomes the subject of the verb right behind it, in place: "took it and police left".

    >>> words, tags = "He took them hostage and police found it".split(), "PRP VBD PRP NN CC NNS VBD PRP".split()
    >>> deps, heads = "nsubj ROOT dobj oprd cc conj conj dobj".split(), [1, 1, 1, 1, 3, 3, 1, 6]
    >>> subject_as_object(words, tags, deps, heads)
    >>> deps, heads
    (['nsubj', 'ROOT', 'dobj', 'oprd', 'cc', 'nsubj', 'conj', 'dobj'], [1, 1, 1, 1, 1, 6, 1, 6])
    """
    for verb, label in enumerate(deps):
        noun = verb - 1
        if label != "conj" or tags[verb] not in _FINITE or noun < 2 or deps[noun] != "conj" or not tags[noun].startswith("N"):
            continue
        first = noun
        while first > 0 and heads[first - 1] == noun and deps[first - 1] in ("det", "amod", "compound", "nummod", "poss"):
            first -= 1
        link, above = first - 1, heads[verb]
        if words[link].lower() != "and" or not heads[noun] < link or above >= link:
            continue
        if any(heads[c] == verb and deps[c] in ("nsubj", "nsubjpass", "aux", "auxpass") for c in range(len(deps))):
            continue
        heads[link] = above
        deps[noun], heads[noun] = "nsubj", verb


def said_of_a_clause(words: Sequence[str], deps: list[str], heads: list[int]) -> None:
    """A noun that tells of the clause before it, read as its verb's second object, is none, in place: "sent men, a step Chad denied".

    >>> deps = "ROOT dobj punct det dobj nsubj relcl".split()
    >>> said_of_a_clause("sent men , a step Chad denied".split(), deps, [0, 0, 0, 4, 0, 6, 4])
    >>> deps[4]
    'npadvmod'
    """
    for token, label in enumerate(deps):
        verb = heads[token]
        if label != "dobj" or not any(deps[c] == "dobj" and heads[c] == verb for c in range(verb + 1, token)):
            continue
        first = next((c for c in range(verb, token) if heads[c] == token), token)
        told = any(heads[c] == token and deps[c] in ("relcl", "acl") for c in range(token + 1, len(deps)))
        if told and words[first].lower() in ("a", "an", "something") and words[first - 1] in (",", "—", "–", "--"):
            deps[token] = "npadvmod"


def clauses_as_reports(words: Sequence[str], deps: list[str], heads: list[int]) -> None:
    """A sentence with words for it behind, read as what the last verb reports, stands alone, in place: "Chad left, a charge Peru denied".

    >>> deps = "nsubj ccomp punct det nsubj nsubj ROOT".split()
    >>> heads = [1, 6, 6, 4, 6, 6, 6]
    >>> clauses_as_reports("Chad left , a charge Peru denied".split(), deps, heads)
    >>> deps, heads
    (['nsubj', 'ROOT', 'punct', 'det', 'npadvmod', 'nsubj', 'relcl'], [1, 1, 1, 4, 1, 6, 4])
    """
    children: dict[int, list[int]] = {verb: [] for verb, label in enumerate(deps) if label == "ROOT"}
    for c, head in enumerate(heads):
        if head in children and c != head:
            children[head].append(c)
    for verb, kin in children.items():
        told = next((c for c in kin if deps[c] == "ccomp" and c < verb), None)
        noun = next((c for c in kin if deps[c] in ("nsubj", "dobj") and told is not None and told < c < verb), None)
        if told is None or noun is None or words[noun].lower() not in word_list("accusations"):
            continue
        first = next((c for c in range(told, noun) if heads[c] == noun), noun)
        behind = any(deps[c] == "nsubj" and noun < c < verb for c in kin)
        if not behind or words[first].lower() not in ("a", "an") or words[first - 1] not in (",", "—", "–", "--"):
            continue
        for c in kin:
            heads[c] = told if deps[c] == "punct" or c == noun else verb
        heads[told], deps[told], heads[verb], deps[verb], deps[noun] = told, "ROOT", noun, "relcl", "npadvmod"


def measure_of_time(words: Sequence[str], deps: list[str], heads: list[int]) -> None:
    """How much earlier or later something was, read as who did it, becomes its time, in place: "and a day earlier sent tents".

    >>> deps = "ROOT cc det nsubj advmod conj dobj".split()
    >>> measure_of_time("voted and a day earlier sent tents".split(), deps, [0, 0, 3, 5, 3, 0, 5])
    >>> deps[3]
    'npadvmod'
    """
    for token, word in enumerate(words):
        if deps[token] == "nsubj" and word.lower() in word_list("measures_of_time"):
            near = token + 1 if token + 1 < len(words) else token
            if words[near].lower() in ("earlier", "later", "before", "after", "ago") and heads[near] == token and heads[token] > near:
                deps[token] = "npadvmod"


def killed_and_hurt(words: Sequence[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Those hurt beside those killed, read as who hurts, are those hurt, in place: "left six dead and 30 wounded".

    >>> words, tags = "It left six dead and 30 wounded".split(), "PRP VBD CD JJ CC CD VBN".split()
    >>> deps, heads = "nsubj ROOT dobj oprd cc nsubj conj".split(), [1, 1, 1, 1, 1, 6, 1]
    >>> killed_and_hurt(words, tags, deps, heads)
    >>> deps, heads
    (['nsubj', 'ROOT', 'dobj', 'oprd', 'cc', 'conj', 'acl'], [1, 1, 1, 1, 1, 2, 5])
    """
    fates = word_list("fates")
    for fate, word in enumerate(words):
        verb = heads[fate]
        if word.lower() not in fates or deps[fate] != "conj":
            continue
        below = [c for c, head in enumerate(heads) if head == fate]
        if any(heads[c] == verb and deps[c] == "auxpass" for c in range(verb)):  # "six were killed and ten wounded"
            for c in below:
                if deps[c] == "nsubj" and not any(deps[o] in ("aux", "dobj") for o in below):
                    tags[fate], deps[c] = "VBN", "nsubjpass"
        if words[verb].lower() not in ("left", "leaves", "leave", "leaving"):
            continue
        who = next((c for c in below if deps[c] in ("nsubj", "nsubjpass")), None)
        killed = next((c for c, head in enumerate(heads) if head == verb and deps[c] == "dobj"), None)
        dead = next((c for c in range(verb, fate) if heads[c] == verb and deps[c] in ("oprd", "acomp") and words[c].lower() in fates), None)
        if killed is None and dead is not None:  # "left five dead", read as one phrase
            killed = next((c for c in range(verb, dead) if heads[c] == dead and deps[c] == "nummod"), None)
            if killed is not None:
                deps[killed], heads[killed] = "dobj", verb
        if who is None or killed is None or dead is None or any(deps[c] in ("aux", "auxpass") for c in below):
            continue
        deps[who], heads[who] = "conj", killed
        tags[fate], deps[fate], heads[fate] = "VBN", "acl", who


def verbs_behind_there_is(tags: Sequence[str], deps: list[str], heads: list[int]) -> None:
    """A verb coordinated with "there is", which has no subject for it, is the speaker's, in place: "denies there is any and blames X".

    >>> deps = "nsubj ROOT mark expl ccomp attr cc conj dobj".split()
    >>> heads = [1, 1, 4, 4, 1, 4, 4, 4, 7]
    >>> verbs_behind_there_is("NNP VBZ IN EX VBZ NN CC VBZ NNP".split(), deps, heads)
    >>> heads[7]
    1
    """
    for verb, label in enumerate(deps):
        first = heads[verb]
        if label != "conj" or tags[verb] not in _FINITE or deps[first] != "ccomp" or tags[first] not in _FINITE:
            continue
        below = {deps[c] for c in range(len(deps)) if heads[c] == verb}
        there = any(deps[c] == "expl" and heads[c] == first for c in range(len(deps)))
        if there and not below & {"nsubj", "nsubjpass", "expl"} and tags[heads[first]] == tags[verb]:
            heads[verb] = heads[first]


def words_beside_words(tags: list[str], deps: Sequence[str], heads: list[int], lemmas: Sequence[str]) -> None:
    """What somebody says besides, read as part of what is said, becomes theirs, in place: "denied his men were there and accused the army",
    "denies arming them and accuses Chad".

    >>> tags, lemmas = "NNP VBD NNS VBD RB CC VBD NNS".split(), "Rey deny man be there and accuse rebel".split()
    >>> deps, heads = "nsubj ROOT nsubj ccomp advmod cc conj dobj".split(), [1, 1, 3, 1, 3, 3, 3, 6]
    >>> words_beside_words(tags, deps, heads, lemmas)
    >>> heads[6]
    1
    """
    for token, label in enumerate(deps):
        inner = heads[token]
        above = heads[inner]
        if label != "conj" or lemmas[token] not in word_list("verbs_of_more_words") or above > inner or tags[above] not in _FINITE:
            continue
        own = any(heads[c] == token and deps[c] in ("nsubj", "nsubjpass", "aux", "auxpass") for c in range(inner, token))
        if own or lemmas[above] not in word_list("verbs_of_telling"):
            continue
        gerund = deps[inner] == "xcomp" and tags[inner] == "VBG" and tags[token] in ("VB", tags[above])
        unlike = lemmas[inner] in ("be", "have") or tags[inner] in ("VBN", "VB")  # "said that work would go on and invited Chad"
        if gerund or (deps[inner] == "ccomp" and unlike and tags[token] == tags[above]):
            heads[token], tags[token] = above, tags[above]


_RESISTING = frozenset(("resistance", "opposition", "objection", "objections", "aversion"))


def what_is_resisted(words: Sequence[str], deps: Sequence[str], heads: list[int]) -> None:
    """What "resistance" or "opposition" is to hangs on the noun, in place: "deepened his resistance to sending troops".

    >>> heads = [0, 0, 0, 2]
    >>> what_is_resisted("deepened resistance to sending".split(), ["ROOT", "dobj", "prep", "pcomp"], heads)
    >>> heads[2]
    1
    """
    for token in range(1, len(words)):
        noun = token - 1
        against = words[token].lower() == "to" and words[noun].lower() in _RESISTING
        if against and deps[token] == "prep" and deps[noun] == "dobj" and heads[token] == heads[noun]:
            heads[token] = noun
