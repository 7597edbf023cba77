package id.sigap.reply.draft;

import java.util.List;
import java.util.UUID;

/**
 * Picks one of several wordings: always the same one for the same case. Cases with numbers in a row get different
 * wordings of every part, and as the parts have lists of different lengths, it takes many cases until all parts meet
 * again: public answers in a row are no twins.
 */
final class StableChoice {
    private final long place;

    StableChoice(String caseNumber, UUID message) {
        int end = caseNumber.length();
        int start = end;
        while (start > 0 && end - start < 12 && Character.isDigit(caseNumber.charAt(start - 1))) {
            start--;
        }
        this.place = start == end
                ? message.getMostSignificantBits() ^ message.getLeastSignificantBits()
                : Long.parseLong(caseNumber.substring(start, end));
    }

    /** One of the wordings. */
    String of(String part, List<String> wordings) {
        return wordings.get((int) Math.floorMod(place + part.hashCode(), (long) wordings.size()));
    }
}
