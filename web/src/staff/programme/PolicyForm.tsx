import { Field } from '../parts/Field';
import { BLANK_POLICY, BLANK_POLICY_ROW, type PolicyDraft, type PolicyRow } from './policy';
import type { PriceDraft } from './priceDraft';
import { cellOf, Remove, Rows, rowsOf } from './TableFields';
import { useProgrammeTexts } from './texts';

type Props = { readonly draft: PriceDraft; readonly onChange: (draft: PriceDraft) => void };

/** What cancelling costs a customer. Where nothing is said, the usual terms hold. */
export function PolicyForm({ draft, onChange }: Props) {
  const t = useProgrammeTexts().policy;
  const { policy } = draft;
  const set = (next: PolicyDraft) => onChange({ ...draft, policy: next });
  return (
    <fieldset class="stack">
      <legend>{t.title}</legend>
      {policy === undefined ? (
        <p class="actions">
          <span class="small soft">{t.usual}</span>
          <button type="button" class="button quiet" onClick={() => set(BLANK_POLICY)}>
            {t.own}
          </button>
        </p>
      ) : (
        <Terms policy={policy} onChange={set} />
      )}
    </fieldset>
  );
}

type TermsProps = { readonly policy: PolicyDraft; readonly onChange: (policy: PolicyDraft) => void };

function Terms({ policy, onChange }: TermsProps) {
  const t = useProgrammeTexts().policy;
  const rows = rowsOf(policy.tiers, BLANK_POLICY_ROW, (tiers) => onChange({ ...policy, tiers }));
  const field = (name: 'freeDays' | 'freeUntilDaysBefore') => ({
    type: 'number',
    required: true,
    min: 0,
    max: 365,
    value: policy[name],
    onChange: (typed: string) => onChange({ ...policy, [name]: typed }),
  });
  return (
    <>
      <div class="form">
        <Field label={t.freeDays} what={t.freeDaysWhat} {...field('freeDays')} />
        <Field label={t.freeUntil} what={t.freeUntilWhat} {...field('freeUntilDaysBefore')} />
      </div>
      <p class="small soft">{t.tiersWhat}</p>
      {policy.tiers.length > 0 && (
        <Rows heads={[t.daysBefore, t.percent, t.perSeat]}>
          {policy.tiers.map((row, at) => {
            const cell = cellOf<PolicyRow>(row, (next) => rows.change(at, next));
            return (
              <tr key={at}>
                <td>{cell(t.daysBefore, 'daysBefore', { inputMode: 'numeric' })}</td>
                <td>{cell(t.percent, 'percent', { inputMode: 'decimal' })}</td>
                <td>{cell(t.perSeat, 'perSeat', { inputMode: 'decimal' })}</td>
                <td>
                  <Remove what={t.fromDays(row.daysBefore)} onRemove={() => rows.remove(at)} />
                </td>
              </tr>
            );
          })}
        </Rows>
      )}
      <p>
        <button type="button" class="button quiet" onClick={rows.add}>
          {t.addTier}
        </button>
      </p>
    </>
  );
}
