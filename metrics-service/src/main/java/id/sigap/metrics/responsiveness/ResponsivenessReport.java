package id.sigap.metrics.responsiveness;

import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.directory.WorkingClock;
import id.sigap.metrics.figure.Figures;
import id.sigap.metrics.figure.WorkingAges;
import id.sigap.metrics.index.Buckets;
import id.sigap.metrics.stream.DirectoryCalendars;
import id.sigap.metrics.stream.PublishedFigures;
import id.sigap.metrics.turn.Calendars;
import id.sigap.metrics.turn.Rounding;
import id.sigap.runtime.directory.CurrentDirectory;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Answers questions about responsiveness from the published buckets. */
@Singleton
public class ResponsivenessReport {
    private final Buckets published;
    private final Function<String, Optional<Agency>> agencies;
    private final Calendars calendars;

    /** Over what was published, with units, zones and calendars of the directory. */
    @Inject
    public ResponsivenessReport(PublishedFigures published, CurrentDirectory directory) {
        this(published, id -> directory.get().agency(id), new DirectoryCalendars(directory::get));
    }

    /** Over any buckets, of agencies as they are told there. */
    public ResponsivenessReport(Buckets published, Function<String, Optional<Agency>> agencies, Calendars calendars) {
        this.published = published;
        this.agencies = agencies;
        this.calendars = calendars;
    }

    /** The answer as of a moment. */
    public Responsiveness answer(Question question, Instant now) {
        Span before = question.span().before();
        Map<Map<String, String>, Figures> previous = new HashMap<>();
        if (question.layout().compare()) {
            read(question, before, now)
                    .read()
                    .forEach(group -> previous.put(group.parts(), group.sample().figures()));
        }
        List<Responsiveness.Group> groups = read(question, question.span(), now).read().stream()
                .map(group -> group(group, previous))
                .filter(group -> group.group().isEmpty() || holdsSomething(group.figures()))
                .sorted(Comparator.comparing(
                        group -> String.join("\n", group.group().values())))
                .toList();
        return new Responsiveness(
                now,
                question.span().from(),
                question.span().to(),
                question.layout().compare() ? before.from() : null,
                question.target().toSeconds(),
                question.limit().toSeconds(),
                groups);
    }

    private Groups read(Question question, Span span, Instant now) {
        Groups groups = new Groups(question, now.toEpochMilli());
        if (question.layout().groupBy().isEmpty() && question.layout().every() == null) {
            groups.scope(Map.of()).member("", "");
        }
        Map<WorkingClock, WorkingAges> ages = new IdentityHashMap<>();
        for (String agency : question.agencies()) {
            Collector collector = new Collector(
                    question,
                    groups,
                    now.toEpochMilli(),
                    agency,
                    agencies.apply(agency).orElse(null),
                    calendars,
                    ages);
            published.show(
                    agency,
                    Rounding.hour(span.from().toEpochMilli()),
                    Rounding.hour(span.to().toEpochMilli()),
                    collector);
        }
        return groups;
    }

    private static Responsiveness.Group group(Groups.Read read, Map<Map<String, String>, Figures> previous) {
        Figures figures = read.sample().figures();
        return new Responsiveness.Group(
                read.parts(),
                figures.n() >= Responsiveness.RANKED_FROM,
                read.version(),
                read.restatedAt() == 0 ? null : Instant.ofEpochMilli(read.restatedAt()),
                figures,
                previous.get(read.parts()));
    }

    private static boolean holdsSomething(Figures figures) {
        return figures.n() > 0
                || (figures.closures() != null && figures.closures().n() > 0);
    }
}
