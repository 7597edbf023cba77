package id.sigap.metrics.responsiveness;

import id.sigap.metrics.table.CsvTable;
import id.sigap.metrics.table.ParquetTable;
import id.sigap.runtime.access.Callers;
import id.sigap.runtime.access.Roles;
import id.sigap.runtime.problem.ProblemException;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** How fast citizens are answered, for whom, and how many are ignored. */
@Path("/api/v1/responsiveness")
@RolesAllowed({Roles.SUPERVISOR, Roles.AUDITOR, Roles.INTEGRATION})
@Produces({MediaType.APPLICATION_JSON, Format.TEXT_CSV, Format.APPLICATION_PARQUET})
@Blocking
public class ResponsivenessResource {
    private final ResponsivenessReport report;
    private final Callers callers;

    /** Over the report. */
    public ResponsivenessResource(ResponsivenessReport report, Callers callers) {
        this.report = report;
        this.callers = callers;
    }

    /** What is asked in the address' query. */
    public static final class Asked {
        @Parameter(description = "RFC 3339 or a day in WIB; seven days before `to` if absent")
        @RestQuery
        @Nullable
        String from;

        @Parameter(description = "RFC 3339, exclusive, or a day in WIB, inclusive; now if absent")
        @RestQuery
        @Nullable
        String to;

        @Parameter(description = "all of the caller's if absent")
        @RestQuery
        @Nullable
        String agency;

        @RestQuery
        @Nullable
        String unit;

        @RestQuery
        @Nullable
        String channel;

        @RestQuery
        @Nullable
        String kind;

        @RestQuery
        @Nullable
        String account;

        @RestQuery
        @Nullable
        String topic;

        @Parameter(description = "human, approved-draft or automatic: what others answered is not answered by this one")
        @RestQuery
        @Nullable
        String actor;

        @Parameter(
                description =
                        "some of agency, unit, channel, kind, account, topic, actor, hour, hourOfDay, weekday, with commas")
        @RestQuery
        @Nullable
        String groupBy;

        @Parameter(description = "hour, day, week or month, where the agency is: a group for each")
        @RestQuery
        @Nullable
        String every;

        @Parameter(
                description =
                        "true: a unit stands for all units below it, too, and a topic for all topics; false if absent")
        @RestQuery
        @Nullable
        String rollUp;

        @Parameter(
                description =
                        "previous: the figures of the span before beside, of equal length, and groups that only it has")
        @RestQuery
        @Nullable
        String compare;

        @Parameter(description = "T of within(T), ISO 8601; PT10M if absent")
        @RestQuery
        @Nullable
        String target;

        @Parameter(description = "H of ignored(H), ISO 8601; PT24H if absent")
        @RestQuery
        @Nullable
        String ignoredAfter;

        @Parameter(description = "json, csv or parquet; by the header Accept if absent")
        @RestQuery
        @Nullable
        String format;
    }

    /** The figures of the caller's agencies. */
    @GET
    @Operation(
            summary = "Responsiveness by any grouping",
            description = "Turns that began in the span, with those that still wait; cases that were closed in it."
                    + " Another agency's is a 404.")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = Responsiveness.class)),
                @Content(mediaType = Format.TEXT_CSV, schema = @Schema(type = SchemaType.STRING)),
                @Content(
                        mediaType = Format.APPLICATION_PARQUET,
                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response get(@BeanParam Asked asked, @Context HttpHeaders headers) {
        var now = Clock.systemUTC().instant();
        Format format = Format.of(asked.format, headers.getAcceptableMediaTypes());
        Question question = new Question(
                Scope.agencies(callers.current(), asked.agency),
                Span.of(asked.from, asked.to, now),
                new Filter(
                        Scope.given(asked.unit),
                        Scope.channel(asked.channel),
                        Scope.kind(asked.kind),
                        Scope.given(asked.account),
                        Scope.given(asked.topic),
                        Scope.actor(asked.actor)),
                new Layout(
                        Grouping.of(asked.groupBy),
                        Granularity.of(asked.every),
                        choice("rollUp", asked.rollUp, "true", "false"),
                        choice("compare", asked.compare, "previous", "none")),
                duration("target", asked.target, Question.TARGET),
                duration("ignoredAfter", asked.ignoredAfter, Question.LIMIT));
        return written(report.answer(question, now), format);
    }

    private static Response written(Responsiveness answer, Format format) {
        Object entity = switch (format) {
            case JSON -> answer;
            case CSV ->
                CsvTable.of(FigureTable.all(), FigureTable.Row.of(answer)).getBytes(StandardCharsets.UTF_8);
            case PARQUET -> ParquetTable.of(FigureTable.Row.class, FigureTable.all(), FigureTable.Row.of(answer));
        };
        Response.ResponseBuilder response =
                Response.ok(entity, format.type()).header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        return format == Format.JSON
                ? response.build()
                : response.header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                "attachment; filename=\"responsiveness." + format.ending() + '"')
                        .build();
    }

    private static boolean choice(String field, @Nullable String given, String chosen, String other) {
        String word = Scope.given(given);
        if (word == null || word.equals(other)) {
            return false;
        }
        if (word.equals(chosen)) {
            return true;
        }
        throw ProblemException.badRequest(field, "must be " + chosen + " or " + other);
    }

    private static Duration duration(String field, @Nullable String text, Duration otherwise) {
        String given = Scope.given(text);
        if (given == null) {
            return otherwise;
        }
        try {
            Duration duration = Duration.parse(given);
            if (duration.toSeconds() >= 1 && duration.toDays() <= 365) {
                return duration;
            }
        } catch (DateTimeException e) {
            // Answered below like one that is out of bounds.
        }
        throw ProblemException.badRequest(field, "must be a duration of a second to a year, like PT10M");
    }
}
