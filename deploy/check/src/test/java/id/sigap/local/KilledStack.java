package id.sigap.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/** A program that starts PostgreSQL, says so and waits to be killed. */
public final class KilledStack {

    private KilledStack() {}

    /** Reads the state directory and the port from its input. */
    public static void main(String[] arguments) throws IOException {
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        Path state = Path.of(input.readLine());
        StackPorts ports = StackPorts.standardBut(Map.of("postgres", Integer.parseInt(input.readLine())));
        LocalStack.of(new StackOptions(Set.of(StackPart.POSTGRES), ports, state, true, false), Progress.silent())
                .launch();
        System.out.println("ready");
        input.readLine();
    }
}
