package dev.weir.annotations.internal.validation;

import jakarta.validation.MessageInterpolator;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Messages where there is no expression language: the one expression that texts of standard constraints have, in all
 * translations, is worked out here, any other stands as it is written.
 *
 * @param plain makes messages without expressions
 */
record WithoutExpressions(MessageInterpolator plain) implements MessageInterpolator {

    // ${inclusive == true ? 'or equal to ' : ''}
    private static final Pattern INCLUSIVE = Pattern.compile("\\$\\{inclusive == true \\? '([^']*)' : '([^']*)'}");

    @Override
    public String interpolate(String template, Context context) {
        return finish(plain.interpolate(template, context), context);
    }

    @Override
    public String interpolate(String template, Context context, Locale locale) {
        return finish(plain.interpolate(template, context, locale), context);
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
