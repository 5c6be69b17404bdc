package dev.weir.sse;

import dev.weir.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Many clients of streams of events, read by one thread: each has to get the numbers from zero on, and no other. */
final class EventClients implements AutoCloseable {

    /** Reads what one connection gets. */
    private static final class Client {

        final SocketChannel channel;
        final StringBuilder text = new StringBuilder();
        int next;

        Client(SocketChannel channel) {
            this.channel = channel;
        }

        /** Takes whole events off the text; heads, sizes of chunks and heartbeats stand between them. */
        void take(ByteBuffer octets) {
            text.append(StandardCharsets.US_ASCII.decode(octets));
            for (int at = text.indexOf("data: "); at >= 0; at = text.indexOf("data: ")) {
                int end = text.indexOf("\n\n", at);
                if (end < 0) {
                    return;
                }
                String data = text.substring(at + 6, end);
                if (Integer.parseInt(data) != next++) {
                    throw new AssertionError("event " + data + " (expected: " + (next - 1) + ")");
                }
                text.delete(0, end + 2);
            }
        }
    }

    private final Selector selector = Selector.open();
    private final List<Client> clients = new ArrayList<>();
    private final ByteBuffer buffer = ByteBuffer.allocate(16 << 10);

    EventClients() throws IOException {}

    /** Connects one more, and asks for its events. */
    void add(HttpServer server, String target) throws IOException {
        SocketChannel channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", server.port()));
        Client client = new Client(channel);
        clients.add(client);
        channel.write(ByteBuffer.wrap(
                ("GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII)));
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, client);
    }

    /** Reads until all have got so many events; how many have not, when the deadline has passed. */
    int awaitEvents(int count, long deadlineNanos) throws IOException {
        int missing = missing(count);
        while (missing > 0 && System.nanoTime() < deadlineNanos) {
            selector.select(100);
            for (SelectionKey key : selector.selectedKeys()) {
                Client client = (Client) key.attachment();
                boolean wasMissing = client.next < count;
                read(client);
                if (wasMissing && client.next >= count) {
                    missing--;
                }
            }
            selector.selectedKeys().clear();
        }
        return missing;
    }

    private int missing(int count) {
        return (int) clients.stream().filter(client -> client.next < count).count();
    }

    private void read(Client client) throws IOException {
        buffer.clear();
        if (client.channel.read(buffer) < 0) {
            throw new AssertionError("the server has closed a connection after event " + (client.next - 1));
        }
        client.take(buffer.flip());
    }

    /** Closes the one that was added last, in good order or with a reset. */
    void leave(boolean isReset) throws IOException {
        SocketChannel channel = clients.remove(clients.size() - 1).channel;
        if (isReset) {
            channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        }
        channel.close();
        selector.selectNow(); // lets go of the channel, which is closed no earlier
        selector.selectedKeys().clear();
    }

    int size() {
        return clients.size();
    }

    @Override
    public void close() throws IOException {
        for (Client client : clients) {
            client.channel.close();
        }
        selector.close();
    }
}
