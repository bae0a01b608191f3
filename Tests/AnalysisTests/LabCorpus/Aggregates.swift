extension LabCorpus {
  static let aggregates = Family("aggregates", #"""
    SELECT count(*), count(i4), count(DISTINCT t), count(s), count(s.*), count((i4, t)), count(DISTINCT (i4, t)) FROM sample s
    SELECT sum(i2), sum(i4), sum(i8), sum(n), sum(n2), sum(f4), sum(f8), sum(m), sum(iv), sum(1), sum(1.5), sum(pe), sum(DISTINCT i4) FROM sample
    SELECT avg(i2), avg(i4), avg(i8), avg(n), avg(n2), avg(f4), avg(f8), avg(iv), avg(1), avg(pe), avg(ivd) FROM sample
    SELECT min(i2), min(i8), min(n), min(n2), min(f4), min(m), min(t), min(vc), min(c), min(nm::text), min(d), min(ts3), min(tt), min(tm), min(tz), min(iv), min(ip), min(ci), min(o), min(col), min(i4s), min(pe), min(lb), min(sc), min(st), min(lsn), min(x8) FROM sample
    SELECT max(i2), max(i8), max(n), max(n2), max(f8), max(m), max(t), max(vc), max(c), max(d), max(ts3), max(tt0), max(tm3), max(ivd), max(ip), max(o), max(col), max(tx), max(vcs), max(n2s), max(pe), max(lb), max('x'), max(1.5) FROM sample
    SELECT bool_and(b), bool_or(b), every(b), bool_and(i4 > 1), bit_and(i2), bit_or(i4), bit_xor(i8), bit_and(bt), bit_or(bt), bool_or('t') FROM sample
    SELECT string_agg(t, ','), string_agg(vc, ','), string_agg(c, '-'), string_agg(by, '\x00'), string_agg(DISTINCT t, ','), string_agg(t, ',' ORDER BY i4), string_agg(i4::text, ','), string_agg(lb, sc), string_agg('x', ',') FROM sample
    SELECT array_agg(i4), array_agg(vc), array_agg(n2), array_agg(ts3), array_agg(DISTINCT i4), array_agg(t ORDER BY i4 DESC NULLS LAST, t), array_agg(i4s), array_agg(vcs), array_agg(pr), array_agg(s), array_agg((i4, t)), array_agg(col), array_agg(NULL::date), array_agg('x'::text), array_agg(jb), array_agg(b) FILTER (WHERE b) FROM sample s
    SELECT json_agg(i4), jsonb_agg(t), json_agg(s), jsonb_agg(s ORDER BY s.id), json_object_agg(t, i4), jsonb_object_agg(vc, n), json_agg((i4, t)), jsonb_agg(DISTINCT t), jsonb_agg(jb -> 'a') FILTER (WHERE jb ? 'a') FROM sample s
    SELECT stddev(i4), stddev(n), stddev(f8), stddev_pop(i8), stddev_samp(f4), variance(i4), variance(f8), var_pop(n), var_samp(i2), corr(f8, i4), covar_pop(f8, f8), covar_samp(i4, i4), regr_count(f8, f8), regr_slope(f8, i4), regr_avgx(1, 2), regr_r2(f4, f8) FROM sample
    SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY i4), percentile_cont(0.5) WITHIN GROUP (ORDER BY f8), percentile_cont(0.5) WITHIN GROUP (ORDER BY iv), percentile_cont(ARRAY[0.5, 1]) WITHIN GROUP (ORDER BY n), percentile_cont(ARRAY[0.5]) WITHIN GROUP (ORDER BY iv), percentile_cont('{0.5}'::float8[]) WITHIN GROUP (ORDER BY i8) FROM sample
    SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY i4), percentile_disc(0.5) WITHIN GROUP (ORDER BY t DESC), percentile_disc(ARRAY[0.5]) WITHIN GROUP (ORDER BY vc), percentile_disc(0.9) WITHIN GROUP (ORDER BY ts3), mode() WITHIN GROUP (ORDER BY i4), mode() WITHIN GROUP (ORDER BY col DESC), mode() WITHIN GROUP (ORDER BY pe) FROM sample
    SELECT rank(5) WITHIN GROUP (ORDER BY i4), rank(5, 'x') WITHIN GROUP (ORDER BY i4, t), dense_rank('x') WITHIN GROUP (ORDER BY t), percent_rank(5) WITHIN GROUP (ORDER BY n), cume_dist('2024-01-01') WITHIN GROUP (ORDER BY d), rank(1.5) WITHIN GROUP (ORDER BY i4) FROM sample
    SELECT count(*) FILTER (WHERE b), sum(i4) FILTER (WHERE i4 > 1), avg(n2) FILTER (WHERE t LIKE 'x'), count(*) FILTER (WHERE 't'), mode() WITHIN GROUP (ORDER BY t) FILTER (WHERE b), string_agg(t, ',' ORDER BY t) FILTER (WHERE t IS NOT NULL) FROM sample
    SELECT sum(i4) + 1, sum(i4) / count(*), avg(i4)::int, max(d) - min(d), sum(n2) * 2, round(avg(n2), 2), coalesce(sum(i8), 0), sum(i4)::float8 / nullif(count(*), 0), max(vc) || 'x', array_agg(i4) || 1, (array_agg(t))[1], count(*) > 1, NOT bool_and(b) FROM sample
    SELECT sum(i4 + n), sum(i4 * 2), sum(CASE WHEN b THEN 1 ELSE 0 END), sum(CASE WHEN b THEN n2 END), sum(coalesce(i4, 0)), max(greatest(i4, i8)), sum(length(t)), avg(extract(year from d)), sum((jb ->> 'a')::int), count(nullif(t, '')), sum(i4::numeric(5,1)), max(i4 % 3) FROM sample
    SELECT i4, count(*) FROM sample GROUP BY i4
    SELECT vc, n2, sum(i4) FROM sample GROUP BY vc, n2 HAVING sum(i4) > 5 AND max(t) = 'x'
    SELECT i4 + 1 AS x, count(*) FROM sample GROUP BY i4 + 1
    SELECT upper(t) AS up, max(i4) FROM sample GROUP BY up ORDER BY up
    SELECT t, vc, count(*) AS c FROM sample GROUP BY 1, 2 ORDER BY c DESC, 1
    SELECT date_trunc('day', ts) AS day, sum(n2) FROM sample GROUP BY day ORDER BY day DESC
    SELECT s.name, count(r.id), avg(r.value), max(r.taken) FROM station s LEFT JOIN reading r ON r.station_id = s.id GROUP BY s.id
    SELECT s.id, s.name, s.opened, count(*) FROM station s GROUP BY s.id
    SELECT 'x', count(*) FROM sample
    SELECT DISTINCT i4, max(t) FROM sample GROUP BY i4
    SELECT (SELECT max(s.i4) FROM station) FROM sample s
    SELECT (SELECT count(*) FROM reading r WHERE r.station_id = s.id), (SELECT sum(value) FROM reading) FROM station s
    SELECT max(x.n) FROM (SELECT count(*) AS n FROM sample GROUP BY i4) x
    SELECT sum(count) FROM (SELECT i4, count(*) FROM sample GROUP BY i4) s
    SELECT sum_of_squares(i4), sum_of_squares(n), sum_of_squares(f4), last_of(vc), collected(vc), sum_of_squares(f8) FILTER (WHERE b), last_of(i4 ORDER BY i4) FROM sample
    SELECT any_value FROM (SELECT 1 AS any_value) x
    SELECT array_agg(x ORDER BY x) FROM generate_series(1, 3) x
    SELECT string_agg(x::text, ',' ORDER BY x DESC) FROM unnest(ARRAY[1, 2]) AS x
    SELECT colour, count(*) FILTER (WHERE closed IS NULL) AS open, count(*) - count(closed) AS also FROM station GROUP BY colour HAVING count(*) > 0 ORDER BY count(*) DESC
    SELECT sum(visitors * fee), avg(visitors), max(fee), min(guide), sum(visitors) FROM visit
    SELECT max(pe), sum(pe), avg(pe), min(lb), max(st), count(lb), array_agg(lb), array_agg(sc), string_agg(sl, ',') FROM sample
    SELECT json_agg(x) FROM (SELECT i4, t FROM sample) x
    SELECT json_object_agg(k, v) FROM (VALUES ('a', 1), ('b', 2)) x (k, v)
    SELECT count(*) FROM sample, station WHERE sample.id = station.id
    """#)

  static let windows = Family("windows", #"""
    SELECT row_number() OVER (), rank() OVER (ORDER BY i4), dense_rank() OVER (PARTITION BY t ORDER BY i4 DESC), percent_rank() OVER (ORDER BY n), cume_dist() OVER (ORDER BY d), ntile(4) OVER (ORDER BY i4), ntile(i4) OVER () FROM sample
    SELECT lag(i4) OVER (ORDER BY id), lag(i4, 2) OVER (ORDER BY id), lag(i4, 1, 0) OVER (ORDER BY id), lead(vc) OVER (ORDER BY id), lead(n2, 1, 0) OVER (ORDER BY id), lag(ts3) OVER w, lead(pe, 1, pe) OVER w, lag('x'::text) OVER w FROM sample WINDOW w AS (ORDER BY id)
    SELECT first_value(i4) OVER w, last_value(vc) OVER w, nth_value(n2, 2) OVER w, first_value(i4 + 1) OVER w, first_value(t) OVER (PARTITION BY b ORDER BY id) FROM sample WINDOW w AS (PARTITION BY b ORDER BY id)
    SELECT sum(i4) OVER (), sum(n2) OVER (ORDER BY id), avg(i4) OVER w, count(*) OVER (PARTITION BY b), max(vc) OVER w, min(d) OVER w, array_agg(i4) OVER w, string_agg(t, ',') OVER w, bool_and(b) OVER w, sum(f4) OVER w FROM sample WINDOW w AS (ORDER BY id ROWS 2 PRECEDING)
    SELECT sum(i4) OVER (ORDER BY id ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW), sum(i4) OVER (ORDER BY id ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING), sum(i4) OVER (ORDER BY id GROUPS BETWEEN 1 PRECEDING AND CURRENT ROW EXCLUDE TIES) FROM sample
    SELECT sum(i4) OVER (ORDER BY i4 RANGE BETWEEN 5 PRECEDING AND 5 FOLLOWING), sum(i4) OVER (ORDER BY d RANGE BETWEEN '1 day' PRECEDING AND CURRENT ROW), sum(i4) OVER (ORDER BY ts RANGE '1 hour' PRECEDING), sum(i4) OVER (ORDER BY n RANGE BETWEEN 1.5 PRECEDING AND CURRENT ROW) FROM sample
    SELECT sum(i4) OVER (ORDER BY tt RANGE BETWEEN interval '1 day' PRECEDING AND UNBOUNDED FOLLOWING), count(*) OVER (ORDER BY f8 RANGE BETWEEN 1 PRECEDING AND 1 FOLLOWING), count(*) OVER (ORDER BY i8 RANGE 5 PRECEDING), count(*) OVER (ORDER BY i2 RANGE 5 PRECEDING) FROM sample
    SELECT i4 - lag(i4) OVER (ORDER BY id), sum(i4) OVER () * 100.0 / count(*) OVER (), i4 / sum(i4) OVER (PARTITION BY b), rank() OVER (ORDER BY i4) + 1, coalesce(lag(i4) OVER w, 0), (lag(d) OVER w) + 1 FROM sample WINDOW w AS (ORDER BY id)
    SELECT b, sum(count(*)) OVER (ORDER BY b), rank() OVER (ORDER BY sum(i4) DESC), max(sum(n2)) OVER () FROM sample GROUP BY b
    SELECT row_number() OVER w AS rn, sum(i4) OVER (w ROWS 1 PRECEDING), sum(i4) OVER (w) FROM sample WINDOW w AS (PARTITION BY t ORDER BY id), v AS (w)
    SELECT * FROM (SELECT id, row_number() OVER (PARTITION BY b ORDER BY id DESC) AS rn FROM sample) x WHERE rn = 1
    SELECT count(*) FILTER (WHERE b) OVER (PARTITION BY t), sum(n2) FILTER (WHERE i4 > 1) OVER w FROM sample WINDOW w AS (ORDER BY i4 + 1, upper(t) DESC NULLS FIRST)
    SELECT last_of(i4) OVER (ORDER BY id), sum_of_squares(i4) OVER w, collected(vc) OVER w FROM sample WINDOW w AS (ORDER BY id)
    SELECT DISTINCT first_value(vc) OVER (PARTITION BY b ORDER BY id) FROM sample
    SELECT id FROM sample ORDER BY row_number() OVER (ORDER BY t), lag(i4) OVER (ORDER BY id)
    SELECT (row_number() OVER (ORDER BY id))::int, (avg(i4) OVER ())::numeric(5,2), nth_value(t, i4) OVER (ORDER BY id), lag(t, i4) OVER (ORDER BY id), lag(t, i2::int, vc) OVER (ORDER BY id) FROM sample
    SELECT CASE WHEN row_number() OVER (ORDER BY id) = 1 THEN n2 ELSE lag(n2) OVER (ORDER BY id) END, greatest(lag(i4) OVER (ORDER BY id), 1.5) FROM sample
    SELECT station_id, taken, value, avg(value) OVER (PARTITION BY station_id ORDER BY taken RANGE BETWEEN '1 hour' PRECEDING AND CURRENT ROW) AS moving FROM reading
    SELECT day, visitors, sum(visitors) OVER (PARTITION BY station_id ORDER BY day), visitors - lag(visitors, 1, 0::bigint) OVER (PARTITION BY station_id ORDER BY day) FROM visit
    SELECT lag(visitors, 1, 0) OVER (ORDER BY day), lead(fee, 1, 0) OVER (ORDER BY day), lag(guide, 1, 'none') OVER (ORDER BY day) FROM visit
    """#)

  /// GROUP BY with sets, and what is a key there.
  static let grouping = Family("grouping", #"""
    SELECT b, t, count(*) FROM sample GROUP BY ROLLUP (b, t)
    SELECT b, t, grouping(b), grouping(b, t), count(*) FROM sample GROUP BY CUBE (b, t)
    SELECT b, count(*) FROM sample GROUP BY GROUPING SETS ((b), ())
    SELECT i4 + 1, count(*) FROM sample GROUP BY GROUPING SETS ((i4 + 1), (t))
    SELECT b, t, vc FROM sample GROUP BY b, ROLLUP (t, vc)
    SELECT b, t FROM sample GROUP BY DISTINCT ROLLUP (b, t), CUBE (b)
    SELECT b AS bx1, t AS ty, sum(n2) FROM sample GROUP BY ROLLUP (bx1, ty) HAVING grouping(b) = 0 ORDER BY grouping(b), bx1
    SELECT (i4, t), count(*) FROM sample GROUP BY i4, t
    SELECT i4, t FROM sample GROUP BY (i4, t)
    SELECT i4, t FROM sample GROUP BY ROLLUP ((i4, t), vc)
    SELECT coalesce(t, 'all'), sum(n2) FROM sample GROUP BY ROLLUP (t)
    SELECT CASE WHEN grouping(t) = 1 THEN 'all' ELSE t END, max(vc) FROM sample GROUP BY ROLLUP (t)
    SELECT count(*) FROM sample GROUP BY ()
    SELECT 1, 'x', count(*) FROM sample GROUP BY 1, 2
    SELECT d::timestamp(0), count(*) FROM sample GROUP BY d::timestamp(0)
    SELECT extract(year from d) AS y, count(*) FROM sample GROUP BY extract(year from d)
    SELECT jb ->> 'a', count(*) FROM sample GROUP BY jb ->> 'a'
    SELECT i4s[1], (pr).a, count(*) FROM sample GROUP BY i4s[1], (pr).a
    SELECT v, count(*) FROM visit v GROUP BY v
    SELECT s.id, r.quality, count(*) FROM station s JOIN reading r ON r.station_id = s.id GROUP BY GROUPING SETS ((s.id), (r.quality), (s.id, r.quality))
    SELECT DISTINCT ON (b, t) b, t, vc FROM sample ORDER BY b, t, i4
    SELECT DISTINCT ON (upper(t)) t, vc FROM sample
    SELECT DISTINCT t AS x, n2 FROM sample ORDER BY x, n2 LIMIT 3
    SELECT id FROM sample ORDER BY t COLLATE "C" DESC, i4 + 1, (pr).a, i4s[1] NULLS FIRST, lower(vc) USING <
    SELECT id, t AS i4 FROM sample ORDER BY i4
    SELECT id, t AS i4 FROM sample GROUP BY i4, id, t
    SELECT -id AS id FROM sample ORDER BY id, -id
    SELECT i4 AS a, i4 AS a FROM sample ORDER BY a
    SELECT t, count(*) FROM sample GROUP BY t ORDER BY count(*) DESC, max(i4), t LIMIT 5 OFFSET 1
    SELECT max(i4) FROM sample HAVING count(*) > 1
    SELECT 1 FROM sample HAVING true
    """#)
}
