import type { SourceFile } from './sourceFile';

/** A line that an operator may meet. What differs from time to time is `…`. */
export type LogLine = { readonly level: string; readonly message: string };

const IN_CODE = /\b(?:log|jsonLog\(context\))\.(info|warn|error)\(\s*(['`])(.*?)\2/gs;
/** What the supervisor of one machine says on the terminal. */
const AT_THE_TERMINAL = /\b(?:report|stamped)\(\s*'(WARN|ERROR)',\s*(`)(.*?)\2/gs;

/** Every line that the sources write, once. */
export const logLinesIn = (files: readonly SourceFile[]): LogLine[] => {
  const found = files.flatMap(({ text }) =>
    [IN_CODE, AT_THE_TERMINAL].flatMap((pattern) =>
      [...text.matchAll(pattern)].map(([, level = '', , message = '']) => ({
        level: level.toLowerCase(),
        message: message.replace(/\$\{.*?\}/g, '…'),
      })),
    ),
  );
  return [...new Map(found.map((line) => [textOf(line), line])).values()];
};

/** The rows of the page's table of log lines. Each says what the line means and what to do. */
export const logLinesOf = (
  page: string,
): (LogLine & { readonly meaning: string; readonly action: string })[] => {
  const [, section = ''] = page.split('\n## Log lines\n');
  return [...(section.split('\n## ')[0] ?? '').matchAll(/^\| `(.+?)` +\| (\w+) +\|(.*?)\|(.*?)\|$/gm)].map(
    ([, message = '', level = '', meaning = '', action = '']) => ({
      message,
      level,
      meaning: meaning.trim(),
      action: action.trim(),
    }),
  );
};

export const textOf = ({ level, message }: LogLine): string => `${level}: ${message}`;
