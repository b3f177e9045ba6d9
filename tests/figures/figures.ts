import { noImportCycles, noKnowledgeCycles } from '../arch/importRules';
import type { SourceFile } from '../arch/sourceFile';
import { functionLines } from './functionLines';

export type Figure = { readonly what: string; readonly is: string; readonly goal: string };

const sorted = (values: readonly number[]): number[] => values.toSorted((a, b) => a - b);
const atShare = (values: readonly number[], share: number): number =>
  sorted(values)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;

/** What can be counted of how the code reads. */
export function figuresOf(files: readonly SourceFile[]): Figure[] {
  const lengths = files.map(({ text }) => text.trimEnd().split('\n').length);
  const byFile = files.map(({ path, text }) => ({ path, lines: functionLines(text) }));
  const functions = byFile.flatMap(({ lines }) => lines);
  const longest = Math.max(...functions);
  const inFile = byFile.find(({ lines }) => lines.includes(longest))?.path;
  const docstrings = files.flatMap(({ text }) => docstringsIn(text));
  const branching = docstrings.filter((docstring) => /[:;]/.test(docstring)).length;
  const loops = files.flatMap(retryLoopsIn);
  const cycles = [...noImportCycles({})(files), ...noKnowledgeCycles(files)];
  return [
    { what: 'files', is: String(files.length), goal: '' },
    {
      what: 'file, median / longest (lines)',
      is: `${atShare(lengths, 0.5)} / ${Math.max(...lengths)}`,
      goal: '150, 300',
    },
    {
      what: 'function, median / p90 / longest (a record of functions is none)',
      is: `${atShare(functions, 0.5)} / ${atShare(functions, 0.9)} / ${longest} (${inFile})`,
      goal: '20, 60',
    },
    {
      what: 'docstrings with : or ; (code, links and Source: apart)',
      is: `${branching} of ${docstrings.length}, ${Math.round((100 * branching) / docstrings.length)} %`,
      goal: '15 %',
    },
    {
      what: 'loops that try a write again',
      is: `${loops.length} (${[...new Set(loops)].join(', ')})`,
      goal: '1',
    },
    { what: 'import cycles, types too', is: String(cycles.length), goal: '0' },
  ];
}

/** The prose of each docstring, without code, links and where a figure was taken from. */
const docstringsIn = (text: string): string[] =>
  [...text.matchAll(/\/\*\*([\s\S]*?)\*\//g)].map(([, inner = '']) =>
    inner
      .replace(/Source:[\s\S]*$/, '')
      .replace(/`[^`]*`/g, '')
      .replace(/\bhttps?:\S+/g, ''),
  );

/** Loops that count tries or attempts. */
const retryLoopsIn = ({ path, text }: SourceFile): string[] =>
  [...text.matchAll(/\b(for|while) \([^\n]*\b(tries|attempts?)\b[^\n]*\{/gi)].map(() => path);
