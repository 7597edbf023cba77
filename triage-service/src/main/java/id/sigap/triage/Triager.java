package id.sigap.triage;

import id.sigap.contracts.Channel;
import id.sigap.contracts.Kind;
import id.sigap.contracts.Urgency;
import id.sigap.contracts.Visibility;
import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.directory.Facts;
import id.sigap.contracts.event.MessageEdited;
import id.sigap.contracts.event.MessageReceived;
import id.sigap.contracts.event.MessageTriaged;
import id.sigap.contracts.event.PersonalData;
import id.sigap.contracts.event.Reading;
import id.sigap.contracts.event.Triage;
import id.sigap.triage.flag.FlagFinder;
import id.sigap.triage.kind.KindClassifier;
import id.sigap.triage.kind.KindDecision;
import id.sigap.triage.kind.LinearKinds;
import id.sigap.triage.kind.UncertainBand;
import id.sigap.triage.language.LanguageReader;
import id.sigap.triage.linear.LinearModel;
import id.sigap.triage.linear.LinearWeights;
import id.sigap.triage.personaldata.PersonalDataFinder;
import id.sigap.triage.request.RequestFinder;
import id.sigap.triage.routing.Route;
import id.sigap.triage.slot.Slots;
import id.sigap.triage.text.NormalText;
import id.sigap.triage.text.Normaliser;
import id.sigap.triage.urgency.IntensityReader;
import id.sigap.triage.urgency.UrgencyReader;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Understands a message: in memory, in time that is linear in the text, without ever failing for what a text holds.
 * Everything but {@code triagedAt} depends on the message, the agency and the model alone. Safe for many threads.
 */
public final class Triager {
    /** So many characters wait at most to be read together, and one text more. */
    private static final int MOST_CHARACTERS = 100_000;

    private final ModelsInForce models;
    private final UncertainBand uncertain;
    private final LanguageReader languages = LanguageReader.bundled();
    private final Map<String, AgencyWords> words = new ConcurrentHashMap<>();

    /** With one model for all agencies. */
    public Triager(LinearModel model) {
        this(new ModelsInForce(model, LinearKinds::new), UncertainBand.DEFAULT);
    }

    /** With the model of each agency, and what counts as unsure. */
    public Triager(ModelsInForce models, UncertainBand uncertain) {
        this.models = models;
        this.uncertain = uncertain;
    }

    /**
     * The message with what was understood of it.
     *
     * @param agency the owner of the message's account
     * @param at when this happens
     */
    public MessageTriaged triage(MessageReceived message, Agency agency, Instant at) {
        return new MessageTriaged(message, understand(message, Normaliser.normalise(message.text()), agency), at);
    }

    /**
     * Whether texts that wait for others are enough for {@link #readAhead}: as many as the classifier reads best together,
     * or fewer of very long ones, for all of them lie in memory meanwhile.
     */
    public boolean isEnough(Collection<Unread> texts) {
        long characters = 0;
        for (Unread text : texts) {
            characters += text.text().original().length();
        }
        return texts.size() >= models.together() || characters >= MOST_CHARACTERS;
    }

    /**
     * Reads texts together, as far as that is faster, and leaves what is understood of each, in order, to
     * {@link #understand(ReadAhead, Origin)} and {@link #again}.
     *
     * @param texts no more than {@link #isEnough}
     */
    public List<ReadAhead> readAhead(List<Unread> texts) {
        if (texts.size() == 1) {
            return List.of(readAhead(texts.get(0).text(), texts.get(0).agency()));
        }
        Map<ModelsInForce.InForce, List<Unread>> byModel = new LinkedHashMap<>();
        Map<Unread, ReadAhead> read = new IdentityHashMap<>();
        texts.forEach(text -> byModel.computeIfAbsent(models.of(text.agency().id()), model -> new ArrayList<>())
                .add(text));
        byModel.forEach((model, mine) -> {
            List<KindClassifier.Decider> deciders =
                    model.kinds().read(mine.stream().map(Unread::text).toList());
            for (int i = 0; i < mine.size(); i++) {
                Unread text = mine.get(i);
                read.put(text, new ReadAhead(text.text(), text.agency(), model, deciders.get(i)));
            }
        });
        return texts.stream().map(read::get).toList();
    }

    private ReadAhead readAhead(NormalText text, Agency agency) {
        ModelsInForce.InForce inForce = models.of(agency.id());
        return new ReadAhead(
                text, agency, inForce, inForce.kinds().read(List.of(text)).get(0));
    }

    /** What is understood of a message, whose text somebody has brought into its plain form. */
    public Triage understand(MessageReceived message, NormalText text, Agency agency) {
        return understand(message, readAhead(text, agency));
    }

