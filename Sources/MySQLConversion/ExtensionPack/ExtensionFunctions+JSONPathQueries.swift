/// SQL/JSON paths, which the conversion has taken apart: what a path leads to, and tests of it.
extension ExtensionPack {
  static let jsonPathQueries: [ExtensionFunction] = [
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
