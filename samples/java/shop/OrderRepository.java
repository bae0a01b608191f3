package shop;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/** Orders with named parameters and text blocks. */
public class OrderRepository {
    private final NamedParameterJdbcTemplate jdbc;

    public OrderRepository(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public List<Map<String, Object>> ofCustomer(int customer) {
        return jdbc.queryForList("""
            SELECT id, status, total
            FROM orders
            WHERE customer_id = :customer
            ORDER BY id
            """, Map.of("customer", customer));
    }

    public List<Map<String, Object>> search(String text, BigDecimal least, int limit) {
        SqlParameterSource parameters = new MapSqlParameterSource()
            .addValue("text", "%" + text + "%")
            .addValue("least", least)
            .addValue("limit", limit);
        return jdbc.queryForList("""
            SELECT o.id, o.total, c.full_name
            FROM orders o
              INNER JOIN customers c ON c.id = o.customer_id
            WHERE (o.note ILIKE :text OR c.full_name ILIKE :text)
              AND o.total >= :least
            ORDER BY o.total DESC, o.id
            LIMIT :limit
            """, parameters);
    }

    public int setNote(long id, String note) {
        return jdbc.update(
            "UPDATE orders SET note = :note WHERE id = :id AND note IS DISTINCT FROM :note",
            Map.of("id", id, "note", note));
    }

    public int addCoupon(String code, int percent, LocalDate from) {
        return jdbc.update("""
            INSERT INTO coupons (code, percent_off, valid_from, note)
            VALUES (:code, :percent, :from, 'it''s new')
            ON CONFLICT (code) DO NOTHING
            """, Map.of("code", code, "percent", percent, "from", from));
    }

    public List<Map<String, Object>> shipping(LocalDate day) {
        return jdbc.queryForList(
            "SELECT id, ship_by::text AS day, ship_by - :day::date AS days FROM orders WHERE ship_by >= CAST(:day AS date) ORDER BY ship_by, id",
            Map.of("day", day));
    }

    public BigDecimal turnover(List<String> states) {
        return jdbc.queryForObject(
            "SELECT coalesce(sum(total), 0.00) FROM orders WHERE status::text IN (:states)", Map.of("states", states), BigDecimal.class);
    }

    public List<Map<String, Object>> perCustomer() {
        return jdbc.queryForList("""
            SELECT c.id, c.full_name, count(o.id) AS orders, coalesce(max(o.total), 0) AS largest
            FROM customers c
              LEFT JOIN orders o ON o.customer_id = c.id AND o.status <> 'cancelled'
            GROUP BY c.id
            ORDER BY count(o.id) DESC, c.id
            """, Map.of());
    }

    public List<Map<String, Object>> halves() {
        return jdbc.queryForList("""
            SELECT id, lines / 2 AS pairs, lines % 2 = 1 AS odd, mod(lines, 2) AS rest, total / 3 AS third
            FROM orders
            WHERE lines IS NOT NULL
            ORDER BY lines, id
            """, Map.of());
    }

    public List<Map<String, Object>> paths() {
        // A text block knows escapes: PostgreSQL sees one backslash.
        return jdbc.queryForList("""
            SELECT id, note FROM orders WHERE note = 'C:\\temp\\new' OR note LIKE '50\\% off%'
            """, Map.of());
    }

    public Map<String, Object> insert(int customer, BigDecimal total) {
        return jdbc.queryForMap(
            "INSERT INTO orders (customer_id, status, placed_at, total) VALUES (:customer, 'placed', now(), :total) RETURNING id, placed_at",
            Map.of("customer", customer, "total", total));
    }

    public List<Map<String, Object>> boolTypo() {
        return jdbc.queryForList("SELECT id FROM orders WHERE gift = 'perhaps'", Map.of());
    }
}
