"""What a row of the experiment is."""
from dataclasses import dataclass, field
from typing import Callable, Optional

PUBLISHED, LEDGER, BARE = "published files", "ledger directory", "ledger.sqlite alone"
DATABASES = (LEDGER, BARE)
ALL = (PUBLISHED, *DATABASES)

# What somebody must have for an attack.
STORAGE = "writing to what is stored"
OPERATOR = "the operator with the log key"
OFFICER = "an officer's key, and an operator who records anything"
GOVERNORS = "the operator and all governors"
ONE_KEY = "one officer's or governor's key, and nothing else"
NEEDS = {STORAGE: "storage", OPERATOR: "operator", GOVERNORS: "governors", OFFICER: "officer", ONE_KEY: "key"}


@dataclass
class Case:
    """What a verifier is given."""

    entries: list
    checkpoint: Optional[bytes]
    leaves: Optional[list] = None
    key: Optional[str] = None
    kept: Optional[bytes] = None          # the checkpoint that the auditor remembers
    sql: str = ""                         # run on the database
    files: dict = field(default_factory=dict)   # published files: bytes, None to remove, or a function of the path
    after: Optional[Callable] = None      # called with the directory at last


@dataclass
class Attack:
    """One row: who does what, and what both verifiers must say. A finding is written `code@position`, `code`, `ok` or `exit 4`."""

    name: str
    needs: str
    alone: str                            # the finding without a remembered checkpoint
    make: Callable                        # the honest town -> Case
    remembered: Optional[str] = None      # the finding with one; the same when absent
    sources: tuple = ALL
    by_source: dict = field(default_factory=dict)  # source -> finding, where it differs by source
    python: Optional[str] = None          # what the Python verifier says instead, for what only Swift checks
    remark: str = ""

    def expected(self, source, with_memory):
        wanted = self.by_source.get(source, self.alone)
        return self.remembered if with_memory and self.remembered is not None else wanted
