/** A schedule in six sets of allowed values. */
export interface CronSchedule {
  readonly seconds: readonly number[];
  readonly minutes: readonly number[];
  readonly hours: readonly number[];
  readonly days: ReadonlySet<number>;
  /** 1 to 12. */
  readonly months: readonly number[];
  /** 0 (Sunday) to 6. */
  readonly weekdays: ReadonlySet<number>;
}

interface Field {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  readonly names?: readonly string[];
}

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

const FIELDS: readonly Field[] = [
  { name: 'second', min: 0, max: 59 },
  { name: 'minute', min: 0, max: 59 },
  { name: 'hour', min: 0, max: 23 },
  { name: 'day', min: 1, max: 31 },
  { name: 'month', min: 1, max: 12, names: MONTHS },
  { name: 'day of week', min: 0, max: 6, names: WEEKDAYS },
];

/**
 * Parses `{second} {minute} {hour} {day} {month} {day of week}`, or five fields without seconds. A field is `*`, a
 * value, `a-b`, any of these with `/step`, or a list by commas. Names of months and weekdays have three letters or are
 * in full.
 *
 * Source: "Timer trigger for Azure Functions", NCRONTAB expressions; the NCrontab library.
 * @throws Error naming the field that is wrong.
 */
export function parseNcrontab(text: string): CronSchedule {
  const fields = text.trim().split(/\s+/);
  if (fields.length === 5) fields.unshift('0');
  if (fields.length !== 6) throw new Error(`"${text}" must have 5 or 6 fields, it has ${fields.length}.`);
  const [seconds, minutes, hours, days, months, weekdays] = fields.map((field, index) =>
    parseField(field, FIELDS[index] as Field, text),
  ) as [number[], number[], number[], number[], number[], number[]];
  return { seconds, minutes, hours, days: new Set(days), months, weekdays: new Set(weekdays) };
}

function parseField(text: string, field: Field, whole: string): number[] {
  const values = text.split(',').flatMap((part) => {
    const match = /^(\*|[a-z0-9]+)(?:-([a-z0-9]+))?(?:\/(\d+))?$/i.exec(part);
    const step = Number(match?.[3] ?? 1);
    if (!match || step < 1) throw new Error(`"${whole}": the ${field.name} "${text}" is not understood.`);
    const [from, to] = rangeOf(match, field, whole);
    return valuesBetween(Math.min(from, to), Math.max(from, to), step);
  });
  return [...new Set(values)].sort((a, b) => a - b);
}

/** `10/20` goes on to the end, and so does `*`. */
function rangeOf([, low = '', high, step]: RegExpExecArray, field: Field, whole: string): [number, number] {
  if (low === '*') return [field.min, high === undefined ? field.max : toValue(high, field, whole)];
  const from = toValue(low, field, whole);
  if (high !== undefined) return [from, toValue(high, field, whole)];
  return [from, step === undefined ? from : field.max];
}

const valuesBetween = (from: number, to: number, step: number): number[] =>
  Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => from + index * step);

function toValue(text: string, field: Field, whole: string): number {
  const lower = text.toLowerCase();
  const named = lower.length >= 3 ? (field.names?.findIndex((name) => name.startsWith(lower)) ?? -1) : -1;
  const value = named >= 0 ? named + field.min : /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= field.min && value <= field.max)) {
    throw new Error(`"${whole}": the ${field.name} must be ${field.min} to ${field.max}, it is "${text}".`);
  }
  return value;
}

const DAY_MS = 86_400_000;
/** Past the rarest date there is, a 29 February that falls on a given weekday. */
const MOST_DAYS = 366 * 41;

/**
 * The first time strictly after `after` (both in ms since 1970, UTC) that the schedule names, or undefined if there is
 * none, as with 30 February. Day and day of week must both fit, as in NCrontab and unlike in Unix cron.
 */
export function nextOccurrence(schedule: CronSchedule, after: number): number | undefined {
  const start = Math.floor(after / 1_000) * 1_000 + 1_000;
  let day = Math.floor(start / DAY_MS) * DAY_MS;
  let earliest = start - day;
  for (let tried = 0; tried < MOST_DAYS; tried++, day += DAY_MS, earliest = 0) {
    if (!isDayIn(schedule, new Date(day))) continue;
    const time = firstTimeFrom(schedule, earliest / 1_000);
    if (time !== undefined) return day + time * 1_000;
  }
  return undefined;
}

const isDayIn = (schedule: CronSchedule, day: Date): boolean =>
  schedule.months.includes(day.getUTCMonth() + 1) &&
  schedule.days.has(day.getUTCDate()) &&
  schedule.weekdays.has(day.getUTCDay());

/** Second of the day, at or after `from`. */
function firstTimeFrom({ hours, minutes, seconds }: CronSchedule, from: number): number | undefined {
  const starts = hours.flatMap((hour) => minutes.map((minute) => hour * 3_600 + minute * 60));
  const start = starts.find((each) => timeWithin(seconds, each, from) !== undefined);
  return start === undefined ? undefined : timeWithin(seconds, start, from);
}

function timeWithin(seconds: readonly number[], minuteStart: number, from: number): number | undefined {
  const second = seconds.find((candidate) => minuteStart + candidate >= from);
  return second === undefined ? undefined : minuteStart + second;
}
