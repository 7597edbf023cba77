package id.sigap.reply.audit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One act as it was recorded.
 *
 * @param id in the order of writing, over all agencies
 * @param agency whose
 * @param at when it happened
 * @param recordedAt when the database wrote it down
 * @param act what, as in the history
 * @param by who; absent when the system or the citizen did
 * @param caseId of which case; absent when it is about none
 * @param detail what else is known
 */
public record AuditRow(
        long id,
        String agency,
        Instant at,
        Instant recordedAt,
        String act,
        @Nullable String by,
        @Nullable UUID caseId,
        @Nullable String detail) {
    /** What comes before the first link. */
    static final byte[] GENESIS = new byte[32];

    /** The link over the one before: SHA-256 of its 32 bytes and of this row, field by field. */
    byte[] link(byte[] before) {
        MessageDigest sha256 = sha256();
        sha256.update(before);
        sha256.update(canonical());
        return sha256.digest();
    }

    /**
     * The row as bytes, the same on every machine: numbers and times (microseconds, as the database keeps them) in eight
     * bytes, texts in UTF-8 behind their length in four, an absent one as length -1. No two rows read alike.
     */
    byte[] canonical() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        number(bytes, id);
        text(bytes, agency);
        number(bytes, micros(at));
        number(bytes, micros(recordedAt));
        text(bytes, act);
        text(bytes, by);
        text(bytes, caseId == null ? null : caseId.toString());
        text(bytes, detail);
        return bytes.toByteArray();
    }

    private static void number(ByteArrayOutputStream bytes, long number) {
        bytes.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    }

    private static void text(ByteArrayOutputStream bytes, @Nullable String text) {
        byte[] utf8 = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
        bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES)
                .putInt(text == null ? -1 : utf8.length)
                .array());
        bytes.writeBytes(utf8);
    }

    private static long micros(Instant time) {
        return Math.addExact(Math.multiplyExact(time.getEpochSecond(), 1_000_000L), time.getNano() / 1_000);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Without the detail, which may have a colleague's words about a citizen. */
    @Override
    public String toString() {
        return "AuditRow[" + id + "]";
    }
}
