/** How far the server's clock is ahead of this device's, in milliseconds. */
let aheadMs = 0;

/** The server's time now. A phone's clock can be wrong by minutes; times to pay are counted on this one. */
export const serverNow = (): number => Date.now() + aheadMs;

/**
 * Sets the clock by an answer's `Date`, which has whole seconds, between sending and receiving. Leave out answers that
 * may come from a cache: their date is old.
 */
export function setServerClock(date: string | null, sentAtMs: number, receivedAtMs: number): void {
  const serverMs = Date.parse(date ?? '');
  if (Number.isNaN(serverMs)) return;
  aheadMs = clockDifference(serverMs, sentAtMs, receivedAtMs);
}

/** Zero when this device's clock may be right to the second, so that a good clock is never made worse. */
export function clockDifference(serverMs: number, sentAtMs: number, receivedAtMs: number): number {
  const differenceMs = serverMs + 500 - (sentAtMs + receivedAtMs) / 2;
  const doubtMs = 500 + (receivedAtMs - sentAtMs) / 2;
  return Math.abs(differenceMs) <= doubtMs ? 0 : differenceMs;
}
