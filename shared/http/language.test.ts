import fc from 'fast-check';
import { answerIn, etagIn, isTranslated, languageAsked } from './language';

test.each<[string | null, 'ko' | 'en']>([
  [null, 'ko'],
  ['', 'ko'],
  ['*', 'ko'],
  ['fr, de;q=0.5', 'ko'],
  ['en', 'en'],
  ['en-GB,en;q=0.9,ko;q=0.8', 'en'],
  ['ko-KR,ko;q=0.9,en-US;q=0.8,en;q=0.7', 'ko'],
  ['en;q=0.8, ko;q=0.9', 'ko'],
  ['KO;q=0.1 , EN-us ; q=0.2', 'en'],
  ['en, ko', 'en'],
  ['ko, en', 'ko'],
  ['fr, en;q=0.1', 'en'],
  ['ko;q=0, *', 'en'],
  ['ko;q=0.000, *;q=0.1', 'en'],
  ['*, en;q=0.5', 'ko'],
  ['ko;q=0', 'ko'],
  ['english, kok', 'ko'],
  ['en;q=2, ko;q=0.1', 'ko'],
  ['en;q=x', 'ko'],
])('who asks for %s reads %s', (header, language) => {
  expect(languageAsked(header)).toBe(language);
});

test('whatever is asked for, it is answered in a language there is, and in the one that weighs most', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (header) => ['ko', 'en'].includes(languageAsked(header))),
  );
  const weight = fc.integer({ min: 1, max: 1000 });
  const others = fc.array(fc.constantFrom('fr', 'de-CH;q=0.4', '*;q=0.001', 'ja;q=1', ''));
  fc.assert(
    fc.property(weight, weight, others, fc.boolean(), (ko, en, more, isKoreanFirst) => {
      const named = [`ko;q=${ko / 1000}`, `en-GB;q=${en / 1000}`];
      const asked = languageAsked([...(isKoreanFirst ? named : named.toReversed()), ...more].join(', '));
      const first = isKoreanFirst ? 'ko' : 'en';
      return asked === (ko === en ? first : ko > en ? 'ko' : 'en');
    }),
  );
});

const written = {
  title: '자정',
  translations: { en: { title: 'Midnight' } },
  list: [
    { title: '정오' },
    { title: '새벽', translations: { en: { title: 'Dawn', description: 'Early.' } } },
  ],
};

test('a text that is translated is answered so, in lists too; any other as it was written', () => {
  const body = (language: 'ko' | 'en') => answerIn({ status: 200, body: written }, language).body;
  expect(body('ko')).toEqual(written);
  expect(body('en')).toMatchObject({
    title: 'Midnight',
    translations: written.translations,
    list: [{ title: '정오' }, { title: 'Dawn', description: 'Early.' }],
  });
});

test('no two languages share an ETag, and only the one that was written is one to change', () => {
  const etags = (['ko', 'en'] as const).map((language) => {
    const { headers } = answerIn({ status: 304, headers: { etag: '"v1"' } }, language);
    expect(headers).toMatchObject({ 'content-language': language, vary: 'accept-language' });
    return headers?.etag ?? '';
  });
  expect(etags).toEqual(['"v1"', '"v1-en"']);
  expect(etags.map((etag) => isTranslated(etag, '"v1"'))).toEqual([false, true]);
  expect(isTranslated(etagIn('"v0"', 'en'), '"v1"')).toBe(false);
});
