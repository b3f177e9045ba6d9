import type { HostedFunction } from '../app/hostedFunction';
import type { Clock } from '../invocation/clock';
import type { Invocation } from '../invocation/invoke';
import { invokeWithRetry } from '../invocation/invokeWithRetry';
import { toTraceContext } from '../invocation/traceContext';
import { monitorsByDefault, parseSchedule, type TimerSchedule } from './timerSchedule';
import type { ScheduleStatus, TimerStore } from './timerStore';
import type { Listener, TriggerServices } from './trigger';

/** How often a host that does not run a timer looks whether it may. */
const TAKE_OVER_AFTER_MS = 1_000;

/**
 * Runs a timer function on its schedule, one run at a time, by one host at a time. A monitored timer (an interval of a
 * minute or more) that missed its time while no host was up runs at once, with `isPastDue`.
 *
 * Source: "Timer trigger for Azure Functions"; WebJobs extensions, TimerListener.
 * @throws Error when the schedule is not understood.
 */
export function startTimer(fn: HostedFunction, services: TriggerServices, store: TimerStore): Listener {
  const schedule = parseSchedule(String(fn.trigger.schedule ?? ''));
  const stopping = new AbortController();
  const done = runTimer({ fn, services, store, schedule, signal: stopping.signal })
    .catch((error: unknown) => services.logger.host('error', `Timer '${fn.name}' stopped: ${String(error)}`))
    .finally(() => store.release());
  return {
    stop: async () => {
      stopping.abort();
      await done;
    },
  };
}

interface Running {
  readonly fn: HostedFunction;
  readonly services: TriggerServices;
  readonly store: TimerStore;
  readonly schedule: TimerSchedule;
  readonly signal: AbortSignal;
}

async function runTimer(timer: Running): Promise<void> {
  const { store, signal } = timer;
  const { clock } = timer.services;
  await acquire(timer);
  if (signal.aborted) return;
  const monitored = isMonitored(timer);
  let last = await catchUp(timer, monitored);
  for (;;) {
    const due = nextTime(timer);
    if (due === undefined) return;
    if (monitored) store.write(toStatus(last, due, clock.now()));
    await sleepUntil(due, clock, signal);
    if (signal.aborted) return;
    last = await fire(timer, monitored, last, false);
  }
}

/** Runs the function now if it missed its time or is to run on startup. Gives when it last ran, or ''. */
async function catchUp(timer: Running, monitored: boolean): Promise<string> {
  const { fn, services, store } = timer;
  const status = monitored ? store.read() : undefined;
  const missed = isPast(status, services.clock.now());
  const last = status?.last ?? '';
  return missed || fn.trigger.runOnStartup === true ? fire(timer, monitored, last, missed) : last;
}

/** Resolves when this host alone runs the timer, or the signal is aborted. */
async function acquire({ store, services, signal }: Running): Promise<void> {
  while (!signal.aborted && !store.tryAcquire()) await services.clock.sleep(TAKE_OVER_AFTER_MS, signal);
}

function isMonitored({ fn, schedule, services }: Running): boolean {
  const { useMonitor } = fn.trigger;
  return useMonitor === undefined ? monitorsByDefault(schedule, services.clock.now()) : useMonitor === true;
}

/** When it fires next, or undefined when it never does any more. */
function nextTime({ fn, schedule, services: { clock, logger } }: Running): number | undefined {
  const due = schedule.next(clock.now());
  if (due === undefined) {
    const text = `Timer '${fn.name}': the schedule "${schedule.description}" names no time to come.`;
    logger.host('warning', text);
  }
  return due;
}

async function sleepUntil(due: number, clock: Clock, signal: AbortSignal): Promise<void> {
  while (!signal.aborted && clock.now() < due) await clock.sleep(due - clock.now(), signal);
}

const isPast = (status: ScheduleStatus | undefined, now: number): boolean =>
  status !== undefined && Date.parse(status.next) < now;

const toStatus = (last: string, next: number, now: number): ScheduleStatus => ({
  last: last === '' ? '0001-01-01T00:00:00Z' : last,
  next: new Date(next).toISOString(),
  lastUpdated: new Date(now).toISOString(),
});

/** Runs the function once (with its retries) and returns the time as the new `last`. */
async function fire(timer: Running, monitored: boolean, last: string, isPastDue: boolean): Promise<string> {
  const { fn, services, store, schedule, signal } = timer;
  const firedAt = services.clock.now();
  const next = schedule.next(firedAt) ?? firedAt;
  const status = toStatus(last, next, firedAt);
  const invocation = (): Invocation => ({
    input: { json: JSON.stringify(toTimerInfo(status, isPastDue, monitored)) },
    traceContext: toTraceContext(),
    reason: `Timer fired at ${new Date(firedAt).toISOString()}`,
    ...(isPastDue ? { details: 'UnscheduledInvocationReason: IsPastDue' } : {}),
  });
  await invokeWithRetry(services, fn, invocation, signal);
  const firedIso = new Date(firedAt).toISOString();
  if (monitored) store.write(toStatus(firedIso, schedule.next(services.clock.now()) ?? next, firedAt));
  return firedIso;
}

const toTimerInfo = (status: ScheduleStatus, isPastDue: boolean, monitored: boolean) => ({
  Schedule: { AdjustForDST: true },
  ScheduleStatus: monitored
    ? { Last: status.last, Next: status.next, LastUpdated: status.lastUpdated }
    : null,
  IsPastDue: isPastDue,
});
