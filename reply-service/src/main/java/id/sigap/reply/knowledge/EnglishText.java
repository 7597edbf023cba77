package id.sigap.reply.knowledge;

import java.util.List;

/**
 * What an article says to those who write English. The rest of the article holds for both.
 *
 * @param title what it is about, in a few words
 * @param questions how one asks for it; by them it is found, beside its title and answer
 * @param answer the answer
 */
public record EnglishText(String title, List<String> questions, String answer) {
    /** Copies. */
    public EnglishText {
        questions = List.copyOf(questions);
    }
}
