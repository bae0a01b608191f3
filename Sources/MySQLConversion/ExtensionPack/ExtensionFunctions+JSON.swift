/// JSON documents. MySQL's JSON values are PostgreSQL's jsonb but for numbers with a fraction.
extension ExtensionPack {
  static let json = jsonTests + jsonPaths + jsonChanges + jsonPathQueries

  static let jsonTests: [ExtensionFunction] = [
    // Every array and object within an object of its own, so that JSON_CONTAINS takes an array to be contained in an array only, and no
    // value to be contained in an array at all.
    ExtensionFunction(
      "json_wrapped", "d JSON", returns: "LONGTEXT", standsFor: "a part of jsonb_contains(jsonb, jsonb)",
      #"""
      BEGIN
        -- A control character does not occur in JSON text.
        DECLARE mark VARCHAR(1) DEFAULT CHAR(1 USING utf8mb4);
        DECLARE result LONGTEXT DEFAULT CAST(d AS CHAR);
        SET result = REGEXP_REPLACE(result, '(\#(stringPattern))|([\\[{])|([\\]}])', CONCAT('$1$2', mark, '$3'));
        SET result = REPLACE(result, CONCAT('"', mark), '"');
        SET result = REPLACE(REPLACE(result, CONCAT('[', mark), '{"[]": ['), CONCAT('{', mark), '{"{}": {');
        RETURN REPLACE(REPLACE(result, CONCAT(mark, ']'), ']}'), CONCAT(mark, '}'), '}}');
      END
      """#),
    ExtensionFunction(
      "jsonb_contains", "d JSON, part JSON", returns: "BOOLEAN", standsFor: "jsonb_contains(jsonb, jsonb), @>",
      """
      BEGIN
        DECLARE outer_type VARCHAR(20) DEFAULT JSON_TYPE(d);
        DECLARE inner_type VARCHAR(20) DEFAULT JSON_TYPE(part);
        IF d IS NULL OR part IS NULL THEN RETURN NULL; END IF;
        IF inner_type NOT IN ('ARRAY', 'OBJECT') THEN
          RETURN IF(outer_type = 'OBJECT', FALSE, part MEMBER OF(d));
        END IF;
        IF NOT JSON_CONTAINS(d, part) THEN RETURN FALSE; END IF;
        RETURN JSON_CONTAINS(@json_wrapped(d), @json_wrapped(part));
      END
      """),
    ExtensionFunction(
      "jsonb_exists_any", "d JSON, ks JSON", returns: "BOOLEAN", standsFor: "jsonb_exists_any(jsonb, text[]), ?|",
      """
      BEGIN
        DECLARE type VARCHAR(20) DEFAULT JSON_TYPE(d);
        IF d IS NULL OR ks IS NULL OR ks = CAST('null' AS JSON) THEN RETURN NULL; END IF;
        IF type = 'OBJECT' THEN SET d = JSON_KEYS(d); END IF;
        RETURN COALESCE(JSON_OVERLAPS(d, @array_remove(ks, NULL)), FALSE);
      END
      """),
    ExtensionFunction(
      "jsonb_exists_all", "d JSON, ks JSON", returns: "BOOLEAN", standsFor: "jsonb_exists_all(jsonb, text[]), ?&",
      """
      BEGIN
        DECLARE type VARCHAR(20) DEFAULT JSON_TYPE(d);
        DECLARE k JSON;
        DECLARE i INT DEFAULT 0;
        IF d IS NULL OR ks IS NULL OR ks = CAST('null' AS JSON) THEN RETURN NULL; END IF;
        IF type = 'OBJECT' THEN SET d = JSON_KEYS(d); END IF;
        WHILE i < JSON_LENGTH(ks) DO
          SET k = JSON_EXTRACT(ks, CONCAT('$[', i, ']'));
          IF k <> CAST('null' AS JSON) AND NOT k MEMBER OF(d) THEN RETURN FALSE; END IF;
          SET i = i + 1;
        END WHILE;
        RETURN TRUE;
      END
      """),
    ExtensionFunction(
      "json_kind", "d JSON", returns: "VARCHAR(20)", standsFor: "jsonb_typeof(jsonb)",
      """
      BEGIN
        DECLARE type VARCHAR(20) DEFAULT JSON_TYPE(d);
        RETURN IF(type IN ('INTEGER', 'UNSIGNED INTEGER', 'DOUBLE', 'DECIMAL'), 'number', LOWER(type));
      END
      """),
  ]

  /// A string in JSON text, as a regular expression within a MySQL literal.
  static let stringPattern = #""[^"\\\\]*+(?:\\\\.[^"\\\\]*+)*+""#
}
