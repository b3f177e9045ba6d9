import { blankMusical, bodyOf, draftOf, isElsewhere } from './musicalFields';

test('what the API said is sent again as it was', () => {
  const musical = {
    musicalId: 'm1',
    title: '등',
    description: '이야기',
    translations: { en: { title: 'Lamp' } },
    startDate: '2026-12-01',
    endDate: '2027-01-10',
    venue: { name: '마키', timeZone: 'Asia/Seoul' },
    runningTimeMinutes: 150,
    ageRating: '8',
  };
  const { musicalId: _, ...body } = musical;
  expect(bodyOf(draftOf(musical), undefined)).toEqual(body);
  expect(bodyOf(draftOf(musical), '/posters/a.svg')).toEqual({ ...body, posterUrl: '/posters/a.svg' });
});

test('what is left empty is not sent', () => {
  const draft = { ...blankMusical('Asia/Seoul'), title: ' 등 ', startDate: 'a', endDate: 'b', venue: '마키' };
  expect(bodyOf(draft, undefined)).toEqual({
    title: '등',
    startDate: 'a',
    endDate: 'b',
    venue: { name: '마키', timeZone: 'Asia/Seoul' },
  });
});

test('it is elsewhere when the venue or its time zone is another one', () => {
  const venue = { name: '마키', timeZone: 'Asia/Seoul' };
  const musical = { musicalId: 'm1', title: '등', startDate: 'a', endDate: 'b', venue };
  const draft = draftOf(musical);
  expect(isElsewhere({ ...draft, title: '빛', venue: ' 마키 ' }, musical)).toBe(false);
  expect(isElsewhere({ ...draft, venue: '새 극장' }, musical)).toBe(true);
  expect(isElsewhere({ ...draft, timeZone: 'Asia/Tokyo' }, musical)).toBe(true);
});
