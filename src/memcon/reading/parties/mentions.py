"""Words that speak of a party: names, nouns for people and bodies, pronouns."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from memcon.actors import Identity
from memcon.ontology.words import words
from memcon.times.numerals import number

from ..grammar.dependents import child, counted, counts_people
from ..grammar.noun_phrases import (
    as_the_first,
    asked_of_the_registry,
    bare,
    end_of_owner,
    left_edge,
    names_a_thing,
    names_no_party,
    of_several,
    stands_as_noun,
    undetermined,
)
from ..grammar.parsed import Parsed
from ..grammar.personal_names import is_personal
from ..grammar.pronouns import PRONOUNS, is_counted_pronoun, speaks_of_several, stands_for_one_told
from ..grammar.titles import in_title
from ..triggers.places_taken import is_stayed_in, is_taken
from .campaigns import campaign
from .closing_marks import has_letters, with_both_halves
from .datelines import bylines, datelines, filed_from
from .doers_before_deeds import before_a_deed
from .focus import resolving
from .governments import acts_as_state, belongs_to, people_of
from .halves import HALVES, half
from .homonyms import elsewhere
from .listed_offices import office_of
from .mention import Mention, Registry
from .names_of_one_word import Bearers
from .networks import tells_where_posted
from .one_of_a_people import is_counted, one_of_a_people
from .owned_persons import of_its_owner, of_oneself
from .regions import island, part_of_state
from .some_of_them import some_of

# How the registry knows a surname of somebody who need not be meant: nothing tells of what day the report is, or the office is long over.
_PERHAPS_BORNE = ("person.surname_undated", "person.surname_of_old")
# Labels under which the name recogniser puts personal names that it does not know.
_MISREAD = frozenset(("", "ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT"))
_BEFORE_NAMES = frozenset("'s ’s neighboring neighbouring eastern western northern southern central".split())
_DEFINITE = ("the", "this", "that", "these", "those", "both")
_NAME_TAGS = ("NNP", "NNPS")
_OF_BODIES = frozenset(("of", "school"))  # "the Port of Lima", "the Rey School District"
_ALONE = ("nsubj", "nsubjpass", "npadvmod", "ROOT")  # "Rey: "I resent that"", "Rey, on a tour, met the envoys"


class Mentions:
    """The mentions of one report, found on demand by head token."""

    def __init__(self, p: Parsed, registry: Registry, on: str | None, is_place: Callable[[str], bool]) -> None:
        self._p = p
        self._is_place = is_place
        self._labels = {token: (first, end, label) for first, end, label in p.names for token in range(first, end)}
        self._resolve, context = resolving(p, registry, on, elsewhere(p))
        self.titles = registry.title_words
        self._halves = HALVES if context >= {"PRK", "KOR"} else {}
        self._filed, self.bylines = datelines(p), bylines(p)  # nobody named in a byline is a party
        self._found: dict[int, Mention | None] = {}
        full = [(a, b) for a, b, label in p.names if b - a > 1 and (label == "PERSON" or self._personal(a, b, label))]
        self._people = {p.words[i] for first, end in full for i in (first, end - 1)}  # "Park", whatever the recogniser takes it for
        self._bearers = Bearers(p, self._labels, is_place)

    def at(self, token: int) -> Mention | None:
        """The mention whose head is (or, for "hundreds of rebels", lies below) the token."""
        if token not in self._found:
            self._found[token] = None  # for words that lead to each other in a circle
            self._found[token] = None if (found := self._read(token)) is None else self._finished(found)
        return self._found[token]

    def _finished(self, found: Mention) -> Mention | None:
        filed = self._p.sentence_of[found.head] in self._filed
        town = found.kind == "person" and filed_from(self._p, self._filed, *found.name) and not self._in_full(found)
        if town or self._p.sentence_of[found.head] in self.bylines or not has_letters(self._p.words, *found.name):
            return None  # "CLINTON - A Clinton couple was arrested"
        (first, end), name = (with_both_halves(self._p.words, *some) for some in ((found.first, found.end), found.name))
        if not filed and (first, end, name) == (found.first, found.end, found.name):
            return found if end >= name[1] else replace(found, end=name[1])
        return replace(found, first=first, end=max(end, name[1]), name=name, filed=filed)

    def kind(self, token: int) -> str:
        """The kind of party at a token, "" if none."""
        return at.kind if (at := self.at(token)) else ""

    def plain(self, token: int) -> Mention | None:
        """The mention of whatever a noun names that is no party to the registry: "a pipeline", "eight young women"."""
        p = self._p
        if not p.tags[token].startswith("NN") or p.deps[token] == "compound" or tells_where_posted(p, token):
            return None
        first = left_edge(p, token)
        name = (undetermined(p, first, token), token + 1)
        if p.tags[token].startswith("NNP") and names_no_party(p, *name):
            return None
        kind = "organisation" if p.tags[token].startswith("NNP") else "group"
        end, plural, definite = end_of_owner(p, token, self.label), p.tags[token].endswith("S"), p.lower[first] in ("the", "this")
        return Mention(token, first, end, name, kind, "noun", None, plural, definite)

    def holder(self, mention: Mention, office: str) -> Mention | None:
        """The mention of an office, as that of the person who is known to hold it ("Chad president"); None where nobody is."""
        identity = self._resolve(office)
        known = identity is not None and identity.kind == "person" and not identity.how.startswith("words")
        return replace(mention, kind="person", identity=identity, plural=False) if known else None

    def country(self, token: int) -> str | None:
        """The country (ISO3) of the party at a token, None where there is none or it is not known."""
        return at.identity.country if (at := self.at(token)) is not None and at.identity is not None else None

    def party_class(self, token: int) -> str:
        """The class of party nouns that a named party belongs to (see ontology.lexicon.PARTY_CLASSES), "" if none."""
        return "" if (mention := self.at(token)) is None else mention.party_class

    def label(self, token: int) -> str:
        """The name recogniser's label of a token, "" if none."""
        return self._labels[token][2] if token in self._labels else ""

    def all(self) -> list[Mention]:
        """All mentions in text order, those before other nouns ("the Russian attack") included."""
        return [m for token in range(len(self._p)) if (m := self.at(token)) is not None and m.head == token]

    def _read(self, token: int) -> Mention | None:
        p = self._p
        tag, word = p.tags[token], p.words[token]
        if in_title(p, token, self.titles, self.label) or (tag == "NNP" and self.label(token) in ("DATE", "TIME")):
            return None  # "on Friday", though somebody in office is called so
        if tag.startswith("VB") and word[:1].isupper() and self.label(token) == "PERSON":
            return self._named(token)  # "help Trump", a verb only to the tagger
        low = word.lower()
        creed = low in words("creeds") and self._labels.get(token, (token, token + 1, ""))[:2] == (token, token + 1)
        if creed or tells_where_posted(p, token):
            return None
        told = half(p, token, self._halves, self.label(token), self._resolve) or some_of(p, token, self.at)
        if told is not None or (told := before_a_deed(p, token, self._resolve)) is not None:
            return told
        if tag in ("PRP", "PRP$") or stands_for_one_told(p, token):
            return self._pronoun(token, low)
        numeral = tag == "CD" or (tag == "NNS" and (number([low]) is not None or low in words("quantities")))  # "Eleven", "dozens"
        numeral = numeral or (tag in ("JJ", "JJS", "DT") and low in words("some_of_a_kind"))  # "several were arrested"
        known = tag == "CD" and is_counted_pronoun(p, token, left_edge(p, token)) and p.lower[left_edge(p, token)] in _DEFINITE
        people = numeral and not known and counts_people(p, token) and self.label(token) in ("", "CARDINAL")
        if people or (low == "others" and child(p, token, "nummod") is not None):  # "and six others"
            first = left_edge(p, token)
            return Mention(token, first, token + 1, (first, token + 1), "group", "noun", plural=True)
        inner = counted(p, token)
        if tag == "CD" and inner == token and is_counted_pronoun(p, token, first := left_edge(p, token)):
            return Mention(token, first, token + 1, (token, token + 1), "group", "pronoun", plural=True)
        capital = tag == "NNPS" and low != "parties" and (token not in self._labels or low == "heads")
        if capital and speaks_of_several(p, token, first := left_edge(p, token)):  # "the two Presidents"
            return Mention(token, first, token + 1, (first, token + 1), "group", "pronoun", plural=True)
        if tag in ("JJ", "JJS", "NNPS", "NNP", "VBN") and (tag != "VBN" or token in self._labels):
            return self._named(token) or (self._noun(token) if stands_as_noun(p, token) else None)
        if tag.startswith("N") or (tag in ("CD", "UH", "RB", "VBG", "FW") and token in self._labels) or (tag == "CD" and inner != token):
            if inner != token and (below := self.at(inner)) is not None and below.kind:
                first = left_edge(p, token)
                return Mention(below.head, first, below.end, below.name, below.kind, below.form, below.identity, True, False)
            return self._named(token) or self._noun(token) or part_of_state(p, token, self.at) or campaign(p, token, self.at)
        return None

    def _pronoun(self, token: int, low: str) -> Mention | None:
        sort = PRONOUNS.get(low)
        if sort is None:
            return None
        kind = {"male": "person", "female": "person", "thing": "organisation", "speaker": "person"}.get(sort, "group")
        return Mention(token, token, token + 1, (token, token + 1), kind, "pronoun", plural=sort in ("many", "pair", "speakers"))

    def _named(self, token: int) -> Mention | None:
        p = self._p
        if token == p.sentences[p.sentence_of[token]][0] and p.tags[token] in ("NNS", "NNPS"):
            alone = token not in self._labels or self._labels[token][:2] == (token, token + 1)
            identity = self._resolve(p.words[token]) if alone else None
            if identity is not None and identity.how.startswith("words"):
                return None  # "Rebels", capital as the first word
        if token not in self._labels or self._labels[token][2] != "PERSON":
            person = self._person(token)
            if person is not None:
                return person
        if token not in self._labels:
            return self._unlabelled(token)
        first, end, label = self._labels[token]
        if label in ("DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY", "LANGUAGE", "LAW", "WORK_OF_ART"):
            return None
        top = next((t for t in range(first, end) if not first <= p.heads[t] < end or p.heads[t] == t), token)
        if top != token and p.deps[token] in ("compound", "det", "amod", "punct", "case", "nummod", "flat"):
            return self.at(top)
        while first < end - 1 and (p.tags[first] in ("DT", "POS", "PRP$") or p.words[first] in _BEFORE_NAMES):
            first += 1
        while label == "PERSON" and first < end - 1 and p.lower[first] in self.titles:
            first += 1
        while end - 1 > first and p.words[end - 1] in ("'s", "’s", "'", "’"):
            end -= 1
        left = min(left_edge(p, token), first)
        common = p.phrase(first, end).islower() and (known := self._resolve(p.words[token])) is not None and known.how.startswith("words")
        kin = label == "PERSON" and p.deps[token] == "compound" and p.lemmas[p.heads[token]] in ("brother", "sister", "twin", "family")
        if token < first or common or kin:  # "navy" is no name, whatever the recogniser takes it for; "the Rey brothers"
            return None
        name = p.phrase(first, end)  # a head noun that only holds a name ("Biden administration officials") is a noun
        goes_on = end < p.sentences[p.sentence_of[token]][1] and p.tags[end] in _NAME_TAGS and end not in self._labels
        if label == "NORP" and goes_on and self._resolve(p.phrase(first, end + 1)):
            return self.at(end)
        whole = p.phrase(left, max(end, token + 1))
        beside = [p.heads[token]] if p.deps[token] == "appos" else [c for c in p.children[token] if p.deps[c] == "appos"]
        beside_a_person = label == "ORG" and any(self.label(t) == "PERSON" for t in beside)
        if beside_a_person and p.lemmas[token].lower() in words("office_nouns"):
            return self._noun(token)  # "Ann Lee, the State Department Spokesperson"
        identity = of_oneself(p, (first, end, label), self._resolve(bare(whole)) or self._resolve(name), self._resolve, self._people)
        if self._only_describes(token, identity):
            return None
        if identity is not None and label == "GPE" and identity.how.startswith(_PERHAPS_BORNE) and self._is_place(name):
            identity = None  # a town, though somebody once in office may be called so
        kind = identity.kind if identity is not None else self._kind_of(token, first, end, label)
        people = p.tags[token] in ("NNS", "NNPS") or (p.words[token].endswith("s") and p.tags[token] == "NNP") or is_counted(p, token)
        if identity is not None and identity.how == "state.demonym" and people and not acts_as_state(p, token):
            kind, identity = "group", people_of(p, token, identity, whole)
        if (one := one_of_a_people(p, token, identity)) is not None:
            return Mention(token, left, token + 1, (first, token + 1), "person", "noun", one, False, p.lower[left] not in ("a", "an"))
        plural = p.tags[token] in ("NNS", "NNPS") and label == "NORP"
        capital = bool(identity and identity.how.startswith("metonym"))
        return Mention(token, left, max(end, token + 1), (first, max(end, token + 1)), kind, "name", identity, plural, True, capital)

    def _kind_of(self, token: int, first: int, end: int, label: str) -> str:
        """The kind of a name that nobody knows, by the recogniser's label and its own words; "" for what is no party."""
        p, name, alone = self._p, self._p.phrase(first, end), end - first == 1
        kind = {"PERSON": "person", "ORG": "organisation", "NORP": "group"}.get(label, "place" if label in ("GPE", "LOC", "FAC") else "")
        if label in ("NORP", "ORG") and end - first <= 2 and (self._is_place(name) or name in self._bearers.scenes):
            kind = "place"
        if label != "GPE" and p.lower[end - 1] in words("sites") and not (alone or (label == "ORG" and _OF_BODIES & {*p.lower[first:end]})):
            kind = "place"
        if kind == "place" and alone:
            kind = self._bearers.kind(token)
        if kind == "person" and alone and (is_taken(p, token, known=True) or is_stayed_in(p, token)) and self._is_place(name):
            kind = "place"  # "drones hit X"
        if label != "PERSON" and self._personal(first, end, label):
            kind = "person"
        known = p.words[token] in self._people or ":" in p.words[token + 1 : token + 2]  # "MR POTTER: We condemn it"
        nobody = label == "PERSON" and alone and p.tags[token] not in _NAME_TAGS and not known
        return "" if nobody or names_no_party(p, first, end) else kind

    def _only_describes(self, token: int, identity: Identity | None) -> bool:
        """Whether a word for one of a faith or party is said of another: "a Shiite militia", "Communist-ruled", "the Socialist leader"."""
        described = self._p.deps[token] in ("amod", "compound", "nmod") or self._p.tags[token + 1 : token + 2] == ("HYPH",)
        return described and identity is not None and identity.kind == "person" and identity.how.startswith("words.agent")

    def _personal(self, first: int, end: int, label: str = "") -> bool:
        """Whether a name that nobody knows is a person's by its given name; "the Chad Relief Board" is none's."""
        if first and self._p.lower[first - 1] == "the":
            return False
        return label in _MISREAD and is_personal(self._p.words[first:end]) and not self._is_place(self._p.phrase(first, end))

    def _person(self, token: int) -> Mention | None:
        p = self._p
        named = p.tags[token] in _NAME_TAGS or (p.tags[token] == "NN" and p.deps[token] in _ALONE)
        known = p.words[token] in self._people and named and self.label(token) not in ("GPE", "PERSON")
        if self.label(token) == "GPE" and p.words[token] in self._people:  # a surname, where no town is called so
            known = named and not self._is_place(p.words[token]) and p.words[token] not in self._bearers.scenes
        alone = token in self._labels and self._labels[token][1] - self._labels[token][0] > 1
        if not known or alone or p.deps[token] == "compound":
            return None
        left = left_edge(p, token)
        identity = found if (found := self._resolve(p.words[token])) and found.kind == "person" else None
        return Mention(token, left, token + 1, (token, token + 1), "person", "name", identity, False, True)

    def _in_full(self, mention: Mention) -> bool:
        """Whether the report names somebody of a surname in full, or with a title here."""
        return mention.first < mention.name[0] or self._p.words[mention.head] in self._people

    def _unlabelled(self, token: int) -> Mention | None:
        """A capitalised word that the recogniser passed over, when the registry knows it."""
        p = self._p
        if not p.words[token][:1].isupper() or len(p.words[token]) < 2:
            return None
        left = left_edge(p, token)
        # "Islamic State violence", of which the recogniser knows one word or none
        beside = token > p.sentences[p.sentence_of[token]][0] and left == token
        apart = beside and p.words[token - 1][:1].isupper() and self.label(token - 1) == "NORP"
        pair = self._resolve(p.phrase(token - 1, token + 1)) if apart else None
        left = token - 1 if pair is not None else left
        identity = pair or self._resolve(bare(p.phrase(left, token + 1)))
        whose = identity is not None and not identity.how.startswith("words") and identity.kind != "person"
        if p.deps[token] in ("compound", "det") and (left == token or not whose):
            return None  # "Foreign" and "Minister" before a name are its title
        identity = identity or self._resolve(p.words[token])
        if self._only_describes(token, identity):
            return None
        if (one := one_of_a_people(p, token, identity)) is not None:
            return Mention(token, left, token + 1, (token, token + 1), "person", "noun", one, False, p.lower[left] not in ("a", "an"))
        if identity is not None and identity.how == "state.demonym" and p.tags[token] in ("NNS", "NNPS") and not acts_as_state(p, token):
            identity = people_of(p, token, identity, p.phrase(left, token + 1))
        if identity is None:
            first = token
            while first - 1 >= left and p.tags[first - 1] in _NAME_TAGS:
                first -= 1
            if p.tags[token] in _NAME_TAGS and self._personal(first, token + 1):
                return Mention(token, left, token + 1, (first, token + 1), "person", "name", None, False, True)
            named = first < token and p.deps[token] == "appos" and p.lemmas[p.heads[token]].lower() in words("office_nouns")
            kind = "person" if named else "organisation" if first < token else self._bearers.kind(token)
            if p.tags[token] in _NAME_TAGS and kind != "place":
                return Mention(token, left, token + 1, (first, token + 1), kind, "name", None, False, True)
            return None
        known = not identity.how.startswith("words")
        if not known and p.tags[token] in ("NN", "NNS"):
            return None  # "Commanders", capital only as the first word
        if not known and identity.kind == "person" and p.tags[token] == "NNP" and p.lemmas[token].lower() in words("office_nouns"):
            return self._noun(token)  # "the Ambassador of Peru"
        form = "name" if known and (p.tags[token] in _NAME_TAGS or identity.kind in ("state", "person")) else "noun"
        own = undetermined(p, left, token)
        if identity.kind == "person" and form == "name":  # "Peru's Ann Lee" is named Ann Lee
            own = max((t + 1 for t in range(left, token) if p.tags[t] == "POS"), default=own)
        capital = identity.how.startswith("metonym")
        return Mention(token, left, token + 1, (own, token + 1), identity.kind, form, identity, False, True, capital)

    def _noun(self, token: int) -> Mention | None:
        p = self._p
        if not (p.tags[token].startswith("N") or stands_as_noun(p, token)) or p.deps[token] == "compound" or names_a_thing(p, token):
            return None
        left = (edge := left_edge(p, token)) + (edge < token and p.tags[edge] == "WP$")
        phrase = p.phrase(left, token + 1)
        plural = p.tags[token] in ("NNS", "NNPS")
        definite = p.lower[left] in _DEFINITE or p.tags[left] == "PRP$" or (p.deps[token] == "conj" and as_the_first(p, token, left))
        if speaks_of_several(p, token, left):
            return Mention(token, left, token + 1, (left, token + 1), "group", "pronoun", plural=True)
        end = end_of_owner(p, token, self.label)
        identity = self._resolve(asked_of_the_registry(phrase))
        if identity is None and plural:  # "Norwegian, Chilean and Peruvian officials": what the last of them are, all are
            last = max((i + 1 for i in range(left, token) if p.lower[i] in (",", "and", "or")), default=left)
            identity = self._resolve(p.phrase(last, token + 1)) if last > left else None
        if identity is None:
            return island(p, token, left)
        if identity.how == "armed_group.members" and child(p, token, "nummod") is not None:  # "five Hezbollah fighters" are not all of it
            identity = replace(identity, id=f"members:{phrase.lower()}", name=phrase, wikidata=None, how="words.members", score=0.5)
        if (whose := belongs_to(p, token)) is not None:  # "Norway, whose leaders left": Norway's
            identity = replace(identity, country=self.country(whose))
        elif p.lemmas[token] in words("government_nouns"):  # "the Rey administration"
            leader = next((c for c in p.children[token] if p.deps[c] == "compound" and self.label(c) == "PERSON"), None)
            identity = identity if leader is None else replace(identity, country=self.country(leader))
        if end > token + 1:  # whose they are tells what they are: "officers of the military intelligence"
            identity = of_its_owner(identity, self._resolve(asked_of_the_registry(p.phrase(left, end))))
        elif (land := office_of(p, token)) is not None:  # "the president and prime minister of Peru"
            identity = self._resolve(f"{bare(phrase)} of {p.phrase(*land)}") or identity
        identity = replace(identity, country=None) if plural and of_several(p, token) else identity
        plural = plural and identity.kind != "person"  # "the charge d'affaires"
        return Mention(token, left, end, (left, token + 1), identity.kind, "noun", identity, plural, definite)
