package id.sigap.reply.templates;

import id.sigap.contracts.Kind;
import id.sigap.contracts.Urgency;
import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.directory.Topic;
import id.sigap.contracts.event.Passage;
import id.sigap.reply.draft.DraftRequest;
import id.sigap.reply.draft.Quote;
import id.sigap.reply.draft.Source;
import id.sigap.reply.knowledge.Article;
import id.sigap.reply.knowledge.ArticleIndex;
import id.sigap.reply.knowledge.Match;
import id.sigap.reply.knowledge.Wanted;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds what the knowledge base has for each thing that a turn asks. In memory; bounded by the first few things. */
final class AnswerFinder {
    private static final int MOST_REQUESTS = 4;
    /** How many articles a message is near to; what a part of it asks is one of them. */
    private static final int NEAR = 5;

    /** From this likelihood on, an article that is not quoted still tells which details the matter needs. */
    private static final double TELLS_THE_TOPIC = 0.35;

    /** Shorter than this, a part of a message says too little without the rest. */
    private static final int SPEAKS_FOR_ITSELF = 12;

    /**
     * Whoever says "my ticket", or tells what did not happen, has a case of their own; "I want to ask" and "can I" do not
     * say so yet, nor does a "not" that only ends a question.
     */
    private static final Pattern OWN = Pattern.compile("(?iu)\\b(?:saya|aku|gue|gua|gw|ane|kami)\\b"
            + "(?!\\s+(?:mau|ingin|pengen|pengin|bisa|boleh|harus|perlu|butuh|cuma|hendak))"
            + "|\\b(?:ga|gak|ngga|nggak|tidak|tdk|belum|blm)\\s+"
            + "(?:ada|dapat|dapet|muncul|masuk|sampai|datang|keluar|dikasih|jalan|terbit|cair)\\b"
            + "|\\b(?:my|our|mine)\\b|\\bi(?:['’]ve| have| was| paid| lost| booked| bought| left| applied)\\b"
            + "|\\b(?:has|have|did|was|were)(?:n['’]t| not)\\b");

    private final ArticleIndex index;
    private final LocalDate day;
    private final Agency agency;
    private final List<String> lineage;
    /** The lineage, and what is narrower than the turn's topic: triage may have seen the wider one only. */
    private final List<String> related;

    private final String unit;
    private @Nullable Match first;

    /**
     * Over what one agency knows.
     *
     * @param topic the turn's; absent when it has none
     */
    AnswerFinder(ArticleIndex index, LocalDate day, Agency agency, @Nullable Topic topic, String unit) {
        this.index = index;
        this.day = day;
        this.agency = agency;
        this.lineage = topic == null ? List.of() : agency.lineage(topic.id());
        this.related = topic == null ? List.of() : related(agency, topic.id(), lineage);
        this.unit = unit;
    }

    private static List<String> related(Agency agency, String topic, List<String> lineage) {
        return Stream.concat(
                        lineage.stream(),
                        agency.topics().stream()
                                .map(Topic::id)
                                .filter(id ->
                                        !id.equals(topic) && agency.lineage(id).contains(topic)))
                .toList();
    }

    /**
     * The first answer's topic, where it is another one of the same family than triage saw, and no wider one: the
     * details are then those that the answer needs. Where nothing is answered, the nearest article tells them if triage
     * misses nothing. Null otherwise.
     */
    @Nullable
    Topic nearby(boolean missesNothing) {
        if (first == null
                || (first.score() < ArticleIndex.ENOUGH && !missesNothing)
                || lineage.isEmpty()
                || first.article().content().topics().contains(lineage.get(0))) {
            return null;
        }
        return first.article().content().topics().stream()
                .filter(topic -> !lineage.contains(topic) && isOfTheFamily(topic))
                .findFirst()
                .flatMap(agency::topic)
                .orElse(null);
    }

    private boolean isOfTheFamily(String topic) {
        return agency.lineage(topic).stream().anyMatch(lineage::contains);
    }

