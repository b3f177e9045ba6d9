import type { BinaryOperator, Expression, Order, Query, SelectItem, Selection, Source, Written } from './ast';
import type { Token } from './lexer';
import { syntaxError, tokenize } from './lexer';

const KEYWORDS = new Set(
  'SELECT VALUE DISTINCT TOP FROM JOIN IN WHERE GROUP ORDER BY ASC DESC OFFSET LIMIT AS AND OR NOT BETWEEN LIKE ESCAPE EXISTS ARRAY NULL TRUE FALSE UNDEFINED'.split(
    ' ',
  ),
);
/** These may also name a property, an alias or a function. */
const SOFT_KEYWORDS = new Set(['VALUE', 'ARRAY', 'OFFSET', 'LIMIT', 'ESCAPE', 'GROUP']);
const CONSTANTS: Readonly<Record<string, null | boolean | undefined>> = {
  NULL: null,
  TRUE: true,
  FALSE: false,
  UNDEFINED: undefined,
};

/** Loosest first. */
const LEVELS: readonly (readonly BinaryOperator[])[] = [
  ['??'],
  ['or'],
  ['and'],
  ['=', '!=', '<', '<=', '>', '>='],
  ['||'],
  ['|'],
  ['^'],
  ['&'],
  ['<<', '>>', '>>>'],
  ['+', '-'],
  ['*', '/', '%'],
];
const COMPARISON = 3;
/** Keeps a hostile query from exhausting the stack. */
const MAX_DEPTH = 100;

/** A recursive-descent parser over one query; state is the position alone. */
class Parser {
  private readonly tokens: Token[];
  private at = 0;
  private depth = 0;

  constructor(private readonly text: string) {
    this.tokens = tokenize(text);
  }

  whole(): Query {
    const query = this.query();
    if (this.peek().kind !== 'end') throw this.unexpected();
    return query;
  }

  /** `from c where …`, the condition of a patch. */
  condition(): Query {
    const query = this.clauses({ selection: { kind: 'star' }, distinct: false, top: undefined });
    if (this.peek().kind !== 'end') throw this.unexpected();
    return query;
  }

  private peek(ahead = 0): Token {
    return this.tokens[Math.min(this.at + ahead, this.tokens.length - 1)] as Token;
  }

  private take(): Token {
    const token = this.peek();
    this.at += 1;
    return token;
  }

  private unexpected() {
    return syntaxError(this.text, this.peek().start);
  }

  private isWord(word: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.kind === 'word' && token.text.toUpperCase() === word;
  }

  private takeWord(word: string): boolean {
    if (!this.isWord(word)) return false;
    this.at += 1;
    return true;
  }

  private needWord(word: string): void {
    if (!this.takeWord(word)) throw this.unexpected();
  }

  private isSymbol(symbol: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.kind === 'symbol' && token.text === symbol;
  }

  private takeSymbol(symbol: string): boolean {
    if (!this.isSymbol(symbol)) return false;
    this.at += 1;
    return true;
  }

  private needSymbol(symbol: string): void {
    if (!this.takeSymbol(symbol)) throw this.unexpected();
  }

  private identifier(): string {
    const token = this.peek();
    const upper = token.text.toUpperCase();
    if (token.kind !== 'word' || (KEYWORDS.has(upper) && !SOFT_KEYWORDS.has(upper))) throw this.unexpected();
    return this.take().text;
  }

  private written<T extends object>(parse: () => T): Written<T> {
    const start = this.peek().start;
    const value = parse();
    const end = this.tokens[this.at - 1]?.end ?? start;
    return { ...value, text: this.text.slice(start, end) };
  }

  private list<T>(parse: () => T): T[] {
    const items = [parse()];
    while (this.takeSymbol(',')) items.push(parse());
    return items;
  }

  private query(): Query {
    this.needWord('SELECT');
    const distinct = this.takeWord('DISTINCT');
    const top = this.takeWord('TOP') ? this.primary() : undefined;
    return this.clauses({ selection: this.selection(), distinct, top });
  }

  private clauses(head: Pick<Query, 'selection' | 'distinct' | 'top'>): Query {
    const from = this.written(() => ({ sources: this.takeWord('FROM') ? this.sources() : [] }));
    const where = this.takeWord('WHERE')
      ? this.written(() => ({ expression: this.expression() }))
      : undefined;
    const groupBy = this.takeTwo('GROUP', 'BY')
      ? this.list(() => this.written(() => ({ expression: this.expression() })))
      : [];
    const orderBy = this.takeTwo('ORDER', 'BY') ? this.list(() => this.order()) : [];
    const offset = this.takeWord('OFFSET') ? this.primary() : undefined;
    if (offset !== undefined) this.needWord('LIMIT');
    const limit = offset === undefined ? undefined : this.primary();
    const fromText = from.sources.length === 0 ? '' : from.text;
    return { ...head, sources: from.sources, fromText, where, groupBy, orderBy, offset, limit };
  }

