/** A Markdown table with its columns in line, as the formatter writes it. A bar within a cell is escaped. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = [head, ...rows].map((row) => row.map((cell) => cell.replaceAll('|', '\\|')));
  const widths = head.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const lines = cells.map((row) => line(row.map((cell, column) => cell.padEnd(widths[column] ?? 0))));
  const [first = '', ...others] = lines;
  return [first, line(widths.map((width) => '-'.repeat(width))), ...others].join('\n');
}

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
