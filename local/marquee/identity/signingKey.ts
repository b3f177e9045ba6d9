import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  type CryptoKey,
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
} from 'jose';

export const ALGORITHM = 'RS256';

export type SigningKey = {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly publicJwk: JWK;
};

/** The key in `<dataDir>/identity-key.json`, made on first use and readable by its owner only, so tokens outlive restarts. */
export async function loadSigningKey(dataDir: string): Promise<SigningKey> {
  const file = path.join(dataDir, 'identity-key.json');
  const jwk: JWK = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : await createKey(file);
  const kid = await calculateJwkThumbprint(jwk);
  const privateKey = (await importJWK(jwk, ALGORITHM)) as CryptoKey;
  const { kty = 'RSA', n = '', e = '' } = jwk;
  return { kid, privateKey, publicJwk: { kty, n, e, kid, alg: ALGORITHM, use: 'sig' } };
}

async function createKey(file: string): Promise<JWK> {
  const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  const jwk = await exportJWK(privateKey);
  mkdirSync(path.dirname(file), { recursive: true });
  // Written beside and renamed: a process killed half way leaves no half key.
  const partial = `${file}.${process.pid}`;
  writeFileSync(partial, JSON.stringify(jwk), { mode: 0o600 });
  renameSync(partial, file);
  return jwk;
}