  private takeTwo(first: string, second: string): boolean {
    if (!this.isWord(first) || !this.isWord(second, 1)) return false;
    this.at += 2;
    return true;
  }

  private order(): Order {
    const { expression, text } = this.written(() => ({ expression: this.expression() }));
    const descending = this.takeWord('DESC');
    if (!descending) this.takeWord('ASC');
    return { expression, text, descending };
  }

  private selection(): Selection {
    if (this.takeSymbol('*')) return { kind: 'star' };
    if (this.isWord('VALUE') && !this.isSymbol('.', 1) && !this.isSymbol(',', 1)) {
      this.at += 1;
      return this.written(() => ({ kind: 'value' as const, expression: this.expression() }));
    }
    let unnamed = 0;
    const item = (): SelectItem => {
      const { expression, text } = this.written(() => ({ expression: this.expression() }));
      const alias = this.alias() ?? propertyName(expression) ?? `$${++unnamed}`;
      return { expression, text, alias };
    };
    return { kind: 'list', items: this.list(item) };
  }

  private alias(): string | undefined {
    if (this.takeWord('AS')) return this.peek().kind === 'string' ? this.take().text : this.identifier();
    const token = this.peek();
    return token.kind === 'word' && !KEYWORDS.has(token.text.toUpperCase()) ? this.identifier() : undefined;
  }

  private sources(): Source[] {
    const sources = [this.source()];
    while (this.takeWord('JOIN')) sources.push(this.source());
    return sources;
  }

  private source(): Source {
    if (this.peek().kind === 'word' && this.isWord('IN', 1)) {
      const alias = this.identifier();
      this.at += 1;
      return { alias, from: this.sourceExpression(), each: true };
    }
    const from = this.sourceExpression();
    return { alias: this.alias() ?? propertyName(from), from, each: from.kind === 'subquery' };
  }

  /** A path from the container or an alias, or a subquery, whose results are the elements. */
  private sourceExpression(): Expression {
    if (this.isSymbol('(') && this.isWord('SELECT', 1)) return this.subquery('array');
    return this.postfix({ kind: 'name', name: this.identifier() });
  }

  private subquery(as: 'scalar' | 'array' | 'exists'): Expression {
    this.needSymbol('(');
    const query = this.query();
    this.needSymbol(')');
    return { kind: 'subquery', as, query };
  }

  private expression(): Expression {
    this.depth += 1;
    if (this.depth > MAX_DEPTH) throw this.unexpected();
    const test = this.binary(0);
    let result = test;
    if (this.takeSymbol('?')) {
      const yes = this.expression();
      this.needSymbol(':');
      result = { kind: 'conditional', test, yes, no: this.expression() };
    }
    this.depth -= 1;
    return result;
  }

  private binary(level: number): Expression {
    const operators = LEVELS[level];
    if (operators === undefined) return this.unary();
    if (operators[0] === 'and' || level === COMPARISON) {
      // NOT binds looser than a comparison and tighter than AND.
      if (level === COMPARISON && this.isWord('NOT')) return this.negation();
    }
    let left = this.binary(level + 1);
    if (level === COMPARISON) left = this.predicate(left);
    for (;;) {
      const operator = this.operator(operators);
      if (operator === undefined) return left;
      const right = this.binary(level + 1);
      left = { kind: 'binary', operator, left, right };
      if (level === COMPARISON) left = this.predicate(left);
    }
  }

  private negation(): Expression {
    this.needWord('NOT');
    return { kind: 'unary', operator: 'not', operand: this.binary(COMPARISON) };
  }

  private operator(operators: readonly BinaryOperator[]): BinaryOperator | undefined {
    const token = this.peek();
    if (token.kind !== 'symbol' && token.kind !== 'word') return undefined;
    const text = token.text === '<>' ? '!=' : token.text.toLowerCase();
    const operator = operators.find((each) => each === text);
    if (operator !== undefined) this.at += 1;
    return operator;
  }

  /** `[NOT] IN (…)`, `[NOT] BETWEEN … AND …`, `[NOT] LIKE …`, if one follows. */
  private predicate(value: Expression): Expression {
    const negated = this.isWord('NOT');
    const ahead = negated ? 1 : 0;
    const kind = (['IN', 'BETWEEN', 'LIKE'] as const).find((word) => this.isWord(word, ahead));
    if (kind === undefined) return value;
    this.at += ahead + 1;
    const operand = this.predicateTail(kind, value);
    return negated ? { kind: 'unary', operator: 'not', operand } : operand;
  }

