import { format } from 'node:util';

/**
 * Loaded into each child by `--require`, whoever wrote it. Each line that it prints says when and how grave it is, as the
 * lines of a Functions host do. Its errors reach the supervisor too, because on a full disk no log takes them.
 */
const MAX_TOLD = 500;

const stamped = (mark: string, text: string): string => `[${new Date().toISOString()}] ${mark}${text}\n`;

function tellSupervisor(text: string): void {
  if (process.connected) process.send?.({ type: 'error-line', text: text.slice(0, MAX_TOLD) }, () => {});
}

console.log = (...parts: unknown[]) => void process.stdout.write(stamped('', format(...parts)));
console.info = console.log;
console.warn = (...parts: unknown[]) => void process.stdout.write(stamped('WARN ', format(...parts)));
console.error = (...parts: unknown[]) => {
  const text = format(...parts);
  process.stderr.write(stamped('ERROR ', text));
  tellSupervisor(text);
};

// Node prints the stack after this, below the line of source that threw.
process.on('uncaughtExceptionMonitor', (error) => console.error(String(error)));
