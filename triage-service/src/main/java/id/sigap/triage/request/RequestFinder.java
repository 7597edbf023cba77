package id.sigap.triage.request;

import id.sigap.contracts.Kind;
import id.sigap.contracts.event.Passage;
import id.sigap.triage.text.NormalText;
import id.sigap.triage.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Finds each thing that a message asks or demands. The text is cut into clauses at sentence marks, list marks, commas and
 * conjunctions; a clause that asks or pleads begins a request, and what follows it without asking anew belongs to it. A
 * complaint or a question has at least one. Time is linear in the text.
 */
public final class RequestFinder {
    /** The most requests that are told of one message. */
    public static final int MOST = 12;

    private static final int FEW_WORDS = 4;
    private static final int WHOLE = 40;

    private RequestFinder() {}

    /** The requests of a text, in order; they never overlap. */
    public static List<Passage> find(Kind kind, NormalText text) {
        List<Token> tokens = text.tokens();
        if (kind == Kind.SPAM || tokens.isEmpty()) {
            return List.of();
        }
        Clauses clauses = Clauses.of(text);
        List<Span> spans = spans(clauses);
        if (spans.isEmpty() && (kind == Kind.COMPLAINT || kind == Kind.QUESTION)) {
            spans.add(heart(clauses, tokens.size()));
        }
        List<Passage> passages = new ArrayList<>();
        for (Span span : spans.subList(0, Math.min(MOST, spans.size()))) {
            int from = clauses.content(span.from(), span.to());
            passages.add(new Passage(
                    text.start(tokens.get(from).start()),
                    text.end(tokens.get(span.to() - 1).end() - 1)));
        }
        return List.copyOf(passages);
    }

    private static List<Span> spans(Clauses clauses) {
        List<Span> found = new ArrayList<>();
        Span context = null;
        int at = 0;
        while (at < clauses.size() && found.size() <= MOST) {
            int from = clauses.from(at);
            boolean asks = clauses.asks(at);
            int next = at + 1;
            while (next < clauses.size() && !clauses.beginsSentence(next) && !(asks && clauses.asksAnew(next))) {
                asks |= clauses.asks(next);
                next++;
            }
            Span span = new Span(from, clauses.to(next - 1));
            if (asks) {
                take(found, span, context, clauses);
            }
            context = asks ? null : span;
            at = next;
        }
        if (found.size() > 1) {
            found.removeIf(span -> clauses.onlyAnnounces(span.from(), span.to()));
        }
        return found;
    }

    /** "Mohon diperbaiki." alone says nothing: it belongs to what was told before it. */
    private static void take(List<Span> found, Span span, @Nullable Span context, Clauses clauses) {
        boolean empty = clauses.isGeneric(span.from(), span.to());
        boolean few = span.to() - span.from() < FEW_WORDS;
        if (context != null && (empty || few) && !clauses.onlyGreets(context.from(), context.to())) {
            found.add(new Span(context.from(), span.to()));
        } else if (empty && !found.isEmpty()) {
            int last = found.size() - 1;
            found.set(last, new Span(found.get(last).from(), span.to()));
        } else {
            found.add(span);
        }
    }

    /** Of a message that only tells what is wrong: all of it, or of a long one the sentence that tells most. */
    private static Span heart(Clauses clauses, int tokens) {
        if (tokens <= WHOLE) {
            return new Span(0, tokens);
        }
        ToIntFunction<Span> harm = span -> clauses.harms(span.from(), span.to());
        Span best = null;
        int at = 0;
        while (at < clauses.size()) {
            int next = at + 1;
            while (next < clauses.size() && !clauses.beginsSentence(next)) {
                next++;
            }
            Span span = new Span(clauses.from(at), clauses.to(next - 1));
            if (best == null || harm.applyAsInt(span) > harm.applyAsInt(best)) {
                best = span;
            }
            at = next;
        }
        return best == null ? new Span(0, tokens) : best;
    }

    /** Some tokens: from one to before another. */
    record Span(int from, int to) {}
}
