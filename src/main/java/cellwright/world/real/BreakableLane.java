package cellwright.world.real;

/** A lane whose measurement under way, and no other, ends when something more urgent waits. */
abstract class BreakableLane implements Lane {
    final Breaker breaker = new Breaker();

    @Override
    public void beginMeasurement() {
        breaker.begin();
    }

    @Override
    public void endMeasurement() {
        breaker.end();
    }

    @Override
    public void breakOff() {
        breaker.breakOff();
    }

    @Override
    public boolean isBrokenOff() {
        return breaker.isBroken();
    }
}
