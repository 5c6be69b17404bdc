package dev.weir.controllers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What each kind of wrong controller is told: title and mend, one line per fault. */
class FaultsTest {

    private static final Pattern FAULT = Pattern.compile("(?m)^ ?\\d+\\. (.*)$(?:\\R {6}.*$)*\\R {4}(.*)$");

    @BeforeAll
    static void openToJackson() {
        Weir.openToJackson();
    }

    static Stream<Arguments> wrongControllers() {
        return Stream.of(
                wrong(WrongControllers.TwinPaths.class, """
                        Ambiguous route GET /users/{} | Each matches every request that the other matches. Change a path or a method, or tell them apart by media type."""),
                wrong(WrongControllers.UnboundVariable.class, """
                        Unbound path variable {userId} | No parameter takes it. Did you mean @PathParam("userId") long id?"""),
                wrong(WrongControllers.UnboundVariableAlone.class, """
                        Unbound path variable {userId} | No parameter takes it. Add @PathParam String userId, or take it out of the path."""),
                wrong(WrongControllers.UnknownVariable.class, """
                        Unknown path variable {usrId} | The path has {userId}. Did you mean @PathParam("userId") long id?"""),
                wrong(WrongControllers.UnknownVariableAlone.class, """
                        Unknown path variable {id} | The path has no variable. Add it to the path, or say where else long id comes from."""),
                wrong(WrongControllers.VariableMissingInOnePath.class, """
                        Path variable {id} is missing in /a | Make long id an Optional, or give it a @DefaultValue."""),
                wrong(WrongControllers.NoSource.class, """
                        No source for parameter int page | Say where it comes from: @PathParam, @QueryParam, @HeaderParam, @CookieParam, @FormParam, @Part, @Attribute, @Params or @Body."""),
                wrong(WrongControllers.TwoSources.class, """
                        Two sources for parameter int page | It has @QueryParam and @HeaderParam. Keep one."""),
                wrong(WrongControllers.NoConverter.class, """
                        No converter for Map<String, String> filter | Nothing makes Map of text. Take another type, or register a converter; if it is the content, say @Body."""),
                wrong(WrongControllers.NoConverterOfOwnType.class, """
                        No converter for Order like | Nothing makes Order of text. Give it a static of(String), valueOf(String) or fromString(String) or a constructor with one String, or register a converter; if it is the content, say @Body."""),
                wrong(WrongControllers.TwoBodies.class, """
                        2 parameters take the content: Order order, RequestContent content | Content is read once. Keep one of them, a record that holds both perhaps."""),
                wrong(WrongControllers.TwoCandidatesForContent.class, """
                        No source for parameter Order order | More than one parameter could be the content. Say @Body on that one, and where the others come from.
                        No source for parameter Order other | More than one parameter could be the content. Say @Body on that one, and where the others come from."""),
                wrong(WrongControllers.ContentOnGet.class, """
                        Content on GET: Order example | Requests with that method have no content. Use @QueryParam, or POST."""),
                wrong(WrongControllers.ContentOnHead.class, """
                        Content on HEAD: RequestContent content | Requests with that method have no content. Use @QueryParam, or POST."""),
                wrong(WrongControllers.BadExpression.class, """
                        Malformed path pattern /users/{id:[0-9} | Expected: a regular expression that compiles: Unclosed character class in [0-9."""),
                wrong(WrongControllers.NoSlash.class, """
                        Malformed path pattern users | Start it with a slash: "/users"."""),
                wrong(WrongControllers.BadPrefix.class, """
                        Malformed path pattern users/{*rest} | Expected: to start with /."""),
                wrong(WrongControllers.PrefixWithRest.class, """
                        Malformed path pattern /files/{*rest} | {*name} is only for the end of a path, and methods' paths follow the prefix."""),
                wrong(WrongControllers.NeverWins.class, """
                        Route that can never win: GET /users/{} | The first goes before the second and matches every request that the second matches. Drop the expression that matches everything, or one of the two."""),
                wrong(WrongControllers.NoRoutes.class, """
                        Controller without routes | No method carries @Get, @Post or another of that kind. Annotate one, or drop the @Controller."""),
                wrong(WrongControllers.BadDefault.class, """
                        @DefaultValue("ten") does not convert to int size | A request would be told: not a valid integer. Change the value or the type."""),
                wrong(WrongControllers.BadEnumDefault.class, """
                        @DefaultValue("opn") does not convert to State state | A request would be told: unknown value, expected one of [OPEN, CLOSED]. Change the value or the type."""),
                wrong(WrongControllers.EmptyDefault.class, """
                        Empty @DefaultValue on int size | Empty text is no int. Write a value, or make the parameter an Optional."""),
                wrong(WrongControllers.DefaultOnOptional.class, """
                        @DefaultValue on Optional<Integer> size | With a default it is never empty. Drop the @DefaultValue, or the Optional."""),
                wrong(WrongControllers.DefaultOnContent.class, """
                        @DefaultValue on the content Order order | Content has no default. Make it an Optional, or declare it Nullable."""),
                wrong(WrongControllers.DefaultOnContext.class, """
                        @DefaultValue on Peer peer | Every request has one. Drop the @DefaultValue."""),
                wrong(WrongControllers.OptionalList.class, """
                        Optional of what may be empty itself: Optional<List<String>> tag | Drop the Optional: what it holds is empty if the request gives no value."""),
                wrong(WrongControllers.OptionalText.class, """
                        Optional content as it is: Optional<String> text | Drop the Optional: what it holds is empty if there is no content."""),
                wrong(WrongControllers.NullablePrimitive.class, """
                        Nullable primitive int size | A int can't be null. Make it an Optional or its wrapper type, or give it a @DefaultValue."""),
                wrong(WrongControllers.NullablePrimitiveResult.class, """
                        Nullable primitive result | A primitive can't be null. Use its wrapper type or an Optional."""),
                wrong(WrongControllers.StatusOutOfRange.class, """
                        @Status(199) is out of range | A final status lies between 200 and 599."""),
                wrong(WrongControllers.StatusOnResponse.class, """
                        @Status on a method that returns a Response | The Response has a status of its own. Drop the @Status, or return the content alone."""),
                wrong(WrongControllers.StatusWithoutContent.class, """
                        @Status(204) on a method with a result | A response of that status carries no content. Make the method void, or change the status."""),
                wrong(WrongControllers.ObjectResult.class, """
                        Unsupported result Object | Declare a record, a class of your own, a Map, a Collection, String, byte[], InputStream, Path, Stream, Iterator or void, an Optional or a CompletionStage of one of them, or return a Response."""),
                wrong(WrongControllers.StreamResult.class, """
                        Unsupported result Stream<?> | Declare a record, a class of your own, a Map, a Collection, String, byte[], InputStream, Path, Stream, Iterator or void, an Optional or a CompletionStage of one of them, or return a Response."""),
                wrong(WrongControllers.PartsOfResponses.class, """
                        Unsupported result ResponseContent | Declare a record, a class of your own, a Map, a Collection, String, byte[], InputStream, Path, Stream, Iterator or void, an Optional or a CompletionStage of one of them, or return a Response.
                        Unsupported result List<ServerEvent> | Declare a record, a class of your own, a Map, a Collection, String, byte[], InputStream, Path, Stream, Iterator or void, an Optional or a CompletionStage of one of them, or return a Response.
                        Unsupported result Stream<Response> | Declare a record, a class of your own, a Map, a Collection, String, byte[], InputStream, Path, Stream, Iterator or void, an Optional or a CompletionStage of one of them, or return a Response."""),
                wrong(WrongControllers.StreamAsHtml.class, """
                        @Produces("text/html") on a result that is written as JSON, lines of it or events | Name application/json or one that ends in +json, application/x-ndjson or text/event-stream."""),
                wrong(WrongControllers.EventsAsJson.class, """
                        @Produces("application/json") on a result that is written as events | Name text/event-stream, or return a Stream of another type."""),
                wrong(WrongControllers.StageResult.class, """
                        Unsupported result CompletionStage<CompletionStage<Order>> | Declare a record, a class of your own, a Map, a Collection, String, byte[], InputStream, Path, Stream, Iterator or void, an Optional or a CompletionStage of one of them, or return a Response."""),
                wrong(WrongControllers.NestedOptionalResult.class, """
                        Unsupported result Optional<Optional<Order>> | Declare a record, a class of your own, a Map, a Collection, String, byte[], InputStream, Path, Stream, Iterator or void, an Optional or a CompletionStage of one of them, or return a Response."""),
                wrong(WrongControllers.OpenResult.class, """
                        Unsupported result List<T> | Declare a record, a class of your own, a Map, a Collection, String, byte[], InputStream, Path, Stream, Iterator or void, an Optional or a CompletionStage of one of them, or return a Response."""),
                wrong(WrongControllers.OverlappingMediaTypes.class, """
                        Ambiguous route GET /orders | Each matches every request that the other matches. Change a path or a method, or tell them apart by media type."""),
                wrong(WrongControllers.NoMediaTypes.class, """
                        @Produces without a media type | Name one at least."""),
                wrong(WrongControllers.ConsumesNothing.class, """
                        @Consumes without a media type | Name one at least."""),
                wrong(WrongControllers.BadConsumes.class, """
                        Malformed media type @Consumes("csv") | Write type and subtype, as in "text/csv" or "image/*"."""),
                wrong(WrongControllers.ConsumesOnGet.class, """
                        @Consumes on GET | Requests with that method have no content. Drop the @Consumes, or use POST."""),
                wrong(WrongControllers.ConsumesCsvAsJson.class, """
                        @Consumes("text/csv") on content that is read as JSON | Take the content as String, byte[] or InputStream, or name application/json or one that ends in +json."""),
                wrong(WrongControllers.FieldsOfJson.class, """
                        @Consumes("application/json") on content that is fields of a form | Name application/x-www-form-urlencoded, or drop the @Consumes; fields of multipart/form-data are taken with @Part."""),
                wrong(WrongControllers.FieldsOfParts.class, """
                        @Consumes("multipart/form-data") on content that is fields of a form | Name application/x-www-form-urlencoded, or drop the @Consumes; fields of multipart/form-data are taken with @Part."""),
                wrong(WrongControllers.FieldsOfAnything.class, """
                        @Consumes("application/*") on content that is fields of a form | Name application/x-www-form-urlencoded, or drop the @Consumes; fields of multipart/form-data are taken with @Part."""),
                wrong(WrongControllers.FieldsInLatin.class, """
                        @Consumes("application/x-www-form-urlencoded; charset=iso-8859-1") on content that is fields of a form | Name application/x-www-form-urlencoded, or drop the @Consumes; fields of multipart/form-data are taken with @Part."""),
                wrong(WrongControllers.OverlappingContent.class, """
                        Ambiguous route POST /orders | Each matches every request that the other matches. Change a path or a method, or tell them apart by media type."""),
                wrong(WrongControllers.FieldOfTheServer.class, """
                        @ResponseHeader(name = "Content-Length") can't be sent | The server sets that field itself. Drop the @ResponseHeader."""),
                wrong(WrongControllers.MediaTypeAsField.class, """
                        @ResponseHeader(name = "Content-Type") can't be sent | Name the media type with @Produces."""),
                wrong(WrongControllers.MalformedField.class, """
                        @ResponseHeader(name = "X-Note") can't be sent | A field name is a token, and a field value has no line break or other control character."""),
                wrong(WrongControllers.BadMediaType.class, """
                        Malformed media type @Produces("html") | Write type and subtype, as in "text/html; charset=utf-8"."""),
                wrong(WrongControllers.BadCharset.class, """
                        Unknown charset in @Produces("text/plain; charset=utf-99") | Name one that this JDK has, best utf-8."""),
                wrong(WrongControllers.JsonAsHtml.class, """
                        @Produces("text/html") on a result that is written as JSON | Return String or byte[] for that media type, or name application/json or one that ends in +json."""),
                wrong(WrongControllers.ProducesNothing.class, """
                        @Produces on a method without a result | Return something, or drop the @Produces."""),
                wrong(WrongControllers.ProducesResponse.class, """
                        @Produces on a method that returns a Response | The Response has a media type of its own. Drop the @Produces, or return the content alone."""),
                wrong(WrongControllers.StaticMethod.class, """
                        Static method | Such a method belongs to an instance. Drop the static, or the annotation."""),
                wrong(WrongControllers.BadMethod.class, """
                        Malformed request method "GET IT" | Write a token, as in PROPFIND."""),
                wrong(WrongControllers.BadFieldName.class, """
                        Malformed field name "X Id" | A field name has no blanks, colons or the like."""),
                wrong(WrongControllers.UnreadableContent.class, """
                        Content that can't be read from JSON: Map<InputStream, Order> orders | The JSON library says: Cannot find a (Map) Key deserializer for type [simple type, class java.io.InputStream]."""),
                wrong(WrongControllers.OpenContent.class, """
                        Content of an unknown type: List<T> orders | Nothing says what the type variable stands for. Give the type in the class that is the controller."""),
                wrong(WrongControllers.TwoAnnotations.class, """
                        Content on GET: Order order | Requests with that method have no content. Use @QueryParam, or POST."""),
                wrong(WrongControllers.SamePathTwice.class, """
                        Ambiguous route GET /orders | Each matches every request that the other matches. Change a path or a method, or tell them apart by media type."""),
                wrong(WrongControllers.NoPathAtAll.class, """
                        Malformed path pattern {} | Name a path, or leave the braces out."""),
                wrong(WrongControllers.NestedVariables.class, """
                        Malformed path pattern /{a}{b} | Expected: one variable in a segment, not {a}{b}."""),
                wrong(WrongControllers.ParamsOnNoRecord.class, """
                        @Params on no record: Optional<Range> range | It groups what the components of a record say. Make the type a record, or drop the @Params."""),
                wrong(WrongControllers.ParamsInACircle.class, """
                        @Params record that contains itself: Loop loop of Again | There is no end to Loop in Again in Loop. Take the component out."""),
                wrong(WrongControllers.ParamsWithoutSource.class, """
                        No source for parameter int page of Bare | Say where it comes from: @PathParam, @QueryParam, @HeaderParam, @CookieParam, @FormParam, @Part, @Attribute or @Params."""),
                wrong(WrongControllers.ParamsWithBody.class, """
                        Content in a @Params record: Order order of WithBody | It is read after everything else held. Make it a parameter of the method."""),
                wrong(WrongControllers.ParamsWithContent.class, """
                        Content in a @Params record: RequestContent content of WithContent | It is read after everything else held. Make it a parameter of the method."""),
                wrong(WrongControllers.ParamsOfManyFaults.class, """
                        Two sources for parameter int a of Faulty | It has @QueryParam and @HeaderParam. Keep one.
                        @DefaultValue("x") does not convert to int b of Faulty | A request would be told: not a valid integer. Change the value or the type.
                        Nullable primitive int c of Faulty | A int can't be null. Make it an Optional or its wrapper type, or give it a @DefaultValue."""),
                wrong(WrongControllers.ParamsWithDefault.class, """
                        @DefaultValue on @Params Range range | The record is always made. Say of each component what it is when the request does not give it."""),
                wrong(WrongControllers.ParamsOrNull.class, """
                        Nullable @Params Range range | The record is always made. Say of each component what it is when the request does not give it."""),
                wrong(WrongControllers.ParamsFromTheQuery.class, """
                        Two sources for parameter Range range | It has @QueryParam and @Params. Keep one."""),
                wrong(WrongControllers.ParamsOfUnknownVariable.class, """
                        Unknown path variable {usrId} | The path has {userId}. Did you mean @PathParam("userId") long id of OfUser?"""),
                wrong(WrongControllers.DefaultOnAttribute.class, """
                        @DefaultValue on the attribute Order last | Attributes are no text. Make it an Optional, or declare it Nullable."""),
                wrong(WrongControllers.AttributeInOptionalInt.class, """
                        Attribute in an OptionalInt: OptionalInt count | Attributes are objects. Write Optional<Integer>."""),
                wrong(WrongControllers.NullablePrimitiveAttribute.class, """
                        Nullable primitive int count | Use its wrapper type."""),
                wrong(WrongControllers.SplitScalar.class, """
                        @Split on int size | It is one value. Make it a List, a Set or an array, or drop the @Split."""),
                wrong(WrongControllers.EmptySplit.class, """
                        Empty @Split on List<String> tag | Name what stands between two values, or leave it to be a comma."""),
                wrong(WrongControllers.SplitAttribute.class, """
                        @Split beside @Attribute: List<String> tag | It splits text with a name. Drop the @Split."""),
                wrong(WrongControllers.SplitContext.class, """
                        @Split on Peer peer | It splits text with a name. Drop the @Split."""),
                wrong(WrongControllers.BadSplitDefault.class, """
                        @DefaultValue("x") does not convert to List<Integer> size | A request would be told: not a valid integer. Change the value or the type."""),
                wrong(WrongControllers.OptionalArray.class, """
                        Optional of what may be empty itself: Optional<int[]> size | Drop the Optional: what it holds is empty if the request gives no value."""),
                wrong(WrongControllers.ListOfLists.class, """
                        No converter for List<List<String>> tag | Nothing makes List of text. Take another type, or register a converter; if it is the content, say @Body."""),
                wrong(WrongControllers.FormOnGet.class, """
                        Content on GET: String q | Requests with that method have no content. Use @QueryParam, or POST."""),
                wrong(WrongControllers.FormInParamsOnHead.class, """
                        Content on HEAD: String user of Login | Requests with that method have no content. Use @QueryParam, or POST."""),
                wrong(WrongControllers.FormAndBody.class, """
                        Content that is a form and more: String user, Order order | Content is read once. Keep the @FormParam or the other; a record with @Params holds many fields."""),
                wrong(WrongControllers.FormAndUnsourced.class, """
                        No source for parameter Order order | Say where it comes from: @PathParam, @QueryParam, @HeaderParam, @CookieParam, @FormParam, @Part, @Attribute, @Params or @Body."""),
                wrong(WrongParts.OnGet.class, """
                        Content on GET: Upload photo | Requests with that method have no content. Use @QueryParam, or POST."""),
                wrong(WrongParts.InParamsOnHead.class, """
                        Content on HEAD: String title of Entry | Requests with that method have no content. Use @QueryParam, or POST."""),
                wrong(WrongParts.WithBody.class, """
                        Content that is parts and more: Upload photo, Order order | Content is read once. Take all of it with @Part, where JSON may be a part too; or none."""),
                wrong(WrongParts.WithForm.class, """
                        Content that is parts and more: Upload photo, String title | Content is read once. Take all of it with @Part, where JSON may be a part too; or none."""),
                wrong(WrongParts.WithReader.class, """
                        Content that is parts and more: Upload photo, MultipartReader parts | Content is read once. Take all of it with @Part, where JSON may be a part too; or none."""),
                wrong(WrongParts.ReaderInParams.class, """
                        Content in a @Params record: MultipartReader parts of Group | It is read after everything else held. Make it a parameter of the method."""),
                wrong(WrongParts.ReaderWithDefault.class, """
                        @DefaultValue on MultipartReader parts | Every request has one. Drop the @DefaultValue."""),
                wrong(WrongParts.WithUnsourced.class, """
                        No source for parameter Order order | Say where it comes from: @PathParam, @QueryParam, @HeaderParam, @CookieParam, @FormParam, @Part, @Attribute, @Params or @Body."""),
                wrong(WrongParts.UploadUnsourced.class, """
                        No source for parameter Upload photo | Say where it comes from: @PathParam, @QueryParam, @HeaderParam, @CookieParam, @FormParam, @Part, @Attribute, @Params or @Body."""),
                wrong(WrongParts.UploadAsBody.class, """
                        Content as an upload: Upload photo | An upload is a part of a form. Say @Part instead."""),
                wrong(WrongParts.WrongTypes.class, """
                        Part that can't be made: Path a | Take an Upload, InputStream or byte[], a type that text converts to, or a record, which is read from JSON.
                        Part that can't be made: Object b | Take an Upload, InputStream or byte[], a type that text converts to, or a record, which is read from JSON.
                        Part that can't be made: List<ReceivedPart> c | Take an Upload, InputStream or byte[], a type that text converts to, or a record, which is read from JSON.
                        Part that can't be made: Optional<Headers> d | Take an Upload, InputStream or byte[], a type that text converts to, or a record, which is read from JSON."""),
                wrong(WrongParts.OpenType.class, """
                        Part of an unknown type: List<T> all | Nothing says what the type variable stands for. Give the type in the class that is the controller."""),
                wrong(WrongParts.DefaultUpload.class, """
                        @DefaultValue on the part Upload photo | Only text has a default. Make it an Optional, or declare it Nullable.
                        @DefaultValue on the part byte[] octets | Only text has a default. Make it an Optional, or declare it Nullable."""),
                wrong(WrongParts.SplitUploads.class, """
                        @Split on the part List<Upload> photos | It splits text. Drop the @Split."""),
                wrong(WrongParts.WrongDefault.class, """
                        @DefaultValue("x") does not convert to int days | A request would be told: not a valid integer. Change the value or the type."""),
                wrong(WrongParts.OptionalLists.class, """
                        Optional of what may be empty itself: Optional<List<Upload>> photos | Drop the Optional: what it holds is empty if the request gives no value.
                        Optional of what may be empty itself: Optional<List<String>> tags | Drop the Optional: what it holds is empty if the request gives no value."""),
                wrong(WrongParts.ListOfOptionals.class, """
                        No converter for List<OptionalInt> days | Nothing makes OptionalInt of text. Take another type, or register a converter; if it is the content, say @Body."""),
                wrong(WrongParts.OtherMediaType.class, """
                        @Consumes("multipart/mixed") on content that is parts of a form | Name multipart/form-data, or drop the @Consumes."""),
                wrong(WrongParts.PartsOfAnyKind.class, """
                        @Consumes("multipart/*") on content that is parts of a form | Name multipart/form-data, or drop the @Consumes."""),
                wrong(WrongParts.OtherMediaTypeOfReader.class, """
                        @Consumes("application/json") on content that is parts of a form | Name multipart/form-data, or drop the @Consumes."""),
                wrong(WrongParts.Unreadable.class, """
                        Part that can't be read from JSON: Odd odd | The JSON library says: Cannot find a (Map) Key deserializer for type [simple type, class java.io.InputStream]."""),
                wrong(WrongFilters.NoFilter.class, """
                        Filter that can't be made: Filter | It is abstract. Name a class that is not, or tell Controllers.builder() who makes instances."""),
                wrong(WrongFilters.NeedyFilter.class, """
                        Filter that can't be made: Needy | It has no constructor without parameters. Give it one, pass a controller as an instance, or tell Controllers.builder() who makes instances."""),
                wrong(WrongFilters.FailingFilter.class, """
                        Filter that can't be made: Failing | Its constructor threw java.lang.IllegalStateException: no key."""),
                wrong(WrongFilters.SameOrder.class, """
                        Filters without an order: First and Second | Both have order 0, and they are not written in one place. Give one of them another order."""),
                wrong(WrongFilters.Inherited.class, """
                        Filters without an order: First and Second | Both have order 0, and they are not written in one place. Give one of them another order."""),
                wrong(WrongFilters.Twice.class, """
                        Filter twice before one endpoint: First | It would run twice for each request. Drop one @FilteredBy, on the method or on the class."""),
                wrong(WrongExceptionHandlers.NoException.class, """
                        Exception handler with no exception | Give it exactly one parameter that is a Throwable: its type says what is handled."""),
                wrong(WrongExceptionHandlers.TwoExceptions.class, """
                        Exception handler with 2 exceptions | Give it exactly one parameter that is a Throwable: its type says what is handled."""),
                wrong(WrongExceptionHandlers.SameType.class, """
                        Two exception handlers for IllegalStateException | Only one can be called. Drop one, or have it handle another type."""),
                wrong(WrongExceptionHandlers.OtherParameter.class, """
                        Parameter of an exception handler: String q | It takes the exception, the Request or a part of its head, nothing else."""),
                wrong(WrongExceptionHandlers.Content.class, """
                        Parameter of an exception handler: RequestContent content | It takes the exception, the Request or a part of its head, nothing else."""),
                wrong(WrongExceptionHandlers.Endpoint.class, """
                        Exception handler that is an endpoint too | It is called either for a request or for what was thrown. Drop one of the annotations."""),
                wrong(WrongExceptionHandlers.Filtered.class, """
                        @FilteredBy on an exception handler | Filters stand before endpoints. Put it on the endpoint or on the class."""),
                wrong(WrongExceptionHandlers.Static.class, """
                        Static method | Such a method belongs to an instance. Drop the static, or the annotation."""),
                wrong(WrongControllers.NotAController.class, """
                        Not a controller | Put @Controller on the class, or leave it out."""));
    }

    private static Arguments wrong(Class<?> type, String faults) {
        return Arguments.of(type, faults);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongControllers")
    void wrongControllersAreRefusedWithAMend(Class<?> type, String faults) throws ReflectiveOperationException {
        Constructor<?> constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        Object controller = constructor.newInstance();

        InvalidControllersException refusal =
                assertThrows(InvalidControllersException.class, () -> Controllers.of(controller));

        assertEquals(faults, String.join("\n", faults(refusal.getMessage())));
    }

    private static List<String> faults(String report) {
        List<String> faults = new ArrayList<>();
        Matcher matcher = FAULT.matcher(report);
        while (matcher.find()) {
            faults.add(matcher.group(1) + " | " + matcher.group(2));
        }
        return faults;
    }
}
