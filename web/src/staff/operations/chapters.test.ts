import { readFileSync } from 'node:fs';
import { CHAPTERS } from './chapters';

test('each chapter is one of the handbook', () => {
  const handbook = readFileSync('docs/operations.md', 'utf8').replaceAll("'", '’');
  const heads = handbook.split('\n').filter((line) => line.startsWith('## '));
  expect(Object.values(CHAPTERS).filter((chapter) => !heads.includes(`## ${chapter}`))).toEqual([]);
});
