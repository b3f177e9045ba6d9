import { parseConfig } from './config';

const good = {
  apiUrl: '/api',
  issuer: 'http://127.0.0.1:9999/',
  clientId: 'marquee-web',
  payment: { kind: 'stand-in', url: 'http://127.0.0.1:9900/pay' },
};

test('a good document is read; addresses end without a slash, the rest has a default', () => {
  expect(parseConfig(good)).toEqual({
    ...good,
    issuer: 'http://127.0.0.1:9999',
    theatre: 'Marquee',
    timeZone: 'Asia/Seoul',
  });
  expect(parseConfig({ ...good, payment: { kind: 'toss', clientKey: 'test_ck' } }).payment).toEqual({
    kind: 'toss',
    clientKey: 'test_ck',
  });
});

test.each([
  [null, 'the document must be an object'],
  [[], 'the document must be an object'],
  [{ ...good, apiUrl: '' }, 'apiUrl must be a text'],
  [{ ...good, issuer: 7 }, 'issuer must be a text'],
  [{ ...good, clientId: undefined }, 'clientId must be a text'],
  [{ ...good, payment: undefined }, 'payment must be an object'],
  [{ ...good, payment: { kind: 'card' } }, 'payment.kind must be'],
  [{ ...good, payment: { kind: 'toss' } }, 'payment.clientKey must be a text'],
  [{ ...good, theatre: '' }, 'theatre must be a text'],
])('%j is refused: %s', (document, message) => {
  expect(() => parseConfig(document)).toThrow(message);
});
