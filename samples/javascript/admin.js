'use strict';

// Small tools for people who look after the shop.

const { Client } = require('pg');

const USAGE = `usage: admin COMMAND
  select      choose from the customers
  delete      from the list, after asking`;

async function withClient(work) {
  const client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const commands = {
  categories: (client) => client.query('SELECT id, name, rank, "order" FROM categories ORDER BY rank DESC, "order" ASC, id'),

  tree: (client) =>
    client.query(`
      WITH RECURSIVE tree AS (
        SELECT id, name, 0 AS depth FROM categories WHERE parent_id IS NULL
        UNION ALL
        SELECT c.id, c.name, t.depth + 1 FROM categories c JOIN tree t ON c.parent_id = t.id
      )
      SELECT depth, id, name FROM tree ORDER BY depth, id`),

  addCategory: (client, slug, name, rank) =>
    client.query(
      'INSERT INTO categories (slug, name, rank) VALUES ($1, $2, $3) ON CONFLICT (slug) DO UPDATE SET name = EXCLUDED.name, rank = $3',
      [slug, name, rank],
    ),

  moveUp: (client, id) => client.query('UPDATE categories SET "order" = "order" - 1 WHERE id = $1', [id]),

  unrank: (client, least) => client.query('UPDATE categories SET rank = NULL WHERE rank > $1', [least]),

  childless: (client) =>
    client.query('SELECT slug FROM categories p WHERE id NOT IN (SELECT parent_id FROM categories WHERE parent_id IS NOT NULL) ORDER BY slug'),

  outdoor: (client) => client.query("SELECT slug FROM categories WHERE 'outdoor' = ANY(groups)"),

  audit: (client, table, limit) =>
    client.query(
      `SELECT at, actor, action, new_row
       FROM audit_log
       WHERE table_name = $1 AND actor IS NOT NULL
       ORDER BY at DESC, id DESC
       LIMIT $2`,
      [table, limit],
    ),

  actors: (client) =>
    client.query("SELECT string_agg(DISTINCT actor, ', ' ORDER BY actor) AS actors FROM audit_log WHERE actor <> ''"),

  quote: (client) => client.query('SELECT id, note FROM coupons_archive WHERE note LIKE \'%"%\''),

  uses: (client, code) =>
    client.query('SELECT code, usage, "limit" - usage AS left_over, usage::numeric / "limit" AS share FROM coupons WHERE code ILIKE $1 ORDER BY code', [code]),

  long: (client) => client.query("SELECT full_name FROM customers WHERE length(full_name) > 11 ORDER BY full_name, id"),
};

if (require.main === module) {
  const [name, ...rest] = process.argv.slice(2);
  const command = commands[name];
  if (!command) {
    console.error(USAGE);
    process.exit(64);
  }
  withClient((client) => command(client, ...rest)).then((result) => console.table(result.rows));
}
