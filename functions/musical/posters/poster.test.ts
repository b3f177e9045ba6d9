import { posterIdOf, posterTypeOf } from './poster';

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));

test.each([
  ['image/jpeg', '\xff\xd8\xff\xe0..JFIF'],
  ['image/png', '\x89PNG\r\n\x1a\n....IHDR'],
  ['image/webp', 'RIFF....WEBPVP8 '],
  [undefined, '<svg xmlns="http://www.w3.org/2000/svg"/>'],
  [undefined, 'RIFF....WAVE'],
  [undefined, 'GIF89a'],
  [undefined, ''],
])('%s begins as it has to', (type, text) => {
  expect(posterTypeOf(bytes(text))).toBe(type);
});

test('another picture has another address, and the same one the same', () => {
  expect(posterIdOf(bytes('a'))).toBe(posterIdOf(bytes('a')));
  expect(posterIdOf(bytes('a'))).not.toBe(posterIdOf(bytes('b')));
});
