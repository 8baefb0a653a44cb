package cellwright.benchmarks;

import cellwright.engine.Row;
import cellwright.instrument.Signal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** A DuckDB with the same rows in a table of the same columns, on one thread. One thread. */
final class Peer implements AutoCloseable {
    private final Connection connection;
    private final DuckDBAppender appender;

    private Peer(Connection connection) throws SQLException {
        this.connection = connection;
        run("SET threads=1");
        run("SET memory_limit='2GB'");
        run("CREATE TABLE rows (t BIGINT, cycle INTEGER, step INTEGER, charged DOUBLE, discharged DOUBLE,"
                + " energy_charged DOUBLE, energy_discharged DOUBLE, cycle_charged DOUBLE, cycle_discharged DOUBLE,"
                + " set_pressure DOUBLE, volts DOUBLE, amps DOUBLE, counter DOUBLE, kelvins DOUBLE, pascals DOUBLE)");
        appender = ((DuckDBConnection) connection).createAppender("main", "rows");
    }

    static Peer at(Path file) throws SQLException {
        return new Peer(DriverManager.getConnection("jdbc:duckdb:" + file));
    }

    void append(Row row) throws SQLException {
        appender.beginRow();
        appender.append(row.testNanos());
        appender.append(row.cycle());
        appender.append((int) row.stepCount());
        appender.append(row.test().chargeCoulombs());
        appender.append(row.test().dischargeCoulombs());
        appender.append(row.test().chargeJoules());
        appender.append(row.test().dischargeJoules());
        appender.append(row.inCycle().chargeCoulombs());
        appender.append(row.inCycle().dischargeCoulombs());
        number(row.setpointPascals());
        number(row.reading().value(Signal.VOLTAGE));
        number(row.reading().value(Signal.CURRENT));
        number(row.reading().value(Signal.CHARGE));
        number(row.reading().value(Signal.TEMPERATURE));
        number(row.reading().value(Signal.PRESSURE));
        appender.endRow();
    }

    private void number(double value) throws SQLException {
        if (Double.isNaN(value)) {
            appender.appendNull();
        } else {
            appender.append(value);
        }
    }

    /** All rows in the file, and queryable. */
    void commit() throws SQLException {
        appender.close();
        run("CHECKPOINT");
    }

    void run(String statement) throws SQLException {
        try (Statement open = connection.createStatement()) {
            open.execute(statement);
        }
    }

    /** What is done with a row of an answer. */
    interface Taker {
        void take(ResultSet row) throws SQLException;
    }

    void ask(String question, Taker taker) throws SQLException {
        try (Statement open = connection.createStatement();
                ResultSet rows = open.executeQuery(question)) {
            while (rows.next()) {
                taker.take(rows);
            }
        }
    }

    String version() throws SQLException {
        return connection.getMetaData().getDatabaseProductVersion();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
