"""Cut a speech tag ("..., an Israeli official said.") from the words it reports, before parsing.

A dependency parser often hangs the last words of the content on the speaker ("... with Zelensky, the spokesperson said": *Zelensky*
becomes the subject of *said*). Parsed apart, both halves come out right.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

_CUES = frozenset(
    "said says say added adds announced stated states reported reports noted notes explained insisted insists claimed claims stressed "
    "confirmed wrote tweeted argued declared told tells recalled asserted emphasized emphasised alleged reiterated concluded continued "
    "quipped remarked commented observed revealed disclosed admitted acknowledged warned replied responded asked "
    "complained predicted clarified cautioned countered contended lamented writes posted informed informs recounted recounts conceded "
    "concedes confided confirms maintained maintains boasted underlined underlines underscored stresses insists recalls announces "
    "acknowledges complains testified joked retorted hinted".split()
)
_ADDRESSED = frozenset("told tells asked warned".split())
_ADDRESSEES = frozenset(
    "reporters journalists lawmakers supporters us me him her them parliament state television the a his her their members correspondents "
    "audiences delegates senators viewers listeners voters people friends newsmen".split()
)
_PRONOUNS = frozenset("he she they it".split())
_OPENERS = frozenset(
    "the a an his her its their our one two three four five several some many most senior top another other these those this that both "
    "official spokesman spokeswoman source minister ministry report study poll analyst expert "
    "officials diplomats analysts witnesses residents sources police authorities activists aides experts lawmakers rescuers medics "
    "former state local military security government defence defense intelligence opposition rebel hospital army western".split()
)
_ARTICLES = frozenset("the a an his her its their this that those".split())
_COUNTING = frozenset("all both either several some two three".split())
_LINKS = frozenset("and but or yet".split())
_QUOTES = frozenset(['"', "”", "''", "’’", "“", "``"])
_BREAKS = frozenset([",", "—", "–", "--", "-", *_QUOTES])
_STOPS = frozenset([".", ":", ";", "!", "?"])
# A word that shows that the stretch before the cue is a clause of its own and no speaker.
_NO_SPEAKER = frozenset(
    "that which who whom whose when while where because if although though but is are was were be been has have had will would can could "
    "may might must should do does did does not to".split()
)
_NO_TAIL = frozenset(
    "that which who whom if whether because but is are was were has have had will would can could may might must should he she they "
    "it".split()
)
# Behind the cue of a tag stands nothing but when, where and in what form it was said.
_ADVERBIAL = frozenset(
    "in on at during after before via through by of about from late early earlier later today yesterday again recently last this when as "
    "while without with flatly then over monday tuesday wednesday thursday friday saturday sunday".split()
)
_SUBORDINATE = frozenset(
    "in on at after before during when while as if since for with despite although though because asked speaking last earlier later "
    "alongside following amid under by from shortly until unlike like according".split()
)
_OF_TIME = frozenset(("on", "in", "at", "during", "last", "earlier", "later"))
_ASIDES = _SUBORDINATE | frozenset("a an the who whose which also his her its their through via".split())
_AFTER_PRONOUN = frozenset(". on in at during late early later".split())
_OF_SPEAKERS = frozenset("was were is are has have had spoke saw took".split())
_SAID = frozenset(("said", "says"))
_LONGEST_BEARER = 8  # words of "a foreign ministry spokesman"
_MEANS = frozenset("email e-mail fax letter phone radio telephone text video".split())
_WITHIN_HEADS = frozenset(
    "of and for in 's ’s minister ministers leader leaders president premier envoy envoys prosecutor prosecutors lawyer lawyers doctors "
    "rebels general generals officers commander commanders lawmaker senator senators mayor governor agency group".split()
)
_LONGEST_HEAD = 6  # words before the colon
_LONGEST = 30


def speech_tags(words: Sequence[str], glued: Collection[int] = ()) -> list[tuple[int, int]]:
    """The speech tags in one sentence's words, as half-open ranges that hold no reported words.

    `glued` are the numbers of the words that no blank parts from the word before: a hyphen among them is no dash.

    >>> words = "Israel will help , the ministry said .".split()
    >>> speech_tags(words)
    [(4, 8)]
    >>> words = "In their meeting , the official said , Bennett raised the issue .".split()
    >>> speech_tags(words)
    [(4, 7)]
    >>> speech_tags("After the raid , the ministry said the plan failed .".split())
    []
    """
    words = ["\u2011" if word == "-" and n in glued and n + 1 in glued else word for n, word in enumerate(words)]
    found: list[tuple[int, int]] = []
    size = len(words)
    for cue, word in enumerate(words):
        if word.lower() not in _CUES or cue < 2:
            continue
        resumed = bool(found) and found[-1][1] == cue - 1  # "he had, he added, warned them": the clause goes on behind the tag
        tag = _speaker_first(words, cue, size) or (None if resumed else _cue_first(words, cue, size))
        if tag and (not found or tag[0] >= found[-1][1]):
            found.append(tag)
    return found


def head_of_a_headline(words: Sequence[str]) -> int:
    """How many words stand before what a headline or dateline opens with a colon, the colon among them; 0 where none does.

    >>> head_of_a_headline("Togolese ministers : mine hurts nine nuns".split())
    3
    >>> head_of_a_headline("He named three conditions : talks , food , time".split())
    0
    """
    colon = next((n for n, word in enumerate(words[: _LONGEST_HEAD + 1]) if word == ":"), 0)
    if not colon or colon + 3 > len(words) or not words[0][:1].isupper():
        return 0
    named = all(word[:1].isupper() or word.lower() in _OPENERS | _WITHIN_HEADS for word in words[:colon])
    return colon + 1 if named and not any(word.lower() in _NO_SPEAKER for word in words[:colon]) else 0


def _speaker_first(words: Sequence[str], cue: int, size: int) -> tuple[int, int] | None:
    end = _tail(words, cue, size)
    if end is None:
        return None
    start = _speaker(words, cue)
    if start is None or start < 2 or _is_undergone(words, cue):
        return None
    quoted = words[start - 1] in _QUOTES
    speaker = [_low(w) for w in words[start:cue]]
    if speaker[0] in _LINKS:  # "sent troops in May, and Rey said at a summit in Lima, Peru, ..."
        return None
    told_by = _relative(speaker)
    if any(w in _NO_SPEAKER and n not in told_by and not _leads_to_a_noun(words, start + n) for n, w in enumerate(speaker)):
        return None
    if not (
        quoted or words[start][:1].isupper() or speaker[0] in _OPENERS or speaker[0] in _PRONOUNS or _plural_speaker(words, start, cue)
    ):
        return None
    if quoted and words[start - 2] not in (",", "?", "!", "—", "--", "…", "’", "'"):
        return None
    if not quoted and ((start < 3 and end == size) or (end == size and cue + 1 < size - 1 and _hangs(words, start))):
        return None
    return start, end


def _low(word: str) -> str:
    """A word in small letters, but for the month and the name: "said on May 16", "Theresa May said"."""
    return word if word == "May" else word.lower()


def _is_undergone(words: Sequence[str], cue: int) -> bool:
    """Whether "by" behind a cue tells who claims or reports what stands before it: "killed ten, an attack claimed by the rebels"."""
    means = words[cue + 2].lower() if cue + 2 < len(words) else ""
    return words[cue].lower() not in ("said", "wrote", "says") and words[cue + 1 : cue + 2] == ["by"] and means not in _MEANS


def _relative(speaker: Sequence[str]) -> list[int]:
    """The words by which a speaker is told: "who were" and all "to" behind it, none of "a claim that officials".

    >>> _relative("two people who were there".split()), _relative("a claim that officials".split())
    ([2, 3], [])
    """
    for n in range(2, len(speaker) - 1):
        if speaker[n] in ("who", "that", "which"):
            verb = speaker[n + 1]
            told = verb in _OF_SPEAKERS or (verb.endswith("ed") and len(verb) > 3)
            return [n, n + 1, *(i for i in range(n + 2, len(speaker)) if speaker[i] == "to")] if told else []
    return []


def _leads_to_a_noun(words: Sequence[str], at: int) -> bool:
    """Whether "to" stands before a name, an article or a number, and not before a verb: "an aide to the king", "aides to both"."""
    after = words[at + 1] if at + 1 < len(words) else ""
    return words[at].lower() == "to" and (after[:1].isupper() or after in _ARTICLES | _COUNTING)


def _speaker(words: Sequence[str], cue: int) -> int | None:
    """Where the speaker's words begin: behind the break before them, or behind the one before, if an apposition ends at the cue."""
    start = _stretch(words, cue)
    if start < cue:
        return start if start > 0 and words[start - 1] in _BREAKS else None
    if words[cue - 1] != ",":
        return None
    inner = _stretch(words, cue - 1)
    if inner < 2 or words[inner - 1] != ",":
        return inner if inner >= 1 and words[inner - 1] in _QUOTES and inner < cue - 1 else None
    outer = _stretch(words, inner - 1)
    if outer < 1 or outer >= inner - 1 or inner - outer > _LONGEST // 2 or words[outer - 1] not in _BREAKS:
        return None
    return outer


