import { delayParts, pictureOf, stepsOf } from './sagaLayout';

const item = (type: string, context: string, time: string) => ({
  eventId: `e-${type}`,
  type,
  source: `/marquee/${context}`,
  time: `2026-12-24T10:00:${time}Z`,
});
const timeline = {
  items: [
    item('ReservationPlaced', 'reservation', '00.000'),
    item('SeatsHeld', 'musical', '00.250'),
    item('ReservationCompleted', 'reservation', '02.000'),
    item('TicketsIssued', 'admission', '03.500'),
  ],
  notices: [
    {
      noticeId: 'n1',
      kind: 'completed' as const,
      createdAt: '2026-12-24T10:00:02.500Z',
      mail: 'sent' as const,
      attempts: 1,
    },
  ],
};

test('events and notices stand in the order of time, each with what it took since the one before', () => {
  expect(stepsOf(timeline).map(({ what, lane, delayMs }) => [what, lane, delayMs])).toEqual([
    ['ReservationPlaced', 'reservation', 0],
    ['SeatsHeld', 'musical', 250],
    ['ReservationCompleted', 'reservation', 1_750],
    ['notice:completed', 'notification', 500],
    ['TicketsIssued', 'admission', 1_000],
  ]);
});

test('each context has a lane, in the order of a sale, and nothing stands above what came before it', () => {
  const { lanes, points, width, height } = pictureOf(stepsOf(timeline));
  expect(lanes.map(({ name }) => name)).toEqual(['reservation', 'musical', 'admission', 'notification']);
  const heights = points.map(({ y }) => y);
  expect(heights).toEqual(heights.toSorted((a, b) => a - b));
  expect(new Set(heights).size).toBe(points.length);
  for (const { x, y } of points) expect(x < width && y < height).toBe(true);
});

test('a long wait takes more room than a short one, and a day does not push all else away', () => {
  const after = (ms: number) => {
    const steps = stepsOf({
      items: [
        { eventId: 'a', type: 'A', source: '/marquee/reservation', time: new Date(0).toISOString() },
        { eventId: 'b', type: 'B', source: '/marquee/reservation', time: new Date(ms).toISOString() },
      ],
      notices: [],
    });
    return pictureOf(steps).height;
  };
  expect(after(60_000)).toBeGreaterThan(after(100));
  expect(after(86_400_000)).toBeLessThan(3 * after(100));
});

test('a reservation of which nothing is known yet has an empty picture', () => {
  expect(pictureOf(stepsOf({ items: [], notices: [] })).points).toEqual([]);
});

test.each([
  [40, 40, 'millisecond'],
  [1_234, 1.2, 'second'],
  [90_000, 2, 'minute'],
  [5 * 3_600_000, 5, 'hour'],
  [3 * 86_400_000, 3, 'day'],
])('%d ms are %d %ss', (ms, value, unit) => {
  expect(delayParts(ms)).toEqual({ value, unit });
});
