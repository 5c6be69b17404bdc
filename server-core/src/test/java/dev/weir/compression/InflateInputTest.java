package dev.weir.compression;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class InflateInputTest {

    private static final String TEXT = "All work and no play. ".repeat(50);

    @ParameterizedTest
    @EnumSource
    void readsWhatTheJdkWrites(Wrapping wrapping) throws IOException {
        Random random = new Random(7);
        for (int size : new int[] {0, 1, 100, 4096, 100_000}) {
            byte[] octets = new byte[size];
            random.nextBytes(octets);
            assertArrayEquals(octets, read(coded(wrapping, octets), wrapping));
        }
    }

    @ParameterizedTest
    @EnumSource
    void readsWhatComesOctetByOctet(Wrapping wrapping) throws IOException {
        InputStream slow = new Slow(coded(wrapping, TEXT.getBytes(StandardCharsets.UTF_8)));
        assertEquals(TEXT, text(new InflateInput(slow, wrapping).readAllBytes()));
    }

    @ParameterizedTest
    @EnumSource
    void handsOutOctetByOctet(Wrapping wrapping) throws IOException {
        InputStream input = input(coded(wrapping, TEXT.getBytes(StandardCharsets.UTF_8)), wrapping);
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        for (int octet = input.read(); octet >= 0; octet = input.read()) {
            octets.write(octet);
        }
        assertEquals(TEXT, text(octets.toByteArray()));
        assertEquals(-1, input.read());
    }

    @ParameterizedTest
    @EnumSource
    void everyBeginningEndsTooEarly(Wrapping wrapping) {
        byte[] whole = coded(wrapping, "abcabcabc".getBytes(StandardCharsets.UTF_8));
        for (int length = 0; length < whole.length; length++) {
            byte[] start = Arrays.copyOf(whole, length);
            assertThrows(EOFException.class, () -> read(start, wrapping), "first " + length + " octets");
        }
    }

    @ParameterizedTest
    @EnumSource
    void anythingBehindTheEndIsRefused(Wrapping wrapping) {
        byte[] whole = coded(wrapping, TEXT.getBytes(StandardCharsets.UTF_8));
        for (byte[] more :
                new byte[][] {{0}, {0x1f}, {0x1f, 0x1f}, "PK".getBytes(StandardCharsets.UTF_8), new byte[512]}) {
            assertThrows(IOException.class, () -> read(Coded.joined(whole, more), wrapping));
        }
    }

    @ParameterizedTest
    @EnumSource
    void noFlippedBitPassesUnlessItMeansNothing(Wrapping wrapping) throws IOException {
        byte[] whole = coded(wrapping, TEXT.getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < whole.length * 8; i++) {
            byte[] changed = whole.clone();
            changed[i / 8] ^= (byte) (1 << i % 8);
            try {
                assertEquals(TEXT, text(read(changed, wrapping)), "bit " + i);
            } catch (ZipException | EOFException expected) {
                continue; // refused
            }
        }
    }

    @Test
    void aFlippedBitOfTheSumOrTheLengthIsRefused() {
        byte[] whole = Coded.gzip(TEXT);
        for (int i = (whole.length - 8) * 8; i < whole.length * 8; i++) {
            byte[] changed = whole.clone();
            changed[i / 8] ^= (byte) (1 << i % 8);
            assertThrows(ZipException.class, () -> read(changed, Wrapping.GZIP));
        }
    }

    @Test
    void severalMembersAreReadAsOne() throws IOException {
        byte[] members = Coded.joined(Coded.gzip("a"), Coded.gzip(""), Coded.gzip(TEXT), Coded.gzip("b"));
        assertEquals("a" + TEXT + "b", text(read(members, Wrapping.GZIP)));
        assertEquals("a" + TEXT + "b", text(new InflateInput(new Slow(members), Wrapping.GZIP).readAllBytes()));
    }

    @Test
    void headersWithEverythingInThemAreSkipped() throws IOException {
        for (int flags = 0; flags < 32; flags++) {
            assertEquals("abc", text(read(memberWithFlags(flags, 0), Wrapping.GZIP)), "flags " + flags);
        }
    }

    @Test
    void aHeaderOfAnotherSumIsRefused() {
        for (int flags = 2; flags < 32; flags = (flags + 1) | 2) {
            byte[] member = memberWithFlags(flags, 1);
            assertThrows(ZipException.class, () -> read(member, Wrapping.GZIP), "flags " + flags);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0x20, 0x40, 0x80})
    void reservedFlagsAreRefused(int flag) {
        assertThrows(ZipException.class, () -> read(memberWithFlags(flag, 0), Wrapping.GZIP));
    }

    @Test
    void deflateWithoutItsWrappingIsRefused() throws IOException {
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(6, true);
        try (DeflaterOutputStream output = new DeflaterOutputStream(raw, deflater)) {
            output.write(TEXT.getBytes(StandardCharsets.UTF_8));
        } finally {
            deflater.end();
        }
        assertThrows(ZipException.class, () -> read(raw.toByteArray(), Wrapping.ZLIB));
    }

    @Test
    void aDictionaryIsRefused() throws IOException {
        ByteArrayOutputStream coded = new ByteArrayOutputStream();
        Deflater deflater = new Deflater();
        deflater.setDictionary("All work".getBytes(StandardCharsets.UTF_8));
        try (DeflaterOutputStream output = new DeflaterOutputStream(coded, deflater)) {
            output.write(TEXT.getBytes(StandardCharsets.UTF_8));
        } finally {
            deflater.end();
        }
        assertThrows(ZipException.class, () -> read(coded.toByteArray(), Wrapping.ZLIB));
    }

    @Test
    void handsOutWhatWasFlushedBeforeMoreComes() throws IOException {
        ByteArrayOutputStream coded = new ByteArrayOutputStream();
        DeflateOutput output = DeflateOutput.to(coded, Wrapping.GZIP, 6);
        output.write("first".getBytes(StandardCharsets.UTF_8));
        output.flush();
        InputStream only = new ByteArrayInputStream(coded.toByteArray()) {
            @Override
            public synchronized int read(byte[] into, int offset, int count) {
                int read = super.read(into, offset, count);
                assertEquals(coded.size(), read, "read again before what came was handed out");
                return read;
            }
        };
        assertEquals("first", text(new InflateInput(only, Wrapping.GZIP).readNBytes(5)));
        output.close();
    }

    @Test
    void aClosedStreamIsNotRead() {
        InflateInput input = input(Coded.gzip("a"), Wrapping.GZIP);
        input.close();
        input.close();
        assertThrows(IOException.class, input::read);
    }

    private static byte[] coded(Wrapping wrapping, byte[] octets) {
        return wrapping == Wrapping.GZIP ? Coded.gzip(octets) : Coded.deflate(octets);
    }

    /** A member with those flags, whose header sum, if it has one, is so much too large. */
    private static byte[] memberWithFlags(int flags, int error) {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        header.writeBytes(new byte[] {0x1f, (byte) 0x8b, 8, (byte) flags, 1, 2, 3, 4, 0, 3});
        if ((flags & 4) != 0) {
            header.writeBytes(new byte[] {3, 0, 0, 0, 0});
        }
        if ((flags & 8) != 0) {
            header.writeBytes("name.txt\0".getBytes(StandardCharsets.UTF_8));
        }
        if ((flags & 16) != 0) {
            header.writeBytes("a comment\0".getBytes(StandardCharsets.UTF_8));
        }
        if ((flags & 2) != 0) {
            CRC32 sum = new CRC32();
            sum.update(header.toByteArray());
            long written = sum.getValue() + error;
            header.writeBytes(new byte[] {(byte) written, (byte) (written >> 8)});
        }
        byte[] member = Coded.gzip("abc");
        return Coded.joined(header.toByteArray(), Arrays.copyOfRange(member, 10, member.length));
    }

    private static InflateInput input(byte[] coded, Wrapping wrapping) {
        return new InflateInput(new ByteArrayInputStream(coded), wrapping);
    }

    private static byte[] read(byte[] coded, Wrapping wrapping) throws IOException {
        return input(coded, wrapping).readAllBytes();
    }

    private static String text(byte[] octets) {
        return new String(octets, StandardCharsets.UTF_8);
    }

    /** Gives one octet at a time. */
    private static final class Slow extends ByteArrayInputStream {

        Slow(byte[] octets) {
            super(octets);
        }

        @Override
        public synchronized int read(byte[] into, int offset, int count) {
            return super.read(into, offset, Math.min(count, 1));
        }
    }
}
