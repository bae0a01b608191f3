/// Intervals as text, as PostgreSQL prints them: `1 year 2 mons -3 days +04:05:06.7`.
extension ExtensionPack {
  static let intervals: [ExtensionFunction] = intervalValues + intervalReading

  private static let intervalValues: [ExtensionFunction] = [
    ExtensionFunction(
      "interval_months", "value VARCHAR(255)", returns: "BIGINT", standsFor: "the months of an interval",
      """
      RETURN IF(value IS NULL, NULL, IF(LOCATE(' year', value) > 0, CAST(SUBSTRING_INDEX(value, ' year', 1) AS SIGNED) * 12, 0)
        + IF(LOCATE(' mon', value) > 0, CAST(SUBSTRING_INDEX(SUBSTRING_INDEX(value, ' mon', 1), ' ', -1) AS SIGNED), 0))
      """),
    ExtensionFunction(
      "interval_days", "value VARCHAR(255)", returns: "BIGINT", standsFor: "the days of an interval",
      """
      RETURN IF(value IS NULL, NULL, IF(LOCATE(' day', value) > 0, CAST(SUBSTRING_INDEX(SUBSTRING_INDEX(value, ' day', 1), ' ', -1) AS SIGNED), 0))
      """),
    ExtensionFunction(
      "interval_microseconds", "value VARCHAR(255)", returns: "BIGINT", standsFor: "the time of an interval",
      """
      BEGIN
        DECLARE clock VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin DEFAULT SUBSTRING_INDEX(value, ' ', -1);
        DECLARE total BIGINT;
        IF value IS NULL THEN RETURN NULL; END IF;
        IF LOCATE(':', clock) = 0 THEN RETURN 0; END IF;
        SET total = CAST(TRIM(LEADING '+' FROM TRIM(LEADING '-' FROM SUBSTRING_INDEX(clock, ':', 1))) AS SIGNED) * 3600000000
          + CAST(SUBSTRING_INDEX(SUBSTRING_INDEX(clock, ':', 2), ':', -1) AS SIGNED) * 60000000
          + CAST(CAST(SUBSTRING_INDEX(clock, ':', -1) AS DECIMAL(8, 6)) * 1000000 AS SIGNED);
        RETURN IF(LEFT(clock, 1) = '-', -total, total);
      END
      """),
    ExtensionFunction(
      "interval_out", "months BIGINT, days BIGINT, microseconds BIGINT", returns: "VARCHAR(255)", standsFor: "interval::text",
      """
      BEGIN
        DECLARE result VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin DEFAULT '';
        DECLARE years, rest BIGINT;
        DECLARE is_before BOOLEAN DEFAULT FALSE;
        IF months IS NULL OR days IS NULL OR microseconds IS NULL THEN RETURN NULL; END IF;
        IF months NOT BETWEEN -2147483648 AND 2147483647 OR days NOT BETWEEN -2147483648 AND 2147483647 THEN SIGNAL SQLSTATE '22008' SET MESSAGE_TEXT = 'interval out of range'; END IF;
        SET years = months DIV 12, rest = months % 12;
        IF years <> 0 THEN
          SET result = CONCAT(years, IF(years = 1, ' year', ' years')), is_before = years < 0;
        END IF;
        IF rest <> 0 THEN
          SET result = CONCAT(result, IF(result = '', '', ' '), IF(is_before AND rest > 0, '+', ''), rest, IF(rest = 1, ' mon', ' mons')), is_before = rest < 0;
        END IF;
        IF days <> 0 THEN
          SET result = CONCAT(result, IF(result = '', '', ' '), IF(is_before AND days > 0, '+', ''), days, IF(days = 1, ' day', ' days')), is_before = days < 0;
        END IF;
        IF result = '' OR microseconds <> 0 THEN
          SET rest = ABS(microseconds);
          SET result = CONCAT(result, IF(result = '', '', ' '), IF(microseconds < 0, '-', IF(is_before, '+', '')),
            IF(rest < 360000000000, LPAD(rest DIV 3600000000, 2, '0'), rest DIV 3600000000), ':', LPAD(rest DIV 60000000 % 60, 2, '0'), ':', LPAD(rest DIV 1000000 % 60, 2, '0'),
            IF(rest % 1000000 = 0, '', CONCAT('.', TRIM(TRAILING '0' FROM LPAD(rest % 1000000, 6, '0')))));
        END IF;
        RETURN result;
      END
      """),
    ExtensionFunction(
      "interval_order", "value VARCHAR(255)", returns: "DECIMAL(30, 0)", standsFor: "comparisons of intervals",
      """
      RETURN (@interval_months(value) * 30 + @interval_days(value)) * CAST(86400000000 AS DECIMAL(20, 0)) + @interval_microseconds(value)
      """),
    ExtensionFunction(
      "interval_epoch", "value VARCHAR(255)", returns: "DECIMAL(30, 6)", standsFor: "extract(epoch from interval)",
      """
      RETURN (@interval_months(value) DIV 12) * 31557600 + (@interval_months(value) % 12) * 2592000 + @interval_days(value) * 86400 + @interval_microseconds(value) * 0.000001
      """),
    ExtensionFunction(
      "interval_pl", "a VARCHAR(255), b VARCHAR(255)", returns: "VARCHAR(255)", standsFor: "interval + interval",
      """
      RETURN @interval_out(@interval_months(a) + @interval_months(b), @interval_days(a) + @interval_days(b), @interval_microseconds(a) + @interval_microseconds(b))
      """),
    ExtensionFunction(
      "interval_mi", "a VARCHAR(255), b VARCHAR(255)", returns: "VARCHAR(255)", standsFor: "interval - interval",
      """
      RETURN @interval_out(@interval_months(a) - @interval_months(b), @interval_days(a) - @interval_days(b), @interval_microseconds(a) - @interval_microseconds(b))
      """),
    ExtensionFunction(
      "interval_um", "a VARCHAR(255)", returns: "VARCHAR(255)", standsFor: "- interval",
      """
      RETURN @interval_out(-@interval_months(a), -@interval_days(a), -@interval_microseconds(a))
      """),
    ExtensionFunction(
      "interval_mul", "value VARCHAR(255), factor DOUBLE", returns: "VARCHAR(255)", standsFor: "interval * double precision",
      """
      BEGIN
        DECLARE months, days, fraction, seconds DOUBLE;
      \(scaled(by: "* factor"))
      END
      """),
    ExtensionFunction(
      "interval_div", "value VARCHAR(255), divisor DOUBLE", returns: "VARCHAR(255)", standsFor: "interval / double precision",
      """
      BEGIN
        DECLARE months, days, fraction, seconds DOUBLE;
        IF value IS NULL OR divisor IS NULL OR divisor = 0 THEN RETURN NULL; END IF;
      \(scaled(by: "/ divisor"))
      END
      """),
    ExtensionFunction(
      "justify_hours", "value VARCHAR(255)", returns: "VARCHAR(255)", standsFor: "justify_hours(interval)",
      """
      BEGIN
        DECLARE days, clock BIGINT;
        SET clock = @interval_microseconds(value), days = @interval_days(value) + clock DIV 86400000000, clock = clock % 86400000000;
      \(oneSign)
        RETURN @interval_out(@interval_months(value), days, clock);
      END
      """),
    ExtensionFunction(
      "justify_days", "value VARCHAR(255)", returns: "VARCHAR(255)", standsFor: "justify_days(interval)",
      """
      BEGIN
        DECLARE months, days BIGINT;
        SET days = @interval_days(value), months = @interval_months(value) + days DIV 30, days = days % 30;
        IF months > 0 AND days < 0 THEN SET days = days + 30, months = months - 1;
        ELSEIF months < 0 AND days > 0 THEN SET days = days - 30, months = months + 1; END IF;
        RETURN @interval_out(months, days, @interval_microseconds(value));
      END
      """),
    ExtensionFunction(
      "justify_interval", "value VARCHAR(255)", returns: "VARCHAR(255)", standsFor: "justify_interval(interval)",
      """
      BEGIN
        DECLARE months, days, clock BIGINT;
        SET months = @interval_months(value), days = @interval_days(value), clock = @interval_microseconds(value);
        -- Days first where they and the time point the same way, so that no sum overflows.
        IF (days > 0 AND clock > 0) OR (days < 0 AND clock < 0) THEN SET months = months + days DIV 30, days = days % 30; END IF;
        SET days = days + clock DIV 86400000000, clock = clock % 86400000000;
        SET months = months + days DIV 30, days = days % 30;
        IF months > 0 AND (days < 0 OR (days = 0 AND clock < 0)) THEN SET days = days + 30, months = months - 1;
        ELSEIF months < 0 AND (days > 0 OR (days = 0 AND clock > 0)) THEN SET days = days - 30, months = months + 1; END IF;
      \(oneSign)
        RETURN @interval_out(months, days, clock);
      END
      """),
    ExtensionFunction(
      "interval_trunc", "unit LONGTEXT, value VARCHAR(255)", returns: "VARCHAR(255)", standsFor: "date_trunc(text, interval)",
      """
      BEGIN
        DECLARE months, days, clock BIGINT;
        IF unit IS NULL OR value IS NULL THEN RETURN NULL; END IF;
        SET months = @interval_months(value), days = @interval_days(value), clock = @interval_microseconds(value);
        CASE COALESCE(@time_unit(unit), '')
          WHEN 'microsecond' THEN RETURN value;
          WHEN 'millisecond' THEN SET clock = clock - clock % 1000;
          WHEN 'second' THEN SET clock = clock - clock % 1000000;
          WHEN 'minute' THEN SET clock = clock - clock % 60000000;
          WHEN 'hour' THEN SET clock = clock - clock % 3600000000;
          WHEN 'day' THEN SET clock = 0;
          WHEN 'month' THEN SET clock = 0, days = 0;
          WHEN 'quarter' THEN SET clock = 0, days = 0, months = months - months % 3;
          WHEN 'year' THEN SET clock = 0, days = 0, months = months - months % 12;
          WHEN 'decade' THEN SET clock = 0, days = 0, months = months - months % 120;
          WHEN 'century' THEN SET clock = 0, days = 0, months = months - months % 1200;
          WHEN 'millennium' THEN SET clock = 0, days = 0, months = months - months % 12000;
          ELSE SIGNAL SQLSTATE '22023' SET MESSAGE_TEXT = 'unit not recognized for type interval';
        END CASE;
        RETURN @interval_out(months, days, clock);
      END
      """),
    ExtensionFunction(
      "make_interval", "years BIGINT, months BIGINT, weeks BIGINT, days BIGINT, hours BIGINT, mins BIGINT, secs DOUBLE", returns: "VARCHAR(255)", standsFor: "make_interval",
      """
      BEGIN
        DECLARE all_months BIGINT DEFAULT years * 12 + months;
        DECLARE all_days BIGINT DEFAULT weeks * 7 + days;
        -- PostgreSQL calculates these in 32 bits and does not look at an overflow.
        SET all_months = CAST(all_months & 4294967295 AS SIGNED) - IF(all_months & 2147483648, 4294967296, 0);
        SET all_days = CAST(all_days & 4294967295 AS SIGNED) - IF(all_days & 2147483648, 4294967296, 0);
        RETURN @interval_out(all_months, all_days, hours * 3600000000 + mins * 60000000 + CAST(ROUND(secs * 1e6) AS SIGNED));
      END
      """),
    ExtensionFunction(
      "pad_number", "number BIGINT, digits INT", returns: "VARCHAR(64)", standsFor: "the numbers of to_char(interval, text)",
      """
      RETURN CONCAT(IF(number < 0, '-', ''), LPAD(ABS(number), GREATEST(digits, CHAR_LENGTH(ABS(number))), '0'))
      """),
  ]

