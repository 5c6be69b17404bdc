/**
 * Server-sent events (WHATWG HTML, section 9.2): a response that stays open and sends events as they happen.
 *
 * <pre>{@code
 * HttpServer.builder().get("/changes", request -> EventStream.of(changes()).toResponse())…
 * }</pre>
 *
 * <p>{@link dev.weir.sse.ServerEvent} is one event, {@link dev.weir.sse.EventStream} the content of such a response. The
 * events come from a stream or an iterator of the application, which the connection's thread asks for the next one; while
 * that waits, a heartbeat is sent now and then and the client looked after, by two threads for all such responses.
 *
 * <p>What a client has seen already it says when it connects anew: {@link dev.weir.sse.EventStream#lastEventId}.
 *
 * <p>A room of its own: it knows the vocabulary only, and nothing knows it.
 */
package dev.weir.sse;
