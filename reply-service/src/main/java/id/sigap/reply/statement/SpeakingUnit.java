package id.sigap.reply.statement;

import id.sigap.contracts.directory.Agency;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Who speaks for all cases of an incident: the unit that has them, and where several have, the nearest unit above all of
 * them. So nobody approves alone what other units' citizens are told.
 */
public final class SpeakingUnit {
    private SpeakingUnit() {}

    /** Of these units; the agency's default unit when they have none in common, or there are none. */
    public static String of(Agency agency, Collection<String> units) {
        List<String> common = null;
        for (String unit : units) {
            List<String> upwards = agency.unitsUpwards(unit);
            if (common == null) {
                common = new ArrayList<>(upwards);
            } else {
                common.retainAll(upwards);
            }
        }
        return common == null || common.isEmpty() ? agency.defaultUnit() : common.get(0);
    }
}
