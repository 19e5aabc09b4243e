"""A small reader of lists, as docs/lists.md describes them, for the tests only."""

import csv
import io
import re
from datetime import datetime, timedelta

ALIASES = {
    "number": "no_peserta", "id_peserta": "no_peserta", "kk": "no_kk", "name": "nama", "birth_date": "tanggal_lahir",
    "tgl_lahir": "tanggal_lahir", "address": "alamat", "phone": "telepon", "no_hp": "telepon", "region": "kode_desa",
    "kode_wilayah": "kode_desa", "decile": "desil", "classes": "kelas", "identity_status": "status_identitas",
    "source": "sumber", "date": "tanggal", "tanggal_daftar": "tanggal", "level": "tingkat", "outcome": "hasil",
    "instrument": "cara", "collector": "pengambil", "letter": "surat_kuasa", "goods": "barang", "cash": "tunai",
    "fee": "potongan", "combined_order": "perintah_rapel", "evidence": "bukti", "reason": "alasan", "tanggal_berlaku": "berlaku",
}
ALIASES = {k.replace("_", ""): v for k, v in ALIASES.items()}
MISSING = {"", "-", "--", "n/a", "null"}
MONTHS = {m: n for n, names in enumerate((
    "januari jan", "februari feb", "maret mar", "april apr", "mei", "juni jun", "juli jul", "agustus agu", "september sep",
    "oktober okt", "november nov", "desember des"), 1) for m in names.split()}


def rows(path):
    """(physical line, cells by column name) of every row that is not empty."""
    text = path.read_bytes().decode("utf-8-sig")
    first = next(line for line in text.splitlines() if line.strip())
    separator = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    header = None
    start = 1
    for cells in reader:
        line, start = start, reader.line_num + 1
        if not any(c.strip() for c in cells):
            continue
        if header is None:
            plain = [re.sub(r"[ ._-]", "", c.strip().lower()) for c in cells]
            header = [ALIASES.get(c, c) for c in plain]
            continue
        assert len(cells) == len(header), (path.name, line, cells)
        yield line, {h.replace("_", ""): None if c.strip().lower() in MISSING else c.strip() for h, c in zip(header, cells)}


def day(text):
    text = re.sub(r"\s*/\s*", "/", text.strip())
    for pattern, order in ((r"(\d{4})-(\d\d)-(\d\d)$", (1, 2, 3)), (r"(\d\d)[/-](\d\d)[/-](\d{4})$", (3, 2, 1))):
        match = re.match(pattern, text)
        if match:
            return datetime(*(int(match.group(n)) for n in order))
    match = re.match(r"(\d{1,2}) ([A-Za-z]+) (\d{4})$", text)
    return datetime(int(match.group(3)), MONTHS[match.group(2).lower()], int(match.group(1)))


def instant(text, hour=None):
    match = re.match(r"(.*\S)\s+(\d\d)[.:](\d\d)$", text)
    if match and hour is None:
        text, hour = match.group(1), match.group(2) + ":" + match.group(3)
    h, m = (int(n) for n in re.split("[.:]", hour)) if hour else (12, 0)
    return day(text) + timedelta(hours=h, minutes=m)


def rupiah(text):
    return int(re.sub(r",00$", "", re.sub(r"^Rp\s*", "", text)).replace(".", "").replace(",", ""))


def quantity(text):
    match = re.match(r"([\d,]+)\s*(kg|g|l|ml|butir)$", text)
    number, unit = match.groups()
    whole, _, tenths = number.partition(",")
    if unit in ("kg", "l"):
        return int(whole) * 1000 + int((tenths + "000")[:3]), "g" if unit == "kg" else "ml"
    return int(number), "pcs" if unit == "butir" else unit


def goods(text):
    result = []
    for part in re.split(r"\s*[;\n]\s*", text):
        match = re.match(r"(\S+) ([\d,]+\s*\w+) @(\S+)(?: #(\S+))?$", part)
        amount, unit = quantity(match.group(2))
        result.append((match.group(1), amount, unit, rupiah(match.group(3)), match.group(4)))
    return result
