import { useApp } from '../../app/context';
import { day, dayAndTime, inLanguage, money, month } from '../../texts/format';
import { ScrollTable } from '../house/ScrollTable';
import { Heads } from '../parts/Heads';
import css from './Members.module.css';
import type { StaffMember } from './memberQuery';
import { useMemberTexts } from './texts';

/** Colours that repeat what a state says. */
const TONES = {
  active: 'good',
  ending: 'warn',
  ended: 'warn',
  paid: 'good',
  unpaid: 'warn',
  paying: 'warn',
  refunding: 'warn',
  overdue: 'bad',
} as const;

type Props = { readonly member: StaffMember };

/** What somebody has joined, and what became of each bill. */
export function Member({ member }: Props) {
  const t = useMemberTexts().lookUp;
  const { status, overdue } = member.standing;
  return (
    <div class={css.found}>
      <p role="status">
        <span class="state" data-tone={overdue > 0 ? 'bad' : TONES[status]}>
          {overdue > 0 ? t.suspended(overdue) : t.standing[status]}
        </span>
      </p>
      <Memberships member={member} />
      <Bills member={member} />
    </div>
  );
}

function Memberships({ member: { memberships } }: Props) {
  const t = useMemberTexts().lookUp;
  const { config } = useApp();
  return (
    <div class="part">
      <h3>{t.memberships}</h3>
      <ScrollTable label={t.memberships}>
        <thead>
          <tr>
            <Heads of={[t.plan, t.fee, t.since, t.until, t.state]} />
          </tr>
        </thead>
        <tbody>
          {memberships.map(({ membershipId, planName, monthlyFee, currency, startedAt, endsOn, status }) => (
            <tr key={membershipId}>
              <th scope="row">{inLanguage(planName)}</th>
              <td class="nowrap">{money(monthlyFee, currency)}</td>
              <td class="nowrap">{day(startedAt, config.timeZone)}</td>
              <td class="nowrap">{endsOn === undefined ? '–' : day(endsOn, 'UTC')}</td>
              <td>
                <span class="state" data-tone={TONES[status]}>
                  {t.standing[status]}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
    </div>
  );
}

function Bills({ member: { bills } }: Props) {
  const t = useMemberTexts().lookUp;
  const { config } = useApp();
  return (
    <div class="part">
      <h3>{t.bills}</h3>
      <ScrollTable label={t.bills}>
        <thead>
          <tr>
            <Heads of={[t.month, t.plan, t.amount, t.dueOn, t.state, t.paidBack]} />
          </tr>
        </thead>
        <tbody>
          {bills.map(
            ({ billId, planName, amount, currency, dueOn, status, payment, paidBack = [], ...bill }) => (
              <tr key={billId}>
                <th scope="row" class="nowrap">
                  {month(bill.month)}
                </th>
                <td>{inLanguage(planName)}</td>
                <td class="nowrap">{money(amount, currency)}</td>
                <td class="nowrap">{day(dueOn, 'UTC')}</td>
                <td>
                  <span class="state" data-tone={TONES[status]}>
                    {t.billState[status]}
                  </span>{' '}
                  {payment?.approvedAt !== undefined && dayAndTime(payment.approvedAt, config.timeZone)}
                </td>
                <td>
                  {paidBack.map(({ refund, refundedAt }) => (
                    <div key={refundedAt}>
                      {money(refund, currency)} · {dayAndTime(refundedAt, config.timeZone)}
                    </div>
                  ))}
                </td>
              </tr>
            ),
          )}
        </tbody>
      </ScrollTable>
    </div>
  );
}
