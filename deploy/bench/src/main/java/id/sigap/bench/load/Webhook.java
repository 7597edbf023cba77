package id.sigap.bench.load;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes WhatsApp Cloud API webhooks of one account: every message has a new id and a new citizen in turn, its words are
 * one of a few dozen real-looking ones, and the signature is over the exact bytes. Safe for one thread.
 */
public final class Webhook {
    private static final List<String> WORDS = List.of(
            "min krl telat lagi di stasiun manggarai dari jam 7, kapan normal?",
            "Selamat pagi, saya mau tanya cara refund tiket kereta yang batal kemarin",
            "udah 3 hari ga ada jawaban soal kode booking AB12CD34, tolong dong kak",
            "AC gerbong 4 mati, panas banget!! tolong diperbaiki",
            "Kapan loket perizinan buka? Nomor permohonan saya 20261104",
            "Bagasi saya hilang di bandara, penerbangan GA 412 kemarin sore",
            "kapal ferry di pelabuhan merak antre 6 jam, ini gimana ya",
            "jadwal kereta ke bandung besok jam berapa aja min",
            "parah bgt pelayanannya, petugas stasiun marah2 ke penumpang lansia",
            "mohon ditindaklanjuti lampu peron mati sejak minggu lalu, terima kasih");

    private final String phoneNumberId;
    private final Mac mac;
    private final String prefix;
    private long count;

    /**
     * For one account.
     *
     * @param prefix makes the ids of this run unlike those of any other
     */
    public Webhook(String phoneNumberId, String appSecret, String prefix) {
        this.phoneNumberId = phoneNumberId;
        this.prefix = prefix;
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(appSecret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    /** The next message, sent by its citizen at {@code epochMillis}. */
    public Signed next(long epochMillis) {
        long number = count++;
        String id = "wamid." + prefix + number;
        String from = "62899" + String.format("%09d", number);
        String words = WORDS.get((int) (number % WORDS.size()));
        byte[] body = ("""
                {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":\
                {"messaging_product":"whatsapp","metadata":{"display_phone_number":"%1$s","phone_number_id":"%1$s"},\
                "contacts":[{"profile":{"name":"Warga %2$d"},"wa_id":"%3$s"}],\
                "messages":[{"from":"%3$s","id":"%4$s","timestamp":"%5$d","type":"text","text":{"body":"%6$s"}}]}}]}]}""".formatted(phoneNumberId, number, from, id, epochMillis / 1000, words))
                .getBytes(StandardCharsets.UTF_8);
        return new Signed(number, id, body, "sha256=" + HexFormat.of().formatHex(mac.doFinal(body)));
    }

    /**
     * A webhook ready to go.
     *
     * @param number counts from 0 within the run
     * @param messageId the channel's id of its message
     * @param body the exact bytes
     * @param signature the header X-Hub-Signature-256
     */
    @SuppressWarnings("ArrayRecordComponent") // lives for one request; never compared
    public record Signed(long number, String messageId, byte[] body, String signature) {}
}
