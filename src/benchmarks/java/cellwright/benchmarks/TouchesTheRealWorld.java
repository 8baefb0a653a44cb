package cellwright.benchmarks;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** This type may read the clock and print: measuring is its purpose. */
@Documented
@Retention(RetentionPolicy.CLASS)
@interface TouchesTheRealWorld {}
