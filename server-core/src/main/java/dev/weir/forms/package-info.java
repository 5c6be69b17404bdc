/**
 * Submitted forms: content of the media type {@code application/x-www-form-urlencoded} as names and values, in the order
 * they were sent.
 *
 * <pre>{@code
 * HttpServer.builder().post("/login", request -> login(Form.of(request)))…
 * }</pre>
 *
 * <p>Reading is strict: what is not percent-encoded UTF-8 is refused, and so are too many fields or too many octets, so
 * that a handler sees what the user entered or nothing.
 *
 * <p>A room of its own: it knows the vocabulary only, and no other package of this module knows it.
 */
package dev.weir.forms;
