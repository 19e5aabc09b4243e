import Testing
import Vocabulary

@Suite("Enumerations of the schemas")
struct ChoiceTests {
  private func check<Value: Choice>(_ type: Value.Type, _ name: String) throws {
    let schemas = try #require(SchemaSet.shared)
    let texts = try #require(schemas.definitions[name]?["enum"]?.items).compactMap(\.string)
    #expect(Value.allCases.map(\.rawValue) == texts)
    for (index, value) in Value.allCases.enumerated() {
      #expect(value.ordinal == index)
      #expect(Value(rawValue: texts[index]) == value)
    }
    #expect(Value(rawValue: "?") == nil)
  }

  @Test("Their cases are those of the schema in its order")
  func casesAreThoseOfTheSchema() throws {
    try check(Unit.self, "unit")
    try check(Collector.self, "collector")
    try check(EvidenceKind.self, "evidenceKind")
    try check(Role.self, "role")
    try check(Level.self, "level")
    try check(ProfileClass.self, "profileClass")
    try check(FoodGroup.self, "foodGroup")
    try check(IdentityStatus.self, "identityStatus")
  }

  @Test("Event types are the schemas, and each may be signed by the roles that its schema lists")
  func eventTypesAreTheSchemas() throws {
    let schemas = try #require(SchemaSet.shared)
    #expect(EventType.allCases.map(\.rawValue) == schemas.events.keys.sorted())
    for type in EventType.allCases {
      let roles = try #require(schemas.events[type.rawValue]?["x-roles"]?.items).compactMap(\.string)
      #expect(Set(type.roles.roles.map(\.rawValue)) == Set(roles))
      #expect(EventType(rawValue: type.rawValue) == type)
    }
  }

  @Test("An event's region, programme and recipient are those in its data")
  func accessorsFindTheMembers() throws {
    for line in try Vectors.bytes("events/valid.jsonl").split(separator: UInt8(ascii: "\n")).map(Array.init) {
      let data = try #require(JSONParser.parse(line)?["data"])
      let event = try EventReader.read(line)
      #expect(event.body.region?.description == data["region"]?.string)
      #expect(event.body.programme?.description == data["programme"]?.string)
      #expect(event.body.recipient?.description == data["recipient"]?.string)
    }
  }

  @Test("A set of roles behaves like a set")
  func roleSets() {
    var roles: RoleSet = [.monitor, .auditor]
    #expect(roles.contains(.monitor) && !roles.contains(.governor))
    roles.insert(.operator)
    #expect(roles.roles == [.monitor, .auditor, .operator])
    #expect(roles.intersection([.operator, .governor]) == [.operator])
    #expect(RoleSet().isEmpty && !roles.isEmpty)
    #expect(roles.description == "monitor,auditor,operator")
  }
}
