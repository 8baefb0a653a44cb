package cellwright.opcua;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks test code that reads the clock of this machine, since the server it meets has that too. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@interface TouchesTheRealWorld {}
