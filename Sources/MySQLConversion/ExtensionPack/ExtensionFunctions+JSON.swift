extension ExtensionPack {
  static let json: [ExtensionFunction] = [
    // Every array and object within an object of its own, so that JSON_CONTAINS takes an array to be contained in an array only, and no
    // value to be contained in an array at all.
    ExtensionFunction(
      "json_wrapped", "d JSON", returns: "LONGTEXT", standsFor: "a part of jsonb_contains(jsonb, jsonb)",
      #"""
      BEGIN
        -- A control character does not occur in JSON text.
        DECLARE mark VARCHAR(1) DEFAULT CHAR(1 USING utf8mb4);
        DECLARE result LONGTEXT DEFAULT CAST(d AS CHAR);
        SET result = REGEXP_REPLACE(result, '("[^"\\\\]*+(?:\\\\.[^"\\\\]*+)*+")|([\\[{])|([\\]}])', CONCAT('$1$2', mark, '$3'));
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
      BEGIN
        DECLARE n INT DEFAULT JSON_LENGTH(steps);
        DECLARE parent LONGTEXT;
        DECLARE type VARCHAR(20);
        DECLARE step JSON;
        DECLARE i BIGINT;
        IF d IS NULL OR steps IS NULL OR steps = CAST('null' AS JSON) OR v IS NULL OR creates IS NULL THEN RETURN NULL; END IF;
        SET parent = @json_place(d, steps, n - 1);
        IF n = 0 OR parent IS NULL THEN RETURN d; END IF;
        SET step = JSON_EXTRACT(steps, CONCAT('$[', n - 1, ']'));
        SET type = JSON_TYPE(JSON_EXTRACT(d, parent));
        IF type = 'OBJECT' THEN
          SET parent = CONCAT(parent, '.', CAST(step AS CHAR));
          RETURN IF(creates, JSON_SET(d, parent, v), JSON_REPLACE(d, parent, v));
        END IF;
        SET i = @json_index(step);
        IF type <> 'ARRAY' OR i IS NULL THEN RETURN d; END IF;
        IF i < 0 THEN SET i = i + JSON_LENGTH(d, parent); END IF;
        IF i BETWEEN 0 AND JSON_LENGTH(d, parent) - 1 THEN RETURN JSON_REPLACE(d, CONCAT(parent, '[', i, ']'), v); END IF;
        IF NOT creates THEN RETURN d; END IF;
        RETURN IF(i < 0, JSON_ARRAY_INSERT(d, CONCAT(parent, '[0]'), v), JSON_ARRAY_APPEND(d, parent, v));
      END
      """),
    ExtensionFunction(
      "jsonb_insert", "d JSON, steps JSON, v JSON, after BOOLEAN", returns: "JSON", standsFor: "jsonb_insert(jsonb, text[], jsonb, boolean)",
      """
      BEGIN
        DECLARE n INT DEFAULT JSON_LENGTH(steps);
        DECLARE parent LONGTEXT;
        DECLARE type VARCHAR(20);
        DECLARE step JSON;
        DECLARE i BIGINT;
        IF d IS NULL OR steps IS NULL OR steps = CAST('null' AS JSON) OR v IS NULL OR after IS NULL THEN RETURN NULL; END IF;
        SET parent = @json_place(d, steps, n - 1);
        IF n = 0 OR parent IS NULL THEN RETURN d; END IF;
        SET step = JSON_EXTRACT(steps, CONCAT('$[', n - 1, ']'));
        SET type = JSON_TYPE(JSON_EXTRACT(d, parent));
        IF type = 'OBJECT' THEN RETURN JSON_INSERT(d, CONCAT(parent, '.', CAST(step AS CHAR)), v); END IF;
        SET i = @json_index(step);
        IF type <> 'ARRAY' OR i IS NULL THEN RETURN d; END IF;
        IF i < 0 THEN SET i = i + JSON_LENGTH(d, parent); END IF;
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
        SET result = REGEXP_REPLACE(result, '("[^"\\\\]*+(?:\\\\.[^"\\\\]*+)*+")(?!: null)|"[^"\\\\]*+(?:\\\\.[^"\\\\]*+)*+": null', CONCAT('$1', mark));
        SET result = REPLACE(result, CONCAT('"', mark), '"');
        SET result = REPLACE(result, CONCAT(mark, ', '), '');
        SET result = REPLACE(result, CONCAT(', ', mark), '');
        RETURN CAST(REPLACE(result, mark, '') AS JSON);
      END
      """#),
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
    // What a path leads to as SQL/JSON's lax mode reads it: arrays are unwrapped where a member is asked for, other values wrapped where
    // an element is. A step is a member's name, an element's number (from the end where negative), or null for every element.
    ExtensionFunction(
      "json_path_walk", "d JSON, steps JSON", returns: "JSON", standsFor: "a part of jsonb_path_query_array(jsonb, jsonpath)",
      """
      BEGIN
        DECLARE items JSON DEFAULT JSON_ARRAY(d);
        DECLARE found JSON;
        DECLARE item JSON;
        DECLARE step JSON;
        DECLARE step_type VARCHAR(20);
        DECLARE item_type VARCHAR(20);
        DECLARE s INT DEFAULT 0;
        DECLARE i INT;
        DECLARE n BIGINT;
        IF d IS NULL THEN RETURN NULL; END IF;
        WHILE s < JSON_LENGTH(steps) DO
          SET step = JSON_EXTRACT(steps, CONCAT('$[', s, ']'));
          SET step_type = JSON_TYPE(step);
          SET found = JSON_ARRAY();
          SET i = 0;
          WHILE i < JSON_LENGTH(items) DO
            SET item = JSON_EXTRACT(items, CONCAT('$[', i, ']'));
            SET item_type = JSON_TYPE(item);
            IF step_type = 'STRING' THEN
              IF item_type = 'ARRAY' THEN
                SET found = JSON_MERGE_PRESERVE(found, COALESCE(JSON_EXTRACT(item, CONCAT('$[*].', CAST(step AS CHAR))), JSON_ARRAY()));
              ELSEIF JSON_CONTAINS_PATH(item, 'one', CONCAT('$.', CAST(step AS CHAR))) THEN
                SET found = JSON_ARRAY_APPEND(found, '$', JSON_EXTRACT(item, CONCAT('$.', CAST(step AS CHAR))));
              END IF;
            ELSEIF item_type <> 'ARRAY' THEN
              IF step_type = 'NULL' OR CAST(step AS SIGNED) IN (0, -1) THEN SET found = JSON_ARRAY_APPEND(found, '$', item); END IF;
            ELSEIF step_type = 'NULL' THEN
              SET found = JSON_MERGE_PRESERVE(found, item);
            ELSE
              SET n = CAST(step AS SIGNED);
              SET n = IF(n < 0, n + JSON_LENGTH(item), n);
              IF n BETWEEN 0 AND CAST(JSON_LENGTH(item) AS SIGNED) - 1 THEN
                SET found = JSON_ARRAY_APPEND(found, '$', JSON_EXTRACT(item, CONCAT('$[', n, ']')));
              END IF;
            END IF;
            SET i = i + 1;
          END WHILE;
          SET items = found;
          SET s = s + 1;
        END WHILE;
        RETURN items;
      END
      """),
    // Whether some value that the path of a test leads to compares so: {"path": […], "operator": "==", "value": …}.
    ExtensionFunction(
      "jsonb_path_test", "d JSON, test JSON", returns: "BOOLEAN", standsFor: "jsonb_path_match(jsonb, jsonpath), @@",
      """
      BEGIN
        DECLARE items JSON DEFAULT @json_path_walk(d, JSON_EXTRACT(test, '$.path'));
        DECLARE operator VARCHAR(10) DEFAULT JSON_UNQUOTE(JSON_EXTRACT(test, '$.operator'));
        DECLARE value JSON DEFAULT JSON_EXTRACT(test, '$.value');
        DECLARE value_type VARCHAR(20) DEFAULT @json_kind(value);
        DECLARE item JSON;
        DECLARE item_type VARCHAR(20);
        DECLARE result BOOLEAN;
        DECLARE is_unknown BOOLEAN DEFAULT FALSE;
        DECLARE i INT DEFAULT 0;
        IF d IS NULL THEN RETURN NULL; END IF;
        IF operator = 'exists' THEN RETURN JSON_LENGTH(items) > 0; END IF;
        -- Arrays are unwrapped once more.
        SET items = @json_path_walk(items, JSON_ARRAY(NULL, NULL));
        WHILE i < JSON_LENGTH(items) DO
          SET item = JSON_EXTRACT(items, CONCAT('$[', i, ']'));
          SET item_type = @json_kind(item);
          SET result = NULL;
          IF operator = 'starts' THEN
            SET result = IF(item_type = 'string', LEFT(JSON_UNQUOTE(item), CHAR_LENGTH(JSON_UNQUOTE(value))) = JSON_UNQUOTE(value), NULL);
          ELSEIF item_type <> value_type THEN
            SET result = IF(item_type = 'null' OR value_type = 'null', operator = '!=', NULL);
          ELSEIF item_type IN ('number', 'string', 'boolean', 'null') THEN
            SET result = CASE operator WHEN '==' THEN item = value WHEN '!=' THEN item <> value WHEN '<' THEN item < value WHEN '<=' THEN item <= value
              WHEN '>' THEN item > value ELSE item >= value END;
          END IF;
          IF result THEN RETURN TRUE; END IF;
          SET is_unknown = is_unknown OR result IS NULL;
          SET i = i + 1;
        END WHILE;
        RETURN IF(is_unknown, NULL, FALSE);
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
    // As json_path_walk; a step that is an object filters by one of its tests in "any", each a list of tests that all hold.
    ExtensionFunction(
      "jsonb_path_query_array", "d JSON, steps JSON", returns: "JSON", standsFor: "jsonb_path_query_array(jsonb, jsonpath)",
      """
      BEGIN
        DECLARE items JSON DEFAULT JSON_ARRAY(d);
        DECLARE found JSON;
        DECLARE step JSON;
        DECLARE step_type VARCHAR(20);
        DECLARE s INT DEFAULT 0;
        DECLARE i INT;
        DECLARE a INT;
        DECLARE t INT;
        DECLARE holds BOOLEAN;
        IF d IS NULL THEN RETURN NULL; END IF;
        WHILE s < JSON_LENGTH(steps) DO
          SET step = JSON_EXTRACT(steps, CONCAT('$[', s, ']'));
          SET step_type = JSON_TYPE(step);
          SET found = JSON_ARRAY();
          SET i = 0;
          IF step_type = 'OBJECT' THEN SET items = @json_path_walk(items, JSON_ARRAY(NULL, NULL)); END IF;
          WHILE i < JSON_LENGTH(items) DO
            IF step_type <> 'OBJECT' THEN
              SET found = JSON_MERGE_PRESERVE(found, @json_path_walk(JSON_EXTRACT(items, CONCAT('$[', i, ']')), JSON_ARRAY(step)));
            ELSE
              SET a = 0;
              SET holds = FALSE;
              WHILE a < JSON_LENGTH(step, '$.any') AND NOT holds DO
                SET t = 0;
                SET holds = TRUE;
                WHILE t < JSON_LENGTH(step, CONCAT('$.any[', a, ']')) AND holds DO
                  SET holds = COALESCE(@jsonb_path_test(JSON_EXTRACT(items, CONCAT('$[', i, ']')), JSON_EXTRACT(step, CONCAT('$.any[', a, '][', t, ']'))), FALSE);
                  SET t = t + 1;
                END WHILE;
                SET a = a + 1;
              END WHILE;
              IF holds THEN SET found = JSON_ARRAY_APPEND(found, '$', JSON_EXTRACT(items, CONCAT('$[', i, ']'))); END IF;
            END IF;
            SET i = i + 1;
          END WHILE;
          SET items = found;
          SET s = s + 1;
        END WHILE;
        RETURN items;
      END
      """),
  ]
}
