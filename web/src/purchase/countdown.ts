import { useEffect, useState } from 'preact/hooks';
import { serverNow } from '../api/serverClock';

const SECOND_MS = 1_000;

/** Minutes at which the time left is spoken; in between a screen reader is left in peace. */
const SPOKEN_MINUTES = [5, 2, 1];

/** The minutes left that a clock has just come down to, or undefined when it is none to speak of. */
export const minutesToSpeak = (beforeMs: number, nowMs: number): number | undefined =>
  SPOKEN_MINUTES.find((minutes) => beforeMs > minutes * 60_000 && nowMs <= minutes * 60_000);

/** Minutes and seconds as a clock shows them; never below 0:00. */
export function clockFace(leftMs: number): string {
  const seconds = Math.max(0, Math.ceil(leftMs / SECOND_MS));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** Milliseconds until `expiresAt` on the server's clock, counted down each second; a phone that slept is right at once. */
export function useTimeLeft(expiresAt: string): number {
  const left = () => Date.parse(expiresAt) - serverNow();
  const [leftMs, setLeftMs] = useState(left);
  useEffect(() => {
    const tick = () => setLeftMs(left());
    tick();
    const timer = setInterval(tick, SECOND_MS);
    document.addEventListener('visibilitychange', tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }, [expiresAt]);
  return leftMs;
}
