import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { check } from './check';
import { type Compiler, findBicep, openCompiler } from './compiler';
import { copied } from './copied';
import { render } from './finding';
import { seenInWhatIsKept } from './keptMistakes';
import { inModules, type Mistake, seenByTheCompiler, seenInTheFiles, seenInWhatIsDeployed } from './mistakes';

const command = findBicep();
const withCompiler = command === undefined ? test.skip : test;
let compiler: Compiler | undefined;
let copy: string;

beforeAll(async () => {
  if (command !== undefined) compiler = await openCompiler(command);
  const untried = [...seenByTheCompiler, ...seenInWhatIsDeployed].map(({ what }) => `\n  ${what}`);
  if (command === undefined)
    console.log(
      `No Bicep CLI here (BICEP, PATH, az bicep install). These mistakes were not tried:${untried.join('')}`,
    );
});
afterAll(() => compiler?.close());
beforeEach(() => {
  copy = copied();
});
afterEach(() => rmSync(copy, { recursive: true, force: true }));

/** Breaks one place of the copy; what the check then says, and the line that is broken. */
async function broken({ file, right, wrong }: Mistake) {
  const target = path.join(copy, file);
  const before = readFileSync(target, 'utf8');
  expect(before.split(right)).toHaveLength(2);
  writeFileSync(
    target,
    before.replace(right, () => wrong),
  );
  // They show in production; to compile dev as well would take as long again.
  const files = ['production', 'bootstrap'].map((name) => `infra-bicep/${name}.bicepparam`);
  const { findings } = await check(copy, compiler, files);
  return { said: findings.map(render), line: before.slice(0, before.indexOf(right)).split('\n').length };
}

withCompiler.each(seenByTheCompiler)('the compiler names the file of $what', async (mistake) => {
  const { said } = await broken(mistake);
  expect(said.filter((text) => text.includes(mistake.says))).toContainEqual(
    expect.stringMatching(new RegExp(`^${mistake.namedIn ?? mistake.file}:\\d+: `)),
  );
});

withCompiler.each(seenInWhatIsDeployed)('the check names $what', async (mistake) => {
  const { said } = await broken(mistake);
  expect(said.filter((text) => text.includes(mistake.says))).not.toEqual([]);
});

test.each(seenInTheFiles)('the check names the file of $what', async (mistake) => {
  const { said } = await broken(mistake);
  expect(said).toContainEqual(expect.stringContaining(mistake.file));
  expect(said.filter((text) => text.includes(mistake.says))).not.toEqual([]);
});

test.each(seenInWhatIsKept)(
  'without a compiler the check names $what',
  async ({ file, right, wrong, says }) => {
    const target = path.join(copy, `infra-bicep/compiled/${file}.json`);
    const before = readFileSync(target, 'utf8');
    expect(before).toContain(right);
    writeFileSync(
      target,
      before.replaceAll(right, () => wrong),
    );
    const { findings } = await check(copy, undefined);
    expect(findings.map(render)).toContainEqual(expect.stringContaining(says));
  },
);

withCompiler('the compiler names the line', async () => {
  const [mistake] = seenByTheCompiler.filter(({ what }) => what === 'a property that does not exist');
  const { said, line } = await broken(mistake as Mistake);
  expect(said).toContainEqual(expect.stringContaining(`${mistake?.file}:${line}: `));
});

test('a file that nobody deploys', async () => {
  writeFileSync(path.join(copy, inModules('stray')), "@description('x')\noutput a string = 'a'\n");
  const { findings } = await check(copy, compiler);
  expect(findings.map(render)).toContain(
    `${inModules('stray')}: nothing that is deployed leads to this module`,
  );
});
