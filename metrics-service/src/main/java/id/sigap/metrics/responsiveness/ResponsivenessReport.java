package id.sigap.metrics.responsiveness;

import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.directory.WorkingClock;
import id.sigap.metrics.figure.Figures;
import id.sigap.metrics.figure.Room;
import id.sigap.metrics.figure.Sample;
import id.sigap.metrics.figure.WorkingAges;
import id.sigap.metrics.index.Buckets;
import id.sigap.metrics.stream.DirectoryCalendars;
import id.sigap.metrics.stream.PublishedFigures;
import id.sigap.metrics.turn.Calendars;
import id.sigap.metrics.turn.Rounding;
import id.sigap.runtime.directory.CurrentDirectory;
import id.sigap.runtime.problem.ProblemException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Answers questions about responsiveness from the published buckets. */
@Singleton
public class ResponsivenessReport {
    private final Buckets published;
    private final Function<String, Optional<Agency>> agencies;
    private final Calendars calendars;
    private final QuestionRoom room;

    /** Over what was published, with units, zones and calendars of the directory. */
    @Inject
    public ResponsivenessReport(PublishedFigures published, CurrentDirectory directory, QuestionRoom room) {
        this(published, id -> directory.get().agency(id), new DirectoryCalendars(directory::get), room);
    }

    /** Over any buckets, of agencies as they are told there. */
    public ResponsivenessReport(
            Buckets published, Function<String, Optional<Agency>> agencies, Calendars calendars, QuestionRoom room) {
        this.published = published;
        this.agencies = agencies;
        this.calendars = calendars;
        this.room = room;
    }

    /**
     * The answer as of a moment.
     *
     * @throws ProblemException 400 naming the parameter by which it asks for too much; 503 where too much is asked at once
     */
    public Responsiveness answer(Question question, Instant now) {
        Span before = question.span().before();
        Map<Map<String, String>, Responsiveness.Group> groups = new HashMap<>();
        read(question, question.span(), now, (group, figures) -> groups.put(group.parts(), group(group, figures)));
        if (question.layout().compare()) {
            // A group of which nothing came this time was not less of a promise the time before.
            read(
                    question,
                    before,
                    now,
                    (group, figures) -> groups.compute(
                            group.parts(),
                            (parts, known) -> (known == null ? nothing(question, parts, now) : known).beside(figures)));
        }
        List<Responsiveness.Group> inOrder = groups.values().stream()
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
                inOrder);
    }

    /** Gives the groups of a span of which there is something, and the one that everything is in. */
    private void read(Question question, Span span, Instant now, BiConsumer<Groups.Read, Figures> use) {
        room.with(question.tooLargeBy(), within -> {
            for (Groups.Read group : read(question, span, now, within).read()) {
                Figures figures = group.sample().figures();
                if (group.parts().isEmpty() || holdsSomething(figures)) {
                    use.accept(group, figures);
                }
            }
            return span;
        });
    }

    private Groups read(Question question, Span span, Instant now, Room within) {
        Groups groups = new Groups(question, now.toEpochMilli(), within);
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
            collector.finish();
        }
        return groups;
    }

    private static Responsiveness.Group group(Groups.Read read, Figures figures) {
        return new Responsiveness.Group(
                read.parts(),
                figures.n() >= Responsiveness.RANKED_FROM,
                read.version(),
                read.restatedAt() == 0 ? null : Instant.ofEpochMilli(read.restatedAt()),
                figures,
                null);
    }

    private static Responsiveness.Group nothing(Question question, Map<String, String> parts, Instant now) {
        Figures none = new Sample(
                        now.toEpochMilli(),
                        question.target().toMillis(),
                        question.limit().toMillis(),
                        question.filter().actor(),
                        Room.ANY)
                .figures();
        return new Responsiveness.Group(parts, false, 0, null, none, null);
    }

    private static boolean holdsSomething(Figures figures) {
        return figures.n() > 0
                || (figures.closures() != null && figures.closures().n() > 0);
    }
}
