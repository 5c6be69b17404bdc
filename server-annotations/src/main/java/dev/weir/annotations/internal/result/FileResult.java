package dev.weir.annotations.internal.result;

import dev.weir.http.FieldNames;
import dev.weir.http.HttpException;
import dev.weir.http.MediaType;
import dev.weir.http.Response;
import dev.weir.http.ResponseContent;
import dev.weir.http.Status;
import dev.weir.representation.EntityTag;
import dev.weir.representation.Validators;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * A file, sent as it is, with the validators of its version; where there is none, that is 404.
 *
 * @param head status, and Content-Type unless the file's name is to tell it
 */
public record FileResult(Response head) implements Result {

    /** Longer than a tick of any usual file system's clock, within which a file may change unseen. */
    private static final Duration TICK = Duration.ofSeconds(2);

    @Override
    public Response response(Object value) throws IOException {
        Path file = (Path) value;
        Validators version;
        ResponseContent content;
        try {
            // Before it is opened: a file that changes in between is then sent under an old version, which is asked for
            // again.
            version = version(Files.readAttributes(file, BasicFileAttributes.class));
            content = ResponseContent.of(file);
        } catch (NoSuchFileException e) {
            throw new HttpException(Status.NOT_FOUND);
        }
        Response response = head.headers().contains(FieldNames.CONTENT_TYPE)
                ? head.withContent(content)
                : head.withContent(MediaType.ofFileName(String.valueOf(file.getFileName())), content);
        return isVersionDeclared() ? response : version.addTo(response);
    }

    private boolean isVersionDeclared() {
        return head.headers().contains(FieldNames.ETAG) || head.headers().contains(FieldNames.LAST_MODIFIED);
    }

    private static Validators version(BasicFileAttributes file) {
        Instant time = file.lastModifiedTime().toInstant();
        String text = Long.toHexString(file.lastModifiedTime().to(TimeUnit.NANOSECONDS))
                + '-'
                + Long.toHexString(file.size());
        boolean isSettled = time.plus(TICK).isBefore(Instant.now());
        return Validators.of(isSettled ? EntityTag.strong(text) : EntityTag.weak(text), time);
    }
}
