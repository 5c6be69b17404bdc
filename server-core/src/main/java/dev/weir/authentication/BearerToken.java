package dev.weir.authentication;

import java.util.Objects;

/** A token, with which anybody who bears it has the rights that it stands for (RFC 6750); its text does not hold it. */
public final class BearerToken {

    private final String value;

    BearerToken(String value) {
        this.value = Objects.requireNonNull(value, "value");
    }

    /** The token itself. */
    public String value() {
        return value;
    }

    /** Whether it is that token; how long that takes does not tell how much of it is right. */
    public boolean matches(String right) {
        return Secret.isSame(value, right);
    }

    /** Fixed text. */
    @Override
    public String toString() {
        return "bearer token";
    }
}
