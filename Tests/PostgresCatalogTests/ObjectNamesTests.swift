import Testing

@testable import PostgresCatalog

/// Names checked against PostgreSQL 15.
@Suite struct ObjectNamesTests {
  struct Made: CustomTestStringConvertible, Sendable {
    var name1: String
    var name2: String?
    var label: String
    var name: String
    var testDescription: String { name }
  }

  @Test(arguments: [
    Made(name1: "users", name2: nil, label: "pkey", name: "users_pkey"),
    Made(name1: "users", name2: "email", label: "key", name: "users_email_key"),
    Made(name1: "", name2: "mood", label: "", name: "_mood"),
    // The longer one loses first, to 63 bytes in all.
    Made(
      name1: String(repeating: "t", count: 60), name2: "id", label: "seq", name: String(repeating: "t", count: 56) + "_id_seq"),
    Made(
      name1: String(repeating: "t", count: 50), name2: String(repeating: "c", count: 50), label: "fkey",
      name: String(repeating: "t", count: 29) + "_" + String(repeating: "c", count: 28) + "_fkey"),
    // Never half a character: 29 bytes hold 14 letters of two.
    Made(
      name1: String(repeating: "ä", count: 40), name2: String(repeating: "c", count: 50), label: "idx",
      name: String(repeating: "ä", count: 14) + "_" + String(repeating: "c", count: 29) + "_idx"),
  ])
  func makes(_ made: Made) {
    #expect(ObjectNames.made(made.name1, made.name2, made.label) == made.name)
    #expect(made.name.utf8.count <= ObjectNames.maximumBytes)
  }

  @Test func numbersWhatIsTaken() {
    let taken: Set<String> = ["t_a_key", "t_a_key1"]
    #expect(ObjectNames.unused("t", "a", "key") { taken.contains($0) } == "t_a_key2")
    #expect(ObjectNames.distinct(["a", "lower", "lower", "a"]) == ["a", "lower", "lower1", "a1"])
    #expect(ObjectNames.multirange(of: "price_range") == "price_multirange")
    #expect(ObjectNames.multirange(of: "span") == "span_multirange")
    #expect(ObjectNames.arrayType(of: "mood") { $0 == "_mood" } == "_mood_1")
  }
}
