import { readFileSync } from 'node:fs';
import { pages } from '../docs/generate';
import { problemDocument } from '../shared/http/problem';
import { problem, problems } from './problems';

test('docs/problems.md says what the table says; if not, run npm run generate', () => {
  expect(readFileSync('docs/problems.md', 'utf8')).toBe(pages()['docs/problems.md']);
});

test.each(Object.entries(problems))(
  '%s has a status of an error and a title; 429, 500 and 503 alone are worth a retry',
  (code, definition) => {
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(definition.status).toBeGreaterThanOrEqual(400);
    expect(definition.status).toBeLessThan(600);
    expect(definition.title).not.toBe('');
    expect(definition.retryable).toBe([429, 500, 503].includes(definition.status));
  },
);

test('a problem of ours is told with its type, status and members', () => {
  expect(problemDocument(problem('seat-taken', 'Taken: A-1-1.', { taken: ['A-1-1'] }))).toEqual({
    type: 'https://marquee.example/problems/seat-taken',
    title: 'A seat is somebody else’s',
    status: 409,
    detail: 'Taken: A-1-1.',
    code: 'seat-taken',
    taken: ['A-1-1'],
  });
});
