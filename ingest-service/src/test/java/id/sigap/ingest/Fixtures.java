package id.sigap.ingest;

import id.sigap.contracts.Channel;
import id.sigap.contracts.directory.Account;
import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.directory.Directory;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Two agencies with an account on each channel, as in the demo directory. */
public final class Fixtures {
    /** When everything in these tests arrives. */
    public static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");

    /** kemenhub has a second number of the same app; kemenkes is another app. */
    public static final Directory DIRECTORY = new Directory(
            List.of(
                    agency(
                            "kemenhub-contoh",
                            whatsApp("kemenhub-wa", "628110000001", "hub-app"),
                            whatsApp("kemenhub-wa-2", "628110000009", "hub-app"),
                            plain("kemenhub-telegram", Channel.TELEGRAM),
                            plain("kemenhub-web", Channel.WEB),
                            plain("kemenhub-api", Channel.API)),
                    agency(
                            "kemenkes-contoh",
                            whatsApp("kemenkes-wa", "628110000002", "kes-app"),
                            plain("kemenkes-api", Channel.API))),
            List.of(),
            List.of());

    private Fixtures() {}

    /** An account of the fixture. */
    public static Directory.Owned account(String id) {
        return DIRECTORY.account(id).orElseThrow();
    }

    private static Account whatsApp(String id, String number, String appSecret) {
        return new Account(id, Channel.WHATSAPP, id, number, Map.of("app-secret", appSecret));
    }

    private static Account plain(String id, Channel channel) {
        return new Account(id, channel, id, null, Map.of());
    }

    private static Agency agency(String id, Account... accounts) {
        return Agency.builder(id, id, "Asia/Jakarta", "CTH", "layanan-pelanggan")
                .accounts(accounts)
                .build();
    }
}
