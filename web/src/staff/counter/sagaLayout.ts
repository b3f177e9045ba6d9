import type { Timeline } from '../types';

/** What stands on the picture of a reservation: an event of a context, or a notice to the customer. */
export type Step = {
  readonly id: string;
  readonly what: string;
  readonly lane: string;
  readonly time: string;
  /** Since the step before; 0 for the first one. */
  readonly delayMs: number;
};

export type Point = Step & { readonly x: number; readonly y: number };

export type Picture = {
  readonly lanes: readonly { readonly name: string; readonly x: number }[];
  readonly points: readonly Point[];
  readonly width: number;
  readonly height: number;
};

/** In the order of time. What came at the same time stays in the order of the answer. */
export function stepsOf({ items, notices }: Pick<Timeline, 'items' | 'notices'>): readonly Step[] {
  const all = [
    ...items.map(({ eventId, type, source, time }) => ({
      id: `${eventId}/${type}`,
      what: type,
      lane: laneOf(source),
      time,
    })),
    ...notices.map(({ noticeId, kind, createdAt }) => ({
      id: noticeId,
      what: `notice:${kind}`,
      lane: 'notification',
      time: createdAt,
    })),
  ].toSorted((a, b) => Date.parse(a.time) - Date.parse(b.time));
  return all.map((step, index) => {
    const before = all[index - 1] ?? step;
    return { ...step, delayMs: Date.parse(step.time) - Date.parse(before.time) };
  });
}

/** `/marquee/reservation` is the context `reservation`. */
const laneOf = (source: string): string => source.slice(source.lastIndexOf('/') + 1);

/** In the order in which a sale meets them; a context that is not named here comes after them. */
const LANES = ['reservation', 'musical', 'payment', 'admission', 'notification'];
const LANE_PX = 28;
const EDGE_PX = 16;
const LEAST_PX = 40;
/** So much more room for each ten times the delay, so that a second and a day are told apart and both are seen. */
const DECADE_PX = 9;

/** Where each step stands: its context across, the time downwards. */
export function pictureOf(steps: readonly Step[]): Picture {
  const names = [...new Set(steps.map(({ lane }) => lane))].toSorted((a, b) => rank(a) - rank(b));
  const xOf = (lane: string) => EDGE_PX + names.indexOf(lane) * LANE_PX;
  let y = EDGE_PX;
  const points = steps.map((step, index): Point => {
    if (index > 0) y += LEAST_PX + DECADE_PX * Math.log10(1 + step.delayMs / 100);
    return { ...step, x: xOf(step.lane), y: Math.round(y) };
  });
  return {
    lanes: names.map((name) => ({ name, x: xOf(name) })),
    points,
    width: 2 * EDGE_PX + Math.max(0, names.length - 1) * LANE_PX,
    height: Math.round(y) + EDGE_PX,
  };
}

const rank = (lane: string): number => (LANES.indexOf(lane) + LANES.length + 1) % (LANES.length + 1);

/** The shortest words that tell delays apart: 40 ms, 1.2 s, 3 min, 5 h, 2 d. */
export function delayParts(ms: number): { readonly value: number; readonly unit: DelayUnit } {
  for (const { unit, ms: one, upTo, digits } of UNITS)
    if (ms < upTo) return { value: Number((ms / one).toFixed(digits)), unit };
  return { value: Math.round(ms / DAY), unit: 'day' };
}

const [SECOND, MINUTE, HOUR, DAY] = [1_000, 60_000, 3_600_000, 86_400_000];
const UNITS = [
  { unit: 'millisecond', ms: 1, upTo: SECOND, digits: 0 },
  { unit: 'second', ms: SECOND, upTo: MINUTE, digits: 1 },
  { unit: 'minute', ms: MINUTE, upTo: HOUR, digits: 0 },
  { unit: 'hour', ms: HOUR, upTo: 2 * DAY, digits: 0 },
] as const;
export type DelayUnit = (typeof UNITS)[number]['unit'] | 'day';
