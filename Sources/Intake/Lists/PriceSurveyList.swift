internal import Vocabulary

/// Market prices: `price.surveyed`, of the day of the date.
enum PriceSurveyList: EventList {
  static let columns = ColumnSet(
    required: [.region, .commodity, .unit, .price, .date], optional: [.market, .time])

  static func read(_ row: inout Row) {
    row.begin("price-surveys")
    let region = row.required(.region, .region)
    let commodity = row.required(.commodity, .commodity)
    let unit = row.required(.unit, .priceUnit)
    let price = row.required(.price, .money)
    let market = row.optional(.market, .code)
    let at = row.date()
    guard row.isSound, let region, let commodity, let unit, let price, let at else { return }
    row.emit(at: at) { _ in
      .priceSurveyed(
        PriceSurveyed(
          region: region, commodity: commodity, unit: unit, unitPrice: price, surveyedOn: at.localDate, market: market))
    }
  }
}
