/** What keeps the host from starting at all: main prints its message as one line and exits with 1. */
export class StartupError extends Error {
  override readonly name = 'StartupError';
}
