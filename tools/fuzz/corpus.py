#!/usr/bin/env python3
"""The inputs that fuzzers keep, one archive for each fuzzer: corpus/NAME.tar.xz.

    corpus.py list                    how many inputs and bytes each archive holds
    corpus.py unpack DIR [NAME...]    lays them out as DIR/NAME/INPUT
    corpus.py pack DIR                packs DIR/NAME/INPUT for each NAME that is there

An input is named by the SHA-1 of its bytes, as libFuzzer names it. The same inputs give the same archive: they stand in the order of
their names, without times or owners, so that git sees a change only where there is one. `run --minimise` packs by itself.
"""

import argparse
import hashlib
import io
import lzma
import re
import sys
import tarfile
from pathlib import Path

FOLDER = Path(__file__).resolve().parent / "corpus"
SUFFIX = ".tar.xz"
NAME = re.compile(r"[a-z][a-z-]*")


class Damaged(Exception):
    """An archive is not what `pack` writes."""


def archive(name, folder=FOLDER):
    """Where the inputs of a fuzzer are kept."""
    return folder / (name + SUFFIX)


def names(folder=FOLDER):
    """The fuzzers that have an archive."""
    return sorted(path.name.removesuffix(SUFFIX) for path in folder.glob("*" + SUFFIX))


def packed(inputs):
    """The archive of these inputs."""
    tar = io.BytesIO()
    with tarfile.open(fileobj=tar, mode="w", format=tarfile.USTAR_FORMAT) as file:
        for name, data in sorted({hashlib.sha1(data).hexdigest(): data for data in inputs}.items()):
            entry = tarfile.TarInfo(name)
            entry.size, entry.mode = len(data), 0o644
            file.addfile(entry, io.BytesIO(data))
    return lzma.compress(tar.getvalue(), preset=9 | lzma.PRESET_EXTREME)


def inputs(data):
    """The inputs of an archive by name. Raises `Damaged` where one is not what its name says."""
    found = {}
    try:
        with tarfile.open(fileobj=io.BytesIO(lzma.decompress(data))) as file:
            for entry in file:
                content = file.extractfile(entry).read() if entry.isreg() else None
                if content is None or hashlib.sha1(content).hexdigest() != entry.name:
                    raise Damaged(f"expected an input named by its SHA-1, found {entry.name[:60]!r}")
                found[entry.name] = content
    except (lzma.LZMAError, tarfile.TarError) as error:
        raise Damaged(f"expected a .tar.xz: {error}") from None
    return found


def unpack(name, target, folder=FOLDER):
    """Lays out the inputs of a fuzzer in a folder; none where it has no archive."""
    target.mkdir(parents=True, exist_ok=True)
    path = archive(name, folder)
    if not path.exists():
        return
    try:
        kept = inputs(path.read_bytes())
    except Damaged as damaged:
        raise Damaged(f"{path.name}: {damaged}") from None
    for name, data in kept.items():
        (target / name).write_bytes(data)


def pack(name, source, folder=FOLDER):
    """Keeps the files of a folder as the inputs of a fuzzer."""
    if not NAME.fullmatch(name):
        raise ValueError(f"expected the name of a fuzzer, found {name!r}")
    folder.mkdir(parents=True, exist_ok=True)
    archive(name, folder).write_bytes(packed(path.read_bytes() for path in source.iterdir() if path.is_file()))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("list")
    one = commands.add_parser("unpack")
    one.add_argument("folder", type=Path)
    one.add_argument("names", nargs="*")
    commands.add_parser("pack").add_argument("folder", type=Path)
    options = parser.parse_args()
    try:
        if options.command == "list":
            for name in names():
                kept = inputs(archive(name).read_bytes())
                print(f"{name:<12} {len(kept):>5} inputs {sum(map(len, kept.values())):>8} bytes {archive(name).stat().st_size:>8} packed")
        elif options.command == "unpack":
            for name in options.names or names():
                unpack(name, options.folder / name)
        else:
            for source in sorted(path for path in options.folder.iterdir() if path.is_dir()):
                pack(source.name, source)
    except (Damaged, OSError, ValueError) as error:
        print(f"corpus: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
