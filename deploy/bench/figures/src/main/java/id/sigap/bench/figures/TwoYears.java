package id.sigap.bench.figures;

import id.sigap.contracts.Channel;
import id.sigap.contracts.Disposition;
import id.sigap.contracts.Kind;
import id.sigap.contracts.directory.HolidayYear;
import id.sigap.contracts.directory.WorkingCalendar;
import id.sigap.contracts.directory.WorkingClock;
import id.sigap.contracts.directory.WorkingHours;
import id.sigap.contracts.event.ApprovalCell;
import id.sigap.contracts.event.AttemptsCell;
import id.sigap.contracts.event.Cell;
import id.sigap.contracts.event.ClosureCell;
import id.sigap.contracts.event.Decomposition;
import id.sigap.contracts.event.ResponsivenessBucket;
import id.sigap.contracts.event.Series;
import id.sigap.metrics.turn.Rounding;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Two years of a large ministry, made up: more by day than by night and on working days, few units and channels with most
 * of it; answers by people, released drafts and the system, after seconds to weeks; one in thirty still waits.
 */
final class TwoYears {
    static final String AGENCY = "kementerian";
    static final int UNITS = 300;
    static final int CALENDARS = 6;
    static final long DAYS = 730;
    static final Instant START = Instant.parse("2024-11-20T00:00:00Z");
    static final Instant END = START.plus(Duration.ofDays(DAYS));

    private static final int TOPICS = 60;
    private static final String[] OUTCOMES = {
        "answered-human", "answered-approved-draft", "answered-automatic", "closed", "withdrawn", "waiting"
    };
    /** Which of them is waiting. */
    private static final int WAITS = 5;

    private static final double[] SHARES = {0.62, 0.78, 0.92, 0.95, 0.967, 1};

    private final Random random = new Random(2026);
    private final long wanted;
    private final List<WorkingClock> clocks =
            IntStream.range(0, CALENDARS).mapToObj(TwoYears::clock).toList();
    private long turns;
    private long count;

    TwoYears(long turns) {
        this.wanted = turns;
    }

    static String unit(int number) {
        return "unit-" + number;
    }

    List<WorkingClock> clocks() {
        return clocks;
    }

    long turns() {
        return turns;
    }

    long count() {
        return count;
    }

    private static WorkingClock clock(int number) {
        List<HolidayYear> years = IntStream.rangeClosed(2024, 2027)
                .mapToObj(year -> new HolidayYear(year, LocalDate.of(year - 1, 9, 1), "SKB (contoh)", List.of()))
                .toList();
        return new WorkingClock(new WorkingCalendar(
                "kantor-" + number,
                "Asia/Jakarta",
                number == 0,
                List.of(new WorkingHours(
                        List.of(
                                DayOfWeek.MONDAY,
                                DayOfWeek.TUESDAY,
                                DayOfWeek.WEDNESDAY,
                                DayOfWeek.THURSDAY,
                                DayOfWeek.FRIDAY),
                        List.of("0" + (6 + number % 3) + ":30-12:00", "13:00-1" + (5 + number % 3) + ":00"))),
                List.of(),
                years));
    }

    /** Gives every bucket, hour by hour. */
    void buckets(Consumer<ResponsivenessBucket> use) {
        long hours = DAYS * 24;
        double due = 0;
        for (long hour = 0; hour < hours; hour++) {
            long local = (hour + 7) % 24;
            boolean day = local >= 7 && local < 22;
            due += wanted * (day ? 1.45 : 0.25) / hours;
            Map<Integer, List<Integer>> lanes = new TreeMap<>();
            for (; due >= 1; due--) {
                int unit = skewed(UNITS);
                int channel = skewed(Channel.values().length);
                int kind = random.nextDouble() < 0.55 ? 0 : random.nextDouble() < 0.8 ? 1 : 2 + random.nextInt(2);
                lanes.computeIfAbsent((unit * 16 + channel) * 4 + kind, any -> new ArrayList<>())
                        .add(unit % 20 + skewed(TOPICS / 6));
            }
            Instant start = START.plusSeconds(3_600 * hour);
            lanes.forEach((lane, topics) -> use.accept(bucket(lane, topics, start)));
        }
    }

    private int skewed(int of) {
        double share = random.nextDouble();
        return (int) (of * share * share * share);
    }

    private ResponsivenessBucket bucket(int lane, List<Integer> topics, Instant start) {
        count++;
        Channel channel = Channel.values()[lane / 4 % 16];
        int unit = lane / 64;
        Map<Integer, Integer> byTopic = new TreeMap<>();
        topics.forEach(topic -> byTopic.merge(topic, 1, Integer::sum));
        List<Series> series = new ArrayList<>();
        List<Cell> cells = new ArrayList<>();
        byTopic.forEach((topic, some) -> series(channel, unit, topic, some, start, series, cells));
        return new ResponsivenessBucket(
                AGENCY,
                unit(unit),
                channel,
                Kind.values()[lane % 4],
                start,
                2 + topics.size(),
                0,
                cells,
                Decomposition.NONE,
                series,
                start.plusSeconds(7_200));
    }

    private void series(
            Channel channel, int unit, int topic, int some, Instant start, List<Series> series, List<Cell> cells) {
        Decomposition parts = Decomposition.NONE;
        List<ApprovalCell> approvals = new ArrayList<>();
        List<ClosureCell> closures = new ArrayList<>();
        int answered = 0;
        for (int i = 0; i < some; i++) {
            turns++;
            int slot = random.nextInt(360);
            int fate = fate();
            long lasted = fate == WAITS ? 0 : Rounding.lasted((long) Math.exp(12.5 + 2.2 * random.nextGaussian()));
            Instant from = start.plusSeconds(10L * slot);
            // What would end after the last of the two years still waits.
            fate = from.plusMillis(lasted).isAfter(END) ? WAITS : fate;
            lasted = fate == WAITS ? 0 : lasted;
            Instant to = from.plusMillis(lasted);
            WorkingClock clock = clocks.get(unit % CALENDARS);
            cells.add(new Cell(
                    slot,
                    OUTCOMES[fate],
                    lasted,
                    1,
                    fate == WAITS
                            ? null
                            : clock.between(from, to)
                                    .map(worked -> Rounding.lasted(worked.toMillis()))
                                    .orElse(null),
                    fate == WAITS ? null : clock.daysPassed(from, to, 99).orElse(0),
                    random.nextInt(3) == 0 ? 86_400_000L : 600_000L,
                    series.size()));
            if (fate < 3) {
                answered++;
                parts = parts.plus(new Decomposition(400, 200, lasted / 2, lasted / 8, lasted / 4, lasted / 9));
                if (random.nextInt(3) == 0) {
                    approvals.add(new ApprovalCell(1, Rounding.lasted(lasted / 4), Rounding.lasted(lasted / 8), 1));
                }
                closures.add(new ClosureCell(
                        Disposition.RESOLVED,
                        start.plus(Duration.ofDays(14)),
                        random.nextInt(20) == 0,
                        random.nextInt(2),
                        random.nextInt(4) == 0 ? 1 + random.nextInt(5) : null,
                        1));
            }
        }
        series.add(new Series(
                channel.wire() + "-akun",
                "topik-" + topic,
                parts,
                approvals,
                answered == 0 ? List.of() : List.of(new AttemptsCell(1, answered)),
                closures));
    }

    private int fate() {
        double share = random.nextDouble();
        int fate = 0;
        while (SHARES[fate] < share) {
            fate++;
        }
        return fate;
    }
}
