package dev.weir.controllers;

import dev.weir.http.ContentOutput;
import dev.weir.http.MediaType;
import dev.weir.http.Method;
import dev.weir.http.Request;
import dev.weir.http.ResponseContent;
import dev.weir.multipart.MultipartContent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Requests with forms of parts. */
final class PartRequests {

    private PartRequests() {}

    /** A POST of that form. */
    static Request of(String target, MultipartContent form) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        form.writeTo(ContentOutput.to(octets));
        return Request.of(Method.POST, target)
                .withHeader("Content-Type", form.mediaType().toString())
                .withContent(octets.toByteArray());
    }

    /** A POST of a form with fields of one name. */
    static Request withFields(String target, String name, List<String> values) throws IOException {
        MultipartContent form = MultipartContent.formData();
        for (String value : values) {
            form = form.withField(name, value);
        }
        return of(target, form);
    }

    static MultipartContent form() {
        return MultipartContent.formData();
    }

    static ResponseContent octets(String text) {
        return ResponseContent.of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A form with one file of text. */
    static MultipartContent file(String name, String filename, String content) {
        return form().withFile(name, filename, MediaType.TEXT_PLAIN_UTF_8, octets(content));
    }
}
