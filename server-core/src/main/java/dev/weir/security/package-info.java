/**
 * What browsers may do with an application on behalf of other sites, and with its responses: filters for each of the
 * mechanisms that browsers have.
 *
 * <pre>{@code
 * HttpServer.builder()
 *         .filter(SecurityFields.forPages())
 *         .filter(Cors.origins("https://app.example").withMethods(Method.GET, Method.PUT).under("/api"))
 *         .filter(CsrfProtection.sameOrigin())…
 * }</pre>
 *
 * <ul>
 *   <li>{@link dev.weir.security.SecurityFields} tells browsers to trust each response as little as it needs;
 *   <li>{@link dev.weir.security.CsrfProtection} refuses requests that pages of other sites make in a visitor's name;
 *   <li>{@link dev.weir.security.Cors} lets pages of other sites read responses, which they may not by default.
 * </ul>
 *
 * <p>All of these speak to browsers, which act for somebody whose rights a page of another site would like to use. None of
 * them tells who may do what: that is authentication's, and the application's.
 *
 * <p>A room of its own: it knows the vocabulary and the filter interface, and nothing knows it.
 */
package dev.weir.security;
