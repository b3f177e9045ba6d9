import type { Attributes, Counter, Histogram, Meter } from '@opentelemetry/api';

/** Every figure the product keeps, its unit and what it says. docs/operations.md explains when to worry. */
export const figures = {
  'marquee.requests': {
    kind: 'count',
    unit: '1',
    description: 'HTTP calls by function, status and problem code',
  },
  'marquee.events.handled': {
    kind: 'count',
    unit: '1',
    description: 'Events a context has handled, by type',
  },
  'marquee.events.failed': { kind: 'count', unit: '1', description: 'Deliveries given back, by type' },
  'marquee.outcomes': { kind: 'count', unit: '1', description: 'What was asked for and what became of it' },
  'marquee.sweeps': { kind: 'count', unit: '1', description: 'Runs of a sweep that ended, by sweep' },
  'marquee.settle.time': { kind: 'spread', unit: 'ms', description: 'From accepted to its end, by that end' },
  'marquee.outbox.lag': { kind: 'spread', unit: 'ms', description: 'From stored to accepted by Event Grid' },
  'marquee.cosmos.charge': {
    kind: 'spread',
    unit: 'RU',
    description: 'Request units by container and operation',
  },
  'marquee.owed': {
    kind: 'count',
    unit: '1',
    description: 'Money looked at again that could not be given back',
  },
} as const;

export type Figure = keyof typeof figures;

let instruments: Map<Figure, Counter | Histogram> | undefined;

/** Called once, by whoever has somewhere to send figures to. Until then measuring costs a comparison. */
export function useMeter(meter: Meter): void {
  instruments = new Map(
    Object.entries(figures).map(([name, { kind, unit, description }]) => [
      name as Figure,
      kind === 'count'
        ? meter.createCounter(name, { unit, description })
        : meter.createHistogram(name, { unit, description }),
    ]),
  );
}

/** Adds to a count, or one value to a spread. Attributes have few values: types and codes, never ids. */
export function measure(figure: Figure, value: number, attributes: Attributes = {}): void {
  const instrument = instruments?.get(figure);
  if (instrument === undefined) return;
  if ('add' in instrument) instrument.add(value, attributes);
  else instrument.record(value, attributes);
}
