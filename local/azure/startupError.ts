/** What keeps a stand-in from starting at all. Its message says what to change, and main prints it as one line. */
export class StartupError extends Error {
  override readonly name = 'StartupError';
}
