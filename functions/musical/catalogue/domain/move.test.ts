import { sampleFields, samplePerformance } from '../../../../tests/samples/house';
import { inMusical } from './move';
import type { Performance } from './performance';
import { editPerformance } from './performance.decide';

const NOW = '2026-11-21T10:00:00.000Z';
const performance = samplePerformance();
const { startsAt, venue, title } = performance;
const CHRISTMAS = '2026-12-25T10:30:00.000Z';
const elsewhere = { name: 'Red Square', timeZone: 'Asia/Seoul' };

const edited = (before: Performance, changes: Partial<Performance>, onMove?: 'keep' | 'refund') => {
  const edit = editPerformance(before, sampleFields(changes), NOW, { onMove });
  if (edit.kind !== 'accepted') throw new Error(JSON.stringify(edit));
  return edit.performance;
};

test('another start is a move, numbered, and tickets are kept when nothing else is said', () => {
  const once = edited(performance, { startsAt: CHRISTMAS });
  const first = {
    n: 1,
    from: { startsAt, venue },
    to: { startsAt: CHRISTMAS, venue },
    onMove: 'keep',
  };
  expect(once).toMatchObject({ startsAt: CHRISTMAS, changedAt: NOW, moves: [first] });
  const twice = edited(once, { startsAt }, 'refund');
  expect(twice.moves).toEqual([first, { n: 2, from: first.to, to: first.from, onMove: 'refund' }]);
});

test('what is no move keeps the moves there were, and makes none', () => {
  const moved = edited(performance, { startsAt: CHRISTMAS });
  const cheaper = { startsAt: CHRISTMAS, priceTiers: { VIP: 1, R: 1 } };
  expect(edited(moved, cheaper, 'refund').moves).toEqual(moved.moves);
  expect(edited(performance, { priceTiers: { VIP: 1, R: 1 } })).not.toHaveProperty('moves');
});

test('the same move again is none', () => {
  const moved = edited(performance, { startsAt: CHRISTMAS });
  expect(edited(moved, { startsAt: CHRISTMAS }).moves).toHaveLength(1);
});

test('another venue of the musical moves what is to come, and nothing else', () => {
  const musical = { title, venue: elsewhere };
  expect(inMusical(musical, performance, NOW, 'refund')).toMatchObject({
    venue: elsewhere,
    changedAt: NOW,
    moves: [{ n: 1, from: { startsAt, venue }, to: { startsAt, venue: elsewhere }, onMove: 'refund' }],
  });
  const still = (changes: Partial<Performance>, now = NOW) =>
    inMusical(musical, { ...performance, ...changes }, now);
  expect(still({ status: 'cancelled' })).not.toHaveProperty('moves');
  expect(still({}, startsAt)).not.toHaveProperty('moves');
  expect(still({ venueId: 'v1' })).not.toHaveProperty('moves');
  expect(inMusical({ title: 'Noon', venue }, performance, NOW)).not.toHaveProperty('moves');
});

test('a performance is moved twenty times at most', () => {
  let moved = performance;
  for (let n = 1; n <= 20; n++) moved = edited(moved, { startsAt: n % 2 ? CHRISTMAS : startsAt });
  const once = editPerformance(moved, sampleFields({ startsAt: CHRISTMAS }), NOW);
  expect(once).toMatchObject({ kind: 'too-late', detail: expect.stringMatching(/moved 20 times/) });
  expect(edited(moved, { priceTiers: { VIP: 1, R: 1 } }).moves).toHaveLength(20);
});
