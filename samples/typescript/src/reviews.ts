import type { Client } from 'pg';

type Review = { id: number; rating: number; title: string | null };

export async function latest(client: Client, product: string, limit: number): Promise<Review[]> {
  const sql = 'SELECT id, rating, title FROM reviews WHERE product_id = $1 ORDER BY created_at DESC, id LIMIT $2';
  const { rows } = await client.query<Review>(sql, [product, limit]);
  return rows;
}

export async function write(client: Client, product: string, customer: number, rating: number, title: string) {
  await client.query(
    `INSERT INTO reviews (product_id, customer_id, rating, title, created_at)
     VALUES ($1, $2, $3, $4, '2024-06-30 12:00:00+00')
     ON CONFLICT (product_id, customer_id) DO UPDATE SET rating = EXCLUDED.rating, title = EXCLUDED.title`,
    [product, customer, rating, title],
  );
}

export async function summary(client: Client) {
  return client.query(`
    SELECT p.sku,
           count(r.id) AS reviews,
           round(avg(r.rating), 2) AS average,
           sum(CASE WHEN r.rating >= 4 THEN 1 ELSE 0 END) AS good,
           bool_and(r.rating > 2) AS never_bad
    FROM products p
    LEFT JOIN reviews r ON r.product_id = p.id
    GROUP BY p.id, p.sku
    ORDER BY average DESC NULLS LAST, p.sku
  `);
}

export async function helpful(client: Client, id: number): Promise<void> {
  await client.query('UPDATE reviews SET helpful = helpful + 1 WHERE id = $1', [id]);
}

export async function anonymous(client: Client) {
  return client.query(
    `SELECT id, coalesce(title, 'untitled') AS title, body IS NULL AS silent FROM reviews WHERE customer_id IS NULL ORDER BY id`,
  );
}

export async function remove(client: Client, ids: number[]) {
  return client.query('DELETE FROM reviews WHERE id = ANY($1::int[])', [ids]);
}

export async function mentioning(client: Client, words: string[]) {
  const conditions = words.map((_, n) => `body ILIKE $${n + 1}`).join(' OR ');
  return client.query(`SELECT id, body FROM reviews WHERE ${conditions} ORDER BY id`, words);
}

export async function cheers(client: Client) {
  // The emoji is part of the pattern; the backslash is doubled for TypeScript.
  return client.query("SELECT id FROM reviews WHERE title LIKE '%🎉' OR body LIKE '%\\\\o/' ORDER BY id");
}

export async function days(client: Client) {
  return client.query('SELECT created_at::date AS day, count(*) AS n FROM reviews GROUP BY created_at::date ORDER BY day');
}
