import { Field } from '../parts/Field';
import { PolicyForm } from './PolicyForm';
import type { PriceDraft } from './priceDraft';
import { BLANK_TIER, BLANK_TYPE, minorUnits, type TierRow, type TypeRow } from './prices';
import { cellOf, Remove, Rows, rowsOf } from './TableFields';
import { useProgrammeTexts } from './texts';

type Props = { readonly draft: PriceDraft; readonly onChange: (draft: PriceDraft) => void };

/** Price tiers, price types, fee and limits. */
export function PricesForm({ draft, onChange }: Props) {
  const t = useProgrammeTexts().prices;
  const field = (name: 'currency' | 'fee' | 'perReservation' | 'perCustomer') => ({
    value: draft[name],
    onChange: (value: string) => onChange({ ...draft, [name]: value }),
  });
  const number = { type: 'number', min: 1 } as const;
  return (
    <>
      <Tiers draft={draft} onChange={onChange} />
      <Types draft={draft} onChange={onChange} />
      <PolicyForm draft={draft} onChange={onChange} />
      <div class="form">
        <Field label={t.currency} required pattern="[A-Z]{3}" maxLength={3} {...field('currency')} />
        <Field label={t.fee} inputMode="decimal" {...field('fee')} />
        <Field label={t.perReservation} {...number} max={20} {...field('perReservation')} />
        <Field label={t.perCustomer} {...number} max={1000} {...field('perCustomer')} />
      </div>
    </>
  );
}

function Tiers({ draft, onChange }: Props) {
  const t = useProgrammeTexts().prices;
  const tiers = rowsOf(draft.tiers, BLANK_TIER, (tiers) => onChange({ ...draft, tiers }));
  return (
    <fieldset>
      <legend>{t.tiers}</legend>
      <Rows heads={[t.tier, t.price, t.ko, t.en, t.colour]}>
        {draft.tiers.map((row, at) => {
          const cell = cellOf<TierRow>(row, (next) => tiers.change(at, next));
          const isWrong = row.price !== '' && minorUnits(row.price, draft.currency) === undefined;
          return (
            <tr key={at}>
              <td>{cell(t.tier, 'tier')}</td>
              <td>{cell(isWrong ? t.wrongPrice : t.price, 'price', { inputMode: 'decimal', isWrong })}</td>
              <td>{cell(t.ko, 'ko')}</td>
              <td>{cell(t.en, 'en')}</td>
              <td>{cell(t.colour, 'colour', { type: 'color' })}</td>
              <td>
                <Remove what={row.tier || t.tier} onRemove={() => tiers.remove(at)} />
              </td>
            </tr>
          );
        })}
      </Rows>
      <button type="button" class="button quiet" onClick={tiers.add}>
        {t.addTier}
      </button>
    </fieldset>
  );
}

function Types({ draft, onChange }: Props) {
  const t = useProgrammeTexts().prices;
  const types = rowsOf(draft.types, BLANK_TYPE, (types) => onChange({ ...draft, types }));
  return (
    <fieldset>
      <legend>
        {t.types}: {t.typesWhat}
      </legend>
      {draft.types.length > 0 && (
        <Rows heads={[t.id, t.ko, t.en, t.off, t.by, t.proofKo, t.proofEn, t.onlyTiers, t.membersOnly]}>
          {draft.types.map((row, at) => {
            const cell = cellOf<TypeRow>(row, (next) => types.change(at, next));
            return (
              <tr key={at}>
                <td>{cell(t.id, 'id')}</td>
                <td>{cell(t.ko, 'ko')}</td>
                <td>{cell(t.en, 'en')}</td>
                <td>{cell(t.off, 'off', { inputMode: 'decimal' })}</td>
                <td>
                  <select
                    aria-label={t.by}
                    value={row.by}
                    onChange={({ currentTarget }) =>
                      types.change(at, { ...row, by: currentTarget.value as TypeRow['by'] })
                    }
                  >
                    <option value="percent">{t.percent}</option>
                    <option value="amount">{t.amount}</option>
                  </select>
                </td>
                <td>{cell(t.proofKo, 'proofKo')}</td>
                <td>{cell(t.proofEn, 'proofEn')}</td>
                <td>{cell(t.onlyTiers, 'tiers')}</td>
                <td>
                  <input
                    type="checkbox"
                    aria-label={t.membersOnly}
                    checked={row.membersOnly}
                    onChange={({ currentTarget }) =>
                      types.change(at, { ...row, membersOnly: currentTarget.checked })
                    }
                  />
                </td>
                <td>
                  <Remove what={row.ko || t.id} onRemove={() => types.remove(at)} />
                </td>
              </tr>
            );
          })}
        </Rows>
      )}
      <button type="button" class="button quiet" onClick={types.add}>
        {t.addType}
      </button>
    </fieldset>
  );
}
