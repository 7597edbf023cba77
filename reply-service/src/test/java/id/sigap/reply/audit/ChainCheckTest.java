package id.sigap.reply.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChainCheckTest {
    private static final Instant AT = Instant.parse("2026-11-22T05:00:00.123456Z");

    @Test
    void anUntouchedChainIsIntact() {
        Chain chain = new Chain(5);

        assertEquals(List.of(), chain.check().faults());
        assertEquals(5, chain.check().seq());
    }

    @Test
    void anyFieldThatChangesIsFoundAndOnlyThatRow() {
        AuditRow row = row(3, "approved", "budi", "level 1");
        List<AuditRow> changed = List.of(
                row(3, "rejected", "budi", "level 1"),
                row(3, "approved", "sari", "level 1"),
                row(3, "approved", null, "level 1"),
                row(3, "approved", "budi", ""),
                row(3, "approved", "budi", null),
                row(3, "approvedbudi", "", "level 1"),
                new AuditRow(3, "x", AT.plusNanos(1000), AT, "approved", "budi", null, "level 1"));
        for (AuditRow other : changed) {
            // Given a chain over the row
            Chain chain = new Chain(0);
            chain.add(row(1, "drafted", null, null));
            chain.add(row);
            chain.add(row(4, "released", "budi", null));
            assertFalse(Arrays.equals(row.canonical(), other.canonical()));

            // When it says something else
            chain.rows.set(1, other);

            // Then that is found, and what follows is not blamed
            assertEquals(
                    List.of(new ChainCheck.Fault(2L, 3L, "row-changed")),
                    chain.check().faults());
        }
    }

    @Test
    void aRemovedRowIsFoundWithAndWithoutItsLink() {
        Chain chain = new Chain(5);
        chain.rows.set(2, null);
        assertEquals(
                List.of(new ChainCheck.Fault(3L, 3L, "row-missing")),
                chain.check().faults());

        Chain other = new Chain(5);
        other.rows.remove(2);
        other.hashes.remove(2);
        other.seqs.remove(2);
        assertEquals(
                List.of("link-missing", "row-changed"),
                other.check().faults().stream().map(ChainCheck.Fault::kind).toList());
    }

    @Test
    void anEndThatWasCutOffIsMissedAtTheHead() {
        Chain chain = new Chain(5);
        byte[] head = chain.hashes.get(4);
        chain.rows.remove(4);
        chain.hashes.remove(4);
        chain.seqs.remove(4);

        ChainCheck check = chain.walk();
        check.head(5, head);

        assertEquals(List.of(new ChainCheck.Fault(5L, null, "end-differs")), check.faults());
    }

    @Test
    void aWholeChainMadeAnewIsFoundByALinkThatSomebodyWroteDown() {
        // Given a link that was written down
        Chain chain = new Chain(5);
        String written = HexFormat.of().formatHex(chain.hashes.get(2));

        // When all is made anew with one row changed
        Chain anew = new Chain(1);
        anew.add(row(2, "nothing-happened", null, null));
        for (int i = 3; i <= 5; i++) {
            anew.add(row(i, "noted", "sari", "no " + i));
        }
        ChainCheck check = anew.check();
        assertEquals(List.of(), check.faults());
        String found = HexFormat.of().formatHex(anew.hashes.get(2));
        assertNotEquals(written, found);
        check.anchor(3, written, found);

        // Then
        assertEquals(List.of(new ChainCheck.Fault(3L, null, "anchor-differs")), check.faults());
    }

    private static AuditRow row(long id, String act, @Nullable String by, @Nullable String detail) {
        return new AuditRow(id, "x", AT, AT, act, by, null, detail);
    }

    /** A chain as the sealer makes it. */
    private static final class Chain {
        final List<@Nullable AuditRow> rows = new ArrayList<>();
        final List<byte[]> hashes = new ArrayList<>();
        final List<Long> seqs = new ArrayList<>();

        Chain(int count) {
            for (int i = 1; i <= count; i++) {
                add(row(i, "noted", "sari", "no " + i));
            }
        }

        void add(AuditRow row) {
            byte[] before = hashes.isEmpty() ? AuditRow.GENESIS : hashes.get(hashes.size() - 1);
            rows.add(row);
            hashes.add(row.link(before));
            seqs.add((long) rows.size());
        }

        ChainCheck check() {
            ChainCheck check = walk();
            check.head(seqs.get(seqs.size() - 1), hashes.get(hashes.size() - 1));
            return check;
        }

        ChainCheck walk() {
            ChainCheck check = new ChainCheck();
            for (int i = 0; i < rows.size(); i++) {
                AuditRow row = rows.get(i);
                check.next(seqs.get(i), hashes.get(i), row == null ? seqs.get(i) : row.id(), row);
            }
            return check;
        }
    }
}
