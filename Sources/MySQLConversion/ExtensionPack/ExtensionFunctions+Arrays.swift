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
    ExtensionFunction(
      "string_to_array", "s LONGTEXT, separator_text LONGTEXT, null_text LONGTEXT", returns: "JSON", standsFor: "string_to_array(text, text, text)",
      """
      BEGIN
        DECLARE place INT DEFAULT 1;
        DECLARE found INT;
        DECLARE word LONGTEXT;
        DECLARE result LONGTEXT DEFAULT '';
        IF s IS NULL THEN RETURN NULL; END IF;
        IF s = '' THEN RETURN JSON_ARRAY(); END IF;
        WHILE place IS NOT NULL DO
          SET found = IF(separator_text IS NULL, IF(place < CHAR_LENGTH(s), place + 1, 0), IF(separator_text = '', 0, LOCATE(separator_text, s, place)));
          SET word = IF(found = 0, SUBSTRING(s, place), SUBSTRING(s, place, found - place));
          SET result = CONCAT(result, IF(place > 1, ',', ''), IF(word <=> null_text, 'null', CAST(JSON_QUOTE(word) AS CHAR)));
          SET place = IF(found = 0, NULL, found + COALESCE(CHAR_LENGTH(separator_text), 0));
        END WHILE;
        RETURN CAST(CONCAT('[', result, ']') AS JSON);
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
