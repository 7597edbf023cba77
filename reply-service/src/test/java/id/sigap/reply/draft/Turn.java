package id.sigap.reply.draft;

import id.sigap.contracts.Channel;
import id.sigap.contracts.Kind;
import id.sigap.contracts.Urgency;
import id.sigap.contracts.Visibility;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Turns of citizens as the composer gets them; each change makes another one. */
final class Turn {
    private final DraftRequest request;

    private Turn(DraftRequest request) {
        this.request = request;
    }

    /** A calm complaint on WhatsApp with nothing missing. */
    static Turn complaint() {
        return new Turn(new DraftRequest(
                new UUID(0x5000L, 0x8000L),
                "Kementerian Perhubungan (Contoh)",
                "Direktorat Perkeretaapian",
                "Kereta terlambat atau batal",
                "Sri Wahyuni",
                Visibility.PRIVATE,
                Kind.COMPLAINT,
                Urgency.NORMAL,
                0.1,
                List.of(),
                DraftRequest.Found.NOTHING,
                DraftRequest.Caution.NONE,
                "KHB-2026-000123",
                Instant.parse("2026-11-23T07:12:00Z"),
                "Asia/Jakarta",
                Channel.WHATSAPP,
                4096,
                null,
                Tongue.INDONESIAN));
    }

    DraftRequest request() {
        return request;
    }

    Turn kind(Kind kind) {
        return with(kind, request.urgency(), request.intensity());
    }

    Turn urgency(Urgency urgency) {
        return with(request.kind(), urgency, request.intensity());
    }

    Turn intensity(double intensity) {
        return with(request.kind(), request.urgency(), intensity);
    }

    Turn missing(DraftRequest.Detail... details) {
        return with(List.of(details), request.found(), request.caution());
    }

    Turn found(int open, boolean ownCase, Quote... quotes) {
        return with(request.missing(), new DraftRequest.Found(List.of(quotes), open, ownCase), request.caution());
    }

    Turn caution(boolean unsure, boolean whistleBlowing) {
        return with(request.missing(), request.found(), new DraftRequest.Caution(unsure, whistleBlowing));
    }

    Turn citizen(String name) {
        return to(name, request.visibility(), request.channel(), request.textLimit());
    }

    Turn visibility(Visibility visibility) {
        return to(request.citizen(), visibility, request.channel(), request.textLimit());
    }

    Turn on(Channel channel, int limit) {
        return to(request.citizen(), request.visibility(), channel, limit);
    }

    Turn place(int place) {
        return numbered(String.format("KHB-2026-%06d", place), request.followUpBy());
    }

    /** Of somebody who writes English. */
    Turn inEnglish() {
        return new Turn(new DraftRequest(
                request.message(),
                request.agency(),
                request.unit(),
                request.topic(),
                request.citizen(),
                request.visibility(),
                request.kind(),
                request.urgency(),
                request.intensity(),
                request.missing(),
                request.found(),
                request.caution(),
                request.caseNumber(),
                request.followUpBy(),
                request.zone(),
                request.channel(),
                request.textLimit(),
                request.legal(),
                Tongue.ENGLISH));
    }

    /** For which the law sets a deadline. */
    Turn lawful(DraftRequest.Legal legal) {
        return new Turn(new DraftRequest(
                request.message(),
                request.agency(),
                request.unit(),
                request.topic(),
                request.citizen(),
                request.visibility(),
                request.kind(),
                request.urgency(),
                request.intensity(),
                request.missing(),
                request.found(),
                request.caution(),
                request.caseNumber(),
                request.followUpBy(),
                request.zone(),
                request.channel(),
                request.textLimit(),
                legal,
                request.tongue()));
    }

    Turn withoutDeadline() {
        return numbered(request.caseNumber(), null);
    }

    private Turn with(Kind kind, Urgency urgency, double intensity) {
        return copy(
                kind,
                urgency,
                intensity,
                request.missing(),
                request.found(),
                request.caution(),
                request.citizen(),
                request.visibility(),
                request.channel(),
                request.textLimit(),
                request.caseNumber(),
                request.followUpBy());
    }

    private Turn with(List<DraftRequest.Detail> missing, DraftRequest.Found found, DraftRequest.Caution caution) {
        return copy(
                request.kind(),
                request.urgency(),
                request.intensity(),
                missing,
                found,
                caution,
                request.citizen(),
                request.visibility(),
                request.channel(),
                request.textLimit(),
                request.caseNumber(),
                request.followUpBy());
    }

    private Turn to(@Nullable String citizen, Visibility visibility, Channel channel, int limit) {
        return copy(
                request.kind(),
                request.urgency(),
                request.intensity(),
                request.missing(),
                request.found(),
                request.caution(),
                citizen,
                visibility,
                channel,
                limit,
                request.caseNumber(),
                request.followUpBy());
    }

    private Turn numbered(String number, @Nullable Instant by) {
        return copy(
                request.kind(),
                request.urgency(),
                request.intensity(),
                request.missing(),
                request.found(),
                request.caution(),
                request.citizen(),
                request.visibility(),
                request.channel(),
                request.textLimit(),
                number,
                by);
    }

    private Turn copy(
            Kind kind,
            Urgency urgency,
            double intensity,
            List<DraftRequest.Detail> missing,
            DraftRequest.Found found,
            DraftRequest.Caution caution,
            @Nullable String citizen,
            Visibility visibility,
            Channel channel,
            int limit,
            String number,
            @Nullable Instant by) {
        return new Turn(new DraftRequest(
                request.message(),
                request.agency(),
                request.unit(),
                request.topic(),
                citizen,
                visibility,
                kind,
                urgency,
                intensity,
                missing,
                found,
                caution,
                number,
                by,
                request.zone(),
                channel,
                limit,
                request.legal(),
                request.tongue()));
    }
}
