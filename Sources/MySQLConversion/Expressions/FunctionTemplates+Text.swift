/// Text and bytes. Source: PostgreSQL "String Functions and Operators" and "Binary String Functions and Operators", MySQL "String
/// Functions and Operators", "Encryption and Compression Functions"; each tried on PostgreSQL 15 and MySQL 9.7.
extension FunctionTemplates {
  static let text: [Row] = [
    Row("ascii(text)", "COALESCE(CAST(CONV(HEX(CONVERT(LEFT({0}, 1) USING utf32)), 16, 10) AS SIGNED), CHAR_LENGTH({0}))"),
    Row("bit_length(text)", "BIT_LENGTH({0})"),
    // A set of one character; of more, the trimmed characters are a class.
    Row("btrim(text,text)", "TRIM(BOTH {1} FROM {0})", when: [.oneCharacter(1)]),
    Row("ltrim(text,text)", "TRIM(LEADING {1} FROM {0})", when: [.oneCharacter(1)]),
    Row("rtrim(text,text)", "TRIM(TRAILING {1} FROM {0})", when: [.oneCharacter(1)]),
    Row("chr(int4)", "CAST(CONVERT(UNHEX(LPAD(HEX({0}), 8, '0')) USING utf32) AS CHAR)", loses: .invalidText),
    Row("convert_to(text,name)", "CAST({0} AS BINARY)", when: [.word(1, ["utf8", "utf-8"])]),
    Row("left(text,int4)", "IF({1} < 0, LEFT({0}, GREATEST(CHAR_LENGTH({0}) + {1}, 0)), LEFT({0}, {1}))"),
    Row("right(text,int4)", "IF({1} < 0, RIGHT({0}, GREATEST(CHAR_LENGTH({0}) + {1}, 0)), RIGHT({0}, {1}))"),
    Row("lpad(text,int4)", "LPAD({0}, GREATEST({1}, 0), ' ')"),
    Row("rpad(text,int4)", "RPAD({0}, GREATEST({1}, 0), ' ')"),
    Row("lpad(text,int4,text)", "LPAD({0}, {1}, {2})", when: [.integer(1, 0...10_000_000), .nonEmpty(2)]),
    Row("rpad(text,int4,text)", "RPAD({0}, {1}, {2})", when: [.integer(1, 0...10_000_000), .nonEmpty(2)]),
    Row("lpad(text,int4,text)", "LPAD({0}, GREATEST({1}, 0), {2})", when: [.nonEmpty(2)]),
    Row("rpad(text,int4,text)", "RPAD({0}, GREATEST({1}, 0), {2})", when: [.nonEmpty(2)]),
    Row("lpad(text,int4,text)", "IF({2} = '', LEFT({0}, GREATEST({1}, 0)), LPAD({0}, GREATEST({1}, 0), {2}))"),
    Row("rpad(text,int4,text)", "IF({2} = '', LEFT({0}, GREATEST({1}, 0)), RPAD({0}, GREATEST({1}, 0), {2}))"),
    Row("overlay(text,text,int4,int4)", "CONCAT(SUBSTRING({0}, 1, {2} - 1), {1}, SUBSTRING({0}, GREATEST({2} + {3}, 1)))"),
    Row("overlay(text,text,int4)", "CONCAT(SUBSTRING({0}, 1, {2} - 1), {1}, SUBSTRING({0}, {2} + CHAR_LENGTH({1})))"),
    Row("quote_literal(text)", "IF(LOCATE('\\\\', {0}) > 0, CONCAT('E''', REPLACE(REPLACE({0}, '\\\\', '\\\\\\\\'), '''', ''''''), ''''), CONCAT('''', REPLACE({0}, '''', ''''''), ''''))"),
    Row("quote_nullable(text)", "COALESCE(IF(LOCATE('\\\\', {0}) > 0, CONCAT('E''', REPLACE(REPLACE({0}, '\\\\', '\\\\\\\\'), '''', ''''''), ''''), CONCAT('''', REPLACE({0}, '''', ''''''), '''')), 'NULL')"),
    Row("split_part(text,text,int4)", "SUBSTRING_INDEX({0}, {1}, 1)", when: [.nonEmpty(1), .integer(2, 1...1)]),
    Row("split_part(text,text,int4)", "SUBSTRING_INDEX({0}, {1}, -1)", when: [.unbordered(1), .integer(2, -1 ... -1)]),
    Row("split_part(text,text,int4)", "IF((CHAR_LENGTH({0}) - CHAR_LENGTH(REPLACE({0}, {1}, ''))) DIV CHAR_LENGTH({1}) >= {2} - 1, SUBSTRING_INDEX(SUBSTRING_INDEX({0}, {1}, {2}), {1}, -1), LEFT({0}, 0))", when: [.unbordered(1), .integer(2, 2...1_000_000)]),
    Row("split_part(text,text,int4)", "IF((CHAR_LENGTH({0}) - CHAR_LENGTH(REPLACE({0}, {1}, ''))) DIV CHAR_LENGTH({1}) >= -({2}) - 1, SUBSTRING_INDEX(SUBSTRING_INDEX({0}, {1}, {2}), {1}, 1), LEFT({0}, 0))", when: [.unbordered(1), .integer(2, -1_000_000 ... -2)]),
    Row("starts_with(text,text)", "LEFT({0}, CHAR_LENGTH({1})) = {1}", .comparison),
    Row("^@(text,text)", "LEFT({0}, CHAR_LENGTH({1})) = {1}", .comparison),
    Row("substr(text,int4)", "SUBSTRING({0}, GREATEST({1}, 1))"), Row("substring(text,int4)", "SUBSTRING({0}, GREATEST({1}, 1))"),
    Row("substr(text,int4,int4)", "SUBSTRING({0}, GREATEST({1}, 1), GREATEST({1} + {2} - GREATEST({1}, 1), 0))", loses: .negativeLength),
    Row("substring(text,int4,int4)", "SUBSTRING({0}, GREATEST({1}, 1), GREATEST({1} + {2} - GREATEST({1}, 1), 0))", loses: .negativeLength),
    Row("to_hex(int4)", "LOWER(HEX({0} & 4294967295))"), Row("to_hex(int8)", "LOWER(HEX({0}))"),
    // The operators that views and patterns' index classes print.
    Row("~<~(text,text)", "{0} < {1}", .comparison), Row("~<=~(text,text)", "{0} <= {1}", .comparison),
    Row("~>~(text,text)", "{0} > {1}", .comparison), Row("~>=~(text,text)", "{0} >= {1}", .comparison),
    Row("~~(text,text)", "{0} LIKE {1}", .predicate), Row("!~~(text,text)", "{0} NOT LIKE {1}", .predicate),
  ]

