package id.sigap.metrics.responsiveness;

import id.sigap.contracts.Disposition;
import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.directory.WorkingClock;
import id.sigap.metrics.figure.Sample;
import id.sigap.metrics.figure.WorkingAges;
import id.sigap.metrics.index.BucketSum;
import id.sigap.metrics.index.BucketVisitor;
import id.sigap.metrics.index.Lane;
import id.sigap.metrics.turn.Calendars;
import id.sigap.metrics.turn.Outcome;
import id.sigap.metrics.turn.Rounding;
import id.sigap.runtime.problem.ProblemException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts what the buckets of one agency hold into the groups of an answer. Not for several threads. */
final class Collector implements BucketVisitor {
    private static final int HOUR_SECONDS = 3_600;
    private static final int HOURS_OF_DAY = 24;
    private static final Sample[] NO_SAMPLES = {};

    private final Question question;
    private final Groups groups;
    private final long now;
    private final String agency;
    private final @Nullable Agency declared;
    private final ZoneId zone;
    private final Calendars calendars;
    private final Map<WorkingClock, WorkingAges> ages;
    private final boolean byTime;
    /** Whether groups depend on account or topic. */
    private final boolean bySeries;
    /** Whether topics above the one of a series matter. */
    private final boolean upTopics;
    /** Takes hours that are long ago, if all of an hour is in one group. */
    private final @Nullable WholeHours whole;
    /** Takes days that are long ago, if all of a unit or of a channel is in the same groups. */
    private final @Nullable WholeHours wholeDays;

    private final @Nullable Part part;
    /** By topic, those that it is grouped by. */
    private final Map<String, List<String>> topics = new HashMap<>();

    /** By unit: each has many lanes. */
    private final Map<String, OfUnit> ofUnits = new HashMap<>();

    private final Map<Lane, Path> paths = new HashMap<>();
    /** By number of their lanes: looked up for every bucket. */
    private @Nullable Path[] numbered = {};
    /** The scopes of each lane, by the time's parts. */
    private final Map<List<String>, Map<Lane, List<Groups.Scope>>> scopes = new HashMap<>();

    private long hour = Long.MIN_VALUE;
    private Map<String, String> timeParts = Map.of();
    private Map<Lane, List<Groups.Scope>> scopesNow = new HashMap<>();
    private @Nullable Path pathHere;
    private List<Groups.Scope> scopesHere = List.of();
    /** As many of them as are counted into. */
    private Sample[] samples = new Sample[4];

    private int size;
    private @Nullable WorkingAges agesHere;

    /** What is the same of all lanes of a unit: itself, with those above it if they are asked for, and its clock. */
    private record OfUnit(List<String> upwards, @Nullable WorkingAges ages) {}

    /** What is the same of all buckets of a lane, and its scopes of the time looked at last. */
    private static final class Path {
        private final boolean wanted;
        private final List<String> units;
        private final @Nullable WorkingAges ages;
        private Map<Lane, List<Groups.Scope>> ofTime = Map.of();
        private List<Groups.Scope> scopes = List.of();
        /** Into which all of them are counted, whatever their account and topic; none as long as nothing was wanted. */
        private Sample[] samples = NO_SAMPLES;

        Path(boolean wanted, List<String> units, @Nullable WorkingAges ages) {
            this.wanted = wanted;
            this.units = units;
            this.ages = ages;
        }
    }

    /**
     * Of one agency.
     *
     * @param declared the agency as the directory has it; null if it left it
     * @param ages by clock, of all agencies
     */
    Collector(
            Question question,
            Groups groups,
            long now,
            String agency,
            @Nullable Agency declared,
            Calendars calendars,
            Map<WorkingClock, WorkingAges> ages) {
        this.question = question;
        this.groups = groups;
        this.now = now;
        this.agency = agency;
        this.declared = declared;
        this.zone = declared == null ? Span.DAYS : ZoneId.of(declared.zone());
        this.calendars = calendars;
        this.ages = ages;
        Layout layout = question.layout();
        this.byTime = layout.every() != null
                || layout.by(Grouping.HOUR)
                || layout.by(Grouping.HOUR_OF_DAY)
                || layout.by(Grouping.WEEKDAY);
        this.bySeries = layout.by(Grouping.ACCOUNT) || layout.by(Grouping.TOPIC);
        this.upTopics = layout.rollUp()
                && (layout.by(Grouping.TOPIC) || question.filter().topic() != null);
        this.whole = WholeHours.suffice(question) ? new WholeHours(question, now, this) : null;
        this.part = WholeHours.daysBy(question);
        this.wholeDays = part == null ? null : new WholeHours(question, now, this);
        mustBeginWithTheHour();
    }

