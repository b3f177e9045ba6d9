import { type CancelDraft, cancellationBody } from './cancelling';

const draft = (changes: Partial<CancelDraft> = {}): CancelDraft => ({
  seats: ['A-1-1', 'A-1-2'],
  reason: ' Ill ',
  refund: 'policy',
  paidBack: ' ',
  evenIfAdmitted: false,
  ...changes,
});

test('all seats are the reservation itself, and what was not asked for is not sent', () => {
  expect(cancellationBody(draft(), ['A-1-1', 'A-1-2'])).toEqual({ reason: 'Ill', refund: 'policy' });
});

test('some seats are named, and how the money went back is told', () => {
  expect(
    cancellationBody(draft({ seats: ['A-1-2'], paidBack: 'cash', refund: 'full', evenIfAdmitted: true }), [
      'A-1-1',
      'A-1-2',
    ]),
  ).toEqual({
    reason: 'Ill',
    refund: 'full',
    settledOtherwise: 'cash',
    evenIfAdmitted: true,
    seats: ['A-1-2'],
  });
});
