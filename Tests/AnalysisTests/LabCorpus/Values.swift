extension LabCorpus {
  /// Rows, whole-row references, composites and their fields.
  static let rows = Family("rows", #"""
    SELECT s FROM station s
    SELECT s.* FROM station s
    SELECT station FROM station
    SELECT (s).* FROM station s
    SELECT (s).name, (s).opened + 1, s.code || 'x' FROM station s
    SELECT public.station.id, station.name, public.station.* FROM public.station
    SELECT pr, (pr).*, (pr).a, (pr).b || 'x', pl, (pl).title, (pl).spot, (pl).*, ne, (ne).*, (ne).p, ((ne).p).b FROM sample
    SELECT (sample.pr).a, (s.pr).b, ((s).pr).a, (((s).ne).p).a FROM sample s, sample
    SELECT ROW(1, 'a'), ROW(i4), ROW(), (i4, t), ROW(s.*), ROW(s.*, 1), ROW(i4, NULL), (1, (2, 3)), ROW(s) FROM sample s
    SELECT (ROW(1, 'x')).f1, (ROW(i4, t)).f2 || 'y', (ROW(1, 'x')::pair).b, (SELECT ROW(1, 2)), ((i4, t)).f1 + 1 FROM sample
    SELECT ROW(1, 'x') = ROW(1, 'y'), (i4, t) = (1, 'x'), (i4, n) < (1, 2.5), (i4, t) <> (1, 'x'), (i4, t) IN ((1, 'x'), (2, 'y')), (i4, i8) >= (i8, i4), ROW(i4, t) IS NULL, (i4, NULL) IS NOT NULL, (i4, t) IS DISTINCT FROM (1, 'x') FROM sample
    SELECT (i4, t) = (SELECT 1, 'x'), (i4, t) IN (SELECT id, name FROM station), (i4, t) = ANY (SELECT id, name FROM station), (i4, t) > ALL (SELECT id, name FROM station), (i4, t) NOT IN (SELECT id, vc FROM sample) FROM sample
    SELECT pr IS NULL, pr IS NOT NULL, ROW(i4, t)::pair, pr OPERATOR(pg_catalog.*=) pr FROM sample
    SELECT row_to_json(s), to_jsonb(s), json_agg(s), count(s), s IS NULL, s::text, s = s, row_to_json(ROW(1, 2)) FROM visit s GROUP BY s.*
    SELECT x FROM (SELECT 1 AS a, 'b' AS c) x
    SELECT x, (x).a, x.a, (x).c || 'y', x.c FROM (SELECT 1 AS a, 'b'::text AS c) x
    SELECT (x).* FROM (SELECT pr FROM sample) y, LATERAL (SELECT (y.pr).a) x
    SELECT (y.x).id, (y.x).name, (y.x).* FROM (SELECT s AS x FROM station s) y
    SELECT (z.y).x FROM (SELECT y FROM (SELECT 1 AS x) y) z
    SELECT v, v.column1, (v).column2 FROM (VALUES (1, 'x')) v
    SELECT f, f + 1 FROM generate_series(1, 2) f
    SELECT f, (f).day, f.n FROM counts() f
    SELECT f, f.a, (f).b FROM pairs() f
    SELECT s, (s).id, s.name FROM stations_of('red') s
    SELECT t, t.a FROM anything(1) AS t (a integer, b text)
    SELECT b, (b).low, b.high FROM bounds() b
    SELECT a, a + 1 FROM only_out() a
    SELECT j, (j).*, j.k1 FROM (station s JOIN reading r ON r.station_id = s.id) AS j (k1, k2, k3)
    SELECT s, r FROM station s LEFT JOIN reading r ON r.station_id = s.id
    SELECT count(r), count(r.*), (r).value, r.value FROM station s LEFT JOIN reading r ON r.station_id = s.id GROUP BY r.*, r.value
    SELECT ARRAY[s], ARRAY[pr, pr], (ARRAY[pr])[1], ((ARRAY[pr])[1]).a, (ARRAY[s])[1], ((ARRAY[s])[1]).fee, array_agg(s) FROM visit s, sample GROUP BY s.*, pr
    SELECT prs[1], (prs[1]).a, (prs[1]).b || 'x', prs[1:2], (ne).places[1], ((ne).places[1]).title, ((ne).places[1]).height + 1 FROM sample
    SELECT COALESCE(s, NULL) , CASE WHEN true THEN s END, GREATEST(pr, pr), NULLIF(pr, (1, 'x')) FROM station s, sample
    SELECT w, (w).n FROM (WITH q AS (SELECT 1 AS n) SELECT q AS w FROM q) x
    WITH q AS (SELECT 1 AS n, 'x' AS s) SELECT q, q.n, (q).s, q.* FROM q
    WITH q AS (SELECT s FROM station s) SELECT (q.s).name, (s).id, q FROM q
    SELECT ctid, xmin, xmax, cmin, cmax, tableoid, tableoid::regclass, s.ctid, ctid = '(0,1)' FROM station s
    SELECT b.tableoid, b.id, d.extra, d.id FROM base b, derived d, ONLY base o
    SELECT base, derived, parted, station_view, monthly FROM base, derived, parted, station_view, monthly
    SELECT (SELECT s), (SELECT s.name), (SELECT (s).name), (SELECT ROW(s.id, s.name)), EXISTS (SELECT s.*), ARRAY(SELECT s) FROM station s
    SELECT make_pair(1, 'x'), (make_pair(1, 'x')).*, pairs(), pr::text, length(pr), upper(pr) FROM sample
    SELECT first_of(pr, ROW(1, 'x')::pair), boxed(pr), head(prs), (head(prs)).b, array_append(prs, pr), prs || pr, unnest(prs), (unnest(prs)).a FROM sample
    SELECT pl, (pl).height * 2, (pl).title || 'x', (pl).title::varchar(5), (ROW('a', NULL, 1)::place).height, (pl).spot[0] FROM sample
    SELECT s.fee FROM visit s ORDER BY s
    SELECT DISTINCT s FROM visit s
    SELECT s.name FROM station s WHERE s IS NOT NULL AND (s).id > 1 AND s.* IS NOT NULL
    SELECT (pr::pair_domain).a, (pr::pair_domain).b, ((SELECT pr FROM sample LIMIT 1)).a, ((SELECT s FROM station s LIMIT 1)).name FROM sample
    """#)

  static let arrays = Family("arrays", #"""
    SELECT i4s[1], i4s[1:2], i4s[:2], i4s[1:], i4s[:], i4s[i2], i4s['1'], i4s[1][2], i4s[1:2][1], i4s[1:2][1:2], tx[1], tx[i4], vcs[1], vcs[1:2], n2s[1], n2s[1:2], ns[1] FROM sample
    SELECT (ARRAY[1,2])[1], ('{1,2}'::int[])[1], (ARRAY['a'])[1] || 'x', (string_to_array(t, ','))[1], ((ARRAY[ARRAY[1]])[1:1])[1], (array_agg(i4))[1] FROM sample GROUP BY t
    SELECT s.i4s[1], sample.tx[2] FROM sample s, sample
    SELECT il[1], il[1:2], cols[1], cols[1] = 'red', prs[1], jbs[1] -> 'a', ds[1] + 1, tss[1] - now(), bs[1] AND b, i8s[1] + 1, f8s[1] * 2 FROM sample
    SELECT pt[0], pt[1], bx[0], ls[0], ln[1], bx[0] <-> pt, nm[0], ch FROM sample
    SELECT ARRAY(SELECT i4 FROM sample), ARRAY(SELECT vc FROM sample), ARRAY(SELECT n2 FROM sample), ARRAY(SELECT i4s FROM sample), ARRAY(SELECT 'x'), ARRAY(SELECT pr FROM sample), ARRAY(SELECT NULL), ARRAY(SELECT s FROM station s), ARRAY(SELECT pe FROM sample)
    SELECT (ARRAY(SELECT i4 FROM sample ORDER BY 1))[1], ARRAY(SELECT i4 FROM sample) || 1, array_length(ARRAY(SELECT t FROM sample), 1), 1 = ANY (ARRAY(SELECT i4 FROM sample)), ARRAY(VALUES ('a'), ('b')), ARRAY(SELECT 1 UNION SELECT 2.5)
    SELECT array_length(i4s, 1), i4s = '{1,2}', i4s <> ARRAY[1], '{1}' = i4s, ARRAY[1,2] = i4s, i4s @> '{1}', i4s && ARRAY[i4], ARRAY[i4] <@ i4s, i4s IS NULL, i4s IN ('{1}', '{2}'), i4s < '{5}', tx @> ARRAY[vc]::text[] FROM sample
    SELECT array_to_string(tx, ','), array_to_string(ARRAY[1,2], ','), string_to_array('a,b', ','), string_to_array(vc, ',', ''), array_remove(string_to_array(t, ','), ''), cardinality(string_to_array(t, ',')), unnest(string_to_array(t, ',')) FROM sample
    SELECT ARRAY[[1,2],[3,4]], ARRAY[ARRAY[1,2], ARRAY[3,4]], ARRAY[i4s, i4s], (ARRAY[[1,2],[3,4]])[1][1], (ARRAY[[1,2],[3,4]])[1:1][1:1], ARRAY[['a','b'],['c',NULL]], ARRAY[i4s, '{1,2}', NULL], ARRAY[[]]::int[] FROM sample
    SELECT ARRAY[]::int[], ARRAY[]::varchar(3)[], ARRAY[]::numeric(5,2)[], '{}'::varchar(3)[], ARRAY['a','b']::varchar(3)[], ARRAY['a','b']::char(2)[], ARRAY[1,2]::numeric(5,2)[], ARRAY['2024-01-01']::date[], ARRAY[1, NULL]::float8[], ARRAY[i4, i8]::int2[] FROM sample
    SELECT t = ANY (string_to_array(vc, ',')), i4 = ANY (ARRAY[]::int[]), i4 = ANY (ARRAY[i2, i8]), i4 = ANY (ARRAY(SELECT i8 FROM sample)), t <> ALL (ARRAY['a', 'b']), d = ANY (ARRAY['2024-01-01', '2024-02-01']::date[]), vc = ANY (ARRAY['a', 'b']), c = ANY (ARRAY['a', 'b']), col = ANY (ARRAY['red', 'blue']::colour[]), n = ANY (ARRAY[1, 2]), u = ANY ('{00000000-0000-0000-0000-000000000000}') FROM sample
    SELECT array_agg(i4 ORDER BY i4), array_agg(DISTINCT vc), array_agg(i4s), array_agg(ROW(i4, t)), (array_agg(i4 ORDER BY id))[1:2], array_agg(n2)::int[], unnest(array_agg(i4)) FROM sample
    SELECT x, x + 1 FROM unnest(ARRAY[1, 2]) x
    SELECT x.a, x.b FROM unnest(ARRAY[1, 2], ARRAY['a', 'b']) AS x (a, b)
    SELECT x.*, x.ordinality FROM unnest('{a,b}'::text[]) WITH ORDINALITY x
    SELECT e, pos FROM sample, unnest(tx) WITH ORDINALITY AS w (e, pos)
    SELECT s.id, e FROM station s LEFT JOIN LATERAL unnest(s.tags) AS e ON true
    SELECT s.id, e.* FROM station s, unnest(s.tags, ARRAY[1,2]) AS e (tag, n)
    SELECT id, tags[1], tags[array_length(tags, 1)], 'a' = ANY (tags), tags || '{x}', tags || ARRAY['x'], cardinality(tags) FROM station
    SELECT array_position(ARRAY['a','b'], 'a'), array_position(ARRAY['a','b']::varchar[], t), array_positions(ARRAY[1,2], 1), array_append(ARRAY['a'], vc), array_cat(ARRAY[1], ARRAY[2.5]), array_prepend(NULL, ARRAY[1]), ARRAY[1] || ARRAY[2.5], ARRAY[1] || 2::int8, ARRAY['a'] || vc, ARRAY[vc] || '{x}', ARRAY[vc] || t FROM sample
    SELECT i4s::text, i4s::text[], tx::int[], ARRAY[i4]::text[], array_to_json(i4s), to_jsonb(tx), json_agg(i4s), i4s || NULL, NULL || i4s, i4s || NULL::int, ARRAY[NULL]::int[] || i4s FROM sample GROUP BY i4s, tx, i4
    SELECT '1 2'::int2vector, ('1 2'::int2vector)[0], ('1 2'::oidvector)[1], 1 = ANY ('1 2'::int2vector), unnest('1 2'::int2vector), array_length('1 2'::oidvector, 1)
    SELECT (CASE WHEN b THEN i4s ELSE i4s END)[1], (COALESCE(i4s, '{}'))[1], ((SELECT i4s FROM sample LIMIT 1))[1], (i4s || 1)[1], i4s[i4s[1]], i4s[i4 + 1:i4 + 2], (tx::varchar(2)[])[1], (ARRAY[n2])[1], (ARRAY[vc, vc])[1] FROM sample
    """#)

  /// json and jsonb: operators, subscripts, path queries, functions in FROM.
  static let documents = Family("documents", #"""
    SELECT j -> 'a', j -> 0, j ->> 'a', j ->> 1, j #> '{a}', j #>> '{a,b}', j -> t, j ->> vc, j -> i4, j #> tx, j #> ARRAY['a', 'b'], j -> i2, j -> 'a' -> 'b' ->> 0 FROM sample
    SELECT jb -> 'a', jb -> 0, jb ->> 'a', jb ->> 1, jb #> '{a}', jb #>> '{a,b}', jb -> t, jb ->> vc, jb -> i4, jb #> tx, jb #>> ARRAY['a', 'b'], jb -> 'a' -> 0 ->> 'b' FROM sample
    SELECT jb @> '{"a": 1}', jb <@ '{}', jb ? 'a', jb ?| ARRAY['a'], jb ?& '{a,b}', jb ?| tx, jb || '{}', jb || jb, jb - 'a', jb - 0, jb - ARRAY['a'], jb - '{a}'::text[], jb #- '{a}', jb = '{}', jb < jb, jb @? '$.a', jb @@ '$.a > 1', jb - t, jb - i4 FROM sample
    SELECT jb['a'], jb['a']['b'], jb[0], jb['a'][0], jb[t], jb[i4], jb['a'] || '1', (jb['a'])::int, jb[vc], (jb || '{}')['a'], jbs[1] FROM sample
    SELECT (jb ->> 'a')::int, (jb -> 'a')::int + 1, (jb ->> 'a')::date - d, (jb ->> 'a')::numeric(5,2), (jb -> 'a')::text, jb ->> 'a' || 'x', jb ->> 'a' = 'x', jb -> 'a' = '1', (jb ->> 'a')::bool AND b, jb ->> 'a' IN ('x', 'y'), (jb #>> '{a}')::timestamptz > now(), jb ->> 'a' IS NULL FROM sample
    SELECT jsonb_build_object('a', 1, 'b', t), json_build_object('a', jb), jsonb_build_array(1, 'a', NULL), to_json(t), to_jsonb(d), row_to_json(s), jsonb_set(jb, '{a}', '1'), jsonb_set(jb, '{a}', to_jsonb(i4), true), jsonb_insert(jb, '{a}', '1'), jsonb_set_lax(jb, '{a}', NULL), jsonb_strip_nulls(jb), jsonb_pretty(jb) FROM sample s
    SELECT jsonb_typeof(jb), json_typeof(j), jsonb_array_length(jb), json_array_length(j), jsonb_extract_path(jb, 'a', 'b'), jsonb_extract_path_text(jb, 'a'), json_extract_path_text(j, t), jsonb_object(tx), json_object('{a,b}'), jsonb_object('{a}', '{b}'), jsonb_path_exists(jb, '$.a'), jsonb_path_query_array(jb, '$.a[*]'), jsonb_path_query_first(jb, '$.a', '{"x": 1}'), jsonb_path_match(jb, '$.a == 1') FROM sample
    SELECT jsonb_each(jb), jsonb_each_text(jb), jsonb_object_keys(jb), jsonb_array_elements(jb), jsonb_array_elements_text(jb), jsonb_path_query(jb, '$.a'), (jsonb_each(jb)).key, (jsonb_each_text(jb)).value, json_array_elements(j), json_object_keys(j) FROM sample
    SELECT e.key, e.value ->> 'x' FROM sample, jsonb_each(jb) e
    SELECT e.key, e.value || 'x' FROM sample, jsonb_each_text(jb) AS e
    SELECT key1, val FROM sample, json_each_text(j) AS e (key1, val)
    SELECT e, e ->> 'a', (e -> 'n')::int FROM sample, jsonb_array_elements(jb -> 'list') AS e
    SELECT e.value, value ->> 'a' FROM sample, jsonb_array_elements(jb -> 'list') e
    SELECT value || 'x' FROM sample, jsonb_array_elements_text(jb)
    SELECT e, pos FROM sample, jsonb_array_elements_text(jb) WITH ORDINALITY AS w (e, pos)
    SELECT r.a, r.b FROM jsonb_to_record('{}') AS r (a integer, b varchar(5), c numeric(5,2)[])
    SELECT * FROM jsonb_to_recordset('[]') AS r (a integer, b text)
    SELECT * FROM json_to_recordset('[]') AS r (a date, b timestamp(2)) WHERE a > '2024-01-01'
    SELECT s.id, r.* FROM sample s, LATERAL jsonb_to_record(s.jb) AS r (a int, b text)
    SELECT * FROM jsonb_path_query('{}', '$.a') AS q
    SELECT k FROM jsonb_object_keys('{}') k
    SELECT k || 'x' FROM sample, jsonb_object_keys(jb) AS k WHERE k LIKE 'a%'
    SELECT jsonb_agg(jb), json_object_agg(t, jb), jsonb_object_agg(t, i4) FILTER (WHERE t IS NOT NULL), json_agg(DISTINCT t), jsonb_agg(t ORDER BY i4) FROM sample
    SELECT jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name) ORDER BY s.id) FROM station s
    SELECT s.id, (SELECT json_agg(r) FROM reading r WHERE r.station_id = s.id) AS readings FROM station s
    SELECT json_build_object('a', (SELECT json_agg(x) FROM (SELECT id, name FROM station) x))
    SELECT coalesce(jb -> 'a', '{}'), coalesce(jb ->> 'a', 'x'), nullif(jb ->> 'a', ''), greatest((jb ->> 'a')::int, 1), CASE WHEN jb ? 'a' THEN jb -> 'a' ELSE 'null' END, CASE jb ->> 'a' WHEN 'x' THEN 1 END, ARRAY[jb -> 'a', '{}'], jb -> 'a' IS NULL FROM sample
    SELECT extra -> 'a', extra ->> 'b', extra @> '{"a": [1]}', extra #>> '{a,0}', extra['c'] FROM reading WHERE extra ? 'a' AND (extra ->> 'n')::int > 5 ORDER BY extra -> 'a'
    SELECT body || jsonb_build_object('x', amount), body - 'a', body #- '{b,c}', body -> 'd' ->> 0, jsonb_set(body, '{a,b}', '"x"'), body::text FROM lab.log
    SELECT x.a FROM xmltable('/r' PASSING '<r/>' COLUMNS a integer PATH 'a', b text, n FOR ORDINALITY) x
    SELECT x.* FROM sample, xmltable('/r' PASSING x COLUMNS a numeric(5,2) PATH 'a' DEFAULT 5, b varchar(7) NOT NULL) AS x
    SELECT xpath('/a', x), (xpath('/a', x))[1]::text, x::text || 'x', xmlserialize(content x AS varchar(10)) FROM sample
    """#)

  static let ranges = Family("ranges", #"""
    SELECT lower(ir), upper(ir), lower(ir) + 1, upper(dr) - lower(dr), upper(tr) - lower(tr), isempty(dr), ir @> 5, ir @> i4, i4 <@ ir, dr @> current_date, tr @> now(), ir && int4range(1, 5), nr * numrange(1, 2) FROM sample
    SELECT int4range(1, 5) @> 3, daterange('2024-01-01', '2024-02-01') @> '2024-01-15'::date, tstzrange(now(), NULL) @> now(), numrange(1, 5) && numrange(2, 6), '[1,5)'::int4range @> 2, int4range(1, 5) * '[2,3)', int8range(1, 5) @> 3::int8, numrange(1.5, 2) @> 1.7
    SELECT lower(int4range(1, 5)), upper('[2024-01-01,2024-02-01)'::daterange), lower(fr), fr @> 1.5::float8, fr && floatrange(1, 2), textrange('a', 'b') @> 'a'::text, lower(textrange('a', 'b')) || 'x', range_merge(ir, '[1,2)') FROM sample
    SELECT mr @> 5, mr @> ir, mr && ir, mr + mr, mr - mr, mr * mr, lower(mr), upper(dm), unnest(mr), range_merge(mr), multirange(ir), ir::int4multirange, mr + multirange(ir), '{[1,2)}'::int4multirange @> 1 FROM sample
    SELECT range_agg(ir), range_intersect_agg(dr), min(lower(ir)), max(upper(dr)), array_agg(ir), count(DISTINCT dr), range_agg(dr ORDER BY dr) FROM sample
    SELECT ir = ir, ir < ir, ir = '[1,2)', dr <> '[2024-01-01,2024-01-02)', ir IN ('[1,2)', '[2,3)'), ir IS NULL, coalesce(ir, 'empty'), nullif(dr, 'empty'), greatest(ir, ir), CASE WHEN b THEN ir ELSE 'empty' END, ARRAY[ir, 'empty'] FROM sample
    SELECT ir << ir, ir >> ir, ir &< ir, ir &> ir, ir -|- ir, dr && tr::text::daterange, ir + '[1,2)', '[1,2)' - ir, mr << mr, ir << mr, mr -|- ir FROM sample
    SELECT s.id, dr FROM sample s JOIN station t ON dr @> t.opened WHERE NOT isempty(dr) AND upper(dr) > now() AND t.closed <@ dr
    """#)

  /// Text search.
  static let searches = Family("searches", #"""
    SELECT to_tsvector(t), to_tsvector('simple', t), to_tsvector('simple', vc), to_tsvector(jb), to_tsvector('english', jb), to_tsquery('a'), to_tsquery('simple', t), plainto_tsquery(t), phraseto_tsquery('simple', t), websearch_to_tsquery(vc) FROM sample
    SELECT tv @@ tq, tv @@ to_tsquery('a'), t @@ tq, t @@ 'a', vc @@ 'a', tv @@ 'a', tq @@ tv, to_tsvector(t) @@ plainto_tsquery('simple', 'x'), to_tsvector('simple', t) @@ 'a & b', tv @@ 'a'::tsquery FROM sample
    SELECT ts_rank(tv, tq), ts_rank_cd(tv, tq, 1), ts_rank(ARRAY[0.1, 0.2, 0.4, 1], tv, tq), ts_rank('{0.1,0.2,0.4,1}', tv, tq), ts_headline(t, tq), ts_headline('simple', t, tq, 'a=b'), ts_headline(jb, tq), setweight(tv, 'A'), strip(tv), length(tv), numnode(tq), querytree(tq) FROM sample
    SELECT tv || tv, tq && tq, tq || tq, !! tq, tq <-> tq, tq @> tq, tq <@ tq, tv = tv, tq < tq, tsquery_phrase(tq, tq), tsquery_phrase(tq, tq, 2), ts_rewrite(tq, tq, tq), array_to_tsvector(tx), tsvector_to_array(tv), ts_delete(tv, 'a'), ts_filter(tv, '{a}'), unnest(tv) FROM sample
    SELECT id FROM sample WHERE to_tsvector('english', coalesce(t, '') || ' ' || coalesce(vc, '')) @@ to_tsquery('english', 'a:*') ORDER BY ts_rank(tv, to_tsquery('a')) DESC
    SELECT lexeme, positions[1] FROM sample, unnest(tv)
    SELECT word, ndoc + 1 FROM ts_stat('select tv from sample')
    SELECT get_current_ts_config(), to_tsvector(get_current_ts_config(), t), to_tsvector('pg_catalog.simple'::regconfig, t), ts_lexize('simple', 'a'), to_tsvector('a b') FROM sample
    """#)
}
