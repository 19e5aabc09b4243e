import Compliance
import Testing
import Vocabulary

@Suite("Administration: how suppliers are chosen")
struct ProcurementTests {
  /// A served district whose procurement `procure` writes; nothing else about suppliers is in it.
  private func served(_ procure: (inout District) -> Void) -> District {
    var district = District()
    district.keys()
    district.rules()
    district.open()
    procure(&district)
    district.deliver("LOT-B", "beras", 1_000_000, .g, 13_000)
    district.deliver("LOT-T", "telur", 3_000, .pcs, 2_000)
    district.enrol(1)
    district.grant(1)
    district.handOver(1)
    return district
  }

  private func entries(_ district: District) -> [EventReference] { district.reason(.adminProcurementDeviates)?.entries ?? [] }

  @Test("A contract with a selected lowest bidder in time deviates from nothing")
  func sound() {
    let district = served { $0.contract() }
    #expect(entries(district).isEmpty)
  }

  @Test("A contract that names no known procurement deviates")
  func noProcurement() {
    for names in [true, false] {
      var contract: EventReference?
      let district = served { contract = $0.sign { if !names { $0.procurement = nil } } }
      #expect(entries(district).contains(contract!))
    }
  }

  @Test("A procurement without selection deviates, and is mended when the selection arrives late")
  func noSelection() {
    var procurement: EventReference?
    var district = served {
      procurement = $0.procure()
      $0.bid("CV-A", 100)
      $0.sign()
    }
    #expect(entries(district).contains(procurement!))
    district.select("CV-A")
    #expect(entries(district).isEmpty)
  }

  @Test("A contract with another supplier than the one selected last deviates")
  func otherSupplier() {
    var district = served { $0.contract() }
    let selection = district.select("CV-B")
    #expect(entries(district).contains(selection))
    district.select("CV-A")
    #expect(entries(district).isEmpty)
  }

  @Test("A selected supplier without bid, with a late bid or a disqualified one deviates")
  func winningBid() {
    let without = served {
      $0.procure()
      $0.select("CV-A")
      $0.sign()
    }
    #expect(!entries(without).isEmpty)
    for (at, deviates) in [("2026-01-20T12:00:01", true), ("2026-01-20T12:00:00", false)] {
      var bid: EventReference?
      let late = served {
        $0.procure()
        bid = $0.bid("CV-A", 100, receivedAt: at)
        $0.select("CV-A")
        $0.sign()
      }
      #expect(entries(late).contains(bid!) == deviates)
    }
    var disqualification: EventReference?
    let disqualified = served {
      $0.contract()
      disqualification = $0.disqualify("CV-A")
    }
    #expect(entries(disqualified).contains(disqualification!))
  }

