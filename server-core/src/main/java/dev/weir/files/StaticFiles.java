package dev.weir.files;

import dev.weir.files.FileSettings.CacheRule;
import dev.weir.http.FieldNames;
import dev.weir.http.MediaType;
import dev.weir.http.Method;
import dev.weir.http.Problem;
import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.http.Status;
import dev.weir.routing.Handler;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Serves the files of a directory, or of a place on the class path.
 *
 * <pre>{@code
 * HttpServer.builder()
 *         .mount("/public", StaticFiles.of(Path.of("public")))
 *         .mount("/assets", StaticFiles.ofClassPath("assets").withCacheControl("public, max-age=31536000, immutable"))
 * }</pre>
 *
 * <p>Below a route with the variable {@code {*rest}}, as {@code mount} makes it, that part of the path leads to a file;
 * anywhere else the whole path does. GET and HEAD are answered, with entity tags, preconditions and ranges; all other
 * methods with 405. A directory is answered with its index file, under a path that ends with a slash; without the slash
 * there is a redirection to it.
 *
 * <p>Everything stays within the root: names that a file system could read in another way are not looked for, nor are
 * hidden ones (which begin with a dot), and symbolic links below the root are not followed. All of that is answered with
 * 404, like files that are not there.
 *
 * <p>A sibling {@code app.js.br}, {@code .zst} or {@code .gz} of a file {@code app.js} is sent in its place to clients that
 * accept it, if it is shorter and not older.
 *
 * <p>Files of up to 128 KiB are kept in memory, 16 MiB in all, and are looked at no more than once a second: that long a
 * change may go unseen. Files on the class path are taken to never change. Within two seconds after a change a file's
 * entity tag is a weak one, because it might change again unnoticed; parts are not put together by it then.
 *
 * <p>Immutable; {@code with…} gives a changed copy, which has a memory of its own.
 */
public final class StaticFiles implements Handler {

    private static final String REST = "rest";
    private static final String ALLOWED = "GET, HEAD, OPTIONS";
    private static final int MOST_LISTED = 10_000;

    private final Tree tree;
    private final FileSettings settings;
    private final FileFinder finder;
    private final FileMemory memory;
    private final long checkInterval;

    private StaticFiles(Tree tree, FileSettings settings) {
        this.tree = tree;
        this.settings = settings;
        this.finder = new FileFinder(tree, settings);
        this.memory = new FileMemory(settings.memory());
        this.checkInterval = settings.checkInterval().toNanos();
    }

    /**
     * Files of a directory, which may itself be a symbolic link.
     *
     * @throws IllegalArgumentException if there is no such directory, or it can't be read
     */
    public static StaticFiles of(Path directory) {
        if (directory.getFileSystem() != FileSystems.getDefault() || !Files.isDirectory(directory)) {
            throw noDirectory(directory, null);
        }
        try {
            return new StaticFiles(DirectoryTree.of(directory.toAbsolutePath()), FileSettings.defaults());
        } catch (IOException e) {
            throw noDirectory(directory, e);
        }
    }

    private static IllegalArgumentException noDirectory(Path directory, IOException cause) {
        return new IllegalArgumentException(
                "directory: " + directory + " (expected: a directory of the file system that can be read)", cause);
    }

    /**
     * Files on the class path, in a jar or not, as the thread's context class loader finds them. They must not be
     * encapsulated in a module: a directory whose name is no package's, {@code META-INF/public} say, never is.
     *
     * @param place path from the root of the class path, not empty
     */
    public static StaticFiles ofClassPath(String place) {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        ClassLoader loader = context == null ? StaticFiles.class.getClassLoader() : context;
        return new StaticFiles(ClassPathTree.of(place, loader::getResource), FileSettings.defaults());
    }

    /**
     * Files on the class path beside a class, in a jar or not; of another module than this one's, the package has to be
     * open.
     *
     * @param place path from the class's package, or with a slash at its start from the root of the class path
     */
    public static StaticFiles ofClassPath(Class<?> neighbour, String place) {
        String root = place.startsWith("/")
                ? place.substring(1)
                : neighbour.getPackageName().replace('.', '/') + '/' + place;
        return new StaticFiles(
                ClassPathTree.of(root, name -> neighbour.getResource("/" + name)), FileSettings.defaults());
    }

    /** With another file for a directory than {@code index.html}. */
    public StaticFiles withIndex(String name) {
        if (!settings.names().allows(name)) {
            throw new IllegalArgumentException("index: \"" + name + "\" (expected: the name of a file)");
        }
        return with(settings.withIndex(Optional.of(name)));
    }

    /** With no file for a directory. */
    public StaticFiles withoutIndex() {
        return with(settings.withIndex(Optional.empty()));
    }

    /** With a value of Cache-Control for all files that no rule before takes; it is {@code no-cache} otherwise. */
    public StaticFiles withCacheControl(String value) {
        return withCacheControl(path -> true, value);
    }

    /**
     * With a value of Cache-Control for some files; the first rule that takes a file decides.
     *
     * @param paths takes paths from the root like {@code img/logo.svg}
     * @param value empty for no such field
     */
    public StaticFiles withCacheControl(Predicate<String> paths, String value) {
        Response.noContent().withHeader(FieldNames.CACHE_CONTROL, value); // refuses what is no field value
        return with(settings.plusCacheRule(new CacheRule(Objects.requireNonNull(paths, "paths"), value)));
    }

