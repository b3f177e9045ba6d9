import fc from 'fast-check';
import { csv, csvAnswer } from './csv';

test('the bytes of a table: a byte order mark, commas, CRLF, and quotes where they are needed', () => {
  const table = csv(
    ['day', 'name', 'gross'],
    [
      ['2026-12-24', '김나리', 340_000],
      ['2026-12-25', 'Kim, "Mina"\nand Lee', -5],
      ['', undefined, 0],
    ],
  );
  const rows = [
    'day,name,gross',
    '2026-12-24,김나리,340000',
    '2026-12-25,"Kim, ""Mina""\nand Lee",-5',
    ',,0',
    '',
  ];
  const bytes = Buffer.from(table);
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(bytes.subarray(3)).toEqual(Buffer.from(rows.join('\r\n')));
});

test.each(['=1+1', '+82 10', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', ' =1', '＝1', '－1'])(
  'no cell begins a formula: %j',
  (text) => {
    const [, cell = ''] = csv(['a'], [[text]]).split(/(?<=^\uFEFFa)\r\n/);
    expect(cell.replace(/^"/, '')[0]).toBe("'");
  },
);

/** As RFC 4180 has it. */
function parsed(table: string): string[][] {
  const rows: string[][] = [[]];
  const cells = /("(?:[^"]|"")*"|[^,\r\n"]*)(,|\r\n)/g;
  for (const [, cell = '', end] of table.slice(1).matchAll(cells)) {
    rows.at(-1)?.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

test('whatever was typed is read back as it was, but for the mark before what would be a formula', () => {
  const text = fc.oneof(
    fc.string(),
    fc.string({ unit: fc.constantFrom('=', ' ', '"', ',', '\r', '\n', 'a') }),
  );
  fc.assert(
    fc.property(fc.array(fc.array(text, { minLength: 2, maxLength: 2 })), (rows) => {
      const [, ...read] = parsed(csv(['a', 'b'], rows));
      expect(read).toHaveLength(rows.length);
      read.flat().forEach((cell, index) => {
        const typed = rows.flat()[index] ?? '';
        expect([typed, `'${typed}`]).toContain(cell);
        expect(cell).not.toMatch(/^\s*[=+\-@]|^[\t\r\n]/);
      });
    }),
  );
});

test('a browser stores it under its name', () => {
  expect(csvAnswer('sales', ['a'], []).headers).toEqual({
    'content-type': 'text/csv; charset=utf-8; header=present',
    'content-disposition': 'attachment; filename="sales.csv"',
  });
});
