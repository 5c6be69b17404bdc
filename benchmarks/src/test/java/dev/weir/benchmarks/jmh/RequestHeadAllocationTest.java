package dev.weir.benchmarks.jmh;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.weir.http.Headers;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class RequestHeadAllocationTest {

    private static final int HEADS = 20_000;
    private static final int MOST = 1536;

    @Test
    void aBrowsersHeadOf20LinesAnd1KibTakesNoMoreThanHalfOfThatBesides() throws Exception {
        RequestHeadBenchmark benchmark = new RequestHeadBenchmark();
        benchmark.head = SampleHead.BROWSER;
        benchmark.setUp();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        read(benchmark);
        long before = threads.getCurrentThreadAllocatedBytes();
        int characters = read(benchmark);
        long each = (threads.getCurrentThreadAllocatedBytes() - before) / HEADS;
        assertTrue(characters > 0, "the fields were not there");
        assertTrue(each <= MOST, each + " octets for each head (expected: at most " + MOST + ")");
    }

    private static int read(RequestHeadBenchmark benchmark) throws Exception {
        int characters = 0;
        for (int i = 0; i < HEADS; i++) {
            Headers headers = benchmark.parse().headers();
            characters += headers.first("Host").orElseThrow().length();
            characters += headers.first("Accept-Encoding").orElseThrow().length();
        }
        return characters;
    }
}
