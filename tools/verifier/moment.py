"""The two ways in which a ledger writes times, and instants in milliseconds since 1970 UTC."""
import calendar
import functools
import re

DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
TIME_OF_DAY = r"(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]"
LOCAL = re.compile(rf"20[0-9]{{2}}-[0-9]{{2}}-[0-9]{{2}}T{TIME_OF_DAY}\+0[789]:00")
RECORDED = re.compile(rf"20[0-9]{{2}}-[0-9]{{2}}-[0-9]{{2}}T{TIME_OF_DAY}\.[0-9]{{3}}Z")


@functools.lru_cache(4096)
def is_date(text):
    """Whether the text is a full date of a day that exists."""
    if not DATE.fullmatch(text):
        return False
    year, month, day = int(text[:4]), int(text[5:7]), int(text[8:])
    return year >= 1 and 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]


@functools.lru_cache(4096)
def is_local(text):
    """Whether the text is a `dateTime` of Schemas/definitions.json, on a day that exists."""
    return LOCAL.fullmatch(text) is not None and is_date(text[:10])


def is_recorded(text):
    """Whether the text is a `recordedAt` of SPEC 4."""
    return RECORDED.fullmatch(text) is not None and is_date(text[:10])


def instant(text):
    """Milliseconds since 1970 UTC of a time that one of the two functions above accepts."""
    fields = [int(part) for part in re.split("[-T:]", text[:19])]
    milliseconds = calendar.timegm((*fields, 0, 0, 0)) * 1000
    if text.endswith("Z"):
        return milliseconds + int(text[20:23])
    return milliseconds - int(text[20:22]) * 3_600_000
