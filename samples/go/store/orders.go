package store

import (
	"context"
	"database/sql"
	"fmt"
	"log"
)

const (
	selectOrder = `
		SELECT o.id, o.status, o.total, o.gift, c.full_name
		  FROM orders o
		  JOIN customers c ON c.id = o.customer_id
		 WHERE o.id = $1`

	orderLines = "SELECT line_no, product_id, quantity, unit_price FROM order_items WHERE order_id = $1 ORDER BY line_no"

	// One statement for both: placed by the customer, or given by the shop.
	createOrder = `INSERT INTO orders (customer_id, status, placed_at, total, note) VALUES ($2, 'placed', $3, $4, $1)`
)

// Order loads an order and its lines.
func (s *Store) Order(ctx context.Context, id int64) (*sql.Row, *sql.Rows, error) {
	row := s.db.QueryRowContext(ctx, selectOrder, id)
	lines, err := s.db.QueryContext(ctx, orderLines, id)
	if err != nil {
		log.Printf("select order %d failed: %v", id, err)
	}
	return row, lines, err
}

// CreateOrder writes a new order; the note comes first, as it always has.
func (s *Store) CreateOrder(ctx context.Context, note string, customer int, placed, total string) error {
	_, err := s.db.ExecContext(ctx, createOrder, note, customer, placed, total)
	return err
}

// Ship marks paid orders as shipped.
func (s *Store) Ship(ctx context.Context, ids ...int64) error {
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	stmt, err := tx.PrepareContext(ctx, "UPDATE orders SET status = 'shipped' WHERE id = $1 AND status = 'paid'")
	if err != nil {
		return fmt.Errorf("prepare: %w", err)
	}
	for _, id := range ids {
		if _, err := stmt.ExecContext(ctx, id); err != nil {
			return err
		}
	}
	return tx.Commit()
}

// Expensive lists orders above a sum, dearest first.
func (s *Store) Expensive(ctx context.Context, least float64, max int) (*sql.Rows, error) {
	return s.db.QueryContext(ctx, "SELECT id, total::text, coalesce(note, '-') FROM orders WHERE total >= $1 ORDER BY total DESC, id FETCH FIRST $2 ROWS ONLY", least, max)
}

// Page is one page of all orders.
func (s *Store) Page(ctx context.Context, size, page int) (*sql.Rows, error) {
	return s.db.QueryContext(ctx, `SELECT id, customer_id, note FROM orders ORDER BY note, id OFFSET $2 LIMIT $1`, size, size*page)
}

// Recent lists what was ordered in the last month.
func (s *Store) Recent(ctx context.Context) (*sql.Rows, error) {
	return s.db.QueryContext(ctx, `SELECT id, placed_at FROM orders WHERE placed_at > now() - interval '1 month' ORDER BY placed_at`)
}

// Discounts compares what was paid with the list price.
func (s *Store) Discounts(ctx context.Context, percent int) (*sql.Rows, error) {
	return s.db.QueryContext(ctx, `
		SELECT i.order_id, i.line_no, p.price - i.unit_price AS saved, nullif(i.discount, 0) AS discount
		FROM order_items i
		JOIN products p ON p.id = i.product_id
		WHERE nullif(i.discount, 0) IS NOT NULL OR p.price * (100 - $1) / 100 > i.unit_price
		ORDER BY i.order_id, i.line_no`, percent)
}

// Merge moves the lines of one cart to another. Both numbers are used twice.
func (s *Store) Merge(ctx context.Context, from, to int64) error {
	_, err := s.db.ExecContext(ctx, `
		UPDATE order_items SET order_id = $2
		WHERE order_id = $1
		  AND product_id NOT IN (SELECT product_id FROM order_items WHERE order_id = $2)
		  AND $1 <> $2`, from, to)
	return err
}

// Redeem counts the use of a coupon, if there is one left.
func (s *Store) Redeem(ctx context.Context, code string) (bool, error) {
	result, err := s.db.ExecContext(ctx, `UPDATE coupons SET usage = usage + 1 WHERE code = $1 AND ("limit" IS NULL OR usage < "limit")`, code)
	if err != nil {
		return false, fmt.Errorf("update coupons failed for %q: %w", code, err)
	}
	n, err := result.RowsAffected()
	return n == 1, err
}

// ValidCoupons lists coupons that hold on a day.
func (s *Store) ValidCoupons(ctx context.Context, day string) (*sql.Rows, error) {
	return s.db.QueryContext(ctx, `
		SELECT code, coalesce(percent_off::text || '%', amount_off::text) AS value, "limit"
		FROM coupons
		WHERE $1::date BETWEEN valid_from AND coalesce(valid_until, $1::date)
		ORDER BY code`, day)
}

// Cancelled has a typo that only the server notices.
func (s *Store) Cancelled(ctx context.Context) (*sql.Rows, error) {
	return s.db.QueryContext(ctx, `SELECT id FROM orders WHERE status = 'canceled'`)
}
