"""Hiding a national identity number: readable with a key, findable with another.

AES-256-GCM with the row's own id as associated data, so that what is copied to another
row cannot be read there. A keyed index (HMAC-SHA256) finds a number unread.
"""

import hashlib
import hmac
import os
from base64 import b64decode

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

NONCE = 12


class Unreadable(Exception):
    """The text was not written here, or with another key."""


def hide(text: str, *, place: str) -> bytes:
    """Encrypt `text` for one place, such as `children_child.nin:<id>`."""
    nonce = os.urandom(NONCE)
    return nonce + _cipher().encrypt(nonce, text.encode(), place.encode())


def reveal(hidden: bytes, *, place: str) -> str:
    """Decrypt what was hidden for that place. Raises Unreadable for any other."""
    try:
        text = _cipher().decrypt(hidden[:NONCE], hidden[NONCE:], place.encode())
    except InvalidTag as error:
        raise Unreadable from error
    return text.decode()


def index(text: str) -> str:
    """The same for the same text, and telling nothing to those without the key."""
    key = b64decode(settings.INDEX_KEY)
    return hmac.new(key, text.encode(), hashlib.sha256).hexdigest()


def _cipher() -> AESGCM:
    return AESGCM(b64decode(settings.FIELD_KEY))
