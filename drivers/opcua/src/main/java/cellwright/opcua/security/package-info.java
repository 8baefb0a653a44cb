/**
 * Who we are to a server and which servers we believe.
 *
 * <p>A {@link cellwright.opcua.security.TrustFolder} holds, on disk, our own key and certificate, made on the first start, and
 * the certificates of the servers somebody decided to trust. {@link cellwright.opcua.security.ServerTrust} judges a server by
 * it: one that nobody trusted yet is refused, and its certificate is laid down beside, so that trusting it means moving a
 * file. {@link cellwright.opcua.security.OwnIdentity} is what we show.
 */
@NullMarked
package cellwright.opcua.security;

import org.jspecify.annotations.NullMarked;
