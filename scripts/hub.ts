// The hub's own entry reads the environment, says what is wrong with it, and stops on a signal.
import '../hub/src/server.ts';
