package id.sigap.local.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The complete list of accepted messages on disk, one JSON object a line. A line is with the operating system before the
 * channel says "accepted", so the file is complete however this process ends. The write goes to the page cache and takes
 * some microseconds: that is why it may stand on the event loop.
 */
final class RecordFile implements AutoCloseable {
    private final FileChannel channel;

    private RecordFile(FileChannel channel) {
        this.channel = channel;
    }

    static RecordFile append(Path file) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            return new RecordFile(FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND));
        } catch (IOException e) {
            throw new UncheckedIOException("The simulator cannot write its record file " + file, e);
        }
    }

    void append(AcceptedMessage message) {
        ByteBuffer line = ByteBuffer.wrap((message.toJson().encode() + "\n").getBytes(StandardCharsets.UTF_8));
        try {
            while (line.hasRemaining()) {
                channel.write(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The simulator cannot write its record file", e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
