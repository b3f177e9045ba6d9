import { openContainers } from '../../tests/samples/containers';
import { type Mark, markStore } from './mark';
import { type AskedStep, takePart } from './takePart';

const AT = '2026-11-29T08:00:00.000Z';
const pacing = { sleep: async () => {}, random: () => 0 };
const mark = (n: number, state: Mark['state']): Mark => ({ customerId: 'kim', n, at: AT, state });

function open(objection?: string) {
  const { container, faults } = openContainers(0);
  const marks = markStore(container('mypage-erasures'), pacing);
  const done: string[] = [];
  const part = {
    marks,
    objectionTo: async () => {
      done.push(`looked, marked: ${await marks.isMarked('kim')}`);
      return objection;
    },
    empty: async (customerId: string, until: string) =>
      void done.push(`emptied ${customerId} until ${until}`),
    answer: async (said: string | undefined) => void done.push(`answered ${said ?? 'done'}`),
  };
  const hear = (n: number, step: AskedStep['step']) =>
    takePart(part, { customerId: 'kim', n, at: AT, step }, '08:06');
  return { marks, faults, done, hear };
}

test('the mark is written before anything is looked at, and the answer comes last', async () => {
  const { done, hear, marks } = open();
  await hear(1, 'mark');
  expect(done).toEqual(['looked, marked: true', 'answered done']);
  await hear(1, 'empty');
  expect(done.slice(2)).toEqual(['emptied kim until 08:06', 'answered done']);
  expect(await marks.isMarked('kim')).toBe(false);
});

test('an objection is the answer, and a copy of the question gets it again', async () => {
  const { done, hear } = open('holding');
  for (let times = 0; times < 2; times++) await hear(1, 'mark');
  expect(done.filter((line) => line.startsWith('answered'))).toEqual([
    'answered holding',
    'answered holding',
  ]);
});

test.each<[string, readonly Mark[], AskedStep['step'], number]>([
  ['a question whose erasure was lifted before it came', [mark(1, 'lifted')], 'mark', 1],
  ['a question of before the last step', [mark(1, 'erased')], 'mark', 1],
  ['a question of an earlier request', [mark(2, 'asked')], 'mark', 1],
  ['a step of an earlier request', [mark(2, 'asked')], 'empty', 1],
])('%s does nothing', async (_what, before, step, n) => {
  const { marks, done, hear } = open();
  for (const one of before) await marks.set(one);
  await hear(n, step);
  expect(done).toEqual([]);
  expect(await marks.isMarked('kim')).toBe(before.at(-1)?.state === 'asked');
});

test('a mark that is lifted lets everything go on, and a later request marks anew', async () => {
  const { marks, faults } = open();
  await marks.set(mark(1, 'asked'));
  await marks.set(mark(1, 'lifted'));
  expect(await marks.isMarked('kim')).toBe(false);
  faults.losesReplies = true;
  expect(await marks.set(mark(2, 'asked'))).toEqual(mark(2, 'asked'));
  expect(await marks.isMarked('kim')).toBe(true);
  expect(await marks.isMarked('lee')).toBe(false);
});
