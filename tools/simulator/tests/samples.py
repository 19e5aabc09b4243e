"""One simulated district per seed, shared by the tests of a run."""

import atexit
import csv
import shutil
import tempfile
from functools import lru_cache
from pathlib import Path

from simulator.run import District, simulate

FAMILIES = 200
SEEDS = (42, 7)


@lru_cache(maxsize=None)
def folder(seed, families=FAMILIES, periods=3):
    path = Path(tempfile.mkdtemp(prefix="amanah-simulate-"))
    atexit.register(shutil.rmtree, path, ignore_errors=True)
    simulate(path, families, seed, periods)
    return path


@lru_cache(maxsize=None)
def district(seed, families=FAMILIES, periods=3):
    return District(seed, families, periods)


def table(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def plan(seed):
    return table(folder(seed) / "rencana.csv")
