"""A code together with the rule that gave it."""

from __future__ import annotations

from dataclasses import dataclass

from memcon.model import Code


@dataclass(frozen=True, slots=True)
class Coded:
    """What a scheme calls an event, and why: `value` (with PLOVER's mode and contexts) and the named rule of our tables."""

    scheme: str
    value: str
    rule: str
    mode: str = ""
    contexts: tuple[str, ...] = ()

    @property
    def code(self) -> Code:
        """The code as a record keeps it; the rule is the record's evidence for it.

        >>> Coded("cameo", "042", "cameo.consult.visit").code
        Code(scheme='cameo', value='042', mode='', contexts=())
        """
        return Code(self.scheme, self.value, self.mode, self.contexts)
