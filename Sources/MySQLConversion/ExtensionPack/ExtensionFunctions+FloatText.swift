/// Floating-point numbers as text and as numeric values. MySQL writes the same shortest digits as PostgreSQL, in another form; PostgreSQL
/// takes no digits that lie exactly halfway between two numbers, and reads 15 digits (6 of a real) into a numeric.
extension ExtensionPack {
  static let floats: [ExtensionFunction] = [
    ExtensionFunction(
      "float8_out", "x DOUBLE", returns: "VARCHAR(40)", standsFor: "double precision::text",
      """
      BEGIN
        DECLARE body VARCHAR(400) DEFAULT CAST(ABS(x) AS CHAR);
        DECLARE sign VARCHAR(1) DEFAULT IF(LEFT(CAST(x AS CHAR), 1) = '-', '-', '');
        DECLARE digits VARCHAR(400) DEFAULT '';
        DECLARE power, count INT DEFAULT 0;
        DECLARE whole, near, step DECIMAL(65,0) DEFAULT 1;
        IF x IS NULL OR x = 0 OR (ABS(x) >= 1e-4 AND ABS(x) < 1e15 AND LOCATE('e', body) = 0) THEN RETURN CONCAT(sign, body); END IF;
      \(digitsAndPower)
        -- A number halfway between two doubles is no text of either.
        IF ABS(x) >= 9007199254740992 AND ABS(x) < 1e45 THEN
          SET whole = CAST(ABS(x) / POW(2, FLOOR(LOG2(ABS(x))) - 52) AS DECIMAL(65,0)), count = FLOOR(LOG2(ABS(x))) - 52;
          WHILE count > 0 DO SET step = step * 2, count = count - 1; END WHILE;
          SET whole = whole * step, count = CHAR_LENGTH(digits);
          SET near = CAST(CONCAT(digits, REPEAT('0', power + 1 - count)) AS DECIMAL(65,0));
          WHILE count < 17 AND ABS(near - whole) * 2 = step DO
            SET count = count + 1, near = ROUND(whole, count - 1 - power);
          END WHILE;
          SET digits = TRIM(TRAILING '0' FROM CAST(near AS CHAR));
        END IF;
      \(smallNumber)
        IF power BETWEEN 0 AND 14 THEN RETURN CONCAT(sign, LEFT(digits, power + 1), '.', SUBSTRING(digits, power + 2)); END IF;
      \(exponentForm)
      END
      """),
    ExtensionFunction(
      "float4_out", "x DOUBLE", returns: "VARCHAR(40)", standsFor: "real::text",
      """
      BEGIN
        DECLARE digits VARCHAR(400) DEFAULT CAST(ABS(x) AS CHAR);
        DECLARE sign VARCHAR(1) DEFAULT IF(LEFT(CAST(x AS CHAR), 1) = '-', '-', '');
        DECLARE power INT DEFAULT 0;
        DECLARE count INT DEFAULT 1;
        DECLARE near, step, value DOUBLE;
        DECLARE low, mantissa DECIMAL(30,20);
        IF x IS NULL OR x = 0 THEN RETURN CONCAT(sign, digits); END IF;
        IF LOCATE('e', digits) > 0 THEN
          SET power = CAST(SUBSTRING_INDEX(digits, 'e', -1) AS SIGNED), digits = REPLACE(SUBSTRING_INDEX(digits, 'e', 1), '.', '');
        ELSEIF ABS(x) < 1 THEN
          SET power = CHAR_LENGTH(TRIM(LEADING '0' FROM SUBSTRING(digits, 3))) - CHAR_LENGTH(digits) + 1, digits = TRIM(LEADING '0' FROM SUBSTRING(digits, 3));
        ELSE
          SET power = CHAR_LENGTH(SUBSTRING_INDEX(digits, '.', 1)) - 1, digits = REPLACE(digits, '.', '');
        END IF;
        SET value = ABS(x), step = POW(2, FLOOR(LOG2(ABS(x))) - 23), mantissa = CAST(CONCAT(LEFT(digits, 1), '.', SUBSTRING(digits, 2)) AS DECIMAL(30,20));
        search: LOOP
          -- Halfway goes to the even digit; a number halfway between two floats is no text of either.
          SET low = ROUND(mantissa, count - 1);
          IF low - mantissa = CAST(CONCAT('5e-', count) AS DECIMAL(30,20)) AND MOD(low * CAST(CONCAT('1e', count - 1) AS DECIMAL(30,0)), 2) = 1 THEN
            SET low = low - CAST(CONCAT('1e-', count - 1) AS DECIMAL(30,20));
          END IF;
          SET near = CAST(CONCAT(low, 'e', power) AS DOUBLE);
          IF count >= 9 OR (CAST(near AS FLOAT) = value AND ABS(near - value) * 2 < step AND (near > value OR value <> step * 8388608 OR ABS(near - value) * 4 < step)) THEN LEAVE search; END IF;
          SET count = count + 1;
        END LOOP;
        IF low >= 10 THEN SET low = low / 10, power = power + 1; END IF;
        SET digits = TRIM(TRAILING '0' FROM REPLACE(CAST(low AS CHAR), '.', ''));
      \(smallNumber)
        IF power BETWEEN 0 AND 5 THEN
          SET digits = RPAD(digits, GREATEST(CHAR_LENGTH(digits), power + 1), '0');
          RETURN CONCAT(sign, LEFT(digits, power + 1), IF(CHAR_LENGTH(digits) > power + 1, '.', ''), SUBSTRING(digits, power + 2));
        END IF;
      \(exponentForm)
      END
      """),
    ExtensionFunction(
      "float_numeric", "x DOUBLE, kept INT", returns: "DECIMAL(65,30)", standsFor: "double precision::numeric",
      """
      BEGIN
        DECLARE body VARCHAR(400) DEFAULT CAST(ABS(x) AS CHAR);
        DECLARE digits VARCHAR(400) DEFAULT '';
        DECLARE power, shift, place INT DEFAULT 0;
        DECLARE above BOOLEAN DEFAULT FALSE;
        DECLARE m, t DECIMAL(65,0);
        IF x IS NULL OR x = 0 THEN RETURN x; END IF;
        IF ABS(x) >= 1e35 THEN SIGNAL SQLSTATE '22003' SET MYSQL_ERRNO = 1690, MESSAGE_TEXT = 'the value has more than 35 digits before the point'; END IF;
      \(digitsAndPower)
        IF CHAR_LENGTH(digits) > kept THEN
          SET above = SUBSTRING(digits, kept + 1) >= '5';
          IF SUBSTRING(digits, kept + 1) = '5' AND power > -30 THEN
            SET m = 1, t = CAST(digits AS DECIMAL(65,0)), shift = 52 - FLOOR(LOG2(ABS(x)));
            SET m = CAST(ABS(x) * POW(2, shift) AS DECIMAL(65,0));
            SET place = ABS(shift);
            WHILE place > 0 DO
              IF shift > 0 THEN SET t = t * 2; ELSE SET m = m * 2; END IF;
              SET place = place - 1;
            END WHILE;
            IF power < kept THEN
              SET m = m * CAST(CONCAT('1', REPEAT('0', kept - power)) AS DECIMAL(65,0));
            ELSE
              SET t = t * CAST(CONCAT('1', REPEAT('0', power - kept)) AS DECIMAL(65,0));
            END IF;
            SET above = m > t OR (m = t AND RIGHT(LEFT(digits, kept), 1) IN ('1', '3', '5', '7', '9'));
          END IF;
          SET t = CAST(LEFT(digits, kept) AS DECIMAL(65,0)) + above, power = power - kept + 1;
        ELSE
          SET t = CAST(digits AS DECIMAL(65,0)), power = power - CHAR_LENGTH(digits) + 1;
        END IF;
        RETURN CAST(CONCAT(IF(x < 0, '-', ''), t, 'e', power) AS DECIMAL(65,30));
      END
      """),
  ]

