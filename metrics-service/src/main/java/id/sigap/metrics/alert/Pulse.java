package id.sigap.metrics.alert;

import id.sigap.metrics.turn.ByteReader;
import id.sigap.metrics.turn.ByteWriter;
import id.sigap.metrics.turn.QuietDays;
import org.jspecify.annotations.Nullable;

/**
 * An account's signs of life, and which silences were told. Times are ms; 0 for never.
 *
 * @param firstHour the first hour of which anything is known, since 1970
 * @param inbound when the last message came in
 * @param outbound when the channel accepted the last answer or acknowledgement
 * @param toldInbound the last sign of life of the newest silence that was told of what comes in
 * @param toldOutbound the same of what goes out
 */
public record Pulse(long firstHour, long inbound, long outbound, long toldInbound, long toldOutbound) {
    /** This, after signs of life in an hour; 0 for none. */
    public Pulse after(long hour, long in, long out) {
        return new Pulse(
                Math.min(firstHour, hour), Math.max(inbound, in), Math.max(outbound, out), toldInbound, toldOutbound);
    }

    /** Whether it is time to tell that nothing comes in. */
    public boolean silentInbound(long now, @Nullable WeeklyPattern pattern, QuietDays quiet) {
        return inbound != 0 && toldInbound != inbound && pattern != null && pattern.unusual(inbound, now, quiet::like);
    }

    /** Whether it is time to tell that nothing goes out, though somebody wrote. */
    public boolean silentOutbound(long now, @Nullable WeeklyPattern pattern, QuietDays quiet) {
        return outbound != 0
                && inbound > outbound
                && toldOutbound != outbound
                && pattern != null
                && pattern.unusual(outbound, now, quiet::like);
    }

    /** This, once the silence was told. */
    public Pulse told(boolean ofInbound) {
        return new Pulse(
                firstHour, inbound, outbound, ofInbound ? inbound : toldInbound, ofInbound ? toldOutbound : outbound);
    }

    /** As stored. */
    public byte[] toBytes() {
        ByteWriter out = new ByteWriter(48);
        out.writeLong(firstHour);
        out.writeLong(inbound);
        out.writeLong(outbound);
        out.writeLong(toldInbound);
        out.writeLong(toldOutbound);
        return out.toBytes();
    }

    /** From what was stored; null for nothing. */
    public static @Nullable Pulse of(byte @Nullable [] stored) {
        if (stored == null) {
            return null;
        }
        ByteReader in = new ByteReader(stored);
        return new Pulse(in.readLong(), in.readLong(), in.readLong(), in.readLong(), in.readLong());
    }
}
