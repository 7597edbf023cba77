package id.sigap.triage.slot;

import id.sigap.contracts.event.KnownSlot;
import id.sigap.contracts.event.PersonalData;
import java.util.List;

/**
 * What a text gives of the details that its topic asks for.
 *
 * @param missing ids of the details that it leaves open, in the order of asking
 * @param known what it gives and where, in the order of asking
 * @param codes booking codes among what it gives: only the agency's own pattern can tell them
 */
public record Slots(List<String> missing, List<KnownSlot> known, List<PersonalData> codes) {
    /** Of a topic that asks for nothing. */
    public static final Slots NONE = new Slots(List.of(), List.of(), List.of());
}
