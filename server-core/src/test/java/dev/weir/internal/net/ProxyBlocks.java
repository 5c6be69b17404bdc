package dev.weir.internal.net;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/** Makes headers of version 2 of the PROXY protocol, well-formed or not. */
public final class ProxyBlocks {

    private static final String SIGNATURE = "0d0a0d0a000d0a515549540a";

    private ProxyBlocks() {}

    /** A header with its length: version and command, family and transport in hex, and what follows as it is. */
    public static byte[] block(String versionAndCommand, String familyAndTransport, byte[] rest) {
        return join(
                hex(SIGNATURE + versionAndCommand + familyAndTransport),
                new byte[] {(byte) (rest.length >> 8), (byte) rest.length},
                rest);
    }

    /** For a TCP connection from 192.0.2.7:56324 to 198.51.100.1:443, with further values. */
    public static byte[] ipv4(byte[]... values) {
        return block("21", "11", join(hex("c0000207" + "c6336401" + "dc04" + "01bb"), join(values)));
    }

    /** A further value. */
    public static byte[] value(int type, byte[] value) {
        return join(new byte[] {(byte) type, (byte) (value.length >> 8), (byte) value.length}, value);
    }

    /** The same header with its right checksum, where it has zeros in the place of one: its last four octets. */
    public static byte[] withChecksum(byte[] header) {
        CRC32C checksum = new CRC32C();
        checksum.update(header);
        ByteBuffer.wrap(header).putInt(header.length - 4, (int) checksum.getValue());
        return header;
    }

    static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
