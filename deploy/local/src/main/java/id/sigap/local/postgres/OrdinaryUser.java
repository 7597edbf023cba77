package id.sigap.local.postgres;

import id.sigap.local.process.StackException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** PostgreSQL refuses to run as root; in a user namespace of its own, root is an ordinary user. */
final class OrdinaryUser {

    private static final List<String> NAMESPACE = List.of("unshare", "-U");

    private OrdinaryUser() {}

    /**
     * The command as PostgreSQL accepts it.
     *
     * @throws StackException for root on a machine without user namespaces
     */
    static List<String> command(List<String> command) {
        if (!"root".equals(System.getProperty("user.name"))) {
            return command;
        }
        if (!works(prefixed(List.of("true")))) {
            throw new StackException("PostgreSQL does not run as root, and this machine allows no user namespaces"
                    + " (unshare -U). Run as an ordinary user.");
        }
        return prefixed(command);
    }

    private static List<String> prefixed(List<String> command) {
        List<String> prefixed = new ArrayList<>(NAMESPACE);
        prefixed.addAll(command);
        return prefixed;
    }

    private static boolean works(List<String> command) {
        try {
            return new ProcessBuilder(command)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
