package cellwright.lab.reproduce;

/** Where the numbers come from, and the units they come in. */
final class Papers {
    static final String ZHOU = "Zhou et al., Nature Energy 7, 83-93 (2022), ";
    static final String CHENG = "Cheng et al., Joule 4, 2484-2500 (2020), ";
    static final String FAMPRIKIS = "Famprikis et al., Nature Materials 18, 1278-1291 (2019), ";
    static final String OWN = "a promise of this program, no publication";

    static final String PER_GRAM = "mAh/g";
    static final String PER_SQUARE_CM = "mAh/cm²";
    static final String PERCENT = "%";

    private Papers() {}
}
