import HostLanguages
import Scanner
import SourceText
import Testing

@testable import HostEdits

/// A file before and after its first statement's array parameters are passed as JSON.
struct Encoding: CustomTestStringConvertible, Sendable {
  var path: String
  var before: String
  /// Nil where no value is edited.
  var after: String?
  var elements: [Int: JSONEncoding.Element]
  var testDescription: String { before }

  init(_ path: String, _ before: String, becomes after: String?, _ elements: [Int: JSONEncoding.Element] = [1: .integer]) {
    (self.path, self.before, self.after, self.elements) = (path, before, after, elements)
  }
}

@Suite struct JSONParameterTests {
  private static let any = "SELECT id FROM item WHERE id = ANY"

  @Test(arguments: [
    // psycopg
    Encoding("a.py", "import json\nimport psycopg\ncur.execute(\"\(any)(%s)\", (ids,))\n",
      becomes: "import json\nimport psycopg\ncur.execute(\"\(any)(%s)\", (json.dumps(ids),))\n"),
    Encoding("a.py", "import psycopg\n\ncur.execute(\"\(any)(%s)\", [ids])\n",
      becomes: "import json\nimport psycopg\n\ncur.execute(\"\(any)(%s)\", [json.dumps(ids)])\n"),
    Encoding("a.py", "import psycopg2\nimport os\ncur.execute(\"\(any)(%s) AND n > %s\", (ids, n))\n",
      becomes: "import json\nimport psycopg2\nimport os\ncur.execute(\"\(any)(%s) AND n > %s\", (json.dumps(ids), n))\n"),
    Encoding("a.py", "import psycopg\ncur.execute(\"SELECT id FROM item WHERE u = ANY(%s)\", (ids,))\n",
      becomes: "import json\nimport psycopg\ncur.execute(\"SELECT id FROM item WHERE u = ANY(%s)\", (json.dumps(ids, default=str),))\n", [1: .uuid]),
    Encoding("a.py", "import psycopg\ncur.execute(\"\(any)(%(ids)s)\", {\"ids\": list(ids), \"n\": 1})\n",
      becomes: "import json\nimport psycopg\ncur.execute(\"\(any)(%(ids)s)\", {\"ids\": json.dumps(list(ids)), \"n\": 1})\n"),
    Encoding("a.py", "import psycopg\ncur.execute(\"\(any)(%(ids)s)\", dict(ids=ids))\n",
      becomes: "import json\nimport psycopg\ncur.execute(\"\(any)(%(ids)s)\", dict(ids=json.dumps(ids)))\n"),
    // The line ends, the documentation and __future__ stay what they are.
    Encoding("a.py", "\"\"\"Doc.\"\"\"\r\nfrom __future__ import annotations\r\n\r\nfrom psycopg import connect\r\n\r\ncur.execute(\"\(any)(%s)\", (ids,))\r\n",
      becomes: "\"\"\"Doc.\"\"\"\r\nfrom __future__ import annotations\r\n\r\nfrom psycopg import connect\r\nimport json\r\n\r\ncur.execute(\"\(any)(%s)\", (json.dumps(ids),))\r\n"),
    Encoding("a.py", "from psycopg import (\n    connect,\n    sql,\n)\n\ncur.execute(\"\(any)(%s)\", (ids,))\n",
      becomes: "from psycopg import (\n    connect,\n    sql,\n)\nimport json\n\ncur.execute(\"\(any)(%s)\", (json.dumps(ids),))\n"),
    Encoding("a.py", "#!/usr/bin/env python\n\"\"\"Doc.\"\"\"\n\ndef f(cur, ids):\n    cur.execute(\"\(any)(%s)\", (ids,))\n",
      becomes: "#!/usr/bin/env python\n\"\"\"Doc.\"\"\"\n\nimport json\n\ndef f(cur, ids):\n    cur.execute(\"\(any)(%s)\", (json.dumps(ids),))\n"),
    Encoding("a.py", "import asyncio\nimport logging\n\nimport psycopg\ncur.execute(\"\(any)(%s)\", (ids,))\n",
      becomes: "import asyncio\nimport json\nimport logging\n\nimport psycopg\ncur.execute(\"\(any)(%s)\", (json.dumps(ids),))\n"),
    // json.loads of another place is no reason; a keyword argument is none either.
    Encoding("a.py", "import json\nimport psycopg\npost(json=x)\ncur.execute(\"\(any)(%s)\", (ids,))\n",
      becomes: "import json\nimport psycopg\npost(json=x)\ncur.execute(\"\(any)(%s)\", (json.dumps(ids),))\n"),
    // asyncpg: any sized collection.
    Encoding("a.py", "import asyncpg\nawait con.fetch(\"\(any)($1)\", ids)\n",
      becomes: "import asyncpg\nimport json\nawait con.fetch(\"\(any)(%s)\", json.dumps(ids, default=list))\n"),
    Encoding("a.py", "import asyncpg\nasync def f(con, ids: list[int]):\n    await con.fetch(\"\(any)($1)\", ids)\n",
      becomes: "import asyncpg\nimport json\nasync def f(con, ids: list[int]):\n    await con.fetch(\"\(any)(%s)\", json.dumps(ids))\n"),
    Encoding("a.py", "import asyncpg\nawait con.fetch(\"SELECT 1 FROM item WHERE u = ANY($1)\", ids)\n",
      becomes: "import asyncpg\nimport json\nawait con.fetch(\"SELECT 1 FROM item WHERE u = ANY(%s)\", json.dumps(ids, default=lambda v: list(v) if hasattr(v, \"__iter__\") else str(v)))\n",
      [1: .uuid]),
    // SQLAlchemy
    Encoding("a.py", "import json\nfrom sqlalchemy import text\nsession.execute(text(\"\(any)(:ids)\"), {\"ids\": ids})\n",
      becomes: "import json\nfrom sqlalchemy import text\nsession.execute(text(\"\(any)(:ids)\"), {\"ids\": json.dumps(ids)})\n"),
    Encoding("a.py", "import json\nfrom sqlalchemy import text\nsession.execute(text(\"\(any)(:ids)\").bindparams(ids=ids))\n",
      becomes: "import json\nfrom sqlalchemy import text\nsession.execute(text(\"\(any)(:ids)\").bindparams(ids=json.dumps(ids)))\n"),
    Encoding("a.py", "import json\nfrom sqlalchemy import text\nconn.execute(text(\"\(any)(:ids)\"), [{\"ids\": a}, dict(ids=b)])\n",
      becomes: "import json\nfrom sqlalchemy import text\nconn.execute(text(\"\(any)(:ids)\"), [{\"ids\": json.dumps(a)}, dict(ids=json.dumps(b))])\n"),
    // Every row of executemany.
    Encoding("a.py", "import json\nimport psycopg\ncur.executemany(\"\(any)(%s) AND n = %s\", [(a, 1), (b, 2)])\n",
      becomes: "import json\nimport psycopg\ncur.executemany(\"\(any)(%s) AND n = %s\", [(json.dumps(a), 1), (json.dumps(b), 2)])\n"),
    Encoding("a.py", "import json\nimport psycopg\ncur.executemany(\"\(any)(%s) AND n = %s\", [(r.ids, r.n) for r in rows])\n",
      becomes: "import json\nimport psycopg\ncur.executemany(\"\(any)(%s) AND n = %s\", [(json.dumps(r.ids), r.n) for r in rows])\n"),
    Encoding("a.py", "import json\nimport psycopg\ncur.executemany(\"\(any)(%(ids)s)\", ({\"ids\": ids} for ids, n in rows))\n",
      becomes: "import json\nimport psycopg\ncur.executemany(\"\(any)(%(ids)s)\", ({\"ids\": json.dumps(ids)} for ids, n in rows))\n"),
    // Sequelize binds; its replacements are put into the text.
    Encoding("a.ts", "import { Sequelize } from 'sequelize';\nsequelize.query('\(any)($1)', { bind: [ids], type: QueryTypes.SELECT });\n",
      becomes: "import { Sequelize } from 'sequelize';\nsequelize.query('\(any)($1)', { bind: [JSON.stringify(ids)], type: QueryTypes.SELECT });\n"),
    // node-postgres
    Encoding("a.ts", "import { Pool } from 'pg';\nawait pool.query('\(any)($1)', [ids]);\n",
      becomes: "import { Pool } from 'pg';\nawait pool.query('\(any)(?)', [JSON.stringify(ids)]);\n"),
    Encoding("a.ts", "import { Pool } from 'pg';\nawait pool.query({ text: '\(any)($2) AND n = $1', values: [n, ids.map((x) => x.id)] });\n",
      becomes: "import { Pool } from 'pg';\nawait pool.query({ text: '\(any)(?) AND n = ?', values: [JSON.stringify(ids.map((x) => x.id)), n] });\n", [2: .text]),
    Encoding("a.js", "const { Pool } = require('pg');\nlet big = BigInt(1);\npool.query('\(any)($1)', [ids]);\n",
      becomes: "const { Pool } = require('pg');\nlet big = BigInt(1);\npool.query('\(any)(?)', [JSON.stringify(ids, (_, v) => (typeof v === 'bigint' ? String(v) : v))]);\n"),
  ])
  func edits(_ row: Encoding) throws {
    let (plan, statements, host) = try Self.plan(row)
    let edited = try plan.edits.applied(to: host)
    #expect(String(decoding: edited, as: UTF8.self) == row.after)
    #expect(plan.jsonParameters == Set(row.elements.keys))
    let wanted = [plan] + statements.dropFirst().map(HostEditPlan.untouched)
    var plans = wanted
    RescanCheck(original: host, statements: statements, knowing: { FileExtractor().extract(bytes: $0, path: row.path, known: $1).statements }).check(&plans)
    #expect(plans == wanted)
    // What is JSON already is not encoded again.
    let again = Encoding(row.path, String(decoding: edited, as: UTF8.self), becomes: nil, row.elements)
    let (second, _, _) = try Self.plan(again)
    #expect(!second.edits.contains { String(decoding: $0.replacement, as: UTF8.self).contains("json") })
  }

