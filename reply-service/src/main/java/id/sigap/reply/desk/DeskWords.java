package id.sigap.reply.desk;

import id.sigap.runtime.language.Language;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * Everything the desk says, in one language: plain and friendly. A sentence that is missing in a language does not
 * compile, so that no page is half translated. Words of the directory (units, topics) and of people stay as they are.
 */
interface DeskWords extends ThingNames {
    /** The words of a language. */
    static DeskWords in(Language language) {
        return switch (language) {
            case INDONESIAN -> new IndonesianWords();
            case ENGLISH -> new EnglishWords();
        };
    }

    /** The language itself. */
    Language language();

    // Around every page

    String skip();

    String mainNavigation();

    String signOut();

    String role(boolean supervisor);

    // The queue

    String queue();

    String queueHint();

    String filter();

    String stateField();

    String kindField();

    String channelField();

    String allWaiting();

    String allOpen();

    String allKinds();

    String allChannels();

    String nothingWaits();

    String nothingFits();

    String summary(int rows, boolean more, long late);

    String nextPage();

    String firstPage();

    String caseColumn();

    String waitingColumn();

    String messageColumn();

    String kindColumn();

    String unitColumn();

    String stateColumn();

    String otherTopic();

    // One case

    String theCase();

    String conversation();

    String citizen();

    String us();

    String automatic();

    String withdrawn();

    String edited();

    String sent();

    String answer();

    String answerText();

    String writeAnswer();

    String send();

    String submit();

    String save();

    String saveDraft();

    String approve();

    String sendBackTitle();

    String reason();

    String sendBack();

    String undo();

    String sendAgain();

    String unsaved();

    String arrived();

    String nothingInTheMaking();

    String why();

    String confidence();

    String decidingWords();

    String missing();

    String assignee();

    String nobody();

    String deadline();

    String history();

    // When a page cannot be shown

    /** A heading and a sentence for a status of HTTP. */
    Trouble trouble(int status);

    String backToQueue();

    // Time

    /** A length of time as one says it. */
    String span(Duration span);

    /** Since when an answer is late. */
    String late(String span);

    /** How long there is left. */
    String left(String span);

    /** The pattern of a day with its time. */
    DateTimeFormatter dayAndTime();

    /** When the answer is due, or since when it is late. */
    default String due(Instant respondBy, Instant now) {
        Duration left = Duration.between(now, respondBy);
        return left.isNegative() ? late(span(left.abs())) : left(span(left));
    }

    /** A moment as people of that zone say it. */
    default String moment(Instant at, ZoneId zone) {
        return dayAndTime().format(at.atZone(zone));
    }

    /** A notice from the word in the address; nothing else of the address reaches the page. */
    default Notice notice(String word) {
        return Done.of(word)
                .map(done -> new Notice("good", "status", of(done)))
                .orElseGet(() -> new Notice("bad", "alert", refused(word)));
    }

    /**
     * Something to tell after an act.
     *
     * @param mood {@code good} or {@code bad}; the notice's class
     * @param role how it is announced (WAI-ARIA)
     * @param words what is said
     */
    record Notice(String mood, String role, String words) {}

    /**
     * Why there is no page.
     *
     * @param title the heading
     * @param sentence what one can do
     */
    record Trouble(String title, String sentence) {}
}
