package store

import (
	"context"
	"database/sql"
)

// Stock of one product over all locations.
func (s *Store) Stock(ctx context.Context, product int64) (*sql.Rows, error) {
	return s.db.QueryContext(ctx, `
		SELECT l.code, s.on_hand - s.reserved AS free
		FROM warehouse.stock s
		JOIN warehouse.locations l ON l.id = s.location_id
		WHERE s.product_id = $1
		ORDER BY free DESC, l.code`, product)
}

// Move books a movement and the stock that follows from it.
func (s *Store) Move(ctx context.Context, product int64, location, quantity int, reason string) error {
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	_, err = tx.ExecContext(ctx, "INSERT INTO warehouse.movements (product_id, location_id, quantity, reason, moved_at) "+
		"VALUES ($1, $2, $3, nullif($4, ''), '2024-06-01 12:00:00')", product, location, quantity, reason)
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, `
		INSERT INTO warehouse.stock AS s (product_id, location_id, on_hand)
		VALUES ($1, $2, $3)
		ON CONFLICT (product_id, location_id)
		DO UPDATE SET on_hand = s.on_hand + EXCLUDED.on_hand, counted_on = NULL`,
		product, location, quantity)
	if err != nil {
		return err
	}
	return tx.Commit()
}

// Uncounted lists what nobody has counted lately.
func (s *Store) Uncounted(ctx context.Context, before string) (*sql.Rows, error) {
	return s.db.QueryContext(ctx, `SELECT product_id, location_id, counted_on FROM warehouse.stock WHERE counted_on IS NULL OR counted_on < $1 ORDER BY counted_on, product_id, location_id`, before)
}

// Pallets says how many full pallets there are and what is left over.
func (s *Store) Pallets(ctx context.Context, perPallet int) (*sql.Rows, error) {
	return s.db.QueryContext(ctx, `SELECT product_id, location_id, on_hand / $1, on_hand % $1, -on_hand / 4, -on_hand % 4 FROM warehouse.stock WHERE on_hand < 1000 ORDER BY 1, 2`, perPallet)
}

// Reasons counts movements by reason, upper and lower case being the same.
func (s *Store) Reasons(ctx context.Context) (*sql.Rows, error) {
	return s.db.QueryContext(ctx, "SELECT lower(coalesce(reason, 'none')) AS why, count(*), sum(abs(quantity)) FROM warehouse.movements GROUP BY lower(coalesce(reason, 'none')) ORDER BY why")
}

// Running is the stock after each movement.
func (s *Store) Running(ctx context.Context, product int64) (*sql.Rows, error) {
	return s.db.QueryContext(ctx, `
		SELECT id, moved_at, sum(quantity) OVER (ORDER BY moved_at, id) AS balance
		FROM warehouse.movements
		WHERE product_id = $1
		ORDER BY moved_at, id`, product)
}

// FillIn adds rows for locations that do not know a product.
func (s *Store) FillIn(ctx context.Context, product int64) (int64, error) {
	result, err := s.db.ExecContext(ctx, `
		INSERT INTO warehouse.stock (product_id, location_id)
		SELECT $1::bigint, id FROM warehouse.locations
		ON CONFLICT DO NOTHING`, product)
	if err != nil {
		return 0, err
	}
	return result.RowsAffected()
}

// Tidy deletes empty rows.
func (s *Store) Tidy(ctx context.Context) error {
	_, err := s.db.ExecContext(ctx, `DELETE FROM warehouse.stock WHERE on_hand = 0 AND reserved = 0`)
	return err
}

// Reserve takes pieces from the fullest place.
func (s *Store) Reserve(ctx context.Context, product int64, pieces int) error {
	_, err := s.db.ExecContext(ctx, `
		UPDATE warehouse.stock AS s
		SET reserved = s.reserved + $2
		FROM (
			SELECT product_id, location_id
			FROM warehouse.stock
			WHERE product_id = $1 AND on_hand - reserved >= $2
			ORDER BY on_hand - reserved DESC, location_id
			LIMIT 1
			FOR UPDATE
		) AS best
		WHERE s.product_id = best.product_id AND s.location_id = best.location_id`, product, pieces)
	return err
}

// Broken does not compile on the server.
func (s *Store) Broken(ctx context.Context) (*sql.Rows, error) {
	return s.db.QueryContext(ctx, `SELECT code, FROM warehouse.locations WHERE`)
}
