/**
 * One connection and one request; knows no protocol version.
 *
 * <p>An {@link dev.weir.internal.server.OpenConnection} is a transport with its phase, which the deadlines and the drain
 * read. {@link dev.weir.internal.server.ConnectionTask} runs it on whatever thread it was given: it lets a {@link
 * dev.weir.internal.server.ConnectionProtocol} serve, behind a {@link dev.weir.internal.server.ProxyHandshake} where proxies
 * say first whom they relay, and parks or ends the connection as that one says, or leaves it to {@link
 * dev.weir.internal.server.Lingering} until its last response has got through. {@link
 * dev.weir.internal.server.Dispatcher} runs the application for one request; it is the one place where exceptions become
 * responses. {@link dev.weir.internal.server.RequestGate} bounds how many requests run at a time, {@link
 * dev.weir.internal.server.Readiness} says which responses announce that the server leaves, and {@link
 * dev.weir.internal.server.Observation} measures a request where somebody observes.
 */
package dev.weir.internal.server;
