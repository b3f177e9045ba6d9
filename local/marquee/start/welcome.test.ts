import { urlsOf } from './urls';
import { welcomeText } from './welcome';

const textFor = (seasonEndsOn: string | undefined) =>
  welcomeText({ urls: urlsOf({ MARQUEE_PORT_OFFSET: '100' }), dataDir: '/data', seasonEndsOn });

test('the first address is the web’s, at the port it is at', () => {
  expect(/http\S+/.exec(textFor(undefined))?.[0]).toBe('http://127.0.0.1:8180/');
});

test('it says until when there is something to buy, where there is a season', () => {
  expect(textFor('2027-01-07')).toContain('until 2027-01-07');
  expect(textFor(undefined)).not.toContain('season');
});
