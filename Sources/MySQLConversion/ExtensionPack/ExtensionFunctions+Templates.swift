extension ExtensionPack {
  /// Templates of `to_char` that are read at run time.
  static let templates: [ExtensionFunction] = [
    ExtensionFunction(
      "to_char", "moment DATETIME(6), template LONGTEXT, zone VARCHAR(8)", returns: "LONGTEXT", standsFor: "to_char(timestamp, text)",
      #"""
      BEGIN
        DECLARE rest LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin DEFAULT template;
        DECLARE result LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin DEFAULT '';
        DECLARE word, name, part, style VARCHAR(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin;
        DECLARE prefix, suffix VARCHAR(2) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin;
        DECLARE number, digits INT;
        -- An empty template gives NULL in PostgreSQL.
        IF moment IS NULL OR template IS NULL OR template = '' THEN RETURN NULL; END IF;
        next_part: WHILE rest <> '' DO
          SET prefix = COALESCE(REGEXP_SUBSTR(rest, '^(FM|TM|fm|tm)', 1, 1, 'c'), ''), rest = SUBSTRING(rest, CHAR_LENGTH(prefix) + 1);
          -- The patterns of PostgreSQL's formatting.c, a longer one before those that it starts with.
          SET word = REGEXP_SUBSTR(rest, CONCAT('^(A\\.D\\.|A\\.M\\.|AD|AM|B\\.C\\.|BC|CC|DAY|DDD|DD|DY|Day|Dy|D|FF[1-6]|FX|HH24|HH12|HH|IDDD|ID|IW|IYYY|IYY|IY|I|J|MI|MM|MONTH|MON|MS|Month|Mon|OF|P\\.M\\.|PM|Q|RM|SSSSS|SSSS|SS|TZH|TZM|TZ|US|WW|W|Y,YYY|YYYY|YYY|YY|Y',
            '|a\\.d\\.|a\\.m\\.|ad|am|b\\.c\\.|bc|cc|day|ddd|dd|dy|d|ff[1-6]|fx|hh24|hh12|hh|iddd|id|iw|iyyy|iyy|iy|i|j|mi|mm|month|mon|ms|of|p\\.m\\.|pm|q|rm|sssss|ssss|ss|tzh|tzm|tz|us|ww|w|y,yyy|yyyy|yyy|yy|y)'), 1, 1, 'c');
          IF word IS NULL THEN
            IF LEFT(rest, 1) = '"' THEN
              SET rest = SUBSTRING(rest, 2);
              WHILE rest <> '' AND LEFT(rest, 1) <> '"' DO
                IF LEFT(rest, 1) = '\\' AND CHAR_LENGTH(rest) > 1 THEN SET rest = SUBSTRING(rest, 2); END IF;
                SET result = CONCAT(result, LEFT(rest, 1)), rest = SUBSTRING(rest, 2);
              END WHILE;
            ELSEIF LEFT(rest, 2) = '\\"' THEN SET rest = SUBSTRING(rest, 2), result = CONCAT(result, LEFT(rest, 1));
            ELSE SET result = CONCAT(result, LEFT(rest, 1));
            END IF;
            SET rest = SUBSTRING(rest, 2);
            ITERATE next_part;
          END IF;
          SET rest = SUBSTRING(rest, CHAR_LENGTH(word) + 1), suffix = COALESCE(REGEXP_SUBSTR(rest, '^(TH|SP|th|sp)', 1, 1, 'c'), ''), rest = SUBSTRING(rest, CHAR_LENGTH(suffix) + 1);
          SET name = UPPER(word), number = NULL, part = NULL, digits = 1;
          SET style = CASE WHEN word = name THEN 'upper' WHEN word = LOWER(word) THEN 'lower' ELSE 'title' END;
          CASE
            WHEN name = 'HH24' THEN SET number = HOUR(moment), digits = 2;
            WHEN name IN ('HH12', 'HH') THEN SET number = (HOUR(moment) + 11) % 12 + 1, digits = 2;
            WHEN name = 'MI' THEN SET number = MINUTE(moment), digits = 2;
            WHEN name = 'SS' THEN SET number = SECOND(moment), digits = 2;
            WHEN name IN ('SSSS', 'SSSSS') THEN SET number = HOUR(moment) * 3600 + MINUTE(moment) * 60 + SECOND(moment);
            WHEN name = 'MM' THEN SET number = MONTH(moment), digits = 2;
            WHEN name = 'DDD' THEN SET number = DAYOFYEAR(moment), digits = 3;
            WHEN name = 'IDDD' THEN SET number = (WEEK(moment, 3) - 1) * 7 + WEEKDAY(moment) + 1, digits = 3;
            WHEN name = 'DD' THEN SET number = DAYOFMONTH(moment), digits = 2;
            WHEN name = 'D' THEN SET number = DAYOFWEEK(moment);
            WHEN name = 'ID' THEN SET number = WEEKDAY(moment) + 1;
            WHEN name = 'WW' THEN SET number = (DAYOFYEAR(moment) - 1) DIV 7 + 1, digits = 2;
            WHEN name = 'IW' THEN SET number = WEEK(moment, 3), digits = 2;
            WHEN name = 'W' THEN SET number = (DAYOFMONTH(moment) - 1) DIV 7 + 1;
            WHEN name = 'Q' THEN SET number = QUARTER(moment);
            WHEN name = 'CC' THEN SET number = (YEAR(moment) + 99) DIV 100, digits = 2;
            WHEN name = 'J' THEN SET number = TO_DAYS(moment) + 1721060;
            WHEN name = 'YYYY' THEN SET number = YEAR(moment), digits = 4;
            WHEN name = 'YYY' THEN SET number = YEAR(moment) % 1000, digits = 3;
            WHEN name = 'YY' THEN SET number = YEAR(moment) % 100, digits = 2;
            WHEN name = 'Y' THEN SET number = YEAR(moment) % 10;
            WHEN name = 'IYYY' THEN SET number = YEARWEEK(moment, 3) DIV 100, digits = 4;
            WHEN name = 'IYY' THEN SET number = YEARWEEK(moment, 3) DIV 100 % 1000, digits = 3;
            WHEN name = 'IY' THEN SET number = YEARWEEK(moment, 3) DIV 100 % 100, digits = 2;
            WHEN name = 'I' THEN SET number = YEARWEEK(moment, 3) DIV 100 % 10;
            -- Fixed digits, whatever stands before them.
            WHEN name = 'MS' THEN SET part = LPAD(MICROSECOND(moment) DIV 1000, 3, '0');
            WHEN name = 'US' THEN SET part = LPAD(MICROSECOND(moment), 6, '0');
            WHEN name LIKE 'FF_' THEN SET part = LEFT(LPAD(MICROSECOND(moment), 6, '0'), CAST(RIGHT(name, 1) AS SIGNED));
            WHEN name = 'Y,YYY' THEN SET part = CONCAT(YEAR(moment) DIV 1000, ',', LPAD(YEAR(moment) % 1000, 3, '0'));
            WHEN name IN ('MONTH', 'MON', 'DAY', 'DY') THEN
              IF UPPER(prefix) = 'TM' THEN SIGNAL SQLSTATE '0A000' SET MESSAGE_TEXT = 'names of months and days in another language'; END IF;
              SET part = ELT(FIELD(name, 'MONTH', 'MON', 'DAY', 'DY'),
                ELT(MONTH(moment), 'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'),
                ELT(MONTH(moment), 'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'),
                ELT(DAYOFWEEK(moment), 'Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'),
                ELT(DAYOFWEEK(moment), 'Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'));
              SET part = CASE style WHEN 'upper' THEN UPPER(part) WHEN 'lower' THEN LOWER(part) ELSE part END;
              IF prefix = '' AND name IN ('MONTH', 'DAY') THEN SET part = RPAD(part, 9, ' '); END IF;
            WHEN name = 'RM' THEN
              SET part = ELT(MONTH(moment), 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII');
              SET part = IF(style = 'lower', LOWER(part), part), part = IF(UPPER(prefix) = 'FM', part, RPAD(part, 4, ' '));
            WHEN name IN ('AM', 'PM') THEN SET part = IF(HOUR(moment) >= 12, 'PM', 'AM'), part = IF(style = 'lower', LOWER(part), part);
            WHEN name IN ('A.M.', 'P.M.') THEN SET part = IF(HOUR(moment) >= 12, 'P.M.', 'A.M.'), part = IF(style = 'lower', LOWER(part), part);
            WHEN name IN ('AD', 'BC') THEN SET part = IF(style = 'lower', 'ad', 'AD');
            WHEN name IN ('A.D.', 'B.C.') THEN SET part = IF(style = 'lower', 'a.d.', 'A.D.');
            WHEN name = 'OF' THEN SET part = IF(UPPER(prefix) = 'FM', '+0', '+00');
            WHEN name = 'TZH' THEN SET part = '+00';
            WHEN name = 'TZM' THEN SET part = '00';
            WHEN name = 'TZ' THEN SET part = IF(style = 'lower', LOWER(zone), zone);
            ELSE SET part = '';
          END CASE;
          IF number IS NOT NULL THEN SET part = IF(UPPER(prefix) = 'FM' OR CHAR_LENGTH(number) >= digits, number, LPAD(number, digits, '0')); END IF;
          IF UPPER(suffix) = 'TH' AND (number IS NOT NULL OR name IN ('MS', 'US', 'Y,YYY') OR name LIKE 'FF_') THEN
            SET style = CASE WHEN part REGEXP '1[0-9]$' THEN 'th' WHEN RIGHT(part, 1) = '1' THEN 'st' WHEN RIGHT(part, 1) = '2' THEN 'nd' WHEN RIGHT(part, 1) = '3' THEN 'rd' ELSE 'th' END;
            SET part = CONCAT(part, IF(suffix = 'TH', UPPER(style), style));
          END IF;
          SET result = CONCAT(result, part);
        END WHILE;
        RETURN result;
      END
      """#),
  ]
}
