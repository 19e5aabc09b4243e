#!/usr/bin/env python3
"""Writes first inputs for every fuzzer, made of the test vectors and the sample district: seeds.py DIRECTORY.

What a run finds beside them is kept in corpus/, minimised; these are made anew whenever they are wanted.
"""

import base64
import json
import struct
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VECTORS = ROOT / "Tests/Vectors"
SAMPLE = ROOT / "samples/abung-selatan"
MARK = b"\x1e"
LIST_LINES = 4


class Seeds:
    def __init__(self, folder):
        self.folder = Path(folder)
        self.count = 0

    def add(self, fuzzer, data):
        data = data if isinstance(data, bytes) else data.encode("utf-8", "surrogatepass")
        place = self.folder / fuzzer
        place.mkdir(parents=True, exist_ok=True)
        (place / f"seed-{self.count:05}").write_bytes(data)
        self.count += 1


def load(name):
    return json.loads((VECTORS / name).read_text())


def events(seeds):
    for line in (VECTORS / "events/valid.jsonl").read_text().splitlines():
        seeds.add("event", line)
        seeds.add("event-file", b"\x07" + line.encode())
    for case in load("events/hostile.json"):
        data = base64.b64decode(case["bytes"]) if "bytes" in case else case["line"].encode("utf-8", "surrogatepass")
        if len(data) < 4096:
            seeds.add("event", data)
    for path in sorted(SAMPLE.glob("*.jsonl")):
        lines = path.read_bytes().splitlines(keepends=True)
        seeds.add("event-file", b"\x1f" + b"".join(lines[:3]))


def snapshots(seeds):
    lines = (VECTORS / "events/valid.jsonl").read_bytes().splitlines()
    for start in range(0, len(lines), 6):
        for changes in (b"", b"\x00\x07\x01", b"\x01\x2c\xff\x00\x20\x80"):
            seeds.add("snapshot", changes + b"\n" + b"\n".join(lines[start:start + 6]))


def split_note(note):
    text, signatures = note.rsplit(b"\n\n", 1)
    names = [line.split(b" ")[1] for line in signatures.splitlines() if line.count(b" ") == 2]
    return text + b"\n", names


def block(options, note):
    """A note as the fuzzer `ledger` wants it: a signature line must parse, what it says is made there."""
    text, names = split_note(note)
    lines = b"".join("— ".encode() + name + b" AAAAAAA=\n" for name in names)
    return bytes([options]) + text + b"\n" + lines


def logs(seeds):
    for path in sorted((VECTORS / "admission").glob("*.json")):
        for case in json.loads(path.read_text()):
            entries = [base64.b64decode(entry) for entry in case["entries"]]
            total = sum(map(len, entries))
            if total > 6000:
                continue
            seeds.add("log", bytes([4 * (seeds.count % 4)]) + MARK.join(entries))
            seeds.add("checkpoint", case["checkpoint"].rsplit("\n\n", 1)[0] + "\n")
            for entry in entries[-2:]:
                seeds.add("entry", entry)
                if b"\n\n" in entry:
                    seeds.add("note", entry.split(b"\n\n", 1)[1])
            notes = [entry.split(b"\n\n", 1)[1] for entry in entries if b"\n\n" in entry]
            notes = [note for note in notes if b"\n\n" in note]
            seeds.add("ledger", MARK.join(bytes([ord("0")]) + note for note in notes))
            options = (ord("2"), ord("3"), ord("7"), ord(";"))[seeds.count % 4]
            seeds.add("ledger", MARK.join(block(options, note) for note in notes))
    for path in (VECTORS / "worked-example").glob("entry-*"):
        seeds.add("entry", path.read_bytes())
        seeds.add("note", path.read_bytes().split(b"\n\n", 1)[1])


def every_event(seeds):
    """All event types in one ledger, signed by the governor of the vectors: what the roles refuse is refused."""
    case = next(case for case in load("admission/sound.json") if len(case["entries"]) > 3)
    notes = [base64.b64decode(entry).split(b"\n\n", 1)[1] for entry in case["entries"]]
    authors = {}
    for note in notes:
        authors[json.loads(note.split(b"\n")[1])["author"]] = note
    lines = (VECTORS / "events/valid.jsonl").read_bytes().splitlines()
    for start in range(0, len(lines), 5):
        blocks = [block(ord("3"), note) for note in notes]
        for author, note in sorted(authors.items()):
            header = note.split(b"\n")[1]
            text = b"amanah/note/v1\n" + header + b"\n" + b"\n".join(lines[start:start + 5]) + b"\n"
            blocks.append(b"3" + text + b"\n" + "— ".encode() + author.encode() + b" AAAAAAA=\n")
        seeds.add("ledger", MARK.join(blocks))


