package id.sigap.triage.personaldata;

import id.sigap.contracts.event.PersonalData;
import id.sigap.triage.text.NormalText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds personal data in one pass per type over the plain form of a text, without regular expressions, so that no text
 * can make it slow. Places are given in the original text.
 */
public final class PersonalDataFinder {
    private PersonalDataFinder() {}

    /** What was found, in order of appearance, without overlaps: of two that overlap the earlier, longer one stays. */
    public static List<PersonalData> find(NormalText text) {
        List<PersonalData> found = new ArrayList<>();
        EmailScan.scan(text, found);
        NumberScan.scan(text, found);
        PlateScan.scan(text, found);
        return withoutOverlaps(found);
    }

    /** The same for places from several sources. */
    public static List<PersonalData> withoutOverlaps(List<PersonalData> found) {
        if (found.size() < 2) {
            return List.copyOf(found);
        }
        List<PersonalData> sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparingInt(PersonalData::start)
                .thenComparing(Comparator.comparingInt(PersonalData::end).reversed()));
        List<PersonalData> kept = new ArrayList<>();
        int end = 0;
        for (PersonalData place : sorted) {
            if (place.start() >= end) {
                kept.add(place);
                end = place.end();
            }
        }
        return List.copyOf(kept);
    }

    /** A place in the plain text as personal data of the original. */
    static PersonalData place(NormalText text, String type, int first, int last) {
        return new PersonalData(type, text.start(first), text.end(last));
    }
}
