package id.sigap.reply.api;

import java.util.Locale;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody types into a search field, as PostgreSQL's full text search reads it: all words, each in any form that
 * Indonesian makes of it, and each perhaps not typed to its end.
 */
public final class IndonesianWordsQuery {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    /** More words than one searches for. */
    private static final int MOST = 12;

    private IndonesianWordsQuery() {}

    /** The query; empty when there is no word in it. Signs of the query language are never taken over. */
    public static String of(String typed) {
        StringJoiner query = new StringJoiner(" & ");
        Matcher words = WORD.matcher(typed.toLowerCase(Locale.ROOT));
        for (int i = 0; i < MOST && words.find(); i++) {
            query.add(words.group() + ":*");
        }
        return query.toString();
    }
}
