/// A schema of everything that typing has a rule for: a column of every type, domains over domains and arrays, composites within
/// composites, ranges of our own, inheritance, partitions, views, and functions, operators, casts and aggregates of every call shape.
enum LabSchema {
  static let statements = types + tables + functions + operators

  private static let types = [
    "CREATE SCHEMA lab",
    "CREATE TYPE colour AS ENUM ('red', 'green', 'blue')",
    "CREATE TYPE lab.state AS ENUM ('on', 'off')",
    "CREATE DOMAIN percent AS numeric(5,2) CHECK (VALUE BETWEEN 0 AND 100)",
    "CREATE DOMAIN label AS text CHECK (VALUE <> '')",
    "CREATE DOMAIN short_label AS label CHECK (length(VALUE) < 20)",
    "CREATE DOMAIN serial_code AS varchar(8)",
    "CREATE DOMAIN int_list AS integer[]",
    "CREATE DOMAIN stamp AS timestamp(3)",
    "CREATE DOMAIN counted AS bigint NOT NULL",
    "CREATE TYPE pair AS (a integer, b text)",
    "CREATE TYPE place AS (title varchar(30), spot point, height numeric(6,2))",
    "CREATE TYPE nested AS (p pair, places place[], n smallint)",
    "CREATE DOMAIN pair_domain AS pair",
    "CREATE TYPE floatrange AS RANGE (subtype = double precision, subtype_diff = float8mi)",
    "CREATE TYPE textrange AS RANGE (subtype = text, collation = \"C\")",
  ]

  private static let tables = [
    """
    CREATE TABLE sample (id integer PRIMARY KEY, i2 smallint, i4 integer, i8 bigint, n numeric, n2 numeric(10,2), f4 real, f8 double precision,
      m money, t text, vc varchar(20), v varchar, c char(5), nm name, b boolean, d date, tm time, tm3 time(3), tz timetz, ts timestamp,
      ts3 timestamp(3), tt timestamptz, tt0 timestamptz(0), iv interval, ivd interval day to second(2), u uuid, by bytea, bt bit(4),
      vb varbit(8), j json, jb jsonb, ip inet, ci cidr, mac macaddr, x xml, tv tsvector, tq tsquery, pt point, bx box, cl circle, pa path,
      po polygon, ls lseg, ln line, ir int4range, nr numrange, dr daterange, tr tstzrange, mr int4multirange, dm datemultirange, o oid,
      rc regclass, col colour, pr pair, pl place, ne nested, pe percent, lb label, sl short_label, sc serial_code, st stamp, fr floatrange,
      lsn pg_lsn, i4s integer[], i8s bigint[], ns numeric[], n2s numeric(10,2)[], f8s double precision[], tx text[], vcs varchar(10)[],
      cols colour[], prs pair[], jbs jsonb[], ds date[], tss timestamptz[], bs boolean[], il int_list, ch "char", mac8 macaddr8, x8 xid8)
    """,
    """
    CREATE TABLE station (id integer PRIMARY KEY, name varchar(20) NOT NULL, code serial_code UNIQUE, parent integer REFERENCES station (id),
      opened date NOT NULL, closed date, spot point, colour colour NOT NULL DEFAULT 'red', notes text, tags text[] NOT NULL DEFAULT '{}',
      seats smallint NOT NULL DEFAULT 0)
    """,
    """
    CREATE TABLE reading (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, station_id integer NOT NULL REFERENCES station (id),
      taken timestamptz(3) NOT NULL DEFAULT now(), value numeric(10,2), raw real, quality smallint NOT NULL DEFAULT 1, ok boolean, extra jsonb,
      rounded numeric GENERATED ALWAYS AS (round(value, 1)) STORED)
    """,
    "CREATE TABLE visit (station_id integer, day date, visitors bigint NOT NULL, fee numeric(8,2), guide text, PRIMARY KEY (station_id, day))",
    "CREATE TABLE lab.log (id serial PRIMARY KEY, at timestamp(0) NOT NULL DEFAULT now(), state lab.state, body jsonb NOT NULL, amount percent)",
    "CREATE TABLE base (id integer NOT NULL, kind text NOT NULL, size numeric(6,1))",
    "CREATE TABLE derived (extra varchar(5)) INHERITS (base)",
    "CREATE TABLE parted (k integer NOT NULL, v text NOT NULL, w varchar(3)) PARTITION BY RANGE (k)",
    "CREATE TABLE parted_low PARTITION OF parted FOR VALUES FROM (0) TO (100)",
    "CREATE VIEW station_view AS SELECT id, name, upper(name) AS upper_name, closed, seats + 1 AS more_seats, NULL::varchar(7) AS nothing FROM station",
    "CREATE MATERIALIZED VIEW monthly AS SELECT station_id, date_trunc('month', taken) AS month, avg(value) AS mean, count(*) AS n FROM reading GROUP BY 1, 2",
  ]

