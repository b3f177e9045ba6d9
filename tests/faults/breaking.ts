import { call, type Person, type Theatre } from '../marquee';

/** How the tests of faults break things, and look at what came of it. */

/** Small enough that a test sees time run out: a hold lasts 4 s, a payment's answer is awaited for 0.7 s. */
export const SHORT = { HOLD_DURATION_SECONDS: '4', PAYMENT_TIMEOUT_MS: '700', SWEEP_SECONDS: '1' };

const pidOf = (theatre: Theatre, name: string): number => {
  const pid = theatre.system().pids()[name];
  if (pid === undefined) throw new Error(`there is no ${name}`);
  return pid;
};

/** `hangs`: its connections stay open and nobody answers. `is gone`: killed, and whatever is started in its place. */
export type Way = 'hangs' | 'is gone';

/** Does the work while a process of the system is away; afterwards it is there again. */
export async function without<T>(
  theatre: Theatre,
  name: string,
  way: Way,
  work: () => Promise<T>,
): Promise<T> {
  const mend = way === 'hangs' ? freeze(theatre, name) : keepDown(theatre, name);
  try {
    return await work();
  } finally {
    mend();
  }
}

function freeze(theatre: Theatre, name: string): () => void {
  const pid = pidOf(theatre, name);
  process.kill(pid, 'SIGSTOP');
  return () => void process.kill(pid, 'SIGCONT');
}

function keepDown(theatre: Theatre, name: string): () => void {
  const kill = () => {
    try {
      theatre.system().kill(name);
    } catch {
      // It is dead at this moment, and its next start will be met.
    }
  };
  kill();
  const timer = setInterval(kill, 50);
  return () => clearInterval(timer);
}

/** `refuseCancels`, `failConfirms` (how many), `down`: what the payment provider's sandbox does wrong from now on. */
export const providerFaults = (theatre: Theatre, faults: object) =>
  call(`${theatre.urls.payment}/v1/sandbox/faults`, 'POST', {}, faults);

/** A payment with every knob of the sandbox; resolves to its key. */
export const sandboxPayment = async (theatre: Theatre, payment: object): Promise<string> =>
  (await call(`${theatre.urls.payment}/v1/sandbox/payments`, 'POST', {}, payment)).body.paymentKey;

export const paymentOf = async (theatre: Theatre, reservationId: string) =>
  (await theatre.payments()).filter(({ orderId }) => orderId === reservationId);

/** What the provider took for a reservation and has not refunded. */
export const keptFor = async (theatre: Theatre, reservationId: string): Promise<number> =>
  (await paymentOf(theatre, reservationId))
    .filter(({ status }) => ['DONE', 'PARTIAL_CANCELED', 'CANCELED'].includes(status))
    .reduce((sum, { balanceAmount }) => sum + balanceAmount, 0);

export const timelineOf = async (theatre: Theatre, reservationId: string): Promise<string[]> =>
  (await theatre.admin.get(`/admin/reservations/${reservationId}/timeline`)).body.items.map(
    ({ type }: { type: string }) => type,
  );

export const noticesOf = async (buyer: Person): Promise<string[]> =>
  (await buyer.get('/notifications')).body.items.map(({ kind }: { kind: string }) => kind);

export const salesOf = async (theatre: Theatre, performanceId: string) =>
  (await theatre.admin.get(`/admin/performances/${performanceId}/sales`)).body;

export const deadLetters = async (theatre: Theatre) =>
  (await theatre.admin.get('/admin/dead-letters')).body.items as {
    queue: string;
    eventId: string;
    type: string;
    reason: string;
    deliveryCount: number;
  }[];

/** Whoever cancels or changes a performance so knows that many have seats. */
export const MEANT = '?reservations=1000';

/** The time as a clock on the venue's wall shows it: ISO 8601 without an offset. */
export const wallClock = (ms: number, timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
    .format(ms)
    .replace(' ', 'T');
