import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { metrics } from '../shared/telemetry/metrics';
import logAlerts from './logAlerts.json';
import metricAlerts from './metricAlerts.json';
import operations from './operations.json';

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

/** Every question to a log: those of the alerts, and those of the workbook's tiles. */
const queries: [name: string, query: string][] = [
  ...Object.entries(logAlerts).map(([name, { query }]): [string, string] => [name, query]),
  ...(JSON.parse(workbook) as { items: { name: string; content: { query?: string } }[] }).items.flatMap(
    ({ name, content: { query } }): [string, string][] => (query === undefined ? [] : [[name, query]]),
  ),
];

// shared/telemetry/exporters.test.ts looks at the rows that our part of telemetry really writes.
test.each(queries)(
  '%s asks for no row of requests but the host’s, for the gateway has one of the same call',
  (_, query) => {
    if (/\brequests \|/.test(query))
      expect(query).toContain("where cloud_RoleName startswith 'func-marquee-'");
  },
);

test.each(queries)(
  '%s counts nothing by rows that sampling leaves out, or that are many calls each',
  (name, query) => {
    const counted = /count(?:if)?\(/.test(query.replace('looked_at = count()', ''));
    expect(counted && /\brequests \|/.test(query)).toBe(false);
    const figure = /^customMetrics/.test(query);
    const alert = logAlerts[name as keyof typeof logAlerts] as
      | { sumOf: string | null; threshold: number }
      | undefined;
    // More than none needs no sum.
    if (figure && alert !== undefined && alert.threshold > 0) expect(alert.sumOf).toBe('valueSum');
    if (figure && alert === undefined) expect(query).toMatch(/sum(?:if)?\(valueSum/);
  },
);

test('every dimension of a metric that is asked for is one it is kept by', () => {
  const kept = [...code.matchAll(/recordMetric\('[\w.]+',[^{;]*\{([^}]*)\}/g)].flatMap(
    ([, attributes = '']) => [...attributes.matchAll(/(\w+)(?=[,:\s]|$)/g)].map(([, attribute]) => attribute),
  );
  const asked = queries.flatMap(([, query]) =>
    [...query.matchAll(/customDimensions\.(\w+)/g)].map(([, dimension]) => dimension),
  );
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.filter((dimension) => !kept.includes(dimension))).toEqual([]);
});

test('every function that is asked for is one of the code', () => {
  const asked = queries.flatMap(([, query]) => [
    ...query.matchAll(/'([a-z]+-(?:post|put|get|delete|list))'/g),
  ]);
  expect(asked.length).toBeGreaterThan(0);
  const known = Object.values(operations.byContext).flat();
  expect(asked.map(([, name]) => name).filter((name) => !known.includes(name ?? ''))).toEqual([]);
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
      'publish-lag',
      'dead-letters',
      'refunds-owed',
      'request-units',
    ]),
  );
});
