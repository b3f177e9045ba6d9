import { rounded } from './client';

/** Every number of this run as a ratio to the same number of another: `throughput.32: 90 (×1.3)`, a line each. */
export function ratios(now: object, before: object): string {
  const known = new Map(figures(before));
  return figures(now)
    .filter(([name]) => known.has(name))
    .map(([name, value]) => `${name}: ${value} (${ratio(value, known.get(name) ?? 0)})`)
    .join('\n');
}

const ratio = (value: number, before: number): string =>
  before === 0 ? 'was 0' : `×${rounded(value / before, 2)}`;

const figures = (value: object, path = ''): [string, number][] =>
  Object.entries(value).flatMap(([name, member]): [string, number][] => {
    const at = path === '' ? name : `${path}.${name}`;
    if (typeof member === 'number') return [[at, member]];
    return typeof member === 'object' && member !== null ? figures(member, at) : [];
  });
