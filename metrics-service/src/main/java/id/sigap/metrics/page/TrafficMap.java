package id.sigap.metrics.page;

import id.sigap.metrics.traffic.Traffic;
import java.util.List;
import java.util.stream.IntStream;

/**
 * When citizens write, as text: a row per weekday.
 *
 * @param hours of the day
 * @param rows Monday first
 */
record TrafficMap(List<String> hours, List<Row> rows) {
    private static final int DAYS = 7;
    private static final int HOURS = 24;
    private static final int LEVELS = 5;

    record Row(String day, List<Cell> cells) {}

    /** How many turns, and how dark that is shown: 0 to 5. */
    record Cell(String turns, int level) {}

    static TrafficMap of(Traffic traffic, Words words) {
        long most =
                traffic.cells().stream().mapToLong(Traffic.Hour::turns).max().orElse(0);
        return new TrafficMap(
                IntStream.range(0, HOURS)
                        .mapToObj(hour -> (hour < 10 ? "0" : "") + hour)
                        .toList(),
                IntStream.range(0, DAYS)
                        .mapToObj(day -> new Row(
                                words.weekday(day + 1),
                                traffic.cells().subList(day * HOURS, (day + 1) * HOURS).stream()
                                        .map(hour -> new Cell(words.number(hour.turns()), level(hour.turns(), most)))
                                        .toList()))
                        .toList());
    }

    /** In equal steps of the most; none is 0. */
    private static int level(long turns, long most) {
        return most == 0 ? 0 : (int) Math.ceil((double) LEVELS * turns / most);
    }
}