  @Test(arguments: [
    // PostgreSQL's own text of an array, which the driver hands on.
    Encoding("a.py", "import psycopg\ncur.execute(\"\(any)(%s)\", (\"{1,2}\",))\n", becomes: nil),
    Encoding("a.py", "import psycopg\ncur.execute(\"\(any)(%s)\", (\"{%s}\" % \",\".join(ids),))\n", becomes: nil),
    Encoding("a.py", "import psycopg\ndef f(cur, ids: str):\n    cur.execute(\"\(any)(%s)\", (ids,))\n", becomes: nil),
    Encoding("a.py", "import psycopg\ndef f(cur, rows):\n    ids = \"{\" + \",\".join(rows) + \"}\"\n    cur.execute(\"\(any)(%s)\", (ids,))\n", becomes: nil),
    Encoding("a.ts", "import { Pool } from 'pg';\nfunction f(ids: string) { pool.query('\(any)(?)', [ids]); }\n", becomes: nil),
    Encoding("a.ts", "import { Pool } from 'pg';\npool.query('\(any)(?)', [`{${ids.join(',')}}`]);\n", becomes: nil),
    // A Date has no text that both drivers agree on.
    Encoding("a.ts", "import { Pool } from 'pg';\npool.query('\(any)(?)', [days]);\n", becomes: nil, [1: .date]),
    // Not the json that is meant.
    Encoding("a.py", "import psycopg\nfrom flask import json\ncur.execute(\"\(any)(%s)\", (ids,))\n", becomes: nil),
    Encoding("a.py", "import psycopg\ndef f(cur, json, ids):\n    cur.execute(\"\(any)(%s)\", (ids,))\n", becomes: nil),
    Encoding("a.py", "import psycopg\nimport simplejson as json\ncur.execute(\"\(any)(%s)\", (ids,))\n", becomes: nil),
    // Not seen.
    Encoding("a.py", "import psycopg\ncur.execute(\"\(any)(%s)\", values)\n", becomes: nil),
    Encoding("a.py", "import psycopg\ncur.execute(\"\(any)(%(ids)s)\", {**base, \"ids\": ids})\n", becomes: nil),
    Encoding("a.py", "import psycopg\ncur.executemany(\"\(any)(%s)\", [ids])\n", becomes: nil),
    Encoding("a.py", "import psycopg\ncur.executemany(\"\(any)(%s)\", [(a,), (\"{1}\",)])\n", becomes: nil),
    Encoding("a.py", "import psycopg\ncur.executemany(\"\(any)(%s)\", [(a,), *more])\n", becomes: nil),
    Encoding("a.py", "import psycopg\ncur.executemany(\"\(any)(%s)\", ((x for x in a),))\n", becomes: nil),
    Encoding("a.py", "from sqlalchemy import text\nstatement = text(\"\(any)(:ids)\").bindparams(ids=ids)\n", becomes: nil),
    Encoding("a.py", "from sqlalchemy import text\nsession.execute(text(\"\(any)(:ids)\").bindparams(bindparam(\"ids\", ids)))\n", becomes: nil),
    Encoding("a.ts", "import { Sequelize } from 'sequelize';\nsequelize.query('\(any)(:ids)', { replacements: { ids: ids } });\n", becomes: nil),
    Encoding("a.go", "package a\nimport \"database/sql\"\nfunc f(db *sql.DB, ids []int64) { db.Query(\"\(any)(?)\", pq.Array(ids)) }\n", becomes: nil),
    Encoding("a.java", "import java.sql.*;\nclass A { void f(Connection c) { c.prepareStatement(\"\(any)(?)\"); } }\n", becomes: nil),
  ])
  func leavesAlone(_ row: Encoding) throws {
    let (plan, _, _) = try Self.plan(row)
    #expect(plan.jsonParameters.isEmpty)
    #expect(!plan.edits.contains { String(decoding: $0.replacement, as: UTF8.self).lowercased().contains("json") })
  }

