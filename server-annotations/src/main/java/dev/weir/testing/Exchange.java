package dev.weir.testing;

import dev.weir.http.FieldNames;
import dev.weir.http.Headers;
import dev.weir.http.Status;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One request on its way, up to the head of its response. */
final class Exchange {

    private static final int LARGEST_CHUNK = 4096;

    private final TestClient client;
    private final TestRequest request;
    private final Deadline deadline;

    /** What came before the final response. */
    private final List<Status> interim = new ArrayList<>();

    Exchange(TestClient client, TestRequest request) {
        this.client = client;
        this.request = request;
        this.deadline = new Deadline(client.patience());
    }

    /** Sends the request, and reads the head of its response. */
    StreamedResponse begin() {
        ClientWire wire = null;
        try {
            wire = client.connect(deadline);
            ResponseHead head = exchangeHeads(wire);
            client.cookies().ifPresent(jar -> jar.take(head.headers().all(FieldNames.SET_COOKIE), request.path()));
            ReceivedContent content = new ReceivedContent(wire, request.method(), head);
            return new StreamedResponse(client, wire, deadline, head, content);
        } catch (SocketTimeoutException e) {
            throw failure(wire, "none within " + deadline.seconds() + "; its handler may still be running", e);
        } catch (IOException e) {
            throw failure(wire, e.getMessage(), e);
        }
    }

    private ExchangeFailedException failure(ClientWire wire, String reason, IOException cause) {
        if (wire != null) {
            wire.close();
        }
        return new ExchangeFailedException(request + " (expected: a response): " + reason, cause, Optional.empty());
    }

    private ResponseHead exchangeHeads(ClientWire wire) throws IOException {
        byte[] head = head();
        byte[] content = request.isChunked() ? chunks(request.content()) : request.content();
        Optional<IOException> unsent;
        if (request.awaitsContinue()) {
            wire.send(head);
            ResponseHead first = nextHead(wire);
            while (first.status() != Status.CONTINUE && isInterim(first.status())) {
                first = nextHead(wire);
            }
            if (first.status() != Status.CONTINUE) {
                return first; // the server does not want the content
            }
            unsent = send(wire, content);
        } else {
            unsent = send(wire, joined(head, content));
        }
        try {
            ResponseHead last = nextHead(wire);
            while (isInterim(last.status())) {
                last = nextHead(wire);
            }
            return last;
        } catch (IOException e) {
            unsent.ifPresent(e::addSuppressed);
            throw e;
        }
    }

    /** A server that does not take all content may have answered nevertheless. */
    private static Optional<IOException> send(ClientWire wire, byte[] octets) throws SocketTimeoutException {
        try {
            wire.send(octets);
            return Optional.empty();
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (IOException e) {
            return Optional.of(e);
        }
    }

    private ResponseHead nextHead(ClientWire wire) throws IOException {
        Status status = wire.statusLine();
        Headers headers = wire.section();
        ResponseHead head = new ResponseHead(request.toString(), status, headers, List.copyOf(interim));
        if (isInterim(status)) {
            interim.add(status);
        }
        return head;
    }

    private static boolean isInterim(Status status) {
        return status.isInformational() && status != Status.SWITCHING_PROTOCOLS;
    }

    private byte[] head() {
        StringBuilder head = new StringBuilder(request.method() + " " + request.target() + " HTTP/1.1\r\n");
        for (Headers.Field field : request.fieldLines()) {
            head.append(field.name()).append(": ").append(field.value()).append("\r\n");
        }
        return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = new byte[first.length + second.length];
        System.arraycopy(first, 0, both, 0, first.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static byte[] chunks(byte[] content) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int start = 0; start < content.length; start += LARGEST_CHUNK) {
            int length = Math.min(LARGEST_CHUNK, content.length - start);
            body.writeBytes(ascii(Integer.toHexString(length) + "\r\n"));
            body.write(content, start, length);
            body.writeBytes(ascii("\r\n"));
        }
        body.writeBytes(ascii("0\r\n\r\n"));
        return body.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
