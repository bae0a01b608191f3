// Package store keeps the shop's data in PostgreSQL.
package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"time"

	_ "github.com/jackc/pgx/v5/stdlib"
)

// ErrNotFound says that there is no such row.
var ErrNotFound = errors.New("select from customers failed: no such customer")

// Store is a handle on the database.
type Store struct {
	db *sql.DB
}

// Customer is a row of customers.
type Customer struct {
	ID       int
	Email    string
	Name     string
	Nickname sql.NullString
	VIP      sql.NullBool
}

const customerByID = `SELECT id, email, full_name, nickname, vip FROM customers WHERE id = $1`

const insertCustomer = `
INSERT INTO customers (email, full_name, country, newsletter)
VALUES ($1, $2, upper($3), $4)
RETURNING id`

// Open connects to the database.
func Open(url string) (*Store, error) {
	db, err := sql.Open("pgx", url)
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", url, err)
	}
	return &Store{db: db}, nil
}

// Customer finds one customer.
func (s *Store) Customer(ctx context.Context, id int) (*Customer, error) {
	var c Customer
	err := s.db.QueryRowContext(ctx, customerByID, id).Scan(&c.ID, &c.Email, &c.Name, &c.Nickname, &c.VIP)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, ErrNotFound
	}
	return &c, err
}

// AddCustomer returns the new customer's id.
func (s *Store) AddCustomer(ctx context.Context, email, name, country string, newsletter bool) (id int, err error) {
	err = s.db.QueryRowContext(ctx, insertCustomer, email, name, country, newsletter).Scan(&id)
	return id, err
}

// Search finds customers by a part of their name, from the newest.
func (s *Store) Search(ctx context.Context, text string, country string, limit, offset int) (*sql.Rows, error) {
	return s.db.QueryContext(ctx,
		"SELECT id, full_name FROM customers "+
			"WHERE full_name ILIKE '%' || $1 || '%' "+
			"AND ($2 = '' OR country = $2) "+
			"ORDER BY created_at DESC, id "+
			"LIMIT $3 OFFSET $4",
		text, country, limit, offset)
}

// Counts counts customers in total, with newsletter, deleted.
func (s *Store) Counts(ctx context.Context) (total, newsletter, deleted int, err error) {
	err = s.db.QueryRowContext(ctx, `
		SELECT count(*),
		       count(*) FILTER (WHERE newsletter),
		       count(deleted_at)
		FROM customers`).Scan(&total, &newsletter, &deleted)
	return
}

// Nicknames lists nicknames without regard to upper and lower case.
func (s *Store) Nicknames(ctx context.Context) (*sql.Rows, error) {
	return s.db.QueryContext(ctx, `SELECT DISTINCT lower(nickname) AS n FROM customers WHERE nickname <> '' ORDER BY n`)
}

// SetVIP grants or takes the status.
func (s *Store) SetVIP(ctx context.Context, id int, vip bool) (int64, error) {
	result, err := s.db.ExecContext(ctx, "UPDATE customers SET vip = $2 WHERE id = $1", id, vip)
	if err != nil {
		return 0, err
	}
	return result.RowsAffected()
}

// SpendPoints takes points away, never below zero.
func (s *Store) SpendPoints(ctx context.Context, id int, points int) error {
	_, err := s.db.ExecContext(ctx, `UPDATE customers SET loyalty_points = greatest(loyalty_points - $2, 0) WHERE id = $1`, id, points)
	return err
}

// Inactive lists customers who have not ordered since.
func (s *Store) Inactive(ctx context.Context, since time.Time) (*sql.Rows, error) {
	return s.db.QueryContext(ctx, `
		SELECT c.id, c.full_name
		FROM customers c
		WHERE NOT EXISTS (
			SELECT 1 FROM orders o WHERE o.customer_id = c.id AND o.placed_at >= $1
		)
		ORDER BY c.id`, since)
}

// Where runs a query with conditions that the caller has put together.
func (s *Store) Where(ctx context.Context, conditions []string, args ...any) (*sql.Rows, error) {
	query := fmt.Sprintf("SELECT id, email FROM customers WHERE %s ORDER BY id", strings.Join(conditions, " AND "))
	return s.db.QueryContext(ctx, query, args...)
}

// CountIn counts the rows of a table of the shop.
func (s *Store) CountIn(ctx context.Context, table string) (n int, err error) {
	err = s.db.QueryRowContext(ctx, fmt.Sprintf("SELECT count(*) FROM %s", table)).Scan(&n)
	return
}

// Watch listens for changes.
func (s *Store) Watch(ctx context.Context) error {
	_, err := s.db.ExecContext(ctx, "LISTEN customer_changes")
	return err
}
