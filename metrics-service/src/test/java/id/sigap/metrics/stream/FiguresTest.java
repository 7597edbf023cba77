package id.sigap.metrics.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.contracts.Actor;
import id.sigap.contracts.Channel;
import id.sigap.contracts.Kind;
import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.directory.Topic;
import id.sigap.contracts.directory.Unit;
import id.sigap.contracts.event.Cell;
import id.sigap.contracts.event.Decomposition;
import id.sigap.contracts.event.ResponsivenessBucket;
import id.sigap.contracts.event.Series;
import id.sigap.contracts.event.SigapEvent;
import id.sigap.metrics.alert.Promise;
import id.sigap.metrics.index.BucketIndex;
import id.sigap.metrics.index.BucketSum;
import id.sigap.metrics.index.BucketVisitor;
import id.sigap.metrics.index.Buckets;
import id.sigap.metrics.recount.RandomHistory;
import id.sigap.metrics.recount.Recount;
import id.sigap.metrics.recount.ShownFigures;
import id.sigap.metrics.recount.SlowFigures;
import id.sigap.metrics.recount.TestCalendars;
import id.sigap.metrics.responsiveness.Filter;
import id.sigap.metrics.responsiveness.Granularity;
import id.sigap.metrics.responsiveness.Grouping;
import id.sigap.metrics.responsiveness.Layout;
import id.sigap.metrics.responsiveness.Question;
import id.sigap.metrics.responsiveness.QuestionRoom;
import id.sigap.metrics.responsiveness.Responsiveness;
import id.sigap.metrics.responsiveness.ResponsivenessReport;
import id.sigap.metrics.responsiveness.Span;
import id.sigap.metrics.turn.BucketKey;
import java.lang.reflect.Proxy;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Answers over what the topology published of a random history are those of a slow count of the whole history, for any
 * filter, grouping, granularity and span.
 */
class FiguresTest {
    private static final String AGENCY = "kemenhub-contoh";
    private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");
    private static final Instant START = Instant.parse("2026-11-16T00:00:00Z");
    private static final Instant NOW = Instant.parse("2026-12-03T04:05:06.789Z");
    private static final Instant LATER = Instant.parse("2027-02-01T00:00:00Z");
    /** Long enough for everything. */
    private static final Span ALL =
            new Span(Instant.parse("2026-11-01T00:00:00Z"), Instant.parse("2026-12-20T00:00:00Z"));

    private static final TestCalendars CALENDARS = new TestCalendars();
    private static final Map<String, List<String>> UPWARDS =
            Map.of("kantor", List.of("kantor", "pusat"), "kereta", List.of("kereta", "angkutan"));

    private static Collection<ResponsivenessBucket> buckets = List.of();
    private static SlowFigures slow = new SlowFigures(Map.of(), NOW);

    @BeforeAll
    static void history() {
        List<SigapEvent> events = RandomHistory.asTold(RandomHistory.of(77, 80, START), 78);
        try (TopologyRun run = new TopologyRun(CALENDARS, Promise.Book.NONE)) {
            events.forEach(run::tell);
            buckets = run.buckets().values();
        }
        slow = new SlowFigures(Recount.of(events, CALENDARS::calendar).counts, NOW);
    }

    @AfterAll
    static void forget() {
        buckets = List.of();
        slow = new SlowFigures(Map.of(), NOW);
    }

    @Test
    void anyQuestionIsAnsweredAsASlowCountWould() {
        ResponsivenessReport report = report(Long.MAX_VALUE);
        Random random = new Random(4);
        int groups = 0;
        for (int i = 0; i < 40; i++) {
            Question question = question(random);

            TreeMap<String, TreeMap<String, String>> answer = shown(report.answer(question, NOW));

            TreeMap<String, TreeMap<String, String>> expected = expected(question);
            assertEquals(expected.keySet(), answer.keySet(), question::toString);
            expected.forEach(
                    (group, figures) -> assertEquals(figures, answer.get(group), () -> question + " " + group));
            groups += answer.size();
        }
        assertTrue(groups > 300, "only few groups");
    }

    @Test
    void anIndexThatHoldsLittleAnswersTheSameAsOneThatHoldsAll() {
        ResponsivenessReport little = report(60_000);
        ResponsivenessReport all = report(Long.MAX_VALUE);
        Random random = new Random(5);
        for (int i = 0; i < 20; i++) {
            Question question = question(random);

            assertEquals(all.answer(question, NOW), little.answer(question, NOW), question::toString);
        }
    }

