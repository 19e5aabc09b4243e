"""Every byte of a small ledger changed in turn, in each way that matters, and what is found at which position."""
import random
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from moment import is_recorded
from test_tampering import small
from writer import b64, path, publish

from .town import items_of, rewritten
from .verifiers import Place, ask_python, ask_python_receipt

# The lowest bit, the bit of a letter's case, the bit that makes it no ASCII; and one at random, which is none of these.
MASKS = (0x01, 0x20, 0x80)


def masks(seed, what, offset):
    other = random.Random(f"{seed} {what} {offset}").choice([mask for mask in range(1, 256) if mask not in MASKS])
    return (*MASKS, other)


def flipped(data, offset, mask):
    return data[:offset] + bytes([data[offset] ^ mask]) + data[offset + 1:]


class Flips:
    """One kind: which flips there are, what a verifier is given for each, and what it may say of it."""

    def __init__(self, name, needs, seed):
        self.name, self.needs, self.seed = name, needs, seed

    def right(self, variant, answer):
        """Whether the answer names a finding at the right position."""
        _, _, position = answer.partition("@")
        return answer != "ok" and position == self.wanted(variant)


class OfFiles(Flips):
    """A published file is changed where it lies."""

    def __init__(self, name, seed, w, file, place):
        super().__init__(name, "writing to what is stored", seed)
        self.w, self.file, self.place, self.key = w, file, place, w.log.verifier_key

    def prepare(self, directory):
        return publish(directory, self.w.entries, self.w.checkpoint())[self.file]

    def variants(self, data):
        for offset in range(len(data)):
            for mask in masks(self.seed, self.file, offset):
                yield offset, mask

    def write(self, directory, data, variant):
        Path(directory, self.file).write_bytes(flipped(data, *variant))

    def ask(self, directory, swift):
        python = ask_python(Path(directory), self.key, None)
        return (python if swift is None else swift.ask(directory, self.key, None)), python

    def wanted(self, variant):
        return self.place(variant[0])


class OfNotes(Flips):
    """A note is changed by the keeper, who makes everything anew and signs it."""

    part = 1

    def __init__(self, name, seed, w, kept=None):
        super().__init__(name, "the operator with the log key", seed)
        self.items, self.kept, self.key = items_of(w), kept, w.log.verifier_key

    def prepare(self, directory):
        return None

    def variants(self, _):
        for position, item in enumerate(self.items):
            for offset in range(len(item[self.part])):
                for mask in masks(self.seed, f"{self.part} {position}", offset):
                    yield position, offset, mask

    def write(self, directory, _, variant):
        items = list(self.items)
        items[variant[0]] = self.changed(variant)
        entries, checkpoint = rewritten(items)
        for file in Path(directory).rglob("*"):
            if file.is_file():
                file.unlink()
        publish(directory, entries, checkpoint)

    def ask(self, directory, swift):
        python = ask_python(Path(directory), self.key, self.kept)
        return (python if swift is None else swift.ask(directory, self.key, self.kept)), python

    def changed(self, variant):
        position, offset, mask = variant
        recorded, note = self.items[position]
        return recorded, flipped(note, offset, mask)

    def wanted(self, variant):
        return str(variant[0])


class OfTimes(OfNotes):
    """`recordedAt` is changed by the keeper: no author signs it, so what shows it is said exactly."""

    part = 0

    def changed(self, variant):
        position, offset, mask = variant
        recorded, note = self.items[position]
        return flipped(recorded.encode(), offset, mask).decode(errors="surrogateescape"), note

    def right(self, variant, answer):
        position, times = variant[0], [recorded for recorded, _ in self.items]
        now = self.changed(variant)[0]
        if not is_recorded(now):
            return answer == f"entry.malformed@{position}"
        if position > 0 and now < times[position - 1]:
            return answer == f"entry.recordedAt@{position}"
        if position + 1 < len(times) and now > times[position + 1]:
            return answer == f"entry.recordedAt@{position + 1}"
        if position < 2:  # The author of entry 3 had seen the first two entries.
            return answer == "seen.root@3"
        return answer == ("ok" if self.kept is None else "checkpoint.inconsistent")


