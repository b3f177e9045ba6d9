import { parseJsonc } from './parseJsonc';

test('comments, trailing commas and a byte order mark are no matter; texts are left alone', () => {
  const text =
    '\uFEFF{ // one\n "url": "http://x/*not a comment*/", /* two */ "list": [1, 2,], "text": ",}", }';
  expect(parseJsonc(text)).toEqual({ url: 'http://x/*not a comment*/', list: [1, 2], text: ',}' });
});

test('what is no JSON throws', () => {
  expect(() => parseJsonc('{ "a": }')).toThrow(SyntaxError);
});
