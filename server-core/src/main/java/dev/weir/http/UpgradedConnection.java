package dev.weir.http;

import java.io.InputStream;
import java.io.OutputStream;

/**
 * The octets of a connection that no longer speaks HTTP.
 *
 * @param input what the peer sends, beginning with what it sent behind its request
 * @param output to the peer, without a buffer
 * @param peer the ends of the connection
 */
public record UpgradedConnection(InputStream input, OutputStream output, Peer peer) {}
