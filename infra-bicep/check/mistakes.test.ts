// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Bicep writes them the same way.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { check } from './check';
import { copied, TYPES } from './copied';
import { render } from './finding';
import { aboutTheCode, aboutTheFiles, aboutTypes, inModules, type Mistake } from './mistakes';

const withTypes = existsSync(TYPES);

let copy: string;
beforeEach(() => {
  copy = copied();
});
afterEach(() => rmSync(copy, { recursive: true, force: true }));

/** Breaks one place of the copy; what the check then says, and the line of `marker` in the broken file. */
async function broken(file: string, right: string, wrong: string, marker = wrong) {
  const target = path.join(copy, file);
  const before = readFileSync(target, 'utf8');
  expect(before.split(right)).toHaveLength(2);
  const after = before.replace(right, () => wrong);
  writeFileSync(target, after);
  const { findings } = await check(copy, TYPES);
  const line = after.slice(0, after.indexOf(marker)).split('\n').length;
  return { said: findings.map(render), line };
}

/** Some mistakes show where the value is used, in a file other than the one that is broken. */
const NAMED_ELSEWHERE: Readonly<Record<string, string>> = {
  'an app setting that the code requires and nobody supplies': 'infra-bicep/modules/functionApp.bicep',
  'a part of the policy that nothing fills in': 'infra-bicep/modules/gateway.bicep',
};

async function isNamed({ what, file, right, wrong, marker, says }: Mistake) {
  const { said, line } = await broken(file, right, wrong, marker);
  const elsewhere = NAMED_ELSEWHERE[what];
  const where = elsewhere === undefined ? `${file}:${line}: ` : `${elsewhere}:`;
  expect(said).toContainEqual(expect.stringContaining(where));
  expect(said.filter((text) => text.startsWith(where) && text.includes(says))).not.toEqual([]);
}

test.each(aboutTheFiles)('names the file and line of $what', isNamed);
test.each(aboutTheCode)('names the file and line of $what', isNamed);
(withTypes ? test : test.skip).each(aboutTypes)('names the file and line of $what', isNamed);

test('a declaration that nothing uses', async () => {
  const { said } = await broken(inModules('workbook'), 'location: location\n', "location: 'koreacentral'\n");
  expect(said).toContainEqual(
    expect.stringMatching(/workbook\.bicep:\d+: param location is declared and never used/),
  );
});

test('a parameter without a description', async () => {
  const text = "@description('Who gets the mail.')\n@minLength(5)\n";
  const { said } = await broken(inModules('budget'), text, '');
  expect(said).toContainEqual(
    expect.stringMatching(/budget\.bicep:\d+: param contactEmail has no @description/),
  );
});

test('a module that nobody deploys', async () => {
  writeFileSync(
    path.join(copy, 'infra-bicep/modules/stray.bicep'),
    "@description('x')\noutput a string = 'a'\n",
  );
  const { findings } = await check(copy, TYPES);
  expect(findings.map(render)).toContain(
    'infra-bicep/modules/stray.bicep:1: no module and no parameter file names this file',
  );
});
