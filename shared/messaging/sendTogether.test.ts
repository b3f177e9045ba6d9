import { sendTogether } from './sendTogether';

/** A receiver whose requests are answered when the test says so. */
function receiver() {
  const requests: { readonly items: readonly string[]; readonly answer: (error?: Error) => void }[] = [];
  const send = sendTogether<string>(
    (items) =>
      new Promise((resolve, reject) => {
        requests.push({ items, answer: (error) => (error === undefined ? resolve(1) : reject(error)) });
      }),
  );
  return { requests, send };
}
const settled = () => new Promise((resolve) => setImmediate(resolve));

test('what comes alone is sent at once; what comes meanwhile goes together, in order', async () => {
  const { requests, send } = receiver();
  const done = [send(['a']), send(['b', 'c']), send(['d'])];
  expect(requests.map(({ items }) => items)).toEqual([['a']]);
  requests[0]?.answer();
  await settled();
  expect(requests.map(({ items }) => items)).toEqual([['a'], ['b', 'c', 'd']]);
  requests[1]?.answer();
  await Promise.all(done);
});

test('a request that fails has failed for each that was in it, and for nobody else', async () => {
  const { requests, send } = receiver();
  const outcomes = [send(['a']), send(['b']), send(['c'])].map((one) =>
    one.then(
      () => 'taken',
      (error: Error) => error.message,
    ),
  );
  requests[0]?.answer();
  await settled();
  requests[1]?.answer(new Error('busy'));
  expect(await Promise.all(outcomes)).toEqual(['taken', 'busy', 'busy']);
  const later = send(['d']);
  requests[2]?.answer();
  await later;
});

test('no request is larger than the receiver takes, but what one caller sends stays together', async () => {
  const { requests, send } = receiver();
  const many = (n: number) => Array.from({ length: n }, (_, i) => `${n}-${i}`);
  const done = [send(['a']), send(many(60)), send(many(40)), send(many(30))];
  for (let request = 0; request < 3; request++) {
    requests[request]?.answer();
    await settled();
  }
  expect(requests.map(({ items }) => items.length)).toEqual([1, 100, 30]);
  await Promise.all(done);
});
