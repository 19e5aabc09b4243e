"""Words for people. None of them occurs in a region, institution, supplier or outlet name."""

WOMEN = (
    "Siti", "Sri", "Dewi", "Nurhayati", "Wahyuni", "Sumiati", "Rohani", "Maryam", "Kartini", "Suryati",
    "Yulianti", "Fatimah", "Aisyah", "Lestiana", "Ningsih", "Murniati", "Rosdiana", "Halimah", "Endang",
    "Tutik", "Wiwik", "Kasmiati", "Jumiati", "Partini", "Rukmini", "Salamah", "Zubaidah", "Hasnah",
    "Marlina", "Yuniarti", "Erlina", "Rahmawati", "Susilowati", "Painem", "Tukinem", "Saodah",
)
MEN = (
    "Ahmad", "Slamet", "Suparman", "Junaidi", "Hendra", "Wagiman", "Rusdi", "Mulyono", "Suharto",
    "Bambang", "Tarmizi", "Zulkifli", "Ismail", "Yusuf", "Rahmat", "Darmadi", "Paijo", "Tugiman",
    "Sarwono", "Hasan", "Iskandar", "Effendi", "Gunarto", "Suroto", "Marwan", "Syamsul", "Ridwan",
    "Basuki", "Karyadi", "Nurdin", "Supriyadi", "Edi", "Jumadi", "Kasim", "Legiman", "Misran",
)
MIDDLE = (
    "Tri", "Dwi", "Eka", "Nur", "Catur", "Budi", "Agus", "Adi", "Puji", "Wulan", "Rini", "Ratna",
    "Indah", "Heru", "Joko", "Arif", "Dian", "Fitri", "Mega", "Yani",
)
LAST = (
    "Wijayanto", "Hartono", "Saputra", "Handayani", "Setiawan", "Prasetyo", "Kusuma", "Hidayat",
    "Nugroho", "Susanto", "Purnomo", "Santoso", "Anggraini", "Permatasari", "Suryani", "Wibowo",
    "Kurniawan", "Maharani", "Haryanti", "Sulastri", "Pratiwi", "Siregar", "Hasanuddin", "Maulana",
    "Fauzi", "Rosyid", "Basri", "Harahap", "Simbolon", "Sugiyanto", "Widodo", "Mardiana", "Kuswanto",
    "Utomo", "Wardani", "Oktaviani", "Nababan", "Sitompul", "Munawar", "Ramadhani",
)
ALLEYS = (
    "Mawar", "Kenanga", "Melati", "Cempaka", "Dahlia", "Flamboyan", "Anggrek", "Kamboja", "Bougenvil",
    "Teratai", "Seruni", "Wijayakusuma",
)


def respelled(name):
    """The same name as another clerk wrote it."""
    swaps = (("y", "j"), ("oe", "u"), ("u", "oe"), ("i", "ie"), ("a", "aa"))
    first, _, rest = name.partition(" ")
    for old, new in swaps:
        if old in first[1:]:
            return (first[0] + first[1:].replace(old, new, 1) + " " + rest).upper()
    return (first + "h " + rest).upper()
