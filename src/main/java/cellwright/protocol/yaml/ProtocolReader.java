package cellwright.protocol.yaml;

import cellwright.protocol.Place;
import cellwright.protocol.Places;
import cellwright.protocol.Result;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a protocol's text; the words are told in the package's description. */
public final class ProtocolReader {
    private ProtocolReader() {}

    /**
     * Reads a protocol with every fault found in one pass.
     *
     * @param file the file's name, for messages
     * @param text its text
     * @param overrides parameter values that replace the defaults; each must be declared in the file
     * @param library gives the texts of files named by {@code use:}
     */
    public static Result<ReadProtocol> read(String file, String text, Map<String, String> overrides, Library library) {
        var session = new Session(library);
        var given = new LinkedHashMap<String, Session.Given>();
        overrides.forEach((name, value) -> given.put(name, new Session.Given(value, Place.whole(file))));
        Optional<DocumentReader.Document> document =
                DocumentReader.root(file, session).read(text, given, List.of(file));
        if (document.isEmpty()) {
            return session.faults().refuse();
        }
        var places = new Places(file, session.places());
        return session.faults().judge(new ReadProtocol(document.get().protocol(), places));
    }
}
