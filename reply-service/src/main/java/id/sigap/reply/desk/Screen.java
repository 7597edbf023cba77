package id.sigap.reply.desk;

import id.sigap.runtime.access.Caller;
import id.sigap.runtime.access.Roles;

/** A screen of the desk that the navigation leads to, with the two keys that go there. */
enum Screen {
    QUEUE("/", "g q", Say.QUEUE),
    APPROVALS("/persetujuan", "g a", Say.APPROVALS),
    INCIDENTS("/insiden", "g i", Say.INCIDENTS),
    KNOWLEDGE("/pengetahuan", "g k", Say.KNOWLEDGE),
    TEMPLATES("/templat", "g t", Say.TEMPLATES),
    POLICIES("/kebijakan", "g p", Say.POLICIES),
    STUCK("/kiriman", "g s", Say.STUCK),
    MENTIONS("/sebutan", "g m", Say.MENTIONS),
    DUTY("/piket", "g d", Say.DUTY),
    ALERTS("/peringatan", "g r", Say.ALERTS),
    WEBHOOKS("/webhook", "g w", Say.WEBHOOKS),
    AUDIT("/audit", "g l", Say.AUDIT);

    private final String address;
    private final String keys;
    private final Say label;

    Screen(String address, String keys, Say label) {
        this.address = address;
        this.keys = keys;
        this.label = label;
    }

    String address() {
        return address;
    }

    String keys() {
        return keys;
    }

    Say label() {
        return label;
    }

    /**
     * Whether it is for this person: auditors look at the record, operators after webhooks, and nobody else does;
     * who was told of what concerns supervisors and auditors.
     */
    boolean isFor(Caller caller) {
        return switch (this) {
            case AUDIT -> caller.is(Roles.AUDITOR);
            case ALERTS -> caller.is(Roles.SUPERVISOR) || caller.is(Roles.AUDITOR);
            case WEBHOOKS -> caller.is(Roles.OPERATOR);
            case QUEUE, APPROVALS, INCIDENTS, KNOWLEDGE, TEMPLATES, POLICIES, STUCK, MENTIONS, DUTY ->
                caller.is(Roles.AGENT) || caller.is(Roles.SUPERVISOR);
        };
    }
}
