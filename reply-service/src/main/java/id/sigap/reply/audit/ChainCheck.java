package id.sigap.reply.audit;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Walks an agency's chain, link by link in their order, and notes what does not fit. */
public final class ChainCheck {
    /** Enough to see where and how; a chain that is broken further on is broken. */
    private static final int MOST = 100;

    private final List<Fault> faults = new ArrayList<>();
    private long seq;
    private byte[] hash = AuditRow.GENESIS;

    /** The next link and its row; null when there is no such row any more. */
    void next(long linkSeq, byte[] linkHash, long rowId, @Nullable AuditRow row) {
        if (linkSeq != seq + 1) {
            fault(seq + 1, rowId, "link-missing");
        }
        if (row == null) {
            fault(linkSeq, rowId, "row-missing");
        } else if (!MessageDigest.isEqual(row.link(hash), linkHash)) {
            fault(linkSeq, rowId, "row-changed");
        }
        // Goes on from what the chain says, so that one changed row is one fault and not all that follow.
        seq = linkSeq;
        hash = linkHash;
    }

    /** What the head says of the last link. */
    void head(long headSeq, byte[] headHash) {
        if (headSeq != seq || !MessageDigest.isEqual(headHash, hash)) {
            fault(headSeq, null, "end-differs");
        }
    }

    /** A row that stands in no chain and does not wait for one. */
    void stray(long rowId) {
        fault(null, rowId, "row-inserted");
    }

    /** A row that was recorded and is gone before it got its link. */
    void lost(long rowId) {
        fault(null, rowId, "row-missing");
    }

    /** A link that somebody wrote down elsewhere, and that the chain should still have. */
    void anchor(long anchorSeq, String wanted, @Nullable String found) {
        if (!wanted.equals(found)) {
            fault(anchorSeq, null, "anchor-differs");
        }
    }

    long seq() {
        return seq;
    }

    String hash() {
        return HexFormat.of().formatHex(hash);
    }

    List<Fault> faults() {
        return List.copyOf(faults);
    }

    private void fault(@Nullable Long at, @Nullable Long rowId, String kind) {
        if (faults.size() < MOST) {
            faults.add(new Fault(at, rowId, kind));
        }
    }

    /**
     * Something that does not fit.
     *
     * @param seq the link's place; absent when it has none
     * @param auditId the row; absent when it is not about one
     * @param kind row-changed, row-missing, row-inserted, link-missing, end-differs or anchor-differs
     */
    public record Fault(@Nullable Long seq, @Nullable Long auditId, String kind) {}
}
