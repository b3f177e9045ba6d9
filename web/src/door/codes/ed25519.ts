/** What a signature is verified with. `x` is the public key in base64url. Source: RFC 8037 */
export type PublicKey = {
  readonly kty: string;
  readonly crv: string;
  readonly kid: string;
  readonly x: string;
};

type Bytes = Uint8Array<ArrayBuffer>;

/** Whether the key's owner has signed this. */
export type Verify = (key: PublicKey, signature: Bytes, signed: Bytes) => Promise<boolean>;

/**
 * By the browser itself. Safari has it from 17, Firefox from 129, Chrome from 137.
 * Source: MDN, SubtleCrypto.verify, browser compatibility
 */
export const byBrowser: Verify = async ({ kty, crv, x }, signature, signed) => {
  const key = await crypto.subtle.importKey('jwk', { kty, crv, x }, 'Ed25519', false, ['verify']);
  return crypto.subtle.verify('Ed25519', key, signature, signed);
};

/** For an older phone, which alone loads it. */
export const byOurselves: Verify = async ({ x }, signature, signed) => {
  const { verifies } = await import('./edwards');
  return verifies(fromBase64url(x), signature, signed);
};

let chosen: Promise<Verify> | undefined;

export const verify: Verify = async (...asked) => {
  chosen ??= browserCan().then((can) => (can ? byBrowser : byOurselves));
  return (await chosen)(...asked);
};

/** The public key of RFC 8032's first test. */
const ANY_KEY = { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' };

const browserCan = (): Promise<boolean> =>
  crypto.subtle.importKey('jwk', ANY_KEY, 'Ed25519', false, ['verify']).then(
    () => true,
    () => false,
  );

function fromBase64url(text: string): Bytes {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
}
