"""Who a noun means by the names that stand with it: "the envoy, Ann Lee", "the envoys, Ann Lee and Ivan Rey", "envoys such as Ann Lee"."""

from __future__ import annotations

from dataclasses import replace

from memcon.actors import registry
from memcon.ontology.words import words

from ..grammar.dependents import coordinated
from ..grammar.parsed import Parsed
from ..grammar.personal_names import capital_run
from ..grammar.syntax import objects, prepositional
from ..parties.mention import Mention
from ..parties.mentions import Mentions

_NAMING = frozenset(("identify", "name"))
_CALLING = frozenset(("call", "style", "name"))
_SELF = frozenset(("itself", "themselves", "himself", "herself"))
_FAR = 8  # tokens from "among them" to the head behind it
_SENDING = ("state", "organisation", "armed_group")


def named_beside(p: Parsed, head: int) -> list[int]:
    """The tokens that tell who a noun means: its appositions, "Rey" of "the suspect, identified as Rey", "a group calling itself X".

    >>> from memcon.reading.parse.parsing import parser
    >>> p = parser().parse("The suspect, identified as Rey, fled.")
    >>> [p.words[t] for t in named_beside(p, 1)]
    ['Rey']
    """
    behind = [c for c in p.children[head] if p.deps[c] in ("acl", "advcl", "relcl")]
    told = [t for c in behind if p.lemmas[c] in _NAMING and p.tags[c] == "VBN" for t in prepositional(p, c, "as")]
    told += [
        t for c in behind if p.lemmas[c] == "know" and p.tags[c] == "VBN" for t in prepositional(p, c, "as") if p.tags[t].startswith("NNP")
    ]
    selves = [c for c in behind if p.lemmas[c] in _CALLING and any(p.lower[t] in _SELF for t in p.children[c])]
    own = [t for c in selves for t in p.children[c] if p.deps[t] in ("oprd", "dobj", "attr") and p.lower[t] not in _SELF]
    return [c for c in p.children[head] if p.deps[c] == "appos"] + told + own


def listed_beside(p: Parsed, mentions: Mentions, mention: Mention) -> list[int]:
    """The heads of the names that tell, all of them, whom a plural means: those behind it, or the states before it."""
    before = [c for c in p.children[mention.head] if p.deps[c] in ("amod", "nmod", "compound") and c < mention.head]
    for states in (coordinated(p, c) for c in before):  # "the Norwegian and Chilean armies"
        if len(states) > 1 and _are_states(mentions, states):
            return states
    if p.lemmas[mention.head].lower() in words("sent_nouns"):  # "delegations of Norway and Chile"
        for senders in (_senders(p, mention.head, link) for link in ("of", "from", "for")):
            if len(senders) > 1 and _are_bodies(mentions, senders):
                return senders
    first = next((c for c in p.children[mention.head] if p.deps[c] == "appos" and c > mention.head), None)
    heads = coordinated(p, first) if first is not None else []
    found = [at for t in heads if (at := mentions.at(t)) is not None and at.kind]
    return [at.head for at in found] if len(found) == len(heads) and any(at.form == "name" for at in found) else []


def _senders(p: Parsed, sent: int, link: str) -> list[int]:
    """Those of whom some are sent; the second may hang on those who are: "envoys of the Republic of Chad and the army"."""
    row = prepositional(p, sent, link)
    if len(row) == 1 and p.tags[sent] in ("NNS", "NNPS"):
        beside = (c for c in p.children[sent] if p.deps[c] == "conj" and c > row[0] and p.lower[p.edges[c][0] - 1] == "and")
        row += [c for c in beside if p.edges[row[0]][1] in (p.edges[c][0] - 1, p.edges[c][0])]
    return row


