'use strict';

const { Pool } = require('pg');

const pool = new Pool();

/** Loads a session that has not expired. */
async function load(token) {
  const { rows } = await pool.query(
    'SELECT token, customer_id, data FROM sessions WHERE token = $1 AND expires_at > now()',
    [token],
  );
  return rows[0] || null;
}

async function save(token, customerId, data, expires) {
  await pool.query(
    `INSERT INTO sessions (token, customer_id, data, started_at, expires_at)
     VALUES ($1, $2, $3, '2024-08-01 00:00:00', $4)
     ON CONFLICT (token) DO UPDATE SET data = EXCLUDED.data, expires_at = EXCLUDED.expires_at`,
    [token, customerId, JSON.stringify(data), expires],
  );
}

async function touch(token) {
  const result = await pool.query("UPDATE sessions SET expires_at = now() + interval '30 minutes' WHERE token = $1", [token]);
  return result.rowCount;
}

async function expire() {
  const result = await pool.query('DELETE FROM sessions WHERE expires_at < current_timestamp');
  console.log(`delete from sessions: ${result.rowCount} gone`);
}

async function agents() {
  const { rows } = await pool.query(
    "SELECT coalesce(nullif(user_agent, ''), 'unknown') AS agent, count(*) AS n FROM sessions GROUP BY 1 ORDER BY 2 DESC, 1",
  );
  return rows;
}

async function long(hours) {
  return pool.query(
    'SELECT token, expires_at - started_at AS length FROM sessions WHERE expires_at - started_at > $1 * interval \'1 hour\'',
    [hours],
  );
}

async function ofCustomer(id) {
  return pool.query('SELECT token::text, started_at FROM sessions WHERE customer_id IS NOT DISTINCT FROM $1 ORDER BY started_at', [id]);
}

async function carts() {
  return pool.query(`SELECT token, jsonb_array_length(data -> 'cart') AS n FROM sessions WHERE data @> '{"cart": []}' ORDER BY token`);
}

async function logOut(token) {
  await pool.query('DELETE FROM sessions WHERE token = $1', [token]);
}

module.exports = { load, save, touch, expire, agents, long, ofCustomer, carts, logOut };