  @Test func oneImportServesAllStatementsOfAFile() throws {
    let text = "import psycopg\ncur.execute(\"\(Self.any)(%s)\", (a,))\ncur.execute(\"\(Self.any)(%s) ORDER BY 1\", (b,))\n"
    let host = Array(text.utf8)
    let statements = FileExtractor().extract(bytes: host, path: "a.py").statements
    let reader = ValueReader(file: try HostFile(bytes: host, language: .python))
    var plans = statements.map {
      HostEditPlanner.plan(
        pieces: [.source(ByteRange(0, $0.text.bytes.count))], for: $0, in: host, jsonParameters: [JSONParameter(parameter: 1, element: .integer)], reader: reader)
    }
    SharedLiterals.reconcile(&plans, of: statements)
    RescanCheck(original: host, statements: statements, knowing: { FileExtractor().extract(bytes: $0, path: "a.py", known: $1).statements }).check(&plans)
    let edits = Set(plans.flatMap(\.edits)).sorted { $0.range < $1.range }
    #expect(
      String(decoding: try edits.applied(to: host), as: UTF8.self)
        == "import json\nimport psycopg\ncur.execute(\"\(Self.any)(%s)\", (json.dumps(a),))\ncur.execute(\"\(Self.any)(%s) ORDER BY 1\", (json.dumps(b),))\n")
  }

  private static func plan(
    _ row: Encoding, known: Set<Int> = []
  ) throws -> (HostEditPlan, [EmbeddedStatement], [UInt8]) {
    let host = Array(row.before.utf8)
    let statements = FileExtractor().extract(bytes: host, path: row.path, known: known).statements
    let statement = try #require(statements.first)
    let language = try #require(HostLanguage.of(path: row.path))
    let plan = HostEditPlanner.plan(
      pieces: [.source(ByteRange(0, statement.text.bytes.count))], for: statement, in: host,
      jsonParameters: row.elements.sorted { $0.key < $1.key }.map { JSONParameter(parameter: $0.key, element: $0.value) },
      reader: ValueReader(file: try HostFile(bytes: host, language: language)))
    return (plan, statements, host)
  }
}
