extension LabCorpus {
  /// Operators: numbers of unequal types, text in all its types, domains, and operators of the schema's own.
  static let operators = Family("operators", #"""
    SELECT i2 + i2, i2 + i4, i2 + i8, i4 + i8, i2 + n, i4 + n2, i8 + f4, i4 + f8, n + f4, n2 + f8, f4 + f8, f4 + f4, n2 + n2 FROM sample
    SELECT i2 * 2, i2 + 1, i2 - 32768, i4 + 2147483648, i8 / 2, i2 % i2, i4 % i2, n % 2, n2 ^ 2, i4 ^ 2, f8 ^ 2, 2 ^ 0.5, i8 % i4, mod(i8, i4) FROM sample
    SELECT m + m, m * 2, m * 2.5::float8, 2 * m, m / 2, m / m, m - m, i2 * m, f4 * m, m * i8 FROM sample
    SELECT i4 & 3, i4 | i2, i4 # 1, ~i2, i4 << 2, i8 >> 1, i2 & i8, bt & bt, bt | B'0001', vb # vb, bt << 1, vb || vb, bt || vb, vb || '1' FROM sample
    SELECT i2 = i4, i2 < i8, i4 = n, n > f8, f4 = f8, i8 <> f4, n2 >= i2, i4 = 1.5, i4 = '1', n = '1', f4 = 1.5, i2 = 100000, m = m, m > '5' FROM sample
    SELECT t = vc, vc = c, c = t, nm = t, nm = vc, nm = c, c = c, vc = vc, t = nm, lb = t, sc = vc, sc = t, lb = sl, v = c, nm < 'x', c = 'x' FROM sample
    SELECT t || t, t || vc, vc || vc, vc || c, c || c, c || t, nm || t, nm || nm, lb || t, sc || sc, lb || 'x', 'x' || nm, t || i4, i4 || t, t || b, d || t, t || iv, n || c FROM sample
    SELECT t || NULL, NULL || vc, t || 5, 5 || t, t || 1.5, t || true, t || '{}'::jsonb, vc || now(), t || col, col || t, 'a' || col FROM sample
    SELECT t LIKE 'a', vc LIKE t, c LIKE 'a%', nm LIKE 'x', lb LIKE 'y', sc ILIKE 'z', by LIKE '\x00', t NOT LIKE 'a', t NOT ILIKE vc, t LIKE 'a' ESCAPE 'x', t SIMILAR TO 'a', t NOT SIMILAR TO vc ESCAPE '!' FROM sample
    SELECT t ~ 'a', vc ~* 'a', c !~ 'a', nm !~* 'b', t ~~ 'a', vc !~~ 'a', t ~~* 'x', t ^@ 'x', lb ~ 'x', sc ~ t FROM sample
    SELECT i4 BETWEEN 1 AND 2, i4 BETWEEN i2 AND i8, n BETWEEN 1 AND 2, d BETWEEN '2024-01-01' AND now(), t BETWEEN 'a' AND vc, i4 NOT BETWEEN 1 AND 2.5, i4 BETWEEN SYMMETRIC 2 AND 1, col BETWEEN 'red' AND 'blue' FROM sample
    SELECT i4 IN (1), i4 IN (1, 2), i4 IN (1, 2.5), i4 IN (i2, i8), i4 IN (1, i8, 3), i4 IN ('1', '2'), i4 IN (1, '2'), n IN (1, 2), i2 IN (1, 2), i8 IN (1, 2), f4 IN (1.5, 2), f8 IN (1, 2.5) FROM sample
    SELECT t IN ('a'), t IN ('a', 'b'), vc IN ('a', 'b'), c IN ('a', 'b'), nm IN ('a', 'b'), lb IN ('a', 'b'), sc IN ('a', 'b'), col IN ('red', 'blue'), d IN ('2024-01-01', '2024-01-02'), u IN ('00000000-0000-0000-0000-000000000000', '10000000-0000-0000-0000-000000000000') FROM sample
    SELECT i4 NOT IN (1, 2), t NOT IN ('a', vc), b IN (true, false), b IN ('t', 'f'), iv IN ('1 day', '2 days'), pe IN (1, 2), i4 IN (NULL, 1), NULL IN (i4, 2), 1 IN (i4, i8), 'a' IN (t, vc) FROM sample
    SELECT i4 = ANY (i4s), i8 = ANY (i4s), i4 = ANY (i8s), n = ANY (ns), i2 = ANY (i4s), t = ANY (tx), vc = ANY (tx), t = ANY (vcs), vc = ANY (vcs), col = ANY (cols), d = ANY (ds), c = ANY (tx), sc = ANY (tx) FROM sample
    SELECT i4 = ANY ('{1,2}'), t = ANY ('{a}'), vc = ANY ('{a}'), i4 <> ALL (i4s), i4 > SOME (i4s), t LIKE ANY (tx), t NOT LIKE ALL (tx), t ILIKE ANY ('{a,b}'), i4 = ANY (ARRAY[1,2]), i4 = ANY (ARRAY[1,2.5]), i4 = ANY (il), 1 = ANY (i4s), 'a' = ANY (tx) FROM sample
    SELECT i4 IS NULL, t IS NOT NULL, i4 ISNULL, t NOTNULL, b IS TRUE, b IS NOT TRUE, b IS FALSE, b IS UNKNOWN, b IS NOT UNKNOWN, pr IS NULL, x IS DOCUMENT, t IS NORMALIZED FROM sample
    SELECT i4 IS DISTINCT FROM i8, t IS DISTINCT FROM 'x', i4 IS NOT DISTINCT FROM 5, i4 IS DISTINCT FROM NULL, NULL IS NOT DISTINCT FROM t, n IS DISTINCT FROM f8, vc IS DISTINCT FROM c FROM sample
    SELECT b AND b, b OR i4 > 1, NOT b, b = true, b <> 'f', b > false, b AND 't', (b OR b) AND NOT b FROM sample
    SELECT pr <+> 1, pr <+> i4, pr <+> i2, col =~= 'red', 'red' =~= col, col =~= col, !+ 5, !+ i4, !+ i8, !+ '5', !+ i2 FROM sample
    SELECT i4 OPERATOR(pg_catalog.+) 1, t OPERATOR(pg_catalog.||) 'x', OPERATOR(pg_catalog.-) i4, pr OPERATOR(public.<+>) 1, i4 OPERATOR(pg_catalog.=) ANY (i4s), t OPERATOR(pg_catalog.~~) 'x' FROM sample
    SELECT pe + 1, pe + pe, pe * n, pe > 50, pe = 50, pe / 2, -pe, pe + i4, pe + f8, pe || '%', abs(pe), round(pe), round(pe, 1), pe::int + 1 FROM sample
    SELECT lb || 'x', lb = 'x', length(lb), upper(lb), lb < lb, sl || lb, sl = 'x', lower(sl), substr(sl, 1, 2), sc || 'x', upper(sc), sc = 'x', length(sc), st + interval '1 day', st - st, st > now(), st::date, date_trunc('day', st) FROM sample
    SELECT il || 1, il[1], il = i4s, il && ARRAY[1], array_length(il, 1), il || i4s, 1 || il, il @> '{1}', unnest(il), cardinality(il), il[1:2], array_append(il, 1) FROM sample
    SELECT by || by, by = '\x00', by || '\x00', by < by, u = u, u < u, u::text = t, o = 5, o = i4, o > i8, rc = 'sample'::regclass, rc = o, rc::oid = 5, rc = 5 FROM sample
    SELECT ip << ci, ip <<= '10.0.0.0/8', ip && ci, ip + 5, ip - ip, ip - 1, ~ip, ip & ip, ip | ip, ip = ci, ip > '10.0.0.1', ci = ci, mac = mac, mac & mac, ip || 'x', host(ip) || 'x' FROM sample
    SELECT pt + pt, pt * pt, bx + pt, cl - pt, pa + pa, pt <-> pt, bx && bx, cl @> pt, pt <@ bx, ls # ls, ln ?# ln, pt << pt, pt ~= pt, po && po, pt <-> ls, bx = bx, cl < cl, pt >^ pt FROM sample
    SELECT i4 + 1 > 2 AND n * 2 < 5 OR NOT b, i4 + i2 * i8 - n / f8, (i4 + 1) * (n - 1), -(i4 + n), (i4 = 1) = b, (1 < 2) = true FROM sample
    SELECT lsn - lsn, lsn > lsn, lsn + 5, lsn - 1::numeric, x8 = x8, tv || tv, tq && tq, tq || tq, tv @@ tq, tq <-> tq, tq @> tq, !! tq FROM sample
    SELECT id = i4, id = id, s.id + s.i4, s.t || s.vc FROM sample s WHERE s.b AND s.i4 > 0 ORDER BY s.id + 1, -s.id
    SELECT current_date - d, now() - tt, now() > d, now() = ts, localtimestamp - ts, current_time > tm, d = ts, ts = tt, d < tt, d > '2024-01-01', ts < 'now' FROM sample
    SELECT col = 'red', col < 'blue', col > col, col::text = t, col <> ALL (cols), 'red' = col, 'red' = ANY (cols), col IS DISTINCT FROM 'red', cols @> ARRAY['red']::colour[], cols || 'red'::colour, cols || col, cols = '{red}' FROM sample
    SELECT NULL = i4, NULL || t, i4 + NULL, NULL AND b, d - NULL, NULL < d, NULL LIKE t, - NULL::int, n * NULL FROM sample
    SELECT s = s, s < s, s IS NULL, s <> s FROM (SELECT * FROM station) s, (SELECT pr FROM sample) p
    SELECT i4 +1, i4 -1, i4+1, i4-1, i4 - -1, i4*-1, 2*-i4, -i4^2, @i4 - 1, i4!=1, i4<>-1, i4>=+1 FROM sample
    SELECT ch = 'a', ch = t, 'a'::"char" < ch, ch::text, ch = 'a'::"char" FROM sample
    SELECT mr + mr, mr * mr, mr - mr, mr @> 5, mr @> ir, ir <@ mr, mr && ir, ir && mr, mr << ir, mr = mr, dm @> d, dm @> current_date, 5 <@ mr, mr -|- mr FROM sample
    SELECT i8 = 5, i8 + 5, i8 + 5000000000, i8 = 5.0, i8 * 1.0, i8 / 2.0::float8, i8 || 'x', i8::int + i2, 5 - i8, 5::int2 + i8, i2 + 5::int2, i2 + 5 FROM sample
    """#)

  /// Arithmetic on dates, times and intervals.
  static let dates = Family("dates", #"""
    SELECT d + 1, d - 1, 1 + d, d - d, d + i2, d + i4, d + iv, iv + d, d - iv, d + tm, tm + d, d + tz, tz + d, d - '2024-01-01', d + interval '1 day' FROM sample
    SELECT ts + iv, iv + ts, ts - iv, ts - ts, ts - ts3, ts3 - ts3, ts - d, d - ts, ts - tt, tt - ts, tt - tt, tt - d, d - tt, tt + iv, tt0 - iv, ts3 + '1 hour', ts - '2024-01-01', tt - '2024-01-01' FROM sample
    SELECT tm + iv, iv + tm, tm - tm, tm - iv, tz + iv, tz - iv, tm3 - tm, tm + '1 hour', tm > '10:00', tm = tm3, tz = tz, tm::interval + iv FROM sample
    SELECT iv + iv, iv - iv, iv * 2, 2 * iv, iv * 2.5, iv / 2, iv * f8, f8 * iv, iv * i4, iv / n::float8, -iv, ivd + iv, ivd * 2, iv > '1 day', iv = '24 hours', iv * '2', ivd - ivd FROM sample
    SELECT d = d, d < ts, d < tt, ts < tt, ts = d, tt > d, d >= '2024-01-01', ts BETWEEN '2024-01-01' AND '2024-02-01', tt BETWEEN d AND now(), d IN ('2024-01-01', current_date) FROM sample
    SELECT now() + '1 day', now() - interval '1' month, current_date + 7, current_date - 7, current_timestamp - now(), localtimestamp + '1 h', current_time + interval '1 h', current_date + time '10:00', date '2024-01-01' + 5
    SELECT EXTRACT(year FROM d), EXTRACT(epoch FROM tt), EXTRACT('month' FROM ts), EXTRACT(hour FROM tm), EXTRACT(day FROM iv), EXTRACT(timezone FROM tz), EXTRACT(dow FROM d), EXTRACT(epoch FROM now() - tt), EXTRACT(YEAR FROM '2024-01-01'::date) FROM sample
    SELECT date_part('year', d), date_part('hour', tm), date_part('epoch', iv), date_part('day', tt), date_part('day', ts), date_part('hour', tz), date_part(t, ts) FROM sample
    SELECT date_trunc('day', ts), date_trunc('day', tt), date_trunc('day', d), date_trunc('hour', iv), date_trunc('day', tt, 'UTC'), date_trunc('month', now()), date_trunc('day', ts3), date_trunc('day', st), date_trunc(t, d) FROM sample
    SELECT age(ts), age(tt), age(d), age(ts, ts), age(tt, tt), age(d, d), age(now(), d), age(tt, '2024-01-01') FROM sample
    SELECT ts AT TIME ZONE 'UTC', tt AT TIME ZONE 'UTC', tz AT TIME ZONE 'UTC', tm AT TIME ZONE 'UTC', d AT TIME ZONE 'UTC', ts AT TIME ZONE iv, tt AT TIME ZONE t, now() AT TIME ZONE 'Europe/Rome', timezone('UTC', ts), tt AT TIME ZONE 'UTC' AT TIME ZONE 'CET', '2024-01-01' AT TIME ZONE 'UTC' FROM sample
    SELECT to_char(d, 'YYYY'), to_char(ts, 'YYYY'), to_char(tt, 'YYYY'), to_char(iv, 'HH24'), to_char(tm, 'HH24'), to_char(i4, '9'), to_char(n, '9.9'), to_char(f8, '9'), to_char(i8, '9'), to_char(i2, '9'), to_char(f4, '9'), to_char(now(), t) FROM sample
    SELECT to_date('2024', 'YYYY'), to_timestamp('2024', 'YYYY'), to_timestamp(5), to_timestamp(f8), to_timestamp(n), to_number('1', '9'), to_date(t, vc) FROM sample
    SELECT make_date(2024, 1, 1), make_time(1, 2, 3.5), make_timestamp(2024, 1, 1, 1, 1, 1), make_timestamptz(2024, 1, 1, 1, 1, 1), make_timestamptz(2024, 1, 1, 1, 1, 1, 'UTC'), make_interval(1), make_interval(days => 1), make_interval(hours => 1, secs => 2.5), make_interval(years := 1), make_interval(0, 0, 0, i4) FROM sample
    SELECT (d, d) OVERLAPS (d, d), (ts, ts) OVERLAPS (ts, iv), (tt, iv) OVERLAPS (tt, tt), (tm, tm) OVERLAPS (tm, iv), (d, iv) OVERLAPS (ts, ts), (date '2024-01-01', '2024-02-01') OVERLAPS (d, d) FROM sample
    SELECT justify_hours(iv), justify_days(iv), justify_interval(iv), isfinite(d), isfinite(ts), isfinite(tt), isfinite(iv), date_bin('1 day', ts, '2024-01-01'), date_bin('1 day', tt, tt), clock_timestamp(), statement_timestamp(), transaction_timestamp(), timeofday() FROM sample
    SELECT generate_series(ts, ts, iv), generate_series(tt, tt, '1 day'), generate_series(d, d, '1 day'), generate_series('2024-01-01'::date, current_date, interval '1 day'), generate_series(now(), now(), '1 h') FROM sample
    SELECT sum(iv), avg(iv), min(d), max(ts), min(tt), max(tm), min(iv), max(tz), count(d), array_agg(d), max(d) - min(d), max(ts) - min(ts), avg(ts - ts), sum(tt - tt) FROM sample
    SELECT greatest(d, ts), greatest(d, current_date), least(ts, tt), greatest(ts3, ts), coalesce(d, now()), coalesce(ts3, ts3), coalesce(ts, '2024-01-01'), nullif(d, '2024-01-01'), coalesce(tt0, now()), least(d, '2024-01-01'), greatest(tm, '10:00') FROM sample
    SELECT CASE WHEN b THEN d ELSE ts END, CASE WHEN b THEN ts ELSE tt END, CASE WHEN b THEN ts3 ELSE ts3 END, CASE WHEN b THEN ts3 ELSE ts END, CASE WHEN b THEN d END, CASE WHEN b THEN '2024-01-01' ELSE d END, CASE WHEN b THEN now() ELSE d END FROM sample
    SELECT d::text || 'x', extract(year from d)::int + 1, extract(year from d) + 1, date_part('year', d) + 1, (d - d) * 2, (ts - ts) / 2, (d + 1)::timestamp, d + 1 > ts, (d - current_date)::int FROM sample
    SELECT daterange(d, d), tsrange(ts, ts), tstzrange(tt, tt), tstzrange(tt, now(), '[]'), daterange(d, NULL), tsrange('2024-01-01', ts), daterange('2024-01-01', '2024-02-01'), dr @> d, tr @> tt, tr @> now(), dr @> '2024-01-01'::date FROM sample
    SELECT opened, closed - opened, coalesce(closed, current_date) - opened, age(closed, opened), opened + interval '1 year' > now(), extract(year from age(opened)) FROM station
    SELECT date_trunc('month', taken) AS month, count(*), avg(value), max(taken) - min(taken) FROM reading GROUP BY 1 ORDER BY month
    SELECT * FROM visit WHERE day BETWEEN current_date - 7 AND current_date AND day > '2024-01-01' AND day + 1 < now()
    SELECT localtime - tm, localtime + '1 h', current_date || '', now()::date - d, now()::time, now()::timestamp(0) - ts, pg_sleep(0.1), isfinite('2024-01-01'::date), to_char(date '2024-01-01', 'Q')::int FROM sample
    """#)
}
