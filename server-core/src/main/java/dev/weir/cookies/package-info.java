/**
 * Cookies that clients can't change: signed with HMAC-SHA-256, good for a time, with keys that can be changed while
 * servers run.
 *
 * <pre>{@code
 * SignedCookies cookies = SignedCookies.with(SigningKey.of("2026-02", secret)).withFormer(SigningKey.of("2026-01", old));
 * Response.noContent().withCookie(cookies.sign("__Host-user", "ada", Duration.ofDays(7)).withPath("/").secure().httpOnly());
 * cookies.read(request, "__Host-user"); // Optional[ada], for seven days
 * }</pre>
 *
 * <p>Signed is not secret: who has the cookie can read its value, and can send it again until it expires.
 *
 * <p>A room of its own: it knows the vocabulary only, and nothing knows it.
 */
package dev.weir.cookies;
