package id.sigap.metrics.scorecard;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.directory.Directory;
import id.sigap.metrics.figure.Figures;
import id.sigap.metrics.figure.Share;
import id.sigap.metrics.responsiveness.Grouping;
import id.sigap.metrics.responsiveness.Question;
import id.sigap.metrics.responsiveness.Responsiveness;
import id.sigap.metrics.responsiveness.ResponsivenessReport;
import id.sigap.metrics.responsiveness.Span;
import id.sigap.metrics.scorecard.Scorecard.AgencyCard;
import id.sigap.metrics.scorecard.Scorecard.Card;
import id.sigap.metrics.scorecard.Scorecard.Part;
import id.sigap.metrics.turn.Activities;
import id.sigap.metrics.turn.ActivityCount;
import id.sigap.runtime.directory.CurrentDirectory;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The scorecards of the published months. Each is computed at most once in five minutes, however many ask: nobody can
 * make the figures of those who work with them slow.
 */
@Singleton
public class ScorecardReport {
    private final ResponsivenessReport responsiveness;
    private final Activities activities;
    private final CurrentDirectory directory;
    private final Cache<YearMonth, Scorecard> cards = Caffeine.newBuilder()
            .maximumSize(30)
            .expireAfterWrite(Duration.ofMinutes(5))
            .build();

    /** Over the reports, with names from the directory. */
    public ScorecardReport(ResponsivenessReport responsiveness, Activities activities, CurrentDirectory directory) {
        this.responsiveness = responsiveness;
        this.activities = activities;
        this.directory = directory;
    }

    /** That of a month that is published. Who stays out of it by the directory in force is not in it at once. */
    Scorecard of(YearMonth month, Instant now) {
        return shown(cards.get(month, any -> compute(month, now)), directory.get());
    }

    /** Of the agencies whose cards everybody may see. */
    static Scorecard shown(Scorecard card, Directory directory) {
        return card.only(card.agencies().stream()
                .filter(one -> directory
                        .agency(one.agency())
                        .map(Agency::scorecardIsPublic)
                        .orElse(true))
                .toList());
    }

    private Scorecard compute(YearMonth month, Instant now) {
        Span span = new Span(Months.start(month), Months.end(month));
        return new Scorecard(
                month.toString(),
                span.from(),
                span.to(),
                Question.TARGET.toSeconds(),
                Question.LIMIT.toSeconds(),
                Disclosure.FEWEST,
                directory.get().agencies().stream()
                        .filter(Agency::scorecardIsPublic)
                        .sorted(Comparator.comparing(Agency::name))
                        .map(agency -> card(agency, span, now))
                        .toList());
    }

    private AgencyCard card(Agency agency, Span span, Instant now) {
        return card(agency, by -> groups(agency, span, by, now), () -> coverage(agency, span));
    }

    /** Of an agency with these groups, by what is asked for, and this coverage. */
    static AgencyCard card(
            Agency agency,
            Function<List<Grouping>, List<Responsiveness.Group>> groups,
            Supplier<Optional<Scorecard.Coverage>> coverage) {
        Figures all = groups.apply(List.of()).get(0).figures();
        boolean shown = Disclosure.mayBeShown(all.n());
        return new AgencyCard(
                agency.id(),
                agency.name(),
                shown ? card(all) : Card.NOT_SHOWN,
                shown ? byActor(all) : List.of(),
                shown ? coverage.get().orElse(null) : null,
                shown ? parts(groups.apply(List.of(Grouping.CHANNEL))) : List.of(),
                shown ? parts(groups.apply(List.of(Grouping.KIND))) : List.of());
    }

    private List<Responsiveness.Group> groups(Agency agency, Span span, List<Grouping> by, Instant now) {
        Question question =
                new Question(Set.of(agency.id()), span, null, null, null, by, Question.TARGET, Question.LIMIT);
        return responsiveness.answer(question, now).groups();
    }

    private static List<Part> parts(List<Responsiveness.Group> groups) {
        List<Responsiveness.Group> used = groups.stream()
                .filter(group -> group.figures().n() > 0)
                .sorted(Comparator.comparing(ScorecardReport::name))
                .toList();
        List<Boolean> shown =
                Disclosure.of(used.stream().map(group -> group.figures().n()).toList());
        return IntStream.range(0, used.size())
                .mapToObj(i -> new Part(
                        name(used.get(i)), shown.get(i) ? card(used.get(i).figures()) : Card.NOT_SHOWN))
                .toList();
    }

    private static Card card(Figures figures) {
        return new Card(true, figures.n(), rounded(figures.within()), rounded(figures.ignored()), figures.p50());
    }

    private static List<Scorecard.ActorShare> byActor(Figures figures) {
        return figures.byActor().stream()
                .map(actor -> new Scorecard.ActorShare(actor.actor(), orNone(rounded(actor.within()))))
                .toList();
    }

    private Optional<Scorecard.Coverage> coverage(Agency agency, Span span) {
        ActivityCount.Citizens citizens = new ActivityCount.Citizens();
        activities.each(
                agency.id(), any -> true, span.firstHour(), span.hourBehind(), (key, count) -> count.addTo(citizens));
        long wrote = citizens.wrote();
        return Disclosure.mayBeShown(wrote)
                ? Optional.of(new Scorecard.Coverage(wrote, rounded((double) citizens.answered() / wrote)))
                : Optional.empty();
    }

    private static double orNone(@Nullable Double share) {
        return share == null ? 0 : share;
    }

    private static @Nullable Double rounded(Share share) {
        return share.share() == null ? null : Double.valueOf(rounded(share.share()));
    }

    private static double rounded(double share) {
        return Math.round(share * 1_000) / 1_000.0;
    }

    private static String name(Responsiveness.Group group) {
        return String.join(" ", group.group().values());
    }
}