    @Test
    void hoursOfLongAgoSayTheSameInSumsAsInBuckets() {
        BucketIndex index = new BucketIndex(Long.MAX_VALUE);
        buckets.forEach(index::put);
        index.filled();
        ResponsivenessReport inSums = report(index::read);
        ResponsivenessReport inBuckets = report((agency, from, to, visitor) -> buckets.stream()
                .filter(bucket -> bucket.hour().toEpochMilli() / 3_600_000 >= from)
                .filter(bucket -> bucket.hour().toEpochMilli() / 3_600_000 < to)
                .forEach(bucket -> BucketIndex.show(bucket, visitor)));
        long without = index.bytes();
        Random random = new Random(6);
        for (int i = 0; i < 80; i++) {
            // Given any moment, while some of it happens and long after, and any target and limit
            Instant now = START.plusMillis(
                    (long) (random.nextDouble() * Duration.ofDays(80).toMillis()));
            Question any = question(random);
            Question question = new Question(
                    any.agencies(),
                    any.span(),
                    Filter.ALL,
                    new Layout(
                            any.layout().groupBy().stream()
                                    .filter(grouping -> grouping == Grouping.AGENCY
                                            || grouping == Grouping.HOUR_OF_DAY
                                            || grouping == Grouping.WEEKDAY)
                                    .toList(),
                            any.layout().every(),
                            any.layout().rollUp(),
                            false),
                    Duration.ofSeconds(1L << random.nextInt(20)),
                    Duration.ofSeconds(1L << random.nextInt(20)));

            assertEquals(inBuckets.answer(question, now), inSums.answer(question, now), () -> question + " " + now);
        }
        assertTrue(index.bytes() > without, "no hour was summed up");
        index.sumUp();
        assertEquals(
                inBuckets.answer(ask(ALL, Filter.ALL, new Layout(List.of(), null, false, false)), LATER),
                inSums.answer(ask(ALL, Filter.ALL, new Layout(List.of(), null, false, false)), LATER));
    }

    @Test
    void aTurnOfTheLastSecondsOfAnHourIsAsYoungInSumsAsInBuckets() {
        // Given a turn of the last ten seconds of its hour, whose start is rounded up, answered after ten minutes
        Instant hour = Instant.parse("2026-11-16T03:00:00Z");
        ResponsivenessBucket bucket = new ResponsivenessBucket(
                AGENCY,
                "pusat",
                Channel.WEB,
                Kind.COMPLAINT,
                hour,
                1,
                0,
                List.of(new Cell(360, "answered-human", 600_000, 1, null, null, null, 0)),
                Decomposition.NONE,
                List.of(new Series("kemenhub-web", "kereta", Decomposition.NONE, List.of(), List.of(), List.of())),
                hour.plusSeconds(4_200));
        BucketIndex index = new BucketIndex(Long.MAX_VALUE);
        index.put(bucket);
        index.filled();
        index.sumUp();

        for (int second = 580; second < 620; second++) {
            Instant now = hour.plusSeconds(3_600 + second);
            Question question = new Question(
                    Set.of(AGENCY),
                    ALL,
                    Filter.ALL,
                    new Layout(List.of(), null, false, false),
                    Duration.ofMinutes(10),
                    Duration.ofMinutes(10));

            // Then it is judged from the same second on
            assertEquals(
                    report((agency, from, to, visitor) -> BucketIndex.show(bucket, visitor))
                            .answer(question, now),
                    report(index::read).answer(question, now),
                    now::toString);
        }
    }

