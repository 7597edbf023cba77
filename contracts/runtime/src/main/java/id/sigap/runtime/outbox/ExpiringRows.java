package id.sigap.runtime.outbox;

import java.util.UUID;

/**
 * A table whose rows nobody needs any more at some age.
 *
 * <p>Rows get old in the order of the primary key, give or take a transaction that took its time. So the oldest are
 * found at the low end of an index that is there anyway: no other one is kept for this, and neither inserting a row nor
 * marking it costs more than it did.
 *
 * @param table the qualified name
 * @param key the column of the primary key
 * @param beforeFirst smaller than every key
 * @param since the column with the time from which age counts
 * @param finished the condition that a row must meet to go at all, however old it is
 */
public record ExpiringRows(String table, String key, Object beforeFirst, String since, String finished) {
    /** Events that Kafka has; those that wait stay for ever. Age counts from the time in this column. */
    public static ExpiringRows published(OutboxTable table, String since) {
        return new ExpiringRows(table.qualified(), "seq", Long.MIN_VALUE, since, "published_at is not null");
    }

    /** All rows of a table with UUIDv7 as their ids. */
    public static ExpiringRows all(String table, String since) {
        return new ExpiringRows(table, "id", new UUID(0, 0), since, "true");
    }

    /** Whether another instance has its turn; and what holds for this transaction alone. */
    String turn() {
        // The number pair is a space of its own beside the relays' single numbers. A deletion that a crash of the
        // server
        // forgets is done again, so it need not wait for the disk; and whatever the planner believes of the table, it
        // is
        // the key that leads to the rows.
        return "select pg_try_advisory_xact_lock(" + Retention.LOCK_SPACE + ", '" + table + "'::regclass::oid::int),"
                + " set_config('statement_timeout', '10s', true),"
                + " set_config('synchronous_commit', 'off', true),"
                + " set_config('enable_seqscan', 'off', true),"
                + " set_config('enable_bitmapscan', 'off', true)";
    }

    /** Looks at the next rows after key $1 and deletes what is finished and older than $2. */
    String delete() {
        String expired = finished + " and " + since + " < $2";
        return "with looked as materialized (select " + key + " as place, " + expired + " as expired from " + table
                + " where " + key + " > $1 order by " + key + " limit " + Retention.BATCH + "),"
                + " gone as (delete from " + table + " where " + key
                + " = any(array(select place from looked where looked.expired)) and " + expired + " returning 1)"
                + " select (select count(*) from looked) as looked, (select count(*) from gone) as gone,"
                + " (select place from looked order by place desc limit 1) as last";
    }
}
