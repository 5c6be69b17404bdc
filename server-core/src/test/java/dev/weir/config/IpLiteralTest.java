package dev.weir.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpLiteralTest {

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0,0.0.0.0",
        "192.0.2.7,192.0.2.7",
        "255.255.255.255,255.255.255.255",
        "::,0:0:0:0:0:0:0:0",
        "::1,0:0:0:0:0:0:0:1",
        "1::,1:0:0:0:0:0:0:0",
        "2001:db8::7,2001:db8:0:0:0:0:0:7",
        "2001:DB8:0:0:0:0:0:7,2001:db8:0:0:0:0:0:7",
        "1:2:3:4:5:6:7:8,1:2:3:4:5:6:7:8",
        "1:2:3:4:5:6:7::,1:2:3:4:5:6:7:0",
        "::2:3:4:5:6:7:8,0:2:3:4:5:6:7:8",
        "64:ff9b::192.0.2.33,64:ff9b:0:0:0:0:c000:221",
        "1:2:3:4:5:6:192.0.2.33,1:2:3:4:5:6:c000:221",
        "0001:0002:0003:0004:0005:0006:0007:0008,1:2:3:4:5:6:7:8"
    })
    void readsAddresses(String text, String address) {
        assertEquals(Optional.of(address), IpLiteral.parse(text).map(InetAddress::getHostAddress));
    }

    @Test
    void takesAnIpv4AddressInIpv6FormForWhatItIs() {
        InetAddress address = IpLiteral.parse("::ffff:192.0.2.7").orElseThrow();
        assertEquals(Inet4Address.class, address.getClass());
        assertEquals("192.0.2.7", address.getHostAddress());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "1",
                "1.2.3",
                "1.2.3.4.5",
                "1.2.3.",
                ".1.2.3",
                "1.2..3",
                "256.0.0.1",
                "01.2.3.4",
                "1.2.3.04",
                "0x1.2.3.4",
                "1.2.3.-4",
                "1.2.3.+4",
                " 1.2.3.4",
                "1.2.3.4 ",
                "\u0661.2.3.4",
                "1.2.3.4/8",
                ":",
                ":::",
                "::1::",
                "1::2::3",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4:5:6:7:8::",
                "::1:2:3:4:5:6:7:8",
                "1:2:3:4::5:6:7:8",
                "12345::",
                "g::",
                "-1::",
                "::1%eth0",
                "[::1]",
                "1.2.3.4::",
                "::1.2.3",
                "1:2:3:4:5:6:7:1.2.3.4",
                "::1.2.3.4:5",
                "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"
            })
    void refusesWhatIsNone(String text) {
        assertEquals(Optional.empty(), IpLiteral.parse(text));
    }
}
