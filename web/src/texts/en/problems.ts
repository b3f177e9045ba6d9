import type { ProblemTexts } from '../index';

export default {
  'invalid-request': 'We did not understand the request. Please reload and try again.',
  unauthenticated: 'Please sign in. You go on where you were.',
  'payment-declined': 'The card was declined and nothing was charged. Please pay with another card.',
  forbidden: 'This reservation is somebody else’s. Please sign in with the account that reserved it.',
  'not-found': 'We cannot find it. Check the address, or look under My tickets.',
  'method-not-allowed': 'That is not possible here. Please reload and try again.',
  'body-too-slow': 'The connection is too slow just now. Please try again.',
  confirm: 'This cannot be undone. Please look at the figures and confirm.',
  'cancellation-closed': 'It is too late to cancel. Please ask the theatre.',
  'customer-limit':
    'These are more seats than one person may have. Take fewer, or release seats that you hold and have not paid for.',
  'members-only':
    'This is for members with no overdue bill. Please look when the sale opens to everybody, or take another price.',
  'hold-expired':
    'Time ran out and the seats are free again. Nothing was charged. Please choose seats again.',
  'ticket-admitted': 'Somebody has been let in with one of these tickets, so nothing was cancelled.',
  'renewal-limit': 'Your time cannot be extended again. Please reserve the seats now.',
  'live-reservations': 'There are live reservations. Please cancel them first.',
  'not-on-sale': 'This performance is not on sale now. Please choose another date.',
  'seat-taken':
    'Somebody was faster with some of these seats. Please choose others in place of the marked ones.',
  'in-use': 'It is still needed, so it cannot be removed.',
  'out-of-stock': 'Not as many are there to be lent. Please ask for fewer, or at the counter.',
  overdue: 'Something you borrowed is overdue. Please bring it back first.',
  'sold-out': 'There are not enough seats left. Try fewer people, another section or another date.',
  'erasure-under-way':
    'You have asked us to erase your data. Until that is done you can neither buy nor join.',
  'wrong-state': 'It has changed in the meantime. Please look at how it stands now.',
  stale: 'It has changed in the meantime. Please reload and try again.',
  'body-too-large': 'What was sent is too large. Please send less.',
  'unsupported-media-type': 'What was sent cannot be read. Please reload and try again.',
  'amount-mismatch':
    'The amount does not match, so nothing was charged. Reload, check the amount and pay again.',
  'idempotency-key-reused':
    'The same request was made before with other contents. Please reload and try again.',
  'idempotency-key-required': 'Something is missing in the request. Please reload and try again.',
  'precondition-required': 'Something is missing in the request. Please reload and try again.',
  'too-many-requests': 'Many people are here just now. Please try again in a moment.',
  'too-many-holds':
    'You have taken seats several times without buying. Please try again later, so that others get a turn.',
  'host-lost': 'The answer was lost on its way. Please try again. You are never charged twice.',
  'host-timeout': 'The answer takes too long. Please try again. You are never charged twice.',
  overloaded: 'Very many people are here just now. Please try again in a moment.',
  'internal-error':
    'Something went wrong on our side. Please try again in a moment. You are never charged twice.',
  unavailable: 'We are not available for a moment. Please try again shortly. You are never charged twice.',
} satisfies ProblemTexts;