  private static let functions = [
    "CREATE FUNCTION scaled(amount numeric, factor numeric DEFAULT 2, note text DEFAULT 'x') RETURNS numeric LANGUAGE sql AS 'SELECT amount * factor'",
    "CREATE FUNCTION overloaded(integer) RETURNS integer LANGUAGE sql AS 'SELECT $1'",
    "CREATE FUNCTION overloaded(text) RETURNS text LANGUAGE sql AS 'SELECT $1'",
    "CREATE FUNCTION overloaded(numeric, integer) RETURNS numeric LANGUAGE sql AS 'SELECT $1'",
    "CREATE FUNCTION joined(VARIADIC parts text[]) RETURNS text LANGUAGE sql AS 'SELECT array_to_string(parts, '','')'",
    "CREATE FUNCTION joined_with(separator text, VARIADIC parts anyarray) RETURNS text LANGUAGE sql AS 'SELECT array_to_string(parts, separator)'",
    "CREATE FUNCTION most(VARIADIC items anycompatiblearray) RETURNS anycompatible LANGUAGE sql AS 'SELECT items[1]'",
    "CREATE FUNCTION first_of(anyelement, anyelement) RETURNS anyelement LANGUAGE sql AS 'SELECT $1'",
    "CREATE FUNCTION either(anycompatible, anycompatible) RETURNS anycompatible LANGUAGE sql AS 'SELECT $1'",
    "CREATE FUNCTION boxed(anyelement) RETURNS anyarray LANGUAGE sql AS 'SELECT ARRAY[$1]'",
    "CREATE FUNCTION head(anyarray) RETURNS anyelement LANGUAGE sql AS 'SELECT $1[1]'",
    "CREATE FUNCTION lowest(anyrange) RETURNS anyelement LANGUAGE sql AS 'SELECT lower($1)'",
    "CREATE FUNCTION enum_text(anyenum) RETURNS text LANGUAGE sql AS 'SELECT $1::text'",
    "CREATE FUNCTION flat(anynonarray) RETURNS anyarray LANGUAGE sql AS 'SELECT ARRAY[$1]'",
    "CREATE FUNCTION twice(anyelement, OUT one anyelement, OUT two anyarray) LANGUAGE sql AS 'SELECT $1, ARRAY[$1]'",
    "CREATE FUNCTION bounds(OUT low integer, OUT high bigint) LANGUAGE sql AS 'SELECT 1, 2::bigint'",
    "CREATE FUNCTION only_out(OUT answer date) LANGUAGE sql AS 'SELECT current_date'",
    "CREATE FUNCTION in_out(INOUT x numeric, y integer) LANGUAGE sql AS 'SELECT x + y'",
    "CREATE FUNCTION stations_of(colour) RETURNS SETOF station LANGUAGE sql AS 'SELECT * FROM station WHERE colour = $1'",
    "CREATE FUNCTION counts(since date DEFAULT current_date) RETURNS TABLE (day date, n bigint) LANGUAGE sql AS 'SELECT day, visitors FROM visit WHERE day > since'",
    "CREATE FUNCTION each_of(anyarray) RETURNS SETOF anyelement LANGUAGE sql AS 'SELECT unnest($1)'",
    "CREATE FUNCTION anything(integer) RETURNS SETOF record LANGUAGE sql AS 'SELECT 1, ''x''::text'",
    "CREATE FUNCTION full_name(station) RETURNS text LANGUAGE sql AS 'SELECT $1.name || $1.id'",
    "CREATE FUNCTION make_pair(integer, text) RETURNS pair LANGUAGE sql AS 'SELECT ROW($1, $2)::pair'",
    "CREATE FUNCTION pairs() RETURNS SETOF pair LANGUAGE sql AS 'SELECT ROW(1, ''x'')::pair'",
    "CREATE FUNCTION as_percent(percent) RETURNS percent LANGUAGE sql AS 'SELECT $1'",
    "CREATE FUNCTION as_label(label) RETURNS short_label LANGUAGE sql AS 'SELECT $1::short_label'",
    "CREATE FUNCTION lab.hidden(integer) RETURNS bigint LANGUAGE sql AS 'SELECT $1::bigint'",
    "CREATE FUNCTION strict_plus(integer, integer) RETURNS integer STRICT LANGUAGE sql AS 'SELECT NULL::integer'",
    "CREATE FUNCTION \"Quoted\"(x integer) RETURNS integer LANGUAGE sql AS 'SELECT $1'",
    "CREATE FUNCTION to_colour(integer) RETURNS colour LANGUAGE sql AS 'SELECT ''red''::colour'",
    "CREATE FUNCTION pair_text(pair) RETURNS text LANGUAGE sql AS 'SELECT ($1).b'",
  ]

  private static let operators = [
    "CREATE FUNCTION pair_plus(pair, integer) RETURNS pair LANGUAGE sql AS 'SELECT $1'",
    "CREATE OPERATOR <+> (LEFTARG = pair, RIGHTARG = integer, FUNCTION = pair_plus)",
    "CREATE FUNCTION colour_near(colour, colour) RETURNS boolean LANGUAGE sql AS 'SELECT true'",
    "CREATE OPERATOR =~= (LEFTARG = colour, RIGHTARG = colour, FUNCTION = colour_near)",
    "CREATE FUNCTION bang(bigint) RETURNS numeric LANGUAGE sql AS 'SELECT $1::numeric'",
    "CREATE OPERATOR !+ (RIGHTARG = bigint, FUNCTION = bang)",
    "CREATE CAST (integer AS colour) WITH FUNCTION to_colour(integer) AS ASSIGNMENT",
    "CREATE CAST (pair AS text) WITH FUNCTION pair_text(pair) AS IMPLICIT",
    "CREATE AGGREGATE sum_of_squares(double precision) (SFUNC = float8pl, STYPE = double precision, INITCOND = '0')",
    "CREATE AGGREGATE collected(anycompatible) (SFUNC = array_append, STYPE = anycompatiblearray)",
    "CREATE AGGREGATE last_of(anyelement) (SFUNC = first_of, STYPE = anyelement)",
  ]
}
