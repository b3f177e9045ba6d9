import { toSetCookie } from './toSetCookie';

test.each([
  [{ name: 'a', value: 'b c' }, 'a=b%20c; Path=/'],
  [{ name: 'a', value: '', path: { value: '/x' }, httpOnly: { value: true } }, 'a=; Path=/x; HttpOnly'],
  [
    { name: 'a', value: '1', sameSite: 'explicitNone', secure: { value: true } } as const,
    'a=1; Path=/; Secure; SameSite=None',
  ],
  [
    { name: 'a', value: '1', maxAge: { value: 0 }, domain: { value: 'x.example' } },
    'a=1; Max-Age=0; Domain=x.example; Path=/',
  ],
  [
    { name: 'a', value: '1', expires: { value: { seconds: 1_795_046_400 } } },
    'a=1; Expires=Thu, 19 Nov 2026 00:00:00 GMT; Path=/',
  ],
])('%j', (cookie, text) => {
  expect(toSetCookie(cookie)).toBe(text);
});
