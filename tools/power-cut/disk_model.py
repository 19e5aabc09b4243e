"""What a disk may hold after the power went, worked out from the calls of a run.

A write is certain only once its file was flushed, a name only once its directory was. Anything else may have reached the disk or not,
in any order, in part. Files of shared memory (-shm) are left out: they are made anew."""

import os
import random
from dataclasses import dataclass, field
from pathlib import Path

from calls import STDOUT

SECTOR = 512


@dataclass
class File:
    """What is certain, and the changes since, in order: (offset, bytes), or (length, None) for a cut."""

    certain: bytearray
    pending: list = field(default_factory=list)

    def content(self, chosen):
        """The bytes, if the changes `chosen` reached the disk."""
        content = bytearray(self.certain)
        for offset, data in chosen:
            change(content, offset, data)
        return content


def change(content, offset, data):
    if data is None:
        del content[offset:]
        content.extend(bytes(offset - len(content)))
        return
    if len(content) < offset:
        content.extend(bytes(offset - len(content)))
    content[offset:offset + len(data)] = data


class Disk:
    """The state of a directory, call by call."""

    def __init__(self, folder):
        self.folders = {"."}
        self.names = {}
        for path in sorted(Path(folder).rglob("*")):
            name = str(path.relative_to(folder))
            if path.is_dir():
                self.folders.add(name)
            elif not name.endswith("-shm"):
                self.names[name] = File(bytearray(path.read_bytes()))
        self.certain_folders = set(self.folders)
        self.certain_names = dict(self.names)
        # Changes of names since their folder was flushed, in order: (folder, kind, name, target, file).
        self.pending_names = []

    def apply(self, call):
        """Follows one call. A flush that failed has lost what it should have made certain: the system believes it clean."""
        if call.path.endswith("-shm") or call.path == STDOUT:
            return
        if call.failed:
            if call.kind == "flush" and call.path in self.names:
                self.names[call.path].pending.clear()
            return
        getattr(self, "on_" + call.kind.replace("-", "_"), lambda _: None)(call)

    def note(self, kind, name, target="", file=None):
        self.pending_names.append((os.path.dirname(name) or ".", kind, name, target, file))

    def on_create(self, call):
        self.names[call.path] = File(bytearray())
        self.note("link", call.path, file=self.names[call.path])

    def on_open_truncate(self, call):
        self.names[call.path].pending.append((0, None))

    def on_write(self, call):
        self.names[call.path].pending.append((call.offset, call.data))

    def on_truncate(self, call):
        self.names[call.path].pending.append((call.length, None))

    def on_rename(self, call):
        self.names[call.target] = self.names.pop(call.path)
        self.note("rename", call.path, call.target, self.names[call.target])

    def on_unlink(self, call):
        if call.path in self.names:
            del self.names[call.path]
            self.note("unlink", call.path)

    def on_mkdir(self, call):
        self.folders.add(call.path)
        self.note("mkdir", call.path)

    def on_flush(self, call):
        if call.path in self.folders:
            rest = []
            for item in self.pending_names:
                if item[0] == call.path:
                    self.settle(item, self.certain_names, self.certain_folders)
                else:
                    rest.append(item)
            self.pending_names = rest
        elif call.path in self.names:
            file = self.names[call.path]
            file.certain = file.content(file.pending)
            file.pending.clear()

    @staticmethod
    def settle(item, names, folders):
        _, kind, name, target, file = item
        if kind == "link":
            names[name] = file
        elif kind == "rename":
            names.pop(name, None)
            names[target] = file
        elif kind == "unlink":
            names.pop(name, None)
        else:
            folders.add(name)

    def after_power_cut(self, variant, seed=0):
        """(folders, {name: bytes}) as they may be found: `strict` has what is certain and no more, `names` also every name, `data` also
        every write, `all` everything, `some` any part of it, torn at sectors."""
        chance = random.Random(seed)
        names, folders = dict(self.certain_names), set(self.certain_folders)
        items = self.pending_names if variant in ("names", "all") else []
        if variant == "some":
            items = self.pending_names[:chance.randint(0, len(self.pending_names))]
        for item in items:
            self.settle(item, names, folders)
        found = {}
        for name, file in names.items():
            parent = os.path.dirname(name)
            if parent and parent not in folders:
                continue
            found[name] = bytes(file.content(self.chosen(file, variant, chance)))
        return folders, found

    @staticmethod
    def chosen(file, variant, chance):
        if variant in ("data", "all"):
            return file.pending
        if variant != "some":
            return []
        chosen = []
        for offset, data in file.pending:
            fate = chance.random()
            if fate < 0.5:
                chosen.append((offset, data))
            elif fate < 0.65 and data and len(data) > SECTOR:
                # The head moved on after some of the sectors.
                chosen.append((offset, data[:SECTOR * chance.randint(1, len(data) // SECTOR)]))
        return chosen


def lay_out(state, folder):
    """Makes the files of a state below `folder`."""
    folders, files = state
    folder = Path(folder)
    for name in sorted(folders):
        (folder / name).mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)
