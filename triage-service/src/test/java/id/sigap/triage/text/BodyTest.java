package id.sigap.triage.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.triage.personaldata.PersonalDataFinder;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyTest {
    @Test
    void ofAMailWithTenQuotedRepliesOnlyTheNewestIsTheWriters() {
        // Given a mail on top of ten earlier ones, each quoted once more than the one before
        String earlier = IntStream.rangeClosed(1, 10)
                .mapToObj(i -> ">".repeat(i - 1)
                        + " Pada Sen, " + (20 - i) + " Mar 2026 pukul 08.3" + (i % 10)
                        + " Layanan <cs@kai.example> menulis:\n"
                        + (">".repeat(i) + " Mohon maaf atas ketidaknyamanan ini, baris ke-" + i + "\n").repeat(5))
                .collect(Collectors.joining());
        String text = "Refund saya belum juga cair, sudah dua bulan!\n\n" + earlier;

        // When it is read, then only the new words are left
        assertEquals("Refund saya belum juga cair, sudah dua bulan!", own(text));
        assertEquals(
                "refund saya belum juga cair sudah dua bulan !",
                Normaliser.normalise(text).tokens().stream().map(Token::word).collect(Collectors.joining(" ")));
    }

    @Test
    void repliesBetweenQuotedLinesAreTheWriters() {
        String text =
                "On Mon, 2 Mar 2026 at 09:12, CS <cs@kai.example>\nwrote:\n\n> Nomor tiketnya berapa?\n\nABC123\n\n"
                        + "> Tanggal berapa?\n\nkemarin sore";
        assertEquals("ABC123\nkemarin sore", own(text));
    }

    @Test
    void anEarlierMessageWithHeadersIsCutToTheEnd() {
        String text =
                "Tolong segera ditindaklanjuti.\n\n________________________________\nDari: CS KAI <cs@kai.example>\n"
                        + "Dikirim: Senin, 2 Maret 2026 08.30\nKepada: Budi\nSubjek: Re: Refund\n\nYth. Bapak Budi,\nkami mohon maaf.";
        assertEquals("Tolong segera ditindaklanjuti.\n________________________________", own(text));
    }

    @Test
    void whoTellsOfAJourneyWritesNoHeaders() {
        String text = "Dari: Gambir\nKe: Bandung\nTanggal: 12 Mei\nKereta telat dua jam";
        assertEquals(text, own(text));
    }

    @Test
    void aForwardedMessageWithoutAWordIsTheMessage() {
        String text =
                "---------- Forwarded message ---------\nFrom: Budi <budi@contoh.example>\nDate: Mon, 2 Mar 2026\n"
                        + "Subject: Jalan rusak\nTo: <lapor@contoh.example>\n\nJalan di depan sekolah kami rusak parah.";
        assertEquals("Subject: Jalan rusak\nJalan di depan sekolah kami rusak parah.", own(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Dikirim dari iPhone saya",
                "Sent from my Galaxy",
                "Dapatkan Outlook untuk Android",
                "-- \nBudi Santoso\nJl. Mawar 3, Bekasi\n0812-3456-7890",
                "Disclaimer: this message is confidential\nand may be privileged.",
                "E-mail ini beserta lampirannya bersifat rahasia dan hanya\nditujukan kepada penerima.",
                "> terima kasih sudah menghubungi kami\n> salam",
                "*From:* CS <cs@kai.example>\n*Sent:* Monday\n*To:* Budi\n*Subject:* Re: Refund\n\nHalo",
                "Pesan ini telah dihapus",
            })
    void whatComesBehindTheWordsIsCut(String behind) {
        assertEquals("AC mati di gerbong 3", own("AC mati di gerbong 3\n\n" + behind));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "telat\nAC mati\nkotor\nbau",
                "> 3 jam menunggu",
                "Pada hari Senin saya lapor.\nPetugas tidak peduli.",
                "Kepada Yth. Menteri\nPerihal: Pengaduan\n\nDengan hormat,\nkami mengadu.",
                "Jadwal:\n- Senin\n- Selasa\n\nKapan buka?",
                "bagikan ke semua ya\nterima kasih",
                "foto: terlampir\nberita terkait banjir itu benar?\ntrending di mana-mana\nbaca berita hari ini",
            })
    void ordinaryLinesStay(String text) {
        assertEquals(text.replace("\n\n", "\n"), own(text));
    }

    @Test
    void ofAPastedPageTheArticleIsLeft() {
        String text = """
                Home | News | Nasional | Ekonomi | Bola
                KRL Anjlok di Manggarai
                Kompas.com - 12/03/2026, 08:30 WIB
                ADVERTISEMENT
                Kereta anjlok tadi pagi pukul 8.
                Baca juga: Daftar stasiun
                Bagikan:
                SCROLL TO CONTINUE WITH CONTENT
                Penumpang menunggu.
                Copyright © 2026 Kompas
                Tentang Kami
                Redaksi
                """;
        assertEquals("KRL Anjlok di Manggarai\nKereta anjlok tadi pagi pukul 8.\nPenumpang menunggu.", own(text));
    }

    @Test
    void whatTheWriterSaysAboveAPastedPageIsLeftAlone() {
        String text = """
                min ini benar tidak beritanya?

                Home
                News
                Nasional
                Ekonomi
                KRL Anjlok di Manggarai
                ADVERTISEMENT
                Kereta anjlok tadi pagi.
                Baca juga: Daftar KRL
                Copyright 2026 Kompas
                """;
        assertEquals("min ini benar tidak beritanya?", own(text));
    }

    @Test
    void theMarksOfMessengersAreCut() {
        assertEquals("Info loker KAI ini benar?", own("\u200EDiteruskan berkali-kali\nInfo loker KAI ini benar?"));
        assertEquals("kereta telat\nparah", own("[12/03/26 08.30] Budi: kereta telat\n[12/03/26, 08.31] Budi: parah"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Dikirim dari iPhone saya\nSent from my iPhone",
                "> kereta telat\n> lagi",
                "\n\n",
                "ADVERTISEMENT\nIklan"
            })
    void whereNothingWouldBeLeftEverythingIs(String text) {
        assertTrue(Normaliser.normalise(text).isWholeOwn());
    }

    @Test
    void personalDataIsFoundInWhatIsCutToo() {
        // Given a mail with a telephone number in its signature
        String text = "Kereta telat dua jam.\n-- \nBudi\n0812 3456 7890";

        // When it is read
        NormalText read = Normaliser.normalise(text);

        // Then the number is found, in its place in the original, and is none of the words
        var found = PersonalDataFinder.find(read);
        assertEquals(
                "0812 3456 7890",
                text.substring(found.get(0).start(), found.get(0).end()));
        assertFalse(read.isOwn(read.plain().indexOf("0812")));
        assertTrue(read.isOwn(0));
        assertEquals("kereta telat dua jam.\n\n", read.own());
    }

    private static String own(String text) {
        Body body = Body.of(text);
        return IntStream.range(0, body.pieces())
                .mapToObj(piece -> text.substring(body.start(piece), body.end(piece)))
                .collect(Collectors.joining("\n"))
                .replaceAll("\n+", "\n")
                .replaceAll("^\n|\n$", "");
    }
}
