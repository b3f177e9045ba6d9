import { useEffect } from 'preact/hooks';
import type { Door } from '../judging/door';

/** How long until the list is asked for again: with a network, without one, and when nobody has signed in. */
const PAUSES_MS = { online: 20_000, offline: 3_000, refused: 10_000 };
/** A long list on a slow network leaves most of it to scans. */
const SHARE = 10;

/** Rejoins again and again, and at once when the phone finds a network. */
export function useJoining(door: Door | undefined): void {
  useEffect(() => {
    if (door === undefined) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const join = async () => {
      clearTimeout(timer);
      const beganMs = performance.now();
      await door.rejoin();
      if (isOver) return;
      clearTimeout(timer);
      timer = setTimeout(join, pauseOf(door, performance.now() - beganMs));
    };
    void join();
    addEventListener('online', join);
    return () => {
      isOver = true;
      clearTimeout(timer);
      removeEventListener('online', join);
    };
  }, [door]);
}

function pauseOf({ connection }: Door, tookMs: number): number {
  const now = connection.value;
  if (now.kind === 'online') return PAUSES_MS.online * (0.8 + Math.random() * 0.4) + SHARE * tookMs;
  return now.kind === 'offline' && now.refused !== undefined ? PAUSES_MS.refused : PAUSES_MS.offline;
}
