/**
 * Loaded into each child by `--require`, whoever wrote it. The system closes the process channel to the supervisor
 * even after `kill -9`. Then the child ends as by SIGTERM, and at the latest two seconds later.
 */
const GRACE_MS = 2_000;

if (process.channel) {
  process.once('disconnect', () => {
    setTimeout(() => process.exit(0), GRACE_MS);
    process.kill(process.pid, 'SIGTERM');
  });
  process.channel.unref();
}
