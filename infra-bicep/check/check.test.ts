import { existsSync } from 'node:fs';
import path from 'node:path';
import { check } from './check';
import { render } from './finding';

const ROOT = path.resolve(__dirname, '../..');
const TYPES = path.resolve(ROOT, process.env.BICEP_TYPES_DIR ?? '../shared/bicep-types-az');

test('nothing is wrong with the files as they are', async () => {
  const { findings, deployments } = await check(ROOT, TYPES);
  expect(findings.map(render)).toEqual([]);
  expect(deployments.map(({ parameterFile }) => parameterFile)).toEqual([
    'infra-bicep/bootstrap.bicepparam',
    'infra-bicep/dev.bicepparam',
    'infra-bicep/production.bicepparam',
  ]);
});

test('each environment gets an app for each context', async () => {
  const { deployments } = await check(ROOT, TYPES);
  for (const deployment of deployments.filter(({ parameterFile }) => !parameterFile.includes('bootstrap'))) {
    const apps = deployment.resources.filter(({ type }) => type === 'Microsoft.Web/sites');
    expect(apps.map(({ name }) => name.split('-')[2]).sort()).toEqual([
      'musical',
      'mypage',
      'notification',
      'operations',
      'reservation',
    ]);
  }
});

test('without the resource types it says that they were not checked', async () => {
  const { notes, findings } = await check(ROOT, path.join(ROOT, 'no-such-folder'));
  expect(notes).toContainEqual(expect.stringContaining('no resource types'));
  expect(findings).toEqual([]);
  expect(existsSync(path.join(ROOT, 'no-such-folder'))).toBe(false);
});
