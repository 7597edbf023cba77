package id.sigap.bench.measure;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * When drafts stood in PostgreSQL, from the server's own commit timestamps (it must run with
 * {@code track_commit_timestamp}): exact, and without disturbing the run that is measured.
 */
public final class Drafts {
    /** Where a row is of a message of ours that has its draft, and where its channel's id stands. */
    public enum Place {
        /** A message and its first draft are written in one transaction, so the message's row tells for both. */
        SYSTEM("reply.messages", "external_id"),
        /** Written without the framework. */
        FLOOR("floor.draft_row", "id");

        private final String committed;

        Place(String table, String id) {
            committed = "select " + id
                    + ", (extract(epoch from pg_xact_commit_timestamp(xmin)) * 1000000)::bigint from " + table;
        }
    }

    private final String jdbcUrl;
    private final String user;
    private final String password;

    /** As a role that may read the tables. */
    public Drafts(String jdbcUrl, String user, String password) {
        this.jdbcUrl = jdbcUrl;
        this.user = user;
        this.password = password;
    }

    /** Latencies from due to committed, in microseconds, of the messages in {@code due}. */
    public Histogram latencies(Place place, Map<String, Long> due) {
        Histogram latency = new Histogram(600_000_000L, 3);
        try (Connection connection = DriverManager.getConnection(jdbcUrl, user, password)) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.setFetchSize(10_000);
                try (ResultSet rows = statement.executeQuery(place.committed)) {
                    while (rows.next()) {
                        Long dueAt = due.get(rows.getString(1));
                        if (dueAt != null) {
                            latency.recordValue(Math.max(0, rows.getLong(2) - dueAt));
                        }
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the drafts cannot be read", e);
        }
        return latency;
    }
}
