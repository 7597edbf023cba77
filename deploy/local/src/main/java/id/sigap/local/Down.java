package id.sigap.local;

import id.sigap.local.process.StackException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Stops a stack whose terminal is gone, or what a killed launcher left. */
public final class Down {

    private Down() {}

    /** Entry point of {@code deploy/local/down}. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            List<String> stopped = new LauncherState(Checkout.around().launcherState()).stop();
            out.println(stopped.isEmpty() ? "Nothing was running." : "Stopped " + String.join(", ", stopped) + ".");
        } catch (StackException e) {
            System.err.println("sigap: " + e.getMessage());
            System.exit(1);
        }
    }
}
