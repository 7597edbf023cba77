package id.sigap.local;

import id.sigap.local.process.PrivateFiles;
import id.sigap.local.process.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** Random secrets, each generated when it is first asked for and kept in a file of its own with mode 600. */
public final class Secrets {

    /** 192 bits, a multiple of three bytes so that the text needs no padding. */
    private static final int BYTES = 24;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path folder;

    /** @param folder where the files are */
    public Secrets(Path folder) {
        this.folder = folder;
    }

    /** The folder: one file per secret, the file's name is the secret's. */
    public Path folder() {
        return folder;
    }

    /** The value of a secret: letters, digits, {@code -} and {@code _}. */
    public synchronized String value(String name) {
        Path file = folder.resolve(name);
        try {
            if (!Files.exists(file)) {
                byte[] bytes = new byte[BYTES];
                RANDOM.nextBytes(bytes);
                PrivateFiles.write(file, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new StackException("Cannot read the secret " + file + ": " + PrivateFiles.reason(e), e);
        }
    }
}
