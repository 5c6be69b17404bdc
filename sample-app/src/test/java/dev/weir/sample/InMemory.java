package dev.weir.sample;

import dev.weir.http.ContentOutput;
import dev.weir.http.HttpException;
import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.routing.Filter;
import dev.weir.routing.Handler;
import dev.weir.routing.Route;
import dev.weir.routing.Router;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;

/** Runs routes without a server. */
final class InMemory {

    private InMemory() {}

    /** The routes as one handler that makes responses of HttpExceptions, as a server does. */
    static Handler handler(List<Route> routes, Filter... filters) {
        Router router = Router.builder().routes(routes).build();
        return Filter.chain(List.of(filters), request -> {
            try {
                return router.handle(request);
            } catch (HttpException e) {
                return Response.problem(e.problem());
            }
        });
    }

    /** A store in a database of its own. */
    static TodoStore todoStore() throws Exception {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return new TodoStore(database);
    }

    static byte[] octets(Response response) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try {
            response.content().writeTo(ContentOutput.to(octets));
        } finally {
            response.content().close();
        }
        return octets.toByteArray();
    }

    static String text(Response response) throws IOException {
        return new String(octets(response), StandardCharsets.UTF_8);
    }

    static Request accepting(Request request, String contentCoding) {
        return request.withHeader("Accept-Encoding", contentCoding);
    }
}
