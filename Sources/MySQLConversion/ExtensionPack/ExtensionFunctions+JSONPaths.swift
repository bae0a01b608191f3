/// Paths of the `#>` operators: texts, each the name of a member or the number of an element, whichever the document has at that place.
extension ExtensionPack {
  static let jsonPaths: [ExtensionFunction] = [
    // MySQL's path to what the first steps of a path lead to; NULL where there is nothing.
    ExtensionFunction(
      "json_place", "d JSON, steps JSON, n INT", returns: "LONGTEXT", standsFor: "a part of #>",
      """
      BEGIN
        DECLARE path LONGTEXT DEFAULT '$';
        DECLARE type VARCHAR(20);
        DECLARE step LONGTEXT;
        DECLARE i INT DEFAULT 0;
        WHILE i < n DO
          SET type = JSON_TYPE(JSON_EXTRACT(d, path));
          SET step = @json_step(type, JSON_LENGTH(d, path), JSON_EXTRACT(steps, CONCAT('$[', i, ']')));
          IF step IS NULL THEN RETURN NULL; END IF;
          SET path = CONCAT(path, step);
          IF NOT JSON_CONTAINS_PATH(d, 'one', path) THEN RETURN NULL; END IF;
          SET i = i + 1;
        END WHILE;
        RETURN path;
      END
      """),
    ExtensionFunction(
      "json_index", "step JSON", returns: "BIGINT", standsFor: "a part of #>",
      #"""
      BEGIN
        DECLARE word LONGTEXT DEFAULT JSON_UNQUOTE(step);
        RETURN IF(REGEXP_LIKE(word, '^[ \\t\\n\\r]*[+-]?[0-9]{1,10}\\z', 'cn'), CAST(TRIM(word) AS SIGNED), NULL);
      END
      """#),
    // The step in MySQL's syntax within a value of a type; NULL for none. An element's place can be outside the array.
    ExtensionFunction(
      "json_step", "type VARCHAR(20), length BIGINT, step JSON", returns: "LONGTEXT", standsFor: "a part of #>",
      """
      BEGIN
        DECLARE i BIGINT;
        IF step IS NULL OR step = CAST('null' AS JSON) THEN RETURN NULL; END IF;
        IF type = 'OBJECT' THEN RETURN CONCAT('.', CAST(step AS CHAR)); END IF;
        IF type <> 'ARRAY' THEN RETURN NULL; END IF;
        SET i = @json_index(step);
        IF i < 0 THEN SET i = i + length; END IF;
        RETURN IF(i BETWEEN 0 AND 4294967295, CONCAT('[', i, ']'), NULL);
      END
      """),
    ExtensionFunction(
      "jsonb_extract_path", "d JSON, steps JSON", returns: "JSON", standsFor: "jsonb_extract_path(jsonb, text[]), #>",
      """
      BEGIN
        IF d IS NULL OR steps IS NULL OR steps = CAST('null' AS JSON) THEN RETURN NULL; END IF;
        RETURN JSON_EXTRACT(d, @json_place(d, steps, JSON_LENGTH(steps)));
      END
      """),
  ]
}
