import type { Texts } from '../index';

export default {
  title: 'Profile',
  lead: 'This is who tickets are made out to and where we write to, also about what you have bought before.',
  name: 'Name',
  email: 'E-mail address',
  locale: 'Language of our mails',
  ko: '한국어',
  en: 'English',
  save: 'Save',
  saving: 'Saving …',
  saved: 'Saved.',
  emailWrong: 'This address cannot be written to. Please check it.',
  nameMissing: 'Please write a name.',
  copyTitle: 'A copy of your data',
  copyText:
    'All that is kept of you: who you are, your reservations, what we wrote to you, and seats you hold.',
  copy: 'Download a copy',
  copying: 'Being put together …',
  eraseTitle: 'Erase your data',
  eraseText:
    'Your name, your address and all texts about you go. What you bought stays in our books, without saying whose it was.',
  erase: 'Erase my data',
  askTitle: 'Erase your data for good?',
  askText:
    'This cannot be undone. Tickets of shows that are over can no longer be looked up, and until it is done nothing can be bought.',
  eraseNow: 'Erase for good',
  keep: 'Keep my data',
  asked: 'We are erasing your data. It is done within half an hour, or we write to you why not.',
  because: {
    coming: 'You have tickets for a day to come. Cancel them, or ask again when it is over.',
    unsettled: 'A reservation or a refund of yours is not settled yet. Ask again when it is.',
    borrowed: 'You have borrowed something. Bring it back first.',
    member:
      'You are a member, or have a bill to pay. Leave and pay it, and ask again when the membership has ended.',
    holding: 'You hold seats. Release them, or ask again when their time is over.',
  },
} satisfies Texts['profile'];
