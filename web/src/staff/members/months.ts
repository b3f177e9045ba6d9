/** The last months of the theatre, as `2026-12`, by its clock. The one that has begun is first. */
export function lastMonths(count: number, timeZone: string, nowMs: number): readonly string[] {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(new Date(nowMs));
  const [year = 0, month = 1] = today.split('-').map(Number);
  return Array.from({ length: count }, (_, before) =>
    new Date(Date.UTC(year, month - 1 - before)).toISOString().slice(0, 7),
  );
}
