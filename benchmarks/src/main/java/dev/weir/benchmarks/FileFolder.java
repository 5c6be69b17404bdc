package dev.weir.benchmarks;

import dev.weir.http.HttpException;
import dev.weir.http.Response;
import dev.weir.http.Status;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Files of one folder, by name.
 *
 * @param folder absolute and normalized
 */
record FileFolder(Path folder) {

    static FileFolder at(Path folder) {
        return new FileFolder(folder.toAbsolutePath().normalize());
    }

    /** A file of the folder; whatever names anything elsewhere is answered as if it did not exist. */
    Response file(String name) throws IOException {
        Path file = folder.resolve(name).normalize();
        if (!folder.equals(file.getParent())) {
            throw new HttpException(Status.NOT_FOUND);
        }
        try {
            return Response.file(file);
        } catch (NoSuchFileException e) {
            throw new HttpException(Status.NOT_FOUND);
        }
    }
}
