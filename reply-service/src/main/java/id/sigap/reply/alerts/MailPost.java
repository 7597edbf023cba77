package id.sigap.reply.alerts;

import id.sigap.reply.notice.Letter;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where letters are posted, and where their links lead. */
@ApplicationScoped
public class MailPost {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final ReactiveMailer mailer;
    private final boolean on;
    private final String desk;

    /**
     * Over the mail server that is configured.
     *
     * @param host the mail server; none when nobody is to be mailed
     * @param desk where people reach the desk
     */
    public MailPost(
            ReactiveMailer mailer,
            @ConfigProperty(name = "sigap.mail.host") Optional<String> host,
            @ConfigProperty(name = "sigap.public-url.reply") String desk) {
        this.mailer = mailer;
        this.on = host.filter(name -> !name.isBlank()).isPresent();
        this.desk = desk.endsWith("/") ? desk.substring(0, desk.length() - 1) : desk;
    }

    /** Whether there is a mail server. */
    boolean isOn() {
        return on;
    }

    /** The desk's address, without a slash at its end. */
    String desk() {
        return desk;
    }

    /**
     * Posts; fails when it was not taken, or nobody knows.
     *
     * @param id of the mail, the same in every attempt, so that a mailbox may know a repetition
     */
    Uni<Void> send(UUID id, String receiver, Letter letter) {
        Mail mail = Mail.withText(receiver, letter.subject(), letter.text())
                .addHeader("Message-ID", "<" + id + "@" + ownName() + ">")
                // RFC 3834: no machine answers this.
                .addHeader("Auto-Submitted", "auto-generated");
        return mailer.send(mail).ifNoItem().after(TIMEOUT).fail();
    }

    private String ownName() {
        String host = URI.create(desk).getHost();
        return host == null ? "sigap" : host;
    }
}
