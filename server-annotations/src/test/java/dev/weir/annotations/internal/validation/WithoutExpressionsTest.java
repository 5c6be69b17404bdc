package dev.weir.annotations.internal.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import jakarta.validation.MessageInterpolator;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Size;
import jakarta.validation.metadata.ConstraintDescriptor;
import java.lang.annotation.Annotation;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WithoutExpressionsTest {

    private static final String INCLUSIVE = "less than ${inclusive == true ? 'or equal to ' : ''}9";

    record Constrained(
            @DecimalMax("9") int number, @Size(max = 9) String text) {}

    private final MessageInterpolator plain = mock(MessageInterpolator.class);
    private final WithoutExpressions messages = new WithoutExpressions(plain);

    @Test
    void worksOutWhetherALimitIsInclusive() throws Exception {
        when(plain.interpolate(any(), any())).thenReturn(INCLUSIVE);

        assertEquals("less than or equal to 9", messages.interpolate("{max}", of("number", DecimalMax.class, true)));
        assertEquals("less than 9", messages.interpolate("{max}", of("number", DecimalMax.class, false)));
    }

    @Test
    void asksOnceForATextWithTheExpressionOfAConstraint() throws Exception {
        when(plain.interpolate(any(), any())).thenReturn(INCLUSIVE);
        MessageInterpolator.Context context = of("number", DecimalMax.class, true);

        messages.interpolate("{max}", context);
        messages.interpolate("{max}", context);

        verify(plain, times(1)).interpolate(any(), any());
    }

    @Test
    void asksAgainForAnyOtherTextThatMayDependOnTheValue() throws Exception {
        when(plain.interpolate(any(), any())).thenReturn("first", "second");
        MessageInterpolator.Context context = of("text", Size.class, true);
        assertEquals("first", messages.interpolate("{max}", context));
        assertEquals("second", messages.interpolate("{max}", context));

        when(plain.interpolate(any(), any())).thenReturn("third", "fourth");
        MessageInterpolator.Context own = of("number", DecimalMax.class, true);
        assertEquals("third", messages.interpolate("{own}", own));
        assertEquals("fourth", messages.interpolate("{own}", own));
    }

    /** A violation of a constraint on a component, whose message is {@code {max}} unless it is told otherwise. */
    private static MessageInterpolator.Context of(
            String component, Class<? extends Annotation> kind, boolean isInclusive)
            throws ReflectiveOperationException {
        ConstraintDescriptor<?> constraint = mock(ConstraintDescriptor.class);
        doReturn(Constrained.class.getDeclaredField(component).getAnnotation(kind))
                .when(constraint)
                .getAnnotation();
        when(constraint.getMessageTemplate()).thenReturn("{max}");
        when(constraint.getAttributes()).thenReturn(Map.of("inclusive", isInclusive));
        MessageInterpolator.Context context = mock(MessageInterpolator.Context.class);
        doReturn(constraint).when(context).getConstraintDescriptor();
        return context;
    }
}
