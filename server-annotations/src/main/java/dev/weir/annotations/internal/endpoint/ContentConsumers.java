package dev.weir.annotations.internal.endpoint;

import dev.weir.annotations.internal.bind.WantedParts;
import dev.weir.annotations.internal.faults.Fault;
import dev.weir.annotations.internal.faults.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The parameters of one method that take the request's content, of which there is only one; used once. */
final class ContentConsumers {

    private static final Set<String> WITHOUT_CONTENT = Set.of("GET", "HEAD");

    private final Toolbox tools;
    private final Place place;

    /** Parameters that take all of it. */
    private final List<ParameterSpec> whole = new ArrayList<>();

    /** Parameters that take one field of a form each. */
    private final List<ParameterSpec> fields = new ArrayList<>();

    /** Parameters that take parts of a form. */
    private final List<ParameterSpec> parts = new ArrayList<>();

    private final WantedParts wanted = new WantedParts();

    ContentConsumers(Toolbox tools, Place place) {
        this.tools = tools;
        this.place = place;
    }

    /** Notes a parameter that takes all of it. */
    void add(ParameterSpec parameter) {
        whole.add(parameter);
    }

    /** Notes a parameter that takes one field of a form. */
    void addField(ParameterSpec parameter) {
        fields.add(parameter);
    }

    /** Notes a parameter that takes parts of a form, which it names among those that are wanted. */
    WantedParts addPart(ParameterSpec parameter) {
        parts.add(parameter);
        return wanted;
    }

    /** The parts of forms that are taken. */
    WantedParts wanted() {
        return wanted;
    }

    /** The parameters that take all of it. */
    List<ParameterSpec> whole() {
        return whole;
    }

    boolean isEmpty() {
        return whole.isEmpty() && fields.isEmpty() && parts.isEmpty();
    }

    /** Reports what cannot be for a request method. */
    void report(String verb) {
        if (whole.size() > 1) {
            List<String> names = whole.stream().map(ParameterSpec::text).toList();
            fault(
                    whole.size() + " parameters take the content: " + String.join(", ", names),
                    "Content is read once. Keep one of them, a record that holds both perhaps.");
        }
        if (!whole.isEmpty() && !fields.isEmpty()) {
            fault(
                    "Content that is a form and more: " + fields.get(0).text() + ", "
                            + whole.get(0).text(),
                    "Content is read once. Keep the @FormParam or the other; a record with @Params holds many fields.");
        }
        if (!parts.isEmpty() && !(whole.isEmpty() && fields.isEmpty())) {
            fault(
                    "Content that is parts and more: " + parts.get(0).text() + ", "
                            + (whole.isEmpty() ? fields : whole).get(0).text(),
                    "Content is read once. Take all of it with @Part, where JSON may be a part too; or none.");
        }
        if (!isEmpty() && WITHOUT_CONTENT.contains(verb)) {
            List<ParameterSpec> first = whole.isEmpty() ? fields.isEmpty() ? parts : fields : whole;
            fault(
                    "Content on " + verb + ": " + first.get(0).text(),
                    "Requests with that method have no content. Use @QueryParam, or POST.");
        }
    }

    private void fault(String title, String mend) {
        tools.faults().add(Fault.at(place, title, mend));
    }
}
