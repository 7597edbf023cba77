package id.sigap.triage;

import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A client of {@code classify:batch} that sends and reads when it likes, in chunks. */
final class BatchClient implements AutoCloseable {
    private final Socket socket;
    private final OutputStream out;
    private final BufferedReader in;

    BatchClient() throws IOException {
        socket = new Socket("localhost", RestAssured.port);
        out = socket.getOutputStream();
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        String head =
                "POST /api/v1/classify:batch HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\n"
                        + "Authorization: Bearer " + SignedTokens.of("system", "integration", "kemenhub-contoh")
                        + "\r\nTransfer-Encoding: chunked\r\n\r\n";
        out.write(head.getBytes(StandardCharsets.US_ASCII));
    }

    void send(String lines) throws IOException {
        send(lines.getBytes(StandardCharsets.UTF_8));
    }

    void send(byte[] lines) throws IOException {
        out.write((Integer.toHexString(lines.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(lines);
        out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /** The next line of the answer; what is HTTP's own is passed over. */
    String answer() throws IOException {
        String line = in.readLine();
        while (line != null && !line.startsWith("{")) {
            line = in.readLine();
        }
        if (line == null) {
            throw new IOException("the answer has ended");
        }
        return line;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
