package id.sigap.reply.checks;

import id.sigap.contracts.Visibility;
import id.sigap.contracts.event.PersonalData;
import id.sigap.reply.personaldata.PersonalDataScan;
import java.util.ArrayList;
import java.util.List;

/** Where others can read it, nobody's numbers and addresses; those that the agency publishes itself are its own. */
final class NoPersonalData implements Check {
    /** What is shorter stands in a text by chance. */
    private static final int SHORTEST_QUOTE = 5;

    private static final int MOST_QUOTES = 50;

    @Override
    public List<Finding> look(Words words, CheckedReply reply) {
        if (reply.visibility() != Visibility.PUBLIC) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        for (PersonalData found : PersonalDataScan.find(reply.body())) {
            if (!reply.agency().publishes(reply.body().substring(found.start(), found.end()))) {
                findings.add(Finding.of(found.start(), found.end(), FindingReason.PERSONAL_DATA));
            }
        }
        quotes(reply, findings);
        return findings;
    }

    /** What the citizen wrote of themselves, whatever stands between its letters here or there. */
    private static void quotes(CheckedReply reply, List<Finding> findings) {
        String body = reply.body();
        int[] places = new int[body.length()];
        String plain = plain(body, places);
        reply.turn().personal().stream().limit(MOST_QUOTES).forEach(written -> {
            String wanted = plain(written, new int[written.length()]);
            int at = wanted.length() < SHORTEST_QUOTE ? -1 : plain.indexOf(wanted);
            if (at >= 0 && !reply.agency().publishes(written)) {
                int start = places[at];
                int end = places[at + wanted.length() - 1] + 1;
                if (findings.stream().noneMatch(known -> known.start() < end && start < known.end())) {
                    findings.add(Finding.of(start, end, FindingReason.QUOTED_PERSONAL_DATA));
                }
            }
        });
    }

    private static String plain(String text, int[] places) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                places[plain.length()] = i;
                plain.append(Character.toLowerCase(c));
            }
        }
        return plain.toString();
    }
}
