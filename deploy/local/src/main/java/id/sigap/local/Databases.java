package id.sigap.local;

import id.sigap.local.postgres.PostgresServer;
import id.sigap.local.process.StackException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Creates what a deployment creates before the first service starts: the database {@code sigap} in which each service
 * with a database owns one schema and sees nothing of another's, and the database {@code keycloak}. Can be repeated.
 */
final class Databases {

    /** Roles, each the owner of the schema of the same name. */
    private static final List<String> SERVICES = List.of("ingest", "triage", "reply");

    private final PostgresServer postgres;
    private final Secrets passwords;

    Databases(PostgresServer postgres, Secrets passwords) {
        this.postgres = postgres;
        this.passwords = passwords;
    }

    /** Creates what is absent and gives every role its password. */
    void create() {
        try {
            try (Connection connection = postgres.superuser("postgres")) {
                for (String role : SERVICES) {
                    createRole(connection, role);
                }
                createRole(connection, "keycloak");
                createDatabase(connection, "sigap", "postgres");
                createDatabase(connection, "keycloak", "keycloak");
                execute(connection, "grant connect, temporary on database sigap to ingest, triage, reply");
            }
            try (Connection connection = postgres.superuser("sigap")) {
                execute(connection, "revoke all on schema public from public");
                for (String role : SERVICES) {
                    execute(connection, "create schema if not exists " + role + " authorization " + role);
                    execute(connection, "alter role " + role + " in database sigap set search_path = " + role);
                }
            }
        } catch (SQLException e) {
            throw new StackException("The databases could not be created: " + e.getMessage(), e);
        }
    }

    /** Drops the database of Keycloak, so that the next start imports the realm anew. */
    void forgetRealm() {
        try (Connection connection = postgres.superuser("postgres")) {
            execute(connection, "drop database if exists keycloak with (force)");
        } catch (SQLException e) {
            throw new StackException("The old realm could not be removed: " + e.getMessage(), e);
        }
        create();
    }

    private void createRole(Connection connection, String role) throws SQLException {
        if (!exists(connection, "select 1 from pg_roles where rolname = ?", role)) {
            execute(connection, "create role " + role + " login");
        }
        // A secret has no character that would need quoting.
        execute(connection, "alter role " + role + " password '" + passwords.value(role) + "'");
    }

    private static void createDatabase(Connection connection, String database, String owner) throws SQLException {
        if (!exists(connection, "select 1 from pg_database where datname = ?", database)) {
            execute(connection, "create database " + database + " owner " + owner);
            execute(connection, "revoke all on database " + database + " from public");
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