    /** Buckets are whole hours of UTC: of a zone that is half an hour off, nobody can say which day they are of. */
    private void mustBeginWithTheHour() {
        boolean everyHour =
                question.layout().every() == null || question.layout().every() == Granularity.HOUR;
        boolean clockOrWeek =
                question.layout().by(Grouping.HOUR_OF_DAY) || question.layout().by(Grouping.WEEKDAY);
        int offset = zone.getRules().getOffset(question.span().from()).getTotalSeconds();
        if ((!everyHour || clockOrWeek) && offset % HOUR_SECONDS != 0) {
            throw ProblemException.badRequest(
                    everyHour ? "groupBy" : "every",
                    "cannot be answered for " + agency + ": its zone is not whole hours from UTC");
        }
    }

    @Override
    public boolean bucket(Lane lane, long ofHour, long revision, long updatedAt) {
        Path path = known(lane);
        if (!path.wanted) {
            return false;
        }
        moveTo(ofHour);
        if (path.ofTime != scopesNow) {
            path.ofTime = scopesNow;
            path.scopes = scopes(lane, path);
            path.samples = NO_SAMPLES;
        }
        pathHere = path;
        scopesHere = path.scopes;
        for (int i = 0; i < scopesHere.size(); i++) {
            scopesHere.get(i).restated(revision, updatedAt);
        }
        agesHere = path.ages;
        return true;
    }

    private void moveTo(long ofHour) {
        if (ofHour == hour) {
            return;
        }
        hour = ofHour;
        if (byTime || scopes.isEmpty()) {
            timeParts = timeParts();
            scopesNow = scopes.computeIfAbsent(List.copyOf(timeParts.values()), any -> new HashMap<>());
        }
    }

    @Override
    public BucketSum.@Nullable Visitor sums(long ofHour) {
        return whole != null && whole.maySum(ofHour) ? whole : null;
    }

    @Override
    public @Nullable Part daysBy() {
        return part;
    }

    @Override
    public BucketSum.@Nullable Visitor sumsOfDay(long firstHour) {
        return wholeDays != null && wholeDays.maySum(firstHour + HOURS_OF_DAY - 1) ? wholeDays : null;
    }

    /** The groups that all of a lane's unit or channel is in, whatever the time; none if it is not asked about. */
    List<Groups.Scope> scopes(Lane lane, long ofHour) {
        moveTo(ofHour);
        Path path = known(lane);
        return path.wanted ? scopes(lane, path) : List.of();
    }

    /** A sum is kept until everything has been shown. */
    void noted() {
        groups.noted();
    }

    /** Everything has been shown. */
    void finish() {
        if (wholeDays != null) {
            wholeDays.finish();
        }
    }

    /** By what unit's clock turns of a lane age; null where nobody knows it. */
    @Nullable
    WorkingAges ages(Lane lane) {
        return known(lane).ages;
    }

    /** The group that all of an hour is in. */
    Groups.Scope scope(long ofHour) {
        moveTo(ofHour);
        Map<String, String> parts = new LinkedHashMap<>(timeParts);
        if (question.layout().by(Grouping.AGENCY)) {
            parts.put(Grouping.AGENCY.wire(), agency);
        }
        return groups.scope(parts);
    }

    private Path known(Lane lane) {
        if (lane.id() == Lane.UNNUMBERED) {
            return paths.computeIfAbsent(lane, this::path);
        }
        if (lane.id() >= numbered.length) {
            numbered = Arrays.copyOf(numbered, 2 * lane.id() + 64);
        }
        Path path = numbered[lane.id()];
        if (path == null) {
            path = path(lane);
            numbered[lane.id()] = path;
        }
        return path;
    }

    private Path path(Lane lane) {
        OfUnit ofUnit = ofUnit(lane.unit());
        List<String> upwards = ofUnit.upwards;
        // Of a unit above the one that is asked for only a part would be shown, as if it were all of it.
        String asked = question.filter().unit();
        List<String> units = asked == null ? upwards : upwards.subList(0, upwards.indexOf(asked) + 1);
        return new Path(question.filter().wants(lane, upwards), units, ofUnit.ages);
    }

    private OfUnit ofUnit(String unit) {
        return ofUnits.computeIfAbsent(unit, any -> {
            WorkingClock clock = calendars.of(agency, unit);
            return new OfUnit(
                    question.layout().rollUp() && declared != null ? declared.unitsUpwards(unit) : List.of(unit),
                    clock == null ? null : ages.computeIfAbsent(clock, other -> new WorkingAges(other, now)));
        });
    }

    /** A unit, and those above it if they are asked for. */
    List<String> upwards(String unit) {
        return ofUnit(unit).upwards;
    }

