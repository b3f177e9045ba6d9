import { ApiProblem, asProblem, problemOf } from './problem';
import { pauseMs } from './queryClient';

test('a problem document is read with its seats and its pause', () => {
  const body = { code: 'seat-taken', detail: 'Taken: A-1.', taken: ['A-1'], reservationId: 'r1' };
  expect(problemOf(409, body, null)).toMatchObject({
    code: 'seat-taken',
    status: 409,
    taken: ['A-1'],
    reservationId: 'r1',
    isPassing: false,
  });
  expect(problemOf(429, { code: 'too-many-requests' }, '7')).toMatchObject({
    retryAfterSeconds: 7,
    isPassing: true,
  });
});

test.each([
  [502, '<html>', 'unavailable'],
  [503, undefined, 'unavailable'],
  [401, {}, 'unauthenticated'],
  [404, 'nothing here', 'not-found'],
  [418, {}, 'unreadable'],
  [400, { code: 'a-code-of-tomorrow' }, 'unreadable'],
])('%i with %j is %s: gateways answer without a problem document', (status, body, code) => {
  expect(problemOf(status, body, null).code).toBe(code);
});

test('no network is a problem of its own, anything else thrown is unreadable, a problem stays itself', () => {
  expect(asProblem(new TypeError('fetch failed'))).toMatchObject({ code: 'offline', isPassing: true });
  expect(asProblem(new SyntaxError('not JSON')).code).toBe('unreadable');
  const problem = new ApiProblem('stale', 412);
  expect(asProblem(problem)).toBe(problem);
});

test('the pause is what the answer asks for, else it doubles; it has an end, and jitter only makes it longer', () => {
  expect(pauseMs(0, problemOf(503, {}, '3'), () => 0)).toBe(3_000);
  expect([0, 1, 2].map((failures) => pauseMs(failures, new TypeError(), () => 0))).toEqual([
    500, 1_000, 2_000,
  ]);
  expect(pauseMs(0, problemOf(503, {}, '9999'), () => 0)).toBe(15_000);
  expect(pauseMs(0, new TypeError(), () => 1)).toBe(625);
});
