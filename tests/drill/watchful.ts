import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Answer, call, eventually, type Person, pay, reserve, type Theatre } from '../marquee';

/** How the drill looks at the system, as an operator would: health, the log, what is pending. */

/** Long enough for a map that counts as wrong after two minutes, and for the timers of a busy machine. */
const SEEN_WITHIN_MS = 240_000;

/** Without checks as long as even the gateway is away. */
export const health = (theatre: Theatre): Promise<Answer> =>
  call(`${theatre.urls.api}/health`, 'GET', {}).catch(() => ({
    status: 0,
    headers: new Headers(),
    body: { status: 'gone', checks: {}, progress: {} },
  }));

export const untilHealth = (theatre: Theatre, isSo: (body: Answer['body']) => boolean): Promise<Answer> =>
  eventually(
    () => health(theatre),
    ({ body }) => isSo(body),
    SEEN_WITHIN_MS,
  );

export const untilWell = (theatre: Theatre): Promise<Answer> =>
  untilHealth(theatre, ({ status }) => status === 'ok');

/** What the processes have printed and what the hosts have logged, from here on. */
export function openLog(theatre: Theatre) {
  const read = () =>
    `${theatre.system().output()}\n${readFileSync(path.join(theatre.dataDir, 'logs/functions-1.log'), 'utf8')}`;
  const before = new Set(read().split('\n'));
  const lines = () =>
    read()
      .split('\n')
      .filter((line) => !before.has(line));
  return {
    /** The first line with this text that has a time and a level. Waits for it. */
    async line(text: string, level: 'WARN' | 'ERROR' | '' = ''): Promise<string> {
      const stamped = new RegExp(`^\\[\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z\\] ${level}`);
      const found = await eventually(
        async () => lines().find((line) => line.includes(text)),
        (line) => line !== undefined,
        SEEN_WITHIN_MS,
      );
      if (!stamped.test(found ?? '')) throw new Error(`neither time nor level: ${found}`);
      return found ?? '';
    },
    count: (text: string) => lines().filter((line) => line.includes(text)).length,
  };
}

type Pending = {
  readonly kind: string;
  readonly id: string;
  readonly reservationId?: string;
  readonly reason: string;
};

export const pending = async (theatre: Theatre, kind: string): Promise<readonly Pending[]> =>
  (await theatre.admin.get(`/admin/pending?kind=${kind}`)).body.items;

/** The item about this, as soon as it is listed. */
export async function untilPending(
  theatre: Theatre,
  kind: string,
  isIt: (item: Pending) => boolean,
): Promise<Pending> {
  const items = await eventually(
    () => pending(theatre, kind),
    (all) => all.some(isIt),
    SEEN_WITHIN_MS,
  );
  return items.find(isIt) as Pending;
}

export const untilNonePending = (theatre: Theatre, kind: string) =>
  eventually(
    () => pending(theatre, kind),
    (all) => all.length === 0,
    SEEN_WITHIN_MS,
  );

export const timeline = async (theatre: Theatre, reservationId: string) =>
  (await theatre.admin.get(`/admin/reservations/${reservationId}/timeline`)).body;

/** A ticket that is paid, at once or as soon as it can be. */
export async function buy(theatre: Theatre, buyer: Person, performanceId: string, seat: string) {
  const { body } = await reserve(buyer, { performanceId, seats: [seat] });
  const paid = await pay(theatre, buyer, body);
  if (paid.status !== 200) throw new Error(`paying answered ${paid.status}`);
  return body as { reservationId: string; amount: number };
}

export function expect(isSo: boolean, what: string): void {
  if (!isSo) throw new Error(`not so: ${what}`);
}
