package dev.weir.config;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    private static final Limits LIMITS = Limits.defaults();
    private static final Timeouts TIMEOUTS = Timeouts.defaults();
    private static final ListenerSettings LISTENER = ListenerSettings.defaults();

    /** A setting, how to set it, and what its refusal begins with. */
    private record Setting(String beginning, Executable set) {
        @Override
        public String toString() {
            return beginning;
        }
    }

    static List<Setting> outOfRange() {
        List<Setting> settings = new ArrayList<>();
        for (int value : new int[] {-1, 0, 63, (1 << 20) + 1}) {
            settings.add(new Setting("requestLine: " + value, () -> LIMITS.withRequestLine(value)));
        }
        for (int value : new int[] {-1, 0, 63, (16 << 20) + 1}) {
            settings.add(new Setting("fieldSection: " + value, () -> LIMITS.withFieldSection(value)));
        }
        for (int value : new int[] {-1, 0, 10_001}) {
            settings.add(new Setting("fieldLines: " + value, () -> LIMITS.withFieldLines(value)));
        }
        settings.add(new Setting("content: -1", () -> LIMITS.withContent(-1)));
        settings.add(new Setting("drain: -1", () -> LIMITS.withDrain(-1)));
        for (int value : new int[] {-1, 0, 10_000_001}) {
            settings.add(new Setting("connections: " + value, () -> LIMITS.withConnections(value)));
        }
        for (int value : new int[] {-1, 0, 1_000_001}) {
            settings.add(new Setting("requestsInProgress: " + value, () -> LIMITS.withRequestsInProgress(value)));
        }
        for (int value : new int[] {-1, 1_000_001}) {
            settings.add(new Setting("requestsWaiting: " + value, () -> LIMITS.withRequestsWaiting(value)));
        }
        for (int value : new int[] {-1, 65536}) {
            settings.add(new Setting("port: " + value, () -> LISTENER.withPort(value)));
        }
        for (int value : new int[] {-1, 0, 65536}) {
            settings.add(new Setting("backlog: " + value, () -> LISTENER.withBacklog(value)));
        }
        for (int value : new int[] {0, 3, 100_001}) {
            settings.add(new Setting("poolSize: " + value, () -> ThreadSettings.platform(value)));
        }
        settings.add(new Setting("minimumRate: -1", () -> TIMEOUTS.withMinimumRate(-1)));
        for (Duration value : List.of(Duration.ZERO, Duration.ofNanos(-1), Duration.ofDays(366))) {
            settings.add(new Setting("longestWait: " + value, () -> LIMITS.withLongestWait(value)));
            settings.add(new Setting("handshake: " + value, () -> TIMEOUTS.withHandshake(value)));
            settings.add(new Setting("head: " + value, () -> TIMEOUTS.withHead(value)));
            settings.add(new Setting("idle: " + value, () -> TIMEOUTS.withIdle(value)));
            settings.add(new Setting("keepAlive: " + value, () -> TIMEOUTS.withKeepAlive(value)));
            settings.add(new Setting("minimumRateGrace: " + value, () -> TIMEOUTS.withMinimumRateGrace(value)));
        }
        return settings;
    }

    @Test
    void aListenerExpectsProxiesOnlyWhereTold() {
        assertEquals(Optional.empty(), LISTENER.proxyProtocol());
        PeerAddresses proxies = PeerAddresses.loopback();
        ListenerSettings proxied =
                LISTENER.withProxyProtocol(proxies).withPort(81).withHost("127.0.0.1");
        assertEquals(Optional.of(proxies), proxied.proxyProtocol());
    }

    @ParameterizedTest
    @MethodSource("outOfRange")
    void refusesWhatIsOutOfRangeAndNamesIt(Setting setting) {
        String message =
                assertThrows(IllegalArgumentException.class, setting.set()).getMessage();
        assertEquals(
                setting.beginning() + " (expected", message.substring(0, message.indexOf(": ", message.indexOf('('))));
    }

    @Test
    void acceptsTheLeastLimits() {
        assertDoesNotThrow(() -> new Limits(64, 64, 1, 0, 0, 1, 1, 0, Duration.ofNanos(1)));
    }

    @Test
    void acceptsTheGreatestLimits() {
        assertDoesNotThrow(() -> new Limits(
                1 << 20,
                16 << 20,
                10_000,
                Long.MAX_VALUE,
                Long.MAX_VALUE,
                10_000_000,
                1_000_000,
                1_000_000,
                Duration.ofDays(365)));
    }

    @Test
    void saysValueAndExpectation() {
        assertEquals(
                "port: 65536 (expected: 0 to 65535)",
                assertThrows(IllegalArgumentException.class, () -> LISTENER.withPort(65536))
                        .getMessage());
    }

    @Test
    void eachLimitIsSetByItsOwnName() {
        assertEquals(
                new Limits(101, 102, 103, 104, 105, 106, 107, 108, Duration.ofSeconds(109)),
                LIMITS.withRequestLine(101)
                        .withFieldSection(102)
                        .withFieldLines(103)
                        .withContent(104)
                        .withDrain(105)
                        .withConnections(106)
                        .withRequestsInProgress(107)
                        .withRequestsWaiting(108)
                        .withLongestWait(Duration.ofSeconds(109)));
    }

    @Test
    void eachTimeoutIsSetByItsOwnName() {
        assertEquals(
                new Timeouts(
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(4),
                        5,
                        Duration.ofSeconds(6)),
                TIMEOUTS.withHandshake(Duration.ofSeconds(1))
                        .withHead(Duration.ofSeconds(2))
                        .withIdle(Duration.ofSeconds(3))
                        .withKeepAlive(Duration.ofSeconds(4))
                        .withMinimumRate(5)
                        .withMinimumRateGrace(Duration.ofSeconds(6)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "::1"})
    void dualStackNeedsTheWildcardAddress(String host) {
        ListenerSettings dual = LISTENER.withFamily(AddressFamily.DUAL_STACK);
        assertThrows(IllegalArgumentException.class, () -> dual.withHost(host));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "::"})
    void dualStackTakesTheWildcardAddress(String host) {
        ListenerSettings dual = LISTENER.withFamily(AddressFamily.DUAL_STACK);
        assertEquals(host, dual.withHost(host).host());
    }
}