def transparency_log(seeds):
    keys = load("transparency-log/keys.json")
    for key in keys["good"]:
        for form in ("verifier", "signer", "name"):
            seeds.add("key-text", key[form])
    for key in keys["refusedVerifiers"]:
        seeds.add("key-text", key["text"])
    for case in load("transparency-log/notes.json")["cases"]:
        data = base64.b64decode(case["note"])
        if len(data) < 16000:
            seeds.add("note", data)
    for case in load("transparency-log/checkpoints.json")["cases"]:
        seeds.add("checkpoint", case["note"].replace("bansos.example/ledger", "ledger.example/exercise"))
    for case in load("transparency-log/receipts.json")["cases"]:
        seeds.add("receipt", case["proof"])
    tiles = load("transparency-log/tiles.json")
    for path in [case["path"] for case in tiles["paths"]] + tiles["refusedPaths"]:
        seeds.add("path", path)
    for case in tiles["refusedBundles"]:
        seeds.add("bundle", bytes([int(case["width"]) - 1 & 255]) + bytes.fromhex(case["bundle"]))
    seeds.add("bundle", b"\x01" + b"\x00\x02ab" + b"\x00\x00")
    seeds.add("bundle", b"\x01" + bytes(range(64)))
    for old, new in ((1, 2), (3, 7), (4, 8), (2**62, 2**63 - 1)):
        seeds.add("proof", struct.pack(">QQ", old, new) + bytes(range(96)))
    for case in load("transparency-log/seals.json")["seals"]:
        for mode in range(6):
            seeds.add("seal", bytes([mode, 5, 0, 30, 9]) + b"associate" + base64.b64decode(case["box"]))


def secrets(seeds):
    header = "amanah/secret/v1\nargon2id 1 8192\nsalt " + base64.b64encode(bytes(16)).decode() + "\n"
    seeds.add("secret", header + "box " + base64.b64encode(bytes(72)).decode() + "\n")
    seeds.add("secret", header.replace("1 8192", "16 1073741824") + "box " + base64.b64encode(bytes(40)).decode() + "\n")
    key = load("transparency-log/keys.json")["good"][0]["verifier"]
    seeds.add("secret", f"amanah/key/v1\n{key}\n{base64.b64encode(bytes(72)).decode()}\n")
    for zone, extra in ((7, ""), (9, "language: en\n"), (7, "unknown: 1\n")):
        seeds.add("settings", "# Amanah ledger. Nothing here is secret.\nversion: 1\norigin: bansos.example/ledger\n"
                  f"logKey: {key}\ntitle: Latihan\nzone: {zone}\n{extra}")
    seeds.add("settings", f'{{version: 1, origin: "bansos.example/ledger", logKey: {key}, title: &a [*a], zone: 7}}')


KINDS = ["registrations", "proposals", "statuses", "verifications", "eligibility", "suppliers", "procurements", "bids", "selections",
         "contracts", "outlets", "lots", "inspections", "price-surveys", "entitlements", "handovers", "complaints", "interviews", "conflicts",
         "budgets", "disbursements"]


def lists(seeds):
    plan = (SAMPLE / "rencana.csv").read_bytes()
    seeds.add("table", b"".join(plan.splitlines(keepends=True)[:6]))
    seeds.add("table", b"".join((SAMPLE / "petugas.csv").read_bytes().splitlines(keepends=True)[:5]))
    for row in plan.decode("utf-8-sig").splitlines()[1:]:
        kind, file = row.split(",")[:2]
        if kind not in KINDS:
            continue
        lines = (SAMPLE / file).read_bytes().splitlines(keepends=True)
        text = b"".join(lines[:LIST_LINES])
        if len(text) < 4000:
            seeds.add("list", bytes([KINDS.index(kind), 31]) + text)
            seeds.add("csv", b"\x03" + text)
    for index in range(len(KINDS)):
        seeds.add("list", bytes([147 + index, 7]) + b"P-001;1803074101550001;15/11/2025\n")
    seeds.add("csv", b'\x00sep=;\na;"b\n""c";d\r\n;;\n"e";f\r')


def values(seeds):
    for text in ("2026-04-16T09:00:00+07:00", "2026-02-29", "2026-04-16T02:12:03.123Z", "18.03.07.2001", "18", "LOT-7", "P_1/2",
                 "019d940f-3d80-7000-8000-000000000005"):
        seeds.add("value", text)


def rows(seeds):
    integer = lambda value: b"\x02" + struct.pack(">q", value)
    blob = b"\x05" + bytes(32)
    for value in (0, 1, -1, -2**63, 2**63 - 1, 2**53):
        seeds.add("rows", b"\x01" + b"\x00" + integer(value) + blob + b"\x01abcd" + blob)
        seeds.add("rows", b"\x00" + b"\x04" + integer(value) + b"\x04\x03abc")
        seeds.add("rows", b"\x03" + b"\x80\x00\x00\x01abcd" + b"\x03" + integer(value) + b"\x00")
        seeds.add("rows", b"\x03" + b"\x80\x00\x00\x01abcd" + b"\x02" + b"\x04\x01a" + integer(value) + integer(-value - 1))
    case = load("admission/sound.json")[0]
    data = b"\x03"
    for entry in case["entries"]:
        entry = base64.b64decode(entry)
        entry += b"\n" * (-len(entry) % 4)
        if len(entry) < 1020:
            data += b"\x82\x00\x00" + bytes([len(entry) // 4]) + entry
    seeds.add("rows", data)


def main():
    seeds = Seeds(sys.argv[1])
    for make in (events, snapshots, logs, every_event, transparency_log, secrets, lists, values, rows):
        make(seeds)
    print(f"{seeds.count} seeds")


if __name__ == "__main__":
    main()
