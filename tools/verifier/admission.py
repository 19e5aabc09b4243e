"""Whether a note is admitted at a position: every check of SPEC 7, in its order."""
import hashlib

import strictjson
from finding import Finding
from grants import Grant, Grants
from moment import instant
from note import Key, Malformed, encode_base64, parse_author_note, parse_verifier_key

NOTHING = bytes(32)
ROLE_OF_LEVEL = {
    "rt": "verifierRt", "desa": "verifierDesa", "kecamatan": "verifierKecamatan", "dinas": "verifierDinas"}


class KnownKey:
    """A key that the ledger knows, with its grants."""

    def __init__(self, key):
        self.key, self.grants, self.revoked = key, Grants(), False


class Admission:
    """Everything that the notes so far say about keys and authors."""

    def __init__(self, log_key: Key, log_key_text: str, event_types: dict):
        self.log_key, self.log_key_text, self.event_types = log_key, log_key_text, event_types
        self.keys, self.authors = {}, {}
        self.notes = self.signatures = self.events = 0

    def admit(self, position, recorded_at, data, tree):
        """Takes the note in, or raises the finding that refuses it."""
        def refuse(code, message):
            raise Finding(code, position, message)

        try:
            note = parse_author_note(data)
        except Malformed as error:
            refuse("note.malformed", f"expected an author note, but {error}")
        if note.ledger != self.log_key.name:
            refuse("note.ledger", f"expected a note for {self.log_key.name}, found one for {note.ledger}")
        names = [line.name for line in note.signatures]
        if names[0] != note.author:
            refuse("signature.author", f"expected the first signature by the author {note.author}, found another's")
        now = instant(recorded_at)
        if position == 0:
            for number, name in enumerate(names):
                self._check_repeated(name, names[:number], refuse)
            events = self._read(note, refuse)
            self._open(events, now, refuse)
            self._check_signatures(note, now, refuse)
            if len(names) != len(self.keys):
                refuse("genesis.governors", f"expected signatures by {len(self.keys)} governors, found {len(names)}")
            self._check_chain(note, position, tree, refuse)
        else:
            self._check_signatures(note, now, refuse)
            self._check_chain(note, position, tree, refuse)
            events = self._read(note, refuse)
            author = self.keys[note.author].grants
            for line, event in enumerate(events, 1):
                self._judge(event, author, lambda code, message: refuse(code, f"event {line}: {message}"))
        self.authors[note.author] = (note.sequence + 1, hashlib.sha256(note.text).digest())
        self.notes += 1
        self.signatures += len(names)
        self.events += len(events)

    @staticmethod
    def _check_repeated(name, earlier, refuse):
        if name in earlier:
            refuse("signature.duplicate", "expected one signature line for each key name, found two for one")

    def _check_signatures(self, note, now, refuse):
        names = [line.name for line in note.signatures]
        for number, line in enumerate(note.signatures):
            self._check_repeated(line.name, names[:number], refuse)
            known = self.keys.get(line.name)
            if known is None or known.key.id != line.key_id:
                refuse("key.unknown", f"the ledger knows no key {line.name}+{line.key_id.hex()}")
            if not known.key.verifies(note.text, line.bytes):
                refuse("signature.invalid", f"the signature by {line.name} does not verify")
            if known.revoked:
                refuse("key.revoked", f"the key {line.name} was revoked at a lower position")
            known.grants.advance(now)
            if not known.grants.in_force:
                refuse("key.outOfTime", f"the key {line.name} has no grant in force at recordedAt")

    def _check_chain(self, note, position, tree, refuse):
        expected, previous = self.authors.get(note.author, (1, NOTHING))
        if note.sequence > expected:
            refuse("author.gap", f"expected sequence {expected} of {note.author}, found {note.sequence}")
        if note.sequence < expected:
            refuse("author.fork", f"expected sequence {expected} of {note.author}, found {note.sequence} again")
        if note.previous != previous:
            refuse("author.previous",
                   f"expected previous {encode_base64(previous)}, found {encode_base64(note.previous)}")
        if note.seen:
            if note.seen.size > position:
                refuse("seen.future", f"expected seen.size up to {position}, found {note.seen.size}")
            if note.seen.root != tree.root(note.seen.size):
                refuse("seen.root", f"expected {encode_base64(tree.root(note.seen.size))} as the root of the first "
                       f"{note.seen.size} entries, found {encode_base64(note.seen.root)}")

    def _read(self, note, refuse):
        events = []
        for line, text in enumerate(note.events, 1):
            try:
                event = strictjson.parse_object(text)
            except strictjson.NotStrict as error:
                refuse("event.malformed", f"event {line}: expected an event as section 6 says, but {error}")
            name = event.get("type")
            if not isinstance(name, str) or name not in self.event_types:
                refuse("event.type", f"event {line}: expected a type that has a schema")
            if not self.event_types[name].accepts(event):
                refuse("event.schema", f"event {line}: the schema {name} refuses it")
            events.append(event)
        return events

    def _open(self, events, now, refuse):
        """Position 0: the ledger's own opening, whose governors become the known keys."""
        if len(events) != 1 or events[0]["type"] != "ledger.opened":
            refuse("genesis.missing", "expected exactly one event, ledger.opened")
        data = events[0]["data"]
        if data["origin"] != self.log_key.name or data["logKey"].partition("+")[0] != self.log_key.name:
            refuse("genesis.origin", f"expected the origin and log key {self.log_key.name}, found another")
        if data["logKey"] != self.log_key_text:
            refuse("genesis.logKey", "expected the log key that the verifier was given, found another")
        for governor in data["governors"]:
            known = self._learn(governor["key"], refuse)
            known.grants = Grants()
            known.grants.add(Grant(frozenset(["governor"]), None, None, now, None))

    def _learn(self, text, refuse):
        """The known key for a verifier key, new or not."""
        try:
            key = parse_verifier_key(text)
        except Malformed as error:
            refuse("grant.key", f"expected a sound verifier key, but {error}")
        known = self.keys.setdefault(key.name, KnownKey(key))
        if known.key != key or known.revoked or key.name == self.log_key.name:
            refuse("grant.name", f"the name {key.name} belongs to another key, to a revoked one, or is the origin")
        return known

    def _judge(self, event, author, refuse):
        """One event after the first entry: genesis, authority, grant, revocation."""
        name, data = event["type"], event["data"]
        if name == "ledger.opened":
            refuse("genesis.repeated", "expected ledger.opened at position 0 only")
        roles = self.event_types[name].roles
        if name == "verification.recorded":
            roles = {ROLE_OF_LEVEL[data["level"]]}
        region, programme = data.get("region"), data.get("programme")
        lacking = author.lacking(roles, region, self.event_types[name].may_name_region, programme)
        if lacking == "role":
            refuse("authority.role", f"expected an author with one of the roles {', '.join(sorted(roles))}")
        if lacking == "region":
            refuse("authority.region", f"no grant of the author with the role covers the region {region}")
        if lacking == "programme":
            refuse("authority.programme", f"no grant of the author with the role covers the programme {programme}")
        if name == "key.granted":
            self._grant(data, author, refuse)
        elif name == "key.revoked":
            known = self.keys.get(data["key"])
            if known is None or known.revoked:
                refuse("revocation.unknown", f"the key {data['key']} is not known, or is revoked already")
            known.revoked = True

    def _grant(self, data, author, refuse):
        known = self._learn(data["key"], refuse)
        regions, programmes = (frozenset(data[name]) if name in data else None for name in ("regions", "programmes"))
        end = instant(data["validUntil"]) if "validUntil" in data else None
        grant = Grant(frozenset(data["roles"]), regions, programmes, instant(data["validFrom"]), end)
        if not author.contain("governor", grant):
            refuse("grant.scope", "the grant reaches beyond every grant of its author with role governor")
        known.grants.add(grant)
