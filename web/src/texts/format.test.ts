import { pathWithin } from '../session/pathWithin';
import * as format from './format';
import { preferredLanguage } from './index';

const START = '2026-12-11T10:30:00Z';

test('money is written as people write it, from minor units', () => {
  expect(format.money(170_000, 'KRW', 'ko')).toBe('170,000원');
  expect(format.money(170_000, 'KRW', 'en')).toBe('₩170,000');
  expect(format.money(1_250, 'EUR', 'en')).toBe('€12.50');
  expect(format.money(1_250, 'HUF', 'en').replaceAll(/\s/g, ' ')).toBe('HUF 12.50');
  expect(format.money(1_250, 'KWD', 'en').replaceAll(/\s/g, ' ')).toBe('KWD 1.250');
  expect(format.moneyRange(60_000, 170_000, 'KRW', 'ko')).toBe('60,000 – 170,000원');
  expect(format.moneyRange(60_000, 170_000, 'KRW', 'en')).toBe('₩60,000 – ₩170,000');
  expect(format.moneyRange(60_000, 60_000, 'KRW', 'ko')).toBe('60,000원');
});

test('times are the venue’s', () => {
  expect(format.dayAndTime(START, 'Asia/Seoul', 'ko', 'Asia/Tokyo')).toBe('2026년 12월 11일 (금) 19:30');
  expect(format.dayAndTime(START, 'Asia/Seoul', 'en', 'Asia/Seoul')).toBe('Fri, 11 December 2026 19:30');
  expect(format.shortDay('2026-12-11', 'UTC', 'ko')).toBe('12월 11일 (금)');
  expect(format.time('2026-12-11T15:00:00Z', 'Asia/Seoul', 'en')).toBe('00:00');
});

test('the zone is named only to who has another time', () => {
  expect(format.foreignZone(START, 'Asia/Seoul', 'Asia/Seoul', 'en')).toBeUndefined();
  expect(format.foreignZone(START, 'Asia/Seoul', 'Asia/Tokyo', 'en')).toBeUndefined();
  expect(format.foreignZone(START, 'Asia/Seoul', 'Europe/London', 'en')).toMatch(/Kore.* Standard Time/);
  expect(format.foreignZone(START, 'Asia/Seoul', 'Europe/London', 'ko')).toMatch(/한.* 표준시/);
});

test('a time is said with its zone to who has another one', () => {
  const said = [format.dayAndTime, format.shortDayAndTime].map((say) =>
    say(START, 'Asia/Seoul', 'en', 'Europe/London'),
  );
  expect(said[0]).toMatch(/^Fri, 11 December 2026 19:30 \(Kore.* Standard Time\)$/);
  expect(said[1]).toMatch(/^Fri,? 11 Dec 19:30 \(Kore.* Standard Time\)$/);
  expect(format.shortDayAndTime(START, 'Asia/Seoul', 'ko', 'Asia/Seoul')).toBe('12월 11일 (금) 19:30');
});

test('a run says its year once when one is enough', () => {
  expect(format.run('2026-12-08', '2026-12-22', 'ko')).toBe('2026.12.8 – 12.22');
  expect(format.run('2026-12-19', '2027-01-07', 'ko')).toBe('2026.12.19 – 2027.1.7');
  expect(format.run('2026-12-19', '2026-12-19', 'ko')).toBe('2026.12.19');
  // Which of the thin spaces stand around the dash is the browser's.
  expect(format.run('2026-12-19', '2027-01-07', 'en').replaceAll(/\s/g, ' ')).toBe(
    '19 Dec 2026 – 7 Jan 2027',
  );
});

test('a text in two languages is shown in the reader’s; any other stays whole', () => {
  expect(format.inLanguage('달의 지붕 · Rooftops of the Moon', 'ko')).toBe('달의 지붕');
  expect(format.inLanguage('달의 지붕 · Rooftops of the Moon', 'en')).toBe('Rooftops of the Moon');
  expect(format.inLanguage('Moon · 달', 'en')).toBe('Moon');
  expect(format.inLanguage('이야기. — A story.', 'en')).toBe('A story.');
  for (const whole of ['Cats', 'Waltz · 1929', '1막 · 2막 · Act', '막차 · 첫차'])
    expect(format.inLanguage(whole, 'en')).toBe(whole);
});

test('the language is what was chosen, else the first of the browser’s that we have, else Korean', () => {
  expect(preferredLanguage('en', ['ko-KR'])).toBe('en');
  expect(preferredLanguage(null, ['fr-FR', 'en-US', 'ko'])).toBe('en');
  expect(preferredLanguage(null, ['ko-KR', 'en'])).toBe('ko');
  expect(preferredLanguage(null, ['kok-IN', 'KO'])).toBe('ko');
  expect(preferredLanguage(null, ['de-DE', 'kok-IN'])).toBe('en');
  expect(preferredLanguage('klingon', [])).toBe('ko');
});

test.each([
  ['/performances/p1/seats?x=1', '/performances/p1/seats?x=1'],
  ['//elsewhere.example', '/'],
  ['/\\elsewhere.example', '/'],
  ['https://elsewhere.example', '/'],
  [undefined, '/'],
])('after a login %j leads to %s', (state, path) => {
  expect(pathWithin(state)).toBe(path);
});
