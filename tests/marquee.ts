import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { apiEndpoints } from '../functions/api';
import { productSettings } from '../local/marquee/settings';
import { findFreeOffset, type RunningSystem, startSystem } from '../local/marquee/start/system';
import { faultInAnswer } from './simulation/answers';

/** What the tests of the whole use: a system of their own, and people who talk to it over HTTP as anybody would. */

// biome-ignore lint/suspicious/noExplicitAny: answers are looked at as a stranger's client would, without our types.
export type Answer = { readonly status: number; readonly headers: Headers; readonly body: any };

export type Person = {
  readonly sub: string;
  readonly token: string;
  readonly get: (path: string, headers?: Record<string, string>) => Promise<Answer>;
  readonly post: (path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>;
  readonly put: (path: string, body: unknown, headers?: Record<string, string>) => Promise<Answer>;
  readonly delete: (path: string, headers?: Record<string, string>) => Promise<Answer>;
};

export type Card = 'approve' | 'decline' | 'hang' | 'approve-late';

export async function call(
  url: string,
  method: string,
  headers: Record<string, string>,
  body?: unknown,
): Promise<Answer> {
  const init = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) };
  const type = body === undefined ? {} : { 'content-type': 'application/json' };
  const reply = await fetch(url, { method, headers: { ...type, ...headers }, ...init });
  const text = await reply.text();
  return { status: reply.status, headers: reply.headers, body: text === '' ? undefined : parsed(text) };
}

const ENDPOINTS = Object.values(apiEndpoints()).map(({ spec }) => ({
  spec,
  path: new RegExp(`^/${spec.route.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`),
}));

/** As `call`, below `/api`. Throws when the answer is not as its endpoint says. */
async function callApi(
  api: string,
  method: string,
  at: string,
  headers: Record<string, string>,
  body?: unknown,
): Promise<Answer> {
  const answer = await call(api + at, method, headers, body);
  const [path = ''] = at.split('?');
  const spec = ENDPOINTS.find((one) => one.spec.method === method && one.path.test(path))?.spec;
  const fault = spec && faultInAnswer(spec, answer);
  if (fault !== undefined) throw new Error(fault);
  return answer;
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

export type Theatre = Awaited<ReturnType<typeof openTheatre>>;

/** Starts a system with its own data and ports, without the demo season. */
export async function openTheatre(options: { env?: Record<string, string>; hosts?: number } = {}) {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'marquee-'));
  let offset = await findFreeOffset();
  const start = (env: Record<string, string> = {}): Promise<RunningSystem> =>
    startSystem({ offset, dataDir, ...options, env: { ...options.env, ...env } });
  // Another test may have found the same ports free at the same moment.
  const startElsewhere = async (error: Error): Promise<RunningSystem> => {
    if (!/^Port \d+ .* is taken/m.test(error.message)) throw error;
    offset = await findFreeOffset();
    return start();
  };
  let system = await start().catch(startElsewhere);
  const { urls } = system;

  const token = async (claims: object): Promise<string> =>
    (await call(`${urls.identity}/token`, 'POST', {}, { expiresInSeconds: 3600, ...claims })).body
      .access_token;

  const person = async (sub: string, claims: object = {}): Promise<Person> => {
    const bearer = await token({ sub, email: `${sub}@example.com`, ...claims });
    const request =
      (method: string) =>
      (at: string, body?: unknown, headers: Record<string, string> = {}) =>
        callApi(urls.api, method, at, { authorization: `Bearer ${bearer}`, ...headers }, body);
    return {
      sub,
      token: bearer,
      get: (at, headers = {}) => request('GET')(at, undefined, headers),
      post: request('POST'),
      put: request('PUT'),
      delete: (at, headers = {}) => request('DELETE')(at, undefined, headers),
    };
  };
  const admin = await person('house', { roles: ['admin'] });

  return {
    urls,
    admin,
    token,
    person,
    system: () => system,
    dataDir,
    /** What the product is told on this system's ports, with what the test asked for. */
    settings: () => productSettings(process.cwd(), { ...options.env, MARQUEE_PORT_OFFSET: String(offset) }),
    /** Starts again on the same data, after a kill or a stop; `env` over what it was opened with. */
    restart: async (env: Record<string, string> = {}) => {
      system = await start(env);
    },
    close: async () => {
      await system.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
    anyone: (at: string, headers: Record<string, string> = {}) => callApi(urls.api, 'GET', at, headers),
    /** Plays the customer's card at the provider: the key that a payment needs. */
    card: async (orderId: string, amount: number, card: Card = 'approve'): Promise<string> =>
      (await call(`${urls.payment}/v1/sandbox/payments`, 'POST', {}, { orderId, amount, card })).body
        .paymentKey,
    payments: async (): Promise<readonly SandboxPayment[]> =>
      (await call(`${urls.payment}/v1/sandbox/payments`, 'GET', {})).body.payments,
    mails: async (): Promise<readonly SentMail[]> =>
      (await call(`${urls.mail}/api/email?limit=1000`, 'GET', {})).body,
  };
}

