package id.sigap.metrics.turn;

import id.sigap.contracts.Disposition;
import id.sigap.contracts.event.ApprovalCell;
import id.sigap.contracts.event.AttemptsCell;
import id.sigap.contracts.event.Cell;
import id.sigap.contracts.event.ClosureCell;
import id.sigap.contracts.event.Decomposition;
import id.sigap.contracts.event.Series;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a bucket counts, and how that is written as {@link CountKey}s: account, topic, and one of the kinds below. */
final class BucketCounts {
    private static final int APPROVAL = 'A';
    private static final int CLOSURE = 'C';
    private static final int MILLIS = 'M';
    private static final int ATTEMPTS = 'N';
    private static final int TURN = 'T';

    /** What is more often than this counts as this. */
    static final int MANY = 100;
    /** More working days than this are not told apart. */
    static final int MOST_DAYS = 99;

    private static final Outcome[] OUTCOMES = Outcome.values();
    private static final Disposition[] DISPOSITIONS = Disposition.values();

    private BucketCounts() {}

    /** Turns of a cell; times already rounded. */
    static void turn(
            CountKey.Writer to,
            int slot,
            Outcome outcome,
            long lasted,
            @Nullable Long working,
            @Nullable Integer days,
            @Nullable Long target) {
        to.one(TURN)
                .two(slot)
                .one(outcome.ordinal())
                .wide(lasted)
                .wide(working)
                .one(days == null ? 0 : days + 1)
                .wide(target);
    }

    /** Milliseconds of one part of the decomposition, 0 to 5. */
    static void millis(CountKey.Writer to, int part) {
        to.one(MILLIS).one(part);
    }

    static void approval(CountKey.Writer to, int level, long lasted, @Nullable Long working) {
        to.one(APPROVAL).one(Math.min(level, 255)).wide(lasted).wide(working);
    }

    static void attempts(CountKey.Writer to, int messages) {
        to.one(ATTEMPTS).one(Math.min(messages, MANY));
    }

    /**
     * A case that was closed.
     *
     * @param matures hours since 1970, 0 if not known
     * @param rating 0 for none
     */
    static void closure(
            CountKey.Writer to, Disposition disposition, long matures, boolean reopened, int handOffs, int rating) {
        to.one(CLOSURE)
                .one(disposition.ordinal())
                .four(matures)
                .one(reopened ? 1 : 0)
                .one(Math.min(handOffs, MANY))
                .one(rating);
    }

    /** The same key with its times rounded up further. */
    static CountKey coarser(CountKey key, long slots, long width) {
        CountKey.Reader in = new CountKey.Reader(key);
        CountKey.Writer out = new CountKey.Writer().text(in.text()).text(in.text());
        int what = in.one();
        if (what == TURN) {
            int slot = (int) Rounding.up(in.two(), slots);
            Outcome outcome = OUTCOMES[in.one()];
            long lasted = Rounding.up(in.wide(), width);
            Long working = up(in.wideOrNone(), width);
            int days = in.one();
            turn(out, slot, outcome, lasted, working, days == 0 ? null : Integer.valueOf(days - 1), in.wideOrNone());
            return out.key();
        }
        if (what == APPROVAL) {
            approval(out, in.one(), Rounding.up(in.wide(), width), up(in.wideOrNone(), width));
            return out.key();
        }
        return key;
    }

    private static @Nullable Long up(@Nullable Long value, long width) {
        return value == null ? null : Long.valueOf(Rounding.up(value, width));
    }

    /** As published. */
    static Published published(Counts counts) {
        Published published = new Published();
        counts.each(published::add);
        published.finishSeries();
        return published;
    }

    /** Puts the published form together; keys come in order, so those of a series follow each other. */
    static final class Published {
        final List<Cell> cells = new ArrayList<>();
        final List<Series> series = new ArrayList<>();
        Decomposition decomposition = Decomposition.NONE;

        private @Nullable String account;
        private @Nullable String topic;
        private long[] parts = new long[6];
        private List<ApprovalCell> approvals = new ArrayList<>();
        private List<AttemptsCell> attempts = new ArrayList<>();
        private List<ClosureCell> closures = new ArrayList<>();

        void add(CountKey key, long count) {
            CountKey.Reader in = new CountKey.Reader(key);
            String ofAccount = in.text();
            String ofTopic = in.text();
            if (!ofAccount.equals(account) || !ofTopic.equals(topic)) {
                finishSeries();
                account = ofAccount;
                topic = ofTopic;
            }
            switch (in.one()) {
                case TURN -> cells.add(cell(in, count));
                case MILLIS -> parts[in.one()] += count;
                case APPROVAL -> approvals.add(new ApprovalCell(in.one(), in.wide(), in.wideOrNone(), count));
                case ATTEMPTS -> attempts.add(new AttemptsCell(in.one(), count));
                case CLOSURE -> closures.add(closure(in, count));
                default -> throw new IllegalStateException("a bucket counts something unknown");
            }
        }

        private Cell cell(CountKey.Reader in, long count) {
            int slot = in.two();
            String outcome = OUTCOMES[in.one()].wire();
            long lasted = in.wide();
            Long working = in.wideOrNone();
            int days = in.one();
            return new Cell(
                    slot,
                    outcome,
                    lasted,
                    count,
                    working,
                    days == 0 ? null : Integer.valueOf(days - 1),
                    in.wideOrNone(),
                    series.size());
        }

        private static ClosureCell closure(CountKey.Reader in, long count) {
            Disposition disposition = DISPOSITIONS[in.one()];
            long matures = in.four();
            boolean reopened = in.one() == 1;
            int handOffs = in.one();
            int rating = in.one();
            return new ClosureCell(
                    disposition,
                    matures == 0 ? null : Instant.ofEpochMilli(matures * Rounding.HOUR_MILLIS),
                    reopened,
                    handOffs,
                    rating == 0 ? null : Integer.valueOf(rating),
                    count);
        }

        private void finishSeries() {
            if (account == null || topic == null) {
                return;
            }
            Decomposition ofSeries = new Decomposition(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5]);
            decomposition = decomposition.plus(ofSeries);
            series.add(new Series(account, topic, ofSeries, approvals, attempts, closures));
            parts = new long[6];
            approvals = new ArrayList<>();
            attempts = new ArrayList<>();
            closures = new ArrayList<>();
            account = null;
            topic = null;
        }
    }
}
