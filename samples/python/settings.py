"""Key and value settings; the column names are words that MySQL reserves."""


def get(cur, key):
    cur.execute('SELECT value FROM settings WHERE "key" = %s', (key,))
    row = cur.fetchone()
    return row[0] if row else None


def all_in(cur, group):
    cur.execute("SELECT key, value, rank FROM settings WHERE groups = %s ORDER BY rank, key", (group,))
    return dict((key, value) for key, value, _ in cur)


def put(cur, key, value):
    cur.execute(
        "INSERT INTO settings (key, value) VALUES (%s, %s) ON CONFLICT (key) DO UPDATE SET value = EXCLUDED.value",
        (key, value),
    )


def put_if_missing(cur, key, value, group=0):
    cur.execute(
        'INSERT INTO settings ("key", value, groups) VALUES (%s, %s, %s) ON CONFLICT DO NOTHING', (key, value, group)
    )
    return cur.rowcount == 1


def put_all(cur, items):
    cur.executemany("INSERT INTO settings (key, value, rank) VALUES (%s, %s, %s)", items)


def bump(cur, key):
    cur.execute("UPDATE settings SET rank = coalesce(rank, 0) + 1 WHERE key = %s", (key,))


def changed(cur, key, value):
    cur.execute("SELECT value IS DISTINCT FROM %s FROM settings WHERE key = %s", (value, key))
    return cur.fetchone()[0]


def remove(cur, prefix):
    cur.execute("DELETE FROM settings WHERE key LIKE %s ESCAPE '!'", (prefix.replace("_", "!_") + "%",))


def taxes(cur):
    cur.execute("SELECT key, value::numeric(5,2) FROM settings WHERE key LIKE 'tax.%' ORDER BY value::numeric(5,2)")
    return cur.fetchall()


def paths(cur):
    cur.execute("SELECT key FROM settings WHERE value LIKE 'C:\\\\shop\\\\%' ORDER BY key")
    return cur.fetchall()
