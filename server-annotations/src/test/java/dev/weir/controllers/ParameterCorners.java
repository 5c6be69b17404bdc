package dev.weir.controllers;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.weir.annotations.Body;
import dev.weir.annotations.Controller;
import dev.weir.annotations.CookieParam;
import dev.weir.annotations.Delete;
import dev.weir.annotations.Get;
import dev.weir.annotations.HeaderParam;
import dev.weir.annotations.Params;
import dev.weir.annotations.Part;
import dev.weir.annotations.PathParam;
import dev.weir.annotations.Post;
import dev.weir.annotations.QueryParam;
import dev.weir.http.Method;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A controller whose parameters are in corners of the rules, and their types. */
final class ParameterCorners {

    private ParameterCorners() {}

    /** Offers everything; each says which it was. */
    record Everything(String by) {
        static Everything of(String text) {
            return new Everything("of " + text);
        }

        static Everything of(int number) {
            return new Everything("of int " + number);
        }

        static Everything valueOf(String text) {
            return new Everything("valueOf " + text);
        }

        static Everything fromString(String text) {
            return new Everything("fromString " + text);
        }
    }

    record AllButOf(String by) {
        static AllButOf valueOf(String text) {
            return new AllButOf("valueOf " + text);
        }

        static AllButOf fromString(String text) {
            return new AllButOf("fromString " + text);
        }
    }

    record Text(String by) {
        static Text fromString(String text) {
            return new Text("fromString " + text);
        }

        /** Of another type, and so no factory. */
        static String of(String text) {
            return text;
        }

        /** Not static, and so no factory. */
        Text valueOf(String text) {
            return this;
        }
    }

    static final class Thrower {
        static Thrower of(String text) throws IOException {
            return switch (text) {
                case "checked" -> throw new IOException("s3cret");
                case "unchecked" -> throw new IllegalStateException("s3cret");
                case "null" -> null;
                case "error" -> throw new StackOverflowError("on purpose");
                default -> new Thrower();
            };
        }
    }

    enum Level {
        LOW("l-1"),
        HIGH("h-1");

        private final String code;

        Level(String code) {
            this.code = code;
        }

        @JsonValue
        String code() {
            return code;
        }
    }

    enum Crossed {
        @JsonProperty("B")
        A,
        @JsonProperty("A")
        B,
        WITH_BODY {
            @Override
            public String toString() {
                return "body";
            }
        }
    }

    enum Many {
        V0,
        V1,
        V2,
        V3,
        V4,
        V5,
        V6,
        V7,
        V8,
        V9,
        V10,
        V11,
        V12,
        V13,
        V14,
        V15,
        V16,
        V17,
        V18,
        V19,
        V20
    }

    record Item(String name) {}

    record Choice(Many many) {}

    static final class Bean {
        private String name;

        public void setName(String name) {
            this.name = name;
        }
    }

    record Deep(@QueryParam int q, @Params Deeper deeper) {}

    record Deeper(
            @HeaderParam int h,
            @CookieParam int c,
            @QueryParam Optional<Integer> o) {}

    abstract static class Generic<T, L> {
        @Get("/generic/{id}")
        String get(
                T id,
                @QueryParam Optional<T> optional,
                @QueryParam List<? extends T> list,
                @QueryParam T[] array,
                @QueryParam L level) {
            return id.getClass().getSimpleName() + optional + list + Arrays.toString(array) + level;
        }

        @Post("/generic")
        String post(@Body Map<String, List<T>> content) {
            return content.get("x").get(0).getClass().getSimpleName();
        }
    }

    @Controller
    static final class Corners extends Generic<Long, Level> {

        @Get("/wins/{method}")
        String wins(@HeaderParam("X-M") Method method, @PathParam("method") Everything other) {
            return method + " " + other.by();
        }

        @Post("/record-by-name/{item}")
        String recordByName(Everything item, Item content) {
            return item.by() + " " + content;
        }

        @Post("/annotated-record")
        String annotatedRecord(@QueryParam Item item, Bean content) {
            return item + " " + content.name;
        }

        @Delete("/explicit-content")
        String explicitContent(@Body Item item) {
            return item.toString();
        }

        @Get("/factories")
        String factories(@QueryParam Everything a, @QueryParam AllButOf b, @QueryParam Text c, @QueryParam Item d) {
            return a.by() + ", " + b.by() + ", " + c.by() + ", " + d;
        }

        @Get("/thrower")
        String thrower(@QueryParam Thrower t) {
            return "made";
        }

        @Get("/level")
        String level(@QueryParam Level l) {
            return l.name();
        }

        @Get("/crossed")
        String crossed(@QueryParam Crossed c) {
            return c.name();
        }

        @Get("/many")
        String many(@QueryParam Many m) {
            return m.name();
        }

        @Post("/many")
        String many(@Body Choice choice) {
            return choice.toString();
        }

        @Get("/headers")
        String headers(
                @HeaderParam Optional<String> eTag,
                @HeaderParam Optional<String> ifNoneMatch,
                @HeaderParam Optional<String> dnt,
                @HeaderParam Optional<String> x_request_id) {
            return eTag.isPresent() + " " + ifNoneMatch.isPresent() + " " + dnt.isPresent() + " "
                    + x_request_id.isPresent();
        }

        @Get("/scalar")
        String scalar(@QueryParam Optional<Integer> x, @QueryParam Optional<String> s) {
            return x + " " + s;
        }

        @Get("/rest/{n}/{*rest}")
        String rest(int n, String rest, @QueryParam int q) {
            return rest;
        }

        @Post("/deep/{p}")
        void deep(int p, @Params Deep deep, @Body Item item) {}

        @Post("/deep-parts/{p}")
        void deepParts(int p, @Params Deep deep, @Part int a, @Part Item item) {}
    }
}
