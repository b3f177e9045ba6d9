import type { ScanVerdict } from '../../api/types';
import { readCode } from '../codes/readCode';
import type { Kept } from '../kept/store';
import { type Book, openBook } from './book';
import { inTurn } from './inTurn';
import { type Link, openLink } from './link';
import type { DoorServer, ScanAsked } from './server';
import { tellWaiting } from './tell';
import { type Judged, verdictByList } from './verdict';

export type Door = Pick<Book, 'list' | 'known' | 'waiting'> &
  Pick<Link, 'connection'> & {
    readonly performanceId: string;
    /** Judges a code, one after the other: by the server when it answers soon, else by the list. */
    readonly scan: (code: string) => Promise<Judged>;
    /** Tells who is in, and asks for the list. Scans are the server's again when nobody is left to be told. */
    readonly rejoin: () => Promise<void>;
    /** Throws an `ApiProblem`. */
    readonly takeBack: (ticketId: string) => Promise<void>;
  };

export type DoorDeps = {
  readonly performanceId: string;
  readonly scanner: string;
  readonly server: DoorServer;
  readonly kept: Kept;
  /** On this device's clock. */
  readonly nowMs: () => number;
  /** On the server's. */
  readonly serverNowMs: () => number;
  readonly sleep: (ms: number) => Promise<unknown>;
  readonly newId: () => string;
};

/** People wait. A server that has not answered by then is as good as none. */
const PATIENCE_MS = 1_200;
/** What the API takes. */
const LONGEST_CODE = 256;

/** Opens the door with what this device has kept, and waits for no network. */
export async function openDoor(deps: DoorDeps): Promise<Door> {
  const { performanceId, server, kept, nowMs } = deps;
  const book = await openBook(kept, performanceId);
  const link = openLink(nowMs, book.list.value?.askedAtMs);
  const takeTurn = inTurn();
  const judge = scanning(deps, book, link);
  let rejoining: Promise<void> | undefined;

  const rejoinOnce = async () => {
    await tellWaiting(server, book.letIn.value, book.isTold);
    const askedAtMs = nowMs();
    const view = await server.look(performanceId);
    link.isHeard();
    await takeTurn(async () => {
      await book.renew(view, askedAtMs);
      if (book.waiting.value === 0) link.isJoined();
    });
  };
  const rejoin = () => {
    rejoining ??= rejoinOnce()
      .catch(link.isLost)
      .finally(() => {
        rejoining = undefined;
      });
    return rejoining;
  };
  return {
    ...{ performanceId, list: book.list, known: book.known, waiting: book.waiting },
    connection: link.connection,
    rejoin,
    scan: async (code) => {
      if (link.connection.value.kind === 'joining') await Promise.race([rejoin(), deps.sleep(PATIENCE_MS)]);
      return takeTurn(() => judge(code, rejoin));
    },
    takeBack: async (ticketId) => {
      await server.takeBack(performanceId, ticketId);
      await book.forgetAdmission(ticketId);
      await rejoin();
    },
  };
}

function scanning(deps: DoorDeps, book: Book, link: Link) {
  const { performanceId, scanner, server, nowMs, serverNowMs, sleep } = deps;
  /** A verdict is final, so a code whose scan was not answered is asked with the same id again. */
  const unanswered = new Map<string, string>();

  /** Undefined when there was no answer in time. One that comes later shows that the server is back. */
  const ask = async (scan: ScanAsked, rejoin: () => Promise<void>): Promise<ScanVerdict | undefined> => {
    unanswered.set(scan.code, scan.scanId);
    let isLate = false;
    const answer = server.judge(performanceId, [scan]).then(([verdict]) => {
      if (isLate) void rejoin();
      return verdict;
    });
    const verdict = await Promise.race([answer, sleep(PATIENCE_MS)]).catch(link.isLost);
    if (isVerdict(verdict)) return verdict;
    isLate = true;
    if (link.connection.value.kind === 'online') link.isLost();
    return undefined;
  };

  const byServer = async (scan: ScanAsked, verdict: ScanVerdict): Promise<Judged> => {
    link.isHeard();
    unanswered.delete(scan.code);
    const { ticketId, admittedAt = scan.scannedAt } = verdict;
    const isIn = verdict.verdict === 'admitted' || verdict.verdict === 'already-admitted';
    if (isIn && ticketId !== undefined)
      await book.remember({
        ...{ scanId: scan.scanId, performanceId, ticketId, at: admittedAt, atMs: nowMs() },
        ...{ scanner: verdict.scanner ?? '', isTold: true },
      });
    return { ...verdict, isOffline: false };
  };

  const byList = async (scan: ScanAsked): Promise<Judged> => {
    const { scanId, code, scannedAt } = scan;
    const list = book.list.value;
    if (list === undefined) return { scanId, verdict: 'cannot-say', isOffline: true };
    const judged = verdictByList(await readCode(code, list.publicKeys), list.check, book.known.value);
    const { ticketId, verdict } = judged;
    if (verdict === 'admitted' && ticketId !== undefined) {
      const wasAsked = unanswered.delete(code);
      const seen = { scanId, performanceId, ticketId, at: scannedAt, atMs: nowMs(), scanner };
      await book.remember({ ...seen, isTold: false, code, wasAsked });
    }
    return { scanId, isOffline: true, ...judged };
  };

  return async (code: string, rejoin: () => Promise<void>): Promise<Judged> => {
    const scanId = unanswered.get(code) ?? deps.newId();
    if (code === '' || code.length > LONGEST_CODE) return { scanId, verdict: 'unknown', isOffline: false };
    const scan = { scanId, code, scannedAt: new Date(serverNowMs()).toISOString(), scanner };
    const verdict = link.connection.value.kind === 'online' ? await ask(scan, rejoin) : undefined;
    return verdict === undefined ? byList(scan) : byServer(scan, verdict);
  };
}

const isVerdict = (answer: unknown): answer is ScanVerdict =>
  typeof answer === 'object' && answer !== null && 'verdict' in answer;
