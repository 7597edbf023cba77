package id.sigap.metrics.selection;

import id.sigap.contracts.Channel;
import id.sigap.contracts.Kind;
import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.directory.Directory;
import id.sigap.contracts.directory.Topic;
import id.sigap.contracts.directory.Unit;
import id.sigap.metrics.responsiveness.Scope;
import id.sigap.runtime.access.Caller;
import id.sigap.runtime.directory.CurrentDirectory;
import id.sigap.runtime.problem.ProblemException;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Reads what a caller asks for. Units and topics bring with them all that the directory has below them. */
@Singleton
public class Selections {
    private final CurrentDirectory directory;

    /** By the directory in force. */
    public Selections(CurrentDirectory directory) {
        this.directory = directory;
    }

    /**
     * What was asked for, as it stands in the query of every route that takes it; blank is as if absent.
     *
     * @param agency one agency
     * @param unit a unit, with all below it
     * @param account an account
     * @param channel a channel's word
     * @param kind a kind's word
     * @param topic a topic, with all below it
     */
    public record Asked(
            @Parameter(description = "all of the caller's if absent") @RestQuery @Nullable
            String agency,

            @Parameter(description = "with all units below it") @RestQuery @Nullable
            String unit,

            @RestQuery @Nullable String account,
            @RestQuery @Nullable String channel,
            @RestQuery @Nullable String kind,

            @Parameter(description = "with all topics below it") @RestQuery @Nullable
            String topic) {}

    /**
     * For a caller.
     *
     * @throws ProblemException 404 for another's agency; 400 naming the parameter
     */
    public Selection of(Caller caller, Asked asked) {
        return of(Scope.agencies(caller, asked.agency()), asked, directory.get());
    }

    static Selection of(Set<String> agencies, Asked asked, Directory directory) {
        String channel = Scope.channel(asked.channel());
        String kind = Scope.kind(asked.kind());
        return new Selection(
                agencies,
                below(agencies, Scope.given(asked.unit()), directory, Selections::units),
                below(agencies, Scope.given(asked.topic()), directory, Selections::topics),
                Scope.given(asked.account()),
                channel == null ? null : Channel.of(channel),
                kind == null ? null : Kind.of(kind));
    }

    /** What left the directory has nothing below it, and its figures stay. */
    private static @Nullable Map<String, Set<String>> below(
            Set<String> agencies,
            @Nullable String id,
            Directory directory,
            BiFunction<Agency, String, List<String>> branch) {
        if (id == null) {
            return null;
        }
        Map<String, Set<String>> below = new HashMap<>();
        for (String agency : agencies) {
            Set<String> ids = new HashSet<>();
            ids.add(id);
            directory.agency(agency).ifPresent(known -> ids.addAll(branch.apply(known, id)));
            below.put(agency, ids);
        }
        return below;
    }

    private static List<String> units(Agency agency, String top) {
        return agency.units().stream()
                .map(Unit::id)
                .filter(unit -> agency.unitsUpwards(unit).contains(top))
                .toList();
    }

    private static List<String> topics(Agency agency, String top) {
        return agency.topics().stream()
                .map(Topic::id)
                .filter(topic -> agency.lineage(topic).contains(top))
                .toList();
    }
}
