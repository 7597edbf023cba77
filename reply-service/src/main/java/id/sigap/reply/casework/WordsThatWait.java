package id.sigap.reply.casework;

import id.sigap.reply.templates.Said;
import id.sigap.reply.templates.StoredWords;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** The messages of a case that wait for an answer, in the order in which they were sent. */
final class WordsThatWait {
    private static final String WORDS = """
            select body, triage, edited_at is distinct from read_edit from messages
            where message_id in (:turn) and agency = :agency order by sent_at, message_id""";

    private WordsThatWait() {}

    static Uni<List<Said>> of(Act act) {
        if (act.file().turn().isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return act.session()
                .createNativeQuery(WORDS, Object[].class)
                .setParameter("turn", act.file().turn())
                .setParameter("agency", act.file().agency())
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> StoredWords.said((String) row[0], (String) row[1], (Boolean) row[2]))
                        .toList());
    }
}
