/**
 * Listeners, transports, threads and deadlines; knows no HTTP.
 *
 * <p>{@link dev.weir.internal.net.Listener} accepts connections on a thread of its own and hands each
 * {@link dev.weir.internal.net.Transport} on. {@link dev.weir.internal.net.ConnectionThreads} is the one class that knows
 * where threads come from: a virtual thread for each connection where the JVM has them, a bounded pool elsewhere. Virtual
 * threads are not taken from their processor, so each gives way by itself in its {@link dev.weir.internal.net.Turn}. On the
 * pool a connection that waits for its peer may be parked in {@link dev.weir.internal.net.Parking}, one selector thread,
 * until it is readable. {@link dev.weir.internal.net.PeerWatcher} is another such thread, for those who want to know that
 * a peer has left while they are not reading; it reads ahead to find that out. {@link dev.weir.internal.net.Deadlines} is
 * the one thread that ends what takes too long. {@link dev.weir.internal.net.ProxyHeaderParser} reads what a proxy says
 * of a connection before it begins, sans-IO. These threads go on whatever fails ({@code Repetition}), and what the JDK
 * needs file descriptors for is there before many connections are ({@code WarmUp}). None of them sets up logging before
 * there is something to log ({@code LazyLogger}). Clients in the same JVM come from no such listener, but through {@link
 * dev.weir.internal.net.MemoryListener}.
 *
 * <p>A transport blocks; whoever wants a blocked reader to stop calls {@link
 * dev.weir.internal.net.Transport#shutdownInput()} and the reader sees the end of the stream, whoever wants a blocked
 * writer to stop closes the transport.
 */
package dev.weir.internal.net;
