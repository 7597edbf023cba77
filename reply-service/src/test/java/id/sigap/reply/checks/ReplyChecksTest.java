package id.sigap.reply.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.contracts.Channel;
import id.sigap.contracts.Flag;
import id.sigap.contracts.Kind;
import id.sigap.contracts.Urgency;
import id.sigap.contracts.Visibility;
import id.sigap.contracts.directory.ReplyCheck;
import id.sigap.reply.draft.DraftComposer;
import id.sigap.reply.draft.DraftRequest;
import id.sigap.reply.draft.Tongue;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyChecksTest {
    private static final String GOOD = "Halo, Bapak/Ibu. Mohon maaf KRL ke Bogor terlambat karena gangguan sinyal."
            + " Perkembangannya kami kabari paling lambat Senin, 23 November 2026 pukul 10.00 WIB.";

    @Test
    void aGoodReplyPassesEveryCheck() {
        List<CheckResult> results =
                ReplyChecks.of(Replies.to("KRL telat, kapan normal?").inPublic().saying(GOOD));

        assertEquals(ReplyCheck.values().length, results.size());
        results.forEach(
                result -> assertTrue(result instanceof CheckResult.Allowed, () -> result.check() + " found something"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Itu kesalahan Bapak/Ibu sendiri. | blame:kesalahan Bapak/Ibu",
                "Mohon maaf, Anda seharusnya membaca pengumuman. | blame:Anda seharusnya",
                "Halo Kak, makanya datang lebih pagi. | blame:makanya",
                "Maaf, itu bukan urusan kami. | blame:bukan urusan kami",
                "Halo Bapak, silakan lapor saja ke mana-mana. | sarcasm:silakan lapor saja",
                "Mohon maaf, jangan lebay ya Kak. | sarcasm:lebay",
                "Maaf Bapak, silakan cek sendiri di aplikasi. | curt:cek sendiri",
                "Sudah diperbaiki. | curt:Sudah diperbaiki.",
                "Cek DM | curt:Cek DM",
                "Mohon maaf, MOHON BERSABAR MENUNGGU kereta. | shouting:MOHON BERSABAR MENUNGGU",
                "Mohon maaf Bapak!! Kereta sudah jalan. | shouting:!!",
            })
    void impoliteWordsAreFound(String body, String found) {
        assertEquals(List.of(found), Replies.to("KRL telat").finds(ReplyCheck.POLITENESS, body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mohon maaf, KRL dan LRT dari PT KAI tetap berjalan.",
                "Silakan cek jadwal di aplikasi, Bapak/Ibu.",
                "Apakah Bapak/Ibu sudah mendapat kereta pengganti? Kami bantu!",
                "Mohon maaf.",
            })
    void politeWordsPass(String body) {
        assertEquals(List.of(), Replies.to("KRL telat").finds(ReplyCheck.POLITENESS, body));
    }

    @Test
    void thanksForPraiseMayBeShort() {
        Replies praise = Replies.to(Kind.PRAISE, Urgency.LOW, "kereta", Set.of(), List.of(), "Petugas ramah");
        assertEquals(List.of(), praise.finds(ReplyCheck.POLITENESS, "Sama-sama!"));
    }

    @Test
    void officialeseHasItsSuggestion() {
        // When
        CheckedReply reply = Replies.to("KRL telat")
                .saying("Sehubungan dengan hal tersebut, Bapak/Ibu dimohon untuk menunggu kabar besok pukul 10.00.");
        CheckResult result = only(reply, ReplyCheck.PLAIN_LANGUAGE);

        // Then
        List<Finding> findings = result.fold(allowed -> List.of(), CheckResult.Found::findings);
        assertEquals(
                List.of("karena itu", "mohon"),
                findings.stream().map(Finding::suggestion).toList());
        assertEquals(
                "Sehubungan dengan hal tersebut",
                reply.body().substring(findings.get(0).start(), findings.get(0).end()));
        assertFalse(result.blocks(), "style is advice");
        assertTrue(PlainLanguage.known() >= 60);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NIK Bapak 3171234508900001 sudah kami terima. | personal-data:3171234508900001",
                "NIK 3171 2345 0890 0001 sudah kami terima. | personal-data:3171 2345 0890 0001",
                "Kami hubungi di 0812-3456-7890 hari ini. | personal-data:0812-3456-7890",
                "Kami hubungi di +62 812 3456 7890 hari ini. | personal-data:+62 812 3456 7890",
                "Surel ke budi.s@gmail.com sudah dikirim. | personal-data:budi.s@gmail.com",
                "Kartu JKN 0001234567890 aktif. | personal-data:0001234567890",
                "Kartu 4111 1111 1111 1111 terblokir. | personal-data:4111 1111 1111 1111",
                "Kendaraan B 1234 CD sudah lulus. | personal-data:B 1234 CD",
                "Kode booking ABC12D sudah dikembalikan. | personal-data:ABC12D",
                "Tiket x7 kq9 z sudah dikembalikan. | quoted-personal-data:x7 kq9 z",
            })
    void personalDataInPublicIsFound(String body, String found) {
        Replies reply =
                Replies.to(Kind.COMPLAINT, Urgency.NORMAL, "kereta", Set.of(), List.of("X7KQ9Z"), "Tiket X7KQ9Z batal");
        assertEquals(List.of(), reply.finds(ReplyCheck.PERSONAL_DATA, body), "in private it is between the two");
        assertEquals(List.of(found), reply.inPublic().finds(ReplyCheck.PERSONAL_DATA, body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nomor kasus: KHB-2026-000123, Senin 23 November 2026 pukul 10.00 WIB.",
                "Hubungi 0811-1515-151, 151 atau info151@dephub.go.id.",
                "Biayanya Rp 1.250.000.000 sampai 08-11-2026 10.30.",
                "Peron A 1 dan B 2, kereta KA 7 tiba 22/11/2026.",
                "@dephub siap membantu."
            })
    void whatIsNobodysIsNotPersonal(String body) {
        assertEquals(List.of(), Replies.to("KRL telat").inPublic().finds(ReplyCheck.PERSONAL_DATA, body));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Lihat https://jahat.com/kai.id | foreign-link:https://jahat.com/kai.id",
                "Lihat jahat.xyz. | foreign-link:jahat.xyz",
                "Lihat (www.jahat.example) | foreign-link:www.jahat.example",
                "Lihat http://10.0.0.1/x | foreign-link:http://10.0.0.1/x",
                "Lihat https://dephub.go.id@jahat.com/ | foreign-link:https://dephub.go.id@jahat.com/",
                "Lihat https://dephub.go.id.jahat.com | look-alike-link:https://dephub.go.id.jahat.com",
                "Lihat https://dephvb.go.id | look-alike-link:https://dephvb.go.id",
                "Lihat https://dephub-go.id/masuk | look-alike-link:https://dephub-go.id/masuk",
                "Lihat https://dерhub.go.id | look-alike-link:https://dерhub.go.id",
                "Lihat https://xn--dehub-abc.go.id | look-alike-link:https://xn--dehub-abc.go.id",
                "Lihat https://bit.ly/abc | shortened-link:https://bit.ly/abc",
                "Lihat s.id/dephub | shortened-link:s.id/dephub",
                "Lihat javascript:alert(1) | strange-link:javascript:alert",
                "Lihat ftp://dephub.go.id | strange-link:ftp://dephub.go.id",
                "Lihat [di sini](https://jahat.com) | foreign-link:https://jahat.com",
                "Lihat https:\\\\jahat.com | foreign-link:https:\\\\jahat.com",
            })
    void linksThatTheAgencyDoesNotNameAreFound(String body, String found) {
        assertEquals(List.of(found), Replies.to("KRL telat").finds(ReplyCheck.LINKS, body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Lihat https://dephub.go.id/berita?x=1#a.",
                "Lihat www.kai.id, atau access.kai.id/jadwal!",
                "Mohon maaf Bapak/Ibu.Terima kasih.Kami bantu",
                "Surel: info151@dephub.go.id",
                "Pukul 10.00 WIB, Rp 1.000.000, 24/7 dan dll."
            })
    void linksThatItNamesAndWhatIsNoLinkPass(String body) {
        assertEquals(List.of(), Replies.to("KRL telat").finds(ReplyCheck.LINKS, body));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Kami tidak terkait slot gacor maxwin. | gambling:slot gacor",
                "Komentar 'g4c0r' sudah dihapus. | gambling:g4c0r",
                "Komentar s l o t 8 8 sudah dihapus. | gambling:s l o t 8 8",
                "Komentar ｇａｃｏｒ sudah dihapus. | gambling:ｇａｃｏｒ",
                "Akun hoki777 sudah dilaporkan. | gambling:hoki777",
            })
    void gamblingWordsAreNotQuoted(String body, String found) {
        assertEquals(
                found, Replies.to("KRL telat").finds(ReplyCheck.GAMBLING, body).get(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Laporan Bapak/Ibu tentang judi online kami teruskan ke Komdigi.",
                "Slot waktu keberangkatan pukul 10.00 masih ada.",
                "Kereta A B C D berangkat dari peron 77."
            })
    void toSpeakOfGamblingIsNotToAdvertiseIt(String body) {
        assertEquals(List.of(), Replies.to("judol").finds(ReplyCheck.GAMBLING, body));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Kereta akan segera diperbaiki. Kami buka besok. | no-date:akan segera",
                "Kami proses secepatnya. | no-date:secepatnya",
                "Laporan akan kami tindak lanjuti. | no-date:akan kami tindak lanjuti",
                "Mohon ditunggu ya. | no-date:Mohon ditunggu",
            })
    void promisesWithoutADateAreFound(String body, String found) {
        assertEquals(
                found, Replies.to("KRL telat").finds(ReplyCheck.PROMISE, body).get(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Kereta akan segera berjalan, paling lambat pukul 10.00 WIB.",
                "Akan kami kabari besok.",
                "Dana akan kami kembalikan dalam 14 hari kerja.",
                "Akan kami proses hari ini.",
                "Akan kami cek sebelum jam 7.",
                "Bila ada yang terluka, segera hubungi 112."
            })
    void promisesWithADatePass(String body) {
        assertEquals(List.of(), Replies.to("KRL telat").finds(ReplyCheck.PROMISE, body));
    }

    @Test
    void griefSafetyAndLawBearNoEmojiAndNoJokes() {
        String body = "Kami turut berduka, Bapak/Ibu 😢🙏🏽 hehe :)";
        List<String> all = List.of("emoji:😢🙏🏽", "joke:hehe", "emoji::)");

        assertEquals(List.of(), Replies.to("Stasiun kotor").finds(ReplyCheck.GRAVITY, body));
        assertEquals(all, Replies.to("Ayah saya meninggal di stasiun").finds(ReplyCheck.GRAVITY, body));
        assertEquals(
                all,
                Replies.to(Kind.COMPLAINT, Urgency.CRITICAL, "kereta", Set.of(), List.of(), "tolong")
                        .finds(ReplyCheck.GRAVITY, body));
        assertEquals(
                all,
                Replies.to(Kind.COMPLAINT, Urgency.NORMAL, "kereta", Set.of(Flag.WHISTLE_BLOWING), List.of(), "lapor")
                        .finds(ReplyCheck.GRAVITY, body));
        assertEquals(List.of(), Replies.to("ada korban").finds(ReplyCheck.GRAVITY, "Mohon maaf ✓ © 2026 pukul 10:00."));
    }

    @ParameterizedTest
    @CsvSource({
        "x, 280, a, 280, true",
        "x, 280, a, 281, false",
        "x, 280, 😀, 140, true",
        "x, 280, 😀, 141, false",
        "instagram, 1000, é, 500, true",
        "instagram, 1000, é, 501, false",
        "whatsapp, 4096, é, 4096, true",
        "whatsapp, 4096, é, 4097, false",
        "sms, 10, €, 5, true",
        "sms, 10, €, 6, false",
    })
    void eachChannelCountsInItsOwnWay(String channel, int limit, String character, int times, boolean fits) {
        List<String> found =
                Replies.to("x").on(Channel.of(channel), limit).finds(ReplyCheck.LENGTH, character.repeat(times));
        assertEquals(fits, found.isEmpty());
    }

    @Test
    void aLinkOnXCountsTwentyThree() {
        String link = "https://kai.id/" + "a".repeat(300);
        assertEquals(
                List.of(), Replies.to("x").on(Channel.X, 280).finds(ReplyCheck.LENGTH, "b".repeat(256) + " " + link));
        assertEquals(
                1,
                Replies.to("x")
                        .on(Channel.X, 280)
                        .finds(ReplyCheck.LENGTH, "b".repeat(257) + " " + link)
                        .size());
    }

    @Test
    void publicRepliesInARowAreNoTwins() {
        String twin = GOOD.replace("10.00", "11.00").replace("23 November", "24 November");
        String other = "Selamat pagi, Bapak/Ibu. Kereta ke Bekasi kembali normal sejak pukul 09.00 WIB, terima kasih.";

        assertEquals(
                1,
                Replies.to("KRL")
                        .inPublic(other, twin)
                        .finds(ReplyCheck.DUPLICATE, GOOD)
                        .size());
        assertEquals(List.of(), Replies.to("KRL").inPublic(other).finds(ReplyCheck.DUPLICATE, GOOD));
        assertEquals(List.of(), Replies.to("KRL").finds(ReplyCheck.DUPLICATE, GOOD));
    }

    @Test
    void aClosedWindowBlocks() {
        CheckResult closed = only(Replies.to("KRL").afterTheWindow().saying(GOOD), ReplyCheck.REPLY_WINDOW);
        assertTrue(closed.blocks());
    }

    @Test
    void everyQuestionIsCovered() {
        Replies two = Replies.to("kapan kereta normal lagi", "bagaimana cara refund tiket saya");

        assertEquals(
                List.of("not-answered:"),
                two.finds(
                        ReplyCheck.QUESTIONS_COVERED, "Kereta sudah normal kembali sejak pukul 09.00, terima kasih."));
        assertEquals(
                List.of(),
                two.finds(
                        ReplyCheck.QUESTIONS_COVERED,
                        "Kereta normal kembali pukul 09.00. Uang tiket dikembalikan di loket stasiun."));
        assertEquals(
                List.of(),
                two.finds(ReplyCheck.QUESTIONS_COVERED, "Jawabannya kami sampaikan paling lambat Senin pukul 10.00."),
                "an honest day covers both");
        assertEquals(
                List.of(),
                two.finds(ReplyCheck.QUESTIONS_COVERED, "Boleh kami tahu: Kereta jam berapa yang Bapak/Ibu tunggu?"),
                "without the detail nobody can answer");
        assertEquals(
                2,
                two.finds(ReplyCheck.QUESTIONS_COVERED, "Terima kasih sudah menghubungi kami.")
                        .size());
    }

    @Test
    void anotherTopicIsNoticed() {
        Replies train = Replies.to("KRL telat");
        assertEquals(
                List.of("other-topic:pesawat"), train.finds(ReplyCheck.TOPIC, "Mohon maaf, pesawat Bapak ditunda."));
        assertEquals(List.of(), train.finds(ReplyCheck.TOPIC, "Mohon maaf, KRL dan pesawat ditunda."));
        assertEquals(List.of(), train.finds(ReplyCheck.TOPIC, "Mohon maaf, kami periksa dulu."));
    }

    @Test
    void theAgencyDecidesWhatBlocks() {
        CheckedReply official = Replies.to("KRL telat")
                .of(Replies.agency(Map.of(
                        "plain-language", ReplyCheck.Severity.BLOCKING, "politeness", ReplyCheck.Severity.ADVISORY)))
                .saying("Dimohon untuk menunggu, makanya sabar dong.");

        assertTrue(only(official, ReplyCheck.PLAIN_LANGUAGE).blocks());
        assertFalse(only(official, ReplyCheck.POLITENESS).blocks());
        assertTrue(ReplyChecks.blocked(ReplyChecks.of(official)));
    }

    @Test
    void ourOwnWordingsPass() {
        ourOwnWordingsPass(Tongue.INDONESIAN, "Kereta jam berapa yang Bapak/Ibu tunggu?", "KRL telat, kapan normal");
    }

    @Test
    void ourOwnEnglishWordingsPass() {
        ourOwnWordingsPass(Tongue.ENGLISH, "Which train were you waiting for?", "My train is late, when will it run");
    }

    @Test
    void thirtyPublicDraftsInARowAreNoTwins() {
        for (Tongue tongue : Tongue.values()) {
            List<String> said = new ArrayList<>();
            for (int place = 1; place <= 30; place++) {
                String body = publicDraft(tongue, place);
                assertEquals(
                        List.of(),
                        Replies.to("KRL telat")
                                .inPublic(said.toArray(new String[0]))
                                .finds(ReplyCheck.DUPLICATE, body),
                        body);
                said.add(0, body);
            }
            assertEquals(30, new HashSet<>(said).size());
        }
    }

    /** The same complaint of one citizen after the other. */
    private static String publicDraft(Tongue tongue, int place) {
        return DraftComposer.compose(
                        new DraftRequest(
                                new UUID(place, place * 31L),
                                "Dinas Contoh",
                                "Loket Layanan",
                                "Kereta terlambat",
                                null,
                                Visibility.PUBLIC,
                                Kind.COMPLAINT,
                                Urgency.NORMAL,
                                0.8,
                                List.of(new DraftRequest.Detail("jam", "Kereta jam berapa yang Bapak/Ibu tunggu?")),
                                DraftRequest.Found.NOTHING,
                                DraftRequest.Caution.NONE,
                                String.format(Locale.ROOT, "DNS-2026-%06d", place),
                                Instant.parse("2026-11-23T03:00:00Z"),
                                "Asia/Jakarta",
                                Channel.X,
                                1_000,
                                new DraftRequest.Legal(14, LocalDate.parse("2026-12-10")),
                                tongue),
                        null)
                .text();
    }

    private static void ourOwnWordingsPass(Tongue tongue, String question, String request) {
        for (Kind kind : List.of(Kind.COMPLAINT, Kind.QUESTION, Kind.PRAISE, Kind.OTHER)) {
            for (int i = 0; i < 200; i++) {
                Urgency urgency = i % 2 == 0 ? Urgency.CRITICAL : Urgency.NORMAL;
                String body = DraftComposer.compose(
                                new DraftRequest(
                                        new UUID(i, i * 31L),
                                        "Dinas Contoh",
                                        "Loket Layanan",
                                        "Kereta terlambat",
                                        "Sri",
                                        Visibility.PUBLIC,
                                        kind,
                                        urgency,
                                        i % 3 == 0 ? 0.9 : 0.1,
                                        i % 5 == 0 ? List.of(new DraftRequest.Detail("jam", question)) : List.of(),
                                        DraftRequest.Found.NOTHING,
                                        DraftRequest.Caution.NONE,
                                        "DNS-2026-000123",
                                        Instant.parse("2026-11-23T03:00:00Z").plus(Duration.ofHours(i)),
                                        "Asia/Jakarta",
                                        Channel.WHATSAPP,
                                        4096,
                                        i % 2 == 0 ? new DraftRequest.Legal(14, LocalDate.parse("2026-12-10")) : null,
                                        tongue),
                                null)
                        .text();
                ReplyChecks.of(Replies.to(kind, urgency, "kereta-terlambat", Set.of(), List.of(), request)
                                .inPublic()
                                .saying(body))
                        .forEach(result -> assertTrue(
                                result instanceof CheckResult.Allowed, () -> result.check() + " in: " + body));
            }
        }
    }

    @Test
    void noTextMakesItFail() {
        Random random = new Random(20261122);
        String[] parts = {
            "@",
            ".",
            "1",
            "0812",
            "a@a",
            "😀",
            "\uD800",
            "\uDC00",
            "\u0000",
            "\u202e",
            "slot88 ",
            "s l o t ",
            "http://",
            "//",
            "\\\\",
            "xn--",
            "AKAN ",
            "akan segera ",
            "!",
            "\n",
            "́",
            "ﷺ",
            "ß",
            "İ",
            "4111 ",
            "B 1",
            "kode ",
            "www.",
            ".id",
            "kai.id ",
            ":)",
            "‍",
            " ",
            "DIMOHON UNTUK ",
            "٣",
            "ｇ"
        };
        for (int i = 0; i < 3_000; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(60);
            for (int j = 0; j < length; j++) {
                text.append(
                        random.nextInt(4) == 0
                                ? String.valueOf((char) random.nextInt(0x10000))
                                : parts[random.nextInt(parts.length)]);
            }
            String body = text.toString();
            List<CheckResult> results = ReplyChecks.of(
                    Replies.to("tolong " + body, body).inPublic(body, GOOD).saying(body));
            for (CheckResult result : results) {
                List<Finding> findings = result.fold(allowed -> List.of(), CheckResult.Found::findings);
                findings.forEach(finding -> assertTrue(finding.end() <= body.length(), "spans lie in the text"));
            }
        }
    }

    @Test
    void aLongTextTakesTimeInProportion() {
        for (String part : List.of(
                "a@",
                "1 ",
                "12 34.56-",
                "slot88 ",
                "s l o t ",
                "A ",
                "a.b.",
                "http://a.id ",
                "!?",
                "akan ",
                "😀",
                "B 12 ",
                "9",
                ".",
                "x",
                "akan segera akan ",
                "\u0301",
                "MOHON ")) {
            String text = part.repeat(200_000 / part.length());
            long start = System.nanoTime();
            ReplyChecks.of(Replies.to("KRL telat").inPublic(GOOD).saying(text));
            long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
            assertTrue(millis < 20_000, () -> "200 kB of '" + part + "' took " + millis + " ms");
        }
    }

    private static CheckResult only(CheckedReply reply, ReplyCheck check) {
        List<CheckResult> results = new ArrayList<>(ReplyChecks.of(reply));
        results.removeIf(result -> result.check() != check);
        return results.get(0);
    }
}
