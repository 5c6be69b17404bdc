package dev.weir.annotations.internal.result;

import dev.weir.http.FieldNames;
import dev.weir.http.HttpException;
import dev.weir.http.MediaType;
import dev.weir.http.Response;
import dev.weir.http.ResponseContent;
import dev.weir.http.Status;
import dev.weir.representation.Validators;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;

/**
 * A file, sent with what tells its version; where there is none, that is 404.
 *
 * @param head status, and Content-Type unless the file's name is to tell it
 */
public record FileResult(Response head) implements Result {

    @Override
    public Response response(Object value) throws IOException {
        Path file = (Path) value;
        try {
            Validators before = validators(file);
            ResponseContent content = ResponseContent.of(file);
            return versioned(before, file, typed(file, content));
        } catch (NoSuchFileException e) {
            throw new HttpException(Status.NOT_FOUND);
        }
    }

    private Response typed(Path file, ResponseContent content) {
        return head.headers().contains(FieldNames.CONTENT_TYPE)
                ? head.withContent(content)
                : head.withContent(MediaType.ofFileName(String.valueOf(file.getFileName())), content);
    }

    /** With its version, unless the name was given to another file while it was opened, or the method names one itself. */
    private static Response versioned(Validators before, Path file, Response response) throws IOException {
        boolean isNamed = response.headers().contains(FieldNames.ETAG)
                || response.headers().contains(FieldNames.LAST_MODIFIED);
        return !isNamed && isStill(before, file) ? before.addTo(response) : response;
    }

    private static boolean isStill(Validators before, Path file) throws IOException {
        try {
            return before.equals(validators(file));
        } catch (NoSuchFileException e) {
            return false; // what was opened is sent all the same
        }
    }

    private static Validators validators(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return Validators.ofFile(
                attributes.size(), attributes.lastModifiedTime().toInstant(), Instant.now());
    }
}
