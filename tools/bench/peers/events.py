"""The events of a ledger, as its own database holds them, so that every peer gets the same bytes."""
import sqlite3


def read_events(database, limit):
    """Up to `limit` (author, line) pairs: each event as the bytes that were signed, in the order of the log."""
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    found = []
    for (entry,) in connection.execute("SELECT entry FROM entries ORDER BY position"):
        # An entry is four lines, a blank one and the note (SPEC 4); a note is two lines, the events, a blank line and signatures (SPEC 3).
        text = entry.split(b"\n\n", 1)[1]
        lines, signatures = text.split(b"\n\n", 1)
        author = signatures.split(b" ")[1].decode()
        found += [(author, line) for line in lines.split(b"\n")[2:]]
        if len(found) >= limit:
            break
    connection.close()
    return found[:limit]
