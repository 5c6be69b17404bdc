package dev.weir.controllers;

import dev.weir.annotations.Controller;
import dev.weir.annotations.ExceptionHandler;
import dev.weir.annotations.FilteredBy;
import dev.weir.annotations.Get;
import dev.weir.annotations.QueryParam;
import dev.weir.http.RequestContent;

/** Controllers with exception handlers that cannot work, one fault each. */
final class WrongExceptionHandlers {

    private WrongExceptionHandlers() {}

    private abstract static class Orders {
        @Get("/orders")
        String list() {
            return "";
        }
    }

    @Controller
    static final class NoException extends Orders {
        @ExceptionHandler
        String failed() {
            return "";
        }
    }

    @Controller
    static final class TwoExceptions extends Orders {
        @ExceptionHandler
        String failed(IllegalStateException one, RuntimeException other) {
            return "";
        }
    }

    @Controller
    static final class SameType extends Orders {
        @ExceptionHandler
        String failed(IllegalStateException e) {
            return "";
        }

        @ExceptionHandler
        String alsoFailed(IllegalStateException e) {
            return "";
        }
    }

    @Controller
    static final class OtherParameter extends Orders {
        @ExceptionHandler
        String failed(IllegalStateException e, @QueryParam String q) {
            return "";
        }
    }

    @Controller
    static final class Content extends Orders {
        @ExceptionHandler
        String failed(IllegalStateException e, RequestContent content) {
            return "";
        }
    }

    @Controller
    static final class Endpoint {
        @Get("/orders")
        @ExceptionHandler
        String failed(@QueryParam IllegalStateException e) {
            return "";
        }
    }

    @Controller
    static final class Filtered extends Orders {
        @ExceptionHandler
        @FilteredBy(WrongFilters.First.class)
        String failed(IllegalStateException e) {
            return "";
        }
    }

    @Controller
    static final class Static extends Orders {
        @ExceptionHandler
        static String failed(IllegalStateException e) {
            return "";
        }
    }

    @Controller
    static final class UnsupportedResult extends Orders {
        @ExceptionHandler
        Object failed(IllegalStateException e) {
            return "";
        }
    }
}
