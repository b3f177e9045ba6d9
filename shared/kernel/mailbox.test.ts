import { mailboxOf } from './mailbox';

test.each([
  ['kim@example.com', 'kim@example.com'],
  ['Kim.Lee+tickets@EXAMPLE.co.kr', 'Kim.Lee+tickets@example.co.kr'],
  ['a&b@example.com', 'a&b@example.com'],
  ["o'neil/x=y@example.com", "o'neil/x=y@example.com"],
  ['a..b@docomo.ne.jp', 'a..b@docomo.ne.jp'],
  ['minji@예매.한국', 'minji@xn--9z2b15t.xn--3e0b707e'],
  ['minji@example.xn--3e0b707e', 'minji@example.xn--3e0b707e'],
  ['민지@예매.한국', '민지@xn--9z2b15t.xn--3e0b707e'],
  ['"kim lee"@example.com', '"kim lee"@example.com'],
  [`${'a'.repeat(64)}@example.com`, `${'a'.repeat(64)}@example.com`],
])('%s is mailed to %s', (address, mailbox) => {
  expect(mailboxOf(address)).toBe(mailbox);
});

test.each([
  [''],
  ['kim'],
  ['@example.com'],
  ['kim@'],
  ['kim@localhost'],
  ['kim@127.0.0.1'],
  ['kim@0x7f.1'],
  ['kim@example.com/path'],
  ['kim@example.com:25'],
  ['kim@-example.com'],
  ['kim@exam ple.com'],
  ['kim@example..com'],
  ['kim lee@example.com'],
  ['kim,lee@example.com'],
  ['<kim@example.com>'],
  ['Kim <kim@example.com>'],
  ['kim@example.com\r\nBcc: lee@example.com'],
  ['kim\r\n@example.com'],
  [`${'가'.repeat(22)}@example.com`],
  [`kim@${'a.'.repeat(127)}com`],
])('nothing is mailed to %p', (address) => {
  expect(mailboxOf(address)).toBeUndefined();
});
