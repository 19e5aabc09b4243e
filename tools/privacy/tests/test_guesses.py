import base64
import hashlib
import os
import unittest

from privacy import guesses

NUMBERS = ["1803075001700001", "1803070101050001"]


class Guesses(unittest.TestCase):
    def setUp(self):
        self.known = guesses.hashes(NUMBERS, public=[b"public key of the log".ljust(32)])

    def test_a_hash_without_a_secret_is_found_however_it_is_written(self):
        for digest in (hashlib.sha256(NUMBERS[1].encode()).digest(), hashlib.sha1(b"nik\n" + NUMBERS[1].encode()).digest()[:16],
                       hashlib.blake2b(b"amanah/tag/v1\nnik\n" + NUMBERS[1].encode(), digest_size=32, key=bytes(32)).digest()):
            for text in (digest, base64.b64encode(digest), base64.urlsafe_b64encode(digest), digest.hex().encode(),
                         digest.hex().upper().encode()):
                for around in (b"", b'{"tag":"', b"a", b"ab", b"abc"):
                    self.assertEqual(guesses.found_in(b"\0" * 40 + around + text + b'"' + b"\0" * 40, self.known), 1)

    def test_a_keyed_hash_is_not_found(self):
        digest = hashlib.blake2b(b"amanah/tag/v1\nnik\n" + NUMBERS[0].encode(), digest_size=32, key=os.urandom(32)).digest()
        self.assertIsNone(guesses.found_in(b'"' + base64.b64encode(digest) + b'"', self.known))


if __name__ == "__main__":
    unittest.main()
