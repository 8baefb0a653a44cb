package cellwright.modbus.map;

import cellwright.modbus.codec.Call;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a device has in its registers.
 *
 * @param device what it is, for people
 * @param maker the manufacturer's name
 * @param model the type designation, unless the device tells it
 * @param singles whether single registers are written with function 6 instead of 16
 * @param pause the device wants between an answer and the next question
 * @param identity what tells it from others
 * @param identityReads the calls that read it; no other call of the map has an answer as long
 * @param fields what is read each time
 * @param reads the calls that read them
 * @param setpoints what it regulates
 * @param commands what it can be told to do, by name
 */
public record RegisterMap(
        String device,
        String maker,
        String model,
        boolean singles,
        Duration pause,
        List<IdentityItem> identity,
        List<Call.Read> identityReads,
        List<Field> fields,
        List<Call.Read> reads,
        List<Setpoint> setpoints,
        Map<String, Call> commands) {
    /** Takes immutable copies. */
    public RegisterMap {
        identity = List.copyOf(identity);
        identityReads = List.copyOf(identityReads);
        fields = List.copyOf(fields);
        reads = List.copyOf(reads);
        setpoints = List.copyOf(setpoints);
        commands = Map.copyOf(commands);
    }

    /** The call that writes registers. */
    public Call write(int at, List<Integer> words) {
        return write(singles, at, words);
    }

    static Call write(boolean singles, int at, List<Integer> words) {
        return singles && words.size() == 1 ? new Call.WriteOne(at, words.getFirst()) : new Call.WriteMany(at, words);
    }
}