    @Test
    void daysOfAUnitOrAChannelSayTheSameInSumsAsInBuckets() {
        // Given an index that has summed up all days, and one in which somebody writes between the questions
        BucketIndex index = new BucketIndex(Long.MAX_VALUE);
        buckets.forEach(index::put);
        index.filled();
        BucketIndex written = new BucketIndex(Long.MAX_VALUE);
        buckets.forEach(written::put);
        written.filled();
        long without = index.bytes();
        index.sumUp();
        assertTrue(index.bytes() > without);
        List<ResponsivenessBucket> some = List.copyOf(buckets);
        ResponsivenessReport inSums = report(index::read);
        ResponsivenessReport inSumsOfNow = report(written::read);
        ResponsivenessReport inBuckets = report((agency, from, to, visitor) -> buckets.stream()
                .filter(bucket -> bucket.hour().toEpochMilli() / 3_600_000 >= from)
                .filter(bucket -> bucket.hour().toEpochMilli() / 3_600_000 < to)
                .forEach(bucket -> BucketIndex.show(bucket, visitor)));
        Random random = new Random(8);
        for (int i = 0; i < 120; i++) {
            // When a question tells units or channels apart, or asks for one, at any moment
            Instant now = i % 3 == 0
                    ? LATER
                    : START.plusMillis(
                            (long) (random.nextDouble() * Duration.ofDays(80).toMillis()));
            Question any = question(random);
            boolean units = random.nextBoolean();
            Question question = new Question(
                    any.agencies(),
                    any.span(),
                    new Filter(
                            units ? any.filter().unit() : null,
                            units ? null : any.filter().channel(),
                            null,
                            null,
                            null,
                            null),
                    new Layout(
                            random.nextInt(3) == 0 ? List.of() : List.of(units ? Grouping.UNIT : Grouping.CHANNEL),
                            null,
                            any.layout().rollUp(),
                            false),
                    Duration.ofSeconds(1L << random.nextInt(20)),
                    Duration.ofSeconds(1L << random.nextInt(20)));

            // Then it makes no difference whether it is read from sums
            Responsiveness expected = inBuckets.answer(question, now);
            assertEquals(expected, inSums.answer(question, now), () -> question + " " + now);
            assertEquals(expected, inSumsOfNow.answer(question, now), () -> question + " " + now);
            ResponsivenessBucket one = some.get(random.nextInt(some.size()));
            if (random.nextInt(4) == 0) {
                written.remove(BucketKey.of(one.key()));
                assertEquals(
                        report((agency, from, to, visitor) -> buckets.stream()
                                        .filter(bucket -> bucket != one)
                                        .filter(bucket -> bucket.hour().toEpochMilli() / 3_600_000 >= from)
                                        .filter(bucket -> bucket.hour().toEpochMilli() / 3_600_000 < to)
                                        .forEach(bucket -> BucketIndex.show(bucket, visitor)))
                                .answer(question, now),
                        inSumsOfNow.answer(question, now),
                        () -> "without one " + question + " " + now);
                written.put(one);
            }
        }
        assertTrue(daysInSums(written) > 0, "no day was read in sums");
    }

    /** How many units and days a question that tells units apart is given in sums. */
    private static int daysInSums(BucketIndex index) {
        int[] taken = {0};
        BucketVisitor visitor = (BucketVisitor) Proxy.newProxyInstance(
                BucketVisitor.class.getClassLoader(),
                new Class<?>[] {BucketVisitor.class, BucketSum.Visitor.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "daysBy" -> BucketVisitor.Part.UNIT;
                    case "sumsOfDay" -> proxy;
                    case "suffices" -> true;
                    case "take" -> {
                        taken[0]++;
                        yield null;
                    }
                    case "bucket", "series" -> false;
                    default -> null;
                });
        index.read(AGENCY, ALL.from().getEpochSecond() / 3_600, ALL.to().getEpochSecond() / 3_600, visitor);
        return taken[0];
    }

    @Test
    void theSpanBeforeIsThatSpansOwnAnswer() {
        ResponsivenessReport report = report(Long.MAX_VALUE);
        Span week = new Span(Instant.parse("2026-11-23T00:00:00Z"), Instant.parse("2026-11-30T00:00:00Z"));
        Layout compared = new Layout(List.of(Grouping.KIND, Grouping.WEEKDAY), null, false, true);
        Layout alone = new Layout(compared.groupBy(), null, false, false);

        Responsiveness answer = report.answer(ask(week, Filter.ALL, compared), NOW);

        Responsiveness before = report.answer(
                ask(new Span(Instant.parse("2026-11-16T00:00:00Z"), week.from()), Filter.ALL, alone), NOW);
        assertEquals(before.from(), answer.previousFrom());
        int found = 0;
        for (Responsiveness.Group group : answer.groups()) {
            for (Responsiveness.Group other : before.groups()) {
                if (other.group().equals(group.group())) {
                    assertEquals(other.figures(), group.previous());
                    found++;
                }
            }
        }
        assertTrue(found > 5);
    }

    @Test
    void aGroupOfTheSpanBeforeAloneIsShownBesideNothing() {
        // Given a span of which nothing is known, behind one of equal length in which everything happened
        ResponsivenessReport report = report(Long.MAX_VALUE);
        Span end = new Span(ALL.to(), ALL.to().plus(Duration.between(ALL.from(), ALL.to())));
        Layout layout = new Layout(List.of(Grouping.UNIT), null, false, true);

        Responsiveness answer = report.answer(ask(end, Filter.ALL, layout), NOW);

        assertFalse(answer.groups().isEmpty());
        for (Responsiveness.Group group : answer.groups()) {
            assertEquals(0, group.figures().n());
            assertFalse(group.ranked());
            assertNotNull(group.previous());
            assertTrue(group.previous().n() > 0);
        }
    }

