package dev.weir.annotations.internal.index;

import dev.weir.annotations.internal.faults.Fault;
import dev.weir.annotations.internal.reflect.ClassesByName;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Finds controllers in all indexes of the class path, and says of each index whether it is still true; used once. */
public final class IndexedControllers {

    private static final String AGAIN =
            "Build again, so that ControllerIndex.write is called after all classes are compiled.";

    private final Consumer<Fault> faults;
    private final Set<Class<?>> found = new LinkedHashSet<>();

    private IndexedControllers(Consumer<Fault> faults) {
        this.faults = faults;
    }

    /** The controllers, in the order of the indexes; what is wrong with those is told to {@code faults}. */
    public static List<Class<?>> find(Consumer<Fault> faults) {
        IndexedControllers controllers = new IndexedControllers(faults);
        try {
            controllers.read();
        } catch (IOException e) {
            controllers.fault("Index of controllers that can't be read", e + ".");
        }
        return new ArrayList<>(controllers.found);
    }

    private void read() throws IOException {
        // One directory may be in a class path twice, and two loaders may share it.
        Map<String, URL> indexes = new LinkedHashMap<>();
        for (ClassLoader loader : ClassesByName.loaders()) {
            for (Enumeration<URL> urls = loader.getResources(IndexText.PATH); urls.hasMoreElements(); ) {
                URL url = urls.nextElement();
                indexes.put(url.toString(), url);
            }
        }
        if (indexes.isEmpty()) {
            fault(
                    "No index of controllers",
                    "Nothing in the class path is called " + IndexText.PATH
                            + ". Have the build call ControllerIndex.write, or scan.");
        }
        for (URL url : indexes.values()) {
            read(url);
        }
    }

    private void read(URL url) throws IOException {
        URLConnection connection = url.openConnection();
        connection.setUseCaches(false);
        try (InputStream in = connection.getInputStream()) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (IndexText index : IndexText.parse(text)) {
                if (connection instanceof JarURLConnection jar) {
                    check(url, index, ClassFiles.sum(jar.getJarFile(), index.packages()));
                } else if (url.getProtocol().equals("file")) {
                    check(url, index, ClassFiles.sum(directory(url), index.packages()));
                }
                load(url, index);
            }
        } catch (IllegalArgumentException e) {
            fault("Malformed index of controllers", "In " + url + " it says: " + e.getMessage() + ". " + AGAIN);
        }
    }

    /** The directory of classes, three steps up from the file. */
    private static Path directory(URL url) {
        return Path.of(URI.create(url.toString())).getParent().getParent().getParent();
    }

    private void check(URL url, IndexText index, String now) {
        if (!index.classes().equals(now)) {
            fault(
                    "Index of controllers is out of date: " + String.join(", ", index.packages()),
                    "Class files there have come, gone or changed since " + url + " was written. " + AGAIN);
        }
    }

    private void load(URL url, IndexText index) {
        for (String name : index.controllers()) {
            Optional<Class<?>> type = ClassesByName.find(name);
            if (type.isPresent()) {
                found.add(type.get());
            } else {
                fault("Indexed controller that does not exist: " + name, "It is named in " + url + ". " + AGAIN);
            }
        }
    }

    private void fault(String title, String mend) {
        faults.accept(new Fault(title, List.of(), mend));
    }
}
