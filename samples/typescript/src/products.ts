import { Pool, PoolClient, QueryResult } from 'pg';

export interface Product {
  id: string;
  sku: string;
  name: string;
  price: string;
}

const COLUMNS = 'id, sku, name, price';

export const messages = {
  choose: 'Select a product from the list',
  failed: (sku: string) => `update failed for ${sku}: insert it into the catalogue first`,
};

export class Products {
  constructor(private readonly pool: Pool) {}

  async bySku(sku: string): Promise<Product | undefined> {
    const result = await this.pool.query<Product>('SELECT id, sku, name, price FROM products WHERE sku = $1', [sku]);
    return result.rows[0];
  }

  async cheap(max: number, limit = 10): Promise<Product[]> {
    const { rows } = await this.pool.query(
      `SELECT id, sku, name, price
       FROM products
       WHERE active AND price <= $1
       ORDER BY price, sku
       LIMIT $2`,
      [max, limit],
    );
    return rows;
  }

  async search(text: string): Promise<Product[]> {
    const { rows } = await this.pool.query(
      `SELECT ${COLUMNS} FROM products WHERE name ILIKE $1 OR description ILIKE $1 ORDER BY name, id`,
      [`%${text}%`],
    );
    return rows;
  }

  async sorted(column: 'name' | 'price', descending: boolean): Promise<Product[]> {
    const { rows } = await this.pool.query(
      `SELECT id, sku, name FROM products ORDER BY ${column} ${descending ? 'DESC' : 'ASC'}`,
    );
    return rows;
  }

  byCategory(slug: string): Promise<QueryResult> {
    return this.pool.query({
      name: 'products-by-category',
      text: `SELECT p.sku, p.name, c.name AS category, c.rank, c."order"
             FROM products p JOIN categories c ON c.id = p.category_id
             WHERE c.slug = $1
             ORDER BY p.sku`,
      values: [slug],
    });
  }

  async setPrice(sku: string, price: string): Promise<boolean> {
    const result = await this.pool.query('UPDATE products SET price = $2, updated_at = now() WHERE sku = $1', [sku, price]);
    if (result.rowCount === 0) {
      console.warn(messages.failed(sku));
    }
    return result.rowCount === 1;
  }

  async margins(): Promise<QueryResult> {
    return this.pool.query(
      'SELECT sku, price - cost AS margin, (price - cost) * 100 / nullif(price, 0) > 50 AS good ' +
        'FROM products WHERE cost IS NOT NULL ORDER BY margin DESC, sku',
    );
  }

  async kilograms(): Promise<QueryResult> {
    return this.pool.query(
      "SELECT sku, weight_grams / 1000 AS kg, weight_grams % 1000 AS g, weight_grams::text || ' g' AS label FROM products ORDER BY weight_grams DESC, sku",
    );
  }

  async rated(): Promise<QueryResult> {
    return this.pool.query('SELECT sku, rating, rating::int AS stars FROM products ORDER BY rating DESC, sku');
  }

  async origins(): Promise<QueryResult> {
    return this.pool.query(`SELECT sku, attributes->>'origin' AS origin FROM products WHERE attributes ? 'origin' ORDER BY sku`);
  }

  async withImages(): Promise<QueryResult> {
    return this.pool.query(`
      SELECT p.sku, i.position, i.mime_type, i.caption
      FROM product_images i
      INNER JOIN products p ON i.product_id = p.id
      WHERE i.caption IS NOT NULL
      ORDER BY p.sku, i.position DESC
    `);
  }

  async activeCount(): Promise<number> {
    const { rows } = await this.pool.query('SELECT count(*)::int AS n FROM active_products WHERE price < 100');
    return rows[0].n;
  }

  async neverReviewed(): Promise<QueryResult> {
    return this.pool.query(
      `SELECT sku FROM products EXCEPT SELECT p.sku FROM products p JOIN reviews r ON r.product_id = p.id ORDER BY sku`,
    );
  }

  async tags(): Promise<string[]> {
    const { rows } = await this.pool.query('SELECT DISTINCT unnest(tags) AS tag FROM products ORDER BY tag');
    return rows.map((row) => row.tag);
  }

  async hasColumn(client: PoolClient): Promise<QueryResult> {
    return client.query('SELECT sku, colour FROM products LIMIT 1');
  }
}
