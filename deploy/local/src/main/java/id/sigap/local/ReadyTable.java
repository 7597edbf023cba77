package id.sigap.local;

import java.util.Locale;
import java.util.OptionalLong;

/** The last thing of a start: where everything is and who can log in. */
final class ReadyTable {

    private static final double MEBIBYTE = 1024.0 * 1024;

    private ReadyTable() {}

    static void show(UpArguments asked, OptionalLong resident, Console console) {
        StackPorts ports = asked.ports();
        String memory = resident.isPresent()
                ? String.format(Locale.ROOT, ", %.0f MiB resident in all", resident.getAsLong() / MEBIBYTE)
                : "";
        console.line("");
        console.line("Sigap is ready after " + console.since() + memory + ".");
        console.line("");
        row(console, "Play a citizen", ports.simulator(), "/", "WhatsApp, Telegram and the web form");
        row(console, "The desk", ports.reply(), "/", "log in as sari or budi");
        row(console, "The dashboard", ports.metrics(), "/", "log in as budi or dewi");
        row(console, "The public scorecard", ports.metrics(), "/publik", "public");
        row(console, "The citizens' web form", ports.ingest(), "/", "public");
        row(console, "Classify a text", ports.triage(), "/q/swagger-ui", "API");
        row(console, "Keycloak", ports.keycloak(), "/realms/sigap", "the issuer of tokens");
        console.line(String.format("  %-24s 127.0.0.1:%d", "Kafka", ports.kafka()));
        console.line(String.format("  %-24s 127.0.0.1:%d/sigap", "PostgreSQL", ports.postgres()));
        console.line("");
        console.line("  Login     Role         Agency             (the password equals the name)");
        console.line("  sari      agent        kemenhub-contoh");
        console.line("  budi      supervisor   kemenhub-contoh");
        console.line("  ratna     supervisor   kemenhub-contoh    (approves permits; tono is her deputy)");
        console.line("  tono      supervisor   kemenhub-contoh");
        console.line("  rina      operator     kemenhub-contoh");
        console.line("  dewi      auditor      kemenhub-contoh");
        console.line("  joko      agent        kemenkes-contoh");
        console.line("  wati      supervisor   kemenkes-contoh");
        console.line(
                "  Systems:  client sigap-integration, secret local-only; scripts: client sigap-cli, password grant");
        console.line("");
        console.line((asked.demo() ? "Demo citizens write now and then (--no-demo: none). " : "")
                + "Ctrl-C stops everything.");
    }

    private static void row(Console console, String what, int port, String path, String who) {
        console.line(String.format("  %-24s http://localhost:%d%-14s %s", what, port, path, who));
    }
}
