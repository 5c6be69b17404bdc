/**
 * Who sent a request: the Basic (RFC 7617) and Bearer (RFC 6750) schemes of HTTP authentication (RFC 9110 section 11).
 *
 * <pre>{@code
 * HttpServer.builder()
 *         .filter(Authentication.basic("files", credentials -> users.find(credentials)).under("/files"))
 *         .get("/files/{name}", request -> list(request.attribute("principal", User.class).orElseThrow()))…
 * }</pre>
 *
 * <p>{@link dev.weir.authentication.Authentication} is a filter: it reads the Authorization field, asks the application's
 * {@link dev.weir.authentication.Authenticator} who {@link dev.weir.authentication.BasicCredentials} or a {@link
 * dev.weir.authentication.BearerToken} belong to, and leaves the answer as an attribute of the request; who is nobody gets
 * 401 with a challenge. Passwords and tokens appear in no text that is made here.
 *
 * <p>A room of its own: it knows the vocabulary and the filter interface, and nothing knows it.
 */
package dev.weir.authentication;
