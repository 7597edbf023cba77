package id.sigap.local;

import id.sigap.local.process.StackException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a person asked the launcher for. The help text is in {@code deploy/local/up}, which shows it before anything is
 * built.
 *
 * @param fresh whether the state of earlier runs is wiped first
 * @param demo whether demo citizens write
 * @param ports where everything listens
 */
record UpArguments(boolean fresh, boolean demo, StackPorts ports) {

    private static final int LARGEST_PORT = 65_535;
    private static final List<String> PORTS =
            List.of("ingest", "triage", "reply", "metrics", "simulator", "keycloak", "kafka", "postgres");

    /**
     * Reads flags, and ports from the environment where no flag names them.
     *
     * @throws StackException on an unknown flag or something that is no port
     */
    static UpArguments parse(List<String> arguments, Map<String, String> environment) {
        boolean fresh = false;
        boolean demo = true;
        Map<String, Integer> ports = new HashMap<>();
        for (String port : PORTS) {
            String variable = "SIGAP_" + port.toUpperCase(Locale.ROOT) + "_PORT";
            String value = environment.get(variable);
            if (value != null && !value.isBlank()) {
                ports.put(port, port(variable, value));
            }
        }
        for (String argument : arguments) {
            if ("--fresh".equals(argument)) {
                fresh = true;
            } else if ("--no-demo".equals(argument)) {
                demo = false;
            } else {
                readPort(argument, ports);
            }
        }
        requireDistinct(ports);
        return new UpArguments(fresh, demo, StackPorts.standardBut(ports));
    }

    private static void readPort(String argument, Map<String, Integer> ports) {
        for (String port : PORTS) {
            String flag = "--" + port + "-port=";
            if (argument.startsWith(flag)) {
                ports.put(port, port("--" + port + "-port", argument.substring(flag.length())));
                return;
            }
        }
        throw new StackException("Unknown option " + argument + ". deploy/local/up --help lists all.");
    }

    private static int port(String name, String value) {
        try {
            int port = Integer.parseInt(value.trim());
            if (port >= 1 && port <= LARGEST_PORT) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Said below, in the same words as a number that is no port.
        }
        throw new StackException(name + " must be a port from 1 to " + LARGEST_PORT + ", not '" + value + "'.");
    }

    private static void requireDistinct(Map<String, Integer> ports) {
        StackPorts all = StackPorts.standardBut(ports);
        Map<Integer, String> taken = new HashMap<>();
        all.byName().forEach((name, port) -> {
            String other = taken.putIfAbsent(port, name);
            if (other != null) {
                throw new StackException("Port " + port + " is given to both " + other + " and " + name + ".");
            }
        });
    }
}
