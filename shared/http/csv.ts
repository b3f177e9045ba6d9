import type { Answer } from './answer';

/** A cell. A number stays one, so that a spreadsheet adds it up. */
export type Cell = string | number | undefined;

/** What a spreadsheet would take for the beginning of a formula, in full width too. Blanks before it do not help. */
const BEGINS_FORMULA = /^[\s\u00A0\uFEFF]*[=+\-@＝＋－＠]|^[\t\r\n]/;

function written(cell: Cell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  const text = BEGINS_FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** By it a spreadsheet knows the text for UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/** A table as a spreadsheet opens it. Source: RFC 4180. No text that somebody typed becomes a formula. */
export const csv = (header: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  BYTE_ORDER_MARK + [header, ...rows].map((row) => `${row.map(written).join(',')}\r\n`).join('');

/** The table as an answer that a browser stores under this name. */
export const csvAnswer = (
  name: string,
  header: readonly string[],
  rows: readonly (readonly Cell[])[],
): Answer => ({
  status: 200,
  text: csv(header, rows),
  headers: {
    'content-type': 'text/csv; charset=utf-8; header=present',
    'content-disposition': `attachment; filename="${name}.csv"`,
  },
});
