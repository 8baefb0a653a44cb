package cellwright.testkit;

/** An emulated instrument at the far end of a link: bytes in, bytes out. It may keep state between calls. */
@FunctionalInterface
public interface Device {
    /** What the instrument sends in answer to one write; empty if it sends nothing. */
    byte[] answer(byte[] written);
}
