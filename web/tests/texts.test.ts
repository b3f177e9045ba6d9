import { readdirSync, readFileSync } from 'node:fs';
import { API_PROBLEMS, OWN_PROBLEMS } from '../src/api/problem';
import enCommon from '../src/texts/en';
import enOwn from '../src/texts/en/own';
import koCommon from '../src/texts/ko';
import koOwn from '../src/texts/ko/own';

const en = { ...enCommon, ...enOwn };
const ko = { ...koCommon, ...koOwn };

type Leaf = { readonly path: string; readonly text: string };

/** Every text by its path; one with a place to fill is said of something. */
function leavesOf(texts: object, path = ''): Leaf[] {
  return Object.entries(texts).flatMap(([key, value]) => {
    const at = path === '' ? key : `${path}.${key}`;
    if (typeof value === 'object') return leavesOf(value, at);
    return [{ path: at, text: String(typeof value === 'function' ? value(3, 3, 3) : value) }];
  });
}

const source = readdirSync('web/src', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('texts') && !file.endsWith('.test.ts'))
  .map((file) => readFileSync(`web/src/${file}`, 'utf8'));

/** A text is asked for by its key in a file that asks for its section; a group of them by its own key. */
function isUsed(path: string): boolean {
  const [section = '', key = ''] = path.split('.');
  const asks = new RegExp(`\\.${section}\\b|\\['${section}'\\]`);
  return source.some((code) => asks.test(code) && (section === 'problems' || hasKey(code, key)));
}
const hasKey = (code: string, key: string): boolean =>
  new RegExp(`\\.${key}\\b`).test(code) || new RegExp(`\\{[^}]*\\b${key}\\b[^}]*\\} = t`).test(code);

const HANGUL = /\p{Script=Hangul}/u;
/** The switch to the other language is written in that one; some texts are only what fills them. */
const OTHERWISE = ['app.otherLanguage', 'app.signedInAs'];
const BARE = /^[\d\s–·().,%*]*$/;

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

test.each([...API_PROBLEMS, ...OWN_PROBLEMS])('%s is said as a sentence that tells what to do', (code) => {
  expect(ko.problems[code]).toMatch(/[.]$/);
  expect(en.problems[code]).toMatch(/[.]$/);
});
