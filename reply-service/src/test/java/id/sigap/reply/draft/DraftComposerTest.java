package id.sigap.reply.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.contracts.Channel;
import id.sigap.contracts.Kind;
import id.sigap.contracts.Urgency;
import id.sigap.contracts.Visibility;
import id.sigap.contracts.WrittenLanguage;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DraftComposerTest {
    private static final DraftRequest.Detail STATION =
            new DraftRequest.Detail("stasiun", "Di stasiun mana Bapak/Ibu menunggu?");
    private static final DraftRequest.Detail BOOKING =
            new DraftRequest.Detail("kode-booking", "Boleh kirim kode booking-nya lewat pesan pribadi?");
    private static final Quote REFUND = quote(
            "kereta-refund",
            "Pengembalian dana tiket",
            "Tiket bisa dibatalkan di aplikasi. Dana kembali 75% dari harga tiket. Uangnya masuk dalam 30 hari.");
    private static final Quote LUGGAGE =
            quote("kereta-bagasi", "Bagasi kereta", "Bagasi sampai 20 kg gratis. Selebihnya dibayar di stasiun.");

    @Test
    void anUpsetCitizenIsAcknowledgedFirst() {
        assertTrue(Wordings.EMPATHY.indonesian().stream()
                .anyMatch(text(Turn.complaint().intensity(0.8))::contains));
        assertTrue(Wordings.EMPATHY.indonesian().stream().noneMatch(calm()::contains));
    }

    @Test
    void whoeverPraisesLoudlyGetsNoApology() {
        String text = text(Turn.complaint().kind(Kind.PRAISE).intensity(0.9));
        assertTrue(Wordings.EMPATHY.indonesian().stream().noneMatch(text::contains), text);
    }

    @Test
    void itSaysWhatHappensAndByWhenAndTheNumber() {
        String text = calm();
        assertTrue(text.contains("Senin, 23 November 2026 pukul 15.00 WIB"), text);
        assertTrue(text.contains("Direktorat Perkeretaapian"), text);
        assertTrue(text.contains("KHB-2026-000123"), text);
    }

    @Test
    void itAsksForWhatIsMissingAndNothingElse() {
        Draft draft = compose(Turn.complaint().missing(STATION));
        assertTrue(draft.text().contains(STATION.question()), draft.text());
        assertEquals(List.of("stasiun"), draft.asked());
        assertEquals("needs-detail", draft.outcome());
        assertFalse(calm().contains("?"));
    }

    @Test
    void whoeverWritesEnglishIsAnsweredInEnglish() {
        DraftRequest.Detail station = new DraftRequest.Detail("stasiun", "At which station were you waiting?");
        DraftRequest.Detail booking =
                new DraftRequest.Detail("kode-booking", "Could you send the booking code by private message?");
        String text = text(Turn.complaint().inEnglish().intensity(0.8).missing(station, booking));
        assertTrue(Wordings.EMPATHY.english().stream().anyMatch(text::contains), text);
        assertTrue(text.contains("Monday, 23 November 2026 at 15:00 WIB"), text);
        assertTrue(text.contains("At which station were you waiting, and could you send the booking code?"), text);
        assertTrue(text.contains("KHB-2026-000123") && text.contains("Sri Wahyuni"), text);
        assertFalse(text.contains("Bapak") || text.contains("kami") || text.contains("Kereta"), text);
    }

    @Test
    void withoutAnEnglishAnswerAColleagueIsPromisedAndAPersonMustLook() {
        Draft draft = compose(Turn.complaint().kind(Kind.QUESTION).inEnglish());
        assertEquals("needs-person", draft.outcome());
        assertEquals("no-answer", draft.reason());
        assertTrue(draft.text().contains("in English by Monday, 23 November 2026"), draft.text());
    }

    @Test
    void severalEnglishAnswersHaveTheirTitles() {
        Quote refund = quote("a", "Ticket refunds", "You get 75% back.");
        Quote luggage = quote("b", "Luggage on trains", "Up to 20 kg is free.");
        String text = text(Turn.complaint().kind(Kind.QUESTION).inEnglish().found(0, false, refund, luggage));
        assertTrue(text.contains("About ticket refunds:\nYou get 75% back."), text);
        assertTrue(text.contains("About luggage on trains:\nUp to 20 kg is free."), text);
    }

    @Test
    void theNewestMessageThatTellsItsLanguageDecides() {
        assertEquals(Tongue.INDONESIAN, Tongue.of(List.of()));
        assertEquals(
                Tongue.ENGLISH,
                Tongue.of(List.of(WrittenLanguage.INDONESIAN, WrittenLanguage.ENGLISH, WrittenLanguage.UNDETERMINED)));
        assertEquals(Tongue.INDONESIAN, Tongue.of(List.of(WrittenLanguage.ENGLISH, WrittenLanguage.MIXED)));
    }

    @Test
    void aComplaintIsToldByWhenTheLawWantsItSettled() {
        DraftRequest.Legal legal = new DraftRequest.Legal(14, LocalDate.parse("2026-12-10"));
        String text = text(Turn.complaint().lawful(legal));
        assertTrue(text.contains("Kamis, 10 Desember 2026 (14 hari kerja)"), text);
        assertTrue(text.contains("Senin, 23 November 2026 pukul 15.00 WIB"), text);
        String english = text(Turn.complaint().inEnglish().lawful(legal));
        assertTrue(english.contains("Thursday, 10 December 2026 (14 working days)"), english);
        assertFalse(text(Turn.complaint().kind(Kind.QUESTION).lawful(legal)).contains("hari kerja"));

        // A template without a place for it has it all the same, one with a place once
        String line = DraftComposer.compose(
                        Turn.complaint().lawful(legal).request(), TemplateText.parse("Terima kasih{nama}."))
                .text();
        assertTrue(line.contains("10 Desember 2026"), line);
        String slot = DraftComposer.compose(
                        Turn.complaint().lawful(legal).request(), TemplateText.parse("Selesai {batas}. {nomor}"))
                .text();
        assertEquals(slot.indexOf("10 Desember"), slot.lastIndexOf("10 Desember"), slot);
    }

    @Test
    void withoutADecreedCalendarTheLegalDeadlineIsNotGuessed() {
        Draft draft = compose(Turn.complaint().missing(STATION).lawful(new DraftRequest.Legal(14, null)));
        assertEquals("needs-person", draft.outcome());
        assertEquals("no-calendar", draft.reason());
        assertFalse(draft.text().contains("hari kerja"), draft.text());
    }

    @Test
    void severalDetailsAreOneQuestion() {
        String text = text(Turn.complaint().missing(STATION, BOOKING));
        assertEquals(1, text.chars().filter(c -> c == '?').count(), text);
        assertTrue(text.contains("Di stasiun mana Bapak/Ibu menunggu, dan boleh kirim kode booking-nya?"), text);
    }

    @Test
    void onlyInPublicTheCitizenIsSentIntoPrivate() {
        assertFalse(text(Turn.complaint().missing(BOOKING)).contains("lewat pesan pribadi"));
        assertTrue(text(Turn.complaint().missing(BOOKING).visibility(Visibility.PUBLIC))
                .contains("lewat pesan pribadi"));
    }

    @Test
    void aQuestionThatAnArticleAnswersIsReady() {
        Draft draft = compose(Turn.complaint().kind(Kind.QUESTION).found(0, false, REFUND));
        assertTrue(draft.text().contains(REFUND.answer()), draft.text());
        assertEquals("ready", draft.outcome());
        assertEquals(List.of(REFUND.source()), draft.sources());
        assertFalse(draft.text().contains("paling lambat Senin"), "promises nothing that nobody needs");
    }

    @Test
    void aGeneralQuestionIsNotQuestionedAndOnesOwnCaseIs() {
        Turn question = Turn.complaint().kind(Kind.QUESTION).missing(BOOKING);
        assertFalse(text(question.found(0, false, REFUND)).contains("kode booking-nya?"));
        assertTrue(text(question.found(0, true, REFUND)).contains("kode booking-nya?"));
    }

    @Test
    void everythingThatWasAskedIsAnsweredOrHandedOn() {
        Draft draft = compose(Turn.complaint().kind(Kind.QUESTION).found(1, false, REFUND, LUGGAGE));
        assertTrue(draft.text().contains("Soal pengembalian dana tiket:\n" + REFUND.answer()), draft.text());
        assertTrue(draft.text().contains("Soal bagasi kereta:\n" + LUGGAGE.answer()), draft.text());
        assertTrue(draft.text().contains("Senin, 23 November 2026"), "the rest has its time");
        assertEquals("part-open", draft.reason());
        assertFalse(draft.mayGoByItself());
    }

    @Test
    void whatAMachineMustNotAnswerNeedsAPerson() {
        assertEquals(
                "danger", compose(Turn.complaint().urgency(Urgency.CRITICAL)).reason());
        assertEquals("unsure", compose(Turn.complaint().caution(true, false)).reason());
        Draft corruption = compose(Turn.complaint().caution(false, true).missing(STATION));
        assertEquals("whistle-blowing", corruption.reason());
        assertEquals(List.of(), corruption.asked());
        assertEquals("no-answer", compose(Turn.complaint().kind(Kind.QUESTION)).reason());
    }

    @Test
    void withoutADeadlineNothingIsPromised() {
        Draft draft = compose(Turn.complaint().withoutDeadline());
        assertEquals("no-calendar", draft.reason());
        assertFalse(draft.text().contains("paling lambat"), draft.text());
    }

    @Test
    void theSameCaseGetsTheSameWordsAndCasesInARowAreNoTwins() {
        assertEquals(calm(), calm());
        Set<String> texts = new HashSet<>();
        for (int place = 1; place <= 60; place++) {
            texts.add(text(Turn.complaint().place(place)).replaceAll("KHB-2026-\\d+", "NUMBER"));
        }
        assertEquals(60, texts.size());
    }

    @Test
    void nobodyIsNamedInPublic() {
        assertFalse(text(Turn.complaint().visibility(Visibility.PUBLIC)).contains("Sri"));
        assertTrue(calm().contains("Sri"));
    }

    @Test
    void aNameThatIsNoneIsLeftOut() {
        assertFalse(text(Turn.complaint().citizen("slot88 https://x.example")).contains("slot88"));
    }

    @Test
    void itFitsEveryChannelAndKeepsTheNumber() {
        for (Channel channel : Channel.values()) {
            for (int limit : new int[] {90, 160, 280, 400, 1000}) {
                Turn turn = Turn.complaint()
                        .intensity(0.9)
                        .missing(STATION)
                        .found(0, true, REFUND, LUGGAGE)
                        .visibility(Visibility.PUBLIC)
                        .on(channel, limit);
                String text = text(turn);
                assertTrue(ChannelText.length(channel, text) <= limit, channel + " " + limit + ": " + text);
                assertTrue(text.contains("KHB-2026-000123"), text);
            }
        }
    }

    @Test
    void whatIsTooLongEndsWithASentence() {
        Turn turn = Turn.complaint()
                .kind(Kind.QUESTION)
                .found(0, false, REFUND)
                .visibility(Visibility.PUBLIC)
                .on(Channel.X, 120);
        String text = text(turn);
        assertTrue(
                text.startsWith(
                        "Tiket bisa dibatalkan di aplikasi. " + Wordings.MORE_PRIVATELY.only(Tongue.INDONESIAN)),
                text);
    }

    @Test
    void theAgencysOwnTextIsFilled() {
        TemplateText template = TemplateText.parse("Halo{nama}, {unit} membalas paling lambat {tenggat}. ({nomor})");
        String text = DraftComposer.compose(Turn.complaint().missing(STATION).request(), template)
                .text();
        assertTrue(text.startsWith("Halo Sri Wahyuni, Direktorat Perkeretaapian membalas"), text);
        assertTrue(text.endsWith(STATION.question()), "what the text has no place for comes behind it: " + text);
        String placed = DraftComposer.compose(
                        Turn.complaint().found(0, true, REFUND).intensity(0.9).request(),
                        TemplateText.parse("{empati} {jawaban} Salam."))
                .text();
        assertTrue(placed.contains(REFUND.answer() + " Salam."), placed);
    }

    @Test
    void aTextThatCannotBeFilledIsRefusedWithItsPlace() {
        for (String wrong : List.of("Halo {namanya}", "Halo {nama", "Halo nama}")) {
            IllegalArgumentException refused =
                    assertThrows(IllegalArgumentException.class, () -> TemplateText.parse(wrong), wrong);
            assertTrue(String.valueOf(refused.getMessage()).contains("position "), refused.getMessage());
        }
    }

    @Test
    void everyWordingOfOursCanBeFilled() {
        for (Kind kind : Kind.values()) {
            for (int place = 0; place < 20; place++) {
                String text = text(
                        Turn.complaint().kind(kind).place(place).intensity(0.9).missing(STATION, BOOKING));
                assertFalse(text.contains("{"), text);
            }
        }
        assertNotEquals("", calm());
    }

    private static String calm() {
        return text(Turn.complaint());
    }

    private static String text(Turn turn) {
        return compose(turn).text();
    }

    private static Draft compose(Turn turn) {
        return DraftComposer.compose(turn.request(), null);
    }

    private static Quote quote(String id, String title, String answer) {
        return new Quote(answer, new Source(id, 3, title, "Ketentuan (contoh)", 0.9));
    }
}
