"""The packed corpus: the same inputs give the same bytes, and nothing is laid out that an archive does not name rightly."""

import hashlib
import io
import lzma
import sys
import tarfile
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import corpus  # noqa: E402

SOME = [b"", b"a", b"\x00\xff" * 40, "— é\n".encode()]


def tar(entries):
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as out:
        for name, data, kind in entries:
            entry = tarfile.TarInfo(name)
            entry.size, entry.type, entry.linkname = len(data), kind, "/etc/hostname" if kind == tarfile.SYMTYPE else ""
            out.addfile(entry, io.BytesIO(data))
    return lzma.compress(file.getvalue())


class Corpus(unittest.TestCase):
    def setUp(self):
        place = tempfile.TemporaryDirectory()
        self.addCleanup(place.cleanup)
        self.folder = Path(place.name)

    def test_what_was_packed_is_unpacked(self):
        self.assertEqual(sorted(corpus.inputs(corpus.packed(SOME)).values()), sorted(SOME))

    def test_order_and_repetition_make_no_difference(self):
        self.assertEqual(corpus.packed(SOME), corpus.packed(SOME[::-1] + SOME[:2]))

    def test_names_and_times_of_files_make_no_difference(self):
        source = self.folder / "source"
        source.mkdir()
        for number, data in enumerate(SOME):
            (source / f"found-{number}").write_bytes(data)
        corpus.pack("some-name", source, self.folder)
        self.assertEqual(corpus.archive("some-name", self.folder).read_bytes(), corpus.packed(SOME))
        corpus.unpack("some-name", self.folder / "laid-out", self.folder)
        laid_out = {path.name: path.read_bytes() for path in (self.folder / "laid-out").iterdir()}
        self.assertEqual(laid_out, {hashlib.sha1(data).hexdigest(): data for data in SOME})

    def test_a_fuzzer_without_an_archive_has_no_inputs(self):
        corpus.unpack("new", self.folder / "new", self.folder)
        self.assertEqual(list((self.folder / "new").iterdir()), [])

    def test_an_entry_that_its_name_does_not_fit_is_refused(self):
        right = hashlib.sha1(b"a").hexdigest()
        for name, data, kind in (("../outside", b"a", tarfile.REGTYPE), (right, b"b", tarfile.REGTYPE), (right, b"", tarfile.SYMTYPE),
                                 (right, b"", tarfile.DIRTYPE)):
            with self.subTest(name=name, kind=kind), self.assertRaises(corpus.Damaged):
                corpus.inputs(tar([(name, data, kind)]))
        self.assertEqual(corpus.inputs(tar([(right, b"a", tarfile.REGTYPE)])), {right: b"a"})

    def test_what_is_no_archive_is_refused(self):
        with self.assertRaises(corpus.Damaged):
            corpus.inputs(corpus.packed(SOME)[:-9])
        with self.assertRaises(corpus.Damaged):
            corpus.inputs(lzma.compress(b"no tar" * 200))

    def test_every_archive_that_is_kept_is_as_it_would_be_packed(self):
        self.assertTrue(corpus.names())
        for name in corpus.names():
            with self.subTest(name=name):
                kept = corpus.inputs(corpus.archive(name).read_bytes())
                self.assertEqual(list(kept), sorted(kept))
                self.assertTrue(kept)


if __name__ == "__main__":
    unittest.main()
