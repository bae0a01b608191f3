/// Statements over `ShopSchema`, one a line; those at the end PostgreSQL rejects.
enum Corpus {
  static let all = queries + changes + rejected

  static let queries = lines(expressions) + lines(functions) + lines(selects) + lines(joinsAndSubqueries) + lines(parameters)
  static let changes = lines(dataChanges)
  static let rejected = lines(errors)

  private static func lines(_ text: String) -> [String] { text.split(separator: "\n").map(String.init) }

  private static let expressions = #"""
    SELECT 1, 2147483647, 2147483648, 9223372036854775807, 9223372036854775808, 1.5, 1e3, .5
    SELECT -1, -2147483648, -2147483649, -9223372036854775808, -1.5, +1, - (5), -(-5)
    SELECT 'a', NULL, true, false, B'101', X'1F', E'a\n', $$x$$, U&'\0041'
    SELECT date '2024-01-01', time '10:00', timestamp '2024-01-01', timestamptz '2024-01-01 00:00+00', interval '1 day', numeric '1.50'
    SELECT interval '1' day, interval '2' year to month, interval(3) '1 second', interval '1 2' day to hour, interval '5' second(2)
    SELECT 1::bigint, '1'::int, 'x'::varchar(5), 'x'::char, 'x'::char(3), 1::numeric(10,2), '1'::numeric, 1::text, 'a'::mood, '{}'::jsonb
    SELECT CAST(1 AS smallint), CAST('2024-01-01' AS date), CAST(NULL AS text), CAST(1.5 AS double precision), CAST(1 AS real), CAST('1' AS float(10))
    SELECT '{1,2}'::int[], ARRAY[1, 2], ARRAY['a', 'b'], ARRAY[1, 2.5], ARRAY[NULL, 1], ARRAY[]::text[], ARRAY[[1,2],[3,4]], ARRAY['1','2']::int[]
    SELECT 1 + 1, 1 + 1.5, 1::bigint + 1, 1::smallint + 1::smallint, 1::smallint * 2, 1.5 * 2, 1 / 2, 7 % 3, 2 ^ 3, 2::float8 + 1
    SELECT 1 + '2', '2' + 1, 1.5 + '2', '1' || '2', 1 || 'a', 'a' || 1, 'a' || NULL, NULL || 'a', true || 'a'
    SELECT 1 = 1, 1 <> 2, 1 != 2, 1 < 2.5, 'a' < 'b', 'a' = 'a', NULL = 1, true AND false, NOT true, 1 > 0 OR NULL
    SELECT 1 IS NULL, 'a' IS NOT NULL, true IS TRUE, NULL IS NOT FALSE, NULL IS UNKNOWN, 1 IS DISTINCT FROM NULL, 'a' IS NOT DISTINCT FROM 'b'
    SELECT date '2024-01-01' + 1, date '2024-01-01' - date '2023-01-01', date '2024-01-01' + interval '1 day', now() - interval '1 day', timestamp '2024-01-01' - timestamp '2023-01-01'
    SELECT date '2024-01-01' - 5, time '10:00' + interval '1 hour', date '2024-01-01' + time '10:00', interval '1 day' * 2, interval '1 day' / 2, 2 * interval '1 hour'
    SELECT now() - '1 day', now() - '1 day'::interval, now() > '2024-01-01', created_at - '2024-01-01' FROM customer
    SELECT balance * 2, balance + 1, balance / 3, limit_amount - balance, rating * 2, weight + 1, small + 1, big + id, rating + balance FROM customer
    SELECT name || ' ' || nick, name || id, code || 'x', email || name, nick || active, 'a' || balance FROM customer
    SELECT name = 'x', nick = name, code = 'ab', email = 'a@b', mood = 'ok', mood > 'sad', token = '00000000-0000-0000-0000-000000000000' FROM customer
    SELECT name LIKE 'a%', nick NOT LIKE 'b%', name ILIKE 'c', email LIKE '%@%', name SIMILAR TO 'a|b', name LIKE 'a!%' ESCAPE '!', code LIKE 'a%' FROM customer
    SELECT name ~ '^a', nick ~* 'b', name !~ 'c', email !~* 'd', name ~~ 'e', name ^@ 'f' FROM customer
    SELECT id BETWEEN 1 AND 10, balance BETWEEN 1 AND 10, born BETWEEN '2024-01-01' AND '2024-12-31', name NOT BETWEEN 'a' AND 'b', id BETWEEN SYMMETRIC 5 AND 1 FROM customer
    SELECT id IN (1, 2, 3), name IN ('a', 'b'), balance IN (1, 2.5), mood IN ('ok'), born IN ('2024-01-01'), id NOT IN (1, id), email IN ('a', 'b'), small IN (1, 2) FROM customer
    SELECT id = ANY (ARRAY[1, 2]), id = ANY ('{1,2}'), name = ANY ('{a,b}'), name = ANY (tags), id <> ALL (scores), name LIKE ANY (ARRAY['a%', 'b%']), 1 = SOME (scores) FROM customer
    SELECT CASE WHEN id = 1 THEN 'a' ELSE 'b' END, CASE id WHEN 1 THEN 1.5 WHEN 2 THEN 2 END, CASE WHEN active THEN 1 END, CASE name WHEN 'a' THEN NULL ELSE nick END FROM customer
    SELECT CASE WHEN active THEN name ELSE name END, CASE WHEN active THEN balance ELSE balance END, CASE WHEN active THEN name ELSE nick END, CASE WHEN active THEN id ELSE balance END FROM customer
    SELECT CASE mood WHEN 'ok' THEN 1 WHEN 'sad' THEN 2 ELSE 0 END, CASE WHEN true THEN 1 ELSE '2' END, CASE 'x' WHEN 'y' THEN 1 END FROM customer
    SELECT COALESCE(nick, name), COALESCE(nick, 'x'), COALESCE(limit_amount, 0), COALESCE(NULL, 'a'), COALESCE(scores, '{}'), COALESCE(small, id), COALESCE(name, name), COALESCE(mood, 'ok') FROM customer
    SELECT NULLIF(name, ''), NULLIF(id, 0), NULLIF(balance, 0), NULLIF(nick, name), NULLIF(1, 2.5), NULLIF('a', 'b'), NULLIF(code, 'x'), NULLIF(small, 1) FROM customer
    SELECT GREATEST(1, 2, 3.5), LEAST(id, small), GREATEST(name, 'x'), LEAST(born, '2024-01-01'), GREATEST('a', 'b'), LEAST(balance, balance) FROM customer
    SELECT ROW(1, 'a'), (1, 2), ROW(id, name) = ROW(1, 'a'), (id, name) < (2, 'b'), (id, 1) IN ((1, 1), (2, 2)) FROM customer
    SELECT scores[1], tags[1], scores[1:2], (ARRAY[1,2,3])[2], tags[id], profile['a'], (home).city, (home).zip + 1 FROM customer
    SELECT profile -> 'a', profile ->> 'a', profile #> '{a,b}', profile #>> '{a,b}', profile @> '{"a":1}', profile ? 'a', profile ?| ARRAY['a'], raw -> 'x', raw ->> 0, profile - 'a', profile || '{"x":1}' FROM customer
    SELECT tags @> ARRAY['a'], tags && '{a}', tags || 'x', tags || ARRAY['y'], scores || 1, 1 || scores, scores = '{1}', tags = ARRAY['a'] FROM customer
    SELECT now() AT TIME ZONE 'UTC', created_at AT TIME ZONE 'Europe/Berlin', updated_at AT TIME ZONE 'UTC', wake AT TIME ZONE 'UTC' FROM customer
    SELECT name COLLATE "C", name COLLATE "C" < 'b', ('x' COLLATE "C") || 'y', nick COLLATE "C" FROM customer
    SELECT addr << '10.0.0.0/8', addr = '10.0.0.1', addr + 1, ~ addr, addr::text, avatar || '\x00', during @> date '2024-01-01', during && daterange('2024-01-01', NULL), flags & B'1100', flags << 1 FROM customer, product
    SELECT cost * 2, cost + cost, cost / cost, cost::numeric, 1.5::money, cost > 5::money FROM product
    SELECT quantity + 1, quantity, -quantity, quantity * 1.5, quantity = 5, email || 'x', upper(email), length(email), COALESCE(quantity, 1), quantity::bigint FROM customer
    SELECT (1), ((1 + 2) * 3), (('a')), (NULL), ('a' || 'b')
    SELECT 1::int::text::varchar(3), '1'::text::int, id::text, balance::int, balance::numeric(5,1), name::varchar(3), name::text, born::timestamp, created_at::date, active::int, mood::text, nick::mood, id::float8::int FROM customer
    SELECT 5 / 2.0, 5::numeric / 2, 2 ** 3 FROM customer
    SELECT |/ 25, @ -5, ~ 5, 5 & 3, 5 | 3, 5 # 3, 1 << 2, !! 'a'::tsquery
    SELECT active AND vip, NOT vip, active = true, vip IS TRUE, vip IS NOT TRUE, active::text, active = 't', vip = 'no' FROM customer
    SELECT 'now'::timestamp, 'today'::date, '1 day'::interval, '00:10'::time, '2024-01-01'::timestamp(3), now()::timestamp(0), '5'::interval hour
    SELECT * FROM customer
    SELECT c.* FROM customer c
    SELECT c FROM customer c
    SELECT customer FROM customer
    SELECT (c).name, (c.home).street, (c.home).* FROM customer c
    SELECT "Id", "select", "Value" || 'x' FROM "Mixed Case"
    SELECT m."Id" FROM public."Mixed Case" AS m WHERE m."select" = 'a'
    SELECT customer.id, public.customer.name FROM public.customer
    SELECT ctid, xmin, tableoid FROM customer
    SELECT tableoid::regclass FROM customer
    SELECT bool 't', float8 '1.5', int4 '5', text 'x', jsonb '{}', uuid '00000000-0000-0000-0000-000000000000'
    SELECT id::int8, id::oid, 'customer'::regclass, 1::bit(3), '101'::bit(3), '101'::varbit, '1'::"char"
    SELECT row(c.*) FROM customer c
    SELECT ARRAY(SELECT id FROM customer), ARRAY(SELECT name FROM customer), ARRAY[id, small], ARRAY[name, nick], ARRAY[balance, 1] FROM customer
    SELECT 1 AS a, 2 b, 3 AS "C", 4 "d e"
    """#

  private static let functions = #"""
    SELECT lower(name), upper(nick), length(name), char_length(nick), octet_length(name), initcap(name), reverse(name), md5(name) FROM customer
    SELECT substring(name, 1, 2), substring(name FROM 2), substring(name FROM 2 FOR 3), substring(name FOR 3), substring(name FROM '^a'), substring(name SIMILAR 'a' ESCAPE '#'), substr(name, 2), left(name, 3), right(nick, 2) FROM customer
    SELECT trim(name), trim(both 'x' from name), trim(leading from nick), trim(trailing 'y' from name), btrim(name, 'a'), ltrim(nick), rtrim(name, 'b'), trim('x' from 'xax') FROM customer
    SELECT position('a' in name), strpos(name, 'b'), overlay(name placing 'x' from 1 for 2), overlay(nick placing 'x' from 1), replace(name, 'a', 'b'), translate(name, 'a', 'b'), repeat(name, 2), lpad(name, 5), rpad(nick, 5, 'x') FROM customer
    SELECT concat(name, id, active), concat_ws(',', name, nick), format('%s-%s', name, id), split_part(name, ',', 1), to_char(balance, '999'), to_char(born, 'YYYY'), to_char(created_at, 'YYYY'), to_char(id, '000'), quote_literal(name), quote_ident(name), quote_literal(id) FROM customer
    SELECT abs(id), abs(balance), abs(rating), ceil(balance), floor(rating), round(balance), round(balance, 1), round(rating), trunc(balance, 1), sign(balance), mod(id, 2), power(id, 2), power(balance, 2), sqrt(id), sqrt(balance), exp(1), ln(balance), log(10), random(), pi() FROM customer
    SELECT now(), current_date, current_time, current_timestamp, localtime, localtimestamp, current_timestamp(3), localtimestamp(0), current_user, session_user, current_schema, current_catalog, clock_timestamp(), statement_timestamp(), user
    SELECT extract(year from born), extract(epoch from created_at), extract('month' from updated_at), date_part('day', born), date_trunc('month', created_at), date_trunc('day', updated_at), date_trunc('day', born), age(born), age(created_at, '2024-01-01'), extract(hour from wake), extract(day from span) FROM customer
    SELECT to_date('2024-01-01', 'YYYY-MM-DD'), to_timestamp('2024', 'YYYY'), to_timestamp(0), to_number('1', '9'), make_date(2024, 1, 1), make_interval(days => 5), make_timestamp(2024, 1, 1, 0, 0, 0), justify_days(span), isfinite(born) FROM customer
    SELECT count(*), count(id), count(DISTINCT name), sum(id), sum(balance), sum(small), sum(big), sum(rating), sum(weight), avg(id), avg(balance), avg(rating), min(name), max(born), min(mood), max(balance) FROM customer
    SELECT bool_and(active), bool_or(vip), every(active), array_agg(id), array_agg(name ORDER BY id), array_agg(scores), string_agg(name, ','), string_agg(name, ',' ORDER BY id), json_agg(name), jsonb_agg(c), json_object_agg(id, name), bit_and(id), stddev(balance), variance(id), corr(rating, rating) FROM customer c
    SELECT count(*) FILTER (WHERE active), sum(balance) FILTER (WHERE id > 1), percentile_cont(0.5) WITHIN GROUP (ORDER BY balance), percentile_disc(0.5) WITHIN GROUP (ORDER BY id), mode() WITHIN GROUP (ORDER BY name), percentile_cont(ARRAY[0.1, 0.9]) WITHIN GROUP (ORDER BY rating) FROM customer
    SELECT row_number() OVER (), rank() OVER (ORDER BY id), dense_rank() OVER (PARTITION BY active ORDER BY id DESC), ntile(4) OVER (ORDER BY id), lag(name) OVER (ORDER BY id), lead(balance, 2, 0) OVER (ORDER BY id), lag(id, 1, 0) OVER w, first_value(name) OVER w, last_value(name) OVER w, nth_value(name, 2) OVER w, percent_rank() OVER w, cume_dist() OVER w FROM customer WINDOW w AS (ORDER BY id)
    SELECT sum(balance) OVER (PARTITION BY active ORDER BY id ROWS BETWEEN 1 PRECEDING AND CURRENT ROW), avg(id) OVER (ORDER BY created_at RANGE BETWEEN '1 day' PRECEDING AND CURRENT ROW), count(*) OVER (), max(name) OVER (ORDER BY id) FROM customer
    SELECT jsonb_build_object('a', id, 'b', name), json_build_array(1, 'a', NULL), to_json(name), to_jsonb(c), row_to_json(c), jsonb_array_length('[]'), jsonb_typeof(profile), json_typeof(raw), jsonb_set(profile, '{a}', '1'), jsonb_extract_path_text(profile, 'a', 'b'), jsonb_pretty(profile), jsonb_strip_nulls(profile) FROM customer c
    SELECT array_length(tags, 1), cardinality(scores), array_to_string(tags, ','), string_to_array('a,b', ','), array_append(scores, 1), array_prepend(1, scores), array_cat(scores, scores), array_position(tags, 'a'), array_remove(tags, 'a'), unnest(scores), array_upper(tags, 1), array_replace(scores, 1, 2), array_fill(0, ARRAY[3]), array_ndims(scores) FROM customer
    SELECT generate_series(1, 3), generate_series(1, 10, 2), generate_series(now(), now(), '1 day'), regexp_replace(name, 'a', 'b'), regexp_replace(name, 'a', 'b', 'g'), regexp_matches(name, 'a'), regexp_match(name, 'a'), regexp_split_to_array(name, ','), regexp_split_to_table(name, ',') FROM customer
    SELECT add_tax(balance), add_tax(balance, 0.1), add_tax(price => 5), add_tax(5, rate => 0.1), greet('a', 'b'), greet(VARIADIC ARRAY['a']), greet(VARIADIC tags), pick(1, 2), pick(name, nick), pick('a'::text, 'b'), pick(1, 2.5::int) FROM customer
    SELECT coalesce(sum(balance), 0), coalesce(max(id), 0) + 1, round(avg(balance), 2), round(sum(balance) / nullif(count(*), 0), 2), count(*)::int, sum(id)::numeric(10,2), max(name) || 'x', avg(id)::float8 FROM customer
    SELECT date(created_at), date('2024-01-01'), text(name), int4(balance), float8(id), varchar(nick), name::name, timestamp '2024-01-01', "timestamp"(created_at), numeric(id) FROM customer
    SELECT encode(avatar, 'hex'), decode('00', 'hex'), length(avatar), get_byte(avatar, 0), convert_from(avatar, 'UTF8'), sha256(avatar), gen_random_uuid(), ascii(name), chr(65), to_hex(id), bit_length(name) FROM customer
    SELECT lower(during), upper(during), isempty(during), daterange('2024-01-01', '2024-02-01'), int4range(1, 5), during * daterange('2024-01-01', NULL), lower_inc(during), numrange(1.0, 2.0) FROM product
    SELECT host(addr), masklen(addr), network(addr), broadcast(addr), family(addr), inet '10.0.0.1', set_masklen(addr, 8) FROM customer
    SELECT (date '2024-01-01', date '2024-02-01') OVERLAPS (date '2024-01-15', interval '1 day'), (born, born) OVERLAPS (born, born) FROM customer
    SELECT grouping(active), grouping(active, vip), count(*) FROM customer GROUP BY ROLLUP (active, vip)
    SELECT pg_typeof(1), version(), current_setting('x', true), pg_sleep(0), nextval('orders_id_seq'), currval('orders_id_seq'::regclass), lastval(), txid_current(), has_table_privilege('customer', 'SELECT'), pg_backend_pid(), current_database(), pg_get_serial_sequence('orders', 'id')
    SELECT greatest(now(), created_at), least(created_at, updated_at), coalesce(updated_at, created_at), coalesce(born, now()), coalesce(born, 'x'::date) FROM customer
    SELECT num_nulls(id, nick), num_nonnulls(id), nullif(trim(nick), ''), width_bucket(5.0, 0, 10, 5), gcd(4, 6), div(7, 2), factorial(5), degrees(1), atan2(1, 2), setseed(0.5), log(2, 8), cbrt(27), mod(balance, 2), trunc(5.5), scale(balance) FROM customer
    SELECT to_tsvector('simple', name) @@ to_tsquery('a'), ts_rank(to_tsvector(name), 'a'), plainto_tsquery('x'), setweight(to_tsvector(name), 'A'), to_tsvector(name) @@ 'a' FROM customer
    SELECT jsonb_path_query(profile, '$.a'), jsonb_path_exists(profile, '$.a'), profile @? '$.a', profile @@ '$.a > 1', jsonb_each_text(profile), jsonb_object_keys(profile), jsonb_array_elements_text('[]') FROM customer
    SELECT string_agg(DISTINCT name, ', ' ORDER BY name), array_agg(DISTINCT mood), json_agg(c ORDER BY c.id), string_agg(id::text, ''), jsonb_object_agg(name, id), array_agg(ARRAY[id]), array_agg((id, name)), xmlagg(xmlelement(name a, id)), count((id, name)), regr_slope(rating, id) FROM customer c
    SELECT concat('a', NULL, 1), format('x'), coalesce(concat(nick), ''), left('abc', 2), md5('a'), length('abc'), upper('a'), abs(-1), abs('-1'), round(1.5), round('1.5'), sqrt(4), ceil(1.2), power(2, 3), power(2.0, 3), mod(5, 2), lower('A') || 'b', substr('abc', 1), date_trunc('day', now()), date_trunc('day', timestamp '2024-01-01'), extract(year from now()), age(now())
    """#

  private static let selects = #"""
    SELECT id, name FROM customer WHERE id = 1
    SELECT id FROM customer WHERE active
    SELECT id FROM customer WHERE NOT active AND nick IS NOT NULL ORDER BY name LIMIT 10 OFFSET 5
    SELECT nick FROM customer WHERE nick IS NOT NULL
    SELECT nick, born FROM customer WHERE nick = 'x' AND born > '2000-01-01'
    SELECT nick FROM customer WHERE nick LIKE 'n%'
    SELECT nick FROM customer WHERE nick IN ('nick1', 'nick3') OR nick = 'nick5'
    SELECT nick, mood FROM customer WHERE lower(nick) = 'nick1' OR mood IS NULL
    SELECT limit_amount FROM customer WHERE limit_amount > balance
    SELECT nick FROM customer WHERE NOT (nick = 'x')
    SELECT small, big FROM customer WHERE small BETWEEN 1 AND 50 AND NOT big IN (1, 2)
    SELECT vip FROM customer WHERE vip
    SELECT vip FROM customer WHERE vip IS NOT FALSE
    SELECT vip FROM customer WHERE vip IS TRUE
    SELECT scores FROM customer WHERE 1 = ANY (scores)
    SELECT nick FROM customer WHERE nick = ALL ('{}'::text[])
    SELECT nick FROM customer WHERE nick NOT IN (SELECT note FROM orders WHERE false)
    SELECT nick FROM customer WHERE nick IN (SELECT note FROM orders) OR nick = 'nick1'
    SELECT id AS x, name AS y FROM customer ORDER BY x, 2, upper(name) DESC NULLS LAST
    SELECT name AS id FROM customer ORDER BY id
    SELECT name AS id FROM customer GROUP BY id, name
    SELECT lower(name) AS n, count(*) FROM customer GROUP BY n ORDER BY count(*) DESC, n
    SELECT active, count(*) AS c, sum(balance) FROM customer GROUP BY 1 HAVING count(*) > 1 ORDER BY 2
    SELECT active, sum(balance), min(nick), avg(id), count(nick), max(limit_amount) FROM customer GROUP BY active
    SELECT nick, sum(small) FROM customer WHERE small IS NOT NULL GROUP BY nick
    SELECT active, mood, count(*) FROM customer GROUP BY CUBE (active, mood)
    SELECT active, count(*) FROM customer GROUP BY GROUPING SETS ((active), ())
    SELECT active, name, id + 1, COALESCE(name, 'x'), 1 FROM customer GROUP BY GROUPING SETS ((active), (name), (id + 1), ())
    SELECT DISTINCT name FROM customer ORDER BY name
    SELECT DISTINCT ON (active) active, name FROM customer ORDER BY active, id DESC
    SELECT DISTINCT ON (1) id, name FROM customer
    SELECT ALL id FROM customer
    SELECT 'x' AS kind, NULL AS nothing FROM customer ORDER BY kind
    SELECT 1 UNION SELECT 2
    SELECT 1 UNION ALL SELECT 2.5
    SELECT 'a' UNION SELECT 'b'
    SELECT NULL UNION SELECT 1
    SELECT name FROM customer UNION SELECT nick FROM customer
    SELECT name FROM customer UNION ALL SELECT name FROM category, (SELECT 'x'::varchar(80) AS name) z WHERE false
    SELECT id, 'c' AS kind FROM customer UNION ALL SELECT id, 'o' FROM orders ORDER BY kind, id LIMIT 5
    SELECT id FROM customer EXCEPT SELECT customer_id FROM orders
    SELECT id FROM customer INTERSECT SELECT customer_id FROM orders ORDER BY 1
    SELECT small FROM customer INTERSECT SELECT id FROM customer
    (SELECT id FROM customer ORDER BY id LIMIT 1) UNION ALL (SELECT id FROM orders ORDER BY id DESC LIMIT 1) ORDER BY id
    (SELECT id, name FROM customer) ORDER BY name
    ((SELECT id FROM customer)) LIMIT 3
    SELECT 1 AS a UNION (SELECT 2 UNION SELECT 3.5) ORDER BY a
    SELECT 1 UNION SELECT 2 INTERSECT SELECT 3 EXCEPT SELECT 4::bigint
    VALUES (1, 'a'), (2, 'b')
    VALUES (1, NULL), (2.5, 'x')
    VALUES (NULL, 1::smallint), ('a', 2)
    SELECT * FROM (VALUES (1, 'a'), (2, NULL)) AS t (n, s)
    SELECT * FROM (VALUES (1, 'a'), (2, NULL)) AS t WHERE column1 > 1
    TABLE category
    TABLE audit.event
    SELECT e.kind, e.payload ->> 'a', e.at::date FROM audit.event AS e WHERE e.kind = 'insert'
    SELECT audit.event.id FROM audit.event
    SELECT * FROM order_summary
    SELECT id FROM customer LIMIT ALL
    SELECT id FROM customer FETCH FIRST 5 ROWS ONLY
    SELECT id FROM customer OFFSET 5 ROWS FETCH NEXT ROW ONLY
    SELECT id FROM customer FOR UPDATE SKIP LOCKED
    SELECT c.id FROM customer c FOR SHARE OF c NOWAIT
    SELECT id FROM ONLY customer
    SELECT * FROM customer TABLESAMPLE SYSTEM (50) REPEATABLE (1)
    SELECT
    SELECT FROM customer
    SELECT max(id) + 1 FROM customer
    SELECT date_trunc('month', placed_at) AS month, count(*), sum(total) FROM orders GROUP BY month ORDER BY month
    SELECT status, count(*) FILTER (WHERE total > 10) FROM orders GROUP BY status HAVING sum(total) > 5
    SELECT customer_id, rank() OVER (ORDER BY sum(total) DESC) FROM orders GROUP BY customer_id
    SELECT count(*) FROM customer WHERE created_at >= now() - interval '7 days' AND created_at < current_date + 1
    SELECT id FROM customer WHERE (id, name) > (5, 'x') ORDER BY id, name LIMIT 5
    SELECT id FROM customer WHERE profile @> '{"a": 1}' AND profile ->> 'b' = 'x' AND (profile ->> 'n')::int > 5
    SELECT id FROM customer ORDER BY nick COLLATE "C" NULLS FIRST, mood DESC, lower(name) USING <
    SELECT active IS NULL, count(*) FROM customer GROUP BY ROLLUP (active IS NULL)
    SELECT count(*) + 1, 'x' || count(*) FROM customer
    SELECT sum(id) FROM customer WHERE false
    SELECT sum(id), count(*) FROM customer WHERE false GROUP BY active
    SELECT array_agg(nick), string_agg(nick, ','), json_agg(nick), bool_or(vip) FROM customer GROUP BY mood
    """#

  private static let joinsAndSubqueries = #"""
    SELECT c.name, o.id FROM customer c JOIN orders o ON o.customer_id = c.id
    SELECT c.name, o.id, o.status FROM customer c LEFT JOIN orders o ON o.customer_id = c.id
    SELECT c.name, o.id, o.status FROM customer c LEFT JOIN orders o ON o.customer_id = c.id WHERE o.id IS NOT NULL
    SELECT c.name, o.id, o.status FROM customer c LEFT JOIN orders o ON o.customer_id = c.id WHERE o.total > 5
    SELECT c.name, o.id FROM customer c RIGHT JOIN orders o ON o.customer_id = c.id
    SELECT c.name, o.id FROM customer c FULL JOIN orders o ON o.customer_id = c.id
    SELECT c.name, o.id, i.line FROM customer c LEFT JOIN orders o ON o.customer_id = c.id LEFT JOIN order_item i ON i.order_id = o.id
    SELECT c.name, i.line FROM customer c LEFT JOIN (orders o JOIN order_item i ON i.order_id = o.id) ON o.customer_id = c.id
    SELECT c.name, o.note FROM customer c LEFT JOIN (orders o JOIN order_item i ON i.order_id = o.id AND o.note = 'x') ON o.customer_id = c.id
    SELECT c.nick, o.note FROM customer c JOIN orders o ON o.note = c.nick OR o.note = c.nick || 'x'
    SELECT * FROM customer c, orders o WHERE o.customer_id = c.id
    SELECT c.*, o.id AS order_id FROM customer c CROSS JOIN orders o
    SELECT o.*, i.* FROM orders o JOIN order_item i ON i.order_id = o.id
    SELECT * FROM orders JOIN (SELECT id AS customer_id, name FROM customer) c USING (customer_id)
    SELECT customer_id, c.customer_id, name FROM orders LEFT JOIN (SELECT id AS customer_id, name FROM customer) c USING (customer_id)
    SELECT customer_id FROM orders o RIGHT JOIN (SELECT id AS customer_id FROM customer) c USING (customer_id)
    SELECT customer_id, o.id FROM orders o FULL JOIN (SELECT id AS customer_id FROM customer) c USING (customer_id)
    SELECT id FROM product FULL JOIN category USING (id)
    SELECT * FROM product NATURAL JOIN (SELECT 1::bigint AS id, 'x' AS other) z
    SELECT j.name, j.status FROM (customer c JOIN orders o ON o.customer_id = c.id) AS j (a, b, name)
    SELECT u.customer_id FROM orders JOIN (SELECT id AS customer_id FROM customer) c USING (customer_id) AS u
    SELECT t.id, t.n FROM (SELECT id, name AS n FROM customer WHERE nick IS NOT NULL) t
    SELECT t.n, t.k FROM (SELECT id, nick FROM customer WHERE nick IS NOT NULL) AS t (k, n)
    SELECT x FROM (SELECT 'a' AS x, NULL AS y) t
    SELECT c.name, (SELECT count(*) FROM orders o WHERE o.customer_id = c.id) AS n FROM customer c
    SELECT (SELECT name FROM customer WHERE id = 1), (SELECT max(total) FROM orders), (SELECT 1), (SELECT count(*) FROM orders), (SELECT count(*) FROM orders GROUP BY status LIMIT 1)
    SELECT EXISTS (SELECT 1 FROM orders WHERE customer_id = c.id), NOT EXISTS (SELECT FROM orders) FROM customer c
    SELECT id FROM customer WHERE id IN (SELECT customer_id FROM orders WHERE status = 'paid')
    SELECT id FROM customer WHERE (id, name) IN (SELECT customer_id, status FROM orders)
    SELECT id FROM customer WHERE id = (SELECT max(customer_id) FROM orders) AND balance > ALL (SELECT total FROM orders WHERE total IS NOT NULL)
    SELECT id IN (SELECT customer_id FROM orders), nick IN (SELECT note FROM orders), id = ANY (SELECT customer_id FROM orders), balance > ALL (SELECT total FROM orders) FROM customer
    SELECT c.id, l.total FROM customer c CROSS JOIN LATERAL (SELECT total FROM orders o WHERE o.customer_id = c.id ORDER BY id DESC LIMIT 1) l
    SELECT c.id, l.total FROM customer c LEFT JOIN LATERAL (SELECT total, c.id AS cid FROM orders o WHERE o.customer_id = c.id LIMIT 1) l ON true
    SELECT c.id, t FROM customer c, unnest(c.tags) AS t
    SELECT c.id, t.tag, t.n FROM customer c, unnest(c.tags) WITH ORDINALITY AS t (tag, n)
    SELECT n FROM generate_series(1, 5) AS n
    SELECT n, n * 2, g.n + 1 FROM generate_series(1, 5) AS g (n)
    SELECT * FROM generate_series('2024-01-01'::date, '2024-02-01', '1 day') AS d
    SELECT * FROM generate_series(now(), now() + interval '1 day', '1 hour')
    SELECT key, value FROM customer, jsonb_each(profile)
    SELECT e.value ->> 'x' FROM customer c, jsonb_array_elements(c.profile -> 'b') AS e
    SELECT * FROM jsonb_to_recordset('[{"a":1}]') AS x (a int, b text)
    SELECT x.a + 1 FROM json_to_record('{"a":1}') AS x (a int, b varchar(5))
    SELECT * FROM unnest(ARRAY[1, 2], ARRAY['a', 'b']) AS u (n, s)
    SELECT * FROM ROWS FROM (generate_series(1, 2), unnest(ARRAY['a'])) AS r (n, s)
    SELECT * FROM customers_named('x')
    SELECT n, amount FROM order_stats(1)
    SELECT s.n, c.name FROM customer c, order_stats(c.id) s
    SELECT * FROM span_of()
    SELECT (span_of()).low, (order_stats(1)).amount
    SELECT * FROM current_date AS d, lower('X') AS l, now()
    SELECT * FROM string_to_table('a,b', ','), regexp_split_to_table('a b', ' ') AS w
    WITH a AS (SELECT id, nick FROM customer), b AS (SELECT id FROM a WHERE nick IS NOT NULL) SELECT a.nick, b.id FROM a JOIN b USING (id)
    WITH t (x, y) AS (SELECT 1, 'a') SELECT x, y FROM t
    WITH t AS (VALUES (1, 'a'), (2, 'b')) SELECT column1, column2 || 'x' FROM t
    WITH t AS MATERIALIZED (SELECT count(*) AS n FROM customer) SELECT n / 2 FROM t
    WITH RECURSIVE t (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 5) SELECT n, n::text FROM t
    WITH RECURSIVE t AS (SELECT id, parent_id, title, 1 AS depth FROM category WHERE parent_id IS NULL UNION ALL SELECT c.id, c.parent_id, t.title || '/' || c.title, t.depth + 1 FROM category c JOIN t ON c.parent_id = t.id) SELECT * FROM t ORDER BY depth
    WITH RECURSIVE t (id, path) AS (SELECT id, ARRAY[id] FROM category UNION SELECT c.id, t.path || c.id FROM category c, t WHERE c.parent_id = t.id) SELECT id, path FROM t
    WITH RECURSIVE t AS (SELECT 1 AS n, 'x' AS s, NULL AS z UNION ALL SELECT n + 1, s || 'x', z FROM t WHERE n < 3) SELECT * FROM t
    WITH x AS (SELECT 1 AS a) SELECT (SELECT a FROM x), a FROM x UNION SELECT 2, a FROM x
    SELECT c.id FROM customer c WHERE EXISTS (SELECT 1 FROM orders o JOIN order_item i ON i.order_id = o.id AND i.quantity > c.id WHERE o.customer_id = c.id)
    SELECT o.id, sum(i.quantity * i.price) AS amount, sum(i.quantity * i.price - coalesce(i.discount, 0)), max(p.title) FROM orders o JOIN order_item i ON i.order_id = o.id JOIN product p ON p.id = i.product_id GROUP BY o.id HAVING sum(i.quantity) > 1 ORDER BY amount DESC
    SELECT p.category_id, c.title, count(*) FROM product p LEFT JOIN category c ON c.id = p.category_id GROUP BY p.category_id, c.title
    SELECT a.title, b.title FROM category a JOIN category b ON b.id = a.parent_id
    SELECT category.title FROM category, LATERAL (SELECT category.id + 1 AS up) u WHERE u.up > 1
    SELECT s.total, c.name FROM (SELECT customer_id, sum(total) AS total FROM orders GROUP BY customer_id) s JOIN customer c ON c.id = s.customer_id WHERE s.total > 10
    SELECT count(*) FROM (SELECT DISTINCT status FROM orders) AS x
    SELECT t.name FROM (SELECT name FROM customer UNION ALL SELECT title FROM product) t
    SELECT ARRAY(SELECT o.id FROM orders o WHERE o.customer_id = c.id ORDER BY 1), COALESCE((SELECT sum(total) FROM orders o WHERE o.customer_id = c.id), 0) FROM customer c
    SELECT x.* FROM customer c JOIN LATERAL (SELECT c.name AS who, o.* FROM orders o) x ON x.customer_id = c.id
    SELECT c, o FROM customer c LEFT JOIN orders o ON o.customer_id = c.id
    SELECT o IS NULL, o.id IS NULL FROM customer c LEFT JOIN orders o ON o.customer_id = c.id
    SELECT count(o), count(o.*), count(DISTINCT o.status) FROM customer c LEFT JOIN orders o ON o.customer_id = c.id
    SELECT row_to_json(t) FROM (SELECT id, name FROM customer) t
    SELECT json_agg(t) FROM (SELECT id, name FROM customer) t
    SELECT p.id, COALESCE(p.category_id, c.id), CASE WHEN c.id IS NULL THEN 'none' ELSE c.title END FROM product p LEFT JOIN category c ON p.category_id = c.id
    """#

  private static let parameters = #"""
    SELECT $1
    SELECT $1::int, $2::text, $3::timestamptz, CAST($4 AS numeric(10,2)), $5::email, $6::mood, $7::int[], $8::varchar(5)
    SELECT id FROM customer WHERE id = $1
    SELECT id FROM customer WHERE $1 = id
    SELECT id FROM customer WHERE name = $1 AND email = $2 AND code = $3 AND mood = $4 AND token = $5
    SELECT id FROM customer WHERE balance > $1 AND limit_amount <= $2 AND rating = $3 AND small = $4 AND big < $5
    SELECT id FROM customer WHERE created_at > $1 AND born < $2 AND updated_at = $3 AND wake >= $4 AND span > $5
    SELECT id FROM customer WHERE name LIKE $1 AND nick ILIKE $2 AND email LIKE $3 ESCAPE $4
    SELECT id FROM customer WHERE name LIKE '%' || $1 || '%'
    SELECT id FROM customer WHERE id IN ($1, $2, $3)
    SELECT id FROM customer WHERE name IN ($1, $2) OR email IN ($3, 'x') OR mood IN ($4)
    SELECT id FROM customer WHERE id = ANY ($1)
    SELECT id FROM customer WHERE name = ANY ($1) OR mood = ANY ($2) OR email <> ALL ($3)
    SELECT id FROM customer WHERE id = ANY ($1::int[])
    SELECT id FROM customer WHERE id BETWEEN $1 AND $2 AND born BETWEEN $3 AND $4
    SELECT id FROM customer WHERE $1 BETWEEN id AND small
    SELECT id FROM customer LIMIT $1 OFFSET $2
    SELECT id FROM customer FETCH FIRST $1 ROWS ONLY
    SELECT id FROM customer WHERE active = $1 AND $2
    SELECT id FROM customer WHERE ($1 IS NULL OR name = $1)
    SELECT id FROM customer WHERE ($1::text IS NULL OR name = $1)
    SELECT id FROM customer WHERE name = COALESCE($1, name) AND id = COALESCE($2, 5)
    SELECT COALESCE($1, 'x'), COALESCE(id, $2), NULLIF($3, 1), NULLIF(name, $4), GREATEST($5, 1.5), CASE WHEN $6 THEN $7 ELSE id END FROM customer
    SELECT CASE $1 WHEN 'a' THEN 1 END, CASE id WHEN $2 THEN $3 ELSE 'x' END FROM customer
    SELECT $1 + 1, $2 || 'x', $3 * 1.5, 2 - $4, $5 + id, -$6::int
    SELECT created_at + $1, created_at - $2::interval, born + $3, now() - $4, born - $5 FROM customer
    SELECT lower($1), length($2), concat($3::text), substring($4, 1, 2), round($5), abs($6::int), date_trunc($7, now()), to_char(now(), $8), coalesce(lower($9), '')
    SELECT profile ->> $1, profile -> $2, profile @> $3, profile ? $4, profile #>> $5 FROM customer
    SELECT tags @> $1, $2 = ANY (tags), tags || $3, scores || $4, array_append(scores, $5), scores[$6] FROM customer
    SELECT id FROM customer WHERE (id, name) > ($1, $2)
    SELECT id FROM customer WHERE (id, name) IN (($1, $2), ($3, 'x'))
    SELECT id FROM customer WHERE id = (SELECT customer_id FROM orders WHERE id = $1) AND EXISTS (SELECT 1 FROM orders WHERE status = $2)
    SELECT * FROM (SELECT id, $1 AS label FROM customer) t
    SELECT * FROM generate_series($1::int, $2)
    SELECT * FROM unnest($1::int[], $2::text[]) AS t (id, name)
    SELECT c.name FROM customer c JOIN unnest($1::int[]) AS u (id) ON u.id = c.id
    SELECT $1 UNION SELECT 1
    SELECT id FROM customer UNION SELECT $1
    VALUES ($1, 'a'), (2, $2)
    SELECT * FROM (VALUES ($1::int, $2), (1, 'x')) v (a, b)
    SELECT id FROM customer WHERE created_at > now() - $1 * interval '1 day'
    SELECT id FROM customer WHERE created_at > now() - ($1 || ' days')::interval
    SELECT id FROM customer WHERE extract(year from created_at) = $1 AND date_part('month', born) = $2
    SELECT id FROM customer WHERE lower(name) = lower($1) AND upper(nick) LIKE upper($2)
    SELECT id FROM customer WHERE customer.id = $1 ORDER BY $2
    SELECT sum(total) FILTER (WHERE status = $1), count(*) FROM orders HAVING count(*) > $2
    SELECT add_tax($1), add_tax(price => $1, rate => $2), greet($3, $4), pick($5, 1)
    SELECT ARRAY[$1, 1], ARRAY[$2, name], ARRAY[$3]::int[], ROW($4::int, $5::text) FROM customer
    SELECT id FROM customer WHERE addr = $1 AND avatar = $2 AND vip IS NOT DISTINCT FROM $3 AND id IS DISTINCT FROM $4
    SELECT id FROM product WHERE during @> $1::date AND price * $2 > cost::numeric AND flags = $3
    SELECT $1::int + $1, $2::text || $2
    SELECT id FROM customer WHERE $1 < 5 AND $2 LIKE 'a' AND $3 > now()
    SELECT id FROM customer WHERE name = $2 AND id = $1
    SELECT EXTRACT(EPOCH FROM $1::timestamptz), $2::timestamptz AT TIME ZONE $3, position($4 in name), trim($5), overlay(name placing $6 from $7) FROM customer
    SELECT id FROM customer WHERE name SIMILAR TO $1 AND name ~ $2 AND name ~* $3
    SELECT lag(name, $1, $2) OVER (ORDER BY id), ntile($3) OVER (ORDER BY id), sum(id) OVER (ORDER BY id ROWS $4 PRECEDING) FROM customer
    SELECT id FROM customer WHERE quantity = $1 AND quantity > $2 + 1 AND email LIKE $3
    """#

  private static let dataChanges = #"""
    INSERT INTO category VALUES (100, NULL, 'x')
    INSERT INTO category (id, title) VALUES (100, 'x') RETURNING id, parent_id, title
    INSERT INTO category (id, title) VALUES ($1, $2), ($3, DEFAULT) RETURNING *
    INSERT INTO customer (email, name) VALUES ($1, $2) RETURNING id
    INSERT INTO customer (email, name, born, mood, tags, scores, profile, active, balance, created_at, token, code, quantity) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
    INSERT INTO customer (email, name, balance, small, big, rating, weight) VALUES ('q@x', 'n', 1, 2, 3, 4, 5.5) RETURNING balance, small, big, rating, weight
    INSERT INTO customer (email, name, tags, born) VALUES ('q@x', upper($1), ARRAY[$2, 'b'], now()) RETURNING id AS new_id, lower(name), created_at::date
    INSERT INTO orders DEFAULT VALUES
    INSERT INTO category (id, title) SELECT id + 1000, name FROM customer RETURNING id
    INSERT INTO category (id, title) SELECT $1, $2
    INSERT INTO category (id, title) SELECT $1::int, 'x' WHERE NOT EXISTS (SELECT 1 FROM category WHERE title = $2)
    INSERT INTO category (id, title) SELECT 500, 'x' UNION ALL SELECT 501, 'y'
    INSERT INTO category AS c (id, title) VALUES (1, 'x') ON CONFLICT (id) DO UPDATE SET title = excluded.title || c.title WHERE c.title <> excluded.title RETURNING c.id, title
    INSERT INTO category (id, title) VALUES ($1, $2) ON CONFLICT DO NOTHING
    INSERT INTO category (id, title) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET title = $3, parent_id = excluded.parent_id RETURNING parent_id
    INSERT INTO product (id, sku, title, price, stock) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (sku) DO UPDATE SET stock = product.stock + excluded.stock, price = EXCLUDED.price, title = coalesce(nullif(excluded.title, ''), product.title) RETURNING id, stock, doubled
    INSERT INTO customer (email, name, home.city, scores[1]) VALUES ('z@x', 'n', 'c', 5)
    INSERT INTO audit.event (actor, kind, payload) VALUES ($1, 'insert', jsonb_build_object('a', $2::int)) RETURNING id, at, kind, payload ->> 'a'
    WITH src AS (SELECT 700 AS id, 'x' AS title) INSERT INTO category (id, title) SELECT id, title FROM src RETURNING *
    WITH new AS (INSERT INTO category (id, title) VALUES (800, 'n') RETURNING id, parent_id) SELECT new.id, new.parent_id, c.title FROM new LEFT JOIN category c ON c.id = new.parent_id
    UPDATE customer SET name = 'x' WHERE id = 1
    UPDATE customer SET name = $1, nick = $2, balance = balance + $3, updated_at = now() WHERE id = $4
    UPDATE customer SET name = $1, active = NOT active, tags = array_append(tags, $2), profile = jsonb_set(profile, '{a}', $3) WHERE id = $4 RETURNING id, name, nick
    UPDATE customer SET nick = NULL WHERE nick IS NOT NULL RETURNING nick, name
    UPDATE customer SET (name, nick) = ($1, 'x'), quantity = DEFAULT WHERE id = $2
    UPDATE customer SET (name, nick) = (SELECT title, NULL FROM category WHERE id = $1) WHERE id = $2
    UPDATE customer SET (name, balance) = ROW ('n', $1) WHERE id = 2 RETURNING *
    UPDATE customer c SET balance = c.balance + o.total FROM orders o WHERE o.customer_id = c.id AND o.total > $1 RETURNING c.id, o.total, c.balance
    UPDATE product SET price = price * 1.1, stock = stock - $1 WHERE category_id IN (SELECT id FROM category WHERE title = $2) RETURNING price, stock, doubled
    UPDATE customer SET scores[1] = $1, home.city = $2, mood = $3 WHERE id = $4
    UPDATE customer SET updated_at = $1::timestamptz, born = $2::timestamp, small = $3 WHERE id = $4
    UPDATE customer SET nick = CASE WHEN id = 1 THEN $1 ELSE nick END, balance = CASE id WHEN 1 THEN 5 ELSE $2 END
    UPDATE ONLY customer SET vip = true WHERE vip IS NULL RETURNING vip
    UPDATE orders SET status = 'sent', shipped_at = COALESCE(shipped_at, now()) WHERE id = ANY ($1) RETURNING shipped_at
    WITH big AS (SELECT customer_id, sum(total) AS s FROM orders GROUP BY customer_id) UPDATE customer SET balance = big.s FROM big WHERE big.customer_id = customer.id AND big.s IS NOT NULL RETURNING customer.id, big.s
    DELETE FROM order_item WHERE order_id = $1 AND line = $2
    DELETE FROM order_item AS i USING orders o WHERE o.id = i.order_id AND o.status = $1 RETURNING i.*, o.note
    DELETE FROM order_item WHERE discount IS NOT NULL RETURNING discount, order_id
    DELETE FROM order_item WHERE (order_id, line) IN (SELECT order_id, line FROM order_item ORDER BY 1 LIMIT 2) RETURNING *
    WITH gone AS (DELETE FROM order_item WHERE order_id = $1 RETURNING *) INSERT INTO audit.event (actor, kind, payload) SELECT 'x', 'delete', to_jsonb(gone) FROM gone
    WITH moved AS (DELETE FROM order_item WHERE order_id = 1 RETURNING product_id, quantity, discount) SELECT product_id, sum(quantity), discount FROM moved GROUP BY product_id, discount
    MERGE INTO category c USING (VALUES (1, 'x'), (900, 'y')) AS v (id, title) ON c.id = v.id WHEN MATCHED AND c.title <> v.title THEN UPDATE SET title = v.title WHEN NOT MATCHED THEN INSERT (id, title) VALUES (v.id, v.title)
    MERGE INTO category c USING product p ON c.id = p.category_id WHEN MATCHED THEN DELETE WHEN NOT MATCHED THEN DO NOTHING
    """#

  private static let errors = #"""
    SELECT * FROM nowhere
    SELECT * FROM audit.nowhere
    SELECT * FROM nosuch.customer
    SELECT emial FROM customer
    SELECT c.emial FROM customer c
    SELECT x.id FROM customer c
    SELECT customer.id FROM customer c
    SELECT id FROM customer c, orders o
    SELECT id FROM customer JOIN orders ON true
    SELECT lower(5)
    SELECT nosuch(1, 'a')
    SELECT name + 1 FROM customer
    SELECT id LIKE 'a' FROM customer
    SELECT id || balance FROM customer
    SELECT name FROM customer WHERE id
    SELECT name FROM customer WHERE name
    SELECT NOT 5
    SELECT 1 WHERE 'x' || 1
    INSERT INTO customer (nosuch) VALUES (1)
    INSERT INTO nowhere VALUES (1)
    INSERT INTO category VALUES (1, 2, 'a', 4)
    INSERT INTO category (id, title) VALUES (1)
    INSERT INTO category (id) VALUES ('2024-01-01'::date)
    UPDATE customer SET nosuch = 1
    UPDATE customer SET born = 5
    UPDATE customer SET active = 1
    DELETE FROM nowhere WHERE id = 1
    SELECT 1 UNION SELECT 'a'::text
    SELECT 1, 2 UNION SELECT 3
    SELECT CASE WHEN true THEN 1 ELSE 'a'::text END
    SELECT COALESCE(1, 'a'::text)
    SELECT id FROM customer ORDER BY 2
    SELECT id FROM customer GROUP BY 3
    SELECT id FROM orders JOIN customer USING (nosuch)
    SELECT id = 'a'::text FROM customer
    SELECT 'a'::nosuchtype
    SELECT born::int FROM customer
    SELECT excluded.id FROM customer
    SELECT 1 FROM customer WHERE nosuch.x = 1
    SELECT count(nosuch) FROM customer
    SELECT id FROM customer WHERE EXISTS (SELECT 1 FROM orders WHERE customer.nosuch = 1)
    SELECT ARRAY[]
    SELECT ARRAY[1, 'a'::text]
    SELECT *
    SELECT id FROM (SELECT name FROM customer) t
    WITH t AS (SELECT 1 AS a) SELECT b FROM t
    SELECT t.x FROM customer c, LATERAL (SELECT c.nope) t
    SELECT a.id FROM (SELECT id FROM customer) b
    SELECT add_tax('x'::text)
    SELECT sum(name) FROM customer
    SELECT max(1, 2)
    SELECT now() + now()
    SELECT $1 + $2::text, $1::int
    """#
}
