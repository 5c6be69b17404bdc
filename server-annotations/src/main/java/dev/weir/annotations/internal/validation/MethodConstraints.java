package dev.weir.annotations.internal.validation;

import dev.weir.annotations.internal.bind.Checks;
import dev.weir.http.Request;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The constraints of one method, checked by a provider. */
final class MethodConstraints implements Checks {

    private final Validator validator;
    private final Violations violations;
    private final boolean hasParameters;
    private final boolean hasResult;
    private final Root[] roots;

    /**
     * Constraints of which there is at least one.
     *
     * @param hasParameters whether the method declares any on its parameters
     * @param hasResult whether it declares any on its result
     * @param roots what is to be validated besides
     */
    MethodConstraints(
            Validator validator, Violations violations, boolean hasParameters, boolean hasResult, List<Root> roots) {
        this.validator = validator;
        this.violations = violations;
        this.hasParameters = hasParameters;
        this.hasResult = hasResult;
        this.roots = roots.toArray(Root[]::new);
    }

    @Override
    public boolean mayRefuse() {
        return hasParameters || roots.length > 0;
    }

    @Override
    public void checkArguments(Request request, Object[] values) {
        List<Violations.Found> found = new ArrayList<>();
        boolean isComplete = ViolationLimit.during(() -> find(values, found));
        if (!isComplete || !found.isEmpty()) {
            throw violations.problem(request, found, isComplete);
        }
    }

    private void find(Object[] values, List<Violations.Found> found) {
        if (hasParameters) {
            Set<? extends ConstraintViolation<?>> declared = validator
                    .forExecutables()
                    .validateParameters(
                            violations.method().controller(),
                            violations.method().method(),
                            values);
            declared.forEach(violation -> found.add(Violations.Found.declared(violation)));
        }
        for (Root root : roots) {
            root.cascade().visit(root.way().in(values), "#", (object, type, pointer) -> {
                if (found.size() < ViolationLimit.MOST) {
                    validator
                            .validate(object)
                            .forEach(violation -> found.add(new Violations.Found(violation, root, type, pointer)));
                }
            });
        }
    }

    @Override
    public void checkResult(Object result) {
        if (hasResult) {
            List<ConstraintViolation<?>> found = new ArrayList<>();
            boolean isComplete = ViolationLimit.during(() -> found.addAll(validator
                    .forExecutables()
                    .validateReturnValue(
                            violations.method().controller(),
                            violations.method().method(),
                            result)));
            if (!isComplete) {
                throw violations.failure();
            }
            if (!found.isEmpty()) {
                throw violations.failure("result", found.get(0));
            }
        }
    }
}
