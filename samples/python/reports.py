"""Figures for the management. Every statement here is read-only."""

from psycopg import sql

TABLES = {"orders", "reviews", "customers"}

REVENUE_BY_STATUS = """
SELECT status,
       count(*)              AS orders,
       sum(total)            AS revenue,
       min(total) / 2        AS half_of_least,
       max(placed_at)        AS last
FROM orders
WHERE placed_at IS NOT NULL
GROUP BY status
HAVING count(*) > 0
ORDER BY status
"""

TOP_PRODUCTS = """
WITH sold AS (
    SELECT product_id, sum(quantity) AS pieces, sum(quantity * unit_price) AS revenue
    FROM order_items
    GROUP BY product_id
)
SELECT p.sku, p.name, s.pieces, s.revenue
FROM products p
LEFT JOIN sold s ON s.product_id = p.id
ORDER BY s.revenue DESC NULLS LAST, p.sku
LIMIT 10
"""

NEVER_SOLD = (
    "SELECT p.id, p.sku FROM products p "
    "LEFT JOIN order_items i ON i.product_id = p.id "
    "WHERE i.order_id IS NULL ORDER BY p.sku"
)

BEST_IN_CATEGORY = """
SELECT DISTINCT ON (category_id) category_id, sku, rating
FROM products
ORDER BY category_id, rating DESC NULLS LAST, sku
"""

RANKING = """
SELECT sku, price, rank() OVER (PARTITION BY category_id ORDER BY price DESC) AS rank
FROM products
WHERE category_id IS NOT NULL
ORDER BY category_id, rank, sku
"""


def run(conn, statement):
    with conn.cursor() as cur:
        cur.execute(statement)
        return cur.fetchall()


def count_rows(conn, table):
    if table not in TABLES:
        raise ValueError(f"Select one of the tables {sorted(TABLES)}")
    with conn.cursor() as cur:
        cur.execute(f"SELECT count(*) FROM {table}")
        return cur.fetchone()[0]


def newest(conn, table, column, count):
    statement = sql.SQL("SELECT * FROM {} ORDER BY {} DESC LIMIT %s").format(sql.Identifier(table), sql.Identifier(column))
    with conn.cursor() as cur:
        cur.execute(statement, (count,))
        return cur.fetchall()


def ratings(conn, where="TRUE"):
    with conn.cursor() as cur:
        cur.execute(f"""
            SELECT product_id, avg(rating) AS average, count(*) AS n
            FROM reviews
            WHERE {where}
            GROUP BY product_id
            ORDER BY average DESC, product_id
        """)
        return cur.fetchall()


def tagged(conn, tag):
    with conn.cursor() as cur:
        cur.execute("SELECT sku FROM products WHERE tags @> ARRAY[%s] ORDER BY sku", (tag,))
        return [sku for (sku,) in cur]


def monthly(conn, year):
    with conn.cursor() as cur:
        cur.execute(
            """
            SELECT date_trunc('month', placed_at) AS month, count(*) AS orders, sum(total) AS total
            FROM orders
            WHERE extract(year FROM placed_at) = %s
            GROUP BY 1
            ORDER BY 1
            """,
            (year,),
        )
        return cur.fetchall()


def customer_ages(conn):
    with conn.cursor() as cur:
        cur.execute("SELECT id, age(birth_date) FROM customers WHERE birth_date IS NOT NULL ORDER BY birth_date")
        return cur.fetchall()


def missing_group_by(conn):
    with conn.cursor() as cur:
        cur.execute("SELECT country, full_name, count(*) FROM customers GROUP BY country")
        return cur.fetchall()
