package id.sigap.runtime.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import id.sigap.runtime.access.Caller;
import id.sigap.runtime.access.Callers;
import id.sigap.runtime.access.Roles;
import id.sigap.runtime.problem.ProblemException;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/** Something of every kind that a service's resources do. */
@Path("/sample")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
public class SampleResource {
    private final Callers callers;

    /** Over the caller. */
    public SampleResource(Callers callers) {
        this.callers = callers;
    }

    /** A body with fields of several forms. */
    public record Body(@JsonProperty(required = true) String text, int count, List<Line> lines) {
        /** With a rule of its own. */
        public Body {
            if (text != null && text.isBlank()) {
                throw ProblemException.unprocessable("text", "The text must not be blank.");
            }
        }
    }

    /** A part of the body. */
    public record Line(Colour colour) {}

    /** Some values. */
    public enum Colour {
        /** As is. */
        @JsonProperty("merah")
        RED,
        /** As is. */
        @JsonProperty("putih")
        WHITE
    }

    /** Fine. */
    @GET
    @Path("/fine")
    public Map<String, String> fine() {
        return Map.of("is", "fine");
    }

    /** Fine, and kept for a day. */
    @GET
    @Path("/kept")
    public Response kept() {
        return Response.ok(Map.of()).header("Cache-Control", "max-age=86400").build();
    }

    /** Fine, and framed by anybody. */
    @GET
    @Path("/framed")
    public Response framed() {
        return Response.ok(Map.of())
                .header("Content-Security-Policy", "frame-ancestors *")
                .build();
    }

    /** Takes a form. */
    @POST
    @Path("/form")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Map<String, String> form(@FormParam("text") String text) {
        return Map.of("text", String.valueOf(text));
    }

    /** Takes JSON. */
    @POST
    @Path("/body")
    @Consumes(MediaType.APPLICATION_JSON)
    public Body body(Body body) {
        return body;
    }

    /** Takes bytes. */
    @POST
    @Path("/bytes")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    public Map<String, Integer> bytes(InputStream body) throws IOException {
        return Map.of("bytes", body.readAllBytes().length);
    }

    /** For agents. */
    @GET
    @Path("/agent")
    @RolesAllowed(Roles.AGENT)
    public Caller agent() {
        return callers.current();
    }

    /** The same, under a realm that never was there. */
    @GET
    @Path("/away")
    @RolesAllowed(Roles.AGENT)
    public Caller away() {
        return callers.current();
    }

    /** The same, under a realm that was there once. */
    @GET
    @Path("/gone")
    @RolesAllowed(Roles.AGENT)
    public Caller gone() {
        return callers.current();
    }

    /** An address with a colon, with all that a request may bring. */
    @POST
    @Path("/body:copy")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.AGENT)
    public Copied copy(@QueryParam("mark") String mark, Body body) {
        return new Copied(callers.current().name(), mark, body.text());
    }

    /** What arrived. */
    public record Copied(String by, String mark, String text) {}

    /** For whoever logged in and may see the agency. */
    @GET
    @Path("/agency/{agency}")
    @Authenticated
    public Caller agency(@PathParam("agency") String agency) {
        Caller caller = callers.current();
        caller.mustSee(agency);
        return caller;
    }

    /** Breaks with words in its message that nobody may see. */
    @GET
    @Path("/broken")
    public String broken() {
        throw new IllegalStateException("Budi wrote rahasia");
    }

    /** Busy. */
    @GET
    @Path("/busy")
    public String busy() {
        throw ProblemException.unavailable(Duration.ofMillis(1_500), "PostgreSQL is away.");
    }

    /** Numbers of a query. */
    @GET
    @Path("/numbers")
    public String numbers(
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("after") Long after,
            @RestQuery("all") @DefaultValue("false") boolean all) {
        return "[%d,%s,%s]".formatted(limit, after, all);
    }

    /** A number of a form. */
    @POST
    @Path("/numbers")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public String numbers(@RestForm("versi") int version, @RestForm("hari") Integer days) {
        return "[%d,%s]".formatted(version, days);
    }
}
