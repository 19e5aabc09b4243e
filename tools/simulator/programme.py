"""The programme: places, goods, prices, baskets, rules."""

from . import days

ORIGIN = "bansos.example/lampung-utara"
DISTRICT = "18.03.07"
REGENCY = "18.03"
SEMBAKO = "SEMBAKO"
UNRULED = "BERASDA"  # declared without rules and windows: nothing of it can be assessed
AMOUNT = 200_000

VILLAGES = (
    ("2004", "Trimodadi"), ("2005", "Cabang Empat"), ("2006", "Sinar Ogan"), ("2007", "Kalibalangan"),
    ("2009", "Gilih Sukanegeri"), ("2010", "Candimas"), ("2011", "Kembang Tanjung"), ("2012", "Abung Jayo"),
    ("2013", "Kembang Gading"), ("2014", "Ratu Abung"), ("2015", "Bandar Kagungan Raya"), ("2016", "Bumi Raya"),
    ("2017", "Kemalo Abung"), ("2018", "Cabang Abung Raya"), ("2019", "Kalibening Raya"), ("2020", "Way Lunik"),
)

# commodity: unit, contract price, food group (None: not allowed), letters in a lot code
GOODS = {
    "beras": ("g", 13_000, "carbohydrate", "BRS"),
    "jagung": ("g", 8_000, "carbohydrate", "JGG"),
    "telur": ("pcs", 2_000, "animalProtein", "TLR"),
    "ikan-kembung": ("g", 40_000, "animalProtein", "IKN"),
    "susu": ("ml", 18_000, "animalProtein", "SSU"),
    "tempe": ("g", 12_000, "plantProtein", "TMP"),
    "kacang-hijau": ("g", 24_000, "plantProtein", "KCG"),
    "bayam": ("g", 10_000, "vitaminsMinerals", "BYM"),
    "wortel": ("g", 12_000, "vitaminsMinerals", "WRT"),
    "mie-instan": ("pcs", 3_400, None, "MIE"),
    "rokok": ("pcs", 17_000, None, "RKK"),
}
ALLOWED = tuple(c for c, g in GOODS.items() if g[2])
NOT_SURVEYED = ("jagung", "rokok")
KEEPS = {"telur": 60, "susu": 90}  # days until a lot expires; the others carry no date

# Every basket is worth exactly AMOUNT at contract prices.
BASKETS = {
    "A": (("beras", 10_000), ("telur", 20), ("tempe", 1_500), ("bayam", 1_200)),
    "B": (("beras", 8_000), ("telur", 15), ("ikan-kembung", 750), ("tempe", 1_500), ("wortel", 1_500)),
    "C": (("beras", 5_000), ("telur", 30), ("kacang-hijau", 1_000), ("ikan-kembung", 500), ("wortel", 1_000),
          ("bayam", 1_900)),
    "D": (("beras", 12_000), ("telur", 10), ("tempe", 1_000), ("bayam", 1_200)),
    "E": (("beras", 9_000), ("telur", 12), ("susu", 1_000), ("tempe", 1_500), ("bayam", 1_100), ("wortel", 1_000)),
    "noodles": (("beras", 8_000), ("telur", 20), ("tempe", 1_000), ("bayam", 1_000), ("mie-instan", 10)),
    "cigarettes": (("beras", 8_000), ("telur", 20), ("tempe", 1_000), ("bayam", 1_000), ("rokok", 2)),
    "maize": (("jagung", 5_000), ("beras", 8_000), ("telur", 16), ("tempe", 1_000), ("bayam", 1_200)),
    "two groups": (("beras", 10_000), ("telur", 35)),
    "less": (("beras", 6_000), ("telur", 20), ("tempe", 1_500), ("bayam", 1_200)),
    "more": (("beras", 10_000), ("telur", 45), ("tempe", 1_500), ("bayam", 1_200)),
    "rice only": (("beras", 10_000),),
    "without rice": (("telur", 20), ("tempe", 1_500), ("bayam", 1_200)),
}
USUAL = ("A", "B", "C", "D", "E")


def worth(quantity, unit, price):
    """SPEC 6: the value of a line of goods."""
    return quantity * price if unit == "pcs" else (quantity * price + 500) // 1000


def rules(periods):
    """Two versions: the second, from the last period's month on, lowers the highest decile."""
    first = {
        "programme": SEMBAKO, "version": "2025.1", "validFrom": days.day(2025, 10, 1), "validUntil": None,
        "region": REGENCY, "legalBasis": "Pedoman umum program, bahan latihan",
        "amountTolerance": 50, "requiredLevels": ["rt", "desa", "kecamatan"], "staleAfter": 183,
        "maximumDecile": 5, "excludedClasses": ["asn", "tni", "polri", "kepalaDesa", "pejabatBumn"],
        "onePerFamily": True, "deathGrace": 0, "recordWithin": 168,
        "commodities": [{"commodity": c, "group": GOODS[c][2]} for c in ALLOWED],
        "requiredGroups": ["carbohydrate", "animalProtein", "plantProtein", "vitaminsMinerals"],
        "packagedForbidden": True,
        "ceilings": [
            {"commodity": "beras", "unit": "g", "unitPrice": 15_500},
            {"commodity": "beras", "unit": "g", "unitPrice": 14_000, "region": REGENCY},
            {"commodity": "ikan-kembung", "unit": "g", "unitPrice": 65_000},
        ],
        "referenceTolerance": 1000, "valueTolerance": 1000, "requiredEvidence": ["photo", "signature"],
        "separateDuties": True,
        "forbiddenOwners": ["asn", "tni", "polri", "kepalaDesa", "perangkatDesa", "pelaksanaProgram"],
        "selectionSigners": 2, "answerWithin": 14, "closeWithin": 60,
    }
    second = dict(first, version="2026.1", validFrom=periods[-1].first, maximumDecile=4)
    return [first, second]
