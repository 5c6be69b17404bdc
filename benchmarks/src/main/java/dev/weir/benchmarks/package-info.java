/**
 * Benchmarks of Weir; nothing here is published.
 *
 * <p>{@link dev.weir.benchmarks.BenchServer} answers the same requests twice over, with handlers and with annotated
 * controllers, each written as a user would write it.
 *
 * <pre>
 *   mvn -q -DskipTests package
 *   java -Dport=8080 -Ddir=/srv/files -Dstyle=handlers -jar benchmarks/target/bench-server.jar
 * </pre>
 */
package dev.weir.benchmarks;
