package dev.weir.sample;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Writes a video as WebM: pictures in VP8, each of which can be decoded by itself, with an index in front of them.
 *
 * <pre>
 *   EBML header
 *   Segment
 *     Info, Tracks
 *     Cues        when → which cluster
 *     Cluster …   one for each second
 * </pre>
 */
final class WebmVideo {

    static final int PICTURES_PER_SECOND = 10;

    /** Of every number, however small: so the length of the index does not depend on what stands in it. */
    private static final int NUMBER_OCTETS = 8;

    private static final int INFO = 0x1549A966;
    private static final int TRACKS = 0x1654AE6B;
    private static final int CUES = 0x1C53BB6B;
    private static final int CLUSTER = 0x1F43B675;

    private WebmVideo() {}

    /** A video of those pictures, as {@link #picture} gives them; as many as make whole seconds. */
    static byte[] of(List<byte[]> pictures, int width, int height) {
        int seconds = pictures.size() / PICTURES_PER_SECOND;
        List<byte[]> clusters = IntStream.range(0, seconds)
                .mapToObj(second -> cluster(
                        second, pictures.subList(second * PICTURES_PER_SECOND, (second + 1) * PICTURES_PER_SECOND)))
                .toList();
        byte[] head = joined(info(seconds), tracks(width, height));
        long first = head.length + cues(clusters, 0).length;
        byte[] segment = joined(head, cues(clusters, first), joined(clusters.toArray(byte[][]::new)));
        return joined(header(), element(0x18538067, segment));
    }

    /** What is VP8 of a picture in WebP. */
    static byte[] picture(byte[] webp) {
        // RIFF size WEBP, then chunks of a name, a size with its lowest octet first, and as many octets, padded to be
        // even
        ByteBuffer chunks = ByteBuffer.wrap(webp).order(ByteOrder.LITTLE_ENDIAN).position(12);
        while (true) {
            byte[] name = new byte[4];
            chunks.get(name);
            byte[] content = new byte[chunks.getInt()];
            chunks.get(content);
            if (new String(name, StandardCharsets.US_ASCII).equals("VP8 ")) {
                return content;
            }
            chunks.position(chunks.position() + content.length % 2);
        }
    }

    private static byte[] header() {
        return element(0x1A45DFA3, number(0x4286, 1), text(0x4282, "webm"), number(0x4287, 4), number(0x4285, 2));
    }

    private static byte[] info(int seconds) {
        byte[] duration = ByteBuffer.allocate(8).putDouble(seconds * 1000.0).array();
        return element(
                INFO,
                number(0x2AD7B1, 1_000_000),
                element(0x4489, duration),
                text(0x4D80, "weir"),
                text(0x5741, "weir"));
    }

    private static byte[] tracks(int width, int height) {
        byte[] size = element(0xE0, number(0xB0, width), number(0xBA, height));
        byte[] track = element(0xAE, number(0xD7, 1), number(0x73C5, 1), number(0x83, 1), text(0x86, "V_VP8"), size);
        return element(TRACKS, track);
    }

    /** Where each cluster is, counted from the content of the segment, if the first is there. */
    private static byte[] cues(List<byte[]> clusters, long first) {
        ByteArrayOutputStream points = new ByteArrayOutputStream();
        long position = first;
        for (int second = 0; second < clusters.size(); second++) {
            byte[] place = element(0xB7, number(0xF7, 1), number(0xF1, position));
            points.writeBytes(element(0xBB, number(0xB3, second * 1000L), place));
            position += clusters.get(second).length;
        }
        return element(CUES, points.toByteArray());
    }

    private static byte[] cluster(int second, List<byte[]> pictures) {
        ByteArrayOutputStream blocks = new ByteArrayOutputStream();
        for (int i = 0; i < pictures.size(); i++) {
            int millis = 1000 * i / PICTURES_PER_SECOND;
            byte[] start = {(byte) 0x81, (byte) (millis >> 8), (byte) millis, (byte) 0x80};
            blocks.writeBytes(element(0xA3, start, pictures.get(i)));
        }
        return element(CLUSTER, number(0xE7, second * 1000L), blocks.toByteArray());
    }

    private static byte[] number(int id, long value) {
        return element(id, ByteBuffer.allocate(NUMBER_OCTETS).putLong(value).array());
    }

    private static byte[] text(int id, String text) {
        return element(id, text.getBytes(StandardCharsets.US_ASCII));
    }

    /** An element: its id as it stands, its size in seven octets behind one that says so, and its content. */
    private static byte[] element(int id, byte[]... content) {
        byte[] octets = joined(content);
        byte[] name = ByteBuffer.allocate(4).putInt(id).array();
        int unused = Integer.numberOfLeadingZeros(id) / 8;
        byte[] size = ByteBuffer.allocate(8).putLong(1L << 56 | octets.length).array();
        return joined(Arrays.copyOfRange(name, unused, 4), size, octets);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
