import type { Performance } from '../../../functions/musical/catalogue/domain/performance';
import type { Notice } from '../../../functions/notification/domain/notice';
import type { ContainerName, StoredDocument } from '../database';
import { isOfLaterVersion } from '../laterVersion';
import { check, Violation } from '../violation';
import { ErasuresAudit } from './erasures';
import { MoneyAudit } from './money';
import { MovesAudit } from './moves';
import { ReservationsAudit } from './reservations';
import { SeatsAudit } from './seats';
import { TicketsAudit } from './tickets';

export type DueName = 'reservations' | 'notifications' | 'musicals' | 'erasures';

const SEAT_EVENT = /^(Seats|SeatAlreadySold|PerformanceMoved)/;

/** Looks at everything that is stored, the moment it is stored, and knows nothing of how it came about. */
export class Audit {
  readonly reservations = new ReservationsAudit(this);
  readonly money = new MoneyAudit(this);
  readonly moves = new MovesAudit();
  readonly tickets = new TicketsAudit();
  readonly erasures = new ErasuresAudit();
  readonly notices = new Map<string, Notice>();
  /** Mails by address and Message-ID: how often each arrived. */
  readonly mails = new Map<string, number>();
  readonly due: Readonly<Record<DueName, Map<string, string>>> = {
    reservations: new Map(),
    notifications: new Map(),
    musicals: new Map(),
    erasures: new Map(),
  };
  private readonly performances = new Map<string, SeatsAudit>();
  private readonly ofLaterVersion = new Set<string>();

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
        for (const document of documents) this.notified(document as unknown as Notice);
        this.noteDue('notifications', documents, 'dueAt');
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
      case 'venues':
      case 'seatingPlans':
      case 'availability':
      case 'mypage-erasures':
      case 'notification-erasures':
      case 'musical-erasures':
      case 'idempotency':
      case 'mypage':
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
    if (type.startsWith('Erasure')) return;
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
    const partition = container.endsWith('-erasures') ? document.customerId : document.performanceId;
    const key = `${container}/${partition ?? ''}/${document.id}`;
    const isOfLater = isOfLaterVersion(document);
    const isStripped = this.ofLaterVersion.has(key) && !isOfLater;
    check(!isStripped, 'stripped', document.id, () => `${key} has lost what a later version had written`);
    if (isOfLater) this.ofLaterVersion.add(key);
  }

  private noteDue(name: DueName, documents: readonly StoredDocument[], member: string): void {
    for (const document of documents) {
      const at = document[member];
      const id = name === 'erasures' ? String(document.customerId) : document.id;
      if (typeof at === 'string') this.due[name].set(id, at);
      else this.due[name].delete(id);
    }
  }

  isDue(name: DueName, time: string): boolean {
    for (const at of this.due[name].values()) if (at <= time) return true;
    return false;
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
    const type = `Reservation${kind[0]?.toUpperCase()}${kind.slice(1)}`;
    // What the theatre cancels is told before it is over.
    const types = kind === 'cancelled' ? [type, 'ReservationRevoked'] : [type];
    const { history = [] } = this.reservations.all.get(reservationId) ?? {};
    const happened = history.some((entry) => types.includes(entry.type));
    check(happened, 'notice', reservationId, () => `a notice says ${kind}, but it did not happen`);
  }

  mailed(to: string, messageId: string): void {
    const [, reservationId = '', kind = ''] = /^<(\w+)\.([\w.-]+)@marquee>$/.exec(messageId) ?? [];
    const isStored = this.notices.has(`${reservationId}:${kind.replace('.', ':')}`);
    check(
      isStored,
      'mail',
      reservationId,
      () => `a mail ${messageId} was sent of a notice that is not stored`,
    );
    const key = `${to} ${messageId}`;
    this.mails.set(key, (this.mails.get(key) ?? 0) + 1);
  }
}
