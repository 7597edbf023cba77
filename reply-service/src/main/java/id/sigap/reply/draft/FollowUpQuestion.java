package id.sigap.reply.draft;

import id.sigap.contracts.Visibility;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One question that asks for all details that are missing, and for nothing else. */
final class FollowUpQuestion {
    /** How the directory's questions send what is personal out of public. */
    private static final Map<Tongue, String> PRIVATELY =
            Map.of(Tongue.INDONESIAN, " lewat pesan pribadi", Tongue.ENGLISH, " by private message");

    private static final Map<Tongue, String> AND = Map.of(Tongue.INDONESIAN, ", dan ", Tongue.ENGLISH, ", and ");

    private FollowUpQuestion() {}

    /**
     * The question; empty when nothing is missing.
     *
     * @param visibility where one is in private already, nobody is sent there
     */
    static String of(List<DraftRequest.Detail> missing, Visibility visibility, Tongue tongue) {
        StringBuilder question = new StringBuilder();
        String privately = Objects.requireNonNull(PRIVATELY.get(tongue));
        String and = Objects.requireNonNull(AND.get(tongue));
        for (int i = 0; i < missing.size(); i++) {
            String one = missing.get(i).question().strip();
            if (visibility == Visibility.PRIVATE) {
                one = one.replace(privately, "");
            }
            boolean last = i == missing.size() - 1;
            if (!last && one.endsWith("?")) {
                one = one.substring(0, one.length() - 1);
            }
            if (i > 0) {
                question.append(last ? and : ", ");
                one = lowerFirst(one);
            }
            question.append(one);
        }
        return question.toString();
    }

    static String lowerFirst(String words) {
        boolean acronym = words.length() > 1 && Character.isUpperCase(words.charAt(1));
        return words.isEmpty() || acronym ? words : Character.toLowerCase(words.charAt(0)) + words.substring(1);
    }
}
