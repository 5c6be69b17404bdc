package dev.weir.annotations.internal.result;

import dev.weir.http.FieldNames;
import dev.weir.http.HttpException;
import dev.weir.http.MediaType;
import dev.weir.http.Response;
import dev.weir.http.ResponseContent;
import dev.weir.http.Status;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A file, sent as it is; where there is none, that is 404.
 *
 * @param head status, and Content-Type unless the file's name is to tell it
 */
public record FileResult(Response head) implements Result {

    @Override
    public Response response(Object value) throws IOException {
        Path file = (Path) value;
        ResponseContent content;
        try {
            content = ResponseContent.of(file);
        } catch (NoSuchFileException e) {
            throw new HttpException(Status.NOT_FOUND);
        }
        return head.headers().contains(FieldNames.CONTENT_TYPE)
                ? head.withContent(content)
                : head.withContent(MediaType.ofFileName(String.valueOf(file.getFileName())), content);
    }
}
