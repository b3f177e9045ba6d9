import type { EventOf } from '../../../shared/messaging/envelope';
import type {
  billIssued,
  billOverdue,
  billPaid,
  billPaymentCancelled,
  membershipEnded,
  membershipStarted,
} from '../../membership/contract';
import { formatMoney } from './formats';
import type { Addressee } from './language';
import { mailTo, type Notice } from './notice';
import { languageFor } from './texts';

type BillEvent =
  | EventOf<typeof billIssued>
  | EventOf<typeof billPaid>
  | EventOf<typeof billPaymentCancelled>
  | EventOf<typeof billOverdue>;

/** What a member is told. */
export type MemberEvent = EventOf<typeof membershipStarted> | EventOf<typeof membershipEnded> | BillEvent;

const KINDS: Readonly<Record<MemberEvent['type'], Notice['kind']>> = {
  MembershipStarted: 'joined',
  MembershipEnded: 'left',
  BillIssued: 'bill-issued',
  BillPaid: 'bill-paid',
  BillPaymentCancelled: 'bill-paid-back',
  BillOverdue: 'bill-overdue',
};

/**
 * The id follows from what it is about and the kind. What may happen to a bill more than once has the customer's version in
 * it. The end of a membership is told when it is decided, and the same notice stands when it has come.
 */
export function memberNotice(
  event: MemberEvent,
  customer: Addressee,
  createdAt: string,
  dueAt: string,
): Notice {
  const kind = KINDS[event.type];
  return {
    noticeId: [...aboutOf(event, kind)].join(':'),
    customerId: event.data.customerId,
    kind,
    ...textOf(event, customer.locale),
    locale: languageFor(customer.locale).locale,
    createdAt,
    attempts: 0,
    ...mailTo(customer, dueAt),
  };
}

function aboutOf({ type, data }: MemberEvent, kind: Notice['kind']): readonly (string | number)[] {
  switch (type) {
    case 'MembershipStarted':
    case 'MembershipEnded':
      return [data.membershipId, kind];
    case 'BillIssued':
      return [data.billId, kind];
    case 'BillPaid':
    case 'BillPaymentCancelled':
    case 'BillOverdue':
      return [data.billId, kind, data.version];
    default:
      return type satisfies never;
  }
}

type Words = {
  readonly subject: Readonly<Record<MemberEvent['type'], (plan: string) => string>>;
  readonly body: Readonly<Record<MemberEvent['type'], string>>;
  readonly fee: (money: string) => string;
  readonly endsOn: (day: string) => string;
  readonly month: (month: string) => string;
  readonly amount: (money: string) => string;
  readonly refund: (money: string) => string;
  readonly dueOn: (day: string) => string;
};

const WORDS: Readonly<Record<'ko' | 'en', Words>> = {
  ko: {
    subject: {
      MembershipStarted: (plan) => `가입 완료: ${plan}`,
      MembershipEnded: (plan) => `탈퇴 안내: ${plan}`,
      BillIssued: (plan) => `회비 청구: ${plan}`,
      BillPaid: (plan) => `회비 결제 완료: ${plan}`,
      BillPaymentCancelled: (plan) => `회비 결제 취소: ${plan}`,
      BillOverdue: (plan) => `회비 납부 기한 경과: ${plan}`,
    },
    body: {
      MembershipStarted: '회원이 되신 것을 환영합니다.',
      MembershipEnded: '회원 자격이 아래 날짜까지 유지됩니다. 그 뒤로는 회비가 청구되지 않습니다.',
      BillIssued: '이달의 회비가 청구되었습니다.',
      BillPaid: '회비가 결제되었습니다. 감사합니다.',
      BillPaymentCancelled: '결제가 취소되어 환불되었습니다. 회비를 다시 결제해 주세요.',
      BillOverdue: '납부 기한이 지났습니다. 결제하실 때까지 회원 혜택을 이용하실 수 없습니다.',
    },
    fee: (money) => `월 회비: ${money}`,
    endsOn: (day) => `마지막 날: ${day}`,
    month: (month) => `청구 월: ${month}`,
    amount: (money) => `금액: ${money}`,
    refund: (money) => `환불: ${money}`,
    dueOn: (day) => `납부 기한: ${day}`,
  },
  en: {
    subject: {
      MembershipStarted: (plan) => `Welcome: ${plan}`,
      MembershipEnded: (plan) => `Your membership ends: ${plan}`,
      BillIssued: (plan) => `Your bill: ${plan}`,
      BillPaid: (plan) => `Paid: ${plan}`,
      BillPaymentCancelled: (plan) => `Payment taken back: ${plan}`,
      BillOverdue: (plan) => `Please pay: ${plan}`,
    },
    body: {
      MembershipStarted: 'You are a member now.',
      MembershipEnded: 'Your membership goes on until the day below. Nothing is billed after it.',
      BillIssued: 'The fee of the month is due.',
      BillPaid: 'Your bill is paid. Thank you.',
      BillPaymentCancelled: 'The payment has gone back to you. The bill is to be paid again.',
      BillOverdue: 'The time to pay is over. Until it is paid, you have none of the benefits.',
    },
    fee: (money) => `Each month: ${money}`,
    endsOn: (day) => `Last day: ${day}`,
    month: (month) => `Month: ${month}`,
    amount: (money) => `Amount: ${money}`,
    refund: (money) => `Refunded: ${money}`,
    dueOn: (day) => `Pay by: ${day}`,
  },
};

function textOf(event: MemberEvent, asked: string | undefined): Pick<Notice, 'subject' | 'body'> {
  const { locale } = languageFor(asked);
  const say = WORDS[locale];
  const subject = say.subject[event.type](event.data.planName);
  return { subject, body: `${say.body[event.type]}\n\n${linesOf(event, say, locale).join('\n')}` };
}

function linesOf({ type, data }: MemberEvent, say: Words, locale: string): readonly string[] {
  switch (type) {
    case 'MembershipStarted':
      return [say.fee(formatMoney(data.monthlyFee, data.currency, locale))];
    case 'MembershipEnded':
      return [say.endsOn(data.endsOn)];
    case 'BillIssued':
    case 'BillPaid':
    case 'BillOverdue':
      return billLines(data, say, locale);
    case 'BillPaymentCancelled':
      return [...billLines(data, say, locale), say.refund(formatMoney(data.refund, data.currency, locale))];
    default:
      return type satisfies never;
  }
}

const billLines = (
  { month, amount, currency, dueOn }: BillEvent['data'],
  say: Words,
  locale: string,
): readonly string[] => [
  say.month(month),
  say.amount(formatMoney(amount, currency, locale)),
  say.dueOn(dueOn),
];
