import type { Meter } from '@opentelemetry/api';
import { useMeter } from '../telemetry/metrics';
import { countRuns } from './sweep';

const counts: [metric: string, value: number, attributes: unknown][] = [];
useMeter({
  createCounter: (metric: string) => ({
    add: (value: number, attributes: unknown) => counts.push([metric, value, attributes]),
  }),
  createHistogram: () => ({ record: () => {} }),
} as unknown as Meter);

beforeEach(() => counts.splice(0));

test('a run that ends is counted under its name', async () => {
  await countRuns('reservation-sweep', async () => {})();
  expect(counts).toEqual([['marquee.sweeps', 1, { sweep: 'reservation-sweep' }]]);
});

test('one that fails is not, and the host hears of it', async () => {
  const failing = countRuns('reservation-sweep', () => Promise.reject(new Error('no database')));
  await expect(failing()).rejects.toThrow('no database');
  expect(counts).toEqual([]);
});
