import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '..');
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');

const page = read('docs/deploy.md');
const texts = (pattern: string): string =>
  globSync(`infra-bicep/${pattern}`, { cwd: ROOT }).map(read).join('\n');

const all = (pattern: RegExp, text: string): string[] => [
  ...new Set([...text.matchAll(pattern)].map(([, name]) => name ?? '')),
];

test('it registers the provider of every resource', () => {
  const [registered = ''] = all(/for provider in (.+); do/g, page);
  // These two every subscription has.
  const used = all(/'Microsoft\.(\w+)\//g, texts('{*,modules/*}.bicep')).filter(
    (name) => !['Authorization', 'Resources'].includes(name),
  );
  expect(used.filter((name) => !registered.split(' ').includes(name))).toEqual([]);
});

test('it names every variable that the parameter files read', () => {
  const variables = all(/readEnvironmentVariable\('(\w+)'/g, texts('*.bicepparam'));
  // azd alone sets AZURE_ENV_NAME.
  expect(variables.filter((name) => name !== 'AZURE_ENV_NAME' && !page.includes(name))).toEqual([]);
});

/** What the gateway's policy validate-jwt documents. Source: learn.microsoft.com/azure/api-management/validate-jwt-policy */
const GATEWAY_ALGORITHMS = ['HS256', 'PS256', 'RS256', 'RS512'];

test('it promises no signature that the gateway does not know', () => {
  const named = all(/\b([A-Z]{2}(?:256|384|512)|EdDSA)\b/g, page);
  expect(named).toContain('RS256');
  expect(named.filter((name) => !GATEWAY_ALGORITHMS.includes(name))).toEqual([]);
});

test('who deploys signs in from main only', () => {
  for (const part of ['"custom_branch_policies":true', '/deployment-branch-policies -f name=main'])
    expect(page).toContain(part);
});

test('it says what each environment costs', () => {
  expect(page).toMatch(/\| \*\*a month\*\* +\| \*\*about \d+\*\* +\| \*\*about [\d,]+/);
});

test('every script, output and file that it names is there', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: object };
  expect(all(/npm run ([\w:-]+)/g, page).filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  const outputs = all(/^output (\w+)/gm, texts('*.bicep'));
  const named = all(/(?:output `|properties\.outputs\.|<)(\w+(?:Id|Url|Name|Names|Records))\b/g, page);
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((name) => !outputs.includes(name))).toEqual([]);
  const files = all(/`((?:infra-bicep|shared|local)\/[\w/.]+\.\w+)`/g, page);
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) expect(read(file)).not.toBe('');
});
