"""jq and sqlite3 from Debian: another JSON parser over every event, another SQLite over the database."""
import subprocess
from pathlib import Path

from refused import Refused


def audit_events(events):
    """jq reads every event and writes the same bytes again: keys in their order, nothing added, no number changed."""
    events = list(events)
    done = subprocess.run(["jq", "-c", "."], input="".join(line + "\n" for _, _, line in events), capture_output=True, text=True)
    written = done.stdout.splitlines() if done.returncode == 0 else done.stdout.splitlines() + [None]
    for (position, _, line), again in zip(events, written):
        if line != again:
            raise Refused("event", position, "jq reads something else than what is written")
    if len(written) != len(events):
        raise Refused("event", None, f"expected {len(events)} events, jq reads {len(written)}")
    return {"events": len(events)}


def audit_database(ledger):
    """sqlite3 finds its own structures sound, and the entries without gaps."""
    path = Path(ledger) / "ledger.sqlite"
    query = "PRAGMA integrity_check; SELECT count(*), max(position) + 1, sum(length(leaf) <> 32) FROM entries;"
    done = subprocess.run(["sqlite3", "-readonly", f"file:{path}?immutable=0", query], capture_output=True, text=True)
    lines = done.stdout.splitlines()
    if done.returncode != 0 or lines[:1] != ["ok"]:
        raise Refused("database", None, (done.stderr or lines[0] if lines else done.stderr).strip()[:200])
    count, end, short = map(int, lines[1].split("|"))
    if count != end or short:
        raise Refused("database", None, f"{count} entries up to position {end}, {short} malformed leaf hashes")
    return {"entries": count}
