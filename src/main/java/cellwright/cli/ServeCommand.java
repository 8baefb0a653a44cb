package cellwright.cli;

import cellwright.lab.serve.Backstage;
import cellwright.lab.serve.InfluxSetup;
import cellwright.lab.serve.LabOrder;
import cellwright.lab.serve.LabSetup;
import cellwright.lab.serve.Serving;
import cellwright.lab.serve.Surroundings;
import cellwright.store.influx.InfluxTarget;
import cellwright.world.Clerk;
import cellwright.world.control.ControlSocket;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs a laboratory until it is told to end. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = {
            "Runs a laboratory: connects its instruments, goes on with what its journal says was going on, and does",
            "what is asked by status, start, hold, resume, skip, stop and stop-all.",
            "Runs that the program was in the middle of when it last ended are held, their cells at rest; look at",
            "the cells, then: cellwright resume CHANNEL",
            "Ctrl-C, or the system's request to end, holds every run and waits until the cells were seen at rest.",
            "Exit codes: 0 ended with all cells at rest, 2 the configuration is wrong, 4 failed."
        })
final class ServeCommand implements Callable<Integer> {
    private final Console console;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            defaultValue = "config/lab.yaml",
            description = "the laboratory's configuration (${DEFAULT-VALUE})")
    private Path config = Path.of("config/lab.yaml");

    ServeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Optional<Backstage> opened = Complaints.value(console, Backstage.open(config));
        if (opened.isEmpty()) {
            return ExitCode.INPUT.code();
        }
        try (Backstage backstage = opened.get()) {
            Optional<LabOrder> order = Complaints.value(console, LabSetup.read(config, backstage::address));
            if (order.isEmpty()) {
                return ExitCode.INPUT.code();
            }
            Optional<Optional<InfluxTarget>> influx =
                    Complaints.value(console, InfluxSetup.of(order.get().plan(), config, System::getenv));
            if (influx.isEmpty()) {
                return ExitCode.INPUT.code();
            }
            backstage.addresses().forEach((name, address) -> console.print("emulated: " + name + " at " + address));
            return serve(order.get(), backstage, influx.get()).code();
        }
    }

    private ExitCode serve(LabOrder order, Backstage backstage, Optional<InfluxTarget> influx) throws IOException {
        var notices = new NoticePrinter(console);
        try (var interrupt = new Interrupt();
                var clerk = new Clerk("clerk");
                var packer = new Clerk("packer");
                var scribe = new Clerk("journal");
                Serving serving =
                        Serving.open(order, Surroundings.real(config, clerk, packer, scribe, notices), backstage);
                Handing handing = Handing.begin(order, influx, serving, notices);
                ControlSocket socket = ControlSocket.open(order.socket(), serving::answer)) {
            console.print(order.plan().name() + ": " + order.channels().size() + " channels, "
                    + order.instruments().size() + " instruments, in " + order.folder());
            console.print(
                    "it listens at " + socket.path() + "; in another window: cellwright status --config " + config);
            handing.target()
                    .ifPresent(target -> console.print("readings, cycles and spectra are handed on to " + target));
            if (handing.feedsColumns()) {
                console.print("readings go to the columns of their runs, readings/ in the run folders");
            }
            boolean rest = serving.run(interrupt::isAsked, "the end of the program");
            console.print(rest ? "ended; all cells at rest" : "ended; NOT ALL CELLS WERE SEEN AT REST");
            return rest ? ExitCode.COMPLETE : ExitCode.FAILED;
        }
    }
}
