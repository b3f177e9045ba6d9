import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../..');
const FOLDER = path.join(ROOT, '.github/workflows');
const workflows = readdirSync(FOLDER).map((name) => ({
  name,
  text: readFileSync(path.join(FOLDER, name), 'utf8'),
}));
const { scripts } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { scripts: object };

const lines = (text: string): string[] => text.split('\n');

describe.each(workflows)('$name', ({ text }) => {
  test('its steps are scripts that run anywhere', () => {
    const named = [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, script]) => script ?? '');
    expect(named.filter((script) => !Object.hasOwn(scripts, script))).toEqual([]);
  });

  test('packages come as on any machine: npm ci refuses a lock without other platforms’ packages', () => {
    expect(text).not.toContain('npm ci');
  });

  test('its actions are pinned to a commit, with the version beside it', () => {
    const actions = [...text.matchAll(/uses: (\S+)(.*)/g)].filter(([, action]) => !action?.startsWith('./'));
    for (const [line] of actions) expect(line).toMatch(/uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test('it begins with no more than reading, and writes by a token of its own only to Azure or the pull request', () => {
    expect(text).toMatch(/^permissions:\n {2}contents: read\n/m);
    const writes = [...text.matchAll(/^\s+([\w-]+): write$/gm)].map(([, scope]) => scope);
    expect(writes.filter((scope) => scope !== 'id-token' && scope !== 'pull-requests')).toEqual([]);
  });

  test('it needs no secret and leaves no token in the work tree', () => {
    expect(text).not.toContain('secrets.');
    expect(text).not.toContain('pull_request_target');
    const checkouts = text.split('actions/checkout@').length - 1;
    expect(text.split('persist-credentials: false').length - 1).toBe(checkouts);
  });

  test('nothing from outside is pasted into a script', () => {
    const pasted = lines(text).filter(
      (line) => line.includes('$' + '{{') && /run:|^\s{10,}(az|gh|jq|npm|echo) /.test(line),
    );
    expect(pasted).toEqual([]);
  });

  test('runs of it wait for each other or replace each other', () => {
    expect(text).toMatch(/concurrency:\n|uses: \.\/\.github\/workflows\/environment\.yml/);
  });

  test('its jobs end some time', () => {
    const runners = text.split('runs-on:').length - 1;
    expect(text.split('timeout-minutes:').length - 1).toBe(runners);
  });
});

test('every variable that an environment’s parameters read is handed on by the workflows', () => {
  const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');
  // azd alone sets AZURE_ENV_NAME.
  const wanted = (file: string) =>
    [...read(file).matchAll(/readEnvironmentVariable\('(\w+)'/g)]
      .map(([, name]) => name ?? '')
      .filter((name) => name !== 'AZURE_ENV_NAME');
  const given = (file: string) =>
    [...read(`.github/workflows/${file}`).matchAll(/^\s+(\w+): \$/gm)].map(([, n]) => n);
  expect(given('environment.yml')).toEqual(expect.arrayContaining(wanted('infra-bicep/dev.bicepparam')));
  expect(given('environment.yml')).toEqual(
    expect.arrayContaining(wanted('infra-bicep/production.bicepparam')),
  );
  expect(given('pull-request.yml')).toEqual(expect.arrayContaining(wanted('infra-bicep/dev.bicepparam')));
  expect(given('pull-request.yml')).toEqual(
    expect.arrayContaining(wanted('infra-bicep/production.bicepparam')),
  );
});

test('no date is written down that is refused a month later', () => {
  const files = [
    ...workflows.map(({ text }) => text),
    ...['dev', 'production'].map((name) => parametersOf(name)),
  ];
  expect(files.flatMap((text) => text.match(/\b20\d\d-\d\d-\d\d\b/g) ?? [])).toEqual([]);
});

const parametersOf = (name: string): string =>
  readFileSync(path.join(ROOT, `infra-bicep/${name}.bicepparam`), 'utf8');

test('whatever compiles, compiles with the pinned version', () => {
  const compiling = workflows.filter(({ text }) =>
    /infra:check|az deployment group (?:create|what-if)/.test(text),
  );
  expect(compiling.map(({ name }) => name)).toEqual(['deploy.yml', 'environment.yml', 'pull-request.yml']);
  for (const { text } of compiling)
    expect(text).toContain('az bicep install --version "v$(cat infra-bicep/bicep-version)"');
});

test('azd deploys one service for each context, all from the one folder that is staged', () => {
  const text = readFileSync(path.join(ROOT, 'azure.yaml'), 'utf8');
  const services = [...text.matchAll(/^ {2}(\w+):\n {4}project: (.+)$/gm)].map(([, name, folder]) => [
    name,
    folder,
  ]);
  const contexts = Object.keys(
    JSON.parse(readFileSync(path.join(ROOT, 'infra-bicep/contexts.json'), 'utf8')),
  );
  expect(services).toEqual([
    ...contexts.map((context) => [context, 'dist/package/app']),
    ['web', 'dist/package/web'],
  ]);
  expect(text.split('remoteBuild: false').length - 1).toBe(contexts.length);
});