export type SandboxPayment = {
  readonly paymentKey: string;
  readonly orderId: string;
  readonly status: string;
  readonly totalAmount: number;
  readonly balanceAmount: number;
};

export type SentMail = {
  readonly id: string;
  readonly subject: string;
  readonly text: string;
  /** Names of the files in it. */
  readonly files: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  readonly to: readonly { readonly address: string }[];
};

const DAY_MS = 24 * 60 * 60 * 1000;
export const inDays = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString();

/** A performance as the box office sends it: by default a row of ten seats at 100,000 won and five places to stand. */
export const house = (fields: object = {}) => ({
  startsAt: inDays(30),
  currency: 'KRW',
  priceTiers: { R: 100_000, FLOOR: 50_000 },
  sections: [
    { sectionId: 'A', kind: 'seated', tier: 'R', rows: [{ row: '1', seats: 10 }] },
    { sectionId: 'F', kind: 'standing', tier: 'FLOOR', capacity: 5 },
  ],
  ...fields,
});

/** Fields of a house that is one row, `A-1-1` to `A-1-<seats>`. */
export const oneRow = (seats: number) => ({
  sections: [{ sectionId: 'A', kind: 'seated', tier: 'R', rows: [{ row: '1', seats }] }],
});

/** A musical with one performance, see `house`. */
export async function newPerformance(
  theatre: Theatre,
  fields: object = {},
  ofMusical: object = {},
): Promise<string> {
  const musical = await theatre.admin.post('/musicals', {
    title: '등불지기의 노래',
    startDate: inDays(-2).slice(0, 10),
    endDate: inDays(40).slice(0, 10),
    venue: { name: 'Marquee', timeZone: 'Asia/Seoul' },
    ...ofMusical,
  });
  const at = `/musicals/${musical.body.musicalId}/performances`;
  const performance = await theatre.admin.post(at, house(fields));
  if (performance.status !== 201) throw new Error(`no performance: ${JSON.stringify(performance.body)}`);
  return performance.body.performanceId;
}

export const key = (): Record<string, string> => ({ 'idempotency-key': randomUUID() });

/** Waited for until it is decided, however busy the machine is; with another preference the first answer is theirs. */
export function reserve(buyer: Person, body: object, headers: Record<string, string> = {}): Promise<Answer> {
  const sent = { ...key(), prefer: 'wait=20', ...headers };
  const look = () => buyer.post('/reservations', body, sent);
  return 'prefer' in headers ? look() : eventually(look, ({ status }) => status !== 202);
}

export async function pay(
  theatre: Theatre,
  buyer: Person,
  reservation: { reservationId: string; amount: number },
  card: Card = 'approve',
): Promise<Answer> {
  const { reservationId, amount } = reservation;
  const paymentKey = await theatre.card(reservationId, amount, card);
  return buyer.post(`/reservations/${reservationId}/payment`, { paymentKey, amount }, key());
}

/** A sale at the counter, waited for: the answer comes while it is still going on when the machine is busy. */
export async function soldAtCounter(staff: Person, sale: object, once = key()): Promise<Answer> {
  const headers = { ...once, prefer: 'wait=20' };
  const sell = () => staff.post('/admin/reservations', sale, headers);
  const sold = await eventually(sell, ({ status }) => status !== 202);
  if (sold.status !== 201) throw new Error(`not sold: ${JSON.stringify(sold.body)}`);
  return sold;
}

/** Looks until it is so; says what it was last when it never is. */
export async function eventually<T>(
  look: () => Promise<T>,
  isSo: (seen: T) => boolean,
  forMs = 60_000,
): Promise<T> {
  const until = Date.now() + forMs;
  for (;;) {
    const seen = await look();
    if (isSo(seen)) return seen;
    if (Date.now() > until) throw new Error(`still ${JSON.stringify(seen)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

export const statusOf = (buyer: Person, reservationId: string) => async (): Promise<string> =>
  (await buyer.get(`/reservations/${reservationId}`)).body.status;

export const untilStatus = (
  buyer: Person,
  reservationId: string,
  status: string,
  forMs?: number,
): Promise<string> => eventually(statusOf(buyer, reservationId), (seen) => seen === status, forMs);

/** Every seat of a performance by its id, as the seat map shows it. */
export async function seatMap(
  theatre: Theatre,
  performanceId: string,
): Promise<Readonly<Record<string, string>>> {
  const { body } = await theatre.anyone(`/performances/${performanceId}/seats`);
  const seats = body.sections.flatMap((section: { seats: object[] }) => section.seats);
  return Object.fromEntries(
    seats.map((seat: { seatId: string; status: string }) => [seat.seatId, seat.status]),
  );
}
