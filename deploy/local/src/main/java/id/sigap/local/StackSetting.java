package id.sigap.local;

/**
 * All that is settled before a part starts.
 *
 * @param options what is wanted
 * @param checkout where the programs are
 * @param layout where the state is
 * @param passwords of database roles and administrators
 * @param secrets that the services ask for
 */
record StackSetting(StackOptions options, Checkout checkout, StateLayout layout, Secrets passwords, Secrets secrets) {

    /** The client secret of the pages that people log in to. */
    static final String DESK_SECRET = "sigap-desk";

    static StackSetting of(StackOptions options) {
        StateLayout layout = StateLayout.of(options.state());
        return new StackSetting(
                options, Checkout.around(), layout, new Secrets(layout.passwords()), new Secrets(layout.secrets()));
    }

    boolean has(StackPart part) {
        return options.parts().contains(part);
    }

    StackPorts ports() {
        return options.ports();
    }
}