    @Test
    void aUnitAboveTheOneThatIsAskedForIsNotShownInPart() {
        Layout branches = new Layout(List.of(Grouping.UNIT), null, true, false);
        Filter office = new Filter("kantor", null, null, null, null, null);

        Responsiveness answer = report(Long.MAX_VALUE).answer(ask(ALL, office, branches), NOW);

        assertEquals(
                List.of(Map.of("unit", "kantor")),
                answer.groups().stream().map(Responsiveness.Group::group).toList());
    }

    @Test
    void aRestatedFigureHasAHigherVersion() {
        BucketIndex index = new BucketIndex(Long.MAX_VALUE);
        buckets.forEach(index::put);
        index.filled();
        ResponsivenessReport report = report(index::read);
        Question question = ask(ALL, Filter.ALL, new Layout(List.of(), null, false, false));
        Responsiveness.Group before = report.answer(question, NOW).groups().get(0);
        ResponsivenessBucket some = buckets.iterator().next();

        // When a bucket loses all that it had
        index.put(new ResponsivenessBucket(
                some.agency(),
                some.unit(),
                some.channel(),
                some.kind(),
                some.hour(),
                some.revision() + 1,
                0,
                List.of(),
                Decomposition.NONE,
                List.of(),
                LATER));

        // Then
        Responsiveness.Group after = report.answer(question, NOW).groups().get(0);
        assertTrue(after.figures().n() < before.figures().n());
        assertEquals(before.version() + 1, after.version());
        assertEquals(LATER, after.restatedAt());
    }

    private static ResponsivenessReport report(long bytes) {
        BucketIndex index = new BucketIndex(bytes);
        buckets.forEach(index::fill);
        buckets.forEach(index::put);
        index.filled();
        return report((agency, from, to, visitor) -> {
            long held = index.read(agency, from, to, visitor);
            buckets.stream()
                    .filter(bucket -> bucket.hour().toEpochMilli() / 3_600_000 >= from)
                    .filter(bucket -> bucket.hour().toEpochMilli() / 3_600_000 < Math.min(to, held))
                    .forEach(bucket -> BucketIndex.show(bucket, visitor));
        });
    }

    private static ResponsivenessReport report(Buckets published) {
        return new ResponsivenessReport(published, FiguresTest::agency, CALENDARS, QuestionRoom.unbounded());
    }

    private static Optional<Agency> agency(String id) {
        return Optional.of(Agency.builder(id, "Kementerian", "Asia/Jakarta", "KHB", "pusat")
                .units(new Unit("pusat", "Pusat", null, "selalu"), new Unit("kantor", "Kantor", "pusat", "kantor"))
                .topics(
                        new Topic("angkutan", "Angkutan", null, List.of(), List.of()),
                        new Topic("kereta", "Kereta", "angkutan", List.of(), List.of()))
                .build());
    }

    private static Question ask(Span span, Filter filter, Layout layout) {
        return new Question(Set.of(AGENCY), span, filter, layout, Question.TARGET, Question.LIMIT);
    }

    private static Question question(Random random) {
        List<Grouping> groupBy = new ArrayList<>();
        for (Grouping grouping : Grouping.values()) {
            if (random.nextInt(6) == 0 && grouping != Grouping.HOUR) {
                groupBy.add(grouping);
            }
        }
        Instant from = START.plusSeconds(3_600L * random.nextInt(200));
        Span span = random.nextBoolean() ? ALL : new Span(from, from.plusSeconds(3_600L * (1 + random.nextInt(300))));
        Actor actor =
                groupBy.contains(Grouping.ACTOR) || random.nextInt(4) > 0 ? null : Actor.values()[random.nextInt(3)];
        return ask(
                span,
                new Filter(
                        one(random, "pusat", "kantor"),
                        one(random, "whatsapp", "web"),
                        one(random, "complaint", "question"),
                        one(random, "kemenhub-wa", "kemenhub-web"),
                        one(random, "kereta", "kapal", "angkutan"),
                        actor),
                new Layout(
                        groupBy,
                        random.nextInt(3) > 0 ? null : Granularity.values()[random.nextInt(4)],
                        random.nextBoolean(),
                        false));
    }

    private static @Nullable String one(Random random, String... of) {
        return random.nextInt(6) > 0 ? null : of[random.nextInt(of.length)];
    }

