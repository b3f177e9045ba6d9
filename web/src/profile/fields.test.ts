import { whatIsWrong } from './fields';

const known = { name: 'Mina', email: 'mina@example.com', locale: 'ko' } as const;

test.each([
  ['nothing', {}, undefined],
  ['an address that is left out', { email: ' ' }, undefined],
  ['spaces around it', { name: ' Mina ', email: ' mina@example.com ' }, undefined],
  ['no name', { name: '  ' }, 'name'],
  ['no address', { email: 'mina' }, 'email'],
  ['two addresses', { email: 'a@b.c d@e.f' }, 'email'],
] as const)('with %s %p, the field to look at is %p', (_, said, wrong) => {
  expect(whatIsWrong({ ...known, ...said })).toBe(wrong);
});
