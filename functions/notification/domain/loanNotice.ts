import type { EventOf } from '../../../shared/messaging/envelope';
import type { itemLent, loanOverdue, loanReturned, outOfStock } from '../../lending/contract';
import type { Addressee } from './language';
import { mailTo, type Notice } from './notice';
import { languageFor } from './texts';

/** The news of a loan that its customer is told. */
export type LoanEvent =
  | EventOf<typeof itemLent>
  | EventOf<typeof outOfStock>
  | EventOf<typeof loanReturned>
  | EventOf<typeof loanOverdue>;

const KINDS: Readonly<Record<LoanEvent['type'], Notice['kind']>> = {
  ItemLent: 'lent',
  OutOfStock: 'out-of-stock',
  LoanReturned: 'returned',
  LoanOverdue: 'overdue',
};

/** `timeZone` is the theatre's, where everything comes back. The id follows from the loan, the kind and the number if there is one, so the same news twice is the same notice. */
export function loanNotice(
  event: LoanEvent,
  { timeZone, ...customer }: Addressee & { readonly timeZone: string },
  createdAt: string,
  dueAt: string,
): Notice {
  const { loanId, customerId } = event.data;
  const kind = KINDS[event.type];
  return {
    noticeId: [loanId, kind, ...('n' in event.data ? [event.data.n] : [])].join(':'),
    customerId,
    kind,
    ...textOf(event, customer.locale, timeZone),
    locale: languageFor(customer.locale).locale,
    createdAt,
    attempts: 0,
    // Anybody can ask for anything in vain.
    ...(event.type === 'OutOfStock' ? { mail: 'none' } : mailTo(customer, dueAt)),
  };
}

type Words = {
  readonly subject: Readonly<Record<LoanEvent['type'], (what: string) => string>>;
  readonly body: Readonly<Record<LoanEvent['type'], string>>;
  readonly returnBy: (time: string) => string;
  readonly loan: (loanId: string) => string;
};

const WORDS: Readonly<Record<'ko' | 'en', Words>> = {
  ko: {
    subject: {
      ItemLent: (what) => `대여: ${what}`,
      OutOfStock: (what) => `대여 불가: ${what}`,
      LoanReturned: (what) => `반납 완료: ${what}`,
      LoanOverdue: (what) => `반납 기한 경과: ${what}`,
    },
    body: {
      ItemLent: '대여되었습니다.',
      OutOfStock: '남은 수량이 부족하여 대여되지 않았습니다.',
      LoanReturned: '반납되었습니다. 감사합니다.',
      LoanOverdue: '반납 기한이 지났습니다. 반납하실 때까지 다른 물품을 대여하실 수 없습니다.',
    },
    returnBy: (time) => `반납 기한: ${time}`,
    loan: (loanId) => `대여 번호: ${loanId}`,
  },
  en: {
    subject: {
      ItemLent: (what) => `Lent to you: ${what}`,
      OutOfStock: (what) => `Out of stock: ${what}`,
      LoanReturned: (what) => `Back: ${what}`,
      LoanOverdue: (what) => `Please bring back: ${what}`,
    },
    body: {
      ItemLent: 'It is yours for a while.',
      OutOfStock: 'There were not as many, so nothing was lent.',
      LoanReturned: 'You have brought it back. Thank you.',
      LoanOverdue: 'It should be back by now. Until it is, you cannot borrow anything else.',
    },
    returnBy: (time) => `Back by: ${time}`,
    loan: (loanId) => `Loan: ${loanId}`,
  },
};

function textOf(
  { type, data }: LoanEvent,
  asked: string | undefined,
  timeZone: string,
): Pick<Notice, 'subject' | 'body'> {
  const { locale } = languageFor(asked);
  const say = WORDS[locale];
  const what = data.quantity === 1 ? data.itemName : `${data.itemName} × ${data.quantity}`;
  const lines = [
    ...('returnBy' in data ? [say.returnBy(clockTime(data.returnBy, locale, timeZone))] : []),
    say.loan(data.loanId),
  ];
  return { subject: say.subject[type](what), body: `${say.body[type]}\n\n${lines.join('\n')}` };
}

const clockTime = (time: string, locale: string, timeZone: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short', timeZone }).format(new Date(time));
