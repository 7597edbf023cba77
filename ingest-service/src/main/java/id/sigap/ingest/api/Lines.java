package id.sigap.ingest.api;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Reads lines of bytes from a stream, one after the other, in a memory of {@value #MAX_LINE} bytes however long the
 * stream or a line is. The end of a line that is too long is skipped.
 */
final class Lines {
    /** Longest line, in bytes: text of full length with every character escaped, and the other fields. */
    static final int MAX_LINE = 256 * 1024;

    private static final int CHUNK = 64 * 1024;

    private final InputStream in;
    private final byte[] chunk = new byte[CHUNK];
    private int position;
    private int limit;

    private byte[] line = new byte[4 * 1024];
    private int length;
    private boolean tooLong;
    private long number;

    Lines(InputStream in) {
        this.in = in;
    }

    /** Goes to the next line; false at the end of the stream. */
    boolean next() throws IOException {
        length = 0;
        tooLong = false;
        boolean any = false;
        while (fill()) {
            any = true;
            int end = position;
            while (end < limit && chunk[end] != '\n') {
                end++;
            }
            append(end);
            boolean complete = end < limit;
            position = complete ? end + 1 : end;
            if (complete) {
                break;
            }
        }
        if (any) {
            number++;
        }
        return any;
    }

    /** The line's number, from 1. */
    long number() {
        return number;
    }

    /** The line's bytes, from 0 to {@link #length}; valid until the next call of {@link #next}. */
    byte[] bytes() {
        return line;
    }

    int length() {
        return length;
    }

    boolean tooLong() {
        return tooLong;
    }

    boolean blank() {
        for (int i = 0; i < length; i++) {
            if (line[i] != ' ' && line[i] != '\t' && line[i] != '\r') {
                return false;
            }
        }
        return !tooLong;
    }

    private boolean fill() throws IOException {
        if (position < limit) {
            return true;
        }
        position = 0;
        limit = in.read(chunk, 0, CHUNK);
        return limit > 0;
    }

    private void append(int end) {
        int more = end - position;
        if (tooLong || length + more > MAX_LINE) {
            tooLong = true;
            return;
        }
        if (length + more > line.length) {
            line = Arrays.copyOf(line, Math.min(MAX_LINE, Math.max(2 * line.length, length + more)));
        }
        System.arraycopy(chunk, position, line, length, more);
        length += more;
    }
}
