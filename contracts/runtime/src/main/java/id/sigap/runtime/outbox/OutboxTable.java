package id.sigap.runtime.outbox;

import java.util.regex.Pattern;

/**
 * A table whose rows are events that wait for Kafka. It has at least these columns:
 *
 * <pre>{@code
 * seq          bigint generated always as identity primary key,
 * topic        text  not null,
 * key          text  not null,
 * headers      text  not null,   -- one "name: value" per line, see OutboxHeaders
 * value        bytea not null,
 * published_at timestamptz       -- null while it waits
 * create index on … (seq) where published_at is null;
 * }</pre>
 *
 * A row that must never be published (quarantine, say) is inserted with {@code published_at} set.
 *
 * @param schema the schema
 * @param name the table
 * @param lockId the PostgreSQL advisory lock that the active relay of this table holds; unique in the database
 */
public record OutboxTable(String schema, String name, long lockId) {
    private static final Pattern IDENTIFIER = Pattern.compile("[a-z][a-z0-9_]*");

    /** Only plain names: they stand in SQL as they are. */
    public OutboxTable {
        if (!IDENTIFIER.matcher(schema).matches() || !IDENTIFIER.matcher(name).matches()) {
            throw new IllegalArgumentException("not a plain name of a table: " + schema + "." + name);
        }
    }

    /** The table's name as SQL has it. */
    public String qualified() {
        return schema + "." + name;
    }
}
