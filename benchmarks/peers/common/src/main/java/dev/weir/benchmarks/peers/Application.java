package dev.weir.benchmarks.peers;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** What every peer answers, ready to be sent, so that the servers are compared and not what is written with them. */
public final class Application {

    /** Content of {@code /plaintext}. */
    public static final byte[] HELLO = "Hello, World!".getBytes(StandardCharsets.US_ASCII);

    /** Number of further routes, {@code /r0/{a}/x} and so on, that no request takes. */
    public static final int OTHER_ROUTES = 200;

    /** Number of times that {@code /chunked} writes {@link #CHUNK}. */
    public static final int CHUNKS = 100;

    /** 1 KiB. */
    public static final byte[] CHUNK = new byte[1 << 10];

    static {
        Arrays.fill(CHUNK, (byte) 'x');
    }

    /** Content of {@code /json}. */
    public record Message(String message) {}

    /** Content of {@code /users/{id}/orders/{orderId}}. */
    public record OrderView(long id, long orderId, boolean expand, int limit, String requestId) {}

    /** Content of {@code /echo}. */
    public record Order(long id, String status, Customer customer, List<Item> items, List<String> tags, String note) {

        /** Who ordered. */
        public record Customer(long id, String name, String email, String city) {}

        /** One line of an order. */
        public record Item(String sku, String title, int quantity, double price, boolean gift) {}
    }

    private Application() {}

    /** Where to listen on the loopback address. */
    public static int port() {
        return Integer.getInteger("port", 8080);
    }

    /** The folder whose files are served below {@code /file/}. */
    public static Path folder() {
        return Path.of(System.getProperty("dir", ".")).toAbsolutePath().normalize();
    }

    /** The JSON of {@code /json}. */
    public static byte[] message() {
        return Json.MESSAGE.writeValueAsBytes(new Message("Hello, World!"));
    }

    /** The JSON of {@code /users/{id}/orders/{orderId}}, of parameters as they were sent. */
    public static byte[] view(String id, String orderId, String expand, String limit, String requestId) {
        return Json.VIEW.writeValueAsBytes(new OrderView(
                Long.parseLong(id),
                Long.parseLong(orderId),
                Boolean.parseBoolean(expand),
                Integer.parseInt(limit),
                requestId));
    }

    /** An order, read and written. */
    public static byte[] echo(byte[] json) {
        Order order = Json.ORDER_READER.readValue(json);
        return Json.ORDER.writeValueAsBytes(order);
    }

    /** An order, read and written. */
    public static byte[] echo(InputStream json) {
        Order order = Json.ORDER_READER.readValue(json);
        return Json.ORDER.writeValueAsBytes(order);
    }

    /** Writes the content of {@code /chunked}. */
    public static void writeChunks(OutputStream output) throws IOException {
        for (int i = 0; i < CHUNKS; i++) {
            output.write(CHUNK);
        }
    }
}
