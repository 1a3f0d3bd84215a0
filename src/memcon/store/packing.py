"""Long texts packed in the database (zlib), plain to whoever reads or writes them."""

from __future__ import annotations

import zlib
from typing import Any

from sqlalchemy import Dialect, LargeBinary, TypeDecorator

_LEVEL = 6
# What a record's JSON is mostly made of, the commonest last: short texts of the kind become a third of what they are without it. What was
# packed with it can be read with it only, so it never changes; another one would get a column of another type.
_KNOWN = (
    b'{"schema":"memcon/1","report":{"id":"","title":"","published":"20","outlet":"","url":"https://","language":"en","sha256":""},'
    b'"attributions":[{"id":"a1","parent":"a","kind":"indirect","source":[{"content":[{"cue":[{"start":"stance":"denies"}],"times":[{"type":'
    b'"DATE","value":"20","start":"places":[{"entities":[{"id":"x","name":"","mentions":[{"start":"made_by":{"memcon":"models":"config":'
    b'"type":"PROTEST","type":"MOBILIZE","type":"COERCE","type":"SANCTION","type":"THREATEN","type":"RETREAT","type":"CONCEDE",'
    b'"type":"COOPERATE","type":"AID","type":"AGREE","type":"REJECT","type":"REQUEST","type":"SUPPORT","type":"ACCUSE","type":"STATEMENT",'
    b'"type":"ASSAULT","mode":"aerial","status":"planned","status":"offered","status":"ongoing","status":"possible","status":"denied",'
    b'"kind":"armed_group","kind":"organisation","kind":"state","country":"RUS","country":"USA","sector":"MIL","office":"prime minister",'
    b'"position":"duration":"about":[{"start":"purpose":[{"start":"when_other":[{"edtf":"contradicts":true}],"order":[{"relation":"after",'
    b'"event":"e"}],{"path":"/participants/1/wikidata","spans":[{"path":"/codes/cameo","spans":[],"by":"table:cameo.'
    b'{"path":"/codes/plover","spans":[],"by":"table:plover.same","p":1.0},{"path":"/codes/quad","spans":[],"by":"table:quad.plover","p":1.0},'
    b'{"path":"/codes/plover_score","spans":[],"by":"table:score.plover","p":1.0},{"path":"/codes/goldstein","spans":[],"by":'
    b'"table:score.goldstein","p":1.0}],"codes":{"plover":{"type":"CONSULT","mode":"meeting","contexts":["military","executive"]},"cameo":"04",'
    b'"quad":"1","plover_score":"","goldstein":"1.0"},"confidence":0.75}{"id":"e1","type":"CONSULT","mode":"visit","status":"happened",'
    b'"summary":" on Sat 5 Mar 2022.","triggers":[{"start":1,"end":1,"quote":""}],"participants":[{"role":"actor","entity":"x1","name":"",'
    b'"kind":"person","wikidata":"Q","country":"","sector":"GOV","office":"minister","mention":{"start":1,"end":1,"quote":""}},'
    b'{"role":"recipient","entity":"x2","name":"","kind":"person","country":"","mention":{"start":1,"end":1,"quote":""}}],"when":{"edtf":"20",'
    b'"span":{"start":1,"end":1,"quote":""},"how":"weekday"},"where":{"name":"","place":"","country":"","lat":1.0,"lon":1.0,"geonames":1,'
    b'"span":{"start":1,"end":1,"quote":""}},"sources":[{"kind":"official","name":"","attribution":"a1","source":{"start":1,"end":1,"quote":'
    b'""},"cue":{"start":1,"end":1,"quote":"said"},"stance":"asserts"}],"evidence":[{"path":"/mode","spans":[{"start":1,"end":1,"quote":""}],'
    b'"by":"registry:person.name","p":0.97},{"path":"/status","spans":[{"start":1,"end":1,"quote":""}],"by":"rule:","p":0.9},{"path":'
    b'"/participants/0","spans":[{"start":1,"end":1,"quote":""}],"by":"lexicon:contact:","p":0.9},{"path":"/type","spans":[{"start":'
)


class Packed(TypeDecorator[str]):
    """A text column that is packed where it is kept. Texts that stand there unpacked, from an earlier version, are read as they are."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: str | None, _dialect: Dialect) -> bytes | None:
        """The bytes that are kept."""
        return None if value is None else packed(value)

    def process_result_value(self, value: Any, _dialect: Dialect) -> str | None:
        """The text again."""
        return unpacked(value) if isinstance(value, bytes) else value


def packed(text: str) -> bytes:
    """A text packed.

    >>> len(packed('{"id":"e1","type":"CONSULT","mode":"visit","status":"happened"}')) < 30
    True
    """
    press = zlib.compressobj(_LEVEL, zdict=_KNOWN)
    return press.compress(text.encode("utf-8", "surrogatepass")) + press.flush()


def unpacked(kept: bytes) -> str:
    """The text that was packed.

    >>> unpacked(packed("Kyjiv – Київ"))
    'Kyjiv – Київ'
    """
    return zlib.decompressobj(zdict=_KNOWN).decompress(kept).decode("utf-8", "surrogatepass")
