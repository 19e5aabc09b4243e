import Admission
internal import Compliance
import Language

extension FindingWording {
  /// Of a note as a whole and its place in its author's chain.
  static let notes: [FindingCode: Bilingual] = [
    .noteTooLarge: Bilingual(
      id: "Nota lebih besar daripada yang muat dalam satu catatan (65.535 bita); bagi menjadi beberapa nota.",
      en: "The note is larger than an entry holds (65,535 bytes); split it into several."),
    .noteMalformed: Bilingual(
      id: "Yang diberikan bukan nota yang utuh: ada bagian yang hilang, berlebih, atau bukan menurut formatnya.",
      en: "This is no whole author note: something is missing, is too much or is not in its format."),
    .noteLedger: Bilingual(
      id: "Nota ini dibuat untuk buku besar lain; kirimkan ke sana.",
      en: "The note was made for another ledger; submit it there."),
    .authorGap: Bilingual(
      id: "Ada nota penulis ini yang belum tercatat sebelum yang ini; catat nota yang hilang lebih dahulu.",
      en: "A note of this author is missing before this one; record the missing one first."),
    .authorFork: Bilingual(
      id:
        "Penulis ini sudah mempunyai nota lain dengan nomor ini: dua perangkat memakai kunci yang sama, atau nota lama diganti.",
      en: "This author has another note of this number already: two devices use one key, or an older note was replaced."),
    .authorPrevious: Bilingual(
      id: "Nota ini tidak menyambung pada nota penulis sebelumnya: ada yang diubah, disisipkan, atau dihilangkan di antaranya.",
      en: "The note does not continue the author's note before it: something between them was changed, inserted or removed."),
    .seenFuture: Bilingual(
      id: "Nota ini menyebut keadaan log yang lebih panjang daripada log pada saat itu.",
      en: "The note claims to have seen a longer log than there was at its position."),
    .seenRoot: Bilingual(
      id: "Log yang dilihat penulis waktu menandatangani bukan log ini: riwayatnya ditulis ulang, atau ada dua riwayat.",
      en: "The log that the author saw when signing is not this one: its history was rewritten, or there are two."),
  ]

  /// Of a signature line and its key.
  static let signatures: [FindingCode: Bilingual] = [
    .signatureAuthor: Bilingual(
      id: "Tanda tangan pertama harus dari penulis nota, dan bukan.",
      en: "The first signature must be the author's, and is not."),
    .signatureDuplicate: Bilingual(
      id: "Satu kunci menandatangani nota ini dua kali.",
      en: "One key signed the note twice."),
    .signatureInvalid: Bilingual(
      id: "Tanda tangan tidak cocok dengan isinya: isinya diubah sesudah ditandatangani, atau kunci lain yang dipakai.",
      en: "The signature does not fit the content: it was changed after signing, or another key was used."),
    .keyUnknown: Bilingual(
      id: "Penanda tangan memakai kunci yang tidak dikenal buku besar; mintalah pembina memberi wewenang kepada kunci itu.",
      en: "A signer's key is not known to the ledger; ask a governor to grant it."),
    .keyRevoked: Bilingual(
      id: "Kunci penanda tangan sudah dicabut; mintalah kunci baru kepada pembina.",
      en: "The signer's key was revoked; ask a governor for a new one."),
    .keyOutOfTime: Bilingual(
      id: "Wewenang kunci penanda tangan belum atau tidak lagi berlaku; mintalah pembina memperpanjangnya.",
      en: "The grant of the signer's key is not yet or no longer in force; ask a governor to extend it."),
  ]

  /// Of an event and whether its author might record it.
  static let events: [FindingCode: Bilingual] = [
    .eventMalformed: Bilingual(
      id: "Satu peristiwa bukan objek JSON menurut SPEC 6.",
      en: "An event is no JSON object as SPEC 6 has it."),
    .eventType: Bilingual(
      id: "Jenis peristiwa ini tidak dikenal.",
      en: "This type of event is not known."),
    .eventSchema: Bilingual(
      id: "Isi satu peristiwa tidak menurut skemanya; `amanah event check` menunjukkan tempatnya.",
      en: "The content of an event is not as its schema has it; `amanah event check` shows where."),
    .genesisMissing: Bilingual(
      id: "Buku besar harus dimulai dengan `ledger.opened`, dan tidak.",
      en: "A ledger must begin with `ledger.opened`, and this does not."),
    .genesisRepeated: Bilingual(
      id: "Buku besar hanya dibuka satu kali.",
      en: "A ledger is opened only once."),
    .genesisOrigin: Bilingual(
      id: "Pembukaan buku besar menyebut nama lain.",
      en: "The opening of the ledger names another ledger."),
    .genesisLogKey: Bilingual(
      id: "Kunci log dalam pembukaan bukan kunci yang Anda berikan: periksa dari mana kunci Anda, atau ini buku besar lain.",
      en: "The log key in the opening is not the one you gave: check where yours is from, or this is another ledger."),
    .genesisGovernors: Bilingual(
      id: "Pembukaan harus ditandatangani semua pembinanya dan tidak oleh yang lain.",
      en: "The opening must be signed by all of its governors and nobody else."),
    .authorityRole: Bilingual(
      id: "Penulis tidak berperan untuk peristiwa seperti ini; yang berwenang harus menandatanganinya.",
      en: "The author has no role for such an event; somebody who has must sign it."),
    .authorityRegion: Bilingual(
      id: "Wewenang penulis tidak mencakup wilayah ini.",
      en: "The author's grants do not cover this region."),
    .authorityProgramme: Bilingual(
      id: "Wewenang penulis tidak mencakup program ini.",
      en: "The author's grants do not cover this programme."),
    .grantKey: Bilingual(
      id: "Kunci yang diberi wewenang bukan kunci pemeriksa yang sah; salin lagi dari pemiliknya.",
      en: "The granted key is no valid verifier key; copy it anew from its owner."),
    .grantName: Bilingual(
      id: "Nama kunci ini sudah dipakai kunci lain, kunci yang dicabut, atau log; pilih nama lain.",
      en: "The key's name belongs to another key, a revoked one or the log; choose another."),
    .grantScope: Bilingual(
      id: "Pembina memberi wewenang yang lebih luas daripada wewenangnya sendiri.",
      en: "The governor grants more than the governor has."),
    .revocationUnknown: Bilingual(
      id: "Kunci yang dicabut tidak dikenal, atau sudah dicabut.",
      en: "The revoked key is not known, or was revoked before."),
  ]
}
