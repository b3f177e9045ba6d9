import { useCallback, useRef, useState } from 'preact/hooks';
import { asWritten } from '../codes/readCode';
import type { Door } from '../judging/door';
import type { Judged } from '../judging/verdict';
import { newScans } from '../scanner/sameScan';
import { moodOf, signalMood } from '../signals/signals';

/** A scan as it is shown and listed. */
export type Shown = Judged & { readonly atMs: number };

const LISTED = 50;

/** What `performance.measure` calls it, from the frame or the key with which a code was there to the painted verdict. */
const MEASURED = 'scan to colour';

/** Scans of one door: the one on the screen, and those before it. */
export function useScans(door: Door | undefined) {
  const [shown, setShown] = useState<Shown>();
  const [past, setPast] = useState<readonly Shown[]>([]);
  const isNew = useRef(newScans());
  const judge = useCallback(
    async (text: string, seenAtMs: number) => {
      if (door === undefined) return;
      const judged = { ...(await door.scan(asWritten(text))), atMs: Date.now() };
      setShown(judged);
      setPast((before) => [judged, ...before].slice(0, LISTED));
      signalMood(moodOf(judged.verdict));
      measureFrom(seenAtMs);
    },
    [door],
  );
  /** A camera sees a ticket many times, and a scanner that stands on a desk does too. */
  const see = useCallback(
    (text: string, seenAtMs: number) => {
      if (isNew.current(asWritten(text), seenAtMs, performance.now())) void judge(text, seenAtMs);
    },
    [judge],
  );
  return { shown, past, see, judge, clear: useCallback(() => setShown(undefined), []) };
}

/** Two frames later it is on the screen. */
function measureFrom(start: number): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => performance.measure(MEASURED, { start, end: performance.now() })),
  );
}
