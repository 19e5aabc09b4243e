"""What disk.c wrote down: the calls of one run that touched the disk, in order, with their data."""

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

SOURCE = Path(__file__).resolve().parent / "disk.c"
STDOUT = "(stdout)"


class Missing(Exception):
    """Something of the machine that a part needs is not there."""


@dataclass(frozen=True)
class Call:
    """One call: what it was, on which file below the ledger's folder, and what came of it."""

    kind: str
    path: str
    target: str
    offset: int
    length: int
    result: int
    error: int
    data: bytes

    @property
    def failed(self):
        return self.result < 0

    @property
    def changes(self):
        """Whether the call could change what is on the disk, or make it durable."""
        return self.kind in CHANGING

    def __str__(self):
        target = f" → {self.target}" if self.target else ""
        return f"{self.kind} {self.path}{target}"


CHANGING = frozenset({"create", "open-write", "open-truncate", "write", "flush", "truncate", "mode", "owner", "allocate", "rename",
                      "unlink", "mkdir"})


def read_log(path):
    """The calls in a log; a last one that was cut short by the death of the process is left out."""
    content = Path(path).read_bytes() if Path(path).exists() else b""
    calls, place = [], 0
    while True:
        end = content.find(b"\n", place)
        if end < 0:
            return calls
        kind, offset, length, result, error, size, file, target = content[place:end].decode().split("\t")
        data = content[end + 1:end + 1 + int(size)]
        if len(data) < int(size):
            return calls
        calls.append(Call(kind, file, target, int(offset), int(length), int(result), int(error), data))
        place = end + 1 + int(size)


def numbered(calls):
    """The calls that disk.c counts, so that a number here is a number for DISK_AT."""
    return [call for call in calls if call.path != STDOUT]


def build(folder, source=SOURCE):
    """Compiles a library to preload; raises `Missing` where there is no C compiler."""
    compiler = next((found for found in map(shutil.which, ("cc", "clang", "gcc")) if found), None)
    if compiler is None:
        raise Missing(f"there is no C compiler (cc, clang or gcc) for {source.name}")
    library = Path(folder) / f"{source.stem}.so"
    done = subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-Wall", "-Werror", "-o", library, source], capture_output=True, text=True)
    if done.returncode != 0:
        raise Missing(f"{source.name} does not compile here: {done.stderr[:500]}")
    return library


def environment(library, root, log=None, at=None, how=None, stays=False):
    """The variables with which a program runs under disk.c."""
    variables = {"LD_PRELOAD": str(library), "DISK_ROOT": os.path.realpath(root)}
    if log is not None:
        variables["DISK_LOG"] = str(log)
    if at is not None:
        variables |= {"DISK_AT": str(at), "DISK_HOW": how}
    if stays:
        variables["DISK_STAYS"] = "1"
    return variables
