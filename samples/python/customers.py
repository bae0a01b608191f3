"""Customers: looking up, registering, forgetting. psycopg2."""

import logging

import psycopg2
import psycopg2.extras

log = logging.getLogger(__name__)

SELECT_BY_ID = "SELECT id, email, full_name, nickname, country FROM customers WHERE id = %s"

# Not SQL, whatever it looks like.
HELP = "Select a customer from the list, or update the search."
NOT_FOUND = "update failed for customer %s: no such row"


class CustomerNotFound(Exception):
    pass


def find(conn, customer_id):
    with conn.cursor() as cur:
        cur.execute(SELECT_BY_ID, (customer_id,))
        row = cur.fetchone()
    if row is None:
        log.warning(NOT_FOUND, customer_id)
        raise CustomerNotFound("Delete from your bookmarks: customer %s is gone" % customer_id)
    return row


def find_by_email(conn, email):
    with conn.cursor(cursor_factory=psycopg2.extras.RealDictCursor) as cur:
        cur.execute("SELECT id, full_name FROM customers WHERE lower(email) = lower(%s)", (email,))
        return cur.fetchone()


def search(conn, text, limit=20, offset=0):
    """Find customers whose name or nickname contains the text."""
    with conn.cursor() as cur:
        cur.execute(
            "SELECT id, full_name, nickname "
            "FROM customers "
            "WHERE (full_name ILIKE %(pattern)s OR nickname ILIKE %(pattern)s) "
            "  AND deleted_at IS NULL "
            "ORDER BY full_name, id "
            "LIMIT %(limit)s OFFSET %(offset)s",
            {"pattern": "%" + text + "%", "limit": limit, "offset": offset},
        )
        return cur.fetchall()


def count_by_country(conn):
    with conn.cursor() as cur:
        cur.execute(
            "SELECT country, count(*) AS customers, sum(loyalty_points) AS points"
            " FROM customers GROUP BY country ORDER BY country"
        )
        return cur.fetchall()


def sure_ones(conn):
    with conn.cursor() as cur:
        # A lone %% is a percent sign: there are parameters.
        cur.execute("SELECT id FROM customers WHERE email LIKE '100\\%%%%' AND id > %s ORDER BY id", (0,))
        return [row[0] for row in cur.fetchall()]


def with_drive_path(conn):
    with conn.cursor() as cur:
        cur.execute(r"""SELECT id, "Mixed Case" FROM customers WHERE "Mixed Case" = 'C:\new\table'""")
        return cur.fetchall()


def register(conn, email, name, country):
    with conn.cursor() as cur:
        cur.execute(
            """
            INSERT INTO customers (email, full_name, country)
            VALUES (%s, %s, %s)
            RETURNING id, public_id
            """,
            (email, name, country),
        )
        conn.commit()
        return cur.fetchone()


def add_points(conn, customer_id, points):
    with conn.cursor() as cur:
        cur.execute("UPDATE customers SET loyalty_points = loyalty_points + %s WHERE id = %s", (points, customer_id))
        return cur.rowcount


def rename(conn, customer_id, name, nickname):
    with conn.cursor() as cur:
        cur.execute(
            "UPDATE customers SET full_name = %(name)s, nickname = NULLIF(%(nickname)s, '') "
            "WHERE id = %(id)s AND (full_name, nickname) IS DISTINCT FROM (%(name)s, %(nickname)s)",
            {"id": customer_id, "name": name, "nickname": nickname},
        )


def forget(conn, customer_id):
    with conn.cursor() as cur:
        cur.execute("UPDATE customers SET deleted_at = now() WHERE id = %s AND deleted_at IS NULL", (customer_id,))


def purge(conn):
    with conn.cursor() as cur:
        cur.execute("DELETE FROM customers WHERE deleted_at < now() - interval '90 days'")
        log.info("deleted from customers: %d rows", cur.rowcount)


def set_preference(conn, customer_id, key, value):
    with conn.cursor() as cur:
        cur.execute(
            "UPDATE customers SET preferences = preferences || jsonb_build_object(%s::text, %s::text) WHERE id = %s",
            (key, value, customer_id),
        )


def language(conn, customer_id):
    with conn.cursor() as cur:
        cur.execute("SELECT coalesce(preferences ->> 'lang', 'en') FROM customers WHERE id = %s", [customer_id])
        return cur.fetchone()[0]


def many(conn, ids):
    with conn.cursor() as cur:
        cur.execute("SELECT id, full_name FROM customers WHERE id = ANY(%s) ORDER BY id", (list(ids),))
        return cur.fetchall()


def birthdays(conn):
    with conn.cursor() as cur:
        cur.execute(
            """SELECT id, full_name, birth_date
                 FROM customers
                WHERE extract(month FROM birth_date) = extract(month FROM current_date)
                ORDER BY birth_date, id"""
        )
        return cur.fetchall()


def vips(conn, limit_at_least):
    sql = """
        SELECT id,
               full_name || ' (' || country || ')' AS label,
               vip IS TRUE AND newsletter AS reachable,
               coalesce(credit_limit, 0)::int AS "limit"
          FROM customers
         WHERE vip
           AND greatest(credit_limit, %s) > 100
         ORDER BY credit_limit DESC, id
    """
    with conn.cursor() as cur:
        cur.execute(sql, (limit_at_least,))
        return cur.fetchall()


def misspelt(conn):
    with conn.cursor() as cur:
        cur.execute("SELECT id, emial FROM customers WHERE id < 10")
        return cur.fetchall()
