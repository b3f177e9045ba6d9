import fc from 'fast-check';

/** Clocks that go forward and back by an hour, by half an hour, by two, in either half of the year, or never. */
export const ZONES = [
  'Asia/Seoul',
  'Asia/Kathmandu',
  'Europe/Berlin',
  'Europe/London',
  'America/New_York',
  'America/St_Johns',
  'America/Santiago',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
  'Antarctica/Troll',
  'UTC',
];

const HOUR_MS = 60 * 60 * 1000;
const FROM = Date.parse('2026-01-01T00:00:00Z');
const HOURS = 2 * 365 * 24;

const hourIn = (timeZone: string) => {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
  });
  return (ms: number): string => format.format(ms);
};

/** The days of two years on which the clocks of a zone are changed. */
function changesOf(timeZone: string): number[] {
  const shown = hourIn(timeZone);
  const days = Array.from({ length: HOURS / 24 }, (_, day) => FROM + day * 24 * HOUR_MS);
  return days.filter((ms) => shown(ms) !== shown(ms + 24 * HOUR_MS));
}

const anytime = fc.integer({ min: 0, max: HOURS * 60 }).map((minutes) => FROM + minutes * 60_000);
const around = (days: readonly number[]) =>
  fc
    .tuple(fc.constantFrom(...days), fc.integer({ min: -24 * 60, max: 48 * 60 }))
    .map(([day, minutes]) => day + minutes * 60_000);

/** A zone and an instant of two years in it, half of them within two days of a change of its clocks. */
export const zoneTime = fc.oneof(
  ...ZONES.map((timeZone) => {
    const changes = changesOf(timeZone);
    const ms = changes.length === 0 ? anytime : fc.oneof(anytime, around(changes));
    return fc.record({ timeZone: fc.constant(timeZone), ms });
  }),
);
