import { newScans } from './sameScan';
import { type Key, typedScans } from './wedge';

test('a ticket that is held before the camera is one scan, however long', () => {
  const isNew = newScans(2_500);
  const seen = Array.from({ length: 100 }, (_, i) => isNew('A', i * 200));
  expect(seen.filter(Boolean)).toHaveLength(1);
});

test('a blink in between is the same scan, and one that comes back later is another', () => {
  const isNew = newScans(2_500);
  expect([isNew('A', 0), isNew('A', 2_500), isNew('A', 5_001)]).toEqual([true, false, true]);
});

test('a phone that reads a frame for seconds sees one scan as well', () => {
  const isNew = newScans(2_500);
  expect([isNew('A', 0, 4_000), isNew('A', 5_000, 9_000), isNew('A', 11_600, 12_000)]).toEqual([
    true,
    false,
    true,
  ]);
});

test('the next ticket is a scan at once, and so is the one before it again', () => {
  const isNew = newScans(2_500);
  expect([isNew('A', 0), isNew('B', 100), isNew('A', 200), isNew('A', 300)]).toEqual([
    true,
    true,
    true,
    false,
  ]);
});

/** Keys one after the other, as far apart as that. */
function typing(keys: readonly Key[], apartMs: number): (string | undefined)[] {
  const hear = typedScans();
  return keys.map((key, i) => hear(key, i * apartMs));
}
const plain = (text: string): Key[] => [...text].map((key) => ({ key, code: '', shiftKey: false }));
const ENTER: Key = { key: 'Enter', code: 'Enter', shiftKey: false };

test('what a scanner types is one text at its Enter', () => {
  expect(typing([...plain('4F2K.R1.1-X.9Z'), ENTER], 15).at(-1)).toBe('4F2K.R1.1-X.9Z');
});

test('a scanner that sends a Tab, and its shift keys, do no harm', () => {
  const shift = { key: 'Shift', code: 'ShiftLeft', shiftKey: true };
  const keys = plain('ABCDEFGH').flatMap((key) => [shift, key]);
  expect(typing([...keys, { ...ENTER, key: 'Tab', code: 'Tab' }], 10).at(-1)).toBe('ABCDEFGH');
});

test('under a Korean input method letters are read from where their keys lie', () => {
  const keys: Key[] = [
    ...['KeyA', 'KeyB', 'Digit4'].map((code) => ({ key: 'Process', code, shiftKey: true })),
    ...['KeyC', 'KeyD', 'KeyE', 'KeyF'].map((code) => ({ key: 'ㅊ', code, shiftKey: true })),
    { key: 'Process', code: 'Period', shiftKey: false },
    { key: 'Unidentified', code: 'Minus', shiftKey: false },
  ];
  expect(typing([...keys, ENTER], 10).at(-1)).toBe('AB4CDEF.-');
});

test('fingers are no scanner, and what they typed before a scan is not part of it', () => {
  expect(typing([...plain('SLOWFINGERS'), ENTER], 250).at(-1)).toBeUndefined();
  const hear = typedScans();
  hear({ key: 'X', code: 'KeyX', shiftKey: false }, 0);
  const scanned = [...plain('ABCDEFGH'), ENTER].map((key, i) => hear(key, 5_000 + i * 10));
  expect(scanned.at(-1)).toBe('ABCDEFGH');
});

test('a text that is too short for a code is nothing', () => {
  expect(typing([...plain('ABC'), ENTER], 10).at(-1)).toBeUndefined();
});