    /** With another media type for an extension, which is given without its dot, than {@link MediaType#ofFileName}'s. */
    public StaticFiles withMediaType(String extension, MediaType type) {
        return with(settings.withMediaType(extension, Objects.requireNonNull(type, "type")));
    }

    /** With those hidden files and directories, {@code .well-known} say. */
    public StaticFiles withHidden(String... names) {
        Set<String> shown = new HashSet<>(settings.names().shown());
        shown.addAll(List.of(names));
        return with(settings.withNames(
                new NameRule(settings.names().isWindows(), settings.names().showsAll(), Set.copyOf(shown))));
    }

    /** With all hidden files. */
    public StaticFiles withAllHidden() {
        NameRule rule = settings.names();
        return with(settings.withNames(new NameRule(rule.isWindows(), true, rule.shown())));
    }

    /**
     * With symbolic links followed, wherever they lead, also out of the directory.
     *
     * @throws IllegalStateException for files on the class path
     */
    public StaticFiles withSymbolicLinks() {
        return new StaticFiles(directory("symbolic links").withLinks(), settings);
    }

    /**
     * With a page that lists a directory that has no index file.
     *
     * @throws IllegalStateException for files on the class path
     */
    public StaticFiles withListing() {
        directory("a listing");
        return with(settings.withListing());
    }

    private DirectoryTree directory(String what) {
        if (tree instanceof DirectoryTree directory) {
            return directory;
        }
        throw new IllegalStateException(what + " of files on the class path (expected: files of a directory)");
    }

    /** With another amount of memory for files, in octets; 0 for none, so that every request reads the file anew. */
    public StaticFiles withMemory(long octets) {
        if (octets < 0) {
            throw new IllegalArgumentException("memory: " + octets + " (expected: 0 or more octets)");
        }
        return with(settings.withMemory(octets));
    }

    /** With another time for which a change may go unseen, one second otherwise; zero for a look at each request. */
    public StaticFiles withCheckInterval(Duration interval) {
        if (interval.isNegative()) {
            throw new IllegalArgumentException("check interval: " + interval + " (expected: zero or more)");
        }
        return with(settings.withCheckInterval(interval));
    }

    private StaticFiles with(FileSettings changed) {
        return new StaticFiles(tree, changed);
    }

    @Override
    public Response handle(Request request) throws IOException {
        Method method = request.method();
        if (!method.equals(Method.GET) && !method.equals(Method.HEAD)) {
            Response response = method.equals(Method.OPTIONS)
                    ? Response.noContent()
                    : Response.problem(Problem.of(Status.METHOD_NOT_ALLOWED));
            return response.withHeader(FieldNames.ALLOW, ALLOWED);
        }
        FilePath path = FilePath.of(
                request.pathParameters().contains(REST)
                        ? request.pathParameters().segments(REST)
                        : request.target().segments());
        // Twice at most: a file in memory may be gone, and another one be there.
        for (int i = 0; i < 2; i++) {
            Optional<ServedFile> file = file(path);
            if (file.isEmpty()) {
                break;
            }
            Optional<Response> response = file.get().choose(request.headers()).answer(request, tree);
            if (response.isPresent()) {
                return response.get();
            }
            memory.forget(path.text());
        }
        return directory(path, request);
    }

    /** The file that a path leads to, from memory if that is fresh enough. */
    private Optional<ServedFile> file(FilePath path) throws IOException {
        Optional<ServedFile> kept = memory.get(path.text());
        if (kept.isPresent()) {
            if (kept.get().isCurrent(tree, checkInterval, System.nanoTime())) {
                return kept;
            }
            memory.forget(path.text());
        }
        Optional<List<String>> names = path.file(settings);
        if (names.isEmpty()) {
            return Optional.empty();
        }
        Optional<ServedFile> found = finder.find(names.get());
        found.ifPresent(file -> memory.put(path.text(), file));
        return found;
    }

    private Response directory(FilePath path, Request request) throws IOException {
        Optional<List<String>> names = path.directory(settings);
        if (names.isPresent()) {
            if (!path.endsWithSlash() && isServed(names.get())) {
                return Response.redirect(Status.PERMANENT_REDIRECT, FilePath.withSlash(request.target()));
            }
            if (path.endsWithSlash() && settings.hasListing() && isDirectory(names.get())) {
                return listing(names.get());
            }
        }
        return Response.problem(Problem.of(Status.NOT_FOUND));
    }

    /** Whether a directory would be answered with its index or a listing. */
    private boolean isServed(List<String> names) throws IOException {
        Optional<List<String>> index = FilePath.index(names, settings);
        return index.isPresent()
                        && tree.look(index.get()).flatMap(Tree.Node::version).isPresent()
                || settings.hasListing() && isDirectory(names);
    }

    private boolean isDirectory(List<String> names) throws IOException {
        return tree.look(names)
                .filter(node -> node.kind() == Tree.Kind.DIRECTORY)
                .isPresent();
    }

    private Response listing(List<String> names) throws IOException {
        List<ListedFile> files = directory("a listing").list(names, settings.names()::allows, MOST_LISTED);
        String title = names.isEmpty() ? "Files" : names.get(names.size() - 1);
        return Response.html(DirectoryListing.html(title, !names.isEmpty(), files, files.size() < MOST_LISTED))
                .withHeader(FieldNames.CACHE_CONTROL, "no-cache");
    }
}
