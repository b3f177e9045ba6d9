/** A scanner that types is that fast from key to key. Nobody's fingers are, for so many of them. */
const GAP_MS = 100;
const SHORTEST = 8;

export type Key = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey'>;

/**
 * Collects what a scanner types as a keyboard does, until its Enter or Tab. Gives the text then, else undefined. Under a
 * Korean input method keys arrive without their letter, so that it is read from where the key lies.
 */
export function typedScans() {
  let text = '';
  let lastMs = 0;
  return ({ key, code }: Key, nowMs: number): string | undefined => {
    if (nowMs - lastMs > GAP_MS) text = '';
    lastMs = nowMs;
    if (key === 'Enter' || key === 'Tab' || code === 'Enter' || code === 'Tab') {
      const typed = text;
      text = '';
      return typed.length >= SHORTEST ? typed : undefined;
    }
    text += letterOf(key, code);
    return undefined;
  };
}

const PLACES: Readonly<Record<string, string>> = {
  Period: '.',
  Minus: '-',
  NumpadDecimal: '.',
  NumpadSubtract: '-',
};

function letterOf(key: string, code: string): string {
  if (/^[0-9A-Za-z.-]$/.test(key)) return key;
  // A modifier has a name, and no letter.
  if (key.length > 1 && key !== 'Process' && key !== 'Unidentified') return '';
  return PLACES[code] ?? /^(?:Key|Digit|Numpad)([0-9A-Z])$/.exec(code)?.[1] ?? '';
}
