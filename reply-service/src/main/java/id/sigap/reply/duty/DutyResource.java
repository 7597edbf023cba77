package id.sigap.reply.duty;

import id.sigap.contracts.Channel;
import id.sigap.contracts.WrittenLanguage;
import id.sigap.contracts.directory.Agency;
import id.sigap.runtime.access.Caller;
import id.sigap.runtime.access.Callers;
import id.sigap.runtime.access.Roles;
import id.sigap.runtime.directory.CurrentDirectory;
import id.sigap.runtime.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Being at work: people say so themselves, and with it what they can take. */
@Path("/api/v1")
@RolesAllowed({Roles.AGENT, Roles.SUPERVISOR})
@Produces(MediaType.APPLICATION_JSON)
public class DutyResource {
    private static final int MOST_SKILLS = 100;
    private static final int LARGEST_CAPACITY = 1_000;
    private static final int DEFAULT_CAPACITY = 10;

    private final Callers callers;
    private final Duty duty;
    private final CurrentDirectory directory;

    /** Over what is known of duty. */
    public DutyResource(Callers callers, Duty duty, CurrentDirectory directory) {
        this.callers = callers;
        this.duty = duty;
        this.directory = directory;
    }

    /** What the caller said of themselves, for each of their agencies. */
    @GET
    @Path("/me/presence")
    public Uni<List<Duty.Person>> mine() {
        Caller caller = callers.current();
        return duty.of(caller.agencies(), caller.name());
    }

    /** The caller is here, or away, and can take this much of that. */
    @PUT
    @Path("/me/presence")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<List<Duty.Person>> put(@Nullable Said said) {
        Caller caller = callers.current();
        if (said == null || said.status() == null) {
            throw ProblemException.badRequest("status", "This must be one of available, away.");
        }
        Set<String> agencies = said.agency() == null ? caller.agencies() : Set.of(said.agency());
        agencies.forEach(caller::mustSee);
        return duty.put(caller, agencies, shift(said, agencies)).flatMap(done -> duty.of(agencies, caller.name()));
    }

    /** Everybody of the caller's agencies who said something. */
    @GET
    @Path("/duty")
    public Uni<List<Duty.Person>> all() {
        return duty.of(callers.current().agencies(), null);
    }

    private Duty.Shift shift(Said said, Collection<String> agencies) {
        boolean available = "available".equals(said.status());
        if (!available && !"away".equals(said.status())) {
            throw ProblemException.badRequest("status", "This must be one of available, away.");
        }
        int capacity = said.capacity() == null ? DEFAULT_CAPACITY : said.capacity();
        if (capacity < 0 || capacity > LARGEST_CAPACITY) {
            throw ProblemException.badRequest("capacity", "This must be from 0 to " + LARGEST_CAPACITY + ".");
        }
        return new Duty.Shift(
                available,
                capacity,
                skills(
                        "units",
                        said.units(),
                        unit -> agency(agencies, agency -> agency.unit(unit).isPresent())),
                skills(
                        "topics",
                        said.topics(),
                        topic -> agency(agencies, agency -> agency.topic(topic).isPresent())),
                skills("languages", said.languages(), word -> known(() -> WrittenLanguage.of(word))),
                skills("channels", said.channels(), word -> known(() -> Channel.of(word))));
    }

    private boolean agency(Collection<String> agencies, Predicate<Agency> has) {
        return agencies.stream()
                .anyMatch(id -> directory.get().agency(id).filter(has).isPresent());
    }

    private static boolean known(Runnable reads) {
        try {
            reads.run();
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static List<String> skills(String field, @Nullable List<String> words, Predicate<String> exists) {
        if (words == null) {
            return List.of();
        }
        if (words.size() > MOST_SKILLS) {
            throw ProblemException.badRequest(field, "These are more than " + MOST_SKILLS + ".");
        }
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word == null || !exists.test(word)) {
                throw ProblemException.badRequest(field + "[" + i + "]", "There is no such one.");
            }
        }
        return words.stream().distinct().toList();
    }

    /**
     * What somebody says of themselves.
     *
     * @param status available or away
     * @param agency for which of their agencies; absent for all
     * @param capacity how many cases at once; 10 when absent
     * @param units whose cases; all when absent or empty, as the others
     */
    public record Said(
            @Nullable String status,
            @Nullable String agency,
            @Nullable Integer capacity,
            @Nullable List<String> units,
            @Nullable List<String> topics,
            @Nullable List<String> languages,
            @Nullable List<String> channels) {}
}
