extension LabCorpus {
  /// CASE, COALESCE, GREATEST, LEAST, NULLIF, ARRAY and VALUES over mixed types, with the modifiers that stay.
  static let choices = Family("choices", #"""
    SELECT CASE WHEN b THEN i2 ELSE i4 END, CASE WHEN b THEN i4 ELSE i8 END, CASE WHEN b THEN i4 ELSE n END, CASE WHEN b THEN n ELSE f8 END, CASE WHEN b THEN f4 ELSE i4 END, CASE WHEN b THEN n2 ELSE n2 END, CASE WHEN b THEN n2 ELSE n END FROM sample
    SELECT CASE WHEN b THEN n2 ELSE 0 END, CASE WHEN b THEN n2 END, CASE WHEN b THEN n2 ELSE NULL END, CASE WHEN b THEN vc ELSE vc END, CASE WHEN b THEN vc ELSE t END, CASE WHEN b THEN vc ELSE 'x' END, CASE WHEN b THEN vc END, CASE WHEN b THEN vc ELSE NULL END FROM sample
    SELECT CASE WHEN b THEN c ELSE c END, CASE WHEN b THEN c ELSE vc END, CASE WHEN b THEN c ELSE t END, CASE WHEN b THEN nm ELSE t END, CASE WHEN b THEN vc ELSE v END, CASE WHEN b THEN 'x' ELSE vc END, CASE WHEN b THEN 'x' ELSE c END FROM sample
    SELECT CASE i4 WHEN 1 THEN 'a' WHEN 2 THEN 'b' END, CASE i4 WHEN i2 THEN 1 WHEN i8 THEN 2.5 ELSE 3 END, CASE t WHEN 'x' THEN d ELSE ts END, CASE col WHEN 'red' THEN 1 ELSE 0 END, CASE n WHEN 1 THEN 2 END, CASE vc WHEN t THEN 1 END, CASE 'x' WHEN t THEN 1 END FROM sample
    SELECT CASE WHEN i4 > 1 THEN 'x' WHEN i4 > 2 THEN 5::text ELSE vc END, CASE WHEN b THEN NULL WHEN NOT b THEN NULL END, CASE WHEN b THEN NULL ELSE i4 END, CASE WHEN b THEN '5' ELSE i4 END, CASE WHEN b THEN i4 ELSE '5' END, CASE WHEN 't' THEN 1 END FROM sample
    SELECT CASE WHEN b THEN pe ELSE pe END, CASE WHEN b THEN pe ELSE n END, CASE WHEN b THEN pe ELSE 5 END, CASE WHEN b THEN lb ELSE lb END, CASE WHEN b THEN lb ELSE sl END, CASE WHEN b THEN lb ELSE 'x' END, CASE WHEN b THEN sc ELSE vc END, CASE WHEN b THEN st ELSE ts3 END FROM sample
    SELECT CASE WHEN b THEN i4s ELSE i4s END, CASE WHEN b THEN i4s ELSE '{}' END, CASE WHEN b THEN jb ELSE '{}' END, CASE WHEN b THEN pr ELSE NULL END, CASE WHEN b THEN pr ELSE pr END, CASE WHEN b THEN col ELSE 'red' END, CASE WHEN b THEN il ELSE il END, CASE WHEN b THEN vcs ELSE vcs END FROM sample
    SELECT CASE WHEN b THEN CASE WHEN b THEN 1 ELSE 2.5 END ELSE 3 END, CASE WHEN b THEN (SELECT 1) ELSE 2.5 END, CASE CASE WHEN b THEN 1 END WHEN 1 THEN 'x' END, CASE (SELECT max(i4) FROM sample) WHEN 1 THEN t END FROM sample
    SELECT CASE WHEN b THEN m ELSE m END, CASE WHEN b THEN iv ELSE ivd END, CASE WHEN b THEN ivd ELSE ivd END, CASE WHEN b THEN bt ELSE vb END, CASE WHEN b THEN ip ELSE ci END, CASE WHEN b THEN tm3 ELSE tm3 END, CASE WHEN b THEN tm ELSE tm3 END, CASE WHEN b THEN tz ELSE tm END FROM sample
    SELECT COALESCE(i2, i4), COALESCE(i4, i8, n), COALESCE(n2, n2), COALESCE(n2, 0), COALESCE(n2, n), COALESCE(vc, vc), COALESCE(vc, 'x'), COALESCE(vc, t), COALESCE('x', vc), COALESCE(NULL, vc), COALESCE(vc, NULL), COALESCE(c, 'x'), COALESCE(c, vc) FROM sample
    SELECT COALESCE(f4, i4), COALESCE(f4, n), COALESCE(f8, f4), COALESCE(i4, '5'), COALESCE('5', i4), COALESCE(NULL, i4), COALESCE(NULL, NULL, 'x'), COALESCE(nm, 'x'), COALESCE(nm, t), COALESCE(b, false), COALESCE(b, 't'), COALESCE(col, 'red'), COALESCE(o, 5), COALESCE(rc, 'sample') FROM sample
    SELECT COALESCE(d, '2024-01-01'), COALESCE(d, ts, tt), COALESCE(ts3, ts3), COALESCE(ts3, ts), COALESCE(iv, '1 day'), COALESCE(ivd, iv), COALESCE(jb, '{}'), COALESCE(j, '{}'), COALESCE(i4s, '{}'), COALESCE(i4s, ARRAY[]::int[]), COALESCE(tx, ARRAY['a']), COALESCE(u, '00000000-0000-0000-0000-000000000000') FROM sample
    SELECT COALESCE(pe, 0), COALESCE(pe, pe), COALESCE(pe, n), COALESCE(lb, 'x'), COALESCE(lb, sl), COALESCE(sl, lb), COALESCE(sl, 'x'), COALESCE(sc, 'x'), COALESCE(sc, vc), COALESCE(sc, t), COALESCE(st, now()), COALESCE(il, '{}'), COALESCE(il, i4s), COALESCE(pr, NULL) FROM sample
    SELECT COALESCE(i4) , COALESCE(n2), COALESCE(vc), COALESCE('x'), COALESCE(NULL), COALESCE((SELECT 1), 2.5), COALESCE(sum(i4), 0), COALESCE(max(vc), 'x'), COALESCE(avg(n2), 0), COALESCE(count(*), 0) FROM sample GROUP BY i4, n2, vc
    SELECT GREATEST(i2, i4), GREATEST(i4, i8), GREATEST(i4, n), GREATEST(n, f8), GREATEST(n2, n2), GREATEST(n2, 5), GREATEST(vc, vc), GREATEST(vc, t), GREATEST(vc, 'x'), GREATEST(c, vc), GREATEST('a', 'b'), GREATEST(1, 2.5, '3'), GREATEST(d, ts), GREATEST(col, 'red') FROM sample
    SELECT LEAST(i4, 5), LEAST(i8, i4, i2), LEAST(f4, f8), LEAST(NULL, i4), LEAST(i4, NULL), LEAST(NULL, NULL), LEAST(iv, '1 day'), LEAST(pe, 5), LEAST(pe, pe), LEAST(lb, 'x'), LEAST(i4s, '{1}'), LEAST(u, u), LEAST(m, m), LEAST(b, true), LEAST(ip, ci), LEAST(jb, '{}'), LEAST(pr, pr), LEAST(t, vc, c) FROM sample
    SELECT NULLIF(i4, 0), NULLIF(i2, 0), NULLIF(i4, i8), NULLIF(i8, i4), NULLIF(i4, 1.5), NULLIF(n, 0), NULLIF(n2, 0), NULLIF(n2, n2), NULLIF(f4, 0), NULLIF(f8, 1), NULLIF(i2, 1.5), NULLIF(1, 2), NULLIF(1, 2.5), NULLIF(1.5, 2), NULLIF('a', 'b') FROM sample
    SELECT NULLIF(vc, 'x'), NULLIF(vc, t), NULLIF(vc, vc), NULLIF(c, 'x'), NULLIF(c, c), NULLIF(c, t), NULLIF(t, vc), NULLIF(nm, 'x'), NULLIF('x', vc), NULLIF(lb, 'x'), NULLIF(sc, 'x'), NULLIF(pe, 0), NULLIF(col, 'red'), NULLIF(b, false), NULLIF(NULL, 1), NULLIF(1, NULL), NULLIF(NULL, NULL) FROM sample
    SELECT NULLIF(d, ts), NULLIF(d, '2024-01-01'), NULLIF(ts3, ts3), NULLIF(ts, tt), NULLIF(i4s, '{}'), NULLIF(tx, '{}'), NULLIF(jb, '{}'), NULLIF(u, u), NULLIF(iv, '0'), NULLIF(trim(t), ''), NULLIF(i4, 0) + 1, n / NULLIF(i4, 0), NULLIF(il, '{}'), NULLIF(m, '0') FROM sample
    SELECT ARRAY[i2, i4], ARRAY[i4, i8, n], ARRAY[n2, n2], ARRAY[n2, n], ARRAY[vc, vc], ARRAY[vc, t], ARRAY[vc, 'x'], ARRAY['x', vc], ARRAY[c, 'x'], ARRAY[t, NULL], ARRAY[NULL, i4], ARRAY[f4, i4], ARRAY[f4, f8], ARRAY[nm, 'x'], ARRAY[d, ts], ARRAY[ts3, ts3], ARRAY[col, 'red'] FROM sample
    SELECT ARRAY[pe, pe], ARRAY[pe, 5], ARRAY[lb, 'x'], ARRAY[lb, sl], ARRAY[sc, 'x'], ARRAY[pr, pr], ARRAY[pr, NULL], ARRAY[(1,'x'), (2,'y')], ARRAY[jb, '{}'], ARRAY[i4s, i4s], ARRAY[i4s, '{1}'], ARRAY[[i4, 1], [2, 3]], ARRAY[ARRAY[1], ARRAY[2.5]::int[]], ARRAY[[1, 2.5]], ARRAY[['a', 'b']], ARRAY[il, il] FROM sample
    SELECT ARRAY[1, 2.5], ARRAY[1, '2'], ARRAY['1', '2'], ARRAY[1::int2, 2], ARRAY[1::int8, 2], ARRAY[1::float4, 2.5], ARRAY[true, 'f'], ARRAY[now(), '2024-01-01'], ARRAY[current_date, now()], ARRAY[NULL], ARRAY[NULL, NULL], ARRAY[NULL::int, 2.5], ARRAY[b, true] FROM sample
    VALUES (1, 'a', NULL), (2, 'b', NULL)
    VALUES (1, 'a', NULL), (2.5, 'b', 1)
    VALUES (1::int2), (2), (3::int8)
    VALUES (1, 2), (2.5, 3::float8), (NULL, NULL)
    VALUES ('a'::varchar(5)), ('b'::varchar(5))
    VALUES ('a'::varchar(5)), ('b'::varchar(6))
    VALUES ('a'::varchar(5)), ('b')
    VALUES ('a'), ('b'::varchar(5))
    VALUES (1::numeric(5,2)), (2::numeric(5,2))
    VALUES (1::numeric(5,2)), (2)
    VALUES (NULL::numeric(5,2)), (NULL)
    VALUES (NULL), (current_date), ('2024-01-01')
    VALUES (ARRAY[1], '{}'::text[]), ('{2}', ARRAY['x'])
    VALUES (ROW(1, 'a')), (ROW(2, 'b'))
    VALUES (1), (2) ORDER BY column1 DESC LIMIT 1
    VALUES (now(), 'a'), ('2024-01-01', 'b') ORDER BY 2
    VALUES ((SELECT 1), (SELECT 'x')), (2.5, 'y')
    VALUES ('red'::colour), ('blue')
    VALUES (1, 'x'::char(3)), (2, 'abc'::char(3))
    VALUES (5::percent), (6::percent)
    VALUES (5::percent), (6)
    SELECT * FROM (VALUES (1, 'a'), (2.5, 'b')) v
    SELECT * FROM (VALUES (1, 'a'::varchar(3)), (2, 'b'::varchar(3))) v (n, s)
    SELECT v.n + 1, v.s || 'x' FROM (VALUES (1, 'a'), (2, NULL)) v (n, s)
    SELECT column1 + 1, column2 FROM (VALUES (1, current_date), (2, now())) v, sample
    SELECT x.* FROM sample, LATERAL (VALUES (i2), (i4), (i8)) x (y)
    SELECT i4 FROM sample WHERE (i4, t) IN (VALUES (1, 'a'), (2, 'b'))
    SELECT i4 FROM sample WHERE i8 IN (VALUES (1), (2))
    SELECT (VALUES (1)), ARRAY(VALUES (1), (2)), EXISTS (VALUES (1))
    SELECT 1 = ANY (VALUES (1), (2)), 'a' = ANY (VALUES ('a')), 1.5 > ALL (VALUES (1))
    SELECT COALESCE(CASE WHEN b THEN i4 END, 0), GREATEST(COALESCE(i4, 0), 1.5), NULLIF(COALESCE(vc, 'x'), 'x'), COALESCE(NULLIF(vc, ''), t), ARRAY[COALESCE(i4, 1), 2.5], CASE WHEN b THEN COALESCE(vc, 'x') ELSE vc END FROM sample
    SELECT CASE WHEN b THEN 'a' ELSE t END || 'x', CASE WHEN b THEN 1 ELSE n END + 1, COALESCE(i4, n) * 2, GREATEST(d, '2024-01-01') + 1, (CASE WHEN b THEN i4s ELSE '{}' END)[1], (CASE WHEN b THEN pr END).a, COALESCE(jb, '{}') -> 'a', NULLIF(t, '') LIKE 'x' FROM sample
    SELECT CASE WHEN NULL THEN 1 ELSE 2 END, CASE 1 WHEN NULL THEN 2 END, CASE WHEN b IS NULL THEN 'x' END, CASE b WHEN true THEN 1 WHEN 'f' THEN 2 END, CASE i4 % 2 WHEN 0 THEN 'even' ELSE 'odd' END FROM sample
    SELECT CASE WHEN b THEN 1::numeric(5,2) ELSE 2::numeric(5,2) END, CASE WHEN b THEN 'a'::varchar(3) ELSE 'b'::varchar(3) END, COALESCE('a'::varchar(3), 'b'::varchar(3)), GREATEST(1::numeric(4), 2::numeric(4)), ARRAY['a'::varchar(3), 'b'::varchar(3)], NULLIF('a'::varchar(3), 'b'), COALESCE(now()::timestamp(0), now()::timestamp(0)) FROM sample
    """#)

  /// Polymorphic functions of both families, over arrays, ranges, domains and literals.
  static let polymorphic = Family("polymorphic", #"""
    SELECT first_of(1, 2), first_of(i4, i4), first_of(t, 'x'), first_of('x', t), first_of(vc, vc), first_of(d, '2024-01-01'), first_of(pr, pr), first_of(i4s, '{1}'), first_of(col, 'red'), first_of(n2, n2), first_of(NULL, 1), first_of(jb, '{}') FROM sample
    SELECT first_of(pe, pe), first_of(lb, lb), first_of(lb, 'x'), first_of(il, il), first_of(il, '{}') FROM sample
    SELECT either(1, 2.5), either(i2, i8), either(i4, n), either(t, vc), either('a', 'b'), either('a', t), either(vc, vc), either(d, ts), either(1, '2'), either(NULL, i4), either(pe, 5), either(lb, 'x'), either(f4, i4), either(c, 'x'), either(nm, t), either(i4s, '{}') FROM sample
    SELECT boxed(1), boxed(i4), boxed('x'::text), boxed(vc), boxed(d), boxed(pr), boxed(col), boxed(n2), boxed(pe), boxed(NULL::date), boxed(jb), boxed(b) FROM sample
    SELECT head(i4s), head(tx), head(vcs), head(n2s), head(cols), head(prs), head(ARRAY[1, 2.5]), head('{1}'::int[]), head(il), head(ARRAY[d]), head(ARRAY[vc]), head(jbs), (head(prs)).a FROM sample
    SELECT lowest(ir), lowest(dr), lowest(nr), lowest(tr), lowest(fr), lowest('[1,2]'::int8range), lowest(textrange('a', 'b')), enum_text(col), enum_text('on'::lab.state), flat(i4), flat(t), flat(d), flat(pr) FROM sample
    SELECT most(1, 2.5), most(i4, n, f8), most('a', 'b'), most(t, vc), most(VARIADIC i4s), most(VARIADIC ARRAY[1, 2.5]), most(VARIADIC tx), most(d, ts), most(NULL, 1), most(vc), most(i4), most(VARIADIC '{1}'::int[]), most(lb, 'x') FROM sample
    SELECT joined('a'), joined('a', 'b'), joined(t, vc, 'x'), joined(VARIADIC tx), joined(VARIADIC ARRAY['a', 'b']), joined(VARIADIC vcs), joined(VARIADIC '{a,b}'), joined(lb, nm::text), joined_with(',', 1, 2), joined_with(',', i4, i4), joined_with(',', t, 'x'), joined_with(',', VARIADIC i4s), joined_with(',', VARIADIC tx) FROM sample
    SELECT twice(1), twice(t), (twice(1)).one, (twice(t)).two, (twice(i4)).*, (bounds()).low, (bounds()).*, bounds(), only_out(), in_out(1, 2), in_out(n, i4), in_out(y => 1, x => 2.5) FROM sample
    SELECT * FROM twice(5)
    SELECT * FROM twice('x'::text) AS t (a, b)
    SELECT one + 1, two || 3 FROM twice(5)
    SELECT * FROM each_of(ARRAY[1, 2])
    SELECT each_of(tx), each_of(i4s) + 1, each_of(ARRAY[d]) FROM sample
    SELECT array_append(i4s, 1), array_append(i4s, i2), array_append(i4s, i8), array_append(i4s, 1.5), array_append(tx, 'a'), array_append(tx, vc), array_append(vcs, 'a'), array_append(ns, 1), array_append(f8s, 1), array_append(cols, 'red'), array_append(NULL, 1), array_append(i4s, NULL) FROM sample
    SELECT array_prepend(1, i4s), array_prepend(i8, i4s), array_prepend('a', tx), array_prepend(t, vcs), array_cat(i4s, i4s), array_cat(i4s, i8s), array_cat(tx, vcs), array_cat(i4s, '{1}'), array_cat(ns, i4s), array_cat('{a}', tx) FROM sample
    SELECT i4s || 1, i4s || i2, i4s || i8, i4s || 1.5, 1 || i4s, i8 || i4s, i4s || i4s, i4s || i8s, i4s || '{1}', '{1}' || i4s, tx || '{a}', tx || t, tx || vc, tx || vcs, vcs || vcs, vcs || t, tx || '{a}', ns || 1, f8s || 1, cols || cols, jbs || jb, ds || d, ds || ts, NULL || i4s FROM sample
    SELECT array_position(i4s, 1), array_position(i4s, i8), array_position(tx, 'a'), array_position(tx, vc), array_positions(i4s, 1), array_positions(tx, 'a'), array_remove(i4s, 1), array_remove(tx, 'a'), array_remove(vcs, 'a'), array_replace(i4s, 1, 2), array_replace(tx, 'a', 'b'), array_replace(i4s, 1, i8), array_position(i4s, 1, 2), array_remove(n2s, 1) FROM sample
    SELECT array_length(i4s, 1), array_ndims(tx), array_dims(n2s), array_lower(i4s, 1), array_upper(tx, 1), cardinality(i4s), array_to_string(i4s, ','), array_to_string(tx, ',', '*'), array_fill(1, ARRAY[3]), array_fill('x'::text, ARRAY[2, 2]), array_fill(vc, '{2}'), array_fill(NULL::date, ARRAY[1]), trim_array(i4s, 1), trim_array(tx, 1), array_to_json(i4s), string_to_array(t, ',') FROM sample
    SELECT unnest(i4s), unnest(tx), unnest(vcs), unnest(n2s), unnest(cols), unnest(prs), unnest(jbs), unnest(il), unnest(ARRAY[1, 2.5]), unnest('{1}'::int[]), unnest(mr), unnest(dm) FROM sample
    SELECT i4s @> ARRAY[1], i4s <@ '{1}', i4s && i4s, tx @> ARRAY['a'], tx && '{a}', tx @> vcs::text[], i4s = i4s, i4s < i4s, i4s <> '{}', vcs = vcs, tx = '{a}', tx = ARRAY['a'], n2s = ns, cols && cols, i4s = il, i4s @> il FROM sample
    SELECT range_merge(ir, ir), range_merge(dr, dr), lower(ir), upper(dr), lower(tr), upper(fr), lower(mr), upper(dm), isempty(ir), lower_inc(nr), upper_inf(tr), lower_inf(mr), range_merge(mr), multirange(ir), multirange(dr), lower(nr) + 1, upper(dr) - 1, upper(ir)::text || 'x' FROM sample
    SELECT int4range(1, 5), int4range(i4, i4), int4range(i2, 5, '[]'), int8range(i4, i8), numrange(1, 2.5), numrange(i4, n), daterange(d, d), tsrange(d, ts), tstzrange(ts, tt), floatrange(1, 2), textrange('a', t), textrange(vc, vc), int4multirange(ir), int4multirange(ir, ir), int4multirange(), datemultirange(dr), nummultirange(VARIADIC ARRAY[nr]), floatmultirange(fr) FROM sample
    SELECT ir @> 1, ir @> i4, ir @> ir, 1 <@ ir, i4 <@ ir, ir && ir, ir << ir, ir -|- ir, ir + ir, ir * ir, ir - ir, ir = ir, ir < ir, dr @> d, dr @> '2024-01-01'::date, dr && '[2024-01-01,2024-02-01)', nr @> 1::numeric, nr @> 1.5, nr @> n, fr @> 1.5::float8, fr @> f8, tr @> tt, tr @> now() FROM sample
    SELECT ir @> '[1,2)', ir @> '5'::int, ir && '[1,2)', ir + '[1,2)', ir = '[1,2)', '[1,2)' = ir, '[1,2)' @> ir, mr @> '{}'::int4multirange, nr @> i4::numeric, ir @> i2::int FROM sample
    SELECT enum_first(col), enum_last(NULL::colour), enum_range(col), enum_range('red'::colour, 'blue'), enum_range(NULL::lab.state), enum_first('on'::lab.state) FROM sample
    SELECT min(i4s), max(tx), array_agg(i4), array_agg(vc), array_agg(n2), array_agg(i4s), array_agg(col), array_agg(pr), array_agg(pe), array_agg(d ORDER BY d), array_agg(DISTINCT t), range_agg(ir), range_agg(dr), range_intersect_agg(nr), range_agg(mr) FROM sample
    SELECT last_of(i4), last_of(t), last_of(vc), last_of(pr), collected(i4), collected(t), collected(n2), collected(1), sum_of_squares(f8), sum_of_squares(i4), sum_of_squares(2), last_of(d ORDER BY d), last_of('x'::text) FROM sample
    SELECT pg_typeof(i4), pg_column_size(t), num_nulls(i4, t), num_nonnulls(VARIADIC i4s), json_build_array(i4, t, NULL), to_json(i4s), to_jsonb(pr), row_to_json(s), array_to_json(tx), format('%s', i4), concat(i4, t), concat(VARIADIC tx), jsonb_build_object('a', i4), json_build_object(VARIADIC tx) FROM sample s
    SELECT width_bucket(i4, i4s), width_bucket(n, ns), width_bucket(5, ARRAY[1, 5]), width_bucket(d, ds), width_bucket(i4, i8s), coalesce(head(i4s), 0), greatest(head(n2s), 1), head(i4s) + 1, head(tx) || 'x', boxed(i4) || 2, (boxed(i4))[1] FROM sample
    SELECT first_of(first_of(1, 2), 3), head(boxed(t)), boxed(head(i4s)), most(head(i4s), i8), either(either(1, 2.5), f8), head(array_agg(i4)), array_agg(head(i4s)), unnest(boxed(i4)) FROM sample GROUP BY i4, t, i4s, i8, f8
    SELECT lag(i4, 1, 0) OVER w, lag(n, 1, 0) OVER w, lag(i4, 1, 2.5) OVER w, lead(vc, 1, 'x') OVER w, lead(t, 2, vc) OVER w, lag(d, 1, '2024-01-01') OVER w, lag(i8, 1, i4) OVER w, lag(f4, 1, 0) OVER w, lag(pe, 1) OVER w, lag(lb, 1, 'x') OVER w, first_value(vc) OVER w, nth_value(n2, 2) OVER w, last_value(pr) OVER w FROM sample WINDOW w AS (ORDER BY id)
    SELECT jsonb_populate_record(NULL::pair, '{}'), (jsonb_populate_record(pr, jb)).a, json_populate_record(NULL::station, '{}'), (json_populate_record(NULL::place, j)).title, jsonb_populate_recordset(NULL::pair, jb) FROM sample
    SELECT * FROM jsonb_populate_recordset(NULL::pair, '[]')
    SELECT * FROM json_populate_recordset(NULL::station, '[]') AS s WHERE s.id > 1
    SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY i4), percentile_disc(0.5) WITHIN GROUP (ORDER BY t), percentile_disc(ARRAY[0.1, 0.9]) WITHIN GROUP (ORDER BY d), mode() WITHIN GROUP (ORDER BY vc), mode() WITHIN GROUP (ORDER BY col), percentile_disc(0.5) WITHIN GROUP (ORDER BY n2) FROM sample
    """#)

  /// Calls: overloads, defaults, names, VARIADIC, notations for casts and fields, set-returning and text functions.
  static let calls = Family("calls", #"""
    SELECT scaled(1), scaled(1.5), scaled(i4), scaled(n2, 3), scaled(1, factor => 2), scaled(amount => 1), scaled(factor => 2, amount => i4), scaled(1, note => 'x'), scaled(amount := 1, note := vc), scaled('5'), scaled(pe), scaled(1, 2, 'x'), scaled(i8, i2, t) FROM sample
    SELECT overloaded(1), overloaded('x'), overloaded(t), overloaded(vc), overloaded(i2), overloaded(1, 2), overloaded(n, i4), overloaded(1.5, 2), overloaded('1', 2), overloaded(nm), overloaded(lb), overloaded(NULL), overloaded(c) FROM sample
    SELECT lab.hidden(1), lab.hidden(i2), "Quoted"(1), "Quoted"(x => 5), public.overloaded(i4), pg_catalog.lower(t), strict_plus(1, i4), make_pair(1, 'x'), (make_pair(1, 'x')).a, (make_pair(i4, t)).b || 'x', as_percent(5), as_percent(n), as_percent(pe), as_label('x'), as_label(t), as_label(lb), as_label(sl) FROM sample
    SELECT full_name(s), s.full_name, (s).full_name, s.id, (s).id, (s).name || 'x', full_name(s.*) FROM station s
    SELECT id(s), name(s), s.name, opened(s) + 1 FROM station s
    SELECT a(pr), b(pr) || 'x', (pr).a + 1, (pr).b, title(pl), (pl).title, (pl).height, (ne).p, ((ne).p).a, (ne).places, ((ne).places)[1], (((ne).places)[1]).title, (ne).n + 1 FROM sample
    SELECT lower(t), lower(vc), lower(c), lower(nm), lower('X'), upper(lb), initcap(sc), length(t), length(c), length(by), length(bt), char_length(vc), octet_length(t), octet_length(by), bit_length(t), reverse(vc), md5(t), md5(by) FROM sample
    SELECT substring(t, 1), substring(t, 1, 2), substring(vc FROM 2), substring(t FROM 2 FOR 3), substring(t FOR 2), substring(t FROM 'a'), substring(t, 'a'), substring(t SIMILAR 'a' ESCAPE 'b'), substring(t FROM 'a' FOR 'b'), substring(by, 1, 2), substring(by FROM 1), substring(bt, 1, 2), substring(bt FROM 1 FOR 2), substr(t, 1), substr(t, 1, 2), substr(by, 1) FROM sample
    SELECT trim(t), trim(vc), trim(c), trim(BOTH 'x' FROM t), trim(LEADING FROM t), trim(TRAILING 'x' FROM vc), trim('x' FROM t), trim(BOTH FROM t), trim(t, 'x'), ltrim(t), rtrim(c), btrim(by, '\x00'), btrim(t, 'a'), trim(BOTH '\x00'::bytea FROM by) FROM sample
    SELECT overlay(t PLACING 'x' FROM 1), overlay(t PLACING 'x' FROM 1 FOR 2), overlay(by PLACING '\x00' FROM 1), overlay(bt PLACING B'1' FROM 1), position('a' IN t), position('a' IN vc), position('\x00'::bytea IN by), position(B'1' IN bt), strpos(t, 'a') FROM sample
    SELECT replace(t, 'a', 'b'), translate(t, 'a', 'b'), repeat(t, 2), lpad(t, 5), lpad(vc, 5, 'x'), rpad(t, i4), left(t, 2), right(vc, -1), split_part(t, ',', 1), concat(t, i4, d), concat_ws(',', t, NULL, n), format('%s %s', t, n), format('x'), quote_ident(t), quote_literal(t), quote_literal(i4), quote_nullable(n), ascii(t), chr(i4), to_hex(i4), to_hex(i8), to_hex(5) FROM sample
    SELECT regexp_replace(t, 'a', 'b'), regexp_replace(t, 'a', 'b', 'g'), regexp_replace(t, 'a', 'b', 1), regexp_replace(t, 'a', 'b', 1, 2), regexp_match(t, 'a'), regexp_matches(t, 'a'), regexp_matches(t, 'a', 'g'), regexp_split_to_array(t, ','), regexp_split_to_table(t, ','), regexp_count(t, 'a'), regexp_instr(t, 'a'), regexp_like(t, 'a'), regexp_substr(t, 'a'), (regexp_match(t, 'a'))[1], starts_with(t, 'a'), string_to_table(t, ',') FROM sample
    SELECT abs(i2), abs(i4), abs(i8), abs(n), abs(n2), abs(f4), abs(f8), ceil(n), ceil(f8), ceil(i4), floor(n2), round(n), round(n, 1), round(f8), round(i4), round(i4, 1), trunc(n, 1), trunc(f8), sign(n), sign(i4), mod(i4, i4), mod(i2, i4), mod(n, i4), mod(5, 2), div(n, 2), gcd(i4, i4), lcm(i4, i8) FROM sample
    SELECT sqrt(i4), sqrt(n), sqrt(f8), power(i4, 2), power(n, 2), power(f8, i4), pow(2, 3), exp(n), exp(i4), ln(n), ln(f8), log(n), log(2, 3), log(f8), log10(n), cbrt(i4), pi(), random(), sin(i4), atan2(1, f8), degrees(i4), radians(n), factorial(5), width_bucket(n, 0, 10, 5), width_bucket(f8, 0, 10, 5), scale(n), min_scale(n2), trim_scale(n), setseed(0.5) FROM sample
    SELECT encode(by, 'hex'), decode(t, 'hex'), get_byte(by, 0), set_byte(by, 0, 1), get_bit(by, 1), get_bit(bt, 1), convert_from(by, 'UTF8'), convert_to(t, 'UTF8'), sha256(by), sha256('x'), bit_count(by), gen_random_uuid(), normalize(t), normalize(t, NFC), unistr(t), to_ascii(t), pg_client_encoding(), string_to_array(t, NULL), array_to_string(string_to_array(t, ','), '') FROM sample
    SELECT host(ip), family(ip), masklen(ip), netmask(ip), network(ip), broadcast(ip), abbrev(ci), abbrev(ip), text(ip), hostmask(ip), set_masklen(ip, 8), set_masklen(ci, 8), inet_merge(ip, ip), inet_same_family(ip, ci), trunc(mac), macaddr8_set7bit(mac8), host(ci), family('10.0.0.1'), inet_client_addr() FROM sample
    SELECT area(bx), area(cl), center(bx), center(cl), diameter(cl), radius(cl), height(bx), width(bx), length(pa), length(ls), npoints(pa), npoints(po), isclosed(pa), pclose(pa), point(1, 2), point(bx), point(i4, n), box(pt, pt), box(cl), circle(pt, 5), circle(bx), lseg(pt, pt), line(pt, pt), path(po), polygon(bx), polygon(4, cl), slope(pt, pt), bound_box(bx, bx), diagonal(bx) FROM sample
    SELECT current_setting('x'), current_setting('x', true), set_config('a', 'b', true), pg_backend_pid(), version(), current_database(), current_user, inet_server_port(), txid_current(), pg_current_xact_id(), has_table_privilege('sample', 'select'), has_table_privilege(current_user, 'sample', 'select'), obj_description(1, 'pg_class'), col_description(rc, 1), pg_get_viewdef('station_view'), pg_table_size('sample'), to_regclass('x'), pg_get_expr(NULL, 0) FROM sample
    SELECT nextval('lab.log_id_seq'), currval('lab.log_id_seq'), setval('lab.log_id_seq', 5), setval('lab.log_id_seq', i4, true), lastval(), nextval(rc), pg_get_serial_sequence('lab.log', 'id'), nextval('lab.log_id_seq'::text), pg_sequence_last_value('lab.log_id_seq') FROM sample
    SELECT greatest(scaled(1), 5), scaled(overloaded(1)), lower(overloaded('x')), length(joined('a', 'b')) + 1, overloaded(length(t)), overloaded(t || vc), abs(strict_plus(i4, i4)), coalesce(as_percent(pe), 0), to_char(scaled(i4), '9') FROM sample
    SELECT generate_series(1, 3), generate_series(1, i8), generate_series(i4, i4, 2), generate_series(1, n), generate_series(1.0, 2), generate_series(1, 2, 0.5), generate_subscripts(i4s, 1), generate_subscripts(tx, 1, true) FROM sample
    SELECT stations_of('red'), (stations_of('red')).name, (stations_of('red')).*
    SELECT counts(), (counts()).day, (counts('2024-01-01')).n
    SELECT pairs(), (pairs()).a, (pairs()).b
    SELECT xmlelement(name a), xmlelement(name a, xmlattributes(i4 AS b), t), xmlforest(i4, t AS x), xmlconcat(x, x), xmlpi(name a), xmlpi(name a, 'b'), xmlroot(x, version '1.0'), xmlparse(content '<a/>'), xmlparse(document t), xmlserialize(content x AS text), xmlserialize(document x AS varchar(5)), xmlagg(x), xpath('/a', x), xpath_exists('/a', x), xmlexists('/a' PASSING x), xmlcomment(t), xml_is_well_formed(t), x IS DOCUMENT FROM sample GROUP BY id
    SELECT collation for (t), collation for ('x' COLLATE "C"), pg_collation_for(vc), COLLATION FOR (t || 'x') FROM sample
    SELECT count(*), count(i4), count(DISTINCT t), pg_typeof(count(*)), max(i4) + 1 FROM sample
    SELECT pg_column_compression(t), pg_size_pretty(i8), pg_size_pretty(n), pg_size_pretty(5::bigint), txid_current_snapshot(), pg_is_in_recovery(), pg_postmaster_start_time(), pg_conf_load_time(), pg_notify('a', 'b'), pg_advisory_lock(1), pg_advisory_lock(1, 2), pg_try_advisory_xact_lock(i4), pg_sleep(1), pg_sleep_for('1 s'), hashtext(t), hashint4(5) FROM sample
    """#)
}
