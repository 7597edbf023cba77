package id.sigap.reply.draft;

import id.sigap.contracts.Channel;
import id.sigap.contracts.Kind;
import id.sigap.contracts.Urgency;
import id.sigap.contracts.Visibility;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes the draft of an answer: a greeting, one line of empathy when the citizen is upset, what the knowledge base
 * answers, what happens next and by when, one question for what is missing and only for that, the case's number. Fits the
 * channel's limit in the channel's own count. The same request always gives the same draft.
 */
public final class DraftComposer {
    /** From this intensity on the feeling is acknowledged before anything else. */
    static final double UPSET = 0.5;

    private static final int LONGEST_NAME = 60;
    private static final Map<String, TemplateText> OWN = new ConcurrentHashMap<>();

    private final DraftRequest request;
    private final StableChoice choice;
    private final Map<TemplateSlot, String> values;
    private final List<DraftRequest.Detail> asks;

    private DraftComposer(DraftRequest request) {
        this.request = request;
        this.choice = new StableChoice(request.caseNumber(), request.message());
        this.asks = asks(request);
        this.values = values();
    }

    /**
     * The draft.
     *
     * @param template the agency's own text for this, in the language of the answer; absent for ours
     */
    public static Draft compose(DraftRequest request, @Nullable TemplateText template) {
        DraftComposer composer = new DraftComposer(request);
        Parts parts = new Parts(
                request.channel(),
                request.textLimit(),
                request.visibility() == Visibility.PUBLIC ? Wordings.MORE_PRIVATELY.only(request.tongue()) : "");
        if (template == null) {
            composer.own(parts);
        } else {
            composer.agencys(template, parts);
        }
        return composer.outcome(plain(request.channel(), parts.text()));
    }

    private void own(Parts parts) {
        parts.add(Parts.Weight.GREETING, say("greeting", Wordings.GREETING));
        if (upset()) {
            parts.inLine(Parts.Weight.EMPATHY, value(TemplateSlot.EMPATHY));
        }
        if (request.urgency() == Urgency.CRITICAL) {
            parts.add(Parts.Weight.DANGER, say("danger", Wordings.DANGER));
        }
        answers(parts);
        String next = next();
        if (!next.isEmpty()) {
            parts.add(Parts.Weight.NEXT, next);
            if (!value(TemplateSlot.LEGAL_DEADLINE).isEmpty()) {
                parts.inLine(Parts.Weight.LEGAL, say("legal", Wordings.LEGAL));
            }
        }
        if (!asks.isEmpty()) {
            parts.add(Parts.Weight.ASK, say("ask", asking()));
        } else if (answersAll() && request.kind() == Kind.QUESTION) {
            parts.add(Parts.Weight.CLOSING, say("closing", Wordings.CLOSING));
        }
        parts.add(Parts.Weight.NUMBER, say("number", Wordings.NUMBER));
    }

    private void agencys(TemplateText template, Parts parts) {
        parts.add(Parts.Weight.NEXT, template.fill(values).strip());
        if (!template.has(TemplateSlot.ANSWER)) {
            answers(parts);
        }
        if (!asks.isEmpty() && !template.has(TemplateSlot.QUESTIONS)) {
            parts.add(Parts.Weight.ASK, value(TemplateSlot.QUESTIONS));
        }
        if (!value(TemplateSlot.LEGAL_DEADLINE).isEmpty() && !template.has(TemplateSlot.LEGAL_DEADLINE)) {
            parts.add(Parts.Weight.LEGAL, say("legal", Wordings.LEGAL));
        }
        if (!template.has(TemplateSlot.NUMBER)) {
            parts.add(Parts.Weight.NUMBER, "Nomor kasus: " + request.caseNumber());
        }
    }

    private void answers(Parts parts) {
        for (Quote quote : request.found().quotes()) {
            parts.add(Parts.Weight.ANSWER, titled(quote));
        }
    }

    /** What happens next and by when; nothing where the answer says it all. */
    private String next() {
        if (request.kind() == Kind.PRAISE && request.found().open() == 0) {
            return request.found().quotes().isEmpty() ? say("next", Wordings.PRAISE) : "";
        }
        if (answersAll() && request.kind() != Kind.COMPLAINT) {
            return "";
        }
        if (request.followUpBy() == null) {
            return say("next", Wordings.RECEIVED);
        }
        if (!request.found().quotes().isEmpty() && request.kind() != Kind.COMPLAINT) {
            return say("next", Wordings.REST);
        }
        return say(
                "next",
                switch (request.kind()) {
                    case COMPLAINT -> Wordings.COMPLAINT;
                    case QUESTION -> Wordings.QUESTION;
                    case PRAISE, OTHER, SPAM -> Wordings.OTHER;
                });
    }

    private Wordings.Wording asking() {
        if (answersAll() && request.kind() != Kind.COMPLAINT) {
            return Wordings.ASK_BESIDE;
        }
        return asks.size() == 1 ? Wordings.ASK_ONE : Wordings.ASK_SEVERAL;
    }

    private Draft outcome(String text) {
        List<Source> sources =
                request.found().quotes().stream().map(Quote::source).toList();
        List<String> asked = asks.stream().map(DraftRequest.Detail::slot).toList();
        Draft.Why why = why();
        if (why != null) {
            return new Draft.NeedsPerson(text, sources, asked, why);
        }
        boolean waits = !asked.isEmpty() && !(answersAll() && request.kind() == Kind.QUESTION);
        return waits ? new Draft.NeedsDetail(text, sources, asked) : new Draft.Ready(text, sources, asked);
    }

