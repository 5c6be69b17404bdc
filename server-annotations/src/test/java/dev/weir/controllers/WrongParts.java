package dev.weir.controllers;

import dev.weir.annotations.Body;
import dev.weir.annotations.Consumes;
import dev.weir.annotations.Controller;
import dev.weir.annotations.DefaultValue;
import dev.weir.annotations.FormParam;
import dev.weir.annotations.Get;
import dev.weir.annotations.Head;
import dev.weir.annotations.Params;
import dev.weir.annotations.Part;
import dev.weir.annotations.Post;
import dev.weir.annotations.Split;
import dev.weir.http.Headers;
import dev.weir.multipart.MultipartReader;
import dev.weir.multipart.ReceivedPart;
import dev.weir.multipart.Upload;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Controllers with one fault each, in how they take parts of forms. */
final class WrongParts {

    private WrongParts() {}

    record Order(String item, int count) {}

    record Entry(@Part String title, @Part Upload photo) {}

    @Controller
    static final class OnGet {
        @Get("/photos")
        void add(@Part Upload photo) {}
    }

    @Controller
    static final class InParamsOnHead {
        @Head("/photos")
        void add(@Params Entry entry) {}
    }

    @Controller
    static final class WithBody {
        @Post("/photos")
        void add(@Part Upload photo, @Body Order order) {}
    }

    @Controller
    static final class WithForm {
        @Post("/photos")
        void add(@FormParam String title, @Part Upload photo) {}
    }

    @Controller
    static final class WithReader {
        @Post("/photos")
        void add(@Part Upload photo, MultipartReader parts) {}
    }

    @Controller
    static final class ReaderInParams {
        record Group(MultipartReader parts) {}

        @Post("/photos")
        void add(@Params Group group) {}
    }

    @Controller
    static final class ReaderWithDefault {
        @Post("/photos")
        void add(@DefaultValue("x") MultipartReader parts) {}
    }

    @Controller
    static final class WithUnsourced {
        @Post("/photos")
        void add(@Part Upload photo, Order order) {}
    }

    @Controller
    static final class UploadUnsourced {
        @Post("/photos")
        void add(Upload photo) {}
    }

    @Controller
    static final class UploadAsBody {
        @Post("/photos")
        void add(@Body Upload photo) {}
    }

    @Controller
    static final class WrongTypes {
        @Post("/photos")
        void add(@Part Path a, @Part Object b, @Part List<ReceivedPart> c, @Part Optional<Headers> d) {}
    }

    @Controller
    static final class OpenType {
        @Post("/photos")
        <T> void add(@Part List<T> all) {}
    }

    @Controller
    static final class DefaultUpload {
        @Post("/photos")
        void add(@Part @DefaultValue("x") Upload photo, @Part @DefaultValue("") byte[] octets) {}
    }

    @Controller
    static final class SplitUploads {
        @Post("/photos")
        void add(@Part @Split List<Upload> photos) {}
    }

    @Controller
    static final class WrongDefault {
        @Post("/photos")
        void add(@Part @DefaultValue("x") int days) {}
    }

    @Controller
    static final class OptionalLists {
        @Post("/photos")
        void add(@Part Optional<List<Upload>> photos, @Part Optional<List<String>> tags) {}
    }

    @Controller
    static final class ListOfOptionals {
        @Post("/photos")
        void add(@Part List<OptionalInt> days) {}
    }

    @Controller
    static final class OtherMediaType {
        @Post("/photos")
        @Consumes("multipart/mixed")
        void add(@Part InputStream photo) {}
    }

    @Controller
    static final class PartsOfAnyKind {
        @Post("/photos")
        @Consumes("multipart/*")
        void add(@Part Upload photo) {}
    }

    @Controller
    static final class OtherMediaTypeOfReader {
        @Post("/photos")
        @Consumes("application/json")
        void add(MultipartReader parts) {}
    }

    @Controller
    static final class Unreadable {
        record Odd(java.util.Map<InputStream, Order> orders) {}

        @Post("/photos")
        void add(@Part Odd odd) {}
    }
}
