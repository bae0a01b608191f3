/// `to_char` of numbers. Source: PostgreSQL "Template Patterns for Numeric Formatting"; each pattern and many combinations tried on
/// PostgreSQL 15. L is a blank, as under lc_monetary C.
extension ExtensionPack {
  static let numberFormats: [ExtensionFunction] = [
    ExtensionFunction(
      "roman", "n BIGINT", returns: "VARCHAR(15)", standsFor: "RN of to_char",
      """
      RETURN IF(COALESCE(n, 1) BETWEEN 1 AND 3999, CONCAT(REPEAT('M', n DIV 1000),
        ELT(n DIV 100 % 10 + 1, '', 'C', 'CC', 'CCC', 'CD', 'D', 'DC', 'DCC', 'DCCC', 'CM'),
        ELT(n DIV 10 % 10 + 1, '', 'X', 'XX', 'XXX', 'XL', 'L', 'LX', 'LXX', 'LXXX', 'XC'),
        ELT(n % 10 + 1, '', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX')), REPEAT('#', 15))
      """),
    ExtensionFunction(
      "number_to_char", "magnitude DECIMAL(65,30), is_negative BOOLEAN, format LONGTEXT, most INT", returns: "LONGTEXT", standsFor: "to_char of a number",
      #"""
      BEGIN
        DECLARE result, token, number LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin DEFAULT '';
        DECLARE pattern VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin DEFAULT '^(EEEE|eeee|FM|fm|MI|mi|PL|pl|PR|pr|RN|rn|SG|sg|SP|sp|TH|th|[,.09BbCcDdGgLlSsVv]|"([^"\\\\]|\\\\.)*("|$)|\\\\"|.)';
        DECLARE place INT DEFAULT 1;
        DECLARE pre, post, multi, zero_start, zero_end, pre_sign, blanks, last, at, current, total, finish INT DEFAULT 0;
        DECLARE fm, point, has_zero, times, minus, plus, bracket, is_roman, exponent, wrote, inside BOOLEAN DEFAULT FALSE;
        DECLARE lsign VARCHAR(4) DEFAULT '';
        DECLARE sign VARCHAR(1) DEFAULT '+';
        DECLARE value DECIMAL(65,30);
        IF magnitude IS NULL OR format IS NULL THEN RETURN NULL; END IF;
        WHILE place <= CHAR_LENGTH(format) DO
          SET token = REGEXP_SUBSTR(SUBSTRING(format, place), pattern, 1, 1, 'cn'), place = place + CHAR_LENGTH(token);
          CASE token
            WHEN '9' THEN IF times THEN SET multi = multi + 1; ELSEIF point THEN SET post = post + 1; ELSE SET pre = pre + 1; END IF;
            WHEN '0' THEN
              IF NOT has_zero AND NOT point THEN SET has_zero = TRUE, zero_start = pre; END IF;
              IF point THEN SET post = post + 1; ELSE SET pre = pre + 1; END IF;
              SET zero_end = pre + post;
            WHEN '.' THEN SET point = TRUE;
            ELSE
              CASE UPPER(token)
                WHEN 'D' THEN SET point = TRUE;
                WHEN 'FM' THEN SET fm = TRUE;
                WHEN 'S' THEN IF NOT point THEN SET lsign = 'pre', pre_sign = pre; ELSEIF lsign = '' THEN SET lsign = 'post'; END IF;
                WHEN 'MI' THEN SET minus = TRUE;
                WHEN 'PL' THEN SET plus = TRUE;
                WHEN 'SG' THEN SET minus = TRUE, plus = TRUE;
                WHEN 'PR' THEN SET bracket = TRUE;
                WHEN 'RN' THEN SET is_roman = TRUE;
                WHEN 'V' THEN SET times = TRUE;
                WHEN 'EEEE' THEN SET exponent = TRUE;
                ELSE BEGIN END;
              END CASE;
          END CASE;
        END WHILE;
        IF is_roman THEN
          SET number = @roman(IF(is_negative, -1, 1) * ROUND(magnitude));
        ELSEIF exponent THEN
          SET number = SUBSTRING_INDEX(CAST(magnitude AS CHAR), '.', 1);
          IF number <> '0' THEN
            SET multi = CHAR_LENGTH(number) - 1;
          ELSEIF magnitude <> 0 THEN
            SET number = SUBSTRING_INDEX(CAST(magnitude AS CHAR), '.', -1);
            SET multi = CHAR_LENGTH(TRIM(LEADING '0' FROM number)) - CHAR_LENGTH(number) - 1;
          END IF;
          SET value = ROUND(magnitude * CAST(CONCAT('1e', GREATEST(-multi, 0)) AS DECIMAL(65,30)) / CAST(CONCAT('1e', GREATEST(multi, 0)) AS DECIMAL(65,0)), post);
          SET number = CAST(value AS CHAR);
          SET number = IF(post > 0, LEFT(number, CHAR_LENGTH(number) - 30 + post), SUBSTRING_INDEX(number, '.', 1));
          RETURN CONCAT(IF(is_negative, '-', ' '), number, 'e', IF(multi < 0, '-', '+'), IF(ABS(multi) < 10, '0', ''), ABS(multi));
        ELSE
          SET value = magnitude * CAST(CONCAT('1e', multi) AS DECIMAL(65,0)), pre = pre + multi;
          SET post = LEAST(post, most);
          SET number = CAST(ROUND(value, post) AS CHAR);
          SET number = IF(post > 0, CONCAT(SUBSTRING_INDEX(number, '.', 1), '.', LEFT(SUBSTRING_INDEX(number, '.', -1), post)), SUBSTRING_INDEX(number, '.', 1));
          SET sign = IF(is_negative AND (most < 20 OR ROUND(value, post) <> 0), '-', '+'), blanks = GREATEST(pre - CHAR_LENGTH(SUBSTRING_INDEX(number, '.', 1)), 0);
          IF CHAR_LENGTH(SUBSTRING_INDEX(number, '.', 1)) > pre THEN SET number = CONCAT(REPEAT('#', pre), '.', REPEAT('#', post)); END IF;
        END IF;
        IF plus OR minus THEN
          SET wrote = minus;
        ELSE
          IF sign = '+' AND fm THEN SET bracket = FALSE; END IF;
          SET wrote = sign = '+' AND fm AND lsign = '';
          IF lsign = 'pre' AND pre = pre_sign THEN SET lsign = 'post'; END IF;
        END IF;
        SET total = post + pre - 1;
        IF fm AND point AND LOCATE('.', number) > 0 THEN
          SET last = GREATEST(CHAR_LENGTH(TRIM(TRAILING '0' FROM number)), LOCATE('.', number));
          IF zero_end > blanks THEN SET last = GREATEST(last, LEAST(CHAR_LENGTH(number), zero_end - blanks + 1)); END IF;
        END IF;
        IF NOT wrote AND blanks = 0 THEN SET total = total + 1; END IF;
        SET place = 1, at = 1;
        WHILE place <= CHAR_LENGTH(format) DO
          SET token = REGEXP_SUBSTR(SUBSTRING(format, place), pattern, 1, 1, 'cn'), place = place + CHAR_LENGTH(token);
          CASE
            WHEN token IN ('9', '0', '.', 'D', 'd') THEN
              IF NOT is_roman THEN
                SET inside = FALSE;
                IF NOT wrote AND (current >= blanks OR (has_zero AND zero_start = current))
                  AND (NOT (NOT has_zero AND at = 1 AND LEFT(number, 1) = '0' AND post <> 0) OR (last > 0 AND SUBSTRING(number, last, 1) = '.')) THEN
                  IF lsign <> '' THEN
                    IF lsign = 'pre' THEN SET result = CONCAT(result, sign), wrote = TRUE; END IF;
                  ELSEIF bracket THEN
                    SET result = CONCAT(result, IF(sign = '+', ' ', '<')), wrote = TRUE;
                  ELSEIF sign = '+' THEN
                    SET result = CONCAT(result, IF(fm, '', ' ')), wrote = TRUE;
                  ELSE
                    SET result = CONCAT(result, '-'), wrote = TRUE;
                  END IF;
                END IF;
                IF current < blanks AND (zero_start > current OR NOT has_zero) THEN
                  SET result = CONCAT(result, IF(fm, '', ' '));
                ELSEIF has_zero AND current < blanks AND zero_start <= current THEN
                  SET result = CONCAT(result, '0'), inside = TRUE;
                ELSE
                  IF SUBSTRING(number, at, 1) = '.' THEN
                    IF last = 0 OR SUBSTRING(number, last, 1) <> '.' OR fm THEN SET result = CONCAT(result, '.'); END IF;
                  ELSEIF last > 0 AND at > last AND token <> '0' THEN
                    BEGIN END;
                  ELSEIF NOT has_zero AND at = 1 AND LEFT(number, 1) = '0' AND post <> 0 THEN
                    IF NOT fm THEN SET result = CONCAT(result, ' ');
                    ELSEIF last > 0 AND SUBSTRING(number, last, 1) = '.' THEN SET result = CONCAT(result, '0'); END IF;
                  ELSEIF at > CHAR_LENGTH(number) THEN
                    RETURN result;
                  ELSE
                    SET result = CONCAT(result, SUBSTRING(number, at, 1)), inside = TRUE;
                  END IF;
                  IF at <= CHAR_LENGTH(number) THEN SET at = at + 1; END IF;
                END IF;
                SET finish = total + (blanks > 0) + point;
                IF last > 0 AND last = at THEN SET finish = current; END IF;
                IF current + 1 = finish THEN
                  IF wrote AND bracket THEN SET result = CONCAT(result, IF(sign = '+', ' ', '>'));
                  ELSEIF lsign = 'post' THEN SET result = CONCAT(result, sign); END IF;
                END IF;
                SET current = current + 1;
              END IF;
            WHEN token IN (',', 'G', 'g') THEN SET result = CONCAT(result, IF(inside, ',', IF(fm, '', ' ')));
            WHEN token IN ('L', 'l') THEN SET result = CONCAT(result, ' ');
            WHEN token IN ('RN', 'rn') THEN SET result = CONCAT(result, IF(fm, '', REPEAT(' ', 15 - CHAR_LENGTH(number))), IF(token = 'rn', LOWER(number), number));
            WHEN token IN ('TH', 'th') THEN
              IF NOT (is_roman OR LEFT(number, 1) = '#' OR sign = '-' OR point) THEN
                SET number = CONCAT('0', number);
                SET result = CONCAT(result, IF(token = 'th', LOWER(IF(SUBSTRING(number, -2, 1) = '1', 'TH', CASE RIGHT(number, 1) WHEN '1' THEN 'ST' WHEN '2' THEN 'ND' WHEN '3' THEN 'RD' ELSE 'TH' END)),
                  IF(SUBSTRING(number, -2, 1) = '1', 'TH', CASE RIGHT(number, 1) WHEN '1' THEN 'ST' WHEN '2' THEN 'ND' WHEN '3' THEN 'RD' ELSE 'TH' END)));
                SET number = SUBSTRING(number, 2);
              END IF;
            WHEN token IN ('MI', 'mi') THEN SET result = CONCAT(result, IF(sign = '-', '-', IF(fm, '', ' ')));
            WHEN token IN ('PL', 'pl') THEN SET result = CONCAT(result, IF(sign = '+', '+', IF(fm, '', ' ')));
            WHEN token IN ('SG', 'sg') THEN SET result = CONCAT(result, sign);
            WHEN token IN ('S', 's', 'V', 'v', 'B', 'b', 'C', 'c', 'FM', 'fm', 'PR', 'pr', 'SP', 'sp', 'EEEE', 'eeee') THEN BEGIN END;
            WHEN token = '\\"' THEN SET result = CONCAT(result, '"');
            WHEN LEFT(token, 1) = '"' THEN
              SET token = SUBSTRING(token, 2);
              SET token = IF(token REGEXP '^([^"\\\\]|\\\\.)*"$', LEFT(token, CHAR_LENGTH(token) - 1), token);
              SET result = CONCAT(result, REGEXP_REPLACE(token, '\\\\(.)', '$1', 1, 0, 'n'));
            ELSE SET result = CONCAT(result, token);
          END CASE;
        END WHILE;
        RETURN result;
      END
      """#),
    ExtensionFunction(
      "numeric_to_char", "value DECIMAL(65,30), format LONGTEXT", returns: "LONGTEXT", standsFor: "to_char(numeric,text)",
      """
      RETURN @number_to_char(ABS(value), value < 0, format, 99)
      """),
    ExtensionFunction(
      "float8_fixed", "x DOUBLE, digits INT", returns: "DECIMAL(65,30)", standsFor: "a double precision rounded as printf does",
      """
      BEGIN
        DECLARE power, count INT DEFAULT FLOOR(LOG2(GREATEST(x, 1e-300))) - 52;
        DECLARE whole, half, quotient, rest DECIMAL(65,0) DEFAULT 1;
        IF x IS NULL OR x < 1e-16 THEN RETURN x * 0; END IF;
        IF x >= 1e35 THEN SIGNAL SQLSTATE '22003' SET MYSQL_ERRNO = 1690, MESSAGE_TEXT = 'the value has more than 35 digits before the point'; END IF;
        SET whole = CAST(x * POW(2, -power) AS DECIMAL(65,0)), count = ABS(power);
        WHILE count > 0 DO SET half = half * 2, count = count - 1; END WHILE;
        IF power >= 0 THEN RETURN whole * half; END IF;
        SET whole = whole * CAST(CONCAT('1e', digits) AS DECIMAL(65,0)), quotient = TRUNCATE(whole / half, 0), rest = whole - quotient * half;
        IF rest < 0 THEN SET quotient = quotient - 1, rest = rest + half; END IF;
        IF rest * 2 > half OR (rest * 2 = half AND quotient % 2 = 1) THEN SET quotient = quotient + 1; END IF;
        RETURN CAST(CONCAT(quotient, 'e-', digits) AS DECIMAL(65,30));
      END
      """),
    ExtensionFunction(
      "float8_to_char", "x DOUBLE, format LONGTEXT", returns: "LONGTEXT", standsFor: "to_char(double precision,text)",
      #"""
      BEGIN
        DECLARE bare LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin DEFAULT REGEXP_SUBSTR(REGEXP_REPLACE(format, '"([^"\\\\]|\\\\.)*("|$)', '', 1, 0, 'n'), '[.Dd].*', 1, 1, 'n');
        DECLARE most INT DEFAULT LEAST(CHAR_LENGTH(REGEXP_REPLACE(COALESCE(bare, ''), '[^09]', '', 1, 0, 'n')), GREATEST(15 - CHAR_LENGTH(TRUNCATE(@float8_fixed(LEAST(ABS(x), IF(CHAR_LENGTH(format) < 35, 9e34, 1e308)), 0), 0)), 0));
        RETURN @number_to_char(@float8_fixed(LEAST(ABS(x), IF(CHAR_LENGTH(format) < 35, 9e34, 1e308)), most), LEFT(CAST(x AS CHAR), 1) = '-', format, most);
      END
      """#),
  ]
}
