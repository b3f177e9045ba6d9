import type { BinaryOperator, Expression, Query } from './ast';
import { TokenReader } from './tokenReader';

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

/** The grammar of expressions, by recursive descent, with one method for each kind. */
export abstract class ExpressionParser extends TokenReader {
  private depth = 0;

  /** `SELECT …`, which an expression may hold in brackets. */
  protected abstract query(): Query;

  protected subquery(as: 'scalar' | 'array' | 'exists'): Expression {
    this.needSymbol('(');
    const query = this.query();
    this.needSymbol(')');
    return { kind: 'subquery', as, query };
  }

  protected expression(): Expression {
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

  protected binary(level: number): Expression {
    const operators = LEVELS[level];
    if (operators === undefined) return this.unary();
    // NOT binds looser than a comparison and tighter than AND.
    if (level === COMPARISON && this.isWord('NOT')) return this.negation();
    let left = this.operand(level);
    for (;;) {
      const operator = this.operator(operators);
      if (operator === undefined) return left;
      left = { kind: 'binary', operator, left, right: this.binary(level + 1) };
      if (level === COMPARISON) left = this.predicate(left);
    }
  }

  protected operand(level: number): Expression {
    const operand = this.binary(level + 1);
    return level === COMPARISON ? this.predicate(operand) : operand;
  }

  protected negation(): Expression {
    this.needWord('NOT');
    return { kind: 'unary', operator: 'not', operand: this.binary(COMPARISON) };
  }

  protected operator(operators: readonly BinaryOperator[]): BinaryOperator | undefined {
    const token = this.peek();
    if (token.kind !== 'symbol' && token.kind !== 'word') return undefined;
    const text = token.text === '<>' ? '!=' : token.text.toLowerCase();
    const operator = operators.find((each) => each === text);
    if (operator !== undefined) this.at += 1;
    return operator;
  }

  /** `[NOT] IN (…)`, `[NOT] BETWEEN … AND …`, `[NOT] LIKE …`, if one follows. */
  protected predicate(value: Expression): Expression {
    const negated = this.isWord('NOT');
    const ahead = negated ? 1 : 0;
    const kind = (['IN', 'BETWEEN', 'LIKE'] as const).find((word) => this.isWord(word, ahead));
    if (kind === undefined) return value;
    this.at += ahead + 1;
    const operand = this.predicateTail(kind, value);
    return negated ? { kind: 'unary', operator: 'not', operand } : operand;
  }

  protected predicateTail(kind: 'IN' | 'BETWEEN' | 'LIKE', value: Expression): Expression {
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

  protected unary(): Expression {
    for (const operator of ['-', '+', '~'] as const) {
      if (this.takeSymbol(operator)) return { kind: 'unary', operator, operand: this.unary() };
    }
    if (this.isWord('NOT')) return this.negation();
    return this.postfix(this.primary());
  }

  protected postfix(start: Expression): Expression {
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

  protected primary(): Expression {
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

  protected word(upper: string): Expression {
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
  protected argument(): Expression {
    return this.takeSymbol('*') ? { kind: 'literal', value: 1 } : this.expression();
  }

  protected bracketed(): Expression {
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
