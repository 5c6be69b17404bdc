/**
 * Versions and parts of a representation: validators, preconditions and ranges (RFC 9110 sections 8.8, 13 and 14), for any
 * handler.
 *
 * <pre>{@code
 * .get("/report", request -> ConditionalRequests.answer(
 *         request, Validators.of(EntityTag.strong("v7")).addTo(Response.file(report))))
 * .put("/report", request -> {
 *     Preconditions.check(request, Validators.of(EntityTag.strong("v7"))); // throws the 412
 *     …
 * })
 * }</pre>
 *
 * <p>{@link dev.weir.representation.EntityTag} and {@link dev.weir.representation.Validators} say which version there is,
 * {@link dev.weir.representation.Preconditions} whether a request wants it, {@link dev.weir.representation.Ranges} which
 * part of it; {@link dev.weir.representation.ConditionalRequests} puts them together in the order that RFC 9110 section
 * 13.2.2 prescribes, as a function or as a filter.
 *
 * <p>HEAD is answered with the head that GET would get (RFC 9110 section 9.3.2), also where that is a 206 or 416: section
 * 14.2 defines ranges for GET only, but clients ask by HEAD whether they can resume. Content can be sent in parts if it
 * knows its length and {@link dev.weir.http.ResponseContent#region region} gives its parts, as octets in memory and files
 * do.
 *
 * <p>A room of its own: it knows the vocabulary and the filter interface, and {@code dev.weir.files} alone may know it.
 */
package dev.weir.representation;
