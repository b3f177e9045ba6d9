import type { Meter } from '@opentelemetry/api';
import { useMeter } from '../telemetry/measure';
import { counted } from './sweep';

const counts: [figure: string, value: number, attributes: unknown][] = [];
useMeter({
  createCounter: (figure: string) => ({
    add: (value: number, attributes: unknown) => counts.push([figure, value, attributes]),
  }),
  createHistogram: () => ({ record: () => {} }),
} as unknown as Meter);

beforeEach(() => counts.splice(0));

test('a run that ends is counted under its name', async () => {
  await counted('reservation-sweep', async () => {})();
  expect(counts).toEqual([['marquee.sweeps', 1, { sweep: 'reservation-sweep' }]]);
});

test('one that fails is not, and the host hears of it', async () => {
  const failing = counted('reservation-sweep', () => Promise.reject(new Error('no database')));
  await expect(failing()).rejects.toThrow('no database');
  expect(counts).toEqual([]);
});
