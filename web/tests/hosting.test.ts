import { readdirSync, readFileSync } from 'node:fs';
import { routes } from '../src/app/routes';

/** What Azure's Static Web App does with the files. */
const {
  navigationFallback,
  routes: rules,
  globalHeaders,
} = JSON.parse(readFileSync('web/public/staticwebapp.config.json', 'utf8'));

const isExcluded = (path: string): boolean =>
  navigationFallback.exclude.some((pattern: string) =>
    new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '.*')}$`).test(path),
  );

test('every screen is answered with the app, also when its address is typed', () => {
  expect(navigationFallback.rewrite).toBe('/index.html');
  expect(Object.values(routes).filter(isExcluded)).toEqual([]);
});

test.each(['staff', 'door'])('the app of the %s has a page of its own for every address below it', (app) => {
  const rewrite = `/${app}.html`;
  expect(rules).toContainEqual({ route: `/${app}`, rewrite });
  expect(rules).toContainEqual({ route: `/${app}/*`, rewrite });
  expect(readFileSync(`web/${app}.html`, 'utf8')).not.toMatch(
    /<script(?![^>]*\bsrc=)|<style|\son\w+=|\sstyle=/,
  );
});

test('a file that is missing is missing, not the app', () => {
  const files = readdirSync('web/public', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'staticwebapp.config.json')
    .map((entry) => `${entry.parentPath.replace('web/public', '')}/${entry.name}`);
  expect(files.length).toBeGreaterThan(3);
  expect(
    [...files, '/assets/index-12345678.js', '/config.json', '/sw.js', '/door-sw.js'].filter(
      (file) => !isExcluded(file),
    ),
  ).toEqual([]);
});

test('hashed files are kept for ever, everything else is asked for again', () => {
  expect(globalHeaders['Cache-Control']).toBe('no-cache');
  expect(rules).toContainEqual({
    route: '/assets/*',
    headers: { 'Cache-Control': 'public, max-age=31536000, immutable' },
  });
});

test('no script runs but the app’s own and the payment provider’s; nobody may frame it', () => {
  const policy: string = globalHeaders['Content-Security-Policy'];
  expect(policy).not.toMatch(/unsafe-inline|unsafe-eval'(?<!wasm-unsafe-eval')/);
  expect(policy).toContain("frame-ancestors 'none'");
  expect(readFileSync('web/index.html', 'utf8')).not.toMatch(
    /<script(?![^>]*\bsrc=)|<style|\son\w+=|\sstyle=/,
  );
});
