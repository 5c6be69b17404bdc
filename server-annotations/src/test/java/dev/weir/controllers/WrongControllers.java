package dev.weir.controllers;

import dev.weir.annotations.Attribute;
import dev.weir.annotations.Body;
import dev.weir.annotations.Consumes;
import dev.weir.annotations.Controller;
import dev.weir.annotations.CookieParam;
import dev.weir.annotations.DefaultValue;
import dev.weir.annotations.FormParam;
import dev.weir.annotations.Get;
import dev.weir.annotations.Head;
import dev.weir.annotations.HeaderParam;
import dev.weir.annotations.Params;
import dev.weir.annotations.PathParam;
import dev.weir.annotations.Post;
import dev.weir.annotations.Produces;
import dev.weir.annotations.QueryParam;
import dev.weir.annotations.ResponseHeader;
import dev.weir.annotations.Route;
import dev.weir.annotations.Split;
import dev.weir.annotations.Status;
import dev.weir.http.Peer;
import dev.weir.http.RequestContent;
import dev.weir.http.Response;
import dev.weir.http.ResponseContent;
import dev.weir.sse.ServerEvent;
import java.io.InputStream;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** Controllers that cannot work, one fault each. */
final class WrongControllers {

    private WrongControllers() {}

    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.PARAMETER, ElementType.METHOD})
    @interface Nullable {}

    enum State {
        OPEN,
        CLOSED
    }

    record Order(String item, int count) {}

    @Controller("/users")
    static final class TwinPaths {
        @Get("/{id}")
        String byId(long id) {
            return "";
        }

        @Get("/{name}")
        String byName(String name) {
            return "";
        }
    }

    @Controller
    static final class UnboundVariable {
        @Get("/users/{userId}/orders")
        String list(long id) {
            return "";
        }
    }

    @Controller
    static final class UnboundVariableAlone {
        @Get("/users/{userId}")
        String list() {
            return "";
        }
    }

    @Controller
    static final class UnknownVariable {
        @Get("/users/{userId}")
        String find(@PathParam("usrId") long id) {
            return "";
        }
    }

    @Controller
    static final class UnknownVariableAlone {
        @Get("/users")
        String find(@PathParam long id) {
            return "";
        }
    }

    @Controller
    static final class VariableMissingInOnePath {
        @Get({"/a/{id}", "/a"})
        String find(long id) {
            return "";
        }
    }

    @Controller
    static final class NoSource {
        @Get("/orders")
        String list(int page) {
            return "";
        }
    }

    @Controller
    static final class TwoSources {
        @Get("/orders")
        String list(@QueryParam @HeaderParam int page) {
            return "";
        }
    }

    @Controller
    static final class NoConverter {
        @Get("/orders")
        String list(@QueryParam Map<String, String> filter) {
            return "";
        }
    }

    @Controller
    static final class NoConverterOfOwnType {
        @Get("/orders")
        String list(@QueryParam Order like) {
            return "";
        }
    }

    @Controller
    static final class TwoBodies {
        @Post("/orders")
        void add(@Body Order order, RequestContent content) {}
    }

    @Controller
    static final class TwoCandidatesForContent {
        @Post("/orders")
        void add(Order order, Order other) {}
    }

    @Controller
    static final class ContentOnGet {
        @Get("/orders")
        String list(@Body Order example) {
            return "";
        }
    }

    @Controller
    static final class ContentOnHead {
        @Head("/orders")
        void list(RequestContent content) {}
    }

    @Controller
    static final class BadExpression {
        @Get("/users/{id:[0-9}")
        String find(String id) {
            return "";
        }
    }

    @Controller
    static final class NoSlash {
        @Get("users")
        String list() {
            return "";
        }
    }

    @Controller("users/{*rest}")
    static final class BadPrefix {
        @Get
        String list() {
            return "";
        }
    }

    @Controller("/files/{*rest}")
    static final class PrefixWithRest {
        @Get("/x")
        String list() {
            return "";
        }
    }

    @Controller("/users")
    static final class NeverWins {
        @Get("/{id}")
        String byId(long id) {
            return "";
        }

        @Get("/{name:.+}")
        String byName(String name) {
            return "";
        }
    }

    @Controller
    static final class NoRoutes {
        String list() {
            return "";
        }
    }

    @Controller
    static final class BadDefault {
        @Get("/orders")
        String list(@QueryParam @DefaultValue("ten") int size) {
            return "";
        }
    }

    @Controller
    static final class BadEnumDefault {
        @Get("/orders")
        String list(@QueryParam @DefaultValue("opn") State state) {
            return "";
        }
    }

    @Controller
    static final class EmptyDefault {
        @Get("/orders")
        String list(@QueryParam @DefaultValue("") int size) {
            return "";
        }
    }

    @Controller
    static final class DefaultOnOptional {
        @Get("/orders")
        String list(@QueryParam @DefaultValue("1") Optional<Integer> size) {
            return "";
        }
    }

    @Controller
    static final class DefaultOnContent {
        @Post("/orders")
        void add(@Body @DefaultValue("{}") Order order) {}
    }

    @Controller
    static final class DefaultOnContext {
        @Get("/orders")
        String list(@DefaultValue("me") Peer peer) {
            return "";
        }
    }

    @Controller
    static final class OptionalList {
        @Get("/orders")
        String list(@QueryParam Optional<List<String>> tag) {
            return "";
        }
    }

    @Controller
    static final class OptionalText {
        @Post("/orders")
        void add(@Body Optional<String> text) {}
    }

    @Controller
    static final class NullablePrimitive {
        @Get("/orders")
        String list(@QueryParam @Nullable int size) {
            return "";
        }
    }

    @Controller
    static final class NullablePrimitiveResult {
        @Get("/orders")
        @Nullable
        int count() {
            return 0;
        }
    }

    @Controller
    static final class StatusOutOfRange {
        @Post("/orders")
        @Status(199)
        void add() {}
    }

    @Controller
    static final class StatusOnResponse {
        @Post("/orders")
        @Status(201)
        Response add() {
            return Response.noContent();
        }
    }

    @Controller
    static final class StatusWithoutContent {
        @Post("/orders")
        @Status(204)
        Order add() {
            return new Order("", 0);
        }
    }

    @Controller
    static final class ObjectResult {
        @Get("/orders")
        Object list() {
            return "";
        }
    }

    @Controller
    static final class StreamResult {
        @Get("/orders")
        Stream<?> list() {
            return Stream.of();
        }
    }

    @Controller
    static final class PartsOfResponses {
        @Get("/events")
        List<ServerEvent> events() {
            return List.of();
        }

        @Get("/content")
        ResponseContent content() {
            return ResponseContent.empty();
        }

        @Get("/responses")
        Stream<Response> responses() {
            return Stream.of();
        }
    }

    @Controller
    static final class StreamAsHtml {
        @Get("/orders")
        @Produces("text/html")
        Stream<Order> list() {
            return Stream.of();
        }
    }

    @Controller
    static final class EventsAsJson {
        @Get("/orders")
        @Produces("application/json")
        Stream<ServerEvent> list() {
            return Stream.of();
        }
    }

    @Controller
    static final class StageResult {
        @Get("/orders")
        CompletionStage<CompletionStage<Order>> list() {
            return null;
        }
    }

    @Controller
    static final class NestedOptionalResult {
        @Get("/orders")
        Optional<Optional<Order>> list() {
            return Optional.empty();
        }
    }

    @Controller
    static final class OpenResult {
        @Get("/orders")
        <T> List<T> list() {
            return List.of();
        }
    }

    @Controller
    static final class OverlappingMediaTypes {
        @Get("/orders")
        @Produces({"text/html", "text/plain"})
        String page() {
            return "";
        }

        @Get("/orders")
        @Produces("application/json")
        Order json() {
            return new Order("", 0);
        }

        @Get("/orders")
        String text() {
            return "";
        }
    }

    @Controller
    static final class NoMediaTypes {
        @Get("/orders")
        @Produces({})
        String list() {
            return "";
        }
    }

    @Controller
    static final class ConsumesNothing {
        @Post("/orders")
        @Consumes({})
        void add(@Body String order) {}
    }

    @Controller
    static final class BadConsumes {
        @Post("/orders")
        @Consumes("csv")
        void add(@Body String order) {}
    }

    @Controller
    static final class ConsumesOnGet {
        @Get("/orders")
        @Consumes("text/csv")
        String list() {
            return "";
        }
    }

    @Controller
    static final class ConsumesCsvAsJson {
        @Post("/orders")
        @Consumes("text/csv")
        void add(@Body Order order) {}
    }

    @Controller
    static final class FieldsOfJson {
        @Post("/orders")
        @Consumes({"application/x-www-form-urlencoded", "application/json"})
        void add(@FormParam String item) {}
    }

    @Controller
    static final class FieldsOfParts {
        @Post("/orders")
        @Consumes("multipart/form-data")
        void add(@FormParam String item) {}
    }

    @Controller
    static final class FieldsOfAnything {
        @Post("/orders")
        @Consumes("application/*")
        void add(@FormParam String item) {}
    }

    @Controller
    static final class FieldsInLatin {
        @Post("/orders")
        @Consumes("application/x-www-form-urlencoded; charset=iso-8859-1")
        void add(@FormParam String item) {}
    }

    @Controller
    static final class OverlappingContent {
        @Post("/orders")
        @Consumes("text/*")
        void text(@Body String order) {}

        @Post("/orders")
        @Consumes("text/csv")
        void csv(@Body String order) {}
    }

    @Controller
    @ResponseHeader(name = "Content-Length", value = "5")
    static final class FieldOfTheServer {
        @Get("/others")
        String others() {
            return "";
        }

        @Get("/orders")
        String list() {
            return "";
        }
    }

    @Controller
    static final class MediaTypeAsField {
        @Get("/orders")
        @ResponseHeader(name = "Content-Type", value = "text/html")
        String list() {
            return "";
        }
    }

    @Controller
    static final class MalformedField {
        @Get("/orders")
        @ResponseHeader(name = "X-Note", value = "a\nb")
        String list() {
            return "";
        }
    }

    @Controller
    static final class BadMediaType {
        @Get("/orders")
        @Produces("html")
        String list() {
            return "";
        }
    }

    @Controller
    static final class BadCharset {
        @Get("/orders")
        @Produces("text/plain; charset=utf-99")
        String list() {
            return "";
        }
    }

    @Controller
    static final class JsonAsHtml {
        @Get("/orders")
        @Produces("text/html")
        Order list() {
            return new Order("", 0);
        }
    }

    @Controller
    static final class ProducesNothing {
        @Post("/orders")
        @Produces("text/html")
        void add() {}
    }

    @Controller
    static final class ProducesResponse {
        @Post("/orders")
        @Produces("text/html")
        Response add() {
            return Response.noContent();
        }
    }

    @Controller
    static final class StaticMethod {
        @Get("/orders")
        static String list() {
            return "";
        }
    }

    @Controller
    static final class BadMethod {
        @Route(method = "GET IT", path = "/orders")
        String list() {
            return "";
        }
    }

    @Controller
    static final class BadFieldName {
        @Get("/orders")
        String list(@HeaderParam("X Id") String id, @CookieParam String sid) {
            return id + sid;
        }
    }

    @Controller
    static final class UnreadableContent {
        @Post("/orders")
        void add(@Body Map<InputStream, Order> orders) {}
    }

    @Controller
    static final class OpenContent {
        @Post("/orders")
        <T> void add(@Body List<T> orders) {}
    }

    @Controller
    static final class TwoAnnotations {
        @Get("/orders")
        @Post("/orders")
        void add(@Body Order order) {}
    }

    @Controller
    static final class SamePathTwice {
        @Get({"/orders", "/orders"})
        String list() {
            return "";
        }
    }

    @Controller
    static final class NoPathAtAll {
        @Get({})
        String list() {
            return "";
        }
    }

    @Controller
    static final class NestedVariables {
        @Get("/{a}{b}")
        String list(String a, String b) {
            return a + b;
        }
    }

    record Range(@QueryParam int from, @QueryParam int to) {}

    record Loop(@QueryParam int size, @Params Again again) {}

    record Again(@Params Loop loop) {}

    record Bare(@QueryParam String q, int page) {}

    record WithBody(@QueryParam String q, @Body Order order) {}

    record WithContent(RequestContent content) {}

    record Faulty(
            @QueryParam @HeaderParam int a,
            @QueryParam @DefaultValue("x") int b,
            @QueryParam @Nullable int c) {}

    record OfUser(@PathParam("usrId") long id) {}

    @Controller
    static final class ParamsOnNoRecord {
        @Get("/orders")
        String list(@Params Optional<Range> range) {
            return "";
        }
    }

    @Controller
    static final class ParamsInACircle {
        @Get("/orders")
        String list(@Params Loop loop) {
            return "";
        }
    }

    @Controller
    static final class ParamsWithoutSource {
        @Get("/orders")
        String list(@Params Bare search) {
            return "";
        }
    }

    @Controller
    static final class ParamsWithBody {
        @Post("/orders")
        void add(@Params WithBody search) {}
    }

    @Controller
    static final class ParamsWithContent {
        @Post("/orders")
        void add(@Params WithContent search) {}
    }

    @Controller
    static final class ParamsOfManyFaults {
        @Get("/orders")
        String list(@Params Faulty search) {
            return "";
        }
    }

    @Controller
    static final class ParamsWithDefault {
        @Get("/orders")
        String list(@Params @DefaultValue("1") Range range) {
            return "";
        }
    }

    @Controller
    static final class ParamsOrNull {
        @Get("/orders")
        String list(@Params @Nullable Range range) {
            return "";
        }
    }

    @Controller
    static final class ParamsFromTheQuery {
        @Get("/orders")
        String list(@Params @QueryParam Range range) {
            return "";
        }
    }

    @Controller
    static final class ParamsOfUnknownVariable {
        @Get("/users/{userId}")
        String find(@Params OfUser user) {
            return "";
        }
    }

    @Controller
    static final class DefaultOnAttribute {
        @Get("/orders")
        String list(@Attribute @DefaultValue("none") Order last) {
            return "";
        }
    }

    @Controller
    static final class AttributeInOptionalInt {
        @Get("/orders")
        String list(@Attribute OptionalInt count) {
            return "";
        }
    }

    @Controller
    static final class NullablePrimitiveAttribute {
        @Get("/orders")
        String list(@Attribute @Nullable int count) {
            return "";
        }
    }

    @Controller
    static final class SplitScalar {
        @Get("/orders")
        String list(@QueryParam @Split int size) {
            return "";
        }
    }

    @Controller
    static final class EmptySplit {
        @Get("/orders")
        String list(@QueryParam @Split("") List<String> tag) {
            return "";
        }
    }

    @Controller
    static final class SplitAttribute {
        @Get("/orders")
        String list(@Attribute @Split List<String> tag) {
            return "";
        }
    }

    @Controller
    static final class SplitContext {
        @Get("/orders")
        String list(@Split Peer peer) {
            return "";
        }
    }

    @Controller
    static final class BadSplitDefault {
        @Get("/orders")
        String list(@QueryParam @Split @DefaultValue("1,x") List<Integer> size) {
            return "";
        }
    }

    @Controller
    static final class OptionalArray {
        @Get("/orders")
        String list(@QueryParam Optional<int[]> size) {
            return "";
        }
    }

    @Controller
    static final class ListOfLists {
        @Get("/orders")
        String list(@QueryParam List<List<String>> tag) {
            return "";
        }
    }

    record Login(@FormParam String user, @FormParam String password) {}

    @Controller
    static final class FormOnGet {
        @Get("/orders")
        String list(@FormParam String q, @FormParam int size) {
            return "";
        }
    }

    @Controller
    static final class FormInParamsOnHead {
        @Head("/login")
        void login(@Params Login login) {}
    }

    @Controller
    static final class FormAndBody {
        @Post("/orders")
        void add(@FormParam String user, @Body Order order) {}
    }

    @Controller
    static final class FormAndUnsourced {
        @Post("/orders")
        void add(@FormParam String user, Order order) {}
    }

    static final class NotAController {
        @Get("/orders")
        String list() {
            return "";
        }
    }
}
