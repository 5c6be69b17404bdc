package dev.weir.files;

import dev.weir.http.FieldNames;
import dev.weir.http.Headers;
import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.http.ResponseContent;
import dev.weir.http.Status;
import dev.weir.representation.ConditionalRequests;
import dev.weir.representation.EntityTag;
import dev.weir.representation.Preconditions;
import dev.weir.representation.Preconditions.Outcome;
import dev.weir.representation.Validators;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A file as it is, or in a content coding: what a response to it is made of. */
final class Variant {

    private final List<String> names;
    private final Optional<Coding> coding;
    private final Version version;

    /** All field lines but the validators. */
    private final Headers plainHeaders;

    private final Validators validators;

    /** The whole response; of a file that is not kept in memory, without the content. */
    private final Response full;

    private final boolean isInMemory;

    Variant(
            List<String> names,
            Optional<Coding> coding,
            Version version,
            Optional<byte[]> octets,
            Headers plainHeaders) {
        this.names = names;
        this.coding = coding;
        this.version = version;
        this.plainHeaders = plainHeaders;
        this.validators = validators(version);
        this.isInMemory = octets.isPresent();
        this.full = response(octets.map(ResponseContent::of).orElse(ResponseContent.empty()), validators);
    }

    /** The validators of this coding: the same file as it is, and coded, are two representations. */
    private Validators validators(Version of) {
        if (coding.isEmpty()) {
            return of.validators();
        }
        EntityTag tag = of.validators().entityTag().orElseThrow();
        String opaque = tag.opaque() + '-' + coding.get().token();
        EntityTag coded = tag.isWeak() ? EntityTag.weak(opaque) : EntityTag.strong(opaque);
        return of.validators()
                .lastModified()
                .map(time -> Validators.of(coded, time))
                .orElseGet(() -> Validators.of(coded));
    }

    private Response response(ResponseContent content, Validators validatorsOfIt) {
        Headers headers = validatorsOfIt.addTo(plainHeaders);
        return Response.of(Status.OK)
                .withHeaders(headers.with(FieldNames.ACCEPT_RANGES, "bytes"))
                .withContent(content);
    }

    List<String> names() {
        return names;
    }

    Optional<Coding> coding() {
        return coding;
    }

    Version version() {
        return version;
    }

    boolean isInMemory() {
        return isInMemory;
    }

    /** Octets that it takes in memory. */
    long octets() {
        return isInMemory ? version.size() : 0;
    }

    /** The response to a request for it; empty if the file is gone. */
    Optional<Response> answer(Request request, Tree tree) throws IOException {
        if (isInMemory) {
            return Optional.of(ConditionalRequests.answer(request, full, validators));
        }
        if (Preconditions.evaluate(request, validators) != Outcome.PROCEED) {
            return Optional.of(ConditionalRequests.answer(request, full, validators)); // the file is not needed
        }
        Optional<Tree.Opened> opened = tree.open(names, version);
        if (opened.isEmpty()) {
            return Optional.empty();
        }
        boolean isSame = opened.get().version() == version;
        Validators current = isSame ? validators : validators(opened.get().version());
        ResponseContent content = opened.get().content();
        Response response = isSame ? full.withContent(content) : response(content, current);
        return Optional.of(ConditionalRequests.answer(request, response, current));
    }
}
