package id.sigap.reply.sending;

import id.sigap.contracts.Channel;
import id.sigap.contracts.directory.Account;
import id.sigap.contracts.directory.ChannelProfile;
import id.sigap.reply.dispatch.SendOutcome;
import id.sigap.reply.dispatch.TelegramAnswers;
import id.sigap.runtime.secret.Secrets;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;

/** The Telegram Bot API. The token stands in the address, which therefore never reaches a log line. */
@ApplicationScoped
class TelegramSender implements ChannelSender {
    private final ChannelHttp http;
    private final Secrets secrets;

    TelegramSender(ChannelHttp http, Secrets secrets) {
        this.http = http;
        this.secrets = secrets;
    }

    @Override
    public Channel channel() {
        return Channel.TELEGRAM;
    }

    @Override
    public Uni<SendOutcome> send(Outgoing outgoing, Account account, ChannelProfile profile) {
        Optional<String> token = account.secret("bot-token").flatMap(secrets::findText);
        if (token.isEmpty()) {
            return Uni.createFrom().item(new SendOutcome.AccountHeld("no-bot-token"));
        }
        String address = profile.endpoint() + "/bot" + token.get() + "/sendMessage";
        // No parse_mode: what a citizen wrote, or we, is never markup.
        Map<String, Object> body = Map.of("chat_id", outgoing.threadKey(), "text", outgoing.body());
        return http.post(address, null, body, profile.timeout(), TelegramAnswers::judge);
    }
}
