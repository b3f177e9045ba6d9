import { z } from 'zod';
import { endpoint } from '../../../shared/http/endpoint';
import { keptLoanSchema } from '../../lending/contract';
import { keptBillSchema, keptMembershipSchema } from '../../membership/contract';
import { heldSeatsSchema } from '../../musical/contract';
import { noticeCopySchema } from '../../notification/contract';
import type { ReservationDeps } from '../deps';
import { customerSchema } from '../domain/reservation';
import type { Elsewhere } from '../elsewhere';
import { changeProfile } from '../usecases/changeProfile';
import { requestErasure } from '../usecases/eraseCustomer';
import { exportCustomer } from '../usecases/exportCustomer';
import { personBody, reservationView } from './schemas';
import { viewOf } from './view';

const exportView = z.object({
  customerId: z.string(),
  ...customerSchema.shape,
  reservations: z.array(reservationView.extend({ customer: customerSchema })),
  notices: z.array(noticeCopySchema),
  heldSeats: z.array(heldSeatsSchema),
  loans: z.array(keptLoanSchema),
  memberships: z.array(keptMembershipSchema),
  bills: z.array(keptBillSchema),
});

const OWNER = { isAdmin: false };

export const getMe = endpoint(
  {
    method: 'GET',
    route: 'me',
    summary:
      'All that is kept of you: who you are, your reservations, what you were told, the seats counted as yours, your loans, memberships and bills',
    auth: 'customer',
    isTranslated: true,
    answers: { 200: { description: 'A copy to keep', body: exportView } },
  },
  async (deps: ReservationDeps & Elsewhere, { caller: { customerId } }) => {
    const { reservations, ...kept } = await exportCustomer(deps, customerId);
    const views = reservations.map((one) => ({ ...viewOf(one, OWNER, deps.clock), customer: one.customer }));
    return { status: 200, body: exportView.parse({ ...kept, reservations: views }) };
  },
);

const profileBody = personBody.partial();

export const putMe = endpoint(
  {
    method: 'PUT',
    route: 'me',
    summary: 'Your name, your address and your language, for what was bought before as well',
    auth: 'customer',
    body: profileBody,
    answers: { 200: { description: 'What you have told us so far', body: customerSchema } },
    problems: ['erasure-under-way'],
  },
  async (deps: ReservationDeps, { body: { name, email, locale }, caller: { customerId } }) => {
    const said = {
      ...(name === undefined ? {} : { name }),
      ...(email === undefined ? {} : { email }),
      ...(locale === undefined ? {} : { locale }),
    };
    return { status: 200, body: await changeProfile(deps, customerId, said) };
  },
);

export const deleteMe = endpoint(
  {
    method: 'DELETE',
    route: 'me',
    summary:
      'Erase your name, your address and all texts about you; what was bought stays in the books without them',
    auth: 'customer',
    answers: { 202: { description: 'Accepted; it is done within half an hour, or you are told why not' } },
    problems: ['in-use'],
  },
  async (deps: ReservationDeps, { caller: { customerId } }) => {
    await requestErasure(deps, customerId);
    return { status: 202 };
  },
);
