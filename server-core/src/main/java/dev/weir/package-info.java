/**
 * The server, where all parts are joined.
 *
 * <pre>{@code
 * HttpServer server = HttpServer.builder()
 *         .port(8080)
 *         .get("/hello/{name}", request -> Response.text("Hello, " + request.pathParam("name")))
 *         .start();
 * }</pre>
 *
 * <p>The way of a request: {@code internal.net.Listener} accepts and gives the connection a thread; {@code
 * internal.server.ConnectionTask} chooses the protocol; {@code internal.http1.Http1Connection} fills a buffer; {@code
 * internal.wire} makes a request head of it; {@code internal.server.Dispatcher} runs the application, which is {@code
 * routing.Router} before the user's {@code Handler}; {@code internal.http1.Http1ResponseWriter} frames what the handler
 * returned, and {@code internal.net.Transport} writes it.
 */
package dev.weir;
