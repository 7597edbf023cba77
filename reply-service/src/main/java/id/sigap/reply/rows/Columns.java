package id.sigap.reply.rows;

import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a statement over several rows, one array per column, in the order of the statement's parameters.
 *
 * @param <R> what a row is made of
 */
public final class Columns<R> {
    private final List<R> rows;
    private final List<@Nullable Object> columns = new ArrayList<>();

    private Columns(Collection<R> rows) {
        this.rows = List.copyOf(rows);
    }

    /** Over these rows. */
    public static <R> Columns<R> of(Collection<R> rows) {
        return new Columns<>(rows);
    }

    /** A column of type uuid. */
    public Columns<R> uuid(Function<R, @Nullable UUID> value) {
        return fill(new UUID[rows.size()], value);
    }

    /** A column of type text. */
    public Columns<R> text(Function<R, @Nullable String> value) {
        return fill(new String[rows.size()], value);
    }

    /** A column of type smallint. */
    public Columns<R> small(Function<R, Integer> value) {
        return fill(new Short[rows.size()], row -> value.apply(row).shortValue());
    }

    /** A column of type integer. */
    public Columns<R> integer(Function<R, Integer> value) {
        return fill(new Integer[rows.size()], value);
    }

    /** A column of type bigint. */
    public Columns<R> big(Function<R, Long> value) {
        return fill(new Long[rows.size()], value);
    }

    /** A column of type double precision. */
    public Columns<R> real(Function<R, Double> value) {
        return fill(new Double[rows.size()], value);
    }

    /** A column of type boolean. */
    public Columns<R> flag(Function<R, Boolean> value) {
        return fill(new Boolean[rows.size()], value);
    }

    /** A column of type timestamptz. */
    public Columns<R> time(Function<R, @Nullable Instant> value) {
        return fill(new OffsetDateTime[rows.size()], row -> offset(value.apply(row)));
    }

    /** A column of type bytea. */
    public Columns<R> bytes(Function<R, byte[]> value) {
        return fill(new Buffer[rows.size()], row -> Buffer.buffer(value.apply(row)));
    }

    /** A column of lists of ids or words without commas, written with commas between, as {@code string_to_array} reads. */
    public Columns<R> list(Function<R, List<?>> values) {
        return text(row -> {
            StringBuilder joined = new StringBuilder();
            for (Object value : values.apply(row)) {
                joined.append(joined.length() == 0 ? "" : ",").append(value);
            }
            return joined.toString();
        });
    }

    /** A parameter that is the same for all rows. */
    public Columns<R> same(Object value) {
        columns.add(value instanceof Instant time ? offset(time) : value);
        return this;
    }

    /** The parameters. */
    public Tuple tuple() {
        return Tuple.from(columns);
    }

    private <V> Columns<R> fill(@Nullable V[] column, Function<R, ? extends @Nullable V> value) {
        for (int i = 0; i < column.length; i++) {
            column[i] = value.apply(rows.get(i));
        }
        columns.add(column);
        return this;
    }

    private static @Nullable OffsetDateTime offset(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }
}
