import { readFileSync } from 'node:fs';
import { parseTheatre, receiptOf } from './theatre';

const shipped = JSON.parse(readFileSync('web/public/theatre.json', 'utf8'));

test('the file that comes with the app is whole, in both languages', () => {
  const { business, terms, privacy } = parseTheatre(shipped);
  expect(business.registrationNumber).toEqual({ ko: '000-00-00000', en: '000-00-00000' });
  const texts = [...terms, ...privacy].flatMap(({ heading, text }) => [heading, text]);
  expect(texts.length).toBeGreaterThan(10);
  for (const { ko, en } of texts) {
    expect(ko).toMatch(/\p{Script=Hangul}/u);
    expect(en).not.toMatch(/\p{Script=Hangul}/u);
  }
});

test.each([
  [null, 'the document must be an object'],
  [{ ...shipped, business: undefined }, 'business must be an object'],
  [{ ...shipped, business: { ...shipped.business, phone: 82 } }, 'business.phone must be a text'],
  [
    { ...shipped, business: { ...shipped.business, name: { ko: '극장' } } },
    'business.name.en must be a text',
  ],
  [{ ...shipped, terms: [] }, 'terms must be a list'],
  [{ ...shipped, privacy: [{ heading: 'x' }] }, 'privacy[0].text must be an object'],
  [{ ...shipped, receiptUrl: '' }, 'receiptUrl must be a text'],
])('%# is refused: %s', (document, message) => {
  expect(() => parseTheatre(document)).toThrow(message);
});

test('a receipt is where the theatre says, and nowhere when it says nothing', () => {
  expect(receiptOf(parseTheatre(shipped), 'r1')).toBeUndefined();
  const receiptUrl = 'https://pay.example/receipts/{reservationId}?lang=ko';
  expect(receiptOf(parseTheatre({ ...shipped, receiptUrl }), 'r/1')).toBe(
    'https://pay.example/receipts/r%2F1?lang=ko',
  );
});
