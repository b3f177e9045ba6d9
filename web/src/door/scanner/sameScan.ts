/** A camera that a ticket is held before reads it many times a second. It is in the way that long between two of them at most. */
const GAP_MS = 2_500;

/**
 * Says of each sight of a code whether it is a new scan. It is not as long as the same code was in sight a moment ago; each
 * sight of it makes that longer. A slow phone reads a frame for seconds, so the gap is counted from when a code was read to
 * when the next frame was taken.
 */
export function newScans(gapMs: number = GAP_MS) {
  let last: { readonly code: string; readonly atMs: number } | undefined;
  return (code: string, takenAtMs: number, readAtMs: number = takenAtMs): boolean => {
    const isSame = last?.code === code && takenAtMs - last.atMs <= gapMs;
    last = { code, atMs: readAtMs };
    return !isSame;
  };
}
