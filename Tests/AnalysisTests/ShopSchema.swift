/// A schema with every common type, nullable and not, keys, an enum, domains, a composite type, arrays, jsonb, views, functions and a
/// second schema: what the tests of this module analyse statements over.
enum ShopSchema {
  static let statements = [
    "CREATE SCHEMA audit",
    "CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy')",
    "CREATE TYPE audit.kind AS ENUM ('insert', 'update', 'delete')",
    "CREATE DOMAIN email AS varchar(120) CHECK (VALUE LIKE '%@%')",
    "CREATE DOMAIN positive AS integer CHECK (VALUE > 0)",
    "CREATE TYPE address AS (street text, city varchar(40), zip integer)",
    "CREATE TABLE category (id integer PRIMARY KEY, parent_id integer REFERENCES category (id), title text NOT NULL)",
    """
    CREATE TABLE customer (id serial PRIMARY KEY, email email NOT NULL UNIQUE, name varchar(80) NOT NULL, nick text, born date, mood mood,
      tags text[] NOT NULL DEFAULT '{}', scores integer[], home address, profile jsonb NOT NULL DEFAULT '{}', raw json,
      active boolean NOT NULL DEFAULT true, balance numeric(12,2) NOT NULL DEFAULT 0, limit_amount numeric,
      created_at timestamptz NOT NULL DEFAULT now(), updated_at timestamp, token uuid, avatar bytea, rating double precision,
      weight real, small smallint, wake time, span interval, addr inet, code char(5), quantity positive, vip boolean, big bigint)
    """,
    """
    CREATE TABLE product (id bigint PRIMARY KEY, sku varchar(20) NOT NULL UNIQUE, title text NOT NULL, price numeric(10,2) NOT NULL,
      cost money, category_id integer REFERENCES category (id), stock integer NOT NULL DEFAULT 0, attrs jsonb, during daterange,
      flags bit(4), doubled numeric GENERATED ALWAYS AS (price * 2) STORED)
    """,
    """
    CREATE TABLE orders (id bigserial PRIMARY KEY, customer_id integer NOT NULL REFERENCES customer (id), status varchar(12) NOT NULL,
      placed_at timestamptz NOT NULL DEFAULT now(), shipped_at timestamptz, total numeric(12,2), note text)
    """,
    """
    CREATE TABLE order_item (order_id bigint REFERENCES orders (id), line integer, product_id bigint NOT NULL REFERENCES product (id),
      quantity integer NOT NULL DEFAULT 1, price numeric(10,2) NOT NULL, discount numeric(5,2), PRIMARY KEY (order_id, line))
    """,
    "CREATE TABLE audit.event (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, at timestamptz NOT NULL DEFAULT now(), actor text, kind audit.kind NOT NULL, payload jsonb)",
    "CREATE TABLE \"Mixed Case\" (\"Id\" integer PRIMARY KEY, \"select\" text, \"Value\" varchar(10) NOT NULL)",
    "CREATE VIEW order_summary AS SELECT o.id, o.status, c.name, sum(i.quantity * i.price) AS amount FROM orders o JOIN customer c ON c.id = o.customer_id JOIN order_item i ON i.order_id = o.id GROUP BY o.id, o.status, c.name",
    "CREATE FUNCTION add_tax(price numeric, rate numeric DEFAULT 0.2) RETURNS numeric LANGUAGE sql IMMUTABLE AS 'SELECT price * (1 + rate)'",
    "CREATE FUNCTION greet(VARIADIC names text[]) RETURNS text LANGUAGE sql STRICT AS 'SELECT array_to_string(names, '','')'",
    "CREATE FUNCTION customers_named(wanted text) RETURNS SETOF customer LANGUAGE sql STABLE AS 'SELECT * FROM customer WHERE name = wanted'",
    "CREATE FUNCTION order_stats(who integer) RETURNS TABLE (n bigint, amount numeric) LANGUAGE sql STABLE AS 'SELECT count(*), sum(total) FROM orders WHERE customer_id = who'",
    "CREATE FUNCTION pick(a anyelement, b anyelement) RETURNS anyelement LANGUAGE sql AS 'SELECT a'",
    "CREATE FUNCTION span_of(OUT low integer, OUT high integer) LANGUAGE sql AS 'SELECT 1, 2'",
  ]