  @Test("A lower bid in time that was not disqualified shows a deviation")
  func lowerBid() {
    var lower: EventReference?
    let passedOver = served {
      $0.contract()
      lower = $0.bid("CV-C", 99)
    }
    #expect(entries(passedOver).contains(lower!))
    #expect(
      entries(
        served {
          $0.contract(); $0.bid("CV-C", 100)
        }
      ).isEmpty, "an equal bid")
    #expect(
      entries(
        served {
          $0.contract(); $0.bid("CV-C", 99, receivedAt: "2026-01-20T12:00:01")
        }
      ).isEmpty, "a late bid")
    #expect(
      entries(
        served {
          $0.contract(); $0.bid("CV-C", 99); $0.disqualify("CV-C")
        }
      ).isEmpty, "a disqualified bid")
    #expect(
      entries(
        served {
          $0.contract(); $0.bid("CV-C", 99); $0.bid("CV-C", 110)
        }
      ).isEmpty, "a bid that was replaced")
  }

  @Test("A direct procurement needs a selection and one bid, and no other bids are compared")
  func direct() {
    func direct(_ more: (inout District) -> Void) -> District {
      served {
        $0.procure { $0.method = .direct }
        $0.bid("CV-A", 100)
        $0.sign()
        more(&$0)
      }
    }
    #expect(
      entries(
        direct {
          $0.select("CV-A"); $0.bid("CV-B", 1)
        }
      ).isEmpty)
    #expect(!entries(direct { _ in }).isEmpty)
  }

  @Test("A selection needs as many keys as the rules ask on its day, the author's included; one without rules")
  func signers() {
    func signed(_ keys: [String]) -> District {
      served {
        $0.contract()
        $0.select("CV-A", by: keys)
      }
    }
    #expect(!entries(signed(["panitia-1", "panitia-2"])).isEmpty)
    #expect(entries(signed(["panitia-1", "panitia-2", "panitia-3"])).isEmpty)
    var unruled = District()
    unruled.rules { $0.validFrom = date("2026-02-01") }
    unruled.contract()
    unruled.select("CV-A", by: ["panitia-1"])
    unruled.deliver("LOT-B", "beras", 1_000_000, .g, 13_000)
    unruled.grant(1)
    unruled.handOver(1)
    #expect(entries(unruled).isEmpty)
  }

  // MARK: Ties

  @Test("A supplier or outlet whose owner is of a forbidden class is tied")
  func ownerClasses() throws {
    for isForbidden in [true, false] {
      var district = District.sound()
      let handover = try #require(district.unit(1)?.handovers.first)
      let supplier = district.supplier("CV-A") { $0.ownerClasses = [isForbidden ? .asn : .polri] }
      let entries = district.reason(.adminConflictOfInterest)?.entries
      #expect(entries?.contains(supplier) == (isForbidden ? true : nil))
      #expect(entries?.contains(handover) == (isForbidden ? true : nil))
      var shop = District.sound()
      let outlet = shop.appoint { $0.ownerClasses = [isForbidden ? .kepalaDesa : .polri] }
      #expect(shop.reason(.adminConflictOfInterest)?.entries == (isForbidden ? [handover, outlet] : nil))
    }
  }

  @Test("A declared conflict ties a supplier where the holder signed for it", arguments: [904, 999])
  func declared(holder: Int) {
    var district = District.sound()
    let conflict = district.declareConflict(holder, supplier: "CV-A", .lender)
    let entries = district.reason(.adminConflictOfInterest)?.entries
    #expect(entries?.contains(conflict) == (holder == 904 ? true : nil))
    if holder == 904 {
      let selection = district.state.selection(procurement: code("P-1"))!.reference
      let contract = district.state.contract(code("K-1"))!.reference
      #expect(entries?.contains(selection) == true)
      #expect(entries?.contains(contract) == true)
    }
  }

  @Test("Whoever disqualified a competitor in the supplier's procurement is tied, also as a co-signer")
  func disqualifier() {
    var district = District.sound()
    district.hold("panitia-9", person(950))
    district.declareConflict(950, supplier: "CV-A")
    #expect(district.reason(.adminConflictOfInterest) == nil)
    let disqualification = district.disqualify("CV-B", by: ["panitia-1", "panitia-9"])
    #expect(district.reason(.adminConflictOfInterest)?.entries.contains(disqualification) == true)
  }

  @Test("A conflict with another supplier ties nobody here")
  func otherConflict() {
    var district = District.sound()
    district.declareConflict(904, supplier: "CV-B")
    #expect(district.reason(.adminConflictOfInterest) == nil)
  }

  @Test("An outlet is tied by a declared owner, manager or kin, not by an employee or a lender")
  func outletConflicts() {
    for (relation, isTied) in [
      (ConflictDeclared.Relation.owner, true), (.manager, true), (.kin, true), (.employee, false), (.lender, false),
    ] {
      var district = District.sound()
      let handover = district.unit(1)!.handovers[0]
      let conflict = district.declareConflict(999, outlet: "EW-1", relation)
      #expect(district.reason(.adminConflictOfInterest)?.entries == (isTied ? [handover, conflict] : nil), "\(relation)")
    }
  }
}
