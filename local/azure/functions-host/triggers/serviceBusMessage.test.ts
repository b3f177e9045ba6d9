import { readBody } from './serviceBusMessage';

test.each([
  [Buffer.from('{"a":1}'), '{"a":1}'],
  [Buffer.from('한'), '한'],
  [Buffer.from([0xff, 0xfe]), Buffer.from([0xff, 0xfe])],
  ['text', 'text'],
  [undefined, ''],
  [{ a: 1 }, '{"a":1}'],
])('%j is read as %j', (body, expected) => {
  expect(readBody({ body })).toEqual(expected);
});
