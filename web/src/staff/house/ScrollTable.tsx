import type { ComponentChildren } from 'preact';

/** A table that scrolls by itself under a head that stays, and can be reached by keyboard. */
export const ScrollTable = ({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ComponentChildren;
}) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is moved by keys, too
  <section class="scroll" tabIndex={0} aria-label={label}>
    <table class="table">{children}</table>
  </section>
);
