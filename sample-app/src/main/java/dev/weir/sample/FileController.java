package dev.weir.sample;

import dev.weir.annotations.Controller;
import dev.weir.annotations.FilteredBy;
import dev.weir.annotations.Get;
import dev.weir.annotations.PathParam;
import dev.weir.annotations.Post;
import dev.weir.http.HttpException;
import dev.weir.http.MediaType;
import dev.weir.http.RequestContent;
import dev.weir.http.Response;
import dev.weir.http.ResponseContent;
import dev.weir.http.Status;
import dev.weir.representation.ConditionalRequests;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileAlreadyExistsException;

/** Reads and writes files of one directory. */
@Controller("/files")
final class FileController {

    /** Uploads go to disk as they come, so they may be longer than content usually may. */
    private static final long LONGEST_UPLOAD = 1L << 30;

    private final FileStore files;

    FileController(FileStore files) {
        this.files = files;
    }

    @Get("/{name}")
    @FilteredBy(ConditionalRequests.class)
    Response read(@PathParam String name) {
        ResponseContent content = FileName.parse(name)
                .flatMap(files::read)
                .orElseThrow(() -> new HttpException(Status.NOT_FOUND, "There is no file of that name."));
        return Response.of(Status.OK).withContent(MediaType.APPLICATION_OCTET_STREAM, content);
    }

    @Post("/{name}")
    Response write(@PathParam String name, RequestContent content) throws IOException, URISyntaxException {
        FileName fileName = FileName.parse(name)
                .orElseThrow(() -> new HttpException(Status.BAD_REQUEST, "That is no name for a file here."));
        try {
            files.write(fileName, content.limitedTo(LONGEST_UPLOAD));
        } catch (FileAlreadyExistsException e) {
            throw new HttpException(Status.CONFLICT, "There is something of that name that is no file.");
        }
        return Response.created(new URI(null, null, "/files/" + name, null).toASCIIString());
    }
}
