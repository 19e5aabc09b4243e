import Language

extension EventWording {
  static let procurement: [String: Bilingual] = [
    "bid.disqualified": Bilingual(
      id: "Penawaran {supplier} untuk {procurement} dinyatakan gugur, dasar {clause}",
      en: "Bid of {supplier} for {procurement} disqualified under {clause}"),
    "bid.received": Bilingual(
      id: "Penawaran {supplier} untuk {procurement}: {amount}, diterima {receivedAt}",
      en: "Bid of {supplier} for {procurement}: {amount}, received {receivedAt}"),
    "contract.signed": Bilingual(
      id: "Kontrak {contract} dengan {supplier} untuk {programme}: {value}, {from} sampai {until}[, pengadaan {procurement}]",
      en: "Contract {contract} with {supplier} for {programme}: {value}, {from} to {until}[, procurement {procurement}]"),
    "lot.delivered": Bilingual(
      id:
        "Lot {lot} dikirim {supplier} ke {outlet}: {quantity} {commodity} seharga {unitPrice}[, kontrak {contract}][, simpan sampai {expires}]",
      en:
        "Lot {lot} delivered by {supplier} to {outlet}: {quantity} {commodity} at {unitPrice}[, contract {contract}][, best until {expires}]"
    ),
    "lot.inspected": Bilingual(
      id: "Lot {lot} diperiksa: {outcome}[, {packaged}]",
      en: "Lot {lot} inspected: {outcome}[, {packaged}]"),
    "outlet.appointed": Bilingual(
      id: "Outlet {outlet} ditunjuk untuk {programme}: {name}[; golongan pemilik {ownerClasses}]",
      en: "Outlet {outlet} appointed for {programme}: {name}[; classes of owner {ownerClasses}]"),
    "price.surveyed": Bilingual(
      id: "Survei harga {commodity} di {region}: {unitPrice} pada {surveyedOn}[, pasar {market}]",
      en: "Price survey of {commodity} in {region}: {unitPrice} on {surveyedOn}[, market {market}]"),
    "procurement.opened": Bilingual(
      id: "Pengadaan {procurement} untuk {programme} dibuka ({method}): {opens} sampai {closes}[; {goods}]",
      en: "Procurement {procurement} for {programme} opened ({method}): {opens} to {closes}[; {goods}]"),
    "supplier.registered": Bilingual(
      id: "Pemasok {supplier} dicatat: {name}[, berdiri {founded}][; golongan pemilik {ownerClasses}]",
      en: "Supplier {supplier} registered: {name}[, founded {founded}][; classes of owner {ownerClasses}]"),
    "supplier.selected": Bilingual(
      id: "Pemasok {supplier} dipilih untuk {procurement}, urutan {ranking}, dasar {clause}",
      en: "Supplier {supplier} selected for {procurement}, ranking {ranking}, under {clause}"),
  ]
}
