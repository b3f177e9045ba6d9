import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { API_PROBLEMS } from '../src/api/problem';

test('the types are those of infra-bicep/openapi.json; if not, run npm run types -w web', () => {
  const { status, stderr } = spawnSync(process.execPath, ['types/write.ts', '--check'], {
    cwd: 'web',
    encoding: 'utf8',
  });
  expect({ status, stderr }).toMatchObject({ status: 0 });
});

test('the problems are those of docs/problems.md', () => {
  const codes = [...readFileSync('docs/problems.md', 'utf8').matchAll(/<a id="([\w-]+)">/g)].map(
    ([, code]) => code,
  );
  expect([...API_PROBLEMS].sort()).toEqual(codes.sort());
});
