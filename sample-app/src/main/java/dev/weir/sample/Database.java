package dev.weir.sample;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;

/** Opens the pool of database connections. */
final class Database {

    private static final int CONNECTIONS = 10;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private Database() {}

    /** A pool on that database; an H2 database file is made if it does not exist. */
    static HikariDataSource open(String url) throws SQLException {
        HikariConfig config = new HikariConfig();
        config.setPoolName("todos");
        config.setJdbcUrl(withH2Settings(url));
        config.setMaximumPoolSize(CONNECTIONS);
        config.setConnectionTimeout(LONGEST_WAIT.toMillis());
        try {
            return new HikariDataSource(config);
        } catch (PoolInitializationException e) {
            Throwable cause = e;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            // Settings behind the first ; or ? may hold a password.
            throw new SQLException("database " + url.split("[;?]", 2)[0] + ": " + cause.getMessage(), e);
        }
    }

    /**
     * That URL, with two settings added for an H2 database unless it has them: H2 is not to close the database by
     * itself at the end of the process, while requests still finish, and a commit is to be on disk when it returns.
     */
    private static String withH2Settings(String url) {
        if (!url.startsWith("jdbc:h2:")) {
            return url;
        }
        String settings = url.toUpperCase(Locale.ROOT);
        return url
                + (settings.contains(";DB_CLOSE_ON_EXIT=") ? "" : ";DB_CLOSE_ON_EXIT=FALSE")
                + (settings.contains(";WRITE_DELAY=") ? "" : ";WRITE_DELAY=0");
    }
}
