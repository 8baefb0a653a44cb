package cellwright.lab.serve;

import cellwright.protocol.Bench;

/** Whether a run can begin on a channel. */
sealed interface Mountable {
    /**
     * It can.
     *
     * @param bench what the channel can do
     * @param serial its potentiostat's serial number
     * @param simulated whether any of its instruments moves no matter
     * @param segment no record of a run that begins now lies before this segment of the journal
     */
    record Ready(Bench bench, String serial, boolean simulated, int segment) implements Mountable {}

    /**
     * It cannot.
     *
     * @param why what is the matter, and what to do
     */
    record Not(String why) implements Mountable {}
}
