/// Arithmetic that MySQL has no function for, and PostgreSQL's digits of a quotient.
extension ExtensionPack {
  static let numbers: [ExtensionFunction] = arithmetic + floats + numberFormats + arrayTexts

  private static let arithmetic: [ExtensionFunction] = [
    // At least 16 significant digits, in groups of four, and no fewer after the point than the operands have ("Numeric Types").
    ExtensionFunction(
      "numeric_div", "a DECIMAL(65,30), a_scale INT, b DECIMAL(65,30), b_scale INT", returns: "DECIMAL(65,30)", standsFor: "numeric / numeric",
      """
      BEGIN
        DECLARE x, y DECIMAL(65,0);
        DECLARE q, rest DECIMAL(65,30);
        DECLARE a_weight, b_weight, a_first, b_first, scale, place INT;
        DECLARE digits VARCHAR(70);
        IF a IS NULL OR b IS NULL OR b = 0 THEN RETURN NULL; END IF;
        IF a = 0 THEN RETURN 0; END IF;
      \(firstGroup(of: "a"))
      \(firstGroup(of: "b"))
        SET scale = GREATEST(16 - 4 * (a_weight - b_weight - (a_first <= b_first)), a_scale, b_scale, 0);
        IF scale > 30 THEN SIGNAL SQLSTATE '22003' SET MYSQL_ERRNO = 1690, MESSAGE_TEXT = 'the quotient has more than 30 digits after the point'; END IF;
        SET place = GREATEST(a_scale, b_scale);
        SET y = CAST(CONCAT('1', REPEAT('0', place)) AS DECIMAL(65,0));
        SET x = ABS(a) * y, y = ABS(b) * y;
        IF x >= 1e35 THEN SIGNAL SQLSTATE '22003' SET MYSQL_ERRNO = 1690, MESSAGE_TEXT = 'the dividend has more than 35 digits'; END IF;
        SET q = TRUNCATE(CAST(x AS DECIMAL(65,30)) / y, scale);
        SET rest = x - q * y;
        IF rest < 0 THEN SET q = q - CAST(CONCAT('1e-', scale) AS DECIMAL(65,30)), rest = x - q * y; END IF;
        IF 2 * rest >= y * CAST(CONCAT('1e-', scale) AS DECIMAL(65,30)) THEN SET q = q + CAST(CONCAT('1e-', scale) AS DECIMAL(65,30)); END IF;
        RETURN IF((a < 0) = (b < 0), q, -q);
      END
      """),
    // "Numeric Types": digits with a point and an exponent, white space around them. NaN and infinity have no DECIMAL.
    ExtensionFunction(
      "numeric_in", "s LONGTEXT", returns: "DECIMAL(65,30)", standsFor: "text::numeric",
      """
      BEGIN
        DECLARE n DECIMAL(65,30);
        IF s IS NULL THEN RETURN NULL; END IF;
        IF NOT REGEXP_LIKE(s, '^[ \\\\t\\\\n\\\\x0B\\\\f\\\\r]*[-+]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][-+]?[0-9]+)?[ \\\\t\\\\n\\\\x0B\\\\f\\\\r]*$', 'c') THEN
          SIGNAL SQLSTATE '22018' SET MYSQL_ERRNO = 1366, MESSAGE_TEXT = 'invalid input syntax for type numeric';
        END IF;
        SET s = REGEXP_REPLACE(s, '[ \\\\t\\\\n\\\\x0B\\\\f\\\\r]', '');
        SET n = CAST(CONCAT(s) AS DECIMAL(65,30));
        IF ABS(n) >= 99999999999999999999999999999999999 THEN
          SIGNAL SQLSTATE '22003' SET MYSQL_ERRNO = 1690, MESSAGE_TEXT = 'the number has more than 35 digits before the point';
        END IF;
        RETURN n;
      END
      """),
    ExtensionFunction(
      "float8_in", "s LONGTEXT", returns: "DOUBLE", standsFor: "text::float8",
      """
      BEGIN
        DECLARE x DOUBLE;
        IF s IS NULL THEN RETURN NULL; END IF;
        IF NOT REGEXP_LIKE(s, '^[ \\\\t\\\\n\\\\x0B\\\\f\\\\r]*[-+]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][-+]?[0-9]+)?[ \\\\t\\\\n\\\\x0B\\\\f\\\\r]*$', 'c') THEN
          SIGNAL SQLSTATE '22018' SET MYSQL_ERRNO = 1366, MESSAGE_TEXT = 'invalid input syntax for type double precision';
        END IF;
        SET s = REGEXP_REPLACE(s, '[ \\\\t\\\\n\\\\x0B\\\\f\\\\r]', '');
        SET x = CAST(CONCAT(s) AS DOUBLE);
        IF ABS(x) >= 1.7976931348623157e308 AND NOT REGEXP_LIKE(s, '^[-+]?1[.]7976931348623157[eE][+]?308$', 'c') OR x = 0 AND REGEXP_LIKE(s, '^[-+]?[0.]*[1-9]', 'c') THEN
          SIGNAL SQLSTATE '22003' SET MYSQL_ERRNO = 1690, MESSAGE_TEXT = 'the number is out of range for type double precision';
        END IF;
        RETURN x;
      END
      """),
    ExtensionFunction(
      "gcd", "a BIGINT, b BIGINT", returns: "BIGINT", standsFor: "gcd(bigint,bigint)",
      """
      BEGIN
        DECLARE rest BIGINT;
        IF a IS NULL OR b IS NULL THEN RETURN NULL; END IF;
        WHILE b <> 0 DO
          SET rest = a % b, a = b, b = rest;
        END WHILE;
        RETURN ABS(a);
      END
      """),
    ExtensionFunction(
      "lcm", "a BIGINT, b BIGINT", returns: "BIGINT", standsFor: "lcm(bigint,bigint)",
      "RETURN IF(a IS NULL OR b IS NULL, NULL, IF(a = 0 OR b = 0, 0, ABS(a DIV @gcd(a, b) * b)))"),
    ExtensionFunction(
      "factorial", "n BIGINT", returns: "DECIMAL(65,0)", standsFor: "factorial(bigint)",
      """
      BEGIN
        DECLARE result DECIMAL(65,0) DEFAULT 1;
        IF n IS NULL OR n < 0 THEN RETURN NULL; END IF;
        IF n > 49 THEN SIGNAL SQLSTATE '22003' SET MYSQL_ERRNO = 1690, MESSAGE_TEXT = 'the factorial has more than 65 digits'; END IF;
        WHILE n > 1 DO
          SET result = result * n, n = n - 1;
        END WHILE;
        RETURN result;
      END
      """),
  ]

  /// The first group of four digits of a number that is not 0, and that group's place: 0 before the point, -1 after it.
  private static func firstGroup(of operand: String) -> String {
    """
      SET digits = CAST(TRUNCATE(ABS(\(operand)), 0) AS CHAR);
      IF digits <> '0' THEN
        SET \(operand)_weight = (CHAR_LENGTH(digits) - 1) DIV 4, \(operand)_first = LEFT(digits, CHAR_LENGTH(digits) - 4 * \(operand)_weight);
      ELSE
        SET digits = CONCAT(SUBSTRING_INDEX(CAST(ABS(\(operand)) AS CHAR), '.', -1), '00');
        SET place = (CHAR_LENGTH(digits) - CHAR_LENGTH(TRIM(LEADING '0' FROM digits))) DIV 4;
        SET \(operand)_weight = -1 - place, \(operand)_first = SUBSTRING(digits, 4 * place + 1, 4);
      END IF;
    """
  }
}
