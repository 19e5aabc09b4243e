"""Lists as a dinas keeps them: one clerk uses semicolons and Excel's BOM, another tabs, a third writes dates with spaces."""

from dataclasses import dataclass
from functools import lru_cache

from . import days


@dataclass(frozen=True)
class Style:
    separator: str = ","
    bom: bool = False
    end: str = "\n"
    dates: str = "iso"
    money: str = "plain"
    missing: str = ""
    blank_every: int = 0  # an empty line after so many rows
    padded_every: int = 0  # trailing spaces in the first cell of every so many-th row
    lines: bool = False  # goods joined by line breaks instead of semicolons
    leading_blank: bool = False

    def date(self, day):
        return self.missing if day is None else days.written(day, self.dates)

    def instant(self, at):
        """A day, with the time unless it is noon, which is what a list means without one."""
        text = days.written(at // 86400, self.dates)
        seconds = at % 86400
        if seconds == 43_200:
            return text
        return "%s %02d%s%02d" % (text, seconds // 3600, ":" if self.dates == "iso" else ".", seconds // 60 % 60)

    def hour(self, at):
        seconds = at % 86400
        return "%02d%s%02d" % (seconds // 3600, "." if self.dates in ("slash", "spaced") else ":", seconds // 60 % 60)

    def rupiah(self, amount):
        return self.missing if amount is None else money(amount, self.money)

    def or_missing(self, text):
        return text if text else self.missing


@lru_cache(maxsize=4096)
def money(amount, style):
    if style == "plain":
        return str(amount)
    if style == "comma":
        return format(amount, ",")
    dotted = format(amount, ",").replace(",", ".")
    return {"dot": dotted, "rp": "Rp" + dotted, "rp00": "Rp " + dotted + ",00"}[style]


@lru_cache(maxsize=4096)
def quantity(amount, unit, spaced=True):
    """`10 kg`, `1,5 kg`, `915 g`, `1 l`, `20 butir`."""
    gap = " " if spaced else ""
    if unit == "pcs":
        return "%d%sbutir" % (amount, gap)
    large, small = {"g": ("kg", "g"), "ml": ("l", "ml")}[unit]
    if amount % 1000 == 0 and amount:
        return "%d%s%s" % (amount // 1000, gap, large)
    if amount % 100 == 0 and amount:
        return "%d,%d%s%s" % (amount // 1000, amount // 100 % 10, gap, large)
    return "%d%s%s" % (amount, gap, small)


@lru_cache(maxsize=65536)
def goods_line(commodity, amount, unit, price, style):
    return "%s %s @%s" % (commodity, quantity(amount, unit, style == "dot"), money(price, "dot" if style == "dot" else "plain"))


def goods(items, style):
    how = "dot" if style.money in ("dot", "rp", "rp00") else "plain"
    cells = [goods_line(i.commodity, i.quantity, i.unit, i.price, how) + (" #" + i.lot if i.lot else "") for i in items]
    return ("\n" if style.lines else "; ").join(cells)


STYLES = {
    "plain": Style(),
    "excel": Style(";", True, "\r\n", "slash", "rp", "-", blank_every=41, padded_every=7),
    "spaced": Style(";", True, "\r\n", "spaced", "dot", "-", padded_every=5),
    "tabs": Style("\t", False, "\n", "words", "rp00", "--", blank_every=29),
    "dashes": Style(",", True, "\r\n", "dash", "comma", "n/a", leading_blank=True),
    "short": Style(",", False, "\n", "short", "dot", "", blank_every=37),
    "lines": Style(";", False, "\r\n", "slash", "dot", "-", lines=True),
}


class ListFile:
    """One CSV file. `columns` are (header, key); a key of None is a column that the reader does not know."""

    def __init__(self, folder, name, kind, columns, style, recorded, signer=""):
        self.name, self.kind, self.style, self.recorded, self.signer = name, kind, style, recorded, signer
        self.columns = columns
        self.path = folder / name
        self.rows = 0
        self.line = 0  # physical lines written
        self.breaks = 0  # line breaks inside cells so far
        self._file = None
        self._buffer = []

    def _open(self):
        self._file = open(self.path, "w", encoding="utf-8", newline="")
        if self.style.bom:
            self._file.write("\ufeff")
        if self.style.leading_blank:
            self._put("")
        self._put(self._join([header for header, _ in self.columns]))

    def _put(self, text):
        self._buffer.append(text)
        breaks = text.count("\n")
        self.line += 1 + breaks
        self.breaks += breaks
        if len(self._buffer) > 2000:
            self._flush()

    def _flush(self):
        end = self.style.end
        self._file.write(end.join(self._buffer) + end)
        self._buffer.clear()

    def _join(self, cells):
        separator = self.style.separator
        text = separator.join(cells)
        if '"' in text or "\n" in text or text.count(separator) != len(cells) - 1:
            text = separator.join(['"%s"' % c.replace('"', '""') if '"' in c or "\n" in c or separator in c else c
                                   for c in cells])
        return text

    def write(self, cells):
        """Cells by key. Returns the number of the physical line on which the row starts."""
        if self._file is None:
            self._open()
        style = self.style
        self.rows += 1
        row = [cells.get(key, "") if key else self._unknown(header) for header, key in self.columns]
        if style.padded_every and self.rows % style.padded_every == 0:
            row[0] += "  "
        line = self.line + 1
        self._put(self._join(row))
        if style.blank_every and self.rows % style.blank_every == 0:
            self._put("")
        return line

    def _unknown(self, header):
        if header == "No":
            return str(self.rows)
        if header == "Kecamatan":
            return ("Abung Selatan", "ABUNG SELATAN", "Abung-Selatan", "Kec. Abung Sltn")[self.rows % 4]
        return ""

    def close(self):
        if self._file:
            if self._buffer:
                self._flush()
            self._file.close()


def names(text):
    """Columns from `Header=key Header=key`; `_` stands for a space, a missing key for a column that is not known."""
    result = []
    for word in text.split():
        header, _, key = word.partition("=")
        result.append((header.replace("_", " ") if key != header else header, key or None))
    return result
