import { readFileSync } from 'node:fs';
import { urlsOf } from './urls';
import { welcomeText } from './welcome';

test('what README goes on with after the banner uses only what the banner has set', () => {
  const readme = readFileSync('README.md', 'utf8');
  const cancelBlock = readme.split('**Cancel.**')[1]?.split('```')[1] ?? '';
  const used = [...cancelBlock.matchAll(/\$([A-Z]+)/g)].map(([, name]) => name);
  const tokens = { customer: 'a', otherCustomer: 'b', admin: 'c' };
  const banner = welcomeText(urlsOf({}), tokens, '/data');
  expect(used).toEqual(expect.arrayContaining(['API', 'HOLD', 'MINA', 'JAMIE', 'JSON', 'PERFORMANCE']));
  expect(used.filter((name) => !banner.includes(`${name}=`))).toEqual([]);
  expect(banner).toContain('MINA="Authorization: Bearer a"');
  expect(banner).toContain('/data');
});
