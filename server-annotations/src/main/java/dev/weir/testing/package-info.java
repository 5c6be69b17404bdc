/**
 * Tests of applications: the whole of one called in memory or over a socket, and its answers as values.
 *
 * <pre>{@code
 * class TodoTest {
 *     @RegisterExtension
 *     static final WeirExtension app = WeirExtension.inMemory(HttpServer.builder().routes(Controllers.of(new TodoController())));
 *
 *     @Test
 *     void findsATodo(TestClient client) {
 *         Todo todo = client.get("/todos/1").send().expect(200).json(Todo.class);
 *     }
 * }
 * }</pre>
 *
 * <p>{@link dev.weir.testing.TestClient} makes a {@link dev.weir.testing.TestRequest}, which becomes a {@link
 * dev.weir.testing.TestResponse}, or a {@link dev.weir.testing.StreamedResponse} while it comes. In memory or over a
 * socket differ in where the octets go ({@code ClientConnection}) and in nothing else: they are written and read by the
 * same code here, and are parsed, routed, handled and framed by the server's. {@link dev.weir.testing.WeirExtension} is
 * for JUnit, which is needed for nothing else, as Jackson is for JSON only.
 */
package dev.weir.testing;
