import type { Outcome } from './episode';
import { FAULT_KINDS } from './faults';
import type { Totals } from './run';
import type { Case } from './shrink';

const TIMELINE_LINES = 80;
const LINE_LENGTH = 240;
/** Of a reservation, so of its hold and its allocation: the others that a broken promise is about. */
const ID = /\b[0-9a-z]{20,}\b/g;

export function reportTotals(totals: Totals, seconds: number): string {
  const { episodes, reservations, steps, deadLetters, byStatus, faults, traceHash } = totals;
  const statuses = Object.entries(byStatus).sort(([a], [b]) => (a < b ? -1 : 1));
  const injected = FAULT_KINDS.reduce((sum, kind) => sum + faults[kind], 0);
  return [
    `${reservations} reservations in ${episodes} episodes, ${steps} steps, ${Math.round(seconds)} s (${Math.round(reservations / seconds)}/s)`,
    `ended as: ${statuses.map(([status, count]) => `${status} ${count}`).join(', ')}`,
    `faults injected: ${injected}; dead letters put back: ${deadLetters}`,
    ...FAULT_KINDS.map((kind) => `  ${kind.padEnd(20)} ${faults[kind]}`),
    `trace ${traceHash}`,
  ].join('\n');
}

export const commandFor = ({ seed, reservations, off }: Case): string =>
  `npm run simulate -- --episode ${seed} --size ${reservations}${off.length > 0 ? ` --off ${off.join(',')}` : ''}`;

/** What happened to the reservation concerned, and to any other that is named, step by step, up to the broken promise. */
export function reportViolation({ violation, trace, traceHash, steps }: Outcome): string {
  if (violation === undefined) return `no violation in ${steps} steps, trace ${traceHash}`;
  const { about } = violation;
  const ids = [about, ...(violation.message.match(ID) ?? [])];
  const concerned = about === '' ? trace : trace.filter((line) => ids.some((id) => line.includes(id)));
  const lines = concerned.slice(-TIMELINE_LINES).map((line) => `  ${line.slice(0, LINE_LENGTH)}`);
  return [
    `VIOLATION ${violation.message}`,
    `timeline of ${about || 'everything'}:`,
    ...lines,
    `trace ${traceHash}`,
  ].join('\n');
}
