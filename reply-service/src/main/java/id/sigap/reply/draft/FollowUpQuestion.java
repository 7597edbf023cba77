package id.sigap.reply.draft;

import id.sigap.contracts.Visibility;
import java.util.List;

/** One question that asks for all details that are missing, and for nothing else. */
final class FollowUpQuestion {
    /** How the directory's questions send what is personal out of public. */
    private static final String PRIVATELY = " lewat pesan pribadi";

    private FollowUpQuestion() {}

    /**
     * The question; empty when nothing is missing.
     *
     * @param visibility where one is in private already, nobody is sent there
     */
    static String of(List<DraftRequest.Detail> missing, Visibility visibility) {
        StringBuilder question = new StringBuilder();
        for (int i = 0; i < missing.size(); i++) {
            String one = missing.get(i).question().strip();
            if (visibility == Visibility.PRIVATE) {
                one = one.replace(PRIVATELY, "");
            }
            boolean last = i == missing.size() - 1;
            if (!last && one.endsWith("?")) {
                one = one.substring(0, one.length() - 1);
            }
            if (i > 0) {
                question.append(last ? ", dan " : ", ");
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
