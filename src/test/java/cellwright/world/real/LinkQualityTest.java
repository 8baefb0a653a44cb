package cellwright.world.real;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.testkit.Numbers;
import cellwright.testkit.Property;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When people are told to look at a link (catalogue S5). */
class LinkQualityTest {
    private final LinkQuality quality = new LinkQuality();
    private final List<String> told = new ArrayList<>();

    private void exchange(int times, boolean trouble) {
        for (int i = 0; i < times; i++) {
            quality.exchanged(trouble).ifPresent(told::add);
        }
    }

    @Test
    void moreThanOneOfAHundredIsToldOnceAndSoIsTheRecovery() {
        exchange(400, false);
        exchange(LinkQuality.TOO_MANY, true);
        assertThat(told).isEmpty();
        exchange(1, true);
        assertThat(told)
                .singleElement()
                .asString()
                .startsWith("11 of the last 411 exchanges")
                .contains("cable");
        assertThat(quality.isPoor()).isTrue();
        exchange(300, true);
        assertThat(told).hasSize(1);
        exchange(LinkQuality.REMEMBERED, false);
        assertThat(told).hasSize(2);
        assertThat(told.getLast()).startsWith("5 of the last 1000 exchanges").contains("as it should be");
        assertThat(quality.isPoor()).isFalse();
        assertThat(quality.troubleShare()).isZero();
    }

    @Test
    void theShareIsThatOfWhatIsRemembered() {
        assertThat(quality.troubleShare()).isZero();
        Property.forAll(Numbers.ints(0, 9).list(1, 3000)).check(50, all -> {
            LinkQuality counted = new LinkQuality();
            all.forEach(each -> counted.exchanged(each == 0));
            List<Integer> last = all.subList(Math.max(0, all.size() - LinkQuality.REMEMBERED), all.size());
            long troubles = last.stream().filter(each -> each == 0).count();
            assertThat(counted.troubleShare()).isEqualTo((double) troubles / last.size());
        });
    }
}
