package id.sigap.reply.desk;

/** A screen of the desk that the navigation leads to, with the two keys that go there. */
enum Screen {
    QUEUE("/", "g q", Say.QUEUE),
    APPROVALS("/persetujuan", "g a", Say.APPROVALS),
    INCIDENTS("/insiden", "g i", Say.INCIDENTS),
    TEMPLATES("/templat", "g t", Say.TEMPLATES),
    STUCK("/kiriman", "g s", Say.STUCK);

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
}
