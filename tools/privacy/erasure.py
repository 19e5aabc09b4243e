"""What the destruction of a person's key leaves."""

import sqlite3

WINDOW = 16


def wrapped_keys(vault):
    """The wrapped keys of a vault by their subjects."""
    database = sqlite3.connect(f"file:{vault}?mode=ro", uri=True)
    try:
        return {bytes(subject): bytes(wrapped) for subject, wrapped in database.execute("SELECT subject, wrapped FROM subjects")}
    finally:
        database.close()


def remains(secret, folder):
    """The files below a folder in which any sixteen consecutive bytes of a secret stand."""
    parts = [secret[start:start + WINDOW] for start in range(len(secret) - WINDOW + 1)]
    return [path for path in sorted(folder.rglob("*")) if path.is_file() and any(part in path.read_bytes() for part in parts)]
