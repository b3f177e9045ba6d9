import type { Performance } from '../../../functions/musical/catalogue/domain/performance';
import type { Notice } from '../../../functions/notification/domain/notice';
import type { Mail } from '../../../functions/notification/mail';
import type { ContainerName, StoredDocument } from '../database';
import { isOfLaterVersion } from '../laterVersion';
import { check, Violation } from '../violation';
import { ErasuresAudit } from './erasures';
import { LoansAudit } from './loans';
import { MembersAudit } from './members';
import { MoneyAudit } from './money';
import { MovesAudit } from './moves';
import { PresaleAudit } from './presale';
import { ReservationsAudit } from './reservations';
import { SeatsAudit } from './seats';
import { TicketsAudit } from './tickets';

export type DueName = 'reservations' | 'notifications' | 'musicals' | 'erasures' | 'loans' | 'memberships';

/** So long a mail waits for its tickets. */
const TICKETS_WAIT_MS = 10 * 60 * 1000;
const SEAT_EVENT = /^(Seats|SeatAlreadySold|PerformanceMoved|ReseatRefused)/;

const LOAN_EVENT = /^(Loan|ItemLent|OutOfStock)/;
const MEMBER_EVENT = /^(Membership|Bill)/;
/** What comes again is told again, and what was lost is asked for again; told more often than this it feeds itself. */
const MOST_TOLD = 2_000;
/** Where documents of two customers have the same id. */
const OF_CUSTOMERS: ReadonlySet<ContainerName> = new Set(['memberships', 'members']);

/** Looks at everything that is stored, the moment it is stored, and knows nothing of how it came about. */
export class Audit {
  readonly reservations = new ReservationsAudit(this);
  readonly money = new MoneyAudit(this);
  readonly moves = new MovesAudit();
  readonly tickets = new TicketsAudit();
  readonly erasures = new ErasuresAudit();
  readonly loans = new LoansAudit();
  readonly members = new MembersAudit();
  readonly presale = new PresaleAudit();
  readonly notices = new Map<string, Notice>();
  /** Which version of a reservation notification has the tickets of. */
  private readonly heardTickets = new Map<string, number>();
  /** Mails by address and Message-ID: how often each arrived. */
  readonly mails = new Map<string, number>();
  readonly due: Readonly<Record<DueName, Map<string, string>>> = {
    reservations: new Map(),
    notifications: new Map(),
    musicals: new Map(),
    erasures: new Map(),
    loans: new Map(),
    memberships: new Map(),
  };
  private readonly performances = new Map<string, SeatsAudit>();
  private readonly ofLaterVersion = new Set<string>();
  /** How often each event was published, by its type and subject. */
  private readonly told = new Map<string, number>();

  /** `refusalAgeMs`: a refusal may speak of what its handler saw so long ago (a pause, a replica behind, a few tries). */
  constructor(
    readonly holdDurationMs: number,
    readonly refusalAgeMs = 30_000,
  ) {}

  open(performance: Performance): void {
    this.performances.set(performance.performanceId, new SeatsAudit(performance, this));
  }

  seatsOf(performanceId: string): SeatsAudit {
    const seats = this.performances.get(performanceId);
    if (seats === undefined)
      throw new Violation('performance', performanceId, 'nobody knows this performance');
    return seats;
  }

  allSeats(): Iterable<SeatsAudit> {
    return this.performances.values();
  }

  committed(container: ContainerName, documents: readonly StoredDocument[], now: number): void {
    for (const document of documents) {
      this.checkKept(container, document);
      this.erasures.checkClean(container, document);
    }
    switch (container) {
      case 'seats':
        this.seatsOf(String(documents[0]?.performanceId)).committed(documents, now);
        break;
      case 'reservations':
        this.reservations.committed(documents, now);
        this.noteDue('reservations', documents, 'dueAt');
        break;
      case 'notifications':
        for (const document of documents) this.noticed(document);
        this.noteDue('notifications', documents, 'dueAt');
        break;
      case 'loans':
        this.loans.loansCommitted(documents, now);
        this.noteDue('loans', documents, 'dueAt');
        break;
      case 'memberships':
        this.members.committed(documents, now);
        this.noteDue('memberships', documents, 'dueAt');
        break;
      case 'members':
        for (const document of documents) this.presale.standingStored(document, now);
        break;
      case 'items':
        this.loans.itemsCommitted(documents, now);
        break;
      case 'tickets':
        this.tickets.committed(documents);
        break;
      case 'reservation-erasures':
        for (const document of documents) this.erasures.committed(document);
        this.noteDue('erasures', documents, 'dueAt');
        break;
      case 'musicals':
        for (const document of documents) this.moves.performanceStored(document);
        this.noteDue('musicals', documents, 'nextCheckAt');
        break;
      case 'audit':
      case 'venues':
      case 'seatingPlans':
      case 'availability':
      case 'mypage-erasures':
      case 'notification-erasures':
      case 'musical-erasures':
      case 'idempotency':
      case 'mypage':
      case 'mypage-loans':
      case 'lending-erasures':
      case 'plans':
      case 'membership-erasures':
      case 'mypage-memberships':
      case 'pending':
        break;
      default:
        container satisfies never;
    }
  }

