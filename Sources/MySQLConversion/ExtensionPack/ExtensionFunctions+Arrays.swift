// An array is a JSON array; JSON's null in its place is taken for NULL, and so it is for an element.

extension ExtensionPack {
  static let arrays: [ExtensionFunction] = [
    ExtensionFunction(
      "array_remove", "a JSON, e JSON", returns: "JSON", standsFor: "array_remove(anyarray, anyelement)",
      changingEqualElements("JSON_REMOVE(a, CONCAT('$[', i, ']'))")),
    ExtensionFunction(
      "array_replace", "a JSON, e JSON, r JSON", returns: "JSON", standsFor: "array_replace(anyarray, anyelement, anyelement)",
      changingEqualElements("JSON_REPLACE(a, CONCAT('$[', i, ']'), r)")),
    ExtensionFunction(
      "array_position", "a JSON, e JSON, start INT", returns: "INT", standsFor: "array_position(anyarray, anyelement, integer)",
      """
      BEGIN
        DECLARE i INT DEFAULT GREATEST(start, 1) - 1;
      \(openingForElement)
        WHILE i < JSON_LENGTH(a) DO
          IF JSON_EXTRACT(a, CONCAT('$[', i, ']')) = e THEN RETURN i + 1; END IF;
          SET i = i + 1;
        END WHILE;
        RETURN NULL;
      END
      """),
    ExtensionFunction(
      "array_positions", "a JSON, e JSON", returns: "JSON", standsFor: "array_positions(anyarray, anyelement)",
      """
      BEGIN
        DECLARE i INT DEFAULT 0;
        DECLARE result JSON DEFAULT JSON_ARRAY();
      \(openingForElement)
        WHILE i < JSON_LENGTH(a) DO
          IF JSON_EXTRACT(a, CONCAT('$[', i, ']')) = e THEN SET result = JSON_ARRAY_APPEND(result, '$', i + 1); END IF;
          SET i = i + 1;
        END WHILE;
        RETURN result;
      END
      """),
    ExtensionFunction(
      "array_to_string", "a JSON, separator_text LONGTEXT, null_text LONGTEXT", returns: "LONGTEXT", standsFor: "array_to_string(anyarray, text, text)",
      """
      BEGIN
        DECLARE i INT DEFAULT 0;
        DECLARE n INT DEFAULT 0;
        DECLARE e JSON;
        DECLARE word LONGTEXT;
        DECLARE result LONGTEXT DEFAULT '';
        IF a IS NULL OR a = CAST('null' AS JSON) OR separator_text IS NULL THEN RETURN NULL; END IF;
        WHILE i < JSON_LENGTH(a) DO
          SET e = JSON_EXTRACT(a, CONCAT('$[', i, ']'));
          SET word = CASE WHEN e = CAST('null' AS JSON) THEN null_text WHEN e = CAST('true' AS JSON) THEN 't' WHEN e = CAST('false' AS JSON) THEN 'f' ELSE JSON_UNQUOTE(e) END;
          IF word IS NOT NULL THEN
            SET result = CONCAT(result, IF(n > 0, separator_text, ''), word);
            SET n = n + 1;
          END IF;
          SET i = i + 1;
        END WHILE;
        RETURN result;
      END
      """),
    // No loop over the elements, for the sake of long texts. Code points that are no characters mark where elements begin and end, and NULL.
    ExtensionFunction(
      "string_to_array", "s LONGTEXT, separator_text LONGTEXT, null_text LONGTEXT", returns: "JSON", standsFor: "string_to_array(text, text, text)",
      """
      BEGIN
        DECLARE opening, closing, mark VARCHAR(1) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin;
        DECLARE result LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin DEFAULT CONCAT_WS('', s, null_text);
        SET opening = _utf8mb4 X'EFB790', closing = _utf8mb4 X'EFB791', mark = _utf8mb4 X'EFB792';
        IF s IS NULL THEN RETURN NULL; END IF;
        IF s = '' THEN RETURN JSON_ARRAY(); END IF;
        IF LOCATE(opening, result) + LOCATE(closing, result) + LOCATE(mark, result) > 0 THEN
          SIGNAL SQLSTATE '22021' SET MESSAGE_TEXT = 'string_to_array: the text holds a noncharacter';
        END IF;
        IF separator_text IS NULL THEN
          -- Piece by piece: regexp_time_limit ends longer work.
          SET result = '';
          WHILE s <> '' DO
            SET result = CONCAT(result, REGEXP_REPLACE(LEFT(s, 10000), '(?s:.)', CONCAT(opening, '$0', closing, ','))), s = SUBSTRING(s, 10001);
          END WHILE;
          SET result = LEFT(result, CHAR_LENGTH(result) - 1);
        ELSE
          SET result = CONCAT(opening, REPLACE(s, separator_text, CONCAT(closing, ',', opening)), closing);
        END IF;
        IF null_text IS NOT NULL THEN SET result = REPLACE(result, CONCAT(opening, null_text, closing), mark); END IF;
        SET result = JSON_QUOTE(result), result = SUBSTRING(result, 2, CHAR_LENGTH(result) - 2);
        RETURN CAST(CONCAT('[', REPLACE(REPLACE(REPLACE(result, opening, '"'), closing, '"'), mark, 'null'), ']') AS JSON);
      END
      """),
    ExtensionFunction(
      "array_overlap", "a JSON, b JSON", returns: "BOOLEAN", standsFor: "arrayoverlap(anyarray, anyarray), &&",
      """
      BEGIN
        IF a IS NULL OR b IS NULL OR a = CAST('null' AS JSON) OR b = CAST('null' AS JSON) THEN RETURN NULL; END IF;
        IF JSON_CONTAINS(a, 'null') AND JSON_CONTAINS(b, 'null') THEN SET b = @array_remove(b, NULL); END IF;
        RETURN JSON_OVERLAPS(a, b);
      END
      """),
    ExtensionFunction(
      "array_compare", "a JSON, b JSON", returns: "INT", standsFor: "btarraycmp(anyarray, anyarray)",
      """
      BEGIN
        DECLARE i INT DEFAULT 0;
        DECLARE n INT DEFAULT LEAST(JSON_LENGTH(a), JSON_LENGTH(b));
        DECLARE x JSON;
        DECLARE y JSON;
        IF a IS NULL OR b IS NULL OR a = CAST('null' AS JSON) OR b = CAST('null' AS JSON) THEN RETURN NULL; END IF;
        WHILE i < n DO
          SET x = JSON_EXTRACT(a, CONCAT('$[', i, ']'));
          SET y = JSON_EXTRACT(b, CONCAT('$[', i, ']'));
          IF x <> y THEN
            -- NULL comes last among elements, and first among JSON values.
            IF x = CAST('null' AS JSON) THEN RETURN 1; END IF;
            RETURN IF(y = CAST('null' AS JSON) OR x < y, -1, 1);
          END IF;
          SET i = i + 1;
        END WHILE;
        RETURN SIGN(CAST(JSON_LENGTH(a) AS SIGNED) - CAST(JSON_LENGTH(b) AS SIGNED));
      END
      """),
  ]

  /// NULL for no array; NULL among the elements is JSON's null.
  private static let openingForElement = """
      IF a IS NULL OR a = CAST('null' AS JSON) THEN RETURN NULL; END IF;
      SET e = COALESCE(e, CAST('null' AS JSON));
    """

  /// Removes or replaces every element that equals `e`, the last one first, so that the numbers of the others hold.
  private static func changingEqualElements(_ change: String) -> String {
    """
    BEGIN
      DECLARE i INT DEFAULT JSON_LENGTH(a) - 1;
    \(openingForElement)
      WHILE i >= 0 DO
        IF JSON_EXTRACT(a, CONCAT('$[', i, ']')) = e THEN SET a = \(change); END IF;
        SET i = i - 1;
      END WHILE;
      RETURN a;
    END
    """
  }
}
