import { readdirSync, readFileSync } from 'node:fs';
import { API_PROBLEMS } from '../src/api/problem';
import enCommon from '../src/texts/en';
import enOwn from '../src/texts/en/own';
import enProblems from '../src/texts/en/problems';
import koCommon from '../src/texts/ko';
import koOwn from '../src/texts/ko/own';
import koProblems from '../src/texts/ko/problems';

const en = { ...enCommon, ...enOwn, problems: enProblems };
const ko = { ...koCommon, ...koOwn, problems: koProblems };

type Leaf = { readonly path: string; readonly text: string };

/** Every text by its path; one with a place to fill is said of something. */
function leavesOf(texts: object, path = ''): Leaf[] {
  return Object.entries(texts).flatMap(([key, value]) => {
    const at = path === '' ? key : `${path}.${key}`;
    if (typeof value === 'object') return leavesOf(value, at);
    return [{ path: at, text: String(typeof value === 'function' ? value(3, 3, 3) : value) }];
  });
}

/** Each of the staff's and the door's files is loaded with the screens that say it. */
const OF_STAFF = /^(staff|door)/;
const staffFiles = (language: 'ko' | 'en'): readonly string[] =>
  readdirSync(`web/src/texts/${language}`).filter((file) => OF_STAFF.test(file));

const source = readdirSync('web/src', { recursive: true, encoding: 'utf8' })
  .filter(
    (file) =>
      /\.tsx?$/.test(file) && !/^(texts\/(en|ko)|staff|door)/.test(file) && !file.endsWith('.test.ts'),
  )
  .map((file) => readFileSync(`web/src/${file}`, 'utf8'));

/** A text is asked for by its key in a file that asks for its section; a group of them by its own key. */
function isUsed(path: string): boolean {
  const [section = '', key = ''] = path.split('.');
  const asks = new RegExp(`\\.${section}\\b|\\['${section}'\\]`);
  // A problem is asked for by its code.
  if (section === 'problems') return source.some((code) => code.includes('useProblemText('));
  return source.some((code) => asks.test(code) && hasKey(code, key));
}
const hasKey = (code: string, key: string): boolean =>
  new RegExp(`\\.${key}\\b`).test(code) || new RegExp(`\\{[^}]*\\b${key}\\b[^}]*\\} = t`).test(code);

const HANGUL = /\p{Script=Hangul}/u;
/** The switch to the other language is written in that one, and each language calls itself so. */
const OTHERWISE = ['app.otherLanguage', 'profile.ko', 'profile.en'];
const BARE = /^[\d\s–·().,%*]*$/;

describe.each(staffFiles('ko'))('%s of the staff', (file) => {
  const textsIn = (language: 'ko' | 'en'): object => require(`../src/texts/${language}/${file}`).default;
  const code = readdirSync('web/src', { recursive: true, encoding: 'utf8' })
    .filter((name) => /^(staff|door)\/.*\.tsx?$/.test(name) && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(`web/src/${name}`, 'utf8'));

  test('both languages say the same things, each in its own', () => {
    const [korean, english] = [leavesOf(textsIn('ko')), leavesOf(textsIn('en'))];
    expect(english.map(({ path }) => path)).toEqual(korean.map(({ path }) => path));
    const wrong = [
      ...korean.filter(({ text }) => !HANGUL.test(text) && !BARE.test(text)),
      ...english.filter(({ text }) => HANGUL.test(text) || text.trim() === ''),
    ];
    expect(wrong).toEqual([]);
  });

  test('each text is used', () => {
    const unused = leavesOf(textsIn('ko')).filter(({ path }) => {
      const keys = path.split('.');
      // What is chosen by a value, such as a status, is asked for by the group that it is in.
      return !keys.some((key) => code.some((one) => hasKey(one, key)));
    });
    expect(unused).toEqual([]);
  });
});

test('no file of the staff’s texts is in one language alone', () => {
  expect(staffFiles('en')).toEqual(staffFiles('ko'));
});

test('both languages say the same things', () => {
  expect(leavesOf(en).map(({ path }) => path)).toEqual(leavesOf(ko).map(({ path }) => path));
});

test('each text is written, and in its own language', () => {
  const wrong = [
    ...leavesOf(ko).filter(({ text }) => !HANGUL.test(text) && !BARE.test(text)),
    ...leavesOf(en).filter(({ text }) => HANGUL.test(text) || text.trim() === ''),
  ];
  expect(wrong.filter(({ path }) => !OTHERWISE.includes(path))).toEqual([]);
});

test('each text is used', () => {
  const paths = leavesOf(ko).map(({ path }) => path);
  expect(paths.filter((path) => !isUsed(path))).toEqual([]);
});

test('a text that nobody asks for is found', () => {
  expect(isUsed('app.skipToContent')).toBe(true);
  expect(isUsed('app.nobodyAsksForThis')).toBe(false);
});

test.each(API_PROBLEMS)('%s is said as a sentence that tells what to do', (code) => {
  expect(ko.problems[code]).toMatch(/[.]$/);
  expect(en.problems[code]).toMatch(/[.]$/);
});
