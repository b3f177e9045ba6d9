import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { fromBase32, toBase32 } from '../../shared/kernel/base32';
import { MissingSetting } from '../../shared/kernel/config';
import { digest } from '../../shared/kernel/ids';

/** A public key as a JSON web key, with which a scanner without connection verifies codes. Source: RFC 8037 */
export type PublicKey = {
  readonly kty: 'OKP';
  readonly crv: 'Ed25519';
  readonly kid: string;
  readonly x: string;
};

/** What a code says, once its signature has been verified. */
export type CodeRead = { readonly ticketId: string; readonly check: string };

const KEY_ID_LENGTH = 4;
const CHECK_LENGTH = 6;

/** Tells in a code, by six letters, which performance it is for. */
export const checkOf = (performanceId: string): string =>
  digest(['performance', performanceId], CHECK_LENGTH);

/**
 * Writes and reads what stands in a ticket's QR code, `<key id>.<ticket id>.<check>.<signature>` in capitals. All of it
 * is in the alphanumeric set of QR codes. With ids of ours it is 148 characters at most, which is a code of version 6 at
 * level M, 41 modules wide. The signature is Ed25519's over everything before the last point. The same ticket always has
 * the same code, as long as the key that signs is the same.
 * Source: ISO/IEC 18004, table 7: version 6-M takes 154 alphanumeric characters.
 */
export function ticketCodes(privateKeys: string) {
  const keys = privateKeys.split(',').map(readKey);
  const [signing] = keys;
  if (signing === undefined) throw unreadable();
  const byId = new Map(keys.map((key) => [key.id, key]));
  return {
    codeOf: (ticketId: string, performanceId: string): string => {
      const signed = `${signing.id}.${ticketId}.${checkOf(performanceId)}`.toUpperCase();
      const signature = sign(null, Buffer.from(signed), signing.privateKey);
      return `${signed}.${toBase32(signature).toUpperCase()}`;
    },

    /** Undefined when none of the keys has signed it. */
    read: (code: string): CodeRead | undefined => {
      const [, signed = '', id = '', ticketId = '', check = '', signature = ''] =
        /^(([0-9A-Z]+)\.([0-9A-Z.-]+)\.([0-9A-Z]+))\.([0-9A-Z]+)$/.exec(code) ?? [];
      const key = byId.get(id.toLowerCase());
      const bytes = fromBase32(signature.toLowerCase());
      if (key === undefined || bytes === undefined) return undefined;
      if (!verify(null, Buffer.from(signed), key.publicKey, bytes)) return undefined;
      return { ticketId: ticketId.toLowerCase(), check: check.toLowerCase() };
    },

    publicKeys: keys.map(({ id, publicKey }): PublicKey => {
      const { x = '' } = publicKey.export({ format: 'jwk' });
      return { kty: 'OKP', crv: 'Ed25519', kid: id, x };
    }),
  };
}
export type TicketCodes = ReturnType<typeof ticketCodes>;

type Key = { readonly id: string; readonly privateKey: KeyObject; readonly publicKey: KeyObject };

/** Its id is a digest of the public key, so it needs no list of names. */
function readKey(base64: string): Key {
  try {
    const der = Buffer.from(base64.trim(), 'base64');
    const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
    if (privateKey.asymmetricKeyType !== 'ed25519') throw unreadable();
    const publicKey = createPublicKey(privateKey);
    const { x = '' } = publicKey.export({ format: 'jwk' });
    return { id: digest(['ticket key', x], KEY_ID_LENGTH), privateKey, publicKey };
  } catch {
    throw unreadable();
  }
}

/** The key itself is not told. */
const unreadable = () =>
  new MissingSetting(
    'TICKET_KEYS: not a list of Ed25519 private keys (PKCS 8, DER, base64) with commas between them. See docs/operations.md.',
  );
