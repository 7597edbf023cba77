package id.sigap.reply.desk;

import id.sigap.contracts.Channel;
import id.sigap.contracts.WrittenLanguage;
import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.directory.Topic;
import id.sigap.contracts.directory.Unit;
import id.sigap.reply.duty.Duty;
import id.sigap.reply.duty.DutyResource;
import id.sigap.runtime.access.Roles;
import id.sigap.runtime.problem.ProblemException;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** Who is on duty with how much, and saying so of oneself. */
@Path("/piket")
@DeskPage
@RolesAllowed({Roles.AGENT, Roles.SUPERVISOR})
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class DutyPages {
    private static final String AVAILABLE = "available";
    private static final String AWAY = "away";
    private static final int USUAL_CAPACITY = 10;

    private final Visitor visitor;
    private final DutyResource duty;
    private final Forms forms;

    /** Over the API's own duty. */
    DutyPages(Visitor visitor, DutyResource duty, Forms forms) {
        this.visitor = visitor;
        this.duty = duty;
        this.forms = forms;
    }

    /** The reader's own duty, and everybody's of the agency. */
    @GET
    @Consumes(MediaType.WILDCARD)
    public Uni<TemplateInstance> page(
            @QueryParam("agency") @Nullable String asked, @QueryParam("kabar") @Nullable String word) {
        AgencyChoice choice = visitor.agency(asked);
        Visitor.Frame frame = visitor.frame("/piket" + choice.query(), Screen.DUTY);
        DeskWords words = frame.words();
        String me = visitor.caller().name();
        Instant now = Instant.now();
        return duty.all().map(everybody -> {
            List<Duty.Person> people = everybody.stream()
                    .filter(person -> person.agency().equals(choice.id()))
                    .toList();
            Duty.@Nullable Person mine = people.stream()
                    .filter(person -> person.person().equals(me))
                    .findFirst()
                    .orElse(null);
            return Templates.duty(
                    words,
                    frame,
                    choice,
                    mine(mine, choice.agency(), words),
                    people.stream()
                            .map(person -> Line.of(person, choice.agency(), now, words))
                            .toList(),
                    people.stream().filter(DutyPages::here).count(),
                    word == null ? null : words.notice(word));
        });
    }

    /** The reader is on duty, or not, and can take this much of that. */
    @POST
    public Uni<Response> say(
            @RestForm("agency") @Nullable String asked,
            @RestForm("status") @Nullable String status,
            @RestForm("kapasitas") @Nullable String capacity,
            @RestForm("unit") @Nullable List<String> units,
            @RestForm("topik") @Nullable List<String> topics,
            @RestForm("ragam") @Nullable List<String> languages,
            @RestForm("kanal") @Nullable List<String> channels) {
        AgencyChoice choice = visitor.agency(asked);
        return forms.act(
                "/piket" + choice.query(),
                AWAY.equals(status) ? Done.OFF_DUTY : Done.ON_DUTY,
                caller -> duty.put(new DutyResource.Said(
                                status, choice.id(), number(capacity), units, topics, languages, channels))
                        .replaceWithVoid());
    }

    private static boolean here(Duty.Person person) {
        return person.status().equals(AVAILABLE);
    }

    private static int number(@Nullable String text) {
        try {
            return Integer.parseInt(text == null ? "" : text.strip());
        } catch (NumberFormatException e) {
            throw ProblemException.badRequest("capacity", "This must be a number.");
        }
    }

    private static Mine mine(Duty.@Nullable Person mine, Agency agency, DeskWords words) {
        Locale locale = words.language().locale();
        return new Mine(
                mine != null && here(mine),
                mine == null ? USUAL_CAPACITY : mine.capacity(),
                List.of(
                        skill(
                                "unit",
                                Say.UNIT,
                                options(agency.units(), Unit::id, Unit::name, mine == null ? List.of() : mine.units()),
                                words),
                        skill(
                                "topik",
                                Say.TOPIC,
                                options(
                                        agency.topics().stream()
                                                .sorted(Comparator.comparing(Topic::name))
                                                .toList(),
                                        Topic::id,
                                        Topic::name,
                                        mine == null ? List.of() : mine.topics()),
                                words),
                        skill(
                                "kanal",
                                Say.CHANNEL,
                                options(
                                        Arrays.asList(Channel.values()),
                                        Channel::wire,
                                        words::of,
                                        mine == null ? List.of() : mine.channels()),
                                words),
                        skill(
                                "ragam",
                                Say.WRITTEN_IN,
                                options(
                                        Stream.of(WrittenLanguage.values())
                                                .filter(one -> one != WrittenLanguage.MIXED
                                                        && one != WrittenLanguage.UNDETERMINED)
                                                .toList(),
                                        WrittenLanguage::wire,
                                        one -> Locale.forLanguageTag(one.wire()).getDisplayLanguage(locale),
                                        mine == null ? List.of() : mine.languages()),
                                words)));
    }

    private static Skill skill(String name, Say label, List<QueueFilter.Option> options, DeskWords words) {
        long chosen = options.stream().filter(QueueFilter.Option::chosen).count();
        return new Skill(
                name, label.by(words), chosen == 0 ? Say.EVERYTHING.by(words) : Long.toString(chosen), options);
    }

    private static <T> List<QueueFilter.Option> options(
            List<T> all, Function<T, String> value, Function<T, String> label, List<String> chosen) {
        return all.stream()
                .map(one ->
                        new QueueFilter.Option(value.apply(one), label.apply(one), chosen.contains(value.apply(one))))
                .toList();
    }

    /** What the reader said of themselves. */
    record Mine(boolean here, int capacity, List<Skill> skills) {}

    /** What somebody may take only some of. */
    record Skill(String name, String label, String told, List<QueueFilter.Option> options) {}

    /** Somebody. Since when is in milliseconds since 1970. */
    record Line(
            String person, boolean here, int load, int capacity, boolean full, String takes, long since, String span) {
        static Line of(Duty.Person person, Agency agency, Instant now, DeskWords words) {
            List<String> takes = new ArrayList<>();
            person.units()
                    .forEach(id -> takes.add(agency.unit(id).map(Unit::name).orElse(id)));
            person.topics()
                    .forEach(id -> takes.add(agency.topic(id).map(Topic::name).orElse(id)));
            person.channels().forEach(wire -> takes.add(words.of(Channel.of(wire))));
            person.languages()
                    .forEach(tag -> takes.add(Locale.forLanguageTag(tag)
                            .getDisplayLanguage(words.language().locale())));
            return new Line(
                    person.person(),
                    DutyPages.here(person),
                    person.load(),
                    person.capacity(),
                    person.load() >= person.capacity(),
                    takes.isEmpty() ? Say.EVERYTHING.by(words) : takes.stream().collect(Collectors.joining(", ")),
                    person.since().toEpochMilli(),
                    words.span(Duration.between(person.since(), now)));
        }
    }

    /** The page. */
    @CheckedTemplate(basePath = "desk")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance duty(
                DeskWords words,
                Visitor.Frame frame,
                AgencyChoice choice,
                Mine mine,
                List<Line> people,
                long here,
                DeskWords.@Nullable Notice notice);
    }
}
