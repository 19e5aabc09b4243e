"""The tamper experiment: a table of attacks on a small ledger, each tried on both verifiers (docs/tamper-experiment.md)."""
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# The independent verifier, and its writer of small ledgers.
sys.path[:0] = [str(ROOT / "tools" / "verifier"), str(ROOT / "tools" / "verifier" / "tests")]
