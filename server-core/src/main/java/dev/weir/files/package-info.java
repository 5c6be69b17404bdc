/**
 * Files over HTTP: {@link dev.weir.files.StaticFiles} is a handler for what lies in a directory or on the class path.
 *
 * <pre>{@code
 * HttpServer.builder().mount("/public", StaticFiles.of(Path.of("public")))…
 * }</pre>
 *
 * <p>A request's path becomes names ({@code NameRule} says which may be), names lead to a file in a {@code Tree} (a {@code
 * DirectoryTree} or a {@code ClassPathTree}, neither of which leaves its root), and what was found there, with its coded
 * siblings and the fields prepared, is a {@code ServedFile}, of which {@code FileMemory} keeps those that are in use. Small
 * ones are kept with their octets, large ones go out by {@code transferTo} from a file that is opened for each response.
 *
 * <p>A room of its own: it knows the public packages and {@link dev.weir.representation}, and nothing knows it.
 */
package dev.weir.files;
