import { readFileSync } from 'node:fs';
import path from 'node:path';
import { findSecrets } from './secretPatterns';

/** Put together here, so that no line of this file looks like a secret itself. */
const joined = (...parts: string[]): string => parts.join('');
const many = (count: number): string => 'aB3'.repeat(count).slice(0, count);

test.each<[string, string]>([
  ['private key', joined('-----BEGIN RSA ', 'PRIVATE KEY-----\n', many(64))],
  ['private key', joined('"-----BEGIN ', 'PRIVATE KEY-----\\n', many(64), '"')],
  ['private JSON web key', joined('{"kty":"RSA",', '"d"', `:"${many(60)}"}`)],
  ['key of a connection string', joined('AccountName=marquee;', 'AccountKey=', many(86), '==;')],
  ['key of a connection string', joined('Endpoint=sb://x;', 'SharedAccessKey=', many(43), '=')],
  ['shared access signature', joined('https://x/app.zip?sv=2025', '&sig=', many(44), '%3D')],
  ['token', joined('Bearer ', 'eyJ', many(20), '.eyJ', many(40), '.', many(43))],
  ['key of the payment provider', joined('PAYMENT_SECRET_KEY=live', '_sk_', many(27))],
  ['key of the payment provider', joined('live', '_gsk_', many(27))],
  ['secret of an Entra application', joined('abc', '8Q~', many(34))],
  ['GitHub token', joined('gh', 'p_', many(36))],
  ['GitHub token', joined('github', '_pat_', many(82))],
  ['npm token', joined('npm', '_', many(36))],
  ['AWS key', joined('AK', 'IA', 'ABCDEFGH12345678')],
  ['Slack token', joined('xo', 'xb-', many(30))],
  ['password in an address', joined('smtp://tickets:', many(12), '@mail.example')],
])('a %s is found, with its line', (kind, text) => {
  expect(findSecrets(`first\n${text}\nlast`)).toEqual([{ kind, line: 2 }]);
});

test('values that everybody has are none', () => {
  const sample = readFileSync(path.resolve(__dirname, '../../local.settings.sample.json'), 'utf8');
  expect(findSecrets(sample)).toEqual([]);
});

test('an emulator’s key does not hide another', () => {
  const other = joined('AccountKey=', many(86), '==');
  const sample = readFileSync(path.resolve(__dirname, '../../local.settings.sample.json'), 'utf8');
  expect(findSecrets(`${sample}${other}`)).toHaveLength(1);
});
