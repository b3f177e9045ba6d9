import { useEffect, useRef, useState } from 'preact/hooks';

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

/** What an answer says of the time that is left, and when it came by this device's clock. */
export type TimeLeft = { readonly expiresInSeconds?: number | undefined; readonly answeredAtMs: number };

/** Answers count whole seconds: the next one says the same end a little earlier or later. */
const SAME_END_MS = 1_500;

/** When the time ends by this device's clock, however wrong that is. `beforeMs` is what the answer before said. */
export function endOf({ expiresInSeconds = 0, answeredAtMs }: TimeLeft, beforeMs?: number): number {
  const endsMs = answeredAtMs + expiresInSeconds * SECOND_MS;
  return beforeMs !== undefined && Math.abs(endsMs - beforeMs) <= SAME_END_MS ? beforeMs : endsMs;
}

/** Milliseconds that are left, counted down each second; a phone that slept is right at once. */
export function useTimeLeft(left: TimeLeft): number {
  const known = useRef<number | undefined>(undefined);
  known.current = endOf(left, known.current);
  const endsMs = known.current;
  const [, setTicks] = useState(0);
  useEffect(() => {
    const tick = () => setTicks(Date.now());
    const timer = setInterval(tick, SECOND_MS);
    document.addEventListener('visibilitychange', tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }, []);
  return endsMs - Date.now();
}
