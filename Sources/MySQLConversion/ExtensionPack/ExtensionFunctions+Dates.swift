/// Dates, timestamps and times of day.
extension ExtensionPack {
  static let dates: [ExtensionFunction] = templates + moments

  private static let moments: [ExtensionFunction] = [
    ExtensionFunction(
      "timestamp_mi", "a DATETIME(6), b DATETIME(6)", returns: "VARCHAR(255)", standsFor: "timestamp - timestamp",
      """
      RETURN @interval_out(0, TIMESTAMPDIFF(MICROSECOND, b, a) DIV 86400000000, TIMESTAMPDIFF(MICROSECOND, b, a) % 86400000000)
      """),
    ExtensionFunction(
      "age", "a DATETIME(6), b DATETIME(6)", returns: "VARCHAR(255)", standsFor: "age(timestamp, timestamp)",
      """
      BEGIN
        DECLARE later DATETIME(6) DEFAULT GREATEST(a, b);
        DECLARE earlier DATETIME(6) DEFAULT LEAST(a, b);
        DECLARE months, days, clock BIGINT;
        SET months = (CAST(YEAR(later) AS SIGNED) - CAST(YEAR(earlier) AS SIGNED)) * 12 + MONTH(later) - MONTH(earlier);
        SET days = DAYOFMONTH(later) - DAYOFMONTH(earlier);
        SET clock = TIMESTAMPDIFF(MICROSECOND, DATE(later), later) - TIMESTAMPDIFF(MICROSECOND, DATE(earlier), earlier);
        IF clock < 0 THEN SET clock = clock + 86400000000, days = days - 1; END IF;
        IF days < 0 THEN SET days = days + DAYOFMONTH(LAST_DAY(earlier)), months = months - 1; END IF;
        RETURN IF(a < b, @interval_out(-months, -days, -clock), @interval_out(months, days, clock));
      END
      """),
    ExtensionFunction(
      "timestamp_sum", "moment DATETIME(6), months BIGINT, days BIGINT, microseconds BIGINT", returns: "DATETIME(6)", standsFor: "timestamp + interval",
      """
      BEGIN
        DECLARE month_number BIGINT DEFAULT CAST(YEAR(moment) AS SIGNED) * 12 + MONTH(moment) - 1 + months;
        DECLARE total DECIMAL(30, 0);
        IF month_number IS NULL OR month_number NOT BETWEEN 12 AND 119999 THEN RETURN NULL; END IF;
        SET moment = moment + INTERVAL months MONTH;
        SET total = (TO_DAYS(moment) + CAST(days AS DECIMAL(20, 0))) * 86400000000 + TIMESTAMPDIFF(MICROSECOND, DATE(moment), moment) + microseconds;
        IF total IS NULL OR total NOT BETWEEN 31622400000000 AND 315569519999999999 THEN RETURN NULL; END IF;
        RETURN moment + INTERVAL CAST(total - (TO_DAYS(moment) * CAST(86400000000 AS DECIMAL(20, 0)) + TIMESTAMPDIFF(MICROSECOND, DATE(moment), moment)) AS SIGNED) MICROSECOND;
      END
      """),
    ExtensionFunction(
      "timestamp_pl_interval", "moment DATETIME(6), value VARCHAR(255)", returns: "DATETIME(6)", standsFor: "timestamp + interval",
      """
      RETURN @timestamp_sum(moment, @interval_months(value), @interval_days(value), @interval_microseconds(value))
      """),
    ExtensionFunction(
      "timestamp_mi_interval", "moment DATETIME(6), value VARCHAR(255)", returns: "DATETIME(6)", standsFor: "timestamp - interval",
      """
      RETURN @timestamp_sum(moment, -@interval_months(value), -@interval_days(value), -@interval_microseconds(value))
      """),
    ExtensionFunction(
      "time_pl_interval", "clock TIME(6), value VARCHAR(255)", returns: "TIME(6)", standsFor: "time + interval",
      """
      RETURN TIME(TIMESTAMP('2000-01-02', clock) + INTERVAL @interval_microseconds(value) % 86400000000 MICROSECOND)
      """),
    ExtensionFunction(
      "time_mi_interval", "clock TIME(6), value VARCHAR(255)", returns: "TIME(6)", standsFor: "time - interval",
      """
      RETURN TIME(TIMESTAMP('2000-01-02', clock) - INTERVAL @interval_microseconds(value) % 86400000000 MICROSECOND)
      """),
    ExtensionFunction(
      "overlaps", "a DATETIME(6), b DATETIME(6), c DATETIME(6), d DATETIME(6)", returns: "TINYINT", standsFor: "OVERLAPS",
      """
      BEGIN
        DECLARE s1 DATETIME(6) DEFAULT COALESCE(LEAST(a, b), a, b);
        DECLARE e1 DATETIME(6) DEFAULT GREATEST(a, b);
        DECLARE s2 DATETIME(6) DEFAULT COALESCE(LEAST(c, d), c, d);
        DECLARE e2 DATETIME(6) DEFAULT GREATEST(c, d);
        IF s1 IS NULL OR s2 IS NULL THEN RETURN NULL; END IF;
        IF s1 > s2 THEN RETURN CASE WHEN s1 < e2 THEN TRUE WHEN e1 IS NOT NULL AND e2 IS NOT NULL THEN FALSE END; END IF;
        IF s1 < s2 THEN RETURN CASE WHEN s2 < e1 THEN TRUE WHEN e1 IS NOT NULL AND e2 IS NOT NULL THEN FALSE END; END IF;
        RETURN IF(e1 IS NULL OR e2 IS NULL, NULL, TRUE);
      END
      """),
    ExtensionFunction(
      "date_trunc", "unit LONGTEXT, moment DATETIME(6)", returns: "DATETIME(6)", standsFor: "date_trunc(text, timestamp)",
      """
      BEGIN
        IF unit IS NULL OR moment IS NULL THEN RETURN NULL; END IF;
        CASE COALESCE(@time_unit(unit), '')
          WHEN 'microsecond' THEN RETURN moment;
          WHEN 'millisecond' THEN RETURN moment - INTERVAL MICROSECOND(moment) % 1000 MICROSECOND;
          WHEN 'second' THEN RETURN moment - INTERVAL MICROSECOND(moment) MICROSECOND;
          WHEN 'minute' THEN RETURN DATE(moment) + INTERVAL HOUR(moment) * 60 + MINUTE(moment) MINUTE;
          WHEN 'hour' THEN RETURN DATE(moment) + INTERVAL HOUR(moment) HOUR;
          WHEN 'day' THEN RETURN DATE(moment);
          WHEN 'week' THEN RETURN DATE(moment) - INTERVAL WEEKDAY(moment) DAY;
          WHEN 'month' THEN RETURN DATE(moment) - INTERVAL DAYOFMONTH(moment) - 1 DAY;
          WHEN 'quarter' THEN RETURN DATE(moment) - INTERVAL DAYOFMONTH(moment) - 1 DAY - INTERVAL (MONTH(moment) - 1) % 3 MONTH;
          WHEN 'year' THEN RETURN DATE(moment) - INTERVAL DAYOFYEAR(moment) - 1 DAY;
          WHEN 'decade' THEN RETURN DATE(moment) - INTERVAL DAYOFYEAR(moment) - 1 DAY - INTERVAL YEAR(moment) % 10 YEAR;
          WHEN 'century' THEN RETURN DATE(moment) - INTERVAL DAYOFYEAR(moment) - 1 DAY - INTERVAL (YEAR(moment) - 1) % 100 YEAR;
          WHEN 'millennium' THEN RETURN DATE(moment) - INTERVAL DAYOFYEAR(moment) - 1 DAY - INTERVAL (YEAR(moment) - 1) % 1000 YEAR;
          ELSE SIGNAL SQLSTATE '22023' SET MESSAGE_TEXT = 'unit not recognized for type timestamp';
        END CASE;
      END
      """),
    ExtensionFunction(
      "julian", "moment DATETIME(6)", returns: "DECIMAL(40, 28)", standsFor: "extract(julian from timestamp)",
      """
      BEGIN
        DECLARE clock BIGINT DEFAULT TIMESTAMPDIFF(MICROSECOND, DATE(moment), moment);
        -- The digits that PostgreSQL's division of numeric values gives (select_div_scale), by the dividend's first group of four digits.
        DECLARE places INT DEFAULT CASE WHEN clock >= 100000000 OR clock BETWEEN 8650000 AND 99999999 THEN 20 WHEN clock BETWEEN 865 AND 8649999 THEN 24 ELSE 28 END;
        RETURN TO_DAYS(moment) + 1721060 + ROUND(CAST(clock AS DECIMAL(65, 30)) / 86400000000, places);
      END
      """),
  ]
}