  /// Rows with NULL wherever a column allows it, and without.
  static let data = [
    "INSERT INTO category VALUES (1, NULL, 'all'), (2, 1, 'books'), (3, 1, 'music')",
    """
    INSERT INTO customer (email, name, nick, born, mood, tags, scores, home, profile, raw, active, balance, limit_amount, updated_at, token,
      avatar, rating, weight, small, wake, span, addr, code, quantity, vip, big)
    SELECT 'c' || g || '@x', 'Name ' || g, n(g, 2, 'nick' || g), n(g, 3, date '2000-01-01' + g), n(g, 2, 'happy'::mood),
      CASE WHEN g % 3 = 0 THEN ARRAY['a', NULL] ELSE '{}' END, n(g, 3, ARRAY[1, NULL, g]), n(g, 2, ROW('s', 'c', g)::address),
      CASE WHEN g % 2 = 0 THEN '{"a": null, "b": [1, "x"], "n": 1}' ELSE '{}' END::jsonb, n(g, 2, '{"k": "v"}'::json), g % 2 = 0, g * 1.5,
      n(g, 3, g * 2.5), n(g, 2, timestamp '2024-01-01' + g * interval '1 day'), n(g, 2, gen_random_uuid()), n(g, 3, '\\x0102'::bytea),
      n(g, 2, g / 3.0::float8), n(g, 3, g::real), n(g, 2, g::smallint), n(g, 2, time '08:00'), n(g, 3, interval '1 hour' * g),
      n(g, 2, inet '10.0.0.1'), n(g, 3, 'ab'::char(5)), n(g, 2, g::positive), n(g, 3, g % 2 = 0), n(g, 2, g::bigint)
    FROM generate_series(1, 12) AS g
    """,
    """
    INSERT INTO product (id, sku, title, price, cost, category_id, stock, attrs, during, flags)
    SELECT g, 'sku' || g, 'Title ' || g, g * 3.5, n(g, 2, g::numeric::money), n(g, 3, 1 + g % 3), g, n(g, 2, '{"c": "red"}'::jsonb),
      n(g, 3, daterange('2024-01-01', '2024-02-01')), n(g, 2, B'1010') FROM generate_series(1, 8) AS g
    """,
    """
    INSERT INTO orders (customer_id, status, placed_at, shipped_at, total, note)
    SELECT 1 + g % 9, (ARRAY['new', 'paid', 'sent'])[1 + g % 3], now() - g * interval '1 day', n(g, 2, now()), n(g, 3, g * 10.0),
      n(g, 2, 'note ' || g) FROM generate_series(1, 20) AS g
    """,
    """
    INSERT INTO order_item SELECT g, l, 1 + (g + l) % 7, l, 9.5, n(g + l, 2, 0.5) FROM generate_series(1, 15) AS g, generate_series(1, 2) AS l
    """,
    "INSERT INTO audit.event (actor, kind, payload) SELECT n(g, 2, 'me'::text), 'insert', n(g, 3, '{\"a\": 1}'::jsonb) FROM generate_series(1, 5) AS g",
    "INSERT INTO \"Mixed Case\" VALUES (1, NULL, 'v'), (2, 's', 'w')",
  ]

  /// `n(g, k, x)`: NULL for every k-th g. Created only for loading.
  static let nullifier =
    "CREATE FUNCTION n(g integer, k integer, x anyelement) RETURNS anyelement LANGUAGE sql AS 'SELECT CASE WHEN g % k = 0 THEN NULL ELSE x END'"
}
