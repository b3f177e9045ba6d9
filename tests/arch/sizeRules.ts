import type { Rule } from './importRules';
import type { SourceFile } from './sourceFile';

const MAX_FILE_LINES = 300;
const MAX_FUNCTION_LINES = 70;

/** Longer ones with their reasons: `path` or `path name`. */
export type Excused = Readonly<Record<string, string>>;

export const filesFitAFewScreens =
  (excused: Excused): Rule =>
  (files) =>
    files
      .map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
      .filter(({ path, lines }) => lines > MAX_FILE_LINES && excused[path] === undefined)
      .map(({ path, lines }) => `${path}: has ${lines} lines`);

export const functionsFitAScreen =
  (excused: Excused): Rule =>
  (files) =>
    files.flatMap(({ path, ...file }) =>
      functionsOf({ path, ...file })
        .filter(({ name, lines }) => lines > MAX_FUNCTION_LINES && excused[`${path} ${name}`] === undefined)
        .map(({ name, lines }) => `${path}: ${name} has ${lines} lines`),
    );

const STARTS = [
  /^(\s*)(?:export )?(?:default )?(?:async )?function\*? (\w+)/,
  /^(\s*)(?:export )?const (\w+) = (?:async )?(?:<[^>]*>)?\(?.*$/,
  /^(\s*)(?:(?:private|public|static|override|async|get|set|#)\s*)*(\w+)\(.*\{$/,
];

/**
 * Functions with a block for a body and how many lines each has. The formatter keeps the closing brace at the column of
 * the line that begins the function, so no parser is needed. A record of functions is not a function.
 */
function functionsOf({ text }: SourceFile): { name: string; lines: number }[] {
  const lines = text.split('\n');
  return lines.flatMap((line, start) => {
    const [, indent = '', name = ''] =
      STARTS.map((pattern) => pattern.exec(line)).find((match) => match !== null) ?? [];
    if (name === '' || /^(if|for|while|switch|catch|return)$/.test(name)) return [];
    const closes = new RegExp(`^${indent}[)>}|\\]]`);
    const isNext = new RegExp(`^\\s{0,${indent.length}}\\S`);
    const end = lines.findIndex((other, i) => i > start && isNext.test(other) && !isHeader(other, closes));
    const header = lines.slice(start, end).filter((other, i) => i === 0 || closes.test(other));
    const hasBlock = header.some((other) => /(=>|\)|[>\w\]]) \{$/.test(other));
    const isClosed = lines[end]?.startsWith(`${indent}}`) === true;
    return hasBlock && isClosed && !line.endsWith(';') ? [{ name, lines: end - start + 1 }] : [];
  });
}

/** `): Promise<void> {`: the parameters end, the body begins. */
const isHeader = (line: string, closes: RegExp): boolean => closes.test(line) && line.endsWith('{');
