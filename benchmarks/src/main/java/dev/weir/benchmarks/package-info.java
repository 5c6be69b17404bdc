/**
 * Benchmarks of Weir; nothing here is published.
 *
 * <p>{@link dev.weir.benchmarks.BenchServer} answers the same requests twice over, with handlers and with annotated
 * controllers, each written as a user would write it. Benchmarks of single parts are in {@code dev.weir.benchmarks.jmh}.
 *
 * <pre>
 *   mvn -q -DskipTests package
 *   java -Dport=8080 -Ddir=/srv/files -Dstyle=handlers -jar benchmarks/target/bench-server.jar
 *   java -jar benchmarks/target/jmh.jar -prof gc
 * </pre>
 */
package dev.weir.benchmarks;
