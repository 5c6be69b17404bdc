package dev.weir.annotations.internal.validation;

import jakarta.validation.MessageInterpolator;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.metadata.ConstraintDescriptor;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Messages where there is no expression language: the one expression that texts of standard constraints have, in all
 * translations, is worked out here, any other stands as it is written. Called by many threads.
 *
 * <p>Hibernate Validator logs a warning for each expression that it leaves as it is: a client that violates constraints is
 * not to fill the log, so the text of a constraint with this expression is made once and kept. What it says does not depend
 * on the value.
 */
final class WithoutExpressions implements MessageInterpolator {

    // ${inclusive == true ? 'or equal to ' : ''}
    private static final Pattern INCLUSIVE = Pattern.compile("\\$\\{inclusive == true \\? '([^']*)' : '([^']*)'}");

    private final MessageInterpolator plain;
    private final Map<Known, String> texts = new ConcurrentHashMap<>();

    /**
     * Messages.
     *
     * @param plain makes those without expressions
     */
    WithoutExpressions(MessageInterpolator plain) {
        this.plain = plain;
    }

    /** Constraints are as many as the application has. */
    private record Known(ConstraintDescriptor<?> constraint, Locale locale) {}

    @Override
    public String interpolate(String template, Context context) {
        return text(template, context, Locale.getDefault(), () -> plain.interpolate(template, context));
    }

    @Override
    public String interpolate(String template, Context context, Locale locale) {
        return text(template, context, locale, () -> plain.interpolate(template, context, locale));
    }

    private String text(String template, Context context, Locale locale, Supplier<String> make) {
        ConstraintDescriptor<?> constraint = context.getConstraintDescriptor();
        Class<?> kind = constraint.getAnnotation().annotationType();
        boolean isKept = (kind == DecimalMin.class || kind == DecimalMax.class)
                && template.equals(constraint.getMessageTemplate());
        return isKept
                ? texts.computeIfAbsent(new Known(constraint, locale), key -> finish(make.get(), context))
                : finish(make.get(), context);
    }

    private static String finish(String text, Context context) {
        if (!text.contains("${")) {
            return text;
        }
        Object inclusive = context.getConstraintDescriptor().getAttributes().get("inclusive");
        return INCLUSIVE
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(branch(found, Boolean.TRUE.equals(inclusive))));
    }

    private static String branch(MatchResult found, boolean isInclusive) {
        return found.group(isInclusive ? 1 : 2);
    }
}
