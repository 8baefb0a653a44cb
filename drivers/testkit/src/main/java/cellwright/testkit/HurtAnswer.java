package cellwright.testkit;

/** Counts the answers of a session as they come, and hurts one of them. Mutable, one thread. */
final class HurtAnswer {
    private final LineDamage damage;
    private final int which;
    private final DamageContract.Manners manners;
    private String before = "";
    private int said;

    /**
     * Nothing was said yet.
     *
     * @param which the answer to hurt, from 0
     */
    HurtAnswer(LineDamage damage, int which, DamageContract.Manners manners) {
        this.damage = damage;
        this.which = which;
        this.manners = manners;
    }

    /** The next answer as it arrives. */
    String on(String answer) {
        String previous = before;
        before = answer;
        return said++ == which ? damage.to(answer, previous, manners.lineEnd(), manners.anotherAnswer()) : answer;
    }

    /** Whether the next answer is the one that comes late. */
    boolean late() {
        return damage == LineDamage.LATE && said == which;
    }

    /** Whether the answer that came last had the one before once more in front of it. */
    boolean repeated() {
        return damage == LineDamage.THE_ANSWER_BEFORE_AGAIN && said == which + 1;
    }

    int said() {
        return said;
    }

    @Override
    public String toString() {
        return which == Integer.MAX_VALUE ? "nothing hurt" : damage + " in answer " + which;
    }
}
