import { figuresOf } from './figures';
import { functionLines } from './functionLines';
import { countBroughtBy } from './packages';

test('the lines of every function with a name, whatever stands before it', () => {
  const text = `/** 공연 */
export function one(): void {
  work();
}
const two = (a: number) =>
  a + 1;
class Three {
  four() {
    [1].map((each) => {
      return each;
    });
  }
}
const table = { five: () => 1 };
const store = () => ({
  six() {
    return 1;
  },
});
`;
  expect(functionLines(text)).toEqual([3, 2, 5, 1, 3]);
});

test('docstrings are counted by their prose, loops by what they count, cycles with types', () => {
  const files = [
    {
      path: 'shared/a.ts',
      text: "import type { B } from './b';\n/** One: two. */\nexport const a = () => 1;\n",
    },
    {
      path: 'shared/b.ts',
      text: "import type { A } from './a';\n/** `a: b`. Source: https://x */\nexport const b = () => 1;\n",
    },
    {
      path: 'shared/c.ts',
      text: 'for (let tries = 0; tries < 3; tries++) {\n}\n/** Plain. */\nconst c = () => 1;\n',
    },
  ];
  expect(figuresOf(files).map(({ is }) => is)).toEqual([
    '3',
    '3 / 4',
    '1 / 1 / 1 (shared/a.ts)',
    '1 of 3, 33 %',
    '1 (shared/c.ts)',
    '1',
  ]);
});

test('what a dependency brings, found in its own folder and further up, each once', () => {
  const installed = {
    'node_modules/a': { dependencies: { b: '1', c: '1' } },
    'node_modules/a/node_modules/b': { dependencies: { c: '1' } },
    'node_modules/b': { dependencies: { d: '1' } },
    'node_modules/c': {},
    'node_modules/d': {},
    'web/node_modules/b': {},
  };
  expect(countBroughtBy(installed, '.', 'a')).toBe(3);
  expect(countBroughtBy(installed, 'web', 'b')).toBe(1);
});
