package id.sigap.contracts.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.contracts.Channel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A wrong directory is refused with every mistake, each with its file, line, field and a sentence. */
class DirectoryLoaderTest {
    private static final String RIGHT = """
            agencies:
              - id: dinas
                name: Dinas Contoh
                zone: Asia/Jakarta
                caseNumberPrefix: DNS
                defaultUnit: loket
                units:
                  - id: loket
                    name: Loket
                    calendar: kantor
                  - id: izin
                    name: Izin
                    parent: loket
                    calendar: kantor
                accounts:
                  - id: dinas-wa
                    channel: whatsapp
                    name: WhatsApp Dinas
                    address: "628110000009"
                    secrets:
                      app-secret: dinas-wa-app-secret
                      verify-token: dinas-wa-verify-token
                      access-token: dinas-wa-access-token
                  - id: dinas-telegram
                    channel: telegram
                    name: Telegram Dinas
                    secrets: {webhook-secret: dinas-hook, bot-token: dinas-bot}
                topics:
                  - id: kir
                    name: Uji kendaraan
                    words: [kir]
                  - id: kir-jadwal
                    name: Jadwal uji
                    parent: kir
                    asks:
                      - id: nomor
                        question: Nomor kendaraannya?
                        pattern: "[A-Z]{1,2} ?[0-9]{1,4}"
                routing:
                  - when: {topics: [kir], accounts: [dinas-wa]}
                    unit: izin
                targets:
                  - when: {urgencies: [critical]}
                    respondWithin: PT3M
                  - when: {}
                    respondWithin: PT10M
                replies:
                  - when: {kinds: [praise], minConfidence: 0.7}
                    then: undo-window
                    undoWindow: PT20S
                  - when: {}
                    then: one-approval
            calendars:
              - id: kantor
                zone: Asia/Jakarta
                weekly:
                  - days: [MONDAY, TUESDAY]
                    hours: ["07:30-12:00", "13:00-16:00"]
                periods:
                  - name: Ramadan
                    from: 2026-02-18
                    to: 2026-03-19
                    source: Perpres 21/2023
                    weekly:
                      - days: [MONDAY]
                        hours: ["08:00-24:00"]
                holidays:
                  - year: 2026
                    from: 2025-09-19
                    source: SKB 2026
                    days:
                      - date: 2026-01-01
                        name: Tahun Baru
            channels:
              - channel: whatsapp
                from: 2026-11-01
                source: the vendor's page
                endpoint: http://localhost:8085/whatsapp
                version: v23.0
                textLimit: 4096
                replyWindow: PT24H
                sendsPerSecond: 80
                timeout: PT10S
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    Path folder;

    static Stream<Arguments> mistakes() {
        return Stream.of(
                // shape
                wrong("defaultUnit: loket", "defaultUnti: loket", """
                        d.yaml:2: agencies[0].defaultUnit: is missing
                        d.yaml:6: agencies[0].defaultUnti: is not a field here; did you mean defaultUnit?"""),
                wrong("    name: Dinas Contoh\n", "", "d.yaml:2: agencies[0].name: is missing"),
                wrong(
                        "    name: Dinas Contoh\n",
                        "    name: Dinas Contoh\n    publicScorecard: tidak\n",
                        "d.yaml:4: agencies[0].publicScorecard: must be true or false, not the text \"tidak\""),
                wrong(
                        "words: [kir]",
                        "words: kir",
                        "d.yaml:31: agencies[0].topics[0].words: must be a list, not the text \"kir\""),
                wrong(
                        "address: \"628110000009\"",
                        "address: 628110000009",
                        "d.yaml:19: agencies[0].accounts[0].address: must be text, not the number 628110000009; put it in quotes"),
                wrong("name: Loket\n", "name: [a]\n", "d.yaml:9: agencies[0].units[0].name: must be text, not a list"),
                wrong("name: Loket\n", "name: \"\"\n", "d.yaml:9: agencies[0].units[0].name: must not be empty"),
                wrong(
                        "name: Loket\n",
                        "name:\n",
                        "d.yaml:9: agencies[0].units[0].name: has no value; give one or leave the field out"),
                wrong(
                        "textLimit: 4096",
                        "textLimit: many",
                        "d.yaml:80: channels[0].textLimit: must be a number, not the text \"many\""),
                wrong(
                        "textLimit: 4096",
                        "textLimit: 40.5",
                        "d.yaml:80: channels[0].textLimit: must be a whole number up to 2147483647"),
                wrong("textLimit: 4096", "textLimit: 0", "d.yaml:80: channels[0].textLimit: must be at least 1"),
                wrong(
                        "minConfidence: 0.7",
                        "minConfidence: 7",
                        "d.yaml:48: agencies[0].replies[0].when.minConfidence: must be between 0 and 1"),
                wrong(
                        "minConfidence: 0.7",
                        "personalData: 1",
                        "d.yaml:48: agencies[0].replies[0].when.personalData: must be true or false, not the number 1"),
                wrong(
                        "kinds: [praise]",
                        "kinds: [prase]",
                        "d.yaml:48: agencies[0].replies[0].when.kinds[0]: must be one of complaint, question, praise, other, spam"),
                wrong(
                        "then: one-approval",
                        "then: never",
                        "d.yaml:52: agencies[0].replies[1].then: must be one of send-now, undo-window, one-approval, two-approvals"),
                wrong(
                        "days: [MONDAY, TUESDAY]",
                        "days: [Senin]",
                        "d.yaml:57: calendars[0].weekly[0].days[0]: must be one of MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY"),
                wrong(
                        "respondWithin: PT3M",
                        "respondWithin: 3 minutes",
                        "d.yaml:44: agencies[0].targets[0].respondWithin: must be a duration in ISO 8601 such as PT10M or PT24H"),
                wrong(
                        "respondWithin: PT3M",
                        "respondWithin: PT0S",
                        "d.yaml:44: agencies[0].targets[0].respondWithin: must be longer than nothing"),
                wrong(
                        "date: 2026-01-01",
                        "date: 2026-02-30",
                        "d.yaml:72: calendars[0].holidays[0].days[0].date: must be a day such as 2026-01-31"),
                wrong(
                        "    zone: Asia/Jakarta\n    caseNumberPrefix",
                        "    zone: Asia/Jakarta\n    zone: Asia/Makassar\n    caseNumberPrefix",
                        "d.yaml:5: agencies[0].zone: stands twice; first in line 4"),
                wrong("topics:\n", "topics: &all\n", ""),
                wrong(
                        "unit: izin",
                        "unit: *izin",
                        "d.yaml:41: agencies[0].routing[0].unit: refers to an anchor; write the value out in full"),
                wrong(
                        "channels:",
                        "---\nchannels:",
                        "d.yaml:75: holds a second document behind ---; one file is one document"),
                wrong("id: dinas\n", "id: dinas: x\n", "d.yaml:2: is not YAML: mapping values are not allowed here"),
                // ids and references
                wrong("id: loket", "id: Pusat_1", """
                        d.yaml:6: agencies[0].defaultUnit: there is no unit loket
                        d.yaml:8: agencies[0].units[0].id: must be lower-case words joined by hyphens, such as layanan-kereta
                        d.yaml:13: agencies[0].units[1].parent: there is no unit loket"""),
                wrong("id: izin", "id: loket", """
                        d.yaml:11: agencies[0].units[1].id: loket is taken already, in d.yaml:8
                        d.yaml:41: agencies[0].routing[0].unit: there is no unit izin"""),
                wrong(
                        "id: dinas-telegram",
                        "id: dinas-wa",
                        "d.yaml:24: agencies[0].accounts[1].id: dinas-wa is taken already, in d.yaml:16"),
                wrong(
                        "defaultUnit: loket",
                        "defaultUnit: lokett",
                        "d.yaml:6: agencies[0].defaultUnit: there is no unit lokett; did you mean loket?"),
                wrong(
                        "parent: loket",
                        "parent: pusat",
                        "d.yaml:13: agencies[0].units[1].parent: there is no unit pusat"),
                wrong(
                        "parent: loket\n        calendar: kantor",
                        "parent: loket\n        calendar: kator",
                        "d.yaml:14: agencies[0].units[1].calendar: there is no calendar kator; did you mean kantor?"),
                wrong(
                        "unit: izin",
                        "unit: izn",
                        "d.yaml:41: agencies[0].routing[0].unit: there is no unit izn; did you mean izin?"),
                wrong(
                        "parent: kir\n",
                        "parent: kit\n",
                        "d.yaml:34: agencies[0].topics[1].parent: there is no topic kit; did you mean kir?"),
                wrong(
                        "{topics: [kir]",
                        "{topics: [kapal]",
                        "d.yaml:40: agencies[0].routing[0].when.topics[0]: there is no topic kapal"),
                wrong(
                        "accounts: [dinas-wa]}",
                        "accounts: [dinas-wb]}",
                        "d.yaml:40: agencies[0].routing[0].when.accounts[0]: there is no account dinas-wb; did you mean dinas-wa?"),
                wrong(
                        "name: Loket\n",
                        "name: Loket\n        parent: izin\n",
                        "d.yaml:10: agencies[0].units[0].parent: goes in a circle: loket → izin → loket"),
                wrong(
                        "name: Uji kendaraan\n",
                        "name: Uji kendaraan\n        parent: kir\n",
                        "d.yaml:31: agencies[0].topics[0].parent: goes in a circle: kir → kir"),
                wrong(
                        "caseNumberPrefix: DNS",
                        "caseNumberPrefix: d",
                        "d.yaml:5: agencies[0].caseNumberPrefix: must be 2 to 8 capital letters or digits, a letter first, such as KHB"),
                wrong(
                        "    zone: Asia/Jakarta\n    caseNumberPrefix",
                        "    zone: Asia/Jakart\n    caseNumberPrefix",
                        "d.yaml:4: agencies[0].zone: there is no zone Asia/Jakart; did you mean Asia/Jakarta?; Indonesia has Asia/Jakarta, Asia/Makassar and Asia/Jayapura"),
                // deadlines of the law
                wrong(
                        "    replies:\n",
                        "    legalDeadlines:\n      - {when: {}, workingDays: 0, calendar: kantor, from: 2026-01-01, source: UU}\n"
                                + "    replies:\n",
                        "d.yaml:48: agencies[0].legalDeadlines[0].workingDays: must be 1 to 250"),
                wrong(
                        "    replies:\n",
                        "    legalDeadlines:\n      - {when: {words: [x]}, workingDays: 5, calendar: kantor, from: 2026-01-01, source: UU}\n"
                                + "    replies:\n",
                        "d.yaml:48: agencies[0].legalDeadlines[0].when.words: does not count in a target; only kinds, topics, channels and urgencies do"),
                wrong(
                        "    replies:\n",
                        "    legalDeadlines:\n      - {when: {}, workingDays: 5, calendar: kantr, from: 2026-01-01, source: UU}\n"
                                + "    replies:\n",
                        "d.yaml:48: agencies[0].legalDeadlines[0].calendar: there is no calendar kantr; did you mean kantor?"),
                // slots
                wrong(
                        "[A-Z]{1,2} ?[0-9]{1,4}",
                        "[A-Z",
                        "d.yaml:38: agencies[0].topics[1].asks[0].pattern: is no regular expression: Unclosed character class at character 4"),
                wrong(
                        "[A-Z]{1,2} ?[0-9]{1,4}",
                        "(a+)+b",
                        "d.yaml:38: agencies[0].topics[1].asks[0].pattern: repeats a group that repeats inside, which can take forever on a long text"),
                wrong(
                        "[A-Z]{1,2} ?[0-9]{1,4}",
                        "a".repeat(301),
                        "d.yaml:38: agencies[0].topics[1].asks[0].pattern: is longer than 300 characters"),
                wrong(
                        "            pattern: \"[A-Z]{1,2} ?[0-9]{1,4}\"\n",
                        "",
                        "d.yaml:36: agencies[0].topics[1].asks[0]: needs a pattern or words, or it could never be found in a text"),
                // rules
                wrong(
                        "when: {topics: [kir], accounts: [dinas-wa]}",
                        "when: {}\n        unit: loket\n      - when: {topics: [kir]}",
                        "d.yaml:42: agencies[0].routing[1]: never decides: the one in line 40 fits everything before it"),
                wrong(
                        "{urgencies: [critical]}",
                        "{urgencies: []}",
                        "d.yaml:43: agencies[0].targets[0].when.urgencies: is empty; leave it out to fit everything"),
                wrong(
                        "{urgencies: [critical]}",
                        "{words: [tolong]}",
                        "d.yaml:43: agencies[0].targets[0].when.words: does not count in a target; only kinds, topics, channels and urgencies do"),
                wrong(
                        "      - when: {}\n        respondWithin: PT10M\n",
                        "      - when: {}\n        respondWithin: PT10M\n        warnBefore: PT10M\n",
                        "d.yaml:47: agencies[0].targets[1].warnBefore: must be shorter than respondWithin"),
                wrong(
                        "      - when: {}\n        respondWithin: PT10M\n",
                        "",
                        "d.yaml:43: agencies[0].targets[0]: must fit everything, being the last target: when: {}"),
                wrong(
                        "      - when: {}\n        then: one-approval\n",
                        "",
                        "d.yaml:48: agencies[0].replies[0]: must fit everything, being the last reply policy: when: {}"),
                wrong(
                        "then: undo-window",
                        "then: send-now",
                        "d.yaml:50: agencies[0].replies[0].undoWindow: has a meaning only with then: undo-window"),
                // accounts
                wrong(
                        "          verify-token: dinas-wa-verify-token\n",
                        "",
                        "d.yaml:21: agencies[0].accounts[0].secrets.verify-token: is missing; whatsapp needs it"),
                wrong(
                        "        address: \"628110000009\"\n",
                        "",
                        "d.yaml:16: agencies[0].accounts[0].address: is missing; whatsapp needs it"),
                wrong("        secrets: {webhook-secret: dinas-hook, bot-token: dinas-bot}\n", "", """
                        d.yaml:24: agencies[0].accounts[1].secrets.webhook-secret: is missing; telegram needs it
                        d.yaml:24: agencies[0].accounts[1].secrets.bot-token: is missing; telegram needs it"""),
                wrong(
                        "bot-token: dinas-bot",
                        "bot-token: dinas-bot, bot-tokn: x",
                        "d.yaml:27: agencies[0].accounts[1].secrets.bot-tokn: is not a secret of telegram; did you mean bot-token?"),
                wrong(
                        "bot-token: dinas-bot",
                        "bot-token: \"7001:AAHdq\"",
                        "d.yaml:27: agencies[0].accounts[1].secrets.bot-token: must be a secret's name of lower-case letters, digits and hyphens, never the secret itself"),
                wrong(
                        "app-secret: dinas-wa-app-secret",
                        "app-secret: 0a1b2c3d4e5f60718293a4b5c6d7e8f9",
                        "d.yaml:21: agencies[0].accounts[0].secrets.app-secret: must be a secret's name of lower-case letters, digits and hyphens, never the secret itself"),
                // calendars
                wrong(
                        "\"13:00-16:00\"",
                        "\"13-16\"",
                        "d.yaml:58: calendars[0].weekly[0].hours[1]: must be a span such as 07:30-12:00"),
                wrong(
                        "\"13:00-16:00\"",
                        "\"16:00-13:00\"",
                        "d.yaml:58: calendars[0].weekly[0].hours[1]: must end behind its start, on the same day"),
                wrong(
                        "\"08:00-24:00\"",
                        "\"08:00-24:30\"",
                        "d.yaml:66: calendars[0].periods[0].weekly[0].hours[0]: must end behind its start, on the same day"),
                wrong(
                        "\"13:00-16:00\"",
                        "\"11:59-16:00\"",
                        "d.yaml:58: calendars[0].weekly[0].hours[1]: begins before the span before it ends"),
                wrong(
                        "days: [MONDAY, TUESDAY]",
                        "days: [MONDAY, MONDAY]",
                        "d.yaml:57: calendars[0].weekly[0].days[1]: MONDAY has its hours already, in line 57"),
                wrong(
                        "        hours: [\"07:30-12:00\", \"13:00-16:00\"]\n",
                        "",
                        "d.yaml:57: calendars[0].weekly[0].hours: is missing"),
                wrong(
                        "    weekly:\n      - days: [MONDAY, TUESDAY]\n        hours: [\"07:30-12:00\", \"13:00-16:00\"]\n",
                        "",
                        "d.yaml:54: calendars[0].weekly: is missing; name the working hours, or say always: true"),
                wrong("  - id: kantor\n", "  - id: kantor\n    always: true\n", """
                        d.yaml:58: calendars[0].weekly: has no meaning with always: true
                        d.yaml:61: calendars[0].periods: has no meaning with always: true
                        d.yaml:69: calendars[0].holidays: has no meaning with always: true"""),
                wrong("to: 2026-03-19", "to: 2026-02-17", "d.yaml:62: calendars[0].periods[0].to: is before from"),
                wrong(
                        "    holidays:\n",
                        "      - {name: Lagi, from: 2026-03-19, to: 2026-03-20, source: s, weekly: [{days: [MONDAY], hours: [\"08:00-09:00\"]}]}\n    holidays:\n",
                        "d.yaml:67: calendars[0].periods[1]: overlaps the period in line 60"),
                wrong("        source: Perpres 21/2023\n", "", "d.yaml:60: calendars[0].periods[0].source: is missing"),
                wrong("        source: SKB 2026\n", "", "d.yaml:68: calendars[0].holidays[0].source: is missing"),
                wrong("        from: 2025-09-19\n", "", "d.yaml:68: calendars[0].holidays[0].from: is missing"),
                wrong("year: 2026", "year: 2027", "d.yaml:72: calendars[0].holidays[0].days[0].date: is not in 2027"),
                wrong(
                        "            name: Tahun Baru\n",
                        "            name: Tahun Baru\n          - {date: 2026-01-01, name: Lagi}\n",
                        "d.yaml:74: calendars[0].holidays[0].days[1].date: is in the list already, in line 72"),
                wrong(
                        "channels:",
                        "      - {year: 2026, from: 2025-09-19, source: s, days: [{date: 2026-01-02, name: x}]}\nchannels:",
                        "d.yaml:74: calendars[0].holidays[1].year: 2026 has its list already, in line 68"),
                // channels
                wrong("    source: the vendor's page\n", "", "d.yaml:75: channels[0].source: is missing"),
                wrong("    from: 2026-11-01\n", "", "d.yaml:75: channels[0].from: is missing"),
                wrong(
                        "endpoint: http://localhost:8085/whatsapp",
                        "endpoint: localhost",
                        "d.yaml:78: channels[0].endpoint: must be an http or https address without a slash at its end"),
                wrong("    version: v23.0\n", "", "d.yaml:75: channels[0].version: is missing; whatsapp needs it"));
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @MethodSource("mistakes")
    void isRefused(String right, String wrong, String expected) throws Exception {
        // Given
        assertTrue(RIGHT.contains(right), "the right directory has no " + right);
        write("d.yaml", RIGHT.replace(right, wrong));

        // Then
        assertEquals(expected, mistakesOf(folder));
    }

    @Test
    void aRightDirectoryIsRead() throws Exception {
        // Given
        write("d.yaml", RIGHT);
        write("notes.txt", "agencies: [");
        write(".hidden.yaml", "agencies: [");
        Files.createDirectory(folder.resolve("folder.yaml"));

        // When
        Directory directory = DirectoryLoader.load(folder);

        // Then
        Agency agency = directory.agencies().get(0);
        assertEquals("dinas", agency.id());
        assertEquals(Duration.ofMinutes(10), agency.targets().get(1).respondWithin());
        assertEquals(Duration.ofSeconds(20), agency.replies().get(0).undoWindow());
        assertEquals(0.7, agency.replies().get(0).when().minConfidence());
        assertTrue(agency.replies().get(1).when().fitsAll());
        assertEquals("dinas-bot", agency.accounts().get(1).secrets().get("bot-token"));
        assertEquals(
                4096,
                directory
                        .profile(Channel.WHATSAPP, LocalDate.of(2026, 11, 2))
                        .orElseThrow()
                        .textLimit());
        WorkingCalendar calendar = directory.calendar("kantor").orElseThrow();
        assertFalse(calendar.always());
        assertEquals(
                List.of(new Span(450, 720), new Span(780, 960)),
                calendar.weekly().get(0).spans());
        assertEquals(
                new Span(480, 1440),
                calendar.periods().get(0).weekly().get(0).spans().get(0));
        assertEquals(
                LocalDate.of(2026, 1, 1),
                calendar.holidays().get(0).days().get(0).date());
    }

    @Test
    void anAgencyIsPublicUnlessItSaysThatItIsNot() throws Exception {
        write("d.yaml", RIGHT);
        assertTrue(DirectoryLoader.load(folder).agencies().get(0).scorecardIsPublic());

        write("d.yaml", RIGHT.replace("defaultUnit: loket\n", "defaultUnit: loket\n    publicScorecard: false\n"));

        Agency hidden = DirectoryLoader.load(folder).agencies().get(0);
        assertFalse(hidden.scorecardIsPublic());
        assertFalse(hidden.withReplies(hidden.replies()).scorecardIsPublic());
    }

    @Test
    void idsAndReferencesGoAcrossFiles() throws Exception {
        // Given
        write("a.yaml", RIGHT);
        write("b.yaml", RIGHT.substring(0, RIGHT.indexOf("calendars:")).replace("id: dinas\n", "id: badan\n"));

        // Then
        assertEquals("""
                b.yaml:16: agencies[0].accounts[0].id: dinas-wa is taken already, in a.yaml:16
                b.yaml:24: agencies[0].accounts[1].id: dinas-telegram is taken already, in a.yaml:24""", mistakesOf(folder));
    }

    @Test
    void allMistakesComeAtOnceInTheOrderOfTheFiles() throws Exception {
        // Given
        write("b.yaml", RIGHT.replace("unit: izin", "unit: x").replace("kinds: [praise]", "kinds: [x]"));
        write("a.yaml", "agencies: [");

        // When
        DirectoryException e = assertThrows(DirectoryException.class, () -> DirectoryLoader.load(folder));

        // Then
        assertEquals(
                List.of("a.yaml", "b.yaml", "b.yaml"),
                e.mistakes().stream().map(DirectoryException.Mistake::file).toList());
        assertEquals(41, e.mistakes().get(1).line());
        assertEquals(48, e.mistakes().get(2).line());
    }

    @Test
    void anEmptyFolderIsRefused() throws Exception {
        write("readme.md", "# nothing");
        assertEquals(folder + ":1: the folder holds no .yaml file", mistakesOf(folder));
    }

    @Test
    void aFolderWithoutAnAgencyIsRefused() throws Exception {
        write("empty.yaml", "# nothing yet\n");
        assertEquals(folder + ":1: no file declares an agency", mistakesOf(folder));
    }

    @Test
    void noFolderIsAnInputOutputError() {
        assertThrows(NoSuchFileException.class, () -> DirectoryLoader.load(folder.resolve("missing")));
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }

    private static String mistakesOf(Path folder) throws IOException {
        try {
            DirectoryLoader.load(folder);
            return "";
        } catch (DirectoryException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static Arguments wrong(String right, String wrong, String expected) {
        return Arguments.of(right, wrong, expected.strip());
    }
}
