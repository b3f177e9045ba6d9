import type { Expression, Order, Query, SelectItem, Selection, Source } from './ast';
import { ExpressionParser } from './expressionParser';
import { syntaxError } from './lexer';
import { KEYWORDS } from './tokenReader';

/** The grammar of a query's clauses. */
class Parser extends ExpressionParser {
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

  protected override query(): Query {
    this.needWord('SELECT');
    const distinct = this.takeWord('DISTINCT');
    const top = this.takeWord('TOP') ? this.primary() : undefined;
    return this.clauses({ selection: this.selection(), distinct, top });
  }

  protected clauses(head: Pick<Query, 'selection' | 'distinct' | 'top'>): Query {
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

  protected takeTwo(first: string, second: string): boolean {
    if (!this.isWord(first) || !this.isWord(second, 1)) return false;
    this.at += 2;
    return true;
  }

  protected order(): Order {
    const { expression, text } = this.written(() => ({ expression: this.expression() }));
    const descending = this.takeWord('DESC');
    if (!descending) this.takeWord('ASC');
    return { expression, text, descending };
  }

  protected selection(): Selection {
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

  protected alias(): string | undefined {
    if (this.takeWord('AS')) return this.peek().kind === 'string' ? this.take().text : this.identifier();
    const token = this.peek();
    return token.kind === 'word' && !KEYWORDS.has(token.text.toUpperCase()) ? this.identifier() : undefined;
  }

  protected sources(): Source[] {
    const sources = [this.source()];
    while (this.takeWord('JOIN')) sources.push(this.source());
    return sources;
  }

  protected source(): Source {
    if (this.peek().kind === 'word' && this.isWord('IN', 1)) {
      const alias = this.identifier();
      this.at += 1;
      return { alias, from: this.sourceExpression(), each: true };
    }
    const from = this.sourceExpression();
    return { alias: this.alias() ?? propertyName(from), from, each: from.kind === 'subquery' };
  }

  /** A path from the container or an alias, or a subquery, whose results are the elements. */
  protected sourceExpression(): Expression {
    if (this.isSymbol('(') && this.isWord('SELECT', 1)) return this.subquery('array');
    return this.postfix({ kind: 'name', name: this.identifier() });
  }
}

const propertyName = (expression: Expression): string | undefined => {
  if (expression.kind === 'name') return expression.name;
  if (expression.kind !== 'member' || expression.property.kind !== 'literal') return undefined;
  return typeof expression.property.value === 'string' ? expression.property.value : undefined;
};

/** Reads a query. Throws 400 with the place it cannot read. */
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
