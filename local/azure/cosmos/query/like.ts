const MAX_REMEMBERED = 500;
const remembered = new Map<string, RegExp>();

const REGEX_SPECIAL = /[\\^$.*+?()[\]{}|/]/;
const literal = (char: string): string => (REGEX_SPECIAL.test(char) ? `\\${char}` : char);

/** `%` any text, `_` any character, `[a-c]` and `[^a-c]` classes; `escapeChar` makes the next character literal. */
function translate(pattern: string, escapeChar: string | undefined): string {
  const chars = [...pattern];
  let source = '';
  for (let i = 0; i < chars.length; i += 1) {
    const char = chars[i] as string;
    if (char === escapeChar && i + 1 < chars.length) source += literal(chars[++i] as string);
    else if (char === '%') source += '.*';
    else if (char === '_') source += '.';
    else if (char === '[' && chars.indexOf(']', i + 1) > i + 1) {
      const end = chars.indexOf(']', i + 1);
      source += `[${chars
        .slice(i + 1, end)
        .join('')
        .replaceAll('\\', '\\\\')}]`;
      i = end;
    } else source += literal(char);
  }
  return source;
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
