package id.sigap.triage.incident;

import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.directory.Topic;
import id.sigap.contracts.event.PersonalData;
import id.sigap.triage.text.NormalText;
import id.sigap.triage.text.Slang;
import id.sigap.triage.text.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The terms of a message: its topics, its less ordinary words in their canonical spelling, and neighbouring pairs of
 * them ("gangguan sinyal", "tanah abang"), as hashes. What half the country says in any message is left out; so are
 * numbers, addresses, handles and personal data.
 */
public final class TermFinder {
    /** A word that more than this share of ordinary messages has says nothing of an event. */
    private static final double ORDINARY = 0.06;

    private static final int MOST_WORDS = 24;
    private static final int MOST_TOKENS = 400;
    private static final int SHORTEST = 3;
    private static final int LONGEST = 40;

    private final OrdinaryWords ordinary;

    /** Against what is ordinary. */
    public TermFinder(OrdinaryWords ordinary) {
        this.ordinary = ordinary;
    }

    /**
     * The distinct terms of a text.
     *
     * @param topic one of the agency's topics, or {@link Topic#NONE}
     * @param personal what must not be in it
     */
    public Terms of(NormalText text, String topic, Agency agency, List<PersonalData> personal) {
        List<Integer> terms = new ArrayList<>();
        if (!topic.equals(Topic.NONE)) {
            String top = top(topic, agency.topics());
            terms.add(topic(top));
            if (!topic.equals(top)) {
                terms.add(topic(topic));
            }
        }
        int topics = terms.size();
        words(text, personal, terms);
        return new Terms(terms.stream().distinct().mapToInt(Integer::intValue).toArray(), topics);
    }

    /** The topic above all those above it. */
    private static String top(String topic, List<Topic> topics) {
        String top = topic;
        for (int depth = 0; depth < topics.size(); depth++) {
            String parent = parent(top, topics);
            if (parent == null) {
                return top;
            }
            top = parent;
        }
        return top;
    }

    private static @Nullable String parent(String id, List<Topic> topics) {
        for (Topic topic : topics) {
            if (topic.id().equals(id)) {
                return topic.parent();
            }
        }
        return null;
    }

    /** All words and pairs of a text that could be terms, common ones included, for counting what is ordinary. */
    public static int[] all(NormalText text) {
        List<Integer> terms = new ArrayList<>();
        Token previous = null;
        for (Token token : text.tokens()) {
            if (isWord(token)) {
                terms.add(hash("", word(token)));
                if (previous != null) {
                    terms.add(pair(previous, token));
                }
            }
            previous = isWord(token) ? token : null;
        }
        return terms.stream().mapToInt(Integer::intValue).distinct().toArray();
    }

    /** The term that stands for a topic. */
    static int topic(String topic) {
        return hash("topic:", topic);
    }

    private void words(NormalText text, List<PersonalData> personal, List<Integer> terms) {
        List<Integer> words = new ArrayList<>();
        List<Integer> pairs = new ArrayList<>();
        Token previous = null;
        List<Token> tokens = text.tokens();
        for (Token token : tokens.subList(0, Math.min(tokens.size(), MOST_TOKENS))) {
            boolean telling = isWord(token) && !isPersonal(text, token, personal);
            if (telling) {
                int word = hash("", word(token));
                telling = ordinary.share(word) < ORDINARY;
                if (telling) {
                    words.add(word);
                    if (previous != null) {
                        pairs.add(pair(previous, token));
                    }
                }
            }
            previous = telling ? token : null;
        }
        terms.addAll(rarest(words, MOST_WORDS));
        terms.addAll(rarest(pairs, Terms.MOST - MOST_WORDS - 2));
    }

    private List<Integer> rarest(List<Integer> terms, int most) {
        if (terms.size() <= most) {
            return terms;
        }
        return terms.stream()
                .distinct()
                .sorted(Comparator.comparingDouble(ordinary::share).thenComparingInt(Integer::intValue))
                .limit(most)
                .toList();
    }

    private static boolean isWord(Token token) {
        int length = token.word().length();
        return length >= SHORTEST
                && length <= LONGEST
                && (token.shape() == Token.Shape.WORD
                        || token.shape() == Token.Shape.HASHTAG
                        || token.shape() == Token.Shape.MIXED);
    }

    private static boolean isPersonal(NormalText text, Token token, List<PersonalData> personal) {
        if (personal.isEmpty()) {
            return false;
        }
        int start = text.start(token.start());
        int end = text.end(token.end() - 1);
        return personal.stream().anyMatch(data -> data.start() < end && start < data.end());
    }

    private static String word(Token token) {
        return Slang.bare(token);
    }

    private static int pair(Token first, Token second) {
        return hash(word(first) + ' ', word(second));
    }

    /** FNV-1a with the bits spread, folded to 32: the same on every machine and in every release. Never 0. */
    static int hash(String prefix, String text) {
        long hash = step(step(0xCBF29CE484222325L, prefix), text);
        hash = (hash ^ (hash >>> 33)) * 0xFF51AFD7ED558CCDL;
        int folded = (int) (hash ^ (hash >>> 32));
        return folded == 0 ? 1 : folded;
    }

    private static long step(long hash, String text) {
        long result = hash;
        for (int i = 0; i < text.length(); i++) {
            result = (result ^ text.charAt(i)) * 0x100000001B3L;
        }
        return result;
    }
}
