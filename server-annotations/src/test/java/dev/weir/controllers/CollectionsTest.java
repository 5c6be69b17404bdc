package dev.weir.controllers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.annotations.Controller;
import dev.weir.annotations.CookieParam;
import dev.weir.annotations.DefaultValue;
import dev.weir.annotations.Get;
import dev.weir.annotations.HeaderParam;
import dev.weir.annotations.Params;
import dev.weir.annotations.PathParam;
import dev.weir.annotations.QueryParam;
import dev.weir.annotations.Split;
import dev.weir.http.Headers;
import dev.weir.http.Request;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Parameters of many values, from repeated names and, where asked for, from one text. */
class CollectionsTest {

    /** As some libraries have it, on parameters. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.PARAMETER)
    @interface Nullable {}

    /** As other libraries have it, on types. */
    static final class OfTypes {
        @Retention(RetentionPolicy.RUNTIME)
        @Target(ElementType.TYPE_USE)
        @interface Nullable {}
    }

    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.PARAMETER)
    @QueryParam("ids")
    @Split
    @interface Ids {}

    record Tags(@QueryParam @Split(";") List<String> tag) {}

    @Controller
    static final class Lists {

        @Get("/kinds")
        String kinds(
                @QueryParam("x") List<Integer> list,
                @QueryParam("x") Collection<Long> collection,
                @QueryParam("x") Iterable<String> iterable,
                @QueryParam("x") Set<Short> set) {
            return list + " " + collection + " " + iterable + " " + set;
        }

        @Get("/arrays")
        String arrays(
                @QueryParam("x") byte[] bytes,
                @QueryParam("x") int[] ints,
                @QueryParam("x") long[] longs,
                @QueryParam("x") double[] doubles,
                @QueryParam("x") Integer[] boxes,
                @QueryParam("x") String... strings) {
            return Arrays.toString(bytes)
                    + Arrays.toString(ints)
                    + Arrays.toString(longs)
                    + Arrays.toString(doubles)
                    + Arrays.toString(boxes)
                    + Arrays.toString(strings);
        }

        @Get("/null")
        String orNull(
                @QueryParam @Nullable Integer a,
                @QueryParam @OfTypes.Nullable Integer b,
                @QueryParam @Nullable List<String> c,
                @QueryParam String @OfTypes.Nullable [] d) {
            return a + " " + b + " " + c + " " + d.length;
        }

        @Get("/split")
        String split(
                @QueryParam @Split List<String> tag,
                @HeaderParam @Split Set<Integer> level,
                @CookieParam @Split(".") int[] v) {
            return tag + " " + level + " " + Arrays.toString(v);
        }

        @Get("/paths/{ids}")
        String path(@PathParam @Split long[] ids) {
            return Arrays.toString(ids);
        }

        @Get("/defaults")
        String defaults(
                @QueryParam @Split @DefaultValue("1, 2") List<Integer> x,
                @QueryParam @DefaultValue("1, 2") List<String> y) {
            return x + " " + y.size();
        }

        @Get("/composed")
        String composed(@Ids List<Integer> some, @Params Tags tags) {
            return some + " " + tags;
        }
    }

    private final Weir weir = Weir.of(new Lists());

    @Test
    void takesEveryKindOfCollection() throws Exception {
        assertEquals("200 [2, 1, 2] [2, 1, 2] [2, 1, 2] [2, 1]", weir.get("/kinds?x=2&x=1&x=2"));
        assertEquals("200 [] [] [] []", weir.get("/kinds"));
    }

    @Test
    void takesArraysOfPrimitivesAndOthers() throws Exception {
        assertEquals("200 [1, 2][1, 2][1, 2][1.0, 2.0][1, 2][1, 2]", weir.get("/arrays?x=1&x=2"));
        assertEquals("200 [][][][][][]", weir.get("/arrays"));
    }

    @Test
    void knowsNullableOfEveryLibraryAndPlaceAndLeavesCollectionsEmpty() throws Exception {
        assertEquals("200 null null [] 0", weir.get("/null"));
        assertEquals("200 1 2 [x] 1", weir.get("/null?a=1&b=2&c=x&d=y"));
    }

    @Test
    void splitsWhereAskedFor() throws Exception {
        Request request = Request.get("/split?tag=a,b&tag=%20c%20,,d,")
                .withHeaders(Headers.of("Level", "1, 2").plus("Level", ",3").plus("Cookie", "v=1.2.3"));
        assertEquals("200 [a, b, c, d] [1, 2, 3] [1, 2, 3]", weir.text(request));
        assertEquals("200 [] [] []", weir.get("/split?tag=&tag=,"));
        assertEquals("200 [7, 8]", weir.get("/paths/7,8"));
    }

    @Test
    void tellsOfAWrongValueAmongMany() throws Exception {
        String text = weir.get("/paths/7,x");
        assertTrue(text.contains("{\"in\":\"path\",\"name\":\"ids\",\"code\":\"not-a-number\""), text);
    }

    @Test
    void splitsDefaults() throws Exception {
        assertEquals("200 [1, 2] 1", weir.get("/defaults"));
    }

    @Test
    void splitsInComposedAnnotationsAndRecords() throws Exception {
        assertEquals("200 [1, 2] Tags[tag=[a, b,c]]", weir.get("/composed?ids=1,2&tag=a;b,c"));
    }

    @Test
    void refusesMoreThanAThousandValuesInAText() throws Exception {
        assertTrue(weir.get("/split?tag=" + "a,".repeat(1000)).startsWith("200"));
        String text = weir.get("/split?tag=" + "a,".repeat(1001));
        assertTrue(
                text.contains(
                        "{\"in\":\"query\",\"name\":\"tag\",\"code\":\"too-many\",\"detail\":\"more than 1000 values\"}"),
                text);
    }
}
