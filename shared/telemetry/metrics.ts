import type { Attributes, Counter, Histogram, Meter } from '@opentelemetry/api';

/** Every metric the product records, its unit and what it says. docs/operations.md explains when to worry. */
export const metrics = {
  'marquee.requests': {
    kind: 'counter',
    unit: '1',
    description: 'HTTP calls by function, status and problem code',
  },
  'marquee.events.handled': {
    kind: 'counter',
    unit: '1',
    description: 'Events a context has handled, by type',
  },
  'marquee.events.failed': { kind: 'counter', unit: '1', description: 'Deliveries that failed, by type' },
  'marquee.outcomes': { kind: 'counter', unit: '1', description: 'What was asked for and what became of it' },
  'marquee.sweeps': { kind: 'counter', unit: '1', description: 'Runs of a sweep that ended, by sweep' },
  'marquee.settle.time': {
    kind: 'histogram',
    unit: 'ms',
    description: 'From accepted to its end, by that end',
  },
  'marquee.publish.lag': {
    kind: 'histogram',
    unit: 'ms',
    description: 'From when it happened to when Event Grid took the event, by type',
  },
  'marquee.events.unpublished': {
    kind: 'counter',
    unit: '1',
    description: 'Events that Event Grid did not take at once, by type',
  },
  'marquee.cosmos.charge': {
    kind: 'histogram',
    unit: 'RU',
    description: 'Request units by container and operation',
  },
  'marquee.pending': {
    kind: 'histogram',
    unit: '1',
    description: 'How much is pending, by kind, each time it is counted',
  },
  'marquee.drift': {
    kind: 'counter',
    unit: '1',
    description: 'Seats that the seat map showed wrong, as a comparison found them',
  },
  'marquee.members': {
    kind: 'counter',
    unit: '1',
    description: 'Customers who have joined or left, by which of the two',
  },
  'marquee.bills': {
    kind: 'counter',
    unit: '1',
    description: 'Bills that were issued, paid, paid back or became overdue, by what became of them',
  },
  'marquee.loans': {
    kind: 'counter',
    unit: '1',
    description: 'Loans that were lent, refused or returned, by what became of them',
  },
  'marquee.owed': {
    kind: 'counter',
    unit: '1',
    description: 'Refunds that were tried again and not made',
  },
} as const;

export type MetricName = keyof typeof metrics;

let instruments: Map<MetricName, Counter | Histogram> | undefined;

/** Called once, by whoever has somewhere to send metrics to. Until then recording costs a comparison. */
export function useMeter(meter: Meter): void {
  instruments = new Map(
    Object.entries(metrics).map(([name, { kind, unit, description }]) => [
      name as MetricName,
      kind === 'counter'
        ? meter.createCounter(name, { unit, description })
        : meter.createHistogram(name, { unit, description }),
    ]),
  );
}

/** Adds to a counter, or one value to a histogram. Attributes have few values, so types and codes, never ids. */
export function recordMetric(name: MetricName, value: number, attributes: Attributes = {}): void {
  const instrument = instruments?.get(name);
  if (instrument === undefined) return;
  if ('add' in instrument) instrument.add(value, attributes);
  else instrument.record(value, attributes);
}