def _stretch(words: Sequence[str], end: int) -> int:
    start = end
    while start > 0 and words[start - 1] not in _BREAKS and end - start < _LONGEST:
        start -= 1
    return start


def _plural_speaker(words: Sequence[str], start: int, cue: int) -> bool:
    """Whether plain words such as "medical workers" or a trade and a name stand before the cue."""
    if words[start].islower() and words[cue - 1][:1].isupper() and cue - start <= 6:  # "digital consultant Phil Musser says"
        return True
    return cue - start <= 2 and words[cue - 1].islower() and words[cue - 1].endswith("s") and words[start].isalpha()


def _hangs(words: Sequence[str], start: int) -> bool:
    """Whether the stretch before a tag is but an adjunct ("After the raid, the ministry said on Monday ...")."""
    before = [word.lower() for word in words[: start - 1]]
    tells = any(word in _PRONOUNS for word in before[2:])  # "On Thursday they took three men, two residents told the agency"
    return before[0] in _SUBORDINATE and not (tells and before[0] in _OF_TIME) and "," not in before


def _tail(words: Sequence[str], cue: int, size: int) -> int | None:
    """Where the tag ends after its cue: at once before a comma that closes it, or with the sentence, if no clause follows."""
    at = cue + 1
    if at < size and words[cue].lower() in _ADDRESSED and (words[at] not in _BREAKS or _names(words, at)) and words[at] not in _STOPS:
        if not (words[at].lower() in _ADDRESSEES or words[at][:1].isupper() or words[at] in _QUOTES):
            return None
        at += 1
        while (
            at < size
            and (words[at] not in _BREAKS or _names(words, at))
            and words[at] not in _STOPS
            and words[at].lower() not in _ADVERBIAL
        ):
            if _low(words[at]) in _NO_TAIL or at - cue > 8:
                return None
            at += 1
    if (
        at < size
        and words[at] not in _BREAKS
        and words[at] not in _STOPS
        and words[at].lower() not in _ADVERBIAL
        and not words[at].endswith("ly")
    ):
        return None
    while at < size and (words[at] not in _BREAKS or _names(words, at)) and words[at] not in _STOPS:
        if _low(words[at]) in _NO_TAIL or at - cue > _LONGEST // 2:
            return None
        at += 1
    if at >= size or (words[at] in _STOPS and words[at] != ":" and at >= size - 1):
        return size
    if words[at] in _STOPS:
        return at if words[at] != ":" else None
    if words[at] == "," and _closes(words[at + 1 :]):
        return size
    return at


