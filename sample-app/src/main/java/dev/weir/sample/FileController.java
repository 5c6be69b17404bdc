package dev.weir.sample;

import dev.weir.annotations.Controller;
import dev.weir.annotations.Delete;
import dev.weir.annotations.ExceptionHandler;
import dev.weir.annotations.FilteredBy;
import dev.weir.annotations.Get;
import dev.weir.annotations.Part;
import dev.weir.annotations.PathParam;
import dev.weir.annotations.Post;
import dev.weir.annotations.Put;
import dev.weir.http.HttpException;
import dev.weir.http.MediaType;
import dev.weir.http.PercentEncoding;
import dev.weir.http.Problem;
import dev.weir.http.Request;
import dev.weir.http.RequestContent;
import dev.weir.http.Response;
import dev.weir.http.Status;
import dev.weir.multipart.Upload;
import dev.weir.representation.ConditionalRequests;
import dev.weir.representation.Preconditions;
import dev.weir.representation.Validators;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads and writes files of one directory. */
@Controller("/files")
final class FileController {

    /** Uploads go to disk as they come, so they may be longer than content usually may. */
    static final long LONGEST_UPLOAD = 1L << 30;

    private final FileStore files;

    FileController(FileStore files) {
        this.files = files;
    }

    @Get("/{name}")
    @FilteredBy(ConditionalRequests.class)
    Response read(@PathParam String name) throws IOException {
        FileName fileName = FileName.parse(name).orElseThrow(FileController::missing);
        FileStore.Opened file = files.read(fileName).orElseThrow(FileController::missing);
        return file.version()
                .addTo(Response.of(Status.OK).withContent(MediaType.APPLICATION_OCTET_STREAM, file.content()));
    }

    @Post("/{name}")
    Response write(@PathParam String name, RequestContent content) throws IOException {
        FileName fileName = checked(name);
        files.write(fileName, content.limitedTo(LONGEST_UPLOAD).stream(), anyVersion -> {});
        return Response.created(url(fileName));
    }

    /** As {@code curl -T} sends files; with If-Match or If-None-Match, nothing is lost that the client does not know. */
    @Put("/{name}")
    Response put(@PathParam String name, Request request) throws IOException {
        FileName fileName = checked(name);
        Validators before = files.write(
                fileName,
                request.content().limitedTo(LONGEST_UPLOAD).stream(),
                current -> Preconditions.check(request, current));
        return before.exists() ? Response.noContent() : Response.created(url(fileName));
    }

    /** Removes a file, if it is still the version that the client knows, should it say one. */
    @Delete("/{name}")
    void remove(@PathParam String name, Request request) throws IOException {
        FileName fileName = FileName.parse(name).orElseThrow(FileController::missing);
        if (!files.remove(fileName, current -> Preconditions.check(request, current))
                .exists()) {
            throw missing();
        }
    }

    /**
     * A file that is kept here.
     *
     * @param url where it is
     * @param size in octets
     */
    record StoredFile(String name, String url, long size) {}

    /** All files by name. */
    @Get
    Stream<StoredFile> list() throws IOException {
        return files.list().map(file -> stored(file.name(), file.size()));
    }

    /** Files from a form; none is written if one of them has a name that no file can have here. */
    @Post
    @dev.weir.annotations.Status(201)
    List<StoredFile> upload(@Part("file") List<Upload> uploads) throws IOException {
        List<FileName> names = uploads.stream()
                .map(upload -> checked(upload.filename().orElse("")))
                .toList();
        List<StoredFile> uploaded = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            files.write(names.get(i), uploads.get(i).stream(), anyVersion -> {});
            uploaded.add(stored(names.get(i), uploads.get(i).size()));
        }
        return uploaded;
    }

    private static StoredFile stored(FileName name, long size) {
        return new StoredFile(name.text(), url(name), size);
    }

    private static FileName checked(String name) {
        return FileName.parse(name)
                .orElseThrow(() -> new HttpException(Status.BAD_REQUEST, "That is no name for a file here."));
    }

    private static HttpException missing() {
        return new HttpException(Status.NOT_FOUND, "There is no file of that name.");
    }

    @ExceptionHandler
    Response inTheWay(FileAlreadyExistsException e) {
        return Response.problem(Problem.of(Status.CONFLICT, "There is something of that name that is no file."));
    }

    private static String url(FileName name) {
        return "/files/" + PercentEncoding.encodeSegment(name.text());
    }
}
