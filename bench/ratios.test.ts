import { ratios } from './ratios';

test('each figure that both runs have is told with its ratio to the earlier one', () => {
  const before = { at: 'then', throughput: { 1: 5, 8: 0 }, gone: 1 };
  const now = { at: 'now', throughput: { 1: 20, 8: 3 }, added: 1 };
  expect(ratios(now, before)).toBe('throughput.1: 20 (×4)\nthroughput.8: 3 (was 0)');
});