def states_of(p: Parsed, mentions: Mentions, mention: Mention) -> list[int]:
    """The heads of the names of several states whose officers a plural means: "the presidents of Norway and Chile"."""
    before = [coordinated(p, c) for c in p.children[mention.head] if p.deps[c] in ("amod", "nmod", "compound", "poss") and c < mention.head]
    rows = (*before, prepositional(p, mention.head, "of"))
    return next((row for row in rows if len(row) > 1 and _are_states(mentions, row)), [])


def included(p: Parsed, mentions: Mentions, mention: Mention) -> list[int]:
    """The heads of the names of some whom a plural means: "several envoys, including Ana Rey and Leo Fox", "those freed included Rey"."""
    behind = [t for link in ("including", "like") for t in prepositional(p, mention.head, link)]
    behind += [t for t in prepositional(p, mention.head, "as") if "such" in p.words[mention.head : t]]
    behind += [t for t in prepositional(p, mention.head, "among") if "them" in p.words[mention.head : t]] or _among_them(p, mention)
    some = mention.head  # "some of the groups included Rey"
    if p.deps[some] == "pobj" and p.lower[p.heads[some]] == "of" and p.tags[p.heads[p.heads[some]]] in ("DT", "JJ", "JJS", "CD"):
        some = p.heads[p.heads[some]]
    if p.deps[some] == "nsubj" and p.lemmas[p.heads[some]] == "include":
        behind += objects(p, p.heads[some])
    named = [next((c for c in p.children[t] if p.deps[c] == "appos" and c > t), t) for t in behind]  # "among them their leader, Bo Rey"
    return [t for t in named if (at := mentions.at(t)) is not None and at.form == "name" and at.kind and at.head == t]


def is_mere_class(p: Parsed, mention: Mention) -> bool:
    """Whether words only say of what sort those are who are named: "countries such as Norway", "critics like Rey", not "four countries,
    including Norway".

    In the annotated windows, passages and reports of our own, test part left out, whom "like" and "such as" name are parties without the
    others 21 times of 23.
    """
    told = any(p.tags[t] == "CD" or p.deps[t] == "det" for t in range(mention.first, mention.end))
    links = [c for c in p.children[mention.head] if c > mention.head and p.deps[c] == "prep"]
    such = any(p.lower[c] == "like" or (p.lower[c] == "as" and p.lower[c - 1] == "such") for c in links)
    return (such or p.lemmas[mention.head] in ("country", "nation", "state")) and not told


def _among_them(p: Parsed, mention: Mention) -> list[int]:
    """The heads behind ", among them", which a parser may hang on the verb."""
    for at in range(mention.head + 1, min(len(p) - 2, mention.head + 4)):
        if p.lower[at] == "among" and p.lower[at + 1] == "them":
            held = next((t for t in range(at + 2, min(len(p), at + _FAR)) if p.tags[t].startswith("NN") and p.heads[t] < at), None)
            return coordinated(p, held) if held is not None else []
    return []


def beside_an_office(p: Parsed, mentions: Mentions, mention: Mention) -> Mention:
    """A name that nobody knows behind an office, or a word for somebody and a comma, as a person's: "a bishop, Dahl"."""
    head = mention.head
    office = mentions.at(p.heads[head]) if p.deps[head] == "appos" else None
    unknown = mention.form == "name" and mention.identity is None and mention.kind == "organisation" and capital_run(p, head) is not None
    if not unknown or office is None or office.kind != "person" or office.form != "noun":
        return mention
    whole = mention.name[1] - mention.name[0] > 1
    told = (whole and p.lemmas[office.head].lower() in words("office_nouns")) or p.words[mention.name[0] - 1] == ","
    return replace(mention, kind="person") if told else mention


