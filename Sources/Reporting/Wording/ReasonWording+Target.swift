internal import Compliance
import Language

extension ReasonWording {
  static let target: [ReasonCode: ReasonWording] = [
    .targetUnregistered: ReasonWording(
      measure: .none,
      label: Bilingual(id: "Belum terdaftar saat keputusan", en: "Not registered at the decision"),
      sentence: Bilingual(
        id: "Pada saat keputusan belum ada catatan pendaftaran atau usulan untuk penerima ini.",
        en: "At the time of the decision there was no registration or proposal of this recipient on record.")),
    .targetUnverified: ReasonWording(
      measure: .count,
      label: Bilingual(id: "Verifikasi belum lengkap", en: "Verification incomplete"),
      sentence: Bilingual(
        id:
          "Pada saat keputusan belum semua tingkat verifikasi yang diminta tercatat dengan hasil layak[ ({value} dari {threshold})].",
        en:
          "At the time of the decision not every required level of verification was on record as eligible[ ({value} of {threshold})]."
      )),
    .targetStale: ReasonWording(
      measure: .days,
      label: Bilingual(id: "Verifikasi sudah lama", en: "Verification out of date"),
      sentence: Bilingual(
        id:
          "Pada hari keputusan, verifikasi layak yang terakhir sudah lebih lama daripada batas[: {value}, batasnya {threshold}].",
        en: "On the decision day the latest eligible verification was older than the limit[: {value}, the limit is {threshold}].")
    ),
    .targetIneligible: ReasonWording(
      measure: .decile,
      label: Bilingual(id: "Tercatat tidak memenuhi syarat", en: "On record as not eligible"),
      sentence: Bilingual(
        id: "Menurut catatan pada saat keputusan, penerima tidak memenuhi syarat program[: desil {value}, batas {threshold}].",
        en:
          "By the record at the time of the decision, the recipient did not meet the conditions of the programme[: decile {value}, limit {threshold}]."
      )),
    .targetExcludedClass: ReasonWording(
      measure: .none,
      label: Bilingual(id: "Golongan yang dikecualikan", en: "Class that is excluded"),
      sentence: Bilingual(
        id: "Penerima tercatat dalam golongan yang dikecualikan oleh aturan program.",
        en: "The recipient is on record in a class that the rules of the programme exclude.")),
    .targetDuplicatePerson: ReasonWording(
      measure: .none,
      label: Bilingual(id: "NIK sama dengan penerima lain", en: "Same NIK as another recipient"),
      sentence: Bilingual(
        id:
          "Penerima lain yang terdaftar lebih dahulu dengan NIK yang sama juga memperoleh bantuan ini pada periode yang sama; mungkin satu orang tercatat dua kali.",
        en:
          "Another recipient, registered earlier with the same NIK, has this aid in the same period; one person may be listed twice."
      )),
    .targetDuplicateFamily: ReasonWording(
      measure: .none,
      label: Bilingual(id: "KK sama dengan penerima lain", en: "Same family as another recipient"),
      sentence: Bilingual(
        id:
          "Penerima lain yang terdaftar lebih dahulu dengan KK yang sama juga memperoleh bantuan ini pada periode yang sama, padahal aturan memberi satu untuk tiap keluarga.",
        en:
          "Another recipient, registered earlier in the same family (KK), has this aid in the same period, while the rules give one to each family."
      )),
    .targetDeceased: ReasonWording(
      measure: .days,
      label: Bilingual(id: "Tercatat meninggal", en: "On record as deceased"),
      sentence: Bilingual(
        id: "Penerima tercatat meninggal[ {value}] sebelum hari keputusan atau penyerahan[; masa tenggang {threshold}].",
        en:
          "The recipient is on record as having died[ {value}] before the day of the decision or of a handover[; the grace is {threshold}]."
      )),
    .targetMoved: ReasonWording(
      measure: .days,
      label: Bilingual(id: "Tercatat pindah", en: "On record as moved away"),
      sentence: Bilingual(
        id: "Penerima tercatat pindah[ {value}] sebelum hari keputusan atau penyerahan.",
        en: "The recipient is on record as having moved away[ {value}] before the day of the decision or of a handover.")),
    .targetWrongCollector: ReasonWording(
      measure: .none,
      label: Bilingual(id: "Diambil orang lain", en: "Collected by someone else"),
      sentence: Bilingual(
        id: "Bantuan diambil oleh orang selain penerima tanpa surat kuasa atau surat waris yang tercatat.",
        en: "The aid was collected by someone other than the recipient, without a recorded letter of proxy or inheritance.")),
    .targetMissed: ReasonWording(
      measure: .days,
      label: Bilingual(id: "Belum diserahkan", en: "Not handed over"),
      sentence: Bilingual(
        id:
          "Penerima berhak atas bantuan, tetapi jendela waktu sudah berakhir[ {value} yang lalu] dan tidak ada penyerahan yang tercatat.",
        en: "The recipient was entitled, but the window ended[ {value} ago] and no handover is on record.")),
    .targetNoRules: ReasonWording(
      measure: .none,
      label: Bilingual(id: "Belum ada aturan", en: "No rules yet"),
      sentence: Bilingual(
        id: "Tidak ada aturan yang berlaku pada hari keputusan, sehingga sasaran tidak dapat dinilai.",
        en: "No rules were in force on the decision day, so the target cannot be assessed.")),
  ]
}
