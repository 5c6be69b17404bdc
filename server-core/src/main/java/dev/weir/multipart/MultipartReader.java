package dev.weir.multipart;

import dev.weir.http.FieldNames;
import dev.weir.http.HttpException;
import dev.weir.http.MediaType;
import dev.weir.http.Request;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;

/**
 * The parts of a submitted form, one after the other as they arrive (RFC 7578). At most one buffer of 16 KiB is held,
 * however long the content is.
 *
 * <p>Asking for the next part passes over what was not read of the one before. Content that is malformed, cut off or
 * larger than the limits is refused with an {@link HttpException} in the moment when that shows: parts before it were good.
 * Once there is no next part, all of the content has been read.
 *
 * <p>Used by the thread that handles the request.
 */
public final class MultipartReader {

    private static final OutputStream NOWHERE = OutputStream.nullOutputStream();

    private final DelimitedInput input;
    private final MultipartLimits limits;

    /** What comes before the next delimiter: the preamble at first. */
    private PartContent current;

    private boolean isOver;

    /** Why there is no next part; null as long as nothing is wrong. */
    private HttpException failure;

    private MultipartReader(DelimitedInput input, MultipartLimits limits) {
        this.input = input;
        this.limits = limits;
        this.current = new PartContent(input, limits.outside());
    }

    /**
     * The parts of a request, within the default limits, but for the limit of all content, which is the request's.
     *
     * @throws HttpException with 415 if the content is no {@code multipart/form-data}, 400 if its boundary is malformed,
     *     413 if it says that it is longer than it may be
     */
    public static MultipartReader of(Request request) throws IOException {
        return of(
                request,
                MultipartLimits.defaults().withContent(request.content().limit()));
    }

    /**
     * The parts of a request within those limits, whatever the limit of its content would be otherwise.
     *
     * @throws HttpException with 415 if the content is no {@code multipart/form-data}, 400 if its boundary is malformed,
     *     413 if it says that it is longer than it may be
     */
    public static MultipartReader of(Request request, MultipartLimits limits) throws IOException {
        Delimiter delimiter = delimiter(request);
        DelimitedInput input = new DelimitedInput(
                request.content().limitedTo(limits.content()).stream(), delimiter, limits.headerSection() + 2);
        return new MultipartReader(input, limits);
    }

    private static Delimiter delimiter(Request request) {
        String essence = MediaType.MULTIPART_FORM_DATA.essence();
        Optional<MediaType> type = request.contentType();
        if (type.isEmpty()) {
            boolean isMeant = request.header(FieldNames.CONTENT_TYPE)
                    .filter(text -> text.toLowerCase(Locale.ROOT).startsWith(essence))
                    .isPresent();
            throw isMeant
                    ? Refusal.malformed(
                            "its Content-Type cannot be read; a boundary with other characters than letters,"
                                    + " digits and !#$%&'*+-.^_`|~ has to be quoted")
                    : Refusal.notFormData();
        }
        if (!type.get().essence().equals(essence)) {
            throw Refusal.notFormData();
        }
        String boundary = type.get()
                .parameter("boundary")
                .orElseThrow(() -> Refusal.malformed("its Content-Type names no boundary"));
        if (!Delimiter.isBoundary(boundary)) {
            throw Refusal.malformed(
                    "its boundary is empty, longer than 70 characters, or has characters that it may not");
        }
        return new Delimiter(boundary);
    }

    /**
     * The next part, if there is one.
     *
     * @throws HttpException with 400 if the content is malformed or ends too early, 413 if there is too much of
     *     something, 415 if a part is coded
     */
    public Optional<ReceivedPart> next() throws IOException {
        if (failure != null) {
            throw failure;
        }
        try {
            return isOver ? Optional.empty() : readNext();
        } catch (HttpException e) {
            failure = e;
            throw e;
        }
    }

    private Optional<ReceivedPart> readNext() throws IOException {
        current.transferTo(NOWHERE);
        if (input.takeDelimiter()) {
            isOver = true;
            input.skipRest(limits.outside());
            return Optional.empty();
        }
        if (input.part() > limits.parts()) {
            throw Refusal.tooLarge("it has more than " + limits.parts() + " parts");
        }
        PartHead head = PartHead.read(input, limits);
        current = new PartContent(input, limits.part());
        return Optional.of(new ReceivedPart(head, current, input.part(), limits.memory()));
    }
}