  private predicateTail(kind: 'IN' | 'BETWEEN' | 'LIKE', value: Expression): Expression {
    if (kind === 'IN') {
      this.needSymbol('(');
      const list = this.list(() => this.expression());
      this.needSymbol(')');
      return { kind: 'in', value, list };
    }
    const first = this.binary(COMPARISON + 1);
    if (kind === 'BETWEEN') {
      this.needWord('AND');
      return { kind: 'between', value, low: first, high: this.binary(COMPARISON + 1) };
    }
    const escapeChar = this.takeWord('ESCAPE') ? this.take().text : undefined;
    return { kind: 'like', value, pattern: first, escapeChar };
  }

  private unary(): Expression {
    for (const operator of ['-', '+', '~'] as const) {
      if (this.takeSymbol(operator)) return { kind: 'unary', operator, operand: this.unary() };
    }
    if (this.isWord('NOT')) return this.negation();
    return this.postfix(this.primary());
  }

  private postfix(start: Expression): Expression {
    let expression = start;
    for (;;) {
      if (this.takeSymbol('.')) {
        const token = this.take();
        if (token.kind !== 'word') throw this.unexpected();
        expression = { kind: 'member', object: expression, property: { kind: 'literal', value: token.text } };
      } else if (this.takeSymbol('[')) {
        expression = { kind: 'member', object: expression, property: this.expression() };
        this.needSymbol(']');
      } else return expression;
    }
  }

  private primary(): Expression {
    const token = this.peek();
    switch (token.kind) {
      case 'number':
        this.at += 1;
        return { kind: 'literal', value: Number(token.text) };
      case 'string':
        this.at += 1;
        return { kind: 'literal', value: token.text };
      case 'parameter':
        this.at += 1;
        return { kind: 'parameter', name: token.text };
      case 'word':
        return this.word(token.text.toUpperCase());
      case 'symbol':
        return this.bracketed();
      case 'end':
        throw this.unexpected();
      default:
        return token.kind satisfies never;
    }
  }

  private word(upper: string): Expression {
    if (upper in CONSTANTS) {
      this.at += 1;
      return { kind: 'literal', value: CONSTANTS[upper] };
    }
    if ((upper === 'EXISTS' || upper === 'ARRAY') && this.isSymbol('(', 1)) {
      this.at += 1;
      return this.subquery(upper === 'ARRAY' ? 'array' : 'exists');
    }
    const name = this.identifier();
    if (!this.takeSymbol('(')) return { kind: 'name', name };
    const args = this.isSymbol(')') ? [] : this.list(() => this.argument());
    this.needSymbol(')');
    return { kind: 'call', name: name.toUpperCase(), args };
  }

  /** `COUNT(*)` counts as `COUNT(1)`. */
  private argument(): Expression {
    return this.takeSymbol('*') ? { kind: 'literal', value: 1 } : this.expression();
  }

  private bracketed(): Expression {
    if (this.isSymbol('(') && this.isWord('SELECT', 1)) return this.subquery('scalar');
    if (this.takeSymbol('(')) {
      const expression = this.expression();
      this.needSymbol(')');
      return expression;
    }
    if (this.takeSymbol('[')) {
      const items = this.isSymbol(']') ? [] : this.list(() => this.expression());
      this.needSymbol(']');
      return { kind: 'array', items };
    }
    this.needSymbol('{');
    const entry = (): readonly [string, Expression] => {
      const name = this.take();
      if (name.kind !== 'string' && name.kind !== 'word') throw this.unexpected();
      this.needSymbol(':');
      return [name.text, this.expression()];
    };
    const entries = this.isSymbol('}') ? [] : this.list(entry);
    this.needSymbol('}');
    return { kind: 'object', entries };
  }
}

const propertyName = (expression: Expression): string | undefined => {
  if (expression.kind === 'name') return expression.name;
  if (expression.kind !== 'member' || expression.property.kind !== 'literal') return undefined;
  return typeof expression.property.value === 'string' ? expression.property.value : undefined;
};

/** Reads a query; throws 400 with the place it cannot read. */
export const parseQuery = (text: string): Query => guarded(text, (parser) => parser.whole());

/** Reads the condition of a patch, `from c where …`. */
export const parseCondition = (text: string): Query => guarded(text, (parser) => parser.condition());

/** A query nested so deeply that it exhausts the stack is the query's fault. */
function guarded(text: string, parse: (parser: Parser) => Query): Query {
  try {
    return parse(new Parser(text));
  } catch (error) {
    throw error instanceof RangeError ? syntaxError(text, 0) : error;
  }
}