  /** What is published is so. */
  published({
    type,
    subject,
    data,
  }: {
    readonly type: string;
    readonly subject?: unknown;
    readonly data?: unknown;
  }): void {
    const event = `${type} of ${subject}`;
    const times = (this.told.get(event) ?? 0) + 1;
    this.told.set(event, times);
    check(times <= MOST_TOLD, 'storm', String(subject), () => `${event} was published ${times} times`);
    if (MEMBER_EVENT.test(type)) this.members.published(type, data as never);
    if (type.startsWith('Erasure') || LOAN_EVENT.test(type) || MEMBER_EVENT.test(type)) return;
    const id = String(subject);
    const history = this.reservations.all.get(id)?.history;
    if (SEAT_EVENT.test(type))
      this.seatsOfReservation(id).checkEvent(type, id, (data as { readonly n?: number }).n);
    else if (!type.startsWith('Tickets') && type !== 'PaymentNoticed')
      check(
        history?.some((entry) => entry.type === type) === true,
        'event',
        id,
        () => `${type} was published of ${id}, but did not happen`,
      );
  }

  private seatsOfReservation(id: string): SeatsAudit {
    const performanceId = this.reservations.all.get(id)?.performanceId;
    return this.seatsOf(performanceId ?? '');
  }

  /** What a host of the later version has written stays, whoever writes the document next. */
  private checkKept(container: ContainerName, document: StoredDocument): void {
    const isOfCustomer = container.endsWith('-erasures') || OF_CUSTOMERS.has(container);
    const partition = isOfCustomer ? document.customerId : document.performanceId;
    const key = `${container}/${partition ?? ''}/${document.id}`;
    const isOfLater = isOfLaterVersion(document);
    const isStripped = this.ofLaterVersion.has(key) && !isOfLater;
    check(!isStripped, 'stripped', document.id, () => `${key} has lost what a later version had written`);
    if (isOfLater) this.ofLaterVersion.add(key);
  }

  private noteDue(name: DueName, documents: readonly StoredDocument[], member: string): void {
    for (const document of documents) {
      const at = document[member];
      const id =
        name === 'erasures' ? String(document.customerId) : `${document.customerId ?? ''} ${document.id}`;
      if (typeof at === 'string') this.due[name].set(id, at);
      else this.due[name].delete(id);
    }
  }

  isDue(name: DueName, time: string): boolean {
    for (const at of this.due[name].values()) if (at <= time) return true;
    return false;
  }

  /** Beside the notices lie the tickets that were heard of. */
  private noticed(document: StoredDocument): void {
    if (document.kind === 'tickets') this.heardTickets.set(document.id, Number(document.version));
    else this.notified(document as unknown as Notice);
  }

  private notified(notice: Notice): void {
    if (notice.reservationId !== undefined) this.checkTold(notice.reservationId, notice.kind);
    const { noticeId: id, emptied } = notice;
    const wasEmptied = this.notices.get(id)?.emptied === true;
    check(!wasEmptied || emptied === true, 'notice', id, () => `${id} was emptied and says something again`);
    this.notices.set(id, notice);
  }

  /** A notice of what has not happened would be a lie. */
  private checkTold(reservationId: string, kind: Notice['kind']): void {
    const type =
      kind === 'put-back' ? 'CancellationPutBack' : `Reservation${kind[0]?.toUpperCase()}${kind.slice(1)}`;
    // What the theatre cancels is told before it is over.
    const types = kind === 'cancelled' ? [type, 'ReservationRevoked'] : [type];
    const { history = [] } = this.reservations.all.get(reservationId) ?? {};
    const happened = history.some((entry) => types.includes(entry.type));
    check(happened, 'notice', reservationId, () => `a notice says ${kind}, but it did not happen`);
  }

  mailed({ to, messageId, attachments }: Mail, now: number): void {
    const [, noticeId = ''] = /^<(.+)@marquee>$/.exec(messageId) ?? [];
    const [reservationId = ''] = noticeId.split('.');
    const notice = this.notices.get(noticeId.replaceAll('.', ':'));
    check(
      notice !== undefined,
      'mail',
      reservationId,
      () => `a mail ${messageId} was sent of a notice that is not stored`,
    );
    const codes = attachments.filter(({ contentId }) => contentId !== undefined).length;
    const { visit = { seats: [], version: 0 }, createdAt = '' } = notice ?? {};
    const isWaiting = (this.heardTickets.get(`${reservationId}:tickets`) ?? -1) < visit.version;
    check(
      codes === visit.seats.length || !isWaiting || now - Date.parse(createdAt) >= TICKETS_WAIT_MS,
      'mail',
      reservationId,
      () => `a mail ${messageId} has ${codes} of ${visit.seats.length} tickets and did not wait for more`,
    );
    const key = `${to} ${messageId}`;
    this.mails.set(key, (this.mails.get(key) ?? 0) + 1);
  }
}
