extension ExtensionPack {
  /// What PostgreSQL reads as an interval (`ParseDateTime` and `DecodeInterval` of `datetime.c`), from the last word to the first.
  static let intervalReading: [ExtensionFunction] = [
    ExtensionFunction(
      "time_unit", "word LONGTEXT", returns: "VARCHAR(16)", standsFor: "the names of units",
      """
      RETURN CASE
        WHEN LOWER(LEFT(word, 10)) IN ('us', 'usec', 'usecs', 'usecond', 'useconds', 'microsecon') THEN 'microsecond'
        WHEN LOWER(LEFT(word, 10)) IN ('ms', 'msec', 'msecs', 'msecond', 'mseconds', 'millisecon') THEN 'millisecond'
        WHEN LOWER(LEFT(word, 10)) IN ('s', 'sec', 'secs', 'second', 'seconds') THEN 'second'
        WHEN LOWER(LEFT(word, 10)) IN ('m', 'min', 'mins', 'minute', 'minutes') THEN 'minute'
        WHEN LOWER(LEFT(word, 10)) IN ('h', 'hr', 'hrs', 'hour', 'hours') THEN 'hour'
        WHEN LOWER(LEFT(word, 10)) IN ('d', 'day', 'days') THEN 'day'
        WHEN LOWER(LEFT(word, 10)) IN ('w', 'week', 'weeks') THEN 'week'
        WHEN LOWER(LEFT(word, 10)) IN ('mon', 'mons', 'month', 'months') THEN 'month'
        WHEN LOWER(LEFT(word, 10)) IN ('qtr', 'quarter') THEN 'quarter'
        WHEN LOWER(LEFT(word, 10)) IN ('y', 'yr', 'yrs', 'year', 'years') THEN 'year'
        WHEN LOWER(LEFT(word, 10)) IN ('dec', 'decs', 'decade', 'decades') THEN 'decade'
        WHEN LOWER(LEFT(word, 10)) IN ('c', 'cent', 'century', 'centuries') THEN 'century'
        WHEN LOWER(LEFT(word, 10)) IN ('mil', 'mils', 'millennia', 'millennium') THEN 'millennium'
      END
      """),
    ExtensionFunction(
      "interval_fraction", "microseconds DOUBLE", returns: "BIGINT", standsFor: "fractions in text::interval",
      """
      RETURN TRUNCATE(microseconds, 0) + CASE WHEN microseconds - TRUNCATE(microseconds, 0) > 0.5e0 THEN 1 WHEN microseconds - TRUNCATE(microseconds, 0) < -0.5e0 THEN -1 ELSE 0 END
      """),
    ExtensionFunction(
      "interval_in", "value LONGTEXT", returns: "VARCHAR(255)", standsFor: "text::interval",
      #"""
      BEGIN
        DECLARE rest VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin DEFAULT LOWER(REGEXP_REPLACE(value, '^[ \\t-\\r]+|[ \\t-\\r]+$', ''));
        DECLARE token, body, unit, part VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin;
        DECLARE seen VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin DEFAULT '';
        DECLARE whole, months, days, clock BIGINT DEFAULT 0;
        DECLARE fraction DOUBLE;
        DECLARE sign, ago INT DEFAULT 1;
        DECLARE is_wrong, is_iso BOOLEAN DEFAULT FALSE;
        IF value IS NULL THEN RETURN NULL; END IF;
        -- ISO 8601: the designators written out.
        IF LEFT(rest, 1) = 'p' AND CHAR_LENGTH(rest) > 1 THEN
          SET is_iso = TRUE, token = SUBSTRING_INDEX(SUBSTRING(rest, 2), 't', 1), body = IF(LOCATE('t', rest) > 0, SUBSTRING(rest, LOCATE('t', rest) + 1), '');
          IF token REGEXP '^([+-]?[0-9]*([.][0-9]*)?[ymwd])*$' AND body REGEXP '^([+-]?[0-9]*([.][0-9]*)?[hms])*$' AND token NOT REGEXP '(^|[a-z.+-])[.]?[a-z]' THEN
            SET rest = CONCAT(REPLACE(REPLACE(REPLACE(REPLACE(token, 'y', ' year '), 'd', ' day '), 'w', ' week '), 'm', ' mon '),
              REPLACE(REPLACE(REPLACE(body, 'h', ' hour '), 's', ' sec '), 'm', ' min '));
            SET rest = REPLACE(rest, 'mon in', 'min');
          ELSEIF rest REGEXP '^p[0-9]{4}-[0-9]{2}-[0-9]{2}(t[0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]+)?)?)?$' THEN
            SET rest = CONCAT(SUBSTRING(rest, 2, 4), ' year ', SUBSTRING(rest, 7, 2), ' mon ', SUBSTRING(rest, 10, 2), ' day ', SUBSTRING(rest, 13));
          ELSE SET is_wrong = TRUE;
          END IF;
        END IF;
        read_token: LOOP
          SET rest = REGEXP_REPLACE(rest, '[^a-z0-9.:+-]+$', '');
          IF rest = '' OR is_wrong THEN LEAVE read_token; END IF;
          SET token = REGEXP_SUBSTR(rest, '[a-z]+$');
          IF token IS NOT NULL THEN
            SET rest = LEFT(rest, CHAR_LENGTH(rest) - CHAR_LENGTH(token));
            IF token = 'ago' THEN SET ago = -1;
            ELSE SET unit = @time_unit(token); SET is_wrong = unit IS NULL OR unit = 'quarter';
            END IF;
            ITERATE read_token;
          END IF;
          SET token = REGEXP_SUBSTR(rest, '([+-][ \\t-\\r]*)?([0-9][0-9.:]*|[.][0-9]+)(-[0-9]+)?$');
          IF token IS NULL THEN SET is_wrong = TRUE; LEAVE read_token; END IF;
          SET rest = LEFT(rest, CHAR_LENGTH(rest) - CHAR_LENGTH(token)), sign = IF(LEFT(token, 1) = '-', -1, 1);
          SET body = REGEXP_REPLACE(token, '^[+-][ \\t-\\r]*', '');
          IF LOCATE(':', body) > 0 THEN
            SET is_wrong = body NOT REGEXP '^[0-9]+:[0-9]{1,2}(:[0-9]{1,2})?([.][0-9]*)?$';
            IF is_wrong THEN LEAVE read_token; END IF;
            IF body REGEXP '^[0-9]+:[0-9]+[.]' THEN SET body = CONCAT('0:', body); END IF;
            SET unit = CAST(SUBSTRING_INDEX(SUBSTRING_INDEX(body, ':', 2), ':', -1) AS SIGNED), part = IF(body REGEXP ':.*:', SUBSTRING_INDEX(body, ':', -1), '0');
            SET is_wrong = CAST(unit AS SIGNED) > 59 OR CAST(SUBSTRING_INDEX(part, '.', 1) AS SIGNED) > 60 OR LOCATE('{clock}', seen) > 0
              OR LOCATE('{hour}', seen) > 0 OR LOCATE('{minute}', seen) > 0 OR LOCATE('{second}', seen) > 0;
            SET clock = clock + sign * (CAST(SUBSTRING_INDEX(body, ':', 1) AS SIGNED) * 3600000000 + CAST(unit AS SIGNED) * 60000000
              + CAST(SUBSTRING_INDEX(part, '.', 1) AS SIGNED) * 1000000 + IF(LOCATE('.', part) > 0, CAST(ROUND((CONCAT('0.', SUBSTRING_INDEX(part, '.', -1)) + 0e0) * 1e6) AS SIGNED), 0));
            SET seen = CONCAT(seen, '{clock}{hour}{minute}{second}'), unit = 'day';
            ITERATE read_token;
          END IF;
          SET unit = COALESCE(unit, 'second');
          IF LOCATE('-', body) > 0 THEN
            SET is_wrong = body NOT REGEXP '^[0-9]+-([0-9]|0[0-9]|1[01])$', whole = CAST(SUBSTRING_INDEX(body, '-', 1) AS SIGNED) * 12 + CAST(SUBSTRING_INDEX(body, '-', -1) AS SIGNED), fraction = 0, unit = 'month';
          ELSE
            SET is_wrong = body NOT REGEXP '^[0-9]*([.][0-9]*)?$', whole = CAST(CONCAT('0', SUBSTRING_INDEX(body, '.', 1)) AS SIGNED), fraction = IF(LOCATE('.', body) > 0, CONCAT('0.', SUBSTRING_INDEX(body, '.', -1)) + 0e0, 0);
          END IF;
          IF is_wrong OR (NOT is_iso AND LOCATE(CONCAT('{', unit, '}'), seen) > 0) THEN SET is_wrong = TRUE; LEAVE read_token; END IF;
          SET seen = CONCAT(seen, '{', unit, '}', IF(unit = 'second' AND fraction <> 0, '{millisecond}{microsecond}', '')), whole = sign * whole, fraction = sign * fraction;
          CASE unit
            WHEN 'microsecond' THEN SET clock = clock + whole + @interval_fraction(fraction);
            WHEN 'millisecond' THEN SET clock = clock + whole * 1000 + @interval_fraction(fraction * 1e3);
            WHEN 'second' THEN SET clock = clock + whole * 1000000 + @interval_fraction(fraction * 1e6);
            WHEN 'minute' THEN SET clock = clock + whole * 60000000 + @interval_fraction(fraction * 6e7);
            WHEN 'hour' THEN SET clock = clock + whole * 3600000000 + @interval_fraction(fraction * 3.6e9);
            WHEN 'day' THEN SET days = days + whole, clock = clock + @interval_fraction(fraction * 8.64e10);
            WHEN 'week' THEN SET days = days + whole * 7 + TRUNCATE(fraction * 7e0, 0), clock = clock + @interval_fraction((fraction * 7e0 - TRUNCATE(fraction * 7e0, 0)) * 8.64e10);
            WHEN 'month' THEN SET months = months + whole, days = days + TRUNCATE(fraction * 3e1, 0), clock = clock + @interval_fraction((fraction * 3e1 - TRUNCATE(fraction * 3e1, 0)) * 8.64e10);
            WHEN 'year' THEN SET months = months + whole * 12 + ROUND(fraction * 12e0);
            WHEN 'decade' THEN SET months = months + whole * 120 + ROUND(fraction * 10e0 * 12e0);
            WHEN 'century' THEN SET months = months + whole * 1200 + ROUND(fraction * 100e0 * 12e0);
            ELSE SET months = months + whole * 12000 + ROUND(fraction * 1000e0 * 12e0);
          END CASE;
        END LOOP;
        IF is_wrong OR seen = '' THEN SIGNAL SQLSTATE '22007' SET MESSAGE_TEXT = 'invalid input syntax for type interval'; END IF;
        RETURN @interval_out(ago * months, ago * days, ago * clock);
      END
      """#),
  ]
}
