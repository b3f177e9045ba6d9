const KEPT = 'held';
/** More at once than anybody buys. */
const MOST = 5;

/** Performances of which this browser has held seats, so that a closed tab is found again from my page. */
export function heldHere(storage: Pick<Storage, 'getItem'> = localStorage): readonly string[] {
  try {
    const kept: unknown = JSON.parse(storage.getItem(KEPT) ?? '[]');
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : [];
  } catch {
    return [];
  }
}

/** The newest first. */
export function keepHeld(
  performanceId: string,
  storage: Pick<Storage, 'getItem' | 'setItem'> = localStorage,
): void {
  const others = heldHere(storage).filter((other) => other !== performanceId);
  storage.setItem(KEPT, JSON.stringify([performanceId, ...others].slice(0, MOST)));
}
