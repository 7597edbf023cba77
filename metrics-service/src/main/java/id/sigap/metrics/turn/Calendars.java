package id.sigap.metrics.turn;

import id.sigap.contracts.directory.WorkingClock;
import org.jspecify.annotations.Nullable;

/** By which clock a unit works. */
public interface Calendars {
    /** None is known. */
    Calendars NONE = (agency, unit) -> null;

    /** The unit's clock, or null for a unit that the directory does not know. */
    @Nullable
    WorkingClock of(String agency, String unit);

    /** The days on which citizens write to an agency as they do on a Sunday. */
    default QuietDays quietDays(String agency) {
        return QuietDays.NONE;
    }
}
