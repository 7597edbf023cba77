package id.sigap.reply.checking;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What accounts said last in public: one question for a whole batch. */
public final class RecentReplies {
    private static final String RECENT = """
            select a.account, p.body from unnest($1::text[]) as a(account) cross join lateral (
                select r.body from replies r join cases c on c.case_id = r.case_id
                where r.account = a.account and r.accepted_at is not null and c.visibility = 'public'
                order by r.accepted_at desc limit 30) p""";

    private RecentReplies() {}

    /** By account, newest first; asks nothing when there is no account to ask for. */
    public static Uni<Map<String, List<String>>> of(SqlClient client, Collection<String> accounts) {
        if (accounts.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return client.preparedQuery(RECENT)
                .execute(Tuple.of(accounts.toArray(String[]::new)))
                .map(rows -> {
                    Map<String, List<String>> recent = new HashMap<>();
                    rows.forEach(row -> recent.computeIfAbsent(row.getString("account"), a -> new ArrayList<>())
                            .add(row.getString("body")));
                    return recent;
                });
    }
}
