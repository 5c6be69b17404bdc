package dev.weir.multipart;

import dev.weir.http.Headers;
import dev.weir.http.MediaType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A part of a form that is being received: its content is read once, and only until the next part is asked for.
 *
 * <p>Used by the thread that handles the request.
 */
public final class ReceivedPart {

    private final PartHead head;
    private final PartContent content;
    private final int part;
    private final int mostInMemory;

    ReceivedPart(PartHead head, PartContent content, int part, int mostInMemory) {
        this.head = head;
        this.content = content;
        this.part = part;
        this.mostInMemory = mostInMemory;
    }

    /** The name of the form's field; as sent, so a quote in it is {@code %22} for most clients. */
    public String name() {
        return head.disposition().name();
    }

    /** Whether it comes from a field for files; one that was left empty sends a file without a name and content. */
    public boolean isFile() {
        return head.disposition().filename().isPresent();
    }

    /**
     * What the client calls the file, without directories. It is the client's text: the name of no file here until it was
     * checked.
     */
    public Optional<String> filename() {
        return head.disposition().lastOfFilename();
    }

    /** Media type of the content, as the client says; {@code text/plain} if it says none. */
    public MediaType mediaType() {
        return head.mediaType();
    }

    /** The header section of the part; octets beyond ASCII are characters of ISO-8859-1. */
    public Headers headers() {
        return head.headers();
    }

    /**
     * The content, which ends where the part ends. The same stream each time; there is no need to close it or to read it
     * to its end.
     */
    public InputStream stream() {
        return content;
    }

    /**
     * All of the content.
     *
     * @throws dev.weir.http.HttpException with 413 if it is longer than {@link MultipartLimits#memory()}
     */
    public byte[] bytes() throws IOException {
        byte[] octets = content.readNBytes(mostInMemory);
        if (octets.length == mostInMemory && content.read() >= 0) {
            throw Refusal.tooLarge("part " + part + " is longer than " + mostInMemory + " octets");
        }
        return octets;
    }

    /**
     * All of the content as text in the charset of its media type, UTF-8 if it names none.
     *
     * @throws dev.weir.http.HttpException with 413 if it is longer than {@link MultipartLimits#memory()}, 400 if it is not
     *     text in that charset
     */
    public String text() throws IOException {
        return PartText.decode(bytes(), mediaType())
                .orElseThrow(() -> Refusal.malformed("part " + part + " is not text in its charset"));
    }

    /**
     * Keeps the part, in memory.
     *
     * @throws dev.weir.http.HttpException with 413 if it is longer than {@link MultipartLimits#memory()}
     */
    public Upload keep() throws IOException {
        return new Upload(head, new KeptInMemory(bytes()));
    }

    /**
     * Keeps the part: in memory up to {@link MultipartLimits#memory()}, and what is longer in a temporary file. Nobody
     * else can read the file, and closing the upload gives its space back.
     *
     * @param directory of the file; its file system needs the room, nothing stays in it
     */
    public Upload keepIn(Path directory) throws IOException {
        byte[] first = content.readNBytes(mostInMemory);
        int next = first.length < mostInMemory ? -1 : content.read();
        if (next < 0) {
            return new Upload(head, new KeptInMemory(first));
        }
        ByteArrayOutputStream begin = new ByteArrayOutputStream(first.length + 1);
        begin.write(first, 0, first.length);
        begin.write(next);
        return new Upload(head, KeptInFile.write(directory, begin, content));
    }
}
