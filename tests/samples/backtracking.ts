/**
 * A backtracking matcher as JavaScript engines have one, that counts how often it looks at a character. A pattern whose
 * steps grow with the square of a text blocks a host, and no clock is needed to see it. It reads the part of the syntax
 * that our patterns use, in which only single characters are repeated.
 */

type Steps = { count: number };
/** Whether the rest of the pattern matches from a place on. The end of the match is what the last one was given. */
type Rest = (at: number) => number | undefined;
type Node = (text: readonly string[], at: number, steps: Steps, rest: Rest) => number | undefined;

/** Every match of a pattern in a text, as `replace` would find them, and the steps it took. */
export function replaceSteps(pattern: RegExp, text: string): { steps: number; matches: string[] } {
  const characters = [...text];
  const root = new Reader(pattern).alternatives();
  const steps: Steps = { count: 0 };
  const matches: string[] = [];
  for (let at = 0; at <= characters.length; ) {
    const end = root(characters, at, steps, (to) => to);
    if (end !== undefined && end > at) matches.push(characters.slice(at, end).join(''));
    at = end !== undefined && end > at ? end : at + 1;
  }
  return { steps: steps.count, matches };
}

class Reader {
  private at = 0;
  private readonly flags: string;

  constructor(private readonly pattern: RegExp) {
    this.flags = pattern.flags.replace('g', '');
  }

  private get next(): string {
    return this.pattern.source[this.at] ?? '';
  }

  private take(token: string): boolean {
    if (!this.pattern.source.startsWith(token, this.at)) return false;
    this.at += token.length;
    return true;
  }

  alternatives(): Node {
    const options = [this.sequence()];
    while (this.take('|')) options.push(this.sequence());
    return (text, at, steps, rest) => {
      for (const option of options) {
        const end = option(text, at, steps, rest);
        if (end !== undefined) return end;
      }
      return undefined;
    };
  }

  private sequence(): Node {
    const nodes: Node[] = [];
    while (this.next !== '' && this.next !== '|' && this.next !== ')') nodes.push(this.term());
    const from =
      (i: number): Node =>
      (text, at, steps, rest) =>
        nodes[i] === undefined
          ? rest(at)
          : nodes[i](text, at, steps, (to) => from(i + 1)(text, to, steps, rest));
    return from(0);
  }

  private term(): Node {
    if (this.take('\\b')) return boundary;
    if (this.take('(?:')) return this.group();
    if (this.take('(?<!')) return behind(this.group(), false);
    if (this.take('(?<=')) return behind(this.group(), true);
    if (this.take('(?!')) return ahead(this.group());
    return this.repeated(this.character());
  }

  private group(): Node {
    const inside = this.alternatives();
    if (!this.take(')')) throw new SyntaxError(`${this.pattern} is not read here`);
    return inside;
  }

  /** One character, tested by the engine itself. */
  private character(): RegExp {
    const one =
      /^(?:\\p\{\w+\}|\\.|\[(?:\\.|[^\]\\])*\]|[^\\[])/.exec(this.pattern.source.slice(this.at))?.[0] ?? '';
    this.at += one.length;
    return new RegExp(`^${one}$`, this.flags);
  }

  private repeated(one: RegExp): Node {
    const [least, most] = this.quantifier();
    return (text, at, steps, rest) => {
      for (let to = greedy(one, text, at, most, steps); to - at >= least; to--) {
        steps.count += 1;
        const end = rest(to);
        if (end !== undefined) return end;
      }
      return undefined;
    };
  }

  private quantifier(): readonly [number, number] {
    if (this.take('+')) return [1, Number.POSITIVE_INFINITY];
    if (this.take('*')) return [0, Number.POSITIVE_INFINITY];
    if (this.take('?')) return [0, 1];
    const bounds = /^\{(\d+),(\d*)\}/.exec(this.pattern.source.slice(this.at));
    if (bounds === null) return [1, 1];
    this.at += bounds[0].length;
    return [Number(bounds[1]), Number(bounds[2] || Number.POSITIVE_INFINITY)];
  }
}

/** How far it goes on. */
function greedy(one: RegExp, text: readonly string[], at: number, most: number, steps: Steps): number {
  let to = at;
  while (to - at < most && to < text.length) {
    steps.count += 1;
    if (!one.test(text[to] ?? '')) break;
    to += 1;
  }
  return to;
}

const isWord = (character = ''): boolean => /^\w$/.test(character);

const boundary: Node = (text, at, steps, rest) => {
  steps.count += 1;
  return isWord(text[at - 1]) === isWord(text[at]) ? undefined : rest(at);
};

const ahead =
  (inside: Node): Node =>
  (text, at, steps, rest) =>
    inside(text, at, steps, (to) => to) === undefined ? rest(at) : undefined;

/** What stands before is short in our patterns, and looked for at every length that it may have. */
const LONGEST_BEHIND = 16;

const behind =
  (inside: Node, isWanted: boolean): Node =>
  (text, at, steps, rest) => {
    const starts = Array.from({ length: Math.min(at, LONGEST_BEHIND) }, (_, back) => at - back - 1);
    const isThere = starts.some(
      (start) => inside(text, start, steps, (to) => (to === at ? to : undefined)) !== undefined,
    );
    return isThere === isWanted ? rest(at) : undefined;
  };
