package shop;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Reports with plain JDBC. */
public final class ReportDao {
    private static final String VIEWS =
        "SELECT path, sum(hits) FROM page_views WHERE day BETWEEN ? AND ? GROUP BY path ORDER BY path";

    private final Connection connection;

    public ReportDao(Connection connection) {
        this.connection = connection;
    }

    public List<String> paths(Date from, Date to) throws SQLException {
        List<String> result = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(VIEWS)) {
            statement.setDate(1, from);
            statement.setDate(2, to);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    result.add(rows.getString(1) + ": " + rows.getLong(2));
                }
            }
        }
        return result;
    }

    public void count(Date day, String path) throws SQLException {
        String sql = "INSERT INTO page_views AS v (day, path, hits) VALUES (?, ?, 1) "
            + "ON CONFLICT (day, path) DO UPDATE SET hits = v.hits + 1, seen = '2024-07-01 00:00:00'";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setDate(1, day);
            statement.setString(2, path);
            statement.executeUpdate();
        }
    }

    public int forgetViews(Date before) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("DELETE FROM page_views WHERE day < ?")) {
            statement.setDate(1, before);
            return statement.executeUpdate();
        }
    }

    public long rateOf(String currency, Date day) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT rate, source
                FROM exchange_rates
                WHERE currency = ? AND day <= ?
                ORDER BY day DESC
                LIMIT 1""")) {
            statement.setString(1, currency);
            statement.setDate(2, day);
            try (ResultSet rows = statement.executeQuery()) {
                if (!rows.next()) {
                    throw new IllegalStateException("Select a currency with a rate; there is none from " + currency);
                }
                return rows.getLong(1);
            }
        }
    }

    public void saveRate(String currency, Date day, String rate) throws SQLException {
        String sql = """
            INSERT INTO exchange_rates (currency, day, rate, source)
            VALUES (?, ?, ?::numeric, 'manual')
            ON CONFLICT (currency, day) DO UPDATE
            SET rate = EXCLUDED.rate, source = coalesce(EXCLUDED.source, exchange_rates.source)
            WHERE exchange_rates.rate <> EXCLUDED.rate
            """;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, currency);
            statement.setDate(2, day);
            statement.setString(3, rate);
            statement.execute();
        }
    }

    public List<String> tables() throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
            ResultSet rows = statement.executeQuery(
                "SELECT table_name, count(*) FROM audit_log GROUP BY table_name ORDER BY count(*) DESC, table_name")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    public int series() throws SQLException {
        try (Statement statement = connection.createStatement();
            ResultSet rows = statement.executeQuery("SELECT count(*) FROM generate_series(DATE '2024-01-01', DATE '2024-12-31', INTERVAL '1 day') AS d")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    public int audit(String actor, String key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO audit_log (at, actor, table_name, action, row_key) "
                    + "VALUES (TIMESTAMPTZ '2024-05-05 05:05:05+00', ?, 'orders', 'note', ?)")) {
            statement.setString(1, actor);
            statement.setString(2, key);
            return statement.executeUpdate();
        }
    }
}
