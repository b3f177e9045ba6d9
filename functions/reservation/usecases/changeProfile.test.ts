import { openReservation } from '../../../tests/samples/openReservation';
import { inStatus } from '../../../tests/samples/reservation';
import { changeProfile } from './changeProfile';
import { placeReservation } from './placeReservation';

const said = { email: 'new@example.com', locale: 'en' };

test('what a customer has told us holds for what was bought before, whose timeline stays as it is', async () => {
  const { deps, given, stored } = openReservation();
  await given(inStatus.completed);
  for (let times = 0; times < 2; times++) {
    expect(await changeProfile(deps, 'kim', said)).toEqual(said);
    expect(await stored()).toEqual({ ...inStatus.completed, customer: said });
  }
});

test('it holds for what is bought later, before what the token says, until it is told otherwise', async () => {
  const { deps } = openReservation();
  await changeProfile(deps, 'kim', said);
  const command = {
    reservationId: 'later',
    performanceId: 'm1.p1',
    request: { seats: ['A-1-1'] },
    customerId: 'kim',
    customer: { email: 'token@example.com', name: 'Kim' },
  };
  expect((await placeReservation(deps, command)).customer).toEqual({ ...said, name: 'Kim' });
  await changeProfile(deps, 'kim', { name: 'Kim Mina' });
  expect((await deps.reservations.read('later'))?.value.customer).toEqual({ ...said, name: 'Kim Mina' });
});

test('somebody else’s reservations stay as they are', async () => {
  const { deps, given, stored } = openReservation();
  await given(inStatus.completed);
  await changeProfile(deps, 'lee', said);
  expect(await stored()).toEqual(inStatus.completed);
});

test('when the answer of a write is lost, all of it is there in the end', async () => {
  const { deps, given, stored, faults } = openReservation();
  await given(inStatus.completed);
  faults.losesReplies = true;
  await changeProfile(deps, 'kim', said);
  expect((await stored()).customer).toEqual(said);
});
