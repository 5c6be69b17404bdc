package dev.weir.annotations.internal.result;

import dev.weir.http.Response;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;

/**
 * A result that is there later: the connection's thread waits for it. What went wrong there is thrown as if the method had
 * thrown it. If the wait is interrupted, the stage is cancelled.
 *
 * @param present for what the stage completes with
 * @param method for the log, if it returns null
 */
public record StageResult(Result present, String method) implements Result {

    @Override
    public Response response(Object value) throws Exception {
        if (value == null) {
            throw new IllegalStateException(method + " returned null (expected: a stage)");
        }
        return present.response(awaited(((CompletionStage<?>) value).toCompletableFuture()));
    }

    private static Object awaited(CompletableFuture<?> stage) throws Exception {
        try {
            return stage.get();
        } catch (InterruptedException e) {
            stage.cancel(true);
            throw e;
        } catch (ExecutionException e) {
            Throwable cause = cause(e);
            if (cause instanceof Error error) {
                throw error;
            }
            throw cause instanceof Exception exception ? exception : e;
        }
    }

    /** What was thrown, out of what executors wrap it in. */
    private static Throwable cause(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null
                && (cause instanceof ExecutionException || cause instanceof CompletionException)) {
            cause = cause.getCause();
        }
        return cause;
    }
}