def one_by_name(p: Parsed, mentions: Mentions, mention: Mention) -> Mention:
    """A word for people, one of whom is named behind it, as his: "the ally, Ann Lee", "the Libyan, Bo Rey", "a PFP fighter, Bo Lee",
    "one, a cleric"."""
    if _is_office(p, mention) and any(p.deps[c] == "appos" and mentions.kind(c) == "person" for c in p.children[mention.head]):
        return replace(mention, kind="person", form="noun")  # "the Minister of Fisheries, Bo Rey", whom the recogniser takes for a body
    word = p.lower[mention.head]
    alone = mention.form == "name" and mention.kind == "person" and mention.name[1] - mention.name[0] == 1
    if alone and word in words("titles_told_alone") and (mention.identity is None or mention.identity.how.startswith("words")):
        return replace(mention, form="noun") if p.lower[mention.first] == "the" else mention  # "the King"
    if word == "one" and mention.kind == "group":
        told = [at for c in p.children[mention.head] if p.deps[c] == "appos" and (at := mentions.at(c)) is not None]
        return replace(mention, kind="person", plural=False) if told and told[0].kind == "person" else mention
    if mention.plural or mention.kind == "person" or p.tags[mention.head] not in ("NN", "JJ", "NNP"):
        return mention
    people = mention.identity is not None and mention.identity.how == "state.demonym" and mention.first < mention.head
    member = mention.identity is not None and mention.identity.how == "armed_group.members"
    member = member or p.lemmas[mention.head] in words("office_nouns")  # "the Council's commissioner, Ann Lee"
    if not people and not (mention.form == "noun" and (member or mention.kind == "group")):
        return mention
    behind = next((at for c in p.children[mention.head] if p.deps[c] == "appos" and (at := mentions.at(c)) is not None), None)
    if behind is None or behind.kind != "person" or behind.form != "name":
        return mention
    identity = replace(mention.identity, kind="person", how="words.person") if mention.identity is not None else None
    return replace(mention, kind="person", form="noun", identity=identity)


def _is_office(p: Parsed, mention: Mention) -> bool:
    """Whether a proper name that nobody knows is only that of an office: "the Minister of Fisheries", "the Taoiseach"."""
    known = mention.identity is not None and not mention.identity.how.startswith("words")
    own = mention.form == "name" and not known and not mention.plural
    titled = mention.name[1] - mention.name[0] == 1 and p.lower[mention.head] in registry().title_words
    return own and (titled or (p.lower[mention.head] in words("office_nouns") and mention.head < mention.name[1] - 1))


def _are_states(mentions: Mentions, tokens: list[int]) -> bool:
    return all((at := mentions.at(t)) is not None and at.kind == "state" and at.head == t for t in tokens)


def _are_bodies(mentions: Mentions, tokens: list[int]) -> bool:
    """Whether all are states, bodies or armed groups: "delegations from the Lions and the Eagles", "envoys of the army and the rebels"."""
    found = [mentions.at(t) for t in tokens]
    return all(at is not None and at.head == t and at.kind in _SENDING for at, t in zip(found, tokens, strict=True))


def agency(p: Parsed, mention: Mention, other: Mention) -> bool:
    """Whether a name in brackets behind a place is the agency that reports from there: "JEDDAH, Saudi Arabia (AP)"."""
    bracketed = other.first > 0 and p.words[other.first - 1] == "("
    return bracketed and mention.kind in ("state", "place") and other.kind == "organisation"


_TO_EACH_OTHER = frozenset(("neighbour", "neighbor", "ally", "rival", "foe", "adversary", "enemy", "partner", "patron", "backer"))


def can_be_same(one: Mention, other: Mention) -> bool:
    """Whether the kinds of two mentions beside each other allow that they are of one party."""
    bodies = ("organisation", "armed_group", "state")
    if one.form == "noun" and one.kind == "organisation" and other.kind == "group" and other.form == "name":
        return not one.plural  # "its biggest party, the Green Unionists"
    if one.identity is not None and one.identity.name.lower().split()[-1] in _TO_EACH_OTHER and other.kind == "state":
        return one.form == "noun" and not one.plural  # "its neighbour Chad"
    return one.kind == other.kind or (one.kind in bodies and other.kind in bodies) or (one.kind == "group" and other.kind in bodies)
