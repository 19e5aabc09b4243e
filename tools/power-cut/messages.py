"""What an officer must be able to read when something failed: where, what was being done, and what to do, in their own language."""

import re

from desk import Broken

# Words that only one of the two languages has. A message in the other language must have none of them.
ENGLISH = re.compile(r"\b(expected|found|failed|nothing was|try again|the|cannot|could not|missing|another|wait for|free space|error|"
                     r"no such|permission denied|read-only|disk image|unable|is not|device|directory|invalid)\b", re.IGNORECASE)
INDONESIAN = re.compile(r"\b(seharusnya|ditemukan|gagal|tidak|ulangi|yang|buku besar|berkas|sedang|pulihkan|kosongkan|periksa)\b",
                        re.IGNORECASE)
# What to do about it.
ADVICE = {
    "en": re.compile(r"again|restore|free |check |give |choose|ask |copy|wait|mend|remove|set |use |stop |make |connect|move|keep",
                     re.IGNORECASE),
    "id": re.compile(r"ulangi|pulihkan|kosongkan|periksa|beri|pilih|tanya|salin|tunggu|perbaiki|singkirkan|setel|pakai|hentikan|buat|"
                     r"sambungkan|pindahkan|simpan", re.IGNORECASE),
}
# Findings are told in the words of SPEC, which are English: codes and their details. What they mean stands below, in the user's language.
FINDING = re.compile(r"FINDING .*")


def no_crash(run):
    """A program that was not killed must end by itself, in words."""
    if run.status < 0:
        raise Broken(f"ended by signal {-run.status}: {run}")
    if run.status > 4 or "Fatal error" in run.err or "Crash" in run.err or "Stack dump" in run.err:
        raise Broken(f"crashed: {run}")


def check(run, lang, names=()):
    """Holds a failed run's message to the rules; `names` are words of which one must be in it."""
    no_crash(run)
    if run.status == 0:
        raise Broken(f"expected a failure: {run}")
    message = run.message
    if not message:
        raise Broken(f"failed without a message: {run}")
    if names and not any(name in message for name in names):
        raise Broken(f"the message names none of {', '.join(names)}: {message}")
    # What only a technician understands stands in square brackets, in the words of the system.
    words = re.sub(r"\[[^\]]*\]", "", FINDING.sub("", message))
    if not words.strip("amanh: \n"):
        return
    if not FINDING.search(message) and not ADVICE[lang].search(words):
        raise Broken(f"the message does not say what to do ({lang}): {message}")
    foreign = (ENGLISH if lang == "id" else INDONESIAN).search(re.sub(r"\S*/\S*", "", words))
    if foreign:
        raise Broken(f"the message in {lang} holds “{foreign[0]}”: {message}")
