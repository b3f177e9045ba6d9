import { useEffect, useState } from 'preact/hooks';
import { serverNow } from '../api/serverClock';

/** Source: a timer of a browser counts in 32 bits. */
const LONGEST_MS = 2 ** 31 - 1;

/** Draws the component again when this time comes on the server's clock. */
export function useMoment(at: string | undefined): void {
  const [, setCame] = useState(0);
  useEffect(() => {
    const leftMs = Date.parse(at ?? '') - serverNow();
    if (!(leftMs > 0)) return;
    const timer = setTimeout(() => setCame(Date.now()), Math.min(leftMs, LONGEST_MS));
    return () => clearTimeout(timer);
  }, [at]);
}
