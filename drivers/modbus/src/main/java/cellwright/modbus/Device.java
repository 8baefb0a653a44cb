package cellwright.modbus;

import cellwright.instrument.Identity;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.modbus.codec.Call;
import cellwright.modbus.map.IdentityItem;
import cellwright.modbus.map.IdentityItem.Role;
import cellwright.modbus.map.RegisterMap;
import cellwright.modbus.map.Registers;
import cellwright.modbus.map.Spot;
import java.util.List;
import java.util.Optional;

/**
 * A device on its line with the map of its registers, whose identity is known and is asked again after every failure. The
 * thread of the link only.
 */
final class Device implements AutoCloseable {
    private final Conversation conversation;
    private final RegisterMap map;
    private final String nameless;
    private final Identity identity;

    /**
     * Asks who is there.
     *
     * @param nameless what to call a device that has no serial number to tell
     * @throws InstrumentException {@code WRONG_DEVICE} if it is not what the map describes
     */
    Device(Conversation conversation, RegisterMap map, String nameless) throws InstrumentException {
        this.conversation = conversation;
        this.map = map;
        this.nameless = nameless;
        this.identity = ask();
    }

    RegisterMap map() {
        return map;
    }

    Identity identity() {
        return identity;
    }

    Line line() {
        return conversation.line();
    }

    private Identity ask() throws InstrumentException {
        var registers = new Registers();
        for (Call.Read call : map.identityReads()) {
            registers.put(call, conversation.readIdentity(call));
        }
        for (IdentityItem item : map.identity()) {
            Optional<String> fault = item.fault(registers);
            if (fault.isPresent()) {
                throw fault(
                        Kind.WRONG_DEVICE,
                        "is no " + map.device() + ": " + fault.get() + "; are port, unit and map the right ones?");
            }
        }
        conversation.inStep();
        return new Identity(
                map.maker(),
                told(Role.MODEL, registers).orElse(map.model()),
                told(Role.SERIAL, registers).orElse(nameless),
                told(Role.FIRMWARE, registers).orElse(""),
                false);
    }

    private Optional<String> told(Role role, Registers registers) {
        return map.identity().stream()
                .filter(item -> item.role() == role)
                .map(item -> item.told(registers))
                .filter(text -> !text.isBlank())
                .findFirst();
    }

    /**
     * Makes sure that the step is found and the device the same one, if an exchange failed since that was known.
     *
     * @throws InstrumentException {@code WRONG_DEVICE} if another device answers
     */
    void regain() throws InstrumentException {
        if (conversation.inDoubt()) {
            confirm();
        }
    }

    /** Asks in any case. */
    void confirm() throws InstrumentException {
        Identity now = ask();
        if (!now.equals(identity)) {
            throw fault(
                    Kind.WRONG_DEVICE,
                    "was %s with serial number %s and is now %s with %s; are two cables or units swapped?"
                            .formatted(identity.model(), identity.serial(), now.model(), now.serial()));
        }
    }

    /** Reads registers, call by call. */
    Registers registers(List<Call.Read> calls) throws InstrumentException {
        var registers = new Registers();
        for (Call.Read call : calls) {
            registers.put(call, conversation.read(call));
        }
        return registers;
    }

    /** Reads one number's registers. */
    List<Integer> words(Spot spot) throws InstrumentException {
        return conversation.read(spot.read());
    }

    /**
     * Makes registers hold something: writes only if they hold something else, once, and reads back. A write whose answer
     * was lost is not repeated: what stands in the registers then decides.
     *
     * @throws InstrumentException {@code REFUSED} if the device acknowledged and holds something else; what the write
     *     failed with if it was lost and had no effect
     */
    void ensure(Spot spot, List<Integer> wanted, String what) throws InstrumentException {
        if (spot.same(wanted, words(spot))) {
            return;
        }
        Optional<InstrumentException> lost = write(map.write(spot.at(), wanted));
        List<Integer> held = words(spot);
        if (spot.same(wanted, held)) {
            return;
        }
        if (lost.isPresent()) {
            throw lost.get();
        }
        throw fault(
                Kind.REFUSED,
                "acknowledged %s and holds %s in register %d instead of %s; is it locked or limited at the device?"
                        .formatted(what, number(spot, held), spot.at(), number(spot, wanted)));
    }

    /** Writes once; a failure that leaves open whether the device obeyed is given back, with the step found again. */
    private Optional<InstrumentException> write(Call call) throws InstrumentException {
        try {
            conversation.write(call);
            return Optional.empty();
        } catch (InstrumentException failed) {
            if (failed.kind() != Kind.TIMEOUT && failed.kind() != Kind.GARBLED) {
                throw failed;
            }
            try {
                confirm();
            } catch (InstrumentException worse) {
                worse.addSuppressed(failed);
                throw worse;
            }
            return Optional.of(failed);
        }
    }

    /** Writes once, without looking. */
    void order(Call call) throws InstrumentException {
        conversation.write(call);
    }

    static String number(Spot spot, List<Integer> words) {
        return spot.decode(words).map(number -> number.toPlainString()).orElse("no number");
    }

    InstrumentException fault(Kind kind, String message) {
        return conversation.line().fault(kind, message);
    }

    @Override
    public void close() {
        conversation.close();
    }
}
