import type { JSX } from 'preact';
import { useId } from 'preact/hooks';

type Props = Omit<JSX.InputHTMLAttributes, 'onInput' | 'onChange' | 'value' | 'label'> & {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What to write there. */
  readonly what?: string;
  /** What is wrong with it. */
  readonly wrong?: string | undefined;
};

/** A field with its label, and below it what is wrong with it or what it is for. */
export function Field({ label, value, onChange, what, wrong, ...input }: Props) {
  const id = useId();
  const below = wrong ?? what;
  return (
    <label class="field">
      <span>{label}</span>
      <input
        {...input}
        value={value}
        onInput={({ currentTarget }) => onChange(currentTarget.value)}
        {...(wrong === undefined ? {} : { 'aria-invalid': 'true' })}
        {...(below === undefined ? {} : { 'aria-describedby': id })}
      />
      {below !== undefined && (
        <span id={id} class={wrong === undefined ? 'what' : 'wrong'}>
          {below}
        </span>
      )}
    </label>
  );
}
