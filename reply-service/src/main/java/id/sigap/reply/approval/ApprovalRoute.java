package id.sigap.reply.approval;

import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.directory.ApprovalLevel;
import id.sigap.contracts.directory.Unit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who gives one approval of a case, one step after the other: the approvers; when they are silent the deputies; then the
 * next level's approvers; then, unit by unit upwards, the supervisors. Who was asked before may still decide.
 *
 * @param steps at least one
 * @param target how long the first step should take; absent when nothing is aimed at
 * @param timeout after which it goes one step further; absent when it stays with the first
 * @param edited who agrees when an approver changes the text
 */
public record ApprovalRoute(
        List<Step> steps,
        @Nullable Duration target,
        @Nullable Duration timeout,
        ApprovalLevel.Edited edited) {
    /** The role that may approve where the directory names nobody. */
    public static final String SUPERVISOR = "supervisor";

    private static final int HIGHEST_LEVEL = 2;

    /** Copies. */
    public ApprovalRoute {
        steps = List.copyOf(steps);
    }

    /** By the agency's directory. */
    public static ApprovalRoute of(Agency agency, String unit, int level) {
        ApprovalLevel declared = agency.approval(level, unit).orElse(null);
        if (declared == null) {
            return new ApprovalRoute(
                    List.of(new Step("approvers", List.of(), List.of(SUPERVISOR))),
                    null,
                    null,
                    ApprovalLevel.Edited.ANOTHER_APPROVER);
        }
        List<Step> steps = new ArrayList<>();
        steps.add(new Step("approvers", declared.approvers(), declared.roles()));
        if (declared.timeout() != null) {
            add(steps, new Step("deputies", declared.deputies(), List.of()));
            if (level < HIGHEST_LEVEL) {
                agency.approval(level + 1, unit)
                        .ifPresent(next -> add(steps, new Step("next-level", next.approvers(), next.roles())));
            }
            upwards(agency, unit, steps);
        }
        return new ApprovalRoute(
                steps,
                declared.target(),
                declared.timeout(),
                Objects.requireNonNullElse(declared.edited(), ApprovalLevel.Edited.ANOTHER_APPROVER));
    }

    private static void upwards(Agency agency, String unit, List<Step> steps) {
        List<String> way = agency.unitsUpwards(unit);
        for (String above : way.subList(Math.min(1, way.size()), way.size())) {
            agency.unit(above)
                    .map(Unit::supervisors)
                    .ifPresent(people -> add(steps, new Step("supervisors of " + above, people, List.of())));
        }
    }

    private static void add(List<Step> steps, Step step) {
        if (!step.people().isEmpty() || !step.roles().isEmpty()) {
            steps.add(step);
        }
    }

    /**
     * Whether somebody may give the approval by now.
     *
     * @param hop how often it was handed on
     */
    public boolean admits(String name, Set<String> roles, int hop) {
        return reached(hop).stream().anyMatch(step -> step.admits(name, roles));
    }

    /** The steps that are asked by now. */
    public List<Step> reached(int hop) {
        return steps.subList(0, Math.min(steps.size(), Math.max(0, hop) + 1));
    }

    /** When it is handed on next, having been handed on so often by now; absent when it stays where it is. */
    public @Nullable Instant due(int hop, Instant now) {
        return timeout == null || hop + 1 >= steps.size() ? null : now.plus(timeout);
    }

    /** By when the first step should have decided. */
    public @Nullable Instant targetAt(Instant since) {
        return target == null ? null : since.plus(target);
    }

    /**
     * People who are asked together.
     *
     * @param name what they are: approvers, deputies, next-level, or supervisors of a unit
     * @param people by login name
     * @param roles whoever has one of them
     */
    public record Step(String name, List<String> people, List<String> roles) {
        /** Copies. */
        public Step {
            people = List.copyOf(people);
            roles = List.copyOf(roles);
        }

        boolean admits(String person, Set<String> theirRoles) {
            return people.contains(person) || roles.stream().anyMatch(theirRoles::contains);
        }

        /** For the case's history, e.g. {@code deputies: tono}. */
        public String summary() {
            List<String> all = new ArrayList<>(people);
            roles.forEach(role -> all.add("role " + role));
            return name + ": " + String.join(", ", all);
        }
    }
}
