internal import Compliance
internal import Vocabulary

/// The four steps that money and goods pass, each with its difference to the step before.
struct SumsSteps: Sendable {
  struct Step: Sendable {
    let phrase: Phrase
    let amount: Int64
    /// Amount less that of the step before; nil of the first step and where there is nothing to compare.
    let difference: Int64?
  }

  let all: [Step]

  init(_ line: Sums.Line) {
    let amounts: [(Phrase, Rupiah)] = [
      (.allocated, line.allocated), (.disbursed, line.disbursed), (.delivered, line.delivered), (.handedOver, line.handedOver),
    ]
    var steps: [Step] = []
    for (index, (phrase, amount)) in amounts.enumerated() {
      // An outlet has no allocation of its own, so there is nothing to hold its disbursement against.
      let hasBefore = index > 0 && !(index == 1 && line.outlet != nil)
      let difference = hasBefore ? (amount - amounts[index - 1].1).value : nil
      steps.append(Step(phrase: phrase, amount: amount.value, difference: difference))
    }
    all = line.outlet == nil ? steps : Array(steps.dropFirst())
  }

  /// How much of `whole` the step takes when the largest step takes all of it; rounded to nearest.
  func share(of step: Step, in whole: Int64) -> Int64 {
    let largest = all.reduce(1) { max($0, $1.amount) }
    return Int64(clamping: (Int128(max(0, step.amount)) * Int128(whole) * 2 + Int128(largest)) / (Int128(largest) * 2))
  }
}
