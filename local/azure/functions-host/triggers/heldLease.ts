import type { Clock } from '../invocation/clock';
import type { Lease } from './lease';
import type { LeaseStore } from './leaseStore';

/** A lease this host owns, until it notices that it no longer does. */
export interface HeldLease {
  /** Aborted once another host owns the lease. */
  readonly lost: AbortSignal;
  continuation(): string | null;
  /** Writes the lease unless that was done lately. False once it is lost. Throws when the store does not answer. */
  renew(): Promise<boolean>;
  /** Notes how far this host has come, and else does as `renew`. */
  checkpoint(continuation: string): Promise<boolean>;
  /** Gives the lease up, so that another host takes it at once. */
  release(): Promise<void>;
}

/**
 * Writes one after the other, each on the ETag of the one before. A write that meets another ETag looks again. If the
 * owner is still this host, an earlier write had arrived although its answer was lost.
 */
export function holdLease(
  store: LeaseStore,
  acquired: Lease,
  times: { renewMs: number; expirationMs: number },
  clock: Clock,
): HeldLease {
  const me = acquired.owner;
  const lost = new AbortController();
  let lease = acquired;
  let writtenAt = clock.now();
  let queue: Promise<unknown> = Promise.resolve();

  const write = async (change: Partial<Lease>): Promise<boolean> => {
    if (lost.signal.aborted) return false;
    const at = clock.now();
    const wanted = { timestamp: new Date(at).toISOString(), ...change };
    const written =
      (await store.replace({ ...lease, ...wanted })) ?? (await writeAgain(store, lease.id, me, wanted));
    if (!written) {
      lost.abort();
      return false;
    }
    lease = written;
    writtenAt = at;
    return true;
  };
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = queue.then(work, work);
    queue = result.catch(() => undefined);
    return result;
  };
  return {
    lost: lost.signal,
    continuation: () => lease.continuation,
    renew: () =>
      inTurn(async () =>
        clock.now() - writtenAt < times.renewMs && !lost.signal.aborted ? true : write({}),
      ),
    checkpoint: (continuation) => inTurn(() => write({ continuation })),
    release: () =>
      inTurn(async () => {
        await write({ owner: null, timestamp: new Date(0).toISOString() });
      }),
  };
}

async function writeAgain(
  store: LeaseStore,
  id: string,
  me: string | null,
  wanted: Partial<Lease>,
): Promise<Lease | undefined> {
  const current = await store.read(id);
  return current && current.owner === me ? store.replace({ ...current, ...wanted }) : undefined;
}