  static let bytes: [Row] = [
    Row("bit_length(bytea)", "BIT_LENGTH({0})"), Row("bit_count(bytea)", "BIT_COUNT({0})"),
    Row("convert_from(bytea,name)", "CONVERT({0} USING utf8mb4) COLLATE utf8mb4_0900_bin", when: [.word(1, ["utf8", "utf-8"])], loses: .invalidText, .collate),
    Row("decode(text,text)", "UNHEX(REPLACE(REPLACE({0}, ' ', ''), '\\n', ''))", when: [.word(1, ["hex"])], loses: .invalidText),
    Row("decode(text,text)", "FROM_BASE64({0})", when: [.word(1, ["base64"])], loses: .invalidText),
    Row("encode(bytea,text)", "LOWER(HEX({0}))", when: [.word(1, ["hex"])]),
    Row("encode(bytea,text)", "CONCAT(TO_BASE64({0}), IF(LENGTH({0}) > 0 AND LENGTH({0}) % 57 = 0, '\\n', ''))", when: [.word(1, ["base64"])]),
    Row("get_byte(bytea,int4)", "ORD(SUBSTRING({0}, {1} + 1, 1))", when: [.integer(1, 0...1_000_000_000)], loses: .invalidIndex),
    Row("position(bytea,bytea)", "LOCATE({1}, {0})"),
    Row("sha224(bytea)", "UNHEX(SHA2({0}, 224))"), Row("sha256(bytea)", "UNHEX(SHA2({0}, 256))"),
    Row("sha384(bytea)", "UNHEX(SHA2({0}, 384))"), Row("sha512(bytea)", "UNHEX(SHA2({0}, 512))"),
    Row("substring(bytea,int4)", "SUBSTRING({0}, GREATEST({1}, 1))"), Row("substr(bytea,int4)", "SUBSTRING({0}, GREATEST({1}, 1))"),
    Row("substring(bytea,int4,int4)", "SUBSTRING({0}, GREATEST({1}, 1), GREATEST({1} + {2} - GREATEST({1}, 1), 0))", loses: .negativeLength),
    Row("substr(bytea,int4,int4)", "SUBSTRING({0}, GREATEST({1}, 1), GREATEST({1} + {2} - GREATEST({1}, 1), 0))", loses: .negativeLength),
    Row("||(bytea,bytea)", "CONCAT({0}, {1})"), Row("reverse(bytea)", "REVERSE({0})"),
  ]
}
