import type { Written } from './ast';
import type { Token } from './lexer';
import { syntaxError, tokenize } from './lexer';

export const KEYWORDS = new Set(
  'SELECT VALUE DISTINCT TOP FROM JOIN IN WHERE GROUP ORDER BY ASC DESC OFFSET LIMIT AS AND OR NOT BETWEEN LIKE ESCAPE EXISTS ARRAY NULL TRUE FALSE UNDEFINED'.split(
    ' ',
  ),
);
/** These may also name a property, an alias or a function. */
const SOFT_KEYWORDS = new Set(['VALUE', 'ARRAY', 'OFFSET', 'LIMIT', 'ESCAPE', 'GROUP']);

/** Walks over the tokens of one query. Its state is the position alone. */
export class TokenReader {
  private readonly tokens: Token[];
  protected at = 0;

  constructor(private readonly text: string) {
    this.tokens = tokenize(text);
  }

  protected peek(ahead = 0): Token {
    return this.tokens[Math.min(this.at + ahead, this.tokens.length - 1)] as Token;
  }

  protected take(): Token {
    const token = this.peek();
    this.at += 1;
    return token;
  }

  protected unexpected() {
    return syntaxError(this.text, this.peek().start);
  }

  protected isWord(word: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.kind === 'word' && token.text.toUpperCase() === word;
  }

  protected takeWord(word: string): boolean {
    if (!this.isWord(word)) return false;
    this.at += 1;
    return true;
  }

  protected needWord(word: string): void {
    if (!this.takeWord(word)) throw this.unexpected();
  }

  protected isSymbol(symbol: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.kind === 'symbol' && token.text === symbol;
  }

  protected takeSymbol(symbol: string): boolean {
    if (!this.isSymbol(symbol)) return false;
    this.at += 1;
    return true;
  }

  protected needSymbol(symbol: string): void {
    if (!this.takeSymbol(symbol)) throw this.unexpected();
  }

  protected identifier(): string {
    const token = this.peek();
    const upper = token.text.toUpperCase();
    if (token.kind !== 'word' || (KEYWORDS.has(upper) && !SOFT_KEYWORDS.has(upper))) throw this.unexpected();
    return this.take().text;
  }

  protected written<T extends object>(parse: () => T): Written<T> {
    const start = this.peek().start;
    const value = parse();
    const end = this.tokens[this.at - 1]?.end ?? start;
    return { ...value, text: this.text.slice(start, end) };
  }

  protected list<T>(parse: () => T): T[] {
    const items = [parse()];
    while (this.takeSymbol(',')) items.push(parse());
    return items;
  }
}
