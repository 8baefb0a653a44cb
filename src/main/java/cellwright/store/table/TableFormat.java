package cellwright.store.table;

/** Formats of data files that can be read. */
public enum TableFormat {
    /** Battery Data Format, comma-separated. */
    BDF_CSV("Battery Data Format, CSV"),
    /** Battery Data Format, Parquet. */
    BDF_PARQUET("Battery Data Format, Parquet"),
    /** EC-Lab or BT-Lab text. */
    EC_LAB("EC-Lab text"),
    /** Neware's CSV. */
    NEWARE_CSV("Neware CSV"),
    /** Frequency, Z', Z''. */
    IMPEDANCE_CSV("impedance in three columns"),
    /** ZPlot text. */
    ZPLOT("ZPlot text");

    private final String words;

    TableFormat(String words) {
        this.words = words;
    }

    /** In words. */
    public String words() {
        return words;
    }
}
