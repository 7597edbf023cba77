package id.sigap.reply.knowledge;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an article is looked for by.
 *
 * @param text what the citizen wrote, or the part of it that asks
 * @param topics what triage took it to be about, nearest first, then the topics above; empty when about nothing known
 * @param unit who would answer; absent when nobody is known
 */
public record Wanted(
        String text, List<String> topics, @Nullable String unit) {
    /** Copies. */
    public Wanted {
        topics = List.copyOf(topics);
    }

    /** Without the citizen's words, so that no log line can hold them. */
    @Override
    public String toString() {
        return "Wanted[" + topics + ", " + unit + "]";
    }
}
