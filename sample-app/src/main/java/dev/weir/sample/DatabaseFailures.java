package dev.weir.sample;

import dev.weir.annotations.ExceptionHandler;
import dev.weir.http.Problem;
import dev.weir.http.Response;
import dev.weir.http.Status;
import java.sql.SQLTransientConnectionException;

/** What clients are told when there is no connection to the database at the moment: to come again. */
final class DatabaseFailures {

    private static final System.Logger LOG = System.getLogger(DatabaseFailures.class.getName());

    @ExceptionHandler
    Response comeAgain(SQLTransientConnectionException e) {
        LOG.log(System.Logger.Level.WARNING, () -> "No connection to the database: " + e.getMessage());
        return Response.problem(Problem.of(Status.SERVICE_UNAVAILABLE, "The database is busy."))
                .withHeader("Retry-After", "1");
    }
}
