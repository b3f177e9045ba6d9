import { currenciesIn, hoursOf, plotData } from './salesByHour';

const sold = (key: string, seats: number, currency = 'KRW') => ({ key, seats, gross: seats * 10, currency });
const DAY = { from: '2026-12-24', to: '2026-12-24' };

test('a day has its hours, also those without a sale', () => {
  const hours = hoursOf([sold('2026-12-24 22:00', 3)], 'KRW', DAY);
  expect(hours).toHaveLength(24);
  expect(hours[0]).toEqual({ hour: '2026-12-24 00:00', seats: 0, gross: 0 });
  expect(hours[22]).toEqual({ hour: '2026-12-24 22:00', seats: 3, gross: 30 });
});

test('several days follow each other over midnight', () => {
  const hours = hoursOf([sold('2026-12-25 01:00', 1)], 'KRW', { ...DAY, to: '2026-12-25' });
  expect(hours.slice(23, 26).map(({ hour, seats }) => [hour, seats])).toEqual([
    ['2026-12-24 23:00', 0],
    ['2026-12-25 00:00', 0],
    ['2026-12-25 01:00', 1],
  ]);
});

test('money of two currencies is not added up', () => {
  const items = [sold('2026-12-24 22:00', 3), sold('2026-12-24 22:00', 1, 'EUR')];
  expect(currenciesIn(items)).toEqual(['KRW', 'EUR']);
  expect(hoursOf(items, 'EUR', DAY)[22]).toEqual({ hour: '2026-12-24 22:00', seats: 1, gross: 10 });
});

test('an hour is drawn where the theatre’s clock has it', () => {
  const [at, seats, gross] = plotData(
    hoursOf([sold('1970-01-01 01:00', 2)], 'KRW', { from: '1970-01-01', to: '1970-01-01' }),
  );
  expect([at[1], seats[1], gross[1]]).toEqual([3_600, 2, 20]);
});
