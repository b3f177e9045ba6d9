import type { ComponentChildren } from 'preact';

/** A wide or long table scrolls by itself, under a head that stays; by keyboard too. */
export const Scroll = (props: { readonly label: string; readonly children: ComponentChildren }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard.
  <section class="scroll" tabIndex={0} aria-label={props.label}>
    {props.children}
  </section>
);
