package id.sigap.local;

import id.sigap.local.process.PrivateFiles;
import id.sigap.local.process.StackException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** Held by the one process that uses a state directory. The system frees it when that process ends in any way. */
final class StateLock implements AutoCloseable {

    static final String FILE = "lock";

    private static final Queue<FileChannel> KEPT_OPEN = new ConcurrentLinkedQueue<>();

    private final FileChannel channel;

    private StateLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Takes the lock, or nothing when another process holds it. */
    static Optional<StateLock> tryTake(Path state) {
        try {
            FileChannel channel = FileChannel.open(
                    PrivateFiles.directory(state).resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                if (channel.tryLock() != null) {
                    return Optional.of(new StateLock(channel));
                }
                channel.close();
            } catch (OverlappingFileLockException e) {
                // This very process holds it. POSIX frees a process' lock when it closes any handle of the file.
                KEPT_OPEN.add(channel);
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new StackException("Cannot use " + state + ": " + PrivateFiles.reason(e), e);
        }
    }

    /** Does something while the lock is held, and frees it. */
    <T> T during(Supplier<T> work) {
        try {
            return work.get();
        } finally {
            close();
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new StackException("Cannot release a lock: " + PrivateFiles.reason(e), e);
        }
    }
}
