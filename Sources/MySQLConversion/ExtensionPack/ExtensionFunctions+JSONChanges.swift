/// Changes of JSON documents.
extension ExtensionPack {
  static let jsonChanges: [ExtensionFunction] = [
    ExtensionFunction(
      "jsonb_concat", "a JSON, b JSON", returns: "JSON", standsFor: "jsonb_concat(jsonb, jsonb), ||",
      """
      BEGIN
        DECLARE a_type VARCHAR(20) DEFAULT JSON_TYPE(a);
        DECLARE b_type VARCHAR(20) DEFAULT JSON_TYPE(b);
        DECLARE member_names JSON;
        DECLARE path LONGTEXT;
        DECLARE i INT DEFAULT 0;
        IF a IS NULL OR b IS NULL THEN RETURN NULL; END IF;
        IF a_type <> 'OBJECT' OR b_type <> 'OBJECT' THEN RETURN JSON_MERGE_PRESERVE(a, b); END IF;
        SET member_names = JSON_KEYS(b);
        WHILE i < JSON_LENGTH(member_names) DO
          SET path = CONCAT('$.', CAST(JSON_EXTRACT(member_names, CONCAT('$[', i, ']')) AS CHAR));
          SET a = JSON_SET(a, path, JSON_EXTRACT(b, path));
          SET i = i + 1;
        END WHILE;
        RETURN a;
      END
      """),
    ExtensionFunction(
      "jsonb_delete", "d JSON, k LONGTEXT", returns: "JSON", standsFor: "jsonb_delete(jsonb, text), -",
      """
      BEGIN
        DECLARE type VARCHAR(20) DEFAULT JSON_TYPE(d);
        DECLARE i INT;
        IF d IS NULL OR k IS NULL THEN RETURN NULL; END IF;
        IF type = 'OBJECT' THEN RETURN JSON_REMOVE(d, CONCAT('$.', CAST(JSON_QUOTE(k) AS CHAR))); END IF;
        IF type <> 'ARRAY' THEN RETURN NULL; END IF;
        SET i = JSON_LENGTH(d) - 1;
        WHILE i >= 0 DO
          IF JSON_EXTRACT(d, CONCAT('$[', i, ']')) = CAST(JSON_QUOTE(k) AS JSON) THEN SET d = JSON_REMOVE(d, CONCAT('$[', i, ']')); END IF;
          SET i = i - 1;
        END WHILE;
        RETURN d;
      END
      """),
    ExtensionFunction(
      "jsonb_delete_keys", "d JSON, ks JSON", returns: "JSON", standsFor: "jsonb_delete(jsonb, text[]), -",
      """
      BEGIN
        DECLARE k JSON;
        DECLARE i INT DEFAULT 0;
        IF d IS NULL OR ks IS NULL OR JSON_TYPE(ks) LIKE 'NULL' COLLATE utf8mb4_bin THEN RETURN NULL; END IF;
        WHILE i < JSON_LENGTH(ks) DO
          SET k = JSON_EXTRACT(ks, CONCAT('$[', i, ']'));
          IF k <> CAST('null' AS JSON) THEN SET d = @jsonb_delete(d, JSON_UNQUOTE(k)); END IF;
          SET i = i + 1;
        END WHILE;
        RETURN d;
      END
      """),
    ExtensionFunction(
      "jsonb_delete_path", "d JSON, steps JSON", returns: "JSON", standsFor: "jsonb_delete_path(jsonb, text[]), #-",
      """
      BEGIN
        DECLARE path LONGTEXT;
        IF d IS NULL OR steps IS NULL OR steps = CAST('null' AS JSON) THEN RETURN NULL; END IF;
        SET path = @json_place(d, steps, JSON_LENGTH(steps));
        RETURN IF(path IS NULL OR path = '$', d, JSON_REMOVE(d, path));
      END
      """),
    ExtensionFunction(
      "jsonb_set", "d JSON, steps JSON, v JSON, creates BOOLEAN", returns: "JSON", standsFor: "jsonb_set(jsonb, text[], jsonb, boolean)",
      """
      \(opening(ofChangeWith: "creates"))
        IF type = 'OBJECT' THEN
          SET parent = CONCAT(parent, '.', CAST(step AS CHAR));
          RETURN IF(creates, JSON_SET(d, parent, v), JSON_REPLACE(d, parent, v));
        END IF;
      \(elementNumber)
        IF i BETWEEN 0 AND JSON_LENGTH(d, parent) - 1 THEN RETURN JSON_REPLACE(d, CONCAT(parent, '[', i, ']'), v); END IF;
        IF NOT creates THEN RETURN d; END IF;
        RETURN IF(i < 0, JSON_ARRAY_INSERT(d, CONCAT(parent, '[0]'), v), JSON_ARRAY_APPEND(d, parent, v));
      END
      """),
    ExtensionFunction(
      "jsonb_insert", "d JSON, steps JSON, v JSON, after BOOLEAN", returns: "JSON", standsFor: "jsonb_insert(jsonb, text[], jsonb, boolean)",
      """
      \(opening(ofChangeWith: "after"))
        IF type = 'OBJECT' THEN RETURN JSON_INSERT(d, CONCAT(parent, '.', CAST(step AS CHAR)), v); END IF;
      \(elementNumber)
        IF i < 0 THEN RETURN JSON_ARRAY_INSERT(d, CONCAT(parent, '[0]'), v); END IF;
        SET i = LEAST(i + IF(after, 1, 0), JSON_LENGTH(d, parent));
        RETURN JSON_ARRAY_INSERT(d, CONCAT(parent, '[', i, ']'), v);
      END
      """),
    ExtensionFunction(
      "jsonb_strip_nulls", "d JSON", returns: "JSON", standsFor: "jsonb_strip_nulls(jsonb)",
      #"""
      BEGIN
        DECLARE mark VARCHAR(1) DEFAULT CHAR(1 USING utf8mb4);
        DECLARE result LONGTEXT DEFAULT CAST(d AS CHAR);
        SET result = REGEXP_REPLACE(result, '(\#(stringPattern))(?!: null)|\#(stringPattern): null', CONCAT('$1', mark));
        SET result = REPLACE(result, CONCAT('"', mark), '"');
        SET result = REPLACE(result, CONCAT(mark, ', '), '');
        SET result = REPLACE(result, CONCAT(', ', mark), '');
        RETURN CAST(REPLACE(result, mark, '') AS JSON);
      END
      """#),
  ]

  /// How a body begins that changes what the last step of a path names: `parent` becomes MySQL's path to the object or array that has it, `type`
  /// its type, `step` the last step. A document without that place stays as it is.
  ///
  /// - Parameter flag: The parameter that says how.
  private static func opening(ofChangeWith flag: String) -> String {
    """
    BEGIN
      DECLARE n INT DEFAULT JSON_LENGTH(steps);
      DECLARE parent LONGTEXT;
      DECLARE type VARCHAR(20);
      DECLARE step JSON;
      DECLARE i BIGINT;
      IF d IS NULL OR steps IS NULL OR steps = CAST('null' AS JSON) OR v IS NULL OR \(flag) IS NULL THEN RETURN NULL; END IF;
      SET parent = @json_place(d, steps, n - 1);
      IF n = 0 OR parent IS NULL THEN RETURN d; END IF;
      SET step = JSON_EXTRACT(steps, CONCAT('$[', n - 1, ']'));
      SET type = JSON_TYPE(JSON_EXTRACT(d, parent));
    """
  }

  /// `i` becomes the number of the element in `parent`, from 0; below 0 where the path counts back past the first.
  private static let elementNumber = """
      SET i = @json_index(step);
      IF type <> 'ARRAY' OR i IS NULL THEN RETURN d; END IF;
      IF i < 0 THEN SET i = i + JSON_LENGTH(d, parent); END IF;
    """
}
