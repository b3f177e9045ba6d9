import type { SourceFile } from './sourceFile';

/** A word that is used nowhere, and the one that is used instead. */
export type Forbidden = { readonly word: string; readonly instead: string };

const ROW = /^\| \*\*(.+?)\*\* *\|.*\|(.*)\|$/gm;

/** The words in plain letters of the glossary's last column. Those in italics have a meaning of their own. */
export const forbiddenWords = (glossary: string): Forbidden[] =>
  [...glossary.matchAll(ROW)].flatMap(([, instead = '', not = '']) =>
    not
      .replace(/_[^_]*_( alone)?( \([^)]*\))?/g, '')
      .split(',')
      .map((word) => word.trim())
      .filter((word) => word !== '')
      .map((word) => ({ word, instead })),
  );

/** Words that have a row of their own, so that none is forbidden by one row and explained by another. */
export const explainedWords = (glossary: string): string[] =>
  [...glossary.matchAll(ROW)].map(([, word = '']) => word);

/**
 * Where a forbidden word is written: in a name, a comment, a text for people, a page. `excused` is `path word`. Within one of
 * the `phrases` it is explained.
 */
export function forbiddenWordsIn(
  files: readonly SourceFile[],
  forbidden: readonly Forbidden[],
  excused: Readonly<Record<string, string>>,
  phrases: readonly string[] = [],
): string[] {
  const explained = phrases.map((phrase) => new RegExp(`\\b${phrase}`, 'gi'));
  const sought = forbidden.map((one) => ({ ...one, forms: formsOf(one.word) }));
  return files.flatMap(({ path, text }) => {
    const lines = explained.reduce((rest, phrase) => rest.replace(phrase, ''), apart(text)).split('\n');
    const here = sought.filter(({ word }) => excused[`${path} ${word}`] === undefined);
    return lines.flatMap((line, i) =>
      here
        .filter(({ forms }) => forms.test(line))
        .map(({ word, instead }) => `${path}:${i + 1}: "${word}", the glossary says ${instead}`),
    );
  });
}

/** `bookingOf` is two words. */
const apart = (line: string): string => line.replace(/([a-z0-9])([A-Z])/g, '$1 $2');

const IRREGULAR: Readonly<Record<string, string>> = {
  give: 'give|gives|gave|given|giving',
  steal: 'steal|steals|stole|stolen|stealing',
};

function formsOf(word: string): RegExp {
  const [first = '', ...others] = word.split(' ');
  const forms = IRREGULAR[first] ?? `${first.replace(/y$/, '(?:y|ie)')}(?:e?s|ed|ing)?`;
  // Between a verb and its "back" may stand what is given.
  return new RegExp(`\\b(?:${forms})${others.map((other) => ` (?:\\w+ )?${other}`).join('')}\\b`, 'i');
}
