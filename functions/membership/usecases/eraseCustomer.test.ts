import { newEvent } from '../../../shared/messaging/envelope';
import { openMembership } from '../../../tests/samples/openMembership';
import { erasureAsked, erasureLifted } from '../../reservation/contract';
import { eraseCustomer, liftErasure } from './eraseCustomer';

const ref = { customerId: 'kim', n: 1, at: '2026-12-24T10:00:00.000Z' };
const about = { subject: 'e1', time: ref.at };
const asked = (step: 'mark' | 'empty') =>
  newEvent(erasureAsked, { ...about, causeId: `e1/${step}`, data: { ...ref, step } });

test('a membership stands against an erasure, what is under way and what is not paid too', async () => {
  const { deps, offer, enter, exit, authorise, pay, topic, sweep, at } = openMembership();
  const objection = async () => {
    await eraseCustomer(deps, asked('mark'));
    const { data } = topic.taken.at(-1) ?? {};
    return (data as { objection?: string }).objection;
  };
  await offer();
  await enter();
  expect(await objection()).toBe('member');
  await pay('m1-2026-12', authorise('m1-2026-12', { card: 'approve-late' }));
  expect(await objection()).toBe('unsettled');
  await exit();
  at('2027-01-05T10:00:00.000Z');
  await sweep();
  expect(await objection()).toBeUndefined();
});

test('a customer who was marked joins when the erasure is off', async () => {
  const { deps, offer, enter } = openMembership();
  await offer();
  await eraseCustomer(deps, asked('mark'));
  await expect(enter()).rejects.toMatchObject({ code: 'erasure-under-way' });
  const data = { ...ref, objection: 'coming' as const };
  await liftErasure(deps, newEvent(erasureLifted, { ...about, causeId: 'e1/lifted', data }));
  expect(await enter()).toMatchObject({ status: 'active' });
});
