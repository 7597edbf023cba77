package id.sigap.reply.checks;

import id.sigap.contracts.Channel;
import id.sigap.contracts.Flag;
import id.sigap.contracts.Kind;
import id.sigap.contracts.Urgency;
import id.sigap.contracts.Visibility;
import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.directory.ReplyCheck;
import id.sigap.contracts.directory.Topic;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Replies that read like sentences: {@code Replies.to("...").with(Kind.PRAISE).saying("...")}. */
final class Replies {
    static final Agency AGENCY = agency(Map.of());

    private final AnsweredTurn turn;
    private Visibility visibility = Visibility.PRIVATE;
    private Channel channel = Channel.WHATSAPP;
    private int limit = 4096;
    private boolean open = true;
    private Agency agency = AGENCY;
    private List<String> recent = List.of();

    private Replies(AnsweredTurn turn) {
        this.turn = turn;
    }

    /** To a calm complaint about late trains, each text a request of its own. */
    static Replies to(String... texts) {
        return to(Kind.COMPLAINT, Urgency.NORMAL, "kereta-terlambat", Set.of(), List.of(), texts);
    }

    static Replies to(
            Kind kind, Urgency urgency, String topic, Set<Flag> flags, List<String> personal, String... texts) {
        return new Replies(new AnsweredTurn(
                kind,
                topic,
                urgency,
                List.of(texts),
                List.of(texts),
                personal,
                flags,
                false,
                List.of("Kereta jam berapa yang Bapak/Ibu tunggu?")));
    }

    Replies inPublic(String... recentReplies) {
        visibility = Visibility.PUBLIC;
        recent = List.of(recentReplies);
        return this;
    }

    Replies on(Channel other, int textLimit) {
        channel = other;
        limit = textLimit;
        return this;
    }

    Replies afterTheWindow() {
        open = false;
        return this;
    }

    Replies of(Agency other) {
        agency = other;
        return this;
    }

    CheckedReply saying(String body) {
        return new CheckedReply(body, channel, visibility, limit, open, turn, CheckedAgency.of(agency), recent);
    }

    /** What one check finds, as {@code code:the words}. */
    List<String> finds(ReplyCheck check, String body) {
        return ReplyChecks.of(saying(body)).stream()
                .filter(result -> result.check() == check)
                .flatMap(result -> result.fold(allowed -> List.<Finding>of(), CheckResult.Found::findings).stream())
                .map(finding -> finding.why().code() + ":" + body.substring(finding.start(), finding.end()))
                .toList();
    }

    static Agency agency(Map<String, ReplyCheck.Severity> checks) {
        return Agency.builder("dinas", "Dinas Contoh", "Asia/Jakarta", "DNS", "loket")
                .topics(
                        new Topic("kereta", "Kereta", null, List.of("kereta", "krl"), List.of()),
                        new Topic("kereta-terlambat", "Kereta terlambat", "kereta", List.of("telat"), List.of()),
                        new Topic("udara", "Penerbangan", null, List.of("pesawat", "bagasi"), List.of()))
                .links("dephub.go.id", "kai.id", "s.id")
                .contacts("0811-1515-151", "info151@dephub.go.id")
                .checks(checks)
                .build();
    }
}
