/** What a failed test left open, a server or a client, would keep the process waiting for ever. */
const GRACE_MS = 2_000;

/** The last line of `npm test`, for people and for what reads logs; a run that failed ends, whatever is still open. */
module.exports = class ClosingLine {
  onRunComplete(_contexts, { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites }) {
    const failed = numFailedTests + numRuntimeErrorTestSuites;
    console.log(`\n${numPassedTests} passed, ${failed} failed, ${numPendingTests} skipped`);
    if (failed > 0) setTimeout(() => process.exit(1), GRACE_MS).unref();
  }
};
