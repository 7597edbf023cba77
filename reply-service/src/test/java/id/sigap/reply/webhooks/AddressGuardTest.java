package id.sigap.reply.webhooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AddressGuardTest {
    @Test
    void onlyThePublicInternetIsCalled() throws UnknownHostException {
        for (String address : List.of(
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "127.0.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.168.1.1",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:10.0.0.1",
                "fe80::1",
                "fc00::1",
                "fd12:3456::1",
                "ff02::1",
                "2002:7f00:1::",
                "64:ff9b::7f00:1")) {
            assertTrue(AddressGuard.forbidden(InetAddress.getByName(address)), address);
        }
        for (String address : List.of("8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:4700::1111")) {
            assertFalse(AddressGuard.forbidden(InetAddress.getByName(address)), address);
        }
    }

    @Test
    void aNameThatLeadsInsideIsNotCalledUnlessTheDeploymentNamesIt() throws UnknownHostException {
        assertThrows(AddressGuard.ForbiddenAddress.class, () -> new AddressGuard(Set.of()).resolved("localhost"));
        assertTrue(new AddressGuard(Set.of("localhost")).resolved("localhost").isLoopbackAddress());
    }

    @Test
    void anAddressIsHttpsUnlessTheDeploymentNamesItsHost() {
        AddressGuard guard = new AddressGuard(Set.of("sistem.internal"));
        assertEquals(
                "example.com", guard.check("https://example.com:8443/a?b=c").getHost());
        assertEquals("sistem.internal", guard.check("http://sistem.internal/a").getHost());
        for (String url : List.of(
                "http://example.com/",
                "https:///",
                "https://a@example.com/",
                "https://example.com/#x",
                "x",
                "https://[::1]/")) {
            assertThrows(IllegalArgumentException.class, () -> guard.check(url), url);
        }
    }
}
