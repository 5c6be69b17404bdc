package dev.weir.controllers;

import dev.weir.annotations.Controller;
import dev.weir.annotations.FilteredBy;
import dev.weir.annotations.Get;
import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.routing.Filter;
import dev.weir.routing.Handler;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Controllers with filters that cannot work, one fault each. */
final class WrongFilters {

    private WrongFilters() {}

    private abstract static class Through implements Filter {
        @Override
        public Response filter(Request request, Handler next) throws Exception {
            return next.handle(request);
        }
    }

    static final class First extends Through {}

    static final class Second extends Through {}

    static final class Needy extends Through {
        Needy(String need) {}
    }

    static final class Failing extends Through {
        Failing() {
            throw new IllegalStateException("no key");
        }
    }

    @Retention(RetentionPolicy.RUNTIME)
    @FilteredBy(Second.class)
    @interface Composed {}

    @Controller
    static final class NoFilter {
        @Get("/orders")
        @FilteredBy(Filter.class)
        String list() {
            return "";
        }
    }

    @Controller
    @FilteredBy(Needy.class)
    static final class NeedyFilter {
        @Get("/orders")
        String list() {
            return "";
        }

        @Get("/others")
        String others() {
            return "";
        }
    }

    @Controller
    @FilteredBy(Failing.class)
    static final class FailingFilter {
        @Get("/orders")
        String list() {
            return "";
        }
    }

    @Controller
    static final class SameOrder {
        @Get("/orders")
        @FilteredBy(First.class)
        @Composed
        String list() {
            return "";
        }
    }

    @FilteredBy(Second.class)
    private abstract static class Base {}

    @Controller
    @FilteredBy(First.class)
    static final class Inherited extends Base {
        @Get("/orders")
        String list() {
            return "";
        }
    }

    @Controller
    @FilteredBy(First.class)
    static final class Twice {
        @Get("/orders")
        @FilteredBy(value = First.class, order = 1)
        String list() {
            return "";
        }
    }
}
