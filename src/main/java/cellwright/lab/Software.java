package cellwright.lab;

/** What this program is called in the files it writes. */
public final class Software {
    /** The version of the jar, or {@code development} when run from classes. */
    public static final String VERSION = version();

    /** Name and version. */
    public static final String NAME_AND_VERSION = "Cellwright " + VERSION;

    private Software() {}

    private static String version() {
        String version = Software.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
