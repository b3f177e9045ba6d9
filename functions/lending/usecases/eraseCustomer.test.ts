import { newEvent } from '../../../shared/messaging/envelope';
import { openLending } from '../../../tests/samples/openLending';
import { erasureAsked, erasureLifted } from '../../reservation/contract';
import { eraseCustomer, liftErasure } from './eraseCustomer';

const ref = { customerId: 'kim', n: 1, at: '2026-12-24T10:00:00.000Z' };
const about = { subject: 'e1', time: ref.at };
const asked = (step: 'mark' | 'empty') =>
  newEvent(erasureAsked, { ...about, causeId: `e1/${step}`, data: { ...ref, step } });

test('what is out stands against an erasure, what is not settled too, and what is back does not', async () => {
  const { deps, offer, borrow, bringBack, request, topic, sweep, hoursLater } = openLending();
  const objections = async () => {
    await eraseCustomer(deps, asked('mark'));
    const { data } = topic.taken.at(-1) ?? {};
    return (data as { objection?: string }).objection;
  };
  await offer();
  await borrow('l1');
  await request('l2');
  expect(await objections()).toBe('borrowed');
  await bringBack('l1');
  expect(await objections()).toBe('unsettled');
  hoursLater(1);
  await sweep();
  await bringBack('l2');
  expect(await objections()).toBeUndefined();
});

test('a customer who was marked borrows again when the erasure is off', async () => {
  const { deps, offer, request } = openLending();
  await offer();
  await eraseCustomer(deps, asked('mark'));
  await expect(request('l1')).rejects.toMatchObject({ code: 'erasure-under-way' });
  const data = { ...ref, objection: 'coming' as const };
  await liftErasure(deps, newEvent(erasureLifted, { ...about, causeId: 'e1/lifted', data }));
  expect(await request('l1')).toMatchObject({ status: 'requested' });
});
