import { domainToASCII } from 'node:url';

/** Source: RFC 5321, section 4.5.3.1, in bytes */
const LONGEST_LOCAL_PART = 64;
const LONGEST_DOMAIN = 255;

/** What stands before the `@` is its own server's business, two dots side by side too. Quoted it may hold spaces. */
const LOCAL_PART = /^(?:[^\s\p{C}<>()[\]\\,;:"@]+|"[\x20-\x21\x23-\x5b\x5d-\x7e]+")$/u;
const WRITTEN_DOMAIN = /^[\p{L}\p{M}\p{N}.-]+$/u;
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;

/**
 * The address as mail servers take it, with its domain in ASCII. Undefined when none would. It is wider than what forms
 * take for an address, because who has an odd one has it all the same.
 */
export function mailboxOf(address: string): string | undefined {
  const at = address.lastIndexOf('@');
  const [local, written] = [address.slice(0, at), address.slice(at + 1)];
  if (at < 1 || !LOCAL_PART.test(local) || Buffer.byteLength(local) > LONGEST_LOCAL_PART) return undefined;
  const domain = WRITTEN_DOMAIN.test(written) ? domainToASCII(written) : '';
  return DOMAIN.test(domain) && domain.length <= LONGEST_DOMAIN ? `${local}@${domain}` : undefined;
}
