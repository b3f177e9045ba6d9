import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { readable, tierToken } from './tierColour';

const THEMES = ['light', 'dark'] as const;
type Theme = (typeof THEMES)[number];

const [light = '', dark = ''] = readFileSync(path.join(__dirname, '../look/tokens.css'), 'utf8').split(
  '@media',
);

/** A colour of the tokens as numbers; the dark theme has those of the light one that it does not change. */
function token(theme: Theme, name: string): number[] {
  const written = new RegExp(`--${name}: #([0-9a-f]+);`).exec(theme === 'dark' ? dark : light)?.[1] ?? '';
  const six = written.length === 3 ? [...written].map((digit) => digit + digit).join('') : written;
  return [0, 2, 4].map((at) => Number.parseInt(six.slice(at, at + 2), 16));
}

/** Source: WCAG 2.2, relative luminance. */
const brightness = (channels: readonly number[]): number =>
  channels.reduce((sum, channel, at) => {
    const part = channel / 255;
    const linear = part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    return sum + linear * ([0.2126, 0.7152, 0.0722][at] ?? 0);
  }, 0);

const contrast = (a: readonly number[], b: readonly number[]): number => {
  const [less = 0, more = 0] = [brightness(a), brightness(b)].sort((x, y) => x - y);
  return (more + 0.05) / (less + 0.05);
};
const numbersIn = (rgb: string): number[] => [...rgb.matchAll(/\d+/g)].map(([number]) => Number(number));
const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((number) => `#${number.toString(16).padStart(6, '0')}`);

test.each(THEMES)(
  'whatever colour a theatre chooses, its seats are seen and their numbers are read: %s',
  (theme) => {
    expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21);
    fc.assert(
      fc.property(colour, (chosen) => {
        const shown = numbersIn(readable(chosen, theme === 'dark'));
        expect(contrast(shown, token(theme, 'on-tier'))).toBeGreaterThanOrEqual(4.5);
        for (const ground of ['paper', 'raised'])
          expect(contrast(shown, token(theme, ground))).toBeGreaterThanOrEqual(3);
      }),
      { examples: [['#000000'], ['#ffffff'], ['#ffff00'], ['#0000ff']] },
    );
  },
);

test('a colour that can be read stays as it is', () => {
  expect(readable('#6a3d8f', false)).toBe('rgb(106,61,143)');
  expect(readable('#C7A3EA', true)).toBe('rgb(199,163,234)');
});

test('without a colour of its own a tier has one of the tokens, by its price', () => {
  expect([1, 6, 9].map(tierToken)).toEqual(['--tier-1', '--tier-6', '--tier-6']);
});
