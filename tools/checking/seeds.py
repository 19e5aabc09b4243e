"""The seed of all that a check draws: of the commit, so that the next one looks elsewhere, and the same one can be repeated."""
import os
import subprocess

from . import ROOT

VARIABLE = "AMANAH_CHECK_SEED"
# Where there is no commit, such as in an archive of the sources.
FIXED = "20251101"


def seed(environment=os.environ):
    """(eight hexadecimal digits, where they are from). Raises ValueError where what was given is no seed."""
    if given := environment.get(VARIABLE):
        if not 1 <= len(given) <= 8 or not all(digit in "0123456789abcdef" for digit in given.lower()):
            raise ValueError(f"{VARIABLE}: expected up to eight hexadecimal digits, found {given!r}")
        return given.lower().zfill(8), VARIABLE
    try:
        done = subprocess.run(["git", "rev-parse", "--verify", "HEAD"], cwd=ROOT, capture_output=True, text=True)
    except OSError:
        return FIXED, "no git here"
    commit = done.stdout.strip()
    return (commit[:8], "the commit") if done.returncode == 0 and len(commit) >= 8 else (FIXED, "no commit here")
