import type ko from '../ko/staffProblems';

export default {
  of: {
    'invalid-request': 'Something of what was sent needs mending.',
    forbidden: 'The roles of this account do not allow it. Please ask an admin.',
    'not-found': 'It is not there. It was removed meanwhile, or the address is another.',
    confirm:
      'There are reservations that lose their seats by this. Look at the figures and confirm once more.',
    'wrong-state': 'It cannot be done as things stand. Reload to see how they do.',
    'in-use': 'It is still in use and cannot be removed.',
    stale: 'Somebody has changed it meanwhile. Nothing was saved: reload, and change it again.',
    'seat-taken': 'Another reservation has some of these seats. Nothing was changed.',
    'customer-limit': 'That is more seats than one customer may have.',
    'ticket-admitted': 'Somebody was let in already.',
    'body-too-large': 'The file is too large. A poster has at most 2 MB.',
    'unsupported-media-type': 'That cannot be read. A poster is a JPEG, PNG or WebP.',
    'not-on-sale': 'This performance is not on sale now.',
    'cancellation-closed': 'The time to cancel is over. An admin can cancel beyond the terms.',
    'live-reservations': 'There are reservations under way, so it cannot be done.',
    'too-many-requests': 'Too much is asked for at once. Try again in a moment.',
    overloaded: 'Very much is asked for just now. Try again in a moment.',
    'host-lost': 'The answer was lost on its way. Look whether it was done before you try again.',
    'host-timeout': 'The answer takes too long. Look whether it was done before you try again.',
    'internal-error':
      'Something went wrong on our side. Try again in a moment, and if it stays so tell whoever runs the system.',
    unavailable: 'The system is not available for a moment. Try again shortly.',
  },
} satisfies typeof ko;
