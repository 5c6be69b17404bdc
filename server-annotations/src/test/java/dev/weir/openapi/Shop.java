package dev.weir.openapi;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.weir.annotations.Body;
import dev.weir.annotations.Consumes;
import dev.weir.annotations.Controller;
import dev.weir.annotations.CookieParam;
import dev.weir.annotations.DefaultValue;
import dev.weir.annotations.Delete;
import dev.weir.annotations.ExceptionHandler;
import dev.weir.annotations.FormParam;
import dev.weir.annotations.Get;
import dev.weir.annotations.HeaderParam;
import dev.weir.annotations.Params;
import dev.weir.annotations.Patch;
import dev.weir.annotations.Post;
import dev.weir.annotations.Produces;
import dev.weir.annotations.Put;
import dev.weir.annotations.QueryParam;
import dev.weir.annotations.ResponseHeader;
import dev.weir.annotations.Split;
import dev.weir.annotations.Status;
import dev.weir.http.RequestContent;
import dev.weir.http.Response;
import dev.weir.json.Patched;
import dev.weir.sse.ServerEvent;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** A controller with one of everything that a description has to cope with. */
@Controller("/shop")
@ResponseHeader(name = "Cache-Control", value = "no-store")
final class Shop {

    enum State {
        OPEN,
        @JsonProperty("sold-out")
        SOLD_OUT
    }

    record Item(
            UUID id,
            @JsonProperty("label") String name,
            BigDecimal price,
            State state,
            Optional<URI> picture,
            OptionalInt stock,
            Instant since,
            Set<String> tags,
            Map<String, Integer> sizes,
            byte[] code,
            List<Item> parts,
            @JsonIgnore String secret) {}

    record NewItem(String name, BigDecimal price, Optional<LocalDate> due) {}

    record Change(Patched<String> name, Patched<BigDecimal> price) {}

    record Page<T>(List<T> items, int number, Optional<Page<T>> next) {}

    record Search(
            @QueryParam Optional<String> q,
            @QueryParam @DefaultValue("20") int size,
            @QueryParam @Split List<State> states) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Card.class, name = "card"),
        @JsonSubTypes.Type(value = Cash.class, name = "cash")
    })
    sealed interface Payment permits Card, Cash {}

    record Card(String number) implements Payment {}

    record Cash(BigDecimal given) implements Payment {}

    record Receipt(Payment payment, long number) {}

    sealed interface Booking permits Booked, Full {}

    @Status(201)
    record Booked(long id) implements Booking {}

    @Status(409)
    record Full(int waiting) implements Booking {}

    static final class ClosedException extends Exception {
        private static final long serialVersionUID = 1L;
    }

    record Closed(Instant until) {}

    static Item item() {
        return new Item(
                UUID.fromString("00000000-0000-4000-8000-000000000001"),
                "tea",
                new BigDecimal("2.50"),
                State.SOLD_OUT,
                Optional.empty(),
                OptionalInt.of(3),
                Instant.parse("2026-01-02T03:04:05Z"),
                Set.of("hot"),
                Map.of("small", 1),
                new byte[] {1, 2, 3},
                List.of(),
                "secret");
    }

    @Get("/items")
    Page<Item> list(
            @Params Search search, @HeaderParam Optional<String> requestId, @CookieParam Optional<UUID> session) {
        return new Page<>(List.of(item()), 1, Optional.of(new Page<>(List.of(), 2, Optional.empty())));
    }

    @Get("/items/{id:[0-9]+}")
    Optional<Item> find(long id) {
        return id == 1 ? Optional.of(item()) : Optional.empty();
    }

    @Post("/items")
    @Status(201)
    Item add(@Body NewItem item) {
        return item();
    }

    @Patch("/items/{id}")
    Item change(String id, @Body Change change) {
        return item();
    }

    @Put("/items/{id}/picture")
    void picture(String id, RequestContent content) {}

    @Get("/items/{id}/picture")
    @Produces("image/png")
    InputStream picture(String id) {
        return new ByteArrayInputStream(new byte[] {1});
    }

    @Delete("/items/{id}")
    void remove(String id) throws ClosedException {
        throw new ClosedException();
    }

    @ExceptionHandler
    @Status(503)
    Closed closed(ClosedException e) {
        return new Closed(Instant.EPOCH);
    }

    @Post("/payments")
    Receipt pay(@Body Payment payment) {
        return new Receipt(payment, 7);
    }

    @Post("/payments/last")
    Payment last() {
        return new Card("1234");
    }

    @Post("/bookings")
    CompletionStage<Booking> book(@QueryParam boolean late) {
        return CompletableFuture.completedFuture(late ? new Full(3) : new Booked(9));
    }

    @Post("/orders")
    String order(@FormParam String item, @FormParam Optional<Integer> number, @FormParam List<State> states) {
        return item;
    }

    @Get("/prices")
    Map<String, BigDecimal> prices() {
        return Map.of("tea", BigDecimal.ONE);
    }

    @Get("/prices")
    @Produces("text/csv")
    String table() {
        return "tea,1";
    }

    @Post("/prices")
    @Consumes("application/json")
    void prices(@Body Map<String, BigDecimal> prices) {}

    @Post("/prices")
    @Consumes("text/csv")
    void table(@Body String prices) {}

    @Get("/all")
    Stream<Item> all() {
        return Stream.of(item(), item());
    }

    @Get("/news")
    Iterator<ServerEvent> news() {
        return List.<ServerEvent>of().iterator();
    }

    @Get("/files/{*path}")
    Path file(String path) {
        return Path.of("/nowhere");
    }

    @Get("/anything")
    Response anything() {
        return Response.text("anything");
    }
}
