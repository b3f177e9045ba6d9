import type { Random } from './random';

/** What can go wrong, each with how often it is tried in a stormy run. */
const STORM = {
  storeRequestLost: 0.006,
  storeReplyLost: 0.006,
  storeBusy: 0.006,
  staleRead: 0.15,
  staleProjection: 0.3,
  longPause: 0.004,
  crash: 0.01,
  clockSkew: 1,
  publishLost: 0.03,
  publishReplyLost: 0.03,
  eventDuplicated: 0.15,
  eventDelayed: 0.5,
  deliveryReplyLost: 0.04,
  settlementLost: 0.02,
  poisonedDelivery: 0.01,
  unluckyEvent: 0.4,
  feedReplay: 0.01,
  feedOverlap: 0.02,
  sweepTwice: 0.2,
  requestLost: 0.03,
  replyLost: 0.03,
  doubleClick: 0.12,
  cardDeclined: 0.15,
  cardHangs: 0.07,
  cardLate: 0.1,
  providerDown: 0.02,
  providerReplyLost: 0.04,
  confirmFails: 0.03,
  refundRefused: 0.2,
  circuitOpen: 0.01,
  deskRefunds: 0.2,
  deskCaptures: 0.5,
  webhookLost: 0.3,
  webhookTwice: 0.3,
  webhookLate: 0.5,
  webhookForged: 0.2,
  staffCancel: 0.003,
  staffSettle: 0.05,
  staffReseat: 0.01,
  staffSell: 0.02,
  staffWithhold: 0.01,
  staffReturn: 0.03,
  mailLost: 0.15,
  mailReplyLost: 0.1,
} as const;

export type FaultKind = keyof typeof STORM;
export const FAULT_KINDS = Object.keys(STORM) as FaultKind[];
export type FaultCounts = Record<FaultKind, number>;
export const noFaults = (): FaultCounts =>
  Object.fromEntries(FAULT_KINDS.map((kind) => [kind, 0])) as FaultCounts;

/**
 * Decides by the seed whether a fault happens, and counts those that did. Each kind draws from a stream of its own, so
 * that switching one off leaves the others as alike as can be.
 */
export class Faults {
  readonly counts = noFaults();
  private active = true;
  private readonly streams: Record<FaultKind, Random>;

  constructor(
    random: Random,
    /** 0 to 1: how much of the storm. */
    private readonly strength: number,
    private readonly off: ReadonlySet<FaultKind>,
  ) {
    this.streams = Object.fromEntries(FAULT_KINDS.map((kind) => [kind, random.fork(kind)])) as Record<
      FaultKind,
      Random
    >;
  }

  /** True if the fault is to happen now; it is counted unless `counted` is left to the caller. */
  hits(kind: FaultKind, counted = true): boolean {
    if (!this.active || this.off.has(kind)) return false;
    const hit = this.streams[kind].chance(STORM[kind] * this.strength);
    if (hit && counted) this.counts[kind] += 1;
    return hit;
  }

  count(kind: FaultKind): void {
    this.counts[kind] += 1;
  }

  /** A number of the kind's own stream, for how long or how much. */
  int(kind: FaultKind, n: number): number {
    return this.streams[kind].int(n);
  }

  areOn(): boolean {
    return this.active;
  }

  /** Things go wrong again. */
  resume(): void {
    this.active = true;
  }

  /** From now on nothing goes wrong. */
  stop(): void {
    this.active = false;
  }
}
