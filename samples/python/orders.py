"""Orders with psycopg 3: named parameters, rows as dictionaries."""

from datetime import date

import psycopg
from psycopg.rows import dict_row


def latest(conn: psycopg.Connection, customer_id: int, count: int = 5):
    return conn.execute(
        "SELECT id, status, placed_at, total FROM orders WHERE customer_id = %s ORDER BY placed_at DESC, id DESC LIMIT %s",
        (customer_id, count),
    ).fetchall()


def unfinished(conn: psycopg.Connection):
    with conn.cursor(row_factory=dict_row) as cur:
        cur.execute(
            "SELECT o.id, c.full_name, o.note FROM orders o JOIN customers c ON c.id = o.customer_id "
            "WHERE o.status = 'cart' ORDER BY o.id"
        )
        return cur.fetchall()


def lines(conn: psycopg.Connection, order_id: int):
    query = """
        SELECT i.line_no, p.sku, p.name, i.quantity,
               i.quantity * i.unit_price - coalesce(i.discount, 0) AS net
        FROM order_items AS i
        JOIN products AS p ON p.id = i.product_id
        WHERE i.order_id = %(order)s
        ORDER BY i.line_no
    """
    return conn.execute(query, {"order": order_id}).fetchall()


def total(conn: psycopg.Connection, order_id: int):
    row = conn.execute(
        "SELECT coalesce(sum(quantity * unit_price), 0) FROM order_items WHERE order_id = %s", (order_id,)
    ).fetchone()
    return row[0]


def boxes_needed(conn: psycopg.Connection, order_id: int, per_box: int):
    return conn.execute(
        "SELECT line_no, quantity / %(box)s::int AS full_boxes, quantity %% %(box)s::int AS loose "
        "FROM order_items WHERE order_id = %(order)s ORDER BY line_no",
        {"order": order_id, "box": per_box},
    ).fetchall()


def add_item(conn: psycopg.Connection, order_id: int, line: int, product_id: int, quantity: int, price):
    conn.execute(
        """INSERT INTO order_items (order_id, line_no, product_id, quantity, unit_price)
           VALUES (%(order)s, %(line)s, %(product)s, %(quantity)s, %(price)s)
           ON CONFLICT (order_id, line_no) DO UPDATE
           SET quantity = order_items.quantity + excluded.quantity""",
        {"order": order_id, "line": line, "product": product_id, "quantity": quantity, "price": price},
    )


def set_status(conn: psycopg.Connection, order_id: int, status: str):
    cur = conn.execute("UPDATE orders SET status = %s::order_status WHERE id = %s", (status, order_id))
    return cur.rowcount


def place(conn: psycopg.Connection, order_id: int):
    return conn.execute(
        "UPDATE orders SET status = 'placed', placed_at = now(), ship_by = current_date + 3 "
        "WHERE id = %s AND status = 'cart' RETURNING placed_at, ship_by",
        (order_id,),
    ).fetchone()


def overdue(conn: psycopg.Connection, today: date):
    with conn.cursor() as cur:
        cur.execute(
            "SELECT id, ship_by, %s - ship_by AS days_late FROM orders "
            "WHERE ship_by < %s AND status IN ('placed', 'paid') ORDER BY ship_by NULLS FIRST, id",
            (today, today),
        )
        return cur.fetchall()


def free_gifts(conn: psycopg.Connection):
    return conn.execute("SELECT id, gift, NOT gift AS paid_for, note FROM orders WHERE gift ORDER BY id").fetchall()


def clear_cart(conn: psycopg.Connection, order_id: int):
    conn.execute("DELETE FROM order_items WHERE order_id = %s", [order_id])


def drop_empty(conn: psycopg.Connection):
    return conn.execute(
        "DELETE FROM orders o WHERE o.status = 'cart' AND NOT EXISTS (SELECT 1 FROM order_items i WHERE i.order_id = o.id)"
    ).rowcount


def between(conn: psycopg.Connection, start, end, status=None):
    query = "SELECT id, total FROM orders WHERE placed_at >= %(start)s AND placed_at < %(end)s"
    if status:
        query += " AND status = %(status)s"
    query += " ORDER BY id"
    return conn.execute(query, {"start": start, "end": end, "status": status}).fetchall()


def wait_for_payment(conn: psycopg.Connection):
    conn.execute("LISTEN payments")
    for notify in conn.notifies():
        yield notify.payload


def wrong_type(conn: psycopg.Connection):
    return conn.execute("SELECT id FROM orders WHERE ship_by > 5 ORDER BY id").fetchall()
