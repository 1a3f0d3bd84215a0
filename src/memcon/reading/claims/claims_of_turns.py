"""What is put forward in a turn of a transcript, on the word of who has it."""

from __future__ import annotations

from memcon.ontology.cues import Cue

from ..grammar.parsed import Parsed
from ..grammar.transcripts import turns
from .draft import Draft

_TURN = Cue(":", "p", frozenset({"clause"}), "say", denies=False, possible=False, origin="own")


def claims_of_turns(p: Parsed) -> list[Draft]:
    """A claim for each turn of one who does not only ask: its tag's colon is the cue, all its sentences the content.

    >>> from memcon.reading.parse.parsing import parser
    >>> p = parser().parse("ANA REY: We won. They fled.\\n\\nBO FOX: We did not.\\n\\nANA REY: They did.")
    >>> [(p.phrase(*one.source[0]), [p.phrase(*words) for words in one.content]) for one in claims_of_turns(p)]
    [('ANA REY', ['We won.', 'They fled.']), ('BO FOX', ['We did not.']), ('ANA REY', ['They did.'])]
    """
    found = []  # each by the lemma "-", as claims behind a dash are: what the layout tells, the encoder does not doubt
    for turn in turns(p):
        if turn.speaker is None:
            continue
        (first, colon), opens = turn.tag, p.sentences[turn.first][1]
        source = (first, colon) if first <= turn.speaker < colon else p.edges[turn.speaker]
        content = [(colon + 1, opens), *p.sentences[turn.first + 1 : turn.end]]
        told = [(a, b) for a, b in content if a < b and p.words[b - 1] != "?"]
        if told:
            found.append(Draft((colon, colon + 1), colon, _TURN, [source], turn.speaker, told, "-"))
    return found
