package dev.weir.annotations.internal.result;

import dev.weir.http.FieldNames;
import dev.weir.http.HttpException;
import dev.weir.http.MediaType;
import dev.weir.http.Request;
import dev.weir.http.Status;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The forms in which a method's result can be sent, and which one a client gets; called by many threads. */
public final class Representations {

    private final Result first;

    /** Null if Accept does not matter. */
    private final List<MediaType> types;

    private final List<Representation> all;
    private final boolean isDeclared;

    /**
     * Those forms, at least one.
     *
     * @param isDeclared whether someone wrote them down, so that nothing else may be sent
     */
    public Representations(List<Representation> all, boolean isDeclared) {
        this.all = List.copyOf(all);
        this.isDeclared = isDeclared;
        this.first = all.get(0).result();
        this.types = all.size() > 1 || isDeclared ? types() : null;
    }

    /** The forms, at least one. */
    public List<Representation> all() {
        return all;
    }

    /** Whether a request may be refused for what it accepts. */
    public boolean dependOnAccept() {
        return types != null;
    }

    /** The media types; empty if they are not known before the method returns. */
    public List<MediaType> types() {
        return all.stream().map(Representation::type).flatMap(Optional::stream).toList();
    }

    /** Whether someone wrote them down. */
    public boolean areDeclared() {
        return isDeclared;
    }

    /**
     * What makes the response for that request.
     *
     * @throws HttpException with 406 if there is nothing that the client accepts
     */
    public Result choose(Request request) {
        if (types == null) {
            return first;
        }
        return find(request).orElseThrow(() -> notAcceptable(types));
    }

    /** The same where a refusal would hide what went wrong: the first if there is nothing that the client accepts. */
    public Result chooseOrFirst(Request request) {
        return types == null ? first : find(request).orElse(first);
    }

    private Optional<Result> find(Request request) {
        int chosen = AcceptedTypes.choose(types, request.headers());
        return chosen < 0 ? Optional.empty() : Optional.of(all.get(chosen).result());
    }

    /** 406, with what there is. */
    public static HttpException notAcceptable(List<MediaType> types) {
        return new HttpException(
                        Status.NOT_ACCEPTABLE,
                        types.stream().map(MediaType::toString).collect(Collectors.joining(", ", "There is ", ".")))
                .withHeader(FieldNames.VARY, FieldNames.ACCEPT);
    }
}
