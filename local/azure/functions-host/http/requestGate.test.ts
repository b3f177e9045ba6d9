import { createRequestGate } from './requestGate';

const deferred = () => {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
};

test('runs two, lets one wait, refuses the fourth, and takes the next when one has ended', async () => {
  const gate = createRequestGate(2, 3);
  const first = deferred();
  const started: number[] = [];
  const work = (n: number, until: Promise<void>) => () => {
    started.push(n);
    return until;
  };
  const one = gate.enter(work(1, first.promise));
  const never = new Promise<void>(() => undefined);
  gate.enter(work(2, never));
  const three = gate.enter(work(3, Promise.resolve()));
  expect(gate.enter(work(4, never))).toBeUndefined();
  expect(started).toEqual([1, 2]);
  first.resolve();
  await one;
  await three;
  expect(started).toEqual([1, 2, 3]);
  expect(gate.enter(work(5, never))).toBeDefined();
});

test('without bounds everything runs at once', () => {
  const gate = createRequestGate(-1, -1);
  const work = jest.fn(() => new Promise<void>(() => undefined));
  for (let i = 0; i < 1_000; i++) gate.enter(work);
  expect(work).toHaveBeenCalledTimes(1_000);
});

test('work that throws gives its place back', async () => {
  const gate = createRequestGate(1, 1);
  await expect(gate.enter(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  await expect(gate.enter(async () => 'yes')).resolves.toBe('yes');
});
