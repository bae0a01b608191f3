package shop;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Customers with Spring's JdbcTemplate. */
@Repository
public class CustomerRepository {
    private static final Logger log = LoggerFactory.getLogger(CustomerRepository.class);

    private static final String COLUMNS = "id, email, full_name, country, vip";

    private static final String FIND_BY_PUBLIC_ID =
        "SELECT id, email, full_name, country, vip FROM customers WHERE public_id = ?";

    private final JdbcTemplate jdbc;

    public CustomerRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public record Customer(int id, String email, String name, String country, Boolean vip) {
        static Customer of(ResultSet row, int number) throws SQLException {
            return new Customer(
                row.getInt("id"), row.getString("email"), row.getString("full_name"), row.getString("country"),
                (Boolean) row.getObject("vip"));
        }
    }

    public Optional<Customer> byPublicId(UUID publicId) {
        try {
            return Optional.ofNullable(jdbc.queryForObject(FIND_BY_PUBLIC_ID, Customer::of, publicId));
        } catch (EmptyResultDataAccessException e) {
            log.info("select from customers found nothing for {}", publicId);
            return Optional.empty();
        }
    }

    public List<Customer> all() {
        return jdbc.query("SELECT " + COLUMNS + " FROM customers ORDER BY id", Customer::of);
    }

    public List<Customer> inCountry(String country, boolean newsletter) {
        return jdbc.query(
            "SELECT id, email, full_name, country, vip"
                + " FROM customers"
                + " WHERE country = ? AND newsletter = ?"
                + " ORDER BY full_name DESC, id",
            Customer::of, country, newsletter);
    }

    public int rename(int id, String name) {
        return jdbc.update("UPDATE customers SET full_name = trim(?) WHERE id = ?", name, id);
    }

    public List<Map<String, Object>> bornBetween(LocalDate from, LocalDate to) {
        return jdbc.queryForList(
            "SELECT id, full_name, birth_date FROM customers WHERE birth_date BETWEEN ? AND ? ORDER BY birth_date DESC", from, to);
    }

    public int countDeleted() {
        Integer count = jdbc.queryForObject("SELECT count(*) FROM customers WHERE deleted_at IS NOT NULL", Integer.class);
        return count == null ? 0 : count;
    }

    public List<Map<String, Object>> creditReport(int least) {
        return jdbc.queryForList("""
            SELECT id,
                   credit_limit,
                   CASE WHEN credit_limit < 0 THEN 'in debt'
                        WHEN credit_limit = 0 THEN 'none'
                        ELSE 'has credit' END AS state,
                   least(credit_limit, 1000::numeric) AS capped
            FROM customers
            WHERE loyalty_points >= ?
            ORDER BY credit_limit NULLS FIRST, id
            """, least);
    }

    public List<String> mixedCase() {
        return jdbc.queryForList("SELECT c.\"Mixed Case\" FROM customers c WHERE c.\"Mixed Case\" <> '' ORDER BY c.\"Mixed Case\"", String.class);
    }

    public List<Integer> withTheme() {
        // ?? is the operator ?, spelt so that the driver does not take it for a parameter
        return jdbc.queryForList("SELECT id FROM customers WHERE preferences ?? 'theme' ORDER BY id", Integer.class);
    }

    public void merge(int from, int into) {
        jdbc.update("UPDATE orders SET customer_id = ? WHERE customer_id = ?", into, from);
        jdbc.update(
            "UPDATE customers SET loyalty_points = loyalty_points + (SELECT f.loyalty_points FROM customers f WHERE f.id = ?) WHERE id = ?",
            from, into);
        jdbc.update("DELETE FROM customers WHERE id = ?", from);
        log.debug("Merge: delete from customers where id = {} done", from);
    }

    public List<Integer> olderThan(int years) {
        return jdbc.queryForList("SELECT id FROM customers WHERE birth_date < current_date - interval '18 years' AND id > ? ORDER BY id", Integer.class, years);
    }

    public int misspelt() {
        return jdbc.queryForObject("SELECT count(*) FROM custmers", Integer.class);
    }
}
