import { answerWithin, health } from './health';

test('a part that fails is named, and what it says is for the log alone', async () => {
  const warnings: unknown[] = [];
  const log = { warn: (...line: unknown[]) => void warnings.push(line) };
  const fails = () => Promise.reject(new Error('connect ECONNREFUSED 10.0.3.7:5671 AccountKey=abc'));
  const { status, checks } = await health({
    cosmos: () => answerWithin(1_000, async () => {}, log),
    servicebus: () => answerWithin(1_000, fails, log),
  });
  expect({ status, checks }).toEqual({
    status: 'down',
    checks: { cosmos: 'ok', servicebus: 'does not answer as it should' },
  });
  expect(warnings).toEqual([
    ['a part is not well', { reason: 'connect ECONNREFUSED 10.0.3.7:5671 AccountKey=abc' }],
  ]);
});

test('a part that is silent is not waited for', async () => {
  const silent = () => new Promise(() => {});
  expect(await answerWithin(1, silent, { warn: () => {} })).toBe('no answer within 1 ms');
});
