package id.sigap.metrics.stream;

import id.sigap.contracts.directory.Directory;
import id.sigap.contracts.directory.Unit;
import id.sigap.contracts.directory.WorkingCalendar;
import id.sigap.contracts.directory.WorkingClock;
import id.sigap.metrics.turn.Calendars;
import id.sigap.runtime.directory.CurrentDirectory;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The clocks of the directory in force; each is made once per directory. */
final class DirectoryCalendars implements Calendars {
    private final CurrentDirectory current;
    private volatile Clocks clocks;

    /** Those of one directory. */
    private record Clocks(Directory directory, Map<String, WorkingClock> byUnit) {
        static Clocks of(Directory directory) {
            Map<WorkingCalendar, WorkingClock> byCalendar = new HashMap<>();
            Map<String, WorkingClock> byUnit = new HashMap<>();
            directory.agencies().forEach(agency -> {
                for (Unit unit : agency.units()) {
                    directory
                            .calendar(unit.calendar())
                            .ifPresent(calendar -> byUnit.put(
                                    agency.id() + '|' + unit.id(),
                                    byCalendar.computeIfAbsent(calendar, WorkingClock::new)));
                }
            });
            return new Clocks(directory, byUnit);
        }
    }

    DirectoryCalendars(CurrentDirectory current) {
        this.current = current;
        this.clocks = Clocks.of(current.get());
    }

    @Override
    public @Nullable WorkingClock of(String agency, String unit) {
        Clocks known = clocks;
        Directory directory = current.get();
        if (known.directory != directory) {
            known = Clocks.of(directory);
            clocks = known;
        }
        return known.byUnit.get(agency + '|' + unit);
    }
}
