import { readFileSync } from 'node:fs';
import { logLinesIn, logLinesOf, textOf } from './logLines';
import { sourceFiles } from './sourceFile';

const lines = logLinesIn(sourceFiles('functions', 'shared', 'local/marquee/start'));
const rows = logLinesOf(readFileSync('docs/operations.md', 'utf8'));

test('the page names every line that an operator may meet, with its level, and no other', () => {
  expect(lines.length).toBeGreaterThan(30);
  expect(rows.map(textOf).sort()).toEqual(lines.map(textOf).sort());
});

test.each(rows)('$message: what it means and what to do', ({ meaning, action }) => {
  expect(meaning).toMatch(/\w/);
  expect(action).toMatch(/\w/);
});

test('a line is found in each of the ways it is written', () => {
  const text = `
    log.warn('one', { a });
    deps.log.error(
      'two',
    );
    jsonLog(context).info('three');
    log.warn(\`four: \${what} fails\`);
    this.options.report('WARN', \`\${name} ended (\${why})\`);
    print(stamped('ERROR', \`five\`));
    log.warn('one', { b });`;
  expect(logLinesIn([{ path: 'a.ts', text } as never]).map(textOf)).toEqual([
    'warn: one',
    'error: two',
    'info: three',
    'warn: four: … fails',
    'warn: … ended (…)',
    'error: five',
  ]);
});
