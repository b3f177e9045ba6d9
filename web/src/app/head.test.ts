import { readFileSync } from 'node:fs';
import { addressesOf, isOwnPage } from './head';
import { routes } from './routes';

const OWN = [
  routes.hold,
  routes.pay,
  routes.done,
  routes.reservation,
  routes.tickets,
  routes.mine,
  routes.profile,
  routes.loans,
  routes.membership,
  routes.signedIn,
];

/** As crawlers read it: a star is anything, and the rule is the beginning of an address. */
const disallowed = [...readFileSync('web/public/robots.txt', 'utf8').matchAll(/^Disallow: (.+)$/gm)].map(
  ([, rule = '']) => new RegExp(`^${rule.replaceAll('*', '.*')}`),
);

test('pages that are somebody’s own are not listed, all others are; robots.txt says the same', () => {
  const paths = Object.values(routes);
  expect(paths.filter(isOwnPage).sort()).toEqual([...OWN].sort());
  expect(paths.filter((path) => disallowed.some((rule) => rule.test(path)))).toEqual(paths.filter(isOwnPage));
});

test('an address that asks for a language is that language’s own, any other is for everybody', () => {
  const at = (search: string) =>
    addressesOf({ origin: 'https://marquee.example', pathname: '/musicals/m1', search });
  expect(at('').canonical).toBe('https://marquee.example/musicals/m1');
  expect(at('?q=moon&lang=en').canonical).toBe('https://marquee.example/musicals/m1?lang=en');
  expect(at('?lang=xx').canonical).toBe('https://marquee.example/musicals/m1');
  expect(at('').inLanguage('ko')).toBe('https://marquee.example/musicals/m1?lang=ko');
});
