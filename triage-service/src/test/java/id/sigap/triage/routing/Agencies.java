package id.sigap.triage.routing;

import id.sigap.contracts.Channel;
import id.sigap.contracts.directory.Account;
import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.directory.Condition;
import id.sigap.contracts.directory.RoutingRule;
import id.sigap.contracts.directory.Target;
import id.sigap.contracts.directory.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A small agency with whatever rules: topics kereta › kereta-telat and laut, one WhatsApp and one web account. */
final class Agencies {
    private Agencies() {}

    static Agency with(RoutingRule... rules) {
        return Agency.builder("dinas", "Dinas", "Asia/Jakarta", "DNS", "umum")
                .accounts(account("dinas-wa", Channel.WHATSAPP), account("dinas-web", Channel.WEB))
                .topics(topic("kereta", null), topic("kereta-telat", "kereta"), topic("laut", null))
                .routing(rules)
                .targets(new Target(Condition.always(), Duration.ofMinutes(10)))
                .build();
    }

    static RoutingRule rule(String unit, Condition when) {
        return new RoutingRule(when, unit);
    }

    static Condition topics(String... topics) {
        return new Condition(List.of(), List.of(topics), List.of(), List.of(), List.of(), List.of(), null, null, null);
    }

    static Condition words(String... words) {
        return new Condition(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(words), null, null, null);
    }

    static Condition origin(List<Channel> channels, String... accounts) {
        return new Condition(List.of(), List.of(), channels, List.of(accounts), List.of(), List.of(), null, null, null);
    }

    private static Account account(String id, Channel channel) {
        return new Account(id, channel, id, null, Map.of());
    }

    private static Topic topic(String id, @Nullable String parent) {
        return new Topic(id, id, parent, List.of(), List.of());
    }
}
