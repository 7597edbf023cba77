package id.sigap.metrics.stream;

import id.sigap.contracts.directory.Directory;
import id.sigap.contracts.directory.Unit;
import id.sigap.contracts.directory.WorkingCalendar;
import id.sigap.contracts.directory.WorkingClock;
import id.sigap.metrics.turn.Calendars;
import id.sigap.metrics.turn.QuietDays;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The clocks of the directory in force; each is made once per directory. */
public final class DirectoryCalendars implements Calendars {
    private final Supplier<Directory> current;
    private volatile Clocks clocks;

    /** Those of one directory. */
    private record Clocks(Directory directory, Map<String, WorkingClock> byUnit, Map<String, QuietDays> byAgency) {
        static Clocks of(Directory directory) {
            Map<WorkingCalendar, WorkingClock> byCalendar = new HashMap<>();
            Map<String, WorkingClock> byUnit = new HashMap<>();
            Map<String, QuietDays> byAgency = new HashMap<>();
            directory.agencies().forEach(agency -> {
                for (Unit unit : agency.units()) {
                    directory
                            .calendar(unit.calendar())
                            .ifPresent(calendar -> byUnit.put(
                                    agency.id() + '|' + unit.id(),
                                    byCalendar.computeIfAbsent(calendar, WorkingClock::new)));
                }
                byAgency.put(
                        agency.id(),
                        new QuietDays(
                                ZoneId.of(agency.zone()),
                                agency.units().stream()
                                        .flatMap(unit -> directory.calendar(unit.calendar()).stream())
                                        .collect(Collectors.toSet())));
            });
            return new Clocks(directory, byUnit, byAgency);
        }
    }

    /** Those of whichever directory is in force. */
    public DirectoryCalendars(Supplier<Directory> current) {
        this.current = current;
        this.clocks = Clocks.of(current.get());
    }

    @Override
    public @Nullable WorkingClock of(String agency, String unit) {
        return clocks().byUnit.get(agency + '|' + unit);
    }

    @Override
    public QuietDays quietDays(String agency) {
        return clocks().byAgency.getOrDefault(agency, QuietDays.NONE);
    }

    private Clocks clocks() {
        Clocks known = clocks;
        Directory directory = current.get();
        if (known.directory != directory) {
            known = Clocks.of(directory);
            clocks = known;
        }
        return known;
    }
}
