/** An instant as a field for date and time takes it, on the clock of a place: 2026-12-11T19:30. */
export function onWallClock(instant: string, timeZone: string): string {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return format.format(new Date(instant)).replace(' ', 'T');
}

/** The same with seconds and without an offset, which the API reads on the clock of the venue. */
export const asSent = (field: string): string => (field.length === 16 ? `${field}:00` : field);
