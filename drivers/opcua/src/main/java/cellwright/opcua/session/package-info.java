/**
 * A conversation with a server: connected, secured, each request with one deadline.
 *
 * <p>{@link cellwright.opcua.session.Doorway} finds the server's endpoints, takes the one with the security that is asked for,
 * checks certificates and logs in; what can go wrong there is told in sentences for the person who has to act. The result is a
 * {@link cellwright.opcua.session.Connection}, through which everything else is asked. The library brings threads of its own;
 * {@link cellwright.opcua.session.EventLoops} has them made for one connection and ends them with it. They do nothing but move
 * bytes, beat the session's keep-alive and hand over what a subscription brought; every decision is made by the instrument's
 * own thread.
 *
 * <p>{@link cellwright.opcua.session.Directory} finds the nodes of a role map, {@link cellwright.opcua.session.Subscription}
 * holds what the server last told of them, and {@link cellwright.opcua.session.Judgement} says what a value is worth.
 */
@NullMarked
package cellwright.opcua.session;

import org.jspecify.annotations.NullMarked;
