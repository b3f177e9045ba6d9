import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { DoorView } from '../../api/types';
import type { Kept } from '../kept/store';
import {
  type DoorList,
  isWaiting,
  type LetIn,
  type TicketKnown,
  ticketsKnown,
  type WaitingScan,
} from './list';

/** What this device knows of a performance: the server's list, and whom it has let in itself. All of it survives a restart. */
export type Book = {
  readonly list: ReadonlySignal<DoorList | undefined>;
  readonly known: ReadonlySignal<ReadonlyMap<string, TicketKnown>>;
  /** Of every performance that was let in to from here. */
  readonly letIn: ReadonlySignal<readonly LetIn[]>;
  readonly waiting: ReadonlySignal<number>;
  /** On the disk before it resolves, so that nobody is let in who is forgotten. */
  readonly remember: (one: LetIn) => Promise<void>;
  readonly isTold: (scans: readonly WaitingScan[]) => Promise<void>;
  readonly renew: (view: DoorView, askedAtMs: number) => Promise<void>;
  readonly forgetAdmission: (ticketId: string) => Promise<void>;
};

/** A replica may answer with the list of a moment ago. */
const BEHIND_MS = 10_000;

export async function openBook(kept: Kept, performanceId: string): Promise<Book> {
  const list = signal(await kept.list(performanceId));
  const letIn = signal(await kept.letIn());
  const known = computed(() =>
    ticketsKnown(
      list.value,
      letIn.value.filter((one) => one.performanceId === performanceId),
      BEHIND_MS,
    ),
  );
  const forget = async (isOver: (one: LetIn) => boolean) => {
    const over = letIn.value.filter(isOver);
    letIn.value = letIn.value.filter((one) => !over.includes(one));
    await kept.dropLetIn(over.map(({ scanId }) => scanId)).catch(console.warn);
  };
  const remember = async (one: LetIn) => {
    // A phone that has no room left still lets people in, and tells of them as long as it is not closed.
    await kept.keepLetIn(one).catch(console.warn);
    letIn.value = [...letIn.value.filter(({ scanId }) => scanId !== one.scanId), one];
  };
  return {
    list,
    known,
    letIn,
    waiting: computed(() => letIn.value.filter(isWaiting).length),
    remember,
    isTold: async (scans) => {
      for (const { code: _secret, wasAsked: _asked, ...scan } of scans)
        await remember({ ...scan, isTold: true });
    },
    renew: async ({ publicKeys, check, tickets, conflicts }, askedAtMs) => {
      list.value = { performanceId, publicKeys, check, tickets, conflicts, askedAtMs };
      await forget((one) => one.isTold && one.atMs < askedAtMs - BEHIND_MS);
      await kept.keepList(list.value).catch(console.warn);
    },
    forgetAdmission: (ticketId) => forget((one) => one.isTold && one.ticketId === ticketId),
  };
}
