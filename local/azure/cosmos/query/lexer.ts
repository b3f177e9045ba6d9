import { badRequest } from '../engine/errors';

export type Token = {
  readonly kind: 'word' | 'number' | 'string' | 'parameter' | 'symbol' | 'end';
  /** Words and symbols as written, strings without quotes and escapes, parameters with their `@`. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
};

const PATTERN =
  /\s+|--[^\n]*|\/\*[\s\S]*?\*\/|(?<number>0x[0-9a-f]+|(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)|(?<parameter>@[\p{L}_][\p{L}\p{N}_]*)|(?<word>[\p{L}_$][\p{L}\p{N}_$]*)|(?<string>'(?:[^'\\]|\\[\s\S])*'|"(?:[^"\\]|\\[\s\S])*")|(?<symbol>>>>|>>|<<|<=|>=|<>|!=|\?\?|\|\||[-+*/%=<>()[\]{},.:?|&^~])/giuy;

const ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

const unquote = (quoted: string): string =>
  quoted
    .slice(1, -1)
    .replace(/\\(?:u([0-9a-fA-F]{4})|([\s\S]))/g, (_, code: string | undefined, other: string) =>
      code === undefined ? (ESCAPES[other] ?? other) : String.fromCharCode(Number.parseInt(code, 16)),
    );

const KINDS = ['number', 'parameter', 'word', 'string', 'symbol'] as const;

/** Splits a query into tokens. Throws 400 at a character no token starts with. */
export function tokenize(query: string): Token[] {
  const tokens: Token[] = [];
  let position = 0;
  while (position < query.length) {
    PATTERN.lastIndex = position;
    const match = PATTERN.exec(query);
    if (match === null) throw syntaxError(query, position);
    const start = position;
    position = PATTERN.lastIndex;
    const kind = KINDS.find((each) => match.groups?.[each] !== undefined);
    if (kind === undefined) continue;
    const text = kind === 'string' ? unquote(match[0]) : match[0];
    tokens.push({ kind, text, start, end: position });
  }
  tokens.push({ kind: 'end', text: '', start: query.length, end: query.length });
  return tokens;
}

/** The service's wording of a query it cannot read. */
export const syntaxError = (query: string, position: number) =>
  badRequest(
    `Message: {"errors":[{"severity":"Error","location":{"start":${position},"end":${position + 1}},"code":"SC1001",` +
      `"message":"Syntax error, incorrect syntax near '${query.slice(position, position + 12)}'."}]}`,
  );
