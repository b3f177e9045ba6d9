import fc from 'fast-check';
import { admit } from '../../functions/admission/usecases/admit';
import { readDoor } from '../../functions/admission/usecases/readDoor';
import { takeAdmissionBack } from '../../functions/admission/usecases/takeAdmissionBack';
import { openAdmission } from '../../tests/samples/openAdmission';
import { ApiProblem } from '../src/api/problem';
import type { DoorView, ScanVerdict } from '../src/api/types';
import { type Door, openDoor } from '../src/door/judging/door';
import type { DoorList, LetIn } from '../src/door/judging/list';
import type { DoorServer } from '../src/door/judging/server';
import type { Kept } from '../src/door/kept/store';

/** Doors of the web before the admission that the server has, with a network that fails in every way a network does. */

const performanceId = 'm1.p1';

/** `deaf`: questions arrive and answers do not. `slow`: questions arrive when the network is up again. */
type Network = 'up' | 'down' | 'deaf' | 'slow';

type Admission = ReturnType<typeof openAdmission>;

/** A phone: what it keeps is there after a restart. */
function phone(admission: Admission, scanner: string) {
  let network: Network = 'up';
  let door: Door | undefined;
  let ids = 0;
  const late: (() => Promise<unknown>)[] = [];
  const never = () => new Promise<never>(() => {});
  const over = async <Result>(ask: () => Promise<Result>): Promise<Result> => {
    if (network === 'down') throw new ApiProblem('offline', 0);
    if (network === 'slow') {
      late.push(ask);
      return never();
    }
    const answer = await ask();
    return network === 'deaf' ? never() : answer;
  };
  const server: DoorServer = {
    judge: (at, scans) =>
      over(async () => {
        const judged = await admit(admission.deps, { performanceId: at, scans, by: scanner });
        return judged.map(({ admittedBy, ...scan }) => ({ ...scan, scanner: admittedBy }) as ScanVerdict);
      }),
    look: () => over(async () => (await readDoor(admission.deps, performanceId)) as DoorView),
    takeBack: (at, ticketId) => over(() => takeAdmissionBack(admission.deps, at, ticketId)),
  };
  const kept = memory();
  const opened = async (): Promise<Door> => {
    door ??= await openDoor({
      ...{ performanceId, scanner, server, kept },
      nowMs: () => admission.clock.nowMs,
      serverNowMs: () => admission.clock.nowMs,
      // Patience ends only when there is nothing to wait for.
      sleep: () => (network === 'up' ? never() : new Promise((wake) => setImmediate(wake))),
      newId: () => `scan-${scanner}-${ids++}`,
    });
    return door;
  };
  return {
    kept,
    opened,
    restart: () => {
      door = undefined;
    },
    be: (next: Network) => {
      network = next;
    },
    rejoin: async () => {
      const at = await opened();
      if (network === 'up') await at.rejoin();
      // What has no answer is not waited for.
      else await Promise.race([at.rejoin(), new Promise((wake) => setTimeout(wake, 2))]);
    },
    mend: async () => {
      network = 'up';
      for (const ask of late.splice(0)) await ask();
      // What was asked in vain is not waited for after a restart.
      door = undefined;
      await (await opened()).rejoin();
    },
    scan: async (code: string) => (await opened()).scan(code),
  };
}

function memory(): Kept {
  let list: DoorList | undefined;
  const letIn = new Map<string, LetIn>();
  return {
    list: async () => list,
    keepList: async (next) => {
      list = next;
    },
    letIn: async () => [...letIn.values()],
    keepLetIn: async (one) => {
      letIn.set(one.scanId, one);
    },
    dropLetIn: async (scanIds) => {
      for (const scanId of scanIds) letIn.delete(scanId);
    },
  };
}

const SEATS = ['A-1', 'A-2', 'A-3'];

async function twoDoors() {
  const admission = openAdmission();
  const codes = await admission.sell(SEATS);
  const phones = [phone(admission, 'left'), phone(admission, 'right')] as const;
  for (const each of phones) await (await each.opened()).rejoin();
  return { admission, codes, phones };
}

type Theatre = Awaited<ReturnType<typeof twoDoors>>;

/** How the server has each ticket. */
async function books({ admission }: Theatre) {
  const { tickets, conflicts } = await readDoor(admission.deps, performanceId);
  return SEATS.map((_, index) => {
    const ticketId = `r1.${index + 1}`;
    const scans = conflicts.flatMap((one) => one.scans).filter((one) => one.ticketId === ticketId);
    return {
      isAdmitted: tickets.some((one) => one.ticketId === ticketId && one.status === 'admitted'),
      conflicts: scans.filter(({ offline, verdict }) => offline === true && verdict !== 'admitted').length,
    };
  });
}

const at = fc.nat({ max: 1 });
const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('scan' as const), at, ticket: fc.nat({ max: 2 }) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('network' as const),
      at,
      network: fc.constantFrom<Network>('up', 'down', 'deaf', 'slow'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('restart' as const, 'rejoin', 'mend'), at }) },
);

type Step =
  | { readonly do: 'scan'; readonly at: number; readonly ticket: number }
  | { readonly do: 'network'; readonly at: number; readonly network: Network }
  | { readonly do: 'restart' | 'rejoin' | 'mend'; readonly at: number };

/** How many were let in with each ticket, at both doors. */
async function happens({ codes, phones }: Theatre, steps: readonly Step[]): Promise<number[]> {
  const letIn = SEATS.map(() => 0);
  for (const one of steps) {
    const at = phones[one.at] ?? phones[0];
    if (one.do === 'network') at.be(one.network);
    else if (one.do !== 'scan') await at[one.do]();
    else if ((await at.scan(codes[one.ticket] ?? '')).verdict === 'admitted')
      letIn[one.ticket] = (letIn[one.ticket] ?? 0) + 1;
  }
  return letIn;
}

test('whoever was let in is a ticket’s one admission or a conflict that is listed, whatever the network does', async () => {
  const met = { admitted: 0, conflicts: 0 };
  const holds = async (steps: readonly Step[]) => {
    const theatre = await twoDoors();
    const letIn = await happens(theatre, steps);
    for (const each of theatre.phones) await each.mend();
    for (const door of await Promise.all(theatre.phones.map((each) => each.opened()))) {
      expect(door.waiting.value).toBe(0);
      expect(door.connection.value).toEqual({ kind: 'online' });
    }
    for (const [index, { isAdmitted, conflicts }] of (await books(theatre)).entries()) {
      const people = letIn[index] ?? 0;
      expect({ people, isAdmitted, conflicts }).toEqual({
        people,
        isAdmitted: people > 0,
        conflicts: Math.max(0, people - 1),
      });
      met.admitted += Number(isAdmitted);
      met.conflicts += conflicts;
    }
  };
  await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 25 }), holds), { numRuns: 40 });
  expect(met.conflicts).toBeGreaterThan(0);
  expect(met.admitted).toBeGreaterThan(5);
}, 300_000);
