package dev.weir.observe;

import dev.weir.http.Request;
import dev.weir.http.Status;
import java.time.Duration;
import java.time.Instant;

/**
 * A request and what became of it.
 *
 * @param request as it arrived, its content used up
 * @param status of the final response
 * @param contentOctets octets of content that were sent, before they were chunked
 * @param started when the head had arrived
 * @param duration from then until the last octet was written
 * @param isComplete false if the response was cut off
 */
public record ServedRequest(
        Request request, Status status, long contentOctets, Instant started, Duration duration, boolean isComplete) {}
