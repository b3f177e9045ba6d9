import { fromBase32 } from './base32';
import { type PublicKey, type Verify, verify } from './ed25519';

/** What a code says, once its signature has been verified. `check` tells of which performance it is. */
export type CodeRead = { readonly ticketId: string; readonly check: string };

/** As it stands in the QR code: a scanner's shift key may be down, and a paste brings spaces. */
export const asWritten = (text: string): string => text.replaceAll(/\s/g, '').toUpperCase();

const FORM = /^(([0-9A-Z]+)\.([0-9A-Z.-]+)\.([0-9A-Z]+))\.([0-9A-Z]+)$/;

/** Whether it may be the code of a ticket, whoever signed it. */
export const looksLikeCode = (text: string): boolean => FORM.test(text);

/**
 * Reads `<key id>.<ticket id>.<check>.<signature>` as the server does. Undefined when none of the keys has signed it.
 */
export async function readCode(
  code: string,
  keys: readonly PublicKey[],
  verifies: Verify = verify,
): Promise<CodeRead | undefined> {
  const [, signed = '', id = '', ticketId = '', check = '', signature = ''] = FORM.exec(code) ?? [];
  const key = keys.find(({ kid }) => kid === id.toLowerCase());
  const bytes = fromBase32(signature.toLowerCase());
  if (key === undefined || bytes === undefined) return undefined;
  if (!(await verifies(key, bytes, new TextEncoder().encode(signed)))) return undefined;
  return { ticketId: ticketId.toLowerCase(), check: check.toLowerCase() };
}
