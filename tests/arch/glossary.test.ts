import { readdirSync, readFileSync } from 'node:fs';
import { explainedWords, type Forbidden, forbiddenWords, forbiddenWordsIn } from './glossaryRules';
import { type SourceFile, sourceFiles } from './sourceFile';

const glossary = readFileSync('docs/glossary.md', 'utf8');
const forbidden = forbiddenWords(glossary);
const phrases = explainedWords(glossary).filter((word) => word.includes(' '));

const pages = (): SourceFile[] =>
  readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md') && name !== 'glossary.md')
    .map((name) => `docs/${name}`)
    .concat('README.md', 'CONTRIBUTING.md')
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));

/** Where a forbidden word stands all the same, and why. */
const EXCUSED = {
  'docs/adr/0005-own-stand-ins.md mock': 'says what we do not make',
  'web/src/api/schema.d.ts category': 'is what pretix calls a tier',
  'web/src/api/schema.d.ts area': 'is what pretix calls all that is no seat',
  'functions/musical/catalogue/domain/pretixPlan.ts category': 'is what pretix calls a tier',
  'functions/musical/catalogue/domain/pretixPlan.ts area': 'is what pretix calls all that is no seat',
  'functions/musical/catalogue/domain/readPretix.ts category': 'is what pretix calls a tier',
  'functions/musical/catalogue/domain/writePretix.ts category': 'is what pretix calls a tier',
  'web/src/door/scanner/reader.ts barcode': 'is what the library that reads a code calls it',
  'functions/musical/catalogue/domain/writePretix.ts area': 'is what pretix calls all that is no seat',
};

test('no word that the glossary forbids is in the product, its web, the stand-ins of Marquee or the pages', () => {
  const files = [...sourceFiles('functions', 'shared', 'local/marquee', 'web/src'), ...pages()];
  expect(files.length).toBeGreaterThan(150);
  expect(forbiddenWordsIn(files, forbidden, EXCUSED, phrases)).toEqual([]);
  const unexcused = forbiddenWordsIn(files, forbidden, {}, phrases);
  for (const excuse of Object.keys(EXCUSED)) {
    const [path, word] = excuse.split(' ');
    expect(
      unexcused.filter((found) => found.startsWith(`${path}:`) && found.includes(`"${word}"`)),
    ).not.toEqual([]);
  }
});

test('the glossary forbids words, and none that it explains', () => {
  expect(forbidden.length).toBeGreaterThan(10);
  const explained = explainedWords(glossary);
  expect(explained).toEqual(
    expect.arrayContaining(['seating plan', 'membership plan', 'ticket', 'admission']),
  );
  expect(forbidden.filter(({ word }) => explained.includes(word))).toEqual([]);
});

const BOOKING: readonly Forbidden[] = [{ word: 'booking', instead: 'reservation' }];
const GIVE_BACK: readonly Forbidden[] = [{ word: 'give back', instead: 'refund' }];
const file = (text: string): SourceFile[] => [{ path: 'functions/a.ts', text }];

test.each<[string, readonly Forbidden[], string]>([
  ['a name', BOOKING, 'const lastBookings = 1;'],
  ['a comment', BOOKING, '/** The booking of a seat. */'],
  ['a text for people', BOOKING, "problem('Booking is closed')"],
  ['another form of a verb', GIVE_BACK, '// The money is given back.'],
  ['a word in between', GIVE_BACK, '// It gives seats back.'],
])('broken once, it is named: %s', (_what, words, text) => {
  expect(forbiddenWordsIn(file(text), words, {})).toHaveLength(1);
});

test('kept: a word that only has it inside, and one that is excused', () => {
  expect(forbiddenWordsIn(file('const rebookingless = 1; give me that, come back'), BOOKING, {})).toEqual([]);
  expect(forbiddenWordsIn(file('the booking'), BOOKING, { 'functions/a.ts booking': 'why' })).toEqual([]);
  expect(forbiddenWordsIn(file('bookingFee, a booking'), BOOKING, {}, ['booking fee'])).toHaveLength(1);
  expect(forbiddenWordsIn(file('bookingFeeOf'), BOOKING, {}, ['booking fee'])).toEqual([]);
});

test('words in italics are not forbidden, nor what is said of them', () => {
  const rows =
    '| **hold** | kept | _lock_ (of a queue), cart |\n| **plan** | x | _plan_ alone |\n| **sweep** | y |  |\n';
  expect(forbiddenWords(rows)).toEqual([{ word: 'cart', instead: 'hold' }]);
});
