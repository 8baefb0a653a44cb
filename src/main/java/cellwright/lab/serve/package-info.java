/**
 * The engine process: a real laboratory from its configuration to cells at rest.
 *
 * <p>A morning, told once. {@code cellwright serve} reads {@code config/lab.yaml}; {@link cellwright.lab.serve.LabSetup} finds the
 * drivers, reads the addresses and refuses the whole file if anything is wrong with it. The shared journal is opened, which is
 * also the lock against a second engine, and replayed; what each channel was doing is known again. Every channel whose run had
 * not ended is told that the engine had been gone: its potentiostat is connected, must be the same piece of apparatus as at the
 * run's start, is read, and is sent to open circuit; the run is held until a person resumes it. Then the loop: an event from the
 * world, the journal, the channel, its commands; and between two events what people ask for over the control socket.
 */
@NullMarked
package cellwright.lab.serve;

import org.jspecify.annotations.NullMarked;
