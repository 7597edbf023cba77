package id.sigap.reply.assignment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Shares cases out in turn: each goes to who has waited longest for one among those who can take it and have room.
 * Nobody gets more than their capacity; a case that nobody can take stays where it is.
 */
public final class RoundRobin {
    private RoundRobin() {}

    /** Who gets which, in the order of the cases. */
    public static List<Given> share(List<WaitingCase> cases, List<OnDuty> people) {
        List<OnDuty> turn = new ArrayList<>(people);
        turn.sort(Comparator.comparing(OnDuty::lastAssigned, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(OnDuty::person));
        Map<String, Integer> room = new HashMap<>();
        people.forEach(person -> room.put(person.person(), person.capacity() - person.load()));
        List<Given> given = new ArrayList<>();
        for (WaitingCase waiting : cases) {
            for (int i = 0; i < turn.size(); i++) {
                OnDuty next = turn.get(i);
                if (room.getOrDefault(next.person(), 0) > 0 && next.canTake(waiting)) {
                    room.merge(next.person(), -1, Integer::sum);
                    turn.remove(i);
                    turn.add(next);
                    given.add(new Given(waiting.caseId(), next.person()));
                    break;
                }
            }
        }
        return given;
    }

    /**
     * A case and who gets it.
     *
     * @param caseId the case
     * @param person the login name
     */
    public record Given(UUID caseId, String person) {}
}
