import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findFreeOffset, startSystem } from '../local/marquee/start/system';
import { call, expectJson, inLanes } from './client';

/** `npm start`'s own processes on data of their own, and what the measurements do with them. */
export type House = Awaited<ReturnType<typeof openHouse>>;

const DAY_MS = 24 * 60 * 60 * 1000;
const ROW = 50;
/** As long as a title is: a document's price goes by its size. */
export const TITLE = '등대지기와 종이배, 그리고 바다로 가지 못한 시계공의 마지막 겨울밤 이야기';

/** `env` is given to every process beside the settings. */
export async function openHouse(env: Readonly<Record<string, string>> = {}) {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'marquee-bench-'));
  const offset = await findFreeOffset();
  const system = await startSystem({ offset, dataDir, env: { MARQUEE_LOG: 'warn', ...env } });
  const { urls } = system;
  const environment = { ...process.env, MARQUEE_PORT_OFFSET: String(offset) };

  const token = async (claims: object): Promise<Record<string, string>> => {
    const body = { expiresInSeconds: 7200, ...claims };
    const { access_token } = await expectJson<{ access_token: string }>(
      call('POST', `${urls.identity}/token`, {}, body),
      200,
    );
    return { authorization: `Bearer ${access_token}` };
  };
  const admin = await token({ sub: 'house', roles: ['admin'] });
  let customers = 0;

  return {
    urls,
    dataDir,
    /** What a process beside the system needs to find it. */
    env: environment,
    pids: system.pids,
    admin,
    /** So many customers who have never bought anything, as the headers they send. */
    async newCustomers(count: number): Promise<Record<string, string>[]> {
      const found: Record<string, string>[] = [];
      await inLanes(count, 16, async (i) => {
        found[i] = await token({
          sub: `buyer-${customers + i}`,
          email: `buyer-${customers + i}@example.com`,
        });
      });
      customers += count;
      return found;
    },
    /** A performance with so many seats in rows of 50. */
    async newPerformance(seats: number, fields: object = {}): Promise<string> {
      const musical = {
        title: TITLE,
        startDate: '2020-01-01',
        endDate: '2099-12-31',
        venue: { name: '마키 예술의전당 오페라극장 대극장', timeZone: 'Asia/Seoul' },
      };
      const { musicalId } = await expectJson<{ musicalId: string }>(
        call('POST', `${urls.api}/musicals`, admin, musical),
        201,
      );
      const rows = Array.from({ length: Math.ceil(seats / ROW) }, (_, i) => ({
        row: String(i + 1),
        seats: Math.min(ROW, seats - i * ROW),
      }));
      const body = {
        startsAt: new Date(Date.now() + 30 * DAY_MS).toISOString(),
        currency: 'KRW',
        priceTiers: { R: 100_000 },
        sections: [{ sectionId: 'A', kind: 'seated', tier: 'R', rows }],
        maxSeatsPerReservation: 20,
        ...fields,
      };
      const created = call('POST', `${urls.api}/musicals/${musicalId}/performances`, admin, body);
      return (await expectJson<{ performanceId: string }>(created, 201)).performanceId;
    },
    close: async () => {
      await system.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** The id of the n-th seat (from 0) of a performance made by `newPerformance`. */
export const seatId = (n: number): string => `A-${Math.floor(n / ROW) + 1}-${(n % ROW) + 1}`;