    private static TreeMap<String, TreeMap<String, String>> expected(Question question) {
        Filter filter = question.filter();
        List<@Nullable String> actors = new ArrayList<>();
        boolean byActor = question.layout().groupBy().contains(Grouping.ACTOR);
        if (byActor) {
            Arrays.stream(Actor.values()).forEach(actor -> actors.add(actor.wire()));
        } else {
            actors.add(filter.actor() == null ? null : filter.actor().wire());
        }
        TreeMap<String, TreeMap<String, String>> all = new TreeMap<>();
        for (String actor : actors) {
            all.putAll(slow.by(
                    where -> !Instant.ofEpochSecond(where.hour() * 3_600)
                                    .isBefore(question.span().from())
                            && Instant.ofEpochSecond(where.hour() * 3_600)
                                    .isBefore(question.span().to())
                            && fits(filter.unit(), upwards(question, where.unit()))
                            && fits(filter.channel(), List.of(channel(where.account())))
                            && fits(filter.kind(), List.of(where.kind()))
                            && fits(filter.account(), List.of(where.account()))
                            && fits(filter.topic(), upwards(question, where.topic())),
                    where -> groups(question, where, byActor ? actor : null),
                    actor,
                    CALENDARS::calendar));
        }
        if (question.layout().groupBy().isEmpty() && question.layout().every() == null && all.isEmpty()) {
            all.putAll(slow.by(where -> false, where -> List.of(), null, CALENDARS::calendar));
        }
        return all;
    }

    private static boolean fits(@Nullable String asked, List<String> is) {
        return asked == null || is.contains(asked);
    }

    private static List<String> upwards(Question question, String id) {
        return question.layout().rollUp() ? UPWARDS.getOrDefault(id, List.of(id)) : List.of(id);
    }

    /** In which groups it is: none above the one that is asked for. */
    private static List<String> shown(Question question, Grouping grouping, String id, @Nullable String asked) {
        if (!question.layout().groupBy().contains(grouping)) {
            return List.of(id);
        }
        List<String> upwards = upwards(question, id);
        return asked == null ? upwards : upwards.subList(0, upwards.indexOf(asked) + 1);
    }

    private static String channel(String account) {
        return account.equals("kemenhub-wa") ? "whatsapp" : "web";
    }

    private static List<String> groups(Question question, SlowFigures.Where where, @Nullable String actor) {
        List<String> groups = new ArrayList<>();
        for (String unit :
                shown(question, Grouping.UNIT, where.unit(), question.filter().unit())) {
            for (String topic : shown(
                    question, Grouping.TOPIC, where.topic(), question.filter().topic())) {
                groups.add(group(question, where, unit, topic, actor));
            }
        }
        return groups;
    }

    private static String group(
            Question question, SlowFigures.Where where, String unit, String topic, @Nullable String actor) {
        ZonedDateTime local = Instant.ofEpochSecond(where.hour() * 3_600).atZone(WIB);
        TreeMap<String, String> parts = new TreeMap<>();
        for (Grouping grouping : question.layout().groupBy()) {
            parts.put(
                    grouping.wire(),
                    switch (grouping) {
                        case AGENCY -> AGENCY;
                        case UNIT -> unit;
                        case CHANNEL -> channel(where.account());
                        case KIND -> where.kind();
                        case ACCOUNT -> where.account();
                        case TOPIC -> topic;
                        case ACTOR -> String.valueOf(actor);
                        case HOUR -> Instant.ofEpochSecond(where.hour() * 3_600).toString();
                        case HOUR_OF_DAY -> String.format(Locale.ROOT, "%02d", local.getHour());
                        case WEEKDAY -> String.valueOf(local.getDayOfWeek().getValue());
                    });
        }
        Granularity every = question.layout().every();
        if (every != null) {
            parts.put(
                    every.wire(),
                    switch (every) {
                        case HOUR -> Instant.ofEpochSecond(where.hour() * 3_600).toString();
                        case DAY -> local.toLocalDate().toString();
                        case WEEK ->
                            local.toLocalDate()
                                    .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                                    .toString();
                        case MONTH -> String.format(Locale.ROOT, "%d-%02d", local.getYear(), local.getMonthValue());
                    });
        }
        return parts.toString();
    }

    private static TreeMap<String, TreeMap<String, String>> shown(Responsiveness answer) {
        TreeMap<String, TreeMap<String, String>> all = new TreeMap<>();
        for (Responsiveness.Group group : answer.groups()) {
            assertEquals(group.figures().n() >= 30, group.ranked());
            boolean closed = group.figures().closures() != null
                    && group.figures().closures().n() > 0;
            if (group.figures().n() == 0 && !closed && group.group().isEmpty()) {
                continue;
            }
            all.put(new TreeMap<>(group.group()).toString(), ShownFigures.of(group.figures()));
        }
        return all;
    }
}
