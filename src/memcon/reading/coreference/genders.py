"""What the words of a report tell of a person's gender: titles, nouns of kinship and calling, given names.

The order of trust (words said of the person before the given name) follows Bergsma and Lin (2006, ACL, 33-40), who find that titles
and nouns settle gender where they stand and names only mostly do.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from memcon.actors.genders import given_name_gender

from ..grammar.parsed import Parsed
from ..parties.entity import Entity
from ..parties.mention import Mention

MALE_NOUNS = frozenset(
    "mr mr. sir king prince duke count baron lord emperor tsar czar sultan emir sheikh ayatollah imam pope monk friar father son brother "
    "husband uncle nephew grandfather grandson stepfather stepson stepbrother widower boy man gentleman boyfriend fiancé groom bridegroom "
    "godfather godson chairman spokesman congressman councilman assemblyman businessman policeman fireman salesman statesman gunman "
    "cameraman frontman horseman nobleman clergyman fisherman sportsman craftsman marksman actor hero waiter steward heir dad daddy "
    "patriarch herr monsieur signor señor don dom brother-in-law father-in-law son-in-law half-brother".split()
)
FEMALE_NOUNS = frozenset(
    "mrs mrs. ms ms. miss madam madame mme dame queen princess duchess countess baroness lady empress tsarina sultana nun abbess mother "
    "daughter sister wife aunt niece grandmother granddaughter stepmother stepdaughter stepsister widow girl woman girlfriend fiancée "
    "fiancee bride godmother goddaughter chairwoman spokeswoman congresswoman councilwoman assemblywoman businesswoman policewoman "
    "saleswoman stateswoman noblewoman sportswoman actress heroine waitress stewardess heiress hostess goddess priestess mistress "
    "ballerina soprano diva songstress mom mum mommy matriarch housewife midwife maid maiden frau fräulein señora señorita signora "
    "mezzo-soprano mother-in-law sister-in-law daughter-in-law half-sister landlady governess headmistress seamstress showgirl schoolgirl "
    "lesbian comedienne sorceress enchantress".split()
)
# "actor", "hero", "heir" and the like are said of women too.
_LOOSE = frozenset("actor hero heir steward don dom count maid".split())


class Gender(NamedTuple):
    """A gender and whether it is certain."""

    gender: str
    sure: bool


UNKNOWN = Gender("", False)


def noun_gender(word: str) -> str:
    """The gender that a noun or title tells, "" for none.

    >>> noun_gender("Queen"), noun_gender("husband"), noun_gender("minister")
    ('female', 'male', '')
    """
    low = word.lower()
    return "male" if low in MALE_NOUNS else "female" if low in FEMALE_NOUNS else ""


def gender_of(p: Parsed, entity: Entity) -> Gender:
    """The gender that the report's words tell of a person."""
    for mention in entity.mentions:
        if mention.form != "pronoun" and (said := next(_said(p, mention), "")):
            return Gender(said, True)
    full = max((m for m in entity.mentions if m.form == "name"), key=lambda m: m.name[1] - m.name[0], default=None)
    if full is None:
        return UNKNOWN
    words = list(p.words[full.name[0] : full.name[1]])
    if len(words) == 1 and full.identity is not None and full.identity.kind == "person":
        words = full.identity.name.split()
    return of_name(words)


def of_name(words: list[str]) -> Gender:
    """The gender of a name's first word that tells one; a lone word may be a surname and is not certain.

    >>> of_name(["Angela", "Merkel"]), of_name(["J.", "Edgar", "Hoover"]).gender, of_name(["James"]).sure
    (Gender(gender='female', sure=True), 'male', False)
    """
    for n, word in enumerate(words):
        if n and n == len(words) - 1:
            break
        gender = given_name_gender(word)
        if gender:
            return UNKNOWN if gender == "either" else Gender(gender, len(words) > 1 and n == 0)
        if len(word.rstrip(".")) > 1:
            break
    return UNKNOWN


def _said(p: Parsed, mention: Mention) -> Iterator[str]:
    """The genders that the words about one mention tell: titles before it, its own noun, appositions, "X is an actress"."""
    head = mention.head
    nouns: list[str] = []
    if mention.form == "name":
        for at in range(mention.name[0] - 1, mention.first - 1, -1):
            if p.tags[at] in ("POS", "PRP$") or p.words[at] == ",":
                break
            nouns.append(p.words[at])
    else:
        nouns.append(p.words[head])
    if p.deps[head] == "appos" and p.tags[p.heads[head]] == "NN":
        nouns.append(p.words[p.heads[head]])
    nouns += [p.words[c] for c in p.children[head] if p.deps[c] == "appos" and p.tags[c] == "NN"]
    if p.deps[head] == "nsubj" and p.lemmas[p.heads[head]] in ("be", "become", "remain"):
        nouns += [p.words[c] for c in p.children[p.heads[head]] if p.deps[c] == "attr" and p.tags[c] == "NN"]
    for noun in nouns:
        if noun.lower() not in _LOOSE and (gender := noun_gender(noun)):
            yield gender