  /// The significant digits of `body`, which is MySQL's text of a number's magnitude, and the power of ten of the first.
  private static let digitsAndPower = """
      IF LOCATE('e', body) > 0 THEN
        SET power = CAST(SUBSTRING_INDEX(body, 'e', -1) AS SIGNED), digits = REPLACE(SUBSTRING_INDEX(body, 'e', 1), '.', '');
      ELSEIF ABS(x) < 1 THEN
        SET digits = TRIM(LEADING '0' FROM SUBSTRING(body, 3)), power = CHAR_LENGTH(digits) - CHAR_LENGTH(body) + 1;
      ELSE
        SET power = CHAR_LENGTH(SUBSTRING_INDEX(body, '.', 1)) - 1, digits = TRIM(TRAILING '0' FROM REPLACE(body, '.', ''));
      END IF;
    """

  /// PostgreSQL writes numbers down to 0.0001 without an exponent.
  private static let smallNumber = """
      IF power BETWEEN -4 AND -1 THEN RETURN CONCAT(sign, '0.', REPEAT('0', -1 - power), digits); END IF;
    """

  /// `1.5e+20`.
  private static let exponentForm = """
      RETURN CONCAT(sign, LEFT(digits, 1), IF(CHAR_LENGTH(digits) > 1, '.', ''), SUBSTRING(digits, 2), 'e', IF(power < 0, '-', '+'), IF(ABS(power) < 10, '0', ''), ABS(power));
    """
}
