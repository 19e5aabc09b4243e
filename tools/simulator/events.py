"""Files of event lines: what has no list."""

import json
from base64 import b64encode
from hashlib import sha256

from . import days
from .programme import DISTRICT, REGENCY, SEMBAKO, UNRULED, rules

OPENED = days.at(days.day(2025, 11, 1), 8)
INSTITUTIONS = (
    ("PEMKAB-LU", "Pemerintah Kabupaten Lampung Utara", "regency", REGENCY),
    ("DINSOS-LU", "Dinas Sosial Kabupaten Lampung Utara", "agency", REGENCY),
    ("ULP-LU", "Unit Layanan Pengadaan Kabupaten Lampung Utara", "agency", REGENCY),
    ("MONEV-LU", "Tim Pemantauan dan Evaluasi", "agency", REGENCY),
    ("INSPEKTORAT-LU", "Inspektorat Kabupaten Lampung Utara", "inspectorate", REGENCY),
    ("KEC-ABS", "Kecamatan Abung Selatan", "district", DISTRICT),
)


def line(kind, at, data, identifier=None):
    event = {"type": kind}
    if identifier:
        event["id"] = identifier
    event["at"] = days.iso_instant(at)
    event["data"] = {k: v for k, v in data.items() if v is not None}
    return json.dumps(event, ensure_ascii=False, separators=(",", ":"))


def identifier(instant, seed):
    """A UUID of version 7 for an instant, made from a seed."""
    h = sha256(seed.encode()).hexdigest()
    stamp = "%012x" % ((instant - 7 * 3600) * 1000)
    return "%s-%s-7%s-%s%s-%s" % (stamp[:8], stamp[8:], h[:3], "89ab"[int(h[3], 16) % 4], h[4:7], h[7:19])


def digest(hexadecimal):
    return b64encode(bytes.fromhex(hexadecimal)).decode()


def institutions(villages):
    at = OPENED + 3600
    rows = [(c, n, k, r) for c, n, k, r in INSTITUTIONS]
    rows += [("DESA-" + code, "Pemerintah Desa " + name, "village", "%s.%s" % (DISTRICT, code)) for code, name in villages]
    return [line("institution.registered", at, {"institution": c, "name": n, "kind": k, "region": r}) for c, n, k, r in rows]


def programme(periods):
    at = days.at(days.day(2025, 11, 3), 8)
    lines = [
        line("programme.declared", at, {"programme": SEMBAKO, "name": "Program Sembako", "kind": "food",
                                        "legalBasis": "Pedoman umum program, bahan latihan", "region": REGENCY}),
        line("programme.declared", at, {"programme": UNRULED, "name": "Bantuan Beras Daerah", "kind": "food", "region": REGENCY}),
        _rules(at, rules(periods)[0]),
    ]
    for p in periods:
        lines.append(line("period.opened", at, {"programme": SEMBAKO, "period": p.code, "from": days.iso(p.from_),
                                                "until": days.iso(p.until), "deliverBy": days.iso(p.deliver_by),
                                                "region": REGENCY}))
    return lines


def second_rules(periods):
    return [_rules(days.at(periods[-1].first - 3, 9), rules(periods)[1])]


def _rules(at, values):
    data = dict(values, validFrom=days.iso(values["validFrom"]))
    return line("rules.published", at, data)


def resolutions(settled):
    return [line("duplicate.resolved", r.at, {
        "recipients": ["@no_peserta:" + n for n in r.numbers], "region": r.region, "resolution": r.resolution,
        "keep": "@no_peserta:" + r.keep if r.keep else None}) for r in settled]


def _handover(person, h, region):
    return {
        "recipient": "@no_peserta:" + person.number, "programme": h.programme, "period": h.period, "region": region,
        "outlet": h.outlet, "collector": h.collector, "letter": digest(h.letter) if h.letter else None,
        "items": [{k: v for k, v in (("commodity", i.commodity), ("quantity", i.quantity), ("unit", i.unit),
                                     ("unitPrice", i.price), ("lot", i.lot)) if v is not None} for i in h.items],
        "packaged": h.packaged, "evidence": [{"kind": k, "digest": digest(d)} for k, d in h.evidence]}


def correction(seed, person, h, region, corrected_at):
    """Two lines: the handover with an identifier of its own, and what corrects it."""
    own = identifier(h.time, "%d/%d/%s" % (seed, person.index, h.period))
    right = h.correction
    first = line("handover.recorded", h.time, _handover(person, h, region), own)
    data = {"corrects": own, "reason": "duplicateEntry" if right.void else "typingError", "void": right.void,
            "handedOverAt": days.iso_instant(right.time)}
    data.update(_handover(person, right, region))
    return first, line("handover.corrected", corrected_at, data)
