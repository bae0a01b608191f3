extension ExtensionPack {
  static let text: [ExtensionFunction] = [
    ExtensionFunction(
      "initcap", "s LONGTEXT", returns: "LONGTEXT", standsFor: "initcap(text)",
      """
      BEGIN
        DECLARE i INT DEFAULT 1;
        DECLARE inside BOOLEAN DEFAULT FALSE;
        DECLARE c VARCHAR(1) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin;
        DECLARE result LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin DEFAULT '';
        IF s IS NULL THEN RETURN NULL; END IF;
        WHILE i <= CHAR_LENGTH(s) DO
          SET c = SUBSTRING(s, i, 1);
          SET result = CONCAT(result, IF(inside, LOWER(c), UPPER(c)));
          SET inside = REGEXP_LIKE(c, '[[:alnum:]]');
          SET i = i + 1;
        END WHILE;
        RETURN result;
      END
      """)
  ]
}
