package id.sigap.reply.webhooks;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * Keeps webhooks on the public internet: an address that an endpoint's name leads to is looked at when it is called, and
 * the call goes to exactly that address, so that a name that is answered differently the next time leads nowhere else.
 * Hosts that the deployment names are trusted wherever they are.
 */
final class AddressGuard {
    private static final int LONGEST = 2_000;

    private final Set<String> allowed;

    AddressGuard(Set<String> allowed) {
        this.allowed = Set.copyOf(allowed);
    }

    /**
     * Looks at an endpoint's address when it is saved.
     *
     * @throws IllegalArgumentException with the rest of a sentence, when it is no address that may be called
     */
    URI check(String url) {
        URI uri;
        try {
            uri = URI.create(url.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("is not a URL", e);
        }
        String host = uri.getHost();
        if (url.length() > LONGEST || host == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException("must be a URL with a host and neither user nor fragment");
        }
        boolean trusted = trusted(host);
        if (!"https".equals(uri.getScheme()) && !(trusted && "http".equals(uri.getScheme()))) {
            throw new IllegalArgumentException("must begin with https://");
        }
        if (!trusted && literal(host) && forbidden(resolve(host)[0])) {
            throw new IllegalArgumentException("is not on the public internet");
        }
        return uri;
    }

    /**
     * The address to call. Asks the name service, so it may block.
     *
     * @throws UnknownHostException when the host is not known, or one of its addresses is not on the public internet
     */
    InetAddress resolved(String host) throws UnknownHostException {
        InetAddress[] addresses = InetAddress.getAllByName(bare(host));
        if (!trusted(host) && Arrays.stream(addresses).anyMatch(AddressGuard::forbidden)) {
            throw new ForbiddenAddress();
        }
        return addresses[0];
    }

    /** Whether an address is anything but an ordinary one of the public internet. */
    static boolean forbidden(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return true;
        }
        byte[] b = address.getAddress();
        return address instanceof Inet4Address ? special4(b) : special6((Inet6Address) address, b);
    }

    /** RFC 6890 and its successors in the registry of special-purpose addresses. */
    private static boolean special4(byte[] b) {
        int one = b[0] & 0xFF;
        int two = b[1] & 0xFF;
        int three = b[2] & 0xFF;
        return one == 0
                || one == 10
                || one == 127
                || one >= 224
                || (one == 100 && two >= 64 && two < 128)
                || (one == 169 && two == 254)
                || (one == 172 && two >= 16 && two < 32)
                || (one == 192 && two == 168)
                || (one == 192 && two == 0 && (three == 0 || three == 2))
                || (one == 198 && (two == 18 || two == 19))
                || (one == 198 && two == 51 && three == 100)
                || (one == 203 && two == 0 && three == 113);
    }

    private static boolean special6(Inet6Address address, byte[] b) {
        int one = b[0] & 0xFF;
        int two = b[1] & 0xFF;
        boolean local = (one & 0xFE) == 0xFC;
        boolean carriesFour = address.isIPv4CompatibleAddress()
                || (one == 0x20 && two == 0x02) // 6to4
                || (one == 0x00 && two == 0x64) // NAT64
                || (one == 0x20 && two == 0x01 && b[2] == 0 && b[3] == 0); // Teredo
        boolean documentation = one == 0x20 && two == 0x01 && (b[2] & 0xFF) == 0x0D && (b[3] & 0xFF) == 0xB8;
        return local || carriesFour || documentation || one == 0;
    }

    private boolean trusted(String host) {
        return allowed.contains(bare(host).toLowerCase(Locale.ROOT));
    }

    private static boolean literal(String host) {
        return host.startsWith("[") || host.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.');
    }

    private static InetAddress[] resolve(String literal) {
        try {
            return InetAddress.getAllByName(bare(literal));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("has a host that is no address", e);
        }
    }

    private static String bare(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    /** A name that leads to a place that must not be called. */
    static final class ForbiddenAddress extends UnknownHostException {
        private static final long serialVersionUID = 1;
    }
}
