package dev.weir.authentication;

import java.util.Objects;

/** User and password as a client sent them (RFC 7617); its text does not hold them. */
public final class BasicCredentials {

    private final String user;
    private final String password;

    BasicCredentials(String user, String password) {
        this.user = Objects.requireNonNull(user, "user");
        this.password = Objects.requireNonNull(password, "password");
    }

    /** The name of the user, perhaps empty. */
    public String user() {
        return user;
    }

    /**
     * The password, perhaps empty: for a function that compares it with what is kept of the right one. Where that is the
     * password itself, {@link #matches} compares.
     */
    public String password() {
        return password;
    }

    /** Whether these are that user and password; how long that takes does not tell how much of them is right. */
    public boolean matches(String rightUser, String rightPassword) {
        // Both are compared, whatever comes of the first.
        return Secret.isSame(user, rightUser) & Secret.isSame(password, rightPassword);
    }

    /** Fixed text. */
    @Override
    public String toString() {
        return "basic credentials";
    }
}
