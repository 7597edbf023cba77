package id.sigap.ingest.api;

import java.util.ArrayList;
import java.util.List;

/**
 * What became of a file. {@code lines} = {@code accepted} + {@code duplicates} + {@code refused}; blank lines do not
 * count.
 *
 * @param lines lines that were read
 * @param accepted messages that are new
 * @param duplicates messages that were there already
 * @param refused lines that are no valid message
 * @param errors the first {@value #MAX_ERRORS} refused lines
 * @param errorsOmitted refused lines that are not listed
 */
public record ImportReport(
        long lines, long accepted, long duplicates, long refused, List<LineError> errors, long errorsOmitted) {
    /** How many refused lines are listed; all are counted. */
    public static final int MAX_ERRORS = 1_000;

    /** Copies. */
    public ImportReport {
        errors = List.copyOf(errors);
    }

    /**
     * A line that is no valid message.
     *
     * @param line its number, from 1
     * @param field which field is wrong
     * @param reason what is wrong, in a sentence
     */
    public record LineError(long line, String field, String reason) {}

    /** Counts as the file is read. */
    static final class Tally {
        private final List<LineError> errors = new ArrayList<>();
        private long accepted;
        private long duplicates;
        private long refused;

        void accepted(long more) {
            accepted += more;
        }

        void duplicates(long more) {
            duplicates += more;
        }

        void refused(long line, String field, String reason) {
            refused++;
            if (errors.size() < MAX_ERRORS) {
                errors.add(new LineError(line, field, reason));
            }
        }

        long kept() {
            return accepted + duplicates;
        }

        ImportReport report() {
            return new ImportReport(
                    accepted + duplicates + refused, accepted, duplicates, refused, errors, refused - errors.size());
        }
    }
}
