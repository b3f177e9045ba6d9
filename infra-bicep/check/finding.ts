/** Something that is wrong, said so that the reader knows what to change. */
export type Finding = {
  /** Relative to the root of the repository. */
  readonly file: string;
  /** From 1; absent where no single line is to blame. */
  readonly line?: number | undefined;
  readonly message: string;
};

export const render = ({ file, line, message }: Finding): string =>
  `${file}${line === undefined ? '' : `:${line}`}: ${message}`;

/** Each parameter file meets the same mistake again. */
export function distinct(findings: readonly Finding[]): Finding[] {
  const byText = new Map(findings.map((found) => [render(found), found]));
  return [...byText.values()].sort(
    (a, b) =>
      a.file.localeCompare(b.file) || (a.line ?? 0) - (b.line ?? 0) || a.message.localeCompare(b.message),
  );
}
