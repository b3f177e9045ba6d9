import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { check } from './check';
import { stampOf } from './compiled';
import { type Compiler, findBicep, openCompiler } from './compiler';
import { copied, ROOT } from './copied';
import { render } from './finding';
import { keep, outdated, pinnedVersion } from './kept';
import { at, made } from './resource';

const command = findBicep();
let compiler: Compiler | undefined;

beforeAll(async () => {
  if (command !== undefined) compiler = await openCompiler(command);
  else console.log('No Bicep CLI here: that infra-bicep/compiled/ is what it gives was not tried.');
});
afterAll(() => compiler?.close());

test('nothing is wrong with the files as they are', async () => {
  const { findings, compiled } = await check(ROOT, compiler);
  expect(findings.map(render)).toEqual([]);
  expect(compiled?.deployments.map(({ parameterFile }) => parameterFile)).toEqual([
    'infra-bicep/bootstrap.bicepparam',
    'infra-bicep/dev.bicepparam',
    'infra-bicep/production.bicepparam',
  ]);
});

test('without a compiler nothing is wrong either: what is kept is of these sources', async () => {
  const { findings, how } = await check(ROOT, undefined);
  expect(findings.map(render)).toEqual([]);
  expect(how).toContain('kept beside the source');
});

(command === undefined ? test.skip : test)('what is kept is what the compiler gives', async () => {
  const { compiled } = await check(ROOT, compiler);
  if (compiled === undefined || compiler === undefined) throw new Error('it does not compile');
  const { findings, note } = outdated(ROOT, compiled, await stampOf(ROOT, compiler));
  if (note !== undefined) console.log(note);
  expect(findings.map(render)).toEqual([]);
});

test('each environment gets an app for each context', async () => {
  const { compiled } = await check(ROOT, undefined);
  for (const name of ['dev', 'production']) {
    const deployment = compiled?.deployments.find(({ parameterFile }) => parameterFile.includes(name));
    const contexts = made(deployment ?? { resources: [] }, 'Microsoft.Web/sites').map((app) =>
      at(app, 'tags.azd-service-name'),
    );
    expect([name, contexts.sort()]).toEqual([
      name,
      [
        'admission',
        'lending',
        'membership',
        'musical',
        'mypage',
        'notification',
        'operations',
        'reservation',
      ],
    ]);
  }
});

describe('what is kept is old', () => {
  let copy: string;
  beforeEach(() => {
    copy = copied();
  });
  afterEach(() => rmSync(copy, { recursive: true, force: true }));
  const saysOf = async () => (await check(copy, undefined)).findings.map(render);
  const change = (file: string, change: (text: string) => string) => {
    const target = path.join(copy, file);
    writeFileSync(target, change(readFileSync(target, 'utf8')));
  };

  test.each([
    'infra-bicep/modules/budget.bicep',
    'infra-bicep/production.bicepparam',
    'infra-bicep/bicepconfig.json',
    'shared/containers.json',
  ])('when %s has changed', async (file) => {
    change(file, (text) => (file.endsWith('.json') ? text.replace('{', '{ "more": {},') : `${text}\n`));
    expect(await saysOf()).toContainEqual(expect.stringContaining(`${file}: what is compiled is older`));
  });

  test('but not by another end of its lines, or another layout', async () => {
    change('infra-bicep/main.bicep', (text) => text.replaceAll('\n', '\r\n'));
    change('infra-bicep/operations.json', (text) => JSON.stringify(JSON.parse(text)));
    expect(await saysOf()).toEqual([]);
  });

  test('when another version of the compiler is pinned', async () => {
    change('infra-bicep/bicep-version', () => '0.99.1\n');
    const pinned = pinnedVersion(ROOT);
    expect(await saysOf()).toEqual([
      expect.stringContaining(`it was compiled by ${pinned}, bicep-version says 0.99.1`),
    ]);
  });

  test('and a compiler of another version than the pinned one cannot tell', async () => {
    const { compiled } = await check(copy, undefined);
    if (compiled === undefined) throw new Error('nothing is kept');
    const { findings, note } = outdated(copy, compiled, { compiler: '0.99.1', sources: {} });
    expect(findings).toEqual([]);
    expect(note).toContain('was not compared');
  });

  test('a resource more is another list for whoever reads the pull request', async () => {
    const { compiled } = await check(copy, undefined);
    if (compiled === undefined) throw new Error('nothing is kept');
    const deployments = compiled.deployments.map((deployment, i) =>
      i === 0 ? { ...deployment, resources: deployment.resources.slice(1) } : deployment,
    );
    const fewer = { ...compiled, deployments };
    const stamp = JSON.parse(readFileSync(path.join(copy, 'infra-bicep/compiled/stamp.json'), 'utf8'));
    expect(outdated(copy, fewer, stamp).findings.map(render)).toEqual([
      expect.stringContaining('infra-bicep/compiled/bootstrap.snapshot.json'),
      expect.stringContaining('infra-bicep/compiled/bootstrap.md'),
    ]);
    keep(copy, fewer, stamp);
    expect(outdated(copy, fewer, stamp).findings).toEqual([]);
  });
});
