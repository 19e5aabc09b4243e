internal import Compliance
import Language

extension ReasonWording {
  static let price: [ReasonCode: ReasonWording] = [
    .priceAboveCeiling: ReasonWording(
      measure: .unitPrice,
      label: Bilingual(id: "Di atas harga tertinggi", en: "Above the ceiling"),
      sentence: Bilingual(
        id: "Harga satuan[ {value}] melebihi harga tertinggi menurut aturan[ ({threshold})].",
        en: "The unit price[ ({value})] exceeds the ceiling of the rules[ ({threshold})].")),
    .priceAboveContract: ReasonWording(
      measure: .unitPrice,
      label: Bilingual(id: "Di atas harga kontrak", en: "Above the contract"),
      sentence: Bilingual(
        id: "Harga satuan lot[ {value}] melebihi harga dalam kontraknya[ ({threshold})].",
        en: "The unit price of the lot[ ({value})] exceeds the price in its contract[ ({threshold})].")),
    .priceAboveReference: ReasonWording(
      measure: .unitPrice,
      label: Bilingual(id: "Di atas harga acuan", en: "Above the reference"),
      sentence: Bilingual(
        id: "Harga satuan[ {value}] melebihi harga acuan pasar[ ({threshold})] lebih dari toleransinya.",
        en: "The unit price[ ({value})] exceeds the surveyed market price[ ({threshold})] by more than the tolerance.")),
    .priceValueShort: ReasonWording(
      measure: .rupiah,
      label: Bilingual(id: "Nilai barang kurang", en: "Worth less than entitled"),
      sentence: Bilingual(
        id: "Menurut harga acuan, nilai barang dan uang[ ({value})] kurang dari hak setelah toleransi[ ({threshold})].",
        en:
          "At reference prices, goods and cash are worth less than the entitlement after tolerance[: {value}, where at least {threshold} is due]."
      )),
    .priceNoReference: ReasonWording(
      measure: .none,
      label: Bilingual(id: "Tidak ada harga acuan", en: "No reference price"),
      sentence: Bilingual(
        id: "Tidak ada survei harga untuk suatu barang di wilayah dan bulan itu, sehingga harga tidak dapat dinilai sepenuhnya.",
        en: "There is no price survey for some goods in that region and month, so the price cannot be assessed fully.")),
    .priceNoHandover: ReasonWording(
      measure: .none,
      label: Bilingual(id: "Belum ada penyerahan", en: "No handover yet"),
      sentence: Bilingual(
        id: "Belum ada penyerahan yang tercatat, sehingga harga belum dapat dinilai.",
        en: "No handover is on record, so prices cannot be assessed yet.")),
    .priceNoGoods: ReasonWording(
      measure: .none,
      label: Bilingual(id: "Tidak ada barang", en: "No goods"),
      sentence: Bilingual(
        id: "Penyerahan tidak memuat barang, sehingga harga tidak dapat dinilai.",
        en: "The handovers hold no goods, so prices cannot be assessed.")),
    .priceNoRules: ReasonWording(
      measure: .none,
      label: Bilingual(id: "Belum ada aturan", en: "No rules yet"),
      sentence: Bilingual(
        id: "Tidak ada aturan yang berlaku pada hari penyerahan, sehingga harga tidak dapat dinilai sepenuhnya.",
        en: "No rules were in force on the day of the handover, so prices cannot be assessed fully.")),
  ]
}
