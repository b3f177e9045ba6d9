const MAX_REMEMBERED = 500;
const remembered = new Map<string, RegExp>();

const REGEX_SPECIAL = /[\\^$.*+?()[\]{}|/]/;
const literal = (char: string): string => (REGEX_SPECIAL.test(char) ? `\\${char}` : char);

/** `%` any text, `_` any character, `[a-c]` and `[^a-c]` classes. `escapeChar` makes the next character literal. */
function translate(pattern: string, escapeChar: string | undefined): string {
  const chars = [...pattern];
  let source = '';
  for (let at = 0; at < chars.length; ) {
    const step = translateAt(chars, at, escapeChar);
    source += step.source;
    at = step.end;
  }
  return source;
}

function translateAt(chars: readonly string[], at: number, escapeChar: string | undefined) {
  const char = chars[at] as string;
  const following = chars[at + 1];
  if (char === escapeChar && following !== undefined) return { source: literal(following), end: at + 2 };
  if (char === '%') return { source: '.*', end: at + 1 };
  if (char === '_') return { source: '.', end: at + 1 };
  const classEnd = char === '[' ? chars.indexOf(']', at + 1) : -1;
  if (classEnd <= at + 1) return { source: literal(char), end: at + 1 };
  const inside = chars
    .slice(at + 1, classEnd)
    .join('')
    .replaceAll('\\', '\\\\');
  return { source: `[${inside}]`, end: classEnd + 1 };
}

/** A LIKE pattern as a regular expression over the whole text. */
export function likePattern(pattern: string, escapeChar: string | undefined): RegExp {
  const key = `${escapeChar ?? ''}\u0000${pattern}`;
  let regex = remembered.get(key);
  if (regex === undefined) {
    if (remembered.size >= MAX_REMEMBERED) remembered.clear();
    regex = new RegExp(`^${translate(pattern, escapeChar)}$`, 'su');
    remembered.set(key, regex);
  }
  return regex;
}
