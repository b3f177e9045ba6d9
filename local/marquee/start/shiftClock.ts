import { clockOffsetMs } from '../settings';

/**
 * From here on this process takes the time to be later by `MARQUEE_CLOCK_OFFSET_SECONDS`. Whatever is read as now is
 * shifted, in any library. A span is as long as it was, so what waits waits no longer.
 */
export function shiftClock(): void {
  const offsetMs = clockOffsetMs();
  if (offsetMs === 0) return;
  const realNow = Date.now;
  Date.now = () => realNow() + offsetMs;
  globalThis.Date = new Proxy(Date, {
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length === 0 ? [Date.now()] : args, newTarget),
    apply: () => new Date().toString(),
  });
}
