const TIME_SPAN = /^(-)?(?:(\d+)\.)?(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.(\d{1,7}))?)?$/;

/**
 * Milliseconds of a .NET TimeSpan such as `00:00:05`, `1.02:00:00` or `-00:00:01` (host.json, timer schedules), or
 * undefined when the text is none. `-1` means "without end" in host.json and gives Infinity.
 *
 * Source: .NET standard TimeSpan format "c", `[-][d.]hh:mm:ss[.fffffff]`.
 */
export function parseTimeSpan(text: string): number | undefined {
  if (text.trim() === '-1') return Number.POSITIVE_INFINITY;
  const match = TIME_SPAN.exec(text.trim());
  if (!match) return undefined;
  const [, sign, days = '0', hours = '0', minutes = '0', seconds = '0', fraction = '0'] = match;
  const wholeSeconds = Number(days) * 86_400 + Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds);
  const ms = wholeSeconds * 1_000 + Math.round(Number(`0.${fraction}`) * 1_000);
  return sign ? -ms : ms;
}

/** `00:00:05` or `00:00:00.2500000`, as the host prints durations. */
export function formatTimeSpan(ms: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  const whole = Math.floor(ms / 1_000);
  const rest = Math.round(ms - whole * 1_000);
  const hours = Math.floor(whole / 3_600);
  const clock = `${two(hours)}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
  return rest === 0 ? clock : `${clock}.${String(rest).padStart(3, '0')}0000`;
}
