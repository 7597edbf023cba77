package id.sigap.reply.sending;

import id.sigap.contracts.Channel;
import id.sigap.contracts.directory.Account;
import id.sigap.contracts.directory.ChannelProfile;
import id.sigap.reply.dispatch.SendOutcome;
import id.sigap.reply.dispatch.WhatsAppAnswers;
import id.sigap.runtime.secret.Secrets;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The WhatsApp Cloud API. Every message carries the reply's id, or its part's, as {@code biz_opaque_callback_data}; its receipts echo it,
 * which settles what became of a send whose answer was lost.
 */
@ApplicationScoped
class WhatsAppSender implements ChannelSender {
    private final ChannelHttp http;
    private final Secrets secrets;

    WhatsAppSender(ChannelHttp http, Secrets secrets) {
        this.http = http;
        this.secrets = secrets;
    }

    @Override
    public Channel channel() {
        return Channel.WHATSAPP;
    }

    @Override
    public Uni<SendOutcome> send(Outgoing outgoing, Account account, ChannelProfile profile) {
        Optional<String> token = account.secret("access-token").flatMap(secrets::findText);
        if (token.isEmpty()) {
            return Uni.createFrom().item(new SendOutcome.AccountHeld("no-access-token"));
        }
        String address = profile.endpoint() + "/" + profile.version() + "/" + account.address() + "/messages";
        return http.post(address, token.get(), body(outgoing), profile.timeout(), WhatsAppAnswers::judge);
    }

    private static Map<String, Object> body(Outgoing outgoing) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("messaging_product", "whatsapp");
        body.put("recipient_type", "individual");
        // People with a username have no number for us, but an id of WhatsApp's own, which has letters.
        boolean number = outgoing.threadKey().chars().allMatch(c -> c >= '0' && c <= '9');
        body.put(number ? "to" : "recipient", outgoing.threadKey());
        body.put("type", "text");
        body.put("text", Map.of("body", outgoing.words(), "preview_url", false));
        if (outgoing.quotes() != null) {
            body.put("context", Map.of("message_id", outgoing.quotes()));
        }
        body.put("biz_opaque_callback_data", outgoing.echo().toString());
        return body;
    }
}
