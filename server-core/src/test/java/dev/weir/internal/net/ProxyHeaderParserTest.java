package dev.weir.internal.net;

import static dev.weir.internal.net.ProxyBlocks.ascii;
import static dev.weir.internal.net.ProxyBlocks.block;
import static dev.weir.internal.net.ProxyBlocks.hex;
import static dev.weir.internal.net.ProxyBlocks.ipv4;
import static dev.weir.internal.net.ProxyBlocks.join;
import static dev.weir.internal.net.ProxyBlocks.value;
import static dev.weir.internal.net.ProxyBlocks.withChecksum;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyHeaderParserTest {

    private static final ProxyHeader IPV4 = ProxyHeader.relayed(
            new InetSocketAddress("192.0.2.7", 56324), new InetSocketAddress("198.51.100.1", 443), false);

    private static final ProxyHeader IPV6 = ProxyHeader.relayed(
            new InetSocketAddress("2001:db8::7", 56324), new InetSocketAddress("2001:db8::1", 443), false);

    /** Feeds a header octet by octet, whole, and with more behind it, at another place of another array each time. */
    private static ProxyHeader accept(byte[] header) throws ProxyHeaderException {
        for (int length = 0; length < header.length; length++) {
            ByteBuffer in = moved(header, length);
            int start = in.position();
            assertEquals(Optional.empty(), ProxyHeaderParser.parse(in), "after octet " + length);
            assertEquals(start, in.position(), "position after octet " + length);
        }
        byte[] followed = join(header, ascii("GET / HTTP/1.1\r\n\r\n"));
        ByteBuffer behind = moved(followed, followed.length);
        ProxyHeader parsed = ProxyHeaderParser.parse(behind).orElseThrow();
        assertEquals('G', behind.get());
        ByteBuffer whole = moved(header, header.length);
        assertEquals(Optional.of(parsed), ProxyHeaderParser.parse(whole));
        assertEquals(0, whole.remaining());
        return parsed;
    }

    /** Asserts that the last octet proves the input wrong, and that none before it does. */
    private static void refuse(byte[] start) throws ProxyHeaderException {
        for (int length = 0; length < start.length; length++) {
            assertEquals(Optional.empty(), ProxyHeaderParser.parse(moved(start, length)), "after octet " + length);
        }
        assertRefused(start);
        assertRefused(join(start, ascii("GET / HTTP/1.1\r\nHost: a\r\n\r\n")));
    }

    private static void assertRefused(byte[] octets) {
        ProxyHeaderException refusal =
                assertThrows(ProxyHeaderException.class, () -> ProxyHeaderParser.parse(moved(octets, octets.length)));
        assertTrue(refusal.getMessage().startsWith("PROXY header: "), refusal.getMessage());
    }

    private static ByteBuffer moved(byte[] octets, int length) {
        byte[] array = new byte[length + 5];
        Arrays.fill(array, (byte) 'P');
        System.arraycopy(octets, 0, array, 3, length);
        return ByteBuffer.wrap(array).position(3).limit(3 + length);
    }

    @Nested
    class Version1 {

        @Test
        void readsIpv4() throws Exception {
            assertEquals(IPV4, accept(ascii("PROXY TCP4 192.0.2.7 198.51.100.1 56324 443\r\n")));
        }

        @Test
        void readsIpv6() throws Exception {
            assertEquals(IPV6, accept(ascii("PROXY TCP6 2001:db8::7 2001:DB8::1 56324 443\r\n")));
        }

        @Test
        void readsTheLongestLine() throws Exception {
            String address = "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff";
            ProxyHeader header = accept(ascii("PROXY TCP6 " + address + " " + address + " 65535 65535\r\n"));
            assertEquals(Optional.of(new InetSocketAddress(address, 65535)), header.source());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "PROXY UNKNOWN\r\n",
                    "PROXY UNKNOWN \r\n",
                    "PROXY UNKNOWN 1 2 \u0000\u00ff anything\r\n",
                    "PROXY UNKNOWN ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff 65535 65535\r\n"
                })
        void takesTheConnectionsOwnEndsForAnUnknownClient(String line) throws Exception {
            assertEquals(ProxyHeader.LOCAL, accept(ascii(line)));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "X",
                    "G",
                    "PX",
                    "PROXYX",
                    "PROXY\t",
                    "PROXY\r",
                    "p",
                    "PROXY TCP4 192.0.2.7 198.51.100.1 56324 443\n",
                    "PROXY TCP4 192.0.2.7 198.51.100.1 56324 443\r ",
                    "PROXY UNKNOWN\r\r",
                    "PROXY \r\n",
                    "PROXY TCP4\r\n",
                    "PROXY UNKNOWNX\r\n",
                    "PROXY unknown\r\n",
                    "PROXY TCP5 192.0.2.7 198.51.100.1 56324 443\r\n",
                    "PROXY UDP4 192.0.2.7 198.51.100.1 56324 443\r\n",
                    "PROXY tcp4 192.0.2.7 198.51.100.1 56324 443\r\n",
                    "PROXY  TCP4 192.0.2.7 198.51.100.1 56324 443\r\n",
                    "PROXY TCP4 192.0.2.7  198.51.100.1 56324 443\r\n",
                    "PROXY TCP4 192.0.2.7 198.51.100.1 56324 443 \r\n",
                    "PROXY TCP4 192.0.2.7 198.51.100.1 56324\r\n",
                    "PROXY TCP4 192.0.2.7 198.51.100.1 56324 443 1\r\n",
                    "PROXY TCP4 192.0.2.7 198.51.100.1 056324 443\r\n",
                    "PROXY TCP4 192.0.2.7 198.51.100.1 56324 65536\r\n",
                    "PROXY TCP4 192.0.2.7 198.51.100.1 56324 -1\r\n",
                    "PROXY TCP4 192.0.2.7 198.51.100.1 56324 00\r\n",
                    "PROXY TCP4 192.0.2.07 198.51.100.1 56324 443\r\n",
                    "PROXY TCP4 192.0.2 198.51.100.1 56324 443\r\n",
                    "PROXY TCP4 2001:db8::7 198.51.100.1 56324 443\r\n",
                    "PROXY TCP6 192.0.2.7 2001:db8::1 56324 443\r\n",
                    "PROXY TCP6 2001:db8::7%1 2001:db8::1 56324 443\r\n",
                    "PROXY TCP6 [2001:db8::7] 2001:db8::1 56324 443\r\n",
                    "PROXY TCP4 example.test 198.51.100.1 56324 443\r\n"
                })
        void refusesWhatIsNotExactlyTheProtocol(String start) throws Exception {
            refuse(ascii(start));
        }

        @Test
        void refusesALineThatIsTooLongAtItsLastOctet() throws Exception {
            refuse(ascii("PROXY UNKNOWN " + "x".repeat(107 - 14)));
            refuse(ascii("PROXY UNKNOWN " + "x".repeat(107 - 15) + "\r"));
            assertEquals(ProxyHeader.LOCAL, accept(ascii("PROXY UNKNOWN " + "x".repeat(107 - 16) + "\r\n")));
        }
    }

    @Nested
    class Version2 {

        @Test
        void readsIpv4() throws Exception {
            assertEquals(IPV4, accept(ipv4()));
        }

        @Test
        void readsIpv6() throws Exception {
            byte[] addresses =
                    hex("20010db8000000000000000000000007" + "20010db8000000000000000000000001" + "dc0401bb");
            assertEquals(IPV6, accept(block("21", "21", addresses)));
        }

        @Test
        void readsUnix() throws Exception {
            byte[] paths = new byte[216];
            System.arraycopy(ascii("/run/a"), 0, paths, 0, 6);
            ProxyHeader header = accept(block("21", "31", paths));
            assertEquals(Optional.of(UnixDomainSocketAddress.of("/run/a")), header.source());
            assertEquals(Optional.of(UnixDomainSocketAddress.of("")), header.destination());
        }

        @ParameterizedTest
        @CsvSource({"20,00,''", "20,11,c0000207c6336401dc0401bb", "20,ff,0102", "20,21,01"})
        void takesTheConnectionsOwnEndsForOneOfTheProxyItself(String command, String kind, String rest)
                throws Exception {
            assertEquals(ProxyHeader.LOCAL, accept(block(command, kind, hex(rest))));
        }

        @ParameterizedTest
        @CsvSource({
            "00,''",
            "00,0102030405",
            "01,''",
            "10,c0000207c6336401dc0401bb",
            "12,c0000207c6336401dc0401bb",
            "22,20010db800000000000000000000000720010db8000000000000000000000001dc0401bb"
        })
        void takesTheConnectionsOwnEndsForWhatIsNoStream(String kind, String rest) throws Exception {
            assertEquals(ProxyHeader.LOCAL, accept(block("21", kind, hex(rest))));
        }

        @Test
        void passesOverOtherValues() throws Exception {
            byte[] name = value(0x02, ascii("example.test"));
            assertEquals(IPV4, accept(ipv4(name, value(0x04, new byte[300]), value(0xEA, new byte[0]))));
        }

        @Test
        void checksTheChecksum() throws Exception {
            byte[] sum = value(0x03, new byte[4]);
            assertEquals(IPV4, accept(withChecksum(ipv4(value(0x02, ascii("a")), sum))));
            byte[] wrong = withChecksum(ipv4(sum));
            wrong[wrong.length - 1] ^= 1;
            refuse(wrong);
            byte[] changed = withChecksum(ipv4(sum));
            changed[16] ^= 1;
            refuse(changed);
        }

        @Test
        void checksTheChecksumWhereverItStands() throws Exception {
            byte[] header = ipv4(value(0x03, new byte[4]), value(0x02, ascii("example.test")));
            java.util.zip.CRC32C checksum = new java.util.zip.CRC32C();
            checksum.update(header);
            ByteBuffer.wrap(header).putInt(16 + 12 + 3, (int) checksum.getValue());
            assertEquals(IPV4, accept(header));
        }

        /** From RFC 3720 appendix B.4: the sum of 32 octets of zero is 8a9136aa; so that both sides are not wrong alike. */
        @Test
        void usesTheRightPolynomial() {
            java.util.zip.CRC32C checksum = new java.util.zip.CRC32C();
            checksum.update(new byte[32]);
            assertEquals(0x8a9136aaL, checksum.getValue());
        }

        @Test
        void tellsWhetherTheClientHasTls() throws Exception {
            byte[] version = value(0x21, ascii("TLSv1.3"));
            byte[] tls = value(0x20, join(hex("0100000000"), version));
            assertEquals(true, accept(ipv4(tls)).isSecure());
            assertEquals(false, accept(ipv4(value(0x20, hex("0600000000")))).isSecure());
            assertEquals(false, accept(ipv4()).isSecure());
        }

        @Test
        void readsTheLongestBlock() throws Exception {
            int room = ProxyHeaderParser.LONGEST - 16 - 12 - 3;
            assertEquals(IPV4, accept(ipv4(value(0x04, new byte[room]))));
            byte[] longer = ipv4(value(0x04, new byte[room + 1]));
            refuse(Arrays.copyOf(longer, 16));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "0d0a0d0a00" + "00",
                    "0d0a0d0b",
                    "0d0a0d0a000d0a515549540d",
                    "0d0a0d0a000d0a515549540a" + "11",
                    "0d0a0d0a000d0a515549540a" + "22",
                    "0d0a0d0a000d0a515549540a" + "2f",
                    "0d0a0d0a000d0a515549540a" + "31",
                    "0d0a0d0a000d0a515549540a" + "21" + "41",
                    "0d0a0d0a000d0a515549540a" + "21" + "f1",
                    "0d0a0d0a000d0a515549540a" + "21" + "13",
                    "0d0a0d0a000d0a515549540a" + "21" + "1f",
                    "0d0a0d0a000d0a515549540a" + "21" + "11" + "0000",
                    "0d0a0d0a000d0a515549540a" + "21" + "11" + "000b",
                    "0d0a0d0a000d0a515549540a" + "21" + "21" + "0023",
                    "0d0a0d0a000d0a515549540a" + "21" + "31" + "00d7",
                    "0d0a0d0a000d0a515549540a" + "21" + "11" + "ffff",
                    "0d0a0d0a000d0a515549540a" + "20" + "00" + "ffff"
                })
        void refusesAtTheFirstOctetThatIsWrong(String start) throws Exception {
            refuse(hex(start));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "02",
                    "0200",
                    "020001",
                    "02000261",
                    "0200016102",
                    "0300",
                    "030003000000",
                    "030005" + "0000000000",
                    "200004" + "01000000",
                    "04ffff"
                })
        void refusesValuesThatAreMalformed(String values) throws Exception {
            refuse(ipv4(hex(values)));
        }

        @Test
        void refusesASecondChecksum() throws Exception {
            byte[] sum = value(0x03, new byte[4]);
            refuse(withChecksum(ipv4(sum, sum)));
        }
    }
}
