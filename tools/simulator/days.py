"""Days and instants as whole numbers.

A day counts from 1970-01-01; an instant counts seconds of the local clock (+07:00) from the
same midnight, so `instant // 86400` is the local calendar day.
"""

from datetime import date
from functools import lru_cache

_EPOCH = date(1970, 1, 1).toordinal()
MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli",
    "Agustus", "September", "Oktober", "November", "Desember",
)
SHORT_MONTHS = (
    "Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des",
)


def day(year, month, day_of_month):
    return date(year, month, day_of_month).toordinal() - _EPOCH


def at(whole_day, hour=12, minute=0):
    """The instant of a day; noon is what a list means that gives no time."""
    return whole_day * 86400 + hour * 3600 + minute * 60


@lru_cache(maxsize=None)
def parts(whole_day):
    d = date.fromordinal(whole_day + _EPOCH)
    return d.year, d.month, d.day


@lru_cache(maxsize=None)
def month_of(whole_day):
    year, month, _ = parts(whole_day)
    return year, month


@lru_cache(maxsize=None)
def iso(whole_day):
    return "%04d-%02d-%02d" % parts(whole_day)


def iso_instant(instant):
    seconds = instant % 86400
    return "%sT%02d:%02d:%02d+07:00" % (
        iso(instant // 86400), seconds // 3600, seconds // 60 % 60, seconds % 60)


@lru_cache(maxsize=None)
def written(whole_day, style):
    """A day as a list writes it."""
    y, m, d = parts(whole_day)
    if style == "iso":
        return "%04d-%02d-%02d" % (y, m, d)
    if style == "slash":
        return "%02d/%02d/%04d" % (d, m, y)
    if style == "spaced":
        return "%02d/ %02d/ %04d" % (d, m, y)
    if style == "dash":
        return "%02d-%02d-%04d" % (d, m, y)
    if style == "words":
        return "%d %s %d" % (d, MONTHS[m - 1], y)
    if style == "short":
        return "%d %s %d" % (d, SHORT_MONTHS[m - 1], y)
    raise ValueError(style)


class Period:
    """One month of the programme and the days on which things are due in it."""

    def __init__(self, year, month):
        self.code = "%04d-%02d" % (year, month)
        self.short = "%02d%02d" % (year % 100, month)
        self.first = day(year, month, 1)
        self.from_ = self.on(8)
        self.until = self.on(21)
        self.deliver_by = self.on(7)
        self.decided = at(self.on(5))

    def on(self, day_of_month):
        return self.first + day_of_month - 1


def periods(count):
    return [Period(2026, 1 + n) for n in range(count)]


def month_after(year, month):
    return (year + 1, 1) if month == 12 else (year, month + 1)


def end_of_month_after(period):
    """The last day of the month after a period."""
    year, month = month_after(*month_of(period.first))
    return day(*month_after(year, month), 1) - 1
