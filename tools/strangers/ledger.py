"""Makes a ledger for the strangers with the built program: the sample district, and then price surveys until it is long enough.

Two officers survey prices in turn, so that each survey is a note and an entry of its own."""
import os
import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
ORIGIN = "bansos.example/lampung-utara"
LISTS = ROOT / "samples/abung-selatan"
SURVEYORS = ("pemantau-1", "pemeriksa-1")


class Amanah:
    """The program, with a passphrase for keyrings of its own."""

    def __init__(self, program):
        self.program = str(program)

    def run(self, *arguments, expect=(0,), input=None):
        environment = dict(os.environ, AMANAH_PASSPHRASE="strangers", LC_ALL="C.UTF-8")
        done = subprocess.run([self.program, *map(str, arguments)], capture_output=True, text=True, env=environment, input=input)
        if expect is not None and done.returncode not in expect:
            raise SystemExit(f"amanah {' '.join(map(str, arguments))}: exit status {done.returncode}\n{done.stderr[-2000:]}")
        return done


def make(amanah, folder, entries):
    """A ledger of at least so many entries; its directory."""
    ledger = Path(folder) / "ledger"
    amanah.run("init", ledger, "--origin", ORIGIN, "--title", "Strangers", "--governor", "pembina-1=PTG-00001", "--governor",
               "pembina-2=PTG-00002", "--exercise", "--clock", "2025-11-01T08:00:00+07:00")
    # Some rows of the sample are refused on purpose.
    done = amanah.run("import", "--plan", LISTS / "rencana.csv", "-L", ledger, expect=(3,))
    size = int(re.search(r"signed: (\d+) entries", done.stdout)[1])
    if size < entries:
        surveys = Path(folder) / "surveys.csv"
        write_surveys(surveys, entries - size)
        amanah.run("import", "price-surveys", surveys, "-L", ledger)
    return ledger


def write_surveys(path, count):
    with open(path, "w", encoding="utf-8") as file:
        file.write("kode_wilayah,komoditas,satuan,harga,pasar,tanggal,petugas\n")
        for number in range(count):
            officer = SURVEYORS[number % len(SURVEYORS)]
            file.write(f"18.03.07,beras,kg,{10_000 + number},PSR-{number % 97},2026-03-{1 + number % 28:02d},{officer}\n")


def export(amanah, ledger, target):
    amanah.run("publish", target, "-L", ledger)
    return target


def log_key(ledger):
    return re.search(r"^logKey: '?([^'\n]+)", (Path(ledger) / "amanah.yaml").read_text(), re.MULTILINE)[1]
