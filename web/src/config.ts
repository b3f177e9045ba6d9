import { setServerClock } from './api/serverClock';

/** What differs between one deployment and another; `/config.json` says it, so that one build serves all. */
export type Config = {
  /** Where the API is, without a slash at the end: `/api`, or an address of another origin. */
  readonly apiUrl: string;
  /** The OIDC issuer, without a slash at the end. */
  readonly issuer: string;
  readonly clientId: string;
  readonly payment: PaymentConfig;
  /** The name in the head of every page. */
  readonly theatre: string;
  /** Where the theatre is; for times that come without their venue. */
  readonly timeZone: string;
};

export type PaymentConfig =
  | { readonly kind: 'stand-in'; readonly url: string }
  | { readonly kind: 'toss'; readonly clientKey: string };

/** Reads a `/config.json`. Throws an error that names the member to mend. */
export function parseConfig(value: unknown): Config {
  const config = record(value, 'the document');
  return {
    apiUrl: address(config, 'apiUrl'),
    issuer: address(config, 'issuer'),
    clientId: text(config, 'clientId'),
    payment: parsePayment(record(config.payment, 'payment')),
    theatre: config.theatre === undefined ? 'Marquee' : text(config, 'theatre'),
    timeZone: config.timeZone === undefined ? 'Asia/Seoul' : text(config, 'timeZone'),
  };
}

function parsePayment(payment: Record<string, unknown>): PaymentConfig {
  if (payment.kind === 'stand-in') return { kind: 'stand-in', url: text(payment, 'url', 'payment.url') };
  if (payment.kind === 'toss')
    return { kind: 'toss', clientKey: text(payment, 'clientKey', 'payment.clientKey') };
  throw new Error('/config.json: payment.kind must be "stand-in" or "toss".');
}

function record(value: unknown, name: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>;
  throw new Error(`/config.json: ${name} must be an object.`);
}

function text(from: Record<string, unknown>, member: string, name = member): string {
  const value = from[member];
  if (typeof value === 'string' && value !== '') return value;
  throw new Error(`/config.json: ${name} must be a text that is not empty.`);
}

const address = (from: Record<string, unknown>, member: string): string =>
  text(from, member).replace(/\/+$/, '');

/**
 * Asks this origin for its `/config.json`, and sets the clock by the answer: no cache keeps it, so a visitor whose clock
 * is wrong is told from the first page on what is on sale now. The page does not preload it: an answer by way of the
 * service worker cannot be used then, and it would be asked for twice.
 */
export async function loadConfig(): Promise<Config> {
  const askedAtMs = Date.now();
  const answer = await fetch('/config.json');
  setServerClock(answer.headers.get('Date'), askedAtMs, Date.now());
  if (!answer.ok) throw new Error(`/config.json answered ${answer.status}.`);
  const body = await answer.json().catch(() => {
    throw new Error('/config.json is not JSON.');
  });
  return parseConfig(body);
}
