package dev.weir.controllers;

import dev.weir.annotations.Controller;
import dev.weir.http.Request;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;

/** Compiles sources of controllers into a directory and loads them from there. */
final class SourceCompiler {

    private final Path folder;
    private final List<String> files = new ArrayList<>();

    SourceCompiler(Path folder) {
        this.folder = folder;
    }

    /** Adds a source of that class. */
    SourceCompiler add(String className, String source) throws IOException {
        Path file = folder.resolve(className.replace('.', '/') + ".java");
        Files.createDirectories(file.getParent());
        files.add(Files.writeString(file, source).toString());
        return this;
    }

    /** Compiles all that were added since the last time. */
    SourceCompiler compile(String... options) {
        List<String> arguments = new ArrayList<>(List.of(options));
        String path = location(Controller.class) + File.pathSeparator + location(Request.class);
        arguments.addAll(List.of("-proc:none", "-d", folder.toString()));
        arguments.addAll(List.of("-cp", folder + File.pathSeparator + path));
        arguments.addAll(files);
        StringWriter messages = new StringWriter();
        PrintWriter out = new PrintWriter(messages);
        int status = ToolProvider.findFirst("javac").orElseThrow().run(out, out, arguments.toArray(String[]::new));
        if (status != 0) {
            throw new IllegalStateException(messages.toString());
        }
        files.clear();
        return this;
    }

    /** A loader of what was compiled. */
    ClassLoader loader() throws IOException {
        return new URLClassLoader(new URL[] {folder.toUri().toURL()}, SourceCompiler.class.getClassLoader());
    }

    private static Path location(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
