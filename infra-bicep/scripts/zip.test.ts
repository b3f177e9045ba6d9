import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { zip } from './zip';

const entries = [
  { name: 'host.json', content: Buffer.from('{"version":"2.0"}') },
  { name: 'dist/functions/공연.js', content: Buffer.from('a'.repeat(10_000)) },
];

test('a file comes out as it went in', () => {
  const files = unzipSync(zip(entries));
  expect(Object.keys(files)).toEqual(['host.json', 'dist/functions/공연.js']);
  expect(strFromU8(files['host.json'] as Uint8Array)).toBe('{"version":"2.0"}');
});

test('the same files give the same bytes', () => {
  expect(zip(entries).equals(zip(entries))).toBe(true);
});

const python = spawnSync('python3', ['--version']).status === 0 ? test : test.skip;

python('another program finds every file whole', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'zip-'));
  const file = path.join(folder, 'a.zip');
  writeFileSync(file, zip(entries));
  const code = `import zipfile; z = zipfile.ZipFile(${JSON.stringify(file)}); print(z.testzip(), [i.file_size for i in z.infolist()])`;
  expect(spawnSync('python3', ['-c', code], { encoding: 'utf8' }).stdout.trim()).toBe('None [17, 10000]');
  rmSync(folder, { recursive: true, force: true });
});