def _names(words: Sequence[str], at: int) -> bool:
    """Whether a quotation mark stands around a name in the tag ("told "Fox and Friends" after ...") and does not resume the speech."""
    return words[at] in _QUOTES and words[at - 1] not in (",", ".", ":", "?", "!") and (at + 1 < len(words)) and words[at + 1] != ","


def _closes(words: Sequence[str]) -> bool:
    """Whether what follows the comma is of the tag ("said, citing ...", "said, speaking on condition of ...", "said of X, whose ...")."""
    if not words or words[0].lower() == "adding" or any(w in _QUOTES for w in words):
        return False
    if words[0] in ("whose", "who", "which", "where", "when"):
        return True
    return words[0].endswith("ing") and words[0].islower() and all(_low(w) not in _NO_TAIL for w in words)


def _parenthesis(words: Sequence[str], comma: int) -> bool:
    """Whether what ends at a comma only parts a subject from its verb ("The army, in a statement, said ...")."""
    start = _stretch(words, comma)
    return (
        start > 1
        and words[start - 1] == ","
        and (words[start].lower() in _ASIDES or words[start].endswith("ing") or words[start][:1].isdigit())
    )


def _named_before(words: Sequence[str], cue: int) -> bool:
    """Whether a cue has its subject before it, somebody and his name between commas: "A spokesman, Ana Rey, claimed the attack"."""
    start = _stretch(words, cue - 1)
    named = start < cue - 1 and all(word[:1].isupper() for word in words[start : cue - 1])
    who = _stretch(words, start - 1) if start > 1 and words[start - 1] == "," else start
    bearer = words[who : start - 1]
    return named and who == 0 and 0 < len(bearer) <= _LONGEST_BEARER and bearer[0].lower() in _OPENERS and words[cue].lower() not in _SAID


def _cue_first(words: Sequence[str], cue: int, size: int) -> tuple[int, int] | None:
    if words[cue - 1] not in _BREAKS or cue + 1 >= size or cue < 3 or words[cue].lower() in ("told", "tells"):
        return None
    rest = [_low(w) for w in words[cue + 1 :]]
    if any(w in _CUES or w in ("that", "if", "whether") for w in rest[:4]) or rest[0] in ("it", "to", "of", "in", "on", "and", "or"):
        return None
    quoted = words[cue - 1] in _QUOTES
    if not quoted and (_parenthesis(words, cue - 1) or _named_before(words, cue)):
        return None
    if not (quoted or words[cue + 1][:1].isupper() or rest[0] in _OPENERS or rest[0] in _PRONOUNS):
        return None
    speaker = rest[: next((i for i, w in enumerate(rest) if w in _BREAKS), len(rest))]
    if not quoted and any(w in _NO_SPEAKER for w in speaker):
        return None
    if rest[0] in _PRONOUNS and len(speaker) > 1 and speaker[1] not in _AFTER_PRONOUN:
        return None
    # Only a quotation behind a comma or a stop goes on with the speech; others are the tag's own ("who called it 'a crime'").
    stops = [i for i in range(cue + 1, size) if words[i] in ('"', "“", "''", "``") and words[i - 1] in (",", ".", ":", "—", "--", "–")]
    return cue, stops[0] if stops else size
