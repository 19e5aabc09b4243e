"""Looks for personal data in what a ledger leaves: as they are, and as hashes that anybody could compute."""
