-- Awkward rows on purpose: NULL beside empty, names that differ in case, accents, trailing blanks or composition only, emoji,
-- backslashes and quotes, percent signs and underscores, leap days, far dates, boundary numbers, JSON null.

INSERT INTO customers (id, public_id, email, full_name, nickname, country, birth_date, loyalty_points, credit_limit, newsletter, vip, preferences, "Mixed Case", created_at, deleted_at) VALUES
(1, 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11', 'anna@example.com', 'Anna Schmidt', 'anna', 'DE', '1985-02-28', 120, 500.00, true, true, '{"lang": "de", "sizes": [36, 37.5]}', 'MiXeD', '2023-01-15 09:30:00+00', NULL),
(2, 'b1ffcd88-8d1a-4de7-aa5c-5aa8ac270b22', 'Bob@Example.COM', 'Bob O''Brien', 'Anna', 'IE', '1992-02-29', 0, 0.00, false, false, '{}', NULL, '2023-01-15 09:30:00.123456+00', NULL),
(3, 'c2aade77-7e29-4cd6-9b4b-4b97ab160c33', 'chloé@example.fr', 'Chloé Dubois', 'chloe', 'FR', NULL, 7, NULL, true, NULL, '{"lang": "fr", "theme": null}', '', '2023-03-26 00:59:59.999999+00', NULL),
(4, 'd3bbef66-6f38-4bc5-8c3a-3c86ba050d44', 'chloe@example.fr', 'Chloe Dubois', 'chloé', 'FR', '2000-12-31', 2147483647, 99999999.99, true, true, '{"lang": "fr", "note": "it''s \"quoted\""}', 'mixed', '2023-03-26 01:00:00+00', NULL),
(5, 'e4ccf055-5047-4ab4-9d29-2d75c9f40e55', 'decomposed@example.org', U&'Chloe\0301 Dubois', NULL, 'FR', '1999-12-31', 3, 10.10, false, false, '{"lang": null}', 'a b', '2023-06-30 23:59:59+00', NULL),
(6, 'f5dd0144-4156-49a3-8e18-1e64d8e30f66', 'trailing@example.org', 'Trailing ', NULL, 'US', '1970-01-01', 3, -25.50, false, NULL, '[]', 'MIXED', '2024-02-29 12:00:00+00', NULL),
(7, '06ee1233-3265-4892-9f07-0f53e7d21077', 'trailing2@example.org', 'Trailing', 'tr', 'US', '1969-12-31', 15, 1.01, true, false, '{"a": {"b": [1, 2, {"c": true}]}}', NULL, '2024-02-29 12:00:00+00', '2024-03-01 00:00:00+00'),
(8, '17ff2322-2374-4781-8016-f042f6c12188', '100%_sure@example.net', '100% _sure_ \ backslash', 'tr', 'GB', NULL, 42, 250.00, false, true, '{"path": "C:\\temp", "pct": "100%"}', 'C:\new\table', '2024-12-31 23:59:59.5+00', NULL),
(9, '28003411-1483-4670-9125-e13105b03299', 'emoji@example.jp', '山田 太郎 🎉', '🎉', 'JP', '2024-02-29', 42, 250.00, true, NULL, '{"emoji": "👍🏽"}', '🎉', '2025-01-01 00:00:00+00', NULL),
(10, '39114500-0592-4569-a234-d220149f43aa', 'STRASSE@example.de', 'Straße Groß', 'Straße', 'DE', '1000-01-01', 1, 0.01, true, false, '"plain"', 'ß', '1999-12-31 23:59:59+00', NULL),
(11, '4a225611-16a1-4458-b343-c33f258e54bb', 'zed@example.com', 'zed', 'ZED', 'DE', '9999-12-31', 0, NULL, false, NULL, 'null', 'zed', '9999-12-31 23:59:59+00', '2024-01-31 10:00:00+00'),
(12, '5b336722-27b0-4347-8452-b24e367d65cc', 'nobody@example.com', '', '', 'DE', NULL, 5, 5.00, false, false, '{}', ' ', '2022-02-28 08:00:00+00', NULL);

INSERT INTO categories (id, parent_id, slug, name, rank, groups, "order") VALUES
(1, NULL, 'home', 'Home', 1, '{all,indoor}', 0),
(2, 1, 'kitchen', 'Kitchen', 2, '{indoor}', 1),
(3, 1, 'garden', 'Garden & Patio', NULL, '{outdoor,"two words"}', 2),
(4, 2, 'knives', 'Knives', 2, '{}', 1),
(5, NULL, 'books', 'Books', NULL, '{all}', -1),
(6, 5, 'livres', 'Livres français', 7, '{"quo\"te",NULL}', 32767),
(7, NULL, 'empty', 'Nothing here', 0, '{}', -32768);

INSERT INTO products (sku, name, description, category_id, price, cost, weight_grams, rating, active, tags, attributes, condition, released_on, updated_at) VALUES
('KN-001', 'Chef''s knife', 'Sharp. 20 cm.', 4, 49.90, 20.00, 210, 4.5, true, '{steel,sharp}', '{"blade": 20, "origin": "JP", "dishwasher": false}', 'new', '2020-02-29', '2024-01-31 10:00:00'),
('KN-002', 'Paring Knife', NULL, 4, 19.90, 8.45, 75, 4.25, true, '{steel}', '{"blade": 9.5, "origin": null}', 'new', '2021-03-31', '2024-02-29 23:59:59.999999'),
('PAN-10', 'Pan 100% iron_cast', 'Use C:\recipes\new.txt', 2, 79.00, NULL, 2300, 3.75, true, '{iron,"100%"}', '{"care": ["oil", "dry"]}', 'new', '2019-12-31', '2023-12-31 00:00:00'),
('POT-7', 'pot', '', 2, 35.50, 12.00, 1900, NULL, true, '{}', NULL, 'used', NULL, '2024-03-10 02:30:00'),
('POT-8', 'Pot', 'Second hand', 2, 35.50, 12.00, 1901, 0, false, '{iron}', 'null', 'used', '2024-02-28', '2024-03-10 02:30:00'),
('GRD-1', 'Gartenstuhl grün', 'Stuhl; klappbar -- "robust"', 3, 120.00, 60.01, 5400, 4.9, true, '{wood,outdoor}', '{"color": "grün", "size": {"w": 50, "h": 90}}', 'new', '2024-04-01', '2024-04-01 00:00:00'),
('GRD-2', 'Gartenstuhl Grün', NULL, 3, 0.00, 0.00, 0, 1, false, '{wood}', '{}', 'refurbished', '1999-12-31', '2000-02-29 00:00:00'),
('BK-1', 'Les misérables', 'Victor Hugo', 6, 12.34, 5.00, 900, 4.999, true, '{fr,"roman"}', '{"pages": 1232, "isbn": "978-2-07-040850-4"}', 'new', '1862-04-03', '2022-05-05 05:05:05.05'),
('BK-2', 'SQL_for 50% off', 'LIKE ''%_\''', 5, 29.99, 30.00, 450, 2.5, true, '{sql,"a\\b"}', '{"pages": 300}', 'used', '2023-02-28', '2024-12-31 23:59:59'),
('BK-3', 'Émile', NULL, 5, 8.00, 2.50, 300, 3.5, true, '{fr}', '{"pages": "many"}', 'new', '1762-05-22', '2024-01-01 00:00:00'),
('Z-MAX', 'Most expensive 🎁', 'limit', NULL, 99999999.99, 0.01, 2147483647, 5, false, '{"emoji 🎁"}', '{"n": 9007199254740991}', 'new', '9999-12-31', '9999-12-31 23:59:59.999999'),
('Z-MIN', 'cheapest', 'minimum', NULL, 0.01, NULL, -1, -1.5, true, '{}', '{"n": -1.25, "ok": true}', 'new', '1000-01-01', '1970-01-01 00:00:00');

INSERT INTO product_images (product_id, position, mime_type, digest, caption) VALUES
(1, 1, 'image/png', '\x00ff', 'front'),
(1, 2, 'image/jpeg', '\x5c27', NULL),
(3, 1, 'image/png', '\x', ''),
(6, -1, 'image/webp', '\xdeadbeef', 'a\b');

INSERT INTO coupons (code, percent_off, amount_off, valid_from, valid_until, usage, "limit", note) VALUES
('WELCOME10', 10, NULL, '2023-01-01', NULL, 3, NULL, 'first order'),
('welcome10', 15, NULL, '2023-01-01', '2023-12-31', 0, 100, ''),
('LEAP', NULL, 29.02, '2024-02-29', '2024-02-29', 0, 1, NULL),
('MAX', 100, 99999999.99, '2020-01-01', '9999-12-31', 2147483646, 2147483647, 'it''s 100% off\'),
('TWOFIVE', 25, 5.00, '2024-01-31', '2024-03-31', 1, 1, 'both');

INSERT INTO orders (customer_id, status, coupon_code, placed_at, ship_by, total, gift, lines, note) VALUES
(1, 'paid', 'WELCOME10', '2024-01-31 10:00:00+00', '2024-02-02', 69.80, false, 2, 'ring twice'),
(1, 'shipped', NULL, '2024-02-29 23:59:59.999999+00', '2024-03-01', 120.00, true, 1, NULL),
(2, 'cart', NULL, NULL, NULL, 0.00, false, NULL, ''),
(3, 'placed', 'TWOFIVE', '2024-03-31 00:30:00+00', '2024-04-02', 147.15, false, 3, 'Bitte klingeln; 2. Stock'),
(4, 'cancelled', NULL, '2023-12-31 23:30:00+00', NULL, 12.34, true, 1, '50% off_or nothing'),
(5, 'returned', 'welcome10', '2023-06-15 12:00:00+00', '2023-06-14', 35.50, false, 1, 'C:\temp\new'),
(8, 'paid', NULL, '2024-12-31 23:59:59.5+00', '2025-01-01', 99999999.99, false, 1, 'it''s "quoted"'),
(9, 'placed', NULL, '2025-01-01 00:00:00+00', '2025-01-03', 8.01, true, 2, '🎉'),
(12, 'cart', 'LEAP', NULL, NULL, 0.00, false, 0, ' '),
(1, 'cart', NULL, NULL, '9999-12-31', -5.00, false, NULL, NULL);

INSERT INTO order_items (order_id, line_no, product_id, quantity, unit_price, discount) VALUES
(1, 1, 1, 1, 49.90, 0), (1, 2, 2, 1, 19.90, 0),
(2, 1, 6, 1, 120.00, NULL),
(4, 1, 3, 1, 79.00, 10.50), (4, 2, 4, 2, 35.50, 2.35), (4, 3, 8, 1, 12.34, 0.01),
(5, 1, 8, 1, 12.34, 0),
(6, 1, 4, 1, 35.50, 0),
(7, 1, 11, 1, 99999999.99, 0),
(8, 1, 10, 1, 8.00, 0), (8, 2, 12, 1, 0.01, NULL),
(9, 1, 9, 7, 29.99, 5);

INSERT INTO reviews (product_id, customer_id, rating, title, body, helpful, created_at) VALUES
(1, 1, 5, 'Great', 'Cuts everything.', 12, '2024-02-01 08:00:00+00'),
(1, 2, 4, 'great', '', 0, '2024-02-01 08:00:00+00'),
(1, 3, 1, NULL, NULL, -3, '2024-02-29 00:00:00+00'),
(2, 1, 3, 'Ok', 'It''s ok', 1, '2024-03-01 00:00:00.000001+00'),
(3, 4, 5, '100%', 'iron_cast \o/', 7, '2023-12-31 23:59:59+00'),
(3, NULL, 2, 'anonymous', NULL, 0, '2024-01-01 00:00:00+00'),
(3, NULL, 2, 'anonymous', NULL, 0, '2024-01-01 00:00:00+00'),
(8, 9, 5, 'すばらしい 🎉', '本', 2147483647, '2025-01-01 00:00:00+00'),
(6, 10, 4, 'Schön', 'Sehr schön grün', 2, '2024-05-01 10:20:30.4+00');

INSERT INTO sessions (token, customer_id, user_agent, data, started_at, expires_at) VALUES
('00000000-0000-0000-0000-000000000000', 1, 'Mozilla/5.0 (X11; Linux) "quoted"', '{"cart": [1, 2], "csrf": "a\\b"}', '2024-01-31 09:00:00', '2024-01-31 11:00:00+00'),
('11111111-1111-4111-8111-111111111111', 2, NULL, 'null', '2024-02-28 23:59:59.999999', '2024-02-29 23:59:59.999999+00'),
('ffffffff-ffff-4fff-bfff-ffffffffffff', NULL, '', NULL, '2024-12-31 00:00:00', '9999-12-31 23:59:59+00'),
('22222222-2222-4222-8222-222222222222', 9, 'agent_100%', '{"cart": []}', '2025-01-01 00:00:00', '2025-01-01 00:30:00+00');

INSERT INTO settings ("key", value, groups, rank) VALUES
('shop.name', 'Kätzchen & Söhne', 1, 1),
('Shop.Name', 'other', 1, NULL),
('shop.motto', NULL, 2, 3),
('shop.path', 'C:\shop\new', 2, NULL),
('tax.default', '19.00', 3, -1),
('tax.reduced', '7', 3, 2),
('empty', '', 0, 0),
('flags', 'true', 0, 5);

INSERT INTO exchange_rates (currency, day, rate, source) VALUES
('USD', '2024-02-28', 1.083400, 'ecb'), ('USD', '2024-02-29', 1.082600, 'ecb'), ('USD', '2024-03-01', 1.083000, NULL),
('JPY', '2024-02-29', 162.190000, 'ecb'), ('JPY', '2024-03-01', 162.570000, ''),
('GBP', '2024-02-29', 0.855400, 'ECB'), ('XXX', '1999-12-31', 99999999.999999, 'far'), ('XXX', '9999-12-31', 0.000001, 'far');

INSERT INTO page_views (day, path, hits, seen) VALUES
('2024-02-28', '/', 100, '2024-02-28 10:00:00'), ('2024-02-29', '/', 7, '2024-02-29 23:59:59.999999'),
('2024-02-29', '/Kitchen', 3, NULL), ('2024-02-29', '/kitchen', 4, '2024-02-29 12:00:00'), ('2024-02-29', '/kitchen/', 1, NULL),
('2024-03-01', '/100%_off', 9223372036854775806, '2024-03-01 00:00:00'), ('2024-03-01', '/é', 0, NULL);

INSERT INTO audit_log (at, actor, table_name, action, row_key, old_row, new_row) VALUES
('2024-01-31 10:00:00+00', 'anna', 'orders', 'insert', '1', NULL, '{"id": 1, "total": 69.80}'),
('2024-02-29 23:59:59.999999+00', NULL, 'products', 'update', 'KN-001', '{"price": 44.9, "active": null}', '{"price": 49.9, "active": true}'),
('2024-03-01 00:00:00+00', 'batch', 'customers', 'delete', '7', 'null', NULL),
('2024-03-01 00:00:00+00', '', 'customers', 'update', '8', '{"tags": ["a", "b", null]}', '[1, "two", {"three": 3}]');

INSERT INTO warehouse.locations (id, code, name) VALUES (1, 'BER', 'Berlin'), (2, 'ber', 'Bernau'), (3, 'MUC', 'München'), (4, 'NUL', '');

INSERT INTO warehouse.stock (product_id, location_id, on_hand, reserved, counted_on) VALUES
(1, 1, 10, 3, '2024-01-31'), (1, 3, 0, 0, NULL), (2, 1, -2, 0, '2024-02-29'), (3, 1, 7, 7, '2023-12-31'), (3, 2, 2147483647, 1, NULL),
(4, 3, 5, 2, '2024-02-28'), (6, 3, 1, 0, '9999-12-31'), (8, 4, 100, 33, NULL);

INSERT INTO warehouse.movements (product_id, location_id, quantity, reason, moved_at) VALUES
(1, 1, 13, 'delivery', '2024-01-01 08:00:00'), (1, 1, -3, 'sale', '2024-01-31 10:05:00'), (2, 1, -2, 'sale', '2024-01-31 10:05:00'),
(3, 2, 5, NULL, '2024-02-29 00:00:00'), (3, 1, -7, 'breakage', '2024-02-29 23:59:59.999999'), (4, 3, 7, 'Delivery', '2023-12-31 23:59:59'),
(4, 3, -2, '', '2024-03-01 00:00:00'), (8, 4, 100, 'delivery 50%', '2020-02-29 12:34:56.789'), (6, 3, 1, 'return', '1999-12-31 23:59:59');

SELECT setval('customers_id_seq', 12), setval('categories_id_seq', 7), setval('warehouse.locations_id_seq', 4);
