/**
 * Benchmarks of Weir; nothing here is published.
 *
 * <p>{@link dev.weir.benchmarks.BenchServer} answers the same requests twice over, with handlers and with annotated
 * controllers, each written as a user would write it. {@code benchmarks/compare} measures it against other servers, whose
 * mains are in {@code benchmarks/peers}, a build of its own; {@code benchmarks/compare --help} tells how.
 * {@code benchmarks/scale} measures how the cost of a request grows with connections, routes, field lines and contents;
 * its server is {@link dev.weir.benchmarks.ScaleServer}. Benchmarks of single parts are in
 * {@code dev.weir.benchmarks.jmh}.
 *
 * <pre>
 *   mvn -q -DskipTests package
 *   java -Dport=8080 -Ddir=/srv/files -Dstyle=handlers -jar benchmarks/target/bench-server.jar
 *   benchmarks/compare
 *   benchmarks/scale
 *   java -jar benchmarks/target/jmh.jar -prof gc
 * </pre>
 */
package dev.weir.benchmarks;
