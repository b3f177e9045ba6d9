/** Who reads one feed range of a container, and how far they have come. */
export interface Lease {
  readonly id: string;
  /** Null when it is free. */
  readonly owner: string | null;
  /** When its owner last wrote it, in ISO 8601. */
  readonly timestamp: string;
  /** Null when nothing of it is read yet. */
  readonly continuation: string | null;
  readonly range: { readonly min: string; readonly max: string };
  readonly _etag: string;
}

const isExpired = (lease: Lease, now: number, expirationMs: number): boolean =>
  lease.owner === null || Date.parse(lease.timestamp) + expirationMs < now;

const countByOwner = (leases: readonly Lease[]): [string, number][] =>
  [...Map.groupBy(leases, ({ owner }) => owner)].flatMap(([owner, owned]) =>
    owner === null ? [] : [[owner, owned.length]],
  );

/**
 * Which leases a host should take now, so that the hosts share them evenly. Free and expired ones come first. If there
 * are none, it is one from the host that has the most.
 *
 * Source: Azure Cosmos DB .NET SDK, EqualPartitionsBalancingStrategy.
 */
export function chooseLeases(
  leases: readonly Lease[],
  me: string,
  held: ReadonlySet<string>,
  now: number,
  expirationMs: number,
): readonly Lease[] {
  const free = leases.filter(
    (lease) => !held.has(lease.id) && (lease.owner === me || isExpired(lease, now, expirationMs)),
  );
  const others = leases.filter((lease) => !held.has(lease.id) && !free.includes(lease));
  const counts = new Map<string, number>([[me, held.size], ...countByOwner(others)]);
  const target = Math.ceil(leases.length / counts.size);
  const wanted = target - held.size;
  if (wanted <= 0) return [];
  if (free.length > 0) return free.slice(0, wanted);
  const [richest, most] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a));
  if (richest === me || most <= target - (wanted > 1 ? 1 : 0)) return [];
  return leases.filter((lease) => lease.owner === richest).slice(0, 1);
}
