import PostgresCatalog

/// Numbers ("Numeric Types").
extension LiteralInput {
  func number(_ text: [UInt8], _ type: OID) -> LiteralProblem? {
    switch type {
    case .int2: integer(text, "smallint", Int16.self)
    case .int4: integer(text, "integer", Int32.self)
    case .int8: integer(text, "bigint", Int64.self)
    case .oid: isSigned(Self.trimmed(text)) ? nil : Self.syntax("oid", text)
    case .numeric: isNumeric(text) ? nil : Self.syntax("numeric", text)
    case .float4: float(text, "real") { Float(String($0)).map { !$0.isFinite || $0 == 0 } }
    case .float8: float(text, "double precision") { Double(String($0)).map { !$0.isFinite || $0 == 0 } }
    case .money: text.contains(where: Self.isDigit) ? nil : Self.syntax("money", text)
    case .point: isPoint(text) ? nil : Self.syntax("point", text)
    default: nil
    }
  }

  /// A sign and digits, white space around them (`pg_strtoint32`).
  private func integer<Value: FixedWidthInteger>(_ text: [UInt8], _ name: String, _: Value.Type) -> LiteralProblem? {
    let digits = Self.trimmed(text)
    guard isSigned(digits) else { return Self.syntax(name, text) }
    if Value(Self.shown(digits)) != nil { return nil }
    return LiteralProblem(sqlstate: "22003", message: "value \"\(Self.shown(text))\" is out of range for type \(name)")
  }

  private func isSigned(_ text: ArraySlice<UInt8>) -> Bool {
    var digits = text
    if let sign = digits.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { digits.removeFirst() }
    return !digits.isEmpty && digits.allSatisfy(Self.isDigit)
  }

  private func isNumeric(_ text: [UInt8]) -> Bool {
    let slice = Self.trimmed(text)
    return isDecimal(slice) || isSpecial(slice)
  }

  /// NaN and the infinities.
  private func isSpecial(_ text: ArraySlice<UInt8>) -> Bool {
    let word = Self.shown(text).lowercased()
    let unsigned = word.hasPrefix("-") || word.hasPrefix("+") ? String(word.dropFirst()) : word
    return word == "nan" || unsigned == "infinity" || unsigned == "inf"
  }

  /// `-1.5e+3`.
  private func isDecimal(_ text: ArraySlice<UInt8>) -> Bool {
    var rest = text
    func digits() -> Int {
      let count = rest.prefix(while: Self.isDigit).count
      rest.removeFirst(count)
      return count
    }
    func sign() { if let byte = rest.first, byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") { rest.removeFirst() } }
    sign()
    var count = digits()
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      count += digits()
    }
    guard count > 0 else { return false }
    if let letter = rest.first, letter | 0x20 == UInt8(ascii: "e") {
      rest.removeFirst()
      sign()
      guard digits() > 0 else { return false }
    }
    return rest.isEmpty
  }

  /// - Parameter isLost: Whether a number, read as the type, has overflown or is 0; nil for text that is none.
  private func float(_ text: [UInt8], _ name: String, _ isLost: (Substring) -> Bool?) -> LiteralProblem? {
    let slice = Self.trimmed(text)
    if isSpecial(slice) || Self.shown(slice).lowercased().contains("0x") { return nil }
    guard isDecimal(slice) else { return Self.syntax(name, text) }
    let mantissa = slice.prefix { $0 | 0x20 != UInt8(ascii: "e") }
    let isZero = !mantissa.contains { (0x31...0x39).contains($0) }
    guard !isZero, isLost(Self.shown(slice)[...]) == true else { return nil }
    return LiteralProblem(sqlstate: "22003", message: "\"\(Self.shown(text))\" is out of range for type \(name)")
  }

  /// `(x,y)` or `x,y`.
  private func isPoint(_ text: [UInt8]) -> Bool {
    var rest = Self.trimmed(text)
    if rest.first == UInt8(ascii: "(") {
      guard rest.last == UInt8(ascii: ")"), rest.count > 1 else { return false }
      rest = rest.dropFirst().dropLast()
    }
    let parts = rest.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { isNumeric(Array($0)) }
  }
}
