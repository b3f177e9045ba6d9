import { formatTimeSpan, parseTimeSpan } from '../app/timeSpan';
import { nextOccurrence, parseNcrontab } from './ncrontab';

export interface TimerSchedule {
  /** First occurrence strictly after a time, both in ms since 1970, or undefined when there is none. */
  next(after: number): number | undefined;
  readonly description: string;
}

/**
 * Reads a timer's `schedule`. A TimeSpan such as `00:00:05` is an interval, anything else NCRONTAB in UTC.
 *
 * Source: "Timer trigger for Azure Functions".
 * @throws Error when it is neither, or never comes.
 */
export function parseSchedule(text: string): TimerSchedule {
  const interval = /[*\s]/.test(text.trim()) ? undefined : parseTimeSpan(text);
  if (interval !== undefined) {
    if (!(interval > 0 && Number.isFinite(interval)))
      throw new Error(`The interval "${text}" must be above zero.`);
    return { next: (after) => after + interval, description: `every ${formatTimeSpan(interval)}` };
  }
  const cron = parseNcrontab(text);
  return { next: (after) => nextOccurrence(cron, after), description: text };
}

const MONITOR_FROM_MS = 60_000;

/**
 * Whether missed occurrences are remembered over a restart when `useMonitor` is not set. They are for intervals of a
 * minute or more.
 */
export function monitorsByDefault(schedule: TimerSchedule, now: number): boolean {
  const first = schedule.next(now);
  const second = first === undefined ? undefined : schedule.next(first);
  return first === undefined || second === undefined || second - first >= MONITOR_FROM_MS;
}
