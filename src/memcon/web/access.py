"""Who may look and who may change: the token of a site on this computer, passwords elsewhere, and sessions in the memory of the server."""

from __future__ import annotations

import hashlib
import json
import os
import secrets
import time
from collections import OrderedDict, deque
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

ROLES = ("reader", "editor")
SHORTEST = 10
_COST, _BLOCK, _PARALLEL = 2**15, 8, 1
_MOST_SESSIONS = 1000
_FAILURES, _WITHIN_S = 5, 60.0


class PasswordError(ValueError):
    """A password or a file of passwords that cannot be used; the message says why."""


@dataclass(frozen=True, slots=True)
class Session:
    """Someone at the site: `role` reader or editor, `csrf` what a form must send back, `who` stands with the person's decisions."""

    role: str
    csrf: str
    who: str
    logged_in: bool = False
    """Whether a password let it in, so that it can log out."""

    @property
    def editor(self) -> bool:
        """Whether it may change anything."""
        return self.role == "editor"


def hashed(password: str, salt: bytes | None = None) -> str:
    """A password as it is kept: its scrypt hash with the salt and the costs.

    >>> matches("correct horse battery", hashed("correct horse battery")), matches("wrong", hashed("correct horse battery"))
    (True, False)
    """
    salt = salt or secrets.token_bytes(16)
    made = hashlib.scrypt(password.encode(), salt=salt, n=_COST, r=_BLOCK, p=_PARALLEL, maxmem=2**26)
    return f"scrypt${_COST}${_BLOCK}${_PARALLEL}${salt.hex()}${made.hex()}"


def matches(password: str, kept: str) -> bool:
    """Whether a password is the one that was hashed; false for what is no hash."""
    try:
        kind, cost, block, parallel, salt, wanted = kept.split("$")
        if kind != "scrypt":
            return False
        made = hashlib.scrypt(
            password.encode("utf-8", "replace"), salt=bytes.fromhex(salt), n=int(cost), r=int(block), p=int(parallel), maxmem=2**26
        )
    except ValueError:
        return False
    return secrets.compare_digest(made.hex(), wanted)


def password_file(store: Path) -> Path:
    """Where the hashes of a store's passwords are kept: beside it.

    >>> password_file(Path("memcon.db")).name
    'memcon.db.passwords'
    """
    return store.with_name(store.name + ".passwords")


def set_password(store: Path, role: str, password: str) -> Path:
    """Keep the hash of a role's password beside the store, in a file that its owner alone can read."""
    if role not in ROLES:
        raise PasswordError(f"{role!r} is no role: there are {' and '.join(ROLES)}")
    if len(password) < SHORTEST:
        raise PasswordError(f"a password has at least {SHORTEST} characters")
    path = password_file(store)
    kept = {**passwords(store), role: hashed(password)}
    partial = path.with_name(path.name + ".part")
    with open(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
        json.dump(kept, file, indent=1)
    partial.replace(path)
    return path


def passwords(store: Path) -> dict[str, str]:
    """Role -> hash of its password, for the roles that have one. PasswordError where the file is none of memcon's."""
    path = password_file(store)
    try:
        told = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as problem:
        raise PasswordError(f"{path} cannot be read: {problem}") from problem
    if not isinstance(told, dict) or not all(role in ROLES and isinstance(one, str) for role, one in told.items()):
        raise PasswordError(f"{path} holds no passwords of memcon: remove it and set them again")
    return told


@dataclass(slots=True)
class Access:
    """What lets people in. With `passwords` there is no token: everybody logs in. `role` is what the token is good for."""

    token: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    role: str = "editor"
    who: str = "unknown"
    passwords: dict[str, str] = field(default_factory=dict)
    _sessions: OrderedDict[str, Session] = field(default_factory=OrderedDict)
    _failed: deque[float] = field(default_factory=deque)
    _lock: Lock = field(default_factory=Lock)

    def by_token(self, told: str) -> Session | None:
        """The session of a script or an address that shows the token; None where it is not the token."""
        if self.passwords or not secrets.compare_digest(told.encode("utf-8", "replace"), self.token.encode()):
            return None
        return self._new(self.role, self.who)

    def begin(self, session: Session) -> str:
        """Keep a session; returns what its cookie holds."""
        name = secrets.token_urlsafe(32)
        with self._lock:
            self._sessions[name] = session
            while len(self._sessions) > _MOST_SESSIONS:
                self._sessions.popitem(last=False)
        return name

    def by_cookie(self, name: str) -> Session | None:
        """The session of a cookie; None where there is none."""
        with self._lock:
            return self._sessions.get(name)

    def end(self, name: str) -> None:
        """Forget a session."""
        with self._lock:
            self._sessions.pop(name, None)

    def log_in(self, password: str, who: str) -> Session | None:
        """The session that a password opens; None where it opens none. PasswordError after too many wrong ones."""
        now = time.monotonic()
        with self._lock:
            while self._failed and now - self._failed[0] > _WITHIN_S:
                self._failed.popleft()
            if len(self._failed) >= _FAILURES:
                raise PasswordError("too many wrong passwords within a minute")
        fits = [role for role, kept in self.passwords.items() if matches(password, kept)]
        if not fits:
            with self._lock:
                self._failed.append(now)
            return None
        return self._new("editor" if "editor" in fits else "reader", " ".join(who.split())[:80] or "unknown", True)

    @staticmethod
    def _new(role: str, who: str, logged_in: bool = False) -> Session:
        return Session(role, secrets.token_urlsafe(32), who, logged_in)
