package id.sigap.local.process;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** Files that only their owner may read: directories of mode 700, files of mode 600, and whole trees of them. */
public final class PrivateFiles {

    private PrivateFiles() {}

    /**
     * Creates the directory with its parents when absent.
     *
     * @throws StackException when this person may not write there
     */
    public static Path directory(Path directory) {
        if (!Files.isDirectory(directory)) {
            try {
                Files.createDirectories(
                        directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            } catch (IOException e) {
                throw new StackException("Cannot create the directory " + directory + ": " + reason(e), e);
            }
        }
        if (!Files.isWritable(directory)) {
            throw new StackException("Cannot write to " + directory
                    + ": it belongs to somebody else. Remove it as its owner, or run as its owner.");
        }
        return directory;
    }

    /** Creates the directory that shall hold the file, when absent, and returns it. */
    public static Path directoryOf(Path file) {
        Path parent = file.toAbsolutePath().normalize().getParent();
        if (parent == null) {
            throw new IllegalArgumentException("no directory above " + file);
        }
        return directory(parent);
    }

    /** Writes the file whole or not at all: a reader sees the old text or the new one. */
    public static void write(Path file, String text) {
        Path parent = directoryOf(file);
        try {
            Path fresh = Files.createTempFile(parent, ".new", null);
            Files.writeString(fresh, text);
            try {
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new StackException("Cannot write " + file + ": " + reason(e), e);
        }
    }

    /** Copies a whole directory with the modes of its files; the target must not exist. */
    public static void copyTree(Path source, Path target) {
        try {
            Files.walkFileTree(source, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                        throws IOException {
                    Files.copy(
                            directory,
                            target.resolve(source.relativize(directory).toString()),
                            StandardCopyOption.COPY_ATTRIBUTES);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.copy(
                            file,
                            target.resolve(source.relativize(file).toString()),
                            StandardCopyOption.COPY_ATTRIBUTES,
                            LinkOption.NOFOLLOW_LINKS);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new StackException("Cannot copy " + source + " to " + target + ": " + reason(e), e);
        }
    }

    /**
     * Removes a directory with everything in it; links are removed, not followed.
     *
     * @throws StackException when something in it cannot be removed
     */
    public static void deleteTree(Path directory) {
        if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            Files.walkFileTree(directory, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.deleteIfExists(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
                        throws IOException {
                    if (failure != null) {
                        throw failure;
                    }
                    Files.deleteIfExists(visited);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new StackException("Cannot remove " + directory + ": " + reason(e), e);
        }
    }

    /** The words of the operating system on a failed file operation, e.g. "No space left on device". */
    public static String reason(IOException failure) {
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }
}
