package cellwright.opcua.session;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import org.eclipse.milo.opcua.stack.core.types.enumerated.UserTokenType;

/** As whom a server is entered. */
public sealed interface Login {
    /** As nobody. */
    record Anonymous() implements Login {
        @Override
        public UserTokenType token() {
            return UserTokenType.Anonymous;
        }

        @Override
        public String words() {
            return "an anonymous client";
        }
    }

    /**
     * By name and password.
     *
     * @param name of the user
     * @param password in the clear, never shown
     */
    record User(String name, String password) implements Login {
        @Override
        public UserTokenType token() {
            return UserTokenType.UserName;
        }

        @Override
        public String words() {
            return "the user \"" + name + "\"";
        }

        @Override
        public String toString() {
            return "User[" + name + "]";
        }
    }

    /**
     * By certificate.
     *
     * @param certificate of the user
     * @param key its key
     */
    record Certificate(X509Certificate certificate, PrivateKey key) implements Login {
        @Override
        public UserTokenType token() {
            return UserTokenType.Certificate;
        }

        @Override
        public String words() {
            return "the user of the certificate \""
                    + certificate.getSubjectX500Principal().getName() + "\"";
        }

        @Override
        public String toString() {
            return "Certificate[" + certificate.getSubjectX500Principal().getName() + "]";
        }
    }

    /** What an endpoint must offer for it. */
    UserTokenType token();

    /** In words, for messages. */
    String words();
}
