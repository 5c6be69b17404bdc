package dev.weir.controllers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weir.annotations.Body;
import dev.weir.annotations.Consumes;
import dev.weir.annotations.Controller;
import dev.weir.annotations.FormParam;
import dev.weir.annotations.Get;
import dev.weir.annotations.Part;
import dev.weir.annotations.Post;
import dev.weir.annotations.Produces;
import dev.weir.http.Response;
import dev.weir.multipart.MultipartReader;
import dev.weir.routing.RouteListing;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a listing tells of controllers' routes. */
class ListingTest {

    @BeforeAll
    static void openToJackson() {
        Weir.openToJackson();
    }

    @Controller("/a")
    static final class Listed {
        @Get({"", "/{id}"})
        Map<String, String> find(java.util.Optional<Long> id) {
            return Map.of();
        }

        @Post
        @Consumes("application/json")
        void json(@Body Map<String, String> body) {}

        @Post
        @Consumes("text/csv")
        void csv(@Body String body) {}

        @Post("/declared-by-nobody")
        void read(@Body Map<String, String> body) {}

        @Post("/form")
        @Produces("text/html")
        String form(@FormParam String name) {
            return name;
        }

        @Post("/parts")
        void parts(@Part String name) {}

        @Post("/streamed")
        void streamed(MultipartReader parts) {}

        @Get("/any")
        Response any() {
            return Response.noContent();
        }
    }

    @Test
    void tellsMediaTypesHandlerAndSource() {
        assertEquals("""
                METHOD  PATH                   TAKES                              MAKES             HANDLER                           SOURCE
                GET     /a                                                        application/json  Listed.find(Optional)             ListingTest.java:32
                POST    /a                     application/json                                     Listed.json(Map)                  ListingTest.java:37
                POST    /a                     text/csv                                             Listed.csv(String)                ListingTest.java:41
                GET     /a/any                                                                      Listed.any()                      ListingTest.java:60
                POST    /a/declared-by-nobody  application/json                                     Listed.read(Map)                  ListingTest.java:44
                POST    /a/form                application/x-www-form-urlencoded  text/html         Listed.form(String)               ListingTest.java:49
                POST    /a/parts               multipart/form-data                                  Listed.parts(String)              ListingTest.java:53
                POST    /a/streamed            multipart/form-data                                  Listed.streamed(MultipartReader)  ListingTest.java:56
                GET     /a/{id}                                                   application/json  Listed.find(Optional)             ListingTest.java:32
                """, RouteListing.of(Controllers.of(new Listed())));
    }
}
