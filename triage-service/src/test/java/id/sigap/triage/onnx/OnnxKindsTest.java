package id.sigap.triage.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.contracts.Channel;
import id.sigap.contracts.Kind;
import id.sigap.contracts.Visibility;
import id.sigap.contracts.event.Triage;
import id.sigap.triage.BundledTriage;
import id.sigap.triage.DemoDirectory;
import id.sigap.triage.ModelsInForce;
import id.sigap.triage.Triager;
import id.sigap.triage.kind.LinearKinds;
import id.sigap.triage.kind.UncertainBand;
import id.sigap.triage.text.Normaliser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OnnxKindsTest {
    private static final Triager.Origin ORIGIN = new Triager.Origin(
            Channel.WHATSAPP, "kemenhub-wa", Visibility.PRIVATE, Instant.parse("2026-03-02T02:00:00Z"));

    @TempDir
    Path folder;

    private final List<OnnxModel> open = new ArrayList<>();
    private int decided;
    private int fellBack;

    @AfterEach
    void close() {
        open.forEach(OnnxModel::close);
    }

    @ParameterizedTest
    @CsvSource({
        "jalan rusak, COMPLAINT",
        "RUSAK lagi, COMPLAINT",
        "halo, OTHER",
        "terima kasih ya, PRAISE",
        "kapan buka, QUESTION",
        "slot gacor, SPAM",
        "𝐫𝐮𝐬𝐚𝐤😡, COMPLAINT"
    })
    void stringsAreReadByAPipeline(String text, Kind kind) throws Exception {
        // Given a model that takes strings, in a table of one column or in a row
        for (long[] shape : new long[][] {{-1, 1}, {-1}, {-1, -1}, {1, 1}}) {
            TestModels.pipeline(shape).metadata("labels", TestModels.LABELS).write(file());

            // When it decides, then by its own weights
            Triage triage = triager(load()).understand(text, ORIGIN, DemoDirectory.kemenhub());
            assertEquals(kind, triage.kind());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "jalan rusak, COMPLAINT",
        "halo, OTHER",
        "terima kasih ya, PRAISE",
        "kapan buka, QUESTION",
        "slot gacor, SPAM",
        "😡, COMPLAINT"
    })
    void tokensAreReadByATransformer(String text, Kind kind) throws Exception {
        givenATransformer();
        Triage triage = triager(load()).understand(text, ORIGIN, DemoDirectory.kemenhub());
        assertEquals(kind, triage.kind());
        assertEquals(1, decided);
    }

    @Test
    void aTriageNamesItsModelAndTellsNoReasons() throws Exception {
        // Given a model and what it says of a text: e^6 against e^0 four times
        TestModels.pipeline().write(file());
        OnnxModel model = load();

        // When a text is triaged by it
        Triage triage = triager(model).understand("kereta telat", ORIGIN, DemoDirectory.kemenhub());

        // Then the scores are the model's, with four decimals that sum to 1, and the topic is as ever
        assertEquals(0.99, triage.confidence(), 1e-9);
        assertEquals(0.99, triage.scores().of(Kind.COMPLAINT), 1e-9);
        assertEquals(0.0025, triage.scores().of(Kind.SPAM), 1e-9);
        assertEquals("kereta-terlambat", triage.topic());
        assertFalse(triage.reading().uncertain());
        assertEquals(List.of(), triage.because());
        assertEquals(model.name() + "+" + BundledTriage.MODEL.name(), triage.model());
        assertTrue(model.name().matches("kinds\\.onnx:[0-9a-f]{12}"), model.name());
    }

    @Test
    void whatTheModelIsUnsureOfWaitsForAPerson() throws Exception {
        // Given a model that knows no word of a text
        TestModels.pipeline().write(file());

        // When it is triaged, then all kinds are as probable, and a person must look
        Triage triage = triager(load()).understand("entahlah", ORIGIN, DemoDirectory.kemenhub());
        assertEquals(0.2, triage.confidence(), 1e-9);
        assertTrue(triage.reading().uncertain());
    }

    @Test
    void onlyTheCitizensOwnWordsAreRead() throws Exception {
        // Given a reply that quotes a complaint
        TestModels.pipeline().write(file());
        String mail =
                "Terima kasih ya\n\nOn Mon, 2 Mar 2026 at 10:00, Admin <admin@contoh.go.id> wrote:\n> rusak rusak";

        // When it is triaged, then by what stands above the quote
        assertEquals(
                Kind.PRAISE,
                triager(load())
                        .understand(mail, ORIGIN, DemoDirectory.kemenhub())
                        .kind());
    }

    @Test
    void aBatchSaysWhatEachTextAloneSays() throws Exception {
        // Given texts of many lengths, more than one run takes, and a text of no known word
        List<String> texts = new ArrayList<>(IntStream.range(0, 150)
                .mapToObj(i -> TestModels.WORDS.get(i % 8) + " anu".repeat(i % 60))
                .toList());
        texts.add("");
        givenATransformer();
        OnnxModel model = load();

        // When they are read together, then each has the probabilities that it has alone
        @Nullable double[][] together = model.read(texts);
        for (int i = 0; i < texts.size(); i++) {
            double[] alone = Objects.requireNonNull(model.read(texts.subList(i, i + 1))[0]);
            assertArrayEquals(alone, together[i], 1e-6, texts.get(i));
        }
    }

    @Test
    void aTextThatIsNoNumberToTheModelIsDecidedByTheLinearModel() throws Exception {
        // Given a model for which one text is beyond single precision, between two others
        TestModels.pipeline().write(file());
        givenTexts(load(), "jalan rusak", "kereta telat dua jam meledak meledak", "halo");
    }

    @Test
    void aTextThatTheModelFailsForIsDecidedByTheLinearModel() throws Exception {
        // Given a tokenizer with a word that the model has no row for, in a text between two others
        givenATransformer();
        givenTexts(load(), "jalan rusak", "kereta telat dua jam meledak", "halo");
    }

    private void givenTexts(OnnxModel model, String first, String bad, String last) {
        // When they are read together
        Triager triager = triager(model);
        List<Triager.ReadAhead> read = triager.readAhead(List.of(first, bad, last).stream()
                .map(text -> new Triager.Unread(Normaliser.normalise(text), DemoDirectory.kemenhub()))
                .toList());

        // Then the model decides the two, the linear model the one, which bears its name and has its reasons
        assertEquals(2, decided);
        assertEquals(1, fellBack);
        List<String> models = read.stream()
                .map(one ->
                        one.kind().decide(BundledTriage.MODEL.read(one.text())).model())
                .toList();
        assertEquals(models.get(0), models.get(2));
        assertEquals(BundledTriage.MODEL.name(), models.get(1));
        assertNotEquals(models.get(0), models.get(1));
        Triage triage = triager.understand(bad, ORIGIN, DemoDirectory.kemenhub());
        assertEquals(BundledTriage.TRIAGER.understand(bad, ORIGIN, DemoDirectory.kemenhub()), triage);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u200B", "\uD83D", "rusak \uDE00 x", "\u0000", "rusak\u0000telat", "😀😡", "ﷺ"})
    void anyTextIsDecided(String text) throws Exception {
        // Given a model of each shape
        for (boolean tokens : new boolean[] {false, true}) {
            if (tokens) {
                givenATransformer();
            } else {
                TestModels.pipeline().write(file());
            }
            OnnxModel model = load();

            // When a strange text is triaged, then it is decided, by the model itself
            Triage triage = triager(model).understand(text, ORIGIN, DemoDirectory.kemenhub());
            assertEquals(
                    1,
                    Arrays.stream(Kind.values())
                            .mapToDouble(triage.scores()::of)
                            .sum(),
                    1e-9);
            assertTrue(triage.model().startsWith(model.name()), triage::model);
        }
    }

    @Test
    void anAgencysOwnModelStandsInForItsMessages() throws Exception {
        // Given an agency with a linear model of its own, and one without
        TestModels.pipeline().write(file());
        OnnxModel model = load();
        ModelsInForce models = models(model);
        models.put("kemenhub-contoh", BundledTriage.MODEL.plus(BundledTriage.MODEL, "learned"));

        // When one text for each is read with the other, and the model fails for both
        List<Triager.ReadAhead> read = new Triager(models, UncertainBand.DEFAULT)
                .readAhead(List.of(
                        new Triager.Unread(Normaliser.normalise("meledak meledak"), DemoDirectory.kemenhub()),
                        new Triager.Unread(
                                Normaliser.normalise("meledak meledak"),
                                DemoDirectory.directory()
                                        .agency("kemenkes-contoh")
                                        .orElseThrow())));

        // Then each agency's own linear model stands in
        assertEquals(
                List.of("learned", BundledTriage.MODEL.name()),
                read.stream()
                        .map(one -> one.kind()
                                .decide(one.inForce().model().read(one.text()))
                                .model())
                        .toList());
    }

    @Test
    void aMissingFileIsRefused() {
        refused("there is no such file.");
    }

    @Test
    void whatIsNoModelIsRefused() throws Exception {
        Files.writeString(file(), "kereta");
        refused("ONNX Runtime refuses it, ");
    }

    @Test
    void unknownInputsAreRefused() {
        TestModels.pipeline().input("author", OnnxFile.STRING, -1).write(file());
        refused(
                "its inputs are text, author; it must take one tensor of strings, or input_ids, attention_mask and perhaps"
                        + " token_type_ids.");
    }

    @Test
    void aFixedNumberOfTextsIsRefused() {
        TestModels.pipeline(7, 1).metadata("labels", TestModels.LABELS).write(file());
        refused("its input \"text\" takes exactly 7 texts; it must be exported with an open first dimension.");
    }

    @Test
    void severalColumnsAreRefused() {
        TestModels.pipeline(-1, 3).metadata("labels", TestModels.LABELS).write(file());
        refused("its input \"text\" has the shape [-1, 3]; texts are given as [n] or [n, 1].");
    }

    @Test
    void twoTablesOfNumbersAreRefused() {
        TestModels.pipeline().output("scores", OnnxFile.FLOAT, -1, 5).write(file());
        refused(
                "of its outputs probabilities, scores exactly one must be a table of floating-point numbers, a row for each"
                        + " text (scikit-learn exports one with the option zipmap=False).");
    }

    @Test
    void scoresThatAreNoProbabilitiesAreRefused() {
        TestModels.withoutSoftmax("scores_").write(file());
        refused(
                "its output \"scores_\" is no probabilities for a trial text, which are from 0 to 1 and sum to 1; only an"
                        + " output named \"logits\" is turned into them.");
    }

    @Test
    void aWrongWidthIsRefused() {
        TestModels.narrow().write(file());
        refused("its output \"probabilities\" has 4 columns, and there are 5 kinds.");
    }

    @Test
    void labelsThatAreNotExactlyTheKindsAreRefused() throws Exception {
        // Given a model that says nothing of its labels
        TestModels.pipeline(-1).write(file());
        Path side = folder.resolve("kinds.onnx.labels");
        refused("nothing says which kinds its output stands for; write them into " + side + ", one a line.");

        // When a file beside it says them wrongly, then it is refused, with what is wrong
        Files.writeString(side, "keluhan\nother\npraise\nquestion\nspam\n");
        refused(side + " has the label \"keluhan\", which is none of complaint, question, praise, other, spam.");
        Files.writeString(side, "complaint\nother\npraise\nquestion\nspam\nspam\n");
        refused(side + " has the label \"spam\" twice.");
        Files.writeString(side, "complaint\nother\n");
        refused(side + " has 2 labels; they must be complaint, question, praise, other, spam, each once.");

        // And when it says them rightly, then it is taken
        Files.writeString(side, "complaint\nother\npraise\nquestion\nspam\n");
        assertEquals(Kind.OTHER, load().kinds().get(1));
    }

    @Test
    void aTransformerWithoutItsTokenizerIsRefused() throws Exception {
        givenATransformer();
        Path tokenizer = folder.resolve("tokenizer.json");
        Files.delete(tokenizer);
        refused("its tokenizer " + tokenizer + " is not there.");
        Files.writeString(tokenizer, "{}");
        refused("its tokenizer " + tokenizer + " cannot be read, ");
        Files.writeString(folder.resolve("config.json"), "{");
        refused(folder.resolve("config.json") + " is no JSON.");
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 256, batch", "513, 1, 256, batch", "32, 0, 256, threads", "32, 1, 0, tokens"})
    void settingsWithoutSenseAreRefused(int batch, int threads, int tokens, String name) {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> new OnnxOptions(file(), batch, threads, tokens));
        assertTrue(
                String.valueOf(refusal.getMessage()).startsWith("sigap.triage.onnx." + name + " must be from 1 to "));
    }

    private void refused(String fault) {
        UnfitModelException refusal = assertThrows(UnfitModelException.class, this::load);
        String message = String.valueOf(refusal.getMessage());
        String wanted = "The ONNX model " + file() + " cannot be used: " + fault;
        assertEquals(wanted, message.substring(0, Math.min(wanted.length(), message.length())));
    }

    private void givenATransformer() {
        TestModels.transformer().write(file());
        TestModels.beside(folder);
    }

    private Path file() {
        return folder.resolve("kinds.onnx");
    }

    private OnnxModel load() throws UnfitModelException {
        OnnxModel model = OnnxModel.load(new OnnxOptions(file(), 32, 1, 256));
        open.add(model);
        return model;
    }

    private Triager triager(OnnxModel model) {
        return new Triager(models(model), UncertainBand.DEFAULT);
    }

    private ModelsInForce models(OnnxModel model) {
        return new ModelsInForce(
                BundledTriage.MODEL,
                linear -> new OnnxKinds(model, 32, new LinearKinds(linear), (byOnnx, byLinear) -> {
                    decided += byOnnx;
                    fellBack += byLinear;
                }));
    }
}