    /** What is there for a turn. Where life may be in danger nothing is quoted: a person answers, and at once. */
    DraftRequest.Found find(Kind kind, Urgency urgency, List<Said> turn) {
        boolean own = kind == Kind.COMPLAINT || turn.stream().anyMatch(AnswerFinder::isOwnCase);
        if (kind == Kind.PRAISE || kind == Kind.SPAM || index.size() == 0) {
            return new DraftRequest.Found(List.of(), open(kind, turn), own);
        }
        Map<String, Quote> quotes = new LinkedHashMap<>();
        int open = 0;
        for (Said said : turn) {
            for (@Nullable Match match : matches(kind, said)) {
                if (match == null) {
                    open++;
                } else {
                    first = quotes.isEmpty() ? match : first;
                    quotes.putIfAbsent(match.article().id(), quote(match));
                }
            }
        }
        if (urgency == Urgency.CRITICAL) {
            return new DraftRequest.Found(List.of(), open(kind, turn), own);
        }
        return new DraftRequest.Found(List.copyOf(quotes.values()), open, own);
    }

    private static int open(Kind kind, List<Said> turn) {
        return kind == Kind.PRAISE || kind == Kind.SPAM
                ? 0
                : turn.stream()
                        .mapToInt(said -> said.reading().requests().size())
                        .sum();
    }

    /** One for each thing that is asked; null for one that no article answers. */
    private List<@Nullable Match> matches(Kind kind, Said said) {
        List<String> requests = requests(said);
        if (kind == Kind.OTHER && requests.isEmpty()) {
            return List.of(); // a thank you or small talk asks nothing, whatever words it shares
        }
        List<Match> near = index.nearest(new Wanted(said.text(), related, unit), day, NEAR);
        if (first == null && !near.isEmpty() && near.get(0).score() >= TELLS_THE_TOPIC) {
            first = near.get(0);
        }
        @Nullable Match whole = near.isEmpty() || near.get(0).score() < ArticleIndex.ENOUGH ? null : near.get(0);
        List<@Nullable Match> found = new ArrayList<>();
        if (requests.size() < 2) {
            @Nullable Match part = requests.isEmpty() ? null : best(requests.get(0), near);
            @Nullable Match better = better(whole, part);
            boolean asks = !requests.isEmpty() || kind == Kind.QUESTION;
            if (better != null || asks) {
                found.add(better);
            }
            return found;
        }
        for (String request : requests) {
            // A plea such as "please help" asks for nothing else than what the message tells.
            @Nullable Match part = best(request, near);
            if (part != null || request.length() >= SPEAKS_FOR_ITSELF) {
                found.add(part);
            }
        }
        if (found.stream().allMatch(one -> one == null) && whole != null) {
            return List.of(whole);
        }
        return found;
    }

    private static List<String> requests(Said said) {
        List<String> requests = new ArrayList<>();
        for (Passage passage : said.reading().requests()) {
            if (requests.size() < MOST_REQUESTS && passage.end() <= said.text().length()) {
                requests.add(said.text().substring(passage.start(), passage.end()));
            }
        }
        return requests;
    }

    /** A part alone may sound like anything: what it is about is among the articles that the whole message is near to. */
    private @Nullable Match best(String part, List<Match> near) {
        return index.find(new Wanted(part, related, unit), day, 1).stream()
                .filter(found -> near.stream()
                        .anyMatch(match ->
                                match.article().id().equals(found.article().id())))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Match better(@Nullable Match one, @Nullable Match other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return other.score() > one.score() ? other : one;
    }

    private static boolean isOwnCase(Said said) {
        return !said.reading().known().isEmpty() || OWN.matcher(said.text()).find();
    }

    private static Quote quote(Match match) {
        Article article = match.article();
        return new Quote(
                article.content().answer(),
                new Source(
                        article.id(),
                        article.version(),
                        article.content().title(),
                        article.content().source(),
                        match.score()));
    }
}
