package id.sigap.triage.routing;

import static id.sigap.triage.routing.Agencies.rule;
import static id.sigap.triage.routing.Agencies.topics;
import static id.sigap.triage.routing.Agencies.words;
import static org.junit.jupiter.api.Assertions.assertEquals;

import id.sigap.contracts.Kind;
import id.sigap.contracts.Urgency;
import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.event.MessageReceived;
import id.sigap.contracts.event.MessageTriaged;
import id.sigap.contracts.event.Reading;
import id.sigap.contracts.event.Scores;
import id.sigap.contracts.event.Triage;
import id.sigap.triage.Messages;
import id.sigap.triage.routing.DryRun.MovedMessages;
import id.sigap.triage.routing.DryRun.RuleUse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DryRunTest {
    private final Agency now = Agencies.with(rule("rel", topics("kereta")), rule("air", topics("laut")));
    private final Agency proposed = now.withRouting(
            "pusat",
            List.of(
                    rule("penyeberangan", words("Merak", "tanjung priok")),
                    rule("rel", topics("kereta")),
                    rule("sepi", topics("kereta-telat"))));

    @Test
    void countsWhichMessagesWouldGoToWhichOtherUnit() {
        // Given messages of which some speak of places, whole and in whatever spelling
        DryRun run = new DryRun(now, proposed);
        List<MessageTriaged> sea = new ArrayList<>();
        for (String text :
                List.of("antre di MERAK", "Ｍｅｒａｋ penuh", "di Tanjung\n priok", "merakyat sekali", "kapal ke Nias")) {
            sea.add(triaged("laut", text, sea.size()));
        }

        // When they are routed by both
        sea.forEach(run::take);
        run.take(triaged("kereta-telat", "kereta telat", 10));
        run.take(triaged("lainnya", "halo", 11));

        // Then
        assertEquals(7, run.messages());
        assertEquals(6, run.moved());
        assertEquals(
                List.of(
                        new MovedMessages("air", "penyeberangan", 3, ids(sea.subList(0, 3))),
                        new MovedMessages("air", "pusat", 2, ids(sea.subList(3, 5))),
                        new MovedMessages("umum", "pusat", 1, ids(List.of(triaged("lainnya", "halo", 11))))),
                run.moves());
        assertEquals(
                List.of(
                        new RuleUse("routing[0]", "words merak, tanjung priok", "penyeberangan", 3),
                        new RuleUse("routing[1]", "topics kereta", "rel", 1),
                        new RuleUse("routing[2]", "topics kereta-telat", "sepi", 0),
                        new RuleUse("defaultUnit", "everything", "pusat", 3)),
                run.proposed());
        assertEquals(
                List.of(1L, 5L, 1L), run.inForce().stream().map(RuleUse::fired).toList());
    }

    @Test
    void namesAFewMessagesOfEachMoveAndPassesOverOtherAgencies() {
        DryRun run = new DryRun(now, proposed);
        IntStream.range(0, 100).forEach(i -> run.take(triaged("laut", "kapal " + i, i)));
        run.take(of(Messages.of("lain", "lain-wa", "628", "x", "halo"), "laut"));
        assertEquals(100, run.messages());
        assertEquals(100, run.moves().get(0).messages());
        assertEquals(DryRun.EXAMPLES, run.moves().get(0).examples().size());
    }

    private static List<UUID> ids(List<MessageTriaged> messages) {
        return messages.stream().map(event -> event.message().messageId()).toList();
    }

    private static MessageTriaged triaged(String topic, String text, int number) {
        return of(Messages.of("dinas", "dinas-wa", "628", "wamid." + number, text), topic);
    }

    private static MessageTriaged of(MessageReceived message, String topic) {
        Triage triage = new Triage(
                Kind.COMPLAINT,
                0.9,
                new Scores(0.9, 0.1, 0, 0, 0),
                topic,
                "whatever",
                Urgency.NORMAL,
                0,
                List.of(),
                List.of(),
                null,
                List.of(),
                message.sentAt(),
                "model",
                Reading.UNREAD);
        return new MessageTriaged(message, triage, message.sentAt());
    }
}
