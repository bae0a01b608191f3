import Foundation
import Testing

@testable import PostgresCatalog

/// Files that are no snapshots, or have been changed or cut short, give an error that says where, and never a trap.
@Suite struct SnapshotHostileTests {
  private static let valid = """
    {
     "sqlferry-catalog":1,
     "database":{"serverVersion":150000,"searchPath":["public"]},
     "types":[
      {"name":"public.mood","kind":"enum","category":"E","labels":["low","high"]}
     ],
     "relations":[
      {"name":"public.item",
       "columns":[
        {"name":"id","type":"integer","notNull":true},
        {"name":"mood","type":"public.mood"}]}
     ]
    }

    """

  private func error(_ text: String) -> CatalogSnapshotError? {
    do throws(CatalogSnapshotError) {
      _ = try CatalogSnapshot.decode(Array(text.utf8))
      return nil
    } catch {
      return error
    }
  }

  @Test func readsWhatAPersonWouldWrite() throws {
    let index = CatalogIndex(try CatalogSnapshot.decode(Array(Self.valid.utf8)))
    let item = try #require(index.relation(named: "item"))
    #expect(item.columns.map { index.displayName(of: $0.type) } == ["integer", "mood"] && item.columns.map(\.number) == [1, 2])
    #expect(index.type(item.rowType)?.relation == item.oid && index.type(named: "_item") != nil && index.type(named: "_mood") != nil)
    #expect(index.functions(named: "lower").count > 0)
  }

  @Test(arguments: [
    (#""type":"integer""#, #""type":"integr""#, 10, "the type integr is neither in the snapshot nor built in"),
    (#""type":"integer""#, #""type":7"#, 10, "expected a string, found a number"),
    (#""type":"integer""#, #""type":"numeric(10)""#, 10, "\"numeric(10)\" has no modifier of its type in parentheses"),
    (#""notNull":true"#, #""notNull":"yes""#, 10, "expected true or false, found a string"),
    (#""notNull":true"#, #""notnull":true"#, 10, "there is no field \"notnull\" here"),
    (#""notNull":true"#, #""notNull":true,"notNull":true"#, 10, "the field \"notNull\" stands there twice"),
    (#""notNull":true"#, #""number":99999999999999999999999999"#, 10, "99999999999999999999999999 is no whole number from"),
    (#""notNull":true"#, #""number":1e400"#, 10, "1e400 is no whole number from"),
    (#""kind":"enum""#, #""kind":"enumeration""#, 5, "\"enumeration\" is none of base, composite, domain, enum"),
    (#""kind":"enum","#, "", 5, "the field \"kind\" is missing"),
    (#""name":"public.item""#, #""name":"item""#, 8, "\"item\" is no name with a schema"),
    (#""name":"public.item""#, #""name":"public.item","parents":["public.item"]"#, 8, "the relation public.item inherits from itself"),
    (#""columns":["#, #""columns":[{]"#, 9, "expected a string, found \"]\""),
    (#""columns":["#, #""columns":[],"more":["#, 9, "there is no field \"more\" here"),
    (#""types":["#, #""typos":["#, 4, "there is no list \"typos\" in a snapshot"),
    (#""database":{"serverVersion":150000,"searchPath":["public"]},"#, "", 4, "\"database\" has to stand before \"types\""),
    (#""labels":["low","high"]"#, #""labels":["low","\u12G4"]"#, 5, "no such escape in a string"),
    ("\n}\n", "\n}\n{}", 14, "something stands behind the end of the snapshot"),
  ])
  func saysWhereTheFileIsDamaged(_ found: String, _ replacement: String, _ line: Int, _ message: String) throws {
    let range = try #require(Self.valid.range(of: found))
    let error = error(Self.valid.replacingCharacters(in: range, with: replacement))
    guard case .damaged(let place, _, let text) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(place == line && text.contains(message), "line \(place): \(text)")
  }

  @Test func domainsInACircleAreRefused() {
    let domains = ["a", "b", "c"].enumerated().map { place, name in
      #"{"name":"public.\#(name)","kind":"domain","category":"N","base":"public.\#(["b", "c", "a"][place])"}"#
    }
    let range = Self.valid.range(of: #"{"name":"public.mood""#)
    let text = range.map { Self.valid.replacingCharacters(in: $0, with: domains.joined(separator: ",") + "," + #"{"name":"public.mood""#) } ?? ""
    guard case .damaged(5, _, let message) = error(text) else {
      Issue.record("\(String(describing: error(text)))")
      return
    }
    #expect(message == "the domain public.a is based on itself")
  }

  @Test(arguments: ["", "[]", "CREATE TABLE item (id int);", "{\"version\":1}", "\u{0}\u{1}", "{\"sqlferry-catalog\""])
  func tellsWhatIsNoSnapshot(_ text: String) { #expect(error(text) == .notSnapshot) }

  @Test(arguments: ["2", "99999999999999999999999999999999", "1.5"])
  func refusesOtherFormats(_ number: String) {
    let error = error(Self.valid.replacingOccurrences(of: "\"sqlferry-catalog\":1", with: "\"sqlferry-catalog\":\(number)"))
    #expect(error == .format(String(number.prefix(20))))
    #expect(error?.help.contains("write it again") == true)
  }

  @Test func everyPrefixAndEveryChangedByteEndsWell() {
    let bytes = Array(Self.valid.utf8)
    for length in bytes.indices.dropLast(2) {
      #expect(throws: CatalogSnapshotError.self) { _ = try CatalogSnapshot.decode(Array(bytes[..<length])) }
    }
    let wrong: [UInt8] = [0, 0x22, 0x5B, 0x7D, 0x39, 0xFF]
    for place in bytes.indices {
      var changed = bytes
      changed[place] = wrong[place % wrong.count]
      _ = try? CatalogSnapshot.decode(changed)
    }
  }

  @Test func deepNestingIsAnError() {
    let deep = String(repeating: "[", count: 100_000)
    guard case .damaged(_, _, let message) = error(Self.valid.replacingOccurrences(of: "\"public.mood\"}", with: "\(deep)}")) else {
      Issue.record("accepted")
      return
    }
    #expect(message.contains("nested deeper"))
  }
}
