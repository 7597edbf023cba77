package id.sigap.contracts.directory;

import id.sigap.contracts.Channel;
import id.sigap.contracts.Kind;
import id.sigap.contracts.Urgency;
import id.sigap.contracts.event.AlertEvent;
import id.sigap.contracts.event.AlertFacts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which alerts a rule is about: every given part must fit; a part that is absent or empty fits all. An alert that has no
 * such thing fits no part that asks for it: an account that went quiet belongs to no unit.
 *
 * @param types any of these
 * @param units of any of these, or of a unit below one
 * @param accounts any of these
 * @param channels any of these
 * @param kinds any of these
 * @param urgencies any of these
 */
public record AlertCondition(
        List<AlertType> types,
        List<String> units,
        List<String> accounts,
        List<Channel> channels,
        List<Kind> kinds,
        List<Urgency> urgencies) {
    /** Copies. */
    public AlertCondition {
        types = types == null ? List.of() : List.copyOf(types);
        units = units == null ? List.of() : List.copyOf(units);
        accounts = accounts == null ? List.of() : List.copyOf(accounts);
        channels = channels == null ? List.of() : List.copyOf(channels);
        kinds = kinds == null ? List.of() : List.copyOf(kinds);
        urgencies = urgencies == null ? List.of() : List.copyOf(urgencies);
    }

    /** Whether it fits an alert of this agency. */
    boolean fits(AlertEvent alert, Agency agency) {
        AlertFacts facts = alert.facts();
        return (types.isEmpty() || types.stream().anyMatch(type -> type.is(alert.type())))
                && (units.isEmpty() || ofAUnit(facts.unit(), agency))
                && any(accounts, facts.account())
                && any(channels, facts.channel())
                && any(kinds, facts.kind())
                && any(urgencies, facts.urgency());
    }

    private boolean ofAUnit(@Nullable String unit, Agency agency) {
        return unit != null && agency.unitsUpwards(unit).stream().anyMatch(units::contains);
    }

    private static <T> boolean any(List<T> wanted, @Nullable T value) {
        return wanted.isEmpty() || (value != null && wanted.contains(value));
    }
}
