"""Gives the events of a ledger to other projects and prints what they take, beside Amanah's figures of the same run."""
import argparse
import json
import random
import shutil
import statistics
import tempfile
import time

from events import read_events
from libraries import AuditChain, EventSourcing, Pymerkle
from postgres import ChainTrigger, programs

PROOFS = {Pymerkle: 200, AuditChain: 3}


def seconds(work):
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def measure(peer_type, events, batch_length, folder):
    """Events a second appended (one durable transaction a batch) and checked, and milliseconds a proof."""
    peer = peer_type(folder)
    try:
        batches = [events[at:at + batch_length] for at in range(0, len(events), batch_length)]
        appended = seconds(lambda: [peer.append(batch) for batch in batches])
        sound = []
        checked = seconds(lambda: sound.append(peer.check(len(events))))
        if sound != [True]:
            raise SystemExit(f"peers: {peer.name} does not hold the {len(events)} events that it was given")
        proof = None
        if peer.prove:
            places = [random.Random(7).randrange(len(events)) for _ in range(PROOFS[peer_type])]
            proof = statistics.median(seconds(lambda place=place: peer.prove(place, len(events))) for place in places) * 1000
        return len(events) / appended, len(events) / checked, proof
    finally:
        if hasattr(peer, "close"):
            peer.close()


def amanah(figures, events):
    """Amanah's own events a second, from the figures of the same run: {packing: (appended, checked, milliseconds a proof)}."""
    found = {row["what"]: row["measured"] for row in figures["rows"] if row.get("events") == events}
    return {
        "list": (found["admit list notes, events"], found["audit list notes, with state"],
                 found["receipt from list notes, p50"] / 1000),
        "single-event": (found["admit single-event notes"], found["audit single-event notes, with state"],
                         found["receipt from single-event notes, p50"] / 1000)}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("database", help="ledger.sqlite whose events are used")
    parser.add_argument("figures", help="what amanah-bench --figures wrote")
    parser.add_argument("--events", type=int, required=True)
    parser.add_argument("--folder", required=True, help="where the peers store, on the disk that is measured")
    parser.add_argument("--batch", type=int, default=115, help="events of a transaction, as many as a list note has")
    options = parser.parse_args()
    with open(options.figures, encoding="utf-8") as file:
        ours = amanah(json.load(file), options.events)
    events = read_events(options.database, options.events)
    peers = [EventSourcing, Pymerkle, AuditChain] + ([ChainTrigger] if programs() else [])
    if not programs():
        print("peers: PostgreSQL is not installed; left out")
    print(f"\n{len(events):,} events, {options.batch} a transaction, each transaction flushed\n")
    print("| what | append, events/s | Amanah ÷ it | check all, events/s | Amanah ÷ it | a proof, ms | what is checked |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | --- |")
    for packing, (appended, checked, proof) in ours.items():
        print(f"| **Amanah, {packing} notes** | {appended:,.0f} | | {checked:,.0f} | | {proof:.2f} | "
              "signatures, chains, authority, tree, rules, state |")
    for peer_type in peers:
        folder = tempfile.mkdtemp(dir=options.folder)
        try:
            shutil.os.chmod(folder, 0o755)
            appended, checked, proof = measure(peer_type, events, options.batch, folder)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
        own = ours[peer_type.beside]
        print(f"| {peer_type.name} | {appended:,.0f} | {own[0] / appended:.1f} | {checked:,.0f} | {own[1] / checked:.1f} | "
              f"{'none' if proof is None else f'{proof:,.2f}'} | {peer_type.checks} |", flush=True)


if __name__ == "__main__":
    main()