    private Map<String, String> timeParts() {
        ZonedDateTime start = Instant.ofEpochMilli(hour * Rounding.HOUR_MILLIS).atZone(zone);
        Layout layout = question.layout();
        Map<String, String> parts = new LinkedHashMap<>();
        Granularity every = layout.every();
        if (every != null) {
            parts.put(every.wire(), every.part(start));
        }
        if (layout.by(Grouping.HOUR)) {
            parts.put(Grouping.HOUR.wire(), Granularity.HOUR.part(start));
        }
        if (layout.by(Grouping.HOUR_OF_DAY)) {
            parts.put(Grouping.HOUR_OF_DAY.wire(), String.format(Locale.ROOT, "%02d", start.getHour()));
        }
        if (layout.by(Grouping.WEEKDAY)) {
            parts.put(
                    Grouping.WEEKDAY.wire(),
                    Integer.toString(start.getDayOfWeek().getValue()));
        }
        return parts;
    }

    private List<Groups.Scope> scopes(Lane lane, Path path) {
        List<Groups.Scope> known = scopesNow.get(lane);
        if (known != null) {
            return known;
        }
        Layout layout = question.layout();
        List<Groups.Scope> found = new ArrayList<>();
        for (String unit : layout.by(Grouping.UNIT) ? path.units : List.of(lane.unit())) {
            Map<String, String> parts = new LinkedHashMap<>(timeParts);
            if (layout.by(Grouping.AGENCY)) {
                parts.put(Grouping.AGENCY.wire(), agency);
            }
            if (layout.by(Grouping.UNIT)) {
                parts.put(Grouping.UNIT.wire(), unit);
            }
            if (layout.by(Grouping.CHANNEL)) {
                parts.put(Grouping.CHANNEL.wire(), lane.channel().wire());
            }
            if (layout.by(Grouping.KIND)) {
                parts.put(Grouping.KIND.wire(), lane.kind().wire());
            }
            found.add(groups.scope(parts));
        }
        scopesNow.put(lane, found);
        return found;
    }

    @Override
    public boolean series(String account, String topic) {
        String wanted = question.filter().account();
        if (wanted != null && !wanted.equals(account)) {
            return false;
        }
        size = 0;
        if (!upTopics) {
            String asked = question.filter().topic();
            if (asked != null && !asked.equals(topic)) {
                return false;
            }
            intoThose(account, topic);
            return true;
        }
        List<String> groupedBy = topics.computeIfAbsent(topic, this::topics);
        samples = new Sample[groupedBy.size()];
        for (int i = 0; i < groupedBy.size(); i++) {
            into(account, groupedBy.get(i));
        }
        return !groupedBy.isEmpty();
    }

    /** Looked up once for each lane and time, unless it is grouped by what is told here. */
    private void intoThose(String account, String topic) {
        Path path = pathHere;
        if (path != null && path.samples.length > 0) {
            samples = path.samples;
            size = samples.length;
            return;
        }
        samples = new Sample[scopesHere.size()];
        into(account, topic);
        samples = Arrays.copyOf(samples, size);
        if (path != null && !bySeries) {
            path.samples = samples;
        }
    }

    private void into(String account, String topic) {
        for (int i = 0; i < scopesHere.size(); i++) {
            List<Sample> some = scopesHere.get(i).member(account, topic).samples;
            if (size + some.size() > samples.length) {
                samples = Arrays.copyOf(samples, 2 * (size + some.size()));
            }
            for (int j = 0; j < some.size(); j++) {
                samples[size++] = some.get(j);
            }
        }
    }

    /** By which topics it is grouped: as with units, none above the one that is asked for; none if it is not below it. */
    private List<String> topics(String topic) {
        List<String> upwards = declared == null ? List.of(topic) : declared.lineage(topic);
        String asked = question.filter().topic();
        List<String> shown = asked == null ? upwards : upwards.subList(0, upwards.indexOf(asked) + 1);
        return question.layout().by(Grouping.TOPIC) || shown.isEmpty() ? shown : List.of(topic);
    }

    @Override
    public void parts(long ingest, long triage, long queue, long draft, long approval, long send) {
        for (int i = 0; i < size; i++) {
            samples[i].ended().parts(ingest, triage, queue, draft, approval, send);
        }
    }

    @Override
    public void attempts(int messages, long count) {
        for (int i = 0; i < size; i++) {
            samples[i].ended().attempts(messages, count);
        }
    }

    @Override
    public void approval(int level, int lasted, int worked, long count) {
        for (int i = 0; i < size; i++) {
            samples[i].ended().approval(level, lasted, worked, count);
        }
    }

    @Override
    public void closure(
            Disposition disposition, long maturesAt, boolean reopened, int handOffs, int rating, long count) {
        for (int i = 0; i < size; i++) {
            samples[i].ended().closure(disposition, maturesAt, reopened, handOffs, rating, count);
        }
    }

    @Override
    public void turns(long startsAt, Outcome outcome, int lasted, int worked, int workingDays, int due, long count) {
        for (int i = 0; i < size; i++) {
            samples[i].add(startsAt, outcome, lasted, worked, workingDays, due, count, agesHere);
        }
    }
}