    private Draft.@Nullable Why why() {
        if (request.caution().whistleBlowing()) {
            return Draft.Why.WHISTLE_BLOWING;
        }
        if (request.urgency() == Urgency.CRITICAL) {
            return Draft.Why.DANGER;
        }
        if (request.caution().unsure()) {
            return Draft.Why.UNSURE;
        }
        boolean promises = !next().isEmpty() && request.kind() != Kind.PRAISE;
        boolean lawSaysWhen = request.kind() == Kind.COMPLAINT && request.legal() != null;
        if (lawSaysWhen && Objects.requireNonNull(request.legal()).by() == null) {
            return Draft.Why.NO_CALENDAR;
        }
        if (promises && request.followUpBy() == null) {
            return Draft.Why.NO_CALENDAR;
        }
        if (!request.found().quotes().isEmpty()) {
            return request.found().open() > 0 ? Draft.Why.PART_OPEN : null;
        }
        boolean asksSomething = request.kind() == Kind.COMPLAINT
                || request.kind() == Kind.QUESTION
                || request.found().open() > 0;
        return asksSomething && asks.isEmpty() ? Draft.Why.NO_ANSWER : null;
    }

    private boolean answersAll() {
        return !request.found().quotes().isEmpty() && request.found().open() == 0;
    }

    private boolean upset() {
        return request.intensity() >= UPSET && request.kind() != Kind.PRAISE;
    }

    /** Praise is not questioned; neither is whoever reports corruption, nor a general question that has its answer. */
    private static List<DraftRequest.Detail> asks(DraftRequest request) {
        boolean general = request.kind() == Kind.QUESTION
                && !request.found().ownCase()
                && request.found().open() == 0
                && !request.found().quotes().isEmpty();
        boolean none =
                general || request.kind() == Kind.PRAISE || request.caution().whistleBlowing();
        return none ? List.of() : request.missing();
    }

    private String titled(Quote quote) {
        return request.found().quotes().size() < 2
                ? quote.answer()
                : Wordings.ABOUT
                                .only(request.tongue())
                                .replace(
                                        "{judul}",
                                        FollowUpQuestion.lowerFirst(
                                                quote.source().title()))
                        + quote.answer();
    }

    private Map<TemplateSlot, String> values() {
        Map<TemplateSlot, String> filled = new EnumMap<>(TemplateSlot.class);
        filled.put(TemplateSlot.NAME, name(request));
        filled.put(TemplateSlot.NUMBER, request.caseNumber());
        String topic = request.topic();
        filled.put(TemplateSlot.TOPIC, topic == null ? "" : " tentang " + FollowUpQuestion.lowerFirst(topic));
        filled.put(TemplateSlot.UNIT, request.unit());
        filled.put(TemplateSlot.AGENCY, request.agency());
        Instant by = request.followUpBy();
        filled.put(
                TemplateSlot.DEADLINE,
                by == null ? "" : SpokenTime.of(by, ZoneId.of(request.zone()), request.tongue()));
        filled.put(TemplateSlot.LEGAL_DEADLINE, legal(request));
        filled.put(TemplateSlot.QUESTIONS, FollowUpQuestion.of(asks, request.visibility(), request.tongue()));
        filled.put(
                TemplateSlot.ANSWER,
                String.join(
                        "\n\n",
                        request.found().quotes().stream().map(this::titled).toList()));
        filled.put(TemplateSlot.EMPATHY, upset() ? choice.of("empathy", Wordings.EMPATHY.in(request.tongue())) : "");
        return filled;
    }

    /** Only complaints are settled; questions are answered and praise is passed on. */
    private static String legal(DraftRequest request) {
        DraftRequest.Legal legal = request.legal();
        if (legal == null || legal.by() == null || request.kind() != Kind.COMPLAINT) {
            return "";
        }
        return SpokenTime.day(legal.by(), request.tongue())
                + (request.tongue() == Tongue.ENGLISH ? " (%d working days)" : " (%d hari kerja)")
                        .formatted(legal.workingDays());
    }

    /** Only what looks like a name: a channel's display name may hold anything, links and line breaks included. */
    private static String name(DraftRequest request) {
        String citizen = request.citizen();
        if (citizen == null || request.visibility() == Visibility.PUBLIC) {
            return "";
        }
        String name = citizen.strip();
        boolean plain = !name.isEmpty()
                && name.length() <= LONGEST_NAME
                && name.codePoints()
                        .allMatch(c -> Character.isLetter(c) || c == ' ' || c == '.' || c == '\'' || c == '-');
        return plain ? " " + name : "";
    }

    private String say(String part, Wordings.Wording wording) {
        return OWN.computeIfAbsent(choice.of(part, wording.in(request.tongue())), TemplateText::parse)
                .fill(values);
    }

    private String value(TemplateSlot slot) {
        return values.getOrDefault(slot, "");
    }

    /** For SMS, where a single typographic mark more than doubles the price, plain ones stand in. */
    private static String plain(Channel channel, String text) {
        if (channel != Channel.SMS) {
            return text;
        }
        return text.replace('’', '\'')
                .replace('‘', '\'')
                .replace('“', '"')
                .replace('”', '"')
                .replace('–', '-')
                .replace('—', '-')
                .replace("…", "...")
                .replace('•', '-')
                .replace('\u00A0', ' ');
    }
}
