package dev.weir.controllers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.weir.annotations.Controller;
import dev.weir.annotations.FilteredBy;
import dev.weir.annotations.Get;
import dev.weir.annotations.internal.endpoint.Instances;
import dev.weir.http.HttpException;
import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.http.Status;
import dev.weir.routing.Filter;
import dev.weir.routing.Handler;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** {@code @FilteredBy}: which filters stand before an endpoint, and in which order. */
class FiltersTest {

    /** Writes its name before the text of a response. */
    private abstract static class Named implements Filter {
        @Override
        public Response filter(Request request, Handler next) throws Exception {
            return Response.text(getClass().getSimpleName() + " " + Weir.contentOf(next.handle(request)));
        }
    }

    static final class A extends Named {}

    static final class B extends Named {}

    static final class C extends Named {}

    static final class Refusing implements Filter {
        @Override
        public Response filter(Request request, Handler next) {
            throw new HttpException(Status.UNAUTHORIZED);
        }
    }

    @Retention(RetentionPolicy.RUNTIME)
    @FilteredBy(value = C.class, order = -1)
    @interface Guarded {}

    interface Api {
        @Get("/restated")
        @FilteredBy(B.class)
        String restated();

        @Get("/inherited")
        @FilteredBy(B.class)
        String inherited();
    }

    @Controller
    @FilteredBy(A.class)
    static final class Filtered implements Api {
        @Get("/class")
        String onClass() {
            return "x";
        }

        @Get("/method")
        @FilteredBy(B.class)
        String onMethod() {
            return "x";
        }

        @Get("/before")
        @FilteredBy(value = B.class, order = -1)
        String before() {
            return "x";
        }

        @Get("/written")
        @FilteredBy(C.class)
        @FilteredBy(B.class)
        String written() {
            return "x";
        }

        @Get("/ordered")
        @FilteredBy(value = C.class, order = 2)
        @FilteredBy(value = B.class, order = 1)
        String ordered() {
            return "x";
        }

        @Get("/composed")
        @Guarded
        String composed() {
            return "x";
        }

        @Get("/refused/{id}")
        @FilteredBy(Refusing.class)
        String refused(long id) {
            return "x";
        }

        @Override
        @FilteredBy(B.class)
        public String restated() {
            return "x";
        }

        @Override
        public String inherited() {
            return "x";
        }
    }

    @Controller("/plain")
    static final class Plain {
        @Get
        String plain() {
            return "x";
        }

        @Get("/a")
        @FilteredBy(A.class)
        String filtered() {
            return "x";
        }
    }

    private final Weir weir = Weir.of(new Filtered(), new Plain());

    @Test
    void thoseOfTheClassStandBeforeItsEndpointsOnly() throws Exception {
        assertEquals("200 A x", weir.get("/class"));
        assertEquals("200 x", weir.get("/plain"));
    }

    @Test
    void thoseOfTheClassStandBeforeThoseOfTheMethodAtEqualOrder() throws Exception {
        assertEquals("200 A B x", weir.get("/method"));
    }

    @Test
    void aLowerOrderIsFurtherOut() throws Exception {
        assertEquals("200 B A x", weir.get("/before"));
        assertEquals("200 A B C x", weir.get("/ordered"));
    }

    @Test
    void equalOrdersOfOneMethodStandAsWritten() throws Exception {
        assertEquals("200 A C B x", weir.get("/written"));
    }

    @Test
    void mayStandOnAnotherAnnotation() throws Exception {
        assertEquals("200 C A x", weir.get("/composed"));
    }

    @Test
    void stayWhereAMethodIsOverriddenAndCountOnceWhereRestated() throws Exception {
        assertEquals("200 A B x", weir.get("/inherited"));
        assertEquals("200 A B x", weir.get("/restated"));
    }

    @Test
    void runBeforeParametersAreBound() throws Exception {
        assertEquals(
                Status.UNAUTHORIZED, weir.handle(Request.get("/refused/abc")).status());
    }

    @Test
    void eachClassIsMadeOnceByTheInstancesHook() throws Exception {
        List<Class<?>> asked = new ArrayList<>();
        Weir.of(Controllers.builder()
                .instances(type -> {
                    asked.add(type);
                    return Instances.make(type);
                })
                .add(new Plain(), new Filtered()));

        assertEquals(Set.of(A.class, B.class, C.class, Refusing.class), Set.copyOf(asked));
        assertEquals(4, asked.size());
    }

    @Test
    void keepsWhatAConstructorThrewAsSuppressed() {
        InvalidControllersException refusal =
                assertThrows(InvalidControllersException.class, () -> Controllers.of(new WrongFilters.FailingFilter()));

        assertEquals("no key", refusal.getSuppressed()[0].getMessage());
    }
}