    /** What is understood of a message, whose text was read ahead. */
    public Triage understand(MessageReceived message, ReadAhead text) {
        return understand(
                text, new Origin(message.channel(), message.account(), message.visibility(), message.sentAt()));
    }

    /**
     * What is understood of the words that a citizen put in the place of older ones. When the answer is due counts from
     * the change: nobody could know of it before. What looks like spam now is always uncertain, for a message that was
     * taken in is thrown out by a person only; and no incident is looked for, in which the citizen would count twice.
     *
     * @param text of the change, read ahead
     */
    public Triage again(MessageEdited edit, ReadAhead text) {
        Visibility visibility = edit.visibility() == null ? Visibility.PRIVATE : edit.visibility();
        Triage read = understand(text, new Origin(edit.channel(), edit.account(), visibility, edit.editedAt()));
        return read.kind() == Kind.SPAM ? read.unsure() : read;
    }

    /** What is understood of a text that came in somewhere. */
    public Triage understand(String words, Origin origin, Agency agency) {
        return understand(readAhead(Normaliser.normalise(words), agency), origin);
    }

    /** What is understood of a text that came in somewhere and was read ahead. */
    public Triage understand(ReadAhead read, Origin origin) {
        NormalText text = read.text();
        Agency agency = read.agency();
        LinearModel model = read.inForce().model();
        AgencyWords known = wordsOf(agency, model.topics());
        LinearModel.Sums sums = model.read(text);
        KindDecision decision = read.kind().decide(sums);
        Kind kind = decision.kind();
        String topic = known.topics().find(text, sums.topics());
        Urgency urgency = UrgencyReader.of(
                kind, text, model.probabilities(LinearModel.URGENCY, sums), origin.sentAt(), ZoneId.of(agency.zone()));
        Slots slots = known.slots(topic, text);
        List<PersonalData> personal = personalData(text, slots);
        Facts facts = new Facts(
                kind,
                topic,
                origin.channel(),
                origin.account(),
                urgency,
                origin.visibility(),
                decision.confidence(),
                !personal.isEmpty(),
                text.own());
        Route route = Route.of(agency, known.routings(), facts, origin.sentAt());
        boolean asks = kind == Kind.COMPLAINT || kind == Kind.QUESTION;
        return new Triage(
                kind,
                decision.confidence(),
                decision.scores(),
                topic,
                route.unit(),
                urgency,
                IntensityReader.of(text, model.probabilities(LinearModel.INTENSITY, sums)),
                personal,
                asks ? slots.missing() : List.of(),
                null,
                decision.because(),
                route.respondBy(),
                decision.model(),
                reading(decision, text, slots, route));
    }

    private Reading reading(KindDecision decision, NormalText text, Slots slots, Route route) {
        Kind kind = decision.kind();
        return new Reading(
                uncertain.holds(decision),
                languages.of(text),
                FlagFinder.find(kind, text),
                RequestFinder.find(kind, text),
                slots.known(),
                route.reason());
    }

    private static List<PersonalData> personalData(NormalText text, Slots slots) {
        List<PersonalData> found = PersonalDataFinder.find(text);
        if (slots.codes().isEmpty()) {
            return found;
        }
        List<PersonalData> all = new ArrayList<>(found);
        all.addAll(slots.codes());
        return PersonalDataFinder.withoutOverlaps(all);
    }

    /** Prepared once per agency, directory and model; a reloaded directory has other instances of its agencies. */
    @SuppressWarnings("ReferenceEquality") // comparing two agencies by value would cost more than preparing one
    private AgencyWords wordsOf(Agency agency, LinearWeights learnt) {
        AgencyWords known = words.get(agency.id());
        if (known == null || known.agency() != agency || known.model() != learnt) {
            known = AgencyWords.of(agency, learnt);
            words.put(agency.id(), known);
        }
        return known;
    }

    /**
     * Where a text came in.
     *
     * @param channel the channel
     * @param account the account's id
     * @param visibility whether others can read it
     * @param sentAt when the citizen's wait began
     */
    public record Origin(Channel channel, String account, Visibility visibility, Instant sentAt) {}

    /**
     * A text in its plain form that is to be read.
     *
     * @param text the text
     * @param agency the owner of the account that it came to
     */
    public record Unread(NormalText text, Agency agency) {}

    /**
     * A text that is half understood: by the model that was in force when it was read, however soon another follows.
     *
     * @param text the text
     * @param agency the owner of the account that it came to
     * @param inForce the model that reads the agency's messages
     * @param kind decides what it is
     */
    public record ReadAhead(
            NormalText text, Agency agency, ModelsInForce.InForce inForce, KindClassifier.Decider kind) {}
}
