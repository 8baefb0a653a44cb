package cellwright.instrument;

/** An instrument whose driver passes over what came hurt where more will come by itself, so that nobody else sees it. */
public interface Mending extends Instrument {
    /** How often it has done so since it was opened; never less than before. */
    long mended();
}
