package id.sigap.metrics.table;

import com.jerolba.carpet.model.FieldType;
import com.jerolba.carpet.model.FieldTypes;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One column of a table.
 *
 * @param name its heading
 * @param type of its cells
 * @param value of a row's cell; null where there is none
 * @param <R> what a row is made of
 */
public record Column<R>(String name, Type type, Function<R, @Nullable Object> value) {
    /** What cells hold. */
    public enum Type {
        /** {@link String}. */
        TEXT(FieldTypes.STRING),
        /** {@link Long}. */
        NUMBER(FieldTypes.LONG),
        /** {@link Double}. */
        FRACTION(FieldTypes.DOUBLE),
        /** {@link Boolean}. */
        TRUTH(FieldTypes.BOOLEAN),
        /** {@link java.time.Instant}. */
        MOMENT(FieldTypes.INSTANT);

        private final FieldType parquet;

        Type(FieldType parquet) {
            this.parquet = parquet;
        }

        FieldType parquet() {
            return parquet;
        }
    }
}
