extension LabCorpus {
  /// Parameters that take their type from where they stand.
  static let parameters = Family("parameters", #"""
    SELECT $1
    SELECT $1, $1 || 'x'
    SELECT $1::int, $2::text, $3::varchar(5), $4::numeric(5,2), $5::date, $6::int[], $7::colour, $8::percent, $9::pair, $10::json
    SELECT $1 + 1, 1 + $2, $3 * 1.5, $4 || 'x', 'x' || $5, $6 / 2::int8, - $7::int, $8 % 2, 2.5 - $9
    SELECT i2 + $1, i4 + $2, i8 + $3, n + $4, f4 + $5, f8 * $6, m * $7, d - $9, d + $8::int, ts + $10, ts - $11, tt - $12, iv * $13, iv + $14, tm + $15 FROM sample
    SELECT id FROM sample WHERE i2 = $1 AND i4 = $2 AND i8 = $3 AND n = $4 AND n2 = $5 AND f4 = $6 AND f8 = $7 AND m = $8
    SELECT id FROM sample WHERE t = $1 AND vc = $2 AND v = $3 AND c = $4 AND nm = $5 AND lb = $6 AND sl = $7 AND sc = $8 AND pe = $9
    SELECT id FROM sample WHERE b = $1 AND d = $2 AND tm = $3 AND tz = $4 AND ts = $5 AND ts3 = $6 AND tt = $7 AND iv = $8 AND u = $9 AND by = $10 AND bt = $11
    SELECT id FROM sample WHERE jb = $1 AND ip = $2 AND ci = $3 AND mac = $4 AND ir = $5 AND dr = $6 AND mr = $7 AND o = $8 AND col = $9 AND rc = $10 AND lsn = $11 AND tv = $12
    SELECT id FROM sample WHERE i4s = $1 AND tx = $2 AND vcs = $3 AND n2s = $4 AND cols = $5 AND il = $6 AND pr = $7 AND prs = $8 AND jbs = $9 AND st = $10
    SELECT id FROM sample WHERE $1 = i4 AND $2 < d AND $3 LIKE vc AND $4 <> t AND $5 > n2 AND $6 = col
    SELECT id FROM sample WHERE t LIKE $1 AND vc ILIKE $2 AND c LIKE $3 AND nm ~ $4 AND t !~* $5 AND vc SIMILAR TO $6 AND t LIKE $7 ESCAPE $8 AND lb LIKE $9
    SELECT id FROM sample WHERE i4 IN ($1, $2) AND t IN ($3, 'x') AND vc IN ($4) AND n IN ($5, 1) AND col IN ($6, 'red') AND d IN ($7, $8) AND i4 NOT IN ($9, i2)
    SELECT id FROM sample WHERE i4 = ANY ($1) AND t = ANY ($2) AND vc = ANY ($3) AND n <> ALL ($4) AND col = ANY ($5) AND d > SOME ($6) AND c = ANY ($7) AND u = ANY ($8)
    SELECT id FROM sample WHERE $1 = ANY (i4s) AND $2 = ANY (tx) AND $3 = ANY (vcs) AND $4 = ANY (cols) AND $5 = ALL (n2s) AND $6 = ANY (il)
    SELECT id FROM sample WHERE i4 BETWEEN $1 AND $2 AND d BETWEEN $3 AND $4 AND t NOT BETWEEN $5 AND 'x' AND $6 BETWEEN n AND f8
    SELECT id FROM sample WHERE b AND $1 AND NOT $2 OR $3
    SELECT id FROM sample WHERE ($1::int IS NULL OR i4 = $1) AND ($2::text IS NULL OR vc = $2)
    SELECT id FROM sample WHERE t = $1 OR $1 IS NULL
    SELECT id FROM sample WHERE i4 IS DISTINCT FROM $1 AND t IS NOT DISTINCT FROM $2 AND $3 IS TRUE
    SELECT id FROM sample WHERE (i4, t) = ($1, $2) AND (i4, t) > ($3, $4) AND (i4, t) IN (($5, $6), (1, $7))
    SELECT id FROM sample LIMIT $1 OFFSET $2
    SELECT id FROM sample LIMIT $1::int
    SELECT id FROM sample ORDER BY CASE WHEN $1 = 'a' THEN t ELSE vc END, $2
    SELECT coalesce($1, i4), coalesce(t, $2), coalesce($3, 'x'), nullif(vc, $4), nullif($5, 1), greatest(i4, $6), least($7, n), greatest($8, 'x'), coalesce(vc, $9), coalesce(d, $10) FROM sample
    SELECT CASE WHEN $1 THEN $2 ELSE i4 END, CASE i4 WHEN $3 THEN 'x' ELSE $4 END, CASE $5 WHEN 'a' THEN 2 END, CASE WHEN b THEN $6 ELSE vc END, CASE WHEN b THEN $7::int ELSE 1.5 END FROM sample
    SELECT ARRAY[$1, i4], ARRAY[$2, 'x'], ARRAY[$3]::int[], ARRAY[t, $4], ARRAY[$5::int, 2.5], ROW($6::int, 'x'), ARRAY[[$7, 1]], array_append(i4s, $8), i4s || $9, tx || $10, $11 || i4s FROM sample
    SELECT lower($1), length($2), substring($3, $4, $5), substring($6 FROM 2), trim($7), replace($8, $9, 'x'), abs($10), round($11), round($12, 2), concat($13::text), left($14, $15), split_part(t, $16, $17), strpos($18, 'x'), position($19 IN t) FROM sample
    SELECT date_trunc($1, ts), date_trunc('day', $2::timestamptz), to_char(d, $3), to_date($4, 'YYYY'), extract(year from $5::date), age($6, now()), now() - $7, now() + $8, ts AT TIME ZONE $9, $10 AT TIME ZONE 'UTC', make_date($11, $12, $13), date_part($14, tt), current_date - $15 FROM sample
    SELECT now() - $1 * interval '1 day', now() - ($1 || ' days')::interval, interval '1 day' * $2, $3::int * interval '1 hour', make_interval(days => $4) FROM sample
    SELECT jb -> $1, jb ->> $2, jb @> $3, jb ? $4, jb #>> $5, jb || $6, jb - $7, jb ?| $8, j ->> $9, jb['a'] = $10, jsonb_set(jb, $11, $12), to_jsonb($13::int), jb[$14], jb @? $15 FROM sample
    SELECT ir @> $1, ir && $2, dr @> $3::date, i4 <@ $4::int4range, int4range($5, $6), tv @@ $7, to_tsquery($8), to_tsvector('simple', $9), ip << $10, pt <-> $11, i4s[$12], i4s[$13:$14], i4s && $15, tx @> $16 FROM sample
    SELECT scaled($1), scaled(1, factor => $2), overloaded($1::int), joined($3, $4), joined(VARIADIC $5), first_of($6, 1), first_of(now(), $7), either($8, 1.5), boxed($9::int), head($10::text[]), most($11, 1), as_percent($12), as_label($13), make_pair($14, $15), full_name($16), counts($17), stations_of($18)
    SELECT sum($1::int), count($2::text), max($3::date), string_agg(t, $4), percentile_cont($5) WITHIN GROUP (ORDER BY n), lag(i4, $6, $7) OVER (), ntile($8) OVER (), count(*) FILTER (WHERE i4 > $9), nth_value(t, $10) OVER () FROM sample GROUP BY t, i4
    SELECT $1 UNION SELECT 1
    SELECT 1 UNION SELECT $1
    SELECT $1 UNION SELECT 'x'
    SELECT n2 FROM sample UNION SELECT $1
    SELECT i4 FROM sample INTERSECT SELECT $1 EXCEPT SELECT $2
    VALUES ($1, 'a'), (1, $2)
    VALUES ($1::int, $2), (NULL, now())
    SELECT * FROM (VALUES ($1::int, $2::text), ($3, $4)) v (a, b)
    SELECT * FROM generate_series($1::int, $2) g WHERE g > $3
    SELECT * FROM unnest($1::int[], $2::text[]) u (a, b) WHERE b = $3
    SELECT * FROM jsonb_to_recordset($1) AS r (a int, b text) WHERE a = $2
    SELECT s.id FROM station s JOIN unnest($1::int[]) x ON x = s.id
    SELECT x.a FROM (SELECT $1::int AS a, $2 AS b) x WHERE x.b = $3
    WITH a AS (SELECT $1::int AS x) SELECT x + $2 FROM a
    WITH RECURSIVE t (n) AS (SELECT $1::int UNION ALL SELECT n + 1 FROM t WHERE n < $2) SELECT n FROM t
    SELECT id FROM station WHERE id IN (SELECT station_id FROM reading WHERE value > $1 AND quality = $2 AND ok = $3 AND taken > $4 AND extra @> $5)
    SELECT id FROM station WHERE EXISTS (SELECT 1 FROM visit WHERE station_id = id AND day = $1 AND fee > $2) AND name = (SELECT max(guide) FROM visit WHERE guide LIKE $3)
    SELECT $2::int, $1::text
    SELECT $1::text, $1
    SELECT $1::int + $1, $2::date - $2
    SELECT id FROM sample WHERE t = $1 AND vc = $1
    SELECT id FROM sample WHERE i4 = $1 AND i8 = $1
    SELECT id FROM sample WHERE i4 = $1 AND n > $1
    SELECT id FROM sample WHERE i4 = $1::int8
    SELECT id FROM sample WHERE d > $1::timestamptz AND (tt)::date = $2
    SELECT id FROM sample WHERE lower(t) = lower($1) AND upper(vc) LIKE upper($2) || '%' AND t ILIKE '%' || $3 || '%' AND concat(t, $4::text) = $5
    SELECT id FROM sample GROUP BY id HAVING count(*) > $1 AND max(t) = $2 AND sum(n2) > $3
    SELECT sum(i4) OVER (ORDER BY id ROWS BETWEEN $1 PRECEDING AND $2 FOLLOWING), sum(i4) OVER (ORDER BY d RANGE $3 PRECEDING), count(*) OVER (ORDER BY i4 RANGE BETWEEN $4 PRECEDING AND CURRENT ROW) FROM sample
    SELECT id FROM sample WHERE pr <+> $1 IS NULL AND col =~= $2 AND !+ $3 > 0
    SELECT $1 LIKE 'x', $2 < 5, $3 = now(), $4 IN (1, 2), 5 = ANY ($5), $6 ~ 'x', $7 @> '{1}'::int[], $8::jsonb -> 'a' FROM (SELECT 1) x WHERE $8::jsonb IS NOT NULL
    SELECT id FROM sample TABLESAMPLE SYSTEM ($1) REPEATABLE ($2)
    SELECT EXTRACT(epoch FROM $1::interval), overlay($2 PLACING $3 FROM $4), ($5::date, $6::date) OVERLAPS ($7, $8), xmlparse(content $9), $10 COLLATE "C" < 'x', normalize($11)
    """#)

  static let changes = Family("changes", #"""
    INSERT INTO station (id, name, opened) VALUES (1, 'x', '2024-01-01')
    INSERT INTO station VALUES (1, 'x', NULL, NULL, now())
    INSERT INTO station (id, name, opened) VALUES ($1, $2, $3) RETURNING *
    INSERT INTO station (id, name, opened) VALUES ($1, $2, $3), ($4, upper($5), DEFAULT) RETURNING id, name || 'x', tags[1], colour = 'red'
    INSERT INTO sample (id, i2, i4, i8, n, n2, f4, f8, m, t, vc, v, c, nm, b) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
    INSERT INTO sample (id, d, tm, tz, ts, ts3, tt, tt0, iv, ivd, u, by, bt, vb, j, jb) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
    INSERT INTO sample (id, ip, ci, mac, x, tv, tq, pt, bx, cl, ir, nr, dr, tr, mr, dm, o, rc, col) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
    INSERT INTO sample (id, pr, pl, ne, pe, lb, sl, sc, st, fr, lsn, i4s, n2s, tx, vcs, cols, prs, jbs, ds, il, ch) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)
    INSERT INTO sample (id, i2, n2, vc, c, ts3, pe, lb, i4s, jb, col) VALUES (1, 2, 3, 'x', 'y', now(), 5, 'l', '{1}', '{}', 'red')
    INSERT INTO sample (id, i4, i8, n2, vc, t, d, ts3, tt, m, pe) SELECT i8, n, f8, i4, t, vc, ts, now(), d, n2, i4 FROM sample
    INSERT INTO sample (id, vc, col, i4s) SELECT 1, 'x', 'red', '{1}'
    INSERT INTO sample (id, vc, d) SELECT $1, $2, $3
    INSERT INTO sample (id, vc, d) SELECT $1::int, t, $2 FROM sample WHERE vc = $3
    INSERT INTO sample (id, vc) SELECT 1, 'a' UNION SELECT 2, 'b'
    INSERT INTO sample (id, vc) SELECT 1, 'a' UNION ALL SELECT 2, vc FROM sample
    INSERT INTO sample (id, vc) (VALUES (1, 'a'), (2, 'b') ORDER BY 1)
    INSERT INTO sample (id, i4s[1], i4s[2], pr.a, pr.b, jb['a']) VALUES (1, 2, 3, 4, 'x', '5')
    INSERT INTO sample (id, i4s[1:2], tx[$1], pl.title, pl.height) VALUES ($2, $3, $4, $5, $6)
    INSERT INTO sample (id, pr, prs) VALUES (1, (1, 'x'), ARRAY[ROW(1, 'x')::pair]), (2, ROW($1, $2), '{}')
    INSERT INTO sample DEFAULT VALUES RETURNING id, n2, vc
    INSERT INTO sample (id) VALUES (DEFAULT) RETURNING sample.*, sample
    INSERT INTO reading (station_id, value, quality) VALUES ($1, $2 + 1, $3 * 2) RETURNING id, rounded, taken
    INSERT INTO reading (station_id, value) OVERRIDING SYSTEM VALUE SELECT id, seats FROM station RETURNING reading.id, value
    INSERT INTO lab.log (state, body, amount) VALUES ('on', '{}', 5) RETURNING at, state, amount + 1
    INSERT INTO lab.log (body) VALUES (jsonb_build_object('a', $1::text, 'b', $2::int))
    INSERT INTO parted VALUES (1, 'x', 'y') RETURNING *
    INSERT INTO station AS s (id, name, opened) VALUES (1, 'x', now()) ON CONFLICT (id) DO UPDATE SET name = excluded.name, seats = s.seats + excluded.seats, tags = s.tags || excluded.tags WHERE s.name <> excluded.name RETURNING s.id, s.seats
    INSERT INTO station (id, name, opened) VALUES (1, 'x', now()) ON CONFLICT DO NOTHING RETURNING id
    INSERT INTO station (id, name, opened) VALUES ($1, $2, $3) ON CONFLICT (code) DO UPDATE SET (name, opened) = (excluded.name, $4), seats = $5, notes = coalesce(excluded.notes, station.notes, $6)
    INSERT INTO station (id, name, opened) VALUES ($1, $2, $3) ON CONFLICT (id) DO UPDATE SET (name, code) = ROW (excluded.name, $4), closed = (SELECT max(day) FROM visit WHERE station_id = excluded.id)
    INSERT INTO station (id, name, opened) VALUES (1, 'x', now()) ON CONFLICT ON CONSTRAINT station_pkey DO UPDATE SET name = upper(excluded.name) || 'x', seats = CASE WHEN excluded.seats > 1 THEN 2 ELSE station.seats END
    INSERT INTO visit (station_id, day, visitors) VALUES (1, '2024-01-01', 5) ON CONFLICT (station_id, day) DO UPDATE SET visitors = visit.visitors + excluded.visitors, fee = excluded.fee * 1.1 RETURNING visitors, fee
    INSERT INTO visit SELECT id, current_date, seats FROM station ON CONFLICT (station_id, day) DO UPDATE SET visitors = excluded.visitors WHERE visit.visitors < excluded.visitors AND excluded.day = visit.day
    UPDATE station SET name = 'x'
    UPDATE station SET name = $1, code = $2, parent = $3, opened = $4, closed = $5, colour = $6, notes = $7, tags = $8, seats = $9 WHERE id = $10
    UPDATE station SET seats = seats + 1, tags = tags || '{x}', closed = now(), name = upper(name) || $1, colour = CASE WHEN $2 THEN 'red' ELSE colour END RETURNING *
    UPDATE station s SET seats = s.seats + $1, closed = $2::timestamp FROM visit v WHERE v.station_id = s.id AND v.day > $3 RETURNING s.id, v.fee, s.name
    UPDATE station SET (name, seats) = ('x', 5), (code, notes) = (SELECT guide, guide FROM visit LIMIT 1)
    UPDATE station SET (name, seats) = (SELECT name, $1::int FROM station WHERE id = $2) WHERE id = $3
    UPDATE station SET (name) = ROW ($1), notes = DEFAULT, seats = (SELECT count(*) FROM visit)
    UPDATE sample SET i4s[1] = 5, i4s[2:3] = '{1,2}', tx[$1] = $2, pr.a = $3, pl.title = $4, jb['a']['b'] = '5', jb['c'] = $5, ne.p.a = 7
    UPDATE sample SET n2 = n2 * 1.1, i2 = i4, i4 = i8, vc = t, t = i4, d = ts, ts3 = now(), pe = n2, lb = vc, i8 = n, f4 = f8, il = i4s, c = vc
    UPDATE sample SET i4 = $1, i8 = i8 + $2, n2 = $3 * 2, iv = $4, ts = ts + $5, d = d - $6::int, jb = jsonb_set(jb, '{a}', $7), tx = array_append(tx, $8), b = NOT b AND $9, col = $10, m = m * $11
    UPDATE sample SET col = 1, m = 5, pe = '5', j = '{}', o = 5, rc = 'sample', i2 = 5::int8, vc = 5, t = true, by = '\x00', ir = '[1,2)', pr = ROW(1, 'x') RETURNING col, vc
    UPDATE ONLY base SET kind = kind || 'x' RETURNING id, base.*
    UPDATE base SET size = $1 WHERE kind IN ($2, $3) RETURNING tableoid::regclass, *
    UPDATE parted SET v = $1 WHERE k = $2 RETURNING k, w
    UPDATE lab.log SET state = $1, body = body || $2, amount = amount + 1, at = now() WHERE id = ANY ($3) RETURNING log.state, at
    UPDATE reading r SET value = x.m FROM (SELECT station_id, max(fee) AS m FROM visit GROUP BY 1) x WHERE x.station_id = r.station_id RETURNING r.rounded, x.m
    DELETE FROM visit
    DELETE FROM visit WHERE station_id = $1 AND day < $2 RETURNING *
    DELETE FROM visit v USING station s WHERE s.id = v.station_id AND s.name = $1 RETURNING v.day, s.name, v.fee * 2
    DELETE FROM visit AS v WHERE NOT EXISTS (SELECT 1 FROM station s WHERE s.id = v.station_id AND s.seats > $1)
    DELETE FROM ONLY base WHERE id IN (SELECT id FROM derived WHERE extra = $1)
    DELETE FROM reading USING station s JOIN visit v ON v.station_id = s.id WHERE reading.station_id = s.id AND v.fee > $1 RETURNING reading.id, v.day, s
    DELETE FROM lab.log WHERE at < now() - $1::interval AND amount > $2 RETURNING id, (body ->> 'a')::int AS a
    """#)

  static let merges = Family("merges", #"""
    MERGE INTO station s USING visit v ON v.station_id = s.id WHEN MATCHED THEN UPDATE SET seats = v.visitors WHEN NOT MATCHED THEN INSERT (id, name, opened) VALUES (v.station_id, 'x', v.day)
    MERGE INTO station s USING (SELECT $1::int AS id, $2::text AS name) x ON x.id = s.id WHEN MATCHED AND s.name <> x.name THEN UPDATE SET name = x.name, seats = s.seats + $3 WHEN NOT MATCHED THEN INSERT (id, name, opened) VALUES (x.id, x.name, $4)
    MERGE INTO station USING (VALUES (1, 'a'), (2, 'b')) AS v (id, name) ON station.id = v.id WHEN MATCHED THEN DELETE WHEN NOT MATCHED AND v.name = 'b' THEN DO NOTHING WHEN NOT MATCHED THEN INSERT VALUES (v.id, v.name, NULL, NULL, now())
    WITH x AS (SELECT * FROM station) MERGE INTO base b USING x ON x.id = b.id WHEN MATCHED THEN UPDATE SET (kind, size) = (x.name, x.seats) WHEN NOT MATCHED THEN INSERT (id, kind) VALUES (x.id, DEFAULT)
    MERGE INTO ONLY base b USING derived d ON d.id = b.id AND d.kind = $1 WHEN MATCHED AND b.size > $2 THEN UPDATE SET size = CASE WHEN d.size IS NULL THEN 0 ELSE d.size END
    MERGE INTO visit v USING station s JOIN reading r ON r.station_id = s.id ON v.station_id = s.id AND v.day = r.taken::date WHEN NOT MATCHED THEN INSERT (station_id, day, visitors, fee) VALUES (s.id, r.taken, s.seats, r.value)
    MERGE INTO sample t USING sample u ON t.id = u.i4 WHEN MATCHED THEN UPDATE SET i4s = u.i4s || 1, pr = u.pr, n2 = u.i4, vc = u.t, jb = u.jb || '{}'
    MERGE INTO lab.log l USING (SELECT 1 AS id) x ON x.id = l.id WHEN MATCHED THEN UPDATE SET state = 'on', amount = 5, body = '{}' WHEN NOT MATCHED THEN INSERT DEFAULT VALUES
    """#)
}
