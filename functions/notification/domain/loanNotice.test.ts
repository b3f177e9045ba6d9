import { sampleEvent } from '../../../tests/samples/events';
import { itemLent, loanOverdue, outOfStock } from '../../lending/contract';
import { loanNotice } from './loanNotice';

const CREATED = '2026-11-21T10:00:00.000Z';
const DUE = '2026-11-21T10:00:30.000Z';
const told = { loanId: 'l1', customerId: 'kim', itemId: 'i1', itemName: 'Opera glasses', quantity: 2 };
const returnBy = '2026-11-21T15:30:00.000Z';
const kim = { email: 'kim@example.com', locale: 'en', timeZone: 'Asia/Seoul' };

test('what was lent is told with when it is to be back, by the clocks of the theatre', () => {
  const lent = sampleEvent(itemLent, 'l1', { ...told, returnBy });
  const notice = loanNotice(lent, kim, CREATED, DUE);
  expect(notice).toMatchObject({ noticeId: 'l1:lent', kind: 'lent', locale: 'en', mail: 'pending' });
  expect(notice.subject).toBe('Lent to you: Opera glasses × 2');
  expect(notice.body).toMatch(/Back by: Sunday, November 22, 2026 at 12:30/);
  const inLondon = loanNotice(lent, { ...kim, timeZone: 'Europe/London' }, CREATED, DUE);
  expect(inLondon.body).toMatch(/Back by: Saturday, November 21, 2026 at 3:30/);
  expect(loanNotice(lent, { ...kim, locale: 'ko' }, CREATED, DUE).body).toContain(
    '반납 기한: 2026년 11월 22일',
  );
});

test('each reminder is a notice of its own', () => {
  const ids = [1, 2, 2].map((n) => {
    const overdue = sampleEvent(loanOverdue, 'l1', { ...told, returnBy, n });
    return loanNotice(overdue, kim, CREATED, DUE).noticeId;
  });
  expect(ids).toEqual(['l1:overdue:1', 'l1:overdue:2', 'l1:overdue:2']);
});

test('what was asked for in vain is there to be read, and is not mailed', () => {
  expect(loanNotice(sampleEvent(outOfStock, 'l1', told), kim, CREATED, DUE).mail).toBe('none');
});
