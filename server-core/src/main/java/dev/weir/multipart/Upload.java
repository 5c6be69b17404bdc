package dev.weir.multipart;

import dev.weir.http.Headers;
import dev.weir.http.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * A part of a form that was received and kept, a file most of the time: in memory, or in a temporary file that is gone
 * once this is closed. May be read as often as wanted, by several threads.
 */
public final class Upload implements AutoCloseable {

    private final PartHead head;
    private final KeptContent content;
    private volatile boolean isClosed;

    Upload(PartHead head, KeptContent content) {
        this.head = head;
        this.content = content;
    }

    /** An upload in memory, for tests of what takes one. */
    public static Upload of(String name, String filename, MediaType type, byte[] octets) {
        Objects.requireNonNull(name, "name");
        ContentDisposition disposition = new ContentDisposition(name, Optional.of(filename));
        Headers headers = Headers.of("Content-Type", type.toString());
        return new Upload(new PartHead(headers, disposition, type), new KeptInMemory(octets.clone()));
    }

    /** The name of the form's field. */
    public String name() {
        return head.disposition().name();
    }

    /** Whether it comes from a field for files. */
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

    /** Number of octets. */
    public long size() {
        return content.size();
    }

    /** Whether it waits in a temporary file. */
    public boolean isInFile() {
        return content instanceof KeptInFile;
    }

    /**
     * The content from its first octet, a new stream each time. Closing it is not necessary.
     *
     * @throws IllegalStateException if the upload is closed
     */
    public InputStream stream() {
        checkIsOpen();
        return new KeptStream(this, content);
    }

    /** All of the content, which is as long as {@link #size()} says. */
    public byte[] bytes() throws IOException {
        return stream().readAllBytes();
    }

    /**
     * All of the content as text in the charset of its media type, UTF-8 if it names none.
     *
     * @throws dev.weir.http.HttpException with 400 if it is not text in that charset
     */
    public String text() throws IOException {
        return PartText.decode(bytes(), mediaType())
                .orElseThrow(() -> Refusal.malformed("a part is not text in its charset"));
    }

    /**
     * Copies the content to a file.
     *
     * @param target must not be there yet, unless an option says that it is to be replaced
     * @return its size
     */
    public long transferTo(Path target, CopyOption... options) throws IOException {
        return Files.copy(stream(), target, options);
    }

    boolean isClosed() {
        return isClosed;
    }

    private void checkIsOpen() {
        if (isClosed) {
            throw new IllegalStateException("upload: closed (expected: not used after the request)");
        }
    }

    /** Gives back what it takes; a temporary file is gone then. */
    @Override
    public void close() throws IOException {
        isClosed = true;
        content.close();
    }

    /** What it is, without anything of its content. */
    @Override
    public String toString() {
        return "upload of " + size() + " octets";
    }
}