  /// Each part multiplied or divided as PostgreSQL does (`interval_mul`): what is left of a month goes to the days, what is left of a day to the time.
  private static func scaled(by operation: String) -> String {
    """
      SET months = @interval_months(value) \(operation), days = @interval_days(value) \(operation);
      SET fraction = ROUND((months - TRUNCATE(months, 0)) * 30e0 * 1e6) / 1e6;
      SET seconds = ROUND((days - TRUNCATE(days, 0) + fraction - TRUNCATE(fraction, 0)) * 86400e0 * 1e6) / 1e6;
      SET days = TRUNCATE(days, 0);
      IF ABS(seconds) >= 86400 THEN
        SET days = days + TRUNCATE(seconds / 86400e0, 0), seconds = seconds - TRUNCATE(seconds / 86400e0, 0) * 86400e0;
      END IF;
      RETURN @interval_out(TRUNCATE(months, 0), days + TRUNCATE(fraction, 0), ROUND(@interval_microseconds(value) \(operation) + seconds * 1e6));
    """
  }

  /// A day is borrowed so that the days and the time have one sign.
  private static let oneSign = """
      IF days > 0 AND clock < 0 THEN SET clock = clock + 86400000000, days = days - 1;
      ELSEIF days < 0 AND clock > 0 THEN SET clock = clock - 86400000000, days = days + 1; END IF;
    """
}
