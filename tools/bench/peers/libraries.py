"""Python libraries on the same events: eventsourcing (an event store), pymerkle (a Merkle tree), auditchain (a signed hash chain)."""
import asyncio
import json
import os
import uuid


class EventSourcing:
    """eventsourcing's SQLite recorder: aggregates with versions and one global order. No signatures, hashes or proofs."""

    name = "eventsourcing 9.5, SQLite"
    checks = "nothing is signed or hashed"
    beside = "list"

    def __init__(self, folder):
        from eventsourcing.persistence import StoredEvent
        from eventsourcing.sqlite import SQLiteApplicationRecorder, SQLiteDatastore

        self.stored_event = StoredEvent
        self.recorder = SQLiteApplicationRecorder(SQLiteDatastore(os.path.join(folder, "eventsourcing.sqlite")))
        self.recorder.create_table()
        self.aggregates = {}

    def append(self, batch):
        stored = []
        for author, line in batch:
            identifier, version = self.aggregates.get(author) or (uuid.uuid4(), 0)
            self.aggregates[author] = (identifier, version + 1)
            topic = json.loads(line)["type"]
            stored.append(self.stored_event(identifier, version + 1, topic, line))
        self.recorder.insert_events(stored)

    def check(self, count):
        read, start = 0, 1
        while True:
            notifications = self.recorder.select_notifications(start, 1000)
            if not notifications:
                break
            for notification in notifications:
                json.loads(notification.state)
            read += len(notifications)
            start = notifications[-1].id + 1
        return read == count

    prove = None


class Pymerkle:
    """pymerkle's SQLite tree: RFC 6962-like hashes and proofs. No signatures, no order of authors, no state."""

    name = "pymerkle 7, SQLite"
    checks = "the tree is hashed"
    beside = "list"

    def __init__(self, folder):
        from pymerkle import SqliteTree, verify_inclusion

        self.tree = SqliteTree(os.path.join(folder, "pymerkle.sqlite"))
        self.verify_inclusion = verify_inclusion

    def append(self, batch):
        self.tree.append_entries([line for _, line in batch])

    def check(self, count):
        for index in range(1, count + 1):
            json.loads(self.tree.get_entry(index))
        self.tree.cache_clear()
        return bool(self.tree.get_state()) and self.tree.get_size() == count

    def prove(self, index, count):
        proof = self.tree.prove_inclusion(index + 1, count)
        self.verify_inclusion(self.tree.get_leaf(index + 1), self.tree.get_state(count), proof)


class AuditChain:
    """auditchain with its SQLite backend: a hash chain with an Ed25519 signature on each record."""

    name = "auditchain 0.3, SQLite, Ed25519"
    checks = "each record is hashed into a chain and signed"
    beside = "single-event"

    def __init__(self, folder):
        from auditchain import AuditLog, SqliteBackend, generate_keypair

        private, self.public = generate_keypair()
        self.loop = asyncio.new_event_loop()
        self.log = AuditLog(SqliteBackend(os.path.join(folder, "auditchain.sqlite")), signing_key=private)
        self.loop.run_until_complete(self.log.init())

    def append(self, batch):
        events = []
        for author, line in batch:
            event = json.loads(line)
            events.append((author, event["type"], event["id"], event["data"]))
        self.loop.run_until_complete(self.log.append_many(events))

    def check(self, count):
        report = self.loop.run_until_complete(self.log.verify(signers={"s0": self.public}))
        return report.ok and report.records_checked == count and report.signed_records == count

    def prove(self, index, count):
        proof = self.loop.run_until_complete(self.log.inclusion_proof(index))
        assert proof.verify()
