extension LabCorpus {
  /// Constants of every spelling and the types that they take from their place.
  static let literals = Family("literals", #"""
    SELECT 0, 1, 42, 2147483647, 2147483648, -2147483648, -2147483649
    SELECT 9223372036854775807, 9223372036854775808, -9223372036854775808, -9223372036854775809
    SELECT 1.0, .5, 5., 1e10, 1E-5, 1.5e3, 0.000, 100000000000000000000
    SELECT - 5, - (5), -(-5), + 5, - 1.5, - .5, -'5'::integer, - i4 FROM sample
    SELECT 'abc', '', 'it''s', E'\n', E'\x41', U&'\0041', $$dollar$$, $tag$x$tag$
    SELECT B'0', B'1010', X'FF', x'', b'' FROM sample
    SELECT NULL, TRUE, FALSE, true, false
    SELECT NULL AS a, 'x' AS b, 1 AS c, 1.5 AS d
    SELECT N'national', 'x'::"char", bpchar 'ab', "char" 'x'
    SELECT int2 '5', int4 '5', int8 '5', smallint '1', integer '1', bigint '1'
    SELECT real '1.5', float8 '1.5', double precision '1.5', numeric '1.5', decimal '1.5', float4 '2'
    SELECT bool 't', boolean 'false', text 'x', varchar 'x', name 'x', bytea '\x00', uuid '00000000-0000-0000-0000-000000000000'
    SELECT date '2024-01-01', time '10:00', time with time zone '10:00+01', timestamp '2024-01-01', timestamp with time zone '2024-01-01', timestamptz '2024-01-01'
    SELECT timestamp(3) '2024-01-01', timestamp(0) with time zone '2024-01-01', time(2) '10:00', time(1) with time zone '10:00+00'
    SELECT timestamp without time zone '2024-01-01', time without time zone '10:00', timestamp(2) without time zone '2024-01-01'
    SELECT interval '1 day', interval '1' year, interval '2' month, interval '3' day, interval '4' hour, interval '5' minute, interval '6' second
    SELECT interval '1-2' year to month, interval '1 02' day to hour, interval '1 02:03' day to minute, interval '1 02:03:04' day to second
    SELECT interval '02:03' hour to minute, interval '02:03:04' hour to second, interval '03:04' minute to second
    SELECT interval '1.234' second(2), interval '1 02:03:04.567' day to second(1), interval(3) '1.23456 seconds', interval(0) '1.5 s'
    SELECT json '{}', jsonb '{"a": 1}', xml '<a/>', inet '10.0.0.1', cidr '10.0.0.0/8', macaddr '08:00:2b:01:02:03', macaddr8 '08:00:2b:01:02:03:04:05'
    SELECT point '(1,2)', box '((0,0),(1,1))', circle '((0,0),1)', path '((0,0),(1,1))', polygon '((0,0),(1,1),(1,0))', lseg '[(0,0),(1,1)]', line '{1,2,3}'
    SELECT int4range '[1,5)', int8range '[1,5)', numrange '[1,5)', daterange '[2024-01-01,2024-02-01)', tsrange '[2024-01-01,2024-02-01)', tstzrange '[2024-01-01,2024-02-01)'
    SELECT int4multirange '{[1,5),[7,9)}', nummultirange '{}', datemultirange '{}', tsmultirange '{}', tstzmultirange '{}', int8multirange '{}'
    SELECT tsvector 'a b', tsquery 'a & b', money '1.50', bit '1', bit varying '101', oid '5', regclass 'sample', pg_lsn '0/0', xid8 '5', tid '(0,1)'
    SELECT bit(3) '101', bit varying(5) '101', varbit(4) '1010', char(3) 'ab', character varying(7) 'ab', varchar(7) 'ab', numeric(5,1) '1.23', nchar(2) 'a'
    SELECT colour 'red', lab.state 'on', percent '50', label 'x', short_label 'x', serial_code 'abc', floatrange '[1,2]', textrange '[a,b]'
    SELECT pair '(1,x)', place '(t,"(1,2)",1.5)', int_list '{1,2}', stamp '2024-01-01 10:00:00.1234', pair_domain '(1,x)'
    SELECT '{1,2}'::int4[], '{a,b}'::text[], '{1.25}'::numeric(3,1)[], '{red}'::colour[], '{}'::json[], '{"(1,x)"}'::pair[]
    SELECT _int4 '{1}', _text '{a}', _numeric '{1}'
    SELECT i4 = '5', n = '5', t = '5', vc = '5', c = '5', d = '2024-01-01', tt = '2024-01-01', iv = '1 day', u = '00000000-0000-0000-0000-000000000000' FROM sample
    SELECT b = 't', jb = '{}', by = '\x00', bt = B'1010', bt = '1010', ip = '10.0.0.1', col = 'red', pe = '5', lb = 'x', sc = 'x', m = '5' FROM sample
    SELECT ir = '[1,2)', mr = '{}', pt ~= '(1,2)', o = '5', i4s = '{1}', tx = '{a}', cols = '{red}', st = '2024-01-01', il = '{1}' FROM sample
    SELECT pr = '(1,x)', pr = ROW(1, 'x'), prs = '{}', lsn = '0/0', x8 = '5', mac = '08:00:2b:01:02:03', nm = 'x', ch = 'x', fr = '[1,2]' FROM sample
    SELECT '5' = i4, '5' + i4, '5' || t, i4 || '5', '5' - n, '2024-01-01' < d, '1 day' + ts, 'x' < col::text FROM sample
    SELECT 'a' = 'b', 'a' < 'b', 'a' || 'b', 'a' LIKE 'b', '1' = 1, '1.5' = 1.5, 1 = '1', 'a' ~ 'b'
    SELECT NULL = NULL, NULL + 1, NULL || 'a', NULL AND true, NOT NULL, NULL IS NULL, NULL::integer + NULL
    SELECT NULL IN (1, 2), 1 IN (NULL, 2), 'a' IN ('b', NULL), NULL BETWEEN 1 AND 2, 1 BETWEEN NULL AND 2
    SELECT length('abc'), upper('abc'), abs(-5), abs('-5'), round(2.5), round('2.5'), sqrt(4), sqrt('4'), ceil(1), floor(1.5), sign('1')
    SELECT coalesce('a', 'b'), coalesce(NULL, NULL), coalesce(NULL, 1), coalesce(1, '2'), nullif('a', 'b'), nullif(1, '1'), greatest('a', 'b'), least(1, '2')
    SELECT CASE WHEN true THEN 'a' END, CASE WHEN true THEN NULL END, CASE WHEN true THEN 1 ELSE NULL END, CASE 'a' WHEN 'b' THEN 'c' ELSE 'd' END
    SELECT ARRAY['a', 'b'], ARRAY[NULL], ARRAY[1, NULL], ARRAY['1', 2], ARRAY['a'::varchar, 'b'], ARRAY[NULL, 'a']
    SELECT t FROM (SELECT 'x' AS t) s
    SELECT t || 'y', upper(t) FROM (SELECT 'x' AS t) s
    SELECT n IS NULL, n FROM (SELECT NULL AS n) s
    SELECT * FROM (VALUES ('a', NULL), ('b', 'c')) v (x, y) WHERE y = 'c'
    SELECT 'a' AS x UNION SELECT 'b'
    SELECT NULL AS x UNION SELECT NULL
    SELECT NULL UNION SELECT 1
    SELECT '1' UNION SELECT 1
    SELECT 1.5 UNION SELECT '2'
    SELECT concat('a', 1, NULL, true), concat_ws(',', 'a', 1), format('%s', 'x'), quote_literal('x'), to_json('x'::text), to_jsonb(5)
    SELECT 'x' COLLATE "C", ('x' COLLATE "C") = 'y', 'a' < 'b' COLLATE "C", t COLLATE "C" || 'x', vc COLLATE "POSIX" FROM sample
    SELECT CURRENT_DATE, CURRENT_TIME, CURRENT_TIMESTAMP, LOCALTIME, LOCALTIMESTAMP, CURRENT_TIME(2), CURRENT_TIMESTAMP(0), LOCALTIME(3), LOCALTIMESTAMP(6)
    SELECT CURRENT_USER, SESSION_USER, USER, CURRENT_ROLE, CURRENT_CATALOG, CURRENT_SCHEMA, current_schema()
    SELECT TRUE AND 't', 'f' OR FALSE, NOT 'f', 't' IS TRUE, 'no' IS NOT FALSE
    SELECT 1 WHERE 't'
    SELECT 1 LIMIT '5' OFFSET '2'
    SELECT 'a' ORDER BY 1
    SELECT 'a' AS x GROUP BY 1
    SELECT DISTINCT 'a', NULL, 1
    SELECT (('a')), ((NULL)), (((5))), ('a')::varchar(3), (NULL)::date
    SELECT date 'today', timestamp 'now', time 'allballs', date 'infinity', timestamptz '-infinity', date 'epoch'
    SELECT +i4, -n, -f8, -iv, +n2, -i2, -(i8), @i4, ~i4, |/f8, ||/f8, ~bt, ~ip, !!tq, @-@pa, @@bx, #pa, ?-ls, ?|ls FROM sample
    """#)

  /// Casts of every kind, and the modifiers that they keep or lose.
  static let casts = Family("casts", #"""
    SELECT i2::int4, i4::int8, i8::int4, i4::int2, i4::numeric, i4::float4, i4::float8, i4::text, i4::bool, i4::oid, i4::money, i4::bit(8) FROM sample
    SELECT n::int4, n::int8, n::int2, n::float4, n::float8, n::money, n::text, n::numeric, n::numeric(5), n::numeric(5,2), n2::numeric, n2::numeric(10,2), n2::numeric(8,1) FROM sample
    SELECT f4::float8, f8::float4, f4::int4, f8::int8, f8::numeric, f8::numeric(6,3), f4::text, f8::int2, m::numeric, m::text, m::numeric(8,2) FROM sample
    SELECT t::int4, t::numeric, t::date, t::bool, t::varchar, t::varchar(5), t::char(5), t::char, t::name, t::json, t::jsonb, t::colour, t::bytea, t::inet, t::uuid, t::xml, t::tsvector FROM sample
    SELECT vc::text, vc::varchar, vc::varchar(20), vc::varchar(10), vc::char(5), vc::bpchar, vc::int4, vc::date, vc::name, v::varchar(4), v::text FROM sample
    SELECT c::text, c::varchar, c::varchar(5), c::char(5), c::char(2), c::bpchar, c::name, c::int4, nm::text, nm::varchar, nm::char(3), nm::regclass FROM sample
    SELECT b::int4, b::text, b::varchar, b::varchar(3), b::char(1), d::timestamp, d::timestamptz, d::text, d::timestamp(3), d::timestamptz(0), d::varchar(10) FROM sample
    SELECT ts::date, ts::time, ts::timestamptz, ts::timestamp(1), ts::text, ts3::timestamp, ts3::timestamp(3), ts3::timestamp(0), ts3::timestamptz, ts3::timestamptz(3), ts3::date, ts3::time(2) FROM sample
    SELECT tt::date, tt::time, tt::timetz, tt::timestamp, tt::timestamp(2), tt::timestamptz(3), tt0::timestamptz, tt0::timestamptz(0), tt::text, tm::interval, tm::timetz, tm3::time, tm3::time(1), tz::time FROM sample
    SELECT iv::time, iv::text, iv::interval(2), iv::interval day, iv::interval hour to minute, iv::interval day to second(1), ivd::interval, ivd::interval(3), ivd::text FROM sample
    SELECT u::text, u::varchar(36), by::text, by::bytea, bt::varbit, bt::bit(4), bt::bit(2), bt::int4, bt::int8, bt::text, vb::bit(3), vb::varbit(8), vb::varbit(2), vb::text FROM sample
    SELECT j::jsonb, j::text, jb::json, jb::text, jb::int4, jb::numeric, jb::bool, jb::float8, jb::int8, jb::varchar(5), x::text, x::varchar FROM sample
    SELECT ip::text, ip::cidr, ci::inet, ci::text, mac::macaddr8, mac8::macaddr, mac::text, o::int8, o::int4, o::regclass, o::text, rc::oid, rc::text, rc::int4, rc::int8 FROM sample
    SELECT col::text, col::varchar, col::varchar(3), col::char(2), t::colour, vc::colour, 'red'::colour, i4::colour, pr::text, pr::varchar, ROW(1, 'x')::pair, (1, 'x')::pair FROM sample
    SELECT pe::numeric, pe::numeric(5,2), pe::int4, pe::text, pe::percent, n::percent, n2::percent, '5'::percent, 5::percent, 5.5::percent, lb::text, lb::varchar(3), lb::short_label, t::label, t::short_label FROM sample
    SELECT sc::text, sc::varchar, sc::varchar(8), sc::serial_code, t::serial_code, 'abc'::serial_code, st::timestamp, st::timestamp(3), st::date, ts::stamp, now()::stamp, d::stamp FROM sample
    SELECT i4s::int8[], i4s::text, i4s::text[], i4s::numeric[], i4s::numeric(5,1)[], n2s::numeric[], n2s::int4[], tx::varchar[], tx::varchar(3)[], tx::int4[], vcs::text[], vcs::varchar(10)[], vcs::varchar[] FROM sample
    SELECT il::int4[], il::int8[], il::text, i4s::int_list, '{1}'::int_list, ARRAY[1]::int_list, cols::text[], cols::text, tx::colour[], prs::text[], jbs::text[], ds::timestamp[], tss::date[], bs::int4[] FROM sample
    SELECT ir::text, ir::int4multirange, dr::text, fr::text, mr::text, '[1,2]'::floatrange, '{}'::floatmultirange, nr::varchar, pt::text, pt::box, bx::point, cl::box, po::box, ls::point, bx::circle, po::path, pa::polygon FROM sample
    SELECT tv::text, tq::text, lsn::text, x8::xid, x8::text, ch::text, ch::int4, i4::"char", t::"char", '1 2'::oidvector FROM sample
    SELECT CAST(i4 AS bigint), CAST(i4 AS numeric(8,2)), CAST(t AS varchar(7)), CAST('5' AS smallint), CAST(NULL AS date), CAST(n2 AS numeric(10,2)), CAST(now() AS timestamp(0)) FROM sample
    SELECT CAST('{1,2}' AS integer[]), CAST(ARRAY[1,2] AS text[]), CAST(ARRAY['1','2'] AS integer[]), CAST(ARRAY[] AS date[]), CAST(ROW(1,'x') AS pair), CAST(pr AS text) FROM sample
    SELECT ARRAY[]::text[], ARRAY[]::int_list, ARRAY[NULL]::date[], ARRAY['1', '2']::numeric(4,1)[], ARRAY[[1,2],[3,4]]::int8[], ARRAY[ARRAY[]::int[], ARRAY[1]]::int8[][]
    SELECT text(i4), int4(n), float8(i4), pg_catalog.numeric(i8), pg_catalog.varchar(t), date(ts), timestamptz(d), "time"(ts), "timestamp"(tt), "interval"(tm), int8(f8), int2(i4), pg_catalog.bpchar(vc), name(t), bool(i4), jsonb(t), inet(ci) FROM sample
    SELECT date('2024-01-01'), int4('5'), text('x'), float8('1.5'), jsonb('{}'), uuid('00000000-0000-0000-0000-000000000000'), int4range('[1,2)'), inet('10.0.0.1'), colour('red'), percent('5') FROM sample
    SELECT '5'::int4::int8::numeric::text::varchar(3)::char(2)::text, 1::int2::float4::float8, d::text::date::timestamp(2)::date FROM sample
    SELECT '5'::int4 + 1, '5'::text || 1, '2024-01-01'::date + 1, '1'::bit(3) & B'101', '5'::numeric(5,2) * 2, 'x'::varchar(3) || 'y', 'x'::char(3) || 'y'
    SELECT -5::int2, -'5'::int8, - 5::numeric(4,1), 2 ^ 3::int, NOT 'f'::bool, -i4::int8, (-i4)::int8, 1 + '2'::int FROM sample
    SELECT i4::int4, i4::"int4", i4::pg_catalog.int4, t::pg_catalog.text, 'on'::lab.state, ARRAY['on']::lab.state[], i4::integer, n::decimal(4), n::dec(4,2), f8::float(10), f8::float(30), f8::float FROM sample
    SELECT t::character varying, t::character varying(9), t::character(9), t::character, t::national character(2), t::national char varying(3), t::bpchar(4), bt::bit varying, bt::bit varying(9), t::varchar(1) FROM sample
    SELECT pr::pair_domain, (1,'x')::pair_domain, (pr::pair_domain).a, ((1,'x')::pair_domain).b, ROW('t', '(1,2)', 1.5)::place, ROW(ROW(1,'x'), '{}', 2)::nested FROM sample
    SELECT s::text, s::sample, (s::sample).i4, ROW(s.*)::text FROM sample s
    SELECT base::text, (derived::base).kind, derived::base FROM derived, base
    SELECT 'sample'::regclass, 'sample'::regclass::oid, 'int4'::regtype, 'now'::regproc, '+(int4,int4)'::regoperator, 'public'::regnamespace, 'postgres'::regrole, 'simple'::regconfig, 'lower(text)'::regprocedure
    SELECT 1::int4::oid, 1::oid::int8, '1'::oid, 1::regclass, 'a'::"char"::text, 'a'::name || 'b', 'a'::name::text || 'b'
    SELECT i8::bit(16), i4::bit, i8::bit, B'1'::int4, B'101'::bit(5), X'1F'::bit(4), B'101'::varbit(2) FROM sample
    SELECT '1 day'::interval(0), '1 day'::interval year to month, '10'::interval minute, '10 s'::interval second(3)
    SELECT id::text::int AS n, (id::text)::varchar(5) AS v, id::numeric(4)::int AS i FROM station ORDER BY n
    SELECT sum(i4)::int, count(*)::int2, avg(n)::numeric(6,2), max(vc)::varchar(5), min(d)::timestamp(0) FROM sample
    """#)
}
