package dev.weir.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressBlockTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8,10.0.0.0,true",
        "10.0.0.0/8,10.255.255.255,true",
        "10.0.0.0/8,11.0.0.0,false",
        "10.0.0.0/8,9.255.255.255,false",
        "192.0.2.0/23,192.0.3.255,true",
        "192.0.2.0/23,192.0.4.0,false",
        "192.0.2.128/25,192.0.2.127,false",
        "192.0.2.128/25,192.0.2.128,true",
        "192.0.2.7,192.0.2.7,true",
        "192.0.2.7/32,192.0.2.6,false",
        "0.0.0.0/0,203.0.113.9,true",
        "0.0.0.0/0,2001:db8::1,false",
        "0.0.0.0/0,::ffff:203.0.113.9,true",
        "2001:db8::/32,2001:db8:ffff::1,true",
        "2001:db8::/32,2001:db9::,false",
        "2001:db8::/33,2001:db8:8000::,false",
        "::1,::1,true",
        "::1,::2,false",
        "::/0,2001:db8::1,true",
        "::/0,192.0.2.7,false",
        "::ffff:10.0.0.0/104,10.1.2.3,true",
        "::ffff:10.0.0.0/104,11.0.0.0,false"
    })
    void holdsTheAddressesWithItsPrefix(String block, String address, boolean isInside) {
        InetAddress parsed = IpLiteral.parse(address).orElseThrow();
        assertEquals(isInside, AddressBlock.of(block).contains(parsed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/8",
                "10.0.0.0/",
                "10.0.0.0/8/8",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0.0/08",
                "10.0.0.0/+8",
                "10.0.0.0/ 8",
                "10.0.0/8",
                "10/8",
                "localhost/8",
                "::1/129",
                "[::1]/128",
                "::ffff:0.0.0.0/95"
            })
    void refusesWhatIsNone(String text) {
        String message = assertThrows(IllegalArgumentException.class, () -> AddressBlock.of(text))
                .getMessage();
        assertTrue(message.contains(" (expected: "), message);
    }

    /** Somebody has mistaken the one or the other, and it is not ours to choose. */
    @ParameterizedTest
    @ValueSource(strings = {"10.1.0.0/8", "192.0.2.129/25", "2001:db8::1/32", "128.0.0.0/0", "::1/0"})
    void refusesAnAddressInsideTheBlock(String text) {
        assertThrows(IllegalArgumentException.class, () -> AddressBlock.of(text));
    }

    @Test
    void isWrittenAsItIsRead() {
        assertEquals("10.0.0.0/8", AddressBlock.of("10.0.0.0/8").toString());
        assertEquals("192.0.2.7/32", AddressBlock.of("192.0.2.7").toString());
        assertEquals(
                AddressBlock.of("::1"), AddressBlock.of(AddressBlock.of("::1").toString()));
    }
}