class OfReceipts(Flips):
    """A receipt or its entry is changed on the way."""

    def __init__(self, name, seed, w, index, file):
        super().__init__(name, "whoever carries it", seed)
        self.w, self.index, self.file, self.key = w, index, file, w.log.verifier_key

    def prepare(self, directory):
        lines = "".join(b64(one) + "\n" for one in path(self.index, self.w.leaves()))
        proof = f"c2sp.org/tlog-proof@v1\nindex {self.index}\n{lines}\n".encode() + self.w.checkpoint()
        files = {"proof": proof, "entry": self.w.entries[self.index]}
        for name, data in files.items():
            Path(directory, name).write_bytes(data)
        return files[self.file]

    variants = OfFiles.variants
    write = OfFiles.write

    def ask(self, directory, swift):
        proof, entry = Path(directory, "proof"), Path(directory, "entry")
        python = ask_python_receipt(proof.read_bytes(), entry.read_bytes(), self.key)
        return (python if swift is None else swift.ask_receipt(proof, entry, self.key)), python

    def wanted(self, variant):
        return ""


def kinds(seed):
    w = small()
    ends = [sum(2 + len(entry) for entry in w.entries[:count + 1]) for count in range(len(w.entries))]
    return [
        OfFiles("the checkpoint", seed, w, "checkpoint", lambda offset: ""),
        OfFiles("the stored leaf hashes", seed, w, "tile/0/000.p/5", lambda offset: str(offset // 32)),
        OfFiles("the stored entries", seed, w, "tile/entries/000.p/5",
                lambda offset: str(next(at for at, end in enumerate(ends) if offset < end))),
        OfNotes("the notes, everything made anew", seed, w),
        OfTimes("`recordedAt`, everything made anew", seed, w),
        OfTimes("the same, against a remembered checkpoint of all 5 entries", seed, w, w.checkpoint()),
        OfReceipts("a receipt", seed, w, 3, "proof"),
        OfReceipts("the entry of a receipt", seed, w, 3, "entry"),
    ]


def run_part(swift, seed, sample, index, every, part, parts):
    """Asks about every flip of a kind whose number leaves `part`; the Swift verifier about one in `every` of them, by `sample`."""
    kind, counts, faults, asked = kinds(seed)[index], Counter(), [], 0
    with Place() as directory:
        data = kind.prepare(directory)
        for number, variant in enumerate(kind.variants(data)):
            if number % parts != part:
                continue
            chosen = random.Random(f"{sample} {kind.name} {number}").randrange(every) == 0
            kind.write(directory, data, variant)
            ours, theirs = kind.ask(directory, swift if chosen else None)
            asked += chosen
            if ours != theirs:
                faults.append(f"{kind.name}, {variant}: amanah said {ours}, the second verifier {theirs}")
            if not kind.right(variant, theirs):
                faults.append(f"{kind.name}, {variant}: found {theirs}, which is not where it was changed")
            counts[theirs.partition("@")[0]] += 1
    return counts, faults, asked


def run(swift, seed, sample, every, workers):
    """For each kind: itself, the counts by code, the faults, the number asked of Swift."""
    with ProcessPoolExecutor(workers) as pool:
        parts = [[pool.submit(run_part, swift, seed, sample, index, every, part, workers) for part in range(workers)]
                 for index in range(len(kinds(seed)))]
        for kind, futures in zip(kinds(seed), parts):
            counts, faults, asked = Counter(), [], 0
            for some, wrong, number in (future.result() for future in futures):
                counts, faults, asked = counts + some, faults + wrong, asked + number
            yield kind, counts, faults, asked
