import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { metrics } from '../shared/telemetry/metrics';
import logAlerts from './logAlerts.json';
import metricAlerts from './metricAlerts.json';

const ROOT = path.resolve(__dirname, '..');
const text = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');

const workbook = text('infra-bicep/workbook.json');
const asked = { 'workbook.json': workbook, 'logAlerts.json': JSON.stringify(logAlerts) };

const code = globSync('{functions,shared}/**/*.ts', { cwd: ROOT })
  .filter((file) => !file.endsWith('.test.ts'))
  .map(text)
  .join('\n');

test.each([...Object.keys(logAlerts), ...Object.keys(metricAlerts)])(
  'docs/operations.md says what the alert %s means and what a person does',
  (name) => {
    const row = text('docs/operations.md')
      .split('\n')
      .find((line) => line.startsWith(`| \`${name}\``));
    const [, , meaning, action] = (row ?? '').split('|').map((cell) => cell.trim());
    expect(meaning).toMatch(/\w/);
    expect(action).toMatch(/\w/);
  },
);

test.each(Object.entries(asked))('every metric that %s asks for is one the code records', (_, asking) => {
  const named = [...asking.matchAll(/marquee\.[a-z]+(?:\.[a-z]+)*/g)].map(([name]) => name);
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((name) => !(name in metrics))).toEqual([]);
});

test.each(Object.entries(asked))('every log line that %s looks for is one the code writes', (_, asking) => {
  const lines = [...asking.matchAll(/message has '([^']+)'/g)].map(([, line]) => line);
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.filter((line) => !code.includes(`'${line}'`))).toEqual([]);
});

test('the alert silent-sweep waits for every timer, and each is counted by its name', () => {
  const timers = [...code.matchAll(/app\.timer\('([^']+)'(.*?)\}\);/gs)];
  expect(timers.length).toBeGreaterThan(0);
  expect(timers.filter(([, name, options]) => !options?.includes(`countRuns('${name}'`))).toEqual([]);
  const [waitedFor = ''] = logAlerts['silent-sweep'].query.match(/datatable\(.*?\)\[.*?\]/) ?? [];
  const names = [...waitedFor.matchAll(/'([^']+)'/g)].map(([, name]) => name);
  expect(names.sort()).toEqual(timers.map(([, name]) => name).sort());
});

test('the workbook shows sales, the saga, the time to settle, the lag, dead letters and what it costs', () => {
  const { items } = JSON.parse(workbook) as { items: { name: string }[] };
  const names = items.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names).toEqual(
    expect.arrayContaining([
      'sales',
      'funnel',
      'settle-time',
      'outbox-lag',
      'dead-letters',
      'refunds-owed',
      'request-units',
    ]),
  );
});
