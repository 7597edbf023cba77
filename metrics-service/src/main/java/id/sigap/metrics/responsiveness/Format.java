package id.sigap.metrics.responsiveness;

import id.sigap.runtime.problem.ProblemException;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How figures are written. */
enum Format {
    JSON(MediaType.APPLICATION_JSON),
    CSV(Format.TEXT_CSV),
    PARQUET(Format.APPLICATION_PARQUET);

    static final String TEXT_CSV = "text/csv";
    static final String APPLICATION_PARQUET = "application/vnd.apache.parquet";

    private final MediaType type;

    Format(String type) {
        this.type = MediaType.valueOf(type);
    }

    MediaType type() {
        return type;
    }

    String ending() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * As asked by name; else the first that the reader accepts.
     *
     * @throws ProblemException 400 naming the parameter
     */
    static Format of(@Nullable String asked, List<MediaType> accepted) {
        String word = Scope.given(asked);
        if (word != null) {
            for (Format format : values()) {
                if (format.ending().equals(word)) {
                    return format;
                }
            }
            throw ProblemException.badRequest("format", "must be one of json, csv, parquet");
        }
        for (MediaType type : accepted) {
            for (Format format : values()) {
                if (type.isCompatible(format.type)) {
                    return format;
                }
            }
        }
        return JSON;
    }
}
