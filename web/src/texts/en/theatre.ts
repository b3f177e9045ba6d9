import type { Texts } from '../index';

export default {
  terms: 'Terms',
  privacy: 'Privacy',
  imprint: 'Imprint',
  contact: 'Contact',
  contactLead:
    'Ask us anything about tickets, refunds and your visit. With the number of your reservation we find it sooner.',
  name: 'Name',
  representative: 'Represented by',
  address: 'Address',
  registration: 'Business registration',
  mailOrder: 'Mail-order registration',
  privacyOfficer: 'Privacy officer',
  phone: 'Telephone',
  email: 'E-mail',
  hours: 'Open',
  newTab: 'opens a new tab',
  receipt: 'See the receipt',
} satisfies Texts['theatre'];
